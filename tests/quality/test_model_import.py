"""A model from elsewhere: each kind that is refused has its sentence, and only bytes decide."""

import hashlib
import json
import os
import pickle
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import JsonValue
from support.model_files import (
    deflated,
    keras_bytes,
    keras_object,
    onnx_model,
    package,
    small_files,
    with_file,
)

from faceqa_gui.errors import ModelError, StoreError
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model_checks.refusal import ModelRefusedError, Reason, UnsoundError
from faceqa_gui.quality.model_checks.strict_zip import write_zip
from faceqa_gui.quality.model_checks.trial import TrialCancelledError
from faceqa_gui.quality.model_file import (
    EARLY_FILE,
    KERAS_FILE,
    MANIFEST_FILE,
    ONNX_FILE,
    ROUNDED_FILE,
    default_model_folder,
)
from faceqa_gui.quality.model_import import examine, open_and_ask, take_in, take_off
from faceqa_gui.quality.model_list import ModelList
from faceqa_gui.quality.model_package import LARGEST_PACKAGE_BYTES, MEMBERS, pack
from faceqa_gui.records.audit import AuditEvent


def never_tried(_contents: Mapping[str, bytes]) -> None:
    raise AssertionError("a refused model was opened")


def sound(_contents: Mapping[str, bytes]) -> None:
    """Takes any model for sound, so that what follows can be tested without opening one."""


class Trail:
    """Keeps what would be noted."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.noted: list[tuple[AuditEvent, Mapping[str, JsonValue]]] = []
        self._failure = failure

    def __call__(self, event: AuditEvent, facts: Mapping[str, JsonValue]) -> None:
        if self._failure is not None:
            raise self._failure
        self.noted.append((event, facts))


def announcing(size: int) -> bytes:
    """A compressed network that says it unpacks to so many bytes."""
    content = bytearray(deflated({KERAS_FILE: b"small"}))
    place = content.index(b"PK\x01\x02") + 24
    content[place : place + 4] = size.to_bytes(4, "little")
    return bytes(content)


def enlarged(path: Path) -> None:
    path.touch()
    os.truncate(path, LARGEST_PACKAGE_BYTES + 1)


def quantised(**changed: bytes) -> bytes:
    """The shipped model, packed, with other files under their right checksums."""
    contents = {name: (default_model_folder() / name).read_bytes() for name in MEMBERS}
    contents |= changed
    manifest = json.loads(contents.pop(MANIFEST_FILE))
    files = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    manifest = json.dumps(manifest | {"files": files}).encode()
    return write_zip({MANIFEST_FILE: manifest, **contents})


def without(name: str) -> dict[str, bytes]:
    return {key: content for key, content in small_files().items() if key != name}


def altered(name: str) -> dict[str, bytes]:
    return {**small_files(), name: small_files()[name] + b"\0"}


LAMBDA = keras_bytes(keras_object("Lambda"))
FILES: dict[str, tuple[str, bytes, Reason, str]] = {
    "empty": ("a.zip", b"", Reason.EMPTY, "is empty. Copy it again"),
    "text": ("a.zip", "modèle, honestly".encode(), Reason.TEXT, "is a text file"),
    "HDF5": ("a.zip", b"\x89HDF\r\n\x1a\n" + bytes(9), Reason.HDF5, "is an HDF5 file"),
    "HDF5 by name": ("a.h5", b"anything", Reason.HDF5, "is an HDF5 file"),
    "pickle": ("a.zip", pickle.dumps({"a": 1}), Reason.PICKLE, "is a pickle, joblib or PyTorch"),
    "joblib by name": ("a.joblib", b"anything", Reason.PICKLE, "is a pickle, joblib"),
    "PyTorch": ("a.pt", write_zip({"a/data.pkl": b""}), Reason.PICKLE, "is a pickle, joblib"),
    "SavedModel": ("saved_model.pb", b"\x08\x01", Reason.SAVED_MODEL, "TensorFlow SavedModel"),
    "Keras": ("a.keras", keras_bytes(), Reason.BARE_NETWORK, "is a network alone (Keras)"),
    "ONNX": ("a.ONNX", b"\x08\x08", Reason.BARE_NETWORK, "is a network alone (ONNX)"),
    "LiteRT": ("a.zip", b"\x1c\0\0\0TFL3", Reason.BARE_NETWORK, "is a network alone (LiteRT)"),
    "noise": ("a.zip", bytes(range(128, 200)), Reason.OTHER_KIND, "is not a packed model."),
    "cut off": ("a.zip", package()[:-30], Reason.ARCHIVE, "is cut off, or something follows"),
    "Keras renamed": ("a.zip", keras_bytes(), Reason.ARCHIVE, "“metadata.json”, which no model"),
    "a bomb": (
        "a.zip",
        announcing(301_000_000),
        Reason.ARCHIVE,
        "“model.keras” in it unpacks to 301 MB, and may have 300 MB at most",
    ),
    "no manifest": ("a.zip", write_zip(without(MANIFEST_FILE)), Reason.MANIFEST, "no manifest.js"),
    "a manifest of text": (
        "a.zip",
        write_zip({**small_files(), MANIFEST_FILE: b"a model"}),
        Reason.MANIFEST,
        "is empty, cut off or not JSON",
    ),
    "endless brackets": (
        "a.zip",
        write_zip({**small_files(), MANIFEST_FILE: b"[" * 900_000}),
        Reason.MANIFEST,
        "is empty, cut off or not JSON",
    ),
    "newer": ("a.zip", package(version=9), Reason.MANIFEST, "written by a newer FaceQA"),
    "class order": (
        "a.zip",
        package(labels=QUALITY_LABELS[::-1]),
        Reason.MANIFEST,
        "FaceQA needs blur, eyeglasses, good, covered_face, wrong_object in this order",
    ),
    "input size": ("a.zip", package(input_side=192), Reason.MANIFEST, "pictures of 192 pixels"),
    "input": ("a.zip", package(preprocessing="BGR"), Reason.MANIFEST, "expects another input"),
    "no name": ("a.zip", package(name=""), Reason.MANIFEST, "no readable name"),
    "a name for a terminal": ("a.zip", package(name="\x1b[2J"), Reason.MANIFEST, "no readable na"),
    "a name in mark-up": ("a.zip", package(name="<img>"), Reason.MANIFEST, "no readable name"),
    "words for a terminal": (
        "a.zip",
        package(preprocessing="\x1b[2J\n" * 100),
        Reason.MANIFEST,
        "another input (?[2J??[2J?",
    ),
    "other files": (
        "a.zip",
        package(files={"../../x": "00" * 32}),
        Reason.MANIFEST,
        "does not list model.keras and model.onnx",
    ),
    "lacks a file": (
        "a.zip",
        write_zip(without(ONNX_FILE)),
        Reason.ARCHIVE,
        "lacks model.onnx, unlike its manifest says",
    ),
    "one file more": (
        "a.zip",
        write_zip({**small_files(), EARLY_FILE: b"x"}),
        Reason.ARCHIVE,
        "also holds early.npz, unlike its manifest says",
    ),
    "an altered file": (
        "a.zip",
        write_zip(altered(ONNX_FILE)),
        Reason.CHECKSUM,
        "is not the file that the manifest names: its sha256 begins with",
    ),
    "a Lambda layer": (
        "a.zip",
        with_file(KERAS_FILE, LAMBDA),
        Reason.FOREIGN_LAYER,
        "is refused: it has a Lambda layer, which carries code. Take another model",
    ),
    "HDF5 as Keras": (
        "a.zip",
        with_file(KERAS_FILE, b"\x89HDF\r\n\x1a\n"),
        Reason.KERAS,
        "model.keras of {path} is refused: it is not a whole zip archive",
    ),
    "pickle as ONNX": (
        "a.zip",
        with_file(ONNX_FILE, pickle.dumps({"a": 1})),
        Reason.ONNX,
        "model.onnx of {path} is refused: it is no ONNX file",
    ),
    "one output": (
        "a.zip",
        with_file(ONNX_FILE, onnx_model(1).SerializeToString()),
        Reason.ONNX,
        "does not have one input and 2 outputs",
    ),
    "8 bits of text": (
        "a.zip",
        quantised(**{ROUNDED_FILE: b"8 bits"}),
        Reason.ONNX,
        "late_int8.onnx of {path} is refused",
    ),
    "early layers of text": (
        "a.zip",
        quantised(**{EARLY_FILE: b"text"}),
        Reason.EARLY_LAYERS,
        "early.npz of {path} is refused",
    ),
}


@pytest.mark.parametrize("kind", FILES)
def test_each_kind_is_refused_before_it_is_opened_and_noted(tmp_path: Path, kind: str) -> None:
    name, content, reason, words = FILES[kind]
    path = tmp_path / name
    path.write_bytes(content)
    trail = Trail()
    with pytest.raises(ModelRefusedError) as refused:
        take_in(path, ModelList(tmp_path), "Ada", trail, never_tried)
    sentence = str(refused.value)
    assert words.format(path=path) in sentence
    assert str(path) in sentence
    assert sentence.endswith((".", "again."))
    assert "\n" not in sentence
    assert refused.value.reason is reason
    noted = {"reason": reason, "sha256": hashlib.sha256(content).hexdigest()}
    assert trail.noted == [(AuditEvent.MODEL_REFUSED, noted)], "never a path"
    assert ModelList(tmp_path).imported() == ()


def put_a_folder(path: Path) -> None:
    path.mkdir()


def put_a_saved_model(path: Path) -> None:
    path.mkdir()
    (path / "saved_model.pb").touch()


def put_a_model_without(name: str) -> Callable[[Path], None]:
    def put(path: Path) -> None:
        path.mkdir()
        for key, content in without(name).items():
            (path / key).write_bytes(content)

    return put


PLACES: dict[str, tuple[Callable[[Path], object], Reason, str]] = {
    "nothing": (lambda _path: None, Reason.UNREADABLE, "cannot be read: No such file"),
    "too large": (enlarged, Reason.TOO_LARGE, "is larger than 400 MB"),
    "a pipe": (os.mkfifo, Reason.UNREADABLE, "is not a plain file"),
    "an empty folder": (put_a_folder, Reason.MANIFEST, "it has no manifest.json"),
    "a SavedModel": (put_a_saved_model, Reason.SAVED_MODEL, "is a TensorFlow SavedModel"),
    "a file is missing": (put_a_model_without(ONNX_FILE), Reason.UNREADABLE, "cannot be read"),
}


@pytest.mark.parametrize("place", PLACES)
def test_what_cannot_be_read_is_refused(tmp_path: Path, place: str) -> None:
    put, reason, words = PLACES[place]
    put(tmp_path / "model")
    with pytest.raises(ModelRefusedError, match=words) as refused:
        examine(tmp_path / "model")
    assert refused.value.reason is reason


def test_packing_gives_the_same_bytes_whatever_lies_beside(tmp_path: Path) -> None:
    for number in range(2):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name in sorted(small_files(), reverse=bool(number)):
            (folder / name).write_bytes(small_files()[name])
        (folder / "notes.txt").write_text(str(number))
    first, second = (pack(tmp_path / str(number)) for number in range(2))
    assert first == second == package()


def test_an_altered_folder_is_not_packed(tmp_path: Path) -> None:
    for name, content in altered(KERAS_FILE).items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(ModelError, match="not the file that the manifest names"):
        pack(tmp_path)


@pytest.mark.parametrize("form", ["packed", "compressed", "folder"])
def test_a_sound_model_is_kept_and_listed_with_who_and_when(tmp_path: Path, form: str) -> None:
    path = tmp_path / "given"
    if form == "folder":
        path.mkdir()
        for name, content in small_files().items():
            (path / name).write_bytes(content)
        given_sha256 = hashlib.sha256(small_files()[MANIFEST_FILE]).hexdigest()
    else:
        content = package() if form == "packed" else deflated(small_files())
        path.write_bytes(content)
        given_sha256 = hashlib.sha256(content).hexdigest()
    models, trail = ModelList(tmp_path / "home"), Trail()
    model = take_in(path, models, "Ada", trail, sound)
    assert models.imported() == (model,)
    assert (model.name, model.imported_by) == ("Small", "Ada")
    kept = {file.name: file.read_bytes() for file in models.folder_of(model).iterdir()}
    assert kept == dict(small_files())
    (event, facts), *rest = trail.noted
    assert (event, rest) == (AuditEvent.MODEL_IMPORTED, [])
    assert facts == {
        "sha256": given_sha256,
        "manifest_sha256": model.sha256,
        "network_sha256": model.network_sha256,
    }
    taken = take_off(model.short, models, trail)
    assert taken == model
    assert trail.noted[-1][0] is AuditEvent.MODEL_REMOVED
    assert models.imported() == ()
    assert not models.folder_of(model).exists()


def test_nothing_is_listed_that_could_not_be_noted(tmp_path: Path) -> None:
    path = tmp_path / "given.zip"
    path.write_bytes(package())
    models = ModelList(tmp_path / "home")
    with pytest.raises(StoreError):
        take_in(path, models, "Ada", Trail(StoreError("The trail cannot be written.")), sound)
    assert models.imported() == ()
    model = take_in(path, models, "Ada", Trail(), sound)
    with pytest.raises(StoreError):
        take_off(model.short, models, Trail(StoreError("The trail cannot be written.")))
    assert models.imported() == (model,)
    assert models.folder_of(model).is_dir()


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason.ANSWERS, "is not a sound model: its answers are late. Take another model"),
        (Reason.CRASHED, "is not a sound model: are late. Take another model"),
    ],
)
def test_an_unsound_model_is_refused_and_noted(tmp_path: Path, reason: Reason, words: str) -> None:
    def find_fault(_contents: Mapping[str, bytes]) -> None:
        raise UnsoundError(reason, "are late")

    path = tmp_path / "given.zip"
    path.write_bytes(package())
    trail = Trail()
    with pytest.raises(ModelRefusedError, match=words):
        take_in(path, ModelList(tmp_path), "Ada", trail, find_fault)
    assert [event for event, _ in trail.noted] == [AuditEvent.MODEL_REFUSED]


def test_a_trial_that_cannot_begin_is_no_refusal(tmp_path: Path) -> None:
    def full(_contents: Mapping[str, bytes]) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "given.zip"
    path.write_bytes(package())
    with pytest.raises(ModelError, match="could not be tried: No space left") as error:
        open_and_ask(examine(path), full)
    assert not isinstance(error.value, ModelRefusedError)


def test_a_trial_that_was_stopped_is_no_refusal(tmp_path: Path) -> None:
    def stop(_contents: Mapping[str, bytes]) -> None:
        raise TrialCancelledError

    path = tmp_path / "given.zip"
    path.write_bytes(package())
    trail = Trail()
    with pytest.raises(ModelError, match="was not imported: somebody stopped it"):
        take_in(path, ModelList(tmp_path), "Ada", trail, stop)
    assert trail.noted == []


def test_the_checked_bytes_are_tried_and_kept_whatever_happens_to_the_file(tmp_path: Path) -> None:
    path = tmp_path / "given.zip"
    path.write_bytes(package())
    tried: list[Mapping[str, bytes]] = []

    def swap(contents: Mapping[str, bytes]) -> None:
        path.write_bytes(b"another model")
        tried.append(dict(contents))

    models = ModelList(tmp_path / "home")
    model = take_in(path, models, "Ada", Trail(), swap)
    assert tried == [dict(small_files())]
    assert models.read(model.sha256).manifest_sha256 == model.sha256


PACKED = package()


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(PACKED)),
            st.sampled_from(("set", "cut", "insert")),
            st.one_of(st.binary(min_size=1, max_size=8), st.sampled_from((b"PK\x01\x02", b"../"))),
        ),
        min_size=1,
        max_size=4,
    )
)
@settings(max_examples=250, deadline=None)
def test_a_mutated_package_is_refused_or_holds_the_same_model(
    tmp_path_factory: pytest.TempPathFactory, mutations: list[tuple[int, str, bytes]]
) -> None:
    content = PACKED
    for at, kind, data in mutations:
        behind = at if kind == "insert" else at + len(data)
        content = content[:at] + (b"" if kind == "cut" else data) + content[behind:]
    path = tmp_path_factory.getbasetemp() / "mutated.zip"
    path.write_bytes(content)
    try:
        candidate = examine(path)
    except ModelRefusedError:
        return
    assert dict(candidate.contents) == dict(small_files())

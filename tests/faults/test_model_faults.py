"""Rows M1 to M6 of the fault list: what a model file and its runtime can do to the station.

Every kind of file that `faceqa model import` refuses: tests/quality/test_model_import.py.
"""

import hashlib
import json
import os
import pickle
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from support.analytic import model_with
from support.faulty_runtime import FaultyRuntime
from support.model_files import keras_bytes, keras_object, with_file
from support.scripted import ScriptedEyes, ScriptedRuntime
from support.scripted_app import ScriptedCamera
from support.station_bench import SETTINGS, StationBench

from faceqa_gui import stuck_work
from faceqa_gui.app import StationApp
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.cli import main
from faceqa_gui.errors import ModelError
from faceqa_gui.eyes.eye_state import EyeDetector
from faceqa_gui.frames.demo_subject import DemoSubject
from faceqa_gui.quality import model as quality_model
from faceqa_gui.quality.keras_runtime import load_network
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.model_file import (
    EARLY_FILE,
    KERAS_FILE,
    MANIFEST_FILE,
    ONNX_FILE,
    default_model_folder,
    read_manifest,
    read_model,
)
from faceqa_gui.quality.model_list import ListedModel, ModelList
from faceqa_gui.quality.model_package import MEMBERS
from faceqa_gui.quality.runtime import Batch, Prediction, Runtime, layers_of, probe_batch
from faceqa_gui.quality.runtimes import open_named, refuse_unsound
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import QualitySettings, Settings
from faceqa_gui.station_state import WaitsFor

pytestmark = pytest.mark.usefixtures("qapp")

GIGABYTE = 1_000_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(default_model_folder(), tmp_path / "model"))


def edit_manifest(folder: Path, **changes: object) -> None:
    path = folder / MANIFEST_FILE
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changes), "utf-8")


def replace_with_right_checksum(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    files = json.loads((folder / MANIFEST_FILE).read_text("utf-8"))["files"]
    edit_manifest(folder, files=files | {name: hashlib.sha256(content).hexdigest()})


def refusal_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The one line with which the command line refuses a model."""
    assert main(["model", "show", str(folder)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    return shown.err


def enlarge(path: Path) -> None:
    """Make a file of 5 GB that takes no room on the disk."""
    os.truncate(path, 5 * GIGABYTE)


def put_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


FILE_FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda f: (f / KERAS_FILE).unlink(), "No such file"),
    "empty": (lambda f: (f / ONNX_FILE).write_bytes(b""), "is empty"),
    "truncated": (lambda f: os.truncate(f / ONNX_FILE, 1000), "its sha256 begins with"),
    "text": (lambda f: (f / KERAS_FILE).write_text("a model"), "its sha256 begins with"),
    "text for early layers": (lambda f: (f / EARLY_FILE).write_text("x"), "its sha256 begins"),
    "5 GB network": (lambda f: enlarge(f / ONNX_FILE), "too large"),
    "5 GB manifest": (lambda f: enlarge(f / MANIFEST_FILE), "too large"),
    "a folder for a network": (lambda f: put_a_folder(f / ONNX_FILE), "not a plain file"),
}


@pytest.mark.parametrize("fault", FILE_FAULTS)
def test_m1_a_faulty_file_is_refused_before_anything_is_loaded(
    folder: Path, capsys: pytest.CaptureFixture[str], fault: str
) -> None:
    spoil, sentence = FILE_FAULTS[fault]
    spoil(folder)
    assert sentence in refusal_of(folder, capsys)


def test_m1_a_faulty_model_keeps_the_station_red_with_the_reason_in_view(
    qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    os.truncate(folder / ONNX_FILE, 1000)
    app = StationApp(Settings(), DemoSubject(), folder=tmp_path / "home", model=str(folder))
    qtbot.addWidget(app.window)
    app.start()
    qtbot.waitUntil(lambda: app.station.state().must_acknowledge, timeout=60_000)
    qtbot.waitUntil(lambda: app.reader.frames_per_second > 0.0, timeout=60_000)
    state = app.station.state()
    assert "its sha256 begins with" in state.notice, "the opened source has hidden the reason"
    assert state.light is Light.RED
    app.station.acknowledge()
    assert app.station.state().waits_for == (WaitsFor.MODEL,)
    app.stop()


@pytest.mark.parametrize("name", ["model.h5", "model.pkl", "model.onnx", "model.keras"])
def test_m1_a_file_of_another_kind_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x80\x04.")
    assert "single file" in refusal_of(path, capsys)
    assert main(["station", "--model", str(path)]) == 2
    assert "no such model folder" in capsys.readouterr().err


def bomb(path: Path, name: str) -> bytes:
    """A zip file of a few kilobytes that says it unpacks to more than a gigabyte."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(name, b"")
    content = bytearray(path.read_bytes())
    entry = content.index(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = (2 * GIGABYTE).to_bytes(4, "little")
    return bytes(content)


def test_m1_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, folder: Path) -> None:
    keras_bomb = bomb(tmp_path / "a.zip", "model.weights.h5")
    with pytest.raises(ModelError, match="unpacks to 2 GB"):
        load_network(keras_bomb)
    replace_with_right_checksum(
        folder, EARLY_FILE, bomb(tmp_path / "b.zip", "0_dense_1_kernel.npy")
    )
    with pytest.raises(ModelError, match="unpacks to 2 GB"):
        open_named("openvino", read_model(folder))


OTHER_MODELS: dict[str, tuple[Callable[[Path], object], str]] = {
    "another file": (
        lambda f: (f / ONNX_FILE).write_bytes((f / ONNX_FILE).read_bytes() + b"\0"),
        "its sha256 begins with",
    ),
    "class order": (lambda f: edit_manifest(f, labels=QUALITY_LABELS[::-1]), "in this order"),
    "class count": (lambda f: edit_manifest(f, labels=QUALITY_LABELS[:4]), "FaceQA needs blur"),
    "input size": (lambda f: edit_manifest(f, input_side=192), "pictures of 192 pixels"),
    "newer form": (lambda f: edit_manifest(f, version=9), "by a newer FaceQA"),
}


@pytest.mark.parametrize("other", OTHER_MODELS)
def test_m2_a_valid_model_that_does_not_fit_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], other: str
) -> None:
    spoil, sentence = OTHER_MODELS[other]
    spoil(folder)
    assert sentence in refusal_of(folder, capsys)


def closed_with(qtbot: QtBot, home: Path, chosen: str) -> str:
    """Why a station that is set to a model stays closed; it takes no other model instead."""
    settings = Settings(quality=QualitySettings(model=chosen))
    app = StationApp(settings, DemoSubject(), folder=home)
    qtbot.addWidget(app.window)
    app.start()
    qtbot.waitUntil(lambda: app.station.state().must_acknowledge, timeout=60_000)
    notice = app.station.state().notice
    app.station.acknowledge()
    assert WaitsFor.MODEL in app.station.state().waits_for
    assert app.station.state().light is Light.RED
    app.stop()
    return notice


def kept(home: Path, folder: Path) -> ListedModel:
    contents = {name: (folder / name).read_bytes() for name in MEMBERS}
    return ModelList(home).keep(read_model(folder), contents, "Ada", lambda _model: None)


def test_m2_a_station_takes_no_model_that_nobody_imported(
    qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    edit_manifest(folder, good_threshold=0.01)
    notice = closed_with(qtbot, tmp_path / "home", str(folder))
    assert "is not on this station's list: it was never imported" in notice


def test_m2_a_station_takes_an_imported_model_and_refuses_it_once_it_is_removed(
    qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    edit_manifest(folder, good_threshold=0.6)
    model = kept(home, folder)
    settings = Settings(quality=QualitySettings(model=model.short))
    app = StationApp(settings, DemoSubject(), folder=home)
    qtbot.addWidget(app.window)
    loaded, _ = app._load()
    assert loaded.file.manifest_sha256 == model.sha256
    assert loaded.good_threshold == 0.6
    app.stop()
    ModelList(home).remove(model.short, lambda _model: None)
    assert f"There is no model “{model.short}”" in closed_with(qtbot, home, model.short)


class Payload:
    """Unpickled, it leaves a file behind."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self) -> tuple[object, ...]:
        return (Path.touch, (self._path,))


def test_m3_code_in_a_model_is_never_run(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A Lambda layer in a Keras archive: tests/quality/test_model_file.py.
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path / "home"))
    witness = tmp_path / "the code ran"
    content = pickle.dumps(Payload(witness))
    pickle.loads(content)  # noqa: S301  (the payload works)
    witness.unlink()
    for name in (KERAS_FILE, ONNX_FILE):
        replace_with_right_checksum(folder, name, content)
    replace_with_right_checksum(folder, EARLY_FILE, content)
    with pytest.raises(ModelError):
        QualityModel.load(folder)
    assert not witness.exists()


REFUSED: dict[str, tuple[str, Callable[[Path], bytes], str]] = {
    "a pickle": ("model.pkl", lambda f: pickle.dumps(Payload(f / "the code ran")), "pickle"),
    "HDF5": ("model.h5", lambda _: b"\x89HDF\r\n\x1a\n" + bytes(99), "hdf5"),
    "a Lambda layer": (
        "model.zip",
        lambda _: with_file(KERAS_FILE, keras_bytes(keras_object("Lambda"))),
        "foreign layer",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_m3_code_in_a_model_is_refused_with_an_audit_entry(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kind: str,
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("FACEQA_HOME", str(home))
    name, content, reason = REFUSED[kind]
    path = tmp_path / name
    path.write_bytes(content(tmp_path))
    assert main(["model", "import", str(path)]) == 2
    assert "code" in capsys.readouterr().err
    (entry,) = CaptureStore(home / "captures").audit()
    assert (entry.event, entry.facts["reason"]) == (AuditEvent.MODEL_REFUSED, reason)
    assert ModelList(home).imported() == ()
    assert not (tmp_path / "the code ran").exists()


class ChangedRuntime:
    """The shipped network, with its logits changed on the way."""

    name = "changed"

    def __init__(self, change: Callable[[np.ndarray], np.ndarray]) -> None:
        self._real = open_named("openvino", read_model(default_model_folder()))
        self._change = change

    def run(self, batch: Batch) -> Prediction:
        real = self._real.run(batch)
        return Prediction(self._change(real.logits).astype(np.float32), real.class_maps)


def softmaxed(logits: np.ndarray) -> np.ndarray:
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=1, keepdims=True))


ANSWERS: dict[str, tuple[Callable[[np.ndarray], np.ndarray], str]] = {
    "one nan": (lambda x: np.where(x == x.max(), np.nan, x), "not finite"),
    "all inf": (lambda x: np.full_like(x, np.inf), "not finite"),
    "zero": (np.zeros_like, "the same for every picture"),
    "constant": (lambda x: np.repeat(x[:1], len(x), axis=0), "the same for every picture"),
    "probabilities": (softmaxed, "probabilities where logits belong"),
    "another network": (lambda x: x + 0.1, "not those that its manifest holds"),
    "a class more": (lambda x: np.hstack([x, x[:, :1]]), "another form"),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_m4_a_model_with_unsound_answers_is_refused_at_load(answer: str) -> None:
    change, sentence = ANSWERS[answer]
    with pytest.raises(ModelError, match=f"is not valid: its answers .*{sentence}"):
        refuse_unsound(ChangedRuntime(change), read_model(default_model_folder()))


def test_m4_the_shipped_model_is_sound() -> None:
    refuse_unsound(ChangedRuntime(lambda x: x), read_model(default_model_folder()))


def test_m4_a_constant_model_latches_the_station(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_constant(*_given: object) -> Runtime:
        return FaultyRuntime("constant")

    monkeypatch.setattr(quality_model, "open_runtime", open_constant)
    app = StationApp(Settings(), DemoSubject(), folder=tmp_path)
    qtbot.addWidget(app.window)
    app.start()
    qtbot.waitUntil(lambda: app.station.state().must_acknowledge, timeout=60_000)
    assert "is not valid: its answers are the same" in app.station.state().notice
    app.stop()


# Probabilities are made by the program's own softmax: they sum to 1 or are not numbers at all.
@pytest.mark.parametrize("fault", ["nan", "inf", "minus inf"])
def test_m4_answers_that_turn_unsound_latch_the_gate(tmp_path: Path, fault: str) -> None:
    runtime = FaultyRuntime()
    bench = StationBench(tmp_path)
    bench.station.attach(model_with(runtime), ScriptedEyes())
    bench.make_ready()
    assert bench.is_permitted()
    runtime.fault = fault
    with np.errstate(invalid="ignore"):
        bench.send(Light.GREEN)
    runtime.fault = ""
    bench.send(Light.GREEN, 40)
    state = bench.station.state()
    assert (state.light, state.permitted, state.must_acknowledge) == (Light.RED, False, True)
    assert "not valid" in state.notice
    bench.station.close()


@pytest.mark.parametrize("fault", ["zero", "constant"])
def test_m4_equal_answers_are_never_a_good_face(tmp_path: Path, fault: str) -> None:
    bench = StationBench(tmp_path)
    bench.station.attach(model_with(FaultyRuntime(fault)), ScriptedEyes())
    bench.send(Light.GREEN, 60)
    assert bench.station.state().light is Light.RED
    bench.station.close()


class RestartableApp(StationApp):
    """Loads one runtime after the other; everything else is real."""

    runtimes: tuple[Runtime, ...] = ()
    loads = 0

    def _load(self) -> tuple[QualityModel, EyeDetector]:
        runtime = self.runtimes[min(self.loads, len(self.runtimes) - 1)]
        self.loads += 1
        return model_with(runtime), ScriptedEyes()


@pytest.fixture
def restartable(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., RestartableApp]]:
    made = []

    def start(*runtimes: Runtime) -> RestartableApp:
        app = RestartableApp(SETTINGS, ScriptedCamera(), folder=tmp_path)
        qtbot.addWidget(app.window)
        app.runtimes = runtimes
        made.append(app)
        app.start()
        return app

    yield start
    for app in made:
        for runtime in app.runtimes:
            if isinstance(runtime, FaultyRuntime):
                runtime.release.set()
        app.stop()


def is_judging(app: StationApp) -> bool:
    return app.station.state().light is Light.AMBER


@pytest.mark.parametrize("fault", ["raise", "memory", "hang"])
def test_m5_a_failing_runtime_is_closed_for_and_loaded_again(
    qtbot: QtBot, restartable: Callable[..., RestartableApp], fault: str
) -> None:
    first = FaultyRuntime()
    app = restartable(first, ScriptedRuntime())
    qtbot.waitUntil(lambda: is_judging(app), timeout=20_000)
    # A busy computer may judge a sound frame for longer, and that must not count as a fault.
    with pytest.MonkeyPatch.context() as impatient:
        first.fault = fault
        if fault == "hang":
            assert first.hangs.wait(20.0)
            impatient.setattr(stuck_work, "LONGEST_FRAME_SECONDS", 0.5)
        qtbot.waitUntil(lambda: app.station.state().light is Light.RED, timeout=20_000)
        qtbot.waitUntil(lambda: app.station.state().must_acknowledge, timeout=20_000)
    assert "loaded again; acknowledge" in app.station.state().notice
    qtbot.waitUntil(lambda: app.loads == 2, timeout=20_000)
    assert app.station.state().light is Light.RED, "closed until somebody has read it"
    app.station.acknowledge()
    qtbot.waitUntil(lambda: is_judging(app), timeout=20_000)


def test_m5_frames_that_fail_until_it_is_replaced_are_one_fault(tmp_path: Path) -> None:
    bench = StationBench(tmp_path)
    bench.station.attach(model_with(FaultyRuntime("raise")), ScriptedEyes())
    bench.send(Light.AMBER, 3)
    assert "loaded again; acknowledge" in bench.station.state().notice
    assert bench.station.take_stuck() == {stuck_work.Worker.JUDGING}
    bench.station.close()


@pytest.mark.parametrize("fault", ["raise", "hang"])
def test_m5_a_runtime_that_fails_again_is_not_loaded_a_third_time(
    qtbot: QtBot,
    restartable: Callable[..., RestartableApp],
    monkeypatch: pytest.MonkeyPatch,
    fault: str,
) -> None:
    monkeypatch.setattr(stuck_work, "LONGEST_FRAME_SECONDS", 0.5)
    app = restartable(FaultyRuntime(fault), FaultyRuntime(fault), ScriptedRuntime())
    qtbot.waitUntil(lambda: app.loads == 2, timeout=20_000)
    qtbot.waitUntil(lambda: "start it once more" in app.station.state().notice, timeout=20_000)
    app.station.acknowledge()
    qtbot.wait(300)
    assert app.loads == 2
    assert app.station.state().light is Light.RED


def test_m6_swapping_the_files_while_running_changes_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path / "home"))
    model = QualityModel.load(folder)
    sha256, before = model.sha256, model.predict(probe_batch())[1]
    for path in folder.iterdir():
        if path.is_file():
            path.write_bytes(b"another model")
    layers = layers_of(model.runtime)  # compiled now, from the bytes that were hashed
    assert layers is not None
    assert layers.rounds
    np.testing.assert_array_equal(model.predict(probe_batch())[1], before)
    assert model.sha256 == sha256
    with pytest.raises(ModelError):
        QualityModel.load(folder)


def test_m6_files_swapped_between_checksum_and_use_are_not_used(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = ModelList(tmp_path / "home").read(str(folder))
    edit_manifest(folder, good_threshold=0.01)
    for name in (KERAS_FILE, ONNX_FILE):
        (folder / name).write_bytes(b"another model")
    # The fastest runtime, as a station that knows it opens it.
    monkeypatch.setattr(
        quality_model, "open_runtime", lambda file, _verdicts: open_named("openvino", file)
    )
    model = QualityModel.of(file)
    assert model.good_threshold == read_manifest(default_model_folder()).good_threshold
    assert hashlib.sha256(model.file.onnx_bytes).hexdigest() == model.manifest.files[ONNX_FILE]
    with pytest.raises(ModelError):
        ModelList(tmp_path / "home").read(str(folder))

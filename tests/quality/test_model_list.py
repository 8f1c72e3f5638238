"""The list of models that a station may load, and what it takes in place of a listed one: none."""

import hashlib
import json
import os
import shutil
import stat
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from support.model_files import manifest_bytes, small_files

from faceqa_gui.errors import ModelError, StoreError
from faceqa_gui.eyes.decision import listed_eye_detector
from faceqa_gui.eyes.eye_model import EYE_MODEL_FOLDER, EyeModel
from faceqa_gui.operators.one_writer import one_writer
from faceqa_gui.quality import model_list
from faceqa_gui.quality.model_file import (
    MANIFEST_FILE,
    MODELS_VARIABLE,
    default_model_folder,
    verified_model,
)
from faceqa_gui.quality.model_list import LIST_FILE, ListedModel, ModelList
from faceqa_gui.quality.shipped_models import SHIPPED_EYE_MODEL, SHIPPED_QUALITY_MODEL


@pytest.fixture
def models(tmp_path: Path) -> ModelList:
    return ModelList(tmp_path / "home")


def keep(
    models: ModelList,
    contents: Mapping[str, bytes] | None = None,
    before: Callable[[ListedModel], object] = lambda _model: None,
) -> ListedModel:
    contents = small_files() if contents is None else contents
    file = verified_model(Path("given"), contents[MANIFEST_FILE], contents.__getitem__)
    return models.keep(file, contents, "Ada", before)


def another() -> dict[str, bytes]:
    """The same networks with another threshold: another model."""
    files = {name: data for name, data in small_files().items() if name != MANIFEST_FILE}
    return {MANIFEST_FILE: manifest_bytes(files, good_threshold=0.9), **files}


def sha256_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_program_knows_the_models_that_it_ships_with() -> None:
    """After a change of a shipped manifest, its new checksum belongs into `shipped_models.py`."""
    assert sha256_of(default_model_folder() / MANIFEST_FILE) == SHIPPED_QUALITY_MODEL
    assert sha256_of(EYE_MODEL_FOLDER / MANIFEST_FILE) == SHIPPED_EYE_MODEL


def test_the_shipped_model_needs_no_list(models: ModelList, tmp_path: Path) -> None:
    assert models.imported() == ()
    assert models.read().manifest_sha256 == SHIPPED_QUALITY_MODEL
    assert models.read(SHIPPED_QUALITY_MODEL[:8]).manifest_sha256 == SHIPPED_QUALITY_MODEL
    assert not (tmp_path / "home").exists(), "nothing is written by reading"
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / LIST_FILE).write_text("{ not a list")
    assert models.read().manifest_sha256 == SHIPPED_QUALITY_MODEL


def test_an_imported_model_can_be_chosen_by_name_digits_or_folder(models: ModelList) -> None:
    model = keep(models)
    for text in (model.name, model.short, model.sha256, str(models.folder_of(model))):
        assert models.read(text).manifest_sha256 == model.sha256
    assert models.find("") is None
    assert models.find(model.sha256[:3]) is None, "too short to mean one"


def test_what_is_kept_is_private_and_on_the_disk_as_it_was_checked(
    models: ModelList, tmp_path: Path
) -> None:
    keep(models)
    model = keep(models)
    assert models.imported() == (model,), "the same model is listed once"
    folder = models.folder_of(model)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == dict(small_files())
    assert [path.name for path in folder.parent.iterdir()] == [model.sha256]
    if os.name == "posix":
        files = [tmp_path / "home" / LIST_FILE, *folder.iterdir()]
        assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_name_that_two_models_have_is_no_choice(models: ModelList) -> None:
    first, second = keep(models), keep(models, another())
    with pytest.raises(ModelError, match=f"Several imported .*{first.short}, {second.short}"):
        models.read("Small")
    assert models.read(second.short).manifest.good_threshold == 0.9


@pytest.mark.parametrize("text", ["nothing", "0123456789", "/nowhere/at/all"])
def test_a_model_that_is_nowhere_is_named(models: ModelList, text: str) -> None:
    with pytest.raises(ModelError, match=f"There is no model “{text}”"):
        models.read(text)


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(default_model_folder(), folder))


def edit_manifest(folder: Path) -> None:
    path = folder / MANIFEST_FILE
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"good_threshold": 0.1}))


def test_an_unlisted_model_is_refused_wherever_it_lies(
    models: ModelList, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied(tmp_path / "moved" / default_model_folder().name)
    assert models.read(str(folder)).manifest_sha256 == SHIPPED_QUALITY_MODEL
    edit_manifest(folder)
    with pytest.raises(ModelError, match="is not on this station's list: it was never imported"):
        models.read(str(folder))
    monkeypatch.setenv(MODELS_VARIABLE, str(folder.parent))
    with pytest.raises(ModelError, match="is not on this station's list"):
        models.read()
    with pytest.raises(ModelError, match="is no longer the one that was listed"):
        models.read(SHIPPED_QUALITY_MODEL[:8])


def test_an_imported_model_that_was_altered_is_refused(models: ModelList) -> None:
    model, other = keep(models), keep(models, another())
    folder = models.folder_of(model)
    (folder / "model.onnx").write_bytes(b"swapped")
    with pytest.raises(ModelError, match="not the file that the manifest names"):
        models.read(model.short)
    shutil.rmtree(folder)
    shutil.copytree(models.folder_of(other), folder)
    # A listed model in the place of another one is not what was chosen.
    with pytest.raises(ModelError, match="no longer the one that was listed"):
        models.read(model.short)
    shutil.rmtree(folder)
    with pytest.raises(ModelError, match="it has no manifest"):
        models.read(model.short)
    again = keep(models)
    assert models.read(again.short).manifest_sha256 == model.sha256


def test_a_removed_model_is_refused(models: ModelList, tmp_path: Path) -> None:
    model, other = keep(models), keep(models, another())
    kept = Path(shutil.copytree(models.folder_of(model), tmp_path / "kept"))
    seen: list[ListedModel] = []
    assert models.remove(model.short, seen.append) == model
    assert seen == [model]
    assert models.imported() == (other,)
    assert not models.folder_of(model).exists()
    with pytest.raises(ModelError, match="There is no model"):
        models.read(model.short)
    with pytest.raises(ModelError, match="or was changed or removed since"):
        models.read(str(kept))
    with pytest.raises(ModelError, match="No imported model is called"):
        models.remove(model.short, seen.append)


@pytest.mark.parametrize(
    "content",
    [b"", b"text", b"[]", b'{"version": 2, "models": []}', b'{"models": [{}]}', b"[" * 999_999],
)
def test_a_damaged_or_newer_list_lists_nothing_and_is_not_overwritten(
    models: ModelList, tmp_path: Path, content: bytes
) -> None:
    keep(models)
    place = tmp_path / "home" / LIST_FILE
    place.write_bytes(content)
    for use in (models.imported, lambda: keep(models), lambda: models.read("Small")):
        with pytest.raises(ModelError, match="is damaged or of a newer FaceQA"):
            use()
    assert place.read_bytes() == content


def test_a_list_that_cannot_be_read_is_named(models: ModelList, tmp_path: Path) -> None:
    (tmp_path / "home" / LIST_FILE).mkdir(parents=True)
    with pytest.raises(ModelError, match=r"models\.json cannot be read"):
        models.imported()


def test_a_list_of_any_size_is_read_no_further_than_a_list_may_be(
    models: ModelList, tmp_path: Path
) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / LIST_FILE).write_bytes(b" " * 1_000_001 + b'{"version": 1}')
    with pytest.raises(ModelError, match="is damaged"):
        models.imported()


def test_only_one_at_a_time_changes_the_list(
    models: ModelList, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("faceqa_gui.operators.one_writer._PATIENCE_SECONDS", 0.01)
    with (
        one_writer(tmp_path / "home" / model_list._LOCK_FILE),
        pytest.raises(ModelError, match="Another FaceQA is changing the list of models"),
    ):
        keep(models)
    assert models.imported() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_a_disk_that_refuses_leaves_the_old_list(
    models: ModelList, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = keep(models)

    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(model_list, "write_new_file", full)
        with pytest.raises(StoreError, match=r"cannot be kept in .*: the disk or its quota is ful"):
            keep(models, another())
        patch.setattr(model_list, "replace_file", full)
        with pytest.raises(StoreError, match="cannot be removed"):
            models.remove(model.short, lambda _model: None)
    assert models.imported() == (model,)
    assert models.read(model.short).manifest_sha256 == model.sha256
    # What a crash or a full disk left is in nobody's way.
    assert keep(models, another()) in models.imported()
    assert len(list((tmp_path / "home" / "models").iterdir())) == 2


def test_a_station_takes_only_the_eye_model_of_its_program(tmp_path: Path) -> None:
    listed_eye_detector()
    folder = Path(shutil.copytree(EYE_MODEL_FOLDER, tmp_path / "eyes"))
    path = folder / MANIFEST_FILE
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"closed_above": 0.51}))
    EyeModel(folder)
    with pytest.raises(ModelError, match="is not the one that this program came with"):
        EyeModel(folder, listed_sha256=SHIPPED_EYE_MODEL)

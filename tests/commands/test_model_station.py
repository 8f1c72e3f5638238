"""`faceqa model pack`, `import`, `list` and `remove`, with a real trial in a real child."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from support.clinic_accounts import OPERATOR, OPERATOR_PIN, clinic_accounts
from support.labelled_pictures import write_folders
from support.model_files import keras_bytes, keras_object, with_file

from faceqa_gui.cli import main
from faceqa_gui.errors import ModelError
from faceqa_gui.operators.command_rights import PIN_VARIABLE
from faceqa_gui.quality import model_import
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model_file import KERAS_FILE, MANIFEST_FILE, default_model_folder
from faceqa_gui.quality.model_list import ModelList
from faceqa_gui.quality.shipped_models import SHIPPED_QUALITY_MODEL
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.store import CaptureStore


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("FACEQA_HOME", str(folder))
    return folder


def recalibrated(folder: Path) -> Path:
    """The shipped model as `faceqa model calibrate` leaves it: with another threshold."""
    shutil.copytree(default_model_folder(), folder)
    path = folder / MANIFEST_FILE
    values = json.loads(path.read_text("utf-8")) | {"good_threshold": 0.6}
    path.write_text(json.dumps(values), "utf-8")
    return folder


def events(home: Path) -> list[AuditEvent]:
    return [entry.event for entry in CaptureStore(home / "captures").audit()]


def test_a_model_goes_from_one_computer_to_the_list_of_another(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = tmp_path / "packed.zip"
    folder = recalibrated(tmp_path / "model")
    assert main(["model", "pack", str(folder), "--out", str(packed)]) == 0
    sha256 = hashlib.sha256(packed.read_bytes()).hexdigest()
    assert sha256 in capsys.readouterr().out
    assert main(["station", "--model", str(tmp_path / "nowhere")]) == 2
    assert main(["model", "import", str(packed)]) == 0
    shown = capsys.readouterr().out
    (model,) = ModelList(home).imported()
    assert f"“faceqa station --model {model.short}”" in shown
    assert model.imported_by == "local operator"
    assert ModelList(home).read(model.short).manifest.good_threshold == 0.6
    figures = tmp_path / "list.json"
    assert main(["model", "list", "--json", str(figures)]) == 0
    shown = capsys.readouterr().out
    assert f"{model.short}  MobileNet v1  imported 20" in shown
    assert "by local operator" in shown
    assert json.loads(figures.read_text("utf-8"))["shipped"] == SHIPPED_QUALITY_MODEL
    (entry,) = CaptureStore(home / "captures").audit()
    assert entry.event is AuditEvent.MODEL_IMPORTED
    assert entry.who == "local operator"
    assert entry.facts["sha256"] == sha256
    assert entry.facts["manifest_sha256"] == model.sha256
    assert str(tmp_path) not in json.dumps(dict(entry.facts))
    assert main(["model", "remove", model.short]) == 0
    assert events(home) == [AuditEvent.MODEL_IMPORTED, AuditEvent.MODEL_REMOVED]
    assert ModelList(home).imported() == ()
    assert main(["model", "remove", model.short]) == 2
    assert "No imported model is called" in capsys.readouterr().err


def test_a_refused_model_is_one_sentence_and_on_the_audit_trail(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lambda.zip"
    path.write_bytes(with_file(KERAS_FILE, keras_bytes(keras_object("Lambda"))))
    assert main(["model", "import", str(path)]) == 2
    shown = capsys.readouterr().err
    assert shown.count("\n") == 1
    assert "it has a Lambda layer, which carries code" in shown
    (entry,) = CaptureStore(home / "captures").audit()
    assert entry.event is AuditEvent.MODEL_REFUSED
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    assert dict(entry.facts) == {"reason": "foreign layer", "sha256": sha256}


def test_nobody_but_a_supervisor_imports_or_removes(
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    home.mkdir()
    clinic_accounts(home)
    monkeypatch.setenv(PIN_VARIABLE, OPERATOR_PIN)

    def looked_at(_path: Path) -> None:
        raise AssertionError("a file was looked at before anybody was asked")

    monkeypatch.setattr(model_import, "examine", looked_at)
    for words in (["import", str(tmp_path / "given.zip")], ["remove", "Small"]):
        assert main(["model", *words, "--supervisor", OPERATOR.name]) == 2
        assert "is not a supervisor" in capsys.readouterr().err
    assert AuditEvent.MODEL_IMPORTED not in events(home)


def test_a_calibrated_model_is_loaded_again_once_it_was_imported_again(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(default_model_folder(), tmp_path / "model"))
    models = ModelList(home)
    models.read(str(folder))
    data = write_folders(tmp_path / "data", QUALITY_LABELS, 1)
    assert main(["model", "calibrate", str(folder), str(data)]) == 0
    advice = f"once you have run “faceqa model import {folder}”"
    assert advice in capsys.readouterr().out
    with pytest.raises(ModelError, match=f"Import it with “faceqa model import {folder}”"):
        models.read(str(folder))
    # The trial is the real one above.
    taken = model_import.take_in(folder, models, "Ada", lambda *_noted: None, lambda _files: None)
    assert models.read(str(folder)).manifest_sha256 == taken.sha256
    assert main(["model", "show", str(folder)]) == 0
    assert f"Manifest: sha256 {taken.sha256}" in capsys.readouterr().out


def test_packing_to_a_place_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "nowhere" / "packed.zip"
    assert main(["model", "pack", str(default_model_folder()), "--out", str(out)]) == 2
    assert f"{out} cannot be written" in capsys.readouterr().err


def test_the_trial_is_not_offered_to_anybody(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["model", "--help"])
    shown = capsys.readouterr().out
    assert "  import " in shown
    assert "  try " not in shown

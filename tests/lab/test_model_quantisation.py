"""A model folder gets late layers in 8 bits that its manifest lists and a runtime can use."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from support.labelled_pictures import write_folders

from faceqa_gui.cli import main
from faceqa_gui.errors import DatasetError
from faceqa_gui.lab.dataset import read_dataset
from faceqa_gui.lab.model_quantisation import quantise_model
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model_file import (
    EARLY_FILE,
    ROUNDED_FILE,
    default_model_folder,
    read_manifest,
    read_model,
    write_manifest,
)
from faceqa_gui.quality.runtimes import RUNTIMES, agrees_on_probe, usable_runtimes


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """The shipped model as training leaves it."""
    folder = Path(shutil.copytree(default_model_folder(), tmp_path / "model"))
    manifest = read_manifest(folder)
    for name in (EARLY_FILE, ROUNDED_FILE):
        (folder / name).unlink()
    files = {name: digest for name, digest in manifest.files.items() if (folder / name).exists()}
    write_manifest(folder, manifest.model_copy(update={"files": files}))
    return folder


@pytest.mark.slow
def test_a_quantised_model_can_be_cut_and_rounds(
    bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_model(bare)
    assert before.early_bytes is before.rounded_bytes is None
    data = write_folders(tmp_path / "data", QUALITY_LABELS, 1)
    assert main(["model", "quantise", str(bare), str(data), "--pictures", "3"]) == 0
    shown = capsys.readouterr().out
    assert "late layers in 8 bits" in shown
    assert f"once you have run “faceqa model import {bare}”" in shown
    after = read_model(bare)
    assert after.early_bytes == read_model(default_model_folder()).early_bytes
    assert after.sha256 == before.sha256
    assert agrees_on_probe("openvino-int8", after)
    # Nobody has compared its explanations yet.
    assert usable_runtimes(after) == RUNTIMES


def test_an_altered_rounded_file_is_not_loaded(bare: Path) -> None:
    (bare / ROUNDED_FILE).write_bytes(b"something else")
    assert read_model(bare).rounded_bytes is None, "the manifest does not list it"
    manifest = read_manifest(bare)
    files = {**manifest.files, ROUNDED_FILE: "0" * 64}
    write_manifest(bare, manifest.model_copy(update={"files": files}))
    assert main(["model", "show", str(bare)]) == 2


def test_without_pictures_nothing_is_quantised(bare: Path, tmp_path: Path) -> None:
    data = write_folders(tmp_path / "data", QUALITY_LABELS, 1)
    none = replace(read_dataset(data, QUALITY_LABELS, None), images=())
    with pytest.raises(DatasetError, match="no pictures"):
        quantise_model(bare, none, 3, lambda _done, _total: None)
    assert read_model(bare).early_bytes is None

"""Only the shipped cascades are loaded."""

import shutil
from pathlib import Path

import pytest

from faceqa_gui.errors import ModelError
from faceqa_gui.eyes.haar_files import CASCADE_FOLDER, load_cascade

NAMES = ("eye", "eye_tree_eyeglasses", "frontalface_default", "lefteye_2splits", "righteye_2splits")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped folder."""
    return Path(shutil.copytree(CASCADE_FOLDER, tmp_path / "haar"))


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_cascade_loads_and_names_its_licence(name: str) -> None:
    assert not load_cascade(name).empty()
    head = (CASCADE_FOLDER / f"haarcascade_{name}.xml").read_text()[:6000]
    assert "License" in head or "copyright" in head.lower()


def test_the_working_directory_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert not load_cascade("eye").empty()


def test_an_altered_cascade_is_refused(folder: Path) -> None:
    path = folder / "haarcascade_eye.xml"
    path.write_bytes(path.read_bytes().replace(b"20", b"21", 1))
    with pytest.raises(ModelError, match="is not the one that was shipped"):
        load_cascade("eye", folder)


def test_a_missing_cascade_or_checksum_file_is_named(folder: Path) -> None:
    (folder / "haarcascade_eye.xml").unlink()
    with pytest.raises(ModelError, match=r"haarcascade_eye\.xml cannot be read"):
        load_cascade("eye", folder)
    (folder / "checksums.sha256").unlink()
    with pytest.raises(ModelError, match=r"checksums\.sha256 cannot be read"):
        load_cascade("lefteye_2splits", folder)

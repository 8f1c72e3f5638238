"""A data check finds what was planted, names it, and changes nothing."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from support.labelled_pictures import write_folders, write_manifest, write_picture

from faceqa_gui.errors import DatasetError
from faceqa_gui.lab.data_check import DataCheck, check_data
from faceqa_gui.lab.data_check_text import data_check_text
from faceqa_gui.lab.dataset import file_sha256, read_dataset
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.runtime import Batch, Prediction


class ColourRuntime:
    """Class maps are mean colours of a 7×7 grid: enough to tell the generated classes apart."""

    name = "mean colours"

    def run(self, batch: Batch) -> Prediction:
        cells = batch.reshape(len(batch), 7, 32, 7, 32, 3).mean(axis=(2, 4)) / 255.0
        maps = np.concatenate((cells, cells[..., :2] * cells[..., 1:]), axis=3)
        return Prediction(maps.sum(axis=(1, 2)).astype(np.float32), maps.astype(np.float32))


def _check(root: Path) -> DataCheck:
    calls: list[tuple[int, int]] = []
    found = check_data(
        read_dataset(root, QUALITY_LABELS),
        ColourRuntime(),
        lambda done, total: calls.append((done, total)),
    )
    assert calls[-1][0] == calls[-1][1]
    return found


def _split_rows(root: Path) -> list[dict[str, str]]:
    pictures = sorted(root.glob("*/*.png"))
    return [
        {
            "file": path.relative_to(root).as_posix(),
            "label": path.parent.name,
            "split": "train" if index % 2 else "test",
        }
        for index, path in enumerate(pictures)
    ]


def test_a_sound_data_set_has_no_findings(tmp_path: Path) -> None:
    found = _check(write_folders(tmp_path, QUALITY_LABELS, 12))
    assert found.is_sound
    assert (found.unreadable, found.exact_duplicates, found.near_duplicates) == ((), (), ())
    assert found.suspected_labels == ()
    assert "Doubtful labels: none" in data_check_text(found)


def test_planted_faults_are_found_and_nothing_is_changed(tmp_path: Path) -> None:
    root = write_folders(tmp_path, QUALITY_LABELS, 12)
    wrong = write_picture(root / "good" / "wrong.png", "eyeglasses", 7)
    shutil.copy(root / "blur" / "0.png", root / "blur" / "copy.png")
    rows = _split_rows(root)
    with Image.open(root / "covered_face" / "3.png") as image:
        image.resize((90, 70)).save(root / "covered_face" / "again.jpg", quality=80)
    (root / "blur" / "broken.jpg").write_bytes(b"no picture")
    original = next(row for row in rows if row["file"] == "covered_face/3.png")
    other = "test" if original["split"] == "train" else "train"
    rows += [
        {"file": "covered_face/again.jpg", "label": "covered_face", "split": other},
        {"file": "blur/broken.jpg", "label": "blur", "split": "train"},
        {"file": "blur/gone.jpg", "label": "blur", "split": "train"},
    ]
    write_manifest(root, rows)
    before = {path: file_sha256(path) for path in root.rglob("*") if path.is_file()}
    found = _check(root)
    assert not found.is_sound
    assert [one.path.name for one in found.unreadable] == ["gone.jpg", "broken.jpg"]
    assert [[image.path.name for image in group] for group in found.exact_duplicates] == [
        ["0.png", "copy.png"]
    ]
    assert [{pair.first.path.name, pair.second.path.name} for pair in found.near_duplicates] == [
        {"3.png", "again.jpg"}
    ]
    assert found.suspected_labels is not None
    assert [(one.image.path, one.suggested) for one in found.suspected_labels] == [
        (wrong, "eyeglasses")
    ]
    text = data_check_text(found)
    for name in ("gone.jpg", "broken.jpg", "blur/copy.png", "covered_face/again.jpg", "wrong.png"):
        assert name in text
    assert found.as_json()["suspected_labels"][0]["file"] == "good/wrong.png"
    assert {path: file_sha256(path) for path in root.rglob("*") if path.is_file()} == before


def test_the_same_file_under_two_labels_is_not_sound(tmp_path: Path) -> None:
    root = write_folders(tmp_path, QUALITY_LABELS, 4)
    shutil.copy(root / "blur" / "0.png", root / "blur" / "copy.png")
    assert _check(root).is_sound
    shutil.copy(root / "blur" / "0.png", root / "good" / "copy.png")
    assert not _check(root).is_sound


def test_people_are_kept_apart_where_the_manifest_names_them(tmp_path: Path) -> None:
    root = write_folders(tmp_path, QUALITY_LABELS, 12)
    rows = _split_rows(root)
    for index, row in enumerate(rows):
        row["subject"] = f"person {index // 2}"
    write_manifest(root, rows)
    found = _check(root)
    assert "people kept apart" in found.labels_note
    assert found.suspected_labels == ()


def test_too_few_pictures_leave_the_labels_unchecked(tmp_path: Path) -> None:
    found = _check(write_folders(tmp_path, QUALITY_LABELS, 1))
    assert found.suspected_labels is None
    assert found.as_json()["suspected_labels"] is None
    assert "Labels were not checked" in data_check_text(found)


def test_no_readable_picture_is_one_sentence(tmp_path: Path) -> None:
    for label in QUALITY_LABELS:
        (tmp_path / label).mkdir()
        (tmp_path / label / "a.png").write_bytes(b"")
    with pytest.raises(DatasetError, match=r"No picture in .* can be read; the first: "):
        _check(tmp_path)

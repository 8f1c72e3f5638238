"""What can be chosen of a folder or a list, before anything is judged."""

from pathlib import Path

import pytest
from support.labelled_pictures import write_folders, write_manifest, write_picture

from faceqa_gui.errors import DatasetError
from faceqa_gui.lab.data_choice import columns_of, look_at

LABELS = ("open", "closed")


def test_a_list_offers_columns_splits_and_groups(tmp_path: Path) -> None:
    rows = []
    for number in range(4):
        label = LABELS[number % 2]
        write_picture(tmp_path / f"{number}.png", label, number)
        rows.append(
            {
                "file": f"{number}.png",
                "state": label,
                "split": "val" if number else "train",
                "source": f"s{number // 2}",
                "camera": "one",
            }
        )
    rows.append({**rows[0], "file": "lost.png"})
    write_manifest(tmp_path, rows)
    found = look_at(tmp_path, LABELS, "state")
    assert found.columns == ("file", "state", "split", "source", "camera")
    assert found.splits == {"train": 1, "val": 3}
    assert found.labels == {"open": 2, "closed": 2}
    assert (found.pictures, found.missing) == (4, 1)
    assert found.groups == ("source",)
    assert look_at(tmp_path / "manifest.csv", LABELS, "state") == found


def test_a_folder_per_class_offers_no_columns(tmp_path: Path) -> None:
    found = look_at(write_folders(tmp_path, LABELS, 2), LABELS, "label")
    assert (found.columns, found.groups, found.splits) == ((), (), {"": 4})


def test_what_is_no_list_is_refused(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DatasetError, match="cannot be read as a list"):
        columns_of(tmp_path / "list.csv")

"""FairFace's label files as they are published, any CSV file, and videos among the pictures."""

from pathlib import Path

import numpy as np
import pytest

from faceqa_gui.errors import DatasetError, SourceError
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.lab.dataset import Dataset, LabelledImage, read_dataset
from faceqa_gui.lab.labelled_picture import picture_of
from faceqa_gui.lab.pictures import read_batches

GENDERS = ("Male", "Female")
HEADER = "file,age,gender,race,service_test\n"


def fairface(root: Path, present: tuple[str, ...]) -> Path:
    root.mkdir(parents=True, exist_ok=True)
    (root / "fairface_label_train.csv").write_text(
        HEADER + "train/1.jpg,50-59,Male,East Asian,True\ntrain/2.jpg,30-39,Female,Indian,False\n",
        encoding="utf-8",
    )
    (root / "fairface_label_val.csv").write_text(
        HEADER + "val/1.jpg,3-9,Male,East Asian,False\n", encoding="utf-8"
    )
    for name in present:
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(b"picture")
    return root


def video(path: Path, pictures: int, rate: float = 10.0) -> Path:
    """Picture n is grey of 10·n."""
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), rate, (64, 48))
    assert writer.isOpened()
    for number in range(pictures):
        writer.write(np.full((48, 64, 3), 10 * number, np.uint8))
    writer.release()
    return path


def test_the_published_files_are_one_list_with_the_folder_as_split(tmp_path: Path) -> None:
    root = fairface(tmp_path, ("train/1.jpg", "val/1.jpg"))
    dataset = read_dataset(root, GENDERS, label_column="gender")
    assert [(dataset.name(image), image.label, image.split) for image in dataset.images] == [
        ("train/1.jpg", "Male", "train"),
        ("val/1.jpg", "Male", "val"),
    ]
    assert dataset.images[1].attributes == {
        "age": "3-9",
        "gender": "Male",
        "race": "East Asian",
        "service_test": "False",
    }
    assert [dataset.name(image) for image in dataset.missing] == ["train/2.jpg"]


def test_labels_without_any_picture_are_one_sentence_or_a_list_of_lines(tmp_path: Path) -> None:
    root = fairface(tmp_path, ())
    with pytest.raises(DatasetError, match=r"None of the 3 pictures listed in .* exists"):
        read_dataset(root, GENDERS, label_column="gender")
    listed = read_dataset(root, GENDERS, label_column="gender", pictures_needed=False)
    assert (len(listed.images), len(listed.missing)) == (0, 3)


def test_a_csv_file_of_any_name_is_a_data_set_in_its_folder(tmp_path: Path) -> None:
    root = fairface(tmp_path, ("train/1.jpg",))
    given = root / "mine.txt"
    given.write_text("file,label,site\ntrain/1.jpg,Male,Wien\n", encoding="utf-8")
    dataset = read_dataset(given, GENDERS)
    assert dataset.root == root
    assert [(image.split, image.attributes) for image in dataset.images] == [
        ("train", {"site": "Wien"})
    ]
    given.write_text("file,gender\ntrain/1.jpg,Divers\n", encoding="utf-8")
    with pytest.raises(DatasetError, match="the gender “Divers” is not known"):
        read_dataset(given, GENDERS, label_column="gender")


def test_a_picture_listed_by_two_files_is_refused_with_both_places(tmp_path: Path) -> None:
    root = fairface(tmp_path, ("val/1.jpg",))
    (root / "more_labels.csv").write_text("file,gender\nval/1.jpg,Male\n", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"more_labels.csv, line 2: .* fairface_label_val.csv"):
        read_dataset(root, GENDERS, label_column="gender")


def test_a_picture_list_that_is_no_text_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "face.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(DatasetError, match="not UTF-8 text"):
        read_dataset(tmp_path / "face.jpg", GENDERS)


def _clips(root: Path) -> Dataset:
    video(root / "Male" / "clip.avi", 20)
    (root / "Female").mkdir()
    (root / "Female" / "broken.mp4").write_bytes(b"no video")
    return read_dataset(root, GENDERS, video_step=0.5)


def test_a_video_gives_a_picture_for_every_step_with_its_label(tmp_path: Path) -> None:
    dataset = _clips(tmp_path)
    names = [dataset.name(image) for image in dataset.images]
    assert names == ["Female/broken.mp4#0", *(f"Male/clip.avi#{n}" for n in (0, 5, 10, 15))]
    greys = [picture_of(image).mean() for image in dataset.images[1:]]
    assert greys == pytest.approx([0, 50, 100, 150], abs=3)
    with pytest.raises(SourceError, match="ends before its picture 20"):
        picture_of(LabelledImage(tmp_path / "Male" / "clip.avi", "Male", "", frame=20))


def test_a_broken_video_is_left_out_and_the_rest_is_read(tmp_path: Path) -> None:
    (batch,) = read_batches(_clips(tmp_path), lambda *_done: None)
    assert len(batch.images) == len(batch.inputs) == 4
    assert [one.path.name for one in batch.skipped] == ["broken.mp4"]
    assert "is not a video that can be played" in batch.skipped[0].reason


def test_the_step_belongs_to_the_digest_of_a_video(tmp_path: Path) -> None:
    half = _clips(tmp_path)
    whole = read_dataset(tmp_path, GENDERS)
    assert len(whole.images) == 3
    assert half.digest() != whole.digest()

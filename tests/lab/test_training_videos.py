"""Training on videos: their pictures are learned from, and no video is on both sides."""

from pathlib import Path

import numpy as np
import pytest
from support.labelled_pictures import write_picture, write_video

from faceqa_gui.cli import main
from faceqa_gui.errors import SourceError
from faceqa_gui.frames.frame import resize
from faceqa_gui.lab.dataset import read_dataset
from faceqa_gui.lab.eye_faces import EYE_LABELS, read_faces
from faceqa_gui.lab.labelled_picture import picture_of
from faceqa_gui.lab.pictures import Skipped
from faceqa_gui.lab.training_examples import KEPT_SIDE, read_examples
from faceqa_gui.quality.preprocessing import centre_square

LABELS = ("Male", "Female")


def _silent(_line: str) -> None:
    pass


@pytest.mark.slow
def test_a_folder_of_videos_per_class_trains_a_model(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for label in LABELS:
        for number in range(2):
            write_video(tmp_path / "data" / label / f"{number}.avi", 2)
    out = tmp_path / "out"
    words = ["train", str(tmp_path / "data"), "--out", str(out), "--task", "gender"]
    words += ["--arch", "simple_cnn", "--mode", "paper", "--epochs", "1", "--video-step", "0.5"]
    assert main(words) == 0
    # Two seconds at every half second: four pictures of each of the four videos.
    assert "8 pictures are trained on, 8 validated" in capsys.readouterr().out
    assert "--video-step 0.5" in (out / "manifest.json").read_text("utf-8")


def test_every_picture_of_a_video_becomes_an_example(tmp_path: Path) -> None:
    write_video(tmp_path / "Male" / "clip.avi", 3)
    write_picture(tmp_path / "Female" / "still.png", "good", 1)
    dataset = read_dataset(tmp_path, LABELS)
    examples = read_examples(dataset, _silent)
    assert examples.truth.tolist() == [1, 0, 0, 0]
    for image, kept in zip(dataset.images, examples.pictures, strict=True):
        expected = resize(centre_square(picture_of(image)), KEPT_SIDE, KEPT_SIDE)
        np.testing.assert_array_equal(kept, expected)
    (tmp_path / "Female" / "still.png").write_bytes(b"no picture")
    left_out: list[Skipped] = []
    assert len(read_examples(dataset, _silent, left_out).truth) == 3
    assert len(left_out) == 1
    with pytest.raises(SourceError, match=r"still\.png"):
        read_examples(dataset, _silent)


def test_faces_to_learn_eyes_from_must_be_readable(tmp_path: Path) -> None:
    for label in EYE_LABELS:
        write_video(tmp_path / label / "clip.avi", 2)
    (tmp_path / "closed" / "clip.avi").write_bytes(b"no video")
    with pytest.raises(SourceError, match=r"clip\.avi"):
        read_faces(read_dataset(tmp_path, EYE_LABELS), _silent)

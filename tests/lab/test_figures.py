"""The figures of an evaluation are real pictures that show their numbers."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from faceqa_gui.errors import FaceQAError
from faceqa_gui.lab.figures import write_confusion_figure, write_reliability_figure
from faceqa_gui.lab.metrics import reliability_bins


def _pixels(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def test_the_confusion_figure_follows_its_numbers(tmp_path: Path) -> None:
    right, wrong = tmp_path / "new" / "right.png", tmp_path / "wrong.png"
    write_confusion_figure(right, ("open", "closed"), ("open", "closed"), np.diag([40, 30]))
    write_confusion_figure(
        wrong, ("open", "closed"), ("open", "closed"), np.array([[0, 40], [30, 0]])
    )
    first, second = _pixels(right), _pixels(wrong)
    assert first.shape == second.shape
    assert min(first.shape[:2]) > 200
    assert (first != second).any()


def test_a_class_without_images_and_an_oblong_matrix_are_drawn(tmp_path: Path) -> None:
    path = tmp_path / "eyes.png"
    confusion = np.array([[5, 0, 1], [0, 0, 0]])
    write_confusion_figure(path, ("open", "closed"), ("open", "closed", "unknown"), confusion)
    assert _pixels(path).std() > 1.0


def test_the_reliability_figure_follows_its_numbers(tmp_path: Path) -> None:
    probabilities = np.random.default_rng(0).dirichlet(np.ones(5), 300)
    truth = probabilities.argmax(axis=1)
    write_reliability_figure(tmp_path / "a.png", reliability_bins(probabilities, truth))
    write_reliability_figure(tmp_path / "b.png", reliability_bins(probabilities, (truth + 1) % 5))
    assert (_pixels(tmp_path / "a.png") != _pixels(tmp_path / "b.png")).any()


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FaceQAError, match="cannot be written"):
        write_reliability_figure(tmp_path / "file" / "a.png", ())

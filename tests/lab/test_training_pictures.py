"""Augmentation and painted things: what changes, what stays, and that the seed decides."""

import numpy as np
import pytest

from faceqa_gui.eyes.face_finder import FaceFinder
from faceqa_gui.frames import demo_scenes
from faceqa_gui.frames.frame import Box, Pixels, resize
from faceqa_gui.lab import worn
from faceqa_gui.lab.augmentation import Augmentation
from faceqa_gui.lab.worn import find_face
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.quality.preprocessing import centre_square

LABELS = {quality: QUALITY_LABELS.index(quality) for quality in Quality}
NOTHING = Augmentation(
    zoom=(1.0, 1.0), turn=0.0, shift=0.0, spoil=0.0, glasses=0.0, covering=0.0, cut_out=0.0
)


@pytest.fixture(scope="module")
def face() -> Pixels:
    return resize(centre_square(demo_scenes.open_eyes()), 256, 256)


@pytest.fixture(scope="module")
def box(face: Pixels) -> Box:
    found = find_face(face, FaceFinder())
    assert found is not None
    return found


def _sharpness(pixels: Pixels) -> float:
    grey = pixels.mean(axis=2)
    return float(np.abs(np.diff(grey, axis=0)).mean() + np.abs(np.diff(grey, axis=1)).mean())


@pytest.mark.parametrize("label", range(5))
def test_a_variant_has_the_form_of_the_input(face: Pixels, box: Box, label: int) -> None:
    generator = np.random.default_rng(label)
    before = face.copy()
    for _ in range(20):
        changed, _ = Augmentation().change(face, label, box, generator)
        assert changed.shape == (224, 224, 3)
        assert changed.dtype == np.uint8
    np.testing.assert_array_equal(face, before)


def test_the_seed_decides(face: Pixels, box: Box) -> None:
    good = LABELS[Quality.GOOD]
    first, second, other = (
        Augmentation().change(face, good, box, np.random.default_rng(seed)) for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal(first[0], second[0])
    assert first[1] == second[1]
    assert not np.array_equal(first[0], other[0])


@pytest.mark.parametrize("quality", [q for q in Quality if q is not Quality.GOOD])
def test_only_good_faces_change_their_class(face: Pixels, box: Box, quality: Quality) -> None:
    eager = Augmentation(spoil=0.3, glasses=0.3, covering=0.3)
    generator = np.random.default_rng(0)
    label = LABELS[quality]
    assert {eager.change(face, label, box, generator)[1] for _ in range(30)} == {label}


@pytest.mark.parametrize(
    ("augmentation", "quality"),
    [
        (Augmentation(spoil=0.0, glasses=1.0, covering=0.0), Quality.EYEGLASSES),
        (Augmentation(spoil=0.0, glasses=0.0, covering=1.0), Quality.COVERED_FACE),
        (Augmentation(spoil=1.0, glasses=0.0, covering=0.0), Quality.BLUR),
        (Augmentation(spoil=0.0, glasses=0.0, covering=0.0), Quality.GOOD),
    ],
)
def test_what_is_done_to_a_good_face_names_its_class(
    face: Pixels, box: Box, augmentation: Augmentation, quality: Quality
) -> None:
    generator = np.random.default_rng(0)
    labels = {augmentation.change(face, LABELS[Quality.GOOD], box, generator)[1] for _ in range(20)}
    assert labels == {LABELS[quality]}


def test_without_a_face_nothing_is_painted(face: Pixels) -> None:
    eager = Augmentation(spoil=0.0, glasses=0.5, covering=0.5)
    generator = np.random.default_rng(0)
    good = LABELS[Quality.GOOD]
    assert {eager.change(face, good, None, generator)[1] for _ in range(30)} == {good}


def test_spoiling_takes_the_sharpness_away(face: Pixels, box: Box) -> None:
    generator = np.random.default_rng(0)
    spoiled = Augmentation(
        zoom=(1.0, 1.0), turn=0.0, shift=0.0, spoil=1.0, glasses=0.0, covering=0.0, cut_out=0.0
    )
    good = LABELS[Quality.GOOD]
    blurred = [_sharpness(spoiled.change(face, good, box, generator)[0]) for _ in range(10)]
    kept = [_sharpness(NOTHING.change(face, good, box, generator)[0]) for _ in range(10)]
    assert max(blurred) < 0.6 * np.median(kept)


def test_glasses_lie_on_the_eyes_and_a_covering_below_them(face: Pixels, box: Box) -> None:
    generator = np.random.default_rng(3)
    row_of_eyes = round(box.top + 0.40 * box.height)
    row_of_mouth = round(box.top + 0.80 * box.height)
    for _ in range(15):
        changed = (worn.put_on_glasses(face, box, generator) != face).any(axis=2)
        assert changed[row_of_eyes, box.left : box.left + box.width].any()
        assert not changed[row_of_mouth].any()
        covered = (worn.cover(face, box, generator) != face).any(axis=2)
        assert covered[row_of_mouth, box.left : box.left + box.width].mean() > 0.3


def test_nothing_coloured_is_painted_on_a_grey_photograph(face: Pixels, box: Box) -> None:
    grey = np.repeat(face.mean(axis=2, keepdims=True).astype(np.uint8), 3, axis=2)
    generator = np.random.default_rng(1)
    for _ in range(15):
        assert np.ptp(worn.put_on_glasses(grey, box, generator), axis=2).max() == 0
        assert np.ptp(worn.cover(grey, box, generator), axis=2).max() == 0


def test_a_cut_out_is_one_small_rectangle(face: Pixels) -> None:
    changed = (worn.cut_out(face, np.random.default_rng(0)) != face).any(axis=2)
    assert 0.0 < changed.mean() < 0.16**2


def test_a_face_at_the_border_can_be_painted_on(face: Pixels) -> None:
    generator = np.random.default_rng(0)
    for box in (Box(-60, -60, 200, 200), Box(150, 150, 200, 200), Box(0, 300, 80, 80)):
        for _ in range(8):
            assert worn.put_on_glasses(face, box, generator).shape == face.shape
            assert worn.cover(face, box, generator).shape == face.shape

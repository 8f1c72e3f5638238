"""Training variants say truly whether the eye is open, closed or beyond reading."""

import numpy as np
import pytest

from faceqa_gui.eyes.eye_crops import ALIGNED_SIDE, CROP_SIDE, aligned_eyes
from faceqa_gui.eyes.eye_model import EyeModel
from faceqa_gui.eyes.eye_variants import UNREADABLE, AlignedEye, paint_lid, vary
from faceqa_gui.eyes.face_finder import FaceFinder, Grey, to_grey
from faceqa_gui.eyes.face_patch import face_patch
from faceqa_gui.frames.frame import Pixels


@pytest.fixture(scope="module")
def open_eye(open_face: Pixels) -> Grey:
    grey = to_grey(open_face)
    patch = face_patch(grey, FaceFinder().find(grey)[0])
    return aligned_eyes(patch, EyeModel().locate(patch))[0]


def test_variants_have_one_of_three_targets(open_eye: Grey) -> None:
    generator = np.random.default_rng(0)
    for label, allowed in ((1.0, {1.0, UNREADABLE}), (0.0, {0.0, 1.0, UNREADABLE})):
        targets = set()
        for _ in range(200):
            crop, target = vary(AlignedEye(open_eye, label), generator)
            assert crop.shape == (CROP_SIDE, CROP_SIDE)
            assert crop.dtype == np.uint8
            targets.add(target)
        assert targets == allowed


def test_the_same_seed_gives_the_same_variant(open_eye: Grey) -> None:
    eye = AlignedEye(open_eye, 0.0)
    first, second = (vary(eye, np.random.default_rng(7)) for _ in range(2))
    assert first[1] == second[1]
    np.testing.assert_array_equal(first[0], second[0])


def test_a_painted_lid_changes_the_eye_and_nothing_far_from_it(open_eye: Grey) -> None:
    painted = paint_lid(open_eye, np.random.default_rng(1), cover=1.0)
    changed = np.abs(painted.astype(int) - open_eye.astype(int))
    assert painted.shape == (ALIGNED_SIDE, ALIGNED_SIDE)
    assert changed[24:40, 20:44].mean() > 5 * max(changed[:12].mean(), 0.1)
    assert changed[:12].max() == 0

"""The cascades alone: three values as a witness, two in the paper's mode."""

import itertools

import numpy as np
import pytest

from faceqa_gui.eyes.cascades import HaarEyes, both
from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.eyes.face_finder import to_grey
from faceqa_gui.frames.frame import Pixels


@pytest.mark.parametrize("pair", list(itertools.product(EyeState, EyeState)))
def test_the_larger_opening_counts(pair: tuple[EyeState, EyeState]) -> None:
    expected = EyeState.UNKNOWN
    if EyeState.OPEN in pair:
        expected = EyeState.OPEN
    elif pair == (EyeState.CLOSED, EyeState.CLOSED):
        expected = EyeState.CLOSED
    assert both(*pair) is expected


def test_open_eyes_are_seen_where_they_are(open_face: Pixels) -> None:
    reading = HaarEyes().look(open_face)
    assert reading.state is EyeState.OPEN
    left, right = reading.image_left.box, reading.image_right.box
    assert left is not None
    assert right is not None
    assert left.left < 273 < left.left + left.width
    assert right.left < 434 < right.left + right.width


def test_without_a_face_both_modes_know_nothing() -> None:
    flat = np.full((300, 300, 3), 120, np.uint8)
    for detector in (HaarEyes(), HaarEyes("paper")):
        reading = detector.look(flat)
        assert (reading.state, reading.reason) == (EyeState.UNKNOWN, "no_face")


def test_only_the_paper_calls_closed_what_it_cannot_see(open_face: Pixels) -> None:
    face = HaarEyes().look(open_face).face
    assert face is not None
    hidden = open_face.copy()
    hidden[240:420, 180:530] = (200, 170, 150)
    grey = to_grey(hidden)
    assert {eye.state for eye in HaarEyes("paper").read_face(grey, face)} == {EyeState.CLOSED}
    assert {eye.state for eye in HaarEyes().read_face(grey, face)} == {EyeState.UNKNOWN}

"""The paper's channel calls closed what it cannot see; that is why it is for the lab only."""

import itertools

import numpy as np
import pytest

from faceqa_gui.eyes.cascades import HaarEyes
from faceqa_gui.eyes.eye_state import EyeState, both
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.opencv import cv2


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


def test_without_a_face_nothing_is_known() -> None:
    reading = HaarEyes().look(np.full((300, 300, 3), 120, np.uint8))
    assert (reading.state, reading.reason) == (EyeState.UNKNOWN, "no_face")


def test_hidden_eyes_count_as_closed_for_the_paper(open_face: Pixels) -> None:
    hidden = open_face.copy()
    # Blurred beyond reading, but still a face: dark where eyes are.
    hidden[300:380, 200:510] = cv2.GaussianBlur(hidden[300:380, 200:510], (0, 0), 20.0)
    reading = HaarEyes().look(hidden)
    assert reading.face is not None
    assert reading.state is EyeState.CLOSED

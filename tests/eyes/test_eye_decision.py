"""The decision says closed only of a clear face with both eyes closed."""

from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faceqa_gui.eyes.decision import EyeDecision, unreadable
from faceqa_gui.eyes.eye_state import EyesReading, EyeState
from faceqa_gui.eyes.face_finder import FaceFinder, to_grey
from faceqa_gui.eyes.face_patch import face_patch
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.frames.opencv import cv2

FEW = settings(max_examples=25, deadline=None, derandomize=True)


def _inside(box: Box | None, pixels: Pixels) -> bool:
    height, width = pixels.shape[:2]
    return (
        box is not None
        and box.left >= 0
        and box.top >= 0
        and box.left + box.width <= width
        and box.top + box.height <= height
    )


def test_open_and_closed_eyes_are_read_with_their_places(
    decision: EyeDecision, open_face: Pixels, closed_face: Pixels
) -> None:
    for pixels, state in ((open_face, EyeState.OPEN), (closed_face, EyeState.CLOSED)):
        reading = decision.look(pixels)
        assert (reading.state, reading.reason) == (state, "")
        assert reading.image_left.state is reading.image_right.state is state
        left, right = reading.image_left.box, reading.image_right.box
        assert left is not None
        assert right is not None
        assert _inside(left, pixels)
        assert _inside(right, pixels)
        assert _inside(reading.face, pixels)
        # Corners of the eyes in this picture: (229, 332)-(317, 345) and (385, 351)-(482, 341).
        assert left.left < 273 < left.left + left.width
        assert right.left < 434 < right.left + right.width
        assert all(box.top < 345 < box.top + box.height for box in (left, right))


def test_a_wink_is_open(decision: EyeDecision, winking_face: Pixels) -> None:
    reading = decision.look(winking_face)
    assert reading.state is EyeState.OPEN
    assert reading.image_left.state is not EyeState.OPEN
    assert reading.image_right.state is EyeState.OPEN


def _mirrored(pixels: Pixels) -> Pixels:
    return np.ascontiguousarray(pixels[:, ::-1])


@pytest.mark.parametrize("name", ["open_face", "closed_face", "winking_face"])
def test_a_mirror_swaps_the_eyes_and_keeps_the_verdict(
    decision: EyeDecision, name: str, request: pytest.FixtureRequest
) -> None:
    pixels: Pixels = request.getfixturevalue(name)
    plain, mirrored = decision.look(pixels), decision.look(_mirrored(pixels))
    assert mirrored.state is plain.state
    assert mirrored.image_left.state is plain.image_right.state
    assert mirrored.image_right.state is plain.image_left.state
    left, right = plain.image_left.box, mirrored.image_right.box
    assert left is not None
    assert right is not None
    middle = left.left + left.width / 2
    assert pixels.shape[1] - (right.left + right.width / 2) == pytest.approx(middle, abs=20)


@pytest.mark.parametrize("side", [180, 300, 720, 1080])
def test_the_size_of_the_picture_does_not_matter(
    decision: EyeDecision, open_face: Pixels, closed_face: Pixels, side: int
) -> None:
    for pixels, state in ((open_face, EyeState.OPEN), (closed_face, EyeState.CLOSED)):
        method = cv2.INTER_AREA if side < 720 else cv2.INTER_CUBIC
        scaled = np.asarray(cv2.resize(pixels, (side, side), interpolation=method), np.uint8)
        assert decision.look(scaled).state is state


def test_without_a_face_nothing_is_known(decision: EyeDecision) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (720, 720, 3), dtype=np.uint8)
    flat = np.full((720, 720, 3), 128, np.uint8)
    for pixels in (noise, flat, np.zeros_like(flat), np.full_like(flat, 255)):
        reading = decision.look(pixels)
        assert reading.state is EyeState.UNKNOWN
        assert reading.reason == "no_face"
        assert reading.face is None


@pytest.mark.parametrize("shape", [(1, 1, 3), (2, 700, 3), (40, 30, 3)])
def test_tiny_pictures_are_unknown(decision: EyeDecision, shape: tuple[int, int, int]) -> None:
    assert decision.look(np.full(shape, 90, np.uint8)).state is EyeState.UNKNOWN


def test_of_two_faces_none_is_read(
    decision: EyeDecision, open_face: Pixels, closed_face: Pixels
) -> None:
    pair = np.concatenate([open_face[:, 100:640], closed_face[:, 100:640]], axis=1)
    square = cv2.copyMakeBorder(pair, 180, 180, 0, 0, cv2.BORDER_REPLICATE)
    reading = decision.look(np.asarray(square, np.uint8))
    assert reading.state is EyeState.UNKNOWN
    assert reading.reason == "several_faces"


def test_a_face_in_the_dark_in_glare_or_out_of_focus_is_not_read(
    decision: EyeDecision, closed_face: Pixels
) -> None:
    values = closed_face.astype(np.float32)
    worse = {
        "too_dark": values * 0.2,
        "too_bright": 232.0 + values * 0.09,
        "blurred": cv2.GaussianBlur(values, (0, 0), 16.0),
    }
    face = FaceFinder().find(to_grey(closed_face))[0]
    assert unreadable(face_patch(to_grey(closed_face), face), face) == ""
    for reason, values_seen in worse.items():
        picture = np.clip(values_seen, 0, 255).astype(np.uint8)
        assert unreadable(face_patch(to_grey(picture), face), face) == reason
        assert decision.look(picture).state is EyeState.UNKNOWN


class Fault(NamedTuple):
    """What a bad camera does to a picture."""

    gain: float = 1.0
    offset: float = 0.0
    blur: float = 0.3
    noise: float = 0.0
    seed: int = 0


def _worsened(pixels: Pixels, fault: Fault) -> Pixels:
    values = pixels.astype(np.float32) * fault.gain + fault.offset
    blurred = np.asarray(cv2.GaussianBlur(values, (0, 0), fault.blur))
    drawn = np.random.default_rng(fault.seed).normal(0.0, fault.noise, values.shape)
    return np.asarray(np.clip(blurred + drawn, 0, 255), np.uint8)


@FEW
@given(
    fault=st.builds(
        Fault,
        gain=st.floats(0.02, 2.5),
        offset=st.floats(-80.0, 150.0),
        blur=st.floats(0.3, 25.0),
        noise=st.floats(0.0, 40.0),
        seed=st.integers(0, 1000),
    )
)
def test_open_eyes_are_never_called_closed(
    decision: EyeDecision, open_face: Pixels, fault: Fault
) -> None:
    assert decision.look(_worsened(open_face, fault)).state is not EyeState.CLOSED


@FEW
@given(
    blur=st.floats(0.3, 25.0),
    degrees=st.floats(-25.0, 25.0),
    scale=st.floats(0.6, 1.4),
)
def test_a_wink_is_never_called_closed(
    decision: EyeDecision, winking_face: Pixels, blur: float, degrees: float, scale: float
) -> None:
    turn = cv2.getRotationMatrix2D((360.0, 360.0), degrees, scale)
    turned = cv2.warpAffine(winking_face, turn, (720, 720), borderMode=cv2.BORDER_REPLICATE)
    pixels = _worsened(np.asarray(turned, np.uint8), Fault(blur=blur, noise=2.0))
    assert decision.look(pixels).state is not EyeState.CLOSED


def test_the_same_picture_gives_the_same_reading(
    decision: EyeDecision, closed_face: Pixels
) -> None:
    readings: set[EyesReading] = {decision.look(closed_face) for _ in range(3)}
    assert len(readings) == 1

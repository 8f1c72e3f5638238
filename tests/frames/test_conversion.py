import numpy as np
import pytest

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.conversion import rgb_from_opencv

_BLUE_GREEN_RED = [10, 20, 30]


@pytest.mark.parametrize(
    ("picture", "first_pixel"),
    [
        (np.full((4, 5, 3), _BLUE_GREEN_RED, np.uint8), [30, 20, 10]),
        (np.full((4, 5, 4), [*_BLUE_GREEN_RED, 0], np.uint8), [30, 20, 10]),
        (np.full((4, 5), 7, np.uint8), [7, 7, 7]),
        (np.full((4, 5, 1), 7, np.uint8), [7, 7, 7]),
        (np.full((4, 5), 0x8000, np.uint16), [128, 128, 128]),
        (np.full((4, 5, 3), 0xFFFF, np.uint16), [255, 255, 255]),
    ],
)
def test_every_usable_form_becomes_rgb(picture: np.ndarray, first_pixel: list[int]) -> None:
    pixels = rgb_from_opencv(picture, "camera")
    assert pixels.shape == (4, 5, 3)
    assert pixels.dtype == np.uint8
    assert pixels[0, 0].tolist() == first_pixel


@pytest.mark.parametrize(
    "picture",
    [
        np.zeros((0, 0, 3), np.uint8),
        np.zeros((1, 50, 3), np.uint8),
        np.zeros((4, 5, 2), np.uint8),
        np.zeros((4, 5, 3, 1), np.uint8),
        np.zeros((5,), np.uint8),
        np.full((4, 5, 3), np.nan, np.float32),
    ],
)
def test_any_other_form_is_refused_by_name(picture: np.ndarray) -> None:
    with pytest.raises(SourceError, match="camera delivered a picture of an unusable form"):
        rgb_from_opencv(picture, "camera")

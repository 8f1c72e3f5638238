"""Pictures become PNG bytes without loss, or an error."""

import io

import numpy as np
import pytest
from PIL import Image

from faceqa_gui.errors import StoreError
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.records.picture_bytes import png_bytes

PIXELS = np.random.default_rng(3).integers(0, 256, (31, 47, 3), np.uint8)


def test_another_reader_sees_the_same_pixels_in_rgb() -> None:
    with Image.open(io.BytesIO(png_bytes(PIXELS))) as picture:
        assert picture.format == "PNG"
        assert np.array_equal(np.asarray(picture.convert("RGB")), PIXELS)


def test_views_of_a_larger_picture_are_stored_too() -> None:
    with Image.open(io.BytesIO(png_bytes(PIXELS[3:20, 5:30]))) as picture:
        assert np.array_equal(np.asarray(picture), PIXELS[3:20, 5:30])


@pytest.mark.parametrize(
    "wrong",
    [PIXELS[:, :, 0], PIXELS[:, :, :2], PIXELS.astype(np.float32), PIXELS[:0]],
    ids=["grey", "two channels", "float", "empty"],
)
def test_other_forms_are_refused(wrong: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> None:
    with pytest.raises(StoreError, match="cannot be stored as PNG"):
        png_bytes(wrong)


def test_an_encoder_that_fails_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cv2, "imencode", lambda *_: (False, np.empty(0, np.uint8)))
    with pytest.raises(StoreError, match="without change"):
        png_bytes(PIXELS)


def test_an_encoder_that_loses_something_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    encode = cv2.imencode
    monkeypatch.setattr(cv2, "imencode", lambda _, pixels: encode(".jpg", pixels))
    with pytest.raises(StoreError, match="without change"):
        png_bytes(PIXELS)

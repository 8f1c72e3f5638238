"""What was done to a picture that is not plain 8-bit RGB is said."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.frames.picture_file import PictureNote, read_noted_picture, read_picture

PLAIN = Image.fromarray(np.random.default_rng(0).integers(0, 256, (32, 48, 3), np.uint8))


def _notes(path: Path) -> tuple[PictureNote, ...]:
    noted = read_noted_picture(path)
    np.testing.assert_array_equal(noted.pixels, read_picture(path))
    return noted.notes


@pytest.mark.parametrize("name", ["a.jpg", "a.JPEG", "a.png", "a.bmp", "a.webp", "a.tif"])
def test_a_plain_picture_has_nothing_to_say(tmp_path: Path, name: str) -> None:
    PLAIN.save(tmp_path / name)
    assert _notes(tmp_path / name) == ()


def test_each_peculiarity_is_noted(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    PLAIN.save(tmp_path / "turned.jpg", exif=exif)
    exif[0x0112] = 1
    PLAIN.save(tmp_path / "upright.jpg", exif=exif)
    PLAIN.convert("CMYK").save(tmp_path / "cmyk.jpg")
    Image.fromarray(np.full((8, 8), 40_000, np.uint16)).save(tmp_path / "deep.png")
    colours = np.full((8, 8, 3), 40_000, np.uint16)
    (tmp_path / "deep-colour.png").write_bytes(cv2.imencode(".png", colours)[1].tobytes())
    PLAIN.save(tmp_path / "moving.webp", save_all=True, append_images=[PLAIN.rotate(90)])
    PLAIN.convert("RGBA").save(tmp_path / "clear.png")
    PLAIN.save(tmp_path / "png.jpg", "PNG")
    assert {path.name: _notes(path) for path in tmp_path.iterdir()} == {
        "turned.jpg": (PictureNote.TURNED,),
        "upright.jpg": (),
        "cmyk.jpg": (PictureNote.CMYK,),
        "deep.png": (PictureNote.SIXTEEN_BIT,),
        "deep-colour.png": (PictureNote.SIXTEEN_BIT,),
        "moving.webp": (PictureNote.ANIMATED,),
        "clear.png": (PictureNote.TRANSPARENT,),
        "png.jpg": (PictureNote.MISNAMED,),
    }


def test_an_empty_file_is_called_empty(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").touch()
    with pytest.raises(SourceError, match="is empty"):
        read_picture(tmp_path / "a.jpg")

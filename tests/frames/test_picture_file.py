import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.frames.picture_suffixes import PICTURE_SUFFIXES


def _scene(height: int = 48, width: int = 64) -> np.ndarray:
    """A picture with a red left and a blue right half."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[:, : width // 2] = (220, 20, 30)
    pixels[:, width // 2 :] = (20, 30, 220)
    return pixels


@pytest.mark.parametrize("suffix", sorted(PICTURE_SUFFIXES))
def test_reads_every_listed_format_as_rgb(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"picture{suffix}"
    Image.fromarray(_scene()).save(path)
    pixels = read_picture(path)
    assert pixels.shape == (48, 64, 3)
    assert pixels.dtype == np.uint8
    assert np.abs(pixels[:, :28].astype(int) - (220, 20, 30)).max() < 25
    assert np.abs(pixels[:, 36:].astype(int) - (20, 30, 220)).max() < 25


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "RGBA", "LA"])
def test_other_colour_modes_become_rgb(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "picture.tif"
    converted = Image.fromarray(_scene()).convert(mode)
    converted.save(path)
    pixels = read_picture(path)
    expected = np.asarray(converted.convert("RGB"))
    assert pixels.dtype == np.uint8
    assert np.abs(pixels.astype(int) - expected).max() <= 2


def test_sixteen_bits_are_scaled_not_cut(tmp_path: Path) -> None:
    ramp = np.linspace(0, 65535, 256).astype(np.uint16)[None].repeat(4, axis=0)
    path = tmp_path / "ramp.png"
    Image.fromarray(ramp).save(path)
    assert read_picture(path)[0, :, 0].tolist() == (ramp[0] >> 8).tolist()


def test_transparent_parts_are_white(tmp_path: Path) -> None:
    pixels = np.zeros((8, 8, 4), np.uint8)
    pixels[:4] = (10, 200, 30, 255)
    path = tmp_path / "clear.png"
    Image.fromarray(pixels).save(path)
    read = read_picture(path)
    assert read[0, 0].tolist() == [10, 200, 30]
    assert read[7, 7].tolist() == [255, 255, 255]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_rotation_is_applied(tmp_path: Path, orientation: int) -> None:
    upright = np.asarray(Image.fromarray(_scene()))
    stored = {
        1: upright,
        2: upright[:, ::-1],
        3: upright[::-1, ::-1],
        4: upright[::-1],
        5: upright.transpose(1, 0, 2),
        6: np.rot90(upright),
        7: upright[::-1, ::-1].transpose(1, 0, 2),
        8: np.rot90(upright, -1),
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / "turned.png"
    Image.fromarray(np.ascontiguousarray(stored)).save(path, exif=exif)
    assert np.array_equal(read_picture(path), upright)


def test_an_animation_gives_its_first_picture(tmp_path: Path) -> None:
    red, blue = Image.new("RGB", (16, 16), (255, 0, 0)), Image.new("RGB", (16, 16), (0, 0, 255))
    path = tmp_path / "moving.webp"
    red.save(path, save_all=True, append_images=[blue], lossless=True)
    assert read_picture(path)[0, 0].tolist() == [255, 0, 0]


def test_content_decides_not_the_name(tmp_path: Path) -> None:
    path = tmp_path / "really_a_png.jpg"
    Image.fromarray(_scene()).save(path, format="PNG")
    assert np.array_equal(read_picture(path), _scene())


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".bmp", ".tif"])
def test_a_truncated_file_is_refused(tmp_path: Path, suffix: str) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (96, 96, 3), dtype=np.uint8)
    path = tmp_path / f"cut{suffix}"
    Image.fromarray(noise).save(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    with pytest.raises(SourceError, match=path.name):
        read_picture(path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>no picture</html>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\xff\xd8\xff",
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "renamed.jpg"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"renamed\.jpg"):
        read_picture(path)


@pytest.mark.parametrize("side", [8000, 12_000, 40_000])
def test_a_decompression_bomb_is_refused_by_its_header(tmp_path: Path, side: int) -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + checksum

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    path = tmp_path / "bomb.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", b"") + chunk(b"IEND", b""))
    with pytest.raises(SourceError, match="more than 50 million pixels"):
        read_picture(path)


def test_missing_folder_tiny_and_float_files_are_named(tmp_path: Path) -> None:
    tiny = tmp_path / "tiny.png"
    Image.new("RGB", (1, 9)).save(tiny)
    floats = tmp_path / "floats.tif"
    Image.fromarray(np.zeros((8, 8), np.float32)).save(floats)
    for path in (tmp_path / "missing.png", tmp_path, tiny, floats):
        with pytest.raises(SourceError, match=path.name):
            read_picture(path)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=60,
    derandomize=True,
)
@given(data=st.data(), kind=st.sampled_from(["JPEG", "PNG", "WEBP", "TIFF", "BMP"]))
def test_damaged_files_give_a_picture_or_a_source_error(
    tmp_path: Path, data: st.DataObject, kind: str
) -> None:
    path = tmp_path / "damaged.bin"
    Image.fromarray(_scene()).save(path, format=kind)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    try:
        pixels = read_picture(path)
    except SourceError:
        return
    assert pixels.ndim == 3
    assert pixels.dtype == np.uint8

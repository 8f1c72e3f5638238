"""`read_picture`: one image file as RGB pixels, checked before and while it is decoded.

OpenCV decodes a truncated JPEG without an error and fills the rest with grey, so files are read
with Pillow, which refuses them.
"""

import warnings
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.wording import reason, said

PIXEL_LIMIT = 50_000_000
"""A picture with more pixels than this is refused before it is decoded."""

_FORMATS = ("JPEG", "PNG", "BMP", "WEBP", "TIFF")
_SIXTEEN_BIT_MODES = frozenset({"I;16", "I;16L", "I;16B", "I;16N"})
_UNSCALED_MODES = frozenset({"I", "F"})

_SUFFIXES = {
    "JPEG": {".jpg", ".jpeg"},
    "PNG": {".png"},
    "BMP": {".bmp"},
    "WEBP": {".webp"},
    "TIFF": {".tif", ".tiff"},
}
_EXIF_ORIENTATION = 0x0112
_TURNED = range(2, 9)


class PictureNote(StrEnum):
    """What was done to a picture that is not plain 8-bit RGB, in words for a report."""

    TURNED = said("turned upright, as its EXIF orientation says")
    CMYK = said("converted from CMYK")
    SIXTEEN_BIT = said("reduced from 16 bits to 8")
    ANIMATED = said("of an animation or of several pages, the first picture was taken")
    TRANSPARENT = said("transparent, laid on white")
    MISNAMED = said("of another format than its name says")


@dataclass(frozen=True, slots=True, eq=False)
class NotedPicture:
    """A picture that was read.

    Attributes:
        pixels: uint8, H×W×3, RGB, 0-255, contiguous.
        notes: what was done to it.
    """

    pixels: Pixels
    notes: tuple[PictureNote, ...] = ()


# Pillow warns of odd metadata, which does not matter to the pixels.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")


def read_picture(path: Path) -> Pixels:
    """Read an image file; its content decides the format, not its name.

    EXIF rotation is applied. Grey, palette, CMYK and 16-bit pictures become RGB, transparent
    ones are laid on white, and of an animation the first picture counts.

    Args:
        path: a JPEG, PNG, BMP, WebP or TIFF file.

    Returns:
        uint8, H×W×3, RGB, 0-255, contiguous.

    Raises:
        SourceError: the file is missing, unreadable, truncated, no picture, smaller than 2×2
            or larger than `PIXEL_LIMIT`.
    """
    return read_noted_picture(path).pixels


def read_noted_picture(path: Path) -> NotedPicture:
    """Read an image file as `read_picture` does, and say what was done to it.

    Raises:
        SourceError: as for `read_picture`.
    """
    if path.exists() and not path.is_file():
        # A pipe or a device would be waited for, perhaps for ever.
        raise SourceError(said("{path} is not a plain file. Choose a picture.", path=path))
    if path.exists() and path.stat().st_size == 0:
        raise SourceError(said("{path} is empty (0 bytes). Replace the file.", path=path))
    try:
        with _opened(path) as image:
            deep = _has_sixteen_bits(image)
            return NotedPicture(_decode(image, path), _notes(image, path, deep=deep))
    except FileNotFoundError as error:
        raise SourceError(said("{path} does not exist. Check the name.", path=path)) from error
    except UnidentifiedImageError as error:
        raise SourceError(
            said(
                "{path} is not a JPEG, PNG, BMP, WebP or TIFF picture. Choose another file.",
                path=path,
            )
        ) from error
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise _too_large(path) from error
    except OSError as error:
        why = reason(error) if error.strerror else said("it is damaged or incomplete")
        raise SourceError(
            said("{path} cannot be read ({why}). Replace the file.", path=path, why=why)
        ) from error
    except (ValueError, SyntaxError, EOFError, ArithmeticError, LookupError, TypeError) as error:
        # Pillow's decoders raise these on malformed headers and chunks.
        raise SourceError(
            said("{path} cannot be read (it is damaged). Replace the file.", path=path)
        ) from error


def _has_sixteen_bits(image: Image.Image) -> bool:
    """Whether an image that is not decoded yet has 16 bits per sample."""
    # Pillow calls colour of 16 bits RGB at once; only its plan of decoding still says so.
    return image.mode in _SIXTEEN_BIT_MODES or any(
        "16" in str(tile[3]) for tile in getattr(image, "tile", ())
    )


def _notes(image: Image.Image, path: Path, *, deep: bool) -> tuple[PictureNote, ...]:
    """What a decoded image had about it."""
    turned = image.getexif().get(_EXIF_ORIENTATION) in _TURNED
    suffix = path.suffix.lower()
    facts = {
        PictureNote.TURNED: turned,
        PictureNote.CMYK: image.mode == "CMYK",
        PictureNote.SIXTEEN_BIT: deep,
        PictureNote.ANIMATED: bool(getattr(image, "is_animated", False)),
        PictureNote.TRANSPARENT: image.has_transparency_data,
        PictureNote.MISNAMED: suffix not in _SUFFIXES.get(image.format or "", {suffix}),
    }
    return tuple(note for note, holds in facts.items() if holds)


def _opened(path: Path) -> Image.Image:
    """The image with its header read and nothing decoded."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        return Image.open(path, formats=_FORMATS)


def _decode(image: Image.Image, path: Path) -> Pixels:
    width, height = image.size
    if width * height > PIXEL_LIMIT:
        raise _too_large(path)
    if min(width, height) < 2:
        raise SourceError(
            said(
                "{path} is only {width}×{height} pixels. Choose a larger picture.",
                path=path,
                width=width,
                height=height,
            )
        )
    if image.mode in _UNSCALED_MODES:
        raise SourceError(
            said(
                "{path} holds {mode} samples without a known range. Save it with 8 or 16 bits.",
                path=path,
                mode=image.mode,
            )
        )
    image.load()
    upright = ImageOps.exif_transpose(image)
    if upright.mode in _SIXTEEN_BIT_MODES:
        grey = (np.asarray(upright).astype(np.uint16) >> 8).astype(np.uint8)
        return np.repeat(grey[:, :, None], 3, axis=2)
    if upright.has_transparency_data:
        layered = upright.convert("RGBA")
        upright = Image.alpha_composite(Image.new("RGBA", layered.size, "white"), layered)
    return np.array(upright.convert("RGB"), dtype=np.uint8)


def _too_large(path: Path) -> SourceError:
    limit = PIXEL_LIMIT // 1_000_000
    return SourceError(
        said(
            "{path} has more than {limit} million pixels. Choose a smaller picture.",
            path=path,
            limit=limit,
        )
    )

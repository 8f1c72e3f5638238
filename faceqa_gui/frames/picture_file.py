"""`read_picture`: one image file as RGB pixels, checked before and while it is decoded.

OpenCV decodes a truncated JPEG without an error and fills the rest with grey, so files are read
with Pillow, which refuses them.
"""

import warnings
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.frame import Pixels

PICTURE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff"})
"""Lower-case file endings of the pictures that are looked for in a folder."""

PIXEL_LIMIT = 50_000_000
"""A picture with more pixels than this is refused before it is decoded."""

_FORMATS = ("JPEG", "PNG", "BMP", "WEBP", "TIFF")
_SIXTEEN_BIT_MODES = frozenset({"I;16", "I;16L", "I;16B", "I;16N"})
_UNSCALED_MODES = frozenset({"I", "F"})

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
    if path.exists() and not path.is_file():
        # A pipe or a device would be waited for, perhaps for ever.
        raise SourceError(f"{path} is not a plain file. Choose a picture.")
    try:
        with _opened(path) as image:
            return _decode(image, path)
    except FileNotFoundError as error:
        raise SourceError(f"{path} does not exist. Check the name.") from error
    except UnidentifiedImageError as error:
        raise SourceError(
            f"{path} is not a JPEG, PNG, BMP, WebP or TIFF picture. Choose another file."
        ) from error
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise _too_large(path) from error
    except OSError as error:
        reason = error.strerror or "it is damaged or incomplete"
        raise SourceError(f"{path} cannot be read ({reason}). Replace the file.") from error
    except (ValueError, SyntaxError, EOFError, ArithmeticError, LookupError, TypeError) as error:
        # Pillow's decoders raise these on malformed headers and chunks.
        raise SourceError(f"{path} cannot be read (it is damaged). Replace the file.") from error


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
        raise SourceError(f"{path} is only {width}×{height} pixels. Choose a larger picture.")
    if image.mode in _UNSCALED_MODES:
        raise SourceError(
            f"{path} holds {image.mode} samples without a known range. Save it with 8 or 16 bits."
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
    return SourceError(f"{path} has more than {limit} million pixels. Choose a smaller picture.")

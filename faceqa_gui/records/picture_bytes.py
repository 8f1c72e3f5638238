"""`png_bytes` and `png_pixels`: a picture as the bytes of a file, and back.

`cv2.imwrite` returns False without a word when a folder is missing or a disk is full; so pictures
are encoded in memory, checked, and written by the store like any other file.
"""

import numpy as np

from faceqa_gui.errors import StoreError
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.wording import said


def png_bytes(pixels: Pixels) -> bytes:
    """`pixels` (uint8, H×W×3, RGB) as a lossless PNG that was decoded again and compared.

    Raises:
        StoreError: the picture has another form, or the encoder did not return it unchanged.
    """
    if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] != 3 or not pixels.size:
        raise StoreError(
            said(
                "A picture of {shape} {values} values cannot be stored as PNG. Choose "
                "another video format.",
                shape="×".join(map(str, pixels.shape)),
                values=pixels.dtype,
            )
        )
    encoded, data = cv2.imencode(".png", cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR))
    decoded = cv2.imdecode(data, cv2.IMREAD_COLOR) if encoded else None
    if decoded is None or not np.array_equal(decoded[:, :, ::-1], pixels):
        raise StoreError(
            said(
                "A picture could not be encoded as PNG without change. "
                "Nothing was stored; restart the program and capture again."
            )
        )
    return data.tobytes()


def png_pixels(data: bytes) -> Pixels:
    """The picture in a PNG file that was read whole: uint8, H×W×3, RGB.

    Raises:
        StoreError: it holds no picture.
    """
    coded = np.frombuffer(data, np.uint8)
    decoded = cv2.imdecode(coded, cv2.IMREAD_COLOR) if data else None
    if decoded is None:
        raise StoreError(said("It holds no picture. Restore it from a backup."))
    return np.asarray(cv2.cvtColor(decoded, cv2.COLOR_BGR2RGB), np.uint8)

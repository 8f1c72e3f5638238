"""Changes to pictures as cameras and rooms make them: for training and for robustness tables.

Every function takes and returns uint8, H×W×3, RGB.
"""

import numpy as np

from faceqa_gui.frames.frame import Pixels, resize
from faceqa_gui.frames.opencv import cv2

# Of the side: the mirrored edge of a zoomed-out picture shows no second face after it.
_SCENE_BLUR = 0.06


def place(
    pixels: Pixels,
    side: int,
    *,
    scale: float,
    degrees: float,
    shift: tuple[float, float],
    mirror: bool,
    border: tuple[int, int, int] | None,
) -> Pixels:
    """Scale, turn, shift and mirror a square picture into a square of `side` pixels.

    Args:
        pixels: a square picture.
        side: of the result.
        scale: below 1 the picture shrinks and a border shows.
        degrees: counter-clockwise.
        shift: to the right and down, as a share of the side.
        mirror: left and right change places.
        border: colour of what lies outside; None repeats the edge.
    """
    size = pixels.shape[0]
    centre = (size - 1) / 2
    matrix = cv2.getRotationMatrix2D((centre, centre), degrees, scale * side / size)
    matrix[:, 2] += (side - 1) / 2 - centre + np.array(shift) * side
    if mirror:
        matrix = matrix @ np.array([[-1.0, 0.0, size - 1.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    mode = cv2.BORDER_REPLICATE if border is None else cv2.BORDER_CONSTANT
    warped = cv2.warpAffine(
        pixels,
        matrix,
        (side, side),
        flags=cv2.INTER_LINEAR,
        borderMode=mode,
        borderValue=border or 0,
    )
    return np.asarray(warped, np.uint8)


def defocus(pixels: Pixels, radius: float) -> Pixels:
    """Out of focus: each point becomes a disc of `radius` pixels."""
    reach = max(1, int(np.ceil(radius)))
    grid = np.arange(-reach, reach + 1)
    disc = np.clip(radius + 0.5 - np.hypot(*np.meshgrid(grid, grid)), 0.0, 1.0)
    return np.asarray(cv2.filter2D(pixels, -1, disc / disc.sum()), np.uint8)


def motion_blur(pixels: Pixels, length: int, degrees: float) -> Pixels:
    """Moved during the exposure: each point becomes a line of `length` pixels."""
    line = np.zeros((length, length), np.float32)
    line[length // 2] = 1.0
    centre = ((length - 1) / 2, (length - 1) / 2)
    turned = cv2.warpAffine(line, cv2.getRotationMatrix2D(centre, degrees, 1.0), (length, length))
    return np.asarray(cv2.filter2D(pixels, -1, turned / max(turned.sum(), 1e-6)), np.uint8)


def jpeg(pixels: Pixels, quality: int) -> Pixels:
    """Compressed and decompressed as JPEG of `quality` 1-100."""
    reversed_channels = np.ascontiguousarray(pixels[:, :, ::-1])
    _, data = cv2.imencode(".jpg", reversed_channels, [cv2.IMWRITE_JPEG_QUALITY, quality])
    decoded = np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)
    return np.ascontiguousarray(decoded[:, :, ::-1])


def light(pixels: Pixels, *, gain: float, contrast: float, gamma: float) -> Pixels:
    """Brightness by `gain`, contrast around the mean, then gamma; values are cut at 0 and 255."""
    mean = float(pixels.mean())
    ramp = (np.arange(256) - mean) * contrast + mean * gain
    curve = 255.0 * np.clip(ramp / 255.0, 0.0, 1.0) ** gamma
    return np.asarray(cv2.LUT(pixels, curve.astype(np.uint8)), np.uint8)


def tint(pixels: Pixels, gains: tuple[float, float, float]) -> Pixels:
    """Coloured light: each of red, green, blue times its gain."""
    return np.clip(pixels * np.array(gains, np.float32), 0, 255).astype(np.uint8)


def grey(pixels: Pixels) -> Pixels:
    """Without colour, still three channels."""
    return np.asarray(
        cv2.cvtColor(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB), np.uint8
    )


def noise(pixels: Pixels, sigma: float, generator: "np.random.Generator") -> Pixels:
    """Sensor noise of standard deviation `sigma` grey levels."""
    drawn = generator.standard_normal(pixels.shape, np.float32) * sigma
    return np.clip(pixels + drawn, 0, 255).astype(np.uint8)


def brightness(pixels: Pixels, gain: float) -> Pixels:
    """Every value times `gain` (>= 0), rounded and cut at 255."""
    curve = np.clip(np.round(np.arange(256) * gain), 0, 255)
    return np.asarray(cv2.LUT(pixels, curve.astype(np.uint8)), np.uint8)


def turn(pixels: Pixels, degrees: float) -> Pixels:
    """Turned about its middle, counter-clockwise; what lies outside mirrors the inside."""
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), degrees, 1.0)
    turned = cv2.warpAffine(
        pixels,
        matrix,
        (width, height),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REFLECT_101,
    )
    return np.asarray(turned, np.uint8)


def zoom_out(pixels: Pixels, side: int, share: float) -> Pixels:
    """The picture in the middle of a wider scene, which is its own mirrored edge, out of focus.

    Args:
        pixels: a square picture.
        side: of the result.
        share: of the side that the picture fills, above 1/3 and at most 1.
    """
    inner = round(side * share)
    before = (side - inner) // 2
    after = side - inner - before
    small = resize(pixels, inner, inner)
    wide = cv2.copyMakeBorder(small, before, after, before, after, cv2.BORDER_REFLECT)
    scene = np.asarray(cv2.GaussianBlur(wide, (0, 0), side * _SCENE_BLUR), np.uint8)
    scene[before : before + inner, before : before + inner] = small
    return scene


def mirror(pixels: Pixels) -> Pixels:
    """Left and right change places."""
    return np.ascontiguousarray(pixels[:, ::-1])


def crop_middle(pixels: Pixels, share: float) -> Pixels:
    """The middle of a picture, `share` (0-1) of its height and width; a view."""
    height, width = pixels.shape[:2]
    top, left = round(height * (1.0 - share) / 2), round(width * (1.0 - share) / 2)
    return pixels[top : height - top, left : width - left]

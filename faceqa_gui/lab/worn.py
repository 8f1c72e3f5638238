"""Glasses and coverings painted on good faces: training pictures of what data sets rarely show.

Faces are given as the box of the frontal-face cascade; the places below are shares of its width,
measured from its upper left corner. Every function takes and returns uint8, H×W×3, RGB.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from faceqa_gui.eyes.face_finder import FaceFinder, to_grey
from faceqa_gui.frames.frame import Box, Pixels

_Floats = NDArray[np.float32]
_Points = NDArray[np.float64]

# Shapes are drawn three times as large and averaged, so that their edges are smooth.
_FINER = 3
_EYE_DOWN = 0.39
_EYE_ASIDE = 0.19
_DARK = (18, 75)
_ANY = (0, 256)


def find_face(pixels: Pixels, finder: FaceFinder) -> Box | None:
    """The largest frontal face of a picture; None where the cascade finds none."""
    faces = finder.find(to_grey(pixels))
    return faces[0] if faces else None


def put_on_glasses(pixels: Pixels, face: Box, generator: np.random.Generator) -> Pixels:
    """A face behind spectacles or sunglasses of a random make."""
    canvas = _Canvas(pixels, face)
    turn = np.deg2rad(generator.uniform(-4.0, 4.0))
    rim = generator.uniform(0.010, 0.042)
    half = generator.uniform(0.115, 0.165)
    tall = half * generator.uniform(0.55, 1.0)
    aside = max(_EYE_ASIDE + generator.uniform(-0.01, 0.02), half + 0.025)
    outline = _superellipse(half, tall, generator.uniform(2.0, 5.0))
    middle = np.array([0.5, _EYE_DOWN + generator.uniform(-0.005, 0.04)])
    lenses = [_turned(outline + np.array([side * aside, 0.0]), turn) + middle for side in (-1, 1)]
    reach = aside + half
    bridge = _arc((-aside + half, -0.25 * tall), (aside - half, -0.25 * tall), -0.03)
    arms = [
        np.array([(side * reach, -0.3 * tall), (side * (reach + 0.14), -0.4 * tall)])
        for side in (-1, 1)
    ]
    half_rim = generator.random() < 0.15

    def draw_rim(draw: ImageDraw.ImageDraw) -> None:
        for lens in lenses:
            upper = lens[len(lens) // 2 - 3 :] if half_rim else lens
            canvas.stroke(draw, upper, rim, closed=not half_rim)
        for line in (bridge, *arms):
            canvas.stroke(draw, _turned(line, turn) + middle, rim)

    frame = canvas.drawn(draw_rim, blur=generator.uniform(0.0, 0.8))
    glass = canvas.filled(*lenses, blur=0.5)
    canvas.shade(_soft(np.roll(frame, 3, axis=0), 2.0) * generator.uniform(0.0, 0.4))
    if generator.random() < 0.2:
        canvas.mix(_colour(generator, _DARK), glass * generator.uniform(0.45, 0.95))
    else:
        canvas.mix(_colour(generator, (150, 230)), glass * generator.uniform(0.0, 0.15))
    if generator.random() < 0.4:
        start = generator.uniform(-0.1, 0.9)
        slant = np.array([(start, 0.0), (start + 0.15, 0.0), (start - 0.15, 1.0), (start - 0.3, 1)])
        band = canvas.filled(slant, blur=3.0)
        canvas.mix((245.0, 245.0, 245.0), glass * band * generator.uniform(0.15, 0.7))
    canvas.mix(_frame_colour(generator), frame * generator.uniform(0.75, 1.0))
    return canvas.pixels()


def cover(pixels: Pixels, face: Box, generator: np.random.Generator) -> Pixels:
    """A face behind a mask, a scarf, a hand or a sheet."""
    kind = generator.choice(4, p=(0.45, 0.15, 0.25, 0.15))
    return (_mask, _scarf, _hand, _sheet)[kind](_Canvas(pixels, face), generator).pixels()


def cut_out(pixels: Pixels, generator: np.random.Generator) -> Pixels:
    """A small upright rectangle of one colour anywhere in the picture."""
    side = pixels.shape[0]
    width, height = (generator.uniform(0.05, 0.16, 2) * side).astype(int)
    left, top = generator.integers(0, side - width), generator.integers(0, side - height)
    changed = pixels.copy()
    changed[top : top + height, left : left + width] = generator.integers(*_ANY, 3)
    return changed


@dataclass(slots=True)
class _Canvas:
    """A picture that is painted on in shares of its face."""

    original: Pixels
    face: Box
    _values: _Floats | None = None

    @property
    def values(self) -> _Floats:
        if self._values is None:
            self._values = self.original.astype(np.float32)
        return self._values

    def pixels(self) -> Pixels:
        # Colour on a grey photograph would give the painted thing away.
        grey = (np.ptp(self.original, axis=2) < 3).all()
        values = self.values.mean(axis=2, keepdims=True) if grey else self.values
        changed = np.clip(np.round(values), 0, 255).astype(np.uint8)
        return np.broadcast_to(changed, self.original.shape).copy()

    def filled(self, *shapes: _Points, blur: float) -> _Floats:
        """Polygons as an opacity of 0-1 with edges soft by `blur` pixels."""

        def paint(draw: ImageDraw.ImageDraw) -> None:
            for shape in shapes:
                draw.polygon(self._places(shape), fill=255)

        return self.drawn(paint, blur=blur)

    def stroked(self, *lines: _Points, thickness: float, blur: float) -> _Floats:
        """Lines with round ends as an opacity of 0-1 with edges soft by `blur` pixels."""

        def paint(draw: ImageDraw.ImageDraw) -> None:
            for line in lines:
                self.stroke(draw, line, thickness)

        return self.drawn(paint, blur=blur)

    def drawn(self, paint: Callable[[ImageDraw.ImageDraw], None], blur: float) -> _Floats:
        """What `paint` draws in white, as an opacity of 0-1 with edges soft by `blur` pixels."""
        height, width = self.original.shape[:2]
        image = Image.new("L", (width * _FINER, height * _FINER))
        paint(ImageDraw.Draw(image))
        small = image.resize((width, height), Image.Resampling.BOX)
        return _soft(np.asarray(small, np.float32) / 255.0, blur)

    def stroke(
        self, draw: ImageDraw.ImageDraw, points: _Points, thickness: float, *, closed: bool = False
    ) -> None:
        places = self._places(points)
        width = max(2, round(thickness * self.face.width * _FINER))
        draw.line([*places, places[0]] if closed else places, 255, width, joint="curve")
        for x, y in () if closed else (places[0], places[-1]):
            draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), 255)

    def _places(self, points: _Points) -> list[tuple[float, float]]:
        corner = np.array([self.face.left, self.face.top])
        return [(x, y) for x, y in ((points * self.face.width + corner) * _FINER).tolist()]

    def grid(self) -> tuple[_Floats, _Floats]:
        """Place of every pixel across and down the face."""
        rows, columns = np.mgrid[: self.original.shape[0], : self.original.shape[1]]
        across = (columns - self.face.left) / self.face.width
        down = (rows - self.face.top) / self.face.width
        return across.astype(np.float32), down.astype(np.float32)

    def shade(self, opacity: _Floats) -> None:
        self._values = self.values * (1.0 - opacity)[:, :, None]

    def mix(self, colour: Sequence[float] | _Floats, opacity: _Floats) -> None:
        share = opacity[:, :, None]
        self._values = self.values * (1.0 - share) + np.asarray(colour, np.float32) * share


def _mask(canvas: _Canvas, generator: np.random.Generator) -> _Canvas:
    top = generator.uniform(0.44, 0.56)
    wide = generator.uniform(0.36, 0.44)
    low = generator.uniform(1.0, 1.12)
    half = [(0.0, top), (0.14, top + 0.02), (wide, top + generator.uniform(0.05, 0.12))]
    half += [(wide - 0.02, 0.84), (wide - 0.14, low - 0.09), (0.0, low)]
    points = [(0.5 + x, y) for x, y in half] + [(0.5 - x, y) for x, y in half[-2:0:-1]]
    cloth = canvas.filled(_rounded(np.array(points)), blur=0.7)
    ears = [[(0.5 + s * wide, y), (0.5 + s * 0.56, y - 0.08)] for s in (-1, 1) for y in (0.62, 0.8)]
    loops = canvas.stroked(*map(np.array, ears), thickness=0.015, blur=0.5)
    canvas.shade(_soft(np.roll(cloth, 4, axis=0), 4.0) * generator.uniform(0.1, 0.45))
    across, down = canvas.grid()
    light = 1.0 - generator.uniform(0.1, 0.4) * np.abs(across - generator.uniform(0.35, 0.65)) * 2
    for fold in np.arange(top + 0.12, low, 0.11) if generator.random() < 0.6 else ():
        crease = down - fold + 0.08 * ((across - 0.5) / wide) ** 2
        light -= generator.uniform(0.05, 0.18) * np.exp(-((crease / 0.012) ** 2))
    colour = _cloth_colour(generator)
    canvas.mix(colour, loops * 0.9)
    canvas.mix(_textured(light, colour, generator), cloth)
    return canvas


def _scarf(canvas: _Canvas, generator: np.random.Generator) -> _Canvas:
    left, right = generator.uniform(0.45, 0.72, 2)
    middle = generator.uniform(0.42, 0.62)
    points = np.array([(-0.5, left), (0.5, middle), (1.5, right), (1.6, 2.5), (-0.6, 2.5)])
    cloth = canvas.filled(_rounded(points), blur=1.0)
    canvas.shade(_soft(np.roll(cloth, -3, axis=0), 4.0) * 0.3)
    across, down = canvas.grid()
    wave = generator.uniform(8, 30) * (down + generator.uniform(-0.4, 0.4) * across)
    light = 0.85 + generator.uniform(0.05, 0.25) * np.sin(wave)
    canvas.mix(_textured(light.astype(np.float32), _cloth_colour(generator), generator), cloth)
    return canvas


def _hand(canvas: _Canvas, generator: np.random.Generator) -> _Canvas:
    face = canvas.face
    cheek = canvas.original[
        max(0, face.top + face.height // 2) : max(1, face.top + face.height * 3 // 4),
        max(0, face.left + face.width // 4) : max(1, face.left + face.width * 3 // 4),
    ]
    skin = np.median(cheek.reshape(-1, 3), axis=0) if cheek.size else np.array([200, 160, 140])
    skin = skin * generator.uniform(0.75, 1.15)
    centre = np.array([generator.uniform(0.35, 0.65), generator.uniform(0.68, 0.88)])
    heading = -np.pi * generator.uniform(0.0, 1.0)
    ahead = np.array([np.cos(heading), np.sin(heading)])
    beside = np.array([-ahead[1], ahead[0]])
    palm = centre + _turned(_superellipse(0.26, 0.24, 2.4), heading)
    wrist = [centre - 0.15 * ahead, centre - 1.6 * ahead]
    light = np.ones(canvas.original.shape[:2], np.float32)
    arm = canvas.stroked(np.array(wrist), thickness=0.34, blur=1.0)
    hand = np.maximum(canvas.filled(palm, blur=1.0), arm)
    for place in (-0.18, -0.06, 0.06, 0.18):
        length = generator.uniform(0.40, 0.52) - abs(place)
        finger = np.array([centre + place * beside, centre + place * beside + length * ahead])
        shape = canvas.stroked(finger, thickness=0.105, blur=1.0)
        light -= generator.uniform(0.15, 0.35) * (_soft(shape, 3.0) * (1.0 - shape))
        hand = np.maximum(hand, shape)
    canvas.shade(_soft(np.roll(hand, 5, axis=0), 5.0) * 0.4)
    canvas.mix(_textured(light, skin, generator), hand)
    return canvas


def _sheet(canvas: _Canvas, generator: np.random.Generator) -> _Canvas:
    centre = np.array([generator.uniform(0.3, 0.7), generator.uniform(0.65, 0.95)])
    half = generator.uniform((0.3, 0.22), (0.6, 0.45))
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * half
    points = _turned(corners, generator.uniform(-0.5, 0.5)) + centre
    sheet = canvas.filled(points, blur=0.6)
    canvas.shade(_soft(np.roll(sheet, 4, axis=0), 4.0) * 0.35)
    across, down = canvas.grid()
    light = 0.9 + generator.uniform(-0.15, 0.15) * across + generator.uniform(-0.15, 0.15) * down
    canvas.mix(_textured(light.astype(np.float32), _cloth_colour(generator), generator), sheet)
    return canvas


def _textured(
    light: _Floats, colour: Sequence[float] | NDArray[np.float64], generator: np.random.Generator
) -> _Floats:
    grain = generator.standard_normal(light.shape, np.float32) * generator.uniform(0.0, 0.06)
    lit = np.clip(light + grain, 0.1, 1.3)
    return np.asarray(lit[:, :, None] * np.asarray(colour, np.float32), np.float32)


def _colour(generator: np.random.Generator, span: tuple[int, int]) -> tuple[float, float, float]:
    red, green, blue = generator.uniform(*span) + generator.uniform(-12, 12, 3)
    return red, green, blue


def _cloth_colour(generator: np.random.Generator) -> tuple[float, float, float]:
    made = generator.random()
    if made < 0.3:
        return 150.0 + 40 * made, 190.0 + 60 * made, 225.0
    if made < 0.55:
        return _colour(generator, (205, 250))
    if made < 0.75:
        return _colour(generator, _DARK)
    red, green, blue = generator.uniform(*_ANY, 3)
    return red, green, blue


def _frame_colour(generator: np.random.Generator) -> tuple[float, float, float]:
    made = generator.random()
    if made < 0.6:
        return _colour(generator, (5, 60))
    if made < 0.8:
        return 95.0 + 60 * (made - 0.6), 60.0, 35.0
    if made < 0.9:
        return _colour(generator, (150, 220))
    red, green, blue = generator.uniform(*_ANY, 3)
    return red, green, blue


def _superellipse(half_width: float, half_height: float, power: float) -> _Points:
    angle = np.linspace(0.0, 2.0 * np.pi, 60, endpoint=False)
    across, down = np.cos(angle), np.sin(angle)
    x = half_width * np.sign(across) * np.abs(across) ** (2.0 / power)
    y = half_height * np.sign(down) * np.abs(down) ** (2.0 / power)
    return np.stack([x, y], axis=1)


def _arc(start: tuple[float, float], end: tuple[float, float], rise: float) -> _Points:
    share = np.linspace(0.0, 1.0, 9)[:, None]
    line = (1.0 - share) * np.array(start) + share * np.array(end)
    return np.asarray(line + np.concatenate([0.0 * share, 4 * rise * share * (1 - share)], axis=1))


def _turned(points: _Points, angle: float) -> _Points:
    cosine, sine = np.cos(angle), np.sin(angle)
    return np.asarray(points @ np.array([[cosine, sine], [-sine, cosine]]), np.float64)


def _rounded(points: _Points) -> _Points:
    """A closed outline with its corners cut three times (Chaikin 1974)."""
    for _ in range(3):
        following = np.roll(points, -1, axis=0)
        pairs = [0.75 * points + 0.25 * following, 0.25 * points + 0.75 * following]
        points = np.stack(pairs, axis=1).reshape(-1, 2)
    return points


def _soft(opacity: _Floats, blur: float) -> _Floats:
    if blur <= 0.0:
        return opacity
    image = Image.fromarray(np.asarray(opacity * 255.0, np.uint8))
    return np.asarray(image.filter(ImageFilter.GaussianBlur(blur)), np.float32) / 255.0

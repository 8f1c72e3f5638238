"""What a training picture may look like in another room, under another camera."""

from dataclasses import dataclass

import numpy as np

from faceqa_gui.frames import alter
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.lab import worn
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.quality.preprocessing import INPUT_SIDE

_GOOD = QUALITY_LABELS.index(Quality.GOOD)
_BLUR = QUALITY_LABELS.index(Quality.BLUR)
_GLASSES = QUALITY_LABELS.index(Quality.EYEGLASSES)
_COVERED = QUALITY_LABELS.index(Quality.COVERED_FACE)


@dataclass(frozen=True, slots=True)
class Augmentation:
    """Ranges of the random changes.

    Attributes:
        zoom: scale of the picture: below 1 the face is smaller, as in front of a webcam.
        turn: degrees to either side.
        shift: share of the side to either side.
        spoil: share of good faces that are blurred so strongly that their label becomes blur.
        glasses: share of good faces that get painted glasses, and that label.
        covering: share of good faces that get a painted covering, and that label.
        cut_out: share of pictures that lose a small rectangle.
        upside_down: share of pictures that are turned upside down.
        camera: whether colours, light, noise and compression change too.
    """

    zoom: tuple[float, float] = (0.55, 1.25)
    turn: float = 15.0
    shift: float = 0.08
    spoil: float = 0.08
    glasses: float = 0.10
    covering: float = 0.10
    cut_out: float = 0.10
    upside_down: float = 0.0
    camera: bool = True

    def change(
        self, pixels: Pixels, label: int, face: Box | None, generator: np.random.Generator
    ) -> tuple[Pixels, int]:
        """One random variant of a picture.

        Args:
            pixels: uint8, S×S×3, RGB.
            label: index of its class.
            face: where its face is, if it is good and a face was found.
            generator: source of every random choice.

        Returns:
            uint8, 224×224×3, RGB, and the index of its class, which painting and blur change.
        """
        fate = generator.random() if label == _GOOD else 1.0
        if face is not None and fate < self.glasses:
            pixels, label = worn.put_on_glasses(pixels, face, generator), _GLASSES
        elif face is not None and fate < self.glasses + self.covering:
            pixels, label = worn.cover(pixels, face, generator), _COVERED
        elif generator.random() < self.cut_out:
            pixels = worn.cut_out(pixels, generator)
        changed = self._place(pixels, generator)
        if self.upside_down and generator.random() < self.upside_down:
            changed = np.ascontiguousarray(changed[::-1])
        if not self.camera:
            return changed, label
        changed = _recolour(changed, generator)
        if label == _GOOD and fate > 1.0 - self.spoil:
            return _blur_strongly(changed, generator), _BLUR
        return _record(changed, generator), label

    def _place(self, pixels: Pixels, generator: np.random.Generator) -> Pixels:
        scale = generator.uniform(*self.zoom) if generator.random() < 0.8 else 1.0
        flat = tuple(int(value) for value in generator.integers(0, 255, 3))
        return alter.place(
            pixels,
            INPUT_SIDE,
            scale=scale,
            degrees=generator.uniform(-self.turn, self.turn),
            shift=(
                generator.uniform(-self.shift, self.shift),
                generator.uniform(-self.shift, self.shift),
            ),
            mirror=generator.random() < 0.5,
            border=(flat[0], flat[1], flat[2]) if generator.random() < 0.5 else None,
        )


def _recolour(pixels: Pixels, generator: np.random.Generator) -> Pixels:
    if generator.random() < 0.35:
        pixels = alter.grey(pixels)
    elif generator.random() < 0.5:
        red, green, blue = generator.uniform(0.8, 1.2, 3)
        pixels = alter.tint(pixels, (red, green, blue))
    return alter.light(
        pixels,
        gain=generator.uniform(0.5, 1.4),
        contrast=generator.uniform(0.6, 1.4),
        gamma=generator.uniform(0.6, 1.6) if generator.random() < 0.3 else 1.0,
    )


def _record(pixels: Pixels, generator: np.random.Generator) -> Pixels:
    """Mild faults of a camera that leave the label as it is."""
    if generator.random() < 0.25:
        pixels = alter.defocus(pixels, generator.uniform(0.3, 1.2))
    if generator.random() < 0.3:
        pixels = alter.noise(pixels, generator.uniform(2.0, 12.0), generator)
    if generator.random() < 0.3:
        pixels = alter.jpeg(pixels, int(generator.integers(25, 90)))
    return pixels


def _blur_strongly(pixels: Pixels, generator: np.random.Generator) -> Pixels:
    if generator.random() < 0.5:
        return alter.defocus(pixels, generator.uniform(5.0, 9.0))
    return alter.motion_blur(pixels, int(generator.integers(15, 29)), generator.uniform(0.0, 180.0))

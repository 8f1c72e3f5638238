"""Which frame of the UV camera becomes the UV picture, its checks, and its registration."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from faceqa_gui.frames.frame import Box, Frame, Pixels, resize
from faceqa_gui.wording import said

LIT_LEVEL = 32
"""Above the 16 of video black and the noise of a covered sensor, in grey levels of 255."""

LEAST_LIT_SHARE = 0.01
"""Fluorescence fills little of a picture; less than this share of it is nothing to look at."""

SATURATED_LEVEL = 250
MOST_SATURATED_SHARE = 0.25
"""A bright wall or gown may be lost; a quarter of the picture means that the face is lost too."""

_SPARSE_SIDE = 180


@dataclass(frozen=True, slots=True)
class PictureLight:
    """How much of a picture shows something, as shares in 0-1.

    The brightest of the three channels counts, because a Wood's lamp makes pictures of blue alone,
    to which luma gives a tenth of its weight.

    Attributes:
        lit: at or above grey level `LIT_LEVEL`.
        saturated: at or above `SATURATED_LEVEL`, where differences are lost.
    """

    lit: float
    saturated: float

    @classmethod
    def of(cls, pixels: Pixels) -> "PictureLight":
        """Measure every n-th pixel of `pixels` (uint8, H×W×3, RGB)."""
        step = max(1, min(pixels.shape[:2]) // _SPARSE_SIDE)
        brightest = pixels[::step, ::step].max(axis=2)
        return cls(
            lit=float(np.count_nonzero(brightest >= LIT_LEVEL)) / brightest.size,
            saturated=float(np.count_nonzero(brightest >= SATURATED_LEVEL)) / brightest.size,
        )

    @property
    def is_black(self) -> bool:
        """Whether there is nothing to see."""
        return self.lit < LEAST_LIT_SHARE

    @property
    def is_saturated(self) -> bool:
        """Whether too much of it is lost."""
        return self.saturated > MOST_SATURATED_SHARE


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """A frame of the UV camera as it came.

    Attributes:
        frame: the frame.
        light: how bright it is.
        first_shown_at: when this very picture came first, in monotonic seconds; earlier than the
            frame where the camera repeats itself byte by byte.
    """

    frame: Frame
    light: PictureLight
    first_shown_at: float

    @classmethod
    def after(cls, earlier: "Sight | None", frame: Frame) -> "Sight":
        """The sight of a frame that comes after `earlier`."""
        repeats = earlier is not None and np.array_equal(earlier.frame.pixels, frame.pixels)
        shown = earlier.first_shown_at if repeats and earlier is not None else frame.captured_at
        return cls(frame, PictureLight.of(frame.pixels), shown)


@dataclass(frozen=True, slots=True)
class LitTime:
    """The monotonic seconds in which a frame must be captured to show UV light alone."""

    first: float
    last: float

    def holds(self, moment: float) -> bool:
        """Whether a moment lies in it."""
        return self.first <= moment <= self.last


@dataclass(frozen=True, slots=True)
class UvCheck:
    """One check of the UV picture.

    Attributes:
        name: `not_black`, `not_saturated` or `not_stale`.
        passed: its outcome.
        score: lit share, saturated share, or for how many seconds the picture was unchanged.
    """

    name: str
    passed: bool
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class UvPicture:
    """The chosen frame and what its checks say."""

    frame: Frame
    checks: tuple[UvCheck, ...]

    @property
    def failed(self) -> tuple[str, ...]:
        """Names of the checks that it fails."""
        return tuple(check.name for check in self.checks if not check.passed)


def choose(sights: Iterable[Sight], lit: LitTime, before: Sight) -> UvPicture | None:
    """The best frame of those captured while the lamp was lit.

    Fewest failed checks first, then the newest: pictures reach the computer late, so that the
    newest one shows UV light most surely, and the camera has had most time to adjust to it.

    Args:
        sights: what the camera saw, in any order.
        lit: when a frame must have been captured.
        before: a sight from before the lamp was armed.

    Returns:
        The picture; None where no frame lies in the lit time.
    """
    pictures = [
        UvPicture(sight.frame, _checks(sight, lit, before))
        for sight in sights
        if lit.holds(sight.frame.captured_at)
    ]
    return max(
        pictures,
        key=lambda picture: (-len(picture.failed), picture.frame.captured_at),
        default=None,
    )


def _checks(sight: Sight, lit: LitTime, before: Sight) -> tuple[UvCheck, ...]:
    captured_at = sight.frame.captured_at
    same = np.array_equal(sight.frame.pixels, before.frame.pixels)
    shown = min(sight.first_shown_at, before.frame.captured_at if same else captured_at)
    return (
        UvCheck("not_black", not sight.light.is_black, sight.light.lit),
        UvCheck("not_saturated", not sight.light.is_saturated, sight.light.saturated),
        UvCheck("not_stale", shown >= lit.first, captured_at - shown),
    )


def problem_with(picture: UvPicture | None) -> str:
    """What is wrong with a UV picture and what to do, in a sentence; "" where nothing is."""
    if picture is None:
        return said(
            "The UV camera took no picture while the light was on. Check its cable and its frame "
            "rate before the next capture."
        )
    sentences = {
        "not_stale": (
            said(
                "The UV picture shows nothing newer than before the light went on. Unplug the UV "
                "camera and plug it in again before the next capture."
            )
        ),
        "not_black": (
            said(
                "The UV picture is black. Check the UV camera's lens cap, filter and exposure, and "
                "the lamp, before the next capture."
            )
        ),
        "not_saturated": (
            said(
                "The UV picture is too bright to show anything. Lower the UV camera's gain or "
                "exposure time before the next capture."
            )
        ),
    }
    return next((text for name, text in sentences.items() if name in picture.failed), "")


def crop_for(frame: Frame, width: int, height: int) -> Box:
    """The largest centred part of `frame` that has the aspect of `width`×`height`, in pixels."""
    across = min(frame.width, max(1, round(frame.height * width / height)))
    down = min(frame.height, max(1, round(frame.width * height / width)))
    return Box((frame.width - across) // 2, (frame.height - down) // 2, across, down)


def registered(frame: Frame, crop: Box, width: int, height: int) -> Pixels:
    """`crop` of a frame at `width`×`height`: uint8, RGB, area-averaged when it shrinks.

    This aligns size and time. It does not align what two lenses beside each other see: the
    parallax stays, and so do differences of focal length and direction.
    """
    rows = slice(crop.top, crop.top + crop.height)
    columns = slice(crop.left, crop.left + crop.width)
    return resize(np.ascontiguousarray(frame.pixels[rows, columns]), width, height)

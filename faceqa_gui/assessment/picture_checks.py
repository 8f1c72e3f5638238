"""Checks of a found face that need no network: its size, place, pixels, light and sharpness.

Each gives one `Check` with its measured score. They are added to an assessment, whose light is that
of its worst check, so that they can lower the light but never raise it.
"""

import math

from faceqa_gui.assessment.actions import Action
from faceqa_gui.assessment.assessment import Check, Light, Outcome
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.frames.picture_measures import measure_face
from faceqa_gui.settings import ChecksSettings

ONE_FACE = "one_face"
FACE_SIZE = "face_size"
FACE_POSITION = "face_position"
RESOLUTION = "resolution"
DARKNESS = "bright_enough"
GLARE = "no_glare"
BACKLIGHT = "no_light_behind"
SHARPNESS = "in_focus"

PICTURE_CHECKS = {
    FACE_SIZE: "face_size",
    FACE_POSITION: "face_position",
    RESOLUTION: "resolution",
    DARKNESS: "darkness",
    GLARE: "glare",
    BACKLIGHT: "backlight",
    SHARPNESS: "sharpness",
}
"""The checks in the order in which a person should act on them, and the setting that asks each."""


def check_picture(pixels: Pixels, face: Box | None, settings: ChecksSettings) -> tuple[Check, ...]:
    """The checks that are switched on, in the order in which a person should act on them.

    Args:
        pixels: the judged region at full size; uint8, side×side×3, RGB.
        face: the one face, in pixels of the region; None where none was found or looked for.
        settings: thresholds and switches.

    Returns:
        One check per switched-on question; without a face none of them is assessed, and the light
        is amber at most.
    """
    side = pixels.shape[0]
    checks = (*check_geometry(side, face, settings), *check_pixels(pixels, face, settings))
    return tuple(check for check in checks if getattr(settings, PICTURE_CHECKS[check.name]))


def check_geometry(side: int, face: Box | None, settings: ChecksSettings) -> tuple[Check, ...]:
    """Size, position and resolution of `face` in a region of `side` pixels, whatever is on.

    Scores: width of the face as a share of the side; the longer of the ways from the middle, right
    or down, as a share of the side; width of the face in pixels.
    """
    if face is None:
        return _unanswered(FACE_SIZE, FACE_POSITION, RESOLUTION)
    share = face.width / side
    right = (face.left + face.width / 2) / side - 0.5
    down = (face.top + face.height / 2) / side - 0.5
    offset = max(abs(right), abs(down))
    return (
        _answered(
            FACE_SIZE,
            share,
            Action.MOVE_BACK if share > settings.most_face_share else Action.COME_CLOSER,
            passes=settings.least_face_share <= share <= settings.most_face_share,
        ),
        _answered(
            FACE_POSITION, offset, Action.MOVE_INTO_GUIDE, passes=offset <= settings.most_offset
        ),
        _answered(
            RESOLUTION,
            float(face.width),
            Action.LARGER_PICTURE,
            passes=face.width >= settings.least_face_pixels,
        ),
    )


def check_pixels(pixels: Pixels, face: Box | None, settings: ChecksSettings) -> tuple[Check, ...]:
    """Light and sharpness of `face`, whatever is on; scores as in `FaceMeasures`."""
    measures = None if face is None else measure_face(pixels, face)
    if measures is None:
        return _unanswered(DARKNESS, GLARE, BACKLIGHT, SHARPNESS)
    return (
        _answered(
            DARKNESS,
            measures.brightness,
            Action.MORE_LIGHT,
            passes=measures.brightness >= settings.least_brightness_levels,
        ),
        _answered(
            GLARE, measures.glare, Action.LESS_LIGHT, passes=measures.glare <= settings.most_glare
        ),
        _answered(
            BACKLIGHT,
            measures.backlight,
            Action.NO_LIGHT_BEHIND,
            passes=measures.backlight <= settings.most_backlight_levels,
        ),
        _answered(
            SHARPNESS,
            measures.sharpness,
            Action.HOLD_STILL,
            passes=measures.sharpness >= settings.least_sharpness,
        ),
    )


def _answered(name: str, score: float, action: Action, *, passes: bool) -> Check:
    sound = math.isfinite(score) and passes
    return Check(name, Outcome.PASS if sound else Outcome.FAIL, score, action)


def _unanswered(*names: str) -> tuple[Check, ...]:
    # Amber, not red: that no face was found is no fault yet, and a turned head is the usual reason.
    return tuple(
        Check(name, Outcome.NOT_ASSESSED, None, Action.FACE_CAMERA, Light.AMBER) for name in names
    )

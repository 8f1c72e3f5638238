"""Words for classes and eye states that several widgets show."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from faceqa_gui.assessment.override import SHARP, UNCOVERED
from faceqa_gui.assessment.picture_checks import (
    BACKLIGHT,
    DARKNESS,
    FACE_POSITION,
    FACE_SIZE,
    GLARE,
    RESOLUTION,
    SHARPNESS,
)
from faceqa_gui.explanation.explanation import Explanation
from faceqa_gui.explanation.trust import Doubt
from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.lab.class_names import readable, readable_inside
from faceqa_gui.operators.operator import Right, Role
from faceqa_gui.quality.labels import Quality
from faceqa_gui.widgets.language import shown

QUALITY_ORDER = (
    Quality.GOOD,
    Quality.EYEGLASSES,
    Quality.COVERED_FACE,
    Quality.BLUR,
    Quality.WRONG_OBJECT,
)
"""The order in which the window lists the classes."""


def quality_word(quality: Quality) -> str:
    """A class in the operator's words."""
    translate = QCoreApplication.translate
    return {
        Quality.GOOD: translate("words", "Good"),
        Quality.EYEGLASSES: translate("words", "Eyeglasses"),
        Quality.COVERED_FACE: translate("words", "Covered face"),
        Quality.BLUR: translate("words", "Blur"),
        Quality.WRONG_OBJECT: translate("words", "Wrong object"),
    }[quality]


def class_word(label: str) -> str:
    """A class of any model of the lab, as the head of a line."""
    return shown(readable(label))


def class_word_inside(label: str) -> str:
    """A class of any model of the lab, inside a sentence."""
    return shown(readable_inside(label))


def eye_word(state: EyeState) -> str:
    """An eye state in the operator's words."""
    translate = QCoreApplication.translate
    return {
        EyeState.OPEN: translate("words", "open"),
        EyeState.CLOSED: translate("words", "closed"),
        EyeState.UNKNOWN: translate("words", "unknown"),
    }[state]


def role_word(role: Role) -> str:
    """A role in the operator's words."""
    translate = QCoreApplication.translate
    return {
        Role.OPERATOR: translate("words", "Operator"),
        Role.SUPERVISOR: translate("words", "Supervisor"),
    }[role]


def right_words(right: Right) -> str:
    """What a right allows, as in “A supervisor must allow: …”."""
    translate = QCoreApplication.translate
    return {
        Right.SETTINGS: translate("words", "change the settings"),
        Right.MODELS: translate("words", "import a model"),
        Right.OVERRULE: translate("words", "overrule a finding"),
        Right.PURGE: translate("words", "remove a subject's records"),
        Right.OPERATORS: translate("words", "change who works here"),
    }[right]


def findings_text(checks: Collection[str]) -> str:
    """What checks that may be overruled found, in the operator's words; "" for none."""
    translate = QCoreApplication.translate
    words = {
        UNCOVERED: translate("words", "the face is covered"),
        SHARP: translate("words", "the picture is blurred"),
        FACE_SIZE: translate("words", "the face is too small or too large"),
        FACE_POSITION: translate("words", "the face is not in the middle"),
        RESOLUTION: translate("words", "the face has too few pixels"),
        DARKNESS: translate("words", "the face is too dark"),
        GLARE: translate("words", "the face is too bright"),
        BACKLIGHT: translate("words", "light comes from behind"),
        SHARPNESS: translate("words", "the face is not sharp"),
    }
    return ", ".join(word for name, word in words.items() if name in checks)


def doubt_sentences(explanation: Explanation, doubts: tuple[Doubt, ...]) -> tuple[str, ...]:
    """What makes an explanation weak, one sentence each, most telling first."""
    translate = QCoreApplication.translate
    outside = translate("words", "Too much of its evidence lies outside the face.")
    if explanation.evidence_inside_face is None:
        outside = translate("words", "No face was found that its evidence could lie in.")
    words = {
        Doubt.NO_EVIDENCE: translate("words", "Nothing in the picture speaks for this class."),
        Doubt.OUTSIDE_FACE: outside,
        Doubt.DISAGREEMENT: translate("words", "Grad-CAM and LIME point at different places."),
        Doubt.POOR_FIT: translate("words", "LIME's simple model does not follow the network here."),
        Doubt.UNSTABLE: translate("words", "Other samples would have named other parts."),
    }
    return tuple(words[doubt] for doubt in doubts)


def grouped(number: int) -> str:
    """A whole number with thin spaces between thousands, as in 1 284."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")

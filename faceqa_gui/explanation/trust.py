"""When is an explanation too weak to rely on? Thresholds, and what falls below them."""

from enum import StrEnum

from faceqa_gui.explanation.explanation import Explanation
from faceqa_gui.quality.labels import Quality
from faceqa_gui.settings import ExplanationSettings


class Doubt(StrEnum):
    """Why an explanation is weak."""

    NO_EVIDENCE = "no_evidence"
    OUTSIDE_FACE = "outside_face"
    DISAGREEMENT = "disagreement"
    POOR_FIT = "poor_fit"
    UNSTABLE = "unstable"


_SEEN_IN_THE_FACE = {Quality.GOOD, Quality.EYEGLASSES, Quality.COVERED_FACE}


def doubts(explanation: Explanation, settings: ExplanationSettings) -> tuple[Doubt, ...]:
    """What makes `explanation` weak, most telling first; empty when it can be relied on.

    A figure that is missing or not a number counts as too low: nothing unknown is trusted. Where
    the face is matters only for a class that is seen in a face.

    Args:
        explanation: a finished one.
        settings: the thresholds in force.
    """
    if not explanation.has_evidence:
        return (Doubt.NO_EVIDENCE,)
    weak = {
        Doubt.OUTSIDE_FACE: explanation.target in _SEEN_IN_THE_FACE
        and _below(explanation.evidence_inside_face, settings.least_evidence_inside),
        Doubt.DISAGREEMENT: _below(explanation.agreement, settings.least_agreement),
        Doubt.POOR_FIT: _below(explanation.r_squared, settings.least_fit),
        Doubt.UNSTABLE: _below(explanation.stability, settings.least_stability),
    }
    return tuple(doubt for doubt, applies in weak.items() if applies)


def _below(value: float | None, least: float) -> bool:
    # Written so that NaN is below everything.
    return value is None or not value >= least

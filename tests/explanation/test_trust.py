"""Weak explanations are called weak; nothing unknown is trusted."""

import dataclasses

import pytest
from gui import gui_states
from hypothesis import given, settings
from hypothesis import strategies as st

from faceqa_gui.explanation.explanation import Explanation
from faceqa_gui.explanation.trust import Doubt, doubts
from faceqa_gui.settings import ExplanationSettings

SETTINGS = ExplanationSettings(
    least_evidence_inside=0.5, least_agreement=0.2, least_fit=0.6, least_stability=0.1
)
STRONG = dataclasses.replace(
    gui_states.explanation(),
    evidence_inside_face=0.9,
    agreement=0.5,
    r_squared=0.8,
    stability=0.7,
)


@pytest.mark.parametrize(
    ("explanation", "expected"),
    [
        (STRONG, ()),
        (dataclasses.replace(STRONG, evidence_inside_face=0.49), (Doubt.OUTSIDE_FACE,)),
        (dataclasses.replace(STRONG, evidence_inside_face=None), (Doubt.OUTSIDE_FACE,)),
        (dataclasses.replace(STRONG, agreement=0.1), (Doubt.DISAGREEMENT,)),
        (dataclasses.replace(STRONG, agreement=None), (Doubt.DISAGREEMENT,)),
        (dataclasses.replace(STRONG, r_squared=0.5), (Doubt.POOR_FIT,)),
        (dataclasses.replace(STRONG, r_squared=float("nan")), (Doubt.POOR_FIT,)),
        (dataclasses.replace(STRONG, stability=0.05), (Doubt.UNSTABLE,)),
        (dataclasses.replace(STRONG, stability=None), (Doubt.UNSTABLE,)),
        (
            dataclasses.replace(STRONG, evidence_inside_face=0.0, r_squared=-1.0),
            (Doubt.OUTSIDE_FACE, Doubt.POOR_FIT),
        ),
        (dataclasses.replace(STRONG, top=()), (Doubt.NO_EVIDENCE,)),
    ],
)
def test_each_weakness_is_named(explanation: Explanation, expected: tuple[Doubt, ...]) -> None:
    assert doubts(explanation, SETTINGS) == expected


shares = st.floats(0.0, 1.0)
figures = st.none() | st.floats(-2.0, 1.0) | st.just(float("nan"))


@settings(deadline=None)
@given(inside=figures, agreement=figures, fit=figures, stability=figures, least=shares)
def test_it_is_strong_only_if_every_figure_is_there_and_high(
    inside: float | None,
    agreement: float | None,
    fit: float | None,
    stability: float | None,
    least: float,
) -> None:
    settings = ExplanationSettings(
        least_evidence_inside=least,
        least_agreement=least,
        least_fit=least,
        least_stability=least,
    )
    explanation = dataclasses.replace(
        STRONG,
        evidence_inside_face=inside,
        agreement=agreement,
        r_squared=float("nan") if fit is None else fit,
        stability=stability,
    )
    strong = all(
        figure is not None and figure >= least for figure in (inside, agreement, fit, stability)
    )
    assert (doubts(explanation, settings) == ()) is strong

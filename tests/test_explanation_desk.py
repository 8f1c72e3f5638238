"""A weak explanation never supports a permission where the settings block, whatever happened."""

import dataclasses
from collections.abc import Callable

from gui import gui_states
from hypothesis import given, settings
from hypothesis import strategies as st
from support.assessments import make_assessment
from support.scripted import scripted_frame

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.explanation.explanation import Explanation, Progress, Stage
from faceqa_gui.explanation.trust import Doubt, doubts
from faceqa_gui.explanation_desk import ExplanationDesk, ExplanationRequest
from faceqa_gui.quality.labels import Quality
from faceqa_gui.settings import ExplanationSettings

BLOCKS = ExplanationSettings(
    least_evidence_inside=0.5, least_agreement=0.2, least_fit=0.6, least_stability=0.1
)
WARNS = BLOCKS.model_copy(update={"low_trust": "warn"})
STRONG = dataclasses.replace(
    gui_states.explanation(), captured_at=0.0, evidence_inside_face=0.9, stability=0.7
)
WEAK = dataclasses.replace(STRONG, evidence_inside_face=0.1)
EMPTY = dataclasses.replace(STRONG, top=())
NOW = 1.0
STEP = Progress(Stage.SAMPLES, 100, 1000, 1.0)


def request(face: int, target: Quality = Quality.GOOD) -> ExplanationRequest:
    return ExplanationRequest(
        scripted_frame(Light.AMBER, 0, 0.0), make_assessment(0, 0.0, Light.AMBER), target, face
    )


def explained(desk: ExplanationDesk, explanation: Explanation, face: int = 1) -> None:
    asked = request(face)
    desk.want(asked)
    assert desk.take() is asked
    desk.finish(asked, explanation)


def test_a_weak_explanation_is_kept_to_be_seen_but_supports_nothing() -> None:
    desk = ExplanationDesk(BLOCKS)
    explained(desk, WEAK)
    assert desk.newest is WEAK
    assert desk.newest_doubts == (Doubt.OUTSIDE_FACE,)
    assert desk.supporting(1, NOW) is None
    assert desk.refused(1)
    assert not desk.refused(2)


def test_a_weak_explanation_counts_where_the_settings_only_warn() -> None:
    desk = ExplanationDesk(WARNS)
    explained(desk, WEAK)
    assert desk.newest_doubts == (Doubt.OUTSIDE_FACE,)
    assert desk.supporting(1, NOW) is WEAK
    assert not desk.refused(1)


def test_no_evidence_never_counts() -> None:
    desk = ExplanationDesk(WARNS)
    explained(desk, EMPTY)
    assert desk.supporting(1, NOW) is None
    assert desk.refused(1)


def test_a_weak_one_is_not_tried_again_by_itself() -> None:
    desk = ExplanationDesk(BLOCKS)
    explained(desk, WEAK)
    desk.want_for_face(request(1), NOW)
    assert desk.take() is None
    desk.want_for_face(request(2), NOW)
    assert desk.take() is not None


def test_the_operator_may_ask_again_and_the_newest_answer_counts() -> None:
    desk = ExplanationDesk(BLOCKS)
    explained(desk, WEAK)
    asked = request(1)
    desk.want(asked)
    assert not desk.refused(1)
    desk.take()
    assert not desk.refused(1)
    desk.finish(asked, STRONG)
    assert desk.supporting(1, NOW) is STRONG
    assert not desk.refused(1)
    explained(desk, WEAK)
    assert desk.supporting(1, NOW) is None
    assert desk.refused(1)


def test_forgetting_forgets_the_refusal() -> None:
    desk = ExplanationDesk(BLOCKS)
    explained(desk, WEAK)
    desk.forget()
    assert not desk.refused(1)
    desk.want_for_face(request(1), NOW)
    assert desk.take() is not None


def test_another_held_face_ends_the_explanation_of_the_first() -> None:
    desk = ExplanationDesk(BLOCKS)
    first, second = request(1), request(2)
    desk.want(first)
    desk.take()
    desk.want_for_face(second, NOW)
    assert not desk.is_running(first)
    assert desk.take() is second
    desk.finish(first, STRONG)
    assert desk.newest is None


def test_only_the_running_one_is_reported_on() -> None:
    desk = ExplanationDesk(BLOCKS)
    first, second = request(1), request(2)
    desk.want(first)
    desk.take()
    seen = []
    for act in (desk.report, lambda *_given: desk.want(second), desk.report):
        act(first, STEP)
        seen.append(desk.progress)
    assert seen == [STEP, None, None]
    desk.decline(first)
    assert desk.take() is second


def test_another_question_changes_nothing_that_counts() -> None:
    desk = ExplanationDesk(BLOCKS)
    explained(desk, STRONG)
    asked = request(1, Quality.EYEGLASSES)
    desk.want(asked)
    desk.take()
    desk.finish(asked, WEAK)
    assert desk.newest is WEAK
    assert desk.supporting(1, NOW) is STRONG
    assert not desk.refused(1)


def test_a_cancelled_explanation_is_not_tried_again_by_itself() -> None:
    desk = ExplanationDesk(BLOCKS)
    desk.want_for_face(request(1), NOW)
    desk.take()
    desk.cancel()
    desk.want_for_face(request(1), NOW)
    assert desk.take() is None
    desk.want_for_face(request(2), NOW)
    assert desk.take() is not None


def test_an_explanation_counts_for_its_own_face_and_not_for_ever() -> None:
    desk = ExplanationDesk(BLOCKS)
    explained(desk, STRONG)
    assert desk.supporting(1, NOW) is STRONG
    assert desk.supporting(2, NOW) is None
    assert desk.supporting(1, BLOCKS.valid_seconds + 0.1) is None
    desk.give_up()
    assert desk.supporting(1, NOW) is STRONG


def test_cancelling_nothing_changes_nothing() -> None:
    desk = ExplanationDesk(BLOCKS)
    explained(desk, STRONG)
    desk.cancel()
    assert desk.supporting(1, NOW) is STRONG


def _start(desk: ExplanationDesk) -> None:
    desk.take()


faces = st.integers(1, 2)
ACTS: dict[str, Callable[[ExplanationDesk, int], None]] = {
    "strong": lambda desk, face: explained(desk, STRONG, face),
    "weak": lambda desk, face: explained(desk, WEAK, face),
    "empty": lambda desk, face: explained(desk, EMPTY, face),
    "want": lambda desk, face: desk.want(request(face)),
    "held": lambda desk, face: desk.want_for_face(request(face), NOW),
    "take": lambda desk, _face: _start(desk),
    "cancel": lambda desk, _face: desk.cancel(),
    "give up": lambda desk, _face: desk.give_up(),
    "forget": lambda desk, _face: desk.forget(),
}


@settings(deadline=None)
@given(
    acts=st.lists(st.tuples(st.sampled_from(sorted(ACTS)), faces), max_size=20),
    settings=st.sampled_from([BLOCKS, WARNS]),
    now=st.floats(-1.0, 40.0),
)
def test_no_order_of_events_lets_a_weak_one_count(
    acts: list[tuple[str, int]], settings: ExplanationSettings, now: float
) -> None:
    desk = ExplanationDesk(settings)
    newest: dict[int, Explanation] = {}
    for name, face in acts:
        ACTS[name](desk, face)
        if name == "forget":
            newest.clear()
        if name in {"strong", "weak", "empty"}:
            newest = {face: {"strong": STRONG, "weak": WEAK, "empty": EMPTY}[name]}
    for face in (1, 2):
        supporting = desk.supporting(face, now)
        if supporting is None:
            continue
        assert supporting is newest[face]
        assert supporting.has_evidence
        assert settings.low_trust == "warn" or doubts(supporting, settings) == ()
        assert 0.0 <= now - supporting.captured_at <= settings.valid_seconds
        assert not desk.refused(face)


@settings(deadline=None)
@given(
    inside=st.floats(0.0, 1.0),
    agreement=st.floats(0.0, 1.0),
    fit=st.floats(-1.0, 1.0),
    stability=st.floats(0.0, 1.0),
    least=st.floats(0.0, 1.0),
)
def test_any_figure_below_its_threshold_blocks(
    inside: float, agreement: float, fit: float, stability: float, least: float
) -> None:
    settings = ExplanationSettings(
        least_evidence_inside=least, least_agreement=least, least_fit=least, least_stability=least
    )
    explanation = dataclasses.replace(
        STRONG,
        evidence_inside_face=inside,
        agreement=agreement,
        r_squared=fit,
        stability=stability,
    )
    desk = ExplanationDesk(settings)
    explained(desk, explanation)
    counts = min(inside, agreement, fit, stability) >= least
    assert (desk.supporting(1, NOW) is explanation) is counts
    assert desk.refused(1) is not counts

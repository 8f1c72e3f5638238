"""An instruction can be read before the next one comes, but never outlasts the light."""

from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.assessment.actions import Action
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.instruction import MEANT_SECONDS, SHOWN_SECONDS, Instruction, SteadyInstruction

RANK = {Light.RED: 0, Light.AMBER: 1, Light.GREEN: 2}
EVENTS = {
    Action.WAIT_FOR_MODEL,
    Action.CHECK_CAMERA,
    Action.WAIT_FOR_COMPUTER,
    Action.STOPPED,
    Action.LIGHT_ON,
    Action.DONE,
}
MOMENTS = st.lists(
    st.tuples(st.sampled_from(Action), st.sampled_from(Light), st.floats(0.001, 0.6)),
    min_size=1,
    max_size=60,
)


def meaning(action: Action, light: Light) -> Instruction:
    """What is meant, with the light that may be shown beside it."""
    waits = action is Action.WAIT_FOR_OPERATOR and light is Light.GREEN
    return Instruction(action, Light.AMBER if waits else light)


@given(MOMENTS)
def test_a_light_that_drops_shows_at_once_and_none_is_promised_too_early(
    moments: list[tuple[Action, Light, float]],
) -> None:
    steady, now = SteadyInstruction(), 0.0
    before: Instruction | None = None
    for action, light, passed in moments:
        now += passed
        meant = meaning(action, light)
        shown = steady.show(action, light, now)
        assert RANK[shown.light] <= RANK[meant.light]
        if before is not None and RANK[meant.light] < RANK[before.light]:
            assert shown == meant
        before = shown


@given(MOMENTS)
def test_every_instruction_can_be_read(moments: list[tuple[Action, Light, float]]) -> None:
    steady, now, since = SteadyInstruction(), 0.0, 0.0
    before: Instruction | None = None
    for action, light, passed in moments:
        now += passed
        shown = steady.show(action, light, now)
        if before is not None and shown != before:
            dropped = RANK[shown.light] < RANK[before.light]
            happens = EVENTS & {shown.action, before.action}
            assert dropped or happens or now - since >= SHOWN_SECONDS
        if shown != before:
            since = now
        before = shown


@given(MOMENTS)
def test_only_what_was_meant_is_shown(moments: list[tuple[Action, Light, float]]) -> None:
    steady, now = SteadyInstruction(), 0.0
    meant: set[Instruction] = set()
    for action, light, passed in moments:
        now += passed
        meant.add(meaning(action, light))
        assert steady.show(action, light, now) in meant


@given(MOMENTS, st.sampled_from(Action), st.sampled_from(Light))
def test_what_lasts_is_shown_in_the_end(
    moments: list[tuple[Action, Light, float]], action: Action, light: Light
) -> None:
    steady, now = SteadyInstruction(), 0.0
    for one, its_light, passed in moments:
        now += passed
        steady.show(one, its_light, now)
    steady.show(action, light, now)
    end = now + max(SHOWN_SECONDS, MEANT_SECONDS) + 1e-6  # sums of floats
    assert steady.show(action, light, end) == meaning(action, light)


def test_findings_that_alternate_do_not_flicker() -> None:
    steady = SteadyInstruction()
    shown = [
        steady.show(
            *((Action.HOLD_STILL, Light.RED) if frame % 2 else (Action.FACE_CAMERA, Light.AMBER)),
            frame / 30,
        )
        for frame in range(300)
    ]
    assert set(shown[1:]) == {Instruction(Action.HOLD_STILL, Light.RED)}


def test_the_light_goes_on_in_words_at_once_and_off_too() -> None:
    steady = SteadyInstruction()
    steady.show(Action.READY, Light.GREEN, 0.0)
    assert steady.show(Action.LIGHT_ON, Light.GREEN, 0.01).action is Action.LIGHT_ON
    assert steady.show(Action.READY, Light.GREEN, 0.02).action is Action.READY

"""No order of events yields a permission, or light, without everything that it needs.

Hypothesis drives the real gate, permission, explanations, capture and store through arbitrary
orders of events; `SafetyWitness` says after each of them what may be. `FACEQA_EXAMPLES` sets how
many orders are tried.
"""

import os
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from support.analytic import model_with
from support.recording_lamp import RecordingLamp
from support.safety_witness import SafetyWitness
from support.scripted import NOT_A_NUMBER, SIDE, ScriptedEyes, ScriptedRuntime, scripted_frame
from support.station_bench import INFO, SETTINGS, STEP, StationBench

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.errors import FaceQAError
from faceqa_gui.explanation.explanation import Explanation
from faceqa_gui.eyes.eye_state import EyesReading
from faceqa_gui.frames.frame import Frame, Pixels
from faceqa_gui.frames.source import SourceKind
from faceqa_gui.operators.operator import Operator, Role
from faceqa_gui.presence import Interruption
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.quality.runtime import Batch, Prediction
from faceqa_gui.self_test import Finding, Part, Result, SelfTest
from faceqa_gui.settings import UvSettings

EXAMPLES = int(os.environ.get("FACEQA_EXAMPLES", "80"))
STEPS = 40
DAILY_LIMIT = 9.0
IRRADIANCE = 10.0
RULES = SETTINGS.model_copy(
    update={
        "uv": UvSettings(
            exposure_seconds=0.2,
            irradiance_watts_per_square_metre=IRRADIANCE,
            daily_limit_joules_per_square_metre=DAILY_LIMIT,
        )
    }
)
PLANNED = IRRADIANCE * RULES.uv.exposure_seconds
COVERED_OPEN, COVERED_CLOSED, EYES_FAIL = 75, 130, 230
UNCOVERED = frozenset({"uncovered"})
LASTING = (Interruption.SLEEP, Interruption.SCREEN_LOCKED, Interruption.WINDOW_INACTIVE)
MEANWHILE = st.lists(
    st.sampled_from(
        (
            *("green", "green", "green", "amber", "red", "silence", "fail", "subject", "lock"),
            *("source", "leave", "other"),
        )
    ),
    max_size=3,
)
_GOOD = QUALITY_LABELS.index(Quality.GOOD)
_COVERED = QUALITY_LABELS.index(Quality.COVERED_FACE)


class Network(ScriptedRuntime):
    """The scripted network, which also knows covered faces."""

    def run(self, batch: Batch) -> Prediction:
        maps = super().run(batch).class_maps.copy()
        code = np.median(batch[:, :, :, 0].reshape(len(batch), -1), axis=1)
        covered = np.isin(code, (COVERED_OPEN, COVERED_CLOSED))
        maps[covered, 3, 3, _COVERED] = maps[covered, 3, 3, _GOOD] + 3.0
        return Prediction(maps.sum((1, 2)), maps)


class Eyes(ScriptedEyes):
    """The scripted eyes, which also fail."""

    def look(self, pixels: Pixels) -> EyesReading:
        if int(pixels[SIDE // 2, SIDE // 2, 0]) == EYES_FAIL:
            raise RuntimeError("the detector of the test failed")
        return super().look(pixels)


def explanation_of_a_good_face() -> Explanation:
    """One real explanation; the machine gives it the numbers of the frame that was asked about."""
    with tempfile.TemporaryDirectory() as folder:
        bench = StationBench(Path(folder))
        bench.send(Light.AMBER, 8)
        bench.explain()
        explanation = bench.station.state().explanation
        bench.station.close()
    assert explanation is not None
    return explanation


class StationMachine(RuleBasedStateMachine):
    """Every rule is one kind of event, told to the station and to the witness alike."""

    counts: ClassVar[Counter[str]] = Counter()
    sample: ClassVar[Explanation]

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.lamp = RecordingLamp()
        self.bench = StationBench(Path(self._folder.name), lamp=self.lamp, settings=RULES)
        self.station = self.bench.station
        self.station.attach(model_with(Network()), Eyes())
        self.witness = SafetyWitness()
        self.place = 0
        self.window_beats = False
        self.epochs: dict[int, int] = {}
        self.pressed = False
        self.operators = 0
        self.captured_subject = ""
        self.doubted_since_press = False
        self.lit_unsafely = ""
        self.counts["orders of events"] += 1

    def teardown(self) -> None:
        self.station.close()
        self._folder.cleanup()

    @property
    def now(self) -> float:
        return self.bench.now

    def count(self, kind: str) -> None:
        self.counts[f"event: {kind}"] += 1

    # Frames

    def judge(
        self,
        colour: str,
        light: Light,
        *,
        code: int | None = None,
        age: float = 0.0,
        number: int | None = None,
    ) -> None:
        if self.window_beats:
            self.station.window_beat()
            self.witness.window_beat(self.now)
        if number is None:
            self.bench.sequence += 1
            number = self.bench.sequence
        frame = scripted_frame(light, number, self.now - age, shift=self.place, code=code)
        self.tell_frame(colour, frame)

    def tell_frame(self, colour: str, frame: Frame) -> None:
        judging = self.witness.model and self.witness.source_live is not None
        self.station.judge(frame)
        if judging:
            place = round(int(frame.pixels[SIDE // 2, SIDE // 2, 1]))
            before = self.witness.overruled_epoch
            self.witness.saw(colour, frame.sequence, frame.captured_at, self.now, place)
            if self.witness.overruled_at is not None and colour != "red":
                if before is None:
                    self.witness.overruled_epoch = self.witness.epoch
                elif before != self.witness.epoch:
                    self.witness.forget_face()
            if self.witness.overruled_at and not self.witness.overruled(self.now):
                self.witness.forget_face()
            self.epochs[frame.sequence] = self.witness.epoch
        self.look()

    def step(self, seconds: float = STEP) -> None:
        self.bench.now += seconds

    @rule(
        light=st.sampled_from((Light.RED, Light.AMBER, Light.GREEN, Light.GREEN)),
        times=st.sampled_from((1, 2, 5, 9, 16)),
    )
    def frames(self, light: Light, times: int) -> None:
        self.count(f"{light} frames")
        for _ in range(times):
            self.step()
            self.judge(light.value, light)

    @rule(closed=st.booleans(), times=st.sampled_from((1, 4, 16)))
    def covered_frames(self, closed: bool, times: int) -> None:  # noqa: FBT001  (drawn)
        self.count("frames of a covered face")
        for _ in range(times):
            self.step()
            usable = self.witness.overruled(self.now)
            colour = ("green" if closed else "amber") if usable else "red"
            code = COVERED_CLOSED if closed else COVERED_OPEN
            self.judge(colour, Light.GREEN, code=code)

    @rule(place=st.sampled_from((0, 1, 3)))
    def somebody_elsewhere(self, place: int) -> None:
        self.count("the face is elsewhere")
        self.place = place

    @rule()
    def a_late_frame(self) -> None:
        self.count("a late frame")
        self.step(0.5)
        self.judge("green", Light.GREEN, age=0.45)

    @rule()
    def a_frame_from_the_future(self) -> None:
        self.count("a frame from the future")
        self.step()
        self.judge("green", Light.GREEN, age=-5.0)

    @rule()
    def an_old_number_again(self) -> None:
        self.count("a number again")
        self.step()
        self.judge("green", Light.GREEN, number=max(self.bench.sequence, 0))

    @rule()
    def a_frozen_picture(self) -> None:
        self.count("a frozen picture")
        first = scripted_frame(Light.GREEN, 0, self.now, shift=self.place).pixels
        for passed in range(24):
            self.step()
            self.bench.sequence += 1
            frame = Frame(first.copy(), self.bench.sequence, self.now, "script")
            self.tell_frame("red" if passed * STEP >= 0.5 else "green", frame)

    @rule(seconds=st.sampled_from((0.1, 0.31, 0.6, 1.2, 31.0, 125.0)))
    def silence(self, seconds: float) -> None:
        self.count("no frame comes")
        self.step(seconds)

    # What goes wrong inside

    @rule()
    def the_model_is_unsound(self) -> None:
        self.count("an answer that is no number")
        self.step()
        before = self.witness.model and self.witness.source_live is not None
        self.judge("red", Light.RED, code=NOT_A_NUMBER)
        if before:
            self.latch()

    @rule()
    def judging_raises(self) -> None:
        self.count("an exception while judging")
        self.step()
        self.bench.sequence += 1
        frame = scripted_frame(
            Light.GREEN, self.bench.sequence, self.now, shift=self.place, code=EYES_FAIL
        )
        self.station.judge(frame)
        if self.witness.model and self.witness.source_live is not None:
            self.latch()

    @rule()
    def a_worker_fails(self) -> None:
        self.count("a worker fails")
        self.station.fail("A worker of the test failed.")
        self.latch()

    def latch(self) -> None:
        self.witness.latched = True
        self.witness.break_off()

    @rule()
    def acknowledge(self) -> None:
        self.count("acknowledged")
        self.station.acknowledge()
        self.witness.latched = False

    # Explanations

    @rule(outcome=st.sampled_from(("done", "done", "done", "weak", "failed", "cancelled")))
    def an_explanation_ends(self, outcome: str) -> None:
        taken = self.station.next_explanation()
        if taken is None:
            return
        self.count(f"an explanation is {outcome}")
        request, _ = taken
        asked = request.frame
        explanation = replace(
            self.sample,
            identifier=f"{asked.sequence}",
            frame_sequence=asked.sequence,
            captured_at=asked.captured_at,
            target=request.target,
        )
        if outcome == "failed":
            self.station.decline_explanation(request, "It failed.")
        elif outcome == "cancelled":
            self.station.cancel_explanation()
            self.station.finish_explanation(request, explanation)
        elif outcome == "weak":
            nothing = replace(explanation, heat=np.zeros_like(explanation.heat), top=())
            self.station.finish_explanation(request, nothing)
            self.witness.explained_epoch = None
        else:
            self.station.finish_explanation(request, explanation)
            self.witness.explained_epoch = self.epochs.get(asked.sequence)
            self.witness.explained_at = asked.captured_at

    @rule(asked=st.sampled_from((None, Quality.GOOD, Quality.BLUR)))
    def somebody_asks_why(self, asked: Quality | None) -> None:
        self.count("an explanation is asked for")
        self.station.request_explanation(asked)

    # People and machine

    @rule(name=st.sampled_from(("Ada", "Bob", "")))
    def another_subject(self, name: str) -> None:
        self.count("another subject")
        self.station.change_subject(name)
        self.witness.forget_face()
        self.witness.subject = name

    @rule(operator=st.sampled_from(("one", "two")), theme=st.sampled_from(("light", "dark")))
    def other_settings(self, operator: str, theme: str) -> None:
        self.count("other settings")
        wanted = self.station.settings.model_copy(update={"operator": operator, "theme": theme})
        if operator != self.station.settings.operator:
            self.witness.restart()
            self.epochs.clear()
        self.station.change_settings(wanted)

    @rule(kind=st.sampled_from((SourceKind.CAMERA, SourceKind.CAMERA, SourceKind.VIDEO)))
    def a_source_opens(self, kind: SourceKind) -> None:
        self.count(f"a {kind} opens")
        self.station.open_source(replace(INFO, kind=kind))
        self.witness.source_live = kind is SourceKind.CAMERA
        self.restarted()

    @rule()
    def the_source_is_lost(self) -> None:
        self.count("the source is lost")
        self.station.lose_source("The cable is out.")
        self.witness.source_live = None
        self.restarted()

    @rule()
    def the_model_is_loaded_again(self) -> None:
        self.count("the model is loaded again")
        self.station.attach(model_with(Network()), Eyes())
        self.restarted()

    def restarted(self) -> None:
        self.witness.restart()
        self.epochs.clear()

    @rule()
    def the_operator_leaves(self) -> None:
        self.count("the operator leaves")
        self.station.interrupt(Interruption.SIGNED_OUT)
        self.witness.leave()
        state = self.station.state()
        assert state.signed_out
        assert (state.explanation, state.progress, state.captures) == (None, None, ())

    @rule(another=st.booleans())
    def somebody_signs_in(self, another: bool) -> None:  # noqa: FBT001  (drawn)
        self.count("another operator signs in" if another else "the operator comes back")
        if another:
            self.operators += 1
            operator = Operator(f"operator {self.operators}", Role.OPERATOR)
            self.station.begin_session(operator)
            assert self.station.operator == operator
        self.station.resume(Interruption.SIGNED_OUT)
        self.witness.come(another=another)

    @rule(kind=st.sampled_from(LASTING))
    def an_interruption_begins(self, kind: Interruption) -> None:
        self.count(f"{kind} begins")
        self.station.interrupt(kind)
        self.witness.interruptions.add(kind)
        self.witness.drop()
        if kind is Interruption.SLEEP:
            self.witness.forget_face()

    @rule()
    def every_interruption_ends(self) -> None:
        self.count("interruptions end")
        for kind in LASTING:
            self.station.resume(kind)
        self.witness.interruptions.clear()

    @rule(beats=st.booleans())
    def the_window(self, beats: bool) -> None:  # noqa: FBT001  (drawn)
        self.count("the window is painted" if beats else "the window freezes")
        self.window_beats = beats

    @rule(full=st.booleans())
    def the_disk(self, full: bool) -> None:  # noqa: FBT001  (drawn)
        self.count("the disk is full" if full else "the disk has room")
        self.bench.store._minimum_free_bytes = 10**18 if full else 0
        self.station.acknowledge()
        self.witness.latched = False
        self.witness.storage = not full

    @rule(part=st.sampled_from(Part), finding=st.sampled_from(Finding))
    def a_self_test(self, part: Part, finding: Finding) -> None:
        self.count(f"a self-test: {finding}")
        found = tuple(
            Result(one, finding if one is part else Finding.PASS, "A sentence.") for one in Part
        )
        self.station.take_self_test(SelfTest(found, self.bench.wall, 1.0))
        harmless = part in {Part.DISK, Part.CAMERA}
        self.witness.tested = harmless or finding is not Finding.FAIL

    @rule(refuses=st.booleans())
    def the_lamp(self, refuses: bool) -> None:  # noqa: FBT001  (drawn)
        self.count("the lamp refuses" if refuses else "the lamp is sound")
        self.lamp.refuses = refuses

    @rule(reason=st.sampled_from(("a bandage on the cheek", "no")))
    def overrule(self, reason: str) -> None:
        self.count("overruled")
        try:
            self.station.overrule(UNCOVERED, reason)
        except FaceQAError:
            return
        self.witness.overruled_at = self.now

    @rule()
    def overrule_the_eyes(self) -> None:
        self.count("overruling eyes is tried")
        for name in ("both_eyes_closed", "no_eyeglasses"):
            try:
                self.station.overrule(frozenset({name, "uncovered"}), "a good reason, I say")
            except FaceQAError:
                continue
            raise AssertionError(f"{name} was overruled")

    @rule()
    def withdraw(self) -> None:
        self.count("overruling withdrawn")
        if self.station.state().override is not None:
            self.witness.forget_face()
        self.station.withdraw_override()

    # The whole way, so that orders that reach a permission are not rare

    @initialize(ready=st.sampled_from((True, True, False)))
    def it_begins(self, ready: bool) -> None:  # noqa: FBT001  (drawn)
        self.nothing_is_wrong()
        if ready:
            self.somebody_does_as_told()

    @rule()
    def nothing_is_wrong(self) -> None:
        self.count("nothing is wrong")
        self.every_interruption_ends()
        self.somebody_signs_in(another=False)
        self.acknowledge()
        self.the_disk(full=False)
        self.the_lamp(refuses=False)
        self.a_source_opens(SourceKind.CAMERA)
        self.window_beats = True

    @rule()
    def somebody_is_ready(self) -> None:
        if not self.pressed:
            self.nothing_is_wrong()
            self.somebody_does_as_told()

    @rule(before=st.one_of(st.just([]), MEANWHILE), during=MEANWHILE)
    def a_capture_is_wanted(self, before: list[str], during: list[str]) -> None:
        self.somebody_is_ready()
        self.press()
        for name in before:
            self.act(name)
        if self.pressed:
            self.expose(during)

    @rule(
        opens=st.sampled_from((0, 1, 2, 12, 12, 12)),
        explained=st.sampled_from(("done", "done", "done", "weak", "failed", "")),
        then=st.sampled_from(("", "moves", "moves", "is another", "is away", "freezes")),
        closes=st.sampled_from((3, 12, 32, 32)),
    )
    def somebody_almost_does_as_told(
        self, opens: int, explained: str, then: str, closes: int
    ) -> None:
        self.count("somebody almost does as told")
        if not self.pressed:
            self.nothing_is_wrong()
        for light, times in ((Light.AMBER, opens), (Light.RED, int(opens < 12))):
            self.frames(light, times)
        # Held and explained, but seen open for long enough only if `opens` was enough.
        self.frames(Light.GREEN, 6)
        if explained:
            self.an_explanation_ends(explained)
        if then == "moves":
            self.place = (self.place + 3) % 6
            self.frames(Light.AMBER, 6)
        elif then == "is another":
            self.another_subject("Bob")
        elif then == "is away":
            self.step(1.5)
        elif then == "freezes":
            self.the_window(beats=False)
        self.frames(Light.GREEN, closes)

    def somebody_does_as_told(self) -> None:
        self.count("somebody does as told")
        self.frames(Light.AMBER, 16)
        self.frames(Light.AMBER, 9)
        self.an_explanation_ends("done")
        self.frames(Light.GREEN, 16)
        self.frames(Light.GREEN, 16)

    # Light

    @rule()
    def press(self) -> None:
        allowed = self.allowed()
        self.count("pressed")
        if self.station.press():
            assert allowed, "a press was accepted that the rules forbid"
            self.counts["presses accepted"] += 1
            self.pressed, self.doubted_since_press = True, False
            self.captured_subject = self.witness.subject
            self.witness.doses[self.witness.subject] = (
                self.witness.doses.get(self.witness.subject, 0.0) + PLANNED
            )

    @precondition(lambda self: self.pressed)
    @rule(meanwhile=MEANWHILE)
    def expose(self, meanwhile: list[str]) -> None:
        self.count("exposed")

        def while_lit() -> None:
            self.counts["lamps lit"] += 1
            if self.doubted_since_press:
                self.lit_unsafely = "a doubt after the press"
            for name in meanwhile:
                self.act(name)
                if self.lamp.is_lit and self.doubted_since_press:
                    self.lit_unsafely = name
                if not self.lamp.is_lit:
                    self.counts["exposures aborted"] += 1
                    return

        self.lamp.while_lit = while_lit
        before = len(self.lamp.exposures)
        try:
            self.station.run_capture()
        except FaceQAError:
            self.counts["captures refused"] += 1
        self.pressed = False
        lit = self.lamp.exposures[before:]
        assert len(lit) <= 1
        given = sum(PLANNED for exposure in lit if exposure.completed)
        self.witness.doses[self.captured_subject] += given - PLANNED
        if self.witness.overruled_at is not None:
            self.witness.forget_face()
        assert not self.lit_unsafely, f"still lit after: {self.lit_unsafely}"

    def act(self, name: str) -> None:
        acts: dict[str, Callable[[], None]] = {
            "green": lambda: self.frames(Light.GREEN, 2),
            "amber": lambda: self.frames(Light.AMBER, 1),
            "red": lambda: self.frames(Light.RED, 1),
            "silence": lambda: self.silence(0.6),
            "fail": self.a_worker_fails,
            "subject": lambda: self.another_subject("Bob"),
            "lock": lambda: self.an_interruption_begins(Interruption.SCREEN_LOCKED),
            "leave": self.the_operator_leaves,
            "other": lambda: self.somebody_signs_in(another=True),
            "source": self.the_source_is_lost,
        }
        acts[name]()
        self.look()

    def look(self) -> None:
        """What the window and the watchdog do all the time, and what must always hold."""
        state = self.station.state()
        self.counts["states looked at"] += 1
        if self.pressed and not self.witness.safe_to_expose(self.now):
            self.doubted_since_press = True
        if state.permitted:
            self.counts["states with a permission"] += 1
            assert self.allowed(), "permitted against the rules"
            assert state.waits_for == ()
            assert state.light is Light.GREEN
        else:
            assert state.waits_for or not self.allowed()

    # What must always hold

    def allowed(self) -> bool:
        return not self.pressed and self.witness.allows(self.now, PLANNED, DAILY_LIMIT)

    @invariant()
    def a_permission_needs_everything(self) -> None:
        self.look()

    @invariant()
    def the_lamp_is_dark(self) -> None:
        assert not self.lamp.is_lit


def test_g7_no_order_of_events_releases_light_without_its_grounds(
    record_property: Callable[[str, object], None],
) -> None:
    StationMachine.counts = Counter()
    StationMachine.sample = explanation_of_a_good_face()
    run_state_machine_as_test(
        StationMachine,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=EXAMPLES == 80,
        ),
    )
    counts = StationMachine.counts
    kinds = sorted(name for name in counts if name.startswith("event: "))
    counts["kinds of events"] = len(kinds)
    for name, count in sorted(counts.items()):
        record_property(name, count)
        print(f"{count:8} {name}")
    # A machine that never came to a permission would have proved nothing.
    assert counts["states with a permission"] > EXAMPLES
    assert counts["presses accepted"] > EXAMPLES / 10
    assert counts["exposures aborted"] > 0

"""The subject is guided by ear, by a ghost of themselves and in a window of their own."""

import dataclasses
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from gui import gui_states
from gui.gui_states import AMBER, GREEN, NOW
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from support.clinic_accounts import OPERATOR, OPERATOR_PIN, OTHER, OTHER_PIN, clinic_accounts
from support.recording_sink import RecordingSink
from support.scripted_app import ScriptedApp, ScriptedCamera
from support.station_bench import SETTINGS
from support.stored_captures import PICTURES, full_record

from faceqa_gui.assessment.actions import Action
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.cues import Cue
from faceqa_gui.frames.frame import Box, Region
from faceqa_gui.instruction import Instruction
from faceqa_gui.operators.accounts import Accounts
from faceqa_gui.records.previous_face import PreviousFace
from faceqa_gui.settings import (
    ChecksSettings,
    ControlsSettings,
    GuidanceSettings,
    Settings,
    UvSettings,
)
from faceqa_gui.tones import tone
from faceqa_gui.widgets.guide_oval import GuideOval, head_of
from faceqa_gui.widgets.live_view import LiveView
from faceqa_gui.windows.actions import StationAction
from faceqa_gui.windows.station_window import StationWindow
from faceqa_gui.windows.subject_window import place_of
from faceqa_gui.workers.sound import Sound
from faceqa_gui.workers.sound_thread import SoundThread

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
WAIT_MS = 20_000


class Guided:
    """The real program, its camera, and what its loudspeaker would have played."""

    def __init__(self, qtbot: QtBot, folder: Path, accounts: Accounts) -> None:
        self.qtbot = qtbot
        self.camera, self.sink = ScriptedCamera(), RecordingSink()
        # Longer than a state needs to be painted.
        settings = SETTINGS.model_copy(update={"uv": UvSettings(exposure_seconds=0.3)})
        self.app = ScriptedApp(
            settings, self.camera, folder=folder, accounts=accounts, sounds=self.sink
        )
        stored = full_record("S-1").model_copy(
            update={"region": Region(8, 0, 48), "face": Box(20, 10, 20, 24)}
        )
        self.app.store.begin(stored)
        self.app.store.save(stored, PICTURES)
        qtbot.addWidget(self.app.window)
        self.app.start()

    def write_subject(self, subject: str) -> None:
        field = self.app.window.top_bar.subject_field
        field.clear()
        QTest.keyClicks(field, subject)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def capture(self) -> None:
        """Hold still with open and then with closed eyes, and press."""
        state = self.app.station.state
        count = len(state().captures)
        self.camera.light = Light.AMBER
        self.qtbot.waitUntil(lambda: state().explanation_valid, timeout=WAIT_MS)
        self.wait_to_hear(Cue.CLOSE_EYES)
        self.camera.light = Light.GREEN
        self.wait_to_hear(Cue.HOLD_STILL)
        self.qtbot.waitUntil(self.app.window.uv_button.isEnabled, timeout=WAIT_MS)
        self.app.window.fire_requested.emit()
        self.qtbot.waitUntil(lambda: len(state().captures) > count, timeout=WAIT_MS)

    def wait_to_hear(self, cue: Cue) -> None:
        self.qtbot.waitUntil(lambda: cue in self.sink.cues, timeout=WAIT_MS)

    def sign_in(self, name: str, pin: str) -> None:
        self.app.session.sign_in(name, pin)
        self.app.operators.follow()

    def ghost(self) -> PreviousFace | None:
        return self.app.window.live_view.ghost

    def wait_for_ghost(self) -> None:
        self.qtbot.waitUntil(lambda: self.ghost() is not None, timeout=WAIT_MS)


@pytest.fixture
def guided(qtbot: QtBot, tmp_path: Path) -> Iterator[Guided]:
    made = Guided(qtbot, tmp_path, Accounts(tmp_path, local_unless_chosen=True))
    yield made
    made.app.window.close()


@pytest.fixture
def clinic(qtbot: QtBot, tmp_path: Path) -> Iterator[Guided]:
    made = Guided(qtbot, tmp_path, clinic_accounts(tmp_path))
    yield made
    made.app.window.close()


# By ear


def test_a_capture_is_heard_from_the_engines_own_states(guided: Guided) -> None:
    guided.write_subject("S-1")
    guided.wait_for_ghost()
    before = guided.ghost()
    guided.capture()
    guided.wait_to_hear(Cue.DONE)
    assert guided.sink.cues == [Cue.CLOSE_EYES, Cue.HOLD_STILL, Cue.LIGHT_ON, Cue.DONE]
    light_on = guided.sink.sounds[2]
    assert np.array_equal(light_on.samples, tone(Cue.LIGHT_ON, 0.6))
    assert light_on.volume == 0.6
    # The new capture is the next ghost.
    guided.qtbot.waitUntil(lambda: guided.ghost() is not before, timeout=WAIT_MS)
    ghost = guided.ghost()
    assert ghost is not None
    assert ghost.subject == "S-1"


def test_closed_eyes_hear_that_the_station_was_locked(guided: Guided) -> None:
    state = guided.app.station.state
    guided.camera.light = Light.AMBER
    guided.qtbot.waitUntil(lambda: state().explanation_valid, timeout=WAIT_MS)
    guided.camera.light = Light.GREEN
    guided.wait_to_hear(Cue.HOLD_STILL)
    guided.app.operators.lock()
    guided.wait_to_hear(Cue.OPEN_EYES)
    heard = len(guided.sink.sounds)
    guided.camera.light = Light.AMBER
    guided.qtbot.wait(800)
    assert len(guided.sink.sounds) == heard


@pytest.mark.parametrize(
    ("guidance", "tones", "words"),
    [
        (GuidanceSettings(), True, True),
        (GuidanceSettings(tones=False), False, True),
        (GuidanceSettings(speech=False), True, False),
        (GuidanceSettings(muted=True), None, None),
        (GuidanceSettings(tones=False, speech=False), None, None),
    ],
    ids=["all", "words alone", "tones alone", "muted", "neither"],
)
def test_what_is_played_is_what_was_chosen(
    qtbot: QtBot,
    tmp_path: Path,
    guidance: GuidanceSettings,
    tones: bool | None,  # noqa: FBT001  (a parameter of the test)
    words: bool | None,  # noqa: FBT001  (a parameter of the test)
) -> None:
    sink = RecordingSink()
    app = ScriptedApp(Settings(guidance=guidance), ScriptedCamera(), folder=tmp_path, sounds=sink)
    qtbot.addWidget(app.window)
    for passed in (0.0, 1.0):
        state = dataclasses.replace(AMBER, action=Action.COME_CLOSER, now=NOW + passed)
        app.guidance.follow(state)
    app.stop()
    if tones is None:
        assert sink.sounds == []
    else:
        (sound,) = sink.sounds
        assert bool(len(sound.samples)) is tones
        assert bool(sound.words) is words


@pytest.mark.qt_log_ignore(r"(PulseAudio|qt\.multimedia|Failed to|Connection)", extend=True)
def test_a_loudspeaker_that_is_missing_is_one_sentence_and_holds_nobody_up(qtbot: QtBot) -> None:
    told: list[str] = []
    thread = SoundThread()
    thread.failed.connect(told.append)
    for cue in (*Cue, *Cue):
        # Silent, in case this computer has a loudspeaker.
        thread.play(Sound(tone(cue, 0.0), "", "en", 0.0))
        qtbot.wait(20)
    thread.stop()
    assert thread.wait(5000)
    qtbot.wait(20)
    assert len(told) <= 1
    assert all("only shown, not heard" in sentence for sentence in told)
    thread.play(Sound(tone(Cue.DONE, 0.0), "", "en", 0.0))
    assert not thread.isRunning()


# The ghost


def test_the_ghost_is_the_same_subjects_alone(guided: Guided) -> None:
    guided.write_subject("S-1")
    guided.wait_for_ghost()
    ghost = guided.ghost()
    assert ghost is not None
    assert ghost.subject == "S-1"
    guided.write_subject("S-2")
    assert guided.ghost() is None
    guided.qtbot.wait(200)
    assert guided.ghost() is None
    guided.write_subject("S-1")
    guided.wait_for_ghost()
    # With the first letter of another name it is gone; the station has not been told yet.
    QTest.keyClicks(guided.app.window.top_bar.subject_field, "0")
    assert guided.ghost() is None
    guided.app.refresh()
    assert guided.ghost() is None


def test_the_ghost_can_be_switched_off(guided: Guided) -> None:
    guided.write_subject("S-1")
    guided.wait_for_ghost()
    guided.app.window.action_table[StationAction.GHOST].trigger()
    guided.app.refresh()
    assert guided.ghost() is None
    guided.app.window.action_table[StationAction.GHOST].trigger()
    guided.wait_for_ghost()


@pytest.mark.parametrize("leaves", ["locks", "signs out"])
def test_the_ghost_is_gone_with_the_operator(clinic: Guided, leaves: str) -> None:
    clinic.sign_in(OPERATOR.name, OPERATOR_PIN)
    clinic.write_subject("S-1")
    clinic.wait_for_ghost()
    if leaves == "locks":
        clinic.app.operators.lock()
    else:
        clinic.app.operators.sign_out()
    assert clinic.ghost() is None
    clinic.qtbot.wait(200)
    assert clinic.ghost() is None
    clinic.sign_in(OTHER.name, OTHER_PIN)
    clinic.qtbot.wait(200)
    assert clinic.ghost() is None


def test_a_ghost_that_comes_too_late_is_not_shown(qtbot: QtBot, tmp_path: Path) -> None:
    app = ScriptedApp(Settings(), ScriptedCamera(), folder=tmp_path)
    qtbot.addWidget(app.window)
    bar = app.window.top_bar
    bar.subject_field.setText("S-1")
    bar.commit_subject()
    app.guidance.follow(AMBER)
    face = PreviousFace("S-1", np.zeros((48, 48, 3), np.uint8), Box(12, 10, 20, 24))

    def shown() -> PreviousFace | None:
        return app.window.live_view.ghost

    app.guidance._show(("S-0", 0), dataclasses.replace(face, subject="S-0"))
    assert shown() is None
    app.guidance._show(("S-1", 0), dataclasses.replace(face, subject="S-0"))
    assert shown() is None
    app.guidance._show(("S-1", 0), face)
    assert shown() == face
    locked = dataclasses.replace(AMBER, screen_locked=True)
    app.window.show_state(locked)
    assert shown() is None
    app.guidance.follow(locked)
    app.guidance._show(("S-1", 0), face)
    assert shown() is None
    app.stop()


# The oval


def test_the_oval_follows_the_size_that_the_checks_want() -> None:
    usual = GuideOval.of(ChecksSettings())
    assert (usual.half_width, usual.half_height) == pytest.approx((0.365, 0.463), abs=0.002)
    smaller = GuideOval.of(ChecksSettings(least_face_share=0.2, most_face_share=0.5))
    assert smaller.half_width < usual.half_width
    region = QRectF(100, 50, 400, 400)
    placed = smaller.placed(region)
    assert region.contains(placed)
    assert placed.center() == region.center()
    # A face of the wanted size has its head in the oval.
    face = QRectF(0, 0, 400 * (0.2 * 0.5) ** 0.5, 100)
    assert head_of(face).width() == pytest.approx(placed.width())


@pytest.mark.parametrize("least", [0.0, 0.2, 1.0])
def test_the_oval_fits_whatever_is_wanted(least: float) -> None:
    oval = GuideOval.of(ChecksSettings(least_face_share=least, most_face_share=2.0))
    assert 0.1 < oval.half_width < oval.half_height < 0.5


def test_the_oval_says_the_way_by_its_look(qtbot: QtBot) -> None:
    view = LiveView()
    qtbot.addWidget(view)
    view.resize(960, 540)
    view.show()
    view.show_frame(gui_states.frame())
    view.show_state(dataclasses.replace(AMBER, face=Box(560, 160, 130, 150)))
    looks = []
    for action, light in (
        (Action.SHOW_FACE, Light.RED),
        (Action.COME_CLOSER, Light.AMBER),
        (Action.MOVE_BACK, Light.AMBER),
        (Action.MOVE_INTO_GUIDE, Light.AMBER),
        (Action.CLOSE_BOTH_EYES, Light.AMBER),
        (Action.READY, Light.GREEN),
    ):
        view.show_instruction(Instruction(action, light))
        looks.append(view.grab().toImage())
    for index, look in enumerate(looks):
        assert look not in looks[:index]


def test_the_window_fits_its_oval_to_the_settings(qtbot: QtBot) -> None:
    window = StationWindow(Settings())
    qtbot.addWidget(window)
    checks = ChecksSettings(least_face_share=0.2, most_face_share=0.5)
    window.show_settings(Settings(checks=checks))
    for view in (window.live_view, window.subject_window.live_view):
        assert view._guide == GuideOval.of(checks)


# The subject's window


@pytest.fixture
def window(qtbot: QtBot) -> StationWindow:
    made = StationWindow(Settings(theme="light", guidance=GuidanceSettings(subject_window=True)))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_subjects_window_shows_the_mirror_and_the_one_instruction(
    window: StationWindow,
) -> None:
    shown = window.subject_window
    assert shown.isVisible()
    window.show_frame(gui_states.frame())
    window.show_state(AMBER)
    assert shown.banner.headline == window.banner.headline
    own = shown.live_view
    own.resize(1280, 720)
    plain = LiveView()
    plain.resize(1280, 720)
    plain.show_frame(gui_states.frame())
    left, right = (
        view.grab().toImage().pixelColor(QPoint(x, 360))
        for view, x in ((plain, 500), (own, 1279 - 500))
    )
    assert max(abs(left.red() - right.red()), abs(left.blue() - right.blue())) <= 12
    plain.deleteLater()


def test_nothing_about_operators_or_records_is_in_the_subjects_window(
    window: StationWindow,
) -> None:
    window.top_bar.subject_field.setText("S-0421")
    window.top_bar.commit_subject()
    window.show_state(dataclasses.replace(GREEN, now=NOW + 9, notice="The disk is full."))
    shown = window.subject_window
    assert shown.findChildren(QLabel) == []
    said = [shown.windowTitle(), shown.banner.accessibleName(), shown.live_view.idle_text]
    for word in ("S-0421", "local operator", "disk"):
        assert not any(word in text for text in said)
    window.show_state(dataclasses.replace(GREEN, now=NOW + 20, signed_out=True))
    assert shown.live_view.idle_text == "Please wait."
    assert shown.live_view.shown_sequence is None


def test_the_subjects_window_takes_no_focus_and_no_key(window: StationWindow) -> None:
    shown = window.subject_window
    assert shown.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.isActiveWindow()
    assert shown.focusWidget() is None
    shown.open()
    assert window.isActiveWindow()


def test_closing_the_subjects_window_by_hand_is_kept(window: StationWindow) -> None:
    kept: list[Settings] = []
    window.settings_changed.connect(kept.append)
    window.subject_window.windowHandle().close()
    assert [settings.guidance.subject_window for settings in kept] == [False]
    assert not window.action_table[StationAction.SUBJECT_WINDOW].isChecked()


def test_the_subjects_window_goes_with_the_stations(window: StationWindow) -> None:
    window.close()
    assert not window.subject_window.isVisible()


def test_the_other_screen_is_the_subjects() -> None:
    first, second = QRect(0, 0, 800, 600), QRect(800, 0, 1024, 768)
    assert place_of(first, [first, second]) == second
    assert place_of(second, [first, second]) == first
    assert place_of(first, [first]) is None


def test_with_two_screens_it_fills_the_second_one(tmp_path: Path) -> None:
    screens = tmp_path / "screens.json"
    one = '{{"name": "{}", "x": {}, "y": 0, "width": 1024, "height": 768, "dpr": 1}}'
    screens.write_text(
        f'{{"screens": [{one.format("a", 0)}, {one.format("b", 1024)}]}}', encoding="utf-8"
    )
    script = """
from PySide6.QtWidgets import QApplication
from faceqa_gui.settings import GuidanceSettings, Settings
from faceqa_gui.windows.station_window import StationWindow
app = QApplication([])
assert len(app.screens()) == 2
window = StationWindow(Settings(guidance=GuidanceSettings(subject_window=True)))
window.move(0, 0)
window.show()
app.processEvents()
place = window.subject_window.geometry()
print(place.x(), place.y(), place.width(), place.height())
"""
    done = subprocess.run(
        [sys.executable, "-c", script, "-platform", f"offscreen:configfile={screens}"],
        env={
            "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
            "PYTHONPATH": ":".join(sys.path),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout.split() == ["1024", "0", "1024", "768"], done.stderr


# The pedal


def test_the_settings_choose_the_pedal(qtbot: QtBot, window: StationWindow) -> None:
    window.show_settings(Settings(controls=ControlsSettings(pedal_key="F13")))
    assert window.action_table.keys(StationAction.UV_CAPTURE) == ("F9", "F13")
    window.show_settings(
        Settings(controls=ControlsSettings(pedal_key="F14", pedal_does="explain_now"))
    )
    assert window.action_table.keys(StationAction.UV_CAPTURE) == ("F9",)
    window.show_state(GREEN)
    with qtbot.waitSignal(window.explain_requested):
        QTest.keyClick(window, Qt.Key.Key_F14)

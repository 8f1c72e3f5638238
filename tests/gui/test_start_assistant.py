"""The assistant of the first start, and the one beside a running station."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot
from support.faulty_source import FaultyDevice, Ports, scripted
from support.scripted_app import ScriptedApp
from support.shipped import demo_scene
from support.station_bench import SETTINGS

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.errors import OperatorError
from faceqa_gui.frames.camera import CameraSource
from faceqa_gui.frames.camera_list import Camera
from faceqa_gui.frames.demo_subject import DemoSubject
from faceqa_gui.frames.source import FrameSource
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.self_test import CameraFacts, Finding, Part, Result, SelfTest
from faceqa_gui.settings import CameraSettings, Settings
from faceqa_gui.windows.start_assistant import StartAssistant

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
OK, CANCEL = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel
WAIT_MS = 30_000
DESK = Camera(0, "Desk camera", "/dev/v4l/by-id/usb-Desk-video-index0", port="1-1")
DOOR = Camera(2, "Door camera", "", port="1-2")
POSING = Camera(4, "OBS Virtual Camera", "", virtual=True)


def passed(finding: Finding = Finding.PASS) -> SelfTest:
    found = tuple(Result(part, finding, f"About the {part}.") for part in Part)
    return SelfTest(found, datetime.now(UTC), 1.0)


class Desk:
    """An assistant whose cameras a test plugs in; each shows a real photograph."""

    def __init__(self, qtbot: QtBot, folder: Path, *plugged: Camera, first: bool = True) -> None:
        self.cameras = list(plugged)
        self.ports = Ports(folder / "ports")
        self.devices: dict[str, FaultyDevice] = {}
        self.chosen: list[tuple[str, str]] = []
        self.facts: list[CameraFacts] = []
        self.result = passed()
        self.assistant = StartAssistant(
            Settings(),
            self.run_test,
            choose=self.choose if first else None,
            cameras=lambda: tuple(self.cameras),
            make_source=self.make_source,
        )
        qtbot.addWidget(self.assistant)
        self.qtbot = qtbot
        self.assistant.show()

    def run_test(
        self, camera: Callable[[], CameraFacts], wait: Callable[[float], bool]
    ) -> SelfTest:
        while not (facts := camera()).is_known and not wait(0.01):
            pass
        self.facts.append(facts)
        return self.result

    def choose(self, name: str, pin: str) -> None:
        if name == "Nobody":
            raise OperatorError("That name is taken. Choose another one.")
        self.chosen.append((name, pin))

    def make_source(self, text: str, wanted: CameraSettings) -> FrameSource:
        if text == "demo":
            return DemoSubject(loop=True)
        if text not in self.devices:
            index = len(self.devices)
            device = FaultyDevice(lambda _: demo_scene("eyes open")[:, :, ::-1])
            self.ports.plug(index, device)
            self.devices[text] = device
        index = list(self.devices).index(text)
        return CameraSource(index, self.ports.system, wanted=wanted)

    def wait(self, happened: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(happened, timeout=WAIT_MS)

    def press(self, which: QDialogButtonBox.StandardButton = OK) -> None:
        button = self.assistant.buttons.button(which)
        assert button.isEnabled()
        button.click()

    def can_go_on(self) -> bool:
        return self.assistant.buttons.button(OK).isEnabled()


def test_three_steps_and_the_self_test(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, POSING, DESK, DOOR)
    assistant = desk.assistant
    # The first camera that is one, by its stable name.
    assert assistant.chosen_source == DESK.stable_path
    assert assistant.camera_list.currentItem().text() == "Desk camera"
    desk.wait(lambda: assistant.views[0].shown_sequence is not None)
    desk.press()
    desk.wait(lambda: assistant.room.head.text() == "Light and distance are good here.")
    assert {word for word, _ in assistant.room.lines.values()} == {"✓ good"}
    desk.press()
    assert not desk.can_go_on()  # nobody chooses silently who works here
    assistant.choice.single.setChecked(True)
    desk.press()
    desk.wait(lambda: assistant.self_test is not None)
    assert desk.chosen == [("", "")]
    assert desk.facts[0].name == "Camera 0"
    assert [line[0] for line in assistant.tests.lines] == ["✓ PASS"] * len(Part)
    with qtbot.waitSignal(assistant.source_chosen) as told:
        desk.press()
    assert told.args == [DESK.stable_path]
    assert not assistant.isVisible()
    assert not [one for one in threading.enumerate() if one.name.startswith("reader of")]


def test_every_step_but_who_works_here_can_be_skipped(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, DESK)
    assistant = desk.assistant
    assistant.skip_button.click()
    assert assistant.page == 2
    assert assistant.skip_button.isHidden()
    assert assistant.chosen_source == ""
    assistant.back_button.click()
    assistant.back_button.click()
    assert assistant.page == 0
    desk.press(CANCEL)
    assert desk.chosen == []


def test_who_signs_in_is_checked_before_it_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path)
    assistant = desk.assistant
    assistant.skip_button.click()
    choice = assistant.choice
    choice.sign_in.setChecked(True)
    choice.name.setText("Nobody")
    for field in (choice.pin, choice.again):
        field.setText("640281")
    choice.again.setText("1234")
    desk.press()
    assert "PINs differ" in assistant.problem.text()
    choice.again.setText("640281")
    desk.press()
    desk.wait(lambda: "name is taken" in assistant.problem.text())
    assert assistant.page == 2
    choice.name.setText("Sue")
    for field in (choice.pin, choice.again):
        field.setText("640281")
    desk.press()
    desk.wait(lambda: desk.chosen == [("Sue", "640281")])
    desk.wait(lambda: "self-test" in assistant.head.text())
    assert assistant.back_button.isHidden()  # what was chosen is not chosen twice


def test_without_a_camera_the_demonstration_is_offered(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path)
    assistant = desk.assistant
    assert not assistant.nothing_found.isHidden()
    assert assistant.camera_list.isHidden()
    assert not desk.can_go_on()
    assistant.demo_button.click()
    assert desk.can_go_on()
    desk.wait(lambda: assistant.views[0].marks != ())
    assert assistant.views[0].marks[0] == "DEMONSTRATION"
    assistant.accept()
    assert assistant.chosen_source == "demo"


def test_a_camera_that_is_plugged_in_appears_and_a_lost_one_is_not_replaced(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = Desk(qtbot, tmp_path)
    assistant = desk.assistant
    desk.cameras = [DESK]
    assistant._list_cameras()
    assert assistant.chosen_source == DESK.stable_path
    desk.wait(lambda: assistant.views[0].shown_sequence is not None)
    desk.cameras = [DOOR]
    desk.ports.unplug(0)
    assistant._list_cameras()
    assert assistant.chosen_source == DESK.stable_path
    desk.wait(lambda: "stopped sending" in assistant.trouble.text())
    assert assistant.views[0].shown_sequence is None
    # Another one is taken when somebody takes it.
    assistant.camera_list.setCurrentRow(0)
    assert assistant.chosen_source == DOOR.reference
    desk.wait(lambda: assistant.views[0].shown_sequence is not None)
    assert assistant.trouble.text() == ""
    assistant.reject()


def test_leaving_while_the_self_test_waits_ends_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, first=False)
    desk.assistant.skip_button.click()
    assert "chosen before" in desk.assistant.known_operators.text()
    desk.press()
    # There is no camera, so that the test would wait for ever.
    began = time.monotonic()
    desk.assistant.reject()
    assert time.monotonic() - began < 5.0
    assert not desk.assistant.isVisible()


# Beside a running station


@pytest.fixture
def app(qtbot: QtBot, tmp_path: Path) -> Iterator[ScriptedApp]:
    ports, device = Ports(tmp_path / "ports"), FaultyDevice(scripted(Light.AMBER))
    ports.plug(0, device)
    made = ScriptedApp(SETTINGS, CameraSource(0, ports.system), folder=tmp_path)
    qtbot.addWidget(made.window)
    made.start()
    yield made
    made.stop()
    device.let_go()


def test_set_up_again_keeps_the_station_blind_and_gives_the_camera_back(
    qtbot: QtBot, app: ScriptedApp
) -> None:
    qtbot.waitUntil(lambda: bool(app.station.state().probabilities), timeout=WAIT_MS)
    before = app.reader
    app.window.set_up_requested.emit()
    (assistant,) = app.window.findChildren(StartAssistant)
    app.window.set_up_requested.emit()
    assert len(app.window.findChildren(StartAssistant)) == 1
    assert before.isFinished()
    for _ in range(5):
        state = app.station.state()
        assert not state.probabilities
        assert state.light is Light.RED
        assert not state.permitted
        time.sleep(0.05)
    assistant.reject()
    qtbot.waitUntil(lambda: bool(app.station.state().probabilities), timeout=WAIT_MS)
    assert app._source is before._source


def test_set_up_again_takes_another_source_and_its_test_is_on_record(
    qtbot: QtBot, app: ScriptedApp
) -> None:
    qtbot.waitUntil(lambda: app.station.state().self_test is not None, timeout=WAIT_MS)
    app.window.set_up_requested.emit()
    (assistant,) = app.window.findChildren(StartAssistant)
    assistant._select("demo")
    assistant._next()
    assistant._next()
    assistant._next()
    qtbot.waitUntil(lambda: assistant.self_test is not None, timeout=WAIT_MS)
    assistant._next()
    qtbot.waitUntil(lambda: isinstance(app._source, DemoSubject), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: app._source_info is not None, timeout=WAIT_MS)
    app.station.audit.writer.flush()
    events = [one for one in app.store.audit() if one.event is AuditEvent.SELF_TESTED]
    assert events[-1].who == SETTINGS.operator
    parts = events[-1].facts["parts"]
    assert isinstance(parts, dict)
    assert parts["camera"] == "warn"


def test_the_program_ends_while_the_assistant_is_open(app: ScriptedApp) -> None:
    app.window.set_up_requested.emit()
    app.window.close()
    assert not app.left_running
    assert all(thread.isFinished() for thread in app.threads())

"""Over the live view: troubles and their ways on, the mirror, and the marks of the demo."""

import sys
from dataclasses import replace

import numpy as np
import pytest
from gui import gui_states
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from faceqa_gui.frames.camera_trouble import Trouble
from faceqa_gui.frames.frame import Frame
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.settings import CameraSettings, Settings
from faceqa_gui.widgets.live_view import LiveView
from faceqa_gui.widgets.source_trouble import SourceTrouble
from faceqa_gui.windows.station_window import StationWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
DEMO = SourceInfo("Demo", SourceKind.DEMONSTRATION, 1280, 720, 30.0)
CAMERA = SourceInfo("Desk", SourceKind.CAMERA, 1280, 720, 30.0)


@pytest.fixture
def trouble(qtbot: QtBot) -> SourceTrouble:
    made = SourceTrouble()
    qtbot.addWidget(made)
    return made


def offered(trouble: SourceTrouble) -> list[str]:
    return [button.text() for button in trouble.findChildren(QPushButton) if not button.isHidden()]


@pytest.mark.parametrize("kind", Trouble)
def test_every_trouble_has_a_title_a_sentence_and_a_way_on(
    trouble: SourceTrouble, kind: Trouble
) -> None:
    trouble.show_trouble("Camera 0 is away. Plug it in.", kind)
    assert not trouble.isHidden()
    assert trouble.title.text()
    assert trouble.sentence.text() == "Camera 0 is away. Plug it in."
    assert offered(trouble)[:2] == ["Try again", "Choose another source…"]
    assert trouble.accessibleDescription() == "Camera 0 is away. Plug it in."
    assert ("Use the demo" in offered(trouble)) == (kind not in {Trouble.DENIED, Trouble.OTHER})


def test_each_button_asks_for_its_way(qtbot: QtBot, trouble: SourceTrouble) -> None:
    trouble.show_trouble("It is away.", Trouble.ABSENT)
    for button, signal in (
        (trouble.again_button, trouble.try_again_requested),
        (trouble.choose_button, trouble.choose_requested),
        (trouble.demo_button, trouble.demo_requested),
    ):
        with qtbot.waitSignal(signal):
            button.click()
    trouble.show_trouble("", Trouble.OTHER)
    assert trouble.isHidden()


def test_a_denied_camera_shows_how_to_allow_it(
    trouble: SourceTrouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble.show_trouble("It may not be used.", Trouble.DENIED)
    monkeypatch.setattr(sys, "platform", "linux")
    trouble.allow_button.click()
    assert QGuiApplication.clipboard().text() == "sudo usermod -aG video $USER"
    pages: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pages.append(url.toString()))
    monkeypatch.setattr(sys, "platform", "win32")
    trouble.allow_button.click()
    assert pages == ["ms-settings:privacy-webcam"]


def test_the_window_shows_the_trouble_until_pictures_come(qtbot: QtBot) -> None:
    window = StationWindow(Settings())
    qtbot.addWidget(window)
    window.show_source(None)
    window.show_trouble("Camera 0 is away. Plug it in.", Trouble.ABSENT)
    assert not window.trouble.isHidden()
    with qtbot.waitSignal(window.source_chosen) as chosen:
        window.trouble.demo_button.click()
    assert chosen.args == ["demo"]
    with qtbot.waitSignal(window.try_source_again):
        window.trouble.again_button.click()
    window.show_source(CAMERA)
    assert window.trouble.isHidden()


def test_the_demo_is_marked_in_the_title_the_view_and_the_source(qtbot: QtBot) -> None:
    window = StationWindow(Settings())
    qtbot.addWidget(window)
    window.show_source(DEMO)
    assert "DEMONSTRATION" in window.windowTitle()
    assert window.live_view.marks[0] == "DEMONSTRATION"
    assert window.top_bar.source_button.mark == "DEMO"
    window.show_source(CAMERA)
    assert window.windowTitle() == "FaceQA"
    assert window.live_view.marks == ()


def test_a_mirror_turns_what_is_shown_and_nothing_else(qtbot: QtBot) -> None:
    view = LiveView()
    qtbot.addWidget(view)
    view.resize(400, 200)
    pixels = np.zeros((100, 200, 3), np.uint8)
    pixels[:, :40] = (200, 0, 0)
    frame = Frame(pixels, 1, 0.0, "wide")
    view.show_frame(frame)
    plain = view.grab().toImage()
    view.show_mirrored(mirrored=True)
    mirrored = view.grab().toImage()
    assert plain.pixelColor(40, 100).red() == mirrored.pixelColor(360, 100).red() == 200
    assert plain.pixelColor(360, 100).red() == mirrored.pixelColor(40, 100).red() == 0
    # The frame itself, which is judged and stored, is the same one.
    assert frame.pixels is pixels
    assert pixels[0, 0, 0] == 200


def test_boxes_and_guide_stand_on_the_mirrored_face(qtbot: QtBot) -> None:
    view = LiveView()
    qtbot.addWidget(view)
    view.resize(640, 360)
    view.mark_face(True)  # noqa: FBT003  (a slot of a toggled action)
    frame = gui_states.frame(1)
    state = gui_states.AMBER
    assert state.face is not None
    shifted = replace(state.face, left=state.face.left + 90)
    view.show_frame(frame)
    view.show_state(replace(state, face=shifted))
    plain = view.grab().toImage()
    view.show_mirrored(mirrored=True)
    mirrored = view.grab().toImage()
    blue = "#8fb8ff"

    def columns(image: QImage) -> set[int]:
        return {
            x
            for x in range(640)
            if any(image.pixelColor(x, y).name() == blue for y in range(0, 360, 2))
        }

    left, right = columns(plain), columns(mirrored)
    assert left
    assert abs((min(left) + max(right)) - 639) <= 3


def test_the_mirror_of_the_settings_reaches_the_view(qtbot: QtBot) -> None:
    settings = Settings(camera=CameraSettings(live_view="mirrored"))
    window = StationWindow(settings)
    qtbot.addWidget(window)
    assert window.live_view.is_mirrored
    window.show_settings(Settings())
    assert not window.live_view.is_mirrored

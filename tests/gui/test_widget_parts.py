"""The smaller parts: bars, steps, live view, source menu."""

import dataclasses

import numpy as np
from gui import gui_states
from gui.gui_states import AMBER, GREEN, LOADING, NOW
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.frames.frame import Frame
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.widgets.live_view import LiveView
from faceqa_gui.widgets.probability_bars import ProbabilityBars
from faceqa_gui.widgets.source_button import SourceButton
from faceqa_gui.widgets.step_bar import StepBar
from faceqa_gui.widgets.theme import LIGHT


def test_bars_are_read_out(qtbot: QtBot) -> None:
    bars = ProbabilityBars()
    qtbot.addWidget(bars)
    assert bars.accessibleDescription() == "Nothing has been judged yet"
    bars.show_state(AMBER)
    assert bars.accessibleDescription().startswith("Good 0.95, Eyeglasses 0.01")
    bars.show_state(LOADING)
    assert bars.accessibleDescription() == "Nothing has been judged yet"


def test_the_good_bar_is_as_long_as_its_probability(qtbot: QtBot) -> None:
    bars = ProbabilityBars()
    qtbot.addWidget(bars)
    bars.resize(394, 150)
    bars.show()
    bars.show_state(AMBER)
    image = bars.grab().toImage()
    row = [image.pixelColor(x, 15).name().upper() for x in range(image.width())]
    assert abs(row.count(LIGHT.green) - 0.95 * (394 - 138)) <= 4


def test_the_threshold_is_a_tick(qtbot: QtBot) -> None:
    bars = ProbabilityBars()
    qtbot.addWidget(bars)
    bars.resize(394, 150)
    bars.show()
    without = bars.grab().toImage()
    bars.show_threshold(0.5)
    assert bars.grab().toImage() != without
    assert "0.50" in bars.toolTip()


def test_steps_are_read_out(qtbot: QtBot) -> None:
    steps = StepBar()
    qtbot.addWidget(steps)
    steps.show_state(GREEN)
    assert steps.accessibleName() == (
        "Steps. Clear face: done, Both eyes closed: done, Explanation checked: done, "
        "UV capture: current"
    )


def test_eyes_are_read_out_and_marked(qtbot: QtBot) -> None:
    view = LiveView()
    qtbot.addWidget(view)
    view.resize(640, 360)
    view.show()
    view.show_frame(gui_states.frame())
    view.show_state(AMBER)
    opened = view.grab().toImage()
    assert view.accessibleDescription() == "Eyes: open"
    view.show_state(dataclasses.replace(AMBER, eyes=gui_states.eyes(EyeState.CLOSED)))
    assert view.accessibleDescription() == "Eyes: closed"
    assert view.grab().toImage() != opened


def test_the_face_is_marked_on_request(qtbot: QtBot) -> None:
    view = LiveView()
    qtbot.addWidget(view)
    view.resize(640, 360)
    view.show()
    view.show_frame(gui_states.frame())
    view.show_state(AMBER)
    without = view.grab().toImage()
    view.mark_face(marked=True)
    assert view.grab().toImage() != without
    view.mark_face(marked=False)
    assert view.grab().toImage() == without


@settings(max_examples=30, deadline=None)
@given(width=st.integers(2, 900), height=st.integers(2, 900))
def test_any_frame_can_be_painted_in_any_view(width: int, height: int) -> None:
    view = LiveView()
    view.resize(width + 318, 20 + height)
    view.show_frame(Frame(np.full((height, width, 3), 200, np.uint8), 0, NOW, "any"))
    assert not view.grab().isNull()
    view.close()
    view.deleteLater()


def test_the_menu_offers_the_demo(qtbot: QtBot) -> None:
    button = SourceButton()
    qtbot.addWidget(button)
    chosen: list[str] = []
    button.source_chosen.connect(chosen.append)
    menu = button.build_menu()
    {action.text(): action for action in menu.actions()}["Demo subject (generated)"].trigger()
    assert chosen == ["demo"]


def test_a_long_name_leaves_room_for_the_numbers(qtbot: QtBot) -> None:
    button = SourceButton()
    qtbot.addWidget(button)
    button.resize(300, 34)
    button.show()
    long_name = "A camera with a very long name indeed " * 4
    button.show_source(SourceInfo(long_name, SourceKind.CAMERA, 1920, 1080, 60.0))
    assert "1920×1080" in button.toolTip()
    assert not button.grab().isNull()

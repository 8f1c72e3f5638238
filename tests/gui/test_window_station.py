"""The station window paints what the engine says, passes wishes on, and decides nothing."""

import dataclasses

import numpy as np
import pytest
from gui import gui_states
from gui.deletions import flush_deletions
from gui.gui_states import AMBER, CAPTURING, EXPLAINING, GREEN, LATCHED, LOADING, NOW, red
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from faceqa_gui.assessment.actions import SENTENCES, Action
from faceqa_gui.frames.frame import Frame
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.quality.labels import Quality
from faceqa_gui.records.picture_bytes import png_bytes
from faceqa_gui.settings import Settings
from faceqa_gui.station_state import KEPT_THUMBNAILS, StationState, WaitsFor
from faceqa_gui.widgets.film_strip import Thumbnail
from faceqa_gui.widgets.live_view import LiveView
from faceqa_gui.widgets.painted import PaintedWidget
from faceqa_gui.widgets.theme import DARK, LIGHT
from faceqa_gui.windows.actions import StationAction
from faceqa_gui.windows.settings_dialog import SettingsDialog
from faceqa_gui.windows.station_window import StationWindow

CAMERA = SourceInfo("Logitech BRIO", SourceKind.CAMERA, 1280, 720, 30.0)
DEMO = SourceInfo("Demo subject", SourceKind.DEMONSTRATION, 1280, 720, 30.0)
STILLS = SourceInfo("a folder", SourceKind.STILLS, 640, 480, 2.0)


@pytest.fixture
def window(qtbot: QtBot) -> StationWindow:
    made = StationWindow(Settings(theme="light", operator="front desk 2"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


class Counter(QObject):
    """Counts a signal's emissions and keeps what came with them."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[object] = []

    @Slot()
    def plain(self) -> None:
        self.values.append(None)

    @Slot(object)
    def take(self, value: object) -> None:
        self.values.append(value)


def fires(window: StationWindow) -> Counter:
    counter = Counter()
    counter.setParent(window)
    window.fire_requested.connect(counter.plain)
    return counter


@pytest.mark.parametrize("action", gui_states.RED_REASONS)
def test_every_red_reason_is_said(window: StationWindow, action: Action) -> None:
    window.show_state(red(action))
    sentence = SENTENCES[action]
    assert window.banner.headline == sentence.headline
    assert window.banner.accessibleName() == f"Red: {sentence.headline}. {sentence.detail}"
    assert not window.uv_button.isEnabled()
    assert window.uv_button.reason == "waiting: clear face · explanation"


@pytest.mark.parametrize(
    ("state", "word"),
    [(AMBER, "Amber"), (GREEN, "Green"), (LOADING, "Not ready")],
    ids=["amber", "green", "loading"],
)
def test_light_is_also_a_word(window: StationWindow, state: StationState, word: str) -> None:
    window.show_state(state)
    assert window.banner.accessibleName().startswith(f"{word}: ")


@pytest.mark.parametrize("reason", WaitsFor)
def test_button_says_every_reason_in_words(window: StationWindow, reason: WaitsFor) -> None:
    window.show_state(dataclasses.replace(AMBER, waits_for=(reason,)))
    said = window.uv_button.accessibleDescription()
    assert said == window.uv_button.reason
    assert len(said) > len("waiting: ")
    assert reason.value not in said or "_" not in reason.value
    assert not window.uv_button.isEnabled()


def test_every_action_has_its_own_look(window: StationWindow) -> None:
    names = set()
    for index, action in enumerate(Action):
        # Longer than an instruction is held; twice, for it must be meant for a moment.
        for moment in (0, 1):
            now = NOW + 2 * index + moment
            window.show_state(dataclasses.replace(AMBER, action=action, now=now))
        names.add(window.banner.accessibleName())
    assert len(names) == len(Action)


def test_click_asks_once_while_permitted(window: StationWindow) -> None:
    window.show_state(GREEN)
    counter = fires(window)
    click(window.uv_button)
    assert len(counter.values) == 1


def test_double_click_asks_once(window: StationWindow) -> None:
    window.show_state(GREEN)
    counter = fires(window)
    click(window.uv_button)
    QTest.mouseDClick(window.uv_button, Qt.MouseButton.LeftButton)
    click(window.uv_button)
    assert len(counter.values) == 1
    window.show_state(GREEN)
    click(window.uv_button)
    assert len(counter.values) == 2


@pytest.mark.parametrize("focus", ["subject", "button", "none"])
def test_f9_asks_once_wherever_the_focus_is(window: StationWindow, focus: str) -> None:
    window.activateWindow()
    window.show_state(GREEN)
    counter = fires(window)
    target: QWidget = {
        "subject": window.top_bar.subject_field,
        "button": window.uv_button,
        "none": window.explanation,
    }[focus]
    target.setFocus()
    QTest.keyClick(target, Qt.Key.Key_F9)
    assert len(counter.values) == 1


def test_space_on_the_focused_button_asks_once(window: StationWindow) -> None:
    window.show_state(GREEN)
    counter = fires(window)
    window.uv_button.setFocus()
    QTest.keyClick(window.uv_button, Qt.Key.Key_Space)
    assert len(counter.values) == 1


@pytest.mark.parametrize(
    "state",
    [LOADING, red(), AMBER, EXPLAINING, CAPTURING, LATCHED],
    ids=["loading", "red", "amber", "explaining", "capturing", "latched"],
)
def test_nothing_asks_without_a_permission(window: StationWindow, state: StationState) -> None:
    window.show_state(GREEN)
    window.show_state(state)
    counter = fires(window)
    click(window.uv_button)
    window.uv_button.click()
    QTest.keyClick(window, Qt.Key.Key_F9)
    QTest.keyClick(window.uv_button, Qt.Key.Key_Space)
    assert counter.values == []


def test_the_focus_does_not_slip_to_another_control_when_a_permission_ends(
    window: StationWindow,
) -> None:
    window.show_state(GREEN)
    window.uv_button.setFocus()
    window.show_state(AMBER)
    assert window.focusWidget() is None
    window.show_state(GREEN)
    assert window.focusWidget() is window.uv_button


def test_a_subject_still_being_typed_is_announced_before_the_wish(window: StationWindow) -> None:
    order: list[str] = []
    window.subject_changed.connect(order.append)
    window.fire_requested.connect(lambda: order.append("fire"))
    window.show_state(GREEN)
    QTest.keyClicks(window.top_bar.subject_field, "S-0421")
    QTest.keyClick(window.top_bar.subject_field, Qt.Key.Key_F9)
    assert order == ["S-0421", "fire"]


def test_a_subject_is_announced_once(window: StationWindow) -> None:
    said: list[str] = []
    window.subject_changed.connect(said.append)
    field = window.top_bar.subject_field
    QTest.keyClicks(field, " S-1 ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said == ["S-1"]


def test_capturing_is_said(window: StationWindow) -> None:
    window.show_state(CAPTURING)
    assert window.uv_button.text() == "Capturing…"
    window.show_state(GREEN)
    assert window.uv_button.text() == "UV capture"


def test_a_latched_error_asks_for_acknowledgement(qtbot: QtBot, window: StationWindow) -> None:
    window.show_state(LATCHED)
    bar = window.notice_bar
    assert bar.isVisible()
    assert bar.label.text() == LATCHED.notice
    assert bar.button.text() == "Acknowledge"
    with qtbot.waitSignal(window.acknowledge_requested):
        click(bar.button)
    window.show_state(AMBER)
    assert not bar.isVisible()


def test_a_notice_moves_nothing_above_it(window: StationWindow) -> None:
    window.show_state(AMBER)
    parts = (window.banner, window.uv_button, window.live_view, window.explanation)
    before = [part.geometry() for part in parts]
    window.show_state(LATCHED)
    QApplication.processEvents()
    assert [part.geometry() for part in parts] == before


def test_the_windows_own_notice_is_dismissed_by_hand(window: StationWindow) -> None:
    window.show_notice("The settings file could not be used.")
    window.show_state(AMBER)
    assert window.notice_bar.isVisible()
    click(window.notice_bar.button)
    assert not window.notice_bar.isVisible()


@pytest.mark.parametrize(
    ("info", "mark", "chip"),
    [(DEMO, "DEMONSTRATION", "DEMO"), (STILLS, "STILL PICTURES", "STILLS")],
    ids=["demo", "stills"],
)
def test_a_source_without_a_person_is_marked_twice(
    window: StationWindow, info: SourceInfo, mark: str, chip: str
) -> None:
    window.show_source(info)
    assert window.live_view.marks[0] == mark
    button = window.top_bar.source_button
    assert button.mark == chip
    assert chip in button.accessibleName()


def test_a_camera_is_named_with_its_measured_rate(window: StationWindow) -> None:
    window.show_source(CAMERA)
    window.show_measured_rate(24.6)
    window.show_state(AMBER)
    button = window.top_bar.source_button
    assert button.line == "Logitech BRIO · 1280×720 · 25 fps · 12 ms"
    assert button.mark == ""
    assert window.live_view.marks == ()


def test_a_lost_source_leaves_no_old_picture(window: StationWindow) -> None:
    window.show_source(CAMERA)
    window.show_frame(gui_states.frame())
    assert window.live_view.idle_text == ""
    window.show_source(None)
    assert "No picture" in window.live_view.idle_text
    assert window.top_bar.source_button.line == "No source: choose one"


def test_the_live_view_shows_the_frame_in_its_colours(window: StationWindow) -> None:
    window.show_source(CAMERA)
    pixels = np.full((720, 1280, 3), (200, 100, 50), np.uint8)
    window.show_frame(Frame(pixels, 0, NOW, "test"))
    image = window.live_view.grab().toImage()
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert (middle.red(), middle.green(), middle.blue()) == (200, 100, 50)


def test_outside_the_region_is_dimmed(window: StationWindow) -> None:
    window.show_source(CAMERA)
    window.show_frame(gui_states.frame())
    view: LiveView = window.live_view
    scale = min(view.width() / 1280, view.height() / 720)
    left = round((view.width() - 1280 * scale) / 2 + 150 * scale)
    place = QPoint(left, view.height() // 2)
    bright = view.grab().toImage().pixelColor(place).lightness()
    window.show_state(AMBER)
    assert view.grab().toImage().pixelColor(place).lightness() < bright


def test_explanation_wishes_are_passed_on(qtbot: QtBot, window: StationWindow) -> None:
    counter = Counter()
    counter.setParent(window)
    window.explain_requested.connect(counter.take)
    panel = window.explanation
    assert not panel.explain_button.isEnabled()
    window.show_state(AMBER)
    click(panel.explain_button)
    panel.picker.setCurrentIndex(panel.picker.findData(Quality.BLUR))
    click(panel.explain_button)
    assert counter.values == [None, Quality.BLUR]
    window.show_state(EXPLAINING)
    with qtbot.waitSignal(window.cancel_explanation_requested):
        click(panel.cancel_button)


def small_picture(grey: int) -> bytes:
    return png_bytes(np.full((128, 128, 3), grey, np.uint8))


def test_captures_are_shown_and_can_be_opened(qtbot: QtBot, window: StationWindow) -> None:
    state = gui_states.with_captures(GREEN, [small_picture(80 * n) for n in range(3)])
    window.show_state(state)
    strip = window.film_strip
    assert strip.count_label.whole_text == "3 captures"
    assert [thumbnail.isVisible() for thumbnail in strip.thumbnails] == [True] * 3
    with qtbot.waitSignal(window.capture_chosen) as chosen:
        click(strip.thumbnails[1])
    assert chosen.args == [state.captures[1]]
    with qtbot.waitSignal(window.captures_requested):
        click(strip.captures_button)


def test_thumbnails_say_how_a_capture_stands(window: StationWindow) -> None:
    pictures = [small_picture(200)] * 3
    window.show_state(gui_states.with_captures(GREEN, pictures, completed=False))
    strip = window.film_strip
    strip.mark_verified(f"{0:032x}", whole=True)
    strip.mark_verified(f"{1:032x}", whole=False)
    assert [one.band_text for one in strip.thumbnails] == ["✓ verified", "✕ damaged", "◐ cut short"]
    names = [one.accessibleName() for one in strip.thumbnails]
    assert names == [
        "Capture 1, verified: open it",
        "Capture 2, not as it was stored: open it",
        "Capture 3, the exposure was not completed: open it",
    ]
    whole = strip.thumbnails[0].grab().toImage()
    band = whole.pixelColor(2, whole.height() - 3).name().upper()
    assert band == strip.colours.green_fill


def test_no_thumbnail_stays_while_the_state_shows_nobody(window: StationWindow) -> None:
    shown = gui_states.with_captures(GREEN, [small_picture(200)])
    window.show_state(shown)
    window.film_strip.mark_verified(f"{0:032x}", whole=True)
    window.show_state(GREEN)
    assert window.film_strip.thumbnails == []
    assert not [one for one in window.findChildren(Thumbnail) if not one.isHidden()]
    assert window.film_strip.count_label.whole_text == "no capture yet"
    window.show_state(shown)
    assert [one.band_text for one in window.film_strip.thumbnails] == ["✓ verified"]


def test_a_long_day_keeps_the_newest_thumbnails(window: StationWindow) -> None:
    window.show_state(gui_states.with_captures(GREEN, [small_picture(200)] * 40))
    strip = window.film_strip
    assert strip.count_label.whole_text == "40 captures"
    assert [one.number for one in strip.thumbnails] == list(range(41 - KEPT_THUMBNAILS, 41))
    assert strip.thumbnails[-1].isVisible()


def test_an_unreadable_thumbnail_is_still_a_capture(window: StationWindow) -> None:
    window.show_state(gui_states.with_captures(GREEN, [b"lost"]))
    assert window.film_strip.count_label.whole_text == "1 capture"
    assert window.film_strip.thumbnails[0].isVisible()


def visible_parts(window: StationWindow) -> list[QWidget]:
    return [part for part in window.findChildren(QWidget) if part.isVisibleTo(window)]


@pytest.mark.parametrize("size", [(1120, 640), (1280, 720), (1440, 900), (1920, 1080)])
@pytest.mark.parametrize("state", [LOADING, EXPLAINING, LATCHED], ids=["load", "explain", "latch"])
def test_everything_fits(window: StationWindow, size: tuple[int, int], state: StationState) -> None:
    window.resize(*size)
    window.show_source(DEMO)
    window.show_frame(gui_states.frame())
    window.show_state(state)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    for part in visible_parts(window):
        parent = part.parentWidget()
        assert parent is not None
        assert parent.rect().contains(part.geometry()), f"{part} sticks out of {parent}"
        place = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
        assert window.rect().contains(place), part
        assert part.height() >= min(part.minimumSizeHint().height(), part.minimumHeight())


def test_siblings_do_not_overlap(window: StationWindow) -> None:
    window.resize(1280, 720)
    window.show_source(DEMO)
    window.show_state(EXPLAINING)
    QApplication.processEvents()
    for parent in visible_parts(window):
        children = [
            child
            for child in parent.children()
            if isinstance(child, QWidget) and child.isVisibleTo(window) and not child.isWindow()
        ]
        for index, one in enumerate(children):
            for other in children[index + 1 :]:
                assert not one.geometry().intersects(other.geometry()), (one, other)


def test_every_control_has_a_name_and_takes_the_keyboard(window: StationWindow) -> None:
    window.show_state(EXPLAINING)
    controls = [
        part
        for part in visible_parts(window)
        if isinstance(part, QAbstractButton | QComboBox | QLineEdit | QSlider)
    ]
    assert len(controls) > 8
    for control in controls:
        assert control.accessibleName(), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control


def test_tab_reaches_every_enabled_control(window: StationWindow) -> None:
    window.activateWindow()
    window.show_state(GREEN)
    start = window.top_bar.subject_field
    start.setFocus()
    reached = set()
    for _ in range(40):
        focused = window.focusWidget()
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    panel = window.explanation
    wanted = {
        start,
        window.top_bar.source_button,
        window.top_bar.view_button,
        window.top_bar.station_button,
        window.top_bar.help_button,
        window.top_bar.buttons["settings"],
        *panel.tabs.values(),
        panel.slider,
        panel.picker,
        panel.explain_button,
        window.uv_button,
        window.film_strip.captures_button,
    }
    # Of a group of exclusive tabs the keyboard stops at the chosen one; arrows reach the rest.
    wanted -= {tab for tab in panel.tabs.values() if not tab.isChecked()}
    assert wanted <= reached


def test_the_theme_changes_every_painted_part_and_is_kept(window: StationWindow) -> None:
    kept: list[Settings] = []
    window.settings_changed.connect(kept.append)
    for theme, colours in ((StationAction.THEME_DARK, DARK), (StationAction.THEME_LIGHT, LIGHT)):
        window.action_table[theme].trigger()
        used = {part.colours for part in window.findChildren(PaintedWidget)}
        assert used | {window.uv_button.colours} == {colours}
        ground = window.grab().toImage().pixelColor(5, window.height() - 3).name().upper()
        assert ground == colours.ground
    assert [settings.theme for settings in kept] == ["dark", "light"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_settings_are_edited_in_a_dialog_and_put_in_force(window: StationWindow) -> None:
    said: list[object] = []
    window.settings_changed.connect(said.append)
    window.source_chosen.connect(said.append)
    click(window.top_bar.buttons["settings"])
    dialog = window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    dialog.rows["", "operator"].editor.write("clinic 1")
    dialog.rows["", "source"].editor.write("2")
    dialog.buttons.button(QDialogButtonBox.StandardButton.Save).click()
    assert said == [Settings(theme="light", operator="clinic 1", source="2"), "2"]


def test_the_same_state_paints_nothing(qtbot: QtBot, window: StationWindow) -> None:
    window.show_source(CAMERA)
    window.show_state(GREEN)
    qtbot.waitUntil(lambda: window.explanation.body.picture.pixels is not None)
    qtbot.wait(20)
    painted: list[str] = []

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                painted.append(type(watched).__name__)
            return False

    watcher = Watcher(window)
    for part in (window.banner, window.bars, window.step_bar, window.uv_button, window.history):
        part.installEventFilter(watcher)
    window.explanation.body.picture.installEventFilter(watcher)
    window.show_state(dataclasses.replace(GREEN, now=NOW + 0.03))
    qtbot.wait(20)
    assert painted == []


def test_closing_is_announced_and_leaves_nothing_behind(qtbot: QtBot) -> None:
    flush_deletions()
    before = len(QApplication.allWidgets())
    window = StationWindow(Settings())
    window.show()
    window.show_source(DEMO)
    window.show_frame(gui_states.frame())
    window.show_state(GREEN)
    with qtbot.waitSignal(window.closing):
        window.close()
    window.deleteLater()
    flush_deletions()
    assert len(QApplication.allWidgets()) == before

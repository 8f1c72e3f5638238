"""Every window can be used with the keyboard alone: reached by Tab, seen, and named."""

from pathlib import Path

import numpy as np
import pytest
from gui import gui_states
from gui.every_window import WINDOWS, WITH_KEYS, settle, shown_window
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabBar, QWidget
from support.grabbed import contrast, grabbed

from faceqa_gui.widgets.theme import Theme, apply_theme
from faceqa_gui.windows.station_window import StationWindow

# What Qt's offscreen platform says of any window that is raised.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

QT_OWN = frozenset({"ScrollLeftButton", "ScrollRightButton"})
"""Buttons of Qt's tab bars for the mouse; the arrow keys do the same."""

CORNER = 6  # pixels of its radius in the style sheet


def dress(app: QApplication, window: QWidget, theme: Theme) -> None:
    """Put an open window into a theme."""
    if isinstance(window, StationWindow):
        window.show_settings(window._settings.model_copy(update={"theme": theme}))
    else:
        apply_theme(app, theme)
    settle(app)


def reachable(window: QWidget) -> list[QWidget]:
    """What should take the keyboard now."""
    return [
        part
        for part in window.findChildren(QWidget)
        if part.window() is window
        and part.isVisibleTo(window)
        and part.isEnabled()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        and part.objectName() not in QT_OWN
    ]


def name_of(part: QWidget) -> str:
    """What a screen reader says."""
    text = part.text() if isinstance(part, QAbstractButton) else ""
    return part.accessibleName() or text


def place_of(part: QWidget) -> QRect:
    """Where a widget stands in its window."""
    return QRect(part.mapTo(part.window(), QPoint(0, 0)), part.size())


def ring_of(part: QWidget) -> int:
    """How many pixels a line around what has the focus takes, without its round corners."""
    size = part.tabRect(part.currentIndex()).size() if isinstance(part, QTabBar) else part.size()
    return 2 * (size.width() + size.height()) - 4 * CORNER


def walk(app: QApplication, window: QWidget, key: Qt.Key) -> list[QWidget]:
    """Where the focus goes until it comes back to where it was."""
    window.activateWindow()
    settle(app)
    visited: list[QWidget] = []
    while (here := app.focusWidget()) not in visited:
        if here is not None:
            visited.append(here)
        QTest.keyClick(here or window, key)
    return visited


@pytest.mark.parametrize("name", WITH_KEYS)
def test_everything_is_named_and_reached(qapp: QApplication, tmp_path: Path, name: str) -> None:
    apply_theme(qapp, "light")
    with shown_window(qapp, WINDOWS[name], tmp_path) as window:
        wanted = reachable(window)
        assert wanted
        assert [part for part in wanted if not name_of(part).strip()] == []
        visited = [part for part in walk(qapp, window, Qt.Key.Key_Tab) if part in wanted]
        # Of buttons that exclude each other Tab reaches one, and the arrows the others.
        missed = [
            part
            for part in wanted
            if part not in visited
            and not any(
                isinstance(part, QAbstractButton) and part.group() is _group(other)
                for other in visited
            )
        ]
        assert missed == []
        backward = walk(qapp, window, Qt.Key.Key_Backtab)
        assert set(visited) <= set(backward)
        assert len(_steps_back_up(visited)) <= 1, "other than from the last to the first"


def _group(part: QWidget) -> object:
    nowhere = object()
    return (part.group() or nowhere) if isinstance(part, QAbstractButton) else nowhere


def _steps_back_up(visited: list[QWidget]) -> list[tuple[str, str]]:
    """Steps to something higher that is no column further right."""
    places = [place_of(part) for part in visited]
    return [
        (name_of(visited[index - 1]), name_of(visited[index]))
        for index, after in enumerate(places)
        if after.bottom() <= (before := places[index - 1]).top() and after.left() < before.right()
    ]


@pytest.mark.parametrize("name", WITH_KEYS)
def test_the_focus_is_seen_and_moves_nothing(qapp: QApplication, tmp_path: Path, name: str) -> None:
    with shown_window(qapp, WINDOWS[name], tmp_path) as window:
        for theme in ("light", "dark"):
            dress(qapp, window, theme)
            _check_focus(qapp, window)


def test_the_focus_is_seen_on_the_uv_button(qapp: QApplication, tmp_path: Path) -> None:
    with shown_window(qapp, WINDOWS["station"], tmp_path) as window:
        assert isinstance(window, StationWindow)
        window.show_state(gui_states.GREEN)
        for theme in ("light", "dark"):
            dress(qapp, window, theme)
            assert window.uv_button in reachable(window)
            _check_focus(qapp, window)


def _check_focus(app: QApplication, window: QWidget) -> None:
    """Each focus is an outline of contrast 3 to what was there (WCAG 2.2, 2.4.13)."""
    window.activateWindow()
    app.processEvents()
    parts = reachable(window)
    for part in parts:
        part.setFocus(Qt.FocusReason.TabFocusReason)
        app.processEvents()
        assert part.hasFocus(), name_of(part)
        places = [place_of(each) for each in parts]
        seen = grabbed(part)
        part.clearFocus()
        app.processEvents()
        changed = int(np.count_nonzero(contrast(seen, grabbed(part)) >= 3.0))
        assert changed >= 0.98 * ring_of(part), (
            f"{name_of(part)}: {changed} of {ring_of(part)} pixels"
        )
        assert places == [place_of(each) for each in parts], f"{name_of(part)} moves others"

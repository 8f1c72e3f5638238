"""Nothing is cut or overlaps from 1280 x 720 to 4K at 100 to 200 %, and nothing ever jumps."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from gui.every_window import settle
from gui.looks_layout import parts_of, place_of
from gui.looks_states import MAIN, put_into, station
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from support.shown_texts import TRANSLATIONS, build, speak

from faceqa_gui.widgets.language import use_language
from faceqa_gui.windows import station_window
from faceqa_gui.windows.station_window import StationWindow

TESTS = Path(__file__).parents[1]

# Scaled as they are, the smaller screens have less room than the 1280 x 720 that is promised.
SCREENS = {
    "1": ("1280x720", "1440x900", "1920x1080", "3840x2160"),
    "1.5": ("1920x1080", "2880x1620", "3840x2160"),
    "2": ("2560x1440", "3840x2160"),
}

# The cover is another page.
ROUND = [name for name in MAIN if name != "locked"]


@pytest.mark.parametrize("scale", SCREENS)
def test_nothing_is_cut_or_overlaps(scale: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "gui.looks_layout", scale, *SCREENS[scale]],
        cwd=TESTS,
        env={
            **os.environ,
            "PYTHONPATH": f"{TESTS}{os.pathsep}{TESTS.parent}",
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": scale,
        },
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout.splitlines()[-1])
    assert said == {"scale": float(scale), "faults": []}


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)], ids=["small", "roomy"])
def test_no_state_and_no_language_moves_anything(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    # The window would bring the language of its settings back.
    monkeypatch.setattr(station_window, "use_language", lambda *_: "")
    for name in ("faceqa_ko.ts", "faceqa_en.ts"):
        (tmp_path / name).write_bytes((TRANSLATIONS / name).read_bytes())
    build("release", tmp_path)
    window = station()
    try:
        window.resize(*size)
        window.show()
        put_into(window, "loading")
        settle(qapp)
        first = {name: place_of(part) for name, part in parts_of(window).items()}
        for language in ("en", "ko"):
            speak(qapp, language, tmp_path)
            settle(qapp)
            controls = _controls(window)
            for name in ROUND:
                put_into(window, name)
                settle(qapp)
                now = {part: place_of(each) for part, each in parts_of(window).items()}
                assert _kept(now) == _kept(first), f"{name}, {language}"
                for control, place in _controls(window).items():
                    assert controls.get(control, place) == place, f"{name}: {control}"
                    controls[control] = place
    finally:
        window.close()
        window.deleteLater()
        use_language(qapp, "en")
        settle(qapp)


def test_on_a_screen_that_is_too_small_everything_is_reached(qapp: QApplication) -> None:
    window = station()
    room = QSize(853, 480)
    try:
        window.fit_into(room)
        assert window.windowState() is Qt.WindowState.WindowMaximized
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(room)
        window.show()
        settle(qapp)
        assert window.size() == room
        window.top_bar.subject_field.setFocus()
        seen = set()
        while (control := window.focusWidget()) not in seen:
            seen.add(control)
            assert control.visibleRegion().boundingRect() == control.rect(), control
            QTest.keyClick(control, Qt.Key.Key_Tab)
        assert {window.top_bar.subject_field, window.film_strip.captures_button} <= seen
    finally:
        window.close()
        window.deleteLater()
        settle(qapp)


def test_a_large_screen_leaves_the_window_as_it_is(qapp: QApplication) -> None:
    window = station()
    window.fit_into(QSize(1920, 1080))
    assert window.windowState() is Qt.WindowState.WindowNoState
    assert window.size() == QSize(1440, 900)
    assert window.minimumSize() == QSize(1120, 640)
    window.deleteLater()
    settle(qapp)


def _kept(places: dict[str, QRect]) -> dict[str, object]:
    """What stays: the film strip's empty end is where a notice comes."""
    strip = places["film strip"]
    others = {part: place for part, place in places.items() if part != "notices"}
    return others | {"film strip": (strip.topLeft(), strip.height())}


def _controls(window: StationWindow) -> dict[QWidget, QRect]:
    """Where everything stands that can be seen now."""
    ends = {window.film_strip, window.film_strip._room}
    return {
        part: place_of(part)
        for part in window.findChildren(QWidget)
        if part.window() is window and part.isVisible() and part not in ends
    }

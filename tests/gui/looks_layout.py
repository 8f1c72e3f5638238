"""Measures the station window's layout in one scale, and prints what is wrong as JSON.

A scale counts for a whole process, so that the test starts one for each.
"""

import json
import sys
from collections.abc import Iterator
from itertools import combinations

from gui.every_window import settle
from gui.looks_states import put_into, station
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget
from support.shown_texts import lacking_room

from faceqa_gui.windows.station_window import StationWindow

LEAST_SHARE = 0.25
"""Of the window, for the live view: the largest part of all."""


def place_of(part: QWidget) -> QRect:
    """Where a widget stands in its window."""
    return QRect(part.mapTo(part.window(), QPoint(0, 0)), part.size())


def parts_of(window: StationWindow) -> dict[str, QWidget]:
    """What the window is made of."""
    return {
        "top bar": window.top_bar,
        "steps": window.step_bar,
        "live view": window.live_view,
        "banner": window.banner,
        "quality": window._quality_card,
        "history": window._history_card,
        "explanation": window.explanation,
        "UV button": window.uv_button,
        "foot": window.uv_foot,
        "film strip": window.film_strip,
        "notices": window.notice_bar,
    }


def faults(window: StationWindow) -> Iterator[str]:
    """What is cut, overlaps or lacks room."""
    parts = parts_of(window)
    places = {name: place_of(part) for name, part in parts.items()}
    for name, place in places.items():
        if parts[name].isVisible() and not window.rect().contains(place):
            yield f"{name} is cut"
    for (one, first), (other, second) in combinations(places.items(), 2):
        if parts[one].isVisible() and parts[other].isVisible() and first.intersects(second):
            yield f"{one} overlaps {other}"
    for part in window.findChildren(QWidget):
        above = part.parentWidget()
        if part.window() is window and part.isVisible() and above is not None:
            # Qt lays a line edit's and a tab's own parts out itself.
            own = part.objectName().startswith("qt_")
            if not own and not above.rect().contains(part.geometry()):
                yield f"{type(part).__name__} {part.accessibleName()} leaves its place"
    yield from (str(text) for text in lacking_room(window))
    areas = {name: place.width() * place.height() for name, place in places.items()}
    if max(areas, key=lambda name: areas[name]) not in {"live view", "explanation"}:
        yield "another part is larger than the live view"
    share = areas["live view"] / (window.width() * window.height())
    if share < LEAST_SHARE:
        yield f"the live view has {share:.0%} of the window"


def measure(app: QApplication, scale: float, sizes: list[tuple[int, int]]) -> dict[str, object]:
    """What is wrong at each size, which is in pixels of the screen."""
    found: list[str] = []
    window = station()
    window.show()
    for width, height in sizes:
        window.resize(round(width / scale), round(height / scale))
        for name in ("red", "green", "captured"):
            put_into(window, name)
            settle(app)
            shot = window.grab()
            if (shot.width(), shot.height()) != (width, height):
                found.append(f"{width} x {height}: it is {shot.width()} x {shot.height()}")
            found += [f"{width} x {height}, {name}: {fault}" for fault in faults(window)]
    window.close()
    return {"scale": window.devicePixelRatioF(), "faults": found}


if __name__ == "__main__":
    factor, *wanted = sys.argv[1:]
    pairs = [(int(w), int(h)) for w, h in (text.split("x") for text in wanted)]
    print(json.dumps(measure(QApplication([]), float(factor), pairs)))

"""Every text that a window shows or says to a screen reader, and which of them lack room."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QTableWidget,
    QTabWidget,
    QToolButton,
    QWidget,
)

from faceqa_gui.widgets.language import use_language
from faceqa_gui.widgets.painted import ElidedLabel

TRANSLATIONS = Path(__file__).resolve().parents[2] / "resources" / "translations"
BUILD = TRANSLATIONS / "build.py"
_ARROW = 28  # pixels of a list's or a number's arrows, with the margin of its text


def build(what: str, target: Path) -> None:
    """Run `resources/translations/build.py`."""
    subprocess.run([sys.executable, str(BUILD), what, str(target)], check=True)


def speak(app: QApplication, language: str, folder: Path) -> None:
    """Change the language of every window, and let them say everything again."""
    assert use_language(app, language, folder) == language
    app.processEvents()


def texts_of(window: QWidget) -> dict[str, str]:
    """Every text of `window`, by the place of its owner and what it is there."""
    found: dict[str, str] = {}
    for number, widget in enumerate((window, *window.findChildren(QWidget))):
        if not _is_qts_own(widget):
            for what, text in _texts_of_one(widget):
                if text:
                    found[f"{number} {type(widget).__name__} {what}"] = text
    for number, action in enumerate(window.findChildren(QAction)):
        found |= {f"action {number}": action.text(), f"action tip {number}": action.toolTip()}
    return found


def _is_qts_own(widget: QWidget) -> bool:
    """Whether Qt made it for itself inside another control."""
    return widget.objectName().startswith("qt_") or isinstance(widget.parent(), QTabBar)


def _texts_of_one(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    yield "tool tip", widget.toolTip()
    yield "title", widget.windowTitle()
    for kind, texts in _TEXTS.items():
        if isinstance(widget, kind):
            yield from ((f"text {n}", text) for n, text in enumerate(texts(widget)))


def _of_table(table: QTableWidget) -> Iterator[str]:
    for column in range(table.columnCount()):
        cells = [table.item(row, column) for row in range(table.rowCount())]
        for cell in (table.horizontalHeaderItem(column), *cells):
            yield cell.text() if cell else ""


def _of_list(view: QListView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount() if model else 0):
        yield str(model.index(row, 0).data() or "")


_TEXTS: dict[type[QWidget], Callable[[Any], Iterable[str]]] = {
    QLabel: lambda one: (one.whole_text if isinstance(one, ElidedLabel) else one.text(),),
    QAbstractButton: lambda one: (one.text(),),
    QComboBox: lambda one: map(one.itemText, range(one.count())),
    QLineEdit: lambda one: (one.placeholderText(),),
    QPlainTextEdit: lambda one: (one.placeholderText(),),
    QSpinBox: lambda one: (one.suffix(), one.specialValueText()),
    QDoubleSpinBox: lambda one: (one.suffix(),),
    QTabWidget: lambda one: map(one.tabText, range(one.count())),
    QTableWidget: _of_table,
    QListView: _of_list,
}


def lacking_room(window: QWidget) -> list[str]:
    """Visible texts that are cut off, or shortened without a tool tip that holds the whole."""
    return [
        f"{type(widget).__name__}: {text}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and not _is_qts_own(widget)
        for kind, lacking in _LACKING.items()
        if isinstance(widget, kind)
        for text in lacking(widget)
        if text
    ]


def _of_label(label: QLabel) -> Iterator[str]:
    if isinstance(label, ElidedLabel):
        if label.whole_text not in {label.text(), label.toolTip()}:
            yield label.whole_text
    elif label.wordWrap():
        cut_off = label.heightForWidth(label.width()) > label.height() + 1
        if cut_off and label.toolTip() != label.text():
            yield label.text()
    elif label.sizeHint().width() > label.width() + 1:
        yield label.text()


def _of_button(button: QAbstractButton) -> Iterator[str]:
    if isinstance(button, QCheckBox | QRadioButton):
        if button.sizeHint().width() > button.width() + 1:
            yield button.text()
    elif type(button).__module__.startswith("PySide6") and not _is_icon(button):
        yield from _longer(button, button.text(), button.contentsRect().width())


def _is_icon(button: QAbstractButton) -> bool:
    only = Qt.ToolButtonStyle.ToolButtonIconOnly
    return (
        isinstance(button, QToolButton)
        and button.toolButtonStyle() is only
        and not button.icon().isNull()
    )


def _of_tabs(tabs: QTabWidget) -> Iterator[str]:
    for tab in range(tabs.count()):
        yield from _longer(tabs, tabs.tabText(tab), tabs.tabBar().tabRect(tab).width())


def _longer(widget: QWidget, text: str, room: int) -> Iterator[str]:
    if widget.fontMetrics().horizontalAdvance(text) > room:
        yield text


_LACKING: dict[type[QWidget], Callable[[Any], Iterator[str]]] = {
    QLabel: _of_label,
    QAbstractButton: _of_button,
    QComboBox: lambda one: _longer(one, one.currentText(), one.width() - _ARROW),
    QAbstractSpinBox: lambda one: _longer(one, one.text(), one.width() - _ARROW),
    QTabWidget: _of_tabs,
}


@contextmanager
def painted_too_long(patch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Texts that widgets paint shortened and whose tool tip does not hold the whole."""
    lacks: list[str] = []

    def note(
        painter: QPainter,
        rect: QRect,
        text: str,
        colour: str,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        metrics = painter.fontMetrics()
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        owner = painter.device()
        tip = owner.toolTip() if isinstance(owner, QWidget) else ""
        if fitting != text and text not in tip:
            lacks.append(f"{type(owner).__name__}: {text}")
        drawn(painter, rect, text, colour, alignment)

    from faceqa_gui.widgets import painted

    drawn = painted.draw_elided
    for name, module in list(sys.modules.items()):
        if name.startswith("faceqa_gui.widgets.") and hasattr(module, "draw_elided"):
            patch.setattr(module, "draw_elided", note)
    yield lacks

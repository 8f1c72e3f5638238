"""`HistoryStrip`: light, probability of a good face and eyes over the last ten seconds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.station_state import HistoryPoint, StationState
from faceqa_gui.widgets.language import Retranslated
from faceqa_gui.widgets.painted import PaintedWidget, draw_elided
from faceqa_gui.widgets.words import eye_word

SECONDS = 10.0
_REPAINT_SECONDS = 0.1
_GAP_SECONDS = 0.5
_LABEL_WIDTH = 56
# Heights of the blocks, so that the states differ without their colours.
_LIGHT_HEIGHTS = {Light.RED: 0.4, Light.AMBER: 0.7, Light.GREEN: 1.0}
_EYE_HEIGHTS = {EyeState.UNKNOWN: 0.4, EyeState.OPEN: 0.7, EyeState.CLOSED: 1.0}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which one value held.

    Attributes:
        start, end: seconds before now, start >= end >= 0.
        value: what held.
    """

    start: float
    end: float
    value: str


def stretches(
    history: Sequence[HistoryPoint], now: float, value_of: Callable[[HistoryPoint], str]
) -> list[Stretch]:
    """Neighbouring points with the same value, joined; silence of half a second leaves a gap."""
    joined: list[Stretch] = []
    for index, point in enumerate(history):
        later = history[index + 1].at if index + 1 < len(history) else now
        end = min(later, point.at + _GAP_SECONDS)
        start_ago, end_ago = min(now - point.at, SECONDS), max(now - end, 0.0)
        if start_ago <= end_ago:
            continue
        value = value_of(point)
        if joined and joined[-1].value == value and joined[-1].end - start_ago < 1e-6:
            joined[-1] = Stretch(joined[-1].start, end_ago, value)
        else:
            joined.append(Stretch(start_ago, end_ago, value))
    return joined


class HistoryStrip(Retranslated, PaintedWidget):
    """Three rows over one axis of time; repainted ten times a second at most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(84)
        self._history: tuple[HistoryPoint, ...] = ()
        self._now = 0.0
        self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Last 10 seconds"))
        self.setToolTip(
            self.tr("Block height: low red or unknown, middle amber or open, full green or closed")
        )
        self.update()

    def show_state(self, state: StationState) -> None:
        """Paint the history of `state`."""
        if 0.0 <= state.now - self._now < _REPAINT_SECONDS:
            return
        if not state.history and not self._history:
            return
        self._history, self._now = state.history, state.now
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Paint the three rows and the words below the eyes."""
        painter = QPainter(self)
        painter.setFont(self.sized_font(12))
        height = self.height() - 16
        light = QRect(0, 0, self.width(), round(0.24 * height))
        good = QRect(0, round(0.32 * height), self.width(), round(0.38 * height))
        eyes = QRect(0, round(0.80 * height), self.width(), height - round(0.80 * height))
        for row, word in (
            (light, self.tr("Light")),
            (good, self.tr("Good")),
            (eyes, self.tr("Eyes")),
        ):
            draw_elided(painter, row.adjusted(0, -4, 0, 4), word, self.colours.quiet)
        lights = stretches(self._history, self._now, lambda point: point.light)
        self._paint_blocks(painter, light, lights, _LIGHT_HEIGHTS, self._light_colours())
        self._paint_curve(painter, good)
        eye_runs = stretches(self._history, self._now, lambda point: point.eyes)
        self._paint_blocks(painter, eyes, eye_runs, _EYE_HEIGHTS, self._eye_colours())
        self._paint_words(painter, eye_runs)

    def _light_colours(self) -> dict[Light, str]:
        colours = self.colours
        return {Light.RED: colours.red, Light.AMBER: colours.amber, Light.GREEN: colours.green}

    def _eye_colours(self) -> dict[EyeState, str]:
        colours = self.colours
        return {
            EyeState.UNKNOWN: colours.bar,
            EyeState.OPEN: colours.amber,
            EyeState.CLOSED: colours.green,
        }

    def _x(self, ago: float) -> float:
        return _LABEL_WIDTH + (self.width() - _LABEL_WIDTH) * (1.0 - ago / SECONDS)

    def _paint_blocks(
        self,
        painter: QPainter,
        row: QRect,
        runs: Sequence[Stretch],
        heights: dict[Light, float] | dict[EyeState, float],
        colours: dict[Light, str] | dict[EyeState, str],
    ) -> None:
        track = QRectF(row).adjusted(_LABEL_WIDTH, 0, 0, 0)
        painter.fillRect(track, QColor(self.colours.track))
        height_of = {str(key): value for key, value in heights.items()}
        colour_of = {str(key): value for key, value in colours.items()}
        for run in runs:
            block = QRectF(track)
            block.setLeft(self._x(run.start))
            block.setRight(max(self._x(run.end), block.left() + 1.0))
            block.setTop(track.bottom() - height_of[run.value] * track.height())
            painter.fillRect(block, QColor(colour_of[run.value]))

    def _paint_curve(self, painter: QPainter, row: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.colours.line), 1.0))
        for y in (row.top() + 0.5, row.bottom() + 0.5):
            painter.drawLine(QPointF(_LABEL_WIDTH, y), QPointF(self.width(), y))
        painter.setPen(QPen(QColor(self.colours.green), 2.0, Qt.PenStyle.SolidLine))
        line: list[QPointF] = []
        before = None
        for point in self._history:
            if point.good is None or (before is not None and point.at - before > _GAP_SECONDS):
                painter.drawPolyline(line)
                line = []
            if point.good is not None and self._now - point.at <= SECONDS:
                x = self._x(self._now - point.at)
                line.append(QPointF(x, row.bottom() - point.good * (row.height() - 2)))
            before = point.at
        painter.drawPolyline(line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_words(self, painter: QPainter, runs: Sequence[Stretch]) -> None:
        painter.setFont(self.sized_font(11))
        free_from = 0.0
        for run in runs:
            word = eye_word(EyeState(run.value))
            width = painter.fontMetrics().horizontalAdvance(word) + 6
            left = min(self._x(run.start), self.width() - width)
            if left >= free_from and self._x(run.end) - self._x(run.start) >= 6:
                line = QRect(round(left), self.height() - 15, width, 15)
                draw_elided(painter, line, word, self.colours.quiet)
                free_from = left + width

"""`StepBar`: the four steps from a face to a capture."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from faceqa_gui.station_state import StationState, Step, StepState
from faceqa_gui.widgets.language import Retranslated
from faceqa_gui.widgets.painted import CENTRE, PaintedWidget, draw_elided, fill_rounded

_CIRCLE = 20
_GAP = 8


class StepBar(Retranslated, PaintedWidget):
    """A check mark for a step that is done, its number otherwise; the current one is bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(44)
        self._words: dict[Step, str] = {}
        self._steps = dict.fromkeys(Step, StepState.TO_DO)
        self._retranslate()

    def _retranslate(self) -> None:
        self._words = {
            Step.CLEAR_FACE: self.tr("Clear face"),
            Step.BOTH_EYES_CLOSED: self.tr("Both eyes closed"),
            Step.EXPLANATION_CHECKED: self.tr("Explanation checked"),
            Step.UV_CAPTURE: self.tr("UV capture"),
        }
        self._describe()
        self.update()

    def show_state(self, state: StationState) -> None:
        """Paint the steps of `state`."""
        steps = dict(state.steps)
        if steps != self._steps:
            self._steps = steps
            self._describe()
            self.update()

    def _describe(self) -> None:
        states = {
            StepState.DONE: self.tr("done"),
            StepState.CURRENT: self.tr("current"),
            StepState.TO_DO: self.tr("to do"),
        }
        said = (f"{self._words[step]}: {states[self._steps[step]]}" for step in Step)
        self.setAccessibleName(self.tr("Steps. {}").format(", ".join(said)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Paint circles, words and the lines between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.colours.line), 1.0))
        painter.setBrush(QColor(self.colours.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8.0, 8.0)
        bold, plain = self.sized_font(13, bold=True), self.sized_font(13)
        painter.setFont(bold)
        # Room for bold everywhere, so that nothing moves when the current step changes.
        widths = [painter.fontMetrics().horizontalAdvance(self._words[step]) + 4 for step in Step]
        taken = 2 * 16 + len(widths) * (_CIRCLE + _GAP) + sum(widths)
        rail = (self.width() - taken) / (len(widths) - 1)
        left, middle = 16.0, self.height() / 2
        for number, (step, width) in enumerate(zip(Step, widths, strict=True), start=1):
            state = self._steps[step]
            self._paint_circle(painter, QRectF(left, middle - 10, _CIRCLE, _CIRCLE), number, state)
            left += _CIRCLE + _GAP
            painter.setFont(bold if state is StepState.CURRENT else plain)
            colour = self.colours.quiet if state is StepState.TO_DO else self.colours.ink
            draw_elided(
                painter, QRect(round(left), 0, width, self.height()), self._words[step], colour
            )
            left += width
            if number < len(widths):
                done = state is StepState.DONE
                painter.setPen(
                    QPen(QColor(self.colours.green if done else self.colours.field_line), 2.0)
                )
                painter.drawLine(QPointF(left + 10, middle), QPointF(left + rail - 12, middle))
                left += rail

    def _paint_circle(
        self, painter: QPainter, circle: QRectF, number: int, state: StepState
    ) -> None:
        colours = self.colours
        fill, ink = {
            StepState.DONE: (colours.green_fill, colours.on_green),
            StepState.CURRENT: (colours.amber_fill, colours.on_amber),
            StepState.TO_DO: (colours.off, colours.on_off),
        }[state]
        fill_rounded(painter, circle, 10.0, fill)
        if state is StepState.DONE:
            check = QPen(QColor(ink), 2.5)
            check.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(check)
            corner = circle.topLeft()
            painter.drawPolyline(
                [corner + QPointF(5, 10.5), corner + QPointF(8.7, 14), corner + QPointF(15, 6.5)]
            )
        else:
            painter.setFont(self.sized_font(12, bold=True))
            draw_elided(painter, circle.toRect(), str(number), ink, CENTRE)

"""`FittingDialog`: a dialog that is as high as its words need, in every language."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog

from faceqa_gui.widgets.language import Retranslated


class FittingDialog(Retranslated, QDialog):
    """Qt opens a dialog at two thirds of the screen's height at most, and cuts off the rest."""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Grow before anybody sees it."""
        super().showEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Grow whenever a text in it needs more room than before."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _fit(self) -> None:
        layout = self.layout()
        if layout is None or not self.isVisible():
            return
        needed = layout.totalMinimumSize()
        width = max(self.width(), needed.width())
        high = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else needed.height()
        room = self.screen().availableGeometry().height()
        if width > self.width() or high > self.height():
            self.resize(width, max(self.height(), min(high, room)))

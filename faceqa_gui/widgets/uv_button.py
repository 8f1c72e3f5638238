"""`UvButton`: asks for UV light, and always says what it still waits for."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from faceqa_gui.station_state import StationState, WaitsFor
from faceqa_gui.widgets.language import Retranslated
from faceqa_gui.widgets.painted import CENTRE, draw_elided, fill_rounded, fitting_font, font_of
from faceqa_gui.widgets.theme import LIGHT, Colours


class UvButton(Retranslated, QAbstractButton):
    """Enabled only while a permission is held; one press asks once, and the engine decides."""

    def __init__(self, *, simulated: bool, parent: QWidget | None = None) -> None:
        """Start waiting.

        Args:
            simulated: the device emits no light, which the button says.
            parent: owner.
        """
        super().__init__(parent)
        self.colours = LIGHT
        self._simulated = simulated
        self._had_focus = False
        self._running = False
        self._reason = ""
        self._permitted = False
        self._waits: tuple[WaitsFor, ...] = (WaitsFor.MODEL,)
        self.setFixedHeight(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setEnabled(False)
        self.clicked.connect(self._rest)
        self._retranslate()

    def _retranslate(self) -> None:
        self.setText(self.tr("Capturing…") if self._running else self.tr("UV capture"))
        self.setAccessibleName(self.tr("UV capture"))
        self._say_reason()
        self.update()

    @property
    def reason(self) -> str:
        """The second line: what it waits for, or that it is ready."""
        return self._reason

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """As wide as its place."""
        return QSize(320, 60)

    def use_colours(self, colours: Colours) -> None:
        """Paint in these colours from now on."""
        self.colours = colours
        self.update()

    def show_state(self, state: StationState) -> None:
        """Say what is missing, or wait for a press while a permission is held."""
        self._allow(permitted=state.permitted)
        running = WaitsFor.CAPTURE_RUNNING in state.waits_for
        if running != self._running:
            self._running = running
            self.setText(self.tr("Capturing…") if running else self.tr("UV capture"))
            self.update()
        self._permitted, self._waits = state.permitted, state.waits_for
        self._say_reason()

    def _say_reason(self) -> None:
        if self._permitted:
            self._say(self.tr("ready: press here, F9 or the foot pedal"))
        elif self._running:
            self._say(self.tr("keep still, both eyes stay closed"))
        else:
            words = self._words()
            waits = " · ".join(words[reason] for reason in self._waits)
            self._say(self.tr("waiting: {}").format(waits or self.tr("a new permission")))

    def _words(self) -> dict[WaitsFor, str]:
        return {
            WaitsFor.MODEL: self.tr("the model"),
            WaitsFor.SELF_TEST: self.tr("the self-test (Help, “Self-test”)"),
            WaitsFor.CAMERA: self.tr("a fresh picture"),
            WaitsFor.CLEAR_FACE: self.tr("clear face"),
            WaitsFor.OPEN_EYES_SEEN: self.tr("eyes seen open once"),
            WaitsFor.CLOSED_EYES: self.tr("both eyes closed"),
            WaitsFor.HOLDING: self.tr("hold still"),
            WaitsFor.EXPLANATION: self.tr("explanation"),
            WaitsFor.TRUSTED_EXPLANATION: self.tr("a stronger explanation (“Explain now”)"),
            WaitsFor.DEVICE: self.tr("the UV device"),
            WaitsFor.UV_CAMERA: self.tr("the UV camera"),
            WaitsFor.DOSE: self.tr("the dose limit (subject or settings)"),
            WaitsFor.STORAGE: self.tr("room to store"),
            WaitsFor.LIVE_SOURCE: self.tr("a camera (no real light on recordings)"),
            WaitsFor.ACKNOWLEDGEMENT: self.tr("your acknowledgement below"),
            WaitsFor.AWAKE: self.tr("the computer to wake up"),
            WaitsFor.SCREEN_UNLOCKED: self.tr("the screen to be unlocked"),
            WaitsFor.SIGNED_IN: self.tr("somebody to sign in"),
            WaitsFor.WINDOW_IN_FRONT: self.tr("this window in front"),
            WaitsFor.WINDOW_ANSWERING: self.tr("the window to answer"),
            WaitsFor.CAPTURE_RUNNING: self.tr("the running capture"),
        }

    def _say(self, reason: str) -> None:
        if reason != self._reason:
            self._reason = reason
            self.setAccessibleDescription(reason)
            self.setToolTip(reason)
            self.update()

    def _rest(self) -> None:
        # A double click must not ask twice; the next state wakes the button again.
        self._allow(permitted=False)

    def _allow(self, *, permitted: bool) -> None:
        if permitted == self.isEnabled():
            return
        if not permitted:
            # Otherwise Qt hands the focus on, and the next key press would hit another control.
            self._had_focus = self.hasFocus()
            self.clearFocus()
        self.setEnabled(permitted)
        if permitted and self._had_focus and self.window().focusWidget() is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Repaint when enabled or disabled."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Paint the two lines, and where the device emits no light, a third."""
        colours = self.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ready = self.isEnabled()
        fill = colours.accent_hover if self.isDown() or self.underMouse() else colours.accent
        ink = colours.on_accent if ready else colours.on_off
        fill_rounded(painter, QRectF(self.rect()), 10.0, fill if ready else colours.off)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.ink), 3.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 9.0, 9.0)
        text = self.rect().adjusted(14, 0, -14, 0)
        middle = self.height() // 2
        title = self.text()
        if self._simulated:
            title = self.tr("{} (simulated, no light)").format(title)
        painter.setFont(fitting_font(self, title, text.width(), 18, 13))
        draw_elided(painter, text.adjusted(0, middle - 25, 0, -middle), title, ink, CENTRE)
        painter.setFont(font_of(self, 12))
        draw_elided(
            painter, text.adjusted(0, middle + 2, 0, -middle + 22), self._reason, ink, CENTRE
        )

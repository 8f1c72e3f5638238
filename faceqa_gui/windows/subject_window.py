"""`SubjectWindow`: what the subject sees: themselves, the oval and the one instruction, large."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from faceqa_gui.frames.frame import Frame
from faceqa_gui.frames.source import SourceInfo
from faceqa_gui.instruction import Instruction
from faceqa_gui.settings import Settings
from faceqa_gui.station_state import StationState
from faceqa_gui.widgets.language import Retranslated
from faceqa_gui.widgets.light_banner import LightBanner
from faceqa_gui.widgets.live_view import LiveView
from faceqa_gui.widgets.theme import Colours

_BANNER_SHARE = 3  # of ten parts of the height


class SubjectWindow(Retranslated, QWidget):
    """It takes no key and no focus, so that the station's window stays in front.

    With a second screen it fills that one; else it is a window that can be moved. Nothing about
    operators, subjects or records is ever in it. `closed_by_hand` is emitted when somebody closes
    it.
    """

    closed_by_hand = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Show nobody yet.

        Args:
            parent: the station's window, with which it goes.
        """
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._station = parent
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(480, 360)
        self.resize(960, 720)
        self.live_view = LiveView(for_subject=True)
        self.banner = LightBanner(large=True)
        for part in (self.live_view, self.banner):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(16)
        whole.addWidget(self.live_view, 10 - _BANNER_SHARE)
        whole.addWidget(self.banner, _BANNER_SHARE)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._place)
            app.screenRemoved.connect(self._place)
        self._retranslate()

    def open(self) -> None:
        """Show it where it belongs, without taking the focus from anybody."""
        self._place()
        self.show()

    def show_frame(self, frame: Frame) -> None:
        """Paint `frame`, mirrored."""
        if self.isVisible():
            self.live_view.show_frame(frame)

    def show_source(self, info: SourceInfo | None) -> None:
        """Mark a source that is no live person; None forgets the picture."""
        self.live_view.show_source(info)

    def show_state(self, state: StationState, instruction: Instruction) -> None:
        """Say the instruction, and paint the oval where the engine looks."""
        self.live_view.show_state(state)
        self.live_view.show_instruction(instruction)
        self.banner.show_instruction(instruction)

    def show_settings(self, settings: Settings, colours: Colours) -> None:
        """Take the size of the oval and the colours that are in force."""
        self.live_view.fit_guide(settings.checks)
        for part in (self.live_view, self.banner):
            part.use_colours(colours)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("FaceQA: for the subject"))

    def _place(self, _screen: QScreen | None = None) -> None:
        screens = [screen.geometry() for screen in QGuiApplication.screens()]
        place = place_of(self._station.screen().geometry(), screens)
        frameless, was_visible = Qt.WindowType.FramelessWindowHint, self.isVisible()
        if bool(self.windowFlags() & frameless) is (place is None):
            # A full screen needs no frame; a change of the frame hides the window.
            self.setWindowFlag(frameless, place is not None)
            self.setVisible(was_visible)
        if place is not None:
            self.setGeometry(place)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  (Qt's name)
        """Tell whoever opened it: the program itself only hides it."""
        super().closeEvent(event)
        self.closed_by_hand.emit()


def place_of(station: QRect, screens: list[QRect]) -> QRect | None:
    """The screen that the station's window is not on; None where there is no other."""
    return next((screen for screen in screens if screen != station), None)

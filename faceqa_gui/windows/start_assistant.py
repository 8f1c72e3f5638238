"""`StartAssistant`: camera, room, and who works here, in three steps; then the self-test."""

import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.assessment.room_check import RoomLook
from faceqa_gui.errors import FaceQAError
from faceqa_gui.frames.camera_list import Camera, list_cameras
from faceqa_gui.frames.camera_trouble import Trouble
from faceqa_gui.frames.open_source import source_from
from faceqa_gui.frames.source import FrameSource, SourceInfo
from faceqa_gui.self_test import CameraFacts, SelfTest
from faceqa_gui.settings import CameraSettings, Settings
from faceqa_gui.widgets.camera_preview import CameraPreview
from faceqa_gui.widgets.language import shown
from faceqa_gui.widgets.room_view import RoomView
from faceqa_gui.widgets.self_test_view import SelfTestView
from faceqa_gui.widgets.theme import LIGHT, colours_in_use
from faceqa_gui.windows.asking_dialog import WorkingDialog
from faceqa_gui.windows.operator_choice import Choose, OperatorChoice
from faceqa_gui.wording import said
from faceqa_gui.workers.preview_thread import PreviewThread

DEMO = "demo"
_KIND = QDialogButtonBox.StandardButton
_CAMERA, _ROOM, _WHO, _DONE = range(4)
_LOOK_FOR_CAMERAS_MS = 1500
_STOP_MS = 2500
_LISTS_WITHOUT_OPENING = sys.platform.startswith("linux")
_LINE_HEIGHT, _MOST_LINES = 34, 6
_SOURCE = Qt.ItemDataRole.UserRole
_outlived: list[PreviewThread] = []
"""Previews that hang in a driver: Qt aborts where a running thread is deleted."""

Tester = Callable[[Callable[[], CameraFacts], Callable[[float], bool]], SelfTest]
"""Makes a self-test, given what tells about the camera and how to wait; on another thread."""


class StartAssistant(WorkingDialog):
    """Each step can be skipped, but who works here is chosen by somebody or not at all.

    Nothing that is shown here is judged, so that no UV light can follow from it.

    Its signals: the source that was chosen, as `source_from` takes it, and a finished `SelfTest`.
    """

    source_chosen = Signal(str)
    tested = Signal(object)

    def __init__(
        self,
        settings: Settings,
        test: Tester,
        *,
        choose: Choose | None = None,
        cameras: Callable[[], Sequence[Camera]] = list_cameras,
        make_source: Callable[[str, CameraSettings], FrameSource] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the camera.

        Args:
            settings: in force; their camera and thresholds count.
            test: makes the self-test of the last page.
            choose: is told who works here, see `OperatorChoice`; None where that was chosen before.
            cameras: lists what is plugged in.
            make_source: makes a source of its text; None for `source_from`.
            parent: owner.
        """
        super().__init__(parent)
        self._settings = settings
        self._test = test
        self._choose_operators = choose
        self._cameras = cameras
        self._make_source = make_source or _source
        self._preview: PreviewThread | None = None
        self._ended: list[PreviewThread] = []
        self._shown_cameras: tuple[Camera, ...] | None = None
        self._operators_chosen = choose is None
        self._trouble = ""
        self._leaving = threading.Event()
        self.chosen_source = ""
        self.self_test: SelfTest | None = None
        self.setMinimumSize(940, 600)
        self._build()
        self._search = QTimer(self)
        self._search.setInterval(_LOOK_FOR_CAMERAS_MS)
        self._search.timeout.connect(self._list_cameras)
        self._retranslate()
        self._list_cameras()
        self._go(_CAMERA)
        if _LISTS_WITHOUT_OPENING:
            self._search.start()

    # Pages

    def _build(self) -> None:
        self.pages = QStackedWidget()
        self.form.addRow(self.pages)
        self.views = [self._new_view(), self._new_view()]
        self.camera_list = QListWidget()
        self.camera_list.currentItemChanged.connect(self._choose_camera)
        self.nothing_found = QLabel()
        self.nothing_found.setWordWrap(True)
        self.demo_button = QPushButton()
        self.demo_button.setAutoDefault(False)
        self.demo_button.clicked.connect(partial(self._select, DEMO))
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("role", "problem")
        self.trouble.setMinimumHeight(52)
        self.trouble.setAlignment(Qt.AlignmentFlag.AlignTop)
        left = _column(
            self.camera_list, self.nothing_found, self.demo_button, self.trouble, stretch=True
        )
        self.pages.addWidget(_beside(left, self.views[0]))
        self.room = RoomView()
        self.pages.addWidget(_beside(self.room, self.views[1]))
        self.choice = OperatorChoice()
        self.choice.chosen.connect(self._show_buttons)
        self.known_operators = QLabel()
        self.known_operators.setWordWrap(True)
        first = self._choose_operators is not None
        self.choice.setVisible(first)
        self.known_operators.setVisible(not first)
        self.pages.addWidget(_column(self.choice, self.known_operators, stretch=True))
        self.tests = SelfTestView()
        self.again_button = QPushButton()
        self.again_button.setAutoDefault(False)
        self.again_button.clicked.connect(self._run_test)
        line = QHBoxLayout()
        line.addWidget(self.again_button)
        line.addStretch(1)
        again = QWidget()
        again.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        self.pages.addWidget(_column(self.tests, again, stretch=True))
        role = QDialogButtonBox.ButtonRole.ResetRole
        self.back_button, self.skip_button = QPushButton(), QPushButton()
        for button, press in ((self.back_button, self._back), (self.skip_button, self._skip)):
            button.setAutoDefault(False)
            button.clicked.connect(press)
            self.buttons.addButton(button, role)
        self.buttons.button(_KIND.Cancel).setAutoDefault(False)
        self.buttons.accepted.connect(self._next)

    def _new_view(self) -> CameraPreview:
        application = QApplication.instance()
        colours = colours_in_use(application) if isinstance(application, QApplication) else LIGHT
        view = CameraPreview(colours)
        view.show_mirrored(mirrored=self._settings.camera.is_mirrored)
        return view

    @property
    def page(self) -> int:
        """Number of the page that is shown, from 0."""
        return self.pages.currentIndex()

    def _go(self, page: int) -> None:
        self.say_problem("")
        self.pages.setCurrentIndex(page)
        self._retranslate()
        self._show_buttons()
        if page == _WHO and self._asks_first:
            self.choice.single.setFocus()
        else:
            self.buttons.button(_KIND.Ok).setFocus()
        if page == _DONE and self.self_test is None:
            self._run_test()

    def _show_buttons(self) -> None:
        page = self.page
        self.back_button.setVisible(page != _CAMERA and not (page == _DONE and self._asks_first))
        self.skip_button.setVisible(page in {_CAMERA, _ROOM})
        able = {
            _CAMERA: bool(self.chosen_source),
            _WHO: self._operators_chosen or self.choice.is_chosen,
        }.get(page, True)
        self.buttons.button(_KIND.Ok).setEnabled(able)
        self.buttons.button(_KIND.Cancel).setVisible(page != _DONE)

    @property
    def _asks_first(self) -> bool:
        return self._choose_operators is not None

    @Slot()
    def _back(self) -> None:
        self._go(self.page - 1)

    @Slot()
    def _skip(self) -> None:
        if self.page == _CAMERA:
            # What the settings name stays; a room without a picture says nothing.
            self.chosen_source = ""
            self._end_preview()
            self._go(_WHO)
        else:
            self._go(_WHO)

    @Slot()
    def _next(self) -> None:
        page = self.page
        if page == _DONE:
            self.accept()
        elif page != _WHO or self._operators_chosen or self._choose_operators is None:
            self._go(page + 1)
        else:
            try:
                work = self.choice.work(self._choose_operators)
            except FaceQAError as error:
                self.say_problem(str(error))
                return
            self.run_aside(work, self._take_operators)

    def _take_operators(self, _result: object) -> None:
        self._operators_chosen = True
        self._go(_DONE)

    # The camera

    @Slot()
    def _list_cameras(self) -> None:
        found = tuple(self._cameras())
        if found == self._shown_cameras:
            return
        self._shown_cameras = found
        wanted = self.chosen_source or self._settings.source
        self.camera_list.blockSignals(True)  # noqa: FBT003  (Qt's own form)
        self.camera_list.clear()
        for camera in found:
            item = QListWidgetItem(self._camera_text(camera))
            item.setData(_SOURCE, camera.reference)
            item.setToolTip(camera.reference)
            item.setSizeHint(QSize(0, _LINE_HEIGHT))
            self.camera_list.addItem(item)
        self.camera_list.blockSignals(False)  # noqa: FBT003  (Qt's own form)
        self.camera_list.setVisible(bool(found))
        self.camera_list.setFixedHeight(_LINE_HEIGHT * min(len(found), _MOST_LINES) + 4)
        self.nothing_found.setVisible(not found)
        known = {one.reference for one in found}
        if wanted in known:
            self._select(wanted)
        elif not self.chosen_source:
            # Once one was chosen, another is never taken without being asked.
            real = next((one.reference for one in found if not one.virtual), "")
            if real:
                self._select(real)

    def _camera_text(self, camera: Camera) -> str:
        if camera.virtual:
            return self.tr("{name} (virtual: never a live person)").format(name=camera.name)
        return camera.name

    def _select(self, source: str) -> None:
        for row in range(self.camera_list.count()):
            if self.camera_list.item(row).data(_SOURCE) == source:
                self.camera_list.setCurrentRow(row)
                break
        else:
            self.camera_list.setCurrentRow(-1)
        if source != self.chosen_source:
            self._show_source(source)

    def _choose_camera(self, item: QListWidgetItem | None) -> None:
        source = None if item is None else item.data(_SOURCE)
        if isinstance(source, str) and source != self.chosen_source:
            self._show_source(source)

    def _show_source(self, source: str) -> None:
        self._end_preview()
        self.chosen_source, self._trouble, self.self_test = source, "", None
        self._retranslate()
        self.room.show_look(None)
        make = partial(self._make_source, source, self._settings.camera)
        preview = PreviewThread(make, self._settings.checks)
        preview.opened.connect(self._source_opened)
        preview.failed.connect(self._source_failed)
        preview.frame_waiting.connect(self._show_frame)
        preview.looked.connect(self._show_look)
        self._preview = preview
        preview.start()
        self._show_buttons()
        for view in self.views:
            view.show_idle_text(said("Opening the camera…"))

    def _end_preview(self) -> None:
        preview, self._preview = self._preview, None
        if preview is None:
            return
        for signal in (preview.opened, preview.failed, preview.frame_waiting, preview.looked):
            signal.disconnect()
        preview.stop()
        self._ended = [one for one in (*self._ended, preview) if one.isRunning()]
        for view in self.views:
            view.show_source(None)

    @Slot(object)
    def _source_opened(self, info: SourceInfo) -> None:
        self._trouble = info.warning
        self.trouble.setText(shown(self._trouble))
        for view in self.views:
            view.show_source(info)

    @Slot(object, object)
    def _source_failed(self, sentence: str, _trouble: Trouble) -> None:
        self._trouble = sentence
        self.trouble.setText(shown(sentence))
        self.room.show_look(None)
        for view in self.views:
            view.show_source(None)
            view.show_idle_text(said("No picture yet"))

    @Slot()
    def _show_frame(self) -> None:
        frame = None if self._preview is None else self._preview.take()
        if frame is not None and self.page in {_CAMERA, _ROOM}:
            self.views[self.page].show_frame(frame)

    @Slot(object)
    def _show_look(self, look: RoomLook) -> None:
        for view in self.views:
            view.show_look(look)
        self.room.show_look(look)

    # The self-test

    @Slot()
    def _run_test(self) -> None:
        self.tests.show_test(self.self_test, running=True)
        preview = self._preview
        facts = CameraFacts if preview is None else lambda: preview.facts
        self.run_aside(partial(self._test, facts, self._leaving.wait), self._take_test)

    def _take_test(self, test: object) -> None:
        if isinstance(test, SelfTest):
            self.self_test = test
            self.tests.show_test(test)
            self.tested.emit(test)

    def _refuse(self, error: FaceQAError) -> None:
        super()._refuse(error)
        self.tests.show_test(self.self_test)

    # The end

    def done(self, result: int) -> None:
        """Let the camera go before anybody else opens it, and tell what was chosen."""
        self._leaving.set()
        self._search.stop()
        self._end_preview()
        _outlived.extend(preview for preview in self._ended if not preview.wait(_STOP_MS))
        super().done(result)
        if result and self.chosen_source:
            self.source_chosen.emit(self.chosen_source)

    def _show_busy(self, *, busy: bool) -> None:
        super()._show_busy(busy=busy)
        if not busy:
            self._show_buttons()

    def _retranslate(self) -> None:
        title, about, forward = self._words()
        self.entitle(title, about, forward)
        first = self._asks_first
        self.buttons.say(_KIND.Cancel, self.tr("Quit") if first else self.tr("Close"))
        self.back_button.setText(self.tr("Back"))
        self.skip_button.setText(self.tr("Skip"))
        self.demo_button.setText(self.tr("Use the demonstration"))
        self.demo_button.setToolTip(self.tr("Generated pictures: nobody is present, no UV light."))
        self.camera_list.setAccessibleName(self.tr("Cameras"))
        self.nothing_found.setText(
            self.tr(
                "No camera is plugged in. Plug one in, it then appears here by itself; or try "
                "FaceQA with the demonstration, which is marked as such everywhere."
            )
        )
        self.trouble.setText(shown(self._trouble))
        self.known_operators.setText(
            self.tr(
                "This was chosen before and stays as it is. A supervisor changes it in the "
                "window: click on the operator's name, then “Operators”."
            )
        )
        self.again_button.setText(self.tr("Test again"))
        for row, camera in enumerate(self._shown_cameras or ()):
            self.camera_list.item(row).setText(self._camera_text(camera))

    def _words(self) -> tuple[str, str, str]:
        forward = self.tr("Next")
        return {
            _CAMERA: (
                self.tr("Step 1 of 3: Camera"),
                self.tr("Choose the camera that looks at the subject."),
                forward,
            ),
            _ROOM: (
                self.tr("Step 2 of 3: Light and distance"),
                self.tr("These are the checks that every capture is asked for."),
                forward,
            ),
            _WHO: (
                self.tr("Step 3 of 3: Who works at this station?"),
                self.tr("FaceQA writes the operator's name to every record."),
                forward,
            ),
            _DONE: (
                self.tr("Ready: the self-test"),
                self.tr(
                    "It runs at each start. Software permission is not eye protection: goggles "
                    "or a shutter stay the primary control."
                ),
                self.tr("Start FaceQA") if self._asks_first else self.tr("Done"),
            ),
        }[self.page]


def _source(text: str, wanted: CameraSettings) -> FrameSource:
    return source_from(text, loop=True, wanted=wanted)


def _column(*widgets: QWidget, stretch: bool = False) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for widget in widgets:
        column.addWidget(widget)
    if stretch:
        column.addStretch(1)
    return side


def _beside(left: QWidget, right: QWidget) -> QWidget:
    both = QWidget()
    line = QHBoxLayout(both)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(16)
    left.setFixedWidth(330)
    line.addWidget(left)
    line.addWidget(right, 1)
    return both

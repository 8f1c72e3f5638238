"""Renders the pictures of the help pages from the real windows: `make help-images`.

The demo is played once; at each moment the window is pictured in every language. Nobody is shown
but the demo subject.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QDeadlineTimer, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from faceqa_gui.app import StationApp, qt_application
from faceqa_gui.assessment.actions import Action
from faceqa_gui.frames.demo_scenes import Scene
from faceqa_gui.frames.demo_subject import DemoSubject
from faceqa_gui.frames.demo_visitors import Visitor
from faceqa_gui.frames.no_source import NoSource
from faceqa_gui.frames.picture_writer import write_picture
from faceqa_gui.operators.accounts import Accounts
from faceqa_gui.settings import UNATTENDED, Settings
from faceqa_gui.station_state import StationState
from faceqa_gui.widgets.language import use_language
from faceqa_gui.widgets.theme import apply_theme
from faceqa_gui.windows.actions import StationAction
from faceqa_gui.windows.lab_window import LabWindow
from faceqa_gui.windows.self_test_dialog import SelfTestDialog
from faceqa_gui.windows.settings_dialog import SettingsDialog
from faceqa_gui.workers.event_wait import let_pass

HERE = Path(__file__).resolve().parent
LANGUAGES = ("en", "ko")
WIDTH = 700
_WINDOW = (1280, 720)
_LIMIT_SECONDS = 120.0
_SETTLE_MS = 120
_HELD_MS = 1200
_MARGIN = 10
_LAB_PEOPLE = 8
_CLASSES = {
    Scene.NOBODY: "wrong_object",
    Scene.OUT_OF_FOCUS: "blur",
    Scene.GLASSES: "eyeglasses",
    Scene.MASK: "covered_face",
    Scene.EYES_OPEN: "good",
}


def main() -> int:
    """Render everything; 1 if a moment was not reached."""
    application = qt_application(offscreen=True)
    apply_theme(application, "light")
    with tempfile.TemporaryDirectory(prefix="faceqa-help-") as scratch:
        _station(application, Path(scratch) / "station")
        _sign_in(application, Path(scratch) / "clinic")
        _lab(application, Path(scratch) / "lab")
    return 0


def _station(application: QApplication, folder: Path) -> None:
    folder.mkdir()
    app = StationApp(Settings(operators=UNATTENDED, theme="light"), DemoSubject(), folder=folder)
    window = app.window
    window.resize(*_WINDOW)
    app.start()
    try:
        window.top_bar.subject_field.setText("S-0421")
        _until(app, lambda state: state.action is Action.CLOSE_BOTH_EYES)
        let_pass(_HELD_MS)  # the banner holds an instruction for a moment
        _shoot(application, window, "amber", _around(window, window.live_view, window.banner))
        _until(app, lambda state: state.permitted and state.action is Action.READY)
        _shoot(application, window, "station")
        _shoot(application, window, "green", _around(window, window.live_view, window.banner))
        _shoot(application, window, "explanation", _around(window, window.explanation))
        _until(app, partial(_captured, app))
        app.captures.resize(1200, 700)
        app.captures.show_captures(app.station.state().captures[-1].identifier)
        let_pass(1500)
        _shoot(application, app.captures, "captures")
        settings = SettingsDialog(Settings(theme="light"), window)
        settings.show()
        _shoot(application, settings, "settings")
        settings.close()
        _self_test(application, app)
    finally:
        app.stop()
        window.close()


def _captured(app: StationApp, state: StationState) -> bool:
    """Press whenever it may be, until that led to a capture."""
    if state.permitted:
        QTest.mouseClick(app.window.uv_button, Qt.MouseButton.LeftButton)
    return any(capture.completed for capture in state.captures)


def _self_test(application: QApplication, app: StationApp) -> None:
    app.window.action_table[StationAction.SELF_TEST].trigger()
    dialog = next(one for one in app.window.findChildren(SelfTestDialog) if one.isVisible())
    _shoot(application, dialog, "self-test")
    dialog.close()


def _sign_in(application: QApplication, folder: Path) -> None:
    folder.mkdir()
    accounts = Accounts(folder)
    accounts.choose_accounts("Front desk", "284913")
    app = StationApp(Settings(theme="light"), NoSource(), folder=folder, accounts=accounts)
    app.window.resize(900, 560)
    app.window.show()
    _shoot(application, app.window, "sign-in")
    app.stop()
    app.window.close()


def _lab(application: QApplication, folder: Path) -> None:
    data = folder / "pictures"
    for scene, label in _CLASSES.items():
        (data / label).mkdir(parents=True)
        for number in range(_LAB_PEOPLE):
            picture = Visitor(number).picture(scene)
            write_picture(picture[::2, ::2], data / label / f"{number}.png")
    window = LabWindow(folder)
    window.resize(1200, 760)
    window.open()
    window.setup.choose_data(str(data))
    _wait(window.setup.run_button.isEnabled)
    window.start_run()
    _wait(lambda: window.results.count() > 0 and window.setup.run_button.isEnabled())
    _shoot(application, window, "lab")
    window.stop()
    window.wait(QDeadlineTimer(5000))


def _shoot(
    application: QApplication, widget: QWidget, name: str, place: QRect | None = None
) -> None:
    """Picture a widget, or a place in it, in every language."""
    for language in LANGUAGES:
        use_language(application, language)
        let_pass(_SETTLE_MS)
        picture = widget.grab(place or widget.rect()).toImage()
        if picture.width() > WIDTH:
            picture = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
        path = HERE / language / "images" / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not picture.save(str(path)):
            sys.exit(f"{path} could not be written.")
        print(path.relative_to(HERE))
    use_language(application, LANGUAGES[0])
    let_pass(_SETTLE_MS)


def _around(window: QWidget, *parts: QWidget) -> QRect:
    """The place of some parts in their window."""
    whole = QRect()
    for part in parts:
        whole = whole.united(QRect(part.mapTo(window, part.rect().topLeft()), part.size()))
    return whole.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)


def _until(app: StationApp, is_so: Callable[[StationState], bool]) -> None:
    _wait(lambda: is_so(app.station.state()))


def _wait(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + _LIMIT_SECONDS
    while not is_so():
        if time.monotonic() > end:
            sys.exit("A moment of the demo was not reached. Try again on a quiet computer.")
        let_pass(20)


if __name__ == "__main__":
    sys.exit(main())

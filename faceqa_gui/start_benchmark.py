"""`start_once`: starts the station window and says when it was painted and when it judged."""

import json
import time

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from faceqa_gui.app import StationApp, has_screen, qt_application, run_until_quit
from faceqa_gui.errors import FaceQAError
from faceqa_gui.frames.open_source import source_from
from faceqa_gui.operators.accounts import Accounts
from faceqa_gui.settings import UNATTENDED, Settings, home

_LOOK_MS = 5
_LIMIT_SECONDS = 120.0


class _Watch(QObject):
    """Keeps the moments of the first paint and of the first verdict."""

    def __init__(self, station_app: StationApp) -> None:
        super().__init__()
        self._app = station_app
        self._opened_at = time.monotonic()
        self.painted_at: float | None = None
        self.judged_at: float | None = None
        self.problem = ""
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._observe)
        self._look.start()
        station_app.window.live_view.installEventFilter(self)
        station_app.loader.refused.connect(self._end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Wait for the end of the first paint: the event loop goes on when it is on the screen."""
        if event.type() is QEvent.Type.Paint and self.painted_at is None:
            QTimer.singleShot(0, self._note_paint)
        return super().eventFilter(watched, event)

    @Slot()
    def _note_paint(self) -> None:
        self.painted_at = self.painted_at or time.monotonic()

    @Slot()
    def _observe(self) -> None:
        state = self._app.station.state()
        if self.painted_at is not None and state.probabilities:
            self.judged_at = time.monotonic()
            self._end("")
        elif time.monotonic() - self._opened_at > _LIMIT_SECONDS:
            self._end(state.notice or "No frame was judged. Check source and model.")

    @Slot(str)
    def _end(self, problem: str) -> None:
        self.problem = problem
        self._look.stop()
        qt_application(offscreen=False).exit(0)


def start_once(source_text: str) -> str:
    """Start the station on the folder in force, until its first verdict.

    Args:
        source_text: where frames come from; see `source_from`.

    Returns:
        A JSON object with `first_paint` and `first_verdict` on the clock of `time.monotonic`,
        which all processes of a computer share.

    Raises:
        FaceQAError: source or model cannot be used, or no frame was judged.
    """
    source = source_from(source_text, loop=True)
    application = qt_application(offscreen=not has_screen())
    folder = home()
    station_app = StationApp(
        Settings(operators=UNATTENDED),
        source,
        folder=folder,
        accounts=Accounts(folder, local_unless_chosen=True),
    )
    station_app.report_incomplete()
    watch = _Watch(station_app)
    run_until_quit(station_app, application)
    if watch.problem or watch.painted_at is None or watch.judged_at is None:
        raise FaceQAError(watch.problem or "The window was closed before a frame was judged.")
    return json.dumps({"first_paint": watch.painted_at, "first_verdict": watch.judged_at})

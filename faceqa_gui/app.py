"""Builds the station window from settings: the composition root, also of the tests."""

import atexit
import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, QTimer, Slot
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from faceqa_gui.errors import FaceQAError, StoreError
from faceqa_gui.explanation.combined import import_libraries
from faceqa_gui.eyes.decision import listed_eye_detector
from faceqa_gui.eyes.eye_state import EyeDetector
from faceqa_gui.frames.camera import CameraSource
from faceqa_gui.frames.camera_trouble import Trouble
from faceqa_gui.frames.image_folder import ImageFolderSource
from faceqa_gui.frames.latest import LatestFrame
from faceqa_gui.frames.network_stream import NetworkStreamSource
from faceqa_gui.frames.no_source import NoSource
from faceqa_gui.frames.open_source import check_other_source, source_from
from faceqa_gui.frames.source import FrameSource, SourceInfo
from faceqa_gui.frames.video_file import VideoFileSource
from faceqa_gui.operators.accounts import Accounts, Mode
from faceqa_gui.operators.command_rights import refuse_lost_accounts
from faceqa_gui.operators.operator import NOBODY, Right
from faceqa_gui.operators.session import OperatorSession
from faceqa_gui.presence import Interruption
from faceqa_gui.program_log import kept_log, watched_failures
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.model_list import ModelList
from faceqa_gui.quality.runtime import layers_of
from faceqa_gui.records.durable import FILE_MODE, replace_file
from faceqa_gui.records.keys import sealer_for
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.self_test import (
    Bench,
    CameraFacts,
    ClockReading,
    Part,
    SelfTest,
    run_self_test,
)
from faceqa_gui.settings import (
    EVERYBODYS,
    SETTINGS_FILE,
    Settings,
    UvSettings,
    home,
)
from faceqa_gui.settings_file import load_settings, save_settings
from faceqa_gui.start_record import StartRecord
from faceqa_gui.station import Station
from faceqa_gui.station_state import CaptureSummary, StationState
from faceqa_gui.steady_memory import keep_memory_steady
from faceqa_gui.stuck_work import Worker
from faceqa_gui.uv.connecting import ConnectingUv
from faceqa_gui.uv.device import UvDevice
from faceqa_gui.uv.simulated import SimulatedUv
from faceqa_gui.widgets.language import use_language
from faceqa_gui.widgets.theme import apply_theme
from faceqa_gui.windows.captures_window import CapturesWindow
from faceqa_gui.windows.first_start import FirstAnswers, ask_first
from faceqa_gui.windows.guidance_control import GuidanceControl
from faceqa_gui.windows.help_control import HelpControl
from faceqa_gui.windows.help_key import HelpKey
from faceqa_gui.windows.lab_control import LabControl
from faceqa_gui.windows.model_control import ModelControl
from faceqa_gui.windows.session_control import SessionControl
from faceqa_gui.windows.start_assistant import StartAssistant
from faceqa_gui.windows.station_window import StationWindow
from faceqa_gui.wording import reason, said
from faceqa_gui.workers.assessor_thread import AssessorThread
from faceqa_gui.workers.capture_thread import CaptureThread
from faceqa_gui.workers.engine_thread import EngineThread
from faceqa_gui.workers.explainer_thread import ExplainerThread
from faceqa_gui.workers.frame_thread import FrameThread
from faceqa_gui.workers.loader_thread import LoaderThread
from faceqa_gui.workers.self_test_thread import SelfTestThread
from faceqa_gui.workers.session_watch import SessionWatch
from faceqa_gui.workers.sound import SoundSink
from faceqa_gui.workers.sound_thread import SoundThread
from faceqa_gui.workers.sound_watch import SoundWatch

_REFRESH_MS = 33
_STOP_MS = 2500
_LEAVE_MS = 60_000
_PAINTED_WHILE_LIT = 3  # every third frame

SAFE_START_NOTICE = said(
    "Safe start after two crashes in a row: no source, default settings, simulated lamp. Your "
    "settings file is kept. Choose a source; if it runs, close FaceQA and start it again."
)


class StationApp(QObject):
    """The station, its threads and its window, joined."""

    def __init__(
        self,
        settings: Settings,
        source: FrameSource,
        *,
        folder: Path,
        model: str = "",
        models: ModelList | None = None,
        source_text: str = "",
        safe: bool = False,
        device: UvDevice | None = None,
        accounts: Accounts | None = None,
        sounds: SoundSink | None = None,
    ) -> None:
        """Build everything; nothing but the lamp's own threads runs before `start`.

        Args:
            settings: in force from the start.
            source: where frames come from; `NoSource` until the operator chooses one.
            folder: everything the program writes goes here.
            model: the model to judge with, as `ModelList.read` takes it; "": that in the settings.
            models: those that may be loaded; None for the list in `folder`.
            source_text: what the source was called, where it was called anything.
            safe: `settings` are not those of the file, which is kept beside when they are saved.
            device: the lamp, which the station closes; None for the one in the settings.
            accounts: who may sign in; None for those in `folder`, or the local operator where
                nothing was chosen there.
            sounds: plays what the subject hears; None for the loudspeaker, or for nothing where
                the program runs offscreen.
        """
        super().__init__()
        keep_memory_steady()
        self._safe = safe
        self._began = ClockReading.now()
        self._source_info: SourceInfo | None = None
        self._source_problem = ""
        self._tester: SelfTestThread | None = None
        self._assistant: StartAssistant | None = None
        self._source_text = source_text
        self._settings_path = folder / SETTINGS_FILE
        self._model = model or settings.quality.model
        self._models = models or ModelList(folder)
        self._newest = LatestFrame()
        kept = settings.records
        self.store = CaptureStore(
            folder / "captures", sealer=sealer_for(kept.encryption, Path(kept.key_file))
        )
        self._device = device or open_uv_device(settings.uv)
        accounts = accounts or Accounts(folder, local_unless_chosen=True)
        self.station = Station(
            settings,
            device=self._device,
            store=self.store,
            operator=None if accounts.standing().mode is Mode.SINGLE else NOBODY,
        )
        self.window = StationWindow(settings)
        self.captures = CapturesWindow(
            self.store, who=lambda: self.station.operator.name, parent=self.window
        )
        self.lab = LabControl(folder, self.window, self)
        self._loudspeaker = SoundThread(self)
        self._loudspeaker.failed.connect(self.window.show_notice)
        # A walk through the program or a measurement makes no noise.
        seen = QApplication.platformName() != "offscreen"
        self.guidance = GuidanceControl(
            self.store,
            self.window,
            lambda: self.station.settings.guidance,
            sounds or (self._loudspeaker if seen else None),
            self,
        )
        self.help = HelpControl(folder, self.window, qt_application(offscreen=False), self)
        self._retired: list[EngineThread] = []
        self.loader = self._new_loader()
        self._assessor = AssessorThread(self.station, self._newest, self)
        self._explainer = ExplainerThread(self.station, self)
        self._capturer = CaptureThread(self.station, self)
        self.reader = self._new_reader(source)
        self._recorded = isinstance(source, VideoFileSource | ImageFolderSource)
        self._unchosen = isinstance(source, NoSource)
        self._refresh = QTimer(self)
        self._refresh.setInterval(_REFRESH_MS)
        self._refresh.timeout.connect(self.refresh)
        self._session_watch = SessionWatch.of_this_computer(self.station, self)
        self._connect_window()
        self._note_in_front(self.window.isActiveWindow())
        self.session = OperatorSession(
            accounts,
            local_name=settings.operator,
            idle_seconds=settings.operators.idle_seconds,
        )
        self.operators = SessionControl(accounts, self.session, self.station, self.window, self)
        self.models = ModelControl(self._models, self.store, self.operators, self.window, self)

    def _connect_window(self) -> None:
        window, station = self.window, self.station
        window.fire_requested.connect(self._fire)
        window.explain_requested.connect(self._explain)
        window.cancel_explanation_requested.connect(station.cancel_explanation)
        window.acknowledge_requested.connect(station.acknowledge)
        window.overruled.connect(self._overrule)
        window.override_withdrawn.connect(station.withdraw_override)
        window.in_front_changed.connect(self._note_in_front)
        window.subject_changed.connect(station.change_subject)
        window.source_chosen.connect(self.choose_source)
        window.try_source_again.connect(self.try_source_again)
        window.self_test_requested.connect(self._test_when_asked)
        window.set_up_requested.connect(self._set_up_again)
        window.settings_changed.connect(self.change_settings)
        window.captures_requested.connect(self._show_captures)
        window.capture_chosen.connect(self._show_capture)
        self.captures.verified.connect(self._mark_verified)
        window.closing.connect(self.stop)

    def start(self) -> None:
        """Show the window, then start the threads, so that the first paint waits for nothing."""
        self.station.expect_self_test()
        self.window.show()
        self._refresh.start()
        self.operators.start()
        # Not earlier: it reads what the loader reads, and nobody waits for it before that.
        self.loader.finished.connect(self._test_first)
        for thread in self.threads():
            if thread is not self.reader:
                thread.start()
        if self._unchosen:
            self.window.show_source(None)
            self.window.show_loading(said("Choose a source above, at the right."))
        elif self._recorded:
            # Its pictures would go by unjudged while the model loads.
            self.loader.finished.connect(self._start_reader)
        else:
            self._start_reader()

    @Slot()
    def _start_reader(self) -> None:
        if self._refresh.isActive() and not self.reader.isRunning():
            self.reader.start()

    @Slot()
    def _test_first(self) -> None:
        if self._refresh.isActive() and self._tester is None:
            self.test_parts()

    def test_parts(self, by: str = "") -> None:
        """Look at every part of the station beside everything else; never beside a capture.

        Args:
            by: the name of who asked for it; "" for the program itself.
        """
        running = self._tester is not None and self._tester.isRunning()
        if running or self.station.is_capturing:
            return
        self._tester = SelfTestThread(self.station, self._bench, by, self)
        self._tester.start()

    @Slot()
    def _test_when_asked(self) -> None:
        self.test_parts(self.station.operator.name)

    @Slot()
    def _set_up_again(self) -> None:
        """Go through the assistant beside a station that sees nothing, so that it stays closed."""
        if self._assistant is not None or self.station.is_capturing:
            return
        self.reader.stop()
        self.reader.wait(_STOP_MS)
        self.station.lose_source("")
        self._source_info, self._source_problem = None, ""
        self.window.show_source(None)
        self._assistant = StartAssistant(
            self.station.settings, self._test_for_assistant, parent=self.window
        )
        self._assistant.tested.connect(self._take_assistants_test)
        self._assistant.finished.connect(self._end_set_up)
        self._assistant.open()

    def _test_for_assistant(
        self, camera: Callable[[], CameraFacts], wait: Callable[[float], bool]
    ) -> SelfTest:
        return run_self_test(replace(self._bench(wait), camera=camera))

    @Slot(object)
    def _take_assistants_test(self, test: SelfTest) -> None:
        self.station.take_self_test(test, self.station.operator.name)

    @Slot(int)
    def _end_set_up(self, result: int) -> None:
        assistant, self._assistant = self._assistant, None
        if assistant is None:
            return
        self.window.right_left.emit(Right.SETTINGS)
        chosen = assistant.chosen_source if result else ""
        assistant.deleteLater()
        if not self._refresh.isActive():
            return
        if chosen:
            self.choose_source(chosen)
        else:
            # The same source, which still knows which device it was.
            self.reader = self._new_reader(self._source)
            self.reader.start()

    def _bench(self, wait: Callable[[float], bool]) -> Bench:
        return Bench(
            models=self._models,
            model=self._model,
            store=self.store,
            device=self._device,
            camera=self._camera_facts,
            began=self._began,
            wait=wait,
        )

    def _camera_facts(self) -> CameraFacts:
        info = self._source_info
        if info is None:
            return CameraFacts(problem=self._source_problem)
        return CameraFacts(info.name, info.kind, self.reader.frames_per_second)

    def report_incomplete(self) -> None:
        """Clean up after a crash and name captures whose exposure may have been cut short.

        A store that cannot be read is a notice: the station still starts, and stays closed for
        as long as nothing can be stored.
        """
        try:
            self.store.recover()
            incomplete = self.store.incomplete()
        except StoreError as error:
            self.station.notify(str(error))
            return
        if incomplete:
            self.station.notify(
                said(
                    "{count} capture(s) were begun and never stored, the last one "
                    "{identifier}: the program or the machine stopped during it.",
                    count=len(incomplete),
                    identifier=incomplete[-1].identifier,
                )
            )

    @Slot()
    def stop(self) -> None:
        """Stop every thread and switch the lamp off; returns within three seconds."""
        self._refresh.stop()
        if self._assistant is not None:
            self._assistant.reject()
        self.operators.stop()
        self.models.stop()
        threads = (*self.threads(), *self._retired)
        for thread in threads:
            thread.stop()
        self.captures.stop()
        self.lab.stop()
        self.guidance.stop()
        self._loudspeaker.stop()
        self._newest.close()
        deadline = QDeadlineTimer(_STOP_MS)
        self.captures.wait(deadline)
        self.lab.wait(deadline)
        self.guidance.wait(deadline)
        self._loudspeaker.wait(deadline)
        for thread in threads:
            if not thread.wait(deadline):
                logging.getLogger(__name__).error("%s did not stop", type(thread).__name__)
        self.station.close()
        if self.left_running:
            # It also keeps them: Qt aborts the process where a running thread is deleted.
            atexit.register(self._wait_for_threads)

    def _wait_for_threads(self) -> None:
        deadline = QDeadlineTimer(_LEAVE_MS)
        for thread in self.findChildren(QThread):
            thread.wait(deadline)
        if isValid(self.window):
            # Where the window is gone, so are those it held and their ended threads.
            self.captures.wait(deadline)
            self.lab.wait(deadline)

    @Slot()
    def refresh(self) -> None:
        """Paint the station's present state."""
        self.station.window_beat()
        self._replace_stuck()
        state = self.station.state()
        self._test_found_lamp(state)
        self.window.show_state(state)
        self.captures.show_state(state)
        self.guidance.follow(state)
        self.window.show_measured_rate(self.reader.frames_per_second)

    def _test_found_lamp(self, state: StationState) -> None:
        """A lamp that answers after it failed the test is a reason to test again."""
        test = state.self_test
        failed = test is not None and any(result.part is Part.LAMP for result in test.closing)
        if failed and self.station.lamp_answers:
            self.test_parts()

    def _replace_stuck(self) -> None:
        """Put a new thread, and for judging a new model, where the station gave one up."""
        stuck = self.station.take_stuck()
        if Worker.EXPLAINING in stuck:
            self._retire(self._explainer)
            self._explainer = ExplainerThread(self.station, self)
            self._explainer.start()
        if Worker.JUDGING in stuck:
            self._retire(self._assessor)
            self._assessor = AssessorThread(self.station, self._newest, self)
            self._assessor.start()
            self._retire(self.loader)
            self.loader = self._new_loader()
            self.loader.start()

    def _retire(self, thread: EngineThread) -> None:
        thread.stop()
        self._retired.append(thread)

    @property
    def left_running(self) -> bool:
        """Whether a thread that hangs outlives `stop`."""
        threads = (*self.threads(), *self._retired)
        windows = self.captures.is_working or self.lab.is_working or self.guidance.is_working
        return windows or any(thread.isRunning() for thread in (*threads, self._loudspeaker))

    def threads(self) -> Sequence[EngineThread]:
        """Every thread that works for the station."""
        always = (self.loader, self.reader, self._assessor, self._explainer, self._capturer)
        return always if self._tester is None else (*always, self._tester)

    def _new_loader(self) -> LoaderThread:
        loader = LoaderThread(self.station, self._load, self)
        loader.loaded.connect(self._model_loaded)
        return loader

    def _load(self) -> tuple[QualityModel, EyeDetector]:
        import_libraries()
        model = QualityModel.of(self._models.read(self._model))
        # Compiled here, or the first explanation would wait for it.
        layers_of(model.runtime)
        return model, listed_eye_detector()

    def _new_reader(self, source: FrameSource) -> FrameThread:
        self._source = source
        live = isinstance(source, CameraSource | NetworkStreamSource)
        reader = FrameThread(self.station, source, self._newest, reconnects=live, parent=self)
        reader.opened.connect(self._source_opened)
        reader.lost.connect(self._source_lost)
        reader.frame_waiting.connect(self._show_preview)
        return reader

    @Slot()
    def _show_preview(self) -> None:
        frame = self.reader.take_preview()
        # While the lamp is lit, judging goes first: painting every frame would delay an abort.
        if frame is None or (self.station.is_capturing and frame.sequence % _PAINTED_WHILE_LIT):
            return
        self.window.show_frame(frame)

    @Slot(object)
    def _source_opened(self, info: SourceInfo) -> None:
        self._source_info, self._source_problem = info, ""
        self.window.show_source(info)

    @Slot(object, object)
    def _source_lost(self, notice: str, trouble: Trouble) -> None:
        self._source_info, self._source_problem = None, notice
        self.window.show_source(None)
        self.window.show_trouble(notice, trouble)

    @Slot(object)
    def _model_loaded(self, model: QualityModel) -> None:
        self.window.show_model(model.label, model.good_threshold)

    @Slot()
    def _fire(self) -> None:
        # Whoever was removed or is idle since a moment ago releases nothing any more.
        self.operators.follow()
        self._capturer.press()

    @Slot(object)
    def _explain(self, target: Quality | None) -> None:
        self.station.request_explanation(target)

    @Slot(object, str)
    def _overrule(self, checks: frozenset[str], reason: str) -> None:
        try:
            self.station.overrule(checks, reason, self.operators.take(Right.OVERRULE).name)
        except FaceQAError as error:
            self.station.notify(str(error))

    @Slot(bool)
    def _note_in_front(self, in_front: bool) -> None:  # noqa: FBT001  (a slot of a window's signal)
        if in_front:
            self.station.resume(Interruption.WINDOW_INACTIVE)
        else:
            self.station.interrupt(Interruption.WINDOW_INACTIVE)

    @Slot(str)
    def choose_source(self, text: str) -> None:
        """Read frames from another source; a wrong one leaves the old one running."""
        try:
            check_other_source(text, self.station.settings.uv.camera)
            source = source_from(text, loop=True, wanted=self.station.settings.camera)
        except FaceQAError as error:
            self.station.notify(str(error))
            return
        self._source_text = text
        self.reader.stop()
        self.reader.wait(_STOP_MS)
        self.reader = self._new_reader(source)
        self.reader.start()
        self._remember_source(text)

    def _remember_source(self, text: str) -> None:
        """Begin with this source the next time; after a safe start the file is left alone."""
        settings = self.station.settings.model_copy(update={"source": text})
        if not self._safe and settings != self.station.settings:
            self.station.change_settings(settings)
            self.window.show_settings(settings)
            self._keep_settings(settings)

    @Slot()
    def try_source_again(self) -> None:
        """Open a source that is away at once, or one that has ended anew."""
        if self.reader.isRunning():
            self.reader.try_again()
        elif self._source_text:
            self.choose_source(self._source_text)

    @Slot(object)
    def change_settings(self, settings: Settings) -> None:
        """Put new settings in force and keep them for the next start.

        All but looks and sounds needs the right to it; what is refused is shown back in the window.
        """
        old, by = self.station.settings, ""
        try:
            kept = {name: getattr(old, name) for name in EVERYBODYS}
            if settings.model_copy(update=kept) != old:
                by = self.operators.take(Right.SETTINGS).name
            check_other_source(self._source_text, settings.uv.camera)
        except FaceQAError as error:
            self.window.show_settings(old)
            self.station.notify(said("The settings were not changed. {error}", error=error))
            return
        self.station.change_settings(settings, by)
        self.operators.change_settings(settings)
        self._want_of_camera(old, settings)
        self._keep_settings(settings)

    def _want_of_camera(self, old: Settings, new: Settings) -> None:
        """Open the camera anew where something else is wanted of it; the gate is closed by then."""
        same_picture = {"live_view": new.camera.live_view}
        if old.camera.model_copy(update=same_picture) == new.camera:
            return
        if isinstance(self._source, CameraSource | NetworkStreamSource):
            self._source.want(new.camera)
            self.reader.reopen()

    def _keep_settings(self, settings: Settings) -> None:
        try:
            if self._safe and self._settings_path.exists():
                kept = self._settings_path.with_suffix(".json.old")
                replace_file(kept, self._settings_path.read_bytes())
            self._safe = False
            save_settings(settings, self._settings_path)
        except OSError as error:
            self.station.notify(
                said(
                    "The settings are in force but could not be kept in {path}: "
                    "{why}. Check the folder's permissions.",
                    path=self._settings_path,
                    why=reason(error),
                )
            )

    @Slot()
    def _show_captures(self) -> None:
        self.captures.show_captures()

    @Slot(str, bool)
    def _mark_verified(self, identifier: str, whole: bool) -> None:  # noqa: FBT001  (a slot of its signal)
        self.window.film_strip.mark_verified(identifier, whole=whole)

    @Slot(object)
    def _show_capture(self, capture: CaptureSummary) -> None:
        self.captures.show_captures(capture.identifier)


def open_uv_device(chosen: UvSettings) -> UvDevice:
    """The chosen lamp; a serial one connects by itself and says so until it is there."""
    return SimulatedUv() if chosen.device == "simulated" else ConnectingUv(chosen.serial_port)


def run_until_quit(station_app: StationApp, application: QApplication) -> None:
    """Start the station, run until something ends the event loop, and stop it whatever happened."""
    try:
        station_app.start()
        application.exec()
    finally:
        station_app.stop()
        station_app.window.close()


def has_screen() -> bool:
    """Whether a window can be shown: on Linux, whether a display is announced."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def qt_application(*, offscreen: bool) -> QApplication:
    """The one `QApplication`, on the screen or offscreen."""
    if offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["faceqa"])
    application.setApplicationName("FaceQA")
    return application


def hold_single_instance(folder: Path) -> QLockFile:
    """Hold the lock that keeps a second station from the same records and camera.

    Raises:
        StoreError: the folder cannot be written, or another FaceQA runs on it.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            said(
                "{folder} cannot be used: {why}. Set FACEQA_HOME to a folder that can be written.",
                folder=folder,
                why=reason(error),
            )
        ) from error
    lock = QLockFile(str(folder / "station.lock"))
    if not lock.tryLock(0):
        if lock.error() == QLockFile.LockError.LockFailedError:
            raise StoreError(
                said(
                    "FaceQA is already running on {folder}. Close the other window first, or "
                    "set FACEQA_HOME to another folder.",
                    folder=folder,
                )
            )
        raise StoreError(
            said(
                "{folder} cannot be written. Set FACEQA_HOME to a folder that can be written.",
                folder=folder,
            )
        )
    (folder / "station.lock").chmod(FILE_MODE)
    return lock


def run_station(source_text: str | None, model: str) -> int:
    """Run the station window until it is closed; a safe start if the last two have crashed.

    Raises:
        FaceQAError: the source, the model or the folder cannot be used.
    """
    folder = home()
    application = qt_application(offscreen=False)
    lock = hold_single_instance(folder)
    _leave_no_core()
    accounts = Accounts(folder)
    answers = _first_answers(accounts, folder)
    if answers is None:
        lock.unlock()
        return 0
    starts = StartRecord(folder)
    starts.begin()
    try:
        station_app = (
            _safe_app(folder, accounts)
            if starts.is_safe_start
            else _usual_app(folder, accounts, answers.source or source_text, model)
        )
        if answers.operators:
            station_app.station.audit.operators_changed(NOBODY.name, answers.operators)
        station_app.report_incomplete()
        station_app.window.fit_into(station_app.window.screen().availableSize())
        sound = SoundWatch(station_app.station, starts, station_app)
        _close_when_told_to(station_app)
        try:
            with kept_log(folder), watched_failures(station_app.station.fail):
                station_app.start()
                status = application.exec()
        finally:
            sound.stop()
    except FaceQAError:
        starts.call_sound()
        raise
    else:
        starts.call_sound()
    finally:
        lock.unlock()
    if station_app.left_running:
        # The lamp is off and all is stored; Qt would abort on a thread that cannot be ended.
        os._exit(status)
    return status


def run_lab(data: str) -> int:
    """Run the lab's window alone until it is closed; an unfinished run can go on another day.

    Args:
        data: folder or list of pictures to begin with; "" for none.
    """
    from faceqa_gui.windows.lab_window import LabWindow

    folder = home()
    application = qt_application(offscreen=False)
    settings, _ = load_settings(folder / SETTINGS_FILE)
    use_language(application, settings.language)
    apply_theme(application, settings.theme)
    lab = LabWindow(folder)
    HelpKey(application, lab)
    lab.open()
    if data:
        lab.setup.choose_data(data)
    try:
        return application.exec()
    finally:
        lab.stop()
        lab.wait(QDeadlineTimer(_STOP_MS))


def _first_answers(accounts: Accounts, folder: Path) -> FirstAnswers | None:
    """What the assistant was told just now; nothing new if it was before, None if it was left."""
    if accounts.standing().mode is not Mode.NOT_CHOSEN:
        return FirstAnswers({}, "")
    refuse_lost_accounts(folder)
    application = qt_application(offscreen=False)
    path = folder / SETTINGS_FILE
    settings, problem = load_settings(path)
    use_language(application, settings.language)
    apply_theme(application, settings.theme)
    answers = ask_first(
        accounts, settings, folder, lambda: open_uv_device(settings.uv), application
    )
    if answers is not None and answers.source and not problem:
        save_settings(settings.model_copy(update={"source": answers.source}), path)
    return answers


def _usual_app(folder: Path, accounts: Accounts, source_text: str | None, model: str) -> StationApp:
    settings, notice = load_settings(folder / SETTINGS_FILE)
    text = source_text or settings.source
    check_other_source(text, settings.uv.camera)
    source = source_from(text, loop=True, wanted=settings.camera)
    station_app = StationApp(
        settings, source, folder=folder, model=model, source_text=text, accounts=accounts
    )
    if notice:
        # The file may have asked for more than the defaults do: closed until this was read.
        station_app.station.fail(notice)
    return station_app


def _safe_app(folder: Path, accounts: Accounts) -> StationApp:
    """A station that touches nothing that may have crashed the starts before."""
    station_app = StationApp(Settings(), NoSource(), folder=folder, safe=True, accounts=accounts)
    station_app.window.show_notice(SAFE_START_NOTICE)
    return station_app


def _leave_no_core() -> None:
    """Memory holds pictures and names: a crash must not write it to a file."""
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _close_when_told_to(station_app: StationApp) -> None:
    """Let Ctrl-C and the end of the session close the window, which is no crash."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: station_app.window.close())

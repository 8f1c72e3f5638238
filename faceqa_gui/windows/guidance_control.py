"""`GuidanceControl`: what the subject hears, and how they sat last time."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QDeadlineTimer, QLocale, QObject, Slot

from faceqa_gui.cues import CUE_WORDS, Cue, Cues
from faceqa_gui.records.previous_face import PreviousFace, previous_face
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import GuidanceSettings
from faceqa_gui.station_state import StationState
from faceqa_gui.tones import tone
from faceqa_gui.widgets.language import shown
from faceqa_gui.windows.station_window import StationWindow
from faceqa_gui.workers.records_thread import RecordsThread
from faceqa_gui.workers.sound import Sound, SoundSink


class GuidanceControl(QObject):
    """Follows the engine: a sound when what is meant changes, a ghost while it may be seen.

    The ghost is read beside the GUI thread, and is gone in the same moment in which somebody else
    may sit there: another subject is being typed, the station is locked or nobody is signed in.
    """

    def __init__(
        self,
        store: CaptureStore,
        window: StationWindow,
        guidance: Callable[[], GuidanceSettings],
        sink: SoundSink | None,
        parent: QObject | None = None,
    ) -> None:
        """Follow nothing yet.

        Args:
            store: where captures lie.
            window: shows the ghost.
            guidance: the settings in force.
            sink: plays the sounds; None where nobody could hear them.
            parent: keeps this object.
        """
        super().__init__(parent)
        self._store, self._window = store, window
        self._guidance, self._sink = guidance, sink
        self._cues = Cues()
        self._wanted: tuple[str, int] = ("", 0)
        self._reader = RecordsThread(self)
        self._reader.answered.connect(self._show)
        # Typing begins with the first letter, not when the field is left.
        window.top_bar.subject_field.textChanged.connect(self._forget_another)

    def follow(self, state: StationState) -> None:
        """Play and show what belongs to `state`; called whenever the window is painted."""
        nobody_works = state.signed_out or state.screen_locked
        cue = self._cues.next(state.action, state.now, nobody_works=nobody_works)
        if cue is not None:
            self._play(cue)
        subject = self._window.top_bar.subject
        may_be_seen = bool(subject) and self._guidance().ghost and not nobody_works
        self._want(subject if may_be_seen else "", len(state.captures))

    def stop(self) -> None:
        """Read no more."""
        self._reader.stop()

    def wait(self, deadline: QDeadlineTimer) -> bool:
        """Wait for what is being read; whether it ended."""
        return self._reader.wait(deadline)

    @property
    def is_working(self) -> bool:
        """Whether something is still being read."""
        return self._reader.isRunning()

    # Inside

    def _play(self, cue: Cue) -> None:
        guidance = self._guidance()
        if self._sink is None or guidance.muted or not (guidance.tones or guidance.speech):
            return
        self._sink.play(
            Sound(
                samples=tone(cue, guidance.volume) if guidance.tones else np.zeros(0, np.int16),
                words=shown(CUE_WORDS[cue]) if guidance.speech else "",
                language=QLocale().name(),
                volume=guidance.volume,
            )
        )

    def _want(self, subject: str, captures: int) -> None:
        """Have the ghost of `subject` shown; a new capture makes a new one."""
        if (subject, captures) == self._wanted:
            return
        if subject != self._wanted[0]:
            self._window.live_view.show_ghost(None)
        self._wanted = (subject, captures)
        self._reader.forget()
        if subject:
            self._reader.ask(self._wanted, lambda: previous_face(self._store, subject))

    @Slot(object, object)
    def _show(self, wanted: tuple[str, int], ghost: PreviousFace | None) -> None:
        # It may have been asked for somebody who has left meanwhile.
        if wanted == self._wanted and (ghost is None or ghost.subject == wanted[0]):
            self._window.live_view.show_ghost(ghost)

    @Slot(str)
    def _forget_another(self, _text: str) -> None:
        if self._window.top_bar.subject != self._wanted[0]:
            self._want("", 0)

"""`AuditWriter`: writes entries of the audit trail behind whoever reports them."""

import queue
import threading
from collections.abc import Callable, Mapping
from functools import partial

from pydantic import JsonValue

from faceqa_gui.errors import StoreError
from faceqa_gui.records.audit import PROGRAM, AuditEvent
from faceqa_gui.records.store import CaptureStore

_NAMES_SETTINGS = {AuditEvent.STARTED, AuditEvent.SETTINGS_CHANGED}


class AuditWriter:
    """Appends entries in the order in which they were noted, on a thread of its own.

    Whoever paints or judges need not wait for a disk; a capture waits with `flush` before its lamp
    is armed, so that no light is released whose reasons could not be written down.
    """

    def __init__(self, store: CaptureStore) -> None:
        """Start the thread; `close` ends it.

        Args:
            store: whose trail is written.
        """
        self._store = store
        self._lock = threading.Lock()
        self._problem = ""
        self._settings_found_changed = False
        self._waiting: queue.Queue[Callable[[], object] | None] = queue.Queue()
        self._thread = threading.Thread(target=self._write, name="audit writer", daemon=True)
        self._thread.start()

    def note(
        self,
        event: AuditEvent,
        *,
        who: str,
        facts: Mapping[str, JsonValue] | None = None,
        subject: str = "",
        text: str = "",
    ) -> None:
        """Report what happened; returns at once. See `CaptureStore.append`."""
        self._waiting.put(
            partial(self._store.append, event, who=who, facts=facts, subject=subject, text=text)
        )

    def note_start(self, *, who: str, facts: Mapping[str, JsonValue]) -> None:
        """Report that the station starts with these facts, `settings` and `version` among them.

        Settings that are not those of its last entry were changed outside the program, which is
        reported first; another version of the program may write the same settings otherwise.
        """
        self._waiting.put(partial(self._start, who, facts))

    @property
    def settings_found_changed(self) -> bool:
        """Whether the last start found settings that nobody changed in the program."""
        return self._settings_found_changed

    def flush(self) -> None:
        """Wait until all that was noted is on the disk.

        Raises:
            StoreError: an entry since the last `flush` could not be written.
        """
        self._waiting.join()
        with self._lock:
            problem, self._problem = self._problem, ""
        if problem:
            raise StoreError(problem)

    def close(self) -> None:
        """Write what is waiting and end the thread; harmless twice."""
        self._waiting.put(None)
        self._thread.join()

    def _start(self, who: str, facts: Mapping[str, JsonValue]) -> None:
        last = self._store.newest(_NAMES_SETTINGS)
        if last is not None and last.facts.get("version") == facts["version"]:
            before = last.facts.get("settings")
            if before != facts["settings"]:
                found: dict[str, JsonValue] = {"before": before, "settings": facts["settings"]}
                self._store.append(AuditEvent.SETTINGS_FOUND_CHANGED, who=PROGRAM, facts=found)
                self._settings_found_changed = True
        self._store.append(AuditEvent.STARTED, who=who, facts=facts)

    def _write(self) -> None:
        while (entry := self._waiting.get()) is not None:
            try:
                entry()
            except StoreError as error:
                with self._lock:
                    self._problem = self._problem or str(error)
            finally:
                self._waiting.task_done()
        self._waiting.task_done()

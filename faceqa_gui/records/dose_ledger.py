"""`DoseLedger`: how much UV light each subject has had in the last day."""

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from faceqa_gui.records.record import CaptureRecord
from faceqa_gui.records.store import CaptureStore

DAY = timedelta(hours=24)
_KEPT = 2 * DAY
_KEPT_SECONDS = _KEPT.total_seconds()


def dose_joules_per_square_metre(
    irradiance_watts_per_square_metre: float, duration_seconds: float
) -> float:
    """Radiant exposure H = E·t in J/m², of an irradiance E in W/m² over t seconds."""
    return irradiance_watts_per_square_metre * duration_seconds


@dataclass(slots=True)
class DoseEntry:
    """One exposure.

    Attributes:
        at: the wall clock's time with its offset from UTC.
        joules_per_square_metre: the dose in J/m².
        known_since: monotonic seconds when the ledger learnt of it.
    """

    at: datetime
    joules_per_square_metre: float
    known_since: float


class DoseLedger:
    """Doses by subject. What might have been given counts as given. Not thread-safe.

    A day is the last 24 hours, so that midnight gives nobody a second day's dose; an entry from
    the future (the clock was set back) counts. Everybody without a subject number is one subject.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Start empty.

        Args:
            clock: monotonic seconds.
        """
        self._clock = clock
        self._entries: defaultdict[str, list[DoseEntry]] = defaultdict(list)

    def read(self, store: CaptureStore, now: datetime) -> None:
        """Take over what a store knows of the last day, begun captures as if they were completed.

        Raises:
            StoreError: the store or a record in it cannot be read.
        """
        # Folders are named by local days, which may differ from the day in UTC.
        records = [store.load(name) for name in store.identifiers_since((now - _KEPT).date())]
        begun = [capture.record for capture in store.incomplete() if capture.record is not None]
        for record in (*records, *begun):
            self.plan(record.subject, record.captured_at, _dose(record))

    def plan(self, subject: str, at: datetime, joules_per_square_metre: float) -> DoseEntry:
        """Count a dose before it is given; correct the entry when it is known what was given."""
        now = self._clock()
        entry = DoseEntry(at, joules_per_square_metre, now)
        # Sums are asked for many times a second, so old entries go; by a clock that nobody can set.
        kept = [old for old in self._entries[subject] if now - old.known_since < _KEPT_SECONDS]
        self._entries[subject] = [*kept, entry]
        return entry

    def last_day_joules_per_square_metre(self, subject: str, now: datetime) -> float:
        """The dose of `subject` in the 24 hours before `now` and after it."""
        return sum(
            entry.joules_per_square_metre
            for entry in self._entries.get(subject, ())
            if entry.at > now - DAY
        )


def _dose(record: CaptureRecord) -> float:
    if record.exposure is None:
        return record.planned_dose_joules_per_square_metre or 0.0
    return record.exposure.dose_joules_per_square_metre or 0.0

"""`DoseDesk`: how much UV light the next capture would give, and whether it may."""

from collections.abc import Callable
from datetime import datetime

from faceqa_gui.errors import FaceQAError
from faceqa_gui.records.dose_ledger import DoseEntry, DoseLedger, dose_joules_per_square_metre
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import UvSettings
from faceqa_gui.station_state import DoseState
from faceqa_gui.wording import said


class DoseDesk:
    """Plans doses and holds them against the limits. The station serialises all but `read`."""

    def __init__(self, wall: Callable[[], datetime]) -> None:
        """Start without knowing what was given today.

        Args:
            wall: the calendar's time.
        """
        self._wall = wall
        self._ledger = DoseLedger()
        self._known = False
        self.problem = ""

    def read(self, store: CaptureStore) -> None:
        """Learn once what was given today; until then, real light is not allowed."""
        if self._known:
            return
        ledger = DoseLedger()
        try:
            ledger.read(store, self._wall())
        except FaceQAError as error:
            self.problem = said(
                "Today's doses are not known, so real UV light stays off. {error}", error=error
            )
        else:
            self._ledger, self._known, self.problem = ledger, True, ""

    def state(self, subject: str, uv: UvSettings) -> DoseState:
        """What the next capture would give `subject`, and what they have had; J/m²."""
        return DoseState(
            planned_joules_per_square_metre=dose_joules_per_square_metre(
                uv.irradiance_watts_per_square_metre, uv.exposure_seconds
            ),
            last_day_joules_per_square_metre=self._ledger.last_day_joules_per_square_metre(
                subject, self._wall()
            ),
            daily_limit_joules_per_square_metre=uv.daily_limit_joules_per_square_metre,
        )

    def allows(self, subject: str, uv: UvSettings, *, simulated: bool) -> bool:
        """Whether the next capture stays within every limit; a day counts real light alone."""
        dose = self.state(subject, uv)
        planned = dose.planned_joules_per_square_metre
        if planned > uv.exposure_limit_joules_per_square_metre:
            return False
        day = dose.last_day_joules_per_square_metre + planned
        within = self._known and day <= dose.daily_limit_joules_per_square_metre
        return simulated or within

    def plan(self, subject: str, uv: UvSettings, *, simulated: bool) -> DoseEntry:
        """Count the next capture's dose before it is given; 0 where no light is emitted."""
        planned = self.state(subject, uv).planned_joules_per_square_metre
        return self._ledger.plan(subject, self._wall(), 0.0 if simulated else planned)

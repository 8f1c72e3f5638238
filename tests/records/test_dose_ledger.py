"""How much UV light a subject has had: never less than was given."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.capture_records import make_record

from faceqa_gui.records.dose_ledger import DAY, DoseLedger, dose_joules_per_square_metre
from faceqa_gui.records.record import ExposureRecord
from faceqa_gui.records.store import CaptureStore

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_a_dose_is_irradiance_times_time() -> None:
    assert dose_joules_per_square_metre(10.0, 1.5) == pytest.approx(15.0)


@given(
    st.lists(
        st.tuples(st.sampled_from(["Ada", "Bob", ""]), st.floats(-40.0, 2.0), st.floats(0.0, 100.0))
    )
)
def test_the_last_day_counts_everything_that_is_not_older(
    doses: list[tuple[str, float, float]],
) -> None:
    ledger = DoseLedger()
    for subject, hours, dose in sorted(doses, key=lambda entry: entry[1]):
        ledger.plan(subject, NOW + timedelta(hours=hours), dose)
    for subject in ("Ada", "Bob", ""):
        expected = sum(dose for name, hours, dose in doses if name == subject and hours > -24.0)
        found = ledger.last_day_joules_per_square_metre(subject, NOW)
        assert found == pytest.approx(expected)


def test_a_planned_dose_counts_until_it_is_known_to_be_less() -> None:
    ledger = DoseLedger()
    entry = ledger.plan("Ada", NOW, 20.0)
    assert ledger.last_day_joules_per_square_metre("Ada", NOW) == 20.0
    entry.joules_per_square_metre = 5.0
    assert ledger.last_day_joules_per_square_metre("Ada", NOW) == 5.0


def test_a_year_of_doses_is_not_summed_up_again_and_again() -> None:
    hour = 0
    ledger = DoseLedger(clock=lambda: 3600.0 * hour)
    for hour in range(24 * 365):
        ledger.plan("", NOW + timedelta(hours=hour), 1.0)
    now = NOW + timedelta(hours=hour)
    assert ledger.last_day_joules_per_square_metre("", now) == 24.0
    assert len(ledger._entries[""]) == 48


def test_a_clock_that_ran_ahead_for_a_while_makes_nobody_forgotten() -> None:
    ledger = DoseLedger()
    ledger.plan("Ada", NOW, 10.0)
    for days in (300, 301, 302):
        ledger.plan("Ada", NOW + timedelta(days=days), 1.0)
    assert ledger.last_day_joules_per_square_metre("Ada", NOW) == 13.0


def test_a_restart_knows_what_the_store_knows(tmp_path: Path) -> None:
    store = CaptureStore(tmp_path / "captures", minimum_free_bytes=0)

    def keep(age: timedelta, dose: float | None) -> None:
        exposure = ExposureRecord(
            started_at=0.0,
            duration_seconds=1.0,
            completed=True,
            simulated=False,
            reason="",
            dose_joules_per_square_metre=dose,
        )
        record = make_record().model_copy(
            update={"captured_at": NOW - age, "subject": "Ada", "exposure": exposure}
        )
        store.save(record, {})

    keep(timedelta(hours=1), 10.0)
    keep(timedelta(hours=23), 5.0)
    keep(DAY + timedelta(hours=1), 100.0)
    keep(timedelta(minutes=5), None)
    begun = make_record().model_copy(
        update={
            "captured_at": NOW - timedelta(hours=2),
            "subject": "Ada",
            "exposure": None,
            "planned_dose_joules_per_square_metre": 7.0,
        }
    )
    store.begin(begun)
    ledger = DoseLedger()
    ledger.read(store, NOW)
    assert ledger.last_day_joules_per_square_metre("Ada", NOW) == pytest.approx(22.0)
    assert ledger.last_day_joules_per_square_metre("Bob", NOW) == 0.0

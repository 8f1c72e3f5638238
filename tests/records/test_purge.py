"""A purge: nothing anywhere in the store names the subject any more, and the rest still holds."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.capture_records import EXPOSURE, FILES, PATIENT, make_record

from faceqa_gui.errors import StoreError
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.record import DeviceRecord, OverrideRecord
from faceqa_gui.records.seal import KEY_BYTES, Sealer
from faceqa_gui.records.store import CaptureStore

NOW = datetime(2026, 3, 8, tzinfo=UTC)
LAMP = DeviceRecord(name="Serial UV lamp", simulated=False)


@pytest.fixture(params=[None, Sealer(bytes(KEY_BYTES))], ids=["plain", "encrypted"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> CaptureStore:
    sealer: Sealer | None = request.param
    return CaptureStore(tmp_path / "captures", minimum_free_bytes=0, sealer=sealer)


def places_of(text: str, root: Path) -> list[str]:
    """Every file, by name or content, in which `text` is found."""
    wanted = [text.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    return [
        path.name
        for path in root.rglob("*")
        if text in path.name
        or (path.is_file() and any(bytes_ in path.read_bytes() for bytes_ in wanted))
    ]


def fill(store: CaptureStore) -> list[str]:
    """Two captures of the subject, one of somebody else, one begun, and notes about them."""
    override = OverrideRecord(
        checks=("glare",), reason=f"{PATIENT} wears a patch", operator="Ana", began_at=1.0
    )
    gone = []
    for subject in (PATIENT, "somebody else", PATIENT):
        draft = make_record(subject=subject, exposure=None)
        if subject == PATIENT:
            draft = draft.model_copy(update={"override": override})
            gone.append(draft.identifier)
        store.begin(draft)
        store.save(draft.model_copy(update={"exposure": EXPOSURE}), FILES)
    begun = make_record(subject=PATIENT, exposure=None)
    store.begin(begun)
    store.append(AuditEvent.OVERRULED, who="Ana", subject=PATIENT, text="only a shadow")
    store.append(AuditEvent.PRESS_REFUSED, who="Ana", subject="somebody else")
    return [*gone, begun.identifier]


def test_nothing_names_the_subject_after_a_purge(store: CaptureStore) -> None:
    gone = fill(store)
    purge = store.purge(PATIENT, who="Eva", now=NOW)
    assert set(purge.captures) == set(gone)
    assert purge.mentions == ()
    assert places_of(PATIENT, store.root) == []
    assert places_of("90125", store.root) == []
    assert all(PATIENT not in str(entry) for entry in store.audit())
    assert store.verify_all() == []
    (kept,) = store.summaries()
    assert kept.subject == "somebody else"
    with pytest.raises(StoreError, match="There is no capture"):
        store.load(gone[0])


def test_a_plain_store_held_the_subject_before(tmp_path: Path) -> None:
    store = CaptureStore(tmp_path / "captures", minimum_free_bytes=0)
    fill(store)
    assert "index.sqlite" in "".join(places_of(PATIENT, store.root))
    assert "record.json" in places_of(PATIENT, store.root)


def test_the_trail_keeps_who_purged_what_by_checksum(store: CaptureStore) -> None:
    stored = store.save(make_record(subject=PATIENT), FILES)
    (entered,) = store.audit()
    files = entered.facts["files"]
    assert isinstance(files, dict)
    (record,) = (sha256 for name, sha256 in files.items() if name.startswith("record.json"))
    store.purge(PATIENT, who="Eva", now=NOW)
    entry = store.audit()[-1]
    assert (entry.event, entry.who) == (AuditEvent.PURGED, "Eva")
    assert entry.facts == {"captures": {stored.identifier: record}, "notes": [1]}
    assert store.audit()[0].note is None


def test_entries_about_others_that_mention_the_subject_are_named(store: CaptureStore) -> None:
    store.save(make_record(subject=PATIENT), FILES)
    store.append(AuditEvent.OVERRULED, who="Ana", subject="else", text=f"sister of {PATIENT}")
    assert store.purge(PATIENT, who="Eva", now=NOW).mentions == (2,)


@pytest.mark.parametrize("subject", ["nobody", "", PATIENT.lower()])
def test_a_subject_of_whom_nothing_is_known_is_said(store: CaptureStore, subject: str) -> None:
    fill(store)
    before = store.audit()
    with pytest.raises(StoreError, match=r"Nothing is stored|Name the subject"):
        store.purge(subject, who="Eva", now=NOW)
    assert store.audit() == before


def test_whoever_had_light_today_stays_known(store: CaptureStore) -> None:
    lit = make_record(subject=PATIENT).model_copy(update={"device": LAMP})
    store.save(lit, FILES)
    soon = lit.captured_at + timedelta(hours=23)
    with pytest.raises(StoreError, match="UV light in the last 24 hours"):
        store.purge(PATIENT, who="Eva", now=soon)
    assert store.verify_all() == []
    assert len(store.captures()) == 1
    later = lit.captured_at + timedelta(hours=25)
    assert store.purge(PATIENT, who="Eva", now=later).captures == (lit.identifier,)


def test_what_a_stopped_purge_left_goes_at_the_next_start(
    store: CaptureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = fill(store)
    stray = store.root / "2026-03-04" / ("d" * 32)

    def stop(_: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as crash:
        crash.setattr("faceqa_gui.records.store.remove", stop)
        with pytest.raises(KeyboardInterrupt):
            store.purge(PATIENT, who="Eva", now=NOW)
    stray.mkdir()
    assert {problem.fault for problem in store.verify_all()} == {"extra"}
    assert set(store.recover()) == set(gone[:2])
    assert stray.is_dir(), "what the trail does not know is not ours to remove"
    stray.rmdir()
    assert places_of(PATIENT, store.root) == []
    assert store.verify_all() == []


def test_copies_of_an_older_index_go_as_well(store: CaptureStore) -> None:
    fill(store)
    copy = store.root / "index.sqlite.v0"
    copy.write_bytes((store.root / "index.sqlite").read_bytes())
    store.purge(PATIENT, who="Eva", now=NOW)
    assert not copy.exists()

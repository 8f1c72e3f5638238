"""The store: whole or not at all, generated names, private modes, errors as sentences."""

import contextlib
import errno
import hashlib
import itertools
import os
import re
import sqlite3
import stat
import sys
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from support.capture_records import DAY, EXPOSURE, FILES, PATIENT, make_record

from faceqa_gui.errors import StoreError
from faceqa_gui.records import durable
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.capture_table import CaptureTable
from faceqa_gui.records.contents import parsed_record
from faceqa_gui.records.layout import INDEX_NAME, is_of_index
from faceqa_gui.records.seal import KEY_BYTES, MissingKey, Sealer
from faceqa_gui.records.store import CaptureStore

posix = pytest.mark.skipif(os.name != "posix", reason="modes and descriptors of POSIX systems")


@pytest.fixture
def store(tmp_path: Path) -> CaptureStore:
    return CaptureStore(tmp_path / "captures", minimum_free_bytes=0)


def captured_below(root: Path) -> dict[str, bytes]:
    """Every file but those of the index."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and not is_of_index(path)
    }


def test_what_is_saved_is_there_and_loads_and_verifies(store: CaptureStore) -> None:
    record = make_record()
    stored = store.save(record, FILES)
    assert stored.folder == store.root / DAY / record.identifier
    assert stored.files == tuple(sorted([*FILES, "record.json"]))
    assert {name: (stored.folder / name).read_bytes() for name in FILES} == FILES
    loaded = store.load(stored.identifier)
    assert loaded.model_copy(update={"files": {}}) == record
    for name, data in FILES.items():
        assert loaded.files[name].sha256 == hashlib.sha256(data).hexdigest()
        assert loaded.files[name].size == len(data)
    assert store.captures() == [stored]
    assert store.verify(stored.identifier) == []
    assert store.verify_all() == []
    assert store.incomplete() == []


def test_the_trail_names_the_checksum_of_every_file(store: CaptureStore) -> None:
    stored = store.save(make_record(), FILES)
    (entry,) = store.audit(stored.identifier)
    assert entry.facts["files"] == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in stored.folder.iterdir()
    }


def test_an_empty_or_absent_store_reads_as_empty(store: CaptureStore) -> None:
    assert store.captures() == []
    assert store.incomplete() == []
    assert store.verify_all() == []
    assert store.recover() == []
    assert not store.root.exists()


def test_the_day_is_that_of_utc(store: CaptureStore) -> None:
    late = datetime(2026, 3, 5, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    stored = store.save(make_record(captured_at=late), FILES)
    assert stored.folder.parent.name == DAY
    assert store.verify_all() == []


def test_captures_come_by_day(store: CaptureStore) -> None:
    days = [datetime(2026, 3, day, tzinfo=UTC) for day in (9, 1, 30)]
    for day in days:
        store.save(make_record(captured_at=day), {})
    found = [capture.folder.parent.name for capture in store.captures()]
    assert found == ["2026-03-01", "2026-03-09", "2026-03-30"]


@posix
def test_folders_and_files_are_for_this_user_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        store = CaptureStore(tmp_path / "new" / "captures", minimum_free_bytes=0)
        store.check_ready()
        record = make_record()
        store.begin(record)
        store.save(record, FILES)
        unfinished = make_record()
        store.begin(unfinished)
    finally:
        os.umask(before)
    for path in [tmp_path / "new", *(tmp_path / "new").rglob("*")]:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


# Fault list, row S7: names

AWKWARD = [
    "../../x",
    "/etc/passwd",
    "CON",
    "NUL",
    "con.png",
    "com1.txt",
    "x" * 300,
    "a\nb.png",
    "a.png\n",
    "\u202egnp.exe",
    "😀.png",
    "%00",
    "a\x00.png",
    "a/b.png",
    "a\\b.png",
    ".hidden",
    "no_ending",
    "record.json",
    "frame.png.sealed",
    "Frame.PNG",
    "",
    ".",
    "..",
]


@pytest.mark.parametrize("name", AWKWARD, ids=ascii)
def test_awkward_file_names_are_refused_before_anything_is_written(
    store: CaptureStore, name: str
) -> None:
    with pytest.raises(StoreError, match="is not a name for a file"):
        store.save(make_record(), {**FILES, name: b"x"})
    assert not store.root.exists()


@given(name=st.text("ab_1.A/", max_size=6) | st.text(max_size=60))
@example(name="a.b")
def test_whatever_name_is_accepted_is_plain(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = CaptureStore(tmp_path_factory.getbasetemp() / "names", minimum_free_bytes=0)
    try:
        stored = store.save(make_record(), {name: b"x"})
    except StoreError:
        return
    assert re.fullmatch(r"[a-z0-9_.]+", name)
    assert (stored.folder / name).resolve().parent == stored.folder


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(subject=st.text(min_size=2, max_size=400))
@example("../../x")
@example("CON")
@example("NUL\x00%00")
@example("x" * 300)
@example("two\nlines")
@example("\u202eright to left\u202c שלום")
@example("😀")
def test_the_subject_is_data_and_never_a_name(store: CaptureStore, subject: str) -> None:
    stored = store.save(make_record(subject=subject), FILES)
    assert store.load(stored.identifier).subject == subject
    assert store.verify(stored.identifier) == []
    for path in store.root.rglob("*"):
        name = path.relative_to(store.root).as_posix()
        assert is_of_index(path) or re.fullmatch(
            r"[\d-]{10}(/[0-9a-f]{32}(/[a-z]+\.[a-z0-9]+)?)?", name
        )


@pytest.mark.parametrize("identifier", ["../../x", "", "A" * 32, "a" * 31, "a" * 32 + "\n"])
def test_identifiers_that_are_none_reach_no_path(store: CaptureStore, identifier: str) -> None:
    uses: list[Callable[[], object]] = [
        lambda: store.load(identifier),
        lambda: store.verify(identifier),
        lambda: store.withdraw(identifier),
    ]
    for use in uses:
        with pytest.raises(StoreError, match="32 digits"):
            use()


@pytest.mark.parametrize("name", ["Käse 東京 שלום 😀", unicodedata.normalize("NFD", "é"), "a b%20"])
def test_the_store_may_lie_under_any_name(tmp_path: Path, name: str) -> None:
    store = CaptureStore(tmp_path / name / "captures", minimum_free_bytes=0)
    store.check_ready()
    stored = store.save(make_record(), FILES)
    assert CaptureStore(tmp_path / name / "captures").verify(stored.identifier) == []


# Nothing is overwritten


def test_a_capture_is_never_overwritten(store: CaptureStore) -> None:
    record = make_record()
    store.save(record, FILES)
    before = captured_below(store.root)
    with pytest.raises(StoreError, match="not overwritten"):
        store.save(record, {"frame.png": b"other"})
    later = record.model_copy(update={"captured_at": record.captured_at + timedelta(days=3)})
    with pytest.raises(StoreError, match="not overwritten"):
        store.save(later, {"frame.png": b"other"})
    with pytest.raises(StoreError, match="not overwritten"):
        store.begin(record)
    assert captured_below(store.root) == before
    assert store.verify_all() == []


def test_a_file_in_the_place_of_the_capture_is_kept(store: CaptureStore) -> None:
    record = make_record()
    place = store.root / DAY / record.identifier
    place.parent.mkdir(parents=True)
    place.write_bytes(b"something else")
    with pytest.raises(StoreError, match="not overwritten"):
        store.save(record, FILES)
    assert captured_below(store.root) == {f"{DAY}/{record.identifier}": b"something else"}


# Fault list, row G6: a crash between the intent and the record


def test_what_was_begun_and_not_stored_is_incomplete_after_a_restart(store: CaptureStore) -> None:
    record = make_record(exposure=None)
    store.begin(record)
    restarted = CaptureStore(store.root)
    assert restarted.recover() == []
    (found,) = restarted.incomplete()
    assert found.identifier == record.identifier
    assert found.record == record
    (problem,) = restarted.verify_all()
    assert problem.fault == "incomplete"
    assert problem.item == f"captures/{record.identifier}"
    with pytest.raises(StoreError, match="not overwritten"):
        restarted.begin(record)


def test_saving_ends_what_was_begun(store: CaptureStore) -> None:
    draft = make_record(exposure=None)
    store.begin(draft)
    store.save(draft.model_copy(update={"exposure": EXPOSURE}), FILES)
    assert store.incomplete() == []
    assert store.verify_all() == []
    assert store.load(draft.identifier).exposure == EXPOSURE


def test_a_withdrawn_capture_leaves_nothing(store: CaptureStore) -> None:
    record = make_record(exposure=None)
    store.begin(record)
    store.withdraw(record.identifier)
    assert store.incomplete() == []
    assert captured_below(store.root) == {}
    events = [entry.event for entry in store.audit(record.identifier)]
    assert events == [AuditEvent.CAPTURE_BEGUN, AuditEvent.CAPTURE_WITHDRAWN]
    assert store.verify_all() == []


def test_withdrawing_what_was_never_begun_enters_nothing(store: CaptureStore) -> None:
    store.withdraw("a" * 32)
    assert store.audit() == []


def test_an_unreadable_draft_is_still_shown(store: CaptureStore) -> None:
    record = make_record(exposure=None)
    store.begin(record)
    with contextlib.closing(sqlite3.connect(store.root / INDEX_NAME)) as connection, connection:
        connection.execute("UPDATE captures SET body = x'7b'")
    assert [open_.record for open_ in store.incomplete()] == [None]
    with pytest.raises(StoreError, match="cannot be read"):
        store.summaries()


def test_recover_removes_what_was_being_written_and_nothing_else(store: CaptureStore) -> None:
    stored = store.save(make_record(), FILES)
    orphan = store.root / f".saving-{'c' * 32}"
    orphan.mkdir()
    (orphan / "frame.png").write_bytes(b"half")
    (store.root / ".saving-probe").write_bytes(b"")
    elsewhere = store.root.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").touch()
    (store.root / ".saving-link").symlink_to(elsewhere)
    foreign = store.root / "notes.intent.json"
    foreign.touch()
    assert store.recover() == [".saving-" + "c" * 32, ".saving-link", ".saving-probe"]
    assert store.captures() == [stored]
    assert (elsewhere / "kept").exists()
    assert [problem.item for problem in store.verify_all()] == [foreign.name]
    assert store.incomplete() == []


def test_recover_completes_what_was_whole_before_the_index_knew(
    store: CaptureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = make_record(exposure=None)
    store.begin(draft)
    with monkeypatch.context() as crash:
        # As after a power cut: the folder is in place, the index never heard of it.
        crash.setattr(CaptureTable, "enter", lambda *_: (_ for _ in ()).throw(SystemExit))
        crash.setattr("faceqa_gui.records.store.remove", lambda _: None)
        with pytest.raises(SystemExit):
            store.save(draft.model_copy(update={"exposure": EXPOSURE}), FILES)
    assert [capture.identifier for capture in store.captures()] == []
    assert store.recover() == [draft.identifier]
    assert store.load(draft.identifier).exposure == EXPOSURE
    assert store.audit(draft.identifier)[-1].event is AuditEvent.CAPTURE_RECOVERED
    assert store.verify_all() == []


# Fault list, row S1: the disk refuses


def make_fail(
    monkeypatch: pytest.MonkeyPatch, name: str, error: OSError, *, at_call: int | None = None
) -> None:
    """`os.<name>` fails like a disk does: at one call, counted from 0, or at every one."""
    real = getattr(os, name)
    calls = itertools.count()

    def call(*values: object, **named: object) -> object:
        if next(calls) == at_call or at_call is None:
            raise error
        return real(*values, **named)

    monkeypatch.setattr(os, name, call)


@posix
@pytest.mark.parametrize("name", ["fsync", "open", "mkdir"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO], ids=errno.errorcode.get)
def test_at_whatever_call_the_disk_fails_nothing_half_written_stays(
    store: CaptureStore, monkeypatch: pytest.MonkeyPatch, name: str, code: int
) -> None:
    whole = {store.save(make_record(), FILES).identifier}
    failures = 0
    while True:
        record = make_record()
        with monkeypatch.context() as fault:
            make_fail(fault, name, OSError(code, os.strerror(code)), at_call=failures)
            try:
                store.save(record, FILES)
            except StoreError as error:
                sentence = str(error)
            else:
                break
        failures += 1
        assert str(store.root) in sentence
        if "was stored but" in sentence:
            whole.add(record.identifier)
        assert {capture.identifier for capture in store.captures()} == whole
        assert not list(store.root.glob(".saving-*"))
        assert store.verify_all() == []
    assert failures > (0 if name == "mkdir" else 5)


@posix
def test_a_file_size_limit_refuses_the_capture_whole(store: CaptureStore) -> None:
    import resource

    old = store.save(make_record(), {})
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(StoreError, match="is full"):
            store.save(make_record(), {"frame.png": b"x" * 200_000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert store.captures() == [old]
    assert store.verify_all() == []


def test_a_write_that_reads_back_differently_is_refused(
    store: CaptureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "sha256_of_file", lambda _: "0" * 64)
    with pytest.raises(StoreError, match="cannot be read back unchanged"):
        store.save(make_record(), FILES)
    assert captured_below(store.root) == {}


def test_an_interrupt_while_saving_leaves_nothing(
    store: CaptureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    store.root.mkdir()
    with pytest.raises(KeyboardInterrupt):
        store.save(make_record(), FILES)
    assert captured_below(store.root) == {}
    assert [path for path in store.root.iterdir() if not is_of_index(path)] == []


def test_a_disk_that_forbids_even_the_clean_up_gives_the_first_error(
    store: CaptureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.check_ready()
    record = make_record()
    with monkeypatch.context() as fault:
        make_fail(fault, "fsync", OSError(errno.EIO, "I/O error"))
        make_fail(fault, "unlink", OSError(errno.EROFS, "read-only"))
        make_fail(fault, "rmdir", OSError(errno.EROFS, "read-only"))
        with pytest.raises(StoreError, match="I/O error"):
            store.save(record, FILES)
    assert store.captures() == []
    assert [problem.fault for problem in store.verify_all()] == ["incomplete"]
    assert store.recover() == [f".saving-{record.identifier}"]
    assert store.verify_all() == []


def test_systems_that_cannot_synchronise_folders_store_as_well(
    store: CaptureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "_SYNCS_FOLDERS", False)
    stored = store.save(make_record(), FILES)
    assert store.verify(stored.identifier) == []


def test_check_ready_makes_the_folder_and_leaves_no_trace(store: CaptureStore) -> None:
    store.check_ready()
    store.check_ready()
    assert captured_below(store.root) == {}
    assert store.audit() == []


def test_too_little_space_is_said_before_the_lamp_is_armed(tmp_path: Path) -> None:
    store = CaptureStore(tmp_path / "captures", minimum_free_bytes=10**18)
    with pytest.raises(StoreError, match=r"only \d+ MB are free"):
        store.check_ready()


def test_a_file_in_the_stores_place_is_said(tmp_path: Path) -> None:
    place = tmp_path / "captures"
    place.write_bytes(b"a file")
    for root in (place, place / "deeper"):
        store = CaptureStore(root)
        with pytest.raises(StoreError, match="cannot be stored"):
            store.check_ready()
        with pytest.raises(StoreError, match="could not be stored"):
            store.save(make_record(), FILES)
        with pytest.raises(StoreError, match="cannot be begun"):
            store.begin(make_record())
    assert place.read_bytes() == b"a file"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system that nobody may write")
def test_a_read_only_file_system_is_said() -> None:
    store = CaptureStore(Path("/proc/faceqa"))
    with pytest.raises(StoreError, match="Captures cannot be stored"):
        store.check_ready()


@posix
@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_said(store: CaptureStore) -> None:
    store.check_ready()
    store.root.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="not permitted"):
            store.check_ready()
    finally:
        store.root.chmod(0o700)


def test_a_link_as_the_store_or_a_day_is_refused(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    linked = tmp_path / "captures"
    linked.symlink_to(elsewhere)
    with pytest.raises(StoreError, match="is a link"):
        CaptureStore(linked).check_ready()
    with pytest.raises(StoreError, match="is a link"):
        CaptureStore(linked).save(make_record(), FILES)
    store = CaptureStore(tmp_path / "real", minimum_free_bytes=0)
    store.check_ready()
    (store.root / DAY).symlink_to(elsewhere)
    with pytest.raises(StoreError, match="is a link"):
        store.save(make_record(), FILES)
    assert list(elsewhere.iterdir()) == []
    assert [problem.item for problem in store.verify_all()] == [DAY]


def test_a_store_below_a_linked_folder_works(tmp_path: Path) -> None:
    (tmp_path / "mounted").mkdir()
    (tmp_path / "home").symlink_to(tmp_path / "mounted")
    store = CaptureStore(tmp_path / "home" / "captures", minimum_free_bytes=0)
    assert store.verify(store.save(make_record(), FILES).identifier) == []


def test_unknown_captures_are_named_as_such(store: CaptureStore) -> None:
    for use in (store.load, store.verify):
        with pytest.raises(StoreError, match="There is no capture"):
            use("a" * 32)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b'{"schema_version": 2}', b"x" * 5_000_000]
)
def test_a_record_that_is_none_loads_as_a_sentence(store: CaptureStore, content: bytes) -> None:
    stored = store.save(make_record(), FILES)
    (stored.folder / "record.json").write_bytes(content)
    with pytest.raises(StoreError, match="is not what was stored"):
        store.load(stored.identifier)


def test_a_missing_record_loads_as_a_sentence(store: CaptureStore) -> None:
    stored = store.save(make_record(), FILES)
    (stored.folder / "record.json").unlink()
    with pytest.raises(StoreError, match="cannot be read"):
        store.load(stored.identifier)


def test_errors_never_hold_the_subject(
    store: CaptureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_fail(monkeypatch, "fsync", OSError(errno.ENOSPC, "full"))
    with pytest.raises(StoreError) as caught:
        store.save(make_record(subject="Erika Mustermann"), FILES)
    assert "Erika" not in repr(caught.value)
    assert "Erika" not in repr(caught.value.__cause__)


def test_an_error_without_a_text_is_a_sentence_too(tmp_path: Path) -> None:
    error = durable.refusal("It failed", tmp_path, OSError())
    assert str(error) == (
        f"It failed in {tmp_path}: the disk does not answer. "
        "Check that the folder exists and its drive is connected."
    )


def test_a_file_that_was_never_stored_is_said(store: CaptureStore) -> None:
    stored = store.save(make_record(), FILES)
    assert store.file_names(stored.identifier) == list(stored.files)
    with pytest.raises(StoreError, match=r"has no file 'uv.png'. It has: explanation.png"):
        store.read_file(stored.identifier, "uv.png")


def test_what_is_no_record_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is not a capture record"):
        parsed_record(b"{}", tmp_path / "record.json")


# Encryption at rest


@pytest.fixture
def sealed_store(tmp_path: Path) -> CaptureStore:
    sealer = Sealer(bytes(KEY_BYTES))
    return CaptureStore(tmp_path / "sealed", minimum_free_bytes=0, sealer=sealer)


def test_an_encrypted_store_holds_nothing_readable_and_verifies(
    sealed_store: CaptureStore,
) -> None:
    stored = sealed_store.save(make_record(subject=PATIENT), FILES)
    sealed_store.begin(make_record(subject=PATIENT, exposure=None))
    sealed_store.append(AuditEvent.OVERRULED, who="Ana", subject=PATIENT, text="a shadow")
    for path in sealed_store.root.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            for secret in (PATIENT.encode(), b"Ana", b"shadow", b"MobileNet", FILES["face.png"]):
                assert secret not in content, path
    assert {path.suffix for path in stored.folder.iterdir()} == {".sealed"}
    assert sealed_store.load(stored.identifier).subject == PATIENT
    assert sealed_store.read_file(stored.identifier, "face.png") == FILES["face.png"]
    assert [problem.fault for problem in sealed_store.verify_all()] == ["incomplete"]
    assert sealed_store.summaries()[0].subject == PATIENT


def test_swapped_files_of_an_encrypted_store_are_named(sealed_store: CaptureStore) -> None:
    one, two = (sealed_store.save(make_record(), FILES) for _ in range(2))
    names = [capture.folder / "face.png.sealed" for capture in (one, two)]
    first, second = (name.read_bytes() for name in names)
    names[0].write_bytes(second)
    names[1].write_bytes(first)
    assert [problem.fault for problem in sealed_store.verify_all()] == ["altered", "altered"]


def test_nothing_plain_is_added_to_an_encrypted_store(sealed_store: CaptureStore) -> None:
    stored = sealed_store.save(make_record(), FILES)
    plain = CaptureStore(sealed_store.root, minimum_free_bytes=0)
    uses: list[Callable[[], object]] = [
        plain.check_ready,
        lambda: plain.save(make_record(), FILES),
        lambda: plain.begin(make_record()),
        lambda: plain.append(AuditEvent.STARTED, who="Ana"),
    ]
    for use in uses:
        with pytest.raises(StoreError, match="encryption is off in the settings"):
            use()
    reads: list[Callable[[], object]] = [
        lambda: plain.load(stored.identifier),
        plain.audit,
        plain.summaries,
        plain.verify_all,
    ]
    for read in reads:
        with pytest.raises(StoreError, match="no key was given"):
            read()
    assert sealed_store.verify_all() == []


def test_a_store_with_another_key_is_not_read(sealed_store: CaptureStore) -> None:
    stored = sealed_store.save(make_record(), FILES)
    other = CaptureStore(sealed_store.root, minimum_free_bytes=0, sealer=Sealer(b"x" * KEY_BYTES))
    with pytest.raises(StoreError, match="encrypted with the key"):
        other.load(stored.identifier)


def test_a_missing_key_stores_nothing(tmp_path: Path) -> None:
    sealer = MissingKey("The key is gone.")
    store = CaptureStore(tmp_path / "captures", minimum_free_bytes=0, sealer=sealer)
    for use in (store.check_ready, lambda: store.begin(make_record())):
        with pytest.raises(StoreError, match="The key is gone"):
            use()
    with pytest.raises(StoreError, match="The key is gone"):
        store.save(make_record(), FILES)
    assert captured_below(store.root) == {}


def test_a_store_that_was_plain_goes_on_encrypted(store: CaptureStore) -> None:
    before = store.save(make_record(), FILES)
    later = CaptureStore(store.root, minimum_free_bytes=0, sealer=Sealer(bytes(KEY_BYTES)))
    after = later.save(make_record(), FILES)
    assert later.verify_all() == []
    assert later.load(before.identifier).subject == later.load(after.identifier).subject

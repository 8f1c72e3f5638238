"""Whatever is done to a stored capture, `verify` names it."""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.capture_records import DAY, FILES, make_record

from faceqa_gui.errors import StoreError
from faceqa_gui.records import durable, verification
from faceqa_gui.records.store import CaptureStore, StoredCapture


@pytest.fixture
def store(tmp_path: Path) -> CaptureStore:
    return CaptureStore(tmp_path / "captures", minimum_free_bytes=0)


@pytest.fixture
def stored(store: CaptureStore) -> StoredCapture:
    store.save(make_record(), FILES)
    return store.save(make_record(), FILES)


def flip_a_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x10
    path.write_bytes(bytes(data))


def resign(folder: Path) -> None:
    digest = hashlib.sha256((folder / "record.json").read_bytes()).hexdigest()
    (folder / "record.sha256").write_text(f"{digest}  record.json\n")


def rewrite_the_subject(folder: Path) -> None:
    path = folder / "record.json"
    path.write_text(path.read_text().replace("somebody", "somebodX"))


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def empty_record(folder: Path) -> None:
    (folder / "record.json").write_bytes(b"{}")
    resign(folder)


def link_to_a_copy(path: Path) -> None:
    copy = path.parent.parent.parent.parent / "copy"
    path.rename(copy)
    path.symlink_to(copy)


def into_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def remove_the_record_and_its_checksum(folder: Path) -> None:
    (folder / "record.json").unlink()
    (folder / "record.sha256").unlink()


def dangling_record(folder: Path) -> None:
    (folder / "record.json").unlink()
    (folder / "record.json").symlink_to("nowhere")


def several_at_once(folder: Path) -> None:
    flip_a_bit(folder / "frame.png")
    (folder / "face.png").unlink()
    (folder / "zzz").touch()


Tampering = Callable[[Path], object]

TAMPERINGS: dict[str, tuple[Tampering, list[tuple[str, str]]]] = {
    "bit of a picture": (
        lambda folder: flip_a_bit(folder / "frame.png"),
        [("frame.png", "altered")],
    ),
    "bit of the record": (
        rewrite_the_subject,
        [("record.json", "altered")],
    ),
    "bit of the checksum": (
        lambda folder: flip_a_bit(folder / "record.sha256"),
        [("record.sha256", "altered")],
    ),
    "truncated picture": (
        lambda folder: truncate(folder / "face.png"),
        [("face.png", "altered")],
    ),
    "truncated record": (
        lambda folder: truncate(folder / "record.json"),
        [("record.json", "altered")],
    ),
    "missing picture": (
        lambda folder: (folder / "face.png").unlink(),
        [("face.png", "missing")],
    ),
    "missing record": (
        lambda folder: (folder / "record.json").unlink(),
        [("record.json", "missing")],
    ),
    "missing checksum": (
        lambda folder: (folder / "record.sha256").unlink(),
        [("record.sha256", "missing")],
    ),
    "missing record and checksum": (
        remove_the_record_and_its_checksum,
        [("record.sha256", "missing"), ("record.json", "missing")],
    ),
    "swapped pictures": (
        lambda folder: [
            (folder / "face.png").rename(folder / "t"),
            (folder / "frame.png").rename(folder / "face.png"),
            (folder / "t").rename(folder / "frame.png"),
        ],
        [("face.png", "altered"), ("frame.png", "altered")],
    ),
    "extra file": (
        lambda folder: (folder / "more.png").touch(),
        [("more.png", "extra")],
    ),
    "extra folder": (
        lambda folder: (folder / "more").mkdir(),
        [("more", "extra")],
    ),
    "another record in its place": (
        empty_record,
        [("record.json", "unreadable")],
    ),
    "link in place of a picture": (
        lambda folder: link_to_a_copy(folder / "frame.png"),
        [("frame.png", "altered")],
    ),
    "folder in place of a picture": (
        lambda folder: into_a_folder(folder / "frame.png"),
        [("frame.png", "altered")],
    ),
    "folder in place of the record": (
        lambda folder: into_a_folder(folder / "record.json"),
        [("record.json", "altered")],
    ),
    "folder in place of the checksum": (
        lambda folder: into_a_folder(folder / "record.sha256"),
        [("record.sha256", "unreadable")],
    ),
    "dangling link in place of the record": (
        dangling_record,
        [("record.json", "altered")],
    ),
    "several at once": (
        several_at_once,
        [("face.png", "missing"), ("frame.png", "altered"), ("zzz", "extra")],
    ),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_every_tampering_is_named_exactly(
    store: CaptureStore, stored: StoredCapture, name: str
) -> None:
    tamper, expected = TAMPERINGS[name]
    tamper(stored.folder)
    prefix = f"{DAY}/{stored.identifier}/"
    found = [(problem.item, str(problem.fault)) for problem in store.verify(stored.identifier)]
    assert found == [(prefix + item, fault) for item, fault in expected]
    assert store.verify_all() == store.verify(stored.identifier)


def test_every_single_bit_of_every_file_counts(store: CaptureStore) -> None:
    stored = store.save(make_record(), {"frame.png": b"\x00\xff"})
    for path in sorted(stored.folder.iterdir()):
        data = path.read_bytes()
        step = max(1, len(data) // 40)
        for place in range(0, len(data), step):
            changed = bytearray(data)
            changed[place] ^= 1 << (place % 8)
            path.write_bytes(bytes(changed))
            found = {problem.item.rsplit("/", 1)[1] for problem in store.verify(stored.identifier)}
            assert found & {path.name, "record.json"}, (path.name, place)
        path.write_bytes(data)
    assert store.verify(stored.identifier) == []


@pytest.mark.parametrize("day", ["2026-03-05", "2025-01-01"])
def test_a_capture_moved_to_another_day_is_named(
    store: CaptureStore, stored: StoredCapture, day: str
) -> None:
    moved = store.root / day / stored.identifier
    moved.parent.mkdir()
    stored.folder.rename(moved)
    (problem,) = store.verify_all()
    assert (problem.item, problem.fault) == (f"{day}/{stored.identifier}/record.json", "altered")


def test_a_copy_under_another_name_is_named(store: CaptureStore, stored: StoredCapture) -> None:
    shutil.copytree(stored.folder, stored.folder.with_name("d" * 32))
    (problem,) = store.verify_all()
    assert problem.detail == "belongs to another folder"


def test_strays_are_named(store: CaptureStore, stored: StoredCapture) -> None:
    (store.root / "notes.txt").touch()
    (store.root / "2026-13-99x").mkdir()
    (stored.folder.parent / "thumbs.db").touch()
    (stored.folder.parent / ("e" * 32)).symlink_to(stored.folder)
    found = [(problem.item, problem.fault) for problem in store.verify_all()]
    assert found == [
        ("2026-13-99x", "extra"),
        ("notes.txt", "extra"),
        (f"{DAY}/{'e' * 32}", "extra"),
        (f"{DAY}/thumbs.db", "extra"),
    ]


@pytest.mark.skipif(os.name != "posix", reason="names of undecodable bytes are POSIX")
def test_names_of_any_bytes_can_be_reported(store: CaptureStore, stored: StoredCapture) -> None:
    try:
        (stored.folder / os.fsdecode(b"\xff\xfe.png")).touch()
    except OSError:
        pytest.skip("this file system has no such names")
    (problem,) = store.verify_all()
    assert problem.item.endswith("/\\xff\\xfe.png")
    assert problem.item.encode("utf-8")


def test_a_file_that_cannot_be_read_is_named(
    store: CaptureStore, stored: StoredCapture, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = durable.sha256_of_file

    def fails(path: Path) -> str:
        if path.name == "face.png":
            raise OSError(5, "Input/output error")
        return real(path)

    monkeypatch.setattr(verification, "sha256_of_file", fails)
    (problem,) = store.verify(stored.identifier)
    assert problem.item.endswith("face.png")
    assert (problem.fault, problem.detail) == ("unreadable", "Input/output error")


def test_a_record_that_cannot_be_read_is_named_once(
    store: CaptureStore, stored: StoredCapture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Path) -> str:
        raise OSError

    monkeypatch.setattr(verification, "sha256_of_file", fails)
    monkeypatch.setattr(verification, "read_record", fails)
    (problem,) = store.verify(stored.identifier)
    assert problem.item.endswith("record.json")
    assert (problem.fault, problem.detail) == ("unreadable", "it cannot be read")


def test_a_store_that_cannot_be_listed_is_a_sentence(
    store: CaptureStore, stored: StoredCapture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Path) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", fails)
    for use in (store.verify_all, store.captures, store.incomplete, store.recover):
        with pytest.raises(StoreError, match="not permitted"):
            use()
    assert stored.folder.is_dir()

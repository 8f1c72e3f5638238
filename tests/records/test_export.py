"""Exports: whole or not at all, checkable, and with every damaged file named."""

import csv
import hashlib
import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pydicom
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.capture_records import make_record
from support.dicom_captures import (
    UV_NAMES,
    VISIBLE_NAMES,
    picture,
    pictures,
    saved,
    uv_record,
    validator_says,
)

from faceqa_gui.errors import StoreError
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.csv_text import harmless
from faceqa_gui.records.dicom_patient import Patient
from faceqa_gui.records.export import export_captures
from faceqa_gui.records.export_csv import CLASSES, COLUMNS
from faceqa_gui.records.export_report import (
    ExportCancelledError,
    ExportKind,
    ExportReport,
    Progress,
)
from faceqa_gui.records.layout import INDEX_NAME
from faceqa_gui.records.seal import Sealer
from faceqa_gui.records.store import CaptureStore

KINDS = list(ExportKind)


@pytest.fixture(params=[False, True], ids=["plain", "sealed"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> CaptureStore:
    sealer = Sealer(b"k" * 32) if request.param else None
    return CaptureStore(tmp_path / "captures", minimum_free_bytes=0, sealer=sealer)


@pytest.fixture
def plain(tmp_path: Path) -> CaptureStore:
    return CaptureStore(tmp_path / "captures", minimum_free_bytes=0)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / "export"


def export(
    store: CaptureStore,
    captures: Sequence[str],
    target: Path,
    kind: ExportKind,
    *,
    progress: Progress | None = None,
    overwrite: bool = False,
    patient: Patient | None = None,
) -> ExportReport:
    return export_captures(
        store,
        captures,
        target,
        kind,
        who="clerk",
        progress=progress,
        overwrite=overwrite,
        patient=patient,
    )


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def damage(store: CaptureStore, capture: str, *names: str) -> None:
    """Change files of a capture behind the store's back."""
    (folder,) = store.root.glob(f"*/{capture}")
    for name in names:
        (path,) = folder.glob(f"{name}*")
        path.write_bytes(b"something else")


# What every form keeps to


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_is_private_and_written_down(
    kind: ExportKind, store: CaptureStore, target: Path
) -> None:
    captures = [saved(store), saved(store)]
    told: list[tuple[int, int]] = []
    report = export(store, captures, target, kind, progress=lambda *how: told.append(how))
    assert report.is_whole
    assert report.captures == tuple(captures)
    assert (report.target, report.kind) == (target, kind)
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert list(target.parent.iterdir()) == [target]
    files = [path for path in (target, *target.rglob("*")) if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    entry = store.audit()[-1]
    assert (entry.event, entry.who, entry.note) == (AuditEvent.EXPORTED, "clerk", None)
    assert entry.facts == {
        "kind": kind,
        "sha256": report.sha256,
        "captures": captures,
        "left_out": 0,
    }
    assert "somebody" not in json.dumps(dict(entry.facts))
    marked = target / "SHA256SUMS" if kind is ExportKind.DICOM else target
    assert hashlib.sha256(marked.read_bytes()).hexdigest() == report.sha256


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_overwritten_unasked(
    kind: ExportKind, plain: CaptureStore, target: Path
) -> None:
    captures = [saved(plain), saved(plain)]
    first = export(plain, captures[:1], target, kind)
    with pytest.raises(StoreError, match="is not overwritten"):
        export(plain, captures, target, kind)
    again = export(plain, captures, target, kind, overwrite=True)
    assert (len(first.captures), len(again.captures)) == (1, 2)
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_can_be_stopped_and_leaves_nothing(
    kind: ExportKind, plain: CaptureStore, target: Path
) -> None:
    captures = [saved(plain), saved(plain)]
    with pytest.raises(ExportCancelledError, match="Nothing of it was kept"):
        export(plain, captures, target, kind, progress=lambda done, _: done == 1)
    assert list(target.parent.iterdir()) == []
    assert plain.audit()[-1].event is AuditEvent.CAPTURE_STORED


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_capture_is_named_and_the_others_are_exported(
    kind: ExportKind, store: CaptureStore, target: Path
) -> None:
    captures = [saved(store), saved(store)]
    damage(store, captures[0], "record.json", *VISIBLE_NAMES)
    report = export(store, captures, target, kind)
    assert not report.is_whole
    assert report.captures == (captures[1],)
    assert {item.capture for item in report.left_out} == {captures[0]}
    assert "record.json" in {item.item for item in report.left_out}
    assert store.audit()[-1].facts["left_out"] == len(report.left_out)


@pytest.mark.parametrize("kind", KINDS)
def test_where_nothing_can_be_exported_nothing_is_written(
    kind: ExportKind, plain: CaptureStore, target: Path
) -> None:
    capture = saved(plain)
    damage(plain, capture, "record.json", *VISIBLE_NAMES)
    for chosen, sentence in (
        ([], "No capture was chosen"),
        ([capture], "Nothing can be exported"),
        (["0" * 32], "There is no capture"),
    ):
        with pytest.raises(StoreError, match=sentence):
            export(plain, chosen, target, kind)
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_missing_folder_is_told_at_once(
    kind: ExportKind, plain: CaptureStore, tmp_path: Path
) -> None:
    with pytest.raises(StoreError, match="There is no folder"):
        export(plain, [saved(plain)], tmp_path / "missing" / "export", kind)


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_that_the_audit_trail_does_not_name_says_so(
    kind: ExportKind, plain: CaptureStore, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    capture = saved(plain)
    monkeypatch.setattr("faceqa_gui.records.index.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(plain.root / INDEX_NAME)) as other:
        other.execute("BEGIN IMMEDIATE")
        report = export(plain, [capture], target, kind)
        other.rollback()
    assert report.captures == (capture,)
    assert "held by another program" in report.audit_problem
    assert not report.is_whole


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_disk_is_told_and_leaves_nothing(
    kind: ExportKind, plain: CaptureStore, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    capture = saved(plain)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StoreError, match="disk or its quota is full"):
        export(plain, [capture], target, kind)
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_crash_left_is_removed_by_the_next_export(
    kind: ExportKind, plain: CaptureStore, target: Path
) -> None:
    capture = saved(plain)
    left = target.with_name(".export.part")
    left.mkdir()
    (left / "frame.dcm").write_bytes(b"half a picture")
    export(plain, [capture], target, kind)
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
@pytest.mark.parametrize("kind", [ExportKind.ZIP, ExportKind.DICOM])
def test_an_export_that_is_killed_leaves_nothing_that_looks_like_one(
    kind: ExportKind, plain: CaptureStore, target: Path
) -> None:
    captures = [saved(plain, files=pictures(height=2000)) for _ in range(12)]
    command = ["-m", "faceqa_gui", "records", "export", "--store", str(plain.root)]
    part = target.with_name(".export.part")
    with subprocess.Popen(
        [sys.executable, *command, f"--{kind}", str(target)], stderr=subprocess.DEVNULL
    ) as process:
        while not part.exists() and process.poll() is None:
            time.sleep(0.001)
        process.kill()
    # On a busy machine the blow may come after the end; then the export is whole.
    assert not target.exists() or (target / "SHA256SUMS").is_file() or zipfile.is_zipfile(target)
    assert export(plain, captures, target, kind, overwrite=True).is_whole
    assert list(target.parent.iterdir()) == [target]


# Zip


def test_a_zip_file_holds_what_was_stored_and_says_how_to_check_it(
    store: CaptureStore, target: Path
) -> None:
    record = make_record(subject="Änne")
    capture = saved(store, record)
    store.append(
        AuditEvent.OVERRULED, who="boss", capture=capture, subject="Änne", text="she asked"
    )
    head = store.audit()[-1]
    export(store, [capture], target, ExportKind.ZIP)
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
        folder = f"captures/{capture}"
        assert names == {"README.txt", "MANIFEST.json", "SHA256SUMS", f"{folder}/audit.jsonl"} | {
            f"{folder}/{name}" for name in store.file_names(capture)
        }
        for name in store.file_names(capture):
            assert archive.read(f"{folder}/{name}") == store.read_file(capture, name)
        manifest = json.loads(archive.read("MANIFEST.json"))
        assert set(manifest["files"]) == names - {"MANIFEST.json", "SHA256SUMS"}
        for name, facts in manifest["files"].items():
            content = archive.read(name)
            assert facts == {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        assert manifest["exported_by"] == "clerk"
        assert manifest["audit_head"] == {"number": head.number, "sha256": head.sha256}
        assert (manifest["captures"], manifest["left_out"]) == ([capture], [])
        assert "sha256sum --check SHA256SUMS" in archive.read("README.txt").decode()
        lines = archive.read(f"{folder}/audit.jsonl").decode().splitlines()
    entries = [json.loads(line) for line in lines]
    assert [entry["sha256"] for entry in entries] == [e.sha256 for e in store.audit(capture)]
    assert entries[-1]["event"] == "overruled"
    assert (entries[-1]["subject"], entries[-1]["text"]) == ("Änne", "she asked")


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is missing")
def test_sha256sum_agrees_until_a_file_is_changed(
    plain: CaptureStore, target: Path, tmp_path: Path
) -> None:
    capture = saved(plain)
    for kind in (ExportKind.ZIP, ExportKind.DICOM):
        export(plain, [capture], target.with_name(kind.value), kind)
    with zipfile.ZipFile(target.with_name(ExportKind.ZIP.value)) as archive:
        archive.extractall(tmp_path / "unpacked")
    for folder in (tmp_path / "unpacked", target.with_name(ExportKind.DICOM.value)):

        def check(folder: Path = folder) -> int:
            return subprocess.run(
                ["sha256sum", "--check", "--strict", "SHA256SUMS"],
                cwd=folder,
                capture_output=True,
                check=False,
            ).returncode

        assert check() == 0
        next(folder.rglob("frame.*")).write_bytes(b"another")
        assert check() == 1


def test_a_zip_file_names_what_it_lacks(store: CaptureStore, target: Path) -> None:
    capture = saved(store)
    damage(store, capture, "face.png")
    report = export(store, [capture], target, ExportKind.ZIP)
    assert [(item.capture, item.item) for item in report.left_out] == [(capture, "face.png")]
    assert report.captures == (capture,)
    with zipfile.ZipFile(target) as archive:
        manifest = json.loads(archive.read("MANIFEST.json"))
        assert f"captures/{capture}/face.png" not in archive.namelist()
    (missing,) = manifest["left_out"]
    assert (missing["capture"], missing["item"]) == (capture, "face.png")
    assert "is not what was stored" in missing["reason"]


def test_a_damaged_audit_trail_is_named_and_the_pictures_are_exported(
    plain: CaptureStore, target: Path
) -> None:
    capture = saved(plain)
    with closing(sqlite3.connect(plain.root / INDEX_NAME)) as connection:
        for trigger in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f'DROP TRIGGER "{trigger[0]}"')
        connection.execute("UPDATE audit SET body = x'00' WHERE number = 1")
        connection.commit()
    report = export(plain, [capture], target, ExportKind.ZIP)
    assert [item.item for item in report.left_out] == ["audit.jsonl"]
    with zipfile.ZipFile(target) as archive:
        assert json.loads(archive.read("MANIFEST.json"))["audit_head"] is None
        assert f"captures/{capture}/frame.png" in archive.namelist()


def test_pictures_do_not_pile_up_in_memory(plain: CaptureStore, target: Path) -> None:
    big = pictures(("frame.png",), height=30_000)
    captures = [saved(plain, files=big) for _ in range(8)]
    size = len(big["frame.png"])
    tracemalloc.start()
    try:
        export(plain, captures, target, ExportKind.ZIP)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert target.stat().st_size > 8 * size
    assert peak < 4 * size


# Table


def test_a_table_has_a_documented_column_for_everything(store: CaptureStore, target: Path) -> None:
    real = uv_record(make_record(subject="Änne"))
    captures = [
        saved(store, real, pictures(VISIBLE_NAMES + UV_NAMES)),
        saved(store, make_record(exposure=None)),
    ]
    report = export(store, captures, target, ExportKind.CSV)
    assert report.files == 2
    lit, dark = rows_of(target)
    assert list(lit) == [column.name for column in COLUMNS]
    assert all(column.meaning for column in COLUMNS)
    assert len(set(lit)) == len(COLUMNS)
    assert (lit["subject"], lit["simulated"], lit["exposure_completed"]) == ("Änne", "no", "yes")
    assert (lit["dose_j_per_m2"], lit["exposure_seconds"]) == ("12.5", "1.0")
    assert (lit["uv_offset_seconds"], lit["uv_width_px"]) == ("0.01", "17")
    assert (lit["probability_good"], lit["probability_eyeglasses"]) == ("0.97", "")
    assert (dark["exposure_seconds"], dark["uv_width_px"], dark["uv_camera"]) == ("", "", "")
    assert dark["good_threshold"] == "0.9"
    assert tuple(QUALITY_LABELS) == CLASSES


def test_a_record_without_its_threshold_has_an_empty_cell(
    plain: CaptureStore, target: Path
) -> None:
    record = make_record().model_copy(update={"thresholds": {}})
    export(plain, [saved(plain, record)], target, ExportKind.CSV)
    assert rows_of(target)[0]["good_threshold"] == ""


def test_no_cell_is_a_formula_and_none_is_lost(plain: CaptureStore, target: Path) -> None:
    texts = ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "\n=1", "\uff1d1", 'a",=1\n=2']
    captures = [saved(plain, make_record(subject=text, operator=text), {}) for text in texts]
    export(plain, captures, target, ExportKind.CSV)
    rows = rows_of(target)
    for text, row in zip(texts, rows, strict=True):
        assert row["subject"] == row["operator"] == harmless(text)


@given(st.text(max_size=12))
def test_harmless_text_is_kept_or_marked(text: str) -> None:
    cell = harmless(text)
    assert cell in {text, f"'{text}"}
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"))


# DICOM


def test_a_dicom_folder_holds_every_picture(store: CaptureStore, target: Path) -> None:
    record = uv_record(make_record())
    names = VISIBLE_NAMES + UV_NAMES
    capture = saved(store, record, pictures(names))
    report = export(store, [capture], target, ExportKind.DICOM)
    assert report.files == 6
    for seed, name in enumerate(names):
        path = target / capture / Path(name).with_suffix(".dcm")
        dataset = pydicom.dcmread(path)
        np.testing.assert_array_equal(dataset.pixel_array, picture(seed))
        assert dataset.PatientID == "somebody"
        if shutil.which("dciodvfy"):
            assert validator_says(path)[0] == []
    again = export(store, [capture], target.with_name("again"), ExportKind.DICOM)
    assert again.sha256 == report.sha256


def test_a_file_that_is_no_picture_is_left_out_of_dicom(plain: CaptureStore, target: Path) -> None:
    files = {**pictures(), "face.png": b"no picture", "frame.png": b"", "more.txt": b"text"}
    capture = saved(plain, files=files)
    report = export(plain, [capture], target, ExportKind.DICOM)
    assert [item.item for item in report.left_out] == ["frame.png", "face.png"]
    assert report.files == 1


def test_a_capture_without_pictures_gives_no_dicom(plain: CaptureStore, target: Path) -> None:
    with pytest.raises(StoreError, match="have no pictures"):
        export(plain, [saved(plain, files={})], target, ExportKind.DICOM)


def test_a_subject_that_dicom_cannot_hold_is_left_out_until_it_is_named(
    plain: CaptureStore, target: Path
) -> None:
    captures = [saved(plain, make_record(subject="a\\b")), saved(plain)]
    report = export(plain, captures, target, ExportKind.DICOM)
    assert report.captures == (captures[1],)
    assert "no backslash" in report.left_out[0].reason
    assert "a\\b" not in report.left_out[0].reason
    named = export(
        plain,
        captures[:1],
        target.with_name("named"),
        ExportKind.DICOM,
        patient=Patient(identifier="AB"),
    )
    assert named.is_whole
    path = next(target.with_name("named").rglob("frame.dcm"))
    assert pydicom.dcmread(path).PatientID == "AB"
    with pytest.raises(StoreError, match="several subjects"):
        export(
            plain, captures, target, ExportKind.DICOM, overwrite=True, patient=Patient(name="A^B")
        )


def test_only_an_earlier_export_is_replaced(plain: CaptureStore, target: Path) -> None:
    captures = [saved(plain), saved(plain)]
    target.mkdir()
    export(plain, captures, target, ExportKind.DICOM)
    export(plain, captures[:1], target, ExportKind.DICOM, overwrite=True)
    assert {path.name for path in target.iterdir()} == {"SHA256SUMS", captures[0]}
    (target / "mine.txt").write_text("mine")
    with pytest.raises(StoreError, match="holds more than an earlier export"):
        export(plain, captures, target, ExportKind.DICOM, overwrite=True)
    assert (target / "mine.txt").read_text() == "mine"
    for odd in (target / "mine.txt", target.with_name("link")):
        if not odd.exists():
            odd.symlink_to(target)
        with pytest.raises(StoreError, match="is no folder"):
            export(plain, captures, odd, ExportKind.DICOM, overwrite=True)

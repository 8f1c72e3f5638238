"""`faceqa records export`: what is chosen, what is refused, what is printed, the exit status."""

import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pydicom
import pytest
from support.capture_records import make_record
from support.dicom_captures import running_archive, saved

from faceqa_gui.cli import main
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.layout import INDEX_NAME
from faceqa_gui.records.store import CaptureStore


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaptureStore:
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path))
    return CaptureStore(tmp_path / "captures", minimum_free_bytes=0)


@pytest.fixture
def captures(store: CaptureStore) -> list[str]:
    """Of two subjects, on the 3rd, 4th and 5th of March."""
    return [
        saved(
            store,
            make_record(subject=subject, captured_at=datetime(2026, 3, day, 12, tzinfo=UTC)),
        )
        for day, subject in ((3, "Anna"), (4, "Anna"), (5, "Berta"))
    ]


def chosen(tmp_path: Path, *options: str) -> list[str]:
    figures = tmp_path / "figures.json"
    target = tmp_path / "table.csv"
    arguments = ["--csv", str(target), "--overwrite", "--json", str(figures), *options]
    assert main(["records", "export", *arguments]) == 0
    values: dict[str, Any] = json.loads(figures.read_text())
    assert values["export"]["captures"] == values["captures"]
    names: list[str] = values["captures"]
    return names


def test_captures_are_chosen_by_name_subject_and_day(captures: list[str], tmp_path: Path) -> None:
    first, second, third = captures
    assert chosen(tmp_path) == captures
    assert chosen(tmp_path, third, first) == [first, third]
    assert chosen(tmp_path, "--subject", "Anna") == [first, second]
    assert chosen(tmp_path, "--since", "2026-03-04") == [second, third]
    assert chosen(tmp_path, "--until", "2026-03-04") == [first, second]
    assert chosen(tmp_path, "--since", "2026-03-04", "--until", "2026-03-04") == [second]
    assert chosen(tmp_path, "--subject", "Anna", second, third) == [second]


def test_a_zip_file_is_written_and_its_checksum_printed(
    store: CaptureStore,
    captures: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    target = tmp_path / "all.zip"
    assert main(["records", "export", "--zip", str(target)]) == 0
    output = capsys.readouterr()
    sha256 = store.audit()[-1].facts["sha256"]
    assert output.out == f"3 of 3 captures are in {target}.\nsha256 {sha256}\n"
    assert "Anna" not in output.out + output.err
    with zipfile.ZipFile(target) as archive:
        assert json.loads(archive.read("MANIFEST.json"))["captures"] == captures


def test_a_damaged_file_is_printed_and_the_status_is_1(
    store: CaptureStore,
    captures: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (path,) = store.root.glob(f"*/{captures[0]}/face.png")
    path.write_bytes(b"another")
    assert main(["records", "export", "--dicom", str(tmp_path / "out")]) == 1
    printed = capsys.readouterr().out
    assert "of its SHA256SUMS" in printed
    assert f"left out: {captures[0]}/face.png: " in printed


def test_a_patient_is_named(captures: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    named = ["--patient-name", "Müller^Anna", "--patient-id", "7", "--accession", "A1"]
    assert main(["records", "export", captures[0], "--dicom", str(out), *named]) == 0
    dataset = pydicom.dcmread(out / captures[0] / "frame.dcm")
    assert (dataset.PatientName, dataset.PatientID, dataset.AccessionNumber) == (
        "Müller^Anna",
        "7",
        "A1",
    )


def test_captures_are_sent_and_kept_in_one_go(
    store: CaptureStore,
    captures: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    figures = tmp_path / "figures.json"
    with running_archive() as archive:
        archive.store_statuses = [0xC000]
        aim = f"ARCHIVE@127.0.0.1:{archive.port}"
        out = str(tmp_path / "out")
        arguments = ["--dicom", out, "--send", aim, "--calling", "CLINIC", "--json", str(figures)]
        assert main(["records", "export", *arguments]) == 1
        assert len(archive.received) == 9
        assert main(["records", "export", "--send", aim]) == 0
    printed = capsys.readouterr().out
    assert f"2 of 3 captures are stored in {aim}." in printed
    assert f"partly stored: {captures[0]}\n" in printed
    assert f"stored: {captures[1]}\n" in printed
    assert f"left out: {captures[0]}/frame.png: The archive refused it" in printed
    sent = json.loads(figures.read_text())["sent"]
    assert (sent["stored"], sent["partly"], sent["not_stored"]) == (captures[1:], captures[:1], [])
    events = [entry.event for entry in store.audit()]
    assert events[-3:] == [AuditEvent.EXPORTED, AuditEvent.SENT, AuditEvent.SENT]


def test_an_archive_that_is_not_there_leaves_status_1(
    captures: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with running_archive() as archive:
        port = archive.port
    assert main(["records", "export", "--send", f"ARCHIVE@127.0.0.1:{port}"]) == 1
    output = capsys.readouterr()
    assert "cannot be reached" in output.err
    assert "0 of 3 captures are stored" in output.out
    assert all(f"not stored: {name}\n" in output.out for name in captures)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Say where to export to"),
        (["--zip", "z.zip", "--patient-name", "A"], "needs --dicom or --send"),
        (["--zip", "z.zip", "--calling", "A"], "need --send"),
        (["--zip", "z.zip", "--tls"], "need --send"),
        (["--send", "A@h:1", "--tls-ca", "x.pem"], "need --tls"),
        (["--send", "A@h"], "AE@host:port"),
        (["--send", "A@h:1", "--calling", "\\"], "AE title"),
        (["--send", "A@h:1", "--accession", "1" * 17], "accession number"),
        (["--dicom", "d", "--patient-name", "A^B"], "several subjects"),
        (["--zip", "missing/z.zip"], "There is no folder"),
        (["--zip", "z.zip", "0" * 32], "There is no stored capture"),
        (["--zip", "z.zip", "--subject", "Nobody"], "No stored capture is of that subject"),
        (["--zip", "z.zip", "--store", "missing"], "There is no store"),
        (["--zip", "z.zip", "--json", "missing/f.json"], "cannot be written"),
    ],
)
@pytest.mark.usefixtures("captures")
def test_what_does_not_go_together_is_refused_with_status_2(
    arguments: list[str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert main(["records", "export", *arguments]) == 2
    output = capsys.readouterr()
    assert output.err.startswith("faceqa: ")
    assert sentence in output.err
    assert list((tmp_path / "here").iterdir()) == []


def test_a_day_has_a_form(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["records", "export", "--zip", "z.zip", "--since", "yesterday"])
    assert "is no day such as 2026-03-04" in capsys.readouterr().err


def test_a_capture_that_was_only_begun_is_not_exported(
    store: CaptureStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begun = make_record(exposure=None)
    store.begin(begun)
    target = str(tmp_path / "z.zip")
    assert main(["records", "export", begun.identifier, "--zip", target]) == 2
    assert "There is no stored capture" in capsys.readouterr().err


def test_the_columns_of_the_table_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["records", "export", "--columns"]) == 0
    printed = capsys.readouterr().out
    assert "dose_j_per_m2" in printed
    assert "radiant exposure, J/m²" in printed


def test_what_the_audit_trail_does_not_name_is_told(
    store: CaptureStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    saved(store)
    monkeypatch.setattr("faceqa_gui.records.index.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(store.root / INDEX_NAME)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert main(["records", "export", "--csv", str(tmp_path / "t.csv")]) == 1
        other.rollback()
    assert "This stands in no audit trail. The index" in capsys.readouterr().err


def test_the_user_of_the_system_answers_for_it(
    store: CaptureStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(store)
    for name, who in (("clerk", "clerk"), (None, "unknown user")):

        def user(name: str | None = name) -> str:
            if name is None:
                raise KeyError("uid not found")
            return name

        monkeypatch.setattr("getpass.getuser", user)
        target = str(tmp_path / f"{who}.zip")
        assert main(["records", "export", "--zip", target]) == 0
        assert store.audit()[-1].who == who

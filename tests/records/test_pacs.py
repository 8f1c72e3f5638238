"""Sending to an archive that refuses, breaks off, is full, or is none; every case ends in words."""

import logging
import shutil
import socket
import sqlite3
import ssl
import threading
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian
from pynetdicom import AE
from support.capture_records import make_record
from support.certificates import loopback_certificate
from support.dicom_captures import ECHO, PHOTOGRAPH, Archive, picture, running_archive, saved

from faceqa_gui.errors import StoreError
from faceqa_gui.records import pacs
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.dicom_patient import Patient
from faceqa_gui.records.layout import INDEX_NAME
from faceqa_gui.records.pacs import Line, Peer, PeerError, checked_title, send_captures
from faceqa_gui.records.store import CaptureStore

PATIENT = Line(timeout_seconds=20.0)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> CaptureStore:
    store = CaptureStore(tmp_path_factory.mktemp("filled") / "captures", minimum_free_bytes=0)
    for _ in range(3):
        saved(store)
    return store


@pytest.fixture
def store(tmp_path: Path, filled: CaptureStore) -> CaptureStore:
    shutil.copytree(filled.root, tmp_path / "captures")
    return CaptureStore(tmp_path / "captures", minimum_free_bytes=0)


@pytest.fixture
def captures(store: CaptureStore) -> list[str]:
    return [capture.identifier for capture in store.captures()]


@pytest.fixture(scope="module")
def one_archive() -> Iterator[Archive]:
    with running_archive() as archive:
        yield archive


@pytest.fixture
def archive(one_archive: Archive) -> Archive:
    one_archive.reset()
    return one_archive


def at(port: int, title: str = "ARCHIVE") -> Peer:
    return Peer(title, "127.0.0.1", port)


def send(
    store: CaptureStore, captures: list[str], peer: Peer, line: Line = PATIENT
) -> pacs.SendReport:
    return send_captures(store, captures, peer, who="clerk", line=line)


# Names


@pytest.mark.parametrize(
    ("text", "peer"),
    [
        ("PACS@archive.example:104", Peer("PACS", "archive.example", 104)),
        (" A B @10.0.0.1:65535", Peer("A B", "10.0.0.1", 65535)),
        ("A@B@host:1", Peer("A@B", "host", 1)),
        ("PACS@[::1]:104", Peer("PACS", "::1", 104)),
    ],
)
def test_an_archive_is_named_by_title_host_and_port(text: str, peer: Peer) -> None:
    assert Peer.parse(text) == peer
    assert Peer.parse(str(peer)) == peer


@pytest.mark.parametrize(
    "text",
    [
        "",
        "PACS",
        "PACS@host",
        "PACS@:104",
        "PACS@host:0",
        "PACS@host:65536",
        "PACS@host:1e3",
        "PACS@host:²",
        "PACS@ host:104",
        "PACS@::1:104",
        "@host:104",
        "   @host:104",
        "SEVENTEEN_LETTERS@host:104",
        "A\\B@host:104",
        "Ä@host:104",
        "A\tB@host:104",
    ],
)
def test_another_form_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(PeerError, match=r"AE@host:port|AE title"):
        Peer.parse(text)


@given(st.text(max_size=20))
def test_a_title_is_what_the_standard_allows(text: str) -> None:
    try:
        title = checked_title(text)
    except PeerError:
        return
    assert 1 <= len(title) <= 16
    assert all(" " <= letter <= "~" and letter != "\\" for letter in title)
    assert AE(ae_title=title).ae_title == title


# What goes well


def test_every_picture_is_stored_and_written_down(
    store: CaptureStore, captures: list[str], archive: Archive
) -> None:
    told: list[tuple[int, int]] = []
    report = send_captures(
        store, captures, at(archive.port), who="clerk", progress=lambda *how: told.append(how)
    )
    assert report.is_whole
    assert report.stored == tuple(captures)
    assert (report.partly, report.not_stored, report.problem) == ((), (), "")
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert len(archive.received) == 9
    assert (archive.received[0].pixel_array == picture(0)).all()
    assert archive.received[0].file_meta.TransferSyntaxUID == ExplicitVRLittleEndian
    entry = store.audit()[-1]
    assert (entry.event, entry.who, entry.note) == (AuditEvent.SENT, "clerk", None)
    assert entry.facts["captures"] == captures
    assert entry.facts["peer"] == f"ARCHIVE@127.0.0.1:{archive.port}"


def test_an_archive_that_knows_only_implicit_types_gets_them(
    store: CaptureStore, captures: list[str]
) -> None:
    with running_archive(syntaxes=(ImplicitVRLittleEndian,)) as archive:
        assert send(store, captures[:1], at(archive.port)).is_whole
    assert archive.received[0].file_meta.TransferSyntaxUID == ImplicitVRLittleEndian
    assert (archive.received[0].pixel_array == picture(0)).all()


def test_an_archive_without_the_test_message_is_sent_to(
    store: CaptureStore, captures: list[str]
) -> None:
    with running_archive(classes=(PHOTOGRAPH,)) as archive:
        assert send(store, captures[:1], at(archive.port)).is_whole


def test_what_the_archive_changed_while_storing_counts_as_stored(
    store: CaptureStore, captures: list[str], archive: Archive
) -> None:
    archive.store_statuses = [0xB000, 0xB006, 0xB007]
    assert send(store, captures[:1], at(archive.port)).is_whole


def test_a_patient_may_be_named_for_one_subject_only(
    store: CaptureStore, captures: list[str], archive: Archive
) -> None:
    other = saved(store, make_record(subject="somebody else"))
    patient = Patient(name="Müller^Anna")
    report = send_captures(store, captures[:1], at(archive.port), who="clerk", patient=patient)
    assert report.is_whole
    with pytest.raises(StoreError, match="several subjects"):
        send_captures(store, [captures[0], other], at(archive.port), who="clerk", patient=patient)
    assert {str(image.PatientName) for image in archive.received} == {"Müller^Anna"}
    assert {image.PatientID for image in archive.received} == {"somebody"}


def test_nothing_of_a_person_reaches_a_log_or_a_warning(
    store: CaptureStore, caplog: pytest.LogCaptureFixture, archive: Archive
) -> None:
    capture = saved(store, make_record(subject="Secret Subject"))
    with (
        caplog.at_level(logging.DEBUG),
        warnings.catch_warnings(record=True) as warned,
    ):
        warnings.simplefilter("always")
        archive.store_statuses = [0xC123]
        send(store, [capture], at(archive.port))
        send(store, [capture], at(archive.port, "OTHER"))
    assert "Secret" not in caplog.text
    assert not [one for one in warned if "Secret" in str(one.message)]
    assert not [one for one in caplog.records if one.name.startswith("pynetdicom")]


# What does not


def test_without_a_capture_nothing_is_sent(store: CaptureStore) -> None:
    with pytest.raises(StoreError, match="No capture was chosen"):
        send(store, [], at(1))


def test_an_archive_that_refuses_us_is_told_apart(
    store: CaptureStore, captures: list[str], archive: Archive
) -> None:
    def sentence(title: str = "ARCHIVE") -> str:
        report = send(store, captures, at(archive.port, title))
        archive.reset()
        assert report.not_stored == tuple(captures)
        assert not report.is_whole
        return report.problem

    archive.entity.require_called_aet = True
    assert "is not called OTHER" in sentence("OTHER")
    archive.entity.require_calling_aet = ["KNOWN"]
    assert "does not know us as FACEQA" in sentence()
    holding = AE()
    holding.add_requested_context(ECHO)
    held = holding.associate("127.0.0.1", archive.port)
    assert held.is_established
    archive.entity.maximum_associations = 1
    assert "takes no further connection" in sentence()
    held.release()
    assert archive.received == []
    assert store.audit()[-1].event is not AuditEvent.SENT


def test_an_archive_that_takes_no_photographs_is_told(
    store: CaptureStore, captures: list[str]
) -> None:
    with running_archive(classes=(ECHO,)) as archive:
        report = send(store, captures, at(archive.port))
    assert "does not take photographs" in report.problem
    assert report.not_stored == tuple(captures)


def test_our_own_title_can_be_given(
    store: CaptureStore, captures: list[str], archive: Archive
) -> None:
    archive.entity.require_calling_aet = ["KNOWN"]
    line = Line(calling="KNOWN", timeout_seconds=20.0)
    assert send(store, captures[:1], at(archive.port), line).is_whole


def test_an_archive_that_refuses_the_test_message_gets_nothing(
    store: CaptureStore, captures: list[str], archive: Archive
) -> None:
    archive.echo_status = 0x0122
    report = send(store, captures, at(archive.port))
    assert "refuses the test message" in report.problem
    assert archive.received == []


def test_a_full_archive_ends_the_sending(
    store: CaptureStore, captures: list[str], archive: Archive
) -> None:
    archive.store_statuses = [0, 0, 0, 0, 0xA700]
    report = send(store, captures, at(archive.port))
    assert "no room left (status A700)" in report.problem
    assert report.stored == (captures[0],)
    assert report.partly == (captures[1],)
    assert report.not_stored == (captures[2],)
    assert len(archive.received) == 5
    entry = store.audit()[-1]
    assert (entry.facts["captures"], entry.facts["partly"]) == ([captures[0]], [captures[1]])


def test_a_refused_picture_is_named_and_the_rest_goes_on(
    store: CaptureStore, captures: list[str], archive: Archive
) -> None:
    archive.store_statuses = [0, 0xA900, 0, 0xC000, 0xC000, 0xC000]
    report = send(store, captures, at(archive.port))
    assert report.problem == ""
    assert report.stored == (captures[2],)
    assert report.partly == (captures[0],)
    assert report.not_stored == (captures[1],)
    assert [(item.capture, item.item) for item in report.left_out] == [
        (captures[0], "face.png"),
        (captures[1], "frame.png"),
        (captures[1], "face.png"),
        (captures[1], "explanation.png"),
    ]
    assert "status A900" in report.left_out[0].reason


def test_a_damaged_picture_is_named_and_the_rest_is_stored(
    store: CaptureStore, captures: list[str], archive: Archive
) -> None:
    (folder,) = store.root.glob(f"*/{captures[1]}")
    (folder / "face.png").write_bytes(b"another")
    report = send(store, captures, at(archive.port))
    assert report.partly == (captures[1],)
    assert [item.item for item in report.left_out] == ["face.png"]
    assert len(archive.received) == 8


@pytest.mark.parametrize("taken", [0, 1])
def test_a_connection_that_breaks_leaves_a_report(
    taken: int, store: CaptureStore, captures: list[str], archive: Archive
) -> None:
    archive.ends_after = taken
    report = send(store, captures, at(archive.port))
    assert "ended the connection" in report.problem
    assert report.partly == tuple(captures[:taken])
    assert report.not_stored == tuple(captures[taken:])


def test_a_connection_that_ended_between_two_messages_is_told(archive: Archive) -> None:
    entity = AE()
    entity.add_requested_context(ECHO)
    association = entity.associate("127.0.0.1", archive.port)
    association.release()
    sender = pacs._Sender(association, at(archive.port), "FACEQA", pacs._Progress())
    with pytest.raises(pacs._LostError, match="ended the connection"):
        sender._status(association.send_c_echo)


def test_sending_can_be_stopped_between_captures(
    store: CaptureStore, captures: list[str], archive: Archive
) -> None:
    report = send_captures(
        store, captures, at(archive.port), who="clerk", progress=lambda done, _: done == 1
    )
    assert report.problem == "Sending was stopped."
    assert report.stored == (captures[0],)
    assert report.not_stored == tuple(captures[1:])


def test_what_the_audit_trail_could_not_take_is_told(
    store: CaptureStore, captures: list[str], monkeypatch: pytest.MonkeyPatch, archive: Archive
) -> None:
    monkeypatch.setattr("faceqa_gui.records.index.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(store.root / INDEX_NAME)) as other:
        other.execute("BEGIN IMMEDIATE")
        report = send(store, captures[:1], at(archive.port))
        other.rollback()
    assert report.stored == (captures[0],)
    assert "held by another program" in report.audit_problem
    assert not report.is_whole


# What is no archive


@pytest.fixture
def silent() -> Iterator[int]:
    """A port that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield int(server.getsockname()[1])


@pytest.fixture
def abrupt() -> Iterator[int]:
    """A port that ends every connection at once."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def hang_up() -> None:
            while True:
                try:
                    server.accept()[0].close()
                except OSError:
                    return

        thread = threading.Thread(target=hang_up)
        thread.start()
        yield int(server.getsockname()[1])
        server.shutdown(socket.SHUT_RDWR)
        thread.join()


def test_a_port_without_an_archive_is_told(store: CaptureStore, captures: list[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = int(server.getsockname()[1])
    assert "cannot be reached" in send(store, captures, at(port)).problem


def test_a_host_that_nobody_knows_is_told(store: CaptureStore, captures: list[str]) -> None:
    peer = Peer("ARCHIVE", "no.such.host.invalid", 104)
    assert "is not known" in send(store, captures, peer).problem
    too_long = Peer("ARCHIVE", "a" * 300, 104)
    assert "is not known" in send(store, captures, too_long).problem


def test_a_program_that_is_no_archive_is_told(
    store: CaptureStore, captures: list[str], silent: int, abrupt: int
) -> None:
    hasty = Line(timeout_seconds=0.3)
    for port in (silent, abrupt):
        report = send(store, captures, at(port), hasty)
        assert "does not answer as a DICOM archive does" in report.problem
        assert report.not_stored == tuple(captures)


def test_a_host_that_does_not_answer_is_given_up(store: CaptureStore, captures: list[str]) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        with socket.socket() as first, socket.socket() as second:
            for waiting in (first, second):
                waiting.setblocking(False)  # noqa: FBT003 - the socket's own interface
                waiting.connect_ex(server.getsockname())
            port = int(server.getsockname()[1])
            report = send(store, captures, at(port), Line(timeout_seconds=0.3))
    assert "does not answer" in report.problem


def test_pictures_travel_encrypted_to_an_archive_that_is_who_it_says(
    store: CaptureStore, captures: list[str], tmp_path: Path
) -> None:
    theirs, ours = (loopback_certificate(tmp_path, name) for name in ("theirs", "ours"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=str(ours))
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_cert_chain(theirs)
    line = Line(tls=True, authorities=theirs, certificate=ours, timeout_seconds=20.0)
    stranger = Line(tls=True, certificate=ours, timeout_seconds=20.0)
    with running_archive(tls=context) as archive:
        assert send(store, captures[:1], at(archive.port), line).is_whole
        assert len(archive.received) == 3
        report = send(store, captures, at(archive.port), stranger)
        assert "certificate of ARCHIVE@127.0.0.1" in report.problem
        assert "is not trusted (self-signed certificate)" in report.problem
        nameless = Line(tls=True, authorities=theirs, timeout_seconds=20.0)
        report = send(store, captures, at(archive.port), nameless)
        assert "or a certificate of ours" in report.problem
        elsewhere = Peer("ARCHIVE", "localhost", archive.port)
        assert "is not trusted (Hostname mismatch" in send(store, captures, elsewhere, line).problem
    assert len(archive.received) == 3


def test_tls_to_a_port_without_it_is_told(
    store: CaptureStore, captures: list[str], abrupt: int
) -> None:
    report = send(store, captures, at(abrupt), Line(tls=True, timeout_seconds=0.5))
    assert "does not talk TLS as asked" in report.problem


def test_certificates_that_cannot_be_used_are_refused_before_anything_is_sent(
    store: CaptureStore, captures: list[str], tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.pem"
    wrong.write_text("no certificate")
    for line in (
        Line(tls=True, authorities=wrong),
        Line(tls=True, authorities=tmp_path / "missing.pem"),
        Line(tls=True, certificate=wrong),
    ):
        with pytest.raises(PeerError, match="certificates for TLS cannot be used"):
            send(store, captures, at(1), line)

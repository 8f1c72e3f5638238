"""Captures in a real archive: Orthanc, started for the test, asked over REST and over DICOM."""

import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset
from pynetdicom import AE, build_role, evt
from support.capture_records import make_record
from support.certificates import loopback_certificate
from support.dicom_captures import (
    PHOTOGRAPH,
    UV_NAMES,
    VISIBLE_NAMES,
    picture,
    pictures,
    saved,
    uv_record,
    validator_says,
)
from support.orthanc import TITLE, Orthanc, orthanc_program, running_orthanc

from faceqa_gui.cli import main
from faceqa_gui.records.dicom import dicom_bytes, dicom_image, dicom_uid
from faceqa_gui.records.dicom_patient import Patient
from faceqa_gui.records.pacs import Line, Peer, send_captures
from faceqa_gui.records.seal import Sealer
from faceqa_gui.records.store import CaptureStore

pytestmark = pytest.mark.skipif(
    orthanc_program() is None, reason="Orthanc (Debian package orthanc) is not installed"
)

NAMES = VISIBLE_NAMES + UV_NAMES
GET = "1.2.840.10008.5.1.4.1.2.2.3"
PATIENCE = Line(timeout_seconds=20.0)


@pytest.fixture(scope="module")
def orthanc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Orthanc]:
    with running_orthanc(tmp_path_factory.mktemp("orthanc") / "archive") as archive:
        yield archive


@pytest.fixture
def store(tmp_path: Path) -> CaptureStore:
    return CaptureStore(tmp_path / "captures", minimum_free_bytes=0, sealer=Sealer(b"k" * 32))


def peer(port: int, title: str = TITLE) -> Peer:
    return Peer(title, "127.0.0.1", port)


def objects_of(archive: Orthanc, capture: str) -> dict[str, Dataset]:
    """What the archive holds of a capture, by UID, as it came."""
    found = json.loads(
        archive.post(
            "/tools/find",
            {"Level": "Instance", "Query": {"StudyInstanceUID": str(dicom_uid(capture))}},
        )
    )
    read = [pydicom.dcmread(io.BytesIO(archive.get(f"/instances/{i}/file"))) for i in found]
    return {str(dataset.SOPInstanceUID): dataset for dataset in read}


def fetched(archive: Orthanc, capture: str) -> dict[str, Dataset]:
    """The same over DICOM (C-GET)."""
    received: dict[str, Dataset] = {}

    def keep(event: evt.Event) -> int:
        dataset = event.dataset
        dataset.file_meta = event.file_meta
        received[str(dataset.SOPInstanceUID)] = dataset
        return 0x0000

    entity = AE(ae_title="READER")
    entity.add_requested_context(GET)
    entity.add_requested_context(PHOTOGRAPH)
    association = entity.associate(
        "127.0.0.1",
        archive.dicom_port,
        ae_title=TITLE,
        ext_neg=[build_role(PHOTOGRAPH, scp_role=True)],
        evt_handlers=[(evt.EVT_C_STORE, keep)],
    )
    assert association.is_established
    wanted = Dataset()
    wanted.QueryRetrieveLevel = "STUDY"
    wanted.StudyInstanceUID = dicom_uid(capture)
    statuses = [status.Status for status, _ in association.send_c_get(wanted, GET)]
    association.release()
    assert statuses[-1] == 0x0000
    return received


def test_what_was_sent_comes_back_bit_for_bit_with_every_tag(
    orthanc: Orthanc, store: CaptureStore, tmp_path: Path
) -> None:
    record = uv_record(make_record(subject="Änne Öz"))
    capture = saved(store, record, pictures(NAMES, height=240))
    report = send_captures(
        store,
        [capture],
        peer(orthanc.dicom_port),
        who="clerk",
        patient=Patient(name="Öz^Änne", accession="A-1"),
        line=PATIENCE,
    )
    assert report.is_whole, report
    for held in (objects_of(orthanc, capture), fetched(orthanc, capture)):
        assert len(held) == len(NAMES)
        for seed, name in enumerate(NAMES):
            dataset = held[str(dicom_uid(capture, name))]
            pixels = picture(seed, 240)
            np.testing.assert_array_equal(dataset.pixel_array, pixels)
            patient = Patient("Änne Öz", "Öz^Änne", "A-1")
            sent = dicom_bytes(dicom_image(record, name, pixels, patient))
            assert dataset == pydicom.dcmread(io.BytesIO(sent))
            if shutil.which("dciodvfy"):
                path = tmp_path / "back.dcm"
                dataset.save_as(path, enforce_file_format=True)
                assert validator_says(path)[0] == []


def test_sending_again_gives_the_archive_nothing_new(orthanc: Orthanc, store: CaptureStore) -> None:
    captures = [saved(store), saved(store)]
    before = orthanc.statistics()
    for _ in range(2):
        report = send_captures(
            store, captures, peer(orthanc.dicom_port), who="clerk", line=PATIENCE
        )
        assert report.is_whole
    after = orthanc.statistics()
    assert after["CountStudies"] - before["CountStudies"] == 2
    assert after["CountSeries"] - before["CountSeries"] == 4
    assert after["CountInstances"] - before["CountInstances"] == 6


def test_a_wrong_title_is_refused_by_the_archive(orthanc: Orthanc, store: CaptureStore) -> None:
    report = send_captures(
        store, [saved(store)], peer(orthanc.dicom_port, "OTHER"), who="clerk", line=PATIENCE
    )
    assert "is not called OTHER" in report.problem
    assert len(report.not_stored) == 1


def test_its_web_port_is_no_archive(orthanc: Orthanc, store: CaptureStore) -> None:
    report = send_captures(
        store,
        [saved(store)],
        peer(orthanc.http_port),
        who="clerk",
        line=Line(timeout_seconds=2.0),
    )
    assert "does not answer as a DICOM archive does" in report.problem


def test_an_archive_that_does_not_know_us_or_is_gone_stores_nothing(
    store: CaptureStore, tmp_path: Path
) -> None:
    capture = saved(store)
    strict = {"DicomAlwaysAllowStore": False, "DicomCheckModalityHost": False}
    with running_orthanc(tmp_path / "strict", strict) as archive:
        report = send_captures(
            store, [capture], peer(archive.dicom_port), who="clerk", line=PATIENCE
        )
        assert report.not_stored == (capture,)
        assert "Check that it knows us as FACEQA" in report.problem
        assert archive.statistics()["CountInstances"] == 0
    gone = send_captures(store, [capture], peer(archive.dicom_port), who="clerk", line=PATIENCE)
    assert "cannot be reached" in gone.problem


def test_the_command_sends_over_tls_and_names_its_failures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path))
    store = CaptureStore(tmp_path / "captures", minimum_free_bytes=0)
    capture = saved(store)
    theirs, ours = (loopback_certificate(tmp_path, name) for name in ("theirs", "ours"))
    settings = {
        "DicomTlsEnabled": True,
        "DicomTlsCertificate": str(theirs),
        "DicomTlsPrivateKey": str(theirs),
        "DicomTlsTrustedCertificates": str(ours),
    }
    with running_orthanc(tmp_path / "secure", settings) as archive:
        command = [
            "records",
            "export",
            "--send",
            f"{TITLE}@127.0.0.1:{archive.dicom_port}",
            "--tls",
        ]
        certificates = ["--tls-ca", str(theirs), "--tls-certificate", str(ours)]
        assert main([*command, *certificates]) == 0
        assert len(objects_of(archive, capture)) == 3
        assert capsys.readouterr().out.startswith("1 of 1 captures are stored in ARCHIVE@127.0.0.1")
        assert main(command) == 1
    output = capsys.readouterr()
    assert "is not trusted (self-signed certificate)" in output.err
    assert f"not stored: {capture}" in output.out

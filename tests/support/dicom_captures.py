"""Captures with real pictures, and a real archive that refuses what a test wants refused."""

import ssl
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from pydicom.dataset import Dataset
from pydicom.uid import UID
from pynetdicom import AE, ALL_TRANSFER_SYNTAXES, evt

from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.records.picture_bytes import png_bytes
from faceqa_gui.records.record import (
    CaptureRecord,
    DeviceRecord,
    UvFrameRecord,
    UvPictureRecord,
)
from faceqa_gui.records.store import CaptureStore
from support.capture_records import EXPOSURE, make_record

ECHO = UID("1.2.840.10008.1.1")
PHOTOGRAPH = UID("1.2.840.10008.5.1.4.1.1.77.1.4")
VISIBLE_NAMES = ("frame.png", "face.png", "explanation.png")
UV_NAMES = ("uv.png", "uv_registered.png", "uv_visible.png")


def picture(seed: int, height: int = 12, width: int = 17) -> Pixels:
    """Noise, so that no two pixels may be confused; an odd number of values by default."""
    values = np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)
    return np.asarray(values, np.uint8)


def pictures(names: tuple[str, ...] = VISIBLE_NAMES, height: int = 12) -> dict[str, bytes]:
    """Files of a capture, each with another picture."""
    return {name: png_bytes(picture(seed, height)) for seed, name in enumerate(names)}


def uv_record(record: CaptureRecord) -> CaptureRecord:
    """The record of a capture with real light and a UV camera, 0.4 s after the judged frame."""
    taken = UvFrameRecord(
        sequence=3,
        width=17,
        height=12,
        captured_monotonic=record.captured_monotonic + 0.4,
        visible_sequence=44,
        offset_seconds=0.01,
        crop=Box(0, 1, 17, 10),
        registered_width=17,
        registered_height=12,
        checks=(),
    )
    update = {
        "uv_picture": UvPictureRecord(
            source="UV camera", source_kind="camera", taken=taken, problem="The picture is dark."
        ),
        "device": DeviceRecord(name="Lamp 365", simulated=False),
        "exposure": EXPOSURE.model_copy(
            update={"simulated": False, "dose_joules_per_square_metre": 12.5}
        ),
        "frame": record.frame.model_copy(update={"source_kind": "camera", "source": "HD Cam"}),
    }
    return record.model_copy(update=update)


def saved(
    store: CaptureStore,
    record: CaptureRecord | None = None,
    files: Mapping[str, bytes] | None = None,
) -> str:
    """Store a capture; its identifier."""
    stored = store.save(record or make_record(), pictures() if files is None else files)
    return stored.identifier


def validator_says(path: Path) -> tuple[list[str], list[str]]:
    """Errors and warnings that dciodvfy finds in a DICOM file."""
    run = subprocess.run(
        ["dciodvfy", "-new", str(path)], capture_output=True, text=True, check=False, timeout=60
    )
    lines = (run.stdout + run.stderr).splitlines()
    assert "VLPhotographicImage" in lines, lines
    errors = [line for line in lines if line.startswith("Error")]
    assert bool(errors) == bool(run.returncode), lines
    return errors, [line for line in lines if line.startswith("Warning")]


class Archive:
    """An archive that answers as a test wants.

    Attributes:
        port: where it listens.
        entity: decides which associations it accepts.
        received: what it was sent, also what it refused.
        store_statuses: answers to C-STORE, in order; then success.
        echo_status: its answer to C-ECHO.
        ends_after: how many objects it takes before it ends the connection instead of answering.
    """

    def __init__(self, entity: AE) -> None:
        self.port = 0
        self.entity = entity
        self.received: list[Dataset] = []
        self.store_statuses: list[int] = []
        self.reset()

    def reset(self) -> None:
        """Accept everything again."""
        self.entity.require_called_aet = False
        self.entity.require_calling_aet = []
        self.entity.maximum_associations = 10
        self.received.clear()
        self.store_statuses.clear()
        self.echo_status = 0x0000
        self.ends_after: int | None = None

    def on_store(self, event: evt.Event) -> int:
        """Answer a C-STORE."""
        if self.ends_after is not None and len(self.received) >= self.ends_after:
            event.assoc.abort(block=False)
            return 0xC000
        dataset = event.dataset
        dataset.file_meta = event.file_meta
        self.received.append(dataset)
        return self.store_statuses.pop(0) if self.store_statuses else 0x0000

    def on_echo(self, _event: evt.Event) -> int:
        """Answer a C-ECHO."""
        return self.echo_status


@contextmanager
def running_archive(
    *,
    classes: tuple[UID, ...] = (ECHO, PHOTOGRAPH),
    syntaxes: tuple[str, ...] = tuple(ALL_TRANSFER_SYNTAXES),
    tls: ssl.SSLContext | None = None,
) -> Iterator[Archive]:
    """A pynetdicom archive on loopback."""
    entity = AE()
    archive = Archive(entity)
    for sop_class in classes:
        entity.add_supported_context(sop_class, list(syntaxes))
    server = entity.start_server(
        ("127.0.0.1", 0),
        block=False,
        ae_title="ARCHIVE",
        ssl_context=tls,
        evt_handlers=[(evt.EVT_C_STORE, archive.on_store), (evt.EVT_C_ECHO, archive.on_echo)],
    )
    assert server is not None
    archive.port = int(server.server_address[1])
    try:
        yield archive
    finally:
        server.shutdown()
        entity.shutdown()

"""The ghost is the newest capture of exactly this subject, or nothing."""

from pathlib import Path

import numpy as np
import pytest
from support.stored_captures import PICTURES, full_record

from faceqa_gui.errors import StoreError
from faceqa_gui.frames.frame import Box, Region
from faceqa_gui.records.picture_bytes import png_bytes
from faceqa_gui.records.previous_face import previous_face
from faceqa_gui.records.record import CaptureRecord
from faceqa_gui.records.store import CaptureStore

REGION, FACE = Region(8, 0, 48), Box(20, 10, 20, 24)


def stored(store: CaptureStore, subject: str, grey: int, minutes: int, **changes: object) -> None:
    record = full_record(subject, minutes=minutes).model_copy(
        update={"region": REGION, "face": FACE, **changes}
    )
    store.begin(record)
    frame = png_bytes(np.full((48, 64, 3), grey, np.uint8))
    store.save(record, {**PICTURES, "frame.png": frame})


@pytest.fixture
def store(tmp_path: Path) -> CaptureStore:
    made = CaptureStore(tmp_path, minimum_free_bytes=0)
    stored(made, "Ada", 40, 0)
    stored(made, "Ada", 50, 10)
    stored(made, "Bea", 60, 20)
    stored(made, "Cleo", 70, 30, face=None)
    stored(made, "", 80, 40)
    return made


def test_it_is_the_newest_capture_of_the_subject(store: CaptureStore) -> None:
    found = previous_face(store, "Ada")
    assert found is not None
    assert found.subject == "Ada"
    assert found.pixels.shape == (48, 48, 3)
    assert set(found.pixels.ravel()) == {50}
    assert found.face == Box(12, 10, 20, 24)


@pytest.mark.parametrize("subject", ["", "ada", "Ada ", "Ad", "Dora", "Cleo"])
def test_nobody_else_is_ever_shown(store: CaptureStore, subject: str) -> None:
    assert previous_face(store, subject) is None


def test_a_capture_that_was_only_begun_is_none(store: CaptureStore) -> None:
    begun: CaptureRecord = full_record("Dora", minutes=50)
    store.begin(begun)
    assert previous_face(store, "Dora") is None


def test_an_altered_picture_is_refused(store: CaptureStore) -> None:
    for path in store.root.glob("*/*/frame.png"):
        path.chmod(0o600)
        path.write_bytes(b"something else")
    with pytest.raises(StoreError):
        previous_face(store, "Ada")


def test_an_index_that_names_somebody_else_is_not_believed(
    store: CaptureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [row.model_copy(update={"subject": "Eve"}) for row in store.summaries()]
    monkeypatch.setattr(store, "summaries", lambda: rows)
    assert previous_face(store, "Eve") is None

"""What was given today is learned once; until then, real light is not allowed."""

from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

from faceqa_gui.dose_desk import DoseDesk
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import UvSettings


def test_the_store_is_read_again_only_until_it_could_be_read(tmp_path: Path) -> None:
    desk = DoseDesk(lambda: datetime.now(UTC))
    store = CaptureStore(tmp_path / "captures", minimum_free_bytes=0)
    store.root.mkdir()
    (tmp_path / "captures" / "index.sqlite").write_bytes(b"no index" * 100)
    desk.read(store)
    assert "real UV light stays off" in desk.problem
    assert not desk.allows("", UvSettings(), simulated=False)

    desk.read(CaptureStore(tmp_path / "another", minimum_free_bytes=0))
    assert desk.problem == ""
    assert desk.allows("", UvSettings(), simulated=False)

    with patch("faceqa_gui.dose_desk.DoseLedger") as ledger:
        desk.read(store)
    ledger.assert_not_called()

"""Rows S1 and S3 of the fault list, in the windows: a full disk and a read-only folder are seen."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from support.station_bench import SETTINGS, StationBench
from support.stored_captures import PICTURES, full_record, store_of

from faceqa_gui.app import StationApp
from faceqa_gui.frames.no_source import NoSource
from faceqa_gui.records.export_report import ExportKind
from faceqa_gui.records.picture_bytes import png_bytes
from faceqa_gui.station_state import CaptureSummary, WaitsFor
from faceqa_gui.windows.captures_window import CapturesWindow
from faceqa_gui.windows.station_window import StationWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits and modes")


def window_of(qtbot: QtBot, bench: StationBench) -> StationWindow:
    """The window in front of a clear face with closed eyes, after a look at the disk."""
    bench.station.acknowledge()
    bench.make_ready()
    state = bench.station.state()
    window = StationWindow(SETTINGS)
    qtbot.addWidget(window)
    window.show()
    window.show_state(state)
    bench.station.close()
    assert state.waits_for == (WaitsFor.STORAGE,)
    return window


def take_rights(folder: Path, mode: int, right: int) -> None:
    """Leave a folder these rights alone; whom they do not bind cannot run the test."""
    folder.chmod(mode)
    if os.access(folder, right):
        pytest.skip("this user may do anything")


def test_a_full_disk_is_said_in_the_window_before_any_light(qtbot: QtBot, tmp_path: Path) -> None:
    bench = StationBench(tmp_path)
    bench.store._minimum_free_bytes = 2**62
    window = window_of(qtbot, bench)
    said = window.notice_bar.label.text()
    assert window.notice_bar.isVisible()
    assert said.startswith("Captures cannot be stored in ")
    assert "MB are free" in said
    assert said.endswith("Free some space.")
    assert window.uv_button.accessibleDescription() == "waiting: room to store"
    assert not bench.station.press()


@posix
def test_a_read_only_folder_is_said_in_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    bench = StationBench(tmp_path)
    take_rights(bench.store.root, 0o500, os.W_OK)
    try:
        window = window_of(qtbot, bench)
    finally:
        bench.store.root.chmod(0o700)
    assert "Check the folder's permissions" in window.notice_bar.label.text()


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """What a quota does: beyond `size` bytes nothing more is written to a file."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.fixture
def captures(qtbot: QtBot, tmp_path: Path) -> Iterator[CapturesWindow]:
    record = full_record("Ada")
    store = store_of(tmp_path / "captures")
    noise = np.random.default_rng(7).integers(0, 256, (320, 320, 3), np.uint8)
    store.save(record, {**PICTURES, "frame.png": png_bytes(noise)})
    window = CapturesWindow(store, who=lambda: "front desk 2")
    qtbot.addWidget(window)
    window.show_captures(record.identifier)
    qtbot.waitUntil(lambda: "Ada" in window.details.title.text())
    yield window
    window.stop()
    assert window.reader.wait(5000)


@posix
def test_a_quota_that_is_reached_by_an_export_is_said(
    qtbot: QtBot, captures: CapturesWindow, tmp_path: Path
) -> None:
    target = tmp_path / "out.zip"
    with files_no_larger_than(200_000):
        captures._export([captures.list.current], target, ExportKind.ZIP)
        qtbot.waitUntil(captures.export_button.isEnabled)
    assert "the disk or its quota is full. Free some space" in captures.status.text()
    assert not target.exists()


@posix
def test_an_export_into_a_read_only_folder_is_said(
    qtbot: QtBot, captures: CapturesWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "read-only"
    folder.mkdir()
    take_rights(folder, 0o500, os.W_OK)
    try:
        captures._export([captures.list.current], folder / "out.zip", ExportKind.ZIP)
        qtbot.waitUntil(captures.export_button.isEnabled)
    finally:
        folder.chmod(0o700)
    assert "Check the folder's permissions." in captures.status.text()


@posix
def test_captures_that_may_not_be_read_are_said(
    qtbot: QtBot, captures: CapturesWindow, tmp_path: Path
) -> None:
    root = tmp_path / "captures"
    captures.hide()
    take_rights(root, 0, os.R_OK)
    try:
        captures.show_captures()
        qtbot.waitUntil(lambda: captures.count.text().startswith("▲ "))
    finally:
        root.chmod(0o700)


def test_a_capture_opens_from_the_film_strip_and_its_verdict_goes_back_there(
    qtbot: QtBot, tmp_path: Path
) -> None:
    app = StationApp(SETTINGS, NoSource(), folder=tmp_path)
    qtbot.addWidget(app.window)
    record = full_record("Ada")
    stored = app.store.save(record, PICTURES)
    summary = CaptureSummary(record.identifier, stored.folder, PICTURES["face.png"], completed=True)
    app.station._captures = (summary,)
    try:
        app.window.show()
        app.refresh()
        app.window.film_strip.thumbnails[0].click()
        qtbot.waitUntil(lambda: "Ada" in app.captures.details.title.text())
        app.captures.verify_button.click()
        qtbot.waitUntil(lambda: app.window.film_strip.thumbnails[0].whole is True)
        app.captures.close()
        app.window.film_strip.captures_button.click()
        assert app.captures.isVisible()
    finally:
        app.stop()
    assert not app.captures.isVisible()
    assert not app.captures.is_working

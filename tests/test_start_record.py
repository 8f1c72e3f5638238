"""Counting the starts that crashed, whatever lies where the count should be."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faceqa_gui.start_record import CRASHES_BEFORE_SAFE, START_FILE, StartRecord


def start(folder: Path) -> StartRecord:
    record = StartRecord(folder)
    record.begin()
    return record


def test_two_crashes_in_a_row_make_the_third_start_safe(tmp_path: Path) -> None:
    assert not start(tmp_path).is_safe_start
    assert not start(tmp_path).is_safe_start
    assert start(tmp_path).is_safe_start
    assert start(tmp_path).is_safe_start, "a safe start that crashes is no way out"


def test_a_sound_start_between_two_crashes_ends_the_row(tmp_path: Path) -> None:
    start(tmp_path)
    start(tmp_path).call_sound()
    start(tmp_path)
    assert not start(tmp_path).is_safe_start


def test_a_safe_start_that_ended_cleanly_is_followed_by_a_usual_one(tmp_path: Path) -> None:
    for _ in range(CRASHES_BEFORE_SAFE):
        start(tmp_path)
    safe = start(tmp_path)
    safe.call_sound()
    assert safe.is_safe_start, "it stays what it was"
    assert not start(tmp_path).is_safe_start


@settings(deadline=None)
@given(outcomes=st.lists(st.booleans(), max_size=12))
def test_a_start_is_safe_exactly_when_the_last_two_crashed(
    tmp_path_factory: pytest.TempPathFactory, outcomes: list[bool]
) -> None:
    folder = tmp_path_factory.mktemp("home")
    crashes_in_a_row = 0
    for crashes in outcomes:
        begun = start(folder)
        assert begun.is_safe_start == (crashes_in_a_row >= CRASHES_BEFORE_SAFE)
        if not crashes:
            begun.call_sound()
        crashes_in_a_row = crashes_in_a_row + 1 if crashes else 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[2]",
        b'"3"',
        b"{}",
        b'{"unfinished": true}',
        b'{"unfinished": "9"}',
        b'{"unfinished": 2.5}',
        b'{"unfinished": -7}',
        b'{"unfinished": ' + b"9" * 5000 + b"}",
        b"\xff\xfe\x00",
        b"[" * 900,
    ],
)
def test_a_file_that_says_nothing_counts_from_the_start(tmp_path: Path, content: bytes) -> None:
    (tmp_path / START_FILE).write_bytes(content)
    assert not start(tmp_path).is_safe_start
    assert not start(tmp_path).is_safe_start
    assert start(tmp_path).is_safe_start


def test_a_folder_in_the_place_of_the_file_stops_no_start(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / START_FILE / "inside").mkdir(parents=True)
    assert not start(tmp_path).is_safe_start
    assert "cannot be written" in caplog.text


def test_a_full_disk_stops_no_start_and_keeps_the_old_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(tmp_path)
    start(tmp_path)
    with monkeypatch.context() as full:

        def no_space(_handle: int) -> None:
            raise OSError(28, "No space left on device")

        full.setattr(os, "fsync", no_space)
        assert start(tmp_path).is_safe_start
    assert start(tmp_path).is_safe_start
    assert [path.name for path in tmp_path.iterdir()] == [START_FILE], "nothing is left behind"


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    start(tmp_path)
    assert (tmp_path / START_FILE).stat().st_mode & 0o777 == 0o600

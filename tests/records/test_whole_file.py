"""Files for people to take along: whole or not at all, and never over another one unasked."""

import os
import stat
from pathlib import Path

import pytest

from faceqa_gui.errors import StoreError
from faceqa_gui.records.whole_file import whole_file

WHAT = "The test cannot be written"


def test_a_file_appears_whole_and_for_this_user_only(tmp_path: Path) -> None:
    path = tmp_path / "new"
    with whole_file(path, WHAT, overwrite=False) as stream:
        stream.write(b"content")
        assert not path.exists()
        (part,) = tmp_path.iterdir()
        assert stat.S_IMODE(part.stat().st_mode) == 0o600
    assert path.read_bytes() == b"content"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [OSError(28, "full"), KeyboardInterrupt(), ValueError()])
def test_nothing_of_a_failed_one_stays_and_an_old_one_does(
    tmp_path: Path, error: BaseException
) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old")
    expected = StoreError if isinstance(error, OSError) else type(error)

    def fail() -> None:
        with whole_file(path, WHAT, overwrite=True) as stream:
            stream.write(b"new")
            raise error

    with pytest.raises(expected):
        fail()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_there_is_replaced_only_when_allowed(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old")
    with (
        pytest.raises(StoreError, match="is not overwritten"),
        whole_file(path, WHAT, overwrite=False),
    ):
        pytest.fail("the block must not run")
    with whole_file(path, WHAT, overwrite=True) as stream:
        stream.write(b"new")
    assert path.read_bytes() == b"new"


def test_a_file_that_comes_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with (
        pytest.raises(StoreError, match="is not overwritten"),
        whole_file(path, WHAT, overwrite=False),
    ):
        path.write_bytes(b"another's")
    assert path.read_bytes() == b"another's"
    assert list(tmp_path.iterdir()) == [path]


def test_links_folders_and_missing_folders_are_refused(tmp_path: Path) -> None:
    aim = tmp_path / "aim"
    aim.write_bytes(b"aim")
    (tmp_path / "link").symlink_to(aim)
    (tmp_path / "folder").mkdir()
    for name, sentence in (
        ("link", "no plain file"),
        ("folder", "no plain file"),
        ("none/file", "There is no folder"),
    ):
        with (
            pytest.raises(StoreError, match=sentence),
            whole_file(tmp_path / name, WHAT, overwrite=True),
        ):
            pytest.fail("the block must not run")
    assert aim.read_bytes() == b"aim"


@pytest.mark.skipif(os.name != "posix", reason="needs a device that is always full")
def test_a_full_disk_is_told_in_a_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(StoreError, match="disk or its quota is full"),
        whole_file(tmp_path / "file", WHAT, overwrite=False),
        Path("/dev/full").open("wb", buffering=0) as full,
    ):
        full.write(b"content")
    assert list(tmp_path.iterdir()) == []

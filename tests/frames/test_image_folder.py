import threading
from pathlib import Path

import pytest
from PIL import Image

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.image_folder import ImageFolderSource
from faceqa_gui.frames.source import SourceKind


def _save(path: Path, colour: tuple[int, int, int], size: tuple[int, int] = (20, 10)) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(path)


def test_pictures_of_all_folders_come_in_order_each_held(tmp_path: Path) -> None:
    _save(tmp_path / "b.png", (2, 0, 0), (30, 40))
    _save(tmp_path / "a" / "deep.PNG", (1, 0, 0))
    _save(tmp_path / "c.bmp", (3, 0, 0))
    (tmp_path / "notes.txt").write_text("not a picture")
    source = ImageFolderSource(tmp_path, hold_seconds=0.3, frames_per_second=10, paced=False)
    info = source.open()
    frames = list(iter(source.read, None))
    assert info.kind is SourceKind.STILLS
    assert (info.width, info.height) == (20, 10)
    assert [int(frame.pixels[0, 0, 0]) for frame in frames] == [1, 1, 1, 2, 2, 2, 3, 3, 3]
    assert [frame.sequence for frame in frames] == list(range(9))
    assert (frames[3].width, frames[3].height) == (30, 40)
    assert source.skipped == []


def test_unreadable_pictures_are_skipped_and_listed(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"<html>")
    _save(tmp_path / "b.png", (9, 0, 0))
    (tmp_path / "c.png").write_bytes(b"")
    source = ImageFolderSource(tmp_path, hold_seconds=0.1, paced=False)
    source.open()
    assert [int(frame.pixels[0, 0, 0]) for frame in iter(source.read, None)] == [9]
    assert [path.name for path, _ in source.skipped] == ["a.jpg", "c.png"]
    assert all(path.name in reason for path, reason in source.skipped)


def test_a_single_picture_and_a_loop(tmp_path: Path) -> None:
    _save(tmp_path / "one.png", (5, 0, 0))
    once = ImageFolderSource(tmp_path / "one.png", hold_seconds=0.2, paced=False)
    once.open()
    assert len(list(iter(once.read, None))) == 2
    again = ImageFolderSource(tmp_path / "one.png", hold_seconds=0.2, paced=False, loop=True)
    again.open()
    frames = [again.read() for _ in range(7)]
    assert [frame and frame.sequence for frame in frames] == list(range(7))


def test_a_loop_ends_when_every_picture_has_gone(tmp_path: Path) -> None:
    _save(tmp_path / "one.png", (5, 0, 0))
    source = ImageFolderSource(tmp_path, hold_seconds=0.1, paced=False, loop=True)
    source.open()
    (tmp_path / "one.png").unlink()
    assert len(list(iter(source.read, None))) == 1
    assert [path.name for path, _ in source.skipped] == ["one.png"]


@pytest.mark.parametrize("names", [[], ["broken.jpg"], ["text.txt"]])
def test_nothing_readable_is_one_sentence(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(SourceError, match=tmp_path.name):
        ImageFolderSource(tmp_path).open()


def test_a_missing_path_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="does not exist"):
        ImageFolderSource(tmp_path / "missing").open()


def test_a_loop_of_links_is_walked_once(tmp_path: Path) -> None:
    _save(tmp_path / "one.png", (5, 0, 0))
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    source = ImageFolderSource(tmp_path, hold_seconds=0.1, paced=False)
    source.open()
    assert len(list(iter(source.read, None))) == 1


def test_close_ends_a_waiting_read(tmp_path: Path) -> None:
    _save(tmp_path / "one.png", (5, 0, 0))
    source = ImageFolderSource(tmp_path, hold_seconds=4000.0, frames_per_second=0.001)
    source.open()
    assert source.read() is not None
    threading.Timer(0.05, source.close).start()
    assert source.read() is None
    assert source.read() is None

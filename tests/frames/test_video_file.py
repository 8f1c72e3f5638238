import threading
import time
from pathlib import Path

import numpy as np
import pytest

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.frames.source import SourceKind
from faceqa_gui.frames.video_file import VideoFileSource

_COUNT = 12


def _write_video(path: Path, codec: str = "MJPG", rate: float = 40.0) -> Path:
    """A red clip whose brightness rises with the frame number."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*codec), rate, (64, 48))
    assert writer.isOpened()
    for number in range(_COUNT):
        picture = np.zeros((48, 64, 3), np.uint8)
        picture[:, :, 2] = 60 + 10 * number
        writer.write(picture)
    writer.release()
    return path


@pytest.mark.parametrize(("name", "codec"), [("clip.avi", "MJPG"), ("clip.mp4", "mp4v")])
def test_every_frame_comes_in_order_as_rgb(tmp_path: Path, name: str, codec: str) -> None:
    source = VideoFileSource(_write_video(tmp_path / name, codec), paced=False)
    info = source.open()
    frames = list(iter(source.read, None))
    source.close()
    assert (info.kind, info.width, info.height) == (SourceKind.VIDEO, 64, 48)
    assert info.frames_per_second == pytest.approx(40.0)
    assert [frame.sequence for frame in frames] == list(range(_COUNT))
    red = [float(frame.pixels[:, :, 0].mean()) for frame in frames]
    assert np.allclose(red, [60 + 10 * number for number in range(_COUNT)], atol=8)
    assert max(float(frame.pixels[:, :, 1:].mean()) for frame in frames) < 20


def test_paced_playing_keeps_the_files_rate_and_the_same_pictures(tmp_path: Path) -> None:
    path = _write_video(tmp_path / "clip.avi")
    paced, unpaced = VideoFileSource(path), VideoFileSource(path, paced=False)
    paced.open()
    unpaced.open()
    started = time.monotonic()
    slow = list(iter(paced.read, None))
    assert time.monotonic() - started >= (_COUNT - 1) / 40.0 - 0.005
    fast = list(iter(unpaced.read, None))
    assert all(np.array_equal(a.pixels, b.pixels) for a, b in zip(slow, fast, strict=True))


def test_a_loop_starts_over_with_rising_numbers(tmp_path: Path) -> None:
    source = VideoFileSource(_write_video(tmp_path / "clip.avi"), paced=False, loop=True)
    source.open()
    frames = [source.read() for _ in range(2 * _COUNT + 1)]
    assert [frame and frame.sequence for frame in frames] == list(range(2 * _COUNT + 1))
    first, second = frames[0], frames[_COUNT]
    assert first is not None
    assert second is not None
    assert np.array_equal(first.pixels, second.pixels)
    source.close()


def test_opening_again_starts_at_the_beginning(tmp_path: Path) -> None:
    source = VideoFileSource(_write_video(tmp_path / "clip.avi"), paced=False)
    source.open()
    first = source.read()
    source.read()
    source.open()
    again = source.read()
    assert first is not None
    assert again is not None
    assert again.sequence == 0
    assert np.array_equal(first.pixels, again.pixels)


def test_close_ends_a_waiting_read(tmp_path: Path) -> None:
    source = VideoFileSource(_write_video(tmp_path / "slow.avi", rate=1.0))
    source.open()
    assert source.read() is not None
    threading.Timer(0.05, source.close).start()
    started = time.monotonic()
    assert source.read() is None
    assert time.monotonic() - started < 0.9
    source.close()


@pytest.mark.parametrize("content", [None, b"", b"not a video at all", bytes(5000)])
def test_what_is_no_video_is_one_sentence(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "wrong.mp4"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SourceError, match=r"wrong\.mp4"):
        VideoFileSource(path).open()


def test_a_cut_file_ends_without_another_error(tmp_path: Path) -> None:
    path = _write_video(tmp_path / "clip.avi")
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 85 // 100])
    source = VideoFileSource(path, paced=False)
    source.open()
    assert 0 < len(list(iter(source.read, None))) < _COUNT

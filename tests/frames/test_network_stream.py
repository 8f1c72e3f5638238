import socket
import threading
import time

import numpy as np
import pytest
from support.mjpeg_server import mjpeg_server

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.network_stream import NetworkStreamSource
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.frames.source import SourceKind
from faceqa_gui.settings import CameraSettings


def _jpeg() -> bytes:
    """A red 64×48 picture."""
    picture = np.zeros((48, 64, 3), np.uint8)
    picture[:, :, 2] = 200
    encoded, content = cv2.imencode(".jpg", picture)
    assert encoded
    return content.tobytes()


def test_frames_arrive_as_rgb_with_rising_numbers() -> None:
    with mjpeg_server(_jpeg()) as address:
        source = NetworkStreamSource(address)
        info = source.open()
        frames = [source.read() for _ in range(5)]
        source.close()
        assert source.read() is None
    assert (info.kind, info.width, info.height) == (SourceKind.STREAM, 64, 48)
    assert info.frames_per_second > 0
    assert [frame and frame.sequence for frame in frames] == list(range(5))
    for frame in frames:
        assert frame is not None
        assert np.abs(frame.pixels.reshape(-1, 3).mean(axis=0) - (200, 0, 0)).max() < 10


@pytest.mark.parametrize("degrees", [0, 90])
def test_a_network_camera_on_its_side_is_turned(degrees: int) -> None:
    wanted = CameraSettings.model_validate({"rotation_degrees": degrees})
    with mjpeg_server(_jpeg()) as address:
        source = NetworkStreamSource(address, wanted=wanted)
        info, frame = source.open(), source.read()
        source.want(CameraSettings())
        source.close()
        # What is wanted from then on holds from the next opening on.
        upright = source.open()
        source.close()
    assert frame is not None
    assert (frame.width, frame.height) == (info.width, info.height)
    assert (info.width, info.height) == ((48, 64) if degrees else (64, 48))
    assert (upright.width, upright.height) == (64, 48)


def test_a_dropped_stream_is_an_error_and_can_be_opened_again() -> None:
    with mjpeg_server(_jpeg(), parts=30) as address:
        source = NetworkStreamSource(address)
        source.open()
        numbers: list[int] = []
        with pytest.raises(SourceError, match="stopped sending pictures"):
            numbers.extend(frame.sequence for frame in iter(source.read, None))
        source.open()
        frame = source.read()
        source.close()
    assert frame is not None
    assert frame.sequence > max(numbers)


def test_a_silent_stream_is_lost() -> None:
    with mjpeg_server(_jpeg(), parts=30, stalls=True) as address:
        source = NetworkStreamSource(address, silence_seconds=0.3)
        source.open()
        with pytest.raises(SourceError, match="stopped sending pictures"):
            list(iter(source.read, None))
        source.close()


def test_close_ends_a_waiting_read() -> None:
    with mjpeg_server(_jpeg(), parts=30, stalls=True) as address:
        source = NetworkStreamSource(address, silence_seconds=20.0)
        source.open()
        threading.Timer(1.0, source.close).start()
        started = time.monotonic()
        list(iter(source.read, None))
        assert time.monotonic() - started < 10.0


def test_a_refused_port_is_one_sentence_without_the_password() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    source = NetworkStreamSource(f"http://user:secret@127.0.0.1:{port}/s.mjpg?token=secret")
    with pytest.raises(SourceError, match=rf"http://127\.0\.0\.1:{port}/s\.mjpg cannot") as caught:
        source.open()
    assert "secret" not in str(caught.value)
    assert source.read() is None


def test_an_answer_that_is_no_video_is_one_sentence() -> None:
    with mjpeg_server(b"no picture", parts=3) as address:
        source = NetworkStreamSource(address, open_seconds=2.0, silence_seconds=0.5)
        with pytest.raises(SourceError, match="http://127"):
            source.open()


@pytest.mark.parametrize("address", ["ftp://host/x", "http://", "http://host:port/x", "rtsp"])
def test_an_unusable_address_is_refused(address: str) -> None:
    with pytest.raises(SourceError, match="address cannot be used"):
        NetworkStreamSource(address)

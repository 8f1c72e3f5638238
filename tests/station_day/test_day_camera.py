"""The camera and the lamp of a played day."""

import threading

import numpy as np
import pytest

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.directed_camera import DirectedCamera
from faceqa_gui.frames.source import SourceKind
from faceqa_gui.uv.device import UvError, UvStatus
from faceqa_gui.uv.failing import FailingUv

DARK, BRIGHT = (np.full((36, 64, 3), level, np.uint8) for level in (40, 200))


def test_it_shows_what_it_is_told_and_knows_what_each_frame_shows() -> None:
    camera = DirectedCamera(DARK, "dark", 200.0)
    assert camera.open().kind is SourceKind.DEMONSTRATION
    seen: set[str] = set()
    for _ in range(400):
        frame = camera.read()
        assert frame is not None
        label = camera.label_of(frame.captured_at)
        assert bool(frame.pixels.mean() > 120) == (label == "bright")
        if not seen:
            camera.show(BRIGHT, "bright")
        seen.add(label)
        if seen == {"dark", "bright"}:
            break
    camera.close()
    assert seen == {"dark", "bright"}


def _read_on(camera: DirectedCamera) -> None:
    while camera.read() is not None:
        pass


def test_it_is_lost_when_it_is_unplugged_and_comes_back() -> None:
    camera = DirectedCamera(DARK, "dark", 200.0)
    camera.open()
    first = camera.read()
    camera.unplug()
    with pytest.raises(SourceError):
        _read_on(camera)
    with pytest.raises(SourceError, match="not there"):
        camera.open()
    camera.plug()
    camera.open()
    again = camera.read()
    camera.close()
    assert first is not None
    assert again is not None
    assert again.sequence > first.sequence


def test_a_lamp_that_fails_goes_dark_at_once_and_refuses_until_it_is_mended() -> None:
    lamp = FailingUv()
    lamp.arm()
    threading.Timer(0.05, lamp.fail).start()
    exposure = lamp.expose(2.0)
    assert not exposure.completed
    assert exposure.duration_seconds < 2.0
    assert lamp.status() is UvStatus.FAULT
    assert lamp.info.problem
    with pytest.raises(UvError):
        lamp.arm()
    with pytest.raises(UvError):
        lamp.expose(0.1)
    lamp.mend()
    assert lamp.status() is UvStatus.OFF
    assert not lamp.info.problem
    lamp.arm()
    lamp.abort()
    lamp.close()
    assert lamp.status() is UvStatus.FAULT

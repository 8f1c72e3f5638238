import threading
import time

from faceqa_gui.frames.pace import Pace


def test_frames_come_no_faster_than_their_rate() -> None:
    pace = Pace(50.0)
    stop = threading.Event()
    started = time.monotonic()
    assert all(pace.wait(stop) for _ in range(11))
    assert time.monotonic() - started >= 10 / 50.0 - 0.005


def test_a_late_frame_is_not_followed_by_a_burst() -> None:
    pace = Pace(20.0)
    stop = threading.Event()
    pace.wait(stop)
    time.sleep(0.3)
    started = time.monotonic()
    for _ in range(4):
        pace.wait(stop)
    # One frame may follow at once; the six that were missed may not.
    assert time.monotonic() - started >= 2 / 20.0 - 0.005


def test_a_set_stop_ends_the_wait() -> None:
    pace = Pace(0.001)
    stop = threading.Event()
    assert pace.wait(stop)
    threading.Timer(0.05, stop.set).start()
    assert not pace.wait(stop)

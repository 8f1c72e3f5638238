import threading

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.frames.frame import Frame
from faceqa_gui.frames.latest import LatestFrame


def _frame(sequence: int) -> Frame:
    return Frame(np.zeros((2, 2, 3), np.uint8), sequence, 0.0, "test")


@given(st.lists(st.sampled_from(["put", "take"]), max_size=60))
def test_holds_never_more_than_the_newest_frame(steps: list[str]) -> None:
    slot = LatestFrame()
    put = taken = 0
    newest: int | None = None
    for step in steps:
        if step == "put":
            slot.put(_frame(put))
            newest = put
            put += 1
            continue
        frame = slot.take(timeout=0.0)
        assert (None if frame is None else frame.sequence) == newest
        taken += frame is not None
        newest = None
    assert slot.dropped == put - taken - (newest is not None)


def test_frames_arrive_in_rising_order_across_threads() -> None:
    slot = LatestFrame()
    count = 2000

    def produce() -> None:
        for number in range(count):
            slot.put(_frame(number))

    producer = threading.Thread(target=produce)
    producer.start()
    seen: list[int] = []
    while not seen or seen[-1] != count - 1:
        frame = slot.take(timeout=10.0)
        assert frame is not None
        seen.append(frame.sequence)
    producer.join()
    assert seen == sorted(set(seen))
    assert slot.dropped == count - len(seen)


def test_close_wakes_a_waiting_taker_and_forgets_the_frame() -> None:
    slot = LatestFrame()
    answers: list[Frame | None] = []
    taker = threading.Thread(target=lambda: answers.append(slot.take()))
    taker.start()
    slot.close()
    taker.join(timeout=10.0)
    assert answers == [None]
    slot.put(_frame(0))
    assert slot.take(timeout=0.0) is None

"""Work in a process of its own: its answer, its refusal, its loss, pause and cancel."""

import os
import threading
import time

import pytest

from faceqa_gui.errors import DatasetError, RunError
from faceqa_gui.lab.child_work import ChildWork, Talk


def count(talk: Talk, steps: int) -> int:
    for done in range(1, steps + 1):
        talk.step(done, steps)
        time.sleep(0.005)
    return os.getpid()


def refuse(_talk: Talk) -> None:
    raise DatasetError("No such pictures. Choose others.")


def stumble(_talk: Talk) -> None:
    raise ZeroDivisionError


def vanish(_talk: Talk) -> None:
    os._exit(3)


def never_listens(talk: Talk) -> None:
    talk.progress(0, 1)
    time.sleep(60)


def test_it_works_elsewhere_and_tells_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    found = ChildWork(count, 4).run(lambda done, total: told.append((done, total)))
    assert isinstance(found, int)
    assert found != os.getpid()
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_refusal_comes_back_as_it_was_raised() -> None:
    with pytest.raises(DatasetError, match="No such pictures"):
        ChildWork(refuse).run(lambda _done, _total: None)


def test_what_nobody_foresaw_becomes_one_sentence() -> None:
    with pytest.raises(RunError, match=r"ZeroDivisionError in test_child_work\.py, line"):
        ChildWork(stumble).run(lambda _done, _total: None)


def test_a_lost_process_is_noticed() -> None:
    with pytest.raises(RunError, match="ended before it was done"):
        ChildWork(vanish).run(lambda _done, _total: None)


def test_paused_work_waits_and_goes_on() -> None:
    work = ChildWork(count, 100)
    told: list[int] = []
    paused = threading.Event()

    def report(done: int, _total: int) -> None:
        told.append(done)
        if done == 3:
            work.pause()
            paused.set()

    thread = threading.Thread(target=work.run, args=(report,))
    thread.start()
    assert paused.wait(60)
    time.sleep(0.5)
    stood = len(told)
    time.sleep(0.5)
    assert len(told) == stood < 100
    work.resume()
    thread.join(60)
    assert told == list(range(1, 101))


def test_cancelled_work_ends_also_when_it_does_not_listen(monkeypatch: pytest.MonkeyPatch) -> None:
    for function, patience in ((count, 60.0), (never_listens, 0.2)):
        monkeypatch.setattr("faceqa_gui.lab.child_work._PATIENCE_SECONDS", patience)
        work = ChildWork(function, *((100_000,) if function is count else ()))

        def report(_done: int, _total: int, work: ChildWork = work) -> None:
            work.cancel()

        with pytest.raises(RunError, match="Cancelled"):
            work.run(report)
        work.pause()  # has ended: nothing happens

"""A live frame waits for one batch at most, and a batch for one frame."""

import itertools
import threading

import pytest

from faceqa_gui.turns import Turns


def test_a_live_turn_goes_before_the_next_background_turn() -> None:
    turns = Turns()
    order: list[str] = []
    entered = threading.Event()
    finish = threading.Event()

    def explain() -> None:
        with turns.background():
            entered.set()
            finish.wait(10)
            order.append("first batch")
        for _ in range(3):
            with turns.background():
                order.append("batch")

    def judge() -> None:
        with turns.live():
            order.append("frame")

    explainer = threading.Thread(target=explain)
    explainer.start()
    assert entered.wait(10)
    judge_thread = threading.Thread(target=judge)
    judge_thread.start()
    while not turns._live_waiting:
        threading.Event().wait(0.001)
    finish.set()
    explainer.join(10)
    judge_thread.join(10)
    assert order == ["first batch", "frame", "batch", "batch", "batch"]


def test_turns_never_overlap() -> None:
    turns = Turns()
    inside = 0
    most = 0

    def work(*, live: bool) -> None:
        nonlocal inside, most
        for _ in range(200):
            with turns.live() if live else turns.background():
                inside += 1
                most = max(most, inside)
                inside -= 1

    threads = [threading.Thread(target=work, kwargs={"live": n % 2 == 0}) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert most == 1


def test_neither_kind_starves_the_other() -> None:
    turns = Turns()
    order: list[str] = []
    start = threading.Barrier(2)

    def work(name: str) -> None:
        start.wait(10)
        for _ in range(50):
            with turns.live() if name == "frame" else turns.background():
                order.append(name)
                threading.Event().wait(0.001)

    threads = [threading.Thread(target=work, args=(name,)) for name in ("frame", "batch")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    both = order[: max(order.index("frame"), order.index("batch")) + 60]
    longest = max(len(list(group)) for _, group in itertools.groupby(both[2:60]))
    assert longest <= 2


def test_an_exception_gives_the_turn_back() -> None:
    turns = Turns()
    with pytest.raises(ValueError, match="broken"), turns.live():
        raise ValueError("broken")
    with turns.background():
        assert turns._holder is not None
    assert turns._holder is None


@pytest.mark.parametrize("hanging", ["live", "background"])
def test_a_turn_that_hangs_holds_nobody_up(hanging: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faceqa_gui.turns.BACKGROUND_PATIENCE_SECONDS", 0.2)
    turns = Turns()
    entered, release = threading.Event(), threading.Event()
    turn = {"live": turns.live, "background": turns.background}

    def hang() -> None:
        with turn[hanging]():
            entered.set()
            release.wait(30)

    hung = threading.Thread(target=hang)
    hung.start()
    assert entered.wait(10)
    for _ in range(3):
        with turns.live():
            pass
        with turns.background():
            pass
    release.set()
    hung.join(10)
    assert turns._holder is None, "the late return of a hung turn takes nobody's turn away"

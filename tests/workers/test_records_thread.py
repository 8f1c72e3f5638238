"""Questions about records are answered beside the GUI thread, and long work can be stopped."""

import logging
import threading
import time
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from faceqa_gui.errors import StoreError
from faceqa_gui.workers.long_errand import LongErrand, Report
from faceqa_gui.workers.records_thread import RecordsThread


class Answers:
    def __init__(self, thread: RecordsThread) -> None:
        self.given: list[tuple[object, object]] = []
        self.refused: list[tuple[object, str]] = []
        thread.answered.connect(lambda *pair: self.given.append(pair))
        thread.refused.connect(lambda *pair: self.refused.append(pair))


@pytest.fixture
def thread() -> Iterator[RecordsThread]:
    made = RecordsThread()
    yield made
    made.stop()
    assert made.wait(5000)


def test_a_question_is_answered_on_another_thread(qtbot: QtBot, thread: RecordsThread) -> None:
    answers = Answers(thread)
    assert not thread.isRunning()
    thread.ask("who", threading.get_ident)
    qtbot.waitUntil(lambda: bool(answers.given))
    ((question, answer),) = answers.given
    assert question == "who"
    assert answer != threading.get_ident()


def test_the_newest_question_comes_first(qtbot: QtBot, thread: RecordsThread) -> None:
    answers = Answers(thread)
    begun, held = threading.Event(), threading.Event()

    def hold() -> str:
        begun.set()
        return str(held.wait(5))

    thread.ask("first", hold)
    assert begun.wait(5)
    for question in ("second", "third", "fourth"):
        thread.ask(question, str)
    held.set()
    qtbot.waitUntil(lambda: len(answers.given) == 4)
    assert [question for question, _ in answers.given] == ["first", "fourth", "third", "second"]


def test_forgotten_questions_are_not_answered(qtbot: QtBot, thread: RecordsThread) -> None:
    answers = Answers(thread)
    begun, held = threading.Event(), threading.Event()

    def hold() -> str:
        begun.set()
        return str(held.wait(5))

    thread.ask("first", hold)
    assert begun.wait(5)
    thread.ask("forgotten", str)
    thread.forget()
    held.set()
    thread.ask("last", str)
    qtbot.waitUntil(lambda: len(answers.given) == 2)
    assert {question for question, _ in answers.given} == {"first", "last"}


def test_a_refusal_comes_back_as_a_sentence(qtbot: QtBot, thread: RecordsThread) -> None:
    answers = Answers(thread)

    def refuse() -> object:
        raise StoreError("The disk is full.")

    thread.ask("save", refuse)
    qtbot.waitUntil(lambda: bool(answers.refused))
    assert answers.refused == [("save", "The disk is full.")]


def test_an_error_inside_is_logged_and_the_thread_serves_the_next_question(
    qtbot: QtBot, thread: RecordsThread, caplog: pytest.LogCaptureFixture
) -> None:
    answers = Answers(thread)
    thread.ask("broken", lambda: 1 // 0)
    qtbot.waitUntil(lambda: bool(answers.refused))
    assert "the log says more" in answers.refused[0][1]
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    thread.ask("next", lambda: 7)
    qtbot.waitUntil(lambda: answers.given == [("next", 7)])


def test_it_ends_with_questions_waiting() -> None:
    thread = RecordsThread()
    begun, held = threading.Event(), threading.Event()

    def hold() -> str:
        begun.set()
        return str(held.wait(5))

    thread.ask("first", hold)
    assert begun.wait(5)
    thread.ask("never", lambda: pytest.fail("was asked"))
    thread.stop()
    held.set()
    assert thread.wait(5000)
    thread.ask("late", lambda: pytest.fail("was asked"))
    assert not thread.isRunning()


def count_slowly(report: Report) -> int:
    for done in range(1000):
        if report(done, 1000):
            raise StoreError("It was stopped.")
        time.sleep(0.005)
    return 1000


def test_long_work_tells_how_far_it_is_and_stops_when_asked(qtbot: QtBot) -> None:
    errand = LongErrand(count_slowly)
    told: list[tuple[int, int]] = []
    refused: list[object] = []
    errand.progressed.connect(lambda *pair: told.append(pair))
    errand.refused.connect(refused.append)
    errand.start()
    qtbot.waitUntil(lambda: len(told) >= 3)
    assert told[:3] == [(0, 1000), (1, 1000), (2, 1000)]
    errand.stop()
    assert errand.wait(5000)
    qtbot.waitUntil(lambda: bool(refused))
    assert [str(error) for error in refused] == ["It was stopped."]


def test_long_work_that_is_let_alone_is_done(qtbot: QtBot) -> None:
    errand = LongErrand(lambda report: report(1, 1))
    done: list[object] = []
    errand.done.connect(done.append)
    errand.start()
    qtbot.waitUntil(lambda: bool(done))
    assert done == [False]
    assert errand.wait(5000)

"""Work beside the GUI thread ends with a result or a sentence, whatever happens."""

import pytest
from pytestqt.qtbot import QtBot

from faceqa_gui.errors import FaceQAError, OperatorError
from faceqa_gui.workers.errand import Errand


def test_a_result_is_told(qtbot: QtBot) -> None:
    errand = Errand(lambda: 42)
    with qtbot.waitSignal(errand.done) as told:
        errand.start()
    assert told.args == [42]
    errand.wait()


@pytest.mark.parametrize("error", [OperatorError("No."), OperatorError("Not yet.")])
def test_a_refusal_is_told(qtbot: QtBot, error: FaceQAError) -> None:
    def refuse() -> None:
        raise error

    errand = Errand(refuse)
    with qtbot.waitSignal(errand.refused) as told:
        errand.start()
    assert told.args == [error]
    errand.wait()


def test_a_failure_is_told_and_not_swallowed(qtbot: QtBot) -> None:
    assert qtbot is not None

    def fail() -> None:
        raise MemoryError

    errand = Errand(fail)
    told: list[FaceQAError] = []
    errand.refused.connect(told.append)
    with pytest.raises(MemoryError):
        errand.run()
    assert "the log says more" in str(told[0])

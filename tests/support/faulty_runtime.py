"""A network that answers like the scripted one until a test lets it fail."""

import threading
from collections.abc import Callable

import numpy as np

from faceqa_gui.quality.runtime import Batch, Prediction
from support.scripted import ScriptedRuntime

HANG_SECONDS = 30.0


def _filled(value: float) -> Callable[[Prediction], Prediction]:
    return lambda usual: Prediction(
        np.full_like(usual.logits, value), np.full_like(usual.class_maps, value)
    )


def _raise(error: Exception) -> Callable[[Prediction], Prediction]:
    def fail(_usual: Prediction) -> Prediction:
        raise error

    return fail


_ANSWERS: dict[str, Callable[[Prediction], Prediction]] = {
    "nan": _filled(float("nan")),
    "inf": _filled(float("inf")),
    "minus inf": _filled(float("-inf")),
    "zero": _filled(0.0),
    "constant": _filled(7.5),
    "raise": _raise(RuntimeError("the runtime of the test failed")),
    "memory": _raise(MemoryError()),
}


class FaultyRuntime:
    """Set `fault` to one of its names, to "hang", or to "" for the usual answers.

    Attributes:
        only_batches: fail only for more than one picture, which only explanations ask for.
        hangs: is set once an answer hangs.
        release: ends a hanging answer.
    """

    name = "faulty"

    def __init__(self, fault: str = "", *, only_batches: bool = False) -> None:
        self.fault = fault
        self.only_batches = only_batches
        self.hangs = threading.Event()
        self.release = threading.Event()
        self._usual = ScriptedRuntime()

    def run(self, batch: Batch) -> Prediction:
        """Answer, or fail as told."""
        usual = self._usual.run(batch)
        if not self.fault or (self.only_batches and len(batch) == 1):
            return usual
        if self.fault == "hang":
            self.hangs.set()
            self.release.wait(HANG_SECONDS)
            return usual
        return _ANSWERS[self.fault](usual)

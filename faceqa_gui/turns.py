"""`Turns`: live frames and a running explanation compute one after the other.

Both want every core. Left to fight over them, a frame took 200 ms and more while an explanation ran
on two cores, so the gate closed again and again. In turns a frame waits for one batch at most, and
a batch for one frame.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from faceqa_gui.quality.runtime import (
    Batch,
    Features,
    Layers,
    Prediction,
    Runtime,
    Sight,
    layers_of,
)


class Turns:
    """One turn at a time; where both kinds wait, they alternate."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._taken = False
        self._live_was_last = False
        self._live_waiting = 0
        self._background_waiting = 0

    @contextmanager
    def live(self) -> Iterator[None]:
        """A turn for a live frame."""
        with self._changed:
            self._live_waiting += 1
            self._changed.wait_for(
                lambda: not self._taken and not (self._background_waiting and self._live_was_last)
            )
            self._live_waiting -= 1
            self._taken = self._live_was_last = True
        try:
            yield
        finally:
            self._give_back()

    @contextmanager
    def background(self) -> Iterator[None]:
        """A turn for one batch of an explanation."""
        with self._changed:
            self._background_waiting += 1
            self._changed.wait_for(
                lambda: not self._taken and (not self._live_waiting or self._live_was_last)
            )
            self._background_waiting -= 1
            self._taken, self._live_was_last = True, False
        try:
            yield
        finally:
            self._give_back()

    def _give_back(self) -> None:
        with self._changed:
            self._taken = False
            self._changed.notify_all()


class BackgroundRuntime:
    """A runtime that takes a background turn for every batch."""

    def __init__(self, runtime: Runtime, turns: Turns) -> None:
        self._runtime = runtime
        self._turns = turns

    @property
    def name(self) -> str:
        """Name of the runtime behind it."""
        return self._runtime.name

    def run(self, batch: Batch) -> Prediction:
        """One forward pass in its own turn; see `Runtime`."""
        with self._turns.background():
            return self._runtime.run(batch)

    @property
    def layers(self) -> Layers | None:
        """The halves of the runtime behind it, in turns too."""
        layers = layers_of(self._runtime)
        return None if layers is None else _BackgroundLayers(layers, self._turns)


class _BackgroundLayers:
    """Halves of a network that take a background turn for every batch."""

    def __init__(self, layers: Layers, turns: Turns) -> None:
        self._layers = layers
        self._turns = turns

    @property
    def sight(self) -> Sight:
        return self._layers.sight

    def early(self, batch: Batch) -> Features:
        with self._turns.background():
            return self._layers.early(batch)

    def late(self, features: Features) -> Prediction:
        with self._turns.background():
            return self._layers.late(features)

"""`Runtime`: whatever runs a quality network, behind one small interface."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.quality.convolutions import CEILING, Convolution

Batch = NDArray[np.float32]
Features = NDArray[np.float32]
RoundedFeatures = NDArray[np.uint8]
Logits = NDArray[np.float32]
Context = Callable[[], AbstractContextManager[None]]

ACTIVATION_STEP = CEILING / 255
"""Rounded features are whole numbers 0-255 of such steps."""


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """Outputs of one forward pass over N images and C classes.

    Attributes:
        logits: float32, N×C, before the softmax.
        class_maps: float32, N×h×w×C; `class_maps[n, :, :, c]` is the weighted sum of the last
            convolution's features for class c divided by h·w. Its ReLU is the Grad-CAM map of c
            (the head is GAP + Dense, so the gradient is the Dense kernel / h·w), and its sum over
            h and w plus the bias of c is the logit.
    """

    logits: NDArray[np.float32]
    class_maps: NDArray[np.float32]


class Runtime(Protocol):
    """Runs the network of one model."""

    @property
    def name(self) -> str:
        """Readable name, such as `OpenVINO` or `Keras`."""

    def run(self, batch: Batch) -> Prediction:
        """One forward pass.

        Args:
            batch: float32, N×224×224×3, RGB, 0-255 (the network scales it itself).
        """


class Layers(Protocol):
    """A network cut in two: the samples of one picture share the work of the early layers."""

    @property
    def early(self) -> Sequence[Convolution]:
        """The layers before the cut; whoever shares their work computes them."""

    def late(self, features: Features) -> Prediction:
        """Features behind the cut (float32, N×h×w×K, 0-6) to what `Runtime.run` returns."""

    @property
    def rounds(self) -> bool:
        """Whether `late_rounded` can be asked."""

    def late_rounded(self, features: RoundedFeatures) -> Logits:
        """Rounded features to logits (N×C) computed in 8 bits: several times faster, and near."""


@runtime_checkable
class LayeredRuntime(Protocol):
    """A runtime that can also run its network in two halves."""

    @property
    def layers(self) -> Layers | None:
        """The halves; None where this network is not one whose cut is known."""


def layers_of(runtime: Runtime) -> Layers | None:
    """The halves of a runtime's network, where it has them."""
    return runtime.layers if isinstance(runtime, LayeredRuntime) else None


class EnclosedRuntime:
    """A runtime whose every batch runs inside a context, such as a turn or a clock."""

    def __init__(self, runtime: Runtime, context: Context) -> None:
        self._runtime = runtime
        self._context = context

    @property
    def name(self) -> str:
        """Name of the runtime behind it."""
        return self._runtime.name

    def run(self, batch: Batch) -> Prediction:
        """One forward pass inside the context; see `Runtime`."""
        with self._context():
            return self._runtime.run(batch)

    @property
    def layers(self) -> Layers | None:
        """The halves of the runtime behind it, each batch inside the context too."""
        layers = layers_of(self._runtime)
        return None if layers is None else _EnclosedLayers(layers, self._context)


class _EnclosedLayers:
    def __init__(self, layers: Layers, context: Context) -> None:
        self._layers = layers
        self._context = context

    @property
    def early(self) -> Sequence[Convolution]:
        return self._layers.early

    def late(self, features: Features) -> Prediction:
        with self._context():
            return self._layers.late(features)

    @property
    def rounds(self) -> bool:
        return self._layers.rounds

    def late_rounded(self, features: RoundedFeatures) -> Logits:
        with self._context():
            return self._layers.late_rounded(features)


def rounded_features(features: Features) -> RoundedFeatures:
    """Features (float32, 0-6, any shape) as whole numbers of `ACTIVATION_STEP`: uint8."""
    steps: Features = np.rint(features * np.float32(1 / ACTIVATION_STEP))
    return steps.astype(np.uint8)


def softmax(logits: NDArray[np.float32], temperature: float = 1.0) -> NDArray[np.float64]:
    """Probabilities of `logits` (…×C) divided by `temperature` (> 0); each row sums to 1."""
    scaled = logits.astype(np.float64) / temperature
    scaled -= scaled.max(axis=-1, keepdims=True)
    exponentials = np.exp(scaled)
    probabilities: NDArray[np.float64] = exponentials / exponentials.sum(axis=-1, keepdims=True)
    return probabilities


def probe_batch() -> Batch:
    """Two generated pictures (float32, 2×224×224×3) whose logits the manifest holds.

    A ramp, and blocks of every colour: a runtime whose answers differ here cannot be trusted.
    """
    rows, columns = np.mgrid[0:224, 0:224].astype(np.float32)
    ramp = np.stack([rows, columns, 223.0 - rows], axis=-1) * np.float32(255.0 / 223.0)
    blocks = np.random.default_rng(0).integers(0, 256, (14, 14, 3)).astype(np.float32)
    return np.stack([ramp, blocks.repeat(16, axis=0).repeat(16, axis=1)])

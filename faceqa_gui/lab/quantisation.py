"""Late layers in 8 bits, rounded so that the errors of the weights cancel each other.

Plain rounding of the weights changes explanations more than the rounding of activations does. So
each layer is rounded weight by weight, and what one weight loses is given to those not rounded
yet, as the activations of real samples say (GPTQ: Frantar et al. 2023, OBQ: Frantar and Alistarh
2022); each bias then makes up for the mean error that is left. Channels are scaled beforehand
so that all use the range of the activations (cross-layer equalisation: Nagel et al. 2019).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.quality.convolutions import (
    CEILING,
    Convolution,
    Values,
    before_relu,
    windows,
)
from faceqa_gui.quality.runtime import ACTIVATION_STEP

Weights = NDArray[np.float64]

_LARGEST_WEIGHT = 127
_DAMPING = 0.01
_ROWS = 20_000
_WINDOWS = 5_000
_MOST_SCALE = 8.0
# Channels may grow to this in the calibration pictures; others may show a little more.
_HEADROOM = 5.0
_FEWEST_ACTIVE = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class RoundedConvolution:
    """A convolution with 8-bit weights.

    Attributes:
        shape: the float convolution that it stands for; its bias is the rounded layer's.
        weights: int8, of the shape of `shape.kernel`.
        steps: float32, one per output channel: value of one weight step.
    """

    shape: Convolution
    weights: NDArray[np.int8]
    steps: NDArray[np.float32]

    @property
    def kernel(self) -> Values:
        """The weights as the rounded layer uses them."""
        return self.weights.astype(np.float32) * self.steps


def round_layers(
    layers: Sequence[Convolution], features: Values, report: Callable[[int, int], None]
) -> tuple[RoundedConvolution, ...]:
    """Round convolutions that follow each other, depthwise and pointwise in turns.

    Args:
        layers: the late convolutions; what enters and leaves each lies in 0-6.
        features: float32, N×h×w×K: what enters the first for pictures like those to come.
        report: called with the number of layers done and in all.
    """
    equalised = _equalised(layers, features)
    exact = features
    rounded_input = _rounded_activations(features)
    rounded: list[RoundedConvolution] = []
    for number, layer in enumerate(equalised):
        wanted = before_relu(layer, exact)
        rows = _input_rows(layer, rounded_input)
        if layer.kind == "pointwise":
            weights, steps = _round_pointwise(layer, rows, _input_rows(layer, exact))
        else:
            weights, steps = _round_depthwise(layer, rows)
        one = RoundedConvolution(layer, weights, steps)
        found = before_relu(replace(layer, kernel=one.kernel), rounded_input)
        bias = _balanced_bias(layer.bias, wanted, found)
        found += bias - layer.bias
        rounded.append(RoundedConvolution(replace(layer, bias=bias), weights, steps))
        exact = np.clip(wanted, 0, CEILING)
        rounded_input = _rounded_activations(np.clip(found, 0, CEILING))
        report(number + 1, len(equalised))
    return tuple(rounded)


def _equalised(layers: Sequence[Convolution], features: Values) -> list[Convolution]:
    """Scale each channel up between two layers, so that it uses the range of its activations."""
    equalised = list(layers)
    values = features
    for number, layer in enumerate(layers[:-1]):
        values = np.clip(before_relu(layer, values), 0, CEILING)
        largest = np.maximum(values.reshape(-1, values.shape[-1]).max(axis=0), 1e-3)
        scale = np.clip(_HEADROOM / largest, 1.0, _MOST_SCALE).astype(np.float32)
        here, following = equalised[number], equalised[number + 1]
        equalised[number] = replace(here, kernel=here.kernel * scale, bias=here.bias * scale)
        inputs = following.kernel / (scale if following.kind == "depthwise" else scale[:, None])
        equalised[number + 1] = replace(following, kernel=inputs)
    return equalised


def _rounded_activations(values: Values) -> Values:
    step = np.float32(ACTIVATION_STEP)
    return np.asarray(np.rint(values / step) * step, np.float32)


def _input_rows(layer: Convolution, values: Values) -> Weights:
    """Some centred rows of inputs: rows×K, or rows×9×K for a depthwise layer."""
    side = values.shape[1] // layer.stride
    chosen = np.unravel_index(_some(layer, values), (len(values), side, side))
    if layer.kind == "pointwise":
        rows = values[chosen].astype(np.float64)
    else:
        seen = [window[chosen] for window in windows(layer, values)]
        rows = np.stack(seen, axis=1).astype(np.float64)
    return np.asarray(rows - rows.mean(axis=0), np.float64)


def _some(layer: Convolution, values: Values) -> NDArray[np.intp]:
    """Numbers of output cells, spread over all pictures."""
    cells = len(values) * (values.shape[1] // layer.stride) ** 2
    wanted = min(cells, _ROWS if layer.kind == "pointwise" else _WINDOWS)
    return np.linspace(0, cells - 1, wanted).astype(np.intp)


def _round_pointwise(
    layer: Convolution, rows: Weights, exact_rows: Weights
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    steps = _steps(layer.kernel)
    covariance = rows.T @ rows / len(rows)
    damped = covariance + np.eye(len(covariance)) * _DAMPING * covariance.trace() / len(covariance)
    # What rounding did to the inputs so far is made up for as far as the inputs tell it.
    lost = np.linalg.solve(damped, rows.T @ (exact_rows - rows) / len(rows))
    wanted = layer.kernel + lost @ layer.kernel
    return _round_one_by_one(wanted, damped, steps), steps


def _round_depthwise(
    layer: Convolution, rows: Weights
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    steps = _steps(layer.kernel)
    weights = np.empty(layer.kernel.shape, np.int8)
    for channel in range(layer.kernel.shape[1]):
        seen = rows[:, :, channel]
        covariance = seen.T @ seen / len(seen)
        damping = _DAMPING * covariance.trace() / len(covariance) + np.finfo(np.float32).eps
        column = slice(channel, channel + 1)
        weights[:, column] = _round_one_by_one(
            layer.kernel[:, column].astype(np.float64),
            covariance + np.eye(len(covariance)) * damping,
            steps[column],
        )
    return weights, steps


def _steps(kernel: Values) -> NDArray[np.float32]:
    largest = np.abs(kernel).max(axis=0)
    return np.asarray(np.maximum(largest, 1e-12) / _LARGEST_WEIGHT, np.float32)


def _round_one_by_one(
    wanted: Weights, covariance: Weights, steps: NDArray[np.float32]
) -> NDArray[np.int8]:
    """Round the weights of one input after the other; later ones take over what is lost (GPTQ).

    Args:
        wanted: inputs×outputs.
        covariance: of the inputs, positive definite.
        steps: one per output.
    """
    order = np.argsort(-covariance.diagonal(), kind="stable")
    inverse = np.linalg.inv(covariance[np.ix_(order, order)])
    upper = np.linalg.cholesky(inverse).T
    left = wanted[order].astype(np.float64)
    rounded = np.empty(wanted.shape, np.int8)
    for number, target in enumerate(order):
        whole = np.clip(np.rint(left[number] / steps), -_LARGEST_WEIGHT, _LARGEST_WEIGHT)
        rounded[target] = whole
        error = (left[number] - whole * steps) / upper[number, number]
        left[number + 1 :] -= np.outer(upper[number, number + 1 :], error)
    return rounded


def _balanced_bias(bias: Values, wanted: Values, found: Values) -> Values:
    """The bias at which activations are right on average, before ReLU6 and behind it."""
    cells = tuple(range(wanted.ndim - 1))
    balanced = bias + (wanted.mean(cells) - found.mean(cells))
    shifted = found + (balanced - bias)
    active = ((shifted > 0) & (shifted < CEILING)).mean(cells)
    missing = (np.clip(wanted, 0, CEILING) - np.clip(shifted, 0, CEILING)).mean(cells)
    return np.asarray(
        balanced + np.where(active > _FEWEST_ACTIVE, missing / np.maximum(active, 1e-6), 0.0),
        np.float32,
    )

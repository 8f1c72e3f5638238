"""MobileNet v1 as a plain list of convolutions, with batch normalisation folded into them.

Behind each follows ReLU6. The explanation computes the early ones itself (see
`explanation.shared_features`), and the late ones are rounded to 8 bits (see `lab.quantisation`).
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import ModelError
from faceqa_gui.quality.archive import refuse_bomb
from faceqa_gui.wording import said

if TYPE_CHECKING:
    import keras

Values = NDArray[np.float32]
Kind = Literal["dense", "depthwise", "pointwise"]

_KINDS: Mapping[str, Kind] = {
    "dense": "dense",
    "depthwise": "depthwise",
    "pointwise": "pointwise",
}

BLOCKS = 13
EARLY_BLOCKS = 6
"""The cut lies behind the sixth of the 13 blocks: 40 % of the multiplications lie before it."""

CEILING = 6.0
"""ReLU6 ends here."""


@dataclass(frozen=True, slots=True, eq=False)
class Convolution:
    """One convolution.

    Attributes:
        kind: `dense` (3×3, all channels), `depthwise` (3×3, each channel alone) or `pointwise`.
        kernel: float32; dense 9·K×L (row by row of the window, then channels), depthwise 9×K,
            pointwise K×L.
        bias: float32, L (K where depthwise).
        stride: 1 (with one cell of zeros around) or 2 (with one row below and one column right).
    """

    kind: Kind
    kernel: NDArray[np.float32]
    bias: NDArray[np.float32]
    stride: int


def fold(network: "keras.Model") -> tuple[Convolution, ...]:
    """The convolutions of a MobileNet v1 of `build_network`, in their order.

    Raises:
        ModelError: it is another network.
    """
    names = [layer.name for layer in network.layers]
    wanted = ["conv1", *(f"conv_{kind}_{b + 1}" for b in range(BLOCKS) for kind in ("dw", "pw"))]
    if not set(wanted) <= set(names):
        raise ModelError(said("Only a MobileNet v1 can be cut in two. Name such a model."))
    return tuple(_folded(network, name) for name in wanted)


def before_relu(layer: Convolution, values: Values) -> Values:
    """What a convolution makes of N×h×w×K values (float32), before its ReLU6."""
    if layer.kind == "pointwise":
        return np.asarray(values @ layer.kernel + layer.bias, np.float32)
    if layer.kind == "dense":
        return np.concatenate(windows(layer, values), axis=-1) @ layer.kernel + layer.bias
    total = np.zeros(1, np.float32)
    for window, weights in zip(windows(layer, values), layer.kernel, strict=True):
        total = total + window * weights
    return total + layer.bias


def forward(layers: Sequence[Convolution], values: Values) -> Values:
    """What convolutions with ReLU6 behind each make of N×h×w×K values (float32): slow, for checks.

    The first layer of a network takes pixels as -1…1.
    """
    for layer in layers:
        values = np.clip(before_relu(layer, values), 0.0, CEILING)
    return values


def windows(layer: Convolution, values: Values) -> list[Values]:
    """The nine cells that each output cell of a 3×3 layer sees, row by row: N×h'×w'×K each."""
    before = 1 if layer.stride == 1 else 0
    padded = np.pad(values, ((0, 0), (before, 1), (before, 1), (0, 0)))
    side = values.shape[1] // layer.stride
    reach = layer.stride * (side - 1) + 1
    return [
        padded[:, row : row + reach : layer.stride, column : column + reach : layer.stride]
        for row in range(3)
        for column in range(3)
    ]


def pack(convolutions: Sequence[Convolution]) -> bytes:
    """The bytes of an `.npz` file with these convolutions."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for number, one in enumerate(convolutions):
        arrays[f"{number}_{one.kind}_{one.stride}_kernel"] = one.kernel
        arrays[f"{number}_{one.kind}_{one.stride}_bias"] = one.bias
    content = io.BytesIO()
    np.savez(content, allow_pickle=False, **arrays)
    return content.getvalue()


def unpack(content: bytes) -> tuple[Convolution, ...]:
    """What `pack` packed.

    Raises:
        ModelError: the bytes are something else.
    """
    refuse_bomb(content)
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            names = sorted(arrays.files, key=lambda name: int(name.partition("_")[0]))
            kernels = [name for name in names if name.endswith("_kernel")]
            return tuple(
                _read(name, arrays[name], arrays[name.replace("_kernel", "_bias")])
                for name in kernels
            )
    except (ValueError, KeyError, OSError, EOFError, BadZipFile) as error:
        raise ModelError(
            said("The file of early layers cannot be read. Run “faceqa model quantise” again.")
        ) from error


def _read(name: str, kernel: NDArray[np.float32], bias: NDArray[np.float32]) -> Convolution:
    _, kind, stride, _ = name.split("_")
    return Convolution(_KINDS[kind], kernel, bias, int(stride))


def _folded(network: "keras.Model", name: str) -> Convolution:
    layer, norm = network.get_layer(name), network.get_layer(f"{name}_bn")
    kernel: Values = layer.get_weights()[0]
    gamma, beta, mean, variance = norm.get_weights()
    scale = gamma / np.sqrt(variance + norm.epsilon)
    kind: Kind = "depthwise" if "_dw_" in name else "pointwise" if kernel.shape[0] == 1 else "dense"
    # Keras: rows, columns, channels, filters (or one map per channel where depthwise).
    flat = kernel.reshape((9, -1) if kind == "depthwise" else (-1, kernel.shape[3]))
    return Convolution(
        kind,
        np.ascontiguousarray(flat * scale, np.float32),
        np.asarray(beta - mean * scale, np.float32),
        int(layer.strides[0]),
    )

"""`check_early_layers`: looks at the early layers' `.npz` file without numpy's own reader."""

import re

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.quality.convolutions import EARLY_BLOCKS, Kind
from faceqa_gui.quality.model_checks.strict_zip import ArchiveError, read_zip
from faceqa_gui.wording import said

# MobileNet v1 (Howard et al. 2017, table 1): a convolution, then blocks of two.
_STRIDES = (1, 2, 1, 2, 1, 2)
_LAYERS: tuple[tuple[Kind, int], ...] = (
    ("dense", 2),
    *(
        layer
        for stride in _STRIDES[:EARLY_BLOCKS]
        for layer in (("depthwise", stride), ("pointwise", 1))
    ),
)
_NAMES = tuple(f"{number}_{kind}_{stride}" for number, (kind, stride) in enumerate(_LAYERS))
_LIMITS = {f"{name}_{part}.npy": 10_000_000 for name in _NAMES for part in ("kernel", "bias")}
_LARGEST_BYTES = 20_000_000
# Version 1.0 of the format; only plain float32 in rows, so that nothing in it is evaluated.
_HEADER = re.compile(
    rb"\x93NUMPY\x01\x00(?P<length>..)"
    rb"\{'descr': '<f4', 'fortran_order': False, "
    rb"'shape': \((?P<shape>\d{1,6}(?:, \d{1,6})?),?\), \} *\n",
    re.DOTALL,
)
_BEFORE_TEXT = 10
_RGB = 3


def check_early_layers(content: bytes) -> None:
    """Refuse a file that does not hold the early layers of a MobileNet, in their order.

    Raises:
        ArchiveError: it is something else.
    """
    members = read_zip(content, _LIMITS.get, most_members=len(_LIMITS), most_bytes=_LARGEST_BYTES)
    arrays = {name: _array(name, data) for name, data in members.items()}
    channels = _RGB
    for name, (kind, _) in zip(_NAMES, _LAYERS, strict=True):
        kernel, bias = arrays.get(f"{name}_kernel.npy"), arrays.get(f"{name}_bias.npy")
        if kernel is None or bias is None:
            raise ArchiveError(said("it does not hold layer {name} of a MobileNet", name=name))
        rows = {"dense": 9 * channels, "depthwise": 9, "pointwise": channels}[kind]
        columns = channels if kind == "depthwise" else bias.size
        if kernel.shape != (rows, columns) or bias.shape != (columns,):
            raise ArchiveError(
                said("layer {name} in it has another form than a MobileNet's", name=name)
            )
        channels = columns


def _array(name: str, data: bytes) -> NDArray[np.float32]:
    header = _HEADER.match(data)
    if header is None or int.from_bytes(header["length"], "little") != header.end() - _BEFORE_TEXT:
        raise ArchiveError(said("“{name}” in it is not a plain array of numbers", name=name))
    shape = tuple(int(side) for side in header["shape"].split(b", "))
    values = np.frombuffer(data, np.uint8)[header.end() :]
    if values.size != 4 * int(np.prod(shape, dtype=np.int64)):
        raise ArchiveError(said("“{name}” in it has not as many numbers as it says", name=name))
    numbers = values.view("<f4").reshape(shape)
    if not np.isfinite(numbers).all():
        raise ArchiveError(said("“{name}” in it holds numbers that are not finite", name=name))
    return numbers

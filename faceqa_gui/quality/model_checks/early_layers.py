"""`check_early_layers`: looks at the early layers' `.npz` file without numpy's own reader."""

import re

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.quality.convolutions import EARLY_BLOCKS
from faceqa_gui.quality.model_checks.strict_zip import ArchiveError, read_zip

_LAYERS = 1 + 2 * EARLY_BLOCKS
_NAME = re.compile(r"(\d{1,2})_(dense|depthwise|pointwise)_([12])_(kernel|bias)\.npy")
_LARGEST_BYTES = 10_000_000
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
    arrays = {
        name: _array(name, data) for name, data in read_zip(content, _limit_of, 2 * _LAYERS).items()
    }
    channels = _RGB
    for number in range(_LAYERS):
        wanted = "dense" if number == 0 else "depthwise" if number % 2 else "pointwise"
        found = {key[1]: name for name in arrays if (key := _key(name))[0] == (number, wanted)}
        if set(found) != {"kernel", "bias"}:
            raise ArchiveError(f"it does not hold layer {number} of a MobileNet")
        kernel, bias = arrays[found["kernel"]], arrays[found["bias"]]
        rows = {"dense": 9 * channels, "depthwise": 9, "pointwise": channels}[wanted]
        columns = channels if wanted == "depthwise" else bias.size
        if kernel.shape != (rows, columns) or bias.shape != (columns,):
            raise ArchiveError(f"layer {number} in it has another form than a MobileNet's")
        channels = columns
    if len(arrays) != 2 * _LAYERS:
        raise ArchiveError("it holds more layers than the early ones of a MobileNet")


def _key(name: str) -> tuple[tuple[int, str], str]:
    number, kind, _, part = name.removesuffix(".npy").split("_")
    return (int(number), kind), part


def _limit_of(name: str) -> int | None:
    return _LARGEST_BYTES if _NAME.fullmatch(name) else None


def _array(name: str, data: bytes) -> NDArray[np.float32]:
    header = _HEADER.match(data)
    if header is None or int.from_bytes(header["length"], "little") != header.end() - _BEFORE_TEXT:
        raise ArchiveError(f"“{name}” in it is not a plain array of numbers")
    shape = tuple(int(side) for side in header["shape"].split(b", "))
    values = np.frombuffer(data, np.uint8)[header.end() :]
    if values.size != 4 * int(np.prod(shape, dtype=np.int64)):
        raise ArchiveError(f"“{name}” in it has not as many numbers as it says")
    numbers = values.view("<f4").reshape(shape)
    if not np.isfinite(numbers).all():
        raise ArchiveError(f"“{name}” in it holds numbers that are not finite")
    return numbers

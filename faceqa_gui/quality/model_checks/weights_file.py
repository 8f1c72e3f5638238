"""`check_weights`: looks at the HDF5 file of a network's weights before Keras does."""

import io
from typing import Any

from faceqa_gui.quality.model_checks.refusal import Reason, UnsoundError
from faceqa_gui.wording import said

_MOST_OBJECTS = 10_000
# More than any network's own weights: a few bytes can announce terabytes.
_LARGEST_BYTES = 300_000_000


def check_weights(content: bytes) -> None:
    """Refuse weights that lie in another file, or say that they are more than a model has.

    Raises:
        UnsoundError: with what is wrong with them.
    """
    import h5py

    try:
        with h5py.File(io.BytesIO(content), "r") as file:
            _walk(file)
    except (OSError, RuntimeError, KeyError, ValueError) as error:
        raise UnsoundError(Reason.KERAS, said("its weights are damaged")) from error


def _walk(file: Any) -> None:  # noqa: ANN401  (h5py has no types)
    import h5py

    seen, announced, waiting = 0, 0, [file]
    while waiting:
        group = waiting.pop()
        for name in group:
            seen += 1
            if seen > _MOST_OBJECTS:
                raise UnsoundError(Reason.KERAS, said("its weights have no end"))
            if type(group.get(name, getlink=True)) is not h5py.HardLink:
                raise UnsoundError(Reason.KERAS, said("its weights lead to another place"))
            found = group[name]
            if isinstance(found, h5py.Group):
                waiting.append(found)
            elif not isinstance(found, h5py.Dataset) or found.dtype.kind not in "fiu":
                raise UnsoundError(Reason.KERAS, said("its weights are not numbers alone"))
            elif found.external or found.is_virtual:
                raise UnsoundError(Reason.KERAS, said("its weights lead to another place"))
            else:
                announced += found.nbytes
                if announced > _LARGEST_BYTES:
                    raise UnsoundError(
                        Reason.KERAS, said("its weights say they are larger than a model's")
                    )

"""`check_keras_archive`: looks at a `.keras` file before Keras does.

Its `config.json` names classes that Keras would import and build. Only the layers of the networks
that `faceqa train` makes are let through, so that no layer with code in it, and no class from
anywhere else, is ever built.
"""

import json
from typing import Any

from faceqa_gui.quality.model_checks.strict_zip import ArchiveError, read_zip
from faceqa_gui.wording import said

_WEIGHTS = "model.weights.h5"
_MEMBERS = {
    "metadata.json": 10_000,
    "config.json": 5_000_000,
    _WEIGHTS: 300_000_000,
}
_LAYERS = {
    "Activation",
    "Add",
    "BatchNormalization",
    "Conv2D",
    "Dense",
    "DepthwiseConv2D",
    "Dropout",
    "GlobalAveragePooling2D",
    "Identity",
    "InputLayer",
    "MaxPooling2D",
    "ReLU",
    "Rescaling",
    "ZeroPadding2D",
}
_ALLOWED: set[tuple[str | None, str]] = {
    ("keras", "DTypePolicy"),
    (None, "__keras_tensor__"),
    *(("keras.layers", name) for name in _LAYERS),
    *(("keras.initializers", name) for name in ("GlorotUniform", "Ones", "Zeros")),
}
_NETWORK = ("keras.src.models.functional", "Functional")
_ACTIVATIONS = {"linear", "relu"}
_NAMING = {"class_name", "module", "registered_name"}


class ForeignLayerError(ArchiveError):
    """A class in the archive that no network of FaceQA has."""


def check_keras_archive(content: bytes) -> bytes:
    """Refuse an archive that holds anything but a network of plain Keras layers.

    Returns:
        The HDF5 file of its weights.

    Raises:
        ForeignLayerError: it names another class.
        ArchiveError: it is no such archive.
    """
    members = read_zip(
        content, _MEMBERS.get, most_members=len(_MEMBERS), most_bytes=sum(_MEMBERS.values())
    )
    for name in _MEMBERS:
        if name not in members:
            raise ArchiveError(said("it has no {name}", name=name))
    try:
        json.loads(members["metadata.json"])
        config = json.loads(members["config.json"])
    except (ValueError, RecursionError) as error:
        raise ArchiveError(said("its description of the network is not JSON")) from error
    if not isinstance(config, dict) or (config.get("module"), config.get("class_name")) != _NETWORK:
        raise ForeignLayerError(said("it is not a network of one input and one output"))
    if config.get("registered_name") not in (None, "Functional"):
        raise ForeignLayerError(said("its network is of a class of its own"))
    _check_values([value for key, value in config.items() if key not in _NAMING])
    return members[_WEIGHTS]


def _check_values(waiting: list[Any]) -> None:
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            if not _NAMING.isdisjoint(value):
                _check_class(value)
            activation = value.get("activation", "linear")
            if not isinstance(activation, str) or activation not in _ACTIVATIONS:
                raise ForeignLayerError(
                    said("it has the activation {activation}", activation=_shown(activation))
                )
            waiting.extend(value.values())


def _check_class(value: dict[str, Any]) -> None:
    module, name = value.get("module"), value.get("class_name")
    if not isinstance(name, str) or not isinstance(module, str | None):
        raise ForeignLayerError(said("it names a class in an unknown way"))
    if name in {"Lambda", "__lambda__"}:
        raise ForeignLayerError(said("it has a Lambda layer, which carries code"))
    registered = value.get("registered_name")
    if (module, name) not in _ALLOWED or registered not in (None, name):
        place = f"{module}." if module else ""
        raise ForeignLayerError(
            said("it has a layer or object of the class {name}", name=_shown(place + name))
        )


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else type(value).__name__
    return "“" + "".join(letter if letter.isprintable() else "?" for letter in text[:60]) + "”"

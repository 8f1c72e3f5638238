"""Keras in float32: the reference that every other runtime must agree with."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from faceqa_gui.errors import ModelError
from faceqa_gui.quality.archive import refuse_bomb
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.network import FEATURES, LOGITS, station_network
from faceqa_gui.quality.preprocessing import INPUT_SIDE
from faceqa_gui.quality.runtime import Batch, Prediction
from faceqa_gui.wording import said

if TYPE_CHECKING:
    import keras

_INPUT_SHAPE = (None, INPUT_SIDE, INPUT_SIDE, 3)


def load_network(content: bytes, classes: int = len(QUALITY_LABELS)) -> "keras.Model":
    """The network from the bytes of a `.keras` file, in safe mode.

    Args:
        content: of the file.
        classes: how many outputs it must have.

    Raises:
        ModelError: they are not a Keras model that may be loaded, or another network.
    """
    import keras

    refuse_bomb(content)
    with tempfile.TemporaryDirectory(prefix="faceqa-") as folder:
        path = Path(folder) / "model.keras"
        path.write_bytes(content)
        try:
            network = keras.models.load_model(path, compile=False, safe_mode=True)
        except (ValueError, TypeError, OSError, KeyError) as error:
            raise ModelError(
                said("The Keras file does not hold a model that FaceQA may load. Train it again.")
            ) from error
    names = {layer.name for layer in network.layers}
    shapes = (network.input_shape, network.output_shape)
    if not {FEATURES, LOGITS} <= names or shapes != (_INPUT_SHAPE, (None, classes)):
        raise ModelError(
            said(
                "The Keras file holds another network than those of “faceqa train”: it needs "
                "{needed}×{needed} RGB pictures in, {classes} classes out.",
                needed=INPUT_SIDE,
                classes=classes,
            )
        )
    return network


class KerasRuntime:
    """Runs the network as a compiled TensorFlow function. Thread-safe."""

    name = "Keras"

    def __init__(self, network: "keras.Model") -> None:
        import tensorflow as tf

        two_outputs = station_network(network)
        self._run = tf.function(
            lambda batch: two_outputs(batch, training=False),
            input_signature=[tf.TensorSpec([None, *network.input.shape[1:]], tf.float32)],
        )

    def run(self, batch: Batch) -> Prediction:
        """One forward pass; see `Runtime`."""
        logits, class_maps = self._run(batch)
        return Prediction(logits.numpy(), class_maps.numpy())

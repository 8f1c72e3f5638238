"""The Keras reference of a model, for explanations that need gradients. TensorFlow, so lazily."""

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from faceqa_gui.explanation.answers import finite
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.runtime import Batch

if TYPE_CHECKING:
    import keras

Target = Quality | int
"""The explained class: one of quality, or the number of an output of a model of any task."""


def column_of(target: Target) -> int:
    """Number of the output that answers for a class."""
    return target if isinstance(target, int) else list(Quality).index(target)


def reference_network(model: QualityModel) -> "keras.Model":
    """The network whose gradients are taken: N×224×224×3 in 0-255 to logits N×5.

    The last one used is kept, since loading it takes seconds.

    Raises:
        ModelError: the model's Keras file does not hold its network.
    """
    return _load(model.file.keras_bytes)


def logit_gradients(network: "keras.Model", batch: Batch, target: Target) -> tuple[Batch, Batch]:
    """The logit of `target` and its gradient by every input value.

    Args:
        network: pictures to logits, in inference mode.
        batch: float32, N×S×S×3, 0-255.
        target: the class; its output before the softmax is y_c of Selvaraju et al. 2017.

    Returns:
        float32 N, and float32 N×S×S×3 in logits per grey level.

    Raises:
        ExplanationError: one of them is not finite.
    """
    import tensorflow as tf

    pictures = tf.convert_to_tensor(batch)
    with tf.GradientTape() as tape:
        tape.watch(pictures)
        logits = network(pictures, training=False)[:, column_of(target)]
    gradients = tape.gradient(logits, pictures)
    return finite(np.asarray(logits, np.float32)), finite(np.asarray(gradients, np.float32))


@lru_cache(maxsize=1)
def _load(keras_bytes: bytes) -> "keras.Model":
    from faceqa_gui.quality.keras_runtime import load_network

    return load_network(keras_bytes)

"""Quality models around Keras networks with random, constant or broken weights."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.quality.keras_runtime import KerasRuntime
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.model_file import ModelFile
from faceqa_gui.quality.network import LOGITS, Architecture, build_network
from support.analytic import model_with

if TYPE_CHECKING:
    import keras


def random_network(architecture: Architecture, seed: int = 1) -> "keras.Model":
    """A network with seeded random weights whose head answers strongly."""
    import keras

    keras.utils.set_random_seed(seed)
    network = build_network(architecture)
    kernel = network.get_layer(LOGITS).get_weights()[0]
    set_head(network, np.random.default_rng(seed).normal(0.0, 1.0, kernel.shape))
    return network


def set_head(network: "keras.Model", kernel: NDArray[np.float64] | float) -> None:
    """Give the last layer this kernel and no bias."""
    old = network.get_layer(LOGITS).get_weights()
    new = np.broadcast_to(np.asarray(kernel, np.float32), old[0].shape)
    network.get_layer(LOGITS).set_weights([new, np.zeros_like(old[1])])


def model_of(network: "keras.Model") -> QualityModel:
    """A model that runs `network` and holds its Keras file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.keras"
        network.save(path)
        content = path.read_bytes()
    runtime = KerasRuntime(network)
    manifest = model_with(runtime).manifest
    return QualityModel(ModelFile(Path("keras"), manifest, content, b""), runtime)

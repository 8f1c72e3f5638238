"""Does a method look at what the network learned? The weight-randomisation check.

Adebayo et al. 2018, section 4.1: the network's layers are randomised one after another from the
head down, and the map of the answer should change with them. A map that stays as it was shows the
picture, not the network. Guided backpropagation is known to fail.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.explanation.grad_cam import grad_cam
from faceqa_gui.explanation.guided_grad_cam import guided_backpropagation
from faceqa_gui.explanation.measures import rank_correlation
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.network import station_network

if TYPE_CHECKING:
    import keras

SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Shares of the layers below the head that are randomised with it."""

Map = Callable[["keras.Model", Pixels, Quality], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Similarity:
    """How much a map is like the one of the trained network.

    Attributes:
        layers: randomised layers, counted from the head.
        spearman: rank correlation of both maps in -1 to 1; 0 where one of them is constant, which
            tells nothing of the other.
        ssim: structural similarity in -1 to 1 of both maps scaled to 0-1 (Wang et al. 2004).
    """

    layers: int
    spearman: float
    ssim: float


def grad_cam_map(network: "keras.Model", picture: Pixels, target: Quality) -> NDArray[np.float32]:
    """Grad-CAM of a Keras network that need not be a model of the station; S×S, 0-1."""
    _, maps = station_network(network)(picture[None].astype(np.float32), training=False)
    return grad_cam(
        np.asarray(maps)[0, :, :, list(Quality).index(target)].astype(np.float32), picture.shape[0]
    )


def guided_grad_cam_map(
    network: "keras.Model", picture: Pixels, target: Quality
) -> NDArray[np.float32]:
    """Guided Grad-CAM of a Keras network; S×S, 0-1."""
    heat = grad_cam_map(network, picture, target)
    return heat * guided_backpropagation(network, picture, target)


def randomisation_check(
    network: "keras.Model",
    picture: Pixels,
    target: Quality,
    method: Map,
    *,
    seed: int = 0,
    shares: Sequence[float] = SHARES,
) -> tuple[Similarity, ...]:
    """The similarity of a map to the trained one, the more layers are randomised the later.

    Args:
        network: the trained network, which is not changed.
        picture: uint8, S×S×3, RGB.
        target: the explained class.
        method: gives the map of a network, such as `guided_backpropagation`.
        seed: of the randomisation.
        shares: rising, in 0-1: shares of the layers below the head that are randomised too.

    Raises:
        ExplanationError: a network's answer is not finite.
    """
    trained = method(network, picture, target)
    found = []
    for share in shares:
        changed, layers = randomise(network, share, seed)
        found.append(_compare(trained, method(changed, picture, target), layers))
    return tuple(found)


def randomise(network: "keras.Model", share: float, seed: int) -> tuple["keras.Model", int]:
    """A copy whose head, and `share` of the other layers next to it, have lost what they learned.

    The values of each kernel and bias are put into a random order. New values from an initialiser
    would shrink the activations of a deep network to rounding noise, and every map with them, so
    the scale that was learned is kept. Normalisation keeps its statistics for the same reason.

    Returns:
        The copy, and the number of layers that were randomised.
    """
    import keras

    generator = np.random.default_rng(seed)
    copy = keras.models.clone_model(network)
    copy.set_weights(network.get_weights())
    layers = [
        layer
        for layer in reversed(copy.layers)
        if layer.weights and not isinstance(layer, keras.layers.BatchNormalization)
    ]
    chosen = layers[: 1 + round(share * (len(layers) - 1))]
    for layer in chosen:
        layer.set_weights(
            [
                generator.permutation(values.ravel()).reshape(values.shape)
                for values in layer.get_weights()
            ]
        )
    return copy, len(chosen)


def _compare(trained: NDArray[np.float32], changed: NDArray[np.float32], layers: int) -> Similarity:
    from skimage.metrics import structural_similarity

    return Similarity(
        layers,
        rank_correlation(trained, changed) or 0.0,
        float(structural_similarity(_scaled(trained), _scaled(changed), data_range=1.0)),
    )


def _scaled(values: NDArray[np.float32]) -> NDArray[np.float32]:
    highest = float(values.max())
    return values / np.float32(highest) if highest > 0.0 else values

"""The localiser and the eye network: how they are built and fitted."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.eyes.eye_crops import CROP_SIDE
from faceqa_gui.eyes.eye_places import (
    VIEW_SIDE,
    EyePlaces,
    Point,
    localiser_inputs,
    normalised,
    places_from,
)
from faceqa_gui.eyes.eye_variants import AlignedEye, vary
from faceqa_gui.eyes.face_finder import Grey
from faceqa_gui.eyes.face_variants import vary_face
from faceqa_gui.lab.one_ahead import one_ahead

if TYPE_CHECKING:
    import keras

Lesson = tuple[NDArray[np.float32], NDArray[np.float32]]

_RATE = 2e-3
_LOCALISER_BATCH = 64
_EYE_BATCH = 128


def build_localiser() -> "keras.Model":
    """From float32 N×48×48×1 views to x and y of both eyes, N×4, as shares of the side."""
    import keras

    view = keras.Input((VIEW_SIDE, VIEW_SIDE, 1))
    features = view
    for index, filters in enumerate((16, 32, 48, 64)):
        features = _convolved(features, filters, strides=1 if index else 2)
        if index:
            features = keras.layers.MaxPooling2D()(features)
    features = keras.layers.Flatten()(features)
    # Not ReLU: a dense layer of it can die, and then all faces have their eyes at one place.
    features = keras.layers.Dense(64, activation="gelu")(features)
    features = keras.layers.Dropout(0.1)(features)
    middle = keras.initializers.Constant(0.5)
    return keras.Model(view, keras.layers.Dense(4, bias_initializer=middle)(features))


def build_eye_network() -> "keras.Model":
    """From float32 N×32×32×1 crops to one logit each: positive is closed."""
    import keras

    crop = keras.Input((CROP_SIDE, CROP_SIDE, 1))
    features = crop
    for filters, repeats in ((16, 1), (32, 2), (64, 2)):
        for _ in range(repeats):
            features = _convolved(features, filters)
        features = keras.layers.MaxPooling2D()(features)
    features = keras.layers.Flatten()(features)
    features = keras.layers.Dropout(0.4)(features)
    # Not ReLU: it can die for one of the classes, whose logit then is a constant.
    features = keras.layers.Dense(32, activation="gelu")(features)
    features = keras.layers.Dropout(0.3)(features)
    return keras.Model(crop, keras.layers.Dense(1)(features))


def joined(networks: list["keras.Model"]) -> "keras.Model":
    """One network whose logit is the mean of several."""
    import keras

    crop = keras.Input((CROP_SIDE, CROP_SIDE, 1))
    logits = [network(crop) for network in networks]
    mean = keras.layers.Average()(logits) if len(logits) > 1 else logits[0]
    return keras.Model(crop, mean)


def fit_localiser(
    faces: list[tuple[Grey, tuple[Point, Point]]], *, seed: int, epochs: int
) -> "keras.Model":
    """Train a localiser on face patches (uint8, 192×192) and their eyes, in patch pixels."""
    import keras

    keras.utils.set_random_seed(seed)
    generator = np.random.default_rng(seed)
    network = build_localiser()
    steps = epochs * (len(faces) // _LOCALISER_BATCH + 1)
    rate = keras.optimizers.schedules.CosineDecay(_RATE, steps, alpha=0.01)
    network.compile(keras.optimizers.Adam(rate), "mae")

    def prepare(_epoch: int) -> Lesson:
        varied = [vary_face(patch, eyes, generator) for patch, eyes in faces]
        views = np.stack([normalised(view) for view, _ in varied])
        return views, np.array([places for _, places in varied], np.float32)

    for views, targets in one_ahead(range(epochs), prepare):
        network.fit(views, targets, batch_size=_LOCALISER_BATCH, verbose=0)
    return network


def locate(localiser: "keras.Model", patches: list[Grey]) -> list[EyePlaces]:
    """Where a localiser sees the eyes of each patch (uint8, 192×192)."""
    if not patches:
        return []
    views = np.concatenate([localiser_inputs(patch) for patch in patches])
    answers = np.asarray(localiser(views, training=False), np.float64).reshape(-1, 2, 4)
    return [places_from(answer) for answer in answers]


def fit_eye_network(eyes: list[AlignedEye], *, seed: int, epochs: int) -> "keras.Model":
    """Train one eye network; open and closed eyes count alike."""
    import keras

    keras.utils.set_random_seed(seed)
    generator = np.random.default_rng(seed)
    network = build_eye_network()
    steps = epochs * (len(eyes) // _EYE_BATCH + 1)
    rate = keras.optimizers.schedules.CosineDecay(_RATE, steps, alpha=0.02)
    network.compile(
        keras.optimizers.AdamW(rate, weight_decay=2e-3),
        keras.losses.BinaryCrossentropy(from_logits=True),
    )
    closed = np.array([eye.closed for eye in eyes])
    share = np.clip(closed.mean(), 1e-3, 1.0 - 1e-3)
    importance = np.where(closed == 1.0, 0.5 / share, 0.5 / (1.0 - share)).astype(np.float32)

    def prepare(_epoch: int) -> Lesson:
        varied = [vary(eye, generator) for eye in eyes]
        crops = np.stack([normalised(crop) for crop, _ in varied])
        return crops, np.array([[target] for _, target in varied], np.float32)

    for crops, targets in one_ahead(range(epochs), prepare):
        network.fit(crops, targets, sample_weight=importance, batch_size=_EYE_BATCH, verbose=0)
    return network


def _convolved(
    features: "keras.KerasTensor", filters: int, *, strides: int = 1
) -> "keras.KerasTensor":
    import keras

    features = keras.layers.Conv2D(filters, 3, strides=strides, padding="same", use_bias=False)(
        features
    )
    features = keras.layers.BatchNormalization()(features)
    return keras.layers.ReLU()(features)

"""How the weights are learned: the head on fixed features, or the network under augmentation."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.lab.augmentation import Augmentation
from faceqa_gui.lab.one_ahead import one_ahead
from faceqa_gui.lab.training_examples import Examples, class_weights, one_hot
from faceqa_gui.quality.network import LOGITS, Architecture

if TYPE_CHECKING:
    import keras
    import tensorflow as tf

Mode = Literal["paper", "full"]

_BATCH = 32
_HEAD_EPOCHS = 10
_HEAD_RATE = 1e-3
_AVERAGED_STEPS = 100


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides over a training run besides the data.

    Attributes:
        architecture: of the network.
        mode: `paper`: backbone frozen, head only (Gurjar et al. 2024, section 3: 30 epochs,
            rate 1e-4). `full`: head first, then the network is fine-tuned under augmentation.
        epochs: of the paper's mode, or of the fine-tuning.
        seed: of every random choice.
        rate: learning rate at the start; it falls along a cosine in the full mode.
        frozen_blocks: MobileNet blocks that fine-tuning leaves alone.
        label_smoothing: share of each target spread over all classes (full mode).
        augmentation: of the full mode.
    """

    architecture: Architecture = "mobilenet"
    mode: Mode = "full"
    epochs: int = 8
    seed: int = 0
    rate: float = 6e-5
    frozen_blocks: int = 4
    label_smoothing: float = 0.05
    augmentation: Augmentation = field(default_factory=Augmentation)


def recipe_for(
    architecture: Architecture, mode: Mode, *, epochs: int | None = None, seed: int = 0
) -> Recipe:
    """The recipe of an architecture and a mode; the simple CNN is always trained whole."""
    if architecture == "simple_cnn":
        plain = Augmentation(glasses=0.0, covering=0.0, cut_out=0.0, spoil=0.0, zoom=(0.9, 1.1))
        changes = plain if mode == "paper" else Augmentation()
        return Recipe(architecture, mode, epochs or 15, seed, 1e-3, 0, 0.0, changes)
    if mode == "paper":
        return Recipe(architecture, mode, epochs or 30, seed, 1e-4)
    return Recipe(architecture, mode, epochs or 8, seed)


@dataclass(slots=True)
class History:
    """Loss and accuracy after every epoch, on training and validation pictures."""

    loss: list[float] = field(default_factory=list)
    accuracy: list[float] = field(default_factory=list)
    val_loss: list[float] = field(default_factory=list)
    val_accuracy: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Validation:
    """What is looked at after every epoch: float32 inputs N×224×224×3 and their classes."""

    inputs: NDArray[np.float32]
    truth: NDArray[np.intp]


@dataclass(slots=True, eq=False)
class Best:
    """The weights of the epoch with the smallest validation loss."""

    loss: float = math.inf
    epoch: int = 0
    weights: list[NDArray[np.float32]] | None = None

    def offer(self, network: "keras.Model", loss: float, epoch: int) -> None:
        """Keep the weights that `network` has now if they are the best yet."""
        if loss < self.loss:
            self.loss, self.epoch, self.weights = loss, epoch, network.get_weights()


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """What a run has learned so far.

    Attributes:
        validation: what is looked at after every epoch.
        after_epoch: is told the number of each finished epoch and when training began.
        history: grows with every epoch.
        best: the weights to keep.
    """

    validation: Validation
    after_epoch: Callable[[int, float], None]
    history: History = field(default_factory=History)
    best: Best = field(default_factory=Best)


def outputs(network: "keras.Model", inputs: NDArray[np.float32]) -> NDArray[np.float32]:
    """What `network` answers to many inputs, batch by batch."""
    parts = [
        np.asarray(network(inputs[start : start + _BATCH], training=False))
        for start in range(0, len(inputs), _BATCH)
    ]
    return np.concatenate(parts)


def pooled_features(network: "keras.Model", examples: Examples) -> NDArray[np.float32]:
    """What the head sees of every picture as it is: float32, N×1024 for MobileNet."""
    import keras

    pooled = keras.Model(network.input, network.get_layer("pool").output)
    total = len(examples.truth)
    parts = [
        np.asarray(pooled(examples.inputs(start, start + _BATCH), training=False))
        for start in range(0, total, _BATCH)
    ]
    return np.concatenate(parts)


def train_paper_head(
    network: "keras.Model", training: Examples, recipe: Recipe, course: Course
) -> None:
    """The paper's mode. The backbone is frozen, so its features are computed only once."""
    import keras

    class_weights(training.truth)
    features = pooled_features(network, training)
    backbone = keras.Model(network.input, network.get_layer("pool").output)
    val_features = outputs(backbone, course.validation.inputs)
    head = _head_of(network)
    head.compile(keras.optimizers.Adam(recipe.rate), _loss(0.0), metrics=["accuracy"])
    started = time.monotonic()
    for epoch in range(1, recipe.epochs + 1):
        fitted = head.fit(
            features,
            one_hot(training.truth),
            batch_size=_BATCH,
            validation_data=(val_features, one_hot(course.validation.truth)),
            verbose=0,
        )
        for name, values in fitted.history.items():
            getattr(course.history, name).append(float(values[-1]))
        course.best.offer(network, course.history.val_loss[-1], epoch)
        course.after_epoch(epoch, started)


def train_first_head(network: "keras.Model", training: Examples, recipe: Recipe) -> None:
    """A sensible head before the backbone is touched: ten quick epochs on fixed features."""
    import keras

    head = _head_of(network)
    head.compile(keras.optimizers.Adam(_HEAD_RATE), _loss(recipe.label_smoothing))
    weights = class_weights(training.truth)
    head.fit(
        pooled_features(network, training),
        one_hot(training.truth),
        sample_weight=weights[training.truth],
        batch_size=_BATCH,
        epochs=_HEAD_EPOCHS,
        verbose=0,
    )


def train_whole(network: "keras.Model", training: Examples, recipe: Recipe, course: Course) -> None:
    """Fine-tune (or, for the simple CNN, train) under augmentation.

    The weights are averaged over about the last hundred steps, an epoch at most; it is these
    averages that are validated and kept. The next batch is prepared while this one is learned.
    """
    import keras

    _freeze(network, recipe.frozen_blocks)
    steps = math.ceil(len(training.truth) / _BATCH)
    optimizer = keras.optimizers.AdamW(
        keras.optimizers.schedules.CosineDecay(recipe.rate, recipe.epochs * steps, alpha=0.02),
        weight_decay=1e-3,
    )
    loss = _loss(recipe.label_smoothing)
    learn = _learner(network, optimizer, loss)
    weights = class_weights(training.truth)
    averages = _values(network)
    keep = 1.0 - 1.0 / min(_AVERAGED_STEPS, steps)
    generator = np.random.default_rng(recipe.seed)
    started = time.monotonic()

    def prepare(batch: NDArray[np.intp]) -> tuple[NDArray[np.float32], NDArray[np.intp]]:
        return training.changed(batch, recipe.augmentation, generator)

    for epoch in range(1, recipe.epochs + 1):
        order = generator.permutation(len(training.truth))
        batches = [order[start : start + _BATCH] for start in range(0, len(order), _BATCH)]
        figures = []
        for pictures, truth in one_ahead(batches, prepare):
            figures.append(learn(pictures, one_hot(truth), weights[truth]))
            averages = [
                keep * average + (1.0 - keep) * value
                for average, value in zip(averages, _values(network), strict=True)
            ]
        latest = _values(network)
        _assign(network, averages)
        logits = outputs(network, course.validation.inputs)
        value, accuracy = np.mean(figures, axis=0)
        truth = course.validation.truth
        course.history.loss.append(float(value))
        course.history.accuracy.append(float(accuracy))
        course.history.val_loss.append(float(loss(one_hot(truth), logits)))
        course.history.val_accuracy.append(float((logits.argmax(-1) == truth).mean()))
        course.best.offer(network, course.history.val_loss[-1], epoch)
        course.after_epoch(epoch, started)
        _assign(network, latest)


def _learner(
    network: "keras.Model", optimizer: "keras.Optimizer", loss: "keras.Loss"
) -> Callable[[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]], tuple[float, float]]:
    """One step of learning as a function of inputs, targets and their weights."""
    import tensorflow as tf

    def learn(
        pictures: "tf.Tensor", targets: "tf.Tensor", importance: "tf.Tensor"
    ) -> tuple["tf.Tensor", "tf.Tensor"]:
        with tf.GradientTape() as tape:
            logits = network(pictures, training=True)
            value = loss(targets, logits, sample_weight=importance)
        gradients = tape.gradient(value, network.trainable_variables)
        optimizer.apply_gradients(zip(gradients, network.trainable_variables, strict=True))
        right = tf.equal(tf.argmax(logits, -1), tf.argmax(targets, -1))
        return value, tf.reduce_mean(tf.cast(right, tf.float32))

    floats = tf.TensorSpec([None, None], tf.float32)
    compiled = tf.function(
        learn,
        input_signature=[
            tf.TensorSpec([None, *network.input.shape[1:]], tf.float32),
            floats,
            tf.TensorSpec([None], tf.float32),
        ],
    )

    def step(
        pictures: NDArray[np.float32],
        targets: NDArray[np.float32],
        importance: NDArray[np.float32],
    ) -> tuple[float, float]:
        value, accuracy = compiled(pictures, targets, importance)
        return float(value), float(accuracy)

    return step


def _values(network: "keras.Model") -> list[NDArray[np.float32]]:
    return [variable.numpy() for variable in network.trainable_variables]


def _assign(network: "keras.Model", values: list[NDArray[np.float32]]) -> None:
    for variable, value in zip(network.trainable_variables, values, strict=True):
        variable.assign(value)


def _head_of(network: "keras.Model") -> "keras.Model":
    """The trainable head alone, sharing its layers with the network."""
    import keras

    pooled = keras.Input(network.get_layer("pool").output.shape[1:])
    hidden = network.get_layer("dropout")(pooled)
    return keras.Model(pooled, network.get_layer(LOGITS)(hidden))


def _loss(smoothing: float) -> "keras.Loss":
    import keras

    return keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=smoothing)


def _freeze(network: "keras.Model", blocks: int) -> None:
    """Leave the first blocks alone, and every batch normalisation at its ImageNet statistics."""
    import keras

    for layer in network.layers:
        parts = layer.name.split("_")
        early = parts[0] == "conv1" or (
            parts[0] == "conv" and parts[-1] != "relu" and int(parts[2]) <= blocks
        )
        early = early and blocks > 0
        layer.trainable = not (early or isinstance(layer, keras.layers.BatchNormalization))

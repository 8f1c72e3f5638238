"""How the weights are learned: the head on fixed features, or the network under augmentation."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.lab.one_ahead import one_ahead
from faceqa_gui.lab.training_distribution import Distribution
from faceqa_gui.lab.training_examples import Examples, class_weights, one_hot
from faceqa_gui.lab.training_recipes import Recipe, is_over, rate_after
from faceqa_gui.quality.network import FEATURES, LOGITS

if TYPE_CHECKING:
    import keras

_BATCH = 32
_HEAD_EPOCHS = 10
_HEAD_RATE = 1e-3
_AVERAGED_STEPS = 100

Lesson = tuple[NDArray[np.float32], NDArray[np.intp]]


@dataclass(frozen=True, slots=True)
class Epoch:
    """Figures of a finished epoch.

    Attributes:
        epoch: its number, from 1.
        loss: mean of the training steps.
        accuracy: in 0-1, likewise.
        val_loss: of the validation pictures.
        val_accuracy: in 0-1, likewise.
        rate: learning rate at its end.
        seconds: that it took.
    """

    epoch: int
    loss: float
    accuracy: float
    val_loss: float
    val_accuracy: float
    rate: float
    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class Validation:
    """What is looked at after every epoch: float32 inputs N×… of the network, and their classes."""

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


@dataclass(slots=True, eq=False)
class Learning:
    """Everything that changes while a network learns.

    Attributes:
        network: the whole network.
        optimizer: with its moments and counters.
        averages: of the trainable weights; empty if they are not averaged.
        generator: source of the order and of the changes of pictures.
    """

    network: "keras.Model"
    optimizer: "keras.Optimizer"
    averages: list[NDArray[np.float32]]
    generator: np.random.Generator


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """What a run has learned so far.

    Attributes:
        validation: pictures that are looked at after every epoch.
        epochs: grows with every epoch.
        best: the weights to keep.
    """

    validation: Validation
    epochs: list[Epoch] = field(default_factory=list)
    best: Best = field(default_factory=Best)

    @property
    def history(self) -> dict[str, list[float]]:
        """Loss and accuracy after every epoch, on training and validation pictures."""
        names = ("loss", "accuracy", "val_loss", "val_accuracy")
        return {name: [getattr(epoch, name) for epoch in self.epochs] for name in names}


class Follower(Protocol):
    """Whoever keeps and shows what happens."""

    def begin(self, learning: Learning) -> None:
        """Before the first step: may put back what an earlier run has learned."""

    def after_step(self, done: int, total: int) -> None:
        """Of `total` steps at most, `done` are done; what is raised here ends the training."""

    def after_epoch(self, learning: Learning) -> None:
        """An epoch was added to the course; `learning` is what is needed to go on from here."""


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
    network: "keras.Model",
    training: Examples,
    recipe: Recipe,
    course: Course,
    follower: Follower,
    *,
    distribution: Distribution | None = None,
) -> None:
    """Train the head alone: the backbone is frozen, so its features are computed only once."""
    import keras

    distribution = distribution or Distribution()
    class_weights(training.truth, training.labels)
    features = pooled_features(network, training)
    backbone = keras.Model(network.input, network.get_layer("pool").output)
    validation = Validation(outputs(backbone, course.validation.inputs), course.validation.truth)
    with distribution.scope():
        head = _head_of(network)
        optimizer = _optimizer(recipe, _steps(training, recipe))
        optimizer.build(head.trainable_variables)
    learning = Learning(network, optimizer, [], np.random.default_rng(recipe.seed))

    def lesson(batch: NDArray[np.intp]) -> Lesson:
        return features[batch], training.truth[batch]

    school = _School(head, lesson, training, validation, distribution)
    _learn(school, learning, recipe, course, follower)


def train_first_head(
    network: "keras.Model",
    training: Examples,
    recipe: Recipe,
    *,
    distribution: Distribution | None = None,
) -> None:
    """A sensible head before the backbone is touched: ten quick epochs on fixed features."""
    import keras

    with (distribution or Distribution()).scope():
        head = _head_of(network)
        head.compile(keras.optimizers.Adam(_HEAD_RATE), _loss(recipe.label_smoothing))
    weights = class_weights(training.truth, training.labels)
    head.fit(
        pooled_features(network, training),
        one_hot(training.truth, training.labels),
        sample_weight=weights[training.truth],
        batch_size=_BATCH,
        epochs=_HEAD_EPOCHS,
        verbose=0,
    )


def train_whole(
    network: "keras.Model",
    training: Examples,
    recipe: Recipe,
    course: Course,
    follower: Follower,
    *,
    distribution: Distribution | None = None,
) -> None:
    """Fine-tune (or train) under augmentation.

    The next batch is prepared while this one is learned.
    """
    distribution = distribution or Distribution()
    _freeze(network, recipe)
    with distribution.scope():
        optimizer = _optimizer(recipe, _steps(training, recipe))
        optimizer.build(network.trainable_variables)
    averages = _values(network) if recipe.averaged else []
    learning = Learning(network, optimizer, averages, np.random.default_rng(recipe.seed))

    def lesson(batch: NDArray[np.intp]) -> Lesson:
        return training.changed(batch, recipe.augmentation, learning.generator)

    school = _School(network, lesson, training, course.validation, distribution)
    _learn(school, learning, recipe, course, follower)


@dataclass(frozen=True, slots=True, eq=False)
class _School:
    """What is learned, from what, and how it is examined."""

    learned: "keras.Model"
    lesson: Callable[[NDArray[np.intp]], Lesson]
    training: Examples
    validation: Validation
    distribution: Distribution


def _learn(
    school: _School, learning: Learning, recipe: Recipe, course: Course, follower: Follower
) -> None:
    """Epoch by epoch, from where `course` stands, to the end or until nothing is gained."""
    learned, validation = school.learned, school.validation
    truth, labels = school.training.truth, school.training.labels
    loss = _loss(recipe.label_smoothing)
    step = school.distribution.step(learned, learning.optimizer, loss)
    weights = class_weights(truth, labels)
    if not recipe.weighted:
        weights = np.ones_like(weights)
    follower.begin(learning)
    while len(course.epochs) < recipe.epochs and not is_over(course.history["val_loss"], recipe):
        started = time.monotonic()
        _set_rate(learning.optimizer, course, recipe)
        order = learning.generator.permutation(len(truth))
        size = recipe.batch
        batches = [order[start : start + size] for start in range(0, len(order), size)]
        keep = 1.0 - 1.0 / min(_AVERAGED_STEPS, len(batches))
        figures = []
        for inputs, classes in one_ahead(batches, school.lesson):
            figures.append(step(inputs, one_hot(classes, labels), weights[classes]))
            _average(learned, learning, keep)
            done = len(course.epochs) * len(batches) + len(figures)
            follower.after_step(done, recipe.epochs * len(batches))
        latest = _values(learned)
        if learning.averages:
            _assign(learned, learning.averages)
        logits = outputs(learned, validation.inputs)
        value, accuracy = np.mean(figures, axis=0)
        epoch = Epoch(
            epoch=len(course.epochs) + 1,
            loss=float(value),
            accuracy=float(accuracy),
            val_loss=float(loss(one_hot(validation.truth, labels), logits)),
            val_accuracy=float((logits.argmax(-1) == validation.truth).mean()),
            rate=float(learning.optimizer.learning_rate),
            seconds=round(time.monotonic() - started, 3),
        )
        course.epochs.append(epoch)
        course.best.offer(learning.network, epoch.val_loss, epoch.epoch)
        _assign(learned, latest)
        follower.after_epoch(learning)


def _average(learned: "keras.Model", learning: Learning, keep: float) -> None:
    """Move the averages, where there are any, towards the weights of this step."""
    if learning.averages:
        learning.averages = [
            keep * average + (1.0 - keep) * value
            for average, value in zip(learning.averages, _values(learned), strict=True)
        ]


def _steps(training: Examples, recipe: Recipe) -> int:
    return math.ceil(len(training.truth) / recipe.batch)


def _optimizer(recipe: Recipe, steps: int) -> "keras.Optimizer":
    import keras

    if recipe.optimizer == "adamw":
        falling = keras.optimizers.schedules.CosineDecay(
            recipe.rate, recipe.epochs * steps, alpha=0.02
        )
        return keras.optimizers.AdamW(falling, weight_decay=1e-3)
    if recipe.optimizer == "nadam":
        return keras.optimizers.Nadam(recipe.rate)
    return keras.optimizers.Adam(recipe.rate)


def _set_rate(optimizer: "keras.Optimizer", course: Course, recipe: Recipe) -> None:
    """The rate of the next epoch, unless the optimizer has a plan of its own."""
    if recipe.optimizer != "adamw":
        optimizer.learning_rate = rate_after(course.history["val_loss"], recipe)


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


def _freeze(network: "keras.Model", recipe: Recipe) -> None:
    """Leave the first layers alone, and batch normalisation where the recipe says so."""
    import keras

    behind = network.layers[: network.layers.index(network.get_layer(FEATURES))]
    # The picture and its scaling stand in for the input that ResNet50 counts as its first layer.
    fixed = {layer.name for layer in behind[: recipe.frozen_layers + 1]}
    if not recipe.frozen_layers:
        fixed = {layer.name for layer in behind if _in_blocks(layer.name, recipe.frozen_blocks)}
    for layer in network.layers:
        norm = recipe.frozen_norms and isinstance(layer, keras.layers.BatchNormalization)
        layer.trainable = not (layer.name in fixed or norm)


def _in_blocks(name: str, blocks: int) -> bool:
    """Whether a layer of MobileNet belongs to its first convolution or its first `blocks`."""
    parts = name.split("_")
    if not blocks or parts[0] not in ("conv1", "conv"):
        return False
    return parts[0] == "conv1" or (parts[-1] != "relu" and int(parts[2]) <= blocks)

"""Training the quality network: the paper's recipe and a fuller one, both repeatable."""

import hashlib
import json
import math
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import DatasetError, ModelError
from faceqa_gui.frames.frame import Pixels, resize
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.lab.augmentation import Augmentation
from faceqa_gui.lab.calibration import choose_good_threshold, fit_temperature
from faceqa_gui.lab.dataset import Dataset
from faceqa_gui.lab.training_figures import draw_curves
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model_file import (
    KERAS_FILE,
    MANIFEST_FILE,
    ONNX_FILE,
    Manifest,
)
from faceqa_gui.quality.network import (
    LOGITS,
    Architecture,
    build_network,
    station_network,
)
from faceqa_gui.quality.preprocessing import INPUT_SIDE, centre_square, network_input
from faceqa_gui.quality.runtime import softmax

if TYPE_CHECKING:
    import keras

Mode = Literal["paper", "full"]
Report = Callable[[str], None]

CURVES_FILE = "curves.png"
HISTORY_FILE = "history.json"
_CACHE_SIDE = 256
_BATCH = 32
_READABLE_NAMES = {"mobilenet": "MobileNet v1", "simple_cnn": "Simple CNN"}


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
    epochs: int = 7
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
        return Recipe(architecture, mode, epochs or 30, seed, 1e-3, 0)
    if mode == "paper":
        return Recipe(architecture, mode, epochs or 30, seed, 1e-4)
    return Recipe(architecture, mode, epochs or 7, seed)


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Decoded pictures: uint8, N×S×S×3, RGB, and the index of the class of each, intp, N."""

    pictures: Pixels
    truth: NDArray[np.intp]


@dataclass(slots=True)
class History:
    """Loss and accuracy after every epoch, on training and validation pictures."""

    loss: list[float] = field(default_factory=list)
    accuracy: list[float] = field(default_factory=list)
    val_loss: list[float] = field(default_factory=list)
    val_accuracy: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Trained:
    """What a run leaves behind: the model folder, and figures on the validation split."""

    folder: Path
    epochs: int
    val_accuracy: float
    temperature: float
    good_threshold: float

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return asdict(self) | {"folder": str(self.folder)}


def train(
    dataset: Dataset,
    out: Path,
    recipe: Recipe,
    *,
    weights: Path | None,
    command: str,
    report: Report,
) -> Trained:
    """Train on the split `train`, choose and calibrate on `val`, and write a model folder.

    Args:
        dataset: with the splits `train` and `val`.
        out: folder of the model; made if need be.
        recipe: what to do.
        weights: ImageNet weights of MobileNet without its top; not used by the simple CNN.
        command: written to the manifest, so that others can repeat the run.
        report: is told of progress, a line at a time.

    Raises:
        DatasetError: a split is missing or no picture of it can be read.
        ModelError: the weights are missing or the folder cannot be written.
    """
    import keras

    if recipe.architecture == "mobilenet" and weights is None:
        raise ModelError("MobileNet starts from ImageNet weights: name their file with --weights.")
    _make_folder(out)
    keras.utils.set_random_seed(recipe.seed)
    network = build_network(recipe.architecture, weights=weights)
    training = read_examples(dataset.split("train"), _CACHE_SIDE, report)
    validation = read_examples(dataset.split("val"), INPUT_SIDE, report)
    history = History()

    def after_epoch(epoch: int, started: float) -> None:
        seconds_left = (time.monotonic() - started) / epoch * (recipe.epochs - epoch)
        report(
            f"epoch {epoch}/{recipe.epochs}: loss {history.loss[-1]:.3f}, accuracy "
            f"{history.accuracy[-1]:.3f}; validation loss {history.val_loss[-1]:.3f}, accuracy "
            f"{history.val_accuracy[-1]:.3f}; {seconds_left / 60:.1f} min left"
        )
        draw_curves(asdict(history), out / CURVES_FILE)
        (out / HISTORY_FILE).write_text(json.dumps(asdict(history), indent=1), encoding="utf-8")

    try:
        if recipe.mode == "paper" and recipe.architecture == "mobilenet":
            _train_head(
                network, training, validation, recipe, history=history, after_epoch=after_epoch
            )
        else:
            if recipe.architecture == "mobilenet":
                _train_first_head(network, training, recipe)
            _train_whole(
                network, training, validation, recipe, history=history, after_epoch=after_epoch
            )
    except KeyboardInterrupt:
        if not history.loss:
            raise
        report("Stopped: the network as it is now is calibrated and kept.")
    return _write_model(
        network,
        dataset,
        validation,
        out=out,
        recipe=recipe,
        command=command,
        epochs=len(history.loss),
    )


def read_examples(dataset: Dataset, side: int, report: Report) -> Examples:
    """Decode the pictures of one split once, at side×side.

    Raises:
        DatasetError: there is none.
        SourceError: a picture cannot be read; training data must be whole.
    """
    if not dataset.images:
        raise DatasetError(f"{dataset.root} has no pictures to train on.")
    pictures = np.empty((len(dataset.images), side, side, 3), np.uint8)
    for index, image in enumerate(dataset.images):
        pictures[index] = resize(centre_square(read_picture(image.path)), side, side)
    report(f"{len(pictures)} pictures read")
    truth = [dataset.labels.index(image.label) for image in dataset.images]
    return Examples(pictures, np.array(truth, np.intp))


def _inputs(pictures: Pixels) -> NDArray[np.float32]:
    return np.stack([network_input(picture) for picture in pictures]).astype(np.float32)


def _outputs(network: "keras.Model", pictures: Pixels) -> NDArray[np.float32]:
    parts = [
        np.asarray(network(_inputs(pictures[start : start + _BATCH]), training=False))
        for start in range(0, len(pictures), _BATCH)
    ]
    return np.concatenate(parts)


def _pooled(network: "keras.Model", pictures: Pixels) -> NDArray[np.float32]:
    import keras

    return _outputs(keras.Model(network.input, network.get_layer("pool").output), pictures)


def _head_of(network: "keras.Model") -> "keras.Model":
    """The trainable head alone, sharing its layers with the network."""
    import keras

    pooled = keras.Input(network.get_layer("pool").output.shape[1:])
    hidden = network.get_layer("dropout")(pooled)
    return keras.Model(pooled, network.get_layer(LOGITS)(hidden))


def _class_weights(truth: NDArray[np.intp]) -> NDArray[np.float32]:
    counts = np.bincount(truth, minlength=len(QUALITY_LABELS))
    if not counts.all():
        missing = [QUALITY_LABELS[index] for index in np.flatnonzero(counts == 0)]
        raise DatasetError(f"The training split has no pictures of: {', '.join(missing)}.")
    return (len(truth) / (len(counts) * counts)).astype(np.float32)


def _loss(smoothing: float) -> "keras.Loss":
    import keras

    return keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=smoothing)


def _one_hot(truth: NDArray[np.intp]) -> NDArray[np.float32]:
    return np.eye(len(QUALITY_LABELS), dtype=np.float32)[truth]


def _train_head(
    network: "keras.Model",
    training: Examples,
    validation: Examples,
    recipe: Recipe,
    *,
    history: History,
    after_epoch: Callable[[int, float], None],
) -> None:
    """The paper's mode. The backbone is frozen, so its features are computed only once."""
    import keras

    _class_weights(training.truth)
    features = _pooled(network, training.pictures)
    val_features = _pooled(network, validation.pictures)
    head = _head_of(network)
    head.compile(keras.optimizers.Adam(recipe.rate), _loss(0.0), metrics=["accuracy"])
    started = time.monotonic()
    for epoch in range(1, recipe.epochs + 1):
        fitted = head.fit(
            features,
            _one_hot(training.truth),
            batch_size=_BATCH,
            validation_data=(val_features, _one_hot(validation.truth)),
            verbose=0,
        )
        for name, values in fitted.history.items():
            getattr(history, name).append(float(values[-1]))
        after_epoch(epoch, started)


def _train_first_head(network: "keras.Model", training: Examples, recipe: Recipe) -> None:
    """A sensible head before the backbone is touched: ten quick epochs on fixed features."""
    import keras

    head = _head_of(network)
    head.compile(keras.optimizers.Adam(1e-3), _loss(recipe.label_smoothing))
    weights = _class_weights(training.truth)
    head.fit(
        _pooled(network, training.pictures),
        _one_hot(training.truth),
        sample_weight=weights[training.truth],
        batch_size=_BATCH,
        epochs=10,
        verbose=0,
    )


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


def _train_whole(
    network: "keras.Model",
    training: Examples,
    validation: Examples,
    recipe: Recipe,
    *,
    history: History,
    after_epoch: Callable[[int, float], None],
) -> None:
    """Fine-tune (or, for the simple CNN, train) under augmentation; averaged weights are kept."""
    import keras
    import tensorflow as tf

    _freeze(network, recipe.frozen_blocks)
    weights = _class_weights(training.truth)
    steps = math.ceil(len(training.truth) / _BATCH)
    optimizer = keras.optimizers.AdamW(
        keras.optimizers.schedules.CosineDecay(recipe.rate, recipe.epochs * steps, alpha=0.02),
        weight_decay=1e-3,
        use_ema=True,
        ema_momentum=0.995,
    )
    loss = _loss(recipe.label_smoothing)

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

    learn_compiled = tf.function(learn)
    generator = np.random.default_rng(recipe.seed)
    started = time.monotonic()
    for epoch in range(1, recipe.epochs + 1):
        figures = []
        order = generator.permutation(len(training.truth))
        for start in range(0, len(order), _BATCH):
            chosen = order[start : start + _BATCH]
            changed = [
                recipe.augmentation.change(
                    training.pictures[index], int(training.truth[index]), generator
                )
                for index in chosen
            ]
            pictures = np.stack([picture for picture, _ in changed]).astype(np.float32)
            truth = np.array([label for _, label in changed], np.intp)
            figures.append(
                [float(v) for v in learn_compiled(pictures, _one_hot(truth), weights[truth])]
            )
        value, accuracy = np.mean(figures, axis=0)
        logits = _outputs(network, validation.pictures)
        history.loss.append(float(value))
        history.accuracy.append(float(accuracy))
        history.val_loss.append(float(loss(_one_hot(validation.truth), logits)))
        history.val_accuracy.append(float((logits.argmax(-1) == validation.truth).mean()))
        after_epoch(epoch, started)
    optimizer.finalize_variable_values(network.trainable_variables)


def _write_model(
    network: "keras.Model",
    dataset: Dataset,
    validation: Examples,
    *,
    out: Path,
    recipe: Recipe,
    command: str,
    epochs: int,
) -> Trained:
    logits = _outputs(network, validation.pictures)
    temperature = fit_temperature(logits, validation.truth)
    probabilities = softmax(logits, temperature)
    threshold = choose_good_threshold(probabilities, validation.truth)
    try:
        network.save(out / KERAS_FILE)
        two_outputs = station_network(network)
        two_outputs(_inputs(validation.pictures[:1]))  # the exporter needs a network that has run
        two_outputs.export(out / ONNX_FILE, format="onnx", verbose=False)
    except OSError as error:
        raise ModelError(f"The model could not be written to {out}: {error.strerror}.") from error
    manifest = Manifest(
        name=_READABLE_NAMES[recipe.architecture],
        architecture=recipe.architecture,
        labels=QUALITY_LABELS,
        input_side=INPUT_SIDE,
        temperature=temperature,
        good_threshold=threshold,
        files={
            name: hashlib.sha256((out / name).read_bytes()).hexdigest()
            for name in (KERAS_FILE, ONNX_FILE)
        },
        libraries={name: version(name) for name in ("keras", "tensorflow", "numpy", "tf2onnx")},
        training_command=command,
        data_sha256=dataset.digest(),
        created=datetime.now(UTC).date().isoformat(),
    )
    (out / MANIFEST_FILE).write_text(manifest.model_dump_json(indent=1) + "\n", encoding="utf-8")
    accuracy = float((logits.argmax(-1) == validation.truth).mean())
    return Trained(out, epochs, accuracy, temperature, threshold)


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe = out / ".probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise ModelError(
            f"{out} cannot be written: {error.strerror}. Name another folder with --out."
        ) from error

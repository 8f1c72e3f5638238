"""Training the quality network: the paper's recipe and a fuller one, both repeatable."""

import hashlib
import json
import time
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from faceqa_gui.errors import DatasetError, ModelError
from faceqa_gui.lab.calibration import choose_good_threshold, fit_temperature
from faceqa_gui.lab.dataset import Dataset, LabelledImage
from faceqa_gui.lab.training_examples import Examples, Report, read_examples
from faceqa_gui.lab.training_figures import draw_curves
from faceqa_gui.lab.training_loops import (
    Course,
    Recipe,
    Validation,
    outputs,
    recipe_for,
    train_first_head,
    train_paper_head,
    train_whole,
)
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model_file import (
    KERAS_FILE,
    MANIFEST_FILE,
    ONNX_FILE,
    Manifest,
)
from faceqa_gui.quality.network import build_network, station_network
from faceqa_gui.quality.preprocessing import INPUT_SIDE, PREPROCESSING
from faceqa_gui.quality.runtime import probe_batch, softmax

if TYPE_CHECKING:
    import keras

__all__ = ["Recipe", "Trained", "recipe_for", "train"]

CURVES_FILE = "curves.png"
RUN_FILE = "run.json"
_VALIDATED = 0.2
_READABLE_NAMES = {
    "mobilenet": "MobileNet v1",
    "simple_cnn": "Simple CNN",
    "resnet50": "ResNet50",
}


@dataclass(frozen=True, slots=True)
class Trained:
    """What a run leaves behind: the model folder, and figures on the validation split.

    Attributes:
        folder: of the model.
        epochs: that were finished.
        best_epoch: whose weights were kept: the smallest validation loss.
        val_accuracy: of the pictures of the split `val` as they are, 0-1.
        temperature: fitted on the same pictures.
        good_threshold: chosen on the same pictures and one random variant of each.
    """

    folder: Path
    epochs: int
    best_epoch: int
    val_accuracy: float
    temperature: float
    good_threshold: float

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file; the folder by its name alone."""
        return asdict(self) | {"folder": self.folder.name}


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

    After every epoch the curves and `run.json` (recipe and figures so far) are written. Ctrl-C
    ends the training, and the best epoch so far is kept.

    Args:
        dataset: with the splits `train` and `val`, or without any: then 80 % of each class is
            trained on, as in the paper, and the rest validated.
        out: folder of the model; made if need be.
        recipe: what to do.
        weights: ImageNet weights of MobileNet without its top; not used by the simple CNN.
        command: written to the manifest, so that others can repeat the run.
        report: is told of progress, a line at a time.

    Raises:
        DatasetError: a split is missing, or has no pictures of a class.
        ModelError: the weights are missing or the folder cannot be written.
        SourceError: a picture cannot be read.
    """
    import keras

    if recipe.architecture == "mobilenet" and weights is None:
        raise ModelError("MobileNet starts from ImageNet weights: name their file with --weights.")
    train_split, val_split = _train_and_val(dataset, recipe.seed, report)
    _check_classes(train_split, val_split)
    _make_folder(out)
    keras.utils.set_random_seed(recipe.seed)
    network = build_network(recipe.architecture, weights=weights)
    training = read_examples(train_split, report)
    validation = read_examples(val_split, report)

    def after_epoch(epoch: int, started: float) -> None:
        seconds_left = (time.monotonic() - started) / epoch * (recipe.epochs - epoch)
        history = course.history
        report(
            f"epoch {epoch}/{recipe.epochs}: loss {history.loss[-1]:.3f}, accuracy "
            f"{history.accuracy[-1]:.3f}; validation loss {history.val_loss[-1]:.3f}, accuracy "
            f"{history.val_accuracy[-1]:.3f}; {seconds_left / 60:.1f} min left"
        )
        figures = asdict(history)
        draw_curves(figures, out / CURVES_FILE)
        run = {"recipe": asdict(recipe), "history": figures, "best_epoch": course.best.epoch}
        (out / RUN_FILE).write_text(json.dumps(run, indent=1) + "\n", encoding="utf-8")

    course = Course(_validation_of(validation, recipe), after_epoch)
    try:
        if recipe.architecture == "mobilenet" and recipe.mode == "paper":
            train_paper_head(network, training, recipe, course)
        else:
            if recipe.architecture == "mobilenet":
                train_first_head(network, training, recipe)
            train_whole(network, training, recipe, course)
    except KeyboardInterrupt:
        if course.best.weights is None:
            raise
        report(f"Stopped: epoch {course.best.epoch}, the best so far, is calibrated and kept.")
    if course.best.weights is None:
        raise ModelError(
            "The training diverged: no epoch has a loss that is a number. Check the pictures."
        )
    network.set_weights(course.best.weights)
    return _write_model(
        network,
        dataset,
        validation,
        out=out,
        recipe=recipe,
        command=command,
        epochs=len(course.history.loss),
        best_epoch=course.best.epoch,
    )


def _train_and_val(dataset: Dataset, seed: int, report: Report) -> tuple[Dataset, Dataset]:
    if any(image.split for image in dataset.images):
        return dataset.split("train"), dataset.split("val")
    generator = np.random.default_rng(seed)
    splits: dict[str, list[LabelledImage]] = {"train": [], "val": []}
    for label in dataset.labels:
        images = [image for image in dataset.images if image.label == label]
        order = generator.permutation(len(images))
        validated = max(1, round(_VALIDATED * len(images))) if len(images) > 1 else 0
        splits["val"] += [images[index] for index in order[:validated]]
        splits["train"] += [images[index] for index in order[validated:]]
    report(
        f"The data set has no splits: {len(splits['train'])} pictures are trained on, "
        f"{len(splits['val'])} validated."
    )
    train_split, val_split = (
        replace(dataset, images=tuple(sorted(images, key=lambda image: image.path)))
        for images in splits.values()
    )
    return train_split, val_split


def _check_classes(train_split: Dataset, val_split: Dataset) -> None:
    for name, part in (("train", train_split), ("val", val_split)):
        empty = [label for label, count in part.counts().items() if not count]
        if empty:
            raise DatasetError(
                f"The split “{name}” in {part.root} has no pictures of: {', '.join(empty)}. "
                "Add some of each class."
            )


def _validation_of(examples: Examples, recipe: Recipe) -> Validation:
    """The pictures as they are; in the full mode also one random variant of each.

    The pictures as they are come from the same sources as the training pictures, so they alone
    hardly tell one epoch from another.
    """
    plain = examples.inputs(0, len(examples.truth))
    if recipe.mode == "paper":
        return Validation(plain, examples.truth)
    changed, truth = examples.changed(
        np.arange(len(examples.truth)), recipe.augmentation, np.random.default_rng(0)
    )
    return Validation(np.concatenate([plain, changed]), np.concatenate([examples.truth, truth]))


def _write_model(
    network: "keras.Model",
    dataset: Dataset,
    validation: Examples,
    *,
    out: Path,
    recipe: Recipe,
    command: str,
    epochs: int,
    best_epoch: int,
) -> Trained:
    looked_at = _validation_of(validation, recipe)
    logits = outputs(network, looked_at.inputs)
    plain = logits[: len(validation.truth)]
    temperature = fit_temperature(plain, validation.truth)
    threshold = choose_good_threshold(softmax(logits, temperature), looked_at.truth)
    try:
        network.save(out / KERAS_FILE)
        two_outputs = station_network(network)
        # The exporter needs a network that has run.
        probe_logits = np.asarray(two_outputs(probe_batch(), training=False)[0])
        two_outputs.export(out / ONNX_FILE, format="onnx", verbose=False)
        manifest = Manifest(
            name=_READABLE_NAMES[recipe.architecture],
            architecture=recipe.architecture,
            labels=QUALITY_LABELS,
            input_side=INPUT_SIDE,
            preprocessing=PREPROCESSING,
            temperature=temperature,
            good_threshold=threshold,
            probe_logits=tuple(float(value) for value in probe_logits.ravel()),
            files={
                name: hashlib.sha256((out / name).read_bytes()).hexdigest()
                for name in (KERAS_FILE, ONNX_FILE)
            },
            libraries={name: version(name) for name in ("keras", "tensorflow", "numpy", "tf2onnx")},
            training_command=command,
            data_sha256=dataset.digest(),
            created=datetime.now(UTC).date().isoformat(),
        )
        text = manifest.model_dump_json(indent=1) + "\n"
        (out / MANIFEST_FILE).write_text(text, encoding="utf-8")
    except OSError as error:
        raise ModelError(f"The model could not be written to {out}: {error.strerror}.") from error
    accuracy = float((plain.argmax(-1) == validation.truth).mean())
    return Trained(out, epochs, best_epoch, accuracy, temperature, threshold)


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

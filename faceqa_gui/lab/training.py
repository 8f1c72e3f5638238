"""Training a network: published recipes and a fuller one, all repeatable and able to go on."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from faceqa_gui.errors import DatasetError, ModelError
from faceqa_gui.lab.calibration import choose_good_threshold, fit_temperature
from faceqa_gui.lab.dataset import Dataset, LabelledImage
from faceqa_gui.lab.pictures import Skipped
from faceqa_gui.lab.task import TASKS
from faceqa_gui.lab.training_checkpoint import Checkpoint
from faceqa_gui.lab.training_distribution import Distribution
from faceqa_gui.lab.training_examples import Examples, Report, read_examples
from faceqa_gui.lab.training_loops import (
    Course,
    Learning,
    Validation,
    outputs,
    train_first_head,
    train_paper_head,
    train_whole,
)
from faceqa_gui.lab.training_recipes import Recipe, recipe_for
from faceqa_gui.lab.training_record import LIBRARIES, TrainingRecord
from faceqa_gui.quality.model_file import (
    KERAS_FILE,
    ONNX_FILE,
    QUALITY_TASK,
    Manifest,
    write_manifest,
)
from faceqa_gui.quality.network import IMAGENET, Weights, build_network, station_network
from faceqa_gui.quality.preprocessing import INPUT_SIDE, PREPROCESSING
from faceqa_gui.quality.runtime import probe_batch, softmax
from faceqa_gui.records.durable import sha256_of_file
from faceqa_gui.wording import reason, said

if TYPE_CHECKING:
    import keras

Progress = Callable[[int, int], object]

__all__ = ["Recipe", "Trained", "recipe_for", "train"]

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
        good_threshold: chosen on the same pictures and, in the full mode, one random variant of
            each; None for an attribute.
    """

    folder: Path
    epochs: int
    best_epoch: int
    val_accuracy: float
    temperature: float
    good_threshold: float | None

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file; the folder by its name alone."""
        return asdict(self) | {"folder": self.folder.name}


def _nobody(_done: int, _total: int) -> None:
    """Whoever does not want to know how far it is."""


def train(
    dataset: Dataset,
    out: Path,
    recipe: Recipe,
    *,
    weights: Weights | None,
    command: str,
    report: Report,
    progress: Progress = _nobody,
    resume: bool = False,
    distribution: Distribution | None = None,
) -> Trained:
    """Train on the split `train`, choose and calibrate on `val`, and write a model folder.

    After every epoch the run's record (`TrainingRecord`) and a checkpoint are written. Ctrl-C ends
    the training, and the best epoch so far is kept; the run can go on all the same. Pictures that
    cannot be read are left out and named in the record.

    Args:
        dataset: with the splits `train` and `val`, or without any: then 80 % of each class is
            trained on, as in the paper, and the rest validated. Its labels are those of the
            recipe's task; an attribute keeps those that the training pictures have.
        out: folder of the model; made if need be.
        recipe: what to do.
        weights: of the backbone; not used by the simple CNN.
        command: written to the manifest, so that others can repeat the run.
        report: is told of progress, a line at a time.
        progress: is called after every step with the steps done and the most there can be; what
            it raises ends the run, which can go on later.
        resume: go on from the checkpoint in `out`.
        distribution: the devices to learn on; None: one.

    Raises:
        DatasetError: a split is missing, or has no pictures of a class.
        ModelError: the weights are missing, the folder cannot be written, or the run in it is
            another one or not there.
        StoreError: the disk refuses.
    """
    import keras

    distribution = distribution or Distribution()
    _check_weights(recipe, weights)
    train_split, val_split = _splits(dataset, recipe, report)
    run = {
        "command": command,
        "recipe": asdict(recipe),
        "task": recipe.task,
        "labels": train_split.labels,
        "data_sha256": dataset.digest(),
        "weights_sha256": sha256_of_file(weights) if isinstance(weights, Path) else weights,
        "libraries": {name: version(name) for name in LIBRARIES},
        "copies": distribution.copies,
        "pictures": {"train": len(train_split.images), "val": len(val_split.images)},
    }
    with _own_folder(out, distribution) as folder:
        checkpoint = Checkpoint(out, run)
        _check_resumption(checkpoint, out, resume=resume)
        skipped: list[Skipped] = []
        training = read_examples(train_split, report, skipped)
        validation = read_examples(val_split, report, skipped)
        if skipped:
            report(f"{len(skipped)} pictures cannot be read and are left out; see run.json")
        keras.utils.set_random_seed(recipe.seed)
        with distribution.scope():
            network = build_network(
                recipe.architecture, weights=weights, classes=len(training.labels)
            )
        course = Course(_validation_of(validation, recipe))
        record = TrainingRecord(folder, run, skipped)
        notes = _Notes(course, recipe, record, checkpoint, report, progress)
        notes.writes, notes.resumes = distribution.writes, resume
        stopped = _run_to_the_end(network, training, notes, weights, distribution)
        trained = _write_model(network, validation, course, folder, run)
        if distribution.writes and not stopped:
            checkpoint.remove()
    return replace(trained, folder=out)


@dataclass(slots=True, eq=False)
class _Notes:
    """Follows a course: writes record and checkpoint, and says how it goes."""

    course: Course
    recipe: Recipe
    record: TrainingRecord
    checkpoint: Checkpoint
    report: Report
    progress: Progress
    writes: bool = True
    resumes: bool = False

    def begin(self, learning: Learning) -> None:
        if self.resumes:
            self.checkpoint.resume(self.course, learning)
            self.report(f"The run goes on after epoch {len(self.course.epochs)}.")

    def after_step(self, done: int, total: int) -> None:
        self.progress(done, total)

    def after_epoch(self, learning: Learning) -> None:
        if self.writes:
            self.checkpoint.keep(self.course, learning)
            self.record.write(self.course)
        self.report(_line(self.course, self.recipe))


def _run_to_the_end(
    network: "keras.Model",
    training: Examples,
    notes: _Notes,
    weights: Weights | None,
    distribution: Distribution,
) -> bool:
    """Learn, and leave `network` with the best weights. Whether Ctrl-C ended it."""
    course, recipe, stopped = notes.course, notes.recipe, False
    try:
        if recipe.learns == "head":
            train_paper_head(network, training, recipe, course, notes, distribution=distribution)
        else:
            if recipe.head_first and weights is not None and not notes.resumes:
                train_first_head(network, training, recipe, distribution=distribution)
            train_whole(network, training, recipe, course, notes, distribution=distribution)
    except KeyboardInterrupt:
        if course.best.weights is None:
            raise
        stopped = True
        notes.report(
            f"Stopped: epoch {course.best.epoch}, the best so far, is calibrated and kept."
        )
    if course.best.weights is None:
        raise ModelError(
            said("The training diverged: no epoch has a loss that is a number. Check the pictures.")
        )
    network.set_weights(course.best.weights)
    return stopped


def _line(course: Course, recipe: Recipe) -> str:
    """What is said of the last epoch."""
    epoch = course.epochs[-1]
    spent = [one.seconds for one in course.epochs]
    minutes = sum(spent) / len(spent) * (recipe.epochs - epoch.epoch) / 60
    return (
        f"epoch {epoch.epoch}/{recipe.epochs}: loss {epoch.loss:.3f}, accuracy "
        f"{epoch.accuracy:.3f}; validation loss {epoch.val_loss:.3f}, accuracy "
        f"{epoch.val_accuracy:.3f}; {minutes:.1f} min left"
    )


def _check_weights(recipe: Recipe, weights: Weights | None) -> None:
    if weights is None and recipe.architecture == "mobilenet":
        raise ModelError(
            said("MobileNet starts from ImageNet weights: name their file with --weights.")
        )
    if weights is None and (recipe.frozen_layers or recipe.learns == "head"):
        raise ModelError(
            said(
                "This recipe leaves layers of ResNet50 as they were trained on ImageNet: "
                "name the file of their weights with --weights, or fetch it with --weights "
                "{imagenet}.",
                imagenet=IMAGENET,
            )
        )
    if isinstance(weights, Path) and not weights.is_file():
        raise ModelError(
            said("There is no weights file {weights}. Name one with --weights.", weights=weights)
        )


def _check_resumption(checkpoint: Checkpoint, folder: Path, *, resume: bool) -> None:
    if resume and not checkpoint.exists:
        raise ModelError(
            said(
                "{folder} holds no unfinished run with a whole epoch. Leave out --resume.",
                folder=folder,
            )
        )
    if resume:
        checkpoint.check()
    elif checkpoint.exists:
        raise ModelError(
            said(
                "{folder} holds an unfinished run. Add --resume to go on with it, or name "
                "another folder with --out.",
                folder=folder,
            )
        )


@contextmanager
def _own_folder(out: Path, distribution: Distribution) -> Iterator[Path]:
    """The run folder; for all workers but the first one that vanishes, holding the same run."""
    if distribution.writes:
        _make_folder(out)
        yield out
        return
    with tempfile.TemporaryDirectory(prefix="faceqa-") as folder:
        yield Path(folder)


def _splits(dataset: Dataset, recipe: Recipe, report: Report) -> tuple[Dataset, Dataset]:
    """What is trained on and what is validated, with the classes of the model as labels."""
    train_split, val_split = _train_and_val(dataset, recipe.seed, report)
    found = (image.label for image in train_split.images)
    task = TASKS[recipe.task].present_in(found, str(dataset.root))
    train_split, val_split = (_only(part, task.labels) for part in (train_split, val_split))
    _check_classes(train_split, val_split)
    return train_split, val_split


def _only(part: Dataset, labels: tuple[str, ...]) -> Dataset:
    """The pictures of the classes that the model has, with these classes."""
    images = tuple(image for image in part.images if image.label in labels)
    return replace(part, labels=labels, images=images)


def _train_and_val(dataset: Dataset, seed: int, report: Report) -> tuple[Dataset, Dataset]:
    if any(image.split for image in dataset.images):
        return dataset.split("train"), dataset.split("val")
    generator = np.random.default_rng(seed)
    splits: dict[str, list[LabelledImage]] = {"train": [], "val": []}
    for label in dataset.labels:
        # The pictures of one video look alike: they are never on both sides.
        files: dict[Path, list[LabelledImage]] = {}
        for image in dataset.images:
            if image.label == label:
                files.setdefault(image.path, []).append(image)
        groups = list(files.values())
        order = generator.permutation(len(groups))
        validated = max(1, round(_VALIDATED * len(groups))) if len(groups) > 1 else 0
        splits["val"] += [image for index in order[:validated] for image in groups[index]]
        splits["train"] += [image for index in order[validated:] for image in groups[index]]
    report(
        f"The data set has no splits: {len(splits['train'])} pictures are trained on, "
        f"{len(splits['val'])} validated."
    )
    train_split, val_split = (
        replace(dataset, images=tuple(sorted(images, key=lambda image: image.place)))
        for images in splits.values()
    )
    return train_split, val_split


def _check_classes(train_split: Dataset, val_split: Dataset) -> None:
    for name, part in (("train", train_split), ("val", val_split)):
        empty = [label for label, count in part.counts().items() if not count]
        if empty:
            raise DatasetError(
                said(
                    "The split “{name}” in {root} has no pictures of: {empty}. Add some of "
                    "each class.",
                    name=name,
                    root=part.root,
                    empty=", ".join(empty),
                )
            )


def _validation_of(examples: Examples, recipe: Recipe) -> Validation:
    """The pictures as they are; in the full mode also one random variant of each."""
    plain = examples.inputs(0, len(examples.truth))
    if recipe.mode == "paper":
        return Validation(plain, examples.truth)
    changed, truth = examples.changed(
        np.arange(len(examples.truth)), recipe.augmentation, np.random.default_rng(0)
    )
    return Validation(np.concatenate([plain, changed]), np.concatenate([examples.truth, truth]))


def _write_model(
    network: "keras.Model",
    validation: Examples,
    course: Course,
    out: Path,
    run: dict[str, Any],
) -> Trained:
    logits = outputs(network, course.validation.inputs)
    # The pictures as they are come first.
    plain = logits[: len(validation.truth)]
    temperature = fit_temperature(plain, validation.truth)
    threshold = None
    if run["task"] == QUALITY_TASK:
        threshold = choose_good_threshold(softmax(logits, temperature), course.validation.truth)
    architecture = run["recipe"]["architecture"]
    try:
        network.save(out / KERAS_FILE)
        two_outputs = station_network(network)
        # The exporter needs a network that has run.
        probe_logits = np.asarray(two_outputs(probe_batch(), training=False)[0])
        two_outputs.export(out / ONNX_FILE, format="onnx", verbose=False)
        files = {name: sha256_of_file(out / name) for name in (KERAS_FILE, ONNX_FILE)}
    except OSError as error:
        raise ModelError(
            said("The model could not be written to {out}: {why}.", out=out, why=reason(error))
        ) from error
    manifest = Manifest(
        name=_READABLE_NAMES[architecture],
        architecture=architecture,
        task=run["task"],
        labels=run["labels"],
        input_side=INPUT_SIDE,
        preprocessing=PREPROCESSING,
        temperature=temperature,
        good_threshold=threshold,
        probe_logits=tuple(float(value) for value in probe_logits.ravel()),
        files=files,
        libraries=run["libraries"],
        training_command=run["command"],
        data_sha256=run["data_sha256"],
        created=datetime.now(UTC).date().isoformat(),
    )
    write_manifest(out, manifest)
    accuracy = float((plain.argmax(-1) == validation.truth).mean())
    return Trained(out, len(course.epochs), course.best.epoch, accuracy, temperature, threshold)


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe = out / ".probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise ModelError(
            said(
                "{out} cannot be written: {why}. Name another folder with --out.",
                out=out,
                why=reason(error),
            )
        ) from error

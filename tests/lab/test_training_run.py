"""Real, small training runs: what they leave behind, that they repeat, and how they end early."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from support.labelled_pictures import write_folders, write_manifest, write_picture

from faceqa_gui.errors import DatasetError, ModelError
from faceqa_gui.lab.dataset import Dataset, read_dataset
from faceqa_gui.lab.training import Trained, recipe_for, train
from faceqa_gui.lab.training_examples import Examples, read_examples
from faceqa_gui.lab.training_loops import (
    Best,
    Course,
    Learning,
    Validation,
    train_paper_head,
    train_whole,
)
from faceqa_gui.lab.training_recipes import Mode, Recipe
from faceqa_gui.quality.keras_runtime import KerasRuntime, load_network
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model_file import read_model
from faceqa_gui.quality.network import build_network
from faceqa_gui.quality.runtime import probe_batch
from faceqa_gui.quality.runtimes import RUNTIMES, agrees_on_probe

EACH = {"train": 4, "val": 2}


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    root = tmp_path_factory.mktemp("pictures")
    rows = []
    for place, label in enumerate(QUALITY_LABELS):
        for split, count in EACH.items():
            for number in range(count):
                name = f"{label}/{split}{number}.png"
                write_picture(root / name, label, 100 * place + 10 * len(split) + number)
                rows.append({"file": name, "label": label, "split": split})
    write_manifest(root, rows)
    return read_dataset(root, QUALITY_LABELS)


def _train(dataset: Dataset, out: Path, recipe: Recipe) -> tuple[Trained, list[str]]:
    lines: list[str] = []
    trained = train(
        dataset, out, recipe, weights=None, command="faceqa train DATA", report=lines.append
    )
    return trained, lines


def test_the_simple_cnn_learns_and_leaves_a_whole_model(dataset: Dataset, tmp_path: Path) -> None:
    recipe = recipe_for("simple_cnn", "paper", epochs=8, seed=1)
    trained, lines = _train(dataset, tmp_path / "new" / "model", recipe)
    assert trained.epochs == 8
    assert 1 <= trained.best_epoch <= 8
    run = json.loads((trained.folder / "run.json").read_text("utf-8"))
    history = run["history"]
    assert [len(values) for values in history.values()] == [8] * 4
    assert min(history["val_loss"]) < 0.9 * history["val_loss"][0]
    assert run["recipe"]["seed"] == 1
    assert run["best_epoch"] == 1 + int(np.argmin(history["val_loss"]))
    assert any("epoch 3/8" in line and "min left" in line for line in lines)
    assert (trained.folder / "curves.png").read_bytes().startswith(b"\x89PNG")
    model = read_model(trained.folder)
    assert model.manifest.architecture == "simple_cnn"
    assert model.manifest.data_sha256 == dataset.digest()
    assert model.manifest.training_command == "faceqa train DATA"
    assert model.manifest.files["model.onnx"] == hashlib.sha256(model.onnx_bytes).hexdigest()
    assert str(tmp_path) not in (trained.folder / "manifest.json").read_text("utf-8")
    keras_logits = KerasRuntime(load_network(model.keras_bytes)).run(probe_batch()).logits
    np.testing.assert_allclose(keras_logits.ravel(), model.manifest.probe_logits, atol=1e-3)
    for name in RUNTIMES:
        assert agrees_on_probe(name, model)


@pytest.fixture(scope="module")
def examples(dataset: Dataset) -> Examples:
    return read_examples(dataset.split("train"), lambda _: None)


def _course(examples: Examples) -> Course:
    count = len(examples.truth)
    return Course(Validation(examples.inputs(0, count), examples.truth))


class _Nobody:
    """Follows a course and keeps nothing."""

    def begin(self, learning: Learning) -> None:
        pass

    def after_step(self, done: int, total: int) -> None:
        pass

    def after_epoch(self, learning: Learning) -> None:
        pass


@pytest.mark.slow
def test_the_same_seed_learns_the_same(examples: Examples) -> None:
    import keras

    losses = []
    for seed in (3, 3, 4):
        recipe = recipe_for("simple_cnn", "full", epochs=2, seed=seed)
        keras.utils.set_random_seed(seed)
        course = _course(examples)
        train_whole(build_network("simple_cnn"), examples, recipe, course, _Nobody())
        losses.append(course.history["loss"] + course.history["val_loss"])
    assert losses[0] == pytest.approx(losses[1], rel=1e-4)
    assert losses[0] != pytest.approx(losses[2], rel=1e-4)


@pytest.mark.parametrize("mode", ["paper", pytest.param("full", marks=pytest.mark.slow)])
def test_mobilenet_keeps_what_its_mode_freezes(examples: Examples, mode: Mode) -> None:
    import keras

    keras.utils.set_random_seed(0)
    network = build_network("mobilenet")
    watched = ("logits", "conv1", "conv_pw_4", "conv_pw_13", "conv_pw_13_bn")
    before = {name: network.get_layer(name).get_weights() for name in watched}
    recipe = recipe_for("mobilenet", mode, epochs=1)
    course = _course(examples)
    (train_paper_head if mode == "paper" else train_whole)(
        network, examples, recipe, course, _Nobody()
    )
    assert course.best.weights is not None
    network.set_weights(course.best.weights)
    changed = {
        name
        for name in watched
        for old, new in zip(before[name], network.get_layer(name).get_weights(), strict=True)
        if not np.array_equal(old, new)
    }
    assert changed == ({"logits"} if mode == "paper" else {"logits", "conv_pw_13"})


def test_the_best_epoch_is_kept_not_the_last() -> None:
    network = build_network("simple_cnn")
    best = Best()
    kept = network.get_weights()
    best.offer(network, 0.5, 1)
    network.set_weights([weight + 1.0 for weight in kept])
    best.offer(network, 0.7, 2)
    best.offer(network, float("nan"), 3)
    assert best.epoch == 1
    assert best.weights is not None
    for found, expected in zip(best.weights, kept, strict=True):
        np.testing.assert_array_equal(found, expected)


@pytest.mark.slow
def test_an_early_end_keeps_the_best_so_far(dataset: Dataset, tmp_path: Path) -> None:
    def report(line: str) -> None:
        if line.startswith("epoch 2/"):
            raise KeyboardInterrupt

    recipe = recipe_for("simple_cnn", "paper", epochs=3)
    trained = train(dataset, tmp_path, recipe, weights=None, command="c", report=report)
    assert trained.epochs == 2
    assert read_model(trained.folder).manifest.architecture == "simple_cnn"
    lines: list[str] = []
    steps: list[tuple[int, int]] = []
    trained = train(
        dataset,
        tmp_path,
        recipe,
        weights=None,
        command="c",
        report=lines.append,
        progress=lambda done, total: steps.append((done, total)),
        resume=True,
    )
    assert trained.epochs == 3
    assert "The run goes on after epoch 2." in lines
    assert steps == [(3, 3)]


def test_an_end_before_the_first_epoch_leaves_no_model(dataset: Dataset, tmp_path: Path) -> None:
    def report(_: str) -> None:
        raise KeyboardInterrupt

    recipe = recipe_for("simple_cnn", "paper", epochs=2)
    with pytest.raises(KeyboardInterrupt):
        train(dataset, tmp_path, recipe, weights=None, command="c", report=report)
    assert not (tmp_path / "manifest.json").exists()


def test_a_split_without_a_class_is_named(dataset: Dataset, tmp_path: Path) -> None:
    kept = tuple(image for image in dataset.images if (image.split, image.label) != ("val", "good"))
    with pytest.raises(DatasetError, match="has no pictures of: good"):
        _train(replace(dataset, images=kept), tmp_path, recipe_for("simple_cnn", "paper"))


def test_without_splits_a_fifth_of_each_class_is_validated(tmp_path: Path) -> None:
    write_folders(tmp_path / "data", QUALITY_LABELS, 5)
    dataset = read_dataset(tmp_path / "data", QUALITY_LABELS)
    lines: list[str] = []

    def report(line: str) -> None:
        lines.append(line)
        if len(lines) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train(
            dataset,
            tmp_path / "model",
            recipe_for("simple_cnn", "paper"),
            weights=None,
            command="c",
            report=report,
        )
    assert lines[0] == "The data set has no splits: 20 pictures are trained on, 5 validated."
    assert lines[1].startswith("20 pictures read")
    assert lines[2].startswith("5 pictures read")


def test_mobilenet_without_weights_is_refused(dataset: Dataset, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="name their file with --weights"):
        _train(dataset, tmp_path, recipe_for("mobilenet", "full"))


def test_a_folder_that_cannot_be_written_is_refused_at_once(
    dataset: Dataset, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    lines: list[str] = []
    with pytest.raises(ModelError, match="cannot be written"):
        train(
            dataset,
            tmp_path / "file" / "model",
            recipe_for("simple_cnn", "paper"),
            weights=None,
            command="c",
            report=lines.append,
        )
    assert lines == []

"""A run that is killed goes on to the very weights of a run that never was."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from support.attribute_pictures import write_fairface

from faceqa_gui.cli import main
from faceqa_gui.errors import ModelError
from faceqa_gui.lab.training_checkpoint import Checkpoint
from faceqa_gui.lab.training_loops import Course, Epoch, Learning, Validation

EPOCHS = 5
# With several threads sums are added up in another order each time.
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
}
CHILD = """
import sys
from faceqa_gui.cli import main
data, killed, whole = sys.argv[1:]
words = ["train", data, "--task", "gender", "--arch", "simple_cnn", "--epochs", "5", "--out"]
sys.exit(main([*words, killed, "--resume"]) or main([*words, whole]))
"""
PATIENCE = 120.0


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_fairface(tmp_path_factory.mktemp("faces"), {"train": 17, "val": 2})


def _words(data: Path, out: Path) -> list[str]:
    words = ["train", str(data), "--task", "gender", "--arch", "simple_cnn", "--out", str(out)]
    return [*words, "--epochs", str(EPOCHS)]


def _finished_epochs(out: Path) -> int:
    lines = out / "epochs.jsonl"
    return len(lines.read_text("utf-8").splitlines()) if lines.exists() else 0


def _weights(folder: Path) -> list[np.ndarray]:
    import keras

    network = keras.models.load_model(folder / "model.keras", compile=False)
    return [np.asarray(weight) for weight in network.get_weights()]


@pytest.mark.slow
def test_a_killed_run_goes_on_as_if_nothing_had_happened(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    environment = {**os.environ, **ONE_THREAD}
    program = [sys.executable, "-m", "faceqa_gui", *_words(data, killed)]
    with subprocess.Popen(program, env=environment, stdout=subprocess.DEVNULL) as run:
        deadline = time.monotonic() + PATIENCE
        while _finished_epochs(killed) < 2 and time.monotonic() < deadline:
            assert run.poll() is None
            time.sleep(0.005)
        run.kill()
    before = _finished_epochs(killed)
    assert 2 <= before < EPOCHS
    assert not (killed / "manifest.json").exists()

    for more, sentence in (
        ([], "holds an unfinished run. Add --resume"),
        (["--resume", "--seed", "1"], "cannot go on: the options changed since"),
    ):
        assert main([*_words(data, killed), *more]) == 2
        assert sentence in capsys.readouterr().err
    child = [sys.executable, "-c", CHILD, str(data), str(killed), str(whole)]
    done = subprocess.run(
        child, env=environment, timeout=PATIENCE, check=True, capture_output=True, text=True
    )
    assert "The run goes on after epoch" in done.stdout
    first, second = (json.loads((folder / "run.json").read_text()) for folder in (killed, whole))
    assert first["history"] == second["history"]
    assert len(first["history"]["loss"]) == EPOCHS
    for found, expected in zip(_weights(killed), _weights(whole), strict=True):
        np.testing.assert_array_equal(found, expected)
    assert not (killed / "checkpoint.npz").exists()


def test_nothing_to_go_on_with_is_said(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*_words(data, tmp_path / "new"), "--resume"]) == 2
    assert "holds no unfinished run with a whole epoch" in capsys.readouterr().err


RUN: dict[str, object] = {
    "recipe": {},
    "data_sha256": "",
    "weights_sha256": None,
    "libraries": {},
    "copies": 1,
}


def _learning(seed: int) -> Learning:
    """A small network under Nadam, which keeps one number beside its list of variables."""
    import keras

    keras.utils.set_random_seed(seed)
    layers = [keras.Input((3,)), keras.layers.Dropout(0.5), keras.layers.Dense(2)]
    network = keras.Sequential(layers)
    optimizer = keras.optimizers.Nadam(0.1)
    optimizer.build(network.trainable_variables)
    return Learning(network, optimizer, [], np.random.default_rng(seed))


def _step(learning: Learning) -> None:
    import tensorflow as tf

    inputs = learning.generator.normal(size=(4, 3)).astype(np.float32)
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(learning.network(inputs, training=True) ** 2)
    variables = learning.network.trainable_variables
    learning.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))


def test_every_state_that_learning_has_is_put_back(tmp_path: Path) -> None:
    first, checkpoint = _learning(1), Checkpoint(tmp_path, RUN)
    course = Course(Validation(np.zeros((0, 3), np.float32), np.zeros(0, np.intp)))
    for _ in range(3):
        _step(first)
    course.epochs.append(Epoch(1, 0.5, 0.5, 0.5, 0.5, 0.1, 1.0))
    course.best.offer(first.network, 0.5, 1)
    checkpoint.keep(course, first)
    second, again = _learning(2), Course(course.validation)
    checkpoint.resume(again, second)
    assert again.epochs == course.epochs
    assert (again.best.epoch, again.best.loss) == (1, 0.5)
    for learning in (first, second):
        _step(learning)
    for found, expected in zip(
        second.network.get_weights(), first.network.get_weights(), strict=True
    ):
        np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"no archive"])
def test_a_damaged_checkpoint_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "checkpoint.npz").write_bytes(content)
    with pytest.raises(ModelError, match="cannot be read, so the run cannot go on"):
        Checkpoint(tmp_path, RUN).check()

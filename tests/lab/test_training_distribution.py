"""Learning on several devices: the same step as on one, and sentences where there are none."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from support.attribute_pictures import write_fairface

from faceqa_gui.cli import main
from faceqa_gui.errors import FaceQAError
from faceqa_gui.lab.training_distribution import Distribution

# Two processors that TensorFlow takes for two devices; it must be told before it starts.
CHILD = """
import json
import numpy as np
import keras
import tensorflow as tf
from faceqa_gui.lab.training_distribution import Distribution

processor = tf.config.list_physical_devices("CPU")[0]
two = [tf.config.LogicalDeviceConfiguration()] * 2
tf.config.set_logical_device_configuration(processor, two)
generator = np.random.default_rng(0)
batches = [
    (
        generator.normal(size=(size, 6)).astype(np.float32),
        np.eye(3, dtype=np.float32)[generator.integers(0, 3, size)],
        generator.uniform(0.5, 2.0, size).astype(np.float32),
    )
    for size in (8, 5, 1)
]
found = {}
for way in (None, "mirrored"):
    distribution = Distribution.open(way)
    keras.utils.set_random_seed(1)
    with distribution.scope():
        given = keras.Input((6,))
        network = keras.Model(given, keras.layers.Dense(3)(given))
        optimizer = keras.optimizers.SGD(0.5)
        optimizer.build(network.trainable_variables)
    loss = keras.losses.CategoricalCrossentropy(from_logits=True)
    step = distribution.step(network, optimizer, loss)
    figures = [step(*batch) for batch in batches]
    weights = [weight.tolist() for weight in network.get_weights()]
    found[str(way)] = {"copies": distribution.copies, "figures": figures, "weights": weights}
print(json.dumps(found))
"""


@pytest.mark.slow
def test_two_devices_learn_what_one_learns() -> None:
    child = [sys.executable, "-c", CHILD]
    done = subprocess.run(child, check=True, capture_output=True, text=True, timeout=120)
    found = json.loads(done.stdout.splitlines()[-1])
    one, two = found["None"], found["mirrored"]
    assert (one["copies"], two["copies"]) == (1, 2)
    for name in ("figures", "weights"):
        for expected, given in zip(one[name], two[name], strict=True):
            np.testing.assert_allclose(given, expected, atol=1e-5)


def test_one_device_is_too_few(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = write_fairface(tmp_path / "faces", {"train": 1, "val": 1})
    words = ["train", str(data), "--task", "gender", "--arch", "simple_cnn"]
    words += ["--out", str(tmp_path / "out"), "--distribute", "mirrored"]
    assert main(words) == 2
    assert "has only one device to learn on" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "cluster",
    [
        "",
        "no JSON",
        "[]",
        '{"cluster": {"worker": []}, "task": {"index": 0}}',
        '{"cluster": {"worker": ["a:1"]}, "task": {"index": 1}}',
        '{"cluster": {"worker": ["a:1"]}}',
    ],
)
def test_several_machines_must_know_each_other(
    cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TF_CONFIG", cluster)
    with pytest.raises(FaceQAError, match="needs the variable TF_CONFIG on every machine"):
        Distribution.open("multiworker")

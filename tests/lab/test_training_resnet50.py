"""ResNet50 from a file of ImageNet's layout: its input, and the layers that the paper fixes."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from support.attribute_pictures import write_fairface

from faceqa_gui.cli import main
from faceqa_gui.errors import ModelError
from faceqa_gui.lab.training_loops import _freeze
from faceqa_gui.lab.training_recipes import preset_recipe, recipe_for
from faceqa_gui.quality.network import FEATURES, IMAGENET, build_network

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    import keras


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> "tuple[keras.Model, Path]":
    """A network of keras.applications and its weights; random ones, as ImageNet's are not here."""
    import keras

    keras.utils.set_random_seed(3)
    given = keras.applications.ResNet50(weights=None, include_top=False, input_shape=(224, 224, 3))
    path = tmp_path_factory.mktemp("weights") / "resnet50.weights.h5"
    given.save_weights(path)
    return given, path


@pytest.fixture(scope="module")
def network(published: "tuple[keras.Model, Path]") -> "keras.Model":
    return build_network("resnet50", weights=published[1], classes=7)


def test_red_green_blue_gives_what_the_published_input_gives(
    published: "tuple[keras.Model, Path]", network: "keras.Model"
) -> None:
    import keras

    pictures = np.random.default_rng(0).uniform(0, 255, (1, 224, 224, 3)).astype(np.float32)
    expected = published[0](keras.applications.resnet50.preprocess_input(pictures.copy()))
    features = keras.Model(network.input, network.get_layer(FEATURES).output)(pictures)
    np.testing.assert_allclose(features, expected, rtol=1e-3, atol=1e-3)
    assert network.output_shape == (None, 7)


def test_the_paper_fixes_the_first_fourteen_layers(
    published: "tuple[keras.Model, Path]", network: "keras.Model"
) -> None:
    _freeze(network, preset_recipe("hung-fairface"))
    fixed = {layer.name for layer in published[0].layers[1:14]}
    assert {"conv1_conv", "conv2_block1_1_conv"} <= fixed
    for layer in network.layers:
        if layer.weights:
            assert layer.trainable == (layer.name not in fixed), layer.name


def test_fine_tuning_leaves_edges_and_statistics_alone(network: "keras.Model") -> None:
    import keras

    _freeze(network, recipe_for("resnet50", "full", task="race"))
    assert not network.get_layer("conv2_block3_3_conv").trainable
    assert network.get_layer("conv3_block1_1_conv").trainable
    norms = [one for one in network.layers if isinstance(one, keras.layers.BatchNormalization)]
    assert not any(norm.trainable for norm in norms)


def test_weights_of_another_network_are_refused(published: "tuple[keras.Model, Path]") -> None:
    with pytest.raises(ModelError, match="does not hold the weights of MobileNet v1"):
        build_network("mobilenet", weights=published[1])


def test_without_a_network_it_says_how_to_bring_the_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nobody listens there and nothing was fetched before, so the network is never reached.
    for name in ("http_proxy", "https_proxy", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("keras.src.backend.config._KERAS_DIR", str(tmp_path))
    with pytest.raises(ModelError, match="cannot be fetched from the network"):
        build_network("mobilenet", weights=IMAGENET)


REFUSED = {
    "a preset without weights": (["--preset", "hung-fairface"], "leaves layers of ResNet50"),
    "paper without weights": (["--arch", "resnet50", "--mode", "paper"], "leaves layers of"),
    "no such weights": (["--arch", "resnet50", "--weights", "no.h5"], "no weights file no.h5"),
    "a preset and a network": (["--preset", "gurjar2024", "--arch", "resnet50"], "over --arch"),
    "a preset and a mode": (["--preset", "gurjar2024", "--mode", "full"], "over --mode"),
    "eyes by a preset": (["--task", "eyes", "--preset", "gurjar2024"], "leave out --preset"),
    "eyes that go on": (["--task", "eyes", "--resume"], "leave out --resume"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_go_together_is_one_sentence(
    tmp_path: Path, case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, sentence = REFUSED[case]
    data = write_fairface(tmp_path / "faces", {"train": 1, "val": 1})
    task = [] if "eyes" in arguments else ["--task", "gender"]
    words = ["train", str(data), "--out", str(tmp_path / "out"), *task]
    assert main([*words, *arguments]) == 2
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "out").exists()

"""Every runtime agrees with Keras on the shipped model; a bad one is never used."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest

from faceqa_gui.errors import ModelError
from faceqa_gui.quality import runtimes
from faceqa_gui.quality.convolutions import pack, unpack
from faceqa_gui.quality.keras_runtime import KerasRuntime, load_network
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.model_file import (
    ModelFile,
    Verification,
    default_model_folder,
    read_model,
    write_manifest,
)
from faceqa_gui.quality.runtime import probe_batch
from faceqa_gui.quality.runtimes import (
    REDUCED,
    RUNTIMES,
    agrees_on_probe,
    open_named,
    open_runtime,
    usable_runtimes,
)

EXACT = ("openvino", "onnxruntime")


@pytest.fixture(scope="module")
def model() -> ModelFile:
    return read_model(default_model_folder())


@pytest.fixture(scope="module")
def reference(model: ModelFile) -> KerasRuntime:
    return KerasRuntime(load_network(model.keras_bytes))


@pytest.mark.parametrize("name", RUNTIMES)
@pytest.mark.parametrize("size", [1, 3])
def test_a_runtime_agrees_with_keras(
    model: ModelFile, reference: KerasRuntime, name: str, size: int
) -> None:
    batch = np.random.default_rng(size).uniform(0, 255, (size, 224, 224, 3)).astype(np.float32)
    batch[0] = probe_batch()[0]
    expected, found = reference.run(batch), open_named(name, model).run(batch)
    np.testing.assert_allclose(found.logits, expected.logits, atol=2e-3)
    np.testing.assert_allclose(found.class_maps, expected.class_maps, atol=2e-4)
    assert found.logits.shape == (size, 5)
    assert found.class_maps.shape == (size, 7, 7, 5)


@pytest.mark.parametrize("name", RUNTIMES)
def test_a_runtime_repeats_itself_bit_for_bit(model: ModelFile, name: str) -> None:
    runtime = open_named(name, model)
    first, second = runtime.run(probe_batch()), runtime.run(probe_batch())
    np.testing.assert_array_equal(first.logits, second.logits)
    np.testing.assert_array_equal(first.class_maps, second.class_maps)


def test_keras_gives_the_logits_of_the_manifest(model: ModelFile, reference: KerasRuntime) -> None:
    found = reference.run(probe_batch()).logits.ravel()
    np.testing.assert_allclose(found, model.manifest.probe_logits, atol=1e-3)


@pytest.mark.parametrize("name", [*RUNTIMES, *REDUCED])
def test_every_runtime_passes_its_probe(model: ModelFile, name: str) -> None:
    assert agrees_on_probe(name, model)


@pytest.mark.parametrize("part", ["whole", "early", "rounded"])
def test_a_part_with_other_answers_fails_the_probe(model: ModelFile, part: str) -> None:
    altered = model
    if part == "whole":
        others = tuple(value + 0.5 for value in model.manifest.probe_logits)
        manifest = model.manifest.model_copy(update={"probe_logits": others})
        altered = replace(model, manifest=manifest)
    elif part == "early":
        assert model.early_bytes is not None
        layers = list(unpack(model.early_bytes))
        layers[4] = replace(layers[4], bias=layers[4].bias + 0.5)
        altered = replace(model, early_bytes=pack(layers))
    else:
        assert model.rounded_bytes is not None
        network = onnx.load_from_string(model.rounded_bytes)
        (step,) = [one for one in network.graph.initializer if one.name == "0/steps"]
        step.CopyFrom(onnx.numpy_helper.from_array(3 * onnx.numpy_helper.to_array(step), "0/steps"))
        altered = replace(model, rounded_bytes=network.SerializeToString())
    assert not agrees_on_probe("openvino-int8", altered)


def test_layers_in_8_bits_are_asked_for_where_there_are_none(model: ModelFile) -> None:
    with pytest.raises(ModelError, match="no layers in 8 bits"):
        open_named("openvino-int8", replace(model, rounded_bytes=None))


@pytest.mark.parametrize("name", RUNTIMES)
def test_bytes_that_are_no_network_are_refused(model: ModelFile, name: str) -> None:
    with pytest.raises(ModelError, match="cannot run this model"):
        open_named(name, replace(model, onnx_bytes=b"not a network"))


def test_the_probe_is_remembered(
    model: ModelFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verdicts = tmp_path / "home" / "runtimes.json"
    assert open_runtime(model, verdicts, EXACT).name == "OpenVINO"
    known = json.loads(verdicts.read_text("utf-8"))
    assert list(known.values()) == [True]

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("probed twice")

    monkeypatch.setattr(subprocess, "run", refuse)
    assert open_runtime(model, verdicts, EXACT).name == "OpenVINO"


def test_a_runtime_that_failed_is_left_out(
    model: ModelFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verdicts = tmp_path / "runtimes.json"
    verdicts.write_text(json.dumps({runtimes._key("openvino", model): False}), "utf-8")
    assert open_runtime(model, verdicts, EXACT).name == "ONNX Runtime"
    # A child that dies at a bad instruction (SIGILL is -4) rules its runtime out.
    died = subprocess.CompletedProcess([], -4, b"", b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: died)
    again = tmp_path / "again.json"
    assert open_runtime(model, again, EXACT).name == "Keras"
    assert list(json.loads(again.read_text("utf-8")).values()) == [False, False]


def test_a_probe_that_was_not_done_in_time_rules_nothing_out_for_later(
    model: ModelFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verdicts = tmp_path / "runtimes.json"
    with monkeypatch.context() as busy:
        busy.setattr(runtimes, "_PROBE_SECONDS", 0.01)
        assert open_runtime(model, verdicts, EXACT).name == "Keras"
    assert not verdicts.exists()
    assert open_runtime(model, verdicts, EXACT).name == "OpenVINO"


def test_a_verified_reduced_runtime_is_used_until_its_probe_fails(
    model: ModelFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified = Verification(
        runtime="openvino-int8",
        pictures=621,
        top_agreement=1.0,
        mean_difference=0.0,
        explained=20,
        mean_rank_correlation=1.0,
        same_top=1.0,
    )
    stranger = verified.model_copy(update={"runtime": "abacus"})
    manifest = model.manifest.model_copy(update={"verified": (verified, stranger)})
    trusted = replace(model, manifest=manifest)
    assert usable_runtimes(trusted) == ("openvino-int8", *RUNTIMES)
    bare = model.manifest.model_copy(update={"verified": ()})
    assert usable_runtimes(replace(model, manifest=bare)) == RUNTIMES
    assert open_runtime(trusted, tmp_path / "here.json").name == "OpenVINO, 8 bits first"
    real = subprocess.run

    def die_on_int8(
        words: list[str],
        **options: Any,  # noqa: ANN401  (the options of subprocess.run)
    ) -> subprocess.CompletedProcess[bytes]:
        # A bad instruction (SIGILL is -4) on a processor that misjudges what it can do.
        if "openvino-int8" in words:
            return subprocess.CompletedProcess(words, -4, b"", b"")
        return real(words, **options)

    monkeypatch.setattr(subprocess, "run", die_on_int8)
    assert open_runtime(trusted, tmp_path / "there.json").name == "OpenVINO"
    known = json.loads((tmp_path / "there.json").read_text("utf-8"))
    assert sorted(known.values()) == [False, True]


def test_a_runtime_with_other_answers_is_left_out(model: ModelFile, tmp_path: Path) -> None:
    others = tuple(value + 0.5 for value in model.manifest.probe_logits)
    folder = Path(shutil.copytree(model.folder, tmp_path / "model"))
    write_manifest(folder, model.manifest.model_copy(update={"probe_logits": others}))
    altered = read_model(folder)
    assert open_runtime(altered, tmp_path / "runtimes.json", ("openvino",)).name == "Keras"


def test_a_model_that_changes_while_it_is_opened_is_refused_and_nothing_is_remembered(
    model: ModelFile, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(model.folder, tmp_path / "model"))
    before = read_model(folder)
    verdicts = tmp_path / "runtimes.json"
    write_manifest(folder, model.manifest.model_copy(update={"good_threshold": 0.01}))
    with pytest.raises(ModelError, match="was changed while it was opened"):
        open_runtime(before, verdicts, ("onnxruntime",))
    (folder / "model.onnx").write_bytes(b"another model")
    with pytest.raises(ModelError, match="was changed while it was opened"):
        open_runtime(before, verdicts, ("onnxruntime",))
    assert not verdicts.exists()


def test_damaged_memory_of_probes_is_replaced(model: ModelFile, tmp_path: Path) -> None:
    verdicts = tmp_path / "runtimes.json"
    verdicts.write_text("{ not json", "utf-8")
    assert open_runtime(model, verdicts, EXACT).name == "OpenVINO"
    assert list(json.loads(verdicts.read_text("utf-8")).values()) == [True]


def test_the_station_runs_without_tensorflow(tmp_path: Path) -> None:
    program = (
        "import sys, numpy as np\n"
        "from faceqa_gui.quality.model import QualityModel\n"
        "model = QualityModel.load()\n"
        "p = model.probabilities(np.zeros((300, 400, 3), np.uint8))\n"
        "assert abs(sum(p.values()) - 1) < 1e-6\n"
        "print([m for m in ('tensorflow', 'keras') if m in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "FACEQA_HOME": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_a_model_says_the_same_as_its_runtime(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path))
    model = QualityModel.load()
    picture = np.random.default_rng(4).integers(0, 256, (224, 224, 3), np.uint8)
    prediction, probabilities = model.predict(picture[None].astype(np.float32))
    said = model.probabilities(picture)
    assert list(said) == list(Quality)
    np.testing.assert_allclose(list(said.values()), probabilities[0])
    order = np.argsort(prediction.logits[0])
    assert (order == np.argsort(list(said.values()))).all()
    assert model.label == f"{model.manifest.name} · {model.sha256[:4]}"
    assert 0.5 <= model.good_threshold < 1.0

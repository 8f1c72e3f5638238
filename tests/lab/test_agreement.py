"""Runtimes are compared with the reference, and only one that agrees may be kept."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from support.labelled_pictures import write_folders

from faceqa_gui.cli import main
from faceqa_gui.errors import ModelError
from faceqa_gui.lab.agreement import (
    Agreement,
    ExplanationAgreement,
    check_keepable,
    compare_explanations,
    compare_runtimes,
    explained_inputs,
    generated_inputs,
    keep_verification,
    model_with_runtime,
)
from faceqa_gui.lab.benchmark_explain import demo_pictures
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.model_file import default_model_folder, read_manifest, read_model
from faceqa_gui.quality.openvino_runtime import OpenVinoRuntime
from faceqa_gui.quality.runtime import Batch, Prediction
from faceqa_gui.quality.runtimes import REDUCED, RUNTIMES, usable_runtimes
from faceqa_gui.settings import ExplanationSettings

FEW = ExplanationSettings(sample_count=30)
GOOD_EXPLANATIONS = ExplanationAgreement(20, 0.99, 0.9, 0.95, 1.0)


class NoisyRuntime:
    """The network with noise in its logits, as a badly rounding runtime has."""

    name = "noisy"

    def __init__(self, size: float) -> None:
        file = read_model(default_model_folder())
        self._exact = OpenVinoRuntime(file.onnx_bytes)
        self._size = size
        self._generator = np.random.default_rng(0)

    def run(self, batch: Batch) -> Prediction:
        exact = self._exact.run(batch)
        noise = self._generator.normal(0.0, self._size, exact.logits.shape)
        return Prediction((exact.logits + noise).astype(np.float32), exact.class_maps)


@pytest.mark.slow
def test_an_exact_runtime_agrees_in_everything() -> None:
    model = model_with_runtime(None, "openvino")
    verdicts = compare_runtimes(model, iter([next(generated_inputs())]))
    assert verdicts.pictures == 32
    assert verdicts.top_agreement == 1.0
    assert verdicts.mean_difference < 1e-5
    seen: list[int] = []
    explained = compare_explanations(model, list(demo_pictures(1).values()), seen.append, FEW)
    assert seen == [1]
    assert explained.same_top == explained.same_superpixels == 1.0
    assert explained.least_rank_correlation > 0.999
    assert verdicts.agrees
    assert explained.agrees


def test_a_noisy_runtime_does_not_agree() -> None:
    model = QualityModel(read_model(default_model_folder()), NoisyRuntime(1.0))
    assert not compare_runtimes(model, iter([next(generated_inputs())])).agrees
    explained = compare_explanations(
        model, list(demo_pictures(1).values()), lambda _done: None, FEW
    )
    assert not explained.agrees


@pytest.mark.parametrize(
    ("explanations", "agrees"),
    [
        (None, True),
        (GOOD_EXPLANATIONS, True),
        (ExplanationAgreement(20, 0.979, 0.9, 1.0, 1.0), False),
        (ExplanationAgreement(20, 1.0, 1.0, 0.94, 1.0), False),
    ],
)
def test_explanations_count_where_they_were_compared(
    explanations: ExplanationAgreement | None, *, agrees: bool
) -> None:
    found = Agreement("any", 100, 0.995, 0.01, 1.0, explanations)
    assert found.agrees == agrees
    assert found.as_json()["agrees"] == agrees
    assert ("does not agree" in found.text()) != agrees
    assert not Agreement("any", 100, 0.994, 0.01, 1.0, explanations).agrees
    assert not Agreement("any", 100, 0.995, 0.011, 1.0, explanations).agrees


def test_a_kept_verdict_lets_the_runtime_be_used(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(default_model_folder(), tmp_path / "model"))
    bare = read_manifest(folder).model_copy(update={"verified": ()})
    (folder / "manifest.json").write_text(bare.model_dump_json())
    file = read_model(folder)
    assert usable_runtimes(file) == RUNTIMES
    agreement = Agreement("any", 100, 1.0, 0.0, 0.0, GOOD_EXPLANATIONS)
    for _ in range(2):
        keep_verification(read_model(folder), REDUCED[0], agreement)
    again = read_model(folder)
    assert len(again.manifest.verified) == 1
    assert again.manifest.verified[0].same_top == 0.95
    assert usable_runtimes(again) == (*REDUCED, *RUNTIMES)
    with pytest.raises(ModelError, match="leave out --explanations 0"):
        keep_verification(file, REDUCED[0], Agreement("any", 100, 1.0, 0.0, 0.0))


@pytest.mark.parametrize(
    ("runtime", "data", "sentence"),
    [
        (None, Path("data"), "for reduced runtimes only"),
        ("openvino", Path("data"), "for reduced runtimes only"),
        (REDUCED[0], None, "name DATA"),
    ],
)
def test_what_cannot_be_kept_is_refused(
    runtime: str | None, data: Path | None, sentence: str
) -> None:
    with pytest.raises(ModelError, match=sentence):
        check_keepable(runtime, data)


def test_an_unknown_runtime_is_refused() -> None:
    with pytest.raises(ModelError, match="There is no runtime “abacus”"):
        model_with_runtime(None, "abacus")


def test_explained_pictures_are_spread_over_the_data(tmp_path: Path) -> None:
    write_folders(tmp_path, QUALITY_LABELS, 2)
    assert len(explained_inputs(tmp_path, None, 4)) == 4
    assert len(explained_inputs(tmp_path, None, 99)) == 10


def test_the_command_compares_labelled_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path / "home"))
    data = write_folders(tmp_path / "data", QUALITY_LABELS, 1)
    report = tmp_path / "report.json"
    words = ["model", "verify", str(default_model_folder()), str(data), "--explanations", "0"]
    assert main([*words, "--json", str(report)]) == 0
    assert "same class in 100.00%" in capsys.readouterr().out
    values = json.loads(report.read_text("utf-8"))
    assert (values["pictures"], values["explanations"], values["agrees"]) == (5, None, True)
    assert main(["model", "verify", "--keep", "--runtime", "openvino"]) == 2

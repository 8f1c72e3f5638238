"""The trust study groups answers rightly and chooses thresholds by right answers alone."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from support.analytic import BrightnessRuntime, model_with
from support.labelled_pictures import write_folders

from faceqa_gui.cli import main
from faceqa_gui.errors import DatasetError
from faceqa_gui.lab.dataset import Dataset, read_dataset
from faceqa_gui.lab.trust_study import FIGURES, Group, TrustStudy, study_text, study_trust
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.settings import ExplanationSettings

BRIGHT = model_with(BrightnessRuntime())
FEW = ExplanationSettings(sample_count=30, quickshift_kernel_size=2.0)


def write(root: Path, label: str, name: str, *, bright: bool) -> None:
    pixels = np.random.default_rng(len(name)).integers(20, 40, (224, 224, 3)).astype(np.uint8)
    pixels[64:96, 96:128] += 200 if bright else 0
    (root / label).mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(root / label / f"{name}.png")


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    root = tmp_path_factory.mktemp("trust")
    for label in QUALITY_LABELS:
        (root / label).mkdir()
    for number in range(3):
        write(root, Quality.GOOD, f"right{number}", bright=True)
    write(root, Quality.GOOD, "missed", bright=False)
    write(root, Quality.EYEGLASSES, "wrong", bright=True)
    write(root, Quality.BLUR, "groundless", bright=False)
    return read_dataset(root, QUALITY_LABELS)


@pytest.fixture(scope="module")
def study(dataset: Dataset) -> TrustStudy:
    reports: list[tuple[int, int]] = []
    made = study_trust(
        BRIGHT, dataset, 2, FEW, lambda done, total: reports.append((done, total)), split=None
    )
    assert reports == [(1, 4), (2, 4), (3, 4), (4, 4)]
    return made


def test_each_answer_is_in_its_group(study: TrustStudy) -> None:
    assert {group: len(found) for group, found in study.explained.items()} == {
        Group.RIGHT: 2,
        Group.WRONG: 1,
        Group.GROUNDLESS: 1,
    }
    everything = [one for found in study.explained.values() for one in found]
    assert {one.target for one in everything} == {Quality.GOOD}
    assert study.explained[Group.RIGHT][0].has_evidence
    assert not study.explained[Group.GROUNDLESS][0].has_evidence


def test_thresholds_come_from_right_answers(study: TrustStudy) -> None:
    suggested = study.suggested()
    lowest = min(study.values(Group.RIGHT, "r_squared"))
    assert lowest - 0.02 <= suggested.least_fit <= max(study.values(Group.RIGHT, "r_squared"))
    # No picture shows a face, so this figure has no values and keeps its threshold.
    assert study.values(Group.RIGHT, "evidence_inside_face") == []
    assert suggested.least_evidence_inside == FEW.least_evidence_inside
    assert study.flagged(Group.GROUNDLESS, suggested) == (1, 1)


def test_the_text_names_every_figure_and_group(study: TrustStudy) -> None:
    text = study_text(study)
    for word in (*FIGURES, *FIGURES.values(), *(group.capitalize() for group in Group)):
        assert word in text
    assert "groundless: 1 of 1 called weak (100 %)" in text


def test_without_a_right_answer_nothing_can_be_chosen(tmp_path: Path) -> None:
    for label in QUALITY_LABELS:
        (tmp_path / label).mkdir()
    write(tmp_path, Quality.GOOD, "missed", bright=False)
    with pytest.raises(DatasetError, match="No good face"):
        study_trust(
            BRIGHT, read_dataset(tmp_path, QUALITY_LABELS), 1, FEW, lambda _done, _total: None
        )


def test_the_command_writes_the_same_figures(study: TrustStudy) -> None:
    values = json.loads(json.dumps(study.as_json(), allow_nan=False))
    assert values["groups"]["right"]["explanations"] == 2
    assert set(values["groups"]["right"]["values"]) == set(FIGURES)
    assert values["thresholds"]["in_force"]["flagged"]["groundless"] == 1
    assert set(values["thresholds"]["suggested"]) == {*FIGURES.values(), "flagged"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--images", "0"], "--images"), (["--split", "nowhere"], "splits")],
)
def test_what_cannot_be_studied_is_a_sentence(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = write_folders(tmp_path, QUALITY_LABELS, 1)
    assert main(["bench", "trust", str(data), *arguments]) == 2
    assert said in capsys.readouterr().err

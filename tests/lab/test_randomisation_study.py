"""The randomisation study checks every map on every picture."""

import json
from pathlib import Path

import numpy as np
import pytest
from support.keras_models import model_of, random_network
from support.labelled_pictures import write_folders

from faceqa_gui.lab.dataset import read_dataset
from faceqa_gui.lab.randomisation_study import MAPS, study_randomisation
from faceqa_gui.quality.labels import QUALITY_LABELS

pytestmark = pytest.mark.slow


def test_every_map_is_compared_for_every_picture(tmp_path: Path) -> None:
    dataset = read_dataset(write_folders(tmp_path, QUALITY_LABELS, 1), QUALITY_LABELS)
    seen: list[tuple[int, int]] = []
    study = study_randomisation(
        model_of(random_network("simple_cnn")),
        dataset,
        5,
        3,
        lambda done, total: seen.append((done, total)),
    )
    assert seen == [(number, 5) for number in range(1, 6)]
    assert study.layers == (1, 2, 3, 4, 5)
    for name in MAPS:
        for values in (study.spearman[name], study.ssim[name]):
            assert values.shape == (5, 5)
            assert (np.abs(values) <= 1.0 + 1e-9).all()
    values = json.loads(json.dumps(study.as_json(), allow_nan=False))
    found = values["methods"]["Grad-CAM"]["spearman"]
    assert found[0]["value"] == pytest.approx(study.spearman["Grad-CAM"][:, 0].mean())
    assert "Guided backpropagation, SSIM" in study.text()

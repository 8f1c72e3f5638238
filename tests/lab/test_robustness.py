"""The robustness table counts what the model says of each altered picture."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from support.labelled_pictures import write_folders

from faceqa_gui.cli import main
from faceqa_gui.frames import alter
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.lab.dataset import Dataset, read_dataset
from faceqa_gui.lab.evaluation import evaluate
from faceqa_gui.lab.robustness import MIRROR, alterations, measure_robustness
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.preprocessing import INPUT_SIDE, network_input


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return read_dataset(
        write_folders(tmp_path_factory.mktemp("data"), QUALITY_LABELS, 2), QUALITY_LABELS
    )


@pytest.fixture(scope="module")
def model() -> QualityModel:
    return QualityModel.load(None)


def _silent(done: int, total: int) -> None:
    assert done <= total


def test_every_alteration_gives_a_network_input_and_all_but_the_first_change_it(
    data: Dataset,
) -> None:
    square = read_picture(data.images[0].path)[:, :48]
    seen = network_input(square)
    for place, kind in enumerate(alterations()):
        altered = kind.change(square, seen, np.random.default_rng(0))
        assert altered.shape == (INPUT_SIDE, INPUT_SIDE, 3), kind.name
        assert altered.dtype == np.uint8, kind.name
        assert np.array_equal(altered, seen) == (place == 0), kind.name


def test_the_table_says_what_the_model_says(data: Dataset, model: QualityModel) -> None:
    found = measure_robustness(model, data, _silent, threshold=0.2)
    plain = evaluate(model, data, _silent, threshold=0.2)
    first = found.rows[0]
    assert first.accuracy == plain.scores.accuracy
    assert first.macro_f1 == plain.scores.macro_f1
    assert plain.accepted is not None
    assert first.good_passes == plain.accepted["good"]
    hidden = [plain.accepted[label] for label in ("eyeglasses", "covered_face")]
    assert first.hidden_good == tuple(map(sum, zip(*hidden, strict=True)))
    assert (first.class_changes, first.pass_changes) == (0, 0)

    mirrored = next(row for row in found.rows if row.name == MIRROR)
    pictures = [read_picture(image.path) for image in data.images]
    inputs = np.stack([network_input(pixels) for pixels in pictures])
    batches = (inputs, np.stack([alter.mirror(one) for one in inputs]))
    given = [model.predict(batch.astype(np.float32))[1].argmax(axis=1) for batch in batches]
    assert mirrored.class_changes == (given[0] != given[1]).sum()


def test_the_same_seed_gives_the_same_table(data: Dataset, model: QualityModel) -> None:
    few = replace(data, images=data.images[:2])
    tables = [measure_robustness(model, few, _silent) for _ in range(2)]
    assert tables[0] == tables[1]


@pytest.mark.slow
def test_the_command_writes_the_same_table_everywhere(
    data: Dataset, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures, table = tmp_path / "figures.json", tmp_path / "table.md"
    options = ["--robustness", "--json", str(figures), "--markdown", str(table)]
    assert main(["evaluate", str(data.root), *options]) == 0
    values = json.loads(figures.read_text(encoding="utf-8"))
    names = [kind.name for kind in alterations()]
    assert [row["name"] for row in values["robustness"]] == names
    printed, written = capsys.readouterr().out, table.read_text(encoding="utf-8")
    for name in names:
        assert f"\n{name} " in printed
        assert f"\n| {name} | " in written
    # In Markdown an empty line parts the table from its notes, and the notes from each other.
    assert written.count("\n\n") == 3
    assert values["data_sha256"] == data.digest()


def test_a_table_that_cannot_be_written_is_refused_before_the_work(
    data: Dataset, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "nowhere" / "table.md"
    assert main(["evaluate", str(data.root), "--robustness", "--markdown", str(place)]) == 2
    assert "cannot be written" in capsys.readouterr().err

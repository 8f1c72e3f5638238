"""The faithfulness benchmark measures every method on every image, and pairs what it compares."""

import json
from pathlib import Path

import pytest
from support.keras_models import model_of, random_network
from support.labelled_pictures import write_folders

from faceqa_gui.explanation.explainer import finish
from faceqa_gui.lab.benchmark_faithfulness import (
    COMPARED,
    ExplainedImage,
    FaithfulnessBenchmark,
    ImageFigures,
    RandomSuperpixels,
    benchmark_faithfulness,
    benchmark_markdown,
    benchmark_text,
    choose_images,
)
from faceqa_gui.lab.dataset import read_dataset
from faceqa_gui.lab.machine import this_machine
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.settings import ExplanationSettings

pytestmark = pytest.mark.slow

FEW = ExplanationSettings(sample_count=10)


def made_up(*rows: tuple[str, float | None, float]) -> FaithfulnessBenchmark:
    """One image per row: its explained class, the combination's deletion and the others'."""
    images = [
        ExplainedImage(
            f"{number}.png",
            target,
            target,
            0.9,
            {
                one.name: ImageFigures(mine if one.name == "combined" else others, 0.5, None)
                for one in COMPARED
            },
        )
        for number, (target, mine, others) in enumerate(rows)
    ]
    return FaithfulnessBenchmark(this_machine(()), images, FEW, "ab" * 32, "cd" * 32, "val")


def test_every_method_is_measured_on_every_image(tmp_path: Path) -> None:
    dataset = read_dataset(write_folders(tmp_path, QUALITY_LABELS, 1), QUALITY_LABELS)
    seen: list[tuple[int, int]] = []
    result = benchmark_faithfulness(
        model_of(random_network("simple_cnn")),
        dataset,
        2,
        FEW,
        lambda done, total: seen.append((done, total)),
    )
    assert seen == [(number, 5) for number in range(1, 6)]
    assert {image.label for image in result.images} == set(QUALITY_LABELS)
    for image in result.images:
        assert list(image.figures) == [one.name for one in COMPARED]
        floor = image.figures["random-superpixels"]
        assert floor.deletion_auc is not None
        assert 0.0 <= floor.deletion_auc <= 1.0
    values = json.loads(json.dumps(result.as_json(), allow_nan=False))
    assert len(values["images"]) == 5
    text, markdown = benchmark_text(result), benchmark_markdown(result)
    for one in COMPARED:
        assert one.title in text
        assert f"| {one.title} |" in markdown


def test_means_and_paired_differences_leave_out_what_is_missing() -> None:
    result = made_up(("good", 0.1, 0.3), ("blur", None, 0.9), ("good", 0.2, 0.5))
    mine, other = (result.mean(name, "deletion_auc") for name in ("combined", "lime"))
    assert mine is not None
    assert other is not None
    assert (mine.count, other.count) == (2, 3)
    assert mine.value == pytest.approx(0.15)
    assert other.value == pytest.approx(1.7 / 3)
    paired = result.mean("combined", "deletion_auc", minus="lime")
    assert paired is not None
    assert paired.value == pytest.approx(-0.25)
    assert paired.ci95.low == pytest.approx(-0.3)
    assert paired.ci95.high == pytest.approx(-0.2)
    clear = result.mean("lime", "deletion_auc", without=("blur",))
    assert clear is not None
    assert clear.value == pytest.approx(0.4)
    assert result.mean("lime", "evidence_inside") is None


def test_images_are_shared_out_equally_and_spread(tmp_path: Path) -> None:
    dataset = read_dataset(write_folders(tmp_path, QUALITY_LABELS, 6), QUALITY_LABELS)
    chosen = choose_images(dataset, 15)
    assert [image.label for image in chosen] == [label for label in QUALITY_LABELS for _ in "abc"]
    assert [image.path.stem for image in chosen[:3]] == ["0", "2", "4"]
    assert len(choose_images(dataset, 1000)) == 30


def test_random_superpixels_depend_on_the_seed_alone() -> None:
    from support.analytic import BrightnessRuntime, model_with, patterned_picture

    def values(seed: int) -> bytes:
        found = finish(
            RandomSuperpixels().explain(
                patterned_picture(),
                model=model_with(BrightnessRuntime()),
                target=Quality.GOOD,
                face=None,
                settings=ExplanationSettings(seed=seed),
            )
        )
        assert found.weights is not None
        return found.weights.tobytes()

    assert values(1) == values(1) != values(2)

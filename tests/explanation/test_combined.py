"""The combined explanation: right where the answer is known, repeatable, and honest when empty."""

import subprocess
import sys

import numpy as np
import pytest
from support.analytic import BrightnessRuntime, ConstantRuntime, model_with, patterned_picture

from faceqa_gui.explanation.answers import ExplanationError
from faceqa_gui.explanation.combined import explain
from faceqa_gui.explanation.explanation import Explanation, Progress, Stage
from faceqa_gui.explanation.grad_cam import grad_cam
from faceqa_gui.explanation.lime_engine import explain_with_lime
from faceqa_gui.explanation.measures import agreement, evidence_inside
from faceqa_gui.explanation.pictures import (
    OUTLINE,
    combined_picture,
    grad_cam_picture,
    lime_picture,
    original_picture,
)
from faceqa_gui.explanation.surrogate import top_superpixels
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.settings import ExplanationSettings

FEW = ExplanationSettings(sample_count=120)
BRIGHT = model_with(BrightnessRuntime())


def picture_with_bright_cell() -> Pixels:
    picture = (patterned_picture() // 3).astype(np.uint8)
    picture[64:96, 96:128] = 240
    return picture


def run(
    picture: Pixels,
    model: QualityModel = BRIGHT,
    settings: ExplanationSettings = FEW,
    *,
    target: Quality = Quality.GOOD,
    engine: object = explain,
) -> tuple[Explanation, list[Progress]]:
    job = (explain if engine is explain else explain_with_lime)(
        picture,
        model=model,
        target=target,
        frame_sequence=5,
        captured_at=1.5,
        face=Box(60, 40, 104, 104),
        settings=settings,
    )
    steps = []
    try:
        while True:
            steps.append(next(job))
    except StopIteration as finished:
        return finished.value, steps


def test_it_finds_the_place_that_decides() -> None:
    picture = picture_with_bright_cell()
    found, _ = run(picture)
    assert found.has_evidence
    assert found.frame_sequence == 5
    peak = np.unravel_index(int(found.heat.argmax()), found.heat.shape)
    assert 64 <= peak[0] < 96
    assert 96 <= peak[1] < 128
    best = found.segments == found.top[0]
    assert best[64:96, 96:128].mean() > 0.5
    assert found.evidence_inside_face is not None
    assert found.evidence_inside_face > 0.7
    assert found.agreement is not None
    assert set(found.stage_seconds) == set(Stage)


def test_progress_counts_up_through_every_stage() -> None:
    _, steps = run(picture_with_bright_cell())
    assert list(dict.fromkeys(step.stage for step in steps)) == list(Stage)
    done = [step.done for step in steps if step.stage is Stage.SAMPLES]
    assert done == list(range(0, FEW.sample_count, FEW.batch_size))
    assert all(step.seconds_left is not None for step in steps if step.done > 0)


def test_closing_the_job_cancels_it() -> None:
    job = explain(
        picture_with_bright_cell(),
        model=BRIGHT,
        target=Quality.GOOD,
        frame_sequence=0,
        captured_at=0.0,
        face=None,
        settings=FEW,
    )
    next(job)
    job.close()
    with pytest.raises(StopIteration):
        next(job)


def test_the_same_input_gives_the_same_explanation_in_another_process() -> None:
    code = (
        "import sys, hashlib; sys.path[:0] = ['tests', 'tests/explanation']\n"
        "from test_combined import picture_with_bright_cell, run\n"
        "found, _ = run(picture_with_bright_cell())\n"
        "print(hashlib.sha256(found.weights.tobytes() + found.heat.tobytes()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"OMP_NUM_THREADS": threads, "PATH": ""},
        ).stdout
        for threads in ("1", "2")
    }
    assert len(digests) == 1


@pytest.mark.parametrize("batch_size", [1, 7, 120, 500])
def test_the_batch_size_changes_nothing(batch_size: int) -> None:
    expected, _ = run(picture_with_bright_cell())
    settings = FEW.model_copy(update={"batch_size": batch_size})
    found, _ = run(picture_with_bright_cell(), settings=settings)
    np.testing.assert_allclose(found.weights, expected.weights, atol=1e-7)


def test_lime_itself_says_the_same() -> None:
    ours, _ = run(picture_with_bright_cell())
    theirs, _ = run(picture_with_bright_cell(), engine=explain_with_lime)
    np.testing.assert_allclose(theirs.weights, ours.weights, atol=1e-6)
    assert theirs.top == ours.top
    assert theirs.sample_count == ours.sample_count


def test_lime_runs_without_standard_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    found, _ = run(picture_with_bright_cell(), engine=explain_with_lime)
    assert found.has_evidence


def test_what_speaks_against_the_class_is_not_painted() -> None:
    dark = np.full((224, 224, 3), 10, np.uint8)
    found, _ = run(dark)
    assert not found.has_evidence
    assert not found.heat.any()
    for view in (combined_picture(found, 1.0), grad_cam_picture(found, 1.0), lime_picture(found)):
        np.testing.assert_array_equal(view, dark)


def test_a_constant_classifier_has_no_evidence() -> None:
    found, _ = run(patterned_picture(), model_with(ConstantRuntime()))
    assert not found.has_evidence
    assert found.top == ()
    assert found.evidence_inside_face is None
    assert found.agreement is None


def test_a_classifier_without_numbers_is_refused() -> None:
    with pytest.raises(ExplanationError, match="not a number"):
        run(patterned_picture(), model_with(ConstantRuntime(float("nan"))))


@pytest.mark.parametrize("max_distance", [0.5, 1000.0])
def test_many_or_few_superpixels_finish(max_distance: float) -> None:
    settings = ExplanationSettings(
        sample_count=20, quickshift_kernel_size=1.5, quickshift_max_distance=max_distance
    )
    found, _ = run(picture_with_bright_cell(), settings=settings)
    assert np.isfinite(found.weights).all()


def test_views_show_what_they_claim() -> None:
    found, _ = run(picture_with_bright_cell())
    np.testing.assert_array_equal(original_picture(found), found.picture)
    kept = np.isin(found.segments, found.top)
    for view in (combined_picture(found, 0.5), lime_picture(found)):
        outlined = (view == OUTLINE).all(-1)
        assert outlined.any()
        assert not (outlined & ~kept).any()
        assert view[~kept].mean() < found.picture[~kept].mean()
    cold = found.heat == 0
    np.testing.assert_array_equal(grad_cam_picture(found, 0.5)[cold], found.picture[cold])


@pytest.mark.parametrize("value", [0.0, -1.0, np.nan, np.inf])
def test_grad_cam_never_scales_noise_up(value: float) -> None:
    heat = grad_cam(np.full((7, 7), value, np.float32), 224)
    assert heat.shape == (224, 224)
    assert not heat.any()


def test_top_superpixels_are_positive_and_ordered() -> None:
    assert top_superpixels(np.array([0.1, -0.5, 0.3, 0.0, 0.2]), 5) == (2, 4, 0)
    assert top_superpixels(np.array([-1.0]), 5) == ()


def test_measures_know_inside_from_outside() -> None:
    heat = np.zeros((224, 224), np.float32)
    heat[100:120, 100:120] = 1.0
    assert evidence_inside(heat, Box(60, 60, 100, 100)) == pytest.approx(1.0)
    assert evidence_inside(heat, Box(0, 0, 60, 60)) == pytest.approx(0.0)
    assert evidence_inside(heat, None) is None
    segments = np.zeros((224, 224), np.int64)
    segments[100:120, 100:120] = 1
    assert agreement(heat, segments, np.array([0.0, 1.0])) == pytest.approx(1.0)
    assert agreement(heat, segments, np.array([-1.0, -1.0])) is None

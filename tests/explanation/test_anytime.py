"""An explanation refines while it runs, can be left at any moment, and may stop early."""

import threading
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from support.analytic import BrightnessRuntime, ConstantRuntime, model_with, patterned_picture

from faceqa_gui.explanation import combined
from faceqa_gui.explanation.colours import overlay_heat
from faceqa_gui.explanation.combined import explain
from faceqa_gui.explanation.explanation import (
    Explanation,
    ExplanationJob,
    Progress,
    Sketch,
    Stage,
)
from faceqa_gui.explanation.perturbations import draw_masks
from faceqa_gui.explanation.samples import CHECK_SAMPLES, HELD_CHECKS, HELD_STABILITY
from faceqa_gui.explanation.superpixels import cut_superpixels, mean_colours
from faceqa_gui.explanation.surrogate import fit_surrogate, kernel_weights
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.resample import compose
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.runtime import Batch, Prediction
from faceqa_gui.settings import ExplanationSettings

BRIGHT = model_with(BrightnessRuntime())
LONG = ExplanationSettings(sample_count=500, batch_size=20)


def picture_with_bright_cell() -> Pixels:
    picture = (patterned_picture() // 3).astype(np.uint8)
    picture[64:96, 96:128] = 240
    return picture


def started(settings: ExplanationSettings, model: QualityModel = BRIGHT) -> ExplanationJob:
    return explain(
        picture_with_bright_cell(),
        model=model,
        target=Quality.GOOD,
        frame_sequence=0,
        captured_at=0.0,
        face=None,
        settings=settings,
    )


def finished(
    settings: ExplanationSettings, model: QualityModel = BRIGHT
) -> tuple[Explanation, list[Progress]]:
    job, steps = started(settings, model), []
    try:
        while True:
            steps.append(next(job))
    except StopIteration as end:
        return end.value, steps


@pytest.fixture(scope="module")
def whole() -> tuple[Explanation, list[Progress]]:
    return finished(LONG)


def sketches(steps: list[Progress]) -> Iterator[Sketch]:
    newest = None
    for step in steps:
        if step.sketch is not None and step.sketch is not newest:
            newest = step.sketch
            yield newest


def test_grad_cam_is_there_at_once(whole: tuple[Explanation, list[Progress]]) -> None:
    explanation, steps = whole
    first = next(step for step in steps if step.sketch is not None)
    assert first.stage is Stage.SUPERPIXELS
    assert first.sketch is not None
    assert first.sketch.sample_count == 0
    assert not first.sketch.has_evidence
    np.testing.assert_array_equal(first.sketch.heat, explanation.heat)


def test_a_sketch_of_so_many_samples_is_the_explanation_of_so_many_samples(
    whole: tuple[Explanation, list[Progress]],
) -> None:
    drawn = [sketch for sketch in sketches(whole[1]) if 0 < sketch.sample_count < 500]
    assert [sketch.sample_count for sketch in drawn] == [100, 200, 300, 400]
    shorter, _ = finished(LONG.model_copy(update={"sample_count": 200}))
    np.testing.assert_array_equal(drawn[1].weights, shorter.weights)
    assert drawn[1].top == shorter.top
    assert drawn[1].has_evidence


def test_without_early_stop_every_bit_is_that_of_one_fit_of_all_samples(
    whole: tuple[Explanation, list[Progress]],
) -> None:
    explanation, _ = whole
    picture = picture_with_bright_cell()
    heated = overlay_heat(picture, explanation.heat, LONG.overlay)
    masks = draw_masks(500, len(explanation.weights), LONG.seed)
    fill = mean_colours(heated, explanation.segments)
    outputs = np.concatenate(
        [
            BRIGHT.predict(
                compose(
                    heated,
                    fill,
                    [row[explanation.segments] for row in (rows * 255).astype(np.uint8)],
                )
            )[1][:, list(Quality).index(Quality.GOOD)]
            for rows in np.split(masks, 25)
        ]
    )
    expected = fit_surrogate(masks, outputs, kernel_weights(masks, LONG.kernel_width))
    np.testing.assert_array_equal(explanation.weights, expected.weights)
    assert explanation.r_squared == expected.r_squared
    assert explanation.sample_count == 500


def test_it_stops_early_once_the_top_has_held() -> None:
    one = LONG.model_copy(update={"sample_count": 2000, "top_superpixels": 1})
    early, steps = finished(one.model_copy(update={"until_stable": True}))
    assert early.sample_count == HELD_CHECKS * CHECK_SAMPLES
    assert early.stability is not None
    assert early.stability >= HELD_STABILITY
    assert max(step.done for step in steps if step.stage is Stage.SAMPLES) < early.sample_count
    same, _ = finished(one.model_copy(update={"sample_count": early.sample_count}))
    np.testing.assert_array_equal(early.weights, same.weights)


def test_it_does_not_stop_early_without_a_top() -> None:
    constant = model_with(ConstantRuntime())
    found, _ = finished(LONG.model_copy(update={"until_stable": True}), constant)
    assert found.sample_count == 500


class CountingRuntime:
    """Counts the batches it is asked for."""

    name = "counting"

    def __init__(self) -> None:
        self._inner = BrightnessRuntime()
        self.batches = 0

    def run(self, batch: Batch) -> Prediction:
        self.batches += 1
        return self._inner.run(batch)


def test_between_two_steps_lies_at_most_one_batch() -> None:
    runtime = CountingRuntime()
    job = started(LONG, model_with(runtime))
    before = 0
    for _ in job:
        assert runtime.batches - before <= 1
        before = runtime.batches


def test_leaving_does_not_wait_for_the_superpixels(monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()

    def wait_and_cut(
        picture: Pixels, *, kernel_size: float, max_distance: float, seed: int
    ) -> NDArray[np.int64]:
        released.wait()
        return cut_superpixels(
            picture, kernel_size=kernel_size, max_distance=max_distance, seed=seed
        )

    monkeypatch.setattr(combined, "cut_superpixels", wait_and_cut)
    job = started(LONG)
    stages = [next(job).stage for _ in range(4)]
    assert stages[1:] == [Stage.SUPERPIXELS] * 3
    job.close()
    assert not released.is_set()
    released.set()
    for thread in threading.enumerate():
        if thread.name.startswith("explanation step"):
            thread.join()


def test_a_step_that_fails_fails_the_job(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise ArithmeticError("broken")

    monkeypatch.setattr(combined, "cut_superpixels", fail)
    with pytest.raises(ArithmeticError, match="broken"):
        list(started(LONG))

"""The bootstrap knows a clear answer from a toss-up, repeats itself and asks no network."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from faceqa_gui.explanation.perturbations import draw_masks
from faceqa_gui.explanation.samples import CHECK_SAMPLES, HELD_CHECKS, Samples
from faceqa_gui.explanation.stability import RESAMPLES, Stability, bootstrap
from faceqa_gui.explanation.surrogate import fit_surrogate, kernel_weights, top_superpixels
from faceqa_gui.settings import ExplanationSettings

SUPERPIXELS = 30


def resampled(effects: NDArray[np.float64], noise: float, *, seed: int = 0) -> Stability:
    masks = draw_masks(600, len(effects), seed)
    outputs = masks @ effects + np.random.default_rng(seed).normal(0.0, noise, len(masks))
    importance = kernel_weights(masks, 0.25)
    top = top_superpixels(fit_surrogate(masks, outputs, importance).weights, 5)
    return bootstrap(masks, outputs, importance, top=top, top_count=5, seed=seed)


def clear_effects() -> NDArray[np.float64]:
    effects = np.zeros(SUPERPIXELS)
    effects[:5] = (0.3, 0.25, 0.2, 0.15, 0.1)
    return effects


def test_five_clear_superpixels_are_found_by_every_resample() -> None:
    found = resampled(clear_effects(), noise=0.01)
    assert found.same_top == 1.0
    np.testing.assert_array_equal(found.selection[:5], 1.0)
    assert not found.selection[5:].any()


def test_equal_superpixels_are_a_toss_up() -> None:
    found = resampled(np.full(SUPERPIXELS, 0.1), noise=0.1)
    assert found.same_top is not None
    assert found.same_top < 0.2
    assert found.selection.sum() == pytest.approx(5.0)
    assert found.selection.max() < 1.0


def test_the_same_seed_gives_the_same_answer() -> None:
    first, second = (resampled(np.full(SUPERPIXELS, 0.1), noise=0.1) for _ in range(2))
    assert first.same_top == second.same_top
    np.testing.assert_array_equal(first.selection, second.selection)


def test_without_a_top_there_is_nothing_to_be_stable() -> None:
    found = resampled(np.zeros(SUPERPIXELS), noise=0.0)
    assert found.same_top is None


@settings(max_examples=20, deadline=None)
@given(superpixels=st.integers(1, 40), samples=st.integers(2, 80), seed=st.integers(0, 1000))
def test_shares_are_shares_of_the_resamples(superpixels: int, samples: int, seed: int) -> None:
    masks = draw_masks(samples, superpixels, seed)
    outputs = np.random.default_rng(seed).random(samples)
    importance = kernel_weights(masks, 0.25)
    top = top_superpixels(fit_surrogate(masks, outputs, importance).weights, 5)
    found = bootstrap(masks, outputs, importance, top=top, top_count=5, seed=seed)
    counts = found.selection * RESAMPLES
    np.testing.assert_allclose(counts, np.round(counts))
    assert found.selection.max() <= 1.0
    assert found.selection.sum() <= min(5, superpixels) + 1e-9
    if found.same_top is not None:
        assert found.same_top <= found.selection[list(top)].min() + 1e-9


def test_a_drawn_twice_sample_weighs_twice() -> None:
    """Refitting on repeated rows and on doubled weights is the same regression."""
    masks = draw_masks(50, 6, 0)
    outputs = np.random.default_rng(0).random(50)
    importance = kernel_weights(masks, 0.25)
    rows = np.random.default_rng(1).integers(0, 50, 50)
    counts = np.bincount(rows, minlength=50)
    repeated = fit_surrogate(masks[rows], outputs[rows], importance[rows])
    weighted = fit_surrogate(masks, outputs, importance * counts)
    np.testing.assert_allclose(repeated.weights, weighted.weights, atol=1e-12)


def answered(outputs: NDArray[np.float64], batch_size: int = 20) -> tuple[Samples, list[bool]]:
    samples = Samples(SUPERPIXELS, ExplanationSettings(sample_count=len(outputs)))
    held = []
    while samples.left:
        if samples.answer(outputs[samples.answered : samples.answered + batch_size]):
            held.append(samples.has_held(samples.fit()[1]))
    return samples, held


def test_a_clear_answer_holds_as_soon_as_it_was_looked_at_often_enough() -> None:
    outputs = draw_masks(1000, SUPERPIXELS, 0) @ clear_effects()
    samples, held = answered(outputs)
    assert held.index(True) == HELD_CHECKS - 1
    assert len(held) == 1000 // CHECK_SAMPLES
    assert samples.answered == 1000


def test_a_toss_up_never_holds() -> None:
    outputs = np.random.default_rng(0).random(1000)
    assert not any(answered(outputs)[1])


@pytest.mark.parametrize(("batch_size", "looks"), [(7, 10), (100, 10), (512, 2)])
def test_looks_are_a_hundred_samples_apart_or_a_batch(batch_size: int, looks: int) -> None:
    assert len(answered(np.zeros(1000), batch_size)[1]) == looks

"""The surrogate gives lime's own answer."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lime.lime_image import LimeImageExplainer
from numpy.typing import NDArray
from sklearn.linear_model import Ridge
from support.analytic import patterned_picture

from faceqa_gui.explanation.perturbations import draw_masks
from faceqa_gui.explanation.superpixels import cut_superpixels, mean_colours
from faceqa_gui.explanation.surrogate import fit_surrogate, kernel_weights
from faceqa_gui.frames.resample import compose

SAMPLES = 200


def classify(pictures: NDArray[np.uint8] | NDArray[np.float32]) -> NDArray[np.float64]:
    """A smooth nonlinear classifier of two places and their product."""
    values = np.asarray(pictures, np.float64) / 255.0
    first = values[:, 40:90, 60:120].mean((1, 2, 3))
    second = values[:, 120:200, 100:160].mean((1, 2, 3))
    good = 1.0 / (1.0 + np.exp(-(3.0 * first - 2.0 * second + first * second)))
    return np.stack([1.0 - good, good], axis=1)


@pytest.mark.parametrize("seed", [0, 7])
def test_masks_samples_and_weights_are_those_of_lime(seed: int) -> None:
    picture = patterned_picture(seed)
    segments = cut_superpixels(picture, kernel_size=4, max_distance=200, seed=0)
    seen: list[NDArray[np.uint8]] = []

    def watch(pictures: NDArray[np.uint8]) -> NDArray[np.float64]:
        seen.append(np.array(pictures))
        return classify(pictures)

    theirs = LimeImageExplainer(random_state=seed).explain_instance(
        picture,
        watch,
        labels=(1,),
        top_labels=None,
        num_samples=SAMPLES,
        segmentation_fn=lambda _: segments,
    )
    masks = draw_masks(SAMPLES, int(segments.max()) + 1, seed)
    pixel_masks = [row[segments] for row in (masks * 255).astype(np.uint8)]
    samples = compose(picture, mean_colours(picture, segments), pixel_masks)
    np.testing.assert_array_equal(samples, np.concatenate(seen))
    ours = fit_surrogate(masks, classify(samples)[:, 1], kernel_weights(masks, 0.25))
    expected = np.zeros_like(ours.weights)
    for number, weight in theirs.local_exp[1]:
        expected[number] = weight
    np.testing.assert_allclose(ours.weights, expected, atol=1e-6, rtol=0)
    assert ours.intercept == pytest.approx(theirs.intercept[1], abs=1e-6)
    assert ours.r_squared == pytest.approx(theirs.score, abs=1e-6)


def test_lime_cuts_the_same_superpixels() -> None:
    picture = patterned_picture(3)
    ours = cut_superpixels(picture, kernel_size=4, max_distance=200, seed=42)
    theirs = LimeImageExplainer(random_state=0).explain_instance(
        picture, classify, top_labels=2, num_samples=5
    )
    assert len(np.unique(ours * 100_000 + theirs.segments)) == len(np.unique(theirs.segments))
    assert ours.max() + 1 == len(np.unique(theirs.segments))


@settings(max_examples=50)
@given(
    superpixels=st.integers(1, 12),
    samples=st.integers(3, 60),
    seed=st.integers(0, 10_000),
)
def test_closed_form_is_weighted_ridge(superpixels: int, samples: int, seed: int) -> None:
    masks = draw_masks(samples, superpixels, seed)
    outputs = np.random.default_rng(seed).random(samples)
    importance = kernel_weights(masks, 0.25)
    ours = fit_surrogate(masks, outputs, importance)
    ridge = Ridge(alpha=1.0).fit(masks, outputs, sample_weight=importance)
    np.testing.assert_allclose(ours.weights, ridge.coef_, atol=1e-8)
    assert ours.intercept == pytest.approx(float(ridge.intercept_), abs=1e-8)
    assert ours.r_squared <= 1.0


def test_a_constant_classifier_has_no_weights_and_no_lack_of_fit() -> None:
    masks = draw_masks(100, 20, 0)
    found = fit_surrogate(masks, np.full(100, 0.2), kernel_weights(masks, 0.25))
    np.testing.assert_allclose(found.weights, 0.0, atol=1e-12)
    assert found.r_squared == 1.0


def test_a_sample_that_hides_everything_counts_least() -> None:
    masks = np.array([[1, 1, 1, 1], [1, 0, 0, 0], [0, 0, 0, 0]])
    importance = kernel_weights(masks, 0.25)
    assert importance[0] == pytest.approx(1.0)
    assert importance[0] > importance[1] > importance[2] > 0.0

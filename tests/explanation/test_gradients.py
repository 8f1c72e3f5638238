"""Gradient explanations: integrated gradients add up, guided ReLUs stop what they should."""

import numpy as np
import pytest
from support.analytic import patterned_picture
from support.keras_models import model_of, random_network

from faceqa_gui.explanation.baselines import blurred
from faceqa_gui.explanation.explainer import Attribution, finish
from faceqa_gui.explanation.guided_grad_cam import (
    GuidedGradCam,
    guided_backpropagation,
    guided_network,
)
from faceqa_gui.explanation.integrated_gradients import (
    Baseline,
    IntegratedGradients,
    baseline_picture,
)
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.network import Architecture
from faceqa_gui.settings import ExplanationSettings


@pytest.fixture(scope="module")
def small() -> QualityModel:
    return model_of(random_network("simple_cnn"))


def integrate(model: QualityModel, baseline: Baseline, steps: int) -> Attribution:
    return finish(
        IntegratedGradients(baseline, steps).explain(
            patterned_picture(),
            model=model,
            target=Quality.GOOD,
            face=None,
            settings=ExplanationSettings(batch_size=7),
        )
    )


@pytest.mark.parametrize("baseline", Baseline)
def test_attributions_sum_to_the_difference_of_the_logits(
    small: QualityModel, baseline: Baseline
) -> None:
    found = integrate(small, baseline, 60)
    whole = found.completeness
    assert whole is not None
    good = list(Quality).index(Quality.GOOD)
    pair = np.stack([patterned_picture(), baseline_picture(patterned_picture(), baseline)])
    logits = small.predict(pair.astype(np.float32))[0].logits[:, good]
    assert whole.difference == pytest.approx(float(logits[0] - logits[1]), abs=1e-4)
    assert whole.attributed == pytest.approx(float(found.values.sum(dtype=np.float64)), abs=1e-3)
    assert whole.error == abs(whole.attributed - whole.difference)
    assert whole.error < 0.05 * abs(whole.difference)


def test_a_path_cut_too_coarsely_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 20"):
        IntegratedGradients(steps=19)


def test_baselines_are_what_they_are_called() -> None:
    picture = patterned_picture()
    assert not baseline_picture(picture, Baseline.BLACK).any()
    assert (baseline_picture(picture, Baseline.WHITE) == 255).all()
    soft = blurred(picture)
    np.testing.assert_array_equal(baseline_picture(picture, Baseline.BLURRED), soft)
    assert soft.mean() == pytest.approx(picture.mean(), abs=1.0)
    assert np.abs(np.diff(soft.astype(int), axis=0)).max() < 10


@pytest.mark.parametrize("architecture", ["mobilenet", "simple_cnn"])
def test_guided_relus_change_the_way_back_only(architecture: Architecture) -> None:
    import tensorflow as tf

    network = random_network(architecture)
    guided = guided_network(network)
    batch = tf.constant(patterned_picture()[None].astype(np.float32))
    np.testing.assert_allclose(
        guided(batch, training=False), network(batch, training=False), rtol=1e-4, atol=1e-5
    )
    gradients = []
    for one in (network, guided):
        with tf.GradientTape() as tape:
            tape.watch(batch)
            logit = one(batch, training=False)[:, 2]
        gradient = np.asarray(tape.gradient(logit, batch))
        gradients.append(gradient / np.abs(gradient).max())
    assert not np.allclose(gradients[0], gradients[1])


@pytest.mark.parametrize("limit", [None, 6.0])
def test_a_guided_relu_passes_only_positive_gradients_of_active_units(limit: float | None) -> None:
    import keras
    import tensorflow as tf

    given = keras.Input((4,))
    network = keras.Model(given, keras.layers.ReLU(limit)(given))
    guided = guided_network(network)
    values = tf.constant([[-1.0, 2.0, 3.0, 7.0]])
    with tf.GradientTape() as tape:
        tape.watch(values)
        answer = tf.reduce_sum(guided(values) * tf.constant([[1.0, 1.0, -1.0, 1.0]]))
    expected = [0.0, 1.0, 0.0, 1.0 if limit is None else 0.0]
    np.testing.assert_array_equal(tape.gradient(answer, values)[0], expected)


def test_guided_grad_cam_is_the_product_of_both(small: QualityModel) -> None:
    from faceqa_gui.explanation.grad_cam import grad_cam
    from faceqa_gui.explanation.reference_network import reference_network

    picture = patterned_picture()
    good = list(Quality).index(Quality.GOOD)
    found = finish(
        GuidedGradCam().explain(
            picture, model=small, target=Quality.GOOD, face=None, settings=ExplanationSettings()
        )
    )
    maps = small.predict(picture[None].astype(np.float32))[0].class_maps
    fine = guided_backpropagation(reference_network(small), picture, Quality.GOOD)
    assert fine.max() == 1.0
    np.testing.assert_allclose(found.values, grad_cam(maps[0, :, :, good], 224) * fine, atol=1e-6)

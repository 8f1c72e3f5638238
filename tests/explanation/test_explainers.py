"""One test for every explainer: any network, any class, any picture, and honest when empty."""

import numpy as np
import pytest
from support.analytic import patterned_picture
from support.keras_models import model_of, random_network, set_head

from faceqa_gui.explanation.answers import ExplanationError
from faceqa_gui.explanation.combined import explain
from faceqa_gui.explanation.explainer import Attribution, Explainer, finish
from faceqa_gui.explanation.integrated_gradients import IntegratedGradients
from faceqa_gui.explanation.methods import METHODS, methods_with
from faceqa_gui.explanation.pictures import attribution_picture
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.network import Architecture
from faceqa_gui.settings import ExplanationSettings

FEW = ExplanationSettings(sample_count=10, batch_size=10)


class CoarseGradients(IntegratedGradients):
    """A path of four steps: its form is asked for here, not its precision."""

    def __post_init__(self) -> None:
        pass


QUICK = methods_with(explain, CoarseGradients(steps=4))
FACE = Box(60, 40, 104, 104)
every_explainer = pytest.mark.parametrize("explainer", QUICK, ids=lambda one: one.name)


@pytest.fixture(scope="module")
def small() -> QualityModel:
    return model_of(random_network("simple_cnn"))


@pytest.fixture(scope="module")
def constant() -> QualityModel:
    network = random_network("simple_cnn")
    set_head(network, 0.0)
    return model_of(network)


@pytest.fixture(scope="module")
def opposed() -> QualityModel:
    """Features are at least 0 and every weight is below 0: nothing speaks for any class."""
    network = random_network("simple_cnn")
    set_head(network, -1.0)
    return model_of(network)


@pytest.fixture(scope="module")
def broken() -> QualityModel:
    network = random_network("simple_cnn")
    set_head(network, float("nan"))
    return model_of(network)


@pytest.fixture(
    scope="module",
    params=["mobilenet", "simple_cnn", pytest.param("resnet50", marks=pytest.mark.slow)],
)
def any_model(request: pytest.FixtureRequest) -> QualityModel:
    architecture: Architecture = request.param
    # The untrained MobileNet's activations fade to nothing, so the shipped one is taken.
    if architecture == "mobilenet":
        return QualityModel.load()
    return model_of(random_network(architecture))


def attribution(
    explainer: Explainer,
    model: QualityModel,
    picture: Pixels | None = None,
    target: Quality = Quality.GOOD,
    settings: ExplanationSettings = FEW,
) -> Attribution:
    return finish(
        explainer.explain(
            patterned_picture() if picture is None else picture,
            model=model,
            target=target,
            face=FACE,
            settings=settings,
        )
    )


def check(found: Attribution, explainer: Explainer, target: Quality) -> None:
    assert found.method == explainer.name
    assert found.target == target
    assert 0.0 <= found.probability <= 1.0
    assert found.values.shape == (224, 224)
    assert found.values.dtype == np.float32
    assert np.isfinite(found.values).all()
    assert (found.segments is None) == (found.weights is None)
    assert found.positive.min() >= 0.0
    assert found.positive.max() == pytest.approx(float(found.has_evidence))
    inside = found.evidence_inside(FACE)
    assert (inside is not None) == found.has_evidence
    assert found.evidence_inside(None) is None
    view = attribution_picture(found, 0.4)
    assert view.shape == found.picture.shape
    assert (view == found.picture).all() != found.has_evidence


def test_names_are_unique_and_readable() -> None:
    names = [explainer.name for explainer in METHODS]
    assert len(set(names)) == len(names) == 5
    assert all(name == name.lower() and " " not in name for name in names)


@every_explainer
def test_any_network(explainer: Explainer, any_model: QualityModel) -> None:
    check(attribution(explainer, any_model), explainer, Quality.GOOD)


@every_explainer
@pytest.mark.parametrize("target", Quality)
def test_any_class(explainer: Explainer, small: QualityModel, target: Quality) -> None:
    found = attribution(explainer, small, target=target)
    check(found, explainer, target)
    assert found.probability == pytest.approx(
        small.probabilities(patterned_picture())[target], abs=1e-5
    )


@every_explainer
def test_the_same_answer_twice_and_for_any_batch_size(
    explainer: Explainer, small: QualityModel
) -> None:
    expected = attribution(explainer, small).values
    np.testing.assert_array_equal(attribution(explainer, small).values, expected)
    settings = FEW.model_copy(update={"batch_size": 3})
    found = attribution(explainer, small, settings=settings).values
    np.testing.assert_allclose(found, expected, atol=1e-3 * np.abs(expected).max())


@every_explainer
@pytest.mark.parametrize("grey", [0, 128, 255])
def test_a_constant_picture(explainer: Explainer, small: QualityModel, grey: int) -> None:
    picture = np.full((224, 224, 3), grey, np.uint8)
    check(attribution(explainer, small, picture), explainer, Quality.GOOD)


@every_explainer
def test_a_constant_classifier_gives_no_evidence_and_no_colour(
    explainer: Explainer, constant: QualityModel
) -> None:
    found = attribution(explainer, constant)
    check(found, explainer, Quality.GOOD)
    assert not found.has_evidence
    assert not found.values.any()


@pytest.mark.parametrize("name", ["grad-cam", "combined", "guided-grad-cam"])
def test_what_only_speaks_against_the_class_is_not_painted(
    name: str, opposed: QualityModel
) -> None:
    explainer = next(one for one in QUICK if one.name == name)
    found = attribution(explainer, opposed)
    check(found, explainer, Quality.GOOD)
    assert not found.has_evidence


@every_explainer
def test_a_classifier_without_numbers_is_refused(
    explainer: Explainer, broken: QualityModel
) -> None:
    with pytest.raises(ExplanationError, match="not a number"):
        attribution(explainer, broken)


@every_explainer
def test_closing_the_job_cancels_it(explainer: Explainer, small: QualityModel) -> None:
    job = explainer.explain(
        patterned_picture(), model=small, target=Quality.GOOD, face=None, settings=FEW
    )
    next(job)
    job.close()
    with pytest.raises(StopIteration):
        next(job)

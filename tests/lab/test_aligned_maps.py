"""Average maps: sums of aligned maps, per class and group, of networks with random weights."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from support.analytic import patterned_picture
from support.keras_models import model_of, random_network

from faceqa_gui.errors import DatasetError
from faceqa_gui.explanation.explainer import finish
from faceqa_gui.explanation.guided_grad_cam import GuidedGradCam
from faceqa_gui.explanation.integrated_gradients import IntegratedGradients
from faceqa_gui.explanation.methods import GradCam
from faceqa_gui.eyes.alignment import FoundEyes, aligned_map, alignment, find_eyes
from faceqa_gui.eyes.eye_model import EyeModel
from faceqa_gui.eyes.learned import LearnedEyes
from faceqa_gui.frames.alter import place
from faceqa_gui.frames.demo_scenes import glasses, nobody_there, open_eyes
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.lab.aligned_maps import AverageMaps, average_maps, choose_images
from faceqa_gui.lab.aligned_sheets import ARRAYS, write_average_maps
from faceqa_gui.lab.class_maps import GRAD_CAM, GUIDED, INTEGRATED, MapMaker
from faceqa_gui.lab.comparison import Answer, compare
from faceqa_gui.lab.comparison_maps import choose_answers, explain_pairs, pairs_json, write_maps
from faceqa_gui.lab.dataset import Dataset, LabelledImage
from faceqa_gui.lab.evaluation import evaluate
from faceqa_gui.lab.lab_model import LabModel
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.preprocessing import network_input
from faceqa_gui.settings import ExplanationSettings

GOOD, GLASSES = (QUALITY_LABELS.index(label) for label in ("good", "eyeglasses"))


def quiet(_done: int, _total: int) -> None:
    """Nobody listens."""


def lab_model(seed: int) -> tuple[LabModel, QualityModel]:
    station = model_of(random_network("simple_cnn", seed))
    return LabModel(station.file, station.runtime), station


@pytest.fixture(scope="module")
def models() -> tuple[LabModel, LabModel]:
    return lab_model(1)[0], lab_model(2)[0]


@pytest.fixture(scope="module")
def faces(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Three faces and one table, in two classes and at two sites, and a file that is no picture."""
    folder = tmp_path_factory.mktemp("faces")
    face = network_input(open_eyes())
    pictures = {
        "a": (face, "good", "x"),
        "b": (_moved(face, 5.0), "good", "y"),
        "c": (network_input(glasses(open_eyes())), "eyeglasses", "x"),
        "d": (network_input(nobody_there()), "good", "x"),
    }
    images = []
    for name, (pixels, label, site) in pictures.items():
        Image.fromarray(pixels).save(folder / f"{name}.png")
        images.append(LabelledImage(folder / f"{name}.png", label, "test", {"site": site}))
    (folder / "e.png").write_bytes(b"no picture")
    images.append(LabelledImage(folder / "e.png", "good", "test", {"site": "x"}))
    return Dataset(folder, QUALITY_LABELS, tuple(images))


@pytest.fixture(scope="module")
def found(models: tuple[LabModel, LabModel], faces: Dataset) -> AverageMaps:
    return average_maps(
        [MapMaker(model, (GRAD_CAM, INTEGRATED), steps=20) for model in models],
        faces.images,
        LearnedEyes(EyeModel()),
        quiet,
        columns=["site"],
    )


def test_the_maps_of_a_class_are_those_of_the_explainers() -> None:
    model, station = lab_model(3)
    picture = patterned_picture()
    maps = MapMaker(model, steps=20).maps(picture, GOOD).values
    settings = ExplanationSettings(batch_size=10)
    for explainer in (GradCam(), GuidedGradCam(), IntegratedGradients(steps=20)):
        expected = finish(
            explainer.explain(
                picture, model=station, target=Quality.GOOD, face=None, settings=settings
            )
        )
        np.testing.assert_array_equal(maps[explainer.name], expected.values)
    best = MapMaker(model, (GRAD_CAM,)).maps(picture)
    assert best.column == int(best.probabilities.argmax())
    assert list(best.values) == [GRAD_CAM]


def test_faces_are_counted_and_the_others_named(found: AverageMaps) -> None:
    assert found.located == 3
    assert found.left_out == {"no_face": 1, "unreadable": 1}
    counts = {(group.kind, group.name): group.images for group in found.groups}
    assert counts == {
        ("all", "all"): 3,
        ("class", "eyeglasses"): 1,
        ("class", "good"): 2,
        ("site", "x"): 2,
        ("site", "y"): 1,
    }


def test_an_average_is_what_numpy_makes_of_the_aligned_maps(
    models: tuple[LabModel, LabModel], faces: Dataset, found: AverageMaps
) -> None:
    eyes = LearnedEyes(EyeModel())
    aligned = []
    for image in faces.images[:2]:
        picture = np.asarray(Image.open(image.path))
        matrix = alignment(_eyes(picture, eyes))
        aligned.append(
            [
                aligned_map(
                    MapMaker(model, (GRAD_CAM,)).maps(picture, GOOD).values[GRAD_CAM], matrix
                )
                for model in models
            ]
        )
    stacked = np.array(aligned, np.float64)
    (good,) = (group for group in found.groups if (group.kind, group.name) == ("class", "good"))
    middle = (slice(60, 160), slice(60, 160))
    first = good.maps[0, GRAD_CAM]
    np.testing.assert_allclose(first.mean[middle], stacked[:, 0].mean(0)[middle], atol=1e-5)
    np.testing.assert_allclose(
        first.spread[middle], stacked[:, 0].std(0, ddof=1)[middle], atol=1e-4
    )
    differences = stacked[:, 1] - stacked[:, 0]
    second = good.differences[GRAD_CAM]
    np.testing.assert_allclose(second.mean[middle], differences.mean(0)[middle], atol=1e-5)
    np.testing.assert_allclose(
        second.standard_error[middle],
        (differences.std(0, ddof=1) / np.sqrt(2))[middle],
        atol=1e-4,
    )


def test_one_picture_has_no_spread(found: AverageMaps) -> None:
    (alone,) = (group for group in found.groups if group.name == "y")
    for kept in alone.maps.values():
        assert not kept.spread.any()
        assert kept.mean.any()


def test_the_same_run_gives_the_same_digests(
    models: tuple[LabModel, LabModel], faces: Dataset
) -> None:
    eyes = LearnedEyes(EyeModel())
    first, again = (
        average_maps(
            [MapMaker(models[0], (GRAD_CAM, INTEGRATED), steps=20)], faces.images[:1], eyes, quiet
        )
        for _ in range(2)
    )
    assert again.as_json() == first.as_json()


def test_sheets_and_arrays_are_written(found: AverageMaps, tmp_path: Path) -> None:
    written = write_average_maps(tmp_path / "out", found)
    assert {path.name for path in written} == {
        *(
            f"average-{kind}-{method}.png"
            for kind in ("all", "class", "site")
            for method in (GRAD_CAM, INTEGRATED)
        ),
        ARRAYS,
    }
    sheet = np.asarray(Image.open(tmp_path / "out" / f"average-class-{GRAD_CAM}.png"))
    # Seven columns and two rows of 224-pixel pictures.
    assert sheet.shape[1] >= 7 * 224
    assert sheet.shape[0] >= 2 * 224
    with np.load(tmp_path / "out" / ARRAYS) as arrays:
        (good,) = (group for group in found.groups if group.name == "good")
        kept = good.maps[1, INTEGRATED].mean
        np.testing.assert_array_equal(arrays["class/good/B/integrated-gradients/mean"], kept)
        assert "class/good/B-A/grad-cam/standard_error" in arrays


def test_columns_that_would_share_a_file_do_not(
    models: tuple[LabModel, LabModel], faces: Dataset, tmp_path: Path
) -> None:
    images = [
        LabelledImage(image.path, image.label, "", {"a b": "x", "a_b": "y"})
        for image in faces.images[:2]
    ]
    makers = [MapMaker(models[0], (GRAD_CAM,))]
    found = average_maps(makers, images, LearnedEyes(EyeModel()), quiet, columns=["a b", "a_b"])
    names = {path.name for path in write_average_maps(tmp_path, found)}
    assert {f"average-a_b-{GRAD_CAM}.png", f"average-a_b_-{GRAD_CAM}.png"} < names


def test_one_model_alone_has_no_differences(
    models: tuple[LabModel, LabModel], faces: Dataset, tmp_path: Path
) -> None:
    one = average_maps(
        [MapMaker(models[0], (GRAD_CAM,))], faces.images, LearnedEyes(EyeModel()), quiet
    )
    assert not one.groups[0].differences
    assert len(write_average_maps(tmp_path, one)) == 3


def test_pictures_without_faces_and_columns_with_too_many_values_are_refused(
    models: tuple[LabModel, LabModel], faces: Dataset
) -> None:
    makers, eyes = [MapMaker(models[0], (GRAD_CAM,))], LearnedEyes(EyeModel())
    with pytest.raises(DatasetError, match="located on none"):
        average_maps(makers, faces.images[3:], eyes, quiet)
    many = [
        LabelledImage(Path(f"{number}.png"), "good", "", {"subject": str(number)})
        for number in range(60)
    ]
    with pytest.raises(DatasetError, match="take 60 at most"):
        average_maps(makers, many, eyes, quiet, columns=["subject"])


def test_pictures_are_chosen_by_seed_and_class(faces: Dataset) -> None:
    chosen = choose_images(faces, QUALITY_LABELS, 1, seed=4)
    assert [image.label for image in sorted(chosen, key=lambda image: image.label)] == [
        "eyeglasses",
        "good",
    ]
    assert chosen == choose_images(faces, QUALITY_LABELS, 1, seed=4)
    assert len(choose_images(faces, ("good",), 9)) == 4


def test_two_models_are_drawn_side_by_side(
    models: tuple[LabModel, LabModel], faces: Dataset, tmp_path: Path
) -> None:
    first, second = (evaluate(model, faces, quiet) for model in models)
    compared = compare(first, second)
    assert [path.name for path in compared.left_out] == ["e.png"]
    answers = choose_answers(compared, 2)
    one, two = (MapMaker(model, steps=20) for model in models)
    pairs = explain_pairs(answers, one, two, quiet)
    for pair in pairs:
        assert isinstance(pair.answer, Answer)
        assert QUALITY_LABELS[pair.first.column] == pair.answer.first
        assert QUALITY_LABELS[pair.second.column] == pair.answer.second
    names = {path.name for path in write_maps(tmp_path, pairs, compared.labels)}
    assert names == {
        "picture-01.png",
        "picture-02.png",
        f"{GRAD_CAM}-1.png",
        f"{GUIDED}-1.png",
        f"{INTEGRATED}-1.png",
    }
    assert [row["file"] for row in pairs_json(pairs)] == [
        str(answer.image.path) for answer in answers
    ]
    with pytest.raises(DatasetError, match="no picture to explain"):
        explain_pairs((), one, two, quiet)


def _moved(face: Pixels, degrees: float) -> Pixels:
    return place(
        face, 224, scale=0.95, degrees=degrees, shift=(0.02, 0.0), mirror=False, border=None
    )


def _eyes(picture: Pixels, eyes: LearnedEyes) -> FoundEyes:
    found = find_eyes(picture, eyes)
    assert not isinstance(found, str)
    return found

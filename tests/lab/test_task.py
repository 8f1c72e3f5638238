"""Tasks: the classes of FairFace in its order, and those that a data set has."""

import pytest

from faceqa_gui.errors import DatasetError
from faceqa_gui.lab.task import TASKS
from faceqa_gui.quality.labels import QUALITY_LABELS


def test_a_model_has_the_classes_of_its_pictures_in_the_order_of_fairface() -> None:
    found = TASKS["age"].present_in(["more than 70", "20-29", "0-2", "20-29"], "somewhere")
    assert found.labels == ("0-2", "20-29", "more than 70")
    assert (found.name, found.column) == ("age", "age")


def test_quality_always_has_its_five_classes() -> None:
    assert TASKS["quality"].present_in(["good"], "somewhere").labels == QUALITY_LABELS


@pytest.mark.parametrize(("labels", "known"), [([], "none"), (["Male", "Male"], "Male")])
def test_one_class_is_nothing_to_learn(labels: list[str], known: str) -> None:
    with pytest.raises(DatasetError, match=rf"too few classes of gender .*\({known}\)"):
        TASKS["gender"].present_in(labels, "somewhere")

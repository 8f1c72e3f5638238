"""What a model of the lab can be asked about a face: its quality, or an attribute of FairFace.

FaceQA itself never guesses a person's attribute: these models exist in the lab alone, to show how
a biased model explains itself (Hung, Lee, Sarvepalli, "Machine Learning for Facial Analysis").
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from faceqa_gui.errors import DatasetError
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model_file import QUALITY_TASK
from faceqa_gui.wording import said

FEWEST_LABELS = 2


@dataclass(frozen=True, slots=True)
class Task:
    """What is judged.

    Attributes:
        name: as in `--task` and in manifests.
        labels: the classes in the order of the outputs.
        column: of a data set's label file that holds the true class.
    """

    name: str
    labels: tuple[str, ...]
    column: str

    def having(self, labels: Iterable[str]) -> "Task":
        """The same task with those of its labels that are in `labels`, in its own order."""
        chosen = set(labels)
        return replace(self, labels=tuple(label for label in self.labels if label in chosen))

    def present_in(self, labels: Iterable[str], where: str) -> "Task":
        """The task of a model that learns from pictures with `labels`.

        Quality always has its five classes; an attribute has those that its pictures have.

        Args:
            labels: of the training pictures.
            where: names the data set in a sentence.

        Raises:
            DatasetError: fewer than two classes are left.
        """
        if self.name == QUALITY_TASK:
            return self
        found = self.having(labels)
        if len(found.labels) < FEWEST_LABELS:
            known = ", ".join(found.labels) or said("none")
            raise DatasetError(
                said(
                    "{where} has too few classes of {name} to learn from ({known}). Add "
                    "pictures of at least two.",
                    where=where,
                    name=self.name,
                    known=known,
                )
            )
        return found


GENDER_LABELS = ("Male", "Female")
AGE_LABELS = (
    "0-2",
    "3-9",
    "10-19",
    "20-29",
    "30-39",
    "40-49",
    "50-59",
    "60-69",
    "more than 70",
)
RACE_LABELS = (
    "White",
    "Black",
    "Latino_Hispanic",
    "East Asian",
    "Southeast Asian",
    "Indian",
    "Middle Eastern",
)

TASKS: Mapping[str, Task] = MappingProxyType(
    {
        task.name: task
        for task in (
            Task(QUALITY_TASK, QUALITY_LABELS, "label"),
            Task("gender", GENDER_LABELS, "gender"),
            Task("age", AGE_LABELS, "age"),
            Task("race", RACE_LABELS, "race"),
        )
    }
)
"""By name; attributes with the classes and the spelling of FairFace's published label files.

Kärkkäinen and Joo, "FairFace", WACV 2021; the order is that of the outputs of their models.
"""

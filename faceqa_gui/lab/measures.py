"""Which pictures a rate counts, and of which: the same for every group and every model."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.lab.class_names import as_written
from faceqa_gui.lab.evaluation import Evaluation, accepted_as_good
from faceqa_gui.lab.eye_evaluation import EyeAnswer
from faceqa_gui.lab.proportions import Rate
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.wording import as_said, said

Mask = NDArray[np.bool_]

_HIDDEN = (Quality.EYEGLASSES.value, Quality.COVERED_FACE.value)


@dataclass(frozen=True, slots=True, eq=False)
class Measure:
    """One rate of a model over N pictures.

    Attributes:
        name: short identifier, such as `false_accept`.
        title: name for people, which says what is counted of what.
        counted: which pictures count; bool, N.
        among: of which pictures; bool, N.
        label: the class that it belongs to; "" where it belongs to none.
        by_truth: whether `among` depends on the labels alone, so that two models share it.
    """

    name: str
    title: str
    counted: Mask
    among: Mask
    label: str = ""
    by_truth: bool = True

    def rate(self, chosen: Mask | None = None) -> Rate:
        """The rate over some pictures (bool, N); None takes all."""
        among = self.among if chosen is None else self.among & chosen
        return Rate(int((self.counted & among).sum()), int(among.sum()))


_SHORT_TITLES = (said("False accepts"), said("Hidden accepted"), said("False rejects"))
"""What `short_title` leaves, named here so that translations hold it."""


def short_title(title: str) -> str:
    """A measure's title without what it counts, for the head of a column."""
    return as_said(title.split(":", maxsplit=1)[0] if ":" in title else title)


def true_classes(evaluation: Evaluation) -> NDArray[np.intp]:
    """Index of the class that a person gave each picture: intp, N."""
    places = {label: place for place, label in enumerate(evaluation.labels)}
    return np.array([places[image.label] for image in evaluation.images], np.intp)


def measures_of(evaluation: Evaluation) -> tuple[Measure, ...]:
    """Accuracy; what passes as good and what is refused (quality alone); each class's figures."""
    return measures_from(
        evaluation.labels,
        true_classes(evaluation),
        evaluation.probabilities,
        evaluation.threshold,
    )


def measures_from(
    labels: Sequence[str],
    truth: NDArray[np.intp],
    probabilities: NDArray[np.float64],
    threshold: float | None,
) -> tuple[Measure, ...]:
    """The same from its parts.

    Args:
        labels: the C classes.
        truth: index of the true class of every picture, N.
        probabilities: N×C.
        threshold: from which a face passes as good; None where there is no good class.
    """
    given = np.asarray(probabilities.argmax(axis=1), np.intp)
    everything = np.ones(len(truth), np.bool_)
    found = [Measure("accuracy", said("Accuracy"), truth == given, everything)]
    if threshold is not None and tuple(labels) == QUALITY_LABELS:
        found += _passing(accepted_as_good(probabilities, threshold), truth)
    for place, label in enumerate(labels):
        is_class, called = truth == place, given == place
        recall = said("Recall of {label}", label=as_written(label))
        found.append(Measure(f"recall:{label}", recall, called, is_class, label))
        found.append(
            Measure(
                f"precision:{label}",
                said("Precision of {label}", label=as_written(label)),
                is_class,
                called,
                label,
                by_truth=False,
            )
        )
    return tuple(found)


def eye_measures(answers: Sequence[EyeAnswer], channel: str) -> tuple[Measure, ...]:
    """Closed eyes that one channel recognises, and open ones that it calls closed."""
    closed = np.array([answer.image.label == "closed" for answer in answers], np.bool_)
    called = np.array([answer.states[channel] is EyeState.CLOSED for answer in answers], np.bool_)
    return (
        Measure("closed_recall", said("Closed eyes recognised"), called, closed, "closed"),
        Measure("false_closed", said("Open eyes called closed"), called, ~closed, "open"),
    )


def _passing(passes: Mask, truth: NDArray[np.intp]) -> list[Measure]:
    good = truth == QUALITY_LABELS.index(Quality.GOOD.value)
    hidden = np.isin(truth, [QUALITY_LABELS.index(label) for label in _HIDDEN])
    hides = said("Hidden accepted: glasses or covered, passes as good")
    return [
        Measure("false_accept", said("False accepts: not good, passes as good"), passes, ~good),
        Measure("hidden_accept", hides, passes, hidden),
        Measure("false_reject", said("False rejects: good, refused"), ~passes, good),
    ]

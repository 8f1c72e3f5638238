"""Two models on the same pictures: where they differ, and how sure that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import DatasetError
from faceqa_gui.lab.audit import LEAST_IMAGES, group_names
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.evaluation import Evaluation
from faceqa_gui.lab.lab_model import LabModel
from faceqa_gui.lab.label_files import LABEL_COLUMN
from faceqa_gui.lab.measures import Mask, Measure, measures_from
from faceqa_gui.lab.metrics import RESAMPLES, Counts, Interval, figures_of
from faceqa_gui.lab.proportions import McNemar, Pairs, Rate, mcnemar, paired_difference
from faceqa_gui.quality.model_file import Manifest
from faceqa_gui.wording import said

NEWCOMBE = said("Newcombe 1998 (paired), method 10")
BOOTSTRAP = said("paired percentile bootstrap over pictures")

_TAILS = (0.025, 0.975)


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure of both models; the difference is the second minus the first.

    Attributes:
        first, second: the figure; None where it is not defined.
        value: their difference; None where one is not defined.
        ci95: its 95 % interval; None likewise.
        images: number of pictures that it rests on.
        method: what the interval comes from.
    """

    first: float | None
    second: float | None
    value: float | None
    ci95: Interval | None
    images: int
    method: str

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return {
            "first": self.first,
            "second": self.second,
            "difference": self.value,
            "ci95": None if self.ci95 is None else [self.ci95.low, self.ci95.high],
            "images": self.images,
            "interval": self.method,
        }


@dataclass(frozen=True, slots=True)
class ClassDifference:
    """Figures of one class.

    Attributes:
        label: the class.
        recall: over its pictures (Newcombe).
        precision, f1: bootstrap.
    """

    label: str
    recall: Difference
    precision: Difference
    f1: Difference


@dataclass(frozen=True, slots=True)
class GroupDifference:
    """Figures of one group of pictures.

    Attributes:
        columns: of the manifest that the pictures were grouped by.
        names: value of each column.
        images: number of pictures.
        enough: whether there are enough to be compared; else it is shown only.
        measures: by name of the measure.
    """

    columns: tuple[str, ...]
    names: tuple[str, ...]
    images: int
    enough: bool
    measures: Mapping[str, Difference]


@dataclass(frozen=True, slots=True)
class Answer:
    """What both models say of one picture.

    Attributes:
        image: the picture and its true class.
        first, second: the class that each model gives it.
        first_probability, second_probability: calibrated probability of that class in 0-1.
    """

    image: LabelledImage
    first: str
    second: str
    first_probability: float
    second_probability: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two models on the pictures that both could read.

    Attributes:
        first, second: checksums that name the models.
        labels: the classes.
        split: name of the judged split; None for the whole data set.
        data_sha256: digest of the pictures and labels.
        answers: what both say of every picture, in the order of the data set.
        left_out: pictures that a model could not read; left out for both.
        agreement: how often both give the same class.
        kappa: Cohen's kappa (1960) of the two answers with its interval (bootstrap); None where
            both always give one and the same class, so that agreement by chance is certain.
        right: how many pictures both, one or none gets right.
        test: McNemar's test of `right`.
        accuracy: difference (Newcombe).
        macro_f1: difference (bootstrap).
        classes: in the order of `labels`.
        titles: of the measures of the groups, by name.
        groups: by every column, and by all of them crossed.
    """

    first: str
    second: str
    labels: tuple[str, ...]
    split: str | None
    data_sha256: str
    answers: tuple[Answer, ...]
    left_out: tuple[Path, ...]
    agreement: Rate
    kappa: tuple[float, Interval] | None
    right: Pairs
    test: McNemar
    accuracy: Difference
    macro_f1: Difference
    classes: tuple[ClassDifference, ...]
    titles: Mapping[str, str]
    groups: tuple[GroupDifference, ...]

    @property
    def differing(self) -> tuple[Answer, ...]:
        """The pictures that the models give different classes, right or wrong."""
        return tuple(one for one in self.answers if one.first != one.second)

    @property
    def only_first(self) -> tuple[Answer, ...]:
        """The pictures that only the first model gets right."""
        return tuple(one for one in self.answers if one.first == one.image.label != one.second)

    @property
    def only_second(self) -> tuple[Answer, ...]:
        """The pictures that only the second model gets right."""
        return tuple(one for one in self.answers if one.second == one.image.label != one.first)

    def as_json(self) -> dict[str, Any]:
        """The comparison as plain values for a JSON file; differences are second minus first."""
        agreement = self.agreement.interval()
        return {
            "first_sha256": self.first,
            "second_sha256": self.second,
            "labels": list(self.labels),
            "split": self.split,
            "data_sha256": self.data_sha256,
            "images": len(self.answers),
            "left_out_for_both": [str(path) for path in self.left_out],
            "agreement": {
                "value": self.agreement.value,
                "count": self.agreement.count,
                "of": self.agreement.of,
                "ci95": None if agreement is None else [agreement.low, agreement.high],
            },
            "cohen_kappa": None
            if self.kappa is None
            else {"value": self.kappa[0], "ci95": [self.kappa[1].low, self.kappa[1].high]},
            "right": {
                "both": self.right.both,
                "only_first": self.right.only_first,
                "only_second": self.right.only_second,
                "neither": self.right.neither,
            },
            "mcnemar": {
                "exact_p": self.test.exact_p,
                "corrected_chi2": self.test.corrected_chi2,
                "corrected_p": self.test.corrected_p,
            },
            "accuracy": self.accuracy.as_json(),
            "macro_f1": self.macro_f1.as_json(),
            "per_class": {
                one.label: {
                    "recall": one.recall.as_json(),
                    "precision": one.precision.as_json(),
                    "f1": one.f1.as_json(),
                }
                for one in self.classes
            },
            "groups": [
                {
                    "columns": list(group.columns),
                    "names": list(group.names),
                    "images": group.images,
                    "enough": group.enough,
                    "measures": {name: one.as_json() for name, one in group.measures.items()},
                }
                for group in self.groups
            ],
            "only_first_right": [_answer_json(one) for one in self.only_first],
            "only_second_right": [_answer_json(one) for one in self.only_second],
        }


def compare(
    first: Evaluation,
    second: Evaluation,
    columns: Sequence[str] = (),
    *,
    label_column: str = LABEL_COLUMN,
    least_images: int = LEAST_IMAGES,
    seed: int = 0,
    resamples: int = RESAMPLES,
) -> Comparison:
    """Compare two models on the pictures that both could read.

    Args:
        first: what one model says of the pictures of a data set.
        second: what the other says of them.
        columns: of the manifest to group by; may be empty.
        label_column: the column that the labels come from.
        least_images: groups with fewer pictures are marked as too small.
        seed: of the bootstrap.
        resamples: number of bootstrap samples.

    Raises:
        DatasetError: the models have other classes, or no picture or other labels in common.
    """
    places = _common(first, second)
    images = [first.images[one] for one, _ in places]
    rows = np.array(places, np.intp)
    one, two = first.probabilities[rows[:, 0]], second.probabilities[rows[:, 1]]
    index = {label: place for place, label in enumerate(first.labels)}
    truth = np.array([index[image.label] for image in images], np.intp)
    measures = tuple(
        zip(
            measures_from(first.labels, truth, one, first.threshold),
            measures_from(second.labels, truth, two, second.threshold),
            strict=True,
        )
    )
    joint = _joint(truth, one.argmax(axis=1), two.argmax(axis=1), len(index))
    drawn = np.random.default_rng(seed).multinomial(
        len(truth), joint.ravel() / len(truth), resamples
    )
    drawn = drawn.reshape(resamples, *joint.shape)
    right = _pairs(*measures[0])
    recalls = {mine.label: (mine, other) for mine, other in measures if mine.name.startswith("rec")}
    support = np.bincount(truth, minlength=len(index))
    shown = [pair for pair in measures if pair[0].by_truth]
    known = {image.place for image in images}
    left_out = {
        image.path for image in (*first.images, *second.images) if image.place not in known
    } | {skipped.path for skipped in (*first.skipped, *second.skipped)}
    same = one.argmax(axis=1) == two.argmax(axis=1)
    return Comparison(
        first=first.model_sha256,
        second=second.model_sha256,
        labels=first.labels,
        split=first.split,
        data_sha256=first.data_sha256,
        answers=_answers(images, first.labels, one, two),
        left_out=tuple(sorted(left_out)),
        agreement=Rate(int(same.sum()), len(same)),
        kappa=_kappa(joint, drawn),
        right=right,
        test=mcnemar(right),
        accuracy=_paired(right),
        macro_f1=_bootstrapped("macro_f1", 0, joint, drawn, len(truth)),
        classes=tuple(
            ClassDifference(
                label,
                _paired(_pairs(*recalls[label])),
                _bootstrapped("precision", place, joint, drawn, int(support[place])),
                _bootstrapped("f1", place, joint, drawn, int(support[place])),
            )
            for place, label in enumerate(first.labels)
        ),
        titles={mine.name: mine.title for mine, _ in shown},
        groups=_groups(images, columns, label_column, shown, least_images),
    )


def check_comparable(first: LabModel | Manifest, second: LabModel | Manifest) -> None:
    """Refuse two models that answer different questions, before minutes of work are spent.

    Raises:
        DatasetError: with both questions.
    """
    _check_labels(first.labels, second.labels)


def _check_labels(first: Sequence[str], second: Sequence[str]) -> None:
    if tuple(first) != tuple(second):
        raise DatasetError(
            said(
                "The two models answer different questions: one knows {first}, the other "
                "{second}. Compare models of one task with the same classes.",
                first=", ".join(first),
                second=", ".join(second),
            )
        )


def _common(first: Evaluation, second: Evaluation) -> list[tuple[int, int]]:
    """Rows of the pictures that both could read, in the order of the first."""
    _check_labels(first.labels, second.labels)
    places = {image.place: row for row, image in enumerate(second.images)}
    found = [
        (row, places[image.place])
        for row, image in enumerate(first.images)
        if image.place in places
    ]
    if not found:
        raise DatasetError(
            said("The two models have no picture in common. Judge the same data set.")
        )
    for one, two in found:
        if first.images[one].label != second.images[two].label:
            raise DatasetError(
                said(
                    "{path} has two labels: {first} and {second}. Judge the same data set "
                    "with both models.",
                    path=first.images[one].path,
                    first=first.images[one].label,
                    second=second.images[two].label,
                )
            )
    return found


def _joint(
    truth: NDArray[np.intp], first: NDArray[np.intp], second: NDArray[np.intp], classes: int
) -> Counts:
    """Counts of (true, first, second): int64, C×C×C."""
    cells = (truth * classes + first) * classes + second
    return np.bincount(cells, minlength=classes**3).reshape(classes, classes, classes)


def _pairs(first: Measure, second: Measure, chosen: Mask | None = None) -> Pairs:
    among = first.among if chosen is None else first.among & chosen
    one, two = first.counted[among], second.counted[among]
    return Pairs(
        int((one & two).sum()),
        int((one & ~two).sum()),
        int((~one & two).sum()),
        int((~one & ~two).sum()),
    )


def _paired(pairs: Pairs) -> Difference:
    return Difference(
        pairs.first.value,
        pairs.second.value,
        pairs.difference,
        paired_difference(pairs) if pairs.total else None,
        pairs.total,
        NEWCOMBE,
    )


def _bootstrapped(name: str, place: int, joint: Counts, drawn: Counts, images: int) -> Difference:
    """A figure of two confusion matrices whose pictures are drawn together."""
    one, two = (
        float(figures_of(joint.sum(axis=axis)[np.newaxis])[name][0, place]) for axis in (2, 1)
    )
    known = [value if np.isfinite(value) else None for value in (one, two)]
    if None in known:
        return Difference(known[0], known[1], None, None, images, BOOTSTRAP)
    first, second = (figures_of(drawn.sum(axis=axis))[name][:, place] for axis in (3, 2))
    value = two - one
    return Difference(one, two, value, _percentiles(value, second - first), images, BOOTSTRAP)


def _percentiles(value: float, drawn: NDArray[np.float64]) -> Interval:
    """Interval of a figure in -1 to 1 from its bootstrap values, widened to hold the figure."""
    defined = drawn[np.isfinite(drawn)]
    if not len(defined):
        return Interval(-1.0, 1.0)
    low, high = np.quantile(defined, _TAILS)
    return Interval(min(float(low), value), max(float(high), value))


def _kappa(joint: Counts, drawn: Counts) -> tuple[float, Interval] | None:
    value = float(_kappas(joint.sum(axis=0)[np.newaxis])[0])
    if not np.isfinite(value):
        return None
    return value, _percentiles(value, _kappas(drawn.sum(axis=1)))


def _kappas(tables: Counts) -> NDArray[np.float64]:
    """Cohen's kappa of B tables (int64, B×C×C); NaN where chance alone agrees always."""
    shares = tables / tables.sum(axis=(1, 2), keepdims=True)
    observed = np.trace(shares, axis1=1, axis2=2)
    chance = (shares.sum(axis=2) * shares.sum(axis=1)).sum(axis=1)
    found = np.full(len(tables), np.nan)
    np.divide(observed - chance, 1.0 - chance, out=found, where=chance < 1.0)
    return found


def _groups(
    images: Sequence[LabelledImage],
    columns: Sequence[str],
    label_column: str,
    measures: Sequence[tuple[Measure, Measure]],
    least_images: int,
) -> tuple[GroupDifference, ...]:
    distinct = tuple(dict.fromkeys(columns))
    values = {column: group_names(images, column, label_column) for column in distinct}
    chosen = [(column,) for column in distinct] + ([distinct] if len(distinct) > 1 else [])
    found = []
    for names in chosen:
        keys = list(zip(*(values[name] for name in names), strict=True))
        for key in sorted(set(keys)):
            inside = np.array([one == key for one in keys], np.bool_)
            differences = {
                first.name: _paired(_pairs(first, second, inside)) for first, second in measures
            }
            size = int(inside.sum())
            found.append(GroupDifference(names, key, size, size >= least_images, differences))
    return tuple(found)


def _answers(
    images: Sequence[LabelledImage],
    labels: Sequence[str],
    first: NDArray[np.float64],
    second: NDArray[np.float64],
) -> tuple[Answer, ...]:
    return tuple(
        Answer(
            image,
            labels[int(one.argmax())],
            labels[int(two.argmax())],
            float(one.max()),
            float(two.max()),
        )
        for image, one, two in zip(images, first, second, strict=True)
    )


def _answer_json(answer: Answer) -> dict[str, Any]:
    return {
        "file": str(answer.image.path),
        "label": answer.image.label,
        "first": answer.first,
        "first_probability": answer.first_probability,
        "second": answer.second,
        "second_probability": answer.second_probability,
    }

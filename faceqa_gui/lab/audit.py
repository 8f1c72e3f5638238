"""How a model does on groups of pictures, as the columns of the manifest name them.

FaceQA never guesses who a person is: a group is what somebody wrote into the manifest. The figures
per group come from fairlearn's `MetricFrame` (Bird et al. 2020, “Fairlearn”, MSR-TR-2020-32).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import DatasetError
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.evaluation import Evaluation
from faceqa_gui.lab.eye_report import DECISION, EyeReport
from faceqa_gui.lab.label_files import LABEL_COLUMN
from faceqa_gui.lab.measures import Measure, eye_measures, measures_of
from faceqa_gui.lab.metrics import Interval
from faceqa_gui.lab.proportions import Rate, independent_difference, simultaneous
from faceqa_gui.wording import said

NOT_STATED = said("not stated")
LEAST_IMAGES = 30
"""Groups with fewer pictures are shown but never ranked."""

_SPLIT_COLUMN = "split"


@dataclass(frozen=True, slots=True)
class Group:
    """One group and its rates.

    Attributes:
        names: value of each of the grouping's columns; `NOT_STATED` where the manifest is empty.
        images: number of pictures.
        rates: by name of the measure.
    """

    names: tuple[str, ...]
    images: int
    rates: Mapping[str, Rate]

    @property
    def name(self) -> str:
        """The values as one text."""
        return " × ".join(self.names)


@dataclass(frozen=True, slots=True)
class Gap:
    """The largest difference of one measure between two groups.

    Attributes:
        measure: name of the measure.
        lowest, highest: the groups.
        value: the difference of their rates, 0-1.
        ci95: its interval (Newcombe 1998, method 10), widened by Bonferroni for all `pairs` of
            ranked groups, because the two were chosen for being furthest apart.
        pairs: number of pairs that were compared.
    """

    measure: str
    lowest: Group
    highest: Group
    value: float
    ci95: Interval
    pairs: int

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return {
            "value": self.value,
            "ci95_of_all_pairs": [self.ci95.low, self.ci95.high],
            "pairs": self.pairs,
            "lowest": list(self.lowest.names),
            "highest": list(self.highest.names),
        }


@dataclass(frozen=True, slots=True)
class Grouping:
    """All groups of one column, or of the intersection of several.

    Attributes:
        columns: what the pictures were grouped by.
        groups: sorted by name, `NOT_STATED` last.
        gaps: of every measure that at least two groups can be ranked by.
    """

    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    gaps: tuple[Gap, ...]

    @property
    def measures(self) -> tuple[str, ...]:
        """Names of the measures that say something of these groups."""
        return tuple(self.groups[0].rates)

    @property
    def name(self) -> str:
        """The columns as one text."""
        return " × ".join(self.columns)


@dataclass(frozen=True, slots=True)
class GroupAudit:
    """The figures of one model by group.

    Attributes:
        subject: what was audited, such as `model 3fa9…` or `eyes, decision`.
        split: name of the judged split; None for the whole data set.
        data_sha256: digest of the judged pictures and labels.
        titles: of every measure, by name, in the order in which they are shown.
        overall: rate over all pictures, by name of the measure.
        images: number of pictures.
        skipped: number of pictures that could not be read.
        least_images: a rate of fewer pictures is shown but never ranked.
        groupings: one per column, and their intersection where there are several.
    """

    subject: str
    split: str | None
    data_sha256: str
    titles: Mapping[str, str]
    overall: Mapping[str, Rate]
    images: int
    skipped: int
    least_images: int
    groupings: tuple[Grouping, ...]

    def ranked(self, rate: Rate) -> bool:
        """Whether a rate rests on enough pictures to be compared."""
        return rate.of >= self.least_images

    def as_json(self) -> dict[str, Any]:
        """The audit as plain values for a JSON file."""
        return {
            "subject": self.subject,
            "split": self.split,
            "data_sha256": self.data_sha256,
            "images": self.images,
            "skipped": self.skipped,
            "least_images": self.least_images,
            "measures": dict(self.titles),
            "overall": {name: self._rate_json(rate) for name, rate in self.overall.items()},
            "groupings": [
                {
                    "columns": list(grouping.columns),
                    "groups": [
                        {
                            "names": list(group.names),
                            "images": group.images,
                            "ranked": group.images >= self.least_images,
                            "rates": {
                                name: self._rate_json(rate) for name, rate in group.rates.items()
                            },
                        }
                        for group in grouping.groups
                    ],
                    "largest_gaps": {gap.measure: gap.as_json() for gap in grouping.gaps},
                }
                for grouping in self.groupings
            ],
        }

    def _rate_json(self, rate: Rate) -> dict[str, Any]:
        interval = rate.interval()
        return {
            "value": rate.value,
            "count": rate.count,
            "of": rate.of,
            "ci95": None if interval is None else [interval.low, interval.high],
            "ranked": self.ranked(rate),
        }


def audit(
    evaluation: Evaluation,
    columns: Sequence[str],
    *,
    label_column: str = LABEL_COLUMN,
    least_images: int = LEAST_IMAGES,
) -> GroupAudit:
    """The figures of a model per group and per intersection of groups.

    Args:
        evaluation: what the model said of every picture.
        columns: of the manifest, at least one.
        label_column: the column that the labels come from.
        least_images: a rate of fewer pictures is never ranked.

    Raises:
        DatasetError: no picture has such a column.
    """
    return _audited(
        measures_of(evaluation),
        evaluation.images,
        columns,
        subject=f"model {evaluation.model_sha256[:12]}",
        split=evaluation.split,
        data_sha256=evaluation.data_sha256,
        skipped=len(evaluation.skipped),
        least_images=least_images,
        label_column=label_column,
    )


def audit_eyes(
    report: EyeReport,
    columns: Sequence[str],
    *,
    channel: str = DECISION,
    least_images: int = LEAST_IMAGES,
) -> GroupAudit:
    """Closed eyes recognised and open eyes called closed, per group; see `audit`.

    Args:
        report: what the eye detectors said of each face.
        columns: of the manifest, at least one.
        channel: which detector is audited.
        least_images: a rate of fewer pictures is never ranked.

    Raises:
        DatasetError: no picture has such a column.
    """
    return _audited(
        eye_measures(report.answers, channel),
        report.images,
        columns,
        subject=f"eyes, {channel}",
        split=report.split,
        data_sha256=report.data_sha256,
        skipped=len(report.skipped),
        least_images=least_images,
    )


def check_columns(
    images: Sequence[LabelledImage], columns: Sequence[str], label_column: str = LABEL_COLUMN
) -> None:
    """Refuse a column that no picture has, before minutes of work are spent.

    Raises:
        DatasetError: with the columns there are.
    """
    for column in columns:
        group_names(images, column, label_column)


def group_names(
    images: Sequence[LabelledImage], column: str, label_column: str = LABEL_COLUMN
) -> list[str]:
    """The group of every picture by one column; `NOT_STATED` where the manifest says nothing.

    Args:
        images: the pictures.
        column: of the manifest.
        label_column: the column that the labels come from.

    Raises:
        DatasetError: no picture has such a column; the message lists the columns there are.
    """
    if column in (label_column, LABEL_COLUMN):
        values = [image.label for image in images]
    elif column == _SPLIT_COLUMN:
        values = [image.split for image in images]
    elif any(column in image.attributes for image in images):
        values = [image.attributes.get(column, "") for image in images]
    else:
        known = {name for image in images for name in image.attributes}
        known |= {label_column, _SPLIT_COLUMN}
        raise DatasetError(
            said(
                "The manifest has no column “{column}”. Group by one of: {columns}.",
                column=column,
                columns=", ".join(sorted(known)),
            )
        )
    return [value.strip() or NOT_STATED for value in values]


def _audited(
    measures: Sequence[Measure],
    images: Sequence[LabelledImage],
    columns: Sequence[str],
    *,
    subject: str,
    split: str | None,
    data_sha256: str,
    skipped: int,
    least_images: int,
    label_column: str = LABEL_COLUMN,
) -> GroupAudit:
    if not columns:
        raise DatasetError(said("Name at least one column to group by."))
    distinct = tuple(dict.fromkeys(columns))
    features = {column: group_names(images, column, label_column) for column in distinct}
    chosen = [(column,) for column in distinct] + ([distinct] if len(distinct) > 1 else [])
    return GroupAudit(
        subject=subject,
        split=split,
        data_sha256=data_sha256,
        titles={measure.name: measure.title for measure in measures},
        overall={measure.name: measure.rate() for measure in measures},
        images=len(images),
        skipped=skipped,
        least_images=least_images,
        groupings=tuple(
            _grouping(
                _meaningful(measures, names, label_column),
                {name: features[name] for name in names},
                least_images,
            )
            for names in chosen
        ),
    )


def _meaningful(
    measures: Sequence[Measure], columns: Sequence[str], label_column: str
) -> Sequence[Measure]:
    """The measures that say something of such groups.

    In a group of one true class, the precision of a class is 1 or 0 whatever the model does.
    """
    if {label_column, LABEL_COLUMN} & set(columns):
        return [measure for measure in measures if measure.by_truth]
    return measures


def _grouping(
    measures: Sequence[Measure], features: Mapping[str, Sequence[str]], least_images: int
) -> Grouping:
    from fairlearn.metrics import MetricFrame
    from pandas import DataFrame

    among = np.stack([one.among for one in measures])
    counted = np.stack([one.counted & one.among for one in measures])

    def counts(rows: NDArray[np.intp], _given: NDArray[np.intp]) -> NDArray[np.int64]:
        """Pictures of a group, and of each measure how many count and of how many: 1 + 2M."""
        chosen = np.asarray(rows)
        parts = ([len(chosen)], counted[:, chosen].sum(axis=1), among[:, chosen].sum(axis=1))
        return np.concatenate(parts)

    # One metric that returns every count: the frame calls it once for each group.
    rows = np.arange(among.shape[1])
    frame = MetricFrame(
        metrics=counts,
        y_true=rows,
        y_pred=rows,
        sensitive_features=DataFrame({name: list(values) for name, values in features.items()}),
    )
    groups = []
    for key, found in frame.by_group.items():
        # The frame also lists intersections that nobody belongs to, as NaN.
        if not isinstance(found, np.ndarray):
            continue
        names = key if isinstance(key, tuple) else (key,)
        images, *numbers = found.tolist()
        rates = {
            one.name: Rate(count, of)
            for one, count, of in zip(
                measures, numbers[: len(measures)], numbers[len(measures) :], strict=True
            )
        }
        groups.append(Group(tuple(map(str, names)), images, rates))
    groups.sort(key=lambda group: [(name == NOT_STATED, name) for name in group.names])
    gaps = (_gap(one.name, groups, least_images) for one in measures)
    return Grouping(tuple(features), tuple(groups), tuple(gap for gap in gaps if gap))


def _gap(measure: str, groups: Sequence[Group], least_images: int) -> Gap | None:
    ranked = [group for group in groups if group.rates[measure].of >= max(least_images, 1)]
    if len(ranked) < 2:
        return None

    def rate(group: Group) -> float:
        found = group.rates[measure]
        return found.count / found.of

    lowest, highest = min(ranked, key=rate), max(ranked, key=rate)
    if lowest is highest:
        lowest, highest = ranked[0], ranked[1]
    pairs = len(ranked) * (len(ranked) - 1) // 2
    interval = independent_difference(
        lowest.rates[measure], highest.rates[measure], simultaneous(pairs)
    )
    return Gap(measure, lowest, highest, rate(highest) - rate(lowest), interval, pairs)

"""What the checks without a network add to it: errors they catch, good faces they cost."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from faceqa_gui.assessment.assessment import Check, Outcome
from faceqa_gui.assessment.assessor import check_eyes, check_quality
from faceqa_gui.assessment.picture_checks import (
    ONE_FACE,
    PICTURE_CHECKS,
    check_geometry,
    check_pixels,
)
from faceqa_gui.errors import DatasetError, SourceError
from faceqa_gui.eyes.eye_state import EyeDetector
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.lab.altered_copies import ALTERED_COPIES
from faceqa_gui.lab.dataset import Dataset
from faceqa_gui.lab.evaluation import skipped_json
from faceqa_gui.lab.evaluation_text import rate_text, skipped_text
from faceqa_gui.lab.metrics import Interval, wilson_interval
from faceqa_gui.lab.pictures import Report, Skipped, missing_pictures
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.preprocessing import centre_square
from faceqa_gui.settings import ChecksSettings

CHECKS = (ONE_FACE, *PICTURE_CHECKS)


@dataclass(frozen=True, slots=True)
class Group:
    """Pictures of one kind.

    Attributes:
        name: of the kind.
        target: name of the check that should refuse them; "" where there is none.
        shown: how many pictures.
        accepted: how many of them the network lets pass as good.
        refused: per check, how many of the accepted it refuses.
        faceless: accepted pictures without exactly one found face and without a found second one;
            nothing can be measured of them, and their light is amber at most.
    """

    name: str
    target: str
    shown: int
    accepted: int
    refused: Mapping[str, int]
    faceless: int

    def as_json(self) -> dict[str, Any]:
        """The group as plain values for a JSON file."""
        return {
            "name": self.name,
            "target": self.target,
            "shown": self.shown,
            "accepted": self.accepted,
            "faceless": self.faceless,
            "refused": {
                name: {"count": self.refused[name], "ci95": _interval(self, name)}
                for name in CHECKS
            },
        }


@dataclass(frozen=True, slots=True, eq=False)
class CheckReport:
    """Figures of every check on one data set.

    Attributes:
        good: the unaltered good faces.
        wrong: the unaltered pictures of every other class.
        copies: altered copies of the good faces that the network accepts unaltered.
        asked: per check whether the settings ask for it.
        threshold: probability in 0-1 from which a face counts as good.
        skipped: pictures that were left out, with the reason.
        model_sha256: of the model.
        split: name of the judged split; None for the whole data set.
        data_sha256: digest of the judged pictures and labels.
    """

    good: Group
    wrong: Group
    copies: tuple[Group, ...]
    asked: Mapping[str, bool]
    threshold: float
    skipped: tuple[Skipped, ...]
    model_sha256: str
    split: str | None
    data_sha256: str

    def as_json(self) -> dict[str, Any]:
        """The report as plain values for a JSON file."""
        return {
            "good": self.good.as_json(),
            "wrong": self.wrong.as_json(),
            "copies": [group.as_json() for group in self.copies],
            "asked": dict(self.asked),
            "threshold": self.threshold,
            "skipped": skipped_json(self.skipped),
            "model_sha256": self.model_sha256,
            "split": self.split,
            "data_sha256": self.data_sha256,
        }

    def text(self) -> str:
        """The report as text whose tables are Markdown."""
        where = f"split {self.split}" if self.split else "all pictures"
        shown = self.good.shown + self.wrong.shown
        title = (
            f"Checks without a network on {shown} pictures ({where}, data "
            f"{self.data_sha256[:12]}), model {self.model_sha256[:12]} at the threshold "
            f"{self.threshold:.3f}"
        )
        passed = (
            f"The network lets pass: good {rate_text(self.good.accepted, self.good.shown)}; "
            f"others {rate_text(self.wrong.accepted, self.wrong.shown)}.\n"
            f"No face is found in {self.good.faceless} of these good faces and in "
            f"{self.wrong.faceless} of these errors; their light is amber at most."
        )
        copies = (
            "Altered copies (made here) of the good faces that the network lets pass.\n"
            "Refused: of the copies that the network still calls good."
        )
        parts = [title, passed, self._check_table(), copies, self._copy_table()]
        if self.skipped:
            parts.append(skipped_text(self.skipped))
        return "\n\n".join(parts)

    def _check_table(self) -> str:
        rows = [("Check", "Asked", "Good faces refused", "Network's errors refused")]
        rows += [
            (
                name,
                "yes" if self.asked[name] else "no",
                rate_text(self.good.refused[name], self.good.accepted),
                f"{self.wrong.refused[name]} of {self.wrong.accepted}",
            )
            for name in CHECKS
        ]
        return _markdown(rows)

    def _copy_table(self) -> str:
        rows = [
            ("Altered copy", "Still good", "No face", "Its check", "Refused by it", "By others")
        ]
        for group in self.copies:
            others = [
                f"{name} {group.refused[name]}"
                for name in CHECKS
                if name != group.target and self.asked[name] and group.refused[name]
            ]
            rows.append(
                (
                    group.name,
                    f"{group.accepted} of {group.shown}",
                    str(group.faceless),
                    group.target or "none, must pass",
                    rate_text(group.refused[group.target], group.accepted) if group.target else "",
                    ", ".join(others),
                )
            )
        return _markdown(rows)


class _Tally:
    """Counts one group."""

    def __init__(self, name: str, target: str = "") -> None:
        self._name, self._target = name, target
        self._shown = self._accepted = self._faceless = 0
        self._refused: Counter[str] = Counter()

    def add(self, checks: tuple[Check, ...] | None) -> None:
        """Count one picture; None where the network does not accept it."""
        self._shown += 1
        if checks is None:
            return
        self._accepted += 1
        one_face = checks[0]
        self._faceless += one_face.outcome is Outcome.NOT_ASSESSED
        self._refused.update(check.name for check in checks if check.outcome is Outcome.FAIL)

    def group(self) -> Group:
        """What was counted."""
        refused = {name: self._refused[name] for name in CHECKS}
        return Group(self._name, self._target, self._shown, self._accepted, refused, self._faceless)


def report_checks(
    model: QualityModel,
    eyes: EyeDetector,
    dataset: Dataset,
    report: Report,
    *,
    settings: ChecksSettings,
    threshold: float | None = None,
    split: str | None = None,
) -> CheckReport:
    """Ask every check of every picture that the network accepts, whether it is switched on or not.

    Args:
        model: the network.
        eyes: finds the face, as in the station.
        dataset: the pictures, with the model's classes as labels.
        report: called with the number of pictures done and in all.
        settings: the thresholds.
        threshold: probability in 0-1 needed to pass as good; None: the model's own.
        split: name of the split that `dataset` holds, for the record.

    Raises:
        DatasetError: no picture could be read.
    """
    needed = model.good_threshold if threshold is None else threshold
    good, wrong = _Tally("good faces"), _Tally("other pictures")
    copies = [_Tally(copy.name, copy.target) for copy in ALTERED_COPIES]
    skipped = missing_pictures(dataset)

    def ask(pixels: Pixels) -> tuple[Check, ...] | None:
        quality = check_quality(model.probabilities(pixels), needed)
        if any(check.outcome is not Outcome.PASS for check in quality):
            return None
        reading = eyes.look(pixels)
        one_face, _ = check_eyes(reading)
        return (
            one_face,
            *check_geometry(pixels.shape[0], reading.face, settings),
            *check_pixels(pixels, reading.face, settings),
        )

    for done, image in enumerate(dataset.images, start=1):
        try:
            pixels = np.ascontiguousarray(centre_square(read_picture(image.path)))
        except SourceError as error:
            skipped.append(Skipped(image.path, str(error)))
        else:
            checks = ask(pixels)
            is_good = image.label == Quality.GOOD
            (good if is_good else wrong).add(checks)
            if is_good and checks is not None:
                for copy, tally in zip(ALTERED_COPIES, copies, strict=True):
                    tally.add(ask(copy.make(pixels)))
        report(done, len(dataset.images))
    if len(skipped) == len(dataset.images) + len(dataset.missing):
        raise DatasetError(
            f"No picture in {dataset.root} can be read; the first: {skipped[0].reason}"
        )
    return CheckReport(
        good=good.group(),
        wrong=wrong.group(),
        copies=tuple(tally.group() for tally in copies),
        asked={ONE_FACE: True}
        | {name: bool(getattr(settings, switch)) for name, switch in PICTURE_CHECKS.items()},
        threshold=needed,
        skipped=tuple(skipped),
        model_sha256=model.sha256,
        split=split,
        data_sha256=dataset.digest(),
    )


def _interval(group: Group, name: str) -> list[float]:
    found: Interval = wilson_interval(group.refused[name], group.accepted)
    return [found.low, found.high]


def _markdown(rows: Sequence[tuple[str, ...]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "| "
        + " | ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        + " |"
        for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)

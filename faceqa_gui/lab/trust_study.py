"""How the trust figures of explanations are spread over labelled pictures, to choose thresholds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from faceqa_gui.errors import DatasetError
from faceqa_gui.explanation.combined import explain
from faceqa_gui.explanation.explainer import finish
from faceqa_gui.explanation.explanation import Explanation
from faceqa_gui.explanation.trust import doubts
from faceqa_gui.eyes.face_finder import FaceFinder, to_grey
from faceqa_gui.frames.alter import zoom_out
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.lab.dataset import Dataset, LabelledImage
from faceqa_gui.lab.pictures import Report, ask_network
from faceqa_gui.lab.views import FAR_SHARE
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.preprocessing import network_input
from faceqa_gui.settings import ExplanationSettings

LOW_QUANTILE = 0.05
_QUANTILES = (0.0, LOW_QUANTILE, 0.25, 0.5, 0.75)


class Group(StrEnum):
    """Which answer is explained; the question is always why this face is good."""

    RIGHT = "right"
    WRONG = "wrong"
    GROUNDLESS = "groundless"


GROUP_WORDS: Mapping[Group, str] = {
    Group.RIGHT: "good faces judged good",
    Group.WRONG: "other pictures judged good",
    Group.GROUNDLESS: "other pictures judged rightly, asked all the same why they are good",
}

FIGURES: Mapping[str, str] = {
    "evidence_inside_face": "least_evidence_inside",
    "agreement": "least_agreement",
    "r_squared": "least_fit",
    "stability": "least_stability",
}
"""Each figure of an explanation, and the setting that is its threshold."""


@dataclass(frozen=True, slots=True, eq=False)
class TrustStudy:
    """Explanations of three groups of answers.

    Attributes:
        explained: the explanations of each group.
        settings: the parameters and thresholds they were made with.
        model_sha256, data_sha256, split: what was studied.
    """

    explained: Mapping[Group, Sequence[Explanation]]
    settings: ExplanationSettings
    model_sha256: str
    data_sha256: str
    split: str | None

    def values(self, group: Group, figure: str) -> list[float]:
        """The figure over one group, where it could be measured."""
        found = (getattr(explanation, figure) for explanation in self.explained[group])
        return [float(value) for value in found if value is not None]

    def suggested(self) -> ExplanationSettings:
        """The settings with each threshold at the low quantile of right answers, cut to 0.01.

        A figure that none of them has keeps its threshold.
        """
        thresholds = {}
        for figure, setting in FIGURES.items():
            values = self.values(Group.RIGHT, figure)
            if values:
                low = max(float(np.quantile(values, LOW_QUANTILE)), 0.0)
                thresholds[setting] = float(np.floor(100 * low) / 100)
        return self.settings.model_copy(update=thresholds)

    def flagged(self, group: Group, settings: ExplanationSettings) -> tuple[int, int]:
        """How many explanations of the group `settings` call weak, and of how many."""
        explained = self.explained[group]
        return sum(bool(doubts(one, settings)) for one in explained), len(explained)

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        both = {"in_force": self.settings, "suggested": self.suggested()}
        return {
            "split": self.split,
            "model_sha256": self.model_sha256,
            "data_sha256": self.data_sha256,
            "low_quantile": LOW_QUANTILE,
            "groups": {
                group: {
                    "explanations": len(explained),
                    "values": {
                        figure: [getattr(one, figure) for one in explained] for figure in FIGURES
                    },
                    "sample_counts": [one.sample_count for one in explained],
                    "seconds": [sum(one.stage_seconds.values()) for one in explained],
                }
                for group, explained in self.explained.items()
            },
            "thresholds": {
                name: {
                    **{setting: getattr(settings, setting) for setting in FIGURES.values()},
                    "flagged": {group: self.flagged(group, settings)[0] for group in Group},
                }
                for name, settings in both.items()
            },
        }


def study_trust(
    model: QualityModel,
    dataset: Dataset,
    images: int,
    settings: ExplanationSettings,
    report: Report,
    *,
    split: str | None = None,
) -> TrustStudy:
    """Explain why pictures of three groups are good.

    Faces in data sets fill their pictures; at a station they are smaller, and less of the evidence
    lies inside them. So every second picture is explained as from twice as far, where that does
    not change its class.

    Args:
        model: the model.
        dataset: pictures with the model's classes as labels.
        images: how many of each group at most; they are spread evenly over the data set.
        settings: parameters of the explanations.
        report: called after each explanation with the number done and in all.
        split: name of the split that `dataset` holds, for the record.

    Raises:
        DatasetError: no good face is judged good, so there is nothing to choose thresholds by.
    """
    groups = _groups(model, dataset)
    if not groups[Group.RIGHT]:
        raise DatasetError(
            f"No good face in {dataset.root} is judged good. Give pictures that the model knows."
        )
    chosen = {group: _spread(members, images) for group, members in groups.items()}
    total = sum(map(len, chosen.values()))
    finder = FaceFinder()
    explained: dict[Group, list[Explanation]] = {group: [] for group in Group}
    for group, members in chosen.items():
        for number, image in enumerate(members):
            picture = network_input(read_picture(image.path))
            if number % 2:
                picture = _farther(picture, model)
            explained[group].append(_explain(picture, model, finder, settings))
            report(sum(map(len, explained.values())), total)
    return TrustStudy(explained, settings, model.sha256, dataset.digest(), split)


def _groups(model: QualityModel, dataset: Dataset) -> dict[Group, list[LabelledImage]]:
    answers = ask_network(dataset, model.runtime, lambda _done, _total: None)
    groups: dict[Group, list[LabelledImage]] = {group: [] for group in Group}
    judged = answers.prediction.logits.argmax(axis=1)
    for image, answer in zip(answers.images, judged, strict=True):
        judged_good = dataset.labels[answer] == Quality.GOOD
        if image.label == Quality.GOOD:
            if judged_good:
                groups[Group.RIGHT].append(image)
        elif judged_good:
            groups[Group.WRONG].append(image)
        elif dataset.labels[answer] == image.label:
            groups[Group.GROUNDLESS].append(image)
    return groups


def _spread(members: list[LabelledImage], count: int) -> list[LabelledImage]:
    step = max(len(members) / count, 1.0)
    return [members[int(index * step)] for index in range(min(count, len(members)))]


def _farther(picture: Pixels, model: QualityModel) -> Pixels:
    """The picture as from twice as far, if the model still gives it the same class."""
    side = round(picture.shape[0] / FAR_SHARE)
    far = network_input(zoom_out(picture, side, FAR_SHARE))
    near_class, far_class = model.predict(np.stack([picture, far]).astype(np.float32))[1].argmax(1)
    return far if near_class == far_class else picture


def _explain(
    picture: Pixels, model: QualityModel, finder: FaceFinder, settings: ExplanationSettings
) -> Explanation:
    faces = finder.find(to_grey(picture))
    return finish(
        explain(
            picture,
            model=model,
            target=Quality.GOOD,
            frame_sequence=0,
            captured_at=0.0,
            face=faces[0] if faces else None,
            settings=settings,
        )
    )


def study_text(study: TrustStudy) -> str:
    """The study as a table: quantiles of every figure, thresholds, and what they flag."""
    studied = f"split {study.split or 'all'}, data {study.data_sha256[:12]}"
    samples = study.settings.sample_count
    lines = [f"Model {study.model_sha256[:12]}, {studied}, {samples} samples each"]
    head = "".join(f"{f'{100 * quantile:g} %':>9}" for quantile in _QUANTILES)
    for group in Group:
        explained = study.explained[group]
        lines += ["", f"{group.capitalize()}: {len(explained)} {GROUP_WORDS[group]}"]
        if not explained:
            continue
        lines.append(f"  {'quantile':<24}{head}  measured")
        for figure in FIGURES:
            values = study.values(group, figure)
            cells = "".join(f"{np.quantile(values, q):9.3f}" for q in _QUANTILES) if values else ""
            lines.append(f"  {figure:<24}{cells:<45}{len(values):10}")
    for name, settings in (("in force", study.settings), ("suggested", study.suggested())):
        thresholds = ", ".join(f"{key} {getattr(settings, key):.2f}" for key in FIGURES.values())
        lines += ["", f"Thresholds {name}: {thresholds}"]
        for group in Group:
            weak, count = study.flagged(group, settings)
            if count:
                lines.append(
                    f"  {group}: {weak} of {count} called weak ({100 * weak / count:.0f} %)"
                )
    return "\n".join(lines)

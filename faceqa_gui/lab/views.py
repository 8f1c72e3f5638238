"""Where the model looks: the guide, the found face, both, or the guide and its mirror picture."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.eyes.face_finder import FaceFinder
from faceqa_gui.frames import alter
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.lab.augmentation import Augmentation
from faceqa_gui.lab.calibration import choose_good_threshold
from faceqa_gui.lab.dataset import Dataset
from faceqa_gui.lab.evaluation import accepted_as_good, skipped_json
from faceqa_gui.lab.metrics import Counts, count_confusion, score_confusion
from faceqa_gui.lab.pictures import Report, Skipped
from faceqa_gui.lab.robustness import rate_cell
from faceqa_gui.lab.tables import Table
from faceqa_gui.lab.training_examples import read_examples
from faceqa_gui.lab.variants import ask_variants, distinct_logits
from faceqa_gui.lab.worn import find_face
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.preprocessing import network_input
from faceqa_gui.quality.runtime import softmax

CHOOSE_ON = "val"
MARGINS = (0.25, 0.5, 1.0)
"""What a crop shows on each side of the found face, as a share of the face's width."""

FAR_SHARE = 0.5
"""Of the guide's side that a picture fills in the far set."""

_GOOD = QUALITY_LABELS.index(Quality.GOOD)
_HIDING = [QUALITY_LABELS.index(Quality.EYEGLASSES), QUALITY_LABELS.index(Quality.COVERED_FACE)]
_GUIDE, _MIRROR, _FIRST_CROP = 0, 1, 2

_Probabilities = NDArray[np.float64]
_Truth = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at a frame.

    Attributes:
        name: for the table.
        calls: classifier calls per frame at most.
        finds_face: the face must be searched for before.
        judge: from the probabilities of all crops (N×K×5) to those of this view (N×5).
    """

    name: str
    calls: int
    finds_face: bool
    judge: Callable[[_Probabilities], _Probabilities]


@dataclass(frozen=True, slots=True)
class ViewScores:
    """Figures of one view on some pictures.

    Attributes:
        macro_f1: of the most probable class.
        hidden_good: faces with glasses or a covering that pass as good, and of how many.
        good_passes: good faces that pass, and of how many.
        gained, lost: good faces that pass here but not in the guide, and the reverse.
    """

    macro_f1: float
    hidden_good: tuple[int, int]
    good_passes: tuple[int, int]
    gained: int
    lost: int

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return {
            "macro_f1": self.macro_f1,
            "hidden_called_good": list(self.hidden_good),
            "good_passes": list(self.good_passes),
            "good_gained": self.gained,
            "good_lost": self.lost,
        }


@dataclass(frozen=True, slots=True)
class ViewRow:
    """One view: its threshold, and figures by name of the pictures they were measured on."""

    view: View
    threshold: float
    scores: dict[str, ViewScores]


@dataclass(frozen=True, slots=True)
class ViewReport:
    """All views of one model.

    Attributes:
        rows: one per view, the guide first.
        judged_on: names of the sets of pictures, in the order of the table.
        chosen_on: split whose pictures, with a changed copy of each, gave the thresholds.
        skipped: pictures that were left out, with the reason.
        model_sha256: of the model.
        data_sha256: digest of all pictures and labels of the data set.
    """

    rows: tuple[ViewRow, ...]
    judged_on: tuple[str, ...]
    chosen_on: str
    skipped: tuple[Skipped, ...]
    model_sha256: str
    data_sha256: str

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return {
            "views": [
                {
                    "name": row.view.name,
                    "calls": row.view.calls,
                    "finds_face": row.view.finds_face,
                    "threshold": row.threshold,
                    "scores": {name: scores.as_json() for name, scores in row.scores.items()},
                }
                for row in self.rows
            ],
            "chosen_on": self.chosen_on,
            "skipped": skipped_json(self.skipped),
            "model_sha256": self.model_sha256,
            "data_sha256": self.data_sha256,
        }

    def table(self) -> Table:
        """For a terminal or a model card."""
        columns = ("macro F1", "hidden called good", "good passes", "good gained/lost")
        return Table(
            f"Where the model looks: model {self.model_sha256[:12]}, {', '.join(self.judged_on)}; "
            f"thresholds from {self.chosen_on}",
            (
                "View",
                "Calls",
                "Threshold",
                *(f"{name}: {column}" for name in self.judged_on for column in columns),
            ),
            [_cells(row, self.judged_on) for row in self.rows],
            (_NOTE,),
        )


def views() -> tuple[View, ...]:
    """Every view that is compared; the first is the station's."""
    crops = [(_FIRST_CROP + place, f"{margin:.0%}") for place, margin in enumerate(MARGINS)]
    return (
        View("guide", 1, finds_face=False, judge=_alone(_GUIDE)),
        *(
            View(f"face with {margin} margin", 1, finds_face=True, judge=_alone(crop))
            for crop, margin in crops
        ),
        *(
            View(
                f"guide and face with {margin}: both good",
                2,
                finds_face=True,
                judge=_more_doubtful(_GUIDE, crop),
            )
            for crop, margin in crops
        ),
        *(
            View(
                f"guide and face with {margin}: mean",
                2,
                finds_face=True,
                judge=_mean(_GUIDE, crop),
            )
            for crop, margin in crops
        ),
        View(
            "guide and mirror: both good",
            2,
            finds_face=False,
            judge=_more_doubtful(_GUIDE, _MIRROR),
        ),
        View("guide and mirror: mean", 2, finds_face=False, judge=_mean(_GUIDE, _MIRROR)),
    )


def measure_views(
    model: QualityModel,
    dataset: Dataset,
    report: Report,
    *,
    choose_on: str = CHOOSE_ON,
    splits: Sequence[str] = (),
) -> ViewReport:
    """Choose the threshold of every view on one split, and judge that split or others.

    The rule for the threshold is that of training: pictures as they are and one random variant of
    each. The model's temperature stays.

    Args:
        model: the model.
        dataset: with splits, and the model's classes as labels.
        report: called with the number of pictures done and in all, for each set of pictures.
        choose_on: split for the thresholds.
        splits: what to judge; none, or `choose_on` itself: that one, as it is, changed and far.

    Raises:
        DatasetError: a split does not exist, or no picture could be read.
        ModelError: the model's answer is not finite.
        SourceError: a picture of `choose_on` cannot be read.
    """
    finder = FaceFinder()

    def cropped(square: Pixels, _number: int) -> Pixels:
        return crops(square, find_face(square, finder))

    def calibrated(logits: NDArray[np.float32]) -> _Probabilities:
        return softmax(logits, model.manifest.temperature)

    def far(square: Pixels, number: int) -> Pixels:
        # No pixel is lost: a station's guide has more of them than the network's input.
        side = round(square.shape[0] / FAR_SHARE)
        return cropped(alter.zoom_out(square, side, FAR_SHARE), number)

    choosing = dataset.split(choose_on)
    judged = {name: dataset.split(name) for name in splits if name != choose_on}
    plain = ask_variants(choosing, cropped, model.runtime, report)
    changed_logits, changed_truth = _ask_changed(model, choosing, cropped, report)
    sets = {
        choose_on: (calibrated(plain.logits), plain.truth),
        f"{choose_on} changed": (calibrated(changed_logits), changed_truth),
    }
    chosen = tuple(np.concatenate(parts) for parts in zip(*sets.values(), strict=True))
    skipped = plain.skipped
    if splits and choose_on not in splits:
        sets, skipped = {}, ()
    else:
        away = ask_variants(choosing, far, model.runtime, report)
        sets[f"{choose_on} far"] = (calibrated(away.logits), away.truth)
    for name, part in judged.items():
        answers = ask_variants(part, cropped, model.runtime, report)
        sets[name] = (calibrated(answers.logits), answers.truth)
        skipped += answers.skipped
    compared = views()
    thresholds = [choose_good_threshold(view.judge(chosen[0]), chosen[1]) for view in compared]
    rows = [
        ViewRow(
            view,
            threshold,
            {
                name: _score(view, threshold, found, truth, thresholds[0])
                for name, (found, truth) in sets.items()
            },
        )
        for view, threshold in zip(compared, thresholds, strict=True)
    ]
    return ViewReport(tuple(rows), tuple(sets), choose_on, skipped, model.sha256, dataset.digest())


def crops(square: Pixels, face: Box | None) -> Pixels:
    """The guide, its mirror picture, and the face with each of `MARGINS`, as network inputs.

    Args:
        square: uint8, S×S×3, RGB, the guide square.
        face: in pixels of `square`; None: the guide stands for the face.

    Returns:
        uint8, K×224×224×3.
    """
    guide = network_input(square)
    around = [
        guide if face is None else network_input(face_crop(square, face, margin))
        for margin in MARGINS
    ]
    return np.stack([guide, alter.mirror(guide), *around])


def face_crop(square: Pixels, face: Box, margin: float) -> Pixels:
    """The face with a margin on each side, moved and cut to lie inside the guide.

    Args:
        square: uint8, S×S×3, RGB.
        face: in pixels of `square`.
        margin: share of the face's width, >= 0.

    Returns:
        A square view of `square`.
    """
    size = square.shape[0]
    side = min(size, round(face.width * (1.0 + 2.0 * margin)))
    left = round(face.left + (face.width - side) / 2)
    top = round(face.top + (face.height - side) / 2)
    left, top = min(max(left, 0), size - side), min(max(top, 0), size - side)
    return square[top : top + side, left : left + side]


def more_doubtful(first: _Probabilities, second: _Probabilities) -> _Probabilities:
    """Of two views the one with less `good` (N×5 each): good only where both say so."""
    chosen = (first[:, _GOOD] <= second[:, _GOOD])[:, None]
    return np.where(chosen, first, second)


def _alone(crop: int) -> Callable[[_Probabilities], _Probabilities]:
    return lambda found: found[:, crop]


def _more_doubtful(first: int, second: int) -> Callable[[_Probabilities], _Probabilities]:
    return lambda found: more_doubtful(found[:, first], found[:, second])


def _mean(first: int, second: int) -> Callable[[_Probabilities], _Probabilities]:
    return lambda found: (found[:, first] + found[:, second]) / 2.0


def _ask_changed(
    model: QualityModel, dataset: Dataset, cropped: Callable[[Pixels, int], Pixels], report: Report
) -> tuple[NDArray[np.float32], _Truth]:
    """Logits (N×K×5) and classes of the changed copy that training chooses its threshold on."""
    examples = read_examples(dataset, lambda _line: None)
    generator, augmentation = np.random.default_rng(0), Augmentation()
    logits, truth = [], []
    for number, label in enumerate(examples.truth.tolist()):
        pixels, changed_label = augmentation.change(
            examples.pictures[number], label, examples.faces[number], generator
        )
        logits.append(distinct_logits(model.runtime, cropped(pixels, number)))
        truth.append(changed_label)
        report(number + 1, len(examples.truth))
    return np.stack(logits), np.array(truth, np.intp)


def _score(
    view: View, threshold: float, found: _Probabilities, truth: _Truth, guide_threshold: float
) -> ViewScores:
    probabilities = view.judge(found)
    hidden, good = np.isin(truth, _HIDING), truth == _GOOD
    passes = accepted_as_good(probabilities, threshold)
    guide_passes = accepted_as_good(found[:, _GUIDE], guide_threshold)
    return ViewScores(
        score_confusion(_confusion(probabilities, truth)).macro_f1.value,
        (int(passes[hidden].sum()), int(hidden.sum())),
        (int(passes[good].sum()), int(good.sum())),
        int((passes & ~guide_passes)[good].sum()),
        int((guide_passes & ~passes)[good].sum()),
    )


def _confusion(probabilities: _Probabilities, truth: _Truth) -> Counts:
    classes = len(QUALITY_LABELS)
    return count_confusion(truth, probabilities.argmax(axis=1), classes, classes)


def _cells(row: ViewRow, names: tuple[str, ...]) -> list[str]:
    cells = [
        row.view.name,
        f"{row.view.calls}{' + face search' if row.view.finds_face else ''}",
        f"{row.threshold:.2f}",
    ]
    for name in names:
        scores = row.scores[name]
        cells += [
            f"{scores.macro_f1:.3f}",
            rate_cell(scores.hidden_good),
            rate_cell(scores.good_passes),
            f"+{scores.gained} / -{scores.lost}",
        ]
    return cells


_NOTE = (
    "Threshold: the smallest from 0.50 at which at most 1 % of hidden faces pass, on the pictures "
    "as they are and one changed copy of each, for every view by itself. Far: each picture at half "
    "the guide's side, in its own mirrored, blurred edge, because a crop to a face that fills the "
    "guide shows the guide again. Where no face is found the guide stands for the face. Both "
    "good: the view with less “good” decides, so a face passes only where both let it pass. "
    "Gained and lost: good faces against the guide. In square brackets: 95 % Wilson interval in "
    "per cent."
)

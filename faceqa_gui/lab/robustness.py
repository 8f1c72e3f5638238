"""How a quality model judges pictures that light, lens, sensor, place and coding have changed.

Light, blur, noise, coding and colour change the 224×224 picture that the network sees, which is
harsher than the same change of a camera's larger picture; place and size change the guide square.
Brightness multiplies the stored values, which is more than the same factor of light.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.frames import alter
from faceqa_gui.frames.frame import Pixels, resize
from faceqa_gui.lab.dataset import Dataset
from faceqa_gui.lab.evaluation import accepted_as_good, skipped_json
from faceqa_gui.lab.metrics import Estimate, count_confusion, score_confusion, wilson_interval
from faceqa_gui.lab.pictures import Report, Skipped
from faceqa_gui.lab.tables import Table
from faceqa_gui.lab.variants import ask_variants
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.preprocessing import INPUT_SIDE, network_input
from faceqa_gui.quality.runtime import softmax

BRIGHTNESS = (0.25, 0.5, 1.5, 2.0)
DEFOCUS_RADII = (1.0, 2.0, 3.0, 5.0)
MOTION_LENGTHS = (5, 9, 15)
NOISE_SIGMAS = (5.0, 10.0, 20.0, 40.0)
JPEG_QUALITIES = (10, 30, 50, 70, 90)
DEGREES = (-30, -20, -10, 10, 20, 30)
FACE_SHARES = (0.4, 0.55, 0.7, 0.85)
CROP_SHARE = 0.9
MIRROR = "left-right mirror"

_GOOD = QUALITY_LABELS.index(Quality.GOOD)
_BLUR = QUALITY_LABELS.index(Quality.BLUR)
_HIDING = [QUALITY_LABELS.index(Quality.EYEGLASSES), QUALITY_LABELS.index(Quality.COVERED_FACE)]

Change = Callable[[Pixels, Pixels, np.random.Generator], Pixels]
"""From the guide square, and the same as network input, to an altered network input."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """One way to change a picture.

    Attributes:
        name: for the table.
        change: makes the altered network input (uint8, 224×224×3).
        blurs: a sharp face may truly become a blurred one by it.
    """

    name: str
    change: Change
    blurs: bool = False


@dataclass(frozen=True, slots=True)
class AlteredScores:
    """Figures under one alteration, against the labels of the unaltered pictures.

    Attributes:
        name: of the alteration.
        blurs: of the alteration.
        accuracy, macro_f1: with 95 % intervals.
        accuracy_or_blur: share that is right when `blur` is right as well for a good face.
        hidden_good: faces with glasses or a covering that pass as good, and of how many.
        good_passes: good faces that pass as good, and of how many.
        class_changes: pictures whose most probable class is not the unaltered picture's.
        pass_changes: pictures that pass as good in one of both only.
        images: number of pictures.
    """

    name: str
    blurs: bool
    accuracy: Estimate
    macro_f1: Estimate
    accuracy_or_blur: float
    hidden_good: tuple[int, int]
    good_passes: tuple[int, int]
    class_changes: int
    pass_changes: int
    images: int

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return {
            "name": self.name,
            "blurs": self.blurs,
            "accuracy": _estimate_json(self.accuracy),
            "macro_f1": _estimate_json(self.macro_f1),
            "accuracy_or_blur": self.accuracy_or_blur,
            "hidden_called_good": list(self.hidden_good),
            "good_passes": list(self.good_passes),
            "class_changes": self.class_changes,
            "pass_changes": self.pass_changes,
            "images": self.images,
        }


@dataclass(frozen=True, slots=True)
class Robustness:
    """Figures of one model under every alteration; the first is none.

    Attributes:
        rows: one per alteration.
        threshold: probability in 0-1 from which a face counts as good.
        skipped: pictures that were left out, with the reason.
        model_sha256: of the model.
        split: name of the judged split; None for the whole data set.
        data_sha256: digest of the judged pictures and labels.
    """

    rows: tuple[AlteredScores, ...]
    threshold: float
    skipped: tuple[Skipped, ...]
    model_sha256: str
    split: str | None
    data_sha256: str

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return {
            "robustness": [row.as_json() for row in self.rows],
            "threshold": self.threshold,
            "skipped": skipped_json(self.skipped),
            "model_sha256": self.model_sha256,
            "split": self.split,
            "data_sha256": self.data_sha256,
        }

    def table(self) -> Table:
        """For a terminal or a model card."""
        where = f"split {self.split}" if self.split else "all pictures"
        return Table(
            f"Robustness: model {self.model_sha256[:12]}, {where}, {self.rows[0].images} pictures, "
            f"threshold {self.threshold:.2f}",
            (
                "Alteration",
                "Accuracy",
                "Macro F1",
                "Hidden called good",
                "Good passes",
                "Class changes",
                "Pass changes",
            ),
            [_cells(row) for row in self.rows],
            (_LABEL_NOTE, _CHANGE_NOTE),
        )


def alterations() -> tuple[Alteration, ...]:
    """Every alteration of the table; the first leaves the picture as it is."""
    return (
        Alteration("none", lambda _square, seen, _: seen),
        *(Alteration(f"brightness ×{gain:g}", _brighter(gain)) for gain in BRIGHTNESS),
        *(
            Alteration(f"defocus, radius {radius:g} px", _defocused(radius), blurs=True)
            for radius in DEFOCUS_RADII
        ),
        *(
            Alteration(f"motion blur, {length} px", _moved(length), blurs=True)
            for length in MOTION_LENGTHS
        ),
        *(Alteration(f"noise, σ {sigma:g}", _noisy(sigma)) for sigma in NOISE_SIGMAS),
        *(Alteration(f"JPEG quality {quality}", _coded(quality)) for quality in JPEG_QUALITIES),
        *(Alteration(f"rotation {degrees:+d}°", _turned(degrees)) for degrees in DEGREES),
        *(Alteration(f"picture at {share:.0%} of the guide", _far(share)) for share in FACE_SHARES),
        Alteration(MIRROR, lambda _square, seen, _: alter.mirror(seen)),
        Alteration("grey", lambda _square, seen, _: alter.grey(seen)),
        Alteration(f"{CROP_SHARE:.0%} crop", lambda square, _seen, _: _cropped(square)),
    )


def measure_robustness(
    model: QualityModel,
    dataset: Dataset,
    report: Report,
    *,
    threshold: float | None = None,
    split: str | None = None,
    seed: int = 0,
) -> Robustness:
    """Judge every picture of `dataset` under every alteration.

    Args:
        model: the model.
        dataset: the pictures, with the model's classes as labels.
        report: called with the number of pictures done and in all.
        threshold: probability in 0-1 needed to pass as good; None: the model's own.
        split: name of the split that `dataset` holds, for the record.
        seed: of the noise and of the direction of motion.

    Raises:
        DatasetError: no picture could be read.
        ModelError: the model's answer is not finite.
    """
    kinds = alterations()

    def altered(square: Pixels, number: int) -> Pixels:
        seen = network_input(square)
        generators = np.random.default_rng((seed, number)).spawn(len(kinds))
        return np.stack(
            [
                kind.change(square, seen, generator)
                for kind, generator in zip(kinds, generators, strict=True)
            ]
        )

    answers = ask_variants(dataset, altered, model.runtime, report)
    probabilities = softmax(answers.logits, model.manifest.temperature)
    needed = model.good_threshold if threshold is None else threshold
    return Robustness(
        tuple(_rows(kinds, probabilities, answers.truth, needed)),
        needed,
        answers.skipped,
        model.sha256,
        split,
        dataset.digest(),
    )


def _rows(
    kinds: tuple[Alteration, ...],
    probabilities: NDArray[np.float64],
    truth: NDArray[np.intp],
    threshold: float,
) -> Iterator[AlteredScores]:
    classes = len(QUALITY_LABELS)
    hidden, good = np.isin(truth, _HIDING), truth == _GOOD
    first_given = probabilities[:, 0].argmax(axis=1)
    first_passes = accepted_as_good(probabilities[:, 0], threshold)
    for place, kind in enumerate(kinds):
        given = probabilities[:, place].argmax(axis=1)
        passes = accepted_as_good(probabilities[:, place], threshold)
        scores = score_confusion(count_confusion(truth, given, classes, classes))
        right_or_blur = (given == truth) | (good & (given == _BLUR))
        yield AlteredScores(
            kind.name,
            kind.blurs,
            scores.accuracy,
            scores.macro_f1,
            float(right_or_blur.mean()),
            (int(passes[hidden].sum()), int(hidden.sum())),
            (int(passes[good].sum()), int(good.sum())),
            int((given != first_given).sum()),
            int((passes != first_passes).sum()),
            len(truth),
        )


def _brighter(gain: float) -> Change:
    return lambda _square, seen, _: alter.brightness(seen, gain)


def _defocused(radius: float) -> Change:
    return lambda _square, seen, _: alter.defocus(seen, radius)


def _moved(length: int) -> Change:
    return lambda _square, seen, generator: alter.motion_blur(
        seen, length, float(generator.uniform(0.0, 180.0))
    )


def _noisy(sigma: float) -> Change:
    return lambda _square, seen, generator: alter.noise(seen, sigma, generator)


def _coded(quality: int) -> Change:
    return lambda _square, seen, _: alter.jpeg(seen, quality)


def _turned(degrees: float) -> Change:
    return lambda square, _seen, _: network_input(alter.turn(square, degrees))


def _far(share: float) -> Change:
    return lambda square, _seen, _: alter.zoom_out(square, INPUT_SIDE, share)


def _cropped(square: Pixels) -> Pixels:
    return resize(alter.crop_middle(square, CROP_SHARE), INPUT_SIDE, INPUT_SIDE)


def _cells(row: AlteredScores) -> tuple[str, ...]:
    accuracy = f"{row.accuracy.value:.1%}"
    if row.blurs:
        accuracy += f" ({row.accuracy_or_blur:.1%})"
    return (
        row.name,
        accuracy,
        f"{row.macro_f1.value:.3f}",
        rate_cell(row.hidden_good),
        rate_cell(row.good_passes),
        str(row.class_changes),
        str(row.pass_changes),
    )


def rate_cell(rate: tuple[int, int]) -> str:
    """A count of a total with its share and 95 % interval, short enough for a table."""
    count, total = rate
    if not total:
        return "–"
    found = wilson_interval(count, total)
    return f"{count}/{total} = {count / total:.1%} [{100 * found.low:.1f}-{100 * found.high:.1f}]"


def _estimate_json(estimate: Estimate) -> dict[str, Any]:
    return {"value": estimate.value, "ci95": [estimate.ci95.low, estimate.ci95.high]}


_LABEL_NOTE = (
    "Every picture keeps its label. Under blur a good face may truly become a blurred one: in "
    "brackets, accuracy when the answer blur is right as well for a good face. Light, noise and "
    "coding never change a label here: the classes have no name for darkness, so a good face that "
    "is refused in bad light is a cost, not an error of safety. A hidden face stays hidden under "
    "every alteration. In square brackets: 95 % Wilson interval in per cent."
)
_CHANGE_NOTE = (
    "Light, blur, noise, coding and colour change the 224×224 picture that the network sees; "
    "brightness multiplies stored values. Rotation fills the corners with the mirrored inside. "
    "A smaller picture lies in its own mirrored, strongly blurred edge; 100 % is the first row. "
    "Changes count pictures whose class, or whose pass as good, differs from the first row."
)

"""Which way of explaining is most faithful? Deletion, insertion and evidence inside the face."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.explanation.baselines import BLUR_SIGMA
from faceqa_gui.explanation.explainer import Attribution, AttributionJob, Explainer, finish
from faceqa_gui.explanation.explanation import Progress, Stage
from faceqa_gui.explanation.faithfulness import STEPS, measure_attribution
from faceqa_gui.explanation.methods import METHODS
from faceqa_gui.explanation.superpixels import cut_superpixels
from faceqa_gui.eyes.face_finder import FaceFinder, to_grey
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.lab.dataset import Dataset, LabelledImage
from faceqa_gui.lab.machine import Machine, this_machine
from faceqa_gui.lab.metrics import RESAMPLES, Interval
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.preprocessing import network_input
from faceqa_gui.settings import ExplanationSettings

REFERENCE = "combined"
"""The method that the others are compared with, image by image."""

FIGURES: Mapping[str, str] = {
    "deletion_auc": "deletion AUC (low is good)",
    "insertion_auc": "insertion AUC (high is good)",
    "evidence_inside": "evidence inside the face",
}
_LIBRARIES = ("tensorflow", "openvino", "onnxruntime", "numpy", "scikit-image")


@dataclass(frozen=True, slots=True)
class RandomSuperpixels:
    """The floor: superpixels of the plain picture in a seeded random order."""

    name = "random-superpixels"
    title = "Random superpixels"

    def explain(
        self,
        picture: Pixels,
        *,
        model: QualityModel,
        target: Quality,
        face: Box | None,  # noqa: ARG002  (part of the interface)
        settings: ExplanationSettings,
    ) -> AttributionJob:
        """See `Explainer.explain`."""
        yield Progress(Stage.SUPERPIXELS, 0, 1, None)
        segments = cut_superpixels(
            picture,
            kernel_size=settings.quickshift_kernel_size,
            max_distance=settings.quickshift_max_distance,
            seed=settings.seed,
        )
        count = int(segments.max()) + 1
        weights = (np.random.default_rng(settings.seed).permutation(count) + 1.0) / count
        return Attribution(
            method=self.name,
            target=target,
            probability=model.probabilities(picture)[target],
            picture=picture,
            values=weights[segments].astype(np.float32),
            segments=segments,
            weights=weights,
        )


COMPARED: tuple[Explainer, ...] = (*METHODS, RandomSuperpixels())


@dataclass(frozen=True, slots=True)
class ImageFigures:
    """One method on one image; None where the method found nothing, or no face was found."""

    deletion_auc: float | None
    insertion_auc: float | None
    evidence_inside: float | None


@dataclass(frozen=True, slots=True)
class ExplainedImage:
    """One image: its label, the class that was explained, and each method's figures."""

    file: str
    label: str
    target: str
    probability: float
    figures: Mapping[str, ImageFigures]


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over `count` images with its 95 % bootstrap interval."""

    value: float
    ci95: Interval
    count: int


@dataclass(frozen=True, slots=True, eq=False)
class FaithfulnessBenchmark:
    """All images and methods, and what they were made with."""

    machine: Machine
    images: Sequence[ExplainedImage]
    settings: ExplanationSettings
    model_sha256: str
    data_sha256: str
    split: str | None
    resamples: int = RESAMPLES

    def mean(
        self, method: str, figure: str, *, without: Sequence[str] = (), minus: str | None = None
    ) -> Mean | None:
        """Mean of one figure, or of its paired difference `method` - `minus`.

        Args:
            method: name of an explainer.
            figure: key of `FIGURES`.
            without: explained classes that are left out.
            minus: another explainer; images where either has no figure are left out.

        Returns:
            None where no image has the figure.
        """
        values: list[float] = []
        for image in self.images:
            if image.target in without:
                continue
            found = getattr(image.figures[method], figure)
            other = getattr(image.figures[minus], figure) if minus else 0.0
            if found is not None and other is not None:
                values.append(found - other)
        return mean_of(np.array(values), self.resamples) if values else None

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return {
            "machine": self.machine.as_json(),
            "split": self.split,
            "model_sha256": self.model_sha256,
            "data_sha256": self.data_sha256,
            "samples": self.settings.sample_count,
            "seed": self.settings.seed,
            "steps": STEPS,
            "fill": f"Gaussian blur, sigma {BLUR_SIGMA:g} of 224 pixels",
            "resamples": self.resamples,
            "groups": {
                name: {
                    method.name: {
                        figure: {
                            "mean": _plain(self.mean(method.name, figure, without=without)),
                            f"{REFERENCE}_minus_this": _plain(
                                self.mean(REFERENCE, figure, without=without, minus=method.name)
                            ),
                        }
                        for figure in FIGURES
                    }
                    for method in COMPARED
                }
                for name, without in GROUPS.items()
            },
            "images": [asdict(image) for image in self.images],
        }


GROUPS: Mapping[str, tuple[str, ...]] = {
    "all classes": (),
    "without blur": (Quality.BLUR.value,),
}
"""Which explained classes are left out; what is taken away turns blurred, which is a class too."""


def benchmark_faithfulness(
    model: QualityModel,
    dataset: Dataset,
    images: int,
    settings: ExplanationSettings,
    report: Callable[[int, int], None],
    *,
    split: str | None = None,
) -> FaithfulnessBenchmark:
    """Explain the model's answer for some pictures by every method of `COMPARED`, and measure it.

    Args:
        model: the model.
        dataset: pictures with the model's classes as labels.
        images: how many pictures, shared out equally over the labels and spread evenly over each.
        settings: parameters of the methods that sample.
        report: called after each picture with the number done and in all.
        split: name of the split that `dataset` holds, for the record.

    Raises:
        SourceError: a picture cannot be read.
        ExplanationError: the model's answers are not finite.
    """
    chosen = choose_images(dataset, images)
    finder = FaceFinder()
    explained: list[ExplainedImage] = []
    for image in chosen:
        picture = network_input(read_picture(image.path))
        probabilities = model.probabilities(picture)
        target = max(probabilities, key=probabilities.__getitem__)
        faces = finder.find(to_grey(picture))
        face = faces[0] if faces else None
        figures = {}
        for method in COMPARED:
            attribution = finish(
                method.explain(picture, model=model, target=target, face=face, settings=settings)
            )
            figures[method.name] = _measure(attribution, face, model, settings.batch_size)
        explained.append(
            ExplainedImage(
                image.path.relative_to(dataset.root).as_posix(),
                image.label,
                target.value,
                probabilities[target],
                figures,
            )
        )
        report(len(explained), len(chosen))
    return FaithfulnessBenchmark(
        this_machine(_LIBRARIES), explained, settings, model.sha256, dataset.digest(), split
    )


def choose_images(dataset: Dataset, images: int) -> list[LabelledImage]:
    """At most `images` pictures, equally many of each label, spread evenly over the paths."""
    share = max(images // len(QUALITY_LABELS), 1)
    chosen: list[LabelledImage] = []
    for label in QUALITY_LABELS:
        members = [image for image in dataset.images if image.label == label]
        step = max(len(members) / share, 1.0)
        chosen += [members[int(index * step)] for index in range(min(share, len(members)))]
    return chosen


def _measure(
    attribution: Attribution, face: Box | None, model: QualityModel, batch_size: int
) -> ImageFigures:
    curves = finish(measure_attribution(attribution, model=model, batch_size=batch_size))
    if curves is None:
        return ImageFigures(None, None, None)
    return ImageFigures(
        curves.deletion_auc, curves.insertion_auc, attribution.evidence_inside(face)
    )


def mean_of(values: NDArray[np.float64], resamples: int = RESAMPLES) -> Mean:
    """Mean with a percentile bootstrap over images (Efron and Tibshirani 1993, ch. 13)."""
    drawn = np.random.default_rng(0).integers(0, len(values), (resamples, len(values)))
    low, high = np.quantile(values[drawn].mean(axis=1), (0.025, 0.975))
    return Mean(float(values.mean()), Interval(float(low), float(high)), len(values))


def _plain(mean: Mean | None) -> dict[str, Any] | None:
    return None if mean is None else asdict(mean)


def _cell(mean: Mean | None, *, sign: bool = False) -> str:
    if mean is None:
        return "-"
    form = "+.3f" if sign else ".3f"
    return f"{mean.value:{form}} [{mean.ci95.low:{form}}, {mean.ci95.high:{form}}]"


def _rows(benchmark: FaithfulnessBenchmark, without: Sequence[str]) -> list[list[str]]:
    """Header and one line per method: the figures, then the differences from the reference."""
    names = ("deletion AUC", "insertion AUC", "inside face")
    rows = [
        ["method", *names, *(f"{REFERENCE} - it: {name}" for name in names), "images", "with face"]
    ]
    for method in COMPARED:
        means = [benchmark.mean(method.name, figure, without=without) for figure in FIGURES]
        differences = [
            benchmark.mean(REFERENCE, figure, without=without, minus=method.name)
            for figure in FIGURES
        ]
        same = method.name == REFERENCE
        rows.append(
            [
                method.title,
                *(_cell(mean) for mean in means),
                *("" if same else _cell(mean, sign=True) for mean in differences),
                *(str(mean.count if mean else 0) for mean in (means[0], means[2])),
            ]
        )
    return rows


def _head(benchmark: FaithfulnessBenchmark) -> list[str]:
    what = (
        f"Model {benchmark.model_sha256[:12]}, split {benchmark.split or 'all'}, data "
        f"{benchmark.data_sha256[:12]}, {len(benchmark.images)} pictures, "
        f"{benchmark.settings.sample_count} samples each."
    )
    how = (
        f"Deletion (low is good) and insertion (high is good) in {STEPS} steps; what is taken "
        f"away is blurred (sigma {BLUR_SIGMA:g})."
    )
    certainty = (
        f"Means with 95 % bootstrap intervals over images ({benchmark.resamples} resamples); "
        "differences are paired."
    )
    return [what, how, certainty]


def benchmark_text(benchmark: FaithfulnessBenchmark) -> str:
    """The tables as text."""
    lines = _head(benchmark)
    for name, without in GROUPS.items():
        rows = _rows(benchmark, without)
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines += ["", name.capitalize()]
        lines += [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        ]
    return "\n".join(lines)


def benchmark_markdown(benchmark: FaithfulnessBenchmark) -> str:
    """The tables as markdown."""
    lines = [" ".join(_head(benchmark))]
    for name, without in GROUPS.items():
        head, *rows = _rows(benchmark, without)
        lines += ["", f"**{name.capitalize()}**", ""]
        lines += [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines) + "\n"

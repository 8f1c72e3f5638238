"""Figures of an evaluation as PNG files."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

from faceqa_gui.errors import FaceQAError
from faceqa_gui.lab.metrics import Counts, ReliabilityBin, calibration_error, wilson_interval
from faceqa_gui.wording import reason, said

ACCENT = "#1F6FEB"
INK = "#16202C"
QUIET = "#5B6B7C"


def write_confusion_figure(
    path: Path, rows: Sequence[str], columns: Sequence[str], confusion: Counts
) -> None:
    """Draw a confusion matrix (int64, rows×columns); the shade is the share of the true class.

    Raises:
        FaceQAError: the file cannot be written.
    """
    figure = Figure(figsize=(1.6 + len(columns), 1.4 + 0.9 * len(rows)), layout="constrained")
    axes = figure.add_subplot()
    shares = confusion / np.maximum(confusion.sum(axis=1, keepdims=True), 1)
    axes.imshow(shares, cmap="Blues", vmin=0.0, vmax=1.0, aspect="auto")
    axes.set_xticks(range(len(columns)), _readable(columns), rotation=30, ha="right")
    axes.set_yticks(range(len(rows)), _readable(rows))
    axes.set_xlabel("Predicted")
    axes.set_ylabel("True")
    for (row, column), count in np.ndenumerate(confusion):
        axes.text(
            column,
            row,
            f"{count}\n{shares[row, column]:.0%}",
            ha="center",
            va="center",
            fontsize=9,
            color="white" if shares[row, column] > 0.5 else INK,
        )
    _save(figure, path)


def write_reliability_figure(path: Path, bins: Sequence[ReliabilityBin]) -> None:
    """Write `reliability_figure` as PNG.

    Raises:
        FaceQAError: the file cannot be written.
    """
    _save(reliability_figure(bins), path)


def reliability_figure(bins: Sequence[ReliabilityBin]) -> Figure:
    """Draw confidence against accuracy; a calibrated model lies on the diagonal.

    Each point carries the 95 % Wilson interval of its accuracy, because most bins hold few
    pictures; how many is written below.
    """
    figure = Figure(figsize=(5.2, 5.6), layout="constrained")
    upper, lower = figure.subplots(2, 1, sharex=True, height_ratios=(3, 1))
    filled = [part for part in bins if part.count]
    middles = [(part.low + part.high) / 2 for part in filled]
    width = 0.92 / max(len(bins), 1)
    accuracies = [part.accuracy for part in filled]
    found = [wilson_interval(round(part.accuracy * part.count), part.count) for part in filled]
    # An interval that ends at its own rate may miss it by a rounding error.
    reach = [
        [max(0.0, part.accuracy - ends.low) for part, ends in zip(filled, found, strict=True)],
        [max(0.0, ends.high - part.accuracy) for part, ends in zip(filled, found, strict=True)],
    ]
    upper.bar(middles, accuracies, width, color=ACCENT, alpha=0.3)
    upper.plot((0.0, 1.0), (0.0, 1.0), "--", color=QUIET, label="calibrated")
    upper.errorbar(
        [part.confidence for part in filled],
        accuracies,
        yerr=reach,
        fmt="o",
        color=INK,
        markersize=4,
        linewidth=1.0,
        capsize=3,
        clip_on=False,
        label="accuracy, 95 % interval",
    )
    pictures = sum(part.count for part in filled)
    error = calibration_error(tuple(bins))
    upper.set_ylabel("Accuracy")
    upper.set_ylim(0.0, 1.02)
    upper.set_title(f"{pictures} pictures, expected calibration error {error:.3f}", fontsize=11)
    upper.legend(loc="upper left", framealpha=0.9, edgecolor="none", fontsize=8)
    shown = lower.bar(middles, [part.count for part in filled], width, color=QUIET)
    lower.bar_label(shown, [str(part.count) for part in filled], fontsize=8, color=INK)
    lower.set_yscale("symlog", linthresh=1.0)
    lower.set_ylim(0.0, 8.0 * max((part.count for part in filled), default=1))
    lower.set_ylabel("Pictures")
    lower.set_xlabel("Confidence (highest probability)")
    lower.set_xlim(0.0, 1.0)
    return figure


def _readable(names: Sequence[str]) -> list[str]:
    return [name.replace("_", " ") for name in names]


def _save(figure: Figure, path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(path, format="png", dpi=100, pil_kwargs={"optimize": True})
    except OSError as error:
        raise FaceQAError(
            said(
                "The figure {path} cannot be written: {why}. Choose another folder.",
                path=path,
                why=reason(error),
            )
        ) from error

"""Charts of a report: curves and the threshold, drawn so that they can be read without colour."""

import math
import re
from collections.abc import Mapping
from io import BytesIO, StringIO
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from faceqa_gui.lab.curves import Acceptance, PrCurve, RocCurve
from faceqa_gui.lab.figures import ACCENT, INK, QUIET

PALETTE = (
    "#1F6FEB",
    "#1A9C5B",
    "#C98A00",
    "#C4372C",
    "#7A5AC8",
    "#0B8F9C",
    "#B0578D",
    "#6E7B34",
    "#8496A9",
)
"""Line colours, readable on white and on the dark card; lines differ in their dashes as well."""

_DASHES: tuple[object, ...] = ("-", "--", "-.", ":", (0, (7, 2)), (0, (3, 1, 1, 1, 1, 1)))
_STEPS = 1001
_LEGEND: dict[str, Any] = {"framealpha": 0.0, "edgecolor": "none", "fontsize": 8}
_TONES = {
    INK: "--ink",
    QUIET: "--quiet",
    ACCENT: "--mark",
    "#000000": "--ink",
    "#ffffff": "--card",
    "#cccccc": "--line",
    "#dddddd": "--line",
}


def roc_chart(curves: Mapping[str, RocCurve]) -> Figure:
    """ROC curves by class; the diagonal is what guessing gives."""
    figure, axes = _square()
    axes.plot((0.0, 1.0), (0.0, 1.0), color=QUIET, linewidth=0.8)
    for place, (name, curve) in enumerate(curves.items()):
        said = f"{name}, area {curve.area:.3f}"
        _line(axes, place, said, curve.false_positive, curve.true_positive)
    axes.set_xlabel("False positives among the others")
    axes.set_ylabel("Found of the class")
    axes.legend(loc="lower right", **_LEGEND)
    return figure


def pr_chart(curves: Mapping[str, PrCurve]) -> Figure:
    """Precision-recall curves by class."""
    figure, axes = _square()
    for place, (name, curve) in enumerate(curves.items()):
        said = f"{name}, area {curve.area:.3f}"
        _line(axes, place, said, curve.recall, curve.precision)
    axes.set_xlabel("Recall")
    axes.set_ylabel("Precision")
    axes.legend(loc="lower left", **_LEGEND)
    return figure


def threshold_chart(acceptance: Acceptance, threshold: float) -> Figure:
    """False accepts and false rejects over the threshold; a line marks the one in use."""
    figure = Figure(figsize=(6.4, 3.4), layout="constrained")
    axes = figure.add_subplot()
    thresholds = np.linspace(0.0, 1.0, _STEPS)
    accepts, rejects = acceptance.rates(thresholds)
    _line(axes, 3, "false accepts", thresholds, 100.0 * accepts)
    _line(axes, 0, "false rejects", thresholds, 100.0 * rejects)
    axes.axvline(threshold, color=INK, linewidth=1.0, linestyle=":")
    axes.annotate(
        f"in use {threshold:.3f}",
        (threshold, 1.0),
        xycoords=("data", "axes fraction"),
        xytext=(-4, -4),
        textcoords="offset points",
        ha="right" if threshold > 0.5 else "left",
        va="top",
        color=INK,
        fontsize=9,
    )
    highest = max(float(np.nanmax(one)) for one in (accepts, rejects) if not np.isnan(one).all())
    axes.set_ylim(0.0, 100.0 * min(1.0, math.ceil(max(highest, 0.02) * 21) / 20))
    axes.set_xlim(0.0, 1.0)
    axes.set_xlabel("Threshold")
    axes.set_ylabel("Percent of the pictures")
    axes.legend(loc="center left", **_LEGEND)
    return figure


def as_svg(figure: Figure, name: str) -> str:
    """A figure as one `<svg>` element for a page; its colours follow the page's theme.

    Args:
        figure: what to draw.
        name: unique in the page; every identifier inside begins with it.
    """
    stream = StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": name}):
        figure.savefig(stream, format="svg", transparent=True, metadata={"Date": None})
    return themed_svg(stream.getvalue(), name)


def as_png(figure: Figure, dots_per_inch: int = 180) -> bytes:
    """A figure as PNG on white."""
    stream = BytesIO()
    figure.savefig(stream, format="png", dpi=dots_per_inch, facecolor="white")
    return stream.getvalue()


def themed_svg(text: str, name: str) -> str:
    """Matplotlib's SVG as an element of a page: no prologue, own identifiers, the page's colours.

    Args:
        text: what matplotlib wrote.
        name: prefix of every identifier.
    """
    svg = text[text.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r'\sxmlns(:\w+)?="[^"]*"', "", svg)
    svg = svg.replace("xlink:href=", "href=")
    svg = re.sub(r'\b(id="|href="#|url\(#)', rf"\g<1>{name}-", svg)
    for colour, variable in _TONES.items():
        svg = re.sub(re.escape(colour), f"var({variable})", svg, flags=re.IGNORECASE)
    # The page gives the width; the view box keeps the shape.
    head, rest = svg.split(">", 1)
    head = re.sub(r'\s(width|height)="[^"]*"', "", head)
    return f"{head}>{rest}"


def _square() -> tuple[Figure, Axes]:
    figure = Figure(figsize=(5.2, 4.8), layout="constrained")
    axes = figure.add_subplot()
    axes.set_xlim(-0.01, 1.01)
    axes.set_ylim(-0.01, 1.01)
    return figure, axes


def _line(
    axes: Axes, place: int, said: str, x: NDArray[np.float64], y: NDArray[np.float64]
) -> None:
    axes.plot(
        x,
        y,
        color=PALETTE[place % len(PALETTE)],
        linestyle=_DASHES[place % len(_DASHES)],
        linewidth=1.8,
        label=said,
    )

"""What a report is made of, so that HTML and PDF say the same thing from one description."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from faceqa_gui.lab.metrics import Counts
from faceqa_gui.lab.tables import Table


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names with their values, one below the other."""

    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, eq=False)
class Matrix:
    """A confusion matrix: counts int64, rows×columns, shaded by the share of the row."""

    rows: Sequence[str]
    columns: Sequence[str]
    counts: Counts

    def share(self, row: int, column: int) -> float:
        """Share in 0-1 of the row that lies in the cell; 0 in a row without pictures."""
        return float(self.counts[row, column] / max(int(self.counts[row].sum()), 1))


@dataclass(frozen=True, slots=True)
class Chart:
    """A matplotlib figure: `name` is unique in the report, `said` says in words what it shows."""

    name: str
    figure: Figure
    said: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture of a gallery.

    Attributes:
        jpeg: the picture; None where pictures are left out or it cannot be read any more.
        lines: text under it; the first names it.
    """

    jpeg: bytes | None
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Gallery:
    """Small pictures beside one another, with text under each."""

    pictures: Sequence[Shown]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One large picture, such as maps of two models side by side: a JPEG, and what it shows."""

    jpeg: bytes
    said: str


Part = Text | Pairs | Matrix | Chart | Gallery | Sheet | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a report; `name` is its anchor: small letters and hyphens."""

    name: str
    title: str
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report: what was judged in one line, what stands out, and its sections.

    Attributes:
        title: of the page.
        subtitle: model, data and day in one line.
        highlights: a few figures that are read first: a name, a value, what it means.
        sections: in the order in which they are read.
    """

    title: str
    subtitle: str
    highlights: Sequence[tuple[str, str, str]]
    sections: Sequence[Section]

"""One table as aligned text for a terminal, and as Markdown for a model card."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from faceqa_gui.errors import FaceQAError
from faceqa_gui.wording import reason, said


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of a table.

    Attributes:
        title: one line above it.
        head: names of the columns.
        rows: as many cells each as there are columns; the first names the row.
        notes: how to read it, a paragraph each.
    """

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str]

    def text(self) -> str:
        """Aligned columns, the first to the left."""
        widths = [max(map(len, column)) for column in zip(self.head, *self.rows, strict=True)]
        lines = [
            "  ".join(
                cell.rjust(width) if place else cell.ljust(width)
                for place, (cell, width) in enumerate(zip(row, widths, strict=True))
            )
            for row in (self.head, *self.rows)
        ]
        return "\n".join((self.title, "", *lines, "", *self.notes))

    def markdown(self) -> str:
        """A heading, the table and its notes."""
        rule = ["---", *["---:"] * (len(self.head) - 1)]
        lines = [f"| {' | '.join(row)} |" for row in (self.head, rule, *self.rows)]
        return "\n\n".join((f"## {self.title}", "\n".join(lines), *self.notes))


def write_markdown(path: Path, table: Table) -> None:
    """Write a table as Markdown, UTF-8.

    Raises:
        FaceQAError: the file cannot be written.
    """
    try:
        path.write_text(table.markdown() + "\n", encoding="utf-8")
    except OSError as error:
        raise FaceQAError(
            said("{path} cannot be written: {why}.", path=path, why=reason(error))
        ) from error

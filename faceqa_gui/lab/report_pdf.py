"""A report as PDF on A4."""

import functools
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from matplotlib import get_data_path
from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    Image,
    KeepTogether,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    TableStyle,
)
from reportlab.platypus import Table as PdfTable

from faceqa_gui.lab.figures import INK, QUIET
from faceqa_gui.lab.report_charts import as_png
from faceqa_gui.lab.report_parts import (
    Chart,
    Gallery,
    Matrix,
    Pairs,
    Part,
    Report,
    Section,
    Sheet,
    Shown,
    Text,
)
from faceqa_gui.lab.tables import Table

_SANS, _BOLD = "FaceQASans", "FaceQASans-Bold"
_MARGIN = 16 * mm
_WIDTH, _HEIGHT = (side - 2 * _MARGIN for side in A4)
_LINE = HexColor("#DDE3EA")
_ACROSS = 6
_CHART_WIDTH = 120 * mm


def report_pdf(report: Report) -> bytes:
    """The report as PDF; the font covers European scripts and marks."""
    _register_fonts()
    flow: list[Flowable] = [
        _paragraph(report.title, _style(17, 22, bold=True)),
        _paragraph(report.subtitle, _style(9, 13, quiet=True)),
        Spacer(1, 4 * mm),
        _highlights(report),
    ]
    for section in report.sections:
        parts = _section(section)
        heading = _paragraph(section.title, _style(12, 16, bold=True))
        flow += [Spacer(1, 7 * mm), KeepTogether([heading, Spacer(1, 2 * mm), *parts[:2]])]
        flow += parts[2:]
    stream = BytesIO()
    SimpleDocTemplate(
        stream,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=report.title,
        subject=report.subtitle,
        creator="FaceQA",
    ).build(flow, onFirstPage=_number_page, onLaterPages=_number_page)
    return stream.getvalue()


@functools.cache
def _register_fonts() -> None:
    # matplotlib brings a font that has more than Latin letters, under a free licence.
    folder = Path(get_data_path()) / "fonts" / "ttf"
    registerFont(TTFont(_SANS, str(folder / "DejaVuSans.ttf")))
    registerFont(TTFont(_BOLD, str(folder / "DejaVuSans-Bold.ttf")))
    registerFontFamily(_SANS, normal=_SANS, bold=_BOLD, italic=_SANS, boldItalic=_BOLD)


def _number_page(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont(_SANS, 7.5)
    canvas.setFillColor(HexColor(QUIET))
    canvas.drawRightString(A4[0] - _MARGIN, 9 * mm, f"FaceQA, page {document.page}")


def _style(
    size: float, leading: float, *, bold: bool = False, quiet: bool = False, align: int = 0
) -> ParagraphStyle:
    return ParagraphStyle(
        "text",
        fontName=_BOLD if bold else _SANS,
        fontSize=size,
        leading=leading,
        textColor=HexColor(QUIET if quiet else INK),
        alignment=align,
        splitLongWords=1,
    )


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(text), style)


def _section(section: Section) -> list[Flowable]:
    """The parts of a section; two charts that follow one another stand side by side."""
    flow: list[Flowable] = []
    parts = list(section.parts)
    while parts:
        part = parts.pop(0)
        following = parts[0] if parts else None
        if isinstance(part, Chart) and isinstance(following, Chart):
            parts.pop(0)
            flow.append(_two_charts(part, following))
        else:
            flow += _flowables(part)
    return flow


def _flowables(part: Part) -> list[Flowable]:
    made: list[Flowable]
    match part:
        case Text():
            made = [_paragraph(part.text, _style(9, 13)), Spacer(1, 2 * mm)]
        case Pairs():
            made = [_pairs(part), Spacer(1, 2 * mm)]
        case Table():
            made = _table(part)
        case Matrix():
            made = [_matrix(part), Spacer(1, 2 * mm)]
        case Chart():
            made = _chart(part, _CHART_WIDTH)
        case Gallery():
            made = [_gallery(part.pictures)]
        case Sheet():
            made = _sheet(part)
    return made


def _highlights(report: Report) -> PdfTable:
    columns = [
        [
            _paragraph(name, _style(8, 11, quiet=True)),
            _paragraph(value, _style(16, 21, bold=True)),
            _paragraph(meaning, _style(7, 10, quiet=True)),
        ]
        for name, value, meaning in report.highlights
    ]
    style = TableStyle(
        [("BOX", (0, 0), (-1, -1), 0.5, _LINE), ("INNERGRID", (0, 0), (-1, -1), 0.5, _LINE)]
    )
    return PdfTable([columns], colWidths=[_WIDTH / len(columns)] * len(columns), style=style)


def _pairs(part: Pairs) -> PdfTable:
    rows = [
        [_paragraph(name, _style(8.5, 12, quiet=True)), _paragraph(value, _style(8.5, 12))]
        for name, value in part.rows
    ]
    style = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *_tight()])
    return PdfTable(rows, colWidths=[36 * mm, _WIDTH - 36 * mm], style=style, hAlign="LEFT")


def _table(part: Table) -> list[Flowable]:
    text, head = _style(7.5, 10), _style(7.5, 10, quiet=True)
    rows = [[_paragraph(cell, head) for cell in part.head]]
    rows += [[_paragraph(cell, text) for cell in row] for row in part.rows]
    style = TableStyle(
        [
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, _LINE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
        ]
    )
    made = PdfTable(rows, colWidths=_widths(part), repeatRows=1, style=style, hAlign="LEFT")
    notes = [_paragraph(note, _style(7.5, 10.5, quiet=True)) for note in part.notes]
    title = _paragraph(part.title, _style(8, 12, quiet=True))
    return [title, made, Spacer(1, 2 * mm), *notes, Spacer(1, 2 * mm)]


def _widths(part: Table) -> list[float]:
    """Widths of columns in points: what the longest cell needs, as far as the page has it."""
    needed = [
        max(stringWidth(cell, _SANS, 7.5) for cell in column) + 14.0
        for column in zip(part.head, *part.rows, strict=True)
    ]
    # Narrow columns keep what they need; the others share the rest of the page.
    fair = _WIDTH / len(needed)
    narrow = sum(width for width in needed if width <= fair)
    wide = sum(width for width in needed if width > fair)
    shrink = min(1.0, (_WIDTH - narrow) / wide) if wide else 1.0
    return [width if width <= fair else width * shrink for width in needed]


def _matrix(part: Matrix) -> PdfTable:
    names, small = _style(7.5, 10, align=1), _style(6.5, 9, align=1)
    rows: list[list[Flowable | str]] = [["", *(_paragraph(name, names) for name in part.columns)]]
    fills: list[tuple[Any, ...]] = []
    for row, name in enumerate(part.rows):
        cells = [_paragraph(name, _style(7.5, 10, align=2))]
        for column in range(len(part.columns)):
            share = part.share(row, column)
            count = f"{int(part.counts[row, column])}  ({share:.1%})"
            style = ParagraphStyle("cell", parent=small)
            if share > 0.5:
                style.textColor = white
            cells.append(_paragraph(count, style))
            place = (column + 1, row + 1)
            fills.append(("BACKGROUND", place, place, _shade(share)))
        rows.append(cells)
    width = min(24 * mm, (_WIDTH - 30 * mm) / len(part.columns))
    style = TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("INNERGRID", (1, 1), (-1, -1), 1.5, white),
            *_tight(),
            *fills,
        ]
    )
    widths = [30 * mm, *[width] * len(part.columns)]
    heights = [None, *[9 * mm] * len(part.rows)]
    return PdfTable(rows, colWidths=widths, rowHeights=heights, style=style, hAlign="LEFT")


def _shade(share: float) -> Color:
    """The accent over white at 0.9 of the share."""
    weight = 0.9 * share
    channels = (31 / 255, 111 / 255, 235 / 255)
    return Color(*(1.0 - weight + weight * channel for channel in channels))


def _chart(part: Chart, width: float) -> list[Flowable]:
    wide, high = part.figure.get_size_inches()
    picture = Image(BytesIO(as_png(part.figure)), width, width * high / wide, hAlign="LEFT")
    caption = _paragraph(part.said, _style(7.5, 10.5, quiet=True))
    return [picture, Spacer(1, mm), caption, Spacer(1, 3 * mm)]


def _two_charts(left: Chart, right: Chart) -> PdfTable:
    half = _WIDTH / 2
    cells = [[_chart(chart, half - 4 * mm) for chart in (left, right)]]
    style = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *_tight()])
    return PdfTable(cells, colWidths=[half, half], style=style, hAlign="LEFT")


def _sheet(part: Sheet) -> list[Flowable]:
    picture = Image(BytesIO(part.jpeg), hAlign="LEFT")
    # A page also holds a heading and the caption.
    shrink = min(1.0, _WIDTH / picture.drawWidth, 0.85 * _HEIGHT / picture.drawHeight)
    picture.drawWidth *= shrink
    picture.drawHeight *= shrink
    caption = _paragraph(part.said, _style(7.5, 10.5, quiet=True))
    return [picture, Spacer(1, mm), caption, Spacer(1, 3 * mm)]


def _gallery(pictures: Sequence[Shown]) -> PdfTable:
    side = _WIDTH / _ACROSS - 3 * mm
    cells = [
        [
            *([Image(BytesIO(shown.jpeg), side, side)] if shown.jpeg else []),
            *(_paragraph(line, _style(6, 8, quiet=not place)) for place, line in enumerate(lines)),
        ]
        for shown in pictures
        for lines in (shown.lines,)
    ]
    rows = [cells[start : start + _ACROSS] for start in range(0, len(cells), _ACROSS)]
    rows[-1] += [[] for _ in range(_ACROSS - len(rows[-1]))]
    style = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *_tight()])
    return PdfTable(rows, colWidths=[_WIDTH / _ACROSS] * _ACROSS, style=style, hAlign="LEFT")


def _tight() -> list[tuple[Any, ...]]:
    return [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
    ]

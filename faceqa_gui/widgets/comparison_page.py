"""What two models' difference is made of, on one page that scrolls."""

import math

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from faceqa_gui.lab.comparison import Comparison
from faceqa_gui.lab.comparison_text import (
    DifferenceBlock,
    comparison_highlights,
    difference_blocks,
)
from faceqa_gui.widgets.differences_table import DifferencesTable, align
from faceqa_gui.widgets.lab_parts import cards, heading, note, scrolled
from faceqa_gui.widgets.language import shown

_LEAST_REACH, _STEP = 0.1, 0.1


def comparison_page(comparison: Comparison) -> QWidget:
    """Agreement, McNemar's test, and every difference per class and per group."""
    translate = QCoreApplication.translate
    said = translate(
        "ComparisonPage",
        "Differences are B minus A. A filled dot: the 95 % interval leaves out 0; else it may be "
        "chance. Intervals of accuracy, recall and other rates: {rates}; of F1 and precision: "
        "{others}.",
    ).format(rates=shown(comparison.accuracy.method), others=shown(comparison.macro_f1.method))
    parts: list[QWidget] = [cards(comparison_highlights(comparison)), note(said)]
    if comparison.left_out:
        left_out = translate(
            "ComparisonPage", "Left out for both, because one model could not read them: {count}."
        ).format(count=len(comparison.left_out))
        parts.append(note(left_out))
    blocks = difference_blocks(comparison)
    reach = _reach(blocks)
    by = translate("ComparisonPage", "{measure} by {kind}")
    few = translate("ComparisonPage", "* too few pictures to draw a conclusion from.")
    tables = []
    for block in blocks:
        table = DifferencesTable()
        table.show_block(block, reach)
        table.fit_height()
        tables.append(table)
        parts += [heading(by.format(measure=shown(block.measure), kind=shown(block.kind))), table]
        if not all(row.enough for row in block.rows):
            parts.append(note(few))
    align(tables)
    return scrolled(parts)


def _reach(blocks: list[DifferenceBlock]) -> float:
    """The farthest end of any interval, so that all drawings have one scale."""
    ends = [
        abs(end)
        for block in blocks
        for row in block.rows
        if row.difference.ci95 is not None
        for end in (row.difference.ci95.low, row.difference.ci95.high)
    ]
    return max(_LEAST_REACH, math.ceil(max(ends, default=0.0) / _STEP) * _STEP)

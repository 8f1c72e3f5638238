"""The maps of two models in two columns, as in Figures 6 to 9 of the second paper.

They show people. They are for the screen of whoever owns the pictures, and belong in no repository.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

import numpy as np

from faceqa_gui.errors import DatasetError
from faceqa_gui.explanation.pictures import evidence_picture
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.picture_writer import write_picture
from faceqa_gui.lab.class_maps import METHODS, ClassMaps, MapMaker
from faceqa_gui.lab.comparison import Answer, Comparison
from faceqa_gui.lab.labelled_picture import picture_of
from faceqa_gui.lab.pictures import Report
from faceqa_gui.lab.sheets import Cell, draw_sheet
from faceqa_gui.quality.preprocessing import network_input
from faceqa_gui.wording import said

_OVERLAY = 0.75
_ROWS = 5


@dataclass(frozen=True, slots=True, eq=False)
class ExplainedPair:
    """One picture and the maps of both models, each of the class that its model gives.

    Attributes:
        answer: what both say.
        picture: the network's input, uint8, 224×224×3, RGB.
        first, second: the maps.
    """

    answer: Answer
    picture: Pixels
    first: ClassMaps
    second: ClassMaps


def choose_answers(comparison: Comparison, count: int, seed: int = 0) -> tuple[Answer, ...]:
    """Pictures worth a look: those where the models disagree first, class by class in turn.

    Args:
        comparison: of two models.
        count: how many.
        seed: orders the pictures of each class.
    """
    generator = np.random.default_rng(seed)
    found: list[Answer] = []
    for same in (False, True):
        by_class = []
        for label in comparison.labels:
            answers = [
                one
                for one in comparison.answers
                if one.image.label == label and (one.first == one.second) == same
            ]
            by_class.append([answers[place] for place in generator.permutation(len(answers))])
        turns = zip_longest(*by_class)
        found += [one for turn in turns for one in turn if one is not None]
    return tuple(found[:count])


def explain_pairs(
    answers: Sequence[Answer], first: MapMaker, second: MapMaker, report: Report
) -> tuple[ExplainedPair, ...]:
    """Explain each picture with both models; each explains the class that it gives.

    Args:
        answers: from `choose_answers`.
        first: the first model.
        second: the second one, with the same methods.
        report: called with the number of pictures done and in all.

    Raises:
        DatasetError: there is no picture.
        SourceError: a picture cannot be read any more.
    """
    if not answers:
        raise DatasetError(said("There is no picture to explain. Ask for at least one."))
    found = []
    for done, answer in enumerate(answers, start=1):
        picture = network_input(picture_of(answer.image))
        found.append(ExplainedPair(answer, picture, first.maps(picture), second.maps(picture)))
        report(done, len(answers))
    return tuple(found)


@dataclass(frozen=True, slots=True, eq=False)
class MapRow:
    """One method's maps of a picture, on the picture.

    Attributes:
        title: of the method, for people.
        first, second: the picture with each model's map as heat, uint8, 224×224×3, RGB.
    """

    title: str
    first: Pixels
    second: Pixels


def map_rows(pair: ExplainedPair) -> tuple[MapRow, ...]:
    """What speaks for each model's class, a row for each method."""
    return tuple(
        MapRow(
            METHODS[method],
            _shown(pair.picture, pair.first, method),
            _shown(pair.picture, pair.second, method),
        )
        for method in pair.first.values
    )


def write_maps(
    folder: Path, pairs: Sequence[ExplainedPair], labels: Sequence[str]
) -> tuple[Path, ...]:
    """One figure for each picture (a row for each method), and sheets for each method.

    Args:
        folder: is made if need be.
        pairs: from `explain_pairs`.
        labels: the classes.

    Returns:
        The files.

    Raises:
        StoreError: the folder cannot be written.
    """
    written = []
    for number, pair in enumerate(pairs, start=1):
        named = [
            [
                Cell(pair.picture, (row.title, f"is {pair.answer.image.label}")),
                Cell(row.first, _caption(pair.first, labels)),
                Cell(row.second, _caption(pair.second, labels)),
            ]
            for row in map_rows(pair)
        ]
        path = folder / f"picture-{number:02d}.png"
        title = f"{pair.answer.image.path.name}: is {pair.answer.image.label}"
        write_picture(draw_sheet(title, ("Picture", "A", "B"), named), path)
        written.append(path)
    for method in pairs[0].first.values:
        for page in range(0, len(pairs), _ROWS):
            shown = pairs[page : page + _ROWS]
            rows = [_row(pair, method, labels) for pair in shown]
            path = folder / f"{method}-{page // _ROWS + 1}.png"
            heads = ("Picture", "A", "B")
            write_picture(draw_sheet(METHODS[method], heads, rows), path)
            written.append(path)
    return tuple(written)


def pairs_json(pairs: Sequence[ExplainedPair]) -> list[dict[str, Any]]:
    """Which pictures were explained, as plain values for a JSON file."""
    return [
        {
            "file": str(pair.answer.image.path),
            "label": pair.answer.image.label,
            "first": pair.answer.first,
            "second": pair.answer.second,
        }
        for pair in pairs
    ]


def _row(pair: ExplainedPair, method: str, labels: Sequence[str]) -> list[Cell]:
    name = (pair.answer.image.path.name, f"is {pair.answer.image.label}")
    return [
        Cell(pair.picture, name),
        *(
            Cell(_shown(pair.picture, which, method), _caption(which, labels))
            for which in (pair.first, pair.second)
        ),
    ]


def _shown(picture: Pixels, maps: ClassMaps, method: str) -> Pixels:
    return evidence_picture(picture, maps.values[method], _OVERLAY)


def _caption(maps: ClassMaps, labels: Sequence[str]) -> tuple[str, ...]:
    return (f"{labels[maps.column]} {maps.probabilities[maps.column]:.2f}",)

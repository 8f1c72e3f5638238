"""Contact sheets show exactly the wrong answers, each with its picture."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from support.labelled_pictures import COLOURS, write_folders, write_picture

from faceqa_gui.cli import main
from faceqa_gui.errors import SourceError, StoreError
from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.lab.contact_sheets import COLUMNS, ROWS, Thumbnail, eye_groups, write_sheets
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.quality.labels import QUALITY_LABELS


def _colours_shown(path: Path) -> set[str]:
    with Image.open(path) as image:
        pixels = np.asarray(image.convert("RGB")).astype(int)
    return {
        label
        for label, colour in COLOURS.items()
        if (np.abs(pixels - colour).max(axis=2) < 25).mean() > 0.01
    }


def test_a_long_group_takes_several_sheets_and_shows_its_pictures(tmp_path: Path) -> None:
    pictures = [write_picture(tmp_path / f"{n}.png", "blur", n) for n in range(COLUMNS * ROWS + 1)]
    shown = [
        Thumbnail(LabelledImage(path, "blur", ""), (path.name, "is blur", "x" * 200))
        for path in pictures
    ]
    written = write_sheets(tmp_path / "new" / "sheets", {"wrong": shown, "empty": []})
    assert [path.name for path in written] == ["wrong-1.png", "wrong-2.png"]
    assert _colours_shown(written[0]) == {"blur"}
    sizes = []
    for path in written:
        with Image.open(path) as image:
            sizes.append(image.size)
    assert sizes[0][0] > sizes[1][0]
    assert sizes[0][1] > 4 * sizes[1][1] / 2


def test_eyes_are_grouped_by_channel_and_mistake() -> None:
    labels = ("open", "open", "closed", "closed", "closed")
    images = [LabelledImage(Path(f"{n}.png"), label, "") for n, label in enumerate(labels)]
    said = [EyeState.OPEN, EyeState.CLOSED, EyeState.CLOSED, EyeState.OPEN, EyeState.UNKNOWN]
    right = [EyeState(label) for label in labels]
    because = ["", "", "", "", "no_face"]
    groups = eye_groups(images, {"one": said, "two": right}, {"one": because, "two": [""] * 5})
    assert {name: [one.image.path.name for one in shown] for name, shown in groups.items()} == {
        "one-open-called-closed": ["1.png"],
        "one-closed-not-recognised": ["3.png", "4.png"],
    }
    assert "no_face" in groups["one-closed-not-recognised"][1].caption


def test_the_command_shows_as_many_wrong_answers_as_it_counts(tmp_path: Path) -> None:
    data = write_folders(tmp_path / "data", QUALITY_LABELS, 2)
    sheets, figures = tmp_path / "sheets", tmp_path / "figures.json"
    options = ["--sheets", str(sheets), "--json", str(figures), "--threshold", "1"]
    assert main(["evaluate", str(data), *options]) == 0
    values = json.loads(figures.read_text(encoding="utf-8"))
    expected = {
        f"wrong-{true}-called-{given}-1.png"
        for row, true in zip(values["confusion"], QUALITY_LABELS, strict=True)
        for count, given in zip(row, QUALITY_LABELS, strict=True)
        if count and true != given
    }
    # At a threshold of 1 no good face passes.
    assert expected
    assert {path.name for path in sheets.iterdir()} == expected | {"good-refused-1.png"}
    assert _colours_shown(sheets / "good-refused-1.png") == {"good"}


def test_a_place_that_cannot_be_written_and_a_picture_that_went_are_named(tmp_path: Path) -> None:
    picture = write_picture(tmp_path / "a.png", "good", 0)
    shown, gone = (
        Thumbnail(LabelledImage(path, "blur", ""), ("a",))
        for path in (picture, tmp_path / "gone.png")
    )
    with pytest.raises(StoreError, match="cannot be written"):
        write_sheets(picture / "sheets", {"wrong": [shown]})
    with pytest.raises(SourceError, match="does not exist"):
        write_sheets(tmp_path, {"wrong": [gone]})


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--robustness", "--sheets", "{place}"], "--sheets"),
        (["--markdown", "{place}/a.md"], "--markdown"),
    ],
)
def test_options_that_would_be_ignored_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], words: str
) -> None:
    arguments = [option.format(place=tmp_path) for option in options]
    assert main(["evaluate", str(tmp_path), *arguments]) == 2
    assert capsys.readouterr().err.startswith(f"faceqa: {words} ")

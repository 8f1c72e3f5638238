"""Average maps as sheets of pictures, and their arrays as a file."""

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from faceqa_gui.errors import StoreError
from faceqa_gui.explanation.colours import overlay_heat, overlay_signed
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.picture_writer import write_picture
from faceqa_gui.lab.aligned_maps import AverageGroup, AverageMaps, Floats, MeanMap
from faceqa_gui.lab.class_maps import INTEGRATED, METHODS
from faceqa_gui.lab.sheets import Cell, draw_sheet

ARRAYS = "average-maps.npz"

_OVERLAY = 0.8
_BRIGHT_SHARE = 0.995
_LUMINANCE = np.array([0.299, 0.587, 0.114])


def write_average_maps(folder: Path, found: AverageMaps) -> tuple[Path, ...]:
    """One sheet for each method and kind of group, and every array in `average-maps.npz`.

    All pictures of one column of a sheet have one scale, so that groups can be compared.

    Args:
        folder: is made if need be.
        found: what to show.

    Returns:
        The files.

    Raises:
        StoreError: the folder cannot be written.
    """
    written = []
    names: set[str] = set()
    for kind in dict.fromkeys(group.kind for group in found.groups):
        groups = [group for group in found.groups if group.kind == kind]
        name = _file_name(kind)
        while name in names:
            name += "_"
        names.add(name)
        for method in found.methods:
            path = folder / f"average-{name}-{method}.png"
            write_picture(average_sheet(found, groups, method), path)
            written.append(path)
    stream = io.BytesIO()
    np.savez_compressed(stream, allow_pickle=False, **found.arrays())
    try:
        (folder / ARRAYS).write_bytes(stream.getvalue())
    except OSError as error:
        raise StoreError(f"{folder / ARRAYS} cannot be written: {error.strerror}.") from error
    return (*written, folder / ARRAYS)


def average_sheet(found: AverageMaps, groups: Sequence[AverageGroup], method: str) -> Pixels:
    """A row for each group: mean face, each model's average and spread, and their difference.

    Args:
        found: what the groups belong to.
        groups: the rows.
        method: whose maps are shown.
    """
    signed = method == INTEGRATED
    columns: list[tuple[str, list[tuple[MeanMap, Floats]], bool]] = []
    for number in range(len(found.models)):
        maps = [group.maps[number, method] for group in groups]
        name = "AB"[number] if len(found.models) > 1 else "Model"
        columns.append((f"{name}: mean", [(one, one.mean) for one in maps], signed))
        columns.append((f"{name}: spread (s.d.)", [(one, one.spread) for one in maps], False))
    differences = [group.differences[method] for group in groups if method in group.differences]
    if differences:
        columns.append(("B minus A", [(one, one.mean) for one in differences], True))
    # With one model, the error of its own mean; with two, that of the difference.
    last = differences or [group.maps[0, method] for group in groups]
    columns.append(("standard error", [(one, one.standard_error) for one in last], False))
    limits = [_limit([values for _, values in shown]) for _, shown, _ in columns]
    _share_limit(columns, limits)
    rows = [
        [
            Cell(group.face, (group.name, f"{group.images} pictures")),
            *(
                Cell(
                    _painted(group.face, shown[row][1], limit, signed=is_signed),
                    (f"full colour at {limit:.2g}",),
                )
                for (_, shown, is_signed), limit in zip(columns, limits, strict=True)
            ),
        ]
        for row, group in enumerate(groups)
    ]
    title = f"{METHODS[method]}, averaged over aligned faces, by {groups[0].kind}"
    left_out = ", ".join(f"{count} {reason}" for reason, count in found.left_out.items())
    where = f"{found.located} pictures; left out: {left_out or 'none'}"
    notes = [f"{where}. Each picture is explained for its true class."]
    notes.append(
        "Mean: red speaks for the class, blue against it. Spread and error: blue little, red much."
        if signed
        else "Mean, spread and error: blue little, red much."
    )
    if differences:
        notes.append(
            "B minus A: red is more in B, blue more in A. Its standard error is beside it."
        )
    return draw_sheet(title, ("Mean face", *(head for head, _, _ in columns)), rows, notes)


def _share_limit(
    columns: Sequence[tuple[str, list[tuple[MeanMap, Floats]], bool]], limits: list[float]
) -> None:
    """Give the columns of both models one scale for means, and one for spreads."""
    for end in ("mean", "spread (s.d.)"):
        places = [place for place, column in enumerate(columns) if column[0].endswith(f": {end}")]
        highest = max(limits[place] for place in places)
        for place in places:
            limits[place] = highest


def _limit(values: Sequence[Floats]) -> float:
    """The magnitude that gets full colour: single bright pixels do not set it."""
    highest = max(float(np.quantile(np.abs(one), _BRIGHT_SHARE)) for one in values)
    return highest if highest > 0.0 else 1.0


def _painted(face: Pixels, values: Floats, limit: float, *, signed: bool) -> Pixels:
    grey = np.asarray(np.round(face @ _LUMINANCE), np.uint8)[:, :, None].repeat(3, axis=2)
    shares = np.clip(values / np.float32(limit), -1.0, 1.0)
    if signed:
        return overlay_signed(grey, shares, _OVERLAY)
    return overlay_heat(grey, np.maximum(shares, 0.0), _OVERLAY)


def _file_name(kind: str) -> str:
    """A column's name as part of a file name on every system."""
    return "".join(letter if letter.isalnum() else "_" for letter in kind) or "_"

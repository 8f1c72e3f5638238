"""A training set with skewed shares of one column, as the second paper made its biased one.

Hung, Lee, Sarvepalli, “Machine Learning for Facial Analysis”, section 2: the shares of the United
States in 2019 instead of FairFace's even ones. Only the training rows are thinned.
"""

import csv
import hashlib
import io
import json
import shutil
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import MappingProxyType
from typing import Any

import numpy as np

from faceqa_gui.errors import DatasetError, StoreError
from faceqa_gui.lab.label_files import SPLITS, label_files_in

PAPER_COLUMN = "race"
PAPER_SHARES: Mapping[str, Fraction] = MappingProxyType(
    {
        "White": Fraction("60"),
        "Black": Fraction("13"),
        "Latino_Hispanic": Fraction("18.5"),
        "East Asian": Fraction("2.2"),
        "Southeast Asian": Fraction("2.2"),
        "Indian": Fraction("1.2"),
        "Middle Eastern": Fraction("2.4"),
    }
)
"""Per cent, as printed; they sum to 99.5 and are scaled to 100."""

RECORD = "biased-split.json"

_ROUNDED = Fraction(1)


@dataclass(frozen=True, slots=True)
class LabelFile:
    """One label file as it is written: text, in the order of its lines.

    Attributes:
        path: the file.
        columns: of its first line.
        rows: its lines, as many cells each as there are columns.
    """

    path: Path
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def cells(self, column: str) -> list[str]:
        """One column."""
        place = self.columns.index(column)
        return [row[place] for row in self.rows]


@dataclass(frozen=True, slots=True)
class BiasedSplit:
    """Which training rows stay.

    Attributes:
        files: the label files without the rows that were thinned out.
        column: whose shares were asked for.
        split: whose rows were thinned.
        seed: of the choice.
        shares: asked for, by value; they sum to 1.
        before, after: number of rows of `split` by value.
    """

    files: tuple[LabelFile, ...]
    column: str
    split: str
    seed: int
    shares: Mapping[str, Fraction]
    before: Mapping[str, int]
    after: Mapping[str, int]

    @property
    def total(self) -> int:
        """Number of rows that stay in `split`."""
        return sum(self.after.values())

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return {
            "column": self.column,
            "split": self.split,
            "seed": self.seed,
            "total": self.total,
            "shares": {value: float(share) for value, share in self.shares.items()},
            "before": dict(self.before),
            "after": dict(self.after),
            "files": {
                file.path.name: {
                    "rows": len(file.rows),
                    "sha256": hashlib.sha256(_as_csv(file)).hexdigest(),
                }
                for file in self.files
            },
        }


def read_label_files(place: Path) -> tuple[LabelFile, ...]:
    """A label file, or all of a folder, as text.

    Raises:
        DatasetError: there is none, or it is no list of pictures.
    """
    try:
        paths = label_files_in(place) if place.is_dir() else [place]
        files = tuple(_read(path) for path in paths)
    except OSError as error:
        raise DatasetError(
            f"{error.filename or place} cannot be read: {error.strerror}. Check the path."
        ) from error
    if not files:
        raise DatasetError(f"{place} holds no label file. Give a CSV file with the column file.")
    return files


def parse_shares(texts: Sequence[str]) -> dict[str, Fraction]:
    """`VALUE=PERCENT` texts as per cent by value.

    Raises:
        DatasetError: a text is of another form, or names a value twice.
    """
    shares: dict[str, Fraction] = {}
    for text in texts:
        value, equals, number = text.rpartition("=")
        try:
            share = Fraction(number)
        except (ValueError, ZeroDivisionError):
            share = Fraction(-1)
        if not equals or not value or not 0 <= share <= 100:
            raise DatasetError(f"“{text}” is no share. Write VALUE=PERCENT, such as Female=13.")
        if value in shares:
            raise DatasetError(f"“{value}” has two shares. Give each value one.")
        shares[value] = share
    return shares


def biased_split(
    files: Sequence[LabelFile],
    column: str,
    shares: Mapping[str, Fraction] | None,
    *,
    split: str = "train",
    total: int | None = None,
    seed: int = 0,
) -> BiasedSplit:
    """Thin the rows of one split until a column has certain shares; other rows stay.

    A seed orders the rows of each value once; so a smaller total is a part of a larger one.

    Args:
        files: from `read_label_files`.
        column: whose values have shares.
        shares: per cent by value. Values without one divide the rest as they occur. None: every
            value keeps its own share (a fair set of a certain size, to compare with).
        split: whose rows are thinned.
        total: number of rows that stay; None: the most that these shares allow.
        seed: of the choice.

    Raises:
        DatasetError: there is no such column, value or split, the shares do not sum to 100 %, or
            `total` is more than there is.
    """
    for file in files:
        if column not in file.columns:
            raise DatasetError(
                f"{file.path} has no column “{column}”. It has: {', '.join(file.columns)}."
            )
    before = Counter(
        value
        for file in files
        for value, name in zip(file.cells(column), _splits(file), strict=True)
        if name == split
    )
    if not before:
        names = sorted({name for file in files for name in _splits(file) if name})
        raise DatasetError(
            f"No row belongs to the split “{split}”. There are: {', '.join(names) or 'none'}."
        )
    wanted = _whole(shares, before)
    most = min(int(before[value] / share) for value, share in wanted.items() if share)
    size = most if total is None else total
    if not 0 < size <= most:
        raise DatasetError(
            f"These shares allow at most {most} rows of the split “{split}”, not {size}. "
            "Ask for fewer."
        )
    after = _apportioned(wanted, size)
    kept = _chosen(files, column, split, after, seed)
    return BiasedSplit(
        files=tuple(
            LabelFile(
                file.path,
                file.columns,
                tuple(
                    row
                    for number, (row, name) in enumerate(zip(file.rows, _splits(file), strict=True))
                    if name != split or (place, number) in kept
                ),
            )
            for place, file in enumerate(files)
        ),
        column=column,
        split=split,
        seed=seed,
        shares=wanted,
        before={value: before[value] for value in wanted},
        after=after,
    )


def write_split(found: BiasedSplit, folder: Path, *, pictures: str = "link") -> None:
    """Write the label files under their own names, and `biased-split.json` beside them.

    Args:
        found: what stays.
        folder: is made if need be; must be empty.
        pictures: `link` links the folders of the pictures into `folder`, `copy` copies the listed
            pictures, `none` leaves them. Pictures that do not exist are passed over.

    Raises:
        DatasetError: the folder holds something, or a picture lies outside its label file's folder.
        StoreError: the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise DatasetError(f"{folder} is not empty. Name a new folder.")
        for file in found.files:
            (folder / file.path.name).write_bytes(_as_csv(file))
            if pictures == "link":
                _link(file, folder)
            elif pictures == "copy":
                _copy(file, folder)
        text = json.dumps(found.as_json(), indent=2, ensure_ascii=False) + "\n"
        (folder / RECORD).write_text(text, encoding="utf-8")
    except OSError as error:
        hint = "Name another folder, or use --pictures copy."
        raise StoreError(f"{folder} cannot be written: {error.strerror}. {hint}") from error


def _read(path: Path) -> LabelFile:
    try:
        # utf-8-sig also takes the byte order mark that spreadsheet programs write.
        with path.open(encoding="utf-8-sig", newline="") as stream:
            lines = list(csv.reader(stream, strict=True))
    except UnicodeDecodeError as error:
        raise DatasetError(f"{path} is not UTF-8 text. Save it as UTF-8.") from error
    except csv.Error as error:
        raise DatasetError(f"{path} is not a valid CSV file ({error}). Save it again.") from error
    columns, rows = tuple(lines[0]) if lines else (), [tuple(line) for line in lines[1:] if line]
    if "file" not in columns or len(set(columns)) != len(columns):
        raise DatasetError(f"{path} is no label file. Its first line must name the column file.")
    for number, row in enumerate(rows, start=2):
        if len(row) != len(columns):
            raise DatasetError(
                f"{path}, row {number}: it does not have the {len(columns)} columns of the first "
                "line. Add the missing commas, or quote text that holds one."
            )
    return LabelFile(path, columns, tuple(rows))


def _splits(file: LabelFile) -> list[str]:
    """The split of every row: its column, or else the first folder of its file."""
    if "split" in file.columns:
        return file.cells("split")
    firsts = (PurePosixPath(name).parts[:1] for name in file.cells("file"))
    return [first[0] if first and first[0] in SPLITS else "" for first in firsts]


def _whole(shares: Mapping[str, Fraction] | None, before: Counter[str]) -> dict[str, Fraction]:
    """Shares that sum to 1, for every value."""
    everything = sum(before.values())
    if shares is None:
        return {value: Fraction(before[value], everything) for value in sorted(before)}
    unknown = [value for value in shares if value not in before]
    if unknown:
        raise DatasetError(
            f"No row has the value “{unknown[0]}”. There are: {', '.join(sorted(before))}."
        )
    named = sum(shares.values(), Fraction(0))
    others = {value: before[value] for value in sorted(before) if value not in shares}
    rest = Fraction(100) - named
    # Printed shares are rounded: the paper's seven sum to 99.5.
    if rest < -_ROUNDED or (not others and rest > _ROUNDED):
        raise DatasetError(f"The shares sum to {float(named):g} %. Make them sum to 100.")
    count = sum(others.values())
    divided = {value: max(rest, Fraction(0)) * number / count for value, number in others.items()}
    whole = {**shares, **divided}
    scale = sum(whole.values(), Fraction(0))
    return {value: share / scale for value, share in whole.items()}


def _apportioned(shares: Mapping[str, Fraction], total: int) -> dict[str, int]:
    """Whole numbers that sum to `total`, by largest remainder (Hamilton's method)."""
    exact = {value: share * total for value, share in shares.items()}
    counts = {value: int(number) for value, number in exact.items()}
    by_remainder = sorted(exact, key=lambda value: (counts[value] - exact[value], value))
    for value in by_remainder[: total - sum(counts.values())]:
        counts[value] += 1
    return counts


def _chosen(
    files: Sequence[LabelFile], column: str, split: str, after: Mapping[str, int], seed: int
) -> set[tuple[int, int]]:
    """(file, row) of the rows that stay."""
    rows: dict[str, list[tuple[str, int, int]]] = {value: [] for value in after}
    for place, file in enumerate(files):
        cells = zip(file.cells(column), file.cells("file"), _splits(file), strict=True)
        for number, (value, name, belongs) in enumerate(cells):
            if belongs == split:
                rows[value].append((name, place, number))
    kept = set()
    for value, candidates in rows.items():
        # By name, so that the order of the lines does not matter; each value has its own draw.
        candidates.sort()
        generator = np.random.default_rng([seed, zlib.crc32(value.encode())])
        order = generator.permutation(len(candidates))[: after[value]]
        kept |= {candidates[number][1:] for number in order.tolist()}
    return kept


def _as_csv(file: LabelFile) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows((file.columns, *file.rows))
    return stream.getvalue().encode("utf-8")


def _pictures(file: LabelFile) -> list[PurePosixPath]:
    """The listed files, which must lie inside the label file's folder."""
    for name in file.cells("file"):
        windows = PureWindowsPath(name)
        outside = windows.is_absolute() or windows.drive or windows.root or ".." in windows.parts
        if outside or not windows.parts or "\0" in name:
            raise DatasetError(f"{file.path}: “{name}” does not name a file inside its folder.")
    return [PurePosixPath(name) for name in file.cells("file")]


def _link(file: LabelFile, folder: Path) -> None:
    for first in sorted({path.parts[0] for path in _pictures(file)}):
        target, link = (file.path.parent / first).resolve(), folder / first
        if target.exists() and not link.is_symlink():
            link.symlink_to(target, target_is_directory=target.is_dir())


def _copy(file: LabelFile, folder: Path) -> None:
    for path in _pictures(file):
        source, copy = file.path.parent / path, folder / path
        if source.is_file():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)

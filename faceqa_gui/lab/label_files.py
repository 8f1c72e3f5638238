"""Label files: CSV lists of pictures, FairFace's published ones among them."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from faceqa_gui.errors import DatasetError
from faceqa_gui.wording import all_of, said

LABEL_COLUMN = "label"
"""The column that holds the label, unless a task names another one."""

SPLITS = frozenset({"train", "val", "test", "dev", "field"})
"""First folders of a `file` that name its split in a list without the column `split`."""

_FILE, _SPLIT = "file", "split"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a label file.

    Attributes:
        file: relative to the folder of the label file, and inside it.
        label: text of the label's column; one of the accepted labels.
        split: name of its split; "" where it has none.
        attributes: every other column, and the label's own unless that is `label`.
    """

    file: PurePosixPath
    label: str
    split: str
    attributes: Mapping[str, str]


def label_files_in(folder: Path) -> list[Path]:
    """The label files of a folder: `manifest.csv`, else every CSV with “label” in its name.

    FairFace publishes `fairface_label_train.csv` and `fairface_label_val.csv`; they are one list.
    Raises `OSError`.
    """
    manifest = folder / "manifest.csv"
    if manifest.exists():
        return [manifest]
    names = (path for path in folder.iterdir() if path.suffix.lower() == ".csv")
    return sorted(path for path in names if "label" in path.stem.lower())


def read_rows(files: Iterable[Path], labels: Sequence[str], column: str) -> list[Row]:
    """The lines of one or more label files that lie in one folder.

    A file is UTF-8 text with a header line. It needs the columns `file` and `column`; where it
    has no column `split`, the first folder of `file` is the split if it is called like one.

    Args:
        files: the label files, read as one list.
        labels: the labels that are accepted.
        column: which column holds the label.

    Raises:
        DatasetError: a file is not such a list, or names a picture that was named before.
        OSError: a file cannot be read.
    """
    rows: list[Row] = []
    first: dict[PurePosixPath, str] = {}
    for path in files:
        for row, line in _rows_of(path, labels, column):
            if row.file in first:
                raise DatasetError(
                    said(
                        "{path}, line {line}: {file} is already listed in {first}. List "
                        "every picture once.",
                        path=path,
                        line=line,
                        file=row.file,
                        first=first[row.file],
                    )
                )
            first[row.file] = said("{path}, line {line}", path=path.name, line=line)
            rows.append(row)
    return rows


def _rows_of(path: Path, labels: Sequence[str], column: str) -> Iterator[tuple[Row, int]]:
    try:
        # utf-8-sig also takes the byte order mark that spreadsheet programs write.
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield from _parse(csv.DictReader(stream, strict=True), path, labels, column)
    except UnicodeDecodeError as error:
        raise DatasetError(
            said("{path} is not UTF-8 text. Save it as UTF-8.", path=path)
        ) from error
    except csv.Error as error:
        raise DatasetError(
            said(
                "{path} is not a valid CSV file ({error}). Save it again as CSV.",
                path=path,
                error=error,
            )
        ) from error


def _parse(
    rows: "csv.DictReader[str]", path: Path, labels: Sequence[str], column: str
) -> Iterator[tuple[Row, int]]:
    columns = rows.fieldnames or ()
    needed = (_FILE, column)
    missing = [name for name in needed if name not in columns]
    if missing:
        raise DatasetError(
            said(
                "{path} lacks the column {missing}. Its first line must name at least: {needed}.",
                path=path,
                missing=all_of(missing),
                needed=", ".join(needed),
            )
        )
    if len(set(columns)) != len(columns):
        raise DatasetError(
            said("{path} names a column twice. Each column needs its own name.", path=path)
        )
    known = frozenset(labels)
    left_out = {_FILE, _SPLIT} | ({column} if column == LABEL_COLUMN else set())
    kept = [name for name in columns if name not in left_out]
    for row in rows:
        where = said("{path}, line {line}", path=path, line=rows.line_num)
        if None in row or None in row.values():
            raise DatasetError(
                said(
                    "{where}: it does not have the {count} columns of the first line. Add "
                    "the missing commas, or quote text that holds one.",
                    where=where,
                    count=len(columns),
                )
            )
        if row[column] not in known:
            raise DatasetError(
                said(
                    "{where}: the {column} “{text}” is not known. Use one of: {labels}.",
                    where=where,
                    column=column,
                    text=row[column],
                    labels=", ".join(labels),
                )
            )
        file = _inside(row[_FILE], where)
        split = row[_SPLIT] if _SPLIT in row else _split_of(file)
        yield Row(file, row[column], split, {name: row[name] for name in kept}), rows.line_num


def _split_of(file: PurePosixPath) -> str:
    return file.parts[0] if len(file.parts) > 1 and file.parts[0] in SPLITS else ""


def _inside(text: str, where: str) -> PurePosixPath:
    windows, relative = PureWindowsPath(text), PurePosixPath(text)
    outside = windows.is_absolute() or windows.drive or windows.root or ".." in windows.parts
    if not relative.parts or outside or "\0" in text:
        raise DatasetError(
            said(
                "{where}: “{text}” does not name a file inside the data folder. Give the "
                "path relative to it, without “..”.",
                where=where,
                text=text,
            )
        )
    return relative

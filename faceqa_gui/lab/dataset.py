"""Labelled pictures: a folder per class, or a folder with `manifest.csv`."""

import csv
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath, PureWindowsPath

from faceqa_gui.errors import DatasetError
from faceqa_gui.frames.picture_file import PICTURE_SUFFIXES

MANIFEST = "manifest.csv"

_NEEDED_COLUMNS = ("file", "label", "split")


@dataclass(frozen=True, slots=True)
class LabelledImage:
    """One picture file and what a person said of it.

    Attributes:
        path: the file.
        label: one of the data set's labels.
        split: name of its split, such as `train`; "" where the data set has none.
        attributes: the other columns of its manifest line, as text.
    """

    path: Path
    label: str
    split: str
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dataset:
    """Pictures with labels, sorted by path.

    Attributes:
        root: the folder that was read.
        labels: every label a picture may have, in the caller's order.
        images: the pictures whose files exist, sorted by path.
        missing: listed pictures without a file, sorted by path; to be reported once.
    """

    root: Path
    labels: tuple[str, ...]
    images: tuple[LabelledImage, ...]
    missing: tuple[LabelledImage, ...] = ()

    def split(self, name: str) -> "Dataset":
        """The pictures of one split.

        Raises:
            DatasetError: no picture belongs to `name`; the message lists the splits there are.
        """
        images = tuple(image for image in self.images if image.split == name)
        missing = tuple(image for image in self.missing if image.split == name)
        if images:
            return replace(self, images=images, missing=missing)
        if missing:
            raise DatasetError(
                f"All {len(missing)} pictures of the split “{name}” in {self.root} are missing. "
                "Bring them back."
            )
        names = sorted({image.split for image in self.images if image.split})
        if not names:
            raise DatasetError(f"{self.root} has no splits. Leave out the split “{name}”.")
        raise DatasetError(
            f"No picture in {self.root} belongs to the split “{name}”. "
            f"Choose one of: {', '.join(names)}."
        )

    def counts(self) -> dict[str, int]:
        """Number of pictures per label, in the order of `labels`, zeros included."""
        found = Counter(image.label for image in self.images)
        return {label: found[label] for label in self.labels}

    def digest(self) -> str:
        """SHA-256 in hex over path, label and content of every picture, in the order of paths.

        Two data sets with the same digest hold the same pictures under the same labels, wherever
        they lie. Reads every file; one that cannot be read counts as without content.
        """
        total = hashlib.sha256()
        for image in self.images:
            relative = image.path.relative_to(self.root).as_posix()
            # Lengths keep a path that ends like a label from looking like another pair.
            for part in (relative, image.label, file_sha256(image.path) or ""):
                encoded = part.encode("utf-8", "surrogateescape")
                total.update(len(encoded).to_bytes(8, "big") + encoded)
        return total.hexdigest()


def read_dataset(root: Path, labels: Sequence[str], split: str | None = None) -> Dataset:
    """Read a folder that holds one folder per label, or a `manifest.csv`.

    The manifest is UTF-8 with a header line; it needs the columns `file` (relative to the folder),
    `label` and `split`; all others become attributes. Pictures are listed, not opened.

    Args:
        root: the data folder.
        labels: the labels that are accepted.
        split: keep only this split; None keeps all.

    Raises:
        DatasetError: the folder or its manifest cannot be used; the message says where and why.
    """
    if not root.is_dir():
        raise DatasetError(f"The data folder {root} does not exist. Check the path.")
    manifest = root / MANIFEST
    try:
        images = _listed(manifest, labels) if manifest.exists() else _foldered(root, labels)
    except OSError as error:
        raise DatasetError(f"{error.filename or root} cannot be read: {error.strerror}.") from error
    if not images:
        raise DatasetError(f"{root} holds no pictures. Give a folder with pictures in it.")
    images.sort(key=lambda image: image.path)
    present = tuple(image for image in images if image.path.is_file())
    missing = tuple(image for image in images if not image.path.is_file())
    if not present:
        raise DatasetError(
            f"None of the {len(missing)} pictures listed in {manifest} exists; the first is "
            f"{missing[0].path}. Give the folder that the paths in it start from."
        )
    dataset = Dataset(root, tuple(labels), present, missing)
    return dataset if split is None else dataset.split(split)


def file_sha256(path: Path) -> str | None:
    """SHA-256 of a file's content in hex; None where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _listed(manifest: Path, labels: Sequence[str]) -> list[LabelledImage]:
    try:
        # utf-8-sig also takes the byte order mark that spreadsheet programs write.
        with manifest.open(encoding="utf-8-sig", newline="") as stream:
            return _parse(csv.DictReader(stream, strict=True), manifest, labels)
    except UnicodeDecodeError as error:
        raise DatasetError(f"{manifest} is not UTF-8 text. Save it as UTF-8.") from error
    except csv.Error as error:
        raise DatasetError(
            f"{manifest} is not a valid CSV file ({error}). Save it again as CSV."
        ) from error


def _parse(
    rows: "csv.DictReader[str]", manifest: Path, labels: Sequence[str]
) -> list[LabelledImage]:
    columns = rows.fieldnames or ()
    missing = [name for name in _NEEDED_COLUMNS if name not in columns]
    if missing:
        raise DatasetError(
            f"{manifest} lacks the column {' and '.join(missing)}. "
            f"Its first line must name at least: {', '.join(_NEEDED_COLUMNS)}."
        )
    if len(set(columns)) != len(columns):
        raise DatasetError(f"{manifest} names a column twice. Each column needs its own name.")
    images: list[LabelledImage] = []
    first_lines: dict[Path, int] = {}
    for row in rows:
        where = f"{manifest}, line {rows.line_num}"
        if None in row or None in row.values():
            raise DatasetError(
                f"{where}: it does not have the {len(columns)} columns of the first line. "
                "Add the missing commas, or quote text that holds one."
            )
        if row["label"] not in labels:
            raise DatasetError(
                f"{where}: the label “{row['label']}” is not known. "
                f"Use one of: {', '.join(labels)}."
            )
        path = manifest.parent / _inside(row["file"], where)
        if path in first_lines:
            raise DatasetError(
                f"{where}: {row['file']} is already listed in line {first_lines[path]}. "
                "List every picture once."
            )
        first_lines[path] = rows.line_num
        others = {name: text for name, text in row.items() if name not in _NEEDED_COLUMNS}
        images.append(LabelledImage(path, row["label"], row["split"], others))
    return images


def _inside(text: str, where: str) -> PurePosixPath:
    windows, relative = PureWindowsPath(text), PurePosixPath(text)
    outside = windows.is_absolute() or windows.drive or windows.root or ".." in windows.parts
    if not relative.parts or outside or "\0" in text:
        raise DatasetError(
            f"{where}: “{text}” does not name a file inside the data folder. "
            "Give the path relative to it, without “..”."
        )
    return relative


def _foldered(root: Path, labels: Sequence[str]) -> list[LabelledImage]:
    folders = sorted(
        entry.name for entry in root.iterdir() if entry.is_dir() and not entry.name.startswith(".")
    )
    missing = [label for label in labels if label not in folders]
    if missing:
        raise DatasetError(
            f"{root} has no {MANIFEST} and no folder {' and '.join(missing)}. "
            f"It needs one folder per class: {', '.join(labels)}."
        )
    unknown = [name for name in folders if name not in labels]
    if unknown:
        raise DatasetError(
            f"{root} holds the folder {' and '.join(unknown)}, which is not a class. "
            f"Move it elsewhere or name it as one of: {', '.join(labels)}."
        )
    return [
        LabelledImage(path, label, "")
        for label in labels
        for path in sorted((root / label).rglob("*"))
        if path.suffix.lower() in PICTURE_SUFFIXES and path.is_file()
    ]

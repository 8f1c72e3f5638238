"""Labelled pictures: a folder per class, a folder with label files, or one CSV file."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from faceqa_gui.errors import DatasetError, SourceError
from faceqa_gui.frames.picture_suffixes import PICTURE_SUFFIXES
from faceqa_gui.frames.video_pictures import VIDEO_SUFFIXES, picture_numbers
from faceqa_gui.lab.label_files import LABEL_COLUMN, label_files_in, read_rows
from faceqa_gui.wording import all_of, reason, said

VIDEO_STEP = 1.0
"""Seconds between two pictures that are taken from a video."""


@dataclass(frozen=True, slots=True)
class LabelledImage:
    """One picture and what a person said of it.

    Attributes:
        path: the file.
        label: one of the data set's labels.
        split: name of its split, such as `train`; "" where the data set has none.
        attributes: the other columns of its line in the label file, as text.
        frame: number of the picture in a video; None for a picture file.
    """

    path: Path
    label: str
    split: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    frame: int | None = None

    @property
    def place(self) -> tuple[Path, int]:
        """What pictures are sorted by."""
        return self.path, self.frame or 0

    @property
    def name(self) -> str:
        """Name of the file; a picture of a video ends in `#` and its number."""
        return self.path.name if self.frame is None else f"{self.path.name}#{self.frame}"


@dataclass(frozen=True, slots=True)
class Dataset:
    """Pictures with labels, sorted by path and by number in a video.

    Attributes:
        root: the folder that was read.
        labels: every label a picture may have, in the caller's order.
        images: the pictures whose files exist, sorted.
        missing: listed pictures without a file, sorted; to be reported once.
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
                said(
                    "All {count} pictures of the split “{name}” in {root} are missing. Bring "
                    "them back.",
                    count=len(missing),
                    name=name,
                    root=self.root,
                )
            )
        names = sorted({image.split for image in self.images if image.split})
        if not names:
            raise DatasetError(
                said(
                    "{root} has no splits. Leave out the split “{name}”.", root=self.root, name=name
                )
            )
        raise DatasetError(
            said(
                "No picture in {root} belongs to the split “{name}”. Choose one of: {names}.",
                root=self.root,
                name=name,
                names=", ".join(names),
            )
        )

    def counts(self) -> dict[str, int]:
        """Number of pictures per label, in the order of `labels`, zeros included."""
        found = Counter(image.label for image in self.images)
        return {label: found[label] for label in self.labels}

    def name(self, image: LabelledImage) -> str:
        """Where a picture lies below `root`; a picture of a video ends in `#` and its number."""
        file = image.path.relative_to(self.root).as_posix()
        return file if image.frame is None else f"{file}#{image.frame}"

    def digest(self) -> str:
        """SHA-256 in hex over path, label and content of every picture, in the order of paths.

        Two data sets with the same digest hold the same pictures under the same labels, wherever
        they lie. Reads every file; one that cannot be read counts as without content.
        """
        total = hashlib.sha256()
        content = cache(file_sha256)  # one video holds many pictures
        for image in self.images:
            # Lengths keep a path that ends like a label from looking like another pair.
            for part in (self.name(image), image.label, content(image.path) or ""):
                encoded = part.encode("utf-8", "surrogateescape")
                total.update(len(encoded).to_bytes(8, "big") + encoded)
        return total.hexdigest()


def read_dataset(
    root: Path,
    labels: Sequence[str],
    split: str | None = None,
    *,
    label_column: str = LABEL_COLUMN,
    video_step: float = VIDEO_STEP,
    pictures_needed: bool = True,
) -> Dataset:
    """Read labelled pictures; they are listed, not opened.

    Args:
        root: a folder with `manifest.csv`, with other label files (every CSV with “label” in its
            name, as FairFace publishes them, read as one list) or with one folder per label; or
            one CSV file, whose folder its paths start from.
        labels: the labels that are accepted.
        split: keep only this split; None keeps all.
        label_column: which column of a label file holds the label; the others become attributes.
        video_step: seconds between two pictures taken from a video; each has the video's label.
        pictures_needed: False allows a list without any picture, to work on its lines alone.

    Raises:
        DatasetError: the data cannot be used; the message says where and why.
    """
    if not root.exists():
        raise DatasetError(
            said("The data folder {root} does not exist. Check the path.", root=root)
        )
    try:
        folder, source, images = _read(root, labels, label_column)
    except OSError as error:
        raise DatasetError(
            said("{path} cannot be read: {why}.", path=error.filename or root, why=reason(error))
        ) from error
    if not images:
        raise DatasetError(
            said("{root} holds no pictures. Give a folder with pictures in it.", root=root)
        )
    images.sort(key=lambda image: image.place)
    present: list[LabelledImage] = []
    missing: list[LabelledImage] = []
    for image in images:
        (present if image.path.is_file() else missing).append(image)
    if pictures_needed and not present:
        raise DatasetError(
            said(
                "None of the {count} pictures listed in {source} exists; the first is "
                "{first}. Give the folder that the paths in it start from.",
                count=len(missing),
                source=source,
                first=missing[0].path,
            )
        )
    pictures = tuple(one for image in present for one in _pictures(image, video_step))
    dataset = Dataset(folder, tuple(labels), pictures, tuple(missing))
    return dataset if split is None else dataset.split(split)


def file_sha256(path: Path) -> str | None:
    """SHA-256 of a file's content in hex; None where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _read(root: Path, labels: Sequence[str], column: str) -> tuple[Path, Path, list[LabelledImage]]:
    """The data folder, what lists its pictures, and the pictures."""
    folder, files = (root, label_files_in(root)) if root.is_dir() else (root.parent, [root])
    if not files:
        return root, root, _foldered(root, labels)
    rows = read_rows(files, labels, column)
    images = [
        LabelledImage(folder / row.file, row.label, row.split, row.attributes) for row in rows
    ]
    return folder, files[0] if len(files) == 1 else folder, images


def _pictures(image: LabelledImage, step: float) -> Iterator[LabelledImage]:
    """The image itself, or the pictures that are taken from a video."""
    if image.path.suffix.lower() not in VIDEO_SUFFIXES:
        yield image
        return
    try:
        numbers = picture_numbers(image.path, step)
    except SourceError:
        # Whoever reads this picture finds the same fault and reports it with the others.
        numbers = range(1)
    for number in numbers:
        yield replace(image, frame=number)


def _foldered(root: Path, labels: Sequence[str]) -> list[LabelledImage]:
    folders = sorted(
        entry.name for entry in root.iterdir() if entry.is_dir() and not entry.name.startswith(".")
    )
    missing = [label for label in labels if label not in folders]
    if missing:
        raise DatasetError(
            said(
                "{root} has no manifest.csv and no folder {missing}. It needs one folder per "
                "class: {labels}.",
                root=root,
                missing=all_of(missing),
                labels=", ".join(labels),
            )
        )
    unknown = [name for name in folders if name not in labels]
    if unknown:
        raise DatasetError(
            said(
                "{root} holds the folder {unknown}, which is not a class. Move it elsewhere "
                "or name it as one of: {labels}.",
                root=root,
                unknown=all_of(unknown),
                labels=", ".join(labels),
            )
        )
    return [
        LabelledImage(path, label, "")
        for label in labels
        for path in sorted((root / label).rglob("*"))
        if path.suffix.lower() in PICTURE_SUFFIXES | VIDEO_SUFFIXES and path.is_file()
    ]

"""`export_dicom`: captures as a folder of DICOM files, one folder inside for each capture."""

import hashlib
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from faceqa_gui.errors import StoreError
from faceqa_gui.records.dicom import dicom_bytes
from faceqa_gui.records.dicom_capture import images_of
from faceqa_gui.records.dicom_patient import Patient
from faceqa_gui.records.durable import (
    FOLDER_MODE,
    refusal,
    remove,
    sync_folder,
    write_new_file,
)
from faceqa_gui.records.export_report import (
    ExportKind,
    ExportReport,
    LeftOut,
    Progress,
    go_on,
    refuse_nothing,
)
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.records.whole_file import part_beside
from faceqa_gui.wording import said

CHECKSUMS_NAME = "SHA256SUMS"
_CAPTURE = re.compile(r"[0-9a-f]{32}")


def export_dicom(
    store: CaptureStore,
    identifiers: Sequence[str],
    target: Path,
    *,
    patient: Patient | None,
    overwrite: bool,
    progress: Progress | None,
) -> ExportReport:
    """Write `target`/<capture>/<picture>.dcm and `target`/SHA256SUMS, or nothing of it.

    Raises:
        StoreError: the place is taken, nothing can be exported, or it cannot be written.
    """
    _check_place(target, overwrite=overwrite)
    part = part_beside(target)
    left_out: list[LeftOut] = []
    exported: list[str] = []
    checksums: list[str] = []
    try:
        try:
            remove(part)
            part.mkdir(mode=FOLDER_MODE)
            for number, identifier in enumerate(identifiers):
                go_on(progress, number, len(identifiers))
                lines = _write_capture(store, identifier, part / identifier, patient, left_out)
                checksums += lines
                exported += [identifier] if lines else []
            refuse_nothing(exported, left_out)
            text = "".join(checksums).encode()
            write_new_file(part / CHECKSUMS_NAME, text)
            sync_folder(part)
            _put_in_place(part, target)
        except BaseException:
            with suppress(OSError):
                remove(part)
            raise
    except OSError as error:
        raise refusal(said("The DICOM files cannot be written"), target, error) from error
    return ExportReport(
        target=target,
        kind=ExportKind.DICOM,
        captures=tuple(exported),
        files=len(checksums),
        left_out=tuple(left_out),
        sha256=hashlib.sha256(text).hexdigest(),
    )


def _write_capture(
    store: CaptureStore,
    identifier: str,
    folder: Path,
    patient: Patient | None,
    left_out: list[LeftOut],
) -> list[str]:
    lines = []
    for name, image in images_of(store, identifier, patient, left_out):
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
        path = folder / Path(name).with_suffix(".dcm")
        data = dicom_bytes(image)
        write_new_file(path, data)
        lines.append(f"{hashlib.sha256(data).hexdigest()}  {identifier}/{path.name}\n")
    if lines:
        sync_folder(folder)
    return lines


def _check_place(target: Path, *, overwrite: bool) -> None:
    if not target.absolute().parent.is_dir():
        raise StoreError(
            said(
                "There is no folder {parent}. Make it, then export.",
                parent=target.absolute().parent,
            )
        )
    if not target.exists() and not target.is_symlink():
        return
    if target.is_symlink() or not target.is_dir():
        raise StoreError(said("{target} exists and is no folder. Name another one.", target=target))
    names = [path.name for path in target.iterdir()]
    if names and not overwrite:
        raise StoreError(
            said(
                "{target} holds files already and is not overwritten. Name another folder, "
                "or allow it to be replaced.",
                target=target,
            )
        )
    if any(name != CHECKSUMS_NAME and not _CAPTURE.fullmatch(name) for name in names):
        raise StoreError(
            said(
                "{target} holds more than an earlier export, so it is not replaced. Name "
                "another one.",
                target=target,
            )
        )


def _put_in_place(part: Path, target: Path) -> None:
    if target.exists():
        old = target.absolute().with_name(f".{target.name}.old")
        remove(old)
        target.rename(old)
        part.rename(target)
        remove(old)
    else:
        part.rename(target)
    sync_folder(target.absolute().parent)

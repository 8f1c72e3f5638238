"""`examine` and `take_in`: a model from elsewhere, from its first byte to the station's list.

The order matters: size before reading, kind before opening, structure before unpacking, checksums
before parsing, the description of the network before Keras, and all of it before a child process
opens the files with the libraries that the station uses.
"""

import hashlib
import os
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import JsonValue

from faceqa_gui.errors import ModelError
from faceqa_gui.quality.model_checks.early_layers import check_early_layers
from faceqa_gui.quality.model_checks.file_kind import (
    HEAD_BYTES,
    refuse_other_folders,
    refuse_other_kinds,
)
from faceqa_gui.quality.model_checks.keras_archive import ForeignLayerError, check_keras_archive
from faceqa_gui.quality.model_checks.onnx_file import OnnxFileError, check_onnx
from faceqa_gui.quality.model_checks.refusal import ModelRefusedError, Reason, UnsoundError
from faceqa_gui.quality.model_checks.strict_zip import ArchiveError
from faceqa_gui.quality.model_checks.trial import TrialCancelledError, try_in_child
from faceqa_gui.quality.model_file import (
    EARLY_FILE,
    KERAS_FILE,
    MANIFEST_FILE,
    NETWORK_FILES,
    ONNX_FILE,
    QUANTISED_FILES,
    ROUNDED_FILE,
    Manifest,
    ModelFile,
    parse_manifest,
    read_file,
    read_manifest_bytes,
    verified_model,
)
from faceqa_gui.quality.model_list import ListedModel, ModelList
from faceqa_gui.quality.model_package import (
    LARGEST_PACKAGE_BYTES,
    unpack_model,
)
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.wording import all_of, joined, reason, said

Trial = Callable[[Mapping[str, bytes]], object]
Note = Callable[[AuditEvent, Mapping[str, JsonValue]], object]

_LONGEST_NAME = 80
_ANOTHER = said("Take another model, or train this one again.")
_SPOILT = said("Copy it again, or pack the model folder again with “faceqa model pack”.")


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A model that has passed every check before it is opened.

    Attributes:
        path: the packed file or the folder it came from.
        sha256: of the file, or of a folder's manifest.
        file: the model.
        contents: every file of its folder, by name; the very bytes that were checked.
    """

    path: Path
    sha256: str
    file: ModelFile
    contents: Mapping[str, bytes]


def take_in(
    path: Path, models: ModelList, who: str, note: Note, trial: Trial = try_in_child
) -> ListedModel:
    """Check a model, try it, keep it, and put it on the station's list.

    Args:
        path: a packed model, or a model folder.
        models: the list.
        who: answers for it.
        note: puts the import or the refusal on the audit trail; if it raises, nothing is listed.
        trial: tries the checked files; see `try_in_child`.

    Raises:
        ModelRefusedError: it is not taken in.
        ModelError: the list cannot be read.
        StoreError: the disk or the audit trail refuses.
    """
    try:
        candidate = examine(path)
        open_and_ask(candidate, trial)
    except ModelRefusedError as refused:
        note(AuditEvent.MODEL_REFUSED, {"reason": refused.reason, "sha256": refused.sha256})
        raise
    facts: dict[str, JsonValue] = {
        "sha256": candidate.sha256,
        "manifest_sha256": candidate.file.manifest_sha256,
        "network_sha256": candidate.file.sha256,
    }
    return models.keep(
        candidate.file,
        candidate.contents,
        who,
        lambda _model: note(AuditEvent.MODEL_IMPORTED, facts),
    )


def take_off(text: str, models: ModelList, note: Note) -> ListedModel:
    """Take an imported model off the station's list.

    Args:
        text: its name, or the first digits of its sha256.
        models: the list.
        note: puts the removal on the audit trail; if it raises, nothing is removed.

    Raises:
        ModelError: there is no such imported model, or the list cannot be read.
        StoreError: the disk or the audit trail refuses.
    """
    return models.remove(
        text,
        lambda model: note(
            AuditEvent.MODEL_REMOVED,
            {"manifest_sha256": model.sha256, "network_sha256": model.network_sha256},
        ),
    )


def examine(path: Path) -> Candidate:
    """Everything that can be told of a model without opening it.

    Args:
        path: a packed model, or a model folder.

    Raises:
        ModelRefusedError: the first check that it does not pass.
    """
    is_folder = path.is_dir()
    first = _manifest_of(path) if is_folder else _bytes_of(path)
    sha256 = hashlib.sha256(first).hexdigest()
    try:
        contents = {MANIFEST_FILE: first} if is_folder else _unpacked(path, first)
        manifest = _checked_manifest(path, contents[MANIFEST_FILE])
        if is_folder:
            contents |= _listed_files(path, manifest)
        file = _checked_files(path, manifest, contents)
        _check_networks(file)
    except ModelRefusedError as refused:
        refused.sha256 = sha256
        raise
    return Candidate(path, sha256, file, contents)


def open_and_ask(candidate: Candidate, trial: Trial = try_in_child) -> None:
    """Try a checked model.

    Raises:
        ModelRefusedError: it is not sound, or broke the process that tried it.
        ModelError: no process could be started.
    """
    try:
        trial(candidate.contents)
    except UnsoundError as fault:
        fault_text = (
            said("its answers {fault}", fault=fault.text)
            if fault.reason is Reason.ANSWERS
            else fault.text
        )
        raise ModelRefusedError(
            fault.reason,
            said(
                "{path} is not a sound model: {fault}. {hint}",
                path=candidate.path,
                fault=fault_text,
                hint=_ANOTHER,
            ),
            candidate.sha256,
        ) from fault
    except TrialCancelledError as error:
        raise ModelError(
            said(
                "{path} was not imported: somebody stopped it. Import it again.",
                path=candidate.path,
            )
        ) from error
    except OSError as error:
        raise ModelError(
            said(
                "{path} could not be tried: {why}. Free some space and memory, then try again.",
                path=candidate.path,
                why=reason(error),
            )
        ) from error


def _bytes_of(path: Path) -> bytes:
    """A plain file that is not too large; its size is asked for before it is read."""
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):
            raise ModelRefusedError(
                Reason.UNREADABLE,
                said("{path} is not a plain file. {hint}", path=path, hint=_SPOILT),
            )
        with path.open("rb") as stream:
            if os.fstat(stream.fileno()).st_size > LARGEST_PACKAGE_BYTES:
                raise ModelRefusedError(
                    Reason.TOO_LARGE,
                    said(
                        "{path} is larger than {most} MB, and so is no model of FaceQA. {hint}",
                        path=path,
                        most=LARGEST_PACKAGE_BYTES // 1_000_000,
                        hint=_ANOTHER,
                    ),
                )
            return stream.read(LARGEST_PACKAGE_BYTES)
    except OSError as error:
        raise ModelRefusedError(
            Reason.UNREADABLE,
            said(
                "{path} cannot be read: {why}. Check its name and its permissions.",
                path=path,
                why=reason(error),
            ),
        ) from error


def _manifest_of(folder: Path) -> bytes:
    refuse_other_folders(folder)
    try:
        return read_manifest_bytes(folder)
    except ModelError as error:
        raise ModelRefusedError(Reason.MANIFEST, str(error)) from error


def _unpacked(path: Path, content: bytes) -> dict[str, bytes]:
    refuse_other_kinds(content[:HEAD_BYTES], path)
    try:
        contents = unpack_model(content)
    except ArchiveError as fault:
        raise ModelRefusedError(
            Reason.ARCHIVE,
            said(
                "{path} is not a packed model: {fault}. {hint}",
                path=path,
                fault=fault,
                hint=_SPOILT,
            ),
        ) from fault
    if MANIFEST_FILE not in contents:
        raise ModelRefusedError(
            Reason.MANIFEST,
            said(
                "{path} is not a packed model: it has no {manifest}. {hint}",
                path=path,
                manifest=MANIFEST_FILE,
                hint=_SPOILT,
            ),
        )
    return contents


def _checked_manifest(path: Path, content: bytes) -> Manifest:
    try:
        manifest = parse_manifest(content, path)
    except ModelError as error:
        raise ModelRefusedError(Reason.MANIFEST, str(error)) from error
    # A window may take a name with angle brackets for a mark-up language.
    name = manifest.name
    if not name.isprintable() or not 0 < len(name) <= _LONGEST_NAME or set(name) & set("<>&"):
        raise ModelRefusedError(
            Reason.MANIFEST,
            said(
                "The manifest in {path} gives no readable name of 1 to {most} letters. {hint}",
                path=path,
                most=_LONGEST_NAME,
                hint=_ANOTHER,
            ),
        )
    listed = set(manifest.files)
    if listed not in ({*NETWORK_FILES}, {*NETWORK_FILES, *QUANTISED_FILES}):
        raise ModelRefusedError(
            Reason.MANIFEST,
            said(
                "The manifest in {path} does not list {files}, alone or with {more}. {hint}",
                path=path,
                files=all_of(NETWORK_FILES),
                more=all_of(QUANTISED_FILES),
                hint=_ANOTHER,
            ),
        )
    return manifest


def _listed_files(folder: Path, manifest: Manifest) -> dict[str, bytes]:
    try:
        return {name: read_file(folder, name) for name in manifest.files}
    except ModelError as error:
        raise ModelRefusedError(Reason.UNREADABLE, str(error)) from error


def _checked_files(path: Path, manifest: Manifest, contents: Mapping[str, bytes]) -> ModelFile:
    for name in contents.keys() ^ {MANIFEST_FILE, *manifest.files}:
        unlike = (
            said("{path} lacks {name}, unlike its manifest says.", path=path, name=name)
            if name in manifest.files
            else said("{path} also holds {name}, unlike its manifest says.", path=path, name=name)
        )
        raise ModelRefusedError(Reason.ARCHIVE, joined(unlike, _SPOILT))
    try:
        return verified_model(path, contents[MANIFEST_FILE], contents.__getitem__)
    except ModelError as error:
        raise ModelRefusedError(Reason.CHECKSUM, str(error)) from error


def _check_networks(file: ModelFile) -> None:
    """Look at each file of a model before the library does that opens it."""
    name, reason = KERAS_FILE, Reason.KERAS
    try:
        check_keras_archive(file.keras_bytes)
        name, reason = ONNX_FILE, Reason.ONNX
        check_onnx(file.onnx_bytes, outputs=2)
        if file.early_bytes is not None and file.rounded_bytes is not None:
            name, reason = ROUNDED_FILE, Reason.ONNX
            check_onnx(file.rounded_bytes, outputs=1)
            name, reason = EARLY_FILE, Reason.EARLY_LAYERS
            check_early_layers(file.early_bytes)
    except (ArchiveError, OnnxFileError) as fault:
        kind = Reason.FOREIGN_LAYER if isinstance(fault, ForeignLayerError) else reason
        raise ModelRefusedError(
            kind,
            said(
                "{name} of {folder} is refused: {fault}. {hint}",
                name=name,
                folder=file.folder,
                fault=fault,
                hint=_ANOTHER,
            ),
        ) from fault

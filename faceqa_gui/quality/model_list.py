"""`ModelList`: which models a station may load, and where the imported ones lie.

A model is named by the sha256 of its manifest's bytes, and the manifest names every other byte.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from faceqa_gui.errors import ModelError, OperatorError
from faceqa_gui.operators.one_writer import one_writer
from faceqa_gui.quality.model_file import (
    ModelFile,
    Sha256,
    default_model_folder,
    read_model,
)
from faceqa_gui.quality.shipped_models import SHIPPED_QUALITY_MODEL
from faceqa_gui.records.durable import (
    make_folder,
    refusal,
    remove,
    replace_file,
    sync_folder,
    write_new_file,
)
from faceqa_gui.wording import reason, said

VERSION: Literal[1] = 1
LIST_FILE = "models.json"
MODELS_FOLDER = "models"

_LOCK_FILE = "models.lock"
_LARGEST_LIST_BYTES = 1_000_000
_SHORTEST_DIGITS = 4


class ListedModel(BaseModel):
    """One imported model.

    Attributes:
        sha256: of its manifest's bytes.
        name: as its manifest says.
        network_sha256: of its reference network; records name the model by it.
        imported_by: operator.
        imported_at: wall-clock time with its offset from UTC.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sha256: Sha256
    name: str
    network_sha256: Sha256
    imported_by: str
    imported_at: AwareDatetime

    @property
    def short(self) -> str:
        """The first digits of its checksum, enough to choose it by."""
        return self.sha256[:8]


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = VERSION
    models: Annotated[tuple[ListedModel, ...], Field(max_length=1000)] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Where a chosen model lies.

    Attributes:
        folder: of the model.
        sha256: what its manifest's bytes must have; None where any listed model may lie there.
    """

    folder: Path
    sha256: str | None


class ModelList:
    """The shipped model, and those that somebody with the right imported."""

    def __init__(self, home: Path) -> None:
        """Nothing is read before it is asked for.

        Args:
            home: folder of everything the program writes.
        """
        self._home = home
        self._path = home / LIST_FILE

    def imported(self) -> tuple[ListedModel, ...]:
        """Every imported model, oldest first.

        Raises:
            ModelError: the list cannot be read, or is of a newer version.
        """
        try:
            with self._path.open("rb") as stream:
                content = stream.read(_LARGEST_LIST_BYTES + 1)
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise ModelError(
                said("{path} cannot be read: {why}.", path=self._path, why=reason(error))
            ) from error
        try:
            return _File.model_validate_json(content).models
        except ValidationError as error:
            raise ModelError(
                said(
                    "The list of imported models {path} is damaged or of a newer FaceQA. Put "
                    "it back from a copy, or move it away and import the models again.",
                    path=self._path,
                )
            ) from error

    def folder_of(self, model: ListedModel) -> Path:
        """Where an imported model lies."""
        return self._home / MODELS_FOLDER / model.sha256

    def find(self, text: str) -> ListedModel | None:
        """The imported model that `text` names: its name, or the first digits of its sha256.

        Raises:
            ModelError: several have that name, or the list cannot be read.
        """
        models = self.imported()
        digits = [model for model in models if _begins(model.sha256, text)]
        found = digits or [model for model in models if model.name == text]
        if len(found) > 1:
            raise ModelError(
                said(
                    "Several imported models are called “{text}”: {names}. Name one by these "
                    "digits.",
                    text=text,
                    names=", ".join(model.short for model in found),
                )
            )
        return found[0] if found else None

    def choose(self, text: str) -> Choice:
        """Which model `text` names; nothing of it is read.

        Args:
            text: an imported model (see `find`), the shipped one by its digits, or a model
                folder; "" for the shipped model.

        Raises:
            ModelError: there is no such model, or the list cannot be read.
        """
        if not text:
            return Choice(default_model_folder(), None)
        model = self.find(text)
        if model is not None:
            return Choice(self.folder_of(model), model.sha256)
        if _begins(SHIPPED_QUALITY_MODEL, text):
            return Choice(default_model_folder(), SHIPPED_QUALITY_MODEL)
        if not Path(text).is_dir():
            raise ModelError(
                said(
                    "There is no model “{text}”: no imported model is called so, and there "
                    "is no such model folder. See “faceqa model list”.",
                    text=text,
                )
            )
        return Choice(Path(text), None)

    def read(self, text: str = "") -> ModelFile:
        """Read the chosen model, if a station may load it.

        What was hashed is what is returned; nothing is read again later.

        Args:
            text: see `choose`.

        Raises:
            ModelError: it is missing, altered, or not on the list; no other is taken instead.
        """
        chosen = self.choose(text)
        file = read_model(chosen.folder)
        if chosen.sha256 not in (None, file.manifest_sha256):
            raise ModelError(
                said(
                    "The model in {folder} is no longer the one that was listed: its "
                    "manifest was changed. Import the model again, or choose another one.",
                    folder=chosen.folder,
                )
            )
        if file.manifest_sha256 != SHIPPED_QUALITY_MODEL and not self._lists(file):
            raise ModelError(
                said(
                    "The model in {folder} is not on this station's list: it was never "
                    "imported, or was changed or removed since. Import it with “faceqa model "
                    "import {folder}”.",
                    folder=chosen.folder,
                )
            )
        return file

    def _lists(self, file: ModelFile) -> bool:
        return file.manifest_sha256 in {model.sha256 for model in self.imported()}

    def keep(
        self,
        file: ModelFile,
        contents: Mapping[str, bytes],
        who: str,
        before_listing: Callable[[ListedModel], object],
    ) -> ListedModel:
        """Write a checked model's files to the disk for good, then list it.

        Args:
            file: the model.
            contents: every file of its folder, by name.
            who: imports it.
            before_listing: called when the files are on the disk; if it raises, nothing is listed.

        Raises:
            ModelError: the list cannot be read.
            StoreError: the disk refuses.
        """
        model = ListedModel(
            sha256=file.manifest_sha256,
            name=file.manifest.name,
            network_sha256=file.sha256,
            imported_by=who,
            imported_at=datetime.now(UTC),
        )
        with self._changing(said("The model cannot be kept")):
            others = [other for other in self.imported() if other.sha256 != model.sha256]
            _write_folder(self.folder_of(model), contents)
            before_listing(model)
            self._write((*others, model))
        return model

    def remove(self, text: str, before_removing: Callable[[ListedModel], object]) -> ListedModel:
        """Take an imported model off the list, then remove its files.

        Args:
            text: which; see `find`.
            before_removing: if it raises, nothing is removed.

        Raises:
            ModelError: there is no such imported model, or the list cannot be read.
            StoreError: the disk refuses.
        """
        with self._changing(said("The model cannot be removed")):
            model = self.find(text)
            if model is None:
                raise ModelError(
                    said(
                        "No imported model is called “{text}”. See “faceqa model list”; the "
                        "model that came with the program stays.",
                        text=text,
                    )
                )
            before_removing(model)
            self._write(tuple(other for other in self.imported() if other != model))
            remove(self.folder_of(model))
        return model

    @contextmanager
    def _changing(self, what: str) -> Iterator[None]:
        try:
            with one_writer(self._home / _LOCK_FILE):
                yield
        except OperatorError as error:
            raise ModelError(
                said(
                    "Another FaceQA is changing the list of models {path}. Try again.",
                    path=self._path,
                )
            ) from error
        except OSError as error:
            raise refusal(what, self._home, error) from error

    def _write(self, models: tuple[ListedModel, ...]) -> None:
        content = _File(models=models).model_dump_json(indent=1) + "\n"
        replace_file(self._path, content.encode())


def _begins(sha256: str, text: str) -> bool:
    return len(text) >= _SHORTEST_DIGITS and sha256.startswith(text)


def _write_folder(folder: Path, contents: Mapping[str, bytes]) -> None:
    """A folder that is there whole or not at all. Raises `OSError`."""
    part = folder.with_name(f".{folder.name}.part")
    remove(part)
    make_folder(part)
    for name, content in contents.items():
        write_new_file(part / name, content)
    sync_folder(part)
    remove(folder)
    part.rename(folder)
    sync_folder(folder.parent)

"""A run folder: the plan of a run, and one file for each shard that is finished.

Every file is on the disk, whole, before the next shard counts as done, so that a run that was
killed goes on where it was.
"""

import sqlite3
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from faceqa_gui.errors import DatasetError, RunError, StoreError
from faceqa_gui.lab.run_shard import Arrays, Shard, ShardAnswers, answers_bytes, read_answers
from faceqa_gui.records.durable import make_folder, refusal, replace_file
from faceqa_gui.wording import all_of, reason, said

PLAN_FILE = "plan.json"
LOCK_FILE = "lock"


class RunPlan(BaseModel):
    """What a run judges, and with what; a folder holds answers to one plan only.

    Attributes:
        version: of this form.
        task: what is judged.
        labels: the classes in the order of the network's outputs.
        model_sha256: of the model.
        runtime: readable name of what runs it; another one may round in another way.
        data_sha256: digest of the pictures and labels.
        pictures: how many there are.
        shard_pictures: how many belong to a shard.
        explain: how every picture is explained; None: not at all.
        channels: of a run of the eye detectors: which one answers, by name of the channel.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = 1
    task: str
    labels: tuple[str, ...]
    model_sha256: str
    runtime: str
    data_sha256: str
    pictures: int
    shard_pictures: int
    explain: str | None = None
    channels: dict[str, str] | None = None


_DIFFERENCES = {
    "model_sha256": said("another model"),
    "data_sha256": said("other pictures or labels"),
    "runtime": said("another runtime"),
    "channels": said("other eye detectors"),
}


class RunFolder:
    """The files of one run, held by one process until it is closed."""

    def __init__(self, path: Path, plan: RunPlan, nothing: Arrays) -> None:
        """Begin a run in `path`, or go on with the one that is there.

        Args:
            path: of the folder.
            plan: of the run.
            nothing: what is answered to no pictures (see `Work`).

        Raises:
            DatasetError: the folder belongs to another run, or is no run folder.
            RunError: another process works in it.
            StoreError: it cannot be written or read.
        """
        self._path = path
        self._nothing = nothing
        try:
            self._claim(plan)
        except OSError as error:
            raise refusal(said("The run cannot be kept"), path, error) from error
        self._lock = _locked(path)

    def close(self) -> None:
        """Let others work in the folder."""
        self._lock.close()

    def _claim(self, plan: RunPlan) -> None:
        place = self._path / PLAN_FILE
        if self._path.is_dir() and any(self._path.iterdir()):
            if not place.is_file():
                raise DatasetError(
                    said(
                        "{path} is not the folder of a run and holds other files. Give an "
                        "empty or new folder.",
                        path=self._path,
                    )
                )
            self._refuse_another(place, plan)
            return
        make_folder(self._path)
        replace_file(place, (plan.model_dump_json(indent=1) + "\n").encode())

    def _refuse_another(self, place: Path, plan: RunPlan) -> None:
        try:
            found = RunPlan.model_validate_json(place.read_bytes())
        except ValidationError as error:
            raise DatasetError(
                said(
                    "{place} is not a plan of a run. Give another folder for the run.", place=place
                )
            ) from error
        if found == plan:
            return
        differs = [
            words
            for name, words in _DIFFERENCES.items()
            if getattr(found, name) != getattr(plan, name)
        ]
        raise DatasetError(
            said(
                "The run in {path} is of {differs}. Give another folder, or the model and "
                "the data it was begun with.",
                path=self._path,
                differs=all_of(differs) or said("another plan"),
            )
        )

    def keep(self, shard: Shard, answers: ShardAnswers) -> None:
        """Put the answers of a finished shard on the disk.

        Raises:
            StoreError: they cannot be written.
        """
        place = self._place(shard)
        try:
            replace_file(place, answers_bytes(answers))
        except OSError as error:
            raise refusal(said("The run cannot be kept"), place, error) from error

    def kept(self, shard: Shard) -> ShardAnswers | None:
        """The answers of a shard; None where it is not finished, or its file is damaged.

        Raises:
            StoreError: the file is there and cannot be read.
        """
        place = self._place(shard)
        try:
            content = place.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreError(
                said("{place} cannot be read: {why}.", place=place, why=reason(error))
            ) from error
        return read_answers(content, len(shard.images), self._nothing)

    def _place(self, shard: Shard) -> Path:
        return self._path / f"shard-{shard.number:06}.npz"


def _locked(path: Path) -> sqlite3.Connection:
    """A lock that is held while the connection is open; the system frees it of a dead process."""
    # SQLite's own file lock is used because it is the same on every system.
    connection = sqlite3.connect(path / LOCK_FILE, timeout=0.0, isolation_level=None)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        connection.close()
        raise RunError(
            said(
                "Another FaceQA works in the run folder {path}. Wait for it, or give another "
                "folder.",
                path=path,
            )
        ) from error
    return connection

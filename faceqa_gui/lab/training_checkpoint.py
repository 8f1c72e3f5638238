"""What a run needs to go on after a crash: one file, replaced whole after every epoch."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import ModelError
from faceqa_gui.lab.training_loops import Course, Epoch, Learning
from faceqa_gui.records.durable import refusal, remove, replace_file
from faceqa_gui.wording import all_of, said

if TYPE_CHECKING:
    import keras

CHECKPOINT_FILE = "checkpoint.npz"

_FACTS = "facts"
_NAMES = {
    "recipe": said("the options"),
    "data_sha256": said("the pictures or their labels"),
    "weights_sha256": said("the first weights"),
    "libraries": said("the versions of the libraries"),
    "copies": said("the number of devices"),
}


class Checkpoint:
    """The checkpoint of a run folder.

    It holds all weights, the optimizer's moments and counters, the averages, the best weights so
    far, every epoch's figures, and the state of the random generators; so a run that goes on ends
    as one that was never interrupted.
    """

    def __init__(self, folder: Path, run: Mapping[str, Any]) -> None:
        """Checkpoint of a run in `folder`; `run` holds plain values of all that decides over it."""
        self._path = folder / CHECKPOINT_FILE
        self._run = {name: json.loads(json.dumps(run[name])) for name in _NAMES}

    @property
    def exists(self) -> bool:
        """Whether the folder holds a run that can go on."""
        return self._path.is_file()

    def keep(self, course: Course, learning: Learning) -> None:
        """Write where the run stands, whole or not at all.

        Raises:
            StoreError: the disk refuses.
        """
        facts = {
            "run": self._run,
            "epochs": [asdict(epoch) for epoch in course.epochs],
            "best_epoch": course.best.epoch,
            "best_loss": course.best.loss,
            "generator": learning.generator.bit_generator.state,
        }
        arrays = {_FACTS: np.frombuffer(json.dumps(facts).encode(), np.uint8)}
        groups = {
            "variable": [np.asarray(variable) for variable in _variables(learning)],
            "average": learning.averages,
            "best": course.best.weights or [],
        }
        for name, group in groups.items():
            arrays |= {f"{name}{place}": values for place, values in enumerate(group)}
        content = io.BytesIO()
        np.savez(content, allow_pickle=False, **arrays)
        try:
            replace_file(self._path, content.getvalue())
        except OSError as error:
            raise refusal(
                said("The checkpoint cannot be written"), self._path.parent, error
            ) from error

    def resume(self, course: Course, learning: Learning) -> None:
        """Put back where the run stood.

        Raises:
            ModelError: the file is damaged, or the run is another one; the sentence says how.
        """
        facts, arrays = self._read()
        self._check(facts["run"])
        course.epochs[:] = [Epoch(**epoch) for epoch in facts["epochs"]]
        course.best.loss, course.best.epoch = facts["best_loss"], facts["best_epoch"]
        course.best.weights = _group(arrays, "best") or None
        learning.generator.bit_generator.state = facts["generator"]
        learning.averages = _group(arrays, "average")
        for variable, values in zip(_variables(learning), _group(arrays, "variable"), strict=True):
            variable.assign(values)

    def check(self) -> None:
        """Refuse a checkpoint of another run, before hours are spent.

        Raises:
            ModelError: the file is damaged, or the run is another one; the sentence says how.
        """
        self._check(self._read()[0]["run"])

    def remove(self) -> None:
        """The run is over.

        Raises:
            StoreError: the disk refuses.
        """
        try:
            remove(self._path)
        except OSError as error:
            raise refusal(
                said("The checkpoint cannot be removed"), self._path.parent, error
            ) from error

    def _check(self, run: Mapping[str, Any]) -> None:
        changed = [words for name, words in _NAMES.items() if run.get(name) != self._run[name]]
        if changed:
            raise ModelError(
                said(
                    "The run in {folder} cannot go on: {changed} changed since. Start again "
                    "in another folder, or give what was given then.",
                    folder=self._path.parent,
                    changed=all_of(changed),
                )
            )

    def _read(self) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
        try:
            with np.load(self._path, allow_pickle=False) as stored:
                arrays = dict(stored)
            facts = json.loads(arrays.pop(_FACTS).tobytes())
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise ModelError(
                said(
                    "{path} cannot be read, so the run cannot go on. Remove it to start again.",
                    path=self._path,
                )
            ) from error
        return facts, arrays


def _group(arrays: Mapping[str, NDArray[Any]], name: str) -> list[NDArray[Any]]:
    count = sum(key.startswith(name) for key in arrays)
    return [arrays[f"{name}{place}"] for place in range(count)]


def _variables(learning: Learning) -> Sequence["keras.Variable"]:
    """All that learning changes: weights, random states of layers, and what the optimizer holds."""
    import keras

    # Nadam keeps one number beside its list of variables.
    held = vars(learning.optimizer)
    beside = [held[name] for name in sorted(held) if isinstance(held[name], keras.Variable)]
    return [*learning.network.variables, *learning.optimizer.variables, *beside]

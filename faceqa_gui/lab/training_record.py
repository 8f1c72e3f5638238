"""What a run folder tells of its run while it goes on and when it is over.

`run.json` holds all that is needed to repeat the run, `epochs.jsonl` one line for each finished
epoch, which a window can follow, and `curves.png` shows them.
"""

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from faceqa_gui.errors import ModelError
from faceqa_gui.lab.machine import this_machine
from faceqa_gui.lab.pictures import Skipped
from faceqa_gui.lab.training_figures import draw_curves
from faceqa_gui.lab.training_loops import Course, Epoch
from faceqa_gui.records.durable import refusal, replace_file
from faceqa_gui.wording import said

CURVES_FILE = "curves.png"
RUN_FILE = "run.json"
EPOCHS_FILE = "epochs.jsonl"
LIBRARIES = ("keras", "tensorflow", "numpy", "tf2onnx")

_GIT_SECONDS = 10.0


class TrainingRecord:
    """Writes the files of a run folder."""

    def __init__(self, folder: Path, run: Mapping[str, Any], skipped: Sequence[Skipped]) -> None:
        """Record of a run.

        Args:
            folder: of the run.
            run: plain values of all that decides over it.
            skipped: pictures that could not be read.
        """
        self._folder = folder
        self._run = {
            **run,
            "commit": _commit(),
            "machine": this_machine(LIBRARIES).as_json(),
            # By name alone: a run folder may be handed on.
            "skipped": [{"file": one.path.name, "reason": one.reason} for one in skipped],
        }

    def write(self, course: Course) -> None:
        """Replace all three files by what `course` knows now, each whole or not at all.

        Raises:
            StoreError: the disk refuses.
        """
        run = self._run | {"history": course.history, "best_epoch": course.best.epoch}
        lines = [json.dumps(asdict(epoch)) for epoch in course.epochs]
        try:
            replace_file(self._folder / EPOCHS_FILE, ("\n".join(lines) + "\n").encode())
            replace_file(self._folder / RUN_FILE, (json.dumps(run, indent=1) + "\n").encode())
            draw_curves(course.history, self._folder / CURVES_FILE)
        except OSError as error:
            raise refusal(
                said("The figures of the run cannot be written"), self._folder, error
            ) from error


def read_epochs(folder: Path) -> tuple[Epoch, ...]:
    """The finished epochs of the run in `folder`, also while it goes on; none before the first.

    Raises:
        ModelError: the file is damaged.
        StoreError: it cannot be read.
    """
    path = folder / EPOCHS_FILE
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return tuple(Epoch(**json.loads(line)) for line in lines)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise refusal(said("The figures of the run cannot be read"), folder, error) from error
    except (ValueError, TypeError) as error:
        raise ModelError(
            said("{path} is damaged. The run itself is not: look at it later.", path=path)
        ) from error


def _commit() -> str | None:
    """The commit of this program's own source, “-dirty” behind it if it was changed since."""
    git, source = shutil.which("git"), Path(__file__).resolve().parents[2]
    if git is None or not (source / ".git").exists():
        return None
    done = subprocess.run(  # noqa: S603  (no text of a user is part of it)
        [git, "-C", str(source), "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"],
        capture_output=True,
        text=True,
        timeout=_GIT_SECONDS,
        check=False,
    )
    return done.stdout.strip() or None

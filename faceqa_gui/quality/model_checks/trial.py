"""`try_in_child`: tries a checked model in a process that may crash, hang or eat memory."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from faceqa_gui.own_process import own_words
from faceqa_gui.quality.model_checks.limits import Limits
from faceqa_gui.quality.model_checks.refusal import Reason, UnsoundError
from faceqa_gui.wording import as_said, said

ANSWER_FILE = "answer.json"
"""Where the child leaves its verdict: an object with `reason` and `text`, both "" if sound."""

_LARGEST_ANSWER_BYTES = 10_000
_POLL_SECONDS = 0.05

Words = Callable[[Path, Limits], Sequence[str]]


class TrialCancelledError(Exception):
    """Nobody waits for the trial any longer."""


def child_words(folder: Path, limits: Limits) -> list[str]:
    """The command line that tries the model in `folder` (see `commands.model.run_try`)."""
    return own_words("model", "try", str(folder), str(limits.memory_bytes), str(limits.cpu_seconds))


def try_in_child(
    contents: Mapping[str, bytes],
    *,
    limits: Limits | None = None,
    words: Words = child_words,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Write a model's files to a folder of its own, and let a child process try them.

    Args:
        contents: every file of the model folder.
        limits: of the child; None: the usual ones.
        words: the child's command line.
        cancelled: asked several times a second; True ends the trial.

    Raises:
        UnsoundError: the model is not sound, or the child did not live to say so.
        TrialCancelledError: `cancelled` said so.
        OSError: no folder could be written, or no process started.
    """
    limits = limits or Limits()
    with tempfile.TemporaryDirectory(prefix="faceqa-trial-") as name:
        folder = Path(name)
        model = folder / "model"
        model.mkdir(mode=0o700)
        for file, content in contents.items():
            (model / file).write_bytes(content)
        status = _run(words(model, limits), folder, limits.wall_seconds, cancelled)
        if status != 0:
            raise _broken_off(status, limits)
        _judge(folder / ANSWER_FILE)


def _run(words: Sequence[str], folder: Path, seconds: float, cancelled: Callable[[], bool]) -> int:
    deadline = time.monotonic() + seconds
    child = subprocess.Popen(  # noqa: S603  (our own interpreter and our own code)
        words,
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while child.poll() is None:
            if cancelled():
                raise TrialCancelledError
            if time.monotonic() > deadline:
                raise UnsoundError(
                    Reason.TOO_SLOW, said("no answer came within {seconds:.0f} s", seconds=seconds)
                )
            time.sleep(_POLL_SECONDS)
        return child.returncode
    finally:
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the child and, where it is possible, all that it started."""
    if sys.platform == "win32":
        child.kill()
    else:
        # Where nothing is left of it, there is nothing to end.
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _environment(folder: Path) -> dict[str, str]:
    """The parent's variables without FaceQA's own, which hold a PIN, and without a home."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FACEQA_")}
    places = ("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP", "KERAS_HOME", "XDG_CACHE_HOME")
    # Two threads, two heaps and no graphics card: address space is limited, and each takes some.
    return (
        kept
        | dict.fromkeys(places, str(folder))
        | dict.fromkeys(("OMP_NUM_THREADS", "TF_NUM_INTRAOP_THREADS"), "2")
        | {"TF_NUM_INTEROP_THREADS": "2", "MALLOC_ARENA_MAX": "2", "CUDA_VISIBLE_DEVICES": "-1"}
        | {"KERAS_BACKEND": "tensorflow", "TF_CPP_MIN_LOG_LEVEL": "3"}
    )


def _broken_off(status: int, limits: Limits) -> UnsoundError:
    if sys.platform != "win32" and status == -signal.SIGXCPU:
        text = said("it took more than {seconds} s of computing time", seconds=limits.cpu_seconds)
        return UnsoundError(Reason.TOO_SLOW, text)
    end = said("signal {n}", n=-status) if status < 0 else said("status {n}", n=status)
    return UnsoundError(
        Reason.CRASHED,
        said(
            "the process that opened it broke off ({end}), as when a file is damaged or asks "
            "for more than {memory:.0f} GB of memory",
            end=end,
            memory=limits.memory_bytes / 1024**3,
        ),
    )


def _judge(path: Path) -> None:
    """What the child says; a child that a model took over could only refuse, or say nothing."""
    try:
        with path.open("rb") as stream:
            answer = json.loads(stream.read(_LARGEST_ANSWER_BYTES))
        reason, text = answer["reason"], answer["text"]
        # Without values: what the child says is shown, never filled in.
        is_sound = (reason, text) == ("", "")
        fault = None if is_sound else UnsoundError(Reason(reason), as_said(str(text)))
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise UnsoundError(
            Reason.CRASHED, said("the process that opened it gave no answer")
        ) from error
    if fault is not None:
        raise fault

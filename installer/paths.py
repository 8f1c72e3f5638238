"""Where the parts of a build lie, and which version is built."""

import os
import subprocess
from pathlib import Path

from faceqa_gui import __version__

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build" / "installer"
OUT = ROOT / "dist"
PROGRAM = OUT / "faceqa"
COLLECTED = WORK / "faceqa" / "collected.json"
VERSION = __version__


class BuildError(Exception):
    """The installer cannot be built; the message says what to do."""


def made_at() -> int:
    """The day that everything built is dated: `SOURCE_DATE_EPOCH`, else that of the newest commit.

    Returns:
        Seconds since 1970, UTC.

    Raises:
        BuildError: there is neither.
    """
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told is None:
        told = run(["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]).strip()
    if not told.isdecimal():
        raise BuildError("Set SOURCE_DATE_EPOCH to the day of the build, in seconds since 1970.")
    return int(told)


def run(words: list[str], *, cwd: Path | None = None, **variables: str) -> str:
    """Run a tool of the build and return what it printed.

    Args:
        words: its command line.
        cwd: where it runs.
        variables: added to its environment.

    Raises:
        BuildError: it is not there, or did not succeed.
    """
    try:
        done = subprocess.run(  # noqa: S603  (tools of the build, named in this package)
            words,
            cwd=cwd,
            env=os.environ | variables,
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise BuildError(f"{words[0]} is not installed on this computer.") from error
    if done.returncode != 0:
        raise BuildError(f"{words[0]} ended with status {done.returncode}.\n{done.stderr[-3000:]}")
    return done.stdout

"""`freeze`: PyInstaller makes the one-folder program; what nobody runs is taken out of it."""

import platform
import shutil
import sys
import sysconfig
from importlib.metadata import distribution, distributions
from pathlib import Path

from installer.paths import COLLECTED, OUT, PROGRAM, ROOT, WORK, BuildError, run
from installer.sizes import LIBRARIES

_CPU_PINS = ROOT / "installer" / "tensorflow-cpu.txt"
_CPU_BASE = WORK / "tensorflow-cpu"
_CPU_FOLDER = Path(sysconfig.get_path("purelib", "posix_user", {"userbase": str(_CPU_BASE)}))
_CPU_NAME = "tensorflow-cpu"

_WORTH_STRIPPING_BYTES = 5_000_000


def freeze(dated: int) -> None:
    """Make the program's folder anew.

    Args:
        dated: what PyInstaller takes for the present, in seconds since 1970.

    Raises:
        BuildError: a tool is missing or failed.
    """
    WORK.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(PROGRAM, ignore_errors=True)
    COLLECTED.unlink(missing_ok=True)
    # Sets are written in the order of their hashes.
    variables = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(dated)}
    tensorflow = _tensorflow_for_processors()
    if tensorflow is not None:
        # PyInstaller keeps a library's folders where it takes the library for an installed one.
        variables |= {"PYTHONPATH": str(tensorflow), "PYTHONUSERBASE": str(_CPU_BASE)}
    run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
            *("--distpath", str(OUT), "--workpath", str(WORK)),
            str(ROOT / "installer" / "faceqa.spec"),
        ],
        cwd=ROOT,
        **variables,
    )
    if sys.platform == "linux":
        _strip(PROGRAM / LIBRARIES / "tensorflow")


def search_path() -> list[str]:
    """Where the libraries of the program were installed, as the freezing saw it."""
    return [str(_CPU_FOLDER), *sys.path] if _CPU_FOLDER.exists() else list(sys.path)


def _tensorflow_for_processors() -> Path | None:
    """The same TensorFlow without its third of code for graphics cards; None where it has none.

    Only wheels for Linux on x86-64 come in both forms. A desk judges on its processor.
    """
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        return None
    wanted = distribution("tensorflow").version
    there = {found.name: found.version for found in distributions(path=[str(_CPU_FOLDER)])}
    if there.get(_CPU_NAME, there.get("tensorflow_cpu")) == wanted:
        return _CPU_FOLDER
    if f"{_CPU_NAME}=={wanted} " not in _CPU_PINS.read_text(encoding="utf-8"):
        raise BuildError(f"{_CPU_PINS} is for another version than {wanted}: make constraints.")
    shutil.rmtree(_CPU_BASE, ignore_errors=True)
    run(
        [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
            *("--no-deps", "--no-compile", "--only-binary", ":all:", "--require-hashes"),
            *("--target", str(_CPU_FOLDER), "-r", str(_CPU_PINS)),
        ]
    )
    return _CPU_FOLDER


def _strip(folder: Path) -> None:
    """Take the names of functions out of TensorFlow's libraries, which only a debugger reads."""
    for path in sorted(folder.rglob("*.so*")):
        if path.stat().st_size >= _WORTH_STRIPPING_BYTES and not path.is_symlink():
            run(["strip", "--strip-unneeded", str(path)])

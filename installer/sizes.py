"""`sizes`: how much of the program each library takes."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

LIBRARIES = "_internal"
"""PyInstaller's folder beside the program."""

_LARGEST = 25


def sizes(folder: Path) -> dict[str, int]:
    """Bytes by component, largest first.

    A component is what lies at the top of the folder of libraries; shared libraries that a wheel
    keeps beside itself (`numpy.libs`) count to it. Links take nothing.

    Args:
        folder: the program's folder.
    """
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found[component(path.relative_to(folder).as_posix())] += path.stat().st_size
    return dict(found.most_common())


def component(place: str) -> str:
    """The component that a file belongs to, by its path inside the program's folder."""
    first, *rest = PurePosixPath(place).parts
    if first != LIBRARIES or not rest:
        return first
    name = rest[0]
    if len(rest) == 1:
        return "Python and single files" if ".so" in name or name.endswith(".zip") else name
    if name.endswith((".dist-info", ".egg-info")):
        return "metadata of libraries"
    return {"opencv_python": "cv2", "scikit_learn": "sklearn", "pillow": "PIL"}.get(
        name.removesuffix(".libs"), name.removesuffix(".libs")
    )


def table(found: Mapping[str, int]) -> str:
    """The largest components and the total, in MB (10^6 bytes)."""
    lines = [f"{size / 1e6:9.1f} MB  {name}" for name, size in list(found.items())[:_LARGEST]]
    rest = sum(list(found.values())[_LARGEST:])
    return "\n".join(
        [
            *lines,
            f"{rest / 1e6:9.1f} MB  {max(0, len(found) - _LARGEST)} others",
            f"{sum(found.values()) / 1e6:9.1f} MB  together",
        ]
    )

"""The package is installed once, as root, for all tests that need it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.paths import OUT, VERSION

COMMAND = Path("/usr/bin/faceqa")


@pytest.fixture(scope="session")
def package() -> Path:
    """The package that `make installer` has built."""
    if shutil.which("dpkg") is None:
        pytest.skip("only Debian and its relatives install a .deb")
    found = list(OUT.glob(f"faceqa_{VERSION}_*.deb"))
    assert found, "Run “make installer” first."
    return found[0]


@pytest.fixture(scope="session")
def installed(package: Path) -> Iterator[Path]:
    """The command of the installed package; removed at the end if a test has not done so."""
    if os.geteuid() != 0:
        pytest.skip("only root may install a package")
    if COMMAND.exists():
        pytest.skip("FaceQA is installed on this computer, and stays as it is")
    done = subprocess.run(["dpkg", "-i", str(package)], capture_output=True, text=True, check=False)
    try:
        assert done.returncode == 0, f"{done.stderr}\nTry: apt-get install {package}"
        yield COMMAND
    finally:
        subprocess.run(["dpkg", "--purge", "faceqa"], capture_output=True, check=False)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A desk without a screen whose user has a new home, and nothing of the source tree."""
    away = {"DISPLAY", "WAYLAND_DISPLAY", "FACEQA_HOME", "PYTHONPATH", "VIRTUAL_ENV"}
    kept = {name: value for name, value in os.environ.items() if name not in away}
    home = tmp_path / "home"
    home.mkdir()
    return kept | {"HOME": str(home), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}

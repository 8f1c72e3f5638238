"""`python -m installer.build_deb`: the Debian package of the frozen program."""

import gzip
import hashlib
import os
import shutil
import sys
from pathlib import Path
from string import Template

from faceqa_gui.cli import build_parser
from installer.elf import needed_packages
from installer.man_page import man_page
from installer.paths import OUT, PROGRAM, ROOT, VERSION, WORK, BuildError, made_at, run

PLACE = Path("opt/faceqa")
"""Of the program in the package: software of others lies below /opt."""

_TEXTS = ROOT / "installer" / "debian"
_STAGE = WORK / "deb"


def main() -> int:
    """Build, and print the package's name, size and checksum."""
    try:
        package = build(made_at())
    except BuildError as error:
        print(error, file=sys.stderr)
        return 2
    with package.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    print(f"{package}: {package.stat().st_size / 1e6:.1f} MB, sha256 {digest}")
    return 0


def build(dated: int) -> Path:
    """Build the package from the frozen program.

    Args:
        dated: no file in it is younger; in seconds since 1970.

    Returns:
        The package.

    Raises:
        BuildError: there is no frozen program, or a tool is missing or failed.
    """
    if not PROGRAM.is_dir():
        raise BuildError(f"{PROGRAM} is not there. Run “make installer”.")
    architecture = run(["dpkg", "--print-architecture"]).strip()
    shutil.rmtree(_STAGE, ignore_errors=True)
    _stage_program(_STAGE / PLACE)
    for name, content in desktop_files(VERSION, dated).items():
        _write(_STAGE / name, content)
    command = _STAGE / "usr/bin/faceqa"
    command.parent.mkdir(parents=True)
    command.symlink_to(f"/{PLACE}/faceqa")
    sizes = [path.lstat().st_size for path in _STAGE.rglob("*") if not path.is_dir()]
    control = control_file(VERSION, architecture, sum(sizes), needed_packages(PROGRAM))
    _write(_STAGE / "DEBIAN/control", control.encode())
    for name in ("prerm", "postrm"):
        _write(_STAGE / "DEBIAN" / name, (_TEXTS / name).read_bytes())
        (_STAGE / "DEBIAN" / name).chmod(0o755)
    package = OUT / f"faceqa_{VERSION}_{architecture}.deb"
    run(
        ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z6", "--build", str(_STAGE), str(package)],
        SOURCE_DATE_EPOCH=str(dated),
    )
    shutil.rmtree(_STAGE)
    return package


def desktop_files(version: str, dated: int) -> dict[str, bytes]:
    """What makes the program known to the system: contents by path below the root folder.

    Args:
        version: of the program.
        dated: day of the manual page, in seconds since 1970.
    """
    copyright_text = Template((_TEXTS / "copyright.in").read_text(encoding="utf-8")).substitute(
        licences=f"/{PLACE}/licences", bill=f"/{PLACE}/sbom.cdx.json"
    )
    page = man_page(build_parser(), version, dated)
    shared = Path("usr/share")
    return {
        str(shared / "applications/faceqa.desktop"): (_TEXTS / "faceqa.desktop").read_bytes(),
        str(shared / "applications/faceqa-model.desktop"): (
            _TEXTS / "faceqa-model.desktop"
        ).read_bytes(),
        str(shared / "icons/hicolor/scalable/apps/faceqa.svg"): (
            ROOT / "resources/icons/logo.svg"
        ).read_bytes(),
        str(shared / "mime/packages/faceqa.xml"): (_TEXTS / "faceqa.xml").read_bytes(),
        str(shared / "man/man1/faceqa.1.gz"): gzip.compress(page.encode(), mtime=0),
        str(shared / "doc/faceqa/copyright"): copyright_text.encode(),
        str(shared / "doc/faceqa/changelog.gz"): gzip.compress(
            (ROOT / "CHANGELOG.md").read_bytes(), mtime=0
        ),
    }


def control_file(version: str, architecture: str, size: int, depends: str) -> str:
    """The package's description.

    Args:
        version: of the program.
        architecture: as Debian names it, such as amd64.
        size: of all files, in bytes.
        depends: packages that must be there, as Debian writes them.
    """
    template = Template((_TEXTS / "control.in").read_text(encoding="utf-8"))
    return template.substitute(
        version=version,
        architecture=architecture,
        kilobytes=-(-size // 1024),
        depends=depends,
    )


def _stage_program(place: Path) -> None:
    """Lay the program's files there, as links: nothing of the gigabyte is copied."""
    shutil.copytree(PROGRAM, place, symlinks=True, copy_function=os.link)
    for folder in (place, *(path for path in place.rglob("*") if path.is_dir())):
        folder.chmod(0o755)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(0o644)


if __name__ == "__main__":
    sys.exit(main())

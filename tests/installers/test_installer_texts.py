"""The manual page, the package's description and what the system is told of the program."""

import argparse
import configparser
import gzip
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6
import pytest

from faceqa_gui.cli import build_parser
from installer.build_deb import control_file, desktop_files
from installer.elf import (
    depends_field,
    is_optional,
    library_places,
    needed_libraries,
    needed_packages,
    newest_libc,
)
from installer.man_page import man_page

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_names_every_command_and_option() -> None:
    page = man_page(build_parser(), "1.2.3", 0)
    assert page.startswith('.TH FACEQA 1 "1970-01-01" "FaceQA 1.2.3"')
    for command in ("station", "evaluate", "model import", "records verify", "bench start"):
        assert f'.SS "faceqa {command}"\n' in page
    assert "\\fB\\-\\-offscreen\\fR" in page
    assert "model try" not in page
    assert "Exit status" in page
    assert "\\fBFACEQA_HOME\\fR" in page


def test_text_cannot_become_an_instruction_of_roff() -> None:
    parser = argparse.ArgumentParser("tool", description=".so /etc/passwd\n'ab \\fB")
    parser.add_argument("--level", choices=("low", "high"), default="low", help="of %(default)s")
    page = man_page(parser, "1", 0)
    assert "\\&.so /etc/passwd 'ab \\efB" in page
    assert "\\fB\\-\\-level\\fR \\fI{low,high}\\fR\nof low" in page


def test_roff_reads_the_page_without_a_warning(tmp_path: Path) -> None:
    if shutil.which("groff") is None:
        pytest.skip("groff is not installed")
    page = tmp_path / "faceqa.1"
    page.write_text(man_page(build_parser(), "1", 0), encoding="utf-8")
    done = subprocess.run(
        ["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z", str(page)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_description_of_the_package_is_whole() -> None:
    text = control_file("1.2.3", "amd64", 1025, "libc6 (>= 2.36)")
    fields = dict(line.split(": ", 1) for line in text.splitlines() if not line.startswith(" "))
    assert fields["Version"] == "1.2.3"
    assert fields["Installed-Size"] == "2"
    assert fields["Depends"] == "libc6 (>= 2.36)"
    assert text.endswith("\n")
    assert "Software permission is not eye protection" in text


READELF = """
File: a.so
 0x0000000000000001 (NEEDED)             Shared library: [libxcb-cursor.so.0]
 0x0000000000000001 (NEEDED)             Shared library: [libc.so.6]
  0x0010:   Name: GLIBC_2.9  Flags: none  Version: 4
  0x0020:   Name: GLIBC_2.34  Flags: none  Version: 3
  0x0030:   Name: GLIBCXX_3.4.30  Flags: none  Version: 2
"""


def test_needed_libraries_and_versions_are_read() -> None:
    assert needed_libraries(READELF) == {"libxcb-cursor.so.0", "libc.so.6"}
    assert newest_libc(READELF) == "2.34"
    assert newest_libc("") == "0"
    told = "1 libs\n\tlibc.so.6 (libc6,x86-64) => /lib/libc.so.6\n\tlibc.so.6 (libc6) => /lib32/c\n"
    assert library_places(told) == {"libc.so.6": Path("/lib/libc.so.6")}
    assert depends_field(["libz1", "libc6", "libz1"], "2.34") == "libc6 (>= 2.34), libz1"


def test_a_real_library_names_its_packages(tmp_path: Path) -> None:
    if shutil.which("dpkg") is None or shutil.which("readelf") is None:
        pytest.skip("no dpkg or no binutils")
    qt = Path(str(PySide6.__file__)).parent / "Qt"
    shutil.copy(qt / "lib" / "libQt6Core.so.6", tmp_path)
    (tmp_path / "libicuuc.so.73").touch()
    (tmp_path / "libicui18n.so.73").touch()
    (tmp_path / "libicudata.so.73").touch()
    found = needed_packages(tmp_path)
    assert "libc6 (>= 2." in found
    assert "libglib2.0-0" in found


@pytest.mark.parametrize(
    ("place", "optional"),
    [
        ("_internal/PySide6/Qt/lib/libQt6Multimedia.so.6", True),
        ("_internal/PySide6/Qt/plugins/texttospeech/libqtexttospeech_speechd.so", True),
        ("_internal/PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("_internal/PySide6/Qt/plugins/platforms/libqxcb.so", False),
        ("_internal/PySide6/QtWidgets.abi3.so", False),
        ("_internal/tensorflow/libtensorflow_cc.so.2", False),
    ],
)
def test_sound_and_wayland_are_optional_and_nothing_else(place: str, optional: bool) -> None:  # noqa: FBT001
    assert is_optional(Path(place)) is optional


def test_files_for_the_desktop_are_the_same_each_time_and_well_formed() -> None:
    files = desktop_files("1.2.3", 0)
    assert files == desktop_files("1.2.3", 0)
    entry = configparser.ConfigParser(interpolation=None)
    entry.read_string(files["usr/share/applications/faceqa.desktop"].decode())
    assert entry["Desktop Entry"]["Exec"] == "faceqa station"
    mime = ET.fromstring(files["usr/share/mime/packages/faceqa.xml"])  # noqa: S314  (our own file)
    kind = mime[0].attrib["type"]
    handler = configparser.ConfigParser(interpolation=None)
    handler.read_string(files["usr/share/applications/faceqa-model.desktop"].decode())
    assert handler["Desktop Entry"]["MimeType"] == f"{kind};"
    page = gzip.decompress(files["usr/share/man/man1/faceqa.1.gz"]).decode()
    assert page.startswith(".TH FACEQA 1")


@pytest.mark.parametrize("name", ["prerm", "postrm"])
def test_scripts_of_the_package_are_sound_and_remove_nothing(name: str) -> None:
    path = ROOT / "installer" / "debian" / name
    assert subprocess.run(["sh", "-n", str(path)], check=False).returncode == 0
    words = path.read_text(encoding="utf-8").split()
    assert not {"rm", "rmdir", "unlink", "find", "mv"} & set(words)

"""The manual page, the package's description and what the system is told of the program."""

import argparse
import configparser
import gzip
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from faceqa_gui.cli import build_parser
from installer.build_deb import control_file, desktop_files
from installer.elf import is_optional, packages_from
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


def test_packages_are_read_from_what_dpkg_prints() -> None:
    assert packages_from("shlibs:Depends=libc6 (>= 2.36), libxcb-cursor0\n").endswith("cursor0")
    assert packages_from("") == ""


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

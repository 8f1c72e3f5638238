"""The bill of materials and the licences are of what is really in the program."""

import json
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

import argon2
import pytest
import serial

from installer.components import (
    OWN,
    PYTHON,
    Collected,
    Component,
    UnknownFileError,
    find_components,
    read_collected,
)
from installer.licences import INDEX, NoLicenceError, licence_texts, stated_licence

ROOT = Path(__file__).resolve().parents[2]
STDLIB = Path(sysconfig.get_path("stdlib"))


@pytest.fixture(scope="module")
def components() -> tuple[Component, ...]:
    rows: Sequence[Sequence[str]] = [
        ("argon2", str(argon2.__file__), "PYMODULE"),
        ("serial", str(serial.__file__), "PYMODULE"),
        ("json", str(STDLIB / "json" / "__init__.py"), "PYMODULE"),
        ("faceqa_gui.cli", str(ROOT / "faceqa_gui" / "cli.py"), "PYMODULE"),
        ("libx.so", "somewhere/libx.so", "SYMLINK"),
    ]
    return find_components(read_collected(rows), ROOT, sys.path)


def test_each_file_is_of_its_library(components: tuple[Component, ...]) -> None:
    names = [component.name for component in components]
    assert names == ["argon2-cffi", PYTHON, OWN, "pyserial"]
    assert components[1].version == sys.version.split()[0]
    assert components[0].files == (Collected("argon2", str(argon2.__file__), "PYMODULE"),)


def test_a_file_of_nobody_is_refused(tmp_path: Path) -> None:
    stranger = tmp_path / "stranger.so"
    stranger.touch()
    with pytest.raises(UnknownFileError, match="stranger"):
        find_components([Collected("stranger.so", str(stranger), "BINARY")], ROOT, sys.path)


def test_a_library_of_which_only_metadata_is_there_is_not_in_the_program() -> None:
    place = "argon2_cffi-1.dist-info/METADATA"
    source = next(Path(sysconfig.get_path("purelib")).glob("argon2_cffi-*.dist-info/METADATA"))
    assert find_components([Collected(place, str(source), "DATA")], ROOT, sys.path) == ()


def test_every_library_brings_its_licence(
    components: tuple[Component, ...], tmp_path: Path
) -> None:
    python_licence = tmp_path / "LICENSE.txt"
    python_licence.write_text("of Python", encoding="utf-8")
    texts = licence_texts(components, python_licence)
    folders = {f"{found.name}-{found.version}" for found in components if found.name != OWN}
    assert {name.partition("/")[0] for name in texts} == folders | {INDEX}
    index = texts[INDEX].decode()
    assert all(f"{folder}: " in index for folder in folders)
    serial_texts = [name for name in texts if name.startswith("pyserial")]
    assert sorted(Path(name).name for name in serial_texts) == ["BSD-3-Clause.txt", "COPYRIGHT.txt"]


def test_a_library_without_a_licence_stops_the_build(tmp_path: Path) -> None:
    nameless = Component("nameless", "1", (), None)
    assert stated_licence(nameless) == "see its text"
    with pytest.raises(NoLicenceError, match="nameless"):
        licence_texts([nameless], tmp_path)


def test_the_bill_passes_the_check_of_its_form_and_repeats_itself(
    components: tuple[Component, ...], tmp_path: Path
) -> None:
    from installer.sbom import bill_of_materials

    model = tmp_path / "models" / "quality"
    model.mkdir(parents=True)
    (model / "manifest.json").write_text("{}", encoding="utf-8")
    text = bill_of_materials(components, tmp_path, "1.2.3", 1_000_000)
    assert text == bill_of_materials(components, tmp_path, "1.2.3", 1_000_000)
    bill = json.loads(text)
    assert bill["specVersion"] == "1.6"
    assert bill["metadata"]["component"]["version"] == "1.2.3"
    assert bill["metadata"]["timestamp"].startswith("1970-01-12")
    found = {entry["name"]: entry for entry in bill["components"]}
    assert set(found) == {"argon2-cffi", PYTHON, "pyserial", "quality"}
    assert found["pyserial"]["purl"] == f"pkg:pypi/pyserial@{components[3].version}"
    assert found["quality"]["type"] == "machine-learning-model"
    (model / "manifest.json").write_text('{"altered": true}', encoding="utf-8")
    altered = json.loads(bill_of_materials(components, tmp_path, "1.2.3", 1_000_000))
    assert altered["serialNumber"] != bill["serialNumber"]

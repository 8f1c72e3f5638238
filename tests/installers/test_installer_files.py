"""What goes into the frozen program, its checksums and its sizes."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from installer.contents import is_left_out, is_of_the_system
from installer.file_list import NAME, file_list
from installer.sizes import component, sizes, table


@pytest.mark.parametrize(
    "place",
    [
        "tensorflow/include/tensorflow/core/api.h",
        "scipy/linalg/tests/data/carex.npz",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/translations/qtbase_de.qm",
        "openvino/libs/libopenvino_intel_gpu_plugin.so",
        "skimage/data/cell.png",
        "numpy-2.4.6.dist-info/direct_url.json",
    ],
)
def test_what_nobody_at_a_desk_needs_is_left_out(place: str) -> None:
    assert is_left_out(place)


@pytest.mark.parametrize(
    "place",
    [
        "tensorflow/libtensorflow_cc.so.2",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6/Qt/translations/qtbase_ko.qm",
        "openvino/libs/libopenvino_intel_cpu_plugin.so",
        "skimage/data/astronaut.png",
        "skimage/data/__init__.pyi",
        "keyring-25.7.0.dist-info/entry_points.txt",
        "models/quality-mobilenet/manifest.json",
    ],
)
def test_what_the_program_needs_stays(place: str) -> None:
    assert not is_left_out(place)


def test_every_shipped_resource_and_model_stays() -> None:
    root = Path(__file__).resolve().parents[2]
    shipped = [path for name in ("models", "resources") for path in (root / name).rglob("*")]
    names = {path.relative_to(root).as_posix() for path in shipped if path.is_file()}
    assert {name for name in names if is_left_out(name)} <= {
        name for name in names if name.endswith((".ts", ".pyi"))
    }


def test_libraries_of_the_system_are_told_from_those_of_python() -> None:
    assert is_of_the_system("/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0")
    assert is_of_the_system("/lib/x86_64-linux-gnu/libz.so.1")
    assert not is_of_the_system("/home/somebody/venv/lib/python3.11/site-packages/a.so")


NAMES = st.text("abcäz 09._-", min_size=1, max_size=8).filter(lambda name: name.strip(". ") != "")


@given(files=st.dictionaries(NAMES, st.binary(max_size=20), max_size=6))
def test_the_list_names_every_file_once_in_the_same_order(
    files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("program")
    for name, content in files.items():
        (folder / f"{name}.bin").write_bytes(content)
    lines = file_list(folder).splitlines()
    assert len(lines) == len(files)
    assert lines == sorted(lines, key=lambda line: line[66:].encode())
    for line in lines:
        digest, name = line[:64], line[66:]
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_sha256sum_reads_the_list_and_finds_a_changed_file(tmp_path: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("sha256sum is not installed")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "a.so").write_bytes(b"machine code")
    (tmp_path / "link.so").symlink_to("inside/a.so")
    (tmp_path / NAME).write_text(file_list(tmp_path), encoding="utf-8")
    assert file_list(tmp_path).count("\n") == 2
    words = ["sha256sum", "--check", "--quiet", "--strict", NAME]
    assert subprocess.run(words, cwd=tmp_path, check=False).returncode == 0
    (tmp_path / "inside" / "a.so").write_bytes(b"other machine code")
    assert subprocess.run(words, cwd=tmp_path, check=False, capture_output=True).returncode == 1


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("faceqa", "faceqa"),
        ("_internal/numpy/core.so", "numpy"),
        ("_internal/numpy.libs/libopenblas.so", "numpy"),
        ("_internal/opencv_python.libs/libavcodec.so", "cv2"),
        ("_internal/libpython3.11.so.1.0", "Python and single files"),
        ("_internal/base_library.zip", "Python and single files"),
        ("_internal/keras-3.15.1.dist-info/METADATA", "metadata of libraries"),
        ("licences/keras-3.15.1/LICENSE", "licences"),
    ],
)
def test_a_file_counts_to_its_component(place: str, name: str) -> None:
    assert component(place) == name


def test_sizes_add_up_and_links_take_nothing(tmp_path: Path) -> None:
    for name, size in {"_internal/numpy/a": 3_000_000, "_internal/cv2/b": 500_000}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(bytes(size))
    (tmp_path / "_internal/libb.so").symlink_to("cv2/b")
    found = sizes(tmp_path)
    assert found == {"numpy": 3_000_000, "cv2": 500_000}
    assert [line.split()[0] for line in table(found).splitlines()] == ["3.0", "0.5", "0.0", "3.5"]

"""The frozen program, installed from its package, does what the program from source does."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from faceqa_gui import __version__
from installer.build_deb import PLACE
from installer.tests.desk import FLOW_SECONDS, faceqa, labelled_pictures

FOLDER = Path("/") / PLACE

pytestmark = pytest.mark.usefixtures("installed")


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return labelled_pictures(tmp_path_factory.mktemp("pictures"))


def test_every_file_is_there_as_it_was_built() -> None:
    words = ["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"]
    assert subprocess.run(words, cwd=FOLDER, check=False).returncode == 0


def test_the_system_knows_the_program() -> None:
    page = subprocess.run(["man", "-w", "faceqa"], capture_output=True, text=True, check=False)
    if shutil.which("man"):
        assert page.stdout.strip().endswith("faceqa.1.gz")
    shared = Path("/usr/share")
    assert (shared / "applications/faceqa.desktop").is_file()
    assert (shared / "icons/hicolor/scalable/apps/faceqa.svg").is_file()
    if shutil.which("update-mime-database"):
        assert "application/x-faceqa-model:*.faceqa-model" in (shared / "mime/globs2").read_text()


def test_licences_and_bill_of_materials_come_with_it() -> None:
    bill = json.loads((FOLDER / "sbom.cdx.json").read_text(encoding="utf-8"))
    names = {entry["name"] for entry in bill["components"]}
    assert {"PySide6_Essentials", "opencv-python", "openvino", "CPython", "pyinstaller"} <= names
    index = (FOLDER / "licences" / "INDEX.txt").read_text(encoding="utf-8")
    bare = {"quality-mobilenet", "eyes"}
    assert all(f"\n{name}-" in index for name in names - bare)


def test_no_tool_of_development_is_in_it() -> None:
    bill = json.loads((FOLDER / "sbom.cdx.json").read_text(encoding="utf-8"))
    names = {entry["name"].lower() for entry in bill["components"]}
    assert not names & {"pytest", "mypy", "ruff", "hypothesis", "dask", "distributed", "pip"}
    found = [path for path in FOLDER.rglob("*") if path.suffix in {".h", ".hpp", ".pyx"}]
    assert found == []


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("--version",), 0, f"FaceQA {__version__}"),
        (("--help",), 0, "Exit status"),
        (("records", "verify"), 0, "0 captures"),
        ((), 2, "usage: faceqa"),
        (("no such command",), 2, "invalid choice"),
        (("evaluate", "nowhere"), 2, "nowhere does not exist"),
        (("station", "no such source"), 2, "no such source"),
    ],
)
def test_exit_statuses_are_those_of_the_manual(
    words: tuple[str, ...], status: int, told: str, environment: dict[str, str], tmp_path: Path
) -> None:
    done = faceqa(*words, environment=environment, cwd=tmp_path)
    assert done.returncode == status, done.stderr
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_pictures_are_judged_in_two_processes(
    pictures: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    words = ("evaluate", str(pictures), "--processes", "2", "--run", "run", "--json", "found.json")
    done = faceqa(*words, environment=environment, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    assert found["accuracy"]["value"] >= 0.8


def test_a_cluster_is_refused_in_a_sentence(
    pictures: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    words = ("evaluate", str(pictures), "--scheduler", "tcp://127.0.0.1:1", "--run", "run")
    done = faceqa(*words, environment=environment, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Dask is not installed" in done.stderr


def test_pictures_are_explained_with_and_without_tensorflow(
    pictures: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    picture = str(pictures / "good" / "0.png")
    for method in ("combined", "guided-grad-cam"):
        words = ("explain", picture, "--method", method, "--samples", "60", "--out", method)
        done = faceqa(*words, environment=environment, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / method / "contact-sheet.png").is_file()


def test_a_report_is_written(pictures: Path, environment: dict[str, str], tmp_path: Path) -> None:
    words = ("report", str(pictures), "--html", "report.html", "--pdf", "report.pdf")
    done = faceqa(*words, environment=environment, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "report.html").stat().st_size > 1000


def test_a_network_is_trained(environment: dict[str, str], tmp_path: Path) -> None:
    for number in range(6):
        labelled_pictures(tmp_path / f"{number}")
        for path in (tmp_path / f"{number}").glob("*/0.png"):
            target = tmp_path / "data" / path.parent.name / f"{number}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
    words = ("train", "data", "--out", "model", "--arch", "simple_cnn", "--epochs", "1")
    done = faceqa(*words, environment=environment, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "model" / "manifest.json").is_file()


def test_a_packed_model_is_tried_in_a_process_of_its_own_and_listed(
    environment: dict[str, str], tmp_path: Path
) -> None:
    folder = FOLDER / "_internal" / "models" / "quality-mobilenet"
    packed = "quality.faceqa-model"
    done = faceqa(
        "model", "pack", str(folder), "--out", packed, environment=environment, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    done = faceqa("model", "import", packed, environment=environment, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "is on this station's list" in done.stdout


def test_the_demo_flow_goes_through_offscreen(environment: dict[str, str], tmp_path: Path) -> None:
    words = ("station", "demo", "--out", "flow")
    done = faceqa(*words, environment=environment, cwd=tmp_path, seconds=FLOW_SECONDS)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Every state was reached." in done.stdout
    store = ("records", "verify", "--store", "flow/captures")
    checked = faceqa(*store, environment=environment, cwd=tmp_path)
    assert checked.returncode == 0, checked.stderr
    assert checked.stdout.startswith("1 capture")


def test_the_demo_flow_goes_through_on_a_screen(
    environment: dict[str, str], tmp_path: Path
) -> None:
    if shutil.which("xvfb-run") is None:
        pytest.skip("Xvfb is not installed: apt-get install xvfb xauth")
    environment.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [
            *("xvfb-run", "--auto-servernum", "--server-args", "-screen 0 1440x900x24"),
            *("faceqa", "station", "demo", "--play", "--out", "flow"),
        ],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=FLOW_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("The flow runs on the screen")
    assert "Every state was reached." in done.stdout


def test_a_start_is_measured(environment: dict[str, str], tmp_path: Path) -> None:
    words = ("bench", "start", "--times", "1", "--json", "start.json")
    done = faceqa(*words, environment=environment, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "start.json").read_text(encoding="utf-8"))
    assert 0.0 < found["first_paint"][0] < found["first_verdict"][0]


def test_nothing_is_written_into_the_program(environment: dict[str, str], tmp_path: Path) -> None:
    before = _state(FOLDER)
    faceqa("model", "show", environment=environment, cwd=tmp_path)
    assert _state(FOLDER) == before


def _state(folder: Path) -> dict[str, int]:
    return {
        os.path.join(place, name): os.lstat(os.path.join(place, name)).st_mtime_ns  # noqa: PTH118
        for place, _, names in os.walk(folder)
        for name in names
    }

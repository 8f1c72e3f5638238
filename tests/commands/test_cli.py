"""The command line explains itself and never shows a traceback for a user's error."""

import subprocess
import sys

import pytest

from faceqa_gui import __version__
from faceqa_gui.cli import COMMANDS, build_parser, main

NAMES = (
    "station",
    "train",
    "evaluate",
    "compare",
    "audit",
    "lab",
    "explain",
    "report",
    "bench",
    "model",
    "records",
    "operators",
    "self-test",
    "data",
    "diagnostics",
)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "faceqa_gui", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False
    )


def test_help_names_every_command_and_needs_no_heavy_library() -> None:
    code = (
        "import sys; from faceqa_gui.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'tensorflow', 'keras', 'PySide6', 'sklearn', 'lime'} & set(sys.modules)\n"
        "sys.exit(f'help imports {heavy}' if heavy else 0)"
    )
    done = run_python(code)
    assert done.returncode == 0, done.stderr
    assert all(name in done.stdout for name in NAMES)


def test_a_station_that_starts_does_not_wait_for_the_other_commands() -> None:
    code = (
        "import sys; from faceqa_gui.cli import main\n"
        "try: main(['station', '--help'])\n"
        "except SystemExit: pass\n"
        "print([name for name in sys.modules if name.startswith('faceqa_gui.commands.')])"
    )
    done = run_python(code)
    assert done.stdout.splitlines()[-1] == "['faceqa_gui.commands.station']"


@pytest.mark.parametrize("name", NAMES)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        build_parser().parse_args([name, "--help"])
    assert stop.value.code == 0
    assert len(capsys.readouterr().out.splitlines()) > 4


@pytest.mark.parametrize(
    "words", ["model verify", "model quantise", "model calibrate", "bench trust", "bench runtimes"]
)
def test_sub_commands_explain_themselves_in_plain_text(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        build_parser().parse_args([*words.split(), "--help"])
    assert stop.value.code == 0
    text = capsys.readouterr().out
    assert len(text.splitlines()) > 8
    assert "%%" not in text


def test_no_command_is_forgotten_here() -> None:
    assert set(COMMANDS) == set(NAMES)
    assert len(COMMANDS) == len(NAMES)


def test_version() -> None:
    done = run("--version")
    assert done.returncode == 0
    assert done.stdout.strip() == f"FaceQA {__version__}"


@pytest.mark.parametrize("arguments", [[], ["unheard-of"], ["station", "--unheard-of"]])
def test_wrong_use_is_exit_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2


def test_a_bad_source_is_one_sentence_and_exit_2() -> None:
    done = run("station", "--offscreen", "no/such/clip.mp4")
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "no/such/clip.mp4" in done.stderr
    assert "Traceback" not in done.stderr

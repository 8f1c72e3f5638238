"""The program starts itself again, from source and frozen."""

import subprocess
import sys

import pytest

from faceqa_gui import __version__
from faceqa_gui.own_process import own_words


def test_the_words_from_source_start_this_program() -> None:
    done = subprocess.run(own_words("--version"), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"FaceQA {__version__}"


def test_a_frozen_program_is_the_command_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_words("model", "try") == [sys.executable, "model", "try"]

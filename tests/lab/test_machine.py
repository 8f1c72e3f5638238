"""A benchmark says what it ran on."""

import json

import numpy as np

from faceqa_gui import __version__
from faceqa_gui.lab.machine import this_machine


def test_the_machine_is_described_without_empty_words() -> None:
    machine = this_machine(("numpy",))
    assert machine.cpu
    assert machine.cores >= 1
    assert machine.versions["numpy"] == np.__version__
    assert machine.versions["faceqa"] == __version__
    assert json.loads(json.dumps(machine.as_json()))["cores"] == machine.cores
    assert machine.cpu in machine.text()

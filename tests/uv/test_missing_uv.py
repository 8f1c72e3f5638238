"""A lamp that cannot be opened does not stop the program, and never lights."""

from collections.abc import Iterator

import pytest
from support.lamp_emulator import LampEmulator

from faceqa_gui.app import open_uv_device
from faceqa_gui.settings import UvSettings
from faceqa_gui.uv.device import UvError, UvStatus
from faceqa_gui.uv.missing import MissingUv


@pytest.fixture
def emulator() -> Iterator[LampEmulator]:
    with LampEmulator() as emulator:
        yield emulator


def test_the_simulated_lamp_is_the_default() -> None:
    device = open_uv_device(UvSettings())
    assert device.info.simulated
    assert not device.info.problem
    device.close()


def test_a_serial_lamp_is_opened_on_its_port(emulator: LampEmulator) -> None:
    device = open_uv_device(UvSettings(device="serial", serial_port=emulator.port))
    assert device.status() is UvStatus.OFF
    assert not device.info.simulated
    assert not device.info.problem
    device.close()


@pytest.mark.parametrize("port", ["", "/dev/no-such-port"])
def test_a_lamp_that_is_not_there_never_lights_and_says_why(port: str) -> None:
    device = open_uv_device(UvSettings(device="serial", serial_port=port))
    assert isinstance(device, MissingUv)
    assert not device.info.simulated
    assert "not connected" in device.info.name
    assert "start FaceQA again" in device.info.problem
    with pytest.raises(UvError, match="start FaceQA again"):
        device.arm()
    with pytest.raises(UvError, match="was not begun"):
        device.expose(1.0)
    device.abort()
    device.close()
    assert device.status() is UvStatus.FAULT

"""What is asked of a camera's driver, what it took, and what tells one camera from its twin."""

import subprocess
import sys
from pathlib import Path

import pytest
from support.faulty_source import FaultyDevice, Ports, scripted

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.errors import SourceError
from faceqa_gui.frames.camera import CameraSource
from faceqa_gui.frames.camera_controls import CameraControls, ControlState
from faceqa_gui.frames.camera_list import cameras_in
from faceqa_gui.frames.camera_trouble import Trouble, programs_that_hold, trouble_of
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.frames.source import SourceInfo
from faceqa_gui.settings import CameraSettings

AUTOMATIC = 3.0 if sys.platform.startswith("linux") else 1.0
BY_HAND = 1.0 if sys.platform.startswith("linux") else 0.0
ALL_CONTROLS = {
    cv2.CAP_PROP_AUTO_EXPOSURE: BY_HAND,
    cv2.CAP_PROP_EXPOSURE: 157.0,
    cv2.CAP_PROP_AUTO_WB: 0.0,
    cv2.CAP_PROP_WB_TEMPERATURE: 4600.0,
}
BOTH_LOCKED = CameraSettings(exposure="locked", white_balance="locked")


def opened(
    folder: Path, wanted: CameraSettings, controls: dict[int, float], *stubborn: int
) -> tuple[SourceInfo, FaultyDevice]:
    """What a camera with these controls says after its opening."""
    ports, device = Ports(folder), FaultyDevice(scripted(Light.AMBER), rate=100.0)
    device.controls, device.stubborn = dict(controls), set(stubborn)
    ports.plug(0, device)
    source = CameraSource(0, ports.system, wanted=wanted)
    info = source.open()
    source.close()
    return info, device


def test_controls_are_automatic_unless_they_are_to_be_locked(tmp_path: Path) -> None:
    info, device = opened(tmp_path, CameraSettings(), ALL_CONTROLS)
    assert info.controls == CameraControls(ControlState.AUTOMATIC, ControlState.AUTOMATIC)
    assert device.controls[cv2.CAP_PROP_AUTO_EXPOSURE] == AUTOMATIC
    assert device.controls[cv2.CAP_PROP_AUTO_WB] == 1.0
    assert not info.warning


def test_a_lock_keeps_what_the_camera_found_while_it_settled(tmp_path: Path) -> None:
    info, device = opened(tmp_path, BOTH_LOCKED, ALL_CONTROLS)
    assert info.controls == CameraControls(ControlState.LOCKED, ControlState.LOCKED)
    assert device.controls[cv2.CAP_PROP_AUTO_EXPOSURE] == BY_HAND
    assert device.controls[cv2.CAP_PROP_AUTO_WB] == 0.0
    assert (cv2.CAP_PROP_EXPOSURE, 157.0) in device.asked
    assert (cv2.CAP_PROP_WB_TEMPERATURE, 4600.0) in device.asked
    # The first second's pictures were thrown away.
    assert len(device.delivered) >= 20
    assert not info.warning


def test_a_driver_without_controls_is_not_said_to_have_locked_them(tmp_path: Path) -> None:
    info, _ = opened(tmp_path, BOTH_LOCKED, {})
    assert info.controls == CameraControls(ControlState.ABSENT, ControlState.ABSENT)
    assert "did not lock the exposure" in info.warning
    assert "did not lock the white balance" in info.warning


def test_what_a_driver_only_pretends_to_take_is_read_back(tmp_path: Path) -> None:
    controls = {cv2.CAP_PROP_AUTO_EXPOSURE: AUTOMATIC, cv2.CAP_PROP_EXPOSURE: 157.0}
    wanted = CameraSettings(exposure="locked")
    info, _ = opened(tmp_path, wanted, controls, cv2.CAP_PROP_AUTO_EXPOSURE)
    assert info.controls == CameraControls(ControlState.AUTOMATIC, ControlState.ABSENT)
    assert "did not lock the exposure" in info.warning


def test_a_size_that_the_camera_does_not_have_is_said_only_if_it_was_chosen(
    tmp_path: Path,
) -> None:
    info, device = opened(tmp_path / "a", CameraSettings(picture_size="1920×1080"), {})
    assert "gives 64×64 pixels instead of 1920×1080" in info.warning
    assert (cv2.CAP_PROP_FRAME_WIDTH, 1920) in device.asked
    assert not opened(tmp_path / "b", CameraSettings(), {})[0].warning


# Names that stay


def by_id_and_path(folder: Path, twins: tuple[int, ...], link_to: int) -> tuple[Path, Path]:
    """Links as udev makes them: one by name, which leads to one twin, and one for each socket."""
    links, sockets = folder / "by-id", folder / "by-path"
    links.mkdir()
    sockets.mkdir()
    (links / "usb-Desk-video-index0").symlink_to(folder / "dev" / f"video{link_to}")
    for number in twins:
        name = f"pci-usb-0:{number + 1}-video-index0"
        (sockets / name).symlink_to(folder / "dev" / f"video{number}")
    return links, sockets


def test_a_camera_is_known_by_its_name_and_twins_by_their_sockets(tmp_path: Path) -> None:
    ports = Ports(tmp_path)
    listing = tmp_path / "video4linux"
    (tmp_path / "by-id").rmdir()
    ports.plug(0, FaultyDevice(scripted(Light.AMBER)), port="1-1")
    links, sockets = by_id_and_path(tmp_path, (0, 2), 0)
    (alone,) = cameras_in(listing, links, sockets)
    assert alone.stable_path == str(links / "usb-Desk-video-index0")
    ports.plug(2, FaultyDevice(scripted(Light.AMBER)), port="1-3")
    twins = cameras_in(listing, links, sockets)
    assert [one.stable_path for one in twins] == [
        str(sockets / "pci-usb-0:1-video-index0"),
        str(sockets / "pci-usb-0:3-video-index0"),
    ]


def test_a_name_that_twins_share_opens_neither(tmp_path: Path) -> None:
    ports = Ports(tmp_path)
    (tmp_path / "by-id").rmdir()
    first, second = FaultyDevice(scripted(Light.AMBER)), FaultyDevice(scripted(Light.AMBER))
    ports.plug(0, first, port="1-1")
    links, _ = by_id_and_path(tmp_path, (0, 2), 0)
    source = CameraSource(str(links / "usb-Desk-video-index0"), ports.system)
    assert source.open().device == "Desk camera"
    source.close()
    ports.plug(2, second, port="1-3")
    again = CameraSource(str(links / "usb-Desk-video-index0"), ports.system)
    with pytest.raises(SourceError, match="cannot be told apart") as caught:
        again.open()
    assert trouble_of(caught.value) is Trouble.REPLACED
    assert second.openings == 0


# Who has it


def process(folder: Path, number: str, name: str, *held: Path) -> None:
    files = folder / number / "fd"
    files.mkdir(parents=True)
    (folder / number / "comm").write_text(f"{name}\n")
    for count, path in enumerate(held):
        (files / str(count)).symlink_to(path)


def test_programs_that_have_the_camera_open_are_named_but_not_this_one(tmp_path: Path) -> None:
    device, processes = tmp_path / "video0", tmp_path / "proc"
    device.write_bytes(b"")
    process(processes, "12", "cheese", tmp_path / "other", device)
    process(processes, "13", "cheese", device)
    process(processes, "14", "editor", tmp_path / "other")
    process(processes, "15", "faceqa", device)
    (processes / "16").mkdir()
    (processes / "self").symlink_to(processes / "15")
    assert programs_that_hold(device, processes) == ["cheese"]
    assert programs_that_hold(device, tmp_path / "none") == []


@pytest.mark.skipif(sys.platform != "linux", reason="processes are listed by Linux")
def test_a_camera_that_another_program_holds_names_it(tmp_path: Path) -> None:
    ports, device = Ports(tmp_path), FaultyDevice(scripted(Light.AMBER))
    file = ports.plug(0, device)
    device.opens = False
    with file.open("rb") as held, subprocess.Popen(["sleep", "20"], stdin=held) as other:
        try:
            with pytest.raises(SourceError, match="open in another program: sleep") as caught:
                CameraSource(0, ports.system).open()
        finally:
            other.kill()
    assert trouble_of(caught.value) is Trouble.IN_USE

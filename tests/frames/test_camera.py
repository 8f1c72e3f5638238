import os
import sys
from pathlib import Path

import pytest

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.camera import CameraSource
from faceqa_gui.frames.camera_list import Camera, camera_named, cameras_in

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="device files are Linux's")


def _node(system: Path, number: int, name: str, index: int) -> None:
    folder = system / f"video{number}"
    folder.mkdir(parents=True)
    (folder / "name").write_text(f"{name}\n")
    (folder / "index").write_text(f"{index}\n")


def test_linux_cameras_are_listed_without_their_metadata_nodes(tmp_path: Path) -> None:
    system, links = tmp_path / "system", tmp_path / "links"
    _node(system, 10, "Second", 0)
    _node(system, 0, "First", 0)
    _node(system, 1, "First", 1)
    links.mkdir()
    (links / "usb-First-video-index0").symlink_to(tmp_path / "video0")
    stable = str(links / "usb-First-video-index0")
    found = [(one.index, one.name, one.stable_path) for one in cameras_in(system, links)]
    assert found == [(0, "First", stable), (10, "Second", "")]


def test_no_camera_is_an_empty_list(tmp_path: Path) -> None:
    assert cameras_in(tmp_path / "none", tmp_path / "none") == []


def test_a_name_finds_its_camera_and_nothing_else() -> None:
    cameras = [Camera(0, "Desk", ""), Camera(2, "Twin", "/by-id/a"), Camera(4, "Twin", "")]
    assert camera_named("desk", cameras) is cameras[0]
    with pytest.raises(SourceError, match=r"More than one camera .* /by-id/a, 4"):
        camera_named("Twin", cameras)
    with pytest.raises(SourceError, match="No camera is called Door"):
        camera_named("Door", cameras)


@linux_only
@pytest.mark.parametrize("device", [987, "/dev/v4l/by-id/usb-none-video-index0"])
def test_an_absent_camera_is_named(device: int | str) -> None:
    with pytest.raises(SourceError, match="is not there"):
        CameraSource(device).open()


@linux_only
def test_a_device_that_gives_no_picture_is_named(tmp_path: Path) -> None:
    path = tmp_path / "video0"
    path.write_bytes(b"")
    with pytest.raises(SourceError, match="video0 delivers no picture"):
        CameraSource(str(path)).open()


@linux_only
@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may open every file")
def test_a_forbidden_camera_is_named(tmp_path: Path) -> None:
    path = tmp_path / "video0"
    path.write_bytes(b"")
    path.chmod(0)
    with pytest.raises(SourceError, match="permission denied"):
        CameraSource(str(path)).open()


@linux_only
def test_an_absent_camera_fails_again_when_opened_again() -> None:
    source = CameraSource(987)
    for _ in range(2):
        with pytest.raises(SourceError, match="is not there"):
            source.open()
        source.close()
    assert source.read() is None

from pathlib import Path

import pytest
from PIL import Image
from support.faulty_source import FaultyDevice, Ports, scripted

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.errors import SourceError
from faceqa_gui.frames.camera import CameraSource
from faceqa_gui.frames.demo_subject import DemoSubject
from faceqa_gui.frames.image_folder import ImageFolderSource
from faceqa_gui.frames.network_stream import NetworkStreamSource
from faceqa_gui.frames.open_source import check_other_source, source_from
from faceqa_gui.frames.video_file import VideoFileSource


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("demo", DemoSubject),
        (" Demo ", DemoSubject),
        ("0", CameraSource),
        ("12", CameraSource),
        ("/dev/video0", CameraSource),
        ("/dev/v4l/by-id/usb-some-video-index0", CameraSource),
        ("http://127.0.0.1:1/stream.mjpg", NetworkStreamSource),
        ("RTSP://camera.local/live", NetworkStreamSource),
    ],
)
def test_words_name_their_source(text: str, kind: type) -> None:
    assert type(source_from(text)) is kind


def test_paths_name_their_source(tmp_path: Path) -> None:
    picture = tmp_path / "one.PNG"
    Image.new("RGB", (8, 8)).save(picture)
    video = tmp_path / "clip.mp4"
    video.write_bytes(b"content is looked at when it is opened")
    assert type(source_from(str(picture))) is ImageFolderSource
    assert type(source_from(str(tmp_path))) is ImageFolderSource
    assert type(source_from(str(video))) is VideoFileSource


@pytest.mark.parametrize(
    "text", ["", "  ", "no such camera", "missing.mp4", "-1", "1.5", "\0", "x" * 5000, "²"]
)
def test_anything_else_is_refused_with_what_is_accepted(text: str) -> None:
    with pytest.raises(SourceError, match="Give demo, a camera number or name"):
        source_from(text)


def test_an_unknown_address_does_not_repeat_its_password() -> None:
    with pytest.raises(SourceError, match="ftp://…") as caught:
        source_from("ftp://user:secret@host/clip.mp4")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("0", "00"),
        ("1", "/dev/video1"),
        ("demo", " Demo"),
        ("http://host/a?camera=1", "http://host/a?camera=1"),
        ("clip.mp4", "./clip.mp4"),
        ("clip.mp4", "link.mp4"),
        ("~nobody at all", "~nobody at all"),
        ("x" * 400, "x" * 400),
    ],
)
def test_one_source_is_not_two(
    first: str, second: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("clip.mp4").write_bytes(b"")
    Path("link.mp4").symlink_to("clip.mp4")
    with pytest.raises(SourceError, match="one and the same"):
        check_other_source(first, second)


def test_a_camera_is_the_same_by_number_name_and_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ports = Ports(tmp_path)
    device = ports.plug(3, FaultyDevice(scripted(Light.RED)), name="Desk camera")
    link = tmp_path / "stable"
    link.symlink_to(device)
    monkeypatch.setattr("faceqa_gui.frames.open_source.THIS_COMPUTER", ports.system)
    monkeypatch.setattr("faceqa_gui.frames.open_source.list_cameras", ports.system.cameras)
    for first in ("3", "desk CAMERA", str(device), str(link)):
        for second in ("3", "Desk camera", str(device), str(link)):
            with pytest.raises(SourceError, match="one and the same"):
                check_other_source(first, second)
        check_other_source(first, "4")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("0", "1"),
        ("", ""),
        ("0", ""),
        ("http://host/a?camera=1", "http://host/a?camera=2"),
        ("demo", "0"),
    ],
)
def test_different_sources_are_two(first: str, second: str) -> None:
    check_other_source(first, second)

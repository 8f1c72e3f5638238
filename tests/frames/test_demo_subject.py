from pathlib import Path

import numpy as np
import pytest

from faceqa_gui.frames import demo_scenes
from faceqa_gui.frames.demo_subject import SCENE_SECONDS, DemoSubject
from faceqa_gui.frames.frame import Frame, Region
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.frames.source import SourceKind

_RATE = 2.0
_CASCADES = Path(cv2.__file__).parent / "data"


@pytest.fixture(scope="module")
def clip() -> dict[str, Frame]:
    """The first frame of each scene."""
    source = DemoSubject(_RATE, paced=False, loop=False)
    source.open()
    scenes: dict[str, Frame] = {}
    for frame in iter(source.read, None):
        scenes.setdefault(source.scene_at(frame.sequence), frame)
    return scenes


def _faces(frame: Frame) -> list[list[int]]:
    square = cv2.cvtColor(Region.centred(frame).cut(frame), cv2.COLOR_RGB2GRAY)
    cascade = cv2.CascadeClassifier(str(_CASCADES / "haarcascade_frontalface_default.xml"))
    return [list(box) for box in cascade.detectMultiScale(square, 1.1, 5, minSize=(144, 144))]


def _eyes(frame: Frame, cascade: str) -> int:
    square = cv2.cvtColor(Region.centred(frame).cut(frame), cv2.COLOR_RGB2GRAY)
    left, top, width, height = _faces(frame)[0]
    upper = square[top + height // 5 : top + height * 11 // 20, left : left + width]
    found = cv2.CascadeClassifier(str(_CASCADES / cascade)).detectMultiScale(
        upper, 1.1, 5, minSize=(width // 8, width // 8)
    )
    return len(found)


def test_scenes_come_in_order_and_as_long_as_they_say() -> None:
    source = DemoSubject(_RATE, paced=False, loop=False)
    names = [source.scene_at(number) for number in range(int(sum(SCENE_SECONDS.values()) * _RATE))]
    assert list(dict.fromkeys(names)) == list(SCENE_SECONDS)
    assert {name: names.count(name) / _RATE for name in SCENE_SECONDS} == SCENE_SECONDS
    info = source.open()
    assert (info.kind, info.width, info.height) == (SourceKind.DEMONSTRATION, 1280, 720)
    assert "not a person present" in info.name
    assert len(list(iter(source.read, None))) == len(names)


def test_the_same_number_gives_the_same_pixels_and_no_two_frames_are_alike() -> None:
    first, second = DemoSubject(paced=False), DemoSubject(paced=False)
    first.open()
    second.open()
    frames = [first.read() for _ in range(6)]
    again = [second.read() for _ in range(6)]
    pictures = set()
    for one, other in zip(frames, again, strict=True):
        assert one is not None
        assert other is not None
        assert np.array_equal(one.pixels, other.pixels)
        pictures.add(one.pixels.tobytes())
    assert len(pictures) == 6


def test_a_loop_goes_on_and_a_closed_demo_ends() -> None:
    source = DemoSubject(_RATE, paced=False, width=64, height=48)
    source.open()
    length = int(sum(SCENE_SECONDS.values()) * _RATE)
    frames = [source.read() for _ in range(length + 2)]
    last = frames[-1]
    assert last is not None
    assert (last.sequence, last.width, last.height) == (length + 1, 64, 48)
    assert source.scene_at(last.sequence) == next(iter(SCENE_SECONDS))
    source.close()
    assert source.read() is None


def test_one_face_in_every_scene_but_the_first(clip: dict[str, Frame]) -> None:
    for name, frame in clip.items():
        faces = _faces(frame)
        assert len(faces) == (0 if name == "nobody there" else 1), name
        for left, top, width, height in faces:
            assert abs(left + width / 2 - 360) < 40
            assert abs(top + height / 2 - 380) < 60


def test_open_eyes_are_found_and_closed_ones_are_not(clip: dict[str, Frame]) -> None:
    assert _eyes(clip["eyes open"], "haarcascade_eye.xml") == 2
    assert _eyes(clip["eyes closed"], "haarcascade_eye.xml") == 0


def test_drawing_the_lids_down_changes_only_the_eyes() -> None:
    face = demo_scenes.open_eyes()
    difference = np.abs(face.astype(int) - demo_scenes.closed_eyes(face)).max(axis=2)
    rows, columns = np.nonzero(difference > 12)
    assert 290 < rows.min() < rows.max() < 390
    assert 500 < columns.min() < columns.max() < 780


def test_out_of_focus_has_the_least_detail(clip: dict[str, Frame]) -> None:
    def detail(frame: Frame) -> float:
        small = cv2.resize(frame.pixels, (320, 180), interpolation=cv2.INTER_AREA)
        return float(cv2.Laplacian(small, cv2.CV_32F).var())

    sharpness = {name: detail(frame) for name, frame in clip.items()}
    assert min(sharpness, key=lambda name: sharpness[name]) == "out of focus"
    assert sharpness["out of focus"] < 0.2 * sharpness["eyes open"]

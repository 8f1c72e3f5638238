"""Pictures of one face that every eye detector must read right, and the detector itself."""

import numpy as np
import pytest

from faceqa_gui.eyes.decision import EyeDecision, default_eye_detector
from faceqa_gui.frames import demo_scenes
from faceqa_gui.frames.frame import Pixels


def _centred(scene: Pixels) -> Pixels:
    height, width = scene.shape[:2]
    left = (width - height) // 2
    return np.ascontiguousarray(scene[:, left : left + height])


@pytest.fixture(scope="session")
def open_face() -> Pixels:
    """The astronaut, head and shoulders, both eyes open: uint8, 720×720×3."""
    return _centred(demo_scenes.open_eyes())


@pytest.fixture(scope="session")
def closed_face() -> Pixels:
    """The same picture with both lids drawn down."""
    return _centred(demo_scenes.closed_eyes(demo_scenes.open_eyes()))


@pytest.fixture(scope="session")
def winking_face(open_face: Pixels, closed_face: Pixels) -> Pixels:
    """The eye on the left side of the picture closed, the other one open."""
    wink = open_face.copy()
    wink[:, :360] = closed_face[:, :360]
    return wink


@pytest.fixture(scope="session")
def decision() -> EyeDecision:
    """The shipped detector."""
    return default_eye_detector()

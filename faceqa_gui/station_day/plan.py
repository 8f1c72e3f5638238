"""`Visit`: who comes, in what state, and what goes wrong meanwhile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from faceqa_gui.frames.demo_scenes import Scene
from faceqa_gui.frames.frame import Pixels


class Mishap(StrEnum):
    """What else happens during a visit."""

    NOTHING = "nothing"
    CANCELLED_EXPLANATION = "explanation cancelled"
    CAMERA_UNPLUGGED = "camera unplugged"
    LAMP_FAULT = "lamp fault"
    OTHER_LANGUAGE = "other language"
    LOCKED = "locked and unlocked"
    EYES_OPENED = "eyes opened in the light"


@dataclass(frozen=True, slots=True)
class Visit:
    """One subject's turn.

    Attributes:
        number: from 1.
        obstacles: what has to be put away first, in this order.
        mishap: what goes wrong.
        instead: real pictures shown in place of the painted obstacle.
    """

    number: int
    obstacles: tuple[Scene, ...]
    mishap: Mishap
    instead: Mapping[Scene, Pixels] = field(default_factory=dict)


_KINDS: tuple[tuple[tuple[Scene, ...], Mishap], ...] = (
    ((), Mishap.NOTHING),
    ((Scene.GLASSES,), Mishap.NOTHING),
    ((Scene.MASK,), Mishap.CANCELLED_EXPLANATION),
    ((Scene.OUT_OF_FOCUS,), Mishap.CAMERA_UNPLUGGED),
    ((Scene.MASK, Scene.GLASSES), Mishap.OTHER_LANGUAGE),
    ((), Mishap.LAMP_FAULT),
    ((Scene.GLASSES,), Mishap.LOCKED),
    ((Scene.OUT_OF_FOCUS, Scene.MASK), Mishap.NOTHING),
    ((), Mishap.EYES_OPENED),
    ((Scene.GLASSES,), Mishap.OTHER_LANGUAGE),
)


def visits(count: int, real: Mapping[Scene, Sequence[Pixels]], seed: int) -> list[Visit]:
    """The visits of a day; every kind comes once in ten.

    Args:
        count: how many, >= 1.
        real: pictures of real people for some of the scenes; an obstacle that has any is shown by
            one of them.
        seed: of the choice among them.
    """
    generator = np.random.default_rng(seed)
    planned = []
    for index in range(count):
        obstacles, mishap = _KINDS[index % len(_KINDS)]
        instead = {
            scene: real[scene][int(generator.integers(len(real[scene])))]
            for scene in obstacles
            if real.get(scene)
        }
        planned.append(Visit(index + 1, obstacles, mishap, instead))
    return planned

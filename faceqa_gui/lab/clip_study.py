"""What “seen open first” adds: made clips through the real model, eye detector and gate."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.assessment.assessor import Assessor
from faceqa_gui.assessment.gate import Gate
from faceqa_gui.errors import DatasetError, SourceError
from faceqa_gui.eyes.eye_state import EyeDetector
from faceqa_gui.frames import alter, demo_scenes
from faceqa_gui.frames.frame import Frame, Pixels, resize
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.frames.source import SourceKind
from faceqa_gui.lab.dataset import Dataset
from faceqa_gui.lab.metrics import rule_of_three, wilson_interval
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.preprocessing import centre_square
from faceqa_gui.settings import Settings

FRAMES_PER_SECOND = 10
PART_SECONDS = 2.0
SIDE = 480
_NOISE_SIGMA = 1.6
_SWAY = 0.004
_CARRIED = 0.02
_FEWEST_FOR_A_BOUND = 10

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Part:
    """Two seconds of a clip.

    Attributes:
        picture: uint8, square, RGB.
        carried: a picture held in a hand: it moves more, and as a whole.
        aside: shift of the face to the side, as a share of the side.
    """

    picture: Pixels
    carried: bool = False
    aside: float = 0.0


@dataclass(frozen=True, slots=True)
class ClipCount:
    """How many clips of one kind turned green.

    Attributes:
        kind: what the clips show.
        may_turn_green: whether a person with closed eyes sits there who had them open before.
        clips: how many.
        green: with the rule, as the station works.
        green_without: if open eyes did not have to be seen first.
    """

    kind: str
    may_turn_green: bool
    clips: int
    green: int
    green_without: int

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        interval = wilson_interval(self.green, self.clips)
        return {
            "kind": self.kind,
            "may_turn_green": self.may_turn_green,
            "clips": self.clips,
            "green": self.green,
            "green_without_the_rule": self.green_without,
            "green_ci95": [interval.low, interval.high],
        }


class TrustingGate(Gate):
    """The gate without “seen open first”. For this comparison only."""

    def open_eyes_seen(self, now: float) -> bool:
        """Always, once time runs."""
        return now > float("-inf")


def study_clips(
    model: QualityModel,
    eyes: EyeDetector,
    dataset: Dataset | None,
    *,
    clips: int,
    seed: int,
    report: Report,
) -> tuple[ClipCount, ...]:
    """Play made clips and count those that turn green, with and without the rule.

    Args:
        model: the quality network.
        eyes: the eye detector.
        dataset: faces with the labels open and closed; None: the demo subject alone.
        clips: at most so many of each kind.
        seed: of the choice of faces and of the sensor noise.
        report: is told how many clips are done, and of how many.

    Raises:
        DatasetError: the data set has no closed or no open faces that can be read.
    """
    kinds = _kinds(dataset, clips, np.random.default_rng(seed))
    total, done = sum(len(made) for _, _, made in kinds), 0
    counts = []
    for kind, may_turn_green, made in kinds:
        green = without = 0
        for number, parts in enumerate(made):
            lights = _turns_green(model, eyes, parts, seed + number)
            green += lights[0]
            without += lights[1]
            done += 1
            report(done, total)
        counts.append(ClipCount(kind, may_turn_green, len(made), green, without))
    return tuple(counts)


def clips_text(counts: Sequence[ClipCount]) -> str:
    """The table for people."""
    lines = [
        f"{'Clip':<42}{'turns green':>14}{'without the rule':>19}  should",
    ]
    for count in counts:
        bounded = not count.green and count.clips >= _FEWEST_FOR_A_BOUND
        bound = f" (95 %: at most {rule_of_three(count.clips):.0%})" if bounded else ""
        lines.append(
            f"{count.kind:<42}{f'{count.green} of {count.clips}':>14}"
            f"{f'{count.green_without} of {count.clips}':>19}"
            f"  {'yes' if count.may_turn_green else 'no' + bound}"
        )
    return "\n".join(lines)


def _kinds(
    dataset: Dataset | None, clips: int, generator: np.random.Generator
) -> list[tuple[str, bool, list[tuple[Part, ...]]]]:
    demo_open = centre_square(demo_scenes.open_eyes())
    demo_closed = centre_square(demo_scenes.closed_eyes(demo_scenes.open_eyes()))
    kinds: list[tuple[str, bool, list[tuple[Part, ...]]]] = [
        ("open, then closed (demo subject)", True, [(Part(demo_open), Part(demo_closed))]),
        ("closed from the start (demo subject)", False, [(Part(demo_closed), Part(demo_closed))]),
        (
            "photograph of closed eyes (demo subject)",
            False,
            [(Part(demo_closed, carried=True), Part(demo_closed, carried=True))],
        ),
    ]
    if dataset is None:
        return kinds
    opened, closed = (_faces(dataset, label, clips, generator) for label in ("open", "closed"))
    pairs = _same_subject(dataset, clips)
    return [
        *kinds,
        ("open, then closed, the same person", True, pairs),
        ("closed from the start", False, [(Part(face), Part(face)) for face in closed]),
        (
            "photograph of closed eyes",
            False,
            [(Part(face, carried=True), Part(face, carried=True)) for face in closed],
        ),
        (
            "open; another, closed, moves in from the side",
            False,
            [(Part(a), Part(b, aside=0.3), Part(b)) for a, b in zip(opened, closed, strict=False)],
        ),
        (
            "open; another, closed, at once at the same spot",
            False,
            [(Part(a), Part(b)) for a, b in zip(opened, closed, strict=False)],
        ),
    ]


def _faces(
    dataset: Dataset, label: str, count: int, generator: np.random.Generator
) -> list[Pixels]:
    images = [image for image in dataset.images if image.label == label]
    chosen = generator.permutation(len(images))[:count]
    faces = []
    for index in chosen:
        try:
            faces.append(centre_square(read_picture(images[index].path)))
        except SourceError:
            continue
    if not faces:
        raise DatasetError(f"{dataset.root} has no faces with {label} eyes that can be read.")
    return faces


def _same_subject(dataset: Dataset, count: int) -> list[tuple[Part, ...]]:
    people: dict[str, dict[str, Pixels]] = {}
    for image in dataset.images:
        subject = image.attributes.get("subject")
        if subject and image.label not in people.get(subject, {}):
            people.setdefault(subject, {})[image.label] = centre_square(read_picture(image.path))
    both = [faces for faces in people.values() if len(faces) == len(dataset.labels)]
    return [(Part(faces["open"]), Part(faces["closed"])) for faces in both[:count]]


def _turns_green(
    model: QualityModel, eyes: EyeDetector, parts: tuple[Part, ...], seed: int
) -> tuple[bool, bool]:
    """Whether the light turns green with the rule, and without it."""
    settings = Settings()
    threshold = settings.quality.good_threshold
    assessor = Assessor(
        model,
        eyes,
        kind=SourceKind.CAMERA,
        good_threshold=model.good_threshold if threshold is None else threshold,
        frozen_seconds=settings.gate.frozen_seconds,
        checks=settings.checks,
    )
    gates = (Gate(settings.gate), TrustingGate(settings.gate))
    green = [False, False]
    for frame in _frames(parts, np.random.default_rng(seed)):
        assessment = assessor.assess(frame)
        for index, gate in enumerate(gates):
            light = gate.update(assessment, frame.captured_at)
            green[index] = green[index] or light is Light.GREEN
    return green[0], green[1]


def _frames(parts: tuple[Part, ...], generator: np.random.Generator) -> Iterator[Frame]:
    number = 0
    for part in parts:
        picture = resize(part.picture, SIDE, SIDE)
        reach = _CARRIED if part.carried else _SWAY
        for _ in range(round(PART_SECONDS * FRAMES_PER_SECOND)):
            seconds = number / FRAMES_PER_SECOND
            sway = (
                part.aside + reach * math.sin(2.0 * math.pi * seconds / 2.7),
                reach * math.sin(2.0 * math.pi * seconds / 3.9 + 1.0),
            )
            turn = 3.0 * math.sin(seconds) if part.carried else 0.0
            moved = alter.place(
                picture, SIDE, scale=1.0, degrees=turn, shift=sway, mirror=False, border=None
            )
            yield Frame(alter.noise(moved, _NOISE_SIGMA, generator), number, seconds, "made clip")
            number += 1

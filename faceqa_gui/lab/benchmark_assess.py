"""Speed of the station's per-frame work, against plain Keras in the same run."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import chain, islice
from typing import Any

import numpy as np

from faceqa_gui.assessment.assessor import Assessor
from faceqa_gui.eyes.eye_state import EyeDetector
from faceqa_gui.frames.demo_subject import SCENE_SECONDS, DemoSubject
from faceqa_gui.frames.frame import Frame, Region
from faceqa_gui.frames.source import SourceKind
from faceqa_gui.lab.machine import Machine, this_machine
from faceqa_gui.quality.keras_runtime import load_network
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.preprocessing import network_input
from faceqa_gui.settings import ChecksSettings

_LIBRARIES = ("tensorflow", "keras", "openvino", "onnxruntime", "opencv-python", "numpy")
_WARM_UP = 5
_KERAS_EVERY = 4
_BATCH = 32
_BATCH_RUNS = 3
# Stages that have work to do only on frames in which the network sees a good face.
_OF_FOUND_FACES = ("eyes", "checks")


@dataclass(frozen=True, slots=True)
class Timing:
    """Durations of one kind of work in milliseconds, over `count` runs of it."""

    median_ms: float
    p95_ms: float
    count: int


@dataclass(frozen=True, slots=True)
class AssessBenchmark:
    """Figures of one run.

    Attributes:
        machine: what it ran on.
        runtime: name of the runtime that served the station.
        frame_size: width and height of the frames in pixels.
        stages: duration of each stage, over the frames in which it ran.
        whole: duration of the whole assessment of a frame, over all frames.
        whole_with_eyes: the same over the frames in which the eyes were looked at; None if none.
        keras_predict: `model.predict` of one prepared picture, between the same frames.
        runtime_images_per_second, keras_images_per_second: in batches of 32.
    """

    machine: Machine
    runtime: str
    frame_size: tuple[int, int]
    stages: dict[str, Timing]
    whole: Timing
    whole_with_eyes: Timing | None
    keras_predict: Timing
    runtime_images_per_second: float
    keras_images_per_second: float

    @property
    def frames_per_second(self) -> float:
        """Frames that the station can assess in a second, from the median."""
        return 1000.0 / self.whole.median_ms

    @property
    def ratio(self) -> float:
        """How many times faster a whole frame is than `model.predict` alone."""
        return self.keras_predict.median_ms / self.whole.median_ms

    @property
    def batch_ratio(self) -> float:
        """How many times more images a second than `model.predict`, both in batches of 32."""
        return self.runtime_images_per_second / self.keras_images_per_second

    def as_json(self) -> dict[str, Any]:
        """The figures as plain values for a JSON file."""
        return {
            **asdict(self),
            "images_per_second": self.frames_per_second,
            "ratio": self.ratio,
            "batch_ratio": self.batch_ratio,
        }


def benchmark_assess(
    model: QualityModel, eyes: EyeDetector, frames: Iterable[Frame], report: Callable[[int], None]
) -> AssessBenchmark:
    """Assess `frames` one after the other, and run `model.predict` in between.

    Taking turns lets both meet the same disturbances of a busy computer.

    Args:
        model: the model of the station; its Keras file is the comparison.
        eyes: the station's eye detector.
        frames: at least one frame, all of one size; taken one by one.
        report: called with the number of frames done.
    """
    assessor = Assessor(
        model,
        eyes,
        kind=SourceKind.DEMONSTRATION,
        good_threshold=model.good_threshold,
        frozen_seconds=3600.0,
        checks=ChecksSettings(),
    )
    keras_model = load_network(model.file.keras_bytes)
    remaining = iter(frames)
    first = list(islice(remaining, _WARM_UP))
    inputs = [network_input(Region.centred(frame).cut(frame)) for frame in first]
    batch = np.resize(np.stack(inputs), (_BATCH, *inputs[0].shape)).astype(np.float32)
    for frame in first:
        assessor.assess(frame)
        keras_model.predict(batch[:1], verbose=0)
    stages: defaultdict[str, list[float]] = defaultdict(list)
    whole, whole_with_eyes, keras_alone = [], [], []
    for index, frame in enumerate(chain(first, remaining)):
        started = time.perf_counter()
        assessment = assessor.assess(frame)
        whole.append(time.perf_counter() - started)
        looked = assessment.eyes.reason != "not_looked"
        if looked:
            whole_with_eyes.append(whole[-1])
        for name, seconds in assessment.stage_seconds.items():
            if name not in _OF_FOUND_FACES or looked:
                stages[name].append(seconds)
        if index % _KERAS_EVERY == 0:
            started = time.perf_counter()
            keras_model.predict(batch[:1], verbose=0)
            keras_alone.append(time.perf_counter() - started)
        report(index + 1)
    runtime_batches, keras_batches = [], []
    for _ in range(_BATCH_RUNS + 1):
        started = time.perf_counter()
        model.runtime.run(batch)
        middle = time.perf_counter()
        keras_model.predict(batch, batch_size=_BATCH, verbose=0)
        runtime_batches.append(middle - started)
        keras_batches.append(time.perf_counter() - middle)
    return AssessBenchmark(
        machine=this_machine(_LIBRARIES),
        runtime=model.runtime.name,
        frame_size=(first[0].width, first[0].height),
        stages={name: _timing(seconds) for name, seconds in stages.items()},
        whole=_timing(whole),
        whole_with_eyes=_timing(whole_with_eyes) if whole_with_eyes else None,
        keras_predict=_timing(keras_alone),
        # The first batch of a new size is slower on both sides.
        runtime_images_per_second=_BATCH / float(np.median(runtime_batches[1:])),
        keras_images_per_second=_BATCH / float(np.median(keras_batches[1:])),
    )


def clip_frames(count: int) -> Iterator[Frame]:
    """The demo clip from beginning to end, played at such a rate that it has `count` frames."""
    clip = DemoSubject(count / sum(SCENE_SECONDS.values()), paced=False, loop=False)
    clip.open()
    try:
        while (frame := clip.read()) is not None:
            yield frame
    finally:
        clip.close()


def benchmark_text(result: AssessBenchmark) -> str:
    """The figures as a table."""
    rows = list(result.stages.items())
    rows.append(("whole frame", result.whole))
    if result.whole_with_eyes is not None:
        rows.append(("with eyes", result.whole_with_eyes))
    rows.append(("model.predict", result.keras_predict))
    width, height = result.frame_size
    keras_batches = result.keras_images_per_second
    lines = [
        result.machine.text(),
        "",
        f"Frames of {width}×{height}, runtime {result.runtime}",
        f"{'Stage':<16}{'median ms':>11}{'p95 ms':>9}{'runs':>7}",
    ]
    lines += [
        f"{name:<16}{timing.median_ms:>11.2f}{timing.p95_ms:>9.2f}{timing.count:>7}"
        for name, timing in rows
    ]
    lines += [
        "",
        f"{result.frames_per_second:.0f} frames a second, {result.ratio:.1f} times as fast",
        "as Keras model.predict alone on one prepared picture.",
        f"In batches of {_BATCH}: {result.runtime_images_per_second:.0f} images a second,",
        f"{result.batch_ratio:.1f} times the {keras_batches:.0f} of model.predict.",
    ]
    return "\n".join(lines)


def _timing(seconds: Sequence[float]) -> Timing:
    median, late = np.quantile(seconds, (0.5, 0.95)) * 1000.0
    return Timing(float(median), float(late), len(seconds))

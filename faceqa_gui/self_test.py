"""`run_self_test`: whether the parts of a station are there and answer, each as a named result."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from faceqa_gui.errors import FaceQAError, ModelError, SourceError, StoreError
from faceqa_gui.eyes.eye_model import EYE_MODEL_FOLDER, EyeModel
from faceqa_gui.eyes.haar_files import CASCADE_FOLDER, cascade_names, load_cascade
from faceqa_gui.frames.open_source import source_from
from faceqa_gui.frames.source import FrameSource, SourceInfo, SourceKind
from faceqa_gui.quality.model_list import ModelList
from faceqa_gui.quality.shipped_models import SHIPPED_EYE_MODEL
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import CameraSettings
from faceqa_gui.uv.device import UvDevice, UvStatus
from faceqa_gui.wording import said

PATIENCE_SECONDS = 8.0
"""How long camera and lamp may take to answer after a start."""

LITTLE_FREE_BYTES = 1_000_000_000
SLOW_FRAMES_PER_SECOND = 10.0
CLOCK_TOLERANCE = timedelta(minutes=1)
_CLOCK_STEP_SECONDS = 2.0
_POLL_SECONDS = 0.1
_RATE_FRAMES = 10
_CLOSING_SECONDS = 1.0
_TICK_SECONDS = 0.02


class Finding(StrEnum):
    """How one part was found."""

    PASS = "pass"  # noqa: S105  (not a password)
    WARN = "warn"
    FAIL = "fail"


class Part(StrEnum):
    """What is looked at."""

    MODEL = "model"
    EYE_CASCADES = "eye_cascades"
    EYE_MODELS = "eye_models"
    CLOCK = "clock"
    LAMP = "lamp"
    DISK = "disk"
    CAMERA = "camera"


CLOSING = frozenset({Part.MODEL, Part.EYE_CASCADES, Part.EYE_MODELS, Part.CLOCK, Part.LAMP})
"""Parts without which nothing is safe: while one of them fails, no UV light is released."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was found of one part.

    Attributes:
        part: which.
        finding: how it was found.
        sentence: what was found and, unless it passed, what to do; for the operator.
    """

    part: Part
    finding: Finding
    sentence: str


@dataclass(frozen=True, slots=True)
class SelfTest:
    """The results of one run, in the order in which they were found.

    Attributes:
        results: one for each part.
        at: wall-clock time of its end, with its offset from UTC.
        seconds: how long it took.
    """

    results: tuple[Result, ...]
    at: datetime
    seconds: float

    @property
    def finding(self) -> Finding:
        """The worst of all."""
        found = {result.finding for result in self.results}
        return next((one for one in (Finding.FAIL, Finding.WARN) if one in found), Finding.PASS)

    @property
    def closing(self) -> tuple[Result, ...]:
        """The failures for which the gate stays closed."""
        return tuple(
            result
            for result in self.results
            if result.finding is Finding.FAIL and result.part in CLOSING
        )

    def of(self, part: Part) -> Result:
        """What was found of `part`."""
        return next(result for result in self.results if result.part is part)


@dataclass(frozen=True, slots=True)
class ClockReading:
    """Both clocks at one moment.

    Attributes:
        monotonic: seconds that never go back.
        wall: the calendar's time, with its offset from UTC.
    """

    monotonic: float
    wall: datetime

    @classmethod
    def now(cls) -> "ClockReading":
        """Both clocks of this computer."""
        return cls(time.monotonic(), datetime.now(UTC))


@dataclass(frozen=True, slots=True)
class CameraFacts:
    """What is known of the source of pictures at one moment.

    Attributes:
        name: of the source; "" while none is open.
        kind: None while none is open.
        frames_per_second: measured rate in Hz; 0.0 before pictures came.
        problem: why it does not deliver, as a sentence; "" while that is not known.
    """

    name: str = ""
    kind: SourceKind | None = None
    frames_per_second: float = 0.0
    problem: str = ""

    @property
    def is_known(self) -> bool:
        """Whether pictures come, or something is known of why they do not."""
        return bool(self.frames_per_second or self.problem)


@dataclass(frozen=True, slots=True)
class Bench:
    """What a self-test looks at.

    Attributes:
        models, model: where the quality model comes from, and which one; see `ModelList.read`.
        store: where captures go.
        device: the lamp; it is asked, never armed.
        camera: tells about the source of pictures, again and again.
        began: both clocks when the program started.
        patience_seconds: how long camera and lamp may take to answer, in seconds.
        wait: waits for so many seconds; true: give up, the program ends.
    """

    models: ModelList
    model: str
    store: CaptureStore
    device: UvDevice
    camera: Callable[[], CameraFacts]
    began: ClockReading
    patience_seconds: float = PATIENCE_SECONDS
    wait: Callable[[float], bool] = field(default_factory=lambda: threading.Event().wait)


def run_self_test(bench: Bench) -> SelfTest:
    """Look at every part; takes about a second, and longer only where camera or lamp do not answer.

    Nothing of it emits light, and nothing is written but the store's own probe file.
    """
    began = time.monotonic()
    until = began + bench.patience_seconds
    results = (
        look_at_model(bench.models, bench.model),
        look_at_cascades(),
        look_at_eye_models(),
        look_at_disk(bench.store),
        look_at_clock(bench.began, bench.store),
        look_at_lamp(bench.device, until=until, wait=bench.wait),
        look_at_camera(bench.camera, until=until, wait=bench.wait),
    )
    return SelfTest(results, datetime.now(UTC), time.monotonic() - began)


def look_at_model(models: ModelList, model: str) -> Result:
    """Whether the quality model's bytes are those that its manifest and the list name."""
    try:
        file = models.read(model)
    except FaceQAError as error:
        return Result(Part.MODEL, Finding.FAIL, str(error))
    sentence = said(
        "{name} ({digits}…) is on the list and unaltered.",
        name=file.manifest.name,
        digits=file.sha256[:8],
    )
    return Result(Part.MODEL, Finding.PASS, sentence)


def look_at_cascades(folder: Path = CASCADE_FOLDER) -> Result:
    """Whether every shipped cascade has its checksum and can be loaded."""
    try:
        names = cascade_names(folder)
        for name in names:
            load_cascade(name, folder)
    except ModelError as error:
        return Result(Part.EYE_CASCADES, Finding.FAIL, str(error))
    sentence = said("{count} cascades are as they were shipped.", count=len(names))
    return Result(Part.EYE_CASCADES, Finding.PASS, sentence)


def look_at_eye_models(folder: Path = EYE_MODEL_FOLDER) -> Result:
    """Whether the eye networks are those that this program came with."""
    try:
        model = EyeModel(folder, listed_sha256=SHIPPED_EYE_MODEL)
    except ModelError as error:
        return Result(Part.EYE_MODELS, Finding.FAIL, str(error))
    sentence = said(
        "The eye networks ({digits}…) are as they were shipped.", digits=model.manifest_sha256[:8]
    )
    return Result(Part.EYE_MODELS, Finding.PASS, sentence)


def look_at_disk(store: CaptureStore) -> Result:
    """Whether a capture could be stored, and whether many could."""
    try:
        store.check_ready()
        free = shutil.disk_usage(store.root).free
    except StoreError as error:
        return Result(Part.DISK, Finding.FAIL, str(error))
    if free < LITTLE_FREE_BYTES:
        sentence = said(
            "Only {free:.1f} GB are free in {folder}. Free some space soon.",
            free=free / 1e9,
            folder=store.root,
        )
        return Result(Part.DISK, Finding.WARN, sentence)
    sentence = said("{free:.0f} GB are free for captures.", free=free / 1e9)
    return Result(Part.DISK, Finding.PASS, sentence)


def look_at_clock(began: ClockReading, store: CaptureStore) -> Result:
    """Whether seconds go by, the calendar's clock keeps step, and no record is of the future.

    Doses of a day and the order of records hang on the calendar's clock.
    """
    before = time.monotonic()
    time.sleep(_TICK_SECONDS)
    now = ClockReading.now()
    try:
        newest = newest_record(store)
    except StoreError as error:
        return Result(Part.CLOCK, Finding.FAIL, str(error))
    if now.monotonic <= before:
        sentence = said("This computer's count of seconds stands still. Restart the computer.")
        return Result(Part.CLOCK, Finding.FAIL, sentence)
    return judge_clock(began, now, newest)


def judge_clock(began: ClockReading, now: ClockReading, newest: datetime | None) -> Result:
    """What two readings of the clocks, and the time of the newest record, say of them."""
    if newest is not None and now.wall < newest - CLOCK_TOLERANCE:
        sentence = said(
            "This computer's clock says {now:%Y-%m-%d %H:%M}, but the newest record is of "
            "{newest:%Y-%m-%d %H:%M}. Set the clock, then test again: the doses of a day hang "
            "on it.",
            now=now.wall.astimezone(),
            newest=newest.astimezone(),
        )
        return Result(Part.CLOCK, Finding.FAIL, sentence)
    step = (now.wall - began.wall).total_seconds() - (now.monotonic - began.monotonic)
    if abs(step) > _CLOCK_STEP_SECONDS:
        sentence = said(
            "The clock was set by {step:+.0f} s since FaceQA started, or the computer slept. "
            "Check its time.",
            step=step,
        )
        return Result(Part.CLOCK, Finding.WARN, sentence)
    return Result(
        Part.CLOCK, Finding.PASS, said("It is {now:%Y-%m-%d %H:%M}.", now=now.wall.astimezone())
    )


def newest_record(store: CaptureStore) -> datetime | None:
    """When the newest record was made: of all captures, and of the sessions before; None: never.

    Raises:
        StoreError: the store cannot be read.
    """
    moments = [row.captured_at for row in store.summaries()]
    ended = store.newest({AuditEvent.STOPPED, AuditEvent.CAPTURE_STORED, AuditEvent.SELF_TESTED})
    if ended is not None:
        moments.append(ended.at)
    return max(moments, default=None)


def look_at_lamp(device: UvDevice, *, until: float, wait: Callable[[float], bool]) -> Result:
    """Whether the lamp answers and is dark or at work.

    Args:
        device: is asked for its state alone.
        until: monotonic seconds until which a lamp that is connecting is waited for.
        wait: see `Bench`.
    """
    while not _answers(device) and time.monotonic() < until and not wait(_POLL_SECONDS):
        pass
    info = device.info
    if not _answers(device):
        problem = info.problem or said(
            "{name} reports a fault. Switch it off and on again, then test again.", name=info.name
        )
        return Result(Part.LAMP, Finding.FAIL, problem)
    return Result(Part.LAMP, Finding.PASS, said("{name} answers.", name=info.name))


def look_at_camera(
    camera: Callable[[], CameraFacts], *, until: float, wait: Callable[[float], bool]
) -> Result:
    """Whether pictures come, fast enough, and from a camera.

    Args:
        camera: tells what is known now.
        until: monotonic seconds until which pictures are waited for.
        wait: see `Bench`.
    """
    facts = camera()
    while not facts.is_known and time.monotonic() < until and not wait(_POLL_SECONDS):
        facts = camera()
    finding, sentence = _judge_camera(facts)
    return Result(Part.CAMERA, finding, sentence)


@contextmanager
def opened_camera(text: str, wanted: CameraSettings) -> Iterator[Callable[[], CameraFacts]]:
    """Open the source that `text` names and read it, for a test without a station.

    Yields:
        What tells about it; it reads as long as it is not closed.
    """
    look = _CameraLook(text, wanted)
    reader = threading.Thread(target=look.run, name="camera of the self-test", daemon=True)
    reader.start()
    try:
        yield lambda: look.facts
    finally:
        look.close()
        reader.join(_CLOSING_SECONDS)


class _CameraLook:
    """Reads a source until it is closed, and keeps what is known of it."""

    def __init__(self, text: str, wanted: CameraSettings) -> None:
        self.facts = CameraFacts()
        self._text, self._wanted = text, wanted
        self._source: FrameSource | None = None
        self._closed = threading.Event()

    def run(self) -> None:
        try:
            self._source = source_from(self._text, loop=True, wanted=self._wanted)
            info = self._source.open()
            self._read(self._source, info)
        except SourceError as error:
            self.facts = CameraFacts(problem=str(error))
        finally:
            self.close()

    def _read(self, source: FrameSource, info: SourceInfo) -> None:
        times: list[float] = []
        while not self._closed.is_set() and (frame := source.read()) is not None:
            times = [*times[-_RATE_FRAMES:], frame.captured_at]
            if len(times) > _RATE_FRAMES and times[-1] > times[0]:
                rate = (len(times) - 1) / (times[-1] - times[0])
                self.facts = CameraFacts(info.name, info.kind, rate)

    def close(self) -> None:
        self._closed.set()
        if self._source is not None:
            self._source.close()


def _judge_camera(facts: CameraFacts) -> tuple[Finding, str]:
    rate = facts.frames_per_second
    if facts.kind is None or not rate:
        nothing = said("No pictures come. Plug a camera in, or choose another source.")
        return Finding.FAIL, facts.problem or nothing
    if facts.kind is SourceKind.DEMONSTRATION:
        return Finding.WARN, said(
            "The demonstration is shown: nobody is present, and no real UV light is released. "
            "Choose a camera."
        )
    if facts.kind not in {SourceKind.CAMERA, SourceKind.STREAM}:
        return Finding.WARN, said(
            "{name} is no live camera: no real UV light is released. Choose a camera.",
            name=facts.name,
        )
    flow: dict[str, object] = {"name": facts.name, "rate": rate}
    if rate < SLOW_FRAMES_PER_SECOND:
        return Finding.WARN, said(
            "{name} delivers only {rate:.0f} pictures a second. Give it more light or choose a "
            "smaller picture.",
            **flow,
        )
    return Finding.PASS, said("{name} delivers {rate:.0f} pictures a second.", **flow)


def _answers(device: UvDevice) -> bool:
    return device.status() is not UvStatus.FAULT and not device.info.problem

"""The eye detectors over labelled faces, in the same runs as the models of the lab."""

import hashlib
import json
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from faceqa_gui.errors import DatasetError
from faceqa_gui.eyes.cascades import HaarEyes
from faceqa_gui.eyes.decision import eye_detector_of
from faceqa_gui.eyes.eye_model import EYE_MODEL_FOLDER, MANIFEST_FILE, EyeModel
from faceqa_gui.eyes.eye_state import EyeDetector, EyeState
from faceqa_gui.eyes.learned import LearnedEyes
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.opencv_threads import limit_threads
from faceqa_gui.lab.dataset import Dataset
from faceqa_gui.lab.eye_evaluation import EyeAnswer
from faceqa_gui.lab.eye_faces import EYE_LABELS
from faceqa_gui.lab.eye_report import DECISION, EyeReport
from faceqa_gui.lab.pictures import missing_pictures
from faceqa_gui.lab.run_engine import RunAnswers, RunWay, run_work
from faceqa_gui.lab.run_folder import RunPlan
from faceqa_gui.lab.run_local import usable_cores
from faceqa_gui.lab.run_shard import Arrays
from faceqa_gui.lab.run_work import Watch
from faceqa_gui.quality.preprocessing import centre_square
from faceqa_gui.settings import GateSettings
from faceqa_gui.wording import said

EYE_SHARD_PICTURES = 16
"""Fewer than for a network: a face takes the detectors a hundred times as long."""

HAAR, NETWORK = "haar", "network"
STATION_CHANNELS: Mapping[str, str] = {HAAR: HAAR, NETWORK: NETWORK, DECISION: DECISION}
"""Which detector answers, by name of the channel: the decision is the station's."""

PAPER_CHANNELS: Mapping[str, str] = {**STATION_CHANNELS, DECISION: HAAR}
"""The decision is the paper's, for the lab."""

_TASK = "eyes"
_RUNTIME = "ONNX Runtime and OpenCV"
_STATES, _REASONS = "states", "reasons"
_STATE_TEXT, _REASON_TEXT = np.dtype("<U7"), np.dtype("<U32")
_DETECTORS: Mapping[str, Callable[[EyeModel], EyeDetector]] = {
    HAAR: lambda _model: HaarEyes(),
    NETWORK: LearnedEyes,
    DECISION: eye_detector_of,
}


@dataclass(frozen=True, slots=True, eq=False)
class EyeWork:
    """What a worker needs of the eye detectors, to be sent to it once. See `Work`.

    Attributes:
        channels: which detector answers (`haar`, `network` or `decision`), by name of the channel.
        files: of the eye model, by name; the cascades are a part of every FaceQA.
    """

    channels: Mapping[str, str]
    files: Mapping[str, bytes]

    @classmethod
    def of(cls, channels: Mapping[str, str], folder: Path = EYE_MODEL_FOLDER) -> "EyeWork":
        """The detectors with the eye model in `folder`.

        Raises:
            ModelError: the model is missing, altered or of another form.
        """
        named = (MANIFEST_FILE, *EyeModel(folder).manifest.files)
        return cls(dict(channels), {name: (folder / name).read_bytes() for name in named})

    @property
    def nothing(self) -> Arrays:
        """See `Work`: `states` and `reasons` as text, 0×K for K channels."""
        shape = (0, len(self.channels))
        return {_STATES: np.empty(shape, _STATE_TEXT), _REASONS: np.empty(shape, _REASON_TEXT)}

    @property
    def model_sha256(self) -> str:
        """Of the eye model's manifest, which names its other files, in hex."""
        return hashlib.sha256(self.files[MANIFEST_FILE]).hexdigest()

    @property
    def key(self) -> str:
        """See `Work`."""
        told = json.dumps([list(self.channels.items()), self.model_sha256])
        return hashlib.sha256(told.encode()).hexdigest()

    def open(self, threads: int) -> "EyeJudge":
        """See `Work`."""
        limit_threads(threads)
        judge = EyeJudge(self)
        judge.detectors()
        return judge

    def plan(self, data_sha256: str, pictures: int) -> RunPlan:
        """Of a run over `pictures` faces."""
        return RunPlan(
            task=_TASK,
            labels=EYE_LABELS,
            model_sha256=self.model_sha256,
            runtime=_RUNTIME,
            data_sha256=data_sha256,
            pictures=pictures,
            shard_pictures=EYE_SHARD_PICTURES,
            channels=dict(self.channels),
        )


class EyeJudge:
    """Shows faces to every detector. See `Judge`."""

    # Faces are kept in their own size, so only a few at once.
    at_once = 8

    def __init__(self, work: EyeWork) -> None:
        self._asked = work
        self._own = threading.local()
        self.nothing = work.nothing

    def prepare(self, pixels: Pixels) -> Pixels:
        """See `Judge`: the judged square, at full size."""
        return centre_square(pixels)

    def answer(self, pictures: Sequence[Pixels], watch: Watch) -> Arrays:
        """See `Judge`; as `EyeWork.nothing` says, with N rows."""
        states, reasons = [], []
        for picture in pictures:
            readings = []
            for name, detector in self.detectors().items():
                readings.append(detector.look(picture))
                watch.spent(name)
            states.append([reading.state.value for reading in readings])
            reasons.append([reading.reason for reading in readings])
        return {
            _STATES: np.array(states, _STATE_TEXT),
            _REASONS: np.array(reasons, _REASON_TEXT),
        }

    def detectors(self) -> Mapping[str, EyeDetector]:
        """By name of the channel; each thread has its own, because none is thread-safe."""
        found: Mapping[str, EyeDetector] | None = getattr(self._own, "detectors", None)
        if found is None:
            found = self._own.detectors = self._opened()
        return found

    def _opened(self) -> Mapping[str, EyeDetector]:
        with tempfile.TemporaryDirectory(prefix="faceqa-") as folder:
            for name, content in self._asked.files.items():
                (Path(folder) / name).write_bytes(content)
            model = EyeModel(Path(folder))
        return {name: _DETECTORS[kind](model) for name, kind in self._asked.channels.items()}


def judge_eyes(
    dataset: Dataset,
    *,
    channels: Mapping[str, str] = STATION_CHANNELS,
    model_folder: Path | None = None,
    gate: GateSettings | None = None,
    split: str | None = None,
    way: RunWay | None = None,
) -> EyeReport:
    """Show every face to every detector.

    Args:
        dataset: faces with the labels open and closed.
        channels: which detector answers, by name of the channel; see `STATION_CHANNELS`.
        model_folder: of the eye model; None: the shipped one.
        gate: how many frames a station needs; None: as shipped.
        split: name of the split that `dataset` holds, for the record.
        way: how the run is done; None: in this process, keeping nothing.

    Raises:
        DatasetError: no picture could be read, or the run's folder belongs to another run.
        ModelError: the eye model or a cascade is missing or altered.
        RunError: the run was cancelled, another one holds its folder, or the cluster cannot be
            used.
        StoreError: the run's folder cannot be written or read.
    """
    work = EyeWork.of(channels, model_folder or EYE_MODEL_FOLDER)
    answers = run_work(
        work,
        lambda: work.open(usable_cores()),
        dataset,
        shard_pictures=EYE_SHARD_PICTURES,
        plan=lambda data_sha256: work.plan(data_sha256, len(dataset.images)),
        way=way or RunWay(),
    )
    skipped = (*missing_pictures(dataset), *answers.skipped)
    if not answers.images:
        raise DatasetError(
            said(
                "No picture in {path} can be read; the first: {why}",
                path=dataset.root,
                why=skipped[0].reason,
            )
        )
    gate = gate or GateSettings()
    return EyeReport(
        tuple(channels),
        _answers(answers, tuple(channels)),
        skipped,
        split,
        dataset.digest(),
        gate.needed_frames,
        gate.window_frames,
        model_sha256=work.model_sha256,
        notes=answers.notes,
    )


def _answers(found: RunAnswers, channels: Sequence[str]) -> tuple[EyeAnswer, ...]:
    states, reasons = found.arrays[_STATES].tolist(), found.arrays[_REASONS].tolist()
    return tuple(
        EyeAnswer(
            image,
            {name: EyeState(state) for name, state in zip(channels, row, strict=True)},
            dict(zip(channels, why, strict=True)),
        )
        for image, row, why in zip(found.images, states, reasons, strict=True)
    )

"""The eye detectors in a run: the same answers however it is done, also after a crash."""

import multiprocessing
import os
import signal
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from support.eye_faces import write_faces

from faceqa_gui.errors import DatasetError, ModelError, RunError
from faceqa_gui.eyes.cascades import HaarEyes
from faceqa_gui.eyes.decision import default_eye_detector
from faceqa_gui.eyes.eye_model import EYE_MODEL_FOLDER, EyeModel
from faceqa_gui.eyes.eye_state import EyeDetector
from faceqa_gui.eyes.learned import LearnedEyes
from faceqa_gui.lab import eye_run
from faceqa_gui.lab.dataset import Dataset, LabelledImage, read_dataset
from faceqa_gui.lab.eye_faces import EYE_LABELS
from faceqa_gui.lab.eye_report import EyeReport
from faceqa_gui.lab.eye_run import PAPER_CHANNELS, STATION_CHANNELS, EyeWork, judge_eyes
from faceqa_gui.lab.labelled_picture import picture_of
from faceqa_gui.lab.run_control import Control
from faceqa_gui.lab.run_engine import RunWay
from faceqa_gui.lab.run_shard import cut_shards
from faceqa_gui.lab.run_work import judge_shard
from faceqa_gui.quality.preprocessing import centre_square

SHARD = 3


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Seven faces and one file that is no picture."""
    root = write_faces(tmp_path_factory.mktemp("faces"))
    whole = read_dataset(root, EYE_LABELS)
    few = tuple(image for label in EYE_LABELS for image in _of(whole, label)[:4])
    few[0].path.write_bytes(b"no picture")
    return replace(whole, images=few)


def _of(dataset: Dataset, label: str) -> tuple[LabelledImage, ...]:
    return tuple(image for image in dataset.images if image.label == label)


@pytest.fixture(autouse=True)
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eye_run, "EYE_SHARD_PICTURES", SHARD)


@pytest.fixture(scope="module")
def expected(dataset: Dataset) -> EyeReport:
    return judge_eyes(dataset)


def _assert_same(one: EyeReport, other: EyeReport) -> None:
    assert one.answers == other.answers
    assert one.as_json() == other.as_json()
    assert one.text() == other.text()


def test_a_run_says_what_the_detectors_say(dataset: Dataset, expected: EyeReport) -> None:
    detectors: dict[str, EyeDetector] = {
        "haar": HaarEyes(),
        "network": LearnedEyes(EyeModel()),
        "decision": default_eye_detector(),
    }
    assert expected.channels == tuple(detectors)
    assert expected.images == dataset.images[1:]
    for answer in expected.answers:
        picture = centre_square(picture_of(answer.image))
        found = {name: detector.look(picture) for name, detector in detectors.items()}
        assert answer.states == {name: reading.state for name, reading in found.items()}
        assert answer.reasons == {name: reading.reason for name, reading in found.items()}
    assert {"open", "closed"} <= {answer.states["decision"] for answer in expected.answers}
    assert max(one.path.name for one in expected.skipped) == "gone.png"
    assert len(expected.skipped) == 2
    assert expected.model_sha256 == EyeModel().manifest_sha256


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_killed_processes_cost_their_share_and_change_nothing(
    dataset: Dataset, expected: EyeReport, tmp_path: Path
) -> None:
    told, killed = list[int](), list[int]()

    def kill_all_after_the_first(done: int, _total: int) -> None:
        told.append(done)
        if done and not killed:
            for worker in multiprocessing.active_children():
                assert worker.pid
                os.kill(worker.pid, signal.SIGKILL)
                killed.append(worker.pid)

    way = RunWay(tmp_path / "run", workers=2, progress=kill_all_after_the_first)
    _assert_same(judge_eyes(dataset, way=way), expected)
    assert len(killed) == 2
    assert told[-1] == len(dataset.images)
    assert multiprocessing.active_children() == []


def test_a_cancelled_run_goes_on_where_it_was(
    dataset: Dataset, expected: EyeReport, tmp_path: Path
) -> None:
    control, told = Control(), list[int]()

    def cancel_after_the_first(done: int, _total: int) -> None:
        if done:
            control.cancel()

    folder = tmp_path / "run"
    with pytest.raises(RunError, match=r"cancelled after 3 of 8 pictures. Run it again with"):
        judge_eyes(dataset, way=RunWay(folder, progress=cancel_after_the_first, control=control))
    rest = judge_eyes(dataset, way=RunWay(folder, progress=lambda done, _total: told.append(done)))
    assert told == [3, 6, 8]
    _assert_same(rest, expected)
    with pytest.raises(DatasetError, match=r"is of other eye detectors\. Give another folder"):
        judge_eyes(dataset, channels=PAPER_CHANNELS, way=RunWay(folder))


def test_another_eye_model_is_another_run_and_an_altered_one_is_refused(
    dataset: Dataset, tmp_path: Path
) -> None:
    few, folder, model = replace(dataset, images=dataset.images[4:5]), tmp_path / "run", tmp_path
    for name in ("manifest.json", "eyes.onnx", "localiser.onnx"):
        (model / name).write_bytes((EYE_MODEL_FOLDER / name).read_bytes())
    channels = {"network": "network"}
    judge_eyes(few, channels=channels, way=RunWay(folder))
    manifest = model / "manifest.json"
    manifest.write_bytes(manifest.read_bytes() + b"\n")
    with pytest.raises(DatasetError, match="is of another model"):
        judge_eyes(few, channels=channels, model_folder=model, way=RunWay(folder))
    (model / "eyes.onnx").write_bytes(b"")
    with pytest.raises(ModelError, match="not the file that its manifest names"):
        judge_eyes(few, channels=channels, model_folder=model)


def test_threads_of_one_worker_do_not_share_detectors(dataset: Dataset) -> None:
    work = EyeWork.of(STATION_CHANNELS)
    judge = work.open(1)
    shards = cut_shards(dataset.images, SHARD)
    alone = [judge_shard(judge, shard).arrays for shard in shards]
    together: dict[int, object] = {}
    detectors = []

    def answer(number: int) -> None:
        together[number] = judge_shard(judge, shards[number]).arrays
        detectors.append(judge.detectors()["decision"])

    threads = [threading.Thread(target=answer, args=(number,)) for number in range(len(shards))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len({id(detector) for detector in detectors}) == len(shards)
    for number, arrays in enumerate(alone):
        found = together[number]
        assert isinstance(found, dict)
        assert {name: array.tolist() for name, array in arrays.items()} == {
            name: array.tolist() for name, array in found.items()
        }

"""A run in this process: what it answers, how it goes on, and what it refuses."""

import os
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from support.lab_runs import SHARD, assert_same_answers, few_pictures, shipped_lab_model

from faceqa_gui.errors import DatasetError, RunError, StoreError
from faceqa_gui.lab.dataset import Dataset, LabelledImage, read_dataset
from faceqa_gui.lab.evaluation import evaluate
from faceqa_gui.lab.run import judge, run_shards
from faceqa_gui.lab.run_control import Control
from faceqa_gui.lab.run_network import NetworkJudge
from faceqa_gui.lab.run_shard import answers_bytes, cut_shards, read_answers
from faceqa_gui.lab.run_work import judge_shard
from faceqa_gui.quality.labels import QUALITY_LABELS


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return few_pictures(tmp_path_factory.mktemp("run"))


def _nobody(_done: int, _total: int) -> None:
    pass


def test_a_run_judges_as_an_evaluation_does(dataset: Dataset) -> None:
    model = shipped_lab_model()
    whole, run = evaluate(model, dataset, _nobody), judge(model, dataset)
    np.testing.assert_array_equal(run.probabilities, whole.probabilities)
    assert run.as_json() == whole.as_json()
    assert run.images == whole.images
    assert [one.path.name for one in run.skipped] == ["0.png"]


def test_shards_follow_the_data_set_and_nobody_else(dataset: Dataset) -> None:
    shards = cut_shards(dataset.images, SHARD)
    assert [len(shard.images) for shard in shards] == [4, 4, 4, 3]
    assert tuple(image for shard in shards for image in shard.images) == dataset.images


def test_a_run_goes_on_where_it_was_cancelled_and_repeats_nothing(
    dataset: Dataset, tmp_path: Path
) -> None:
    model, folder, control = shipped_lab_model(), tmp_path / "run", Control()
    heard: list[tuple[int, int]] = []

    def cancel_after_the_second(done: int, total: int) -> None:
        heard.append((done, total))
        if done >= 2 * SHARD:
            control.cancel()

    with pytest.raises(RunError, match=r"cancelled after 8 of 15 pictures. Run it again with"):
        run_shards(
            model,
            dataset,
            folder=folder,
            progress=cancel_after_the_second,
            control=control,
            shard_pictures=SHARD,
        )
    assert heard == [(0, 15), (4, 15), (8, 15)]
    finished = {path.name: path.stat().st_mtime_ns for path in folder.glob("shard-*.npz")}
    assert len(finished) == 2
    heard.clear()
    rest = run_shards(
        model,
        dataset,
        folder=folder,
        progress=lambda *done: heard.append(done),
        shard_pictures=SHARD,
    )
    assert (rest.judged, heard[0]) == (7, (8, 15))
    assert finished == {name: (folder / name).stat().st_mtime_ns for name in finished}
    assert_same_answers(rest, run_shards(model, dataset, shard_pictures=SHARD))
    again = run_shards(model, dataset, folder=folder, shard_pictures=SHARD)
    assert again.judged == 0
    assert_same_answers(again, rest)


def test_a_damaged_shard_is_judged_again(dataset: Dataset, tmp_path: Path) -> None:
    model, folder = shipped_lab_model(), tmp_path / "run"
    first = run_shards(model, dataset, folder=folder, shard_pictures=SHARD)
    shards = sorted(folder.glob("shard-*.npz"))
    shards[0].write_bytes(b"")
    shards[1].write_bytes(shards[1].read_bytes()[:-200])
    shards[2].write_bytes(shards[3].read_bytes())
    second = run_shards(model, dataset, folder=folder, shard_pictures=SHARD)
    assert second.judged == 3 * SHARD
    assert_same_answers(first, second)


def test_answers_of_another_form_are_not_believed(dataset: Dataset) -> None:
    (shard, *_) = cut_shards(dataset.images, SHARD)
    judge = NetworkJudge(shipped_lab_model(), None)
    answers = judge_shard(judge, shard)
    assert len(answers.kept) == SHARD
    content = answers_bytes(answers)
    found = read_answers(content, SHARD, judge.nothing)
    assert found is not None
    np.testing.assert_array_equal(found.arrays["logits"], answers.arrays["logits"])
    assert read_answers(content, SHARD, {"logits": np.empty((0, 4), np.float32)}) is None
    assert read_answers(content, SHARD, {"logits": np.empty((0, 5))}) is None
    assert read_answers(content, SHARD, {"states": np.empty((0, 5))}) is None
    assert read_answers(b"PK\x05\x06" + bytes(18), SHARD, judge.nothing) is None
    assert read_answers(b"\x93NUMPY", SHARD, judge.nothing) is None


def test_a_folder_of_another_run_is_refused(dataset: Dataset, tmp_path: Path) -> None:
    model, folder = shipped_lab_model(), tmp_path / "run"
    run_shards(model, dataset, folder=folder)
    fewer = replace(dataset, images=dataset.images[1:])
    with pytest.raises(DatasetError, match=r"is of other pictures or labels. Give another folder"):
        run_shards(model, fewer, folder=folder)
    with pytest.raises(DatasetError, match="is of another plan"):
        run_shards(model, dataset, folder=folder, shard_pictures=SHARD)
    plan = folder / "plan.json"
    plan.write_text(plan.read_text("utf-8").replace(model.sha256, "0" * 64), "utf-8")
    with pytest.raises(DatasetError, match="is of another model"):
        run_shards(model, dataset, folder=folder)
    plan.write_text("{}", "utf-8")
    with pytest.raises(DatasetError, match="is not a plan of a run"):
        run_shards(model, dataset, folder=folder)
    with pytest.raises(DatasetError, match="holds other files"):
        run_shards(model, dataset, folder=dataset.root)


def test_a_folder_that_another_run_holds_is_refused(dataset: Dataset, tmp_path: Path) -> None:
    model, refused = shipped_lab_model(), list[str]()

    def try_it_twice(_done: int, _total: int) -> None:
        with pytest.raises(RunError, match="Another FaceQA works in the run folder") as caught:
            run_shards(model, dataset, folder=tmp_path / "run")
        refused.append(str(caught.value))

    run_shards(model, dataset, folder=tmp_path / "run", progress=try_it_twice)
    assert len(refused) == 2
    assert run_shards(model, dataset, folder=tmp_path / "run").judged == 0


@pytest.mark.skipif(os.name != "posix", reason="POSIX files")
def test_a_place_that_cannot_hold_a_run_is_one_sentence(dataset: Dataset, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError, match="The run cannot be kept"):
        run_shards(shipped_lab_model(), dataset, folder=tmp_path / "file" / "run")


def test_a_paused_run_waits_and_a_resumed_one_ends(dataset: Dataset) -> None:
    control, begun = Control(), threading.Event()
    control.pause()
    found: list[int] = []

    def progress(done: int, _total: int) -> None:
        found.append(done)
        begun.set()

    run = threading.Thread(
        target=lambda: run_shards(
            shipped_lab_model(), dataset, progress=progress, control=control, shard_pictures=SHARD
        )
    )
    run.start()
    assert begun.wait(10)
    run.join(0.3)
    assert (run.is_alive(), found) == (True, [0])
    control.resume()
    run.join(20)
    assert (run.is_alive(), found[-1]) == (False, 15)


def test_a_paused_run_can_be_cancelled(dataset: Dataset) -> None:
    control = Control()
    control.pause()
    threading.Timer(0.1, control.cancel).start()
    with pytest.raises(RunError, match=r"cancelled after 0 of 15 pictures.$"):
        run_shards(shipped_lab_model(), dataset, control=control)
    assert (control.paused, control.cancelled) == (True, True)


def test_pictures_of_a_class_that_the_model_lacks_are_listed(tmp_path: Path) -> None:
    few = few_pictures(tmp_path)
    odd = LabelledImage(few.images[0].path, "sunglasses", "")
    mixed = replace(few, labels=(*few.labels, "sunglasses"), images=(odd, *few.images[1:]))
    found = judge(shipped_lab_model(), mixed)
    assert found.labels == QUALITY_LABELS
    assert found.skipped[0].reason.endswith("“sunglasses”, which is not a class of the model.")
    assert len(found.images) == 13


def test_data_without_one_readable_picture_is_one_sentence(tmp_path: Path) -> None:
    for label in QUALITY_LABELS:
        (tmp_path / label).mkdir()
    (tmp_path / "good" / "a.jpg").write_bytes(b"")
    with pytest.raises(DatasetError, match=r"No picture in .* can be read; the first: .*a.jpg"):
        judge(shipped_lab_model(), read_dataset(tmp_path, QUALITY_LABELS))

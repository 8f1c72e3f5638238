"""A training run as a window orders it: its steps are told, and a cancelled run goes on later."""

from multiprocessing import Pipe
from pathlib import Path

import pytest
from support.attribute_pictures import write_fairface

from faceqa_gui.errors import ModelError, RunError
from faceqa_gui.lab.child_work import Talk
from faceqa_gui.lab.training_order import TrainingOrder, train_in_child

HERE = Path("here")


ORDERS = {
    "faceqa train DATA --out DIR --arch mobilenet --mode full --seed 0": TrainingOrder(HERE, HERE),
    "faceqa train DATA --out DIR --task age --preset hung-fairface --seed 0 --weights w": (
        TrainingOrder(HERE, HERE, "age", preset="hung-fairface", weights="there/w")
    ),
    "faceqa train DATA --out DIR --arch resnet50 --mode paper --seed 0 --stop-after 2": (
        TrainingOrder(HERE, HERE, network="resnet50", mode="paper", stop_after=2)
    ),
    "faceqa train DATA --out DIR --arch mobilenet --mode full --seed 0 --video-step 0.5": (
        TrainingOrder(HERE, HERE, video_step=0.5)
    ),
}


@pytest.mark.parametrize("command", ORDERS)
def test_the_command_repeats_the_order(command: str) -> None:
    order = ORDERS[command]
    assert order.command() == command
    assert order.recipe().task == order.task
    assert order.recipe().stop_after == (order.stop_after or (30 if order.preset else None))


def test_an_order_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(ModelError, match="decides over --arch"):
        TrainingOrder(HERE, HERE, network="mobilenet", preset="gurjar2024").recipe()
    with pytest.raises(ModelError, match="trained from scratch"):
        TrainingOrder(HERE, HERE, network="simple_cnn", weights="w.h5").recipe()


class _Impatient(Talk):
    """Is told to cancel in the midst of the second epoch."""

    def progress(self, done: int, total: int) -> None:
        super().progress(done, total)
        if done == 3:
            self.control.cancel()


def test_a_cancelled_run_can_go_on_later(tmp_path: Path) -> None:
    data = write_fairface(tmp_path / "faces", {"train": 17, "val": 1})
    order = TrainingOrder(data, tmp_path / "out", "gender", "simple_cnn", "paper", epochs=2)
    window, child = Pipe()
    with window, child:
        with pytest.raises(RunError, match="Cancelled"):
            train_in_child(_Impatient(child), order)
        told = [window.recv() for _ in range(3)]
    assert told == [("progress", step, 4) for step in (1, 2, 3)]
    assert not (order.out / "manifest.json").exists()
    assert (order.out / "checkpoint.npz").exists()
    assert len((order.out / "epochs.jsonl").read_text("utf-8").splitlines()) == 1

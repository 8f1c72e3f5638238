"""The training window: one real run from the choice to the finished model, and its refusals."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.attribute_pictures import write_fairface

from faceqa_gui.errors import ModelError
from faceqa_gui.lab.lab_model import LabModel
from faceqa_gui.lab.training_loops import Epoch
from faceqa_gui.lab.training_record import read_epochs
from faceqa_gui.windows.lab_window import LabWindow
from faceqa_gui.windows.training_window import TrainingWindow

# What Qt's offscreen platform says of any window that is raised.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

_RUN_MS = 120_000


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[TrainingWindow]:
    made = TrainingWindow()
    qtbot.addWidget(made)
    made.open()
    yield made
    made.stop()
    assert made.wait(QDeadlineTimer(20_000))


def _choose(window: TrainingWindow, data: Path, out: Path, task: str, recipe: str) -> None:
    setup = window.setup
    setup.task_box.setCurrentIndex(setup.task_box.findData(task))
    setup.recipe_box.setCurrentIndex(
        next(at for at in range(5) if setup.recipe_box.itemText(at).startswith(recipe))
    )
    setup.out.line.clear()
    setup.data.line.setText(str(data))
    assert not setup.train_button.isEnabled()
    setup.out.line.setText(str(out))


def test_a_model_is_trained_from_the_window(
    qtbot: QtBot, window: TrainingWindow, tmp_path: Path
) -> None:
    data = write_fairface(tmp_path / "faces", {"train": 4, "val": 2})
    _choose(window, data, tmp_path / "model", "gender", "Simple CNN")
    window.setup.epochs_box.setValue(2)
    with qtbot.waitSignal(window.trained, timeout=_RUN_MS) as trained:
        QTest.mouseClick(window.setup.train_button, Qt.MouseButton.LeftButton)
        assert not window.setup.train_button.isEnabled()
        assert window.cancel_button.isEnabled()
    assert trained.args == [str(tmp_path / "model")]
    qtbot.waitUntil(window.setup.train_button.isEnabled, timeout=20_000)
    assert window.status.text().endswith("after 2 epochs")
    qtbot.waitUntil(lambda: [one.y.size for one in window.loss._curves] == [2, 2], timeout=20_000)
    epochs = read_epochs(tmp_path / "model")
    assert window.loss._curves[1].y.tolist() == [epoch.val_loss for epoch in epochs]
    assert window.accuracy._curves[0].x.tolist() == [0.5, 1.0]
    assert LabModel.load(tmp_path / "model").labels == ("Male", "Female")


def test_the_order_is_what_was_chosen(window: TrainingWindow, tmp_path: Path) -> None:
    _choose(window, tmp_path, tmp_path / "out", "age", "As Hung")
    window.setup.weights.line.setText("r50.h5")
    window.setup.seed_box.setValue(3)
    window.setup.resume_box.setChecked(True)
    order = window.setup.order
    assert (order.task, order.preset, order.network) == ("age", "hung-fairface", None)
    assert (order.weights, order.seed, order.resume, order.epochs) == ("r50.h5", 3, True, None)
    assert order.recipe().frozen_layers == 14
    _choose(window, tmp_path, tmp_path / "out", "quality", "Simple CNN")
    assert not window.setup.weights.isEnabled()
    assert window.setup.order.weights is None


def test_what_cannot_be_done_is_said(window: TrainingWindow) -> None:
    window._take_failure(ModelError("There is no weights file."))
    assert window.status.text() == "▲ There is no weights file."


def test_a_loss_without_a_number_still_has_an_axis(window: TrainingWindow) -> None:
    window.show_epochs([Epoch(1, float("nan"), 0.5, float("inf"), 0.5, 0.1, 1.0)], 4)
    assert window.loss._highest == 0.1
    window.loss.grab()


@pytest.mark.parametrize("content", ["{", '{"epoch": 1}', "[]"])
def test_damaged_figures_are_said(tmp_path: Path, content: str) -> None:
    assert read_epochs(tmp_path) == ()
    (tmp_path / "epochs.jsonl").write_text(content, "utf-8")
    with pytest.raises(ModelError, match="is damaged"):
        read_epochs(tmp_path)


def test_the_lab_opens_it_and_offers_what_it_trained(qtbot: QtBot, tmp_path: Path) -> None:
    lab = LabWindow(tmp_path / "home")
    qtbot.addWidget(lab)
    lab.open()
    QTest.mouseClick(lab.train_button, Qt.MouseButton.LeftButton)
    training = lab.training
    assert training is not None
    assert training.isVisible()
    assert not lab.is_working
    training.trained.emit(str(tmp_path / "model"))
    assert lab.setup.model.folder == tmp_path / "model"
    lab.stop()
    assert not training.isVisible()
    assert lab.wait(QDeadlineTimer(20_000))

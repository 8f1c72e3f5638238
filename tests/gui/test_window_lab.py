"""The lab window: one real run of the shipped model on generated pictures, and every page of it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.lab_results import FACTS, invented
from support.labelled_pictures import write_manifest, write_picture, write_video

from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.eye_evaluation import EyeAnswer
from faceqa_gui.lab.eye_report import DECISION, EyeReport
from faceqa_gui.lab.window_jobs import ExportForm, EyeResult, LabResult, RunWish
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.widgets.run_progress import RunProgress
from faceqa_gui.windows.lab_window import LabWindow

# What Qt's offscreen platform says of any window that is raised.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

_RUN_MS = 120_000


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[LabWindow]:
    made = LabWindow(tmp_path / "home")
    qtbot.addWidget(made)
    made.open()
    yield made
    made.stop()
    assert made.wait(QDeadlineTimer(20_000))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    rows = []
    for number in range(15):
        label = QUALITY_LABELS[number % 5]
        write_picture(tmp_path / "data" / f"{number}.png", label, number)
        split = "val" if number < 10 else "train"
        source = f"s{number % 2}"
        rows.append({"file": f"{number}.png", "label": label, "split": split, "source": source})
    (tmp_path / "data" / "0.png").write_bytes(b"broken")
    write_manifest(tmp_path / "data", rows)
    return tmp_path / "data"


def tabs(window: LabWindow) -> list[str]:
    return [window.results.tabText(place) for place in range(window.results.count())]


def show(window: LabWindow, data: Path) -> LabResult:
    """A result without a run."""
    paths = sorted(data.glob("[1-9]*.png"))
    result = LabResult(RunWish(None, data, "label"), invented(paths, seed=2), FACTS, None)
    window._take_result(result)
    return result


def test_a_run_from_the_choice_to_the_report(
    qtbot: QtBot, window: LabWindow, data: Path, tmp_path: Path
) -> None:
    setup = window.setup
    assert not setup.run_button.isEnabled()
    setup.choose_data(str(data))
    qtbot.waitUntil(setup.run_button.isEnabled, timeout=20_000)
    assert setup.column == "label"
    assert [setup.split_box.itemText(at) for at in range(3)] == [
        "All pictures (15)",
        "train (5)",
        "val (10)",
    ]
    setup.split_box.setCurrentIndex(2)
    setup.groups_menu.actions()[0].setChecked(True)
    assert setup.groups == ("source",)
    QTest.mouseClick(setup.run_button, Qt.MouseButton.LeftButton)
    assert not setup.run_button.isEnabled()
    assert window.progress.isVisible()
    qtbot.waitUntil(setup.run_button.isEnabled, timeout=_RUN_MS)
    assert window.status.text().startswith("✓ 9 pictures judged")
    assert tabs(window) == [
        "Summary",
        "Confusion",
        "Threshold",
        "Curves",
        "Reliability",
        "Pictures",
        "Groups",
        "Left out (1)",
    ]
    assert not list((tmp_path / "home" / "lab" / "runs").iterdir())
    target = tmp_path / "report.html"
    window.with_pictures.setChecked(False)
    window.export(target, ExportForm.HTML)
    qtbot.waitUntil(lambda: not window.status.text().startswith("Writing"), timeout=_RUN_MS)
    assert window.status.text() == f"✓ Written to {target}"
    page = target.read_text(encoding="utf-8")
    assert "By group" in page
    assert "data:image" not in page


def test_what_cannot_be_read_is_said_where_it_was_chosen(
    qtbot: QtBot, window: LabWindow, tmp_path: Path
) -> None:
    window.setup.choose_data(str(tmp_path / "nothing"))
    qtbot.waitUntil(lambda: "does not exist" in window.setup.found.text(), timeout=20_000)
    assert not window.setup.run_button.isEnabled()


def test_a_cell_leads_to_its_pictures_by_mouse_and_by_key(
    qtbot: QtBot, window: LabWindow, data: Path
) -> None:
    result = show(window, data)
    view, pages = window.results.confusion, window.results
    pages.setCurrentIndex(1)
    cells = [
        (row, column)
        for row in range(5)
        for column in range(5)
        if result.evaluation.confusion[row, column]
    ]
    row, column = cells[-1]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view._cell(row, column).center()))
    assert pages.currentWidget() is pages.pictures
    assert len(pages.pictures.gallery.items) == result.evaluation.confusion[row, column]
    qtbot.waitUntil(
        lambda: not pages.pictures.gallery.picture_of(pages.pictures.at or 0).isNull(),
        timeout=20_000,
    )
    QTest.mouseClick(pages.pictures.mistakes_button, Qt.MouseButton.LeftButton)
    wrong = len(result.evaluation.images) - int(result.evaluation.confusion.trace())
    assert len(pages.pictures.gallery.items) == wrong
    pages.setCurrentIndex(1)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.at == (row - 1, column)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert pages.currentWidget() is pages.pictures
    assert len(pages.pictures.gallery.items) == result.evaluation.confusion[row - 1, column]


def test_the_slider_changes_what_passes(window: LabWindow, data: Path) -> None:
    result = show(window, data)
    page = window.results.threshold
    assert page.value.text() == "0.400"
    page.slider.setValue(1000)
    assert page.accepts.text().startswith("False accepts: 0 of")
    goods = sum(image.label == "good" for image in result.evaluation.images)
    assert page.rejects.text().startswith(f"False rejects: {goods} of {goods}")
    page.own_button.click()
    assert page.value.text() == "0.400"


def test_an_answer_is_explained_beside_the_window(
    qtbot: QtBot, window: LabWindow, data: Path
) -> None:
    show(window, data)
    pictures = window.results.pictures
    pictures.explain_button.click()
    assert not pictures.explain_button.isEnabled()
    qtbot.waitUntil(pictures.explain_button.isEnabled, timeout=_RUN_MS)
    assert pictures.said.text().startswith("Grad-CAM for")
    assert not pictures.heated.picture.isNull()


def test_eyes_have_their_own_pages_and_leave_figures_behind(
    qtbot: QtBot, window: LabWindow, data: Path, tmp_path: Path
) -> None:
    image = LabelledImage(data / "1.png", "closed", "")
    states = {"haar": EyeState.OPEN, DECISION: EyeState.UNKNOWN}
    answer = EyeAnswer(image, states, {"haar": "", DECISION: "dark"})
    report = EyeReport(("haar", DECISION), [answer], (), None, "ab" * 32, 5, 7)
    window._take_result(EyeResult(RunWish(None, data, "label"), report, FACTS))
    assert tabs(window) == ["Decision", "Haar alone", "Pictures", "Left out"]
    assert not window.results.pictures.explain_button.isVisibleTo(window)
    assert len(window.results.pictures.gallery.items) == 1
    window.export(tmp_path / "eyes.json", ExportForm.JSON)
    qtbot.waitUntil(lambda: not window.status.text().startswith("Writing"), timeout=_RUN_MS)
    figures = json.loads((tmp_path / "eyes.json").read_text(encoding="utf-8"))
    assert figures["channels"]["haar"]["confusion"] == [[0, 0, 0], [1, 0, 0]]
    show(window, data)
    assert "Threshold" in tabs(window)


def test_a_list_with_a_video_is_judged_by_two_processes(
    qtbot: QtBot, window: LabWindow, data: Path
) -> None:
    """Label files as FairFace publishes them: two lists, the split in the names, another column."""
    for split in ("train", "val"):
        write_video(data / split / "clip.avi", seconds=2)
        lines = ["file,age,quality,race", f"{split}/clip.avi,3-9,good,Indian"]
        lines += [f"{split}/gone.jpg,3-9,blur,Indian"]
        for number, label in enumerate(QUALITY_LABELS, start=1):
            write_picture(data / split / f"{number}.png", label, number)
            lines.append(f"{split}/{number}.png,{10 * number}-{10 * number + 9},{label},Black")
        (data / f"a_label_{split}.csv").write_text("\n".join(lines) + "\n", "utf-8")
    (data / "manifest.csv").unlink()
    setup = window.setup
    setup.choose_data(str(data))
    qtbot.waitUntil(lambda: "column that holds" in setup.found.text(), timeout=20_000)
    assert not setup.run_button.isEnabled()
    assert [setup.column_box.itemText(at) for at in range(4)] == ["file", "age", "quality", "race"]
    setup.column_box.setCurrentText("quality")
    setup.column_box.activated.emit(2)
    qtbot.waitUntil(setup.run_button.isEnabled, timeout=20_000)
    assert setup.found.text().endswith(
        "good 6, covered face 2, wrong object 2. 2 listed pictures are missing."
    )
    setup.split_box.setCurrentIndex(setup.split_box.findData("val"))
    setup.groups_menu.actions()[1].setChecked(True)
    assert setup.groups == ("race",)
    setup.workers_box.setValue(2)
    setup.run_button.click()
    qtbot.waitUntil(setup.run_button.isEnabled, timeout=_RUN_MS)
    assert window.status.text().startswith("✓ 7 pictures judged")
    assert tabs(window)[-1] == "Left out (1)"
    frames = [image.frame for image in window.results.images if image.frame is not None]
    assert frames == [0, 10]
    result = window._result
    assert isinstance(result, LabResult)
    assert "--label-column quality" in result.facts.command
    assert "--processes" not in result.facts.command  # changes no figure
    pictures = window.results.pictures
    window.results.setCurrentWidget(pictures)
    clip = window.results.images.index(next(one for one in window.results.images if one.frame))
    window._want_picture(clip)
    qtbot.waitUntil(lambda: not pictures.gallery.picture_of(clip).isNull(), timeout=20_000)


def test_progress_tells_speed_and_rest_without_what_was_done_before(qtbot: QtBot) -> None:
    now = [100.0]
    progress = RunProgress(clock=lambda: now[0])
    qtbot.addWidget(progress)
    progress.begin()
    progress.show_progress(500, 1000)
    assert progress.status.text() == "500 of 1,000 pictures"
    now[0] += 2.0
    progress.show_progress(600, 1000)
    assert progress.status.text() == "600 of 1,000 pictures · 50 a second · 8 s left"
    with qtbot.waitSignal(progress.pause_wanted):
        progress.pause_button.click()
    now[0] += 1000.0
    with qtbot.waitSignal(progress.resume_wanted):
        progress.pause_button.click()
    now[0] += 2.0
    progress.show_progress(700, 1000)
    assert progress.status.text() == "700 of 1,000 pictures · 50 a second · 6 s left"
    with qtbot.waitSignal(progress.cancel_wanted):
        progress.cancel_button.click()
    assert not progress.cancel_button.isEnabled()

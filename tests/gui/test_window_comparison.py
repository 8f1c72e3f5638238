"""Two models in the lab window: chosen, judged, killed, resumed, compared, looked at, written."""

import csv
import json
import multiprocessing
import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QDeadlineTimer, QEvent, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.lab_results import FACTS, invented
from support.labelled_pictures import write_manifest, write_picture

from faceqa_gui.lab.child_work import Talk
from faceqa_gui.lab.comparison import compare
from faceqa_gui.lab.comparison_maps import MapRow
from faceqa_gui.lab.comparison_text import difference_blocks
from faceqa_gui.lab.evaluation import Evaluation
from faceqa_gui.lab.window_jobs import (
    BothMaps,
    ExportForm,
    ExportWish,
    LabResult,
    Rival,
    RunWish,
    export_result,
)
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model_file import default_model_folder
from faceqa_gui.widgets.both_maps_view import BothMapsView, MapImages
from faceqa_gui.widgets.differences_table import DifferencesTable
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
def paths(tmp_path: Path) -> list[Path]:
    return [
        write_picture(tmp_path / f"{number}.png", QUALITY_LABELS[number % 5], number)
        for number in range(15)
    ]


def two(paths: list[Path]) -> tuple[Evaluation, Evaluation]:
    return invented(paths, seed=2), replace(invented(paths, seed=3), model_sha256="ef" * 32)


def show(window: LabWindow, paths: list[Path], against: Path = Path("models/other")) -> Rival:
    """Two models' result without a run."""
    first, second = two(paths)
    rival = Rival("Simple CNN", second, compare(first, second, ("source",)))
    wish = RunWish(None, paths[0].parent, "label", against=against)
    window._take_result(LabResult(wish, first, FACTS, None, rival))
    return rival


def pages(window: LabWindow) -> list[str]:
    return [window.results.tabText(place) for place in range(window.results.count())]


@pytest.mark.slow
def test_a_killed_run_of_two_models_goes_on_where_it_was(
    qtbot: QtBot, window: LabWindow, tmp_path: Path
) -> None:
    rows = []
    for number in range(135):
        label = QUALITY_LABELS[number % 5]
        write_picture(tmp_path / "data" / f"{number}.png", label, number % 10)
        rows.append({"file": f"{number}.png", "label": label, "site": f"s{number % 2}"})
    write_manifest(tmp_path / "data", rows)
    setup = window.setup
    setup.against_box.setCurrentIndex(1)
    setup.against_box.activated.emit(1)
    assert setup.against is not None
    setup.choose_data(str(tmp_path / "data" / "manifest.csv"))
    qtbot.waitUntil(setup.run_button.isEnabled, timeout=20_000)
    setup.groups_menu.actions()[0].setChecked(True)
    setup.run_button.click()
    run = window._run
    assert run is not None

    def kill_in_the_middle(done: int, total: int) -> None:
        assert total == 270
        if 64 <= done < 270:
            for child in multiprocessing.active_children():
                if child.name == "faceqa-lab" and child.pid is not None:
                    os.kill(child.pid, signal.SIGKILL)

    run.progressed.connect(kill_in_the_middle)
    qtbot.waitUntil(setup.run_button.isEnabled, timeout=_RUN_MS)
    assert "ended before it was done" in window.status.text()
    (kept,) = (tmp_path / "home" / "lab" / "runs").iterdir()
    before = {path.name: path.stat().st_mtime_ns for path in kept.glob("shard-*")}
    assert before

    setup.run_button.click()
    told: list[int] = []
    run = window._run
    assert run is not None
    run.progressed.connect(lambda done, _total: told.append(done))
    qtbot.waitUntil(setup.run_button.isEnabled, timeout=_RUN_MS)
    assert told[0] >= 64
    assert told == sorted(told)
    assert window.status.text().startswith("✓ 135 pictures judged")
    # The folder was that of both models: they are one and the same, so the second judged nothing.
    assert 270 in told
    assert pages(window)[-3:] == ["Comparison", "Differing", "Left out"]
    assert not list((tmp_path / "home" / "lab" / "runs").iterdir())
    result = window._result
    assert isinstance(result, LabResult)
    assert result.facts.command.endswith("--group site --compare - --html report.html")


def test_models_of_other_classes_are_refused_before_a_run(
    qtbot: QtBot, window: LabWindow, tmp_path: Path
) -> None:
    shipped, other = default_model_folder(), tmp_path / "other"
    other.mkdir()
    for path in shipped.iterdir():
        if path.name != "manifest.json":
            (other / path.name).symlink_to(path)
    manifest = json.loads((shipped / "manifest.json").read_text("utf-8"))
    manifest["labels"] = list(reversed(manifest["labels"]))
    (other / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    write_picture(tmp_path / "data" / "0.png", "good", 1)
    write_manifest(tmp_path / "data", [{"file": "0.png", "label": "good"}])
    setup = window.setup
    setup.add_against(str(other))
    setup.choose_data(str(tmp_path / "data"))
    qtbot.waitUntil(lambda: setup.found.text().startswith("▲"), timeout=20_000)
    assert "other questions" in setup.found.text() or "classes" in setup.found.text()
    assert not setup.run_button.isEnabled()
    setup.against_box.setCurrentIndex(0)
    setup.against_box.activated.emit(0)
    qtbot.waitUntil(setup.run_button.isEnabled, timeout=20_000)


def test_eyes_are_compared_with_nothing(window: LabWindow, tmp_path: Path) -> None:
    setup = window.setup
    setup.add_against(str(tmp_path / "other"))
    assert setup.against is not None
    offered = [setup.model_box.itemText(at) for at in range(setup.model_box.count())]
    assert offered == ["Shipped model", "Eye detectors", "other", "Another model folder…"]
    setup.model_box.setCurrentIndex(1)
    setup.model_box.activated.emit(1)
    assert not setup.against_box.isEnabled()
    setup.add_model(str(tmp_path / "other"))
    assert setup.against_box.isEnabled()
    assert setup.model_box.count() == len(offered)
    assert setup.model.folder == tmp_path / "other"


def test_every_difference_is_drawn_at_one_scale(window: LabWindow, paths: list[Path]) -> None:
    compared = show(window, paths).comparison
    assert "A  Shipped model" in window.subject.text()
    assert "B  other (Simple CNN)" in window.subject.text()
    page = window.results.widget(pages(window).index("Comparison"))
    assert page is not None
    tables = page.findChildren(DifferencesTable)
    blocks = difference_blocks(compared)
    assert [table.rowCount() for table in tables] == [len(block.rows) for block in blocks]
    assert len({table.columnWidth(5) for table in tables}) == 1
    for table, block in zip(tables, blocks, strict=True):
        for place, row in enumerate(block.rows):
            one = row.difference
            items = [table.item(place, column) for column in range(7)]
            cells = [item.text() for item in items if item is not None]
            assert cells[0] == row.name
            assert cells[1] == f"{one.images}{'' if row.enough else '*'}"
            assert cells[4] == ("–" if one.value is None else f"{one.value:+.3f}")
            assert (cells[5] == "–") == (one.ci95 is None)
            assert items[6] is not None
            assert items[6].data(Qt.ItemDataRole.UserRole) == one


def test_the_pictures_that_differ_lead_to_both_answers_and_maps(
    qtbot: QtBot, window: LabWindow, paths: list[Path]
) -> None:
    compared = show(window, paths).comparison
    page = window.results.differing
    window.results.setCurrentWidget(page)
    counts = []
    for which in range(4):
        page.which_box.setCurrentIndex(which)
        page.which_box.activated.emit(which)
        counts.append(len(page.gallery.items))
    first, second = len(compared.only_first), len(compared.only_second)
    assert counts == [
        len(compared.differing),
        first,
        second,
        len(compared.differing) - first - second,
    ]
    page.which_box.setCurrentIndex(0)
    page.which_box.activated.emit(0)
    number = page.at
    assert number is not None
    answer = compared.answers[number]
    assert page.words.text() == f"{answer.image.name}\nis {answer.image.label.replace('_', ' ')}"
    assert page.given[0].text().endswith(f"{answer.first_probability:.3f}")
    assert page.given[1].text().endswith(f"{answer.second_probability:.3f}")
    qtbot.waitUntil(lambda: not page.gallery.picture_of(number).isNull(), timeout=20_000)
    heat = np.full((224, 224, 3), 255, np.uint8)
    maps = BothMaps(heat, (MapRow("Grad-CAM", heat, np.zeros_like(heat)),))
    window._take_maps(window._shown, number, maps, ())
    shown = page.maps.grab().toImage()
    assert shown.pixelColor(10, 40) == QColor("white")
    assert shown.pixelColor(page.maps.width() // 2 + 20, 40) == QColor("black")
    # Another picture has no maps yet; the first one's come back without being made again.
    QTest.keyClick(page.gallery.view, Qt.Key.Key_Right)
    assert page.at != number
    assert not page.maps.rows
    QTest.keyClick(page.gallery.view, Qt.Key.Key_Left)
    assert page.at == number
    assert page.maps.rows
    window.results.differing.forget()
    assert not page.maps.rows
    assert not page.maps_button.isEnabled()


def test_maps_come_one_after_the_other(
    qtbot: QtBot, window: LabWindow, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The other methods take minutes on a busy machine; what joins them is the same.
    monkeypatch.setattr("faceqa_gui.windows.lab_window.lab_methods", lambda: ["grad-cam"] * 2)
    show(window, paths, default_model_folder())
    page = window.results.differing
    page.maps_button.click()
    qtbot.waitUntil(lambda: len(page.maps.rows) == 1, timeout=_RUN_MS)
    assert not page.maps_button.isEnabled()
    qtbot.waitUntil(page.maps_button.isEnabled, timeout=_RUN_MS)
    assert [row.title for row in page.maps.rows] == ["Grad-CAM", "Grad-CAM"]


def test_a_model_that_cannot_explain_says_why(
    qtbot: QtBot, window: LabWindow, paths: list[Path]
) -> None:
    show(window, paths)  # the second model's folder does not exist
    page = window.results.differing
    window.results.setCurrentWidget(page)
    page.maps_button.click()
    assert not page.maps_button.isEnabled()
    qtbot.waitUntil(page.maps_button.isEnabled, timeout=_RUN_MS)
    assert page.said.text().startswith("▲")
    assert "other" in page.said.text()


@pytest.mark.parametrize("form", [ExportForm.CSV, ExportForm.JSON, ExportForm.HTML])
def test_what_is_written_holds_the_comparison(
    form: ExportForm, window: LabWindow, paths: list[Path], tmp_path: Path
) -> None:
    compared = show(window, paths).comparison
    result = window._result
    assert isinstance(result, LabResult)
    path = tmp_path / f"result.{form}"
    here, there = multiprocessing.Pipe()
    export_result(Talk(here), result, ExportWish(path, form, pictures=False))
    there.close()
    text = path.read_text("utf-8")
    if form is ExportForm.CSV:
        rows = list(csv.DictReader(text.splitlines()))
        assert [(row["answer"], row["answer_b"]) for row in rows] == [
            (one.first, one.second) for one in compared.answers
        ]
        best = [max(float(row[f"p_{label}_b"]) for label in QUALITY_LABELS) for row in rows]
        assert best == pytest.approx([one.second_probability for one in compared.answers], abs=1e-6)
    elif form is ExportForm.JSON:
        assert json.loads(text)["comparison"] == json.loads(json.dumps(compared.as_json()))
    else:
        assert "Against another model" in text
        assert f"{len(compared.differing)} of 15 pictures are given different classes" in text
        assert "data:image" not in text


def test_progress_names_the_model_and_measures_each_ones_speed(qtbot: QtBot) -> None:
    now = [0.0]
    progress = RunProgress(clock=lambda: now[0])
    qtbot.addWidget(progress)
    progress.begin(models=2)
    progress.show_progress(0, 2000)
    now[0] += 10.0
    progress.show_progress(1000, 2000)
    assert progress.status.text() == "Model A: 1,000 of 1,000 pictures · 100 a second · 10 s left"
    progress.show_progress(1400, 2000)  # what an earlier run of it did is no speed
    assert progress.status.text() == "Model B: 400 of 1,000 pictures"
    now[0] += 10.0
    progress.show_progress(1500, 2000)
    assert progress.status.text() == "Model B: 500 of 1,000 pictures · 10 a second · 50 s left"
    progress.begin(models=2)
    progress.show_progress(1000, 2000)
    progress.show_progress(1000, 2000)
    assert progress.status.text() == "Model B: 0 of 1,000 pictures"


def test_maps_fill_two_columns_at_any_size(qtbot: QtBot) -> None:
    view = BothMapsView()
    qtbot.addWidget(view)
    view.say("No maps yet.")
    assert view.accessibleName() == "No maps yet."
    white = QImage(8, 8, QImage.Format.Format_RGB888)
    white.fill(Qt.GlobalColor.white)
    view.show_maps([MapImages(name, white, white) for name in ("a", "b", "c")])
    assert view.accessibleName() == "a, b, c"
    for width, height in ((330, 300), (330, 900), (120, 900)):
        view.resize(width, height)
        for at in range(3):
            for place in view._places(at):
                assert view.rect().contains(place)
                assert place.width() == place.height() > 0
        assert view._places(0)[0].bottom() < view._places(1)[0].top()
        assert view._places(2)[0].right() < view._places(2)[1].left()


def test_another_language_shows_the_same_result_again(
    qapp: QApplication, window: LabWindow, paths: list[Path]
) -> None:
    show(window, paths)
    before = pages(window)
    window.results.setCurrentIndex(before.index("Differing"))
    window.results.differing.which_box.setCurrentIndex(1)
    window.results.differing.which_box.activated.emit(1)
    shown = len(window.results.differing.gallery.items)
    qapp.sendEvent(window.results, QEvent(QEvent.Type.LanguageChange))
    qapp.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    qapp.sendEvent(window.setup, QEvent(QEvent.Type.LanguageChange))
    assert pages(window) == before
    assert window.results.currentWidget() is window.results.differing
    assert window.setup.against_box.itemText(0) == "No second model"
    window.results.differing.which_box.setCurrentIndex(1)
    window.results.differing.which_box.activated.emit(1)
    assert len(window.results.differing.gallery.items) == shown

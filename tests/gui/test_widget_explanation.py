"""The explanation panel renders only on change and says every measure in words."""

import dataclasses
from collections.abc import Iterator

import numpy as np
import pytest
from gui import gui_states
from gui.gui_states import AMBER, EXPLAINING, GREEN, LOADING, NOW, REFINING, WEAK
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from faceqa_gui.explanation.explanation import Explanation, Progress, Stage
from faceqa_gui.explanation.pictures import (
    combined_picture,
    grad_cam_picture,
    original_picture,
)
from faceqa_gui.explanation.trust import Doubt
from faceqa_gui.quality.labels import Quality
from faceqa_gui.widgets.explanation_panel import ExplanationPanel, View, render
from faceqa_gui.widgets.words import doubt_sentences


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[ExplanationPanel]:
    host = QWidget()
    qtbot.addWidget(host)
    made = ExplanationPanel(0.4, host)
    made.resize(464, 640)
    host.resize(464, 640)
    host.show()
    yield made
    host.close()


def values(panel: ExplanationPanel) -> dict[str, str]:
    return {name: figure.value.whole_text for name, figure in panel.measures.figures.items()}


def test_without_an_explanation_it_says_how_one_comes(panel: ExplanationPanel) -> None:
    panel.show_state(LOADING)
    assert "starts by itself" in panel.body.picture.message
    assert set(values(panel).values()) == {"–"}
    assert panel.measures.origin.whole_text == ""


def test_the_measures_are_said(panel: ExplanationPanel) -> None:
    panel.show_state(GREEN)
    assert values(panel) == {
        "target": "Good 0.95",
        "inside": "92 %",
        "agreement": "0.71",
        "fit": "0.84",
        "stability": "88 %",
        "deletion": "0.21",
        "insertion": "0.78",
    }
    words = {name: figure.title.whole_text for name, figure in panel.measures.figures.items()}
    assert "counts for this face" in words["target"]
    thousand = "1\N{NARROW NO-BREAK SPACE}000"
    assert panel.measures.origin.whole_text == f"{thousand} samples · seed 0 · model 3fa9"
    assert panel.doubt_strip.isHidden()
    assert panel.frame_label.whole_text == "frame 1\N{NARROW NO-BREAK SPACE}284 · 1.3 s ago"
    listed = panel.body.superpixels.accessibleDescription()
    assert listed == "1: 0.310, 2: 0.240, 3: 0.180, 4: 0.090, 5: 0.060"


def test_an_explanation_of_another_face_is_said_not_to_count(panel: ExplanationPanel) -> None:
    panel.show_state(dataclasses.replace(GREEN, explanation_valid=False))
    assert "does not count" in panel.measures.figures["target"].title.whole_text


@pytest.mark.parametrize(
    ("samples", "said"), [(0, "LIME follows"), (600, "So far, from 600 samples")]
)
def test_a_running_explanation_shows_what_it_knows(
    qtbot: QtBot, panel: ExplanationPanel, samples: int, said: str
) -> None:
    sketch = gui_states.sketch(samples)
    progress = Progress(Stage.SAMPLES, samples + 20, 1000, 0.9, sketch)
    panel.show_state(dataclasses.replace(REFINING, progress=progress))
    qtbot.waitUntil(lambda: said in panel.body.picture.message, timeout=1000)
    wanted = (combined_picture if samples else grad_cam_picture)(sketch, 0.4)
    shown = panel.body.picture.pixels
    assert shown is not None
    np.testing.assert_array_equal(shown, wanted)
    assert set(values(panel).values()) == {"–"}
    listed = panel.body.superpixels.accessibleDescription()
    assert listed.startswith("1: 0.310") if samples else listed == ""
    panel.show_state(GREEN)
    qtbot.waitUntil(lambda: panel.body.picture.message == "", timeout=1000)
    assert values(panel)["fit"] == "0.84"


def test_a_weak_explanation_is_said_out_loud(panel: ExplanationPanel) -> None:
    panel.show_state(WEAK)
    said = (
        "The explanation is weak. Too much of its evidence lies outside the face. "
        "UV light stays off."
    )
    assert panel.doubt_strip.isVisible()
    assert panel.doubt_strip.label.text() == said
    panel.show_state(dataclasses.replace(WEAK, waits_for=()))
    assert panel.doubt_strip.label.text() == said.removesuffix(" UV light stays off.")
    panel.show_state(dataclasses.replace(WEAK, doubts=(Doubt.OUTSIDE_FACE, Doubt.UNSTABLE)))
    assert panel.doubt_strip.label.text() == said
    assert "Other samples" in panel.doubt_strip.toolTip()
    panel.show_state(dataclasses.replace(WEAK, progress=REFINING.progress))
    assert panel.doubt_strip.isHidden()


@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_has_words(doubt: Doubt) -> None:
    (said,) = doubt_sentences(gui_states.explanation(), (doubt,))
    assert said.endswith(".")
    assert doubt not in said


def test_a_face_that_was_not_found_is_not_called_outside() -> None:
    unseen = dataclasses.replace(gui_states.explanation(), evidence_inside_face=None)
    said = doubt_sentences(unseen, (Doubt.OUTSIDE_FACE, Doubt.POOR_FIT))
    assert "No face was found" in said[0]
    assert "does not follow" in said[1]
    assert doubt_sentences(unseen, ()) == ()


def test_no_evidence_is_said_plainly(qtbot: QtBot, panel: ExplanationPanel) -> None:
    empty = gui_states.explanation(Quality.BLUR, evidence=False)
    panel.show_state(dataclasses.replace(AMBER, explanation=empty))
    qtbot.waitUntil(
        lambda: panel.body.picture.message == "No positive evidence for “Blur”", timeout=1000
    )
    assert values(panel)["inside"] == values(panel)["agreement"] == "–"


def test_progress_replaces_the_wish_in_the_same_room(panel: ExplanationPanel) -> None:
    panel.show_state(AMBER)
    assert panel.explain_button.isVisible()
    height = panel.foot.height()
    panel.show_state(EXPLAINING)
    assert panel.cancel_button.isVisible()
    assert not panel.explain_button.isVisible()
    assert panel.progress_bar.value() == 620
    thousand = "1\N{NARROW NO-BREAK SPACE}000"
    assert panel.progress_label.whole_text == f"LIME 620 / {thousand} samples · 0.9 s left"
    assert panel.foot.height() == height
    panel.show_state(GREEN)
    assert panel.explain_button.isVisible()


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_a_word(panel: ExplanationPanel, stage: Stage) -> None:
    panel.show_state(dataclasses.replace(AMBER, progress=Progress(stage, 0, 0, None)))
    said = panel.progress_label.whole_text
    assert said[0].isupper()
    assert "_" not in said


@pytest.mark.parametrize("view", View)
def test_each_tab_shows_its_picture(panel: ExplanationPanel, view: View) -> None:
    panel.show_state(GREEN)
    explanation = GREEN.explanation
    assert explanation is not None
    QTest.mouseClick(panel.tabs[view], Qt.MouseButton.LeftButton)
    assert panel.tabs[view].isChecked()
    assert panel.slider.isEnabled() == (view in {View.COMBINED, View.GRAD_CAM})
    shown = panel.body.picture.pixels
    assert shown is not None
    np.testing.assert_array_equal(shown, render(explanation, view, 0.4))


def test_the_pictures_differ() -> None:
    explanation = gui_states.explanation()
    pictures = [render(explanation, view, 0.4) for view in View]
    for index, one in enumerate(pictures):
        for other in pictures[index + 1 :]:
            assert one.shape != other.shape or (one != other).any()
    np.testing.assert_array_equal(pictures[-1], original_picture(explanation))


def test_the_slider_changes_the_picture(qtbot: QtBot, panel: ExplanationPanel) -> None:
    panel.show_state(GREEN)
    panel.slider.setValue(80)
    explanation = GREEN.explanation
    assert explanation is not None
    wanted = combined_picture(explanation, 0.8)

    def is_shown() -> bool:
        shown = panel.body.picture.pixels
        return shown is not None and np.array_equal(shown, wanted)

    qtbot.waitUntil(is_shown, timeout=1000)
    assert panel.overlay_label.whole_text == "80 %"


def test_it_renders_once_per_change(
    qtbot: QtBot, panel: ExplanationPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[str] = []

    def counted(explanation: Explanation, view: View, overlay: float) -> np.ndarray:
        rendered.append(explanation.identifier)
        return render(explanation, view, overlay)

    monkeypatch.setattr("faceqa_gui.widgets.explanation_panel.render", counted)
    for step in range(30):
        panel.show_state(dataclasses.replace(GREEN, now=NOW + step / 30))
    qtbot.waitUntil(lambda: len(rendered) > 0, timeout=1000)
    qtbot.wait(30)
    assert len(rendered) == 1
    other = gui_states.explanation(sequence=2000)
    panel.show_state(dataclasses.replace(GREEN, explanation=other))
    qtbot.waitUntil(lambda: len(rendered) == 2, timeout=1000)

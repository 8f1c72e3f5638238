"""`ExplanationPanel`: why this decision, with its measures, and the way to ask for another."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSlider,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.explanation.explanation import Explanation, Progress, Sketch, Stage
from faceqa_gui.explanation.pictures import (
    Shown,
    combined_picture,
    grad_cam_picture,
    lime_picture,
    original_picture,
)
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.station_state import StationState, WaitsFor
from faceqa_gui.widgets.doubt_strip import DoubtStrip
from faceqa_gui.widgets.explanation_measures import ExplanationMeasures
from faceqa_gui.widgets.explanation_picture import ExplanationPicture
from faceqa_gui.widgets.language import Retranslated
from faceqa_gui.widgets.painted import styled_label
from faceqa_gui.widgets.words import QUALITY_ORDER, doubt_sentences, grouped, quality_word

_STEPS = 100


class View(StrEnum):
    """Which picture is shown."""

    COMBINED = "combined"
    GRAD_CAM = "grad_cam"
    LIME = "lime"
    ORIGINAL = "original"


_HAS_OVERLAY = {View.COMBINED, View.GRAD_CAM}


def render(shown: Shown, view: View, overlay: float) -> Pixels:
    """The picture of `view`; `overlay` is the opacity of the heat map in 0-1.

    While there are no samples yet, the heat map stands for the combined picture.
    """
    if view is View.COMBINED and isinstance(shown, Sketch) and not shown.sample_count:
        view = View.GRAD_CAM
    pictures: dict[View, Callable[[], Pixels]] = {
        View.COMBINED: lambda: combined_picture(shown, overlay),
        View.GRAD_CAM: lambda: grad_cam_picture(shown, overlay),
        View.LIME: lambda: lime_picture(shown),
        View.ORIGINAL: lambda: original_picture(shown),
    }
    return pictures[view]()


class ExplanationPanel(Retranslated, QWidget):
    """Shows the newest explanation, or how far a running one has come.

    It renders only when what is shown, the tab or the slider has changed.

    `explain_requested` carries the chosen `Quality`, or None for the most probable class.
    """

    explain_requested = Signal(object)
    cancel_requested = Signal()

    def __init__(self, overlay: float, parent: QWidget | None = None) -> None:
        """Start empty.

        Args:
            overlay: opacity of the heat map in 0-1 to begin with.
            parent: owner.
        """
        super().__init__(parent)
        self._shown: Shown | None = None
        self._progress: Progress | None = None
        self._state: StationState | None = None
        self._view = View.COMBINED
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._build_head())
        layout.addWidget(self._build_tabs())
        self.body = ExplanationPicture()
        layout.addWidget(self.body, 1)
        layout.addLayout(self._build_overlay(overlay))
        self.measures = ExplanationMeasures()
        layout.addWidget(self.measures)
        self.doubt_strip = DoubtStrip()
        layout.addWidget(self.doubt_strip)
        layout.addWidget(self._build_foot())
        # A dragged slider asks for many pictures; only the last one of a turn is rendered.
        self._rendering = QTimer(self)
        self._rendering.setSingleShot(True)
        self._rendering.setInterval(0)
        self._rendering.timeout.connect(self._render)
        self._retranslate()

    def _retranslate(self) -> None:
        self._title.show_text(self.tr("Why this decision"))
        self.body.picture.setAccessibleName(self.tr("Explanation picture"))
        for view, word in {
            View.COMBINED: self.tr("Combined"),
            View.GRAD_CAM: self.tr("Grad-CAM"),
            View.LIME: self.tr("LIME"),
            View.ORIGINAL: self.tr("Original"),
        }.items():
            self.tabs[view].setText(word)
            self.tabs[view].setAccessibleName(self.tr("Show {}").format(word))
        self._overlay_title.show_text(self.tr("Overlay"))
        self.slider.setAccessibleName(self.tr("Opacity of the heat map"))
        self.picker.setAccessibleName(self.tr("Class to explain"))
        self.picker.setItemText(0, self.tr("Most probable class"))
        for place, quality in enumerate(QUALITY_ORDER, start=1):
            self.picker.setItemText(place, quality_word(quality))
        self.explain_button.setText(self.tr("Explain now"))
        self.explain_button.setAccessibleName(self.tr("Explain the newest frame now"))
        self.progress_bar.setAccessibleName(self.tr("Progress of the explanation"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.cancel_button.setAccessibleName(self.tr("Cancel the explanation"))
        if self._state is not None:
            self._progress = None
            self.show_state(self._state)
        self._render()

    def _build_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        self._title = styled_label("", face="title")
        head.addWidget(self._title, 1)
        self.frame_label = styled_label("", tone="quiet", face="small")
        self.frame_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.frame_label, 1)
        return head

    def _build_tabs(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("tabs")
        frame.setFixedHeight(32)
        row = QHBoxLayout(frame)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        group = QButtonGroup(self)
        self.tabs: dict[View, QPushButton] = {}
        for view in View:
            tab = QPushButton()
            tab.setCheckable(True)
            tab.setChecked(view is self._view)
            tab.clicked.connect(lambda _checked, chosen=view: self._choose(chosen))
            group.addButton(tab)
            row.addWidget(tab, 1)
            self.tabs[view] = tab
        return frame

    def _build_overlay(self, overlay: float) -> QHBoxLayout:
        row = QHBoxLayout()
        self._overlay_title = styled_label("", width=56, tone="quiet", face="small")
        row.addWidget(self._overlay_title)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setValue(round(overlay * _STEPS))
        self.slider.setPageStep(10)
        self.slider.setFixedHeight(22)
        self.slider.valueChanged.connect(self._overlay_changed)
        row.addWidget(self.slider, 1)
        self.overlay_label = styled_label("", width=40, tone="quiet", face="small")
        self.overlay_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.overlay_label.show_text(f"{self.slider.value()} %")
        row.addWidget(self.overlay_label)
        return row

    def _build_foot(self) -> QStackedWidget:
        ask = QWidget()
        row = QHBoxLayout(ask)
        row.setContentsMargins(0, 0, 0, 0)
        self.picker = QComboBox()
        for quality in (None, *QUALITY_ORDER):
            self.picker.addItem("", quality)
        self.picker.setFixedHeight(30)
        row.addWidget(self.picker, 1)
        self.explain_button = QPushButton()
        self.explain_button.setFixedHeight(30)
        self.explain_button.setEnabled(False)
        self.explain_button.clicked.connect(self._ask)
        row.addWidget(self.explain_button)
        run = QWidget()
        column = QVBoxLayout(run)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        self.progress_bar = QProgressBar()
        self.progress_bar.setFixedHeight(8)
        self.progress_bar.setTextVisible(False)
        column.addWidget(self.progress_bar)
        line = QHBoxLayout()
        self.progress_label = styled_label("", tone="quiet", face="small")
        line.addWidget(self.progress_label, 1)
        self.cancel_button = QToolButton()
        self.cancel_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.cancel_button.setFixedHeight(24)
        self.cancel_button.clicked.connect(self.cancel_requested)
        line.addWidget(self.cancel_button)
        column.addLayout(line)
        self.foot = QStackedWidget()
        self.foot.setFixedHeight(36)
        self.foot.addWidget(ask)
        self.foot.addWidget(run)
        return self.foot

    def show_state(self, state: StationState) -> None:
        """Bring picture, measures and progress in line with `state`."""
        self._state = state
        sketch = state.progress.sketch if state.progress else None
        shown: Shown | None = sketch or state.explanation
        if shown is not self._shown:
            self._shown = shown
            self.body.superpixels.show_explanation(shown)
            self._rendering.start()
        finished = None if sketch else state.explanation
        self.measures.show_explanation(finished, valid=state.explanation_valid)
        self._show_age(finished, state.now)
        self._show_doubts(finished, state)
        self._show_progress(state.progress)
        judged = bool(state.probabilities)
        if self.explain_button.isEnabled() != judged:
            self.explain_button.setEnabled(judged)

    def _show_age(self, explanation: Explanation | None, now: float) -> None:
        if explanation is None:
            self.frame_label.show_text("")
            return
        age = max(now - explanation.captured_at, 0.0)
        self.frame_label.show_text(
            self.tr("frame {} · {} ago").format(
                grouped(explanation.frame_sequence),
                self.tr("{:.1f} s").format(age) if age < 10 else self.tr("{:.0f} s").format(age),
            )
        )

    def _show_doubts(self, explanation: Explanation | None, state: StationState) -> None:
        reasons = doubt_sentences(explanation, state.doubts) if explanation else ()
        blocked = WaitsFor.TRUSTED_EXPLANATION in state.waits_for
        self.doubt_strip.show_doubts(reasons, blocked=blocked)

    def _show_progress(self, progress: Progress | None) -> None:
        if progress == self._progress:
            return
        self._progress = progress
        self.foot.setCurrentIndex(0 if progress is None else 1)
        if progress is None:
            return
        words = {
            Stage.GRAD_CAM: self.tr("Grad-CAM"),
            Stage.SUPERPIXELS: self.tr("Superpixels"),
            Stage.SAMPLES: self.tr("LIME"),
            Stage.SURROGATE: self.tr("Surrogate"),
            Stage.FAITHFULNESS: self.tr("Deletion"),
        }
        self.progress_bar.setRange(0, max(progress.total, 1))
        self.progress_bar.setValue(progress.done)
        text = words[progress.stage]
        if progress.stage is Stage.SAMPLES:
            text = self.tr("{} {} / {} samples").format(
                text, grouped(progress.done), grouped(progress.total)
            )
        if progress.seconds_left is not None:
            text = self.tr("{} · {:.1f} s left").format(text, progress.seconds_left)
        self.progress_label.show_text(text)

    def _ask(self) -> None:
        self.explain_requested.emit(self.picker.currentData())

    def _choose(self, view: View) -> None:
        self._view = view
        self.slider.setEnabled(view in _HAS_OVERLAY)
        self._render()

    def _overlay_changed(self, value: int) -> None:
        self.overlay_label.show_text(f"{value} %")
        self._rendering.start()

    def _render(self) -> None:
        shown = self._shown
        if shown is None:
            self.body.picture.show_picture(
                None,
                self.tr(
                    "No explanation yet. It starts by itself once a clear face is held, "
                    "or with “Explain now”."
                ),
            )
            return
        pixels = render(shown, self._view, self.slider.value() / _STEPS)
        self.body.picture.show_picture(pixels, self._message(shown))

    def _message(self, shown: Shown) -> str:
        """What is said over the picture; nothing where it speaks for itself."""
        if isinstance(shown, Sketch):
            if shown.sample_count:
                return self.tr("So far, from {} samples").format(grouped(shown.sample_count))
            return self.tr("Grad-CAM so far; LIME follows")
        if not shown.has_evidence:
            return self.tr("No positive evidence for “{}”").format(quality_word(shown.target))
        return ""

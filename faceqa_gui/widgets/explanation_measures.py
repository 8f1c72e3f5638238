"""`ExplanationMeasures`: how far an explanation can be trusted, as numbers with their names."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from faceqa_gui.explanation.explanation import Explanation
from faceqa_gui.widgets.language import Retranslated
from faceqa_gui.widgets.painted import styled_label
from faceqa_gui.widgets.words import grouped, quality_word

_ROW_HEIGHT = 17
_VALUE_WIDTH = 48
_HASH_DIGITS = 8


class _Figure(QWidget):
    """A figure's name and value on one line; its meaning is the tool tip."""

    def __init__(self, *, value_width: int | None) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        self.title = styled_label("", tone="quiet")
        self.value = styled_label("–", width=value_width, weight="bold")
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for label in (self.title, self.value):
            label.setFixedHeight(_ROW_HEIGHT)
        line.addWidget(self.title, 2)
        line.addWidget(self.value, 1)

    def name(self, word: str, meaning: str) -> None:
        """Say what is measured, and what that means."""
        # The labels have no tool tip while their text fits, so that this one is shown.
        self.setToolTip(meaning)
        self.title.show_text(word)
        for label in (self.title, self.value):
            label.setAccessibleDescription(meaning)


class ExplanationMeasures(Retranslated, QWidget):
    """The explained class over two columns of figures, and below them what can be repeated."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(3)
        grid.setHorizontalSpacing(20)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.figures = {"target": _Figure(value_width=None)}
        grid.addWidget(self.figures["target"], 0, 0, 1, 2)
        for number, name in enumerate(self._words()):
            figure = _Figure(value_width=_VALUE_WIDTH)
            grid.addWidget(figure, 1 + number // 2, number % 2)
            self.figures[name] = figure
        self.origin = styled_label("", tone="quiet", face="tiny")
        grid.addWidget(self.origin, 4, 0, 1, 2)
        self._explanation: Explanation | None = None
        self._valid = False
        self._retranslate()

    def _retranslate(self) -> None:
        for name, (word, meaning) in self._words().items():
            self.figures[name].name(word, meaning)
        self.show_explanation(self._explanation, valid=self._valid)

    def _words(self) -> dict[str, tuple[str, str]]:
        return {
            "inside": (
                self.tr("Evidence in the face"),
                self.tr("Share of the Grad-CAM heat that lies inside the face"),
            ),
            "agreement": (
                self.tr("Agreement (IoU)"),
                self.tr("How much the hottest fifths of Grad-CAM and LIME overlap"),
            ),
            "fit": (
                self.tr("LIME fit (R²)"),
                self.tr("How well LIME's simple model follows the network near this picture"),
            ),
            "stability": (
                self.tr("Same top parts"),
                self.tr("Share of 100 resamples of the samples that name the same top parts"),
            ),
            "deletion": (
                self.tr("Deletion"),
                self.tr(
                    "Probability that is left while the important places are blurred, averaged; "
                    "lower is better"
                ),
            ),
            "insertion": (
                self.tr("Insertion"),
                self.tr(
                    "Probability that is reached while the important places are put into the "
                    "blurred picture, averaged; higher is better"
                ),
            ),
        }

    def show_explanation(self, explanation: Explanation | None, *, valid: bool) -> None:
        """Show the figures of `explanation`, and whether it counts for the current face.

        None, which also stands for one that is still running, shows dashes.
        """
        self._explanation, self._valid = explanation, valid
        texts = dict.fromkeys(self.figures, "–")
        origin = ""
        target = self.tr("Explained class")
        if explanation is not None:
            target = (
                self.tr("Explained class, counts for this face")
                if valid
                else self.tr("Explained class, does not count now")
            )
            texts = {
                "target": f"{quality_word(explanation.target)} {explanation.probability:.2f}",
                "inside": _percent(explanation.evidence_inside_face),
                "agreement": _share(explanation.agreement),
                "fit": _share(explanation.r_squared),
                "stability": _percent(explanation.stability),
                "deletion": _share(explanation.deletion_auc),
                "insertion": _share(explanation.insertion_auc),
            }
            origin = self.tr("{} samples · seed {} · model {}").format(
                grouped(explanation.sample_count),
                explanation.seed,
                explanation.model_sha256[:_HASH_DIGITS],
            )
        self.figures["target"].title.show_text(target)
        for name, text in texts.items():
            self.figures[name].value.show_text(text)
        self.origin.show_text(origin)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f} %"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"

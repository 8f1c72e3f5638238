"""`PicturesPage`: pictures of a run, and for the one looked at why the model says so."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.widgets.language import Retranslated
from faceqa_gui.widgets.painted import CENTRE, PaintedWidget, draw_elided
from faceqa_gui.widgets.picture_gallery import GalleryItem, PictureGallery

_DETAIL_WIDTH = 250


def lab_methods() -> dict[str, str]:
    """Ways to explain any model of the lab: titles by name."""
    translate = QCoreApplication.translate
    return {
        "grad-cam": translate("PicturesPage", "Grad-CAM"),
        "guided-grad-cam": translate("PicturesPage", "Guided Grad-CAM"),
        "integrated-gradients": translate("PicturesPage", "Integrated gradients"),
    }


def station_methods() -> dict[str, str]:
    """Ways to explain a model that judges as a station's does: titles by name."""
    translate = QCoreApplication.translate
    of_the_lab = lab_methods()
    first = next(iter(of_the_lab))
    return {
        first: of_the_lab[first],
        "lime": translate("PicturesPage", "LIME"),
        "combined": translate("PicturesPage", "Combined"),
        **of_the_lab,
    }


class PicturesPage(Retranslated, QWidget):
    """`picture_wanted` asks for a picture once; `explanation_wanted` names number and method.

    `mistakes_wanted`: back from one cell of the matrix to everything that went wrong.
    """

    picture_wanted = Signal(int)
    explanation_wanted = Signal(int, str)
    mistakes_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at: int | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 12)
        row.setSpacing(14)
        left = QVBoxLayout()
        head = QHBoxLayout()
        self.title = QLabel()
        self.title.setProperty("weight", "bold")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.mistakes_button = QPushButton()
        self.mistakes_button.clicked.connect(self.mistakes_wanted)
        head.addWidget(self.title, 1)
        head.addWidget(self.mistakes_button)
        left.addLayout(head)
        self.gallery = PictureGallery()
        self.gallery.wanted.connect(self.picture_wanted)
        self.gallery.chosen.connect(self._look_at)
        left.addWidget(self.gallery, 1)
        row.addLayout(left, 1)
        row.addWidget(self._build_detail())
        self._retranslate()

    def _build_detail(self) -> QWidget:
        detail = QWidget()
        detail.setFixedWidth(_DETAIL_WIDTH)
        column = QVBoxLayout(detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.heated = OnePicture()
        self.heated.setFixedHeight(_DETAIL_WIDTH)
        column.addWidget(self.heated)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.words)
        self.method_box = QComboBox()
        column.addWidget(self.method_box)
        self.explain_button = QPushButton()
        self.explain_button.clicked.connect(self._explain)
        column.addWidget(self.explain_button)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setProperty("tone", "quiet")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.said)
        column.addStretch(1)
        return detail

    def _retranslate(self) -> None:
        self.mistakes_button.setText(self.tr("All mistakes"))
        self.heated.say(self.tr("Explain the picture that is chosen."))
        self.method_box.setAccessibleName(self.tr("Way of explaining"))
        self.explain_button.setText(self.tr("Why this answer?"))

    @property
    def at(self) -> int | None:
        """Number of the picture that is looked at."""
        return self._at

    def show_pictures(self, title: str, items: Sequence[GalleryItem], *, all_shown: bool) -> None:
        """Show these under `title`; `all_shown` where they are all of the mistakes."""
        self.title.setText(title)
        self.mistakes_button.setVisible(not all_shown)
        self._at = None
        self.words.clear()
        self._forget_explanation()
        self.gallery.show_items(items)
        self.explain_button.setEnabled(bool(items))

    def offer_methods(self, methods: Mapping[str, str]) -> None:
        """Offer ways to explain, titles by name; none where nothing can be explained."""
        self.method_box.clear()
        for name, title in methods.items():
            self.method_box.addItem(title, name)
        for widget in (self.method_box, self.explain_button, self.heated):
            widget.setVisible(bool(methods))

    def show_explaining(self, text: str, *, busy: bool) -> None:
        """Say how an explanation goes; while one is made no other can be asked for."""
        self.said.setText(text)
        self.explain_button.setEnabled(not busy and self._at is not None)

    def show_explanation(self, number: int, heated: QImage, text: str) -> None:
        """Show an explanation, if its picture is still the one looked at."""
        if number == self._at:
            self.heated.show_picture(heated)
            self.show_explaining(text, busy=False)
        else:
            self.show_explaining("", busy=False)

    def forget(self) -> None:
        """Show nobody any more."""
        self.gallery.forget()
        self._at = None
        self.title.clear()
        self.words.clear()
        self._forget_explanation()

    def _look_at(self, number: int) -> None:
        self._at = number
        item = next(one for one in self.gallery.items if one.number == number)
        self.words.setText("\n".join(item.lines))
        self._forget_explanation()

    def _forget_explanation(self) -> None:
        self.heated.show_picture(QImage())
        self.said.clear()

    def _explain(self) -> None:
        if self._at is not None:
            self.explanation_wanted.emit(self._at, self.method_box.currentData())


class OnePicture(PaintedWidget):
    """One picture as large as its room allows; a sentence while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = ""
        self.picture = QImage()

    def say(self, sentence: str) -> None:
        """What is shown while there is no picture."""
        self._sentence = sentence
        self.setAccessibleName(sentence)
        self.update()

    def show_picture(self, picture: QImage) -> None:
        """Show `picture`; a null one shows the sentence."""
        self.picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Paint the picture in its shape."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.picture.isNull():
            painter.fillRect(self.rect(), QColor(self.colours.track))
            painter.setFont(self.sized_font(12))
            draw_elided(painter, self.rect(), self._sentence, self.colours.quiet, CENTRE)
            return
        size = self.picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        painter.drawImage(place, self.picture)

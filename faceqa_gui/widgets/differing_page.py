"""`DifferingPage`: the pictures that two models disagree on, and why each answers as it does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.lab.comparison import Answer, Comparison
from faceqa_gui.lab.comparison_text import answer_lines
from faceqa_gui.widgets.both_maps_view import BothMapsView, MapImages
from faceqa_gui.widgets.lab_parts import note
from faceqa_gui.widgets.language import Retranslated, number_text, shown
from faceqa_gui.widgets.picture_gallery import GalleryItem, PictureGallery
from faceqa_gui.widgets.words import class_word, class_word_inside

_DETAIL_WIDTH = 330
_LINES = 4


class DifferingPage(Retranslated, QWidget):
    """`picture_wanted` asks for a picture once; `maps_wanted` for the maps of both models.

    Pictures are named by their number among the answers of the comparison.
    """

    picture_wanted = Signal(int)
    maps_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers: Sequence[Answer] = ()
        self._at: int | None = None
        self._maps: dict[int, Sequence[MapImages]] = {}
        self._busy = False
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 12)
        row.setSpacing(14)
        left = QVBoxLayout()
        head = QHBoxLayout()
        self.title = QLabel()
        self.title.setProperty("weight", "bold")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.which_box = QComboBox()
        self.which_box.activated.connect(self._show_chosen)
        head.addWidget(self.title, 1)
        head.addWidget(self.which_box)
        left.addLayout(head)
        self.gallery = PictureGallery(lines=_LINES)
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
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.words)
        answers = QGridLayout()
        answers.setHorizontalSpacing(8)
        answers.setVerticalSpacing(2)
        self.names = QLabel(), QLabel()
        self.given = QLabel(), QLabel()
        for place, (name, given) in enumerate(zip(self.names, self.given, strict=True)):
            name.setProperty("weight", "bold")
            for line, label in enumerate((name, given)):
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(True)
                answers.addWidget(label, line, place)
                answers.setColumnStretch(place, 1)
        column.addLayout(answers)
        self.maps_button = QPushButton()
        self.maps_button.clicked.connect(self._ask)
        column.addWidget(self.maps_button)
        self.said = note("")
        column.addWidget(self.said)
        self.maps = BothMapsView()
        column.addWidget(self.maps, 1)
        return detail

    @property
    def at(self) -> int | None:
        """Number of the picture that is looked at."""
        return self._at

    def show_comparison(self, comparison: Comparison, names: tuple[str, str]) -> None:
        """Show the pictures that the models, called `names`, disagree on."""
        self.answers = comparison.answers
        for label, letter, name in zip(self.names, "AB", names, strict=True):
            label.setText(f"{letter}  {name}")
        self.which_box.setCurrentIndex(0)
        self._show_chosen()

    def show_explaining(self, text: str, *, busy: bool) -> None:
        """Say how it goes; while maps are made no others can be asked for."""
        self._busy = busy
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self.maps_button.setEnabled(not busy and self._at is not None)

    def show_maps(self, number: int, rows: Sequence[MapImages]) -> None:
        """Take further maps of a picture; they are shown whenever it is looked at."""
        self._maps[number] = (*self._maps.get(number, ()), *rows)
        if number == self._at:
            self.maps.show_maps(self._maps[number])

    def forget(self) -> None:
        """Show nobody any more."""
        self.answers = ()
        self._maps.clear()
        self.gallery.forget()
        self.title.clear()
        self._look_at(None)

    def _retranslate(self) -> None:
        chosen = max(self.which_box.currentIndex(), 0)
        self.which_box.clear()
        self.which_box.addItems(
            [
                self.tr("All that differ"),
                self.tr("Only A is right"),
                self.tr("Only B is right"),
                self.tr("Neither is right"),
            ]
        )
        self.which_box.setCurrentIndex(chosen)
        self.which_box.setAccessibleName(self.tr("Which pictures"))
        self.maps_button.setText(self.tr("Why these answers?"))
        self.maps.say(self.tr("Choose a picture, and see what both models look at."))
        self._show_chosen()

    def _show_chosen(self) -> None:
        which = self.which_box.currentIndex()
        numbers = [
            number
            for number, one in enumerate(self.answers)
            if one.first != one.second
            and which
            in {0, 1 if one.first == one.image.label else 2 if one.second == one.image.label else 3}
        ]
        title = self.tr("{} of {} pictures").format(
            number_text(len(numbers)), number_text(len(self.answers))
        )
        self.title.setText(title if self.answers else "")
        self._look_at(None)
        self.gallery.show_items(
            [
                GalleryItem(number, tuple(map(shown, answer_lines(self.answers[number]))))
                for number in numbers
            ]
        )

    def _look_at(self, number: int | None) -> None:
        self._at = number
        if number is None:
            texts = "", "", ""
            self.maps.show_maps(())
        else:
            self.maps.show_maps(self._maps.get(number, ()))
            one = self.answers[number]
            texts = (
                self.tr("{}\nis {}").format(one.image.name, class_word_inside(one.image.label)),
                f"{class_word(one.first)} {one.first_probability:.3f}",
                f"{class_word(one.second)} {one.second_probability:.3f}",
            )
        for label, text in zip((self.words, *self.given), texts, strict=True):
            label.setText(text)
        self.show_explaining(self.said.text() if self._busy else "", busy=self._busy)

    def _ask(self) -> None:
        if self._at is not None:
            self._maps.pop(self._at, None)
            self.maps.show_maps(())
            self.maps_wanted.emit(self._at)

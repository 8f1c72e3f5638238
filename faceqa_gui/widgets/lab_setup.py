"""`LabSetup`: what is to be judged, and by what."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.lab.data_choice import DataChoice
from faceqa_gui.lab.label_files import LABEL_COLUMN
from faceqa_gui.widgets.language import Retranslated, number_text, shown
from faceqa_gui.wording import said

_MOST_WORKERS = 32
_SHORTENED = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """An entry of the list of models.

    Attributes:
        title: for people; not shown of the shipped model and the eye detectors.
        folder: of the model; None for the shipped one.
        is_eyes: whether it stands for the eye detectors.
    """

    title: str
    folder: Path | None
    is_eyes: bool = False


_NO_MODEL = ModelChoice("", None)


class LabSetup(Retranslated, QFrame):
    """`data_wanted`: another model, place or column was chosen; `run_wanted`: start."""

    data_wanted = Signal()
    run_wanted = Signal()

    def __init__(self, models: Sequence[ModelChoice], parent: QWidget | None = None) -> None:
        """Offer `models`, the first one chosen, and no data yet."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._choice: DataChoice | None = None
        self._said: str | None = None
        self.usual_column = LABEL_COLUMN
        """The column that holds the label where nobody chooses another."""
        self._groups: set[str] = set()
        self._place = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        self._title = QLabel()
        self._title.setProperty("face", "title")
        column.addWidget(self._title)
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._build_places(models)
        self._build_choices()
        column.addLayout(self._form)
        self.run_button = QPushButton()
        self.run_button.setDefault(True)
        self.run_button.clicked.connect(self.run_wanted)
        column.addWidget(self.run_button)
        self._retranslate()

    def _build_places(self, models: Sequence[ModelChoice]) -> None:
        self.model_box, self.against_box = QComboBox(), QComboBox()
        self.against_box.addItem("", _NO_MODEL)
        for model in models:
            self.model_box.addItem("", model)
            if not model.is_eyes:
                self.against_box.addItem("", model)
        for box in (self.model_box, self.against_box):
            box.addItem("")
            box.setSizeAdjustPolicy(_SHORTENED)
            box.setMinimumContentsLength(1)
            self._form.addRow(" ", box)
        self._model_at, self._against_at = 0, 0
        self.model_box.activated.connect(self._take_model)
        self.against_box.activated.connect(self._take_against)
        self.place = QLineEdit()
        self.place.editingFinished.connect(self._take_place)
        self._form.addRow(" ", self.place)
        row = QHBoxLayout()
        self.folder_button = QPushButton()
        self.folder_button.clicked.connect(self._choose_folder)
        self.list_button = QPushButton()
        self.list_button.clicked.connect(self._choose_list)
        row.addWidget(self.folder_button)
        row.addWidget(self.list_button)
        self._form.addRow("", row)
        self.found = QLabel()
        self.found.setWordWrap(True)
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        self.found.setProperty("face", "small")
        self._form.addRow(self.found)

    def _build_choices(self) -> None:
        self.column_box, self.split_box = QComboBox(), QComboBox()
        self.column_box.activated.connect(self.data_wanted)
        self.groups_button = QPushButton()
        self.groups_menu = QMenu(self.groups_button)
        self.groups_button.setMenu(self.groups_menu)
        self.workers_box = QSpinBox()
        self.workers_box.setRange(1, _MOST_WORKERS)
        for widget in (self.column_box, self.split_box, self.groups_button, self.workers_box):
            self._form.addRow(" ", widget)
        self.keep_box = QCheckBox()
        self.keep_box.setChecked(True)
        self._form.addRow(self.keep_box)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("What to judge"))
        for widget, word in (
            (self.model_box, self.tr("Model")),
            (self.against_box, self.tr("Compare with")),
            (self.place, self.tr("Pictures")),
            (self.column_box, self.tr("Label column")),
            (self.split_box, self.tr("Split")),
            (self.groups_button, self.tr("Groups")),
            (self.workers_box, self.tr("Processes")),
        ):
            widget.setAccessibleName(word)
            label = self._form.labelForField(widget)
            if isinstance(label, QLabel):
                label.setText(word)
        for box in (self.model_box, self.against_box):
            for at in range(box.count()):
                box.setItemText(at, self._title_of(box.itemData(at)))
        self.place.setPlaceholderText(self.tr("Folder or list"))
        self.folder_button.setText(self.tr("Folder…"))
        self.list_button.setText(self.tr("List…"))
        self.keep_box.setText(self.tr("Go on after a crash"))
        self.keep_box.setToolTip(
            self.tr("Finished parts are kept until the run is done, and are not judged again.")
        )
        self.run_button.setText(self.tr("Run"))
        self._say_found()
        self._offer_splits()
        self._offer()

    def _title_of(self, model: ModelChoice | None) -> str:
        if model is None:
            return self.tr("Another model folder…")
        if model is _NO_MODEL:
            return self.tr("No second model")
        if model.is_eyes:
            return self.tr("Eye detectors")
        return model.title if model.folder else self.tr("Shipped model")

    # What was chosen

    @property
    def model(self) -> ModelChoice:
        """The chosen model."""
        chosen: ModelChoice = self.model_box.itemData(self._model_at)
        return chosen

    @property
    def against(self) -> ModelChoice | None:
        """The second model that judges the same pictures; None where none is wanted."""
        chosen: ModelChoice = self.against_box.itemData(self._against_at)
        return None if chosen is _NO_MODEL or self.model.is_eyes else chosen

    @property
    def data(self) -> Path | None:
        """The chosen folder or list; None while there is none."""
        return Path(self._place) if self._place else None

    @property
    def column(self) -> str:
        """The chosen label column; "" for the usual one."""
        return self.column_box.currentText()

    @property
    def split(self) -> str | None:
        """The chosen split; None for all pictures."""
        chosen: str | None = self.split_box.currentData()
        return chosen

    @property
    def groups(self) -> tuple[str, ...]:
        """The columns to audit by, in the order of the data."""
        offered = self._choice.groups if self._choice else ()
        return tuple(name for name in offered if name in self._groups)

    def choose_data(self, place: str) -> None:
        """Take another folder or list."""
        self.place.setText(place)
        self._take_place()

    # What is offered

    def say(self, text: str, *, bad: bool = False) -> None:
        """Show a sentence about the data; nothing can be run until some was read."""
        self._choice = None
        self._said = said("▲ {problem}", problem=text) if bad else text
        self._say_found(bad=bad)
        self._offer()

    def show_choice(self, choice: DataChoice, column: str) -> None:
        """Offer what the data has.

        Args:
            choice: of the data.
            column: the label column that was read.
        """
        self._choice, self._said = choice, None
        self.column_box.clear()
        self.column_box.addItems(list(choice.columns))
        self.column_box.setCurrentText(column)
        self._offer_splits()
        self._say_found()
        self._show_groups(choice)
        self._offer()

    def ask_column(self, columns: Sequence[str]) -> None:
        """The label lies in none of the usual columns: have it chosen."""
        self._choice, self._said = None, None
        self.column_box.clear()
        self.column_box.addItems(list(columns))
        self.column_box.setCurrentIndex(-1)
        self._say_found()
        self._offer()

    def _offer_splits(self) -> None:
        choice, before = self._choice, self.split
        if choice is None:
            return
        self.split_box.clear()
        every = self.tr("All pictures ({})").format(number_text(choice.pictures))
        self.split_box.addItem(every, None)
        for name, count in choice.splits.items():
            if name:
                self.split_box.addItem(f"{name} ({number_text(count)})", name)
        self.split_box.setCurrentIndex(max(self.split_box.findData(before), 0))

    def _say_found(self, *, bad: bool = False) -> None:
        choice, text = self._choice, self._said
        if choice is None and self.column_box.count() and not self.column:
            text = self.tr("Choose the column that holds the label.")
        elif text is None and choice is None:
            text = self.tr("Choose labelled pictures: a folder per class, or a list (CSV).")
        elif choice is not None:
            labels = ", ".join(
                f"{name.replace('_', ' ')} {number_text(count)}"
                for name, count in choice.labels.items()
            )
            text = self.tr("{} pictures: {}.").format(number_text(choice.pictures), labels)
            if choice.missing:
                missing = self.tr("{} listed pictures are missing.")
                text = f"{text} {missing.format(number_text(choice.missing))}"
        self.found.setText(shown(text or ""))
        self.found.setProperty("tone", "bad" if bad else "quiet")
        self.found.style().unpolish(self.found)
        self.found.style().polish(self.found)

    def show_running(self, *, running: bool) -> None:
        """Lock the choices while a run is under way."""
        for child in self.findChildren(QWidget):
            if isinstance(child, QComboBox | QLineEdit | QSpinBox | QCheckBox | QPushButton):
                child.setEnabled(not running)
        if not running:
            self._offer()

    def _show_groups(self, choice: DataChoice) -> None:
        self.groups_menu.clear()
        self._groups &= set(choice.groups)
        for name in choice.groups:
            action = self.groups_menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(name in self._groups)
            action.toggled.connect(lambda on, name=name: self._take_group(name, on=on))

    def _take_group(self, name: str, *, on: bool) -> None:
        self._groups = self._groups | {name} if on else self._groups - {name}
        self._offer()

    def _offer(self) -> None:
        ready, eyes = self._choice is not None, self.model.is_eyes
        self.run_button.setEnabled(ready)
        self.split_box.setEnabled(ready)
        self.column_box.setEnabled(self.column_box.count() > 0)
        self.groups_button.setEnabled(bool(self._choice and self._choice.groups))
        self.groups_button.setText(", ".join(self.groups) or self.tr("None"))
        self.against_box.setEnabled(not eyes)

    # Choosing

    def _take_model(self, at: int) -> None:
        if self.model_box.itemData(at) is None:
            self.model_box.setCurrentIndex(self._model_at)
            self._ask_model(self.add_model)
            return
        self._model_at = at
        self.column_box.clear()
        self._offer()
        self.data_wanted.emit()

    def _take_against(self, at: int) -> None:
        if self.against_box.itemData(at) is None:
            self.against_box.setCurrentIndex(self._against_at)
            self._ask_model(self.add_against)
            return
        self._against_at = at
        self.data_wanted.emit()

    def _ask_model(self, take: Callable[[str], None]) -> None:
        dialog = QFileDialog(self, self.tr("Choose a model folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(take)
        dialog.open()

    def add_model(self, folder: str) -> None:
        """Offer the model of a folder in both lists, and choose it."""
        self._offer_model(folder)
        at = _place_of(self.model_box, Path(folder))
        self.model_box.setCurrentIndex(at)
        self._take_model(at)

    def add_against(self, folder: str) -> None:
        """Offer the model of a folder in both lists, and choose it as the second one."""
        self._offer_model(folder)
        at = _place_of(self.against_box, Path(folder))
        self.against_box.setCurrentIndex(at)
        self._take_against(at)

    def _offer_model(self, folder: str) -> None:
        for box in (self.model_box, self.against_box):
            last = box.count() - 1
            if _place_of(box, Path(folder)) < 0:
                box.insertItem(last, Path(folder).name, ModelChoice(folder, Path(folder)))
                box.setItemData(last, folder, Qt.ItemDataRole.ToolTipRole)

    def _choose_folder(self) -> None:
        self._ask_place(QFileDialog.FileMode.Directory, "")

    def _choose_list(self) -> None:
        self._ask_place(QFileDialog.FileMode.ExistingFile, self.tr("Lists (*.csv)"))

    def _ask_place(self, mode: QFileDialog.FileMode, names: str) -> None:
        dialog = QFileDialog(self, self.tr("Choose labelled pictures"), self._place, names)
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.choose_data)
        dialog.open()

    def _take_place(self) -> None:
        place = self.place.text().strip()
        if place != self._place:
            self._place = place
            self.column_box.clear()
            self.data_wanted.emit()


def _place_of(box: QComboBox, folder: Path) -> int:
    """Where a list offers the model of a folder; -1 where it does not."""
    places = (at for at in range(box.count()) if box.itemData(at) is not None)
    return next((at for at in places if box.itemData(at).folder == folder), -1)

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

_MOST_WORKERS = 32


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """An entry of the list of models.

    Attributes:
        title: for people.
        folder: of the model; None for the shipped one.
        is_eyes: whether it stands for the eye detectors.
    """

    title: str
    folder: Path | None
    is_eyes: bool = False


_NO_MODEL = ModelChoice("", None)


class LabSetup(QFrame):
    """`data_wanted`: another model, place or column was chosen; `run_wanted`: start."""

    data_wanted = Signal()
    run_wanted = Signal()

    def __init__(self, models: Sequence[ModelChoice], parent: QWidget | None = None) -> None:
        """Offer `models`, the first one chosen, and no data yet."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._choice: DataChoice | None = None
        self._groups: set[str] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        title = QLabel(self.tr("What to judge"))
        title.setProperty("face", "title")
        column.addWidget(title)
        column.addLayout(self._build_places(models))
        self.found = QLabel()
        self.found.setWordWrap(True)
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        self.found.setProperty("face", "small")
        column.addWidget(self.found)
        column.addLayout(self._build_choices())
        self.run_button = QPushButton(self.tr("Run"))
        self.run_button.setDefault(True)
        self.run_button.clicked.connect(self.run_wanted)
        column.addWidget(self.run_button)
        self.say(self.tr("Choose labelled pictures: a folder per class, or a list (CSV)."))

    def _build_places(self, models: Sequence[ModelChoice]) -> QFormLayout:
        form = _form()
        self.model_box = QComboBox()
        self.model_box.setAccessibleName(self.tr("Model"))
        for model in models:
            self.model_box.addItem(model.title, model)
        self.model_box.addItem(self.tr("Another model folder…"))
        self._model_at = 0
        self.model_box.activated.connect(self._take_model)
        form.addRow(self.tr("Model"), self.model_box)
        self.against_box = QComboBox()
        self.against_box.setAccessibleName(self.tr("Compare with"))
        self.against_box.addItem(self.tr("No second model"), _NO_MODEL)
        for model in models:
            if not model.is_eyes:
                self.against_box.addItem(model.title, model)
        self.against_box.addItem(self.tr("Another model folder…"))
        self._against_at = 0
        self.against_box.activated.connect(self._take_against)
        form.addRow(self.tr("Against"), self.against_box)
        self.place = QLineEdit()
        self.place.setPlaceholderText(self.tr("Folder or list"))
        self.place.setAccessibleName(self.tr("Pictures"))
        self.place.editingFinished.connect(self._take_place)
        self._place = ""
        form.addRow(self.tr("Pictures"), self.place)
        row = QHBoxLayout()
        self.folder_button = QPushButton(self.tr("Folder…"))
        self.folder_button.clicked.connect(self._choose_folder)
        self.list_button = QPushButton(self.tr("List…"))
        self.list_button.clicked.connect(self._choose_list)
        row.addWidget(self.folder_button)
        row.addWidget(self.list_button)
        form.addRow("", row)
        return form

    def _build_choices(self) -> QFormLayout:
        form = _form()
        self.column_box = QComboBox()
        self.column_box.setAccessibleName(self.tr("Label column"))
        self.column_box.activated.connect(self.data_wanted)
        form.addRow(self.tr("Label column"), self.column_box)
        self.split_box = QComboBox()
        self.split_box.setAccessibleName(self.tr("Split"))
        form.addRow(self.tr("Split"), self.split_box)
        self.groups_button = QPushButton()
        self.groups_button.setAccessibleName(self.tr("Groups"))
        self.groups_menu = QMenu(self.groups_button)
        self.groups_button.setMenu(self.groups_menu)
        form.addRow(self.tr("Groups"), self.groups_button)
        self.workers_box = QSpinBox()
        self.workers_box.setRange(1, _MOST_WORKERS)
        self.workers_box.setAccessibleName(self.tr("Processes"))
        form.addRow(self.tr("Processes"), self.workers_box)
        self.keep_box = QCheckBox(self.tr("Go on after a crash"))
        self.keep_box.setChecked(True)
        self.keep_box.setToolTip(
            self.tr("Finished parts are kept until the run is done, and are not judged again.")
        )
        form.addRow("", self.keep_box)
        return form

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
        self._show_found(f"▲ {text}" if bad else text, bad=bad)
        self._offer()

    def show_choice(self, choice: DataChoice, column: str) -> None:
        """Offer what the data has.

        Args:
            choice: of the data.
            column: the label column that was read.
        """
        self._choice = choice
        self.column_box.clear()
        self.column_box.addItems(list(choice.columns))
        self.column_box.setCurrentText(column)
        before = self.split
        self.split_box.clear()
        self.split_box.addItem(self.tr("All pictures ({:,})").format(choice.pictures), None)
        for name, count in choice.splits.items():
            if name:
                self.split_box.addItem(f"{name} ({count:,})", name)
        self.split_box.setCurrentIndex(max(self.split_box.findData(before), 0))
        labels = ", ".join(
            f"{name.replace('_', ' ')} {count:,}" for name, count in choice.labels.items()
        )
        missing = (
            self.tr(" {:,} listed pictures are missing.").format(choice.missing)
            if choice.missing
            else ""
        )
        said = self.tr("{:,} pictures: {}.").format(choice.pictures, labels)
        self._show_found(said + missing, bad=False)
        self._show_groups(choice)
        self._offer()

    def show_running(self, *, running: bool) -> None:
        """Lock the choices while a run is under way."""
        for child in self.findChildren(QWidget):
            if isinstance(child, QComboBox | QLineEdit | QSpinBox | QCheckBox | QPushButton):
                child.setEnabled(not running)
        if not running:
            self._offer()

    def _show_found(self, text: str, *, bad: bool) -> None:
        self.found.setText(text)
        self.found.setProperty("tone", "bad" if bad else "quiet")
        self.found.style().unpolish(self.found)
        self.found.style().polish(self.found)

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
        self.column_box.setEnabled(self._choice is not None and bool(self._choice.columns))
        self.groups_button.setEnabled(bool(self._choice and self._choice.groups) and not eyes)
        self.groups_button.setText(", ".join(self.groups) or self.tr("None"))
        self.workers_box.setEnabled(not eyes)
        self.against_box.setEnabled(not eyes)
        self.keep_box.setEnabled(not eyes)

    # Choosing

    def _take_model(self, at: int) -> None:
        if self.model_box.itemData(at) is None:
            self.model_box.setCurrentIndex(self._model_at)
            self._ask_model(self.add_model)
            return
        self._model_at = at
        self.column_box.clear()
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


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setSpacing(8)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    return form

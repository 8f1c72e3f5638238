"""`TrainingSetup`: what is to be learned, from which pictures, by which recipe."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.lab.training_order import TrainingOrder
from faceqa_gui.quality.network import Architecture
from faceqa_gui.widgets.language import Retranslated

_MOST_EPOCHS = 1000
_LARGEST_SEED = 2**31 - 1


@dataclass(frozen=True, slots=True)
class _Way:
    """A network or a published recipe."""

    network: Architecture | None = None
    preset: str | None = None


class Place(QWidget):
    """A path to type, and buttons that look for one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty path, not yet named."""
        super().__init__(parent)
        self.line = QLineEdit()
        self.buttons: list[QPushButton] = []
        self._names = ""
        self.line.textChanged.connect(self.changed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self.line, 1)

    def offer(self, mode: QFileDialog.FileMode) -> None:
        """Add a button that looks for a file or for a folder."""
        button = QPushButton()
        button.clicked.connect(lambda: self._ask(mode))
        self._row.addWidget(button)
        self.buttons.append(button)

    def name(self, name: str, hint: str, words: Sequence[str], names: str = "") -> None:
        """Say what it is.

        Args:
            name: for screen readers, and title of its dialogs.
            hint: shown while it is empty.
            words: of its buttons.
            names: which files its dialogs list, as Qt takes it.
        """
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(name)
        self._names = names
        for button, word in zip(self.buttons, words, strict=True):
            button.setText(word)

    @property
    def text(self) -> str:
        """The path; "" for none."""
        return self.line.text().strip()

    def _ask(self, mode: QFileDialog.FileMode) -> None:
        dialog = QFileDialog(self, self.line.accessibleName(), self.text, self._names)
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.line.setText)
        dialog.open()


class TrainingSetup(Retranslated, QFrame):
    """`train_wanted`: start what `order` says."""

    train_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer every task and recipe; nothing is chosen yet but the first of each."""
        super().__init__(parent)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        self._title = QLabel()
        self._title.setProperty("face", "title")
        column.addWidget(self._title)
        self._form = QFormLayout()
        self._form.setSpacing(8)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        column.addLayout(self._form)
        self._build_choices()
        self._build_places()
        self._build_numbers()
        self.train_button = QPushButton()
        self.train_button.setDefault(True)
        self.train_button.clicked.connect(self.train_wanted)
        column.addWidget(self.train_button)
        self._retranslate()
        self._offer()

    def _task_words(self) -> dict[str, str]:
        return {
            "quality": self.tr("Face quality"),
            "gender": self.tr("Gender (for audits only)"),
            "age": self.tr("Age group (for audits only)"),
            "race": self.tr("Race (for audits only)"),
        }

    def _recipe_words(self) -> dict[_Way, str]:
        return {
            _Way("mobilenet"): self.tr("MobileNet, fine-tuned"),
            _Way("resnet50"): self.tr("ResNet50, fine-tuned"),
            _Way("simple_cnn"): self.tr("Simple CNN, from scratch"),
            _Way(preset="gurjar2024"): self.tr("As Gurjar et al. 2024: MobileNet, head only"),
            _Way(preset="hung-fairface"): self.tr("As Hung et al.: ResNet50, 14 layers fixed"),
        }

    def _retranslate(self) -> None:
        self._title.setText(self.tr("What to learn"))
        self.train_button.setText(self.tr("Train"))
        for box, words in (
            (self.task_box, self._task_words()),
            (self.recipe_box, self._recipe_words()),
        ):
            for place, word in enumerate(words.values()):
                box.setItemText(place, word)
        folder = self.tr("Folder…")
        self.data.name(
            self.tr("Pictures"),
            self.tr("Folder or list"),
            (folder, self.tr("List…")),
            self.tr("Lists (*.csv)"),
        )
        self.weights.name(
            self.tr("First weights"),
            self.tr("ImageNet weights, without top"),
            (self.tr("File…"),),
            self.tr("Weights (*.h5)"),
        )
        self.out.name(self.tr("Model folder"), self.tr("New or empty folder"), (folder,))
        for field, word in {
            self.task_box: self.tr("Task"),
            self.recipe_box: self.tr("Recipe"),
            self.data: self.tr("Pictures"),
            self.weights: self.tr("First weights"),
            self.out: self.tr("Model folder"),
        }.items():
            label = self._form.labelForField(field)
            if isinstance(label, QLabel):
                label.setText(word)
            field.setAccessibleName(word)
        self.epochs_box.setSpecialValueText(self.tr("as the recipe"))
        for box_label, spin, word in (
            (self._epochs_label, self.epochs_box, self.tr("Epochs")),
            (self._seed_label, self.seed_box, self.tr("Seed")),
        ):
            box_label.setText(word)
            spin.setAccessibleName(word)
        self.resume_box.setText(self.tr("Go on with an unfinished run"))

    def _build_choices(self) -> None:
        self.task_box = QComboBox()
        for name, word in self._task_words().items():
            self.task_box.addItem(word, name)
        self._form.addRow(QLabel(), self.task_box)
        self.recipe_box = QComboBox()
        for way, word in self._recipe_words().items():
            self.recipe_box.addItem(word, way)
        self.recipe_box.currentIndexChanged.connect(self._offer)
        self._form.addRow(QLabel(), self.recipe_box)

    def _build_places(self) -> None:
        folder, file = QFileDialog.FileMode.Directory, QFileDialog.FileMode.ExistingFile
        self.data, self.weights, self.out = Place(), Place(), Place()
        for mode in (folder, file):
            self.data.offer(mode)
        self.weights.offer(file)
        self.out.offer(folder)
        for place in (self.data, self.weights, self.out):
            self._form.addRow(QLabel(), place)
        for place in (self.data, self.out):
            place.changed.connect(self._offer)

    def _build_numbers(self) -> None:
        self.epochs_box = QSpinBox()
        self.epochs_box.setRange(0, _MOST_EPOCHS)
        self.seed_box = QSpinBox()
        self.seed_box.setRange(0, _LARGEST_SEED)
        self._epochs_label, self._seed_label = QLabel(), QLabel()
        pair = QGridLayout()
        pair.setColumnStretch(1, 1)
        for place, (label, box) in enumerate(
            ((self._epochs_label, self.epochs_box), (self._seed_label, self.seed_box))
        ):
            pair.addWidget(label, place, 0)
            pair.addWidget(box, place, 1)
        self._form.addRow(pair)
        self.resume_box = QCheckBox()
        self._form.addRow(self.resume_box)

    @property
    def order(self) -> TrainingOrder:
        """What was chosen."""
        way: _Way = self.recipe_box.currentData()
        task: str = self.task_box.currentData()
        return TrainingOrder(
            data=Path(self.data.text).absolute(),
            out=Path(self.out.text).absolute(),
            task=task,
            network=way.network,
            preset=way.preset,
            weights=self.weights.text or None if self._starts_trained else None,
            epochs=self.epochs_box.value() or None,
            seed=self.seed_box.value(),
            resume=self.resume_box.isChecked(),
        )

    def show_running(self, *, running: bool) -> None:
        """Lock the choices while a run is under way."""
        for child in self.findChildren(QWidget):
            if isinstance(child, QComboBox | QLineEdit | QSpinBox | QCheckBox | QPushButton):
                child.setEnabled(not running)
        if not running:
            self._offer()

    @property
    def _starts_trained(self) -> bool:
        way: _Way = self.recipe_box.currentData()
        return way.network != "simple_cnn"

    def _offer(self) -> None:
        self.weights.setEnabled(self._starts_trained)
        self.train_button.setEnabled(bool(self.data.text and self.out.text))

"""`TrainingSetup`: what is to be learned, from which pictures, by which recipe."""

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
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.lab.training_order import TrainingOrder
from faceqa_gui.quality.network import Architecture

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

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        """An empty path.

        Args:
            name: for screen readers, and title of its dialogs.
            hint: shown while it is empty.
            parent: of the widget.
        """
        super().__init__(parent)
        self._name = name
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(name)
        self.line.textChanged.connect(self.changed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self.line, 1)

    def offer(self, word: str, mode: QFileDialog.FileMode, names: str = "") -> None:
        """Add a button called `word` that looks for a file of `names`, or for a folder."""
        button = QPushButton(word)
        button.clicked.connect(lambda: self._ask(mode, names))
        self._row.addWidget(button)

    @property
    def text(self) -> str:
        """The path; "" for none."""
        return self.line.text().strip()

    def _ask(self, mode: QFileDialog.FileMode, names: str) -> None:
        dialog = QFileDialog(self, self._name, self.text, names)
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.line.setText)
        dialog.open()


class TrainingSetup(QFrame):
    """`train_wanted`: start what `order` says."""

    train_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer every task and recipe; nothing is chosen yet but the first of each."""
        super().__init__(parent)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        title = QLabel(self.tr("What to learn"))
        title.setProperty("face", "title")
        column.addWidget(title)
        self._form = QFormLayout()
        self._form.setSpacing(8)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        column.addLayout(self._form)
        self._build_choices()
        self._build_places()
        self._build_numbers()
        self.train_button = QPushButton(self.tr("Train"))
        self.train_button.setDefault(True)
        self.train_button.clicked.connect(self.train_wanted)
        column.addWidget(self.train_button)
        self._offer()

    def _build_choices(self) -> None:
        self.task_box = QComboBox()
        self.task_box.setAccessibleName(self.tr("Task"))
        for name, word in {
            "quality": self.tr("Face quality"),
            "gender": self.tr("Gender (for audits only)"),
            "age": self.tr("Age group (for audits only)"),
            "race": self.tr("Race (for audits only)"),
        }.items():
            self.task_box.addItem(word, name)
        self._form.addRow(self.tr("Task"), self.task_box)
        self.recipe_box = QComboBox()
        self.recipe_box.setAccessibleName(self.tr("Recipe"))
        for way, word in {
            _Way("mobilenet"): self.tr("MobileNet, fine-tuned"),
            _Way("resnet50"): self.tr("ResNet50, fine-tuned"),
            _Way("simple_cnn"): self.tr("Simple CNN, from scratch"),
            _Way(preset="gurjar2024"): self.tr("As Gurjar et al. 2024: MobileNet, head only"),
            _Way(preset="hung-fairface"): self.tr("As Hung et al.: ResNet50, 14 layers fixed"),
        }.items():
            self.recipe_box.addItem(word, way)
        self.recipe_box.currentIndexChanged.connect(self._offer)
        self._form.addRow(self.tr("Recipe"), self.recipe_box)

    def _build_places(self) -> None:
        folder, file = QFileDialog.FileMode.Directory, QFileDialog.FileMode.ExistingFile
        self.data = Place(self.tr("Pictures"), self.tr("Folder or list"))
        self.data.offer(self.tr("Folder…"), folder)
        self.data.offer(self.tr("List…"), file, self.tr("Lists (*.csv)"))
        self._form.addRow(self.tr("Pictures"), self.data)
        self.weights = Place(self.tr("First weights"), self.tr("ImageNet weights, without top"))
        self.weights.offer(self.tr("File…"), file, self.tr("Weights (*.h5)"))
        self._form.addRow(self.tr("First weights"), self.weights)
        self.out = Place(self.tr("Model folder"), self.tr("New or empty folder"))
        self.out.offer(self.tr("Folder…"), folder)
        self._form.addRow(self.tr("Model folder"), self.out)
        for place in (self.data, self.out):
            place.changed.connect(self._offer)

    def _build_numbers(self) -> None:
        row = QHBoxLayout()
        self.epochs_box = QSpinBox()
        self.epochs_box.setRange(0, _MOST_EPOCHS)
        self.epochs_box.setSpecialValueText(self.tr("as the recipe"))
        self.epochs_box.setAccessibleName(self.tr("Epochs"))
        self.seed_box = QSpinBox()
        self.seed_box.setRange(0, _LARGEST_SEED)
        self.seed_box.setAccessibleName(self.tr("Seed"))
        row.addWidget(QLabel(self.tr("Epochs")))
        row.addWidget(self.epochs_box, 1)
        row.addWidget(QLabel(self.tr("Seed")))
        row.addWidget(self.seed_box, 1)
        self._form.addRow(row)
        self.resume_box = QCheckBox(self.tr("Go on with the unfinished run in this folder"))
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

"""`ModelImportDialog`: puts a model from a file on the station's list, or says why not."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from faceqa_gui.errors import FaceQAError
from faceqa_gui.quality.model_list import ListedModel
from faceqa_gui.windows.asking_dialog import AskingDialog
from faceqa_gui.wording import said

Cancelled = Callable[[], bool]
BeginImport = Callable[[Path, Cancelled], Callable[[], ListedModel]]
"""Takes the right to it and gives the work for another thread; `FaceQAError` if there is none."""


class ModelImportDialog(AskingDialog):
    """Stays open to say how it went; `taken` carries the listed model."""

    def __init__(self, begin: BeginImport, parent: QWidget | None = None) -> None:
        """Ask for a file.

        Args:
            begin: what the import does.
            parent: the window.
        """
        super().__init__(parent)
        self._begin = begin
        self._stopped = threading.Event()
        self.file = QLineEdit()
        self.choose = QPushButton()
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self._place = QWidget()
        line = QHBoxLayout(self._place)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.file, 1)
        line.addWidget(self.choose)
        self.add_field(self._place)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        kept = self.progress.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(kept)
        self.progress.hide()
        self.column.insertWidget(self.column.indexOf(self.problem), self.progress)
        self.setMinimumWidth(560)
        # It quotes files from elsewhere.
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setMinimumHeight(72)
        self.file.setFocus()
        self._retranslate()

    def _retranslate(self) -> None:
        self.entitle(
            self.tr("Import a model"),
            self.tr(
                "The file that “faceqa model pack” wrote is checked byte by byte and tried in a "
                "process of its own, which takes some seconds. The model in use stays in use."
            ),
            self.tr("Import"),
        )
        self.name_field(self._place, self.tr("File"))
        self.file.setAccessibleName(self.tr("File of the model"))
        self.choose.setText(self.tr("Choose…"))
        self.progress.setAccessibleName(self.tr("The model is checked and tried"))

    @Slot()
    def _choose(self) -> None:
        kinds = self.tr("Packed models (*.faceqa-model *.zip);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Packed model"), self.file.text(), kinds
        )
        if path:
            self.file.setText(path)

    def _work(self) -> Callable[[], object]:
        if not self.file.text().strip():
            raise FaceQAError(said("Choose the file of a packed model."))
        return self._begin(Path(self.file.text().strip()), self._stopped.is_set)

    def _show_busy(self, *, busy: bool) -> None:
        super()._show_busy(busy=busy)
        self.progress.setVisible(busy)

    def done(self, result: int) -> None:
        """Stop a trial that goes on: nobody waits for it any more."""
        self._stopped.set()
        super().done(result)

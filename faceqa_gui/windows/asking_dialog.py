"""`WorkingDialog`: its work goes on beside the GUI thread. `AskingDialog`: a form, one answer."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.errors import FaceQAError
from faceqa_gui.operators.name_and_pin import check_pin
from faceqa_gui.widgets.fitting_dialog import FittingDialog
from faceqa_gui.widgets.language import shown
from faceqa_gui.widgets.pin_fields import FIELD_HEIGHT
from faceqa_gui.widgets.worded_buttons import WordedButtons
from faceqa_gui.wording import said
from faceqa_gui.workers.errand import Errand

_NEVER_BUSY = (QDialogButtonBox.StandardButton.Cancel, QDialogButtonBox.StandardButton.Close)


_LEAST_WIDTH = 396


class WorkingDialog(FittingDialog):
    """Has a head, a form, a sentence of what went wrong, and buttons; PINs are slow on purpose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build what all of them have."""
        super().__init__(parent)
        self._errand: Errand | None = None
        self._then: Callable[[object], None] | None = None
        self._problem = ""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(22, 18, 22, 16)
        self.column.setSpacing(10)
        self.head = QLabel()
        self.head.setProperty("face", "title")
        self.head.setWordWrap(True)
        # A least width of the dialog itself would keep it from growing with its words.
        self.head.setMinimumWidth(_LEAST_WIDTH)
        self.column.addWidget(self.head)
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.column.addWidget(self.about)
        self.body = QWidget()
        self.form = QFormLayout(self.body)
        self.form.setContentsMargins(0, 4, 0, 0)
        self.form.setHorizontalSpacing(14)
        self.form.setVerticalSpacing(8)
        self.column.addWidget(self.body)
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.setMinimumHeight(34)
        self.column.addWidget(self.problem)
        kind = QDialogButtonBox.StandardButton
        self.buttons = WordedButtons(kind.Ok | kind.Cancel)
        self.buttons.rejected.connect(self.reject)
        self.column.addWidget(self.buttons)

    def _retranslate(self) -> None:
        self.problem.setText(shown(self._problem))

    def entitle(self, title: str, about: str, accept: str) -> None:
        """Say what it is, what it is for, and the word of the button that answers, if any."""
        self.setWindowTitle(title)
        self.head.setText(title)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        if accept:
            self.buttons.say(QDialogButtonBox.StandardButton.Ok, accept)
        WorkingDialog._retranslate(self)

    def add_field(self, field: QWidget) -> None:
        """A row of the form, whose word has the field as its buddy; `name_field` gives the word."""
        self.form.addRow(field_label("", field), field)

    def name_field(self, field: QWidget, word: str) -> None:
        """The word of a row, and of its field for screen readers."""
        label = self.form.labelForField(field)
        if isinstance(label, QLabel):
            label.setText(word)
        field.setAccessibleName(word)

    def say_problem(self, sentence: str) -> None:
        """Say what went wrong; "" for nothing."""
        self._problem = sentence
        self.problem.setText(shown(sentence))

    def run_aside(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        """Do `work` on another thread, then `then` with its result, or say why not."""
        if self._errand is not None:
            return
        self.say_problem("")
        self._then = then
        self._show_busy(busy=True)
        self._errand = Errand(work, self)
        self._errand.done.connect(self._take_result)
        self._errand.refused.connect(self._take_refusal)
        self._errand.start()

    @Slot(object)
    def _take_result(self, result: object) -> None:
        self._end_errand()
        if self._then is not None:
            self._then(result)

    @Slot(object)
    def _take_refusal(self, error: FaceQAError) -> None:
        self._end_errand()
        self._refuse(error)

    def _refuse(self, error: FaceQAError) -> None:
        """Say why not, and have the PIN typed again."""
        self.say_problem(str(error))
        for field in self.findChildren(QLineEdit):
            if field.echoMode() is QLineEdit.EchoMode.Password:
                field.clear()

    def _end_errand(self) -> None:
        if self._errand is not None:
            self._errand.wait()
            self._errand.deleteLater()
            self._errand = None
        self._show_busy(busy=False)

    def _show_busy(self, *, busy: bool) -> None:
        self.body.setEnabled(not busy)
        for button in self.buttons.buttons():
            if self.buttons.standardButton(button) not in _NEVER_BUSY:
                button.setEnabled(not busy)

    def done(self, result: int) -> None:
        """Wait for the errand, which must not outlive the dialog."""
        if self._errand is not None:
            self._errand.done.disconnect(self._take_result)
            self._errand.refused.disconnect(self._take_refusal)
            self._end_errand()
        super().done(result)


class AskingDialog(WorkingDialog):
    """A form with one answer; a subclass fills `form` and says in `_work` what the answer does.

    `taken` carries what the work returned, `was_refused` its `FaceQAError`.
    """

    taken = Signal(object)
    was_refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons.accepted.connect(self._answer)

    def _work(self) -> Callable[[], object]:
        """What the answer does, on another thread.

        Raises:
            FaceQAError: the fields are not filled in as they must be.
        """
        raise NotImplementedError

    @Slot()
    def _answer(self) -> None:
        try:
            work = self._work()
        except FaceQAError as error:
            self.say_problem(str(error))
            return
        self.run_aside(work, self._finish)

    def _finish(self, result: object) -> None:
        self.accept()
        self.taken.emit(result)

    def _refuse(self, error: FaceQAError) -> None:
        super()._refuse(error)
        self.was_refused.emit(error)


def field_label(word: str, field: QWidget) -> QLabel:
    """A word beside a field, which is its buddy."""
    label = QLabel(word)
    label.setFixedHeight(FIELD_HEIGHT)
    label.setBuddy(field)
    return label


def chosen_pin(first: QLineEdit, again: QLineEdit) -> str:
    """A new PIN that was typed twice.

    Raises:
        FaceQAError: the two differ, or others would guess it.
    """
    check_pin(first.text())
    if first.text() != again.text():
        raise FaceQAError(said("The two PINs differ. Type the new one again."))
    return first.text()

"""`SignInCover`: stands in the place of everything while nobody is signed in."""

from math import ceil

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from faceqa_gui.errors import FaceQAError
from faceqa_gui.operators.accounts import Mode, SignInError, duration
from faceqa_gui.operators.session import Door, SessionView
from faceqa_gui.widgets.language import Retranslated, shown
from faceqa_gui.widgets.pin_fields import name_field, pin_field
from faceqa_gui.widgets.theme import RESOURCES
from faceqa_gui.widgets.words import role_word
from faceqa_gui.wording import said

_CARD_WIDTH = 440
_SECOND_MS = 1000


class SignInCover(Retranslated, QWidget):
    """`sign_in_requested` carries name and PIN; `enter_requested` needs neither."""

    sign_in_requested = Signal(str, str)
    enter_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._view: SessionView | None = None
        self._wait_seconds = 0
        self._sentence = ""
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        # Not aligned by the layout, which would forget that the card grows with its text.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._build_card())
        middle.addStretch(1)
        whole.addLayout(middle)
        self._foot = QLabel()
        self._foot.setProperty("tone", "quiet")
        self._foot.setProperty("face", "small")
        self._foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        whole.addSpacing(10)
        whole.addWidget(self._foot)
        whole.addStretch(3)
        self._countdown = QTimer(self)
        self._countdown.setInterval(_SECOND_MS)
        self._countdown.timeout.connect(self._count_down)
        self._retranslate()

    def _retranslate(self) -> None:
        self._foot.setText(
            self.tr("While this stands, no picture of anybody is shown and UV light stays off.")
        )
        for field, label, word in (
            (self.name, self._name_label, self.tr("Name")),
            (self.pin, self._pin_label, self.tr("PIN")),
        ):
            field.setAccessibleName(word)
            label.setText(word)
        if self._view is not None:
            self._say_view(self._view)
        self._show_problem()

    def _build_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(_CARD_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 26, 32, 26)
        column.setSpacing(8)
        head = QHBoxLayout()
        logo = QLabel()
        logo.setPixmap(QIcon(str(RESOURCES / "icons" / "logo.svg")).pixmap(30, 30))
        head.addWidget(logo)
        self.headline = QLabel()
        self.headline.setProperty("face", "brand")
        head.addWidget(self.headline, 1)
        column.addLayout(head)
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setProperty("tone", "quiet")
        column.addWidget(self.about)
        column.addSpacing(6)
        self._fields = QWidget()
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(4)
        self.name, self._name_label = name_field(), QLabel()
        self.pin, self._pin_label = pin_field(), QLabel()
        for field, label in ((self.name, self._name_label), (self.pin, self._pin_label)):
            label.setBuddy(field)
            fields.addWidget(label)
            fields.addWidget(field)
            fields.addSpacing(4)
        self.name.returnPressed.connect(self.pin.setFocus)
        self.name.textEdited.connect(self._forget_problem)
        self.pin.returnPressed.connect(self._ask)
        column.addWidget(self._fields)
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        column.addWidget(self.problem)
        self.button = QPushButton()
        self.button.setDefault(True)
        self.button.setFixedHeight(38)
        self.button.clicked.connect(self._ask)
        column.addSpacing(4)
        column.addWidget(self.button)
        return card

    def show_view(self, view: SessionView) -> None:
        """Say why nobody works here, and ask for what opens the station again."""
        self._view = view
        self._say_problem("")
        self.pin.clear()
        self.name.setText(view.operator.name if view.operator else "")
        self._fields.setVisible(self._signs_in)
        self.button.setVisible(view.mode in {Mode.SINGLE, Mode.ACCOUNTS})
        self._say_view(view)
        self.show_busy(busy=False)

    def _say_view(self, view: SessionView) -> None:
        self.headline.setText(self._head(view))
        self.about.setText(self._reason(view))
        self.button.setText(self._word(view))
        self.button.setAccessibleName(self.button.text())
        self.setAccessibleName(self.headline.text())
        self.setAccessibleDescription(self.about.text())

    @property
    def _signs_in(self) -> bool:
        view = self._view
        return view is not None and view.mode is Mode.ACCOUNTS

    def take_focus(self) -> None:
        """Put the cursor where something is wanted first."""
        if not self._signs_in:
            self.button.setFocus()
        elif self.name.text():
            self.pin.setFocus()
        else:
            self.name.setFocus()

    def _head(self, view: SessionView) -> str:
        if view.door is Door.UNREADABLE:
            return self.tr("Closed")
        return self.tr("Locked") if view.door is Door.LOCKED else self.tr("Sign in")

    def _reason(self, view: SessionView) -> str:
        if view.problem:
            return shown(view.problem)
        parts = [self.tr("Nobody has touched the station for a while.")] if view.idle else []
        if view.mode is Mode.NOT_CHOSEN:
            parts.append(
                self.tr("The file of the operators is gone. Put it back, or start FaceQA again.")
            )
        elif view.operator is not None and self._signs_in:
            parts.append(
                self.tr(
                    "{} ({}) works here. Anybody else who signs in begins a new session."
                ).format(view.operator.name, role_word(view.operator.role).lower())
            )
        elif self._signs_in:
            parts.append(self.tr("Your name goes to every record of what you release."))
        return " ".join(parts)

    def _word(self, view: SessionView) -> str:
        if view.mode is not Mode.ACCOUNTS:
            return self.tr("Continue")
        return self.tr("Unlock") if view.door is Door.LOCKED else self.tr("Sign in")

    def _ask(self) -> None:
        if not self.button.isEnabled() or self.button.isHidden():
            return
        if not self._signs_in:
            self.enter_requested.emit()
            return
        if not self.name.text().strip() or not self.pin.text():
            self._say_problem(said("Give your name and your PIN."))
            self.take_focus()
            return
        self.show_busy(busy=True)
        self.sign_in_requested.emit(self.name.text(), self.pin.text())
        self.pin.clear()

    def show_busy(self, *, busy: bool) -> None:
        """While a PIN is compared, nothing else can be asked."""
        for part in (self.name, self.pin, self.button):
            part.setEnabled(not busy)

    def show_refusal(self, error: FaceQAError) -> None:
        """Say why somebody was not signed in, and count down to the next try."""
        self.show_busy(busy=False)
        self._say_problem(str(error))
        if isinstance(error, SignInError) and error.wait_seconds > 0.0:
            self._wait_seconds = ceil(error.wait_seconds)
            self._countdown.start()
        if self.isVisible():
            self.pin.setFocus()

    def _count_down(self) -> None:
        self._wait_seconds -= 1
        if self._wait_seconds > 0:
            self._sentence = said(
                "Wrong PINs were tried. The next one is looked at in {time}.",
                time=duration(self._wait_seconds),
            )
            self._show_problem()
        else:
            self._forget_problem()

    def _forget_problem(self) -> None:
        self._say_problem("")

    def _say_problem(self, sentence: str) -> None:
        self._countdown.stop()
        self._sentence = sentence
        self._show_problem()

    def _show_problem(self) -> None:
        self.problem.setText(shown(self._sentence))
        self.problem.setVisible(bool(self._sentence))

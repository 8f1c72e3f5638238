"""The fields for a name and a PIN, alike wherever they are asked for."""

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from faceqa_gui.operators.name_and_pin import LONGEST_NAME, LONGEST_PIN

FIELD_HEIGHT = 32


def name_field(accessible_name: str = "", parent: QWidget | None = None) -> QLineEdit:
    """A field for an operator's name."""
    field = QLineEdit(parent)
    field.setMaxLength(LONGEST_NAME)
    field.setFixedHeight(FIELD_HEIGHT)
    field.setAccessibleName(accessible_name)
    return field


def pin_field(accessible_name: str = "", parent: QWidget | None = None) -> QLineEdit:
    """A field that takes digits and shows none of them."""
    field = QLineEdit(parent)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setInputMethodHints(
        Qt.InputMethodHint.ImhDigitsOnly
        | Qt.InputMethodHint.ImhSensitiveData
        | Qt.InputMethodHint.ImhHiddenText
    )
    digits = QRegularExpression(f"[0-9]{{0,{LONGEST_PIN}}}")
    field.setValidator(QRegularExpressionValidator(digits, field))
    field.setFixedHeight(FIELD_HEIGHT)
    field.setAccessibleName(accessible_name)
    return field

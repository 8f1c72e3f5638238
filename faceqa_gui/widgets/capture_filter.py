"""`CaptureFilter`: which captures are listed."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from enum import IntEnum

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.records.capture_row import CaptureRow
from faceqa_gui.widgets.language import Retranslated, date_format

_WEEK_DAYS = 7


class Days(IntEnum):
    """Captures of which days are listed."""

    ANY = 0
    TODAY = 1
    WEEK = 2
    ONE = 3


class CaptureFilter(Retranslated, QWidget):
    """`changed` tells that other captures are wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session_button = QPushButton()
        self.all_button = QPushButton()
        scope = QFrame()
        scope.setObjectName("tabs")
        line = QHBoxLayout(scope)
        line.setContentsMargins(2, 2, 2, 2)
        line.setSpacing(2)
        group = QButtonGroup(self)
        for button in (self.session_button, self.all_button):
            button.setCheckable(True)
            button.setFixedHeight(26)
            group.addButton(button)
            line.addWidget(button, 1)
        self.session_button.setChecked(True)
        group.buttonToggled.connect(self.changed)
        self.subject_field = QLineEdit()
        self.subject_field.setClearButtonEnabled(True)
        self.subject_field.textChanged.connect(self.changed)
        self.days_box = QComboBox()
        for days in Days:
            self.days_box.addItem("", days)
        self.day_field = QDateEdit(QDate.currentDate())
        self.day_field.setCalendarPopup(True)
        self.day_field.hide()
        self.days_box.currentIndexChanged.connect(self._choose_days)
        self.day_field.dateChanged.connect(self.changed)
        row = QHBoxLayout()
        row.addWidget(self.subject_field, 1)
        row.addWidget(self.days_box)
        row.addWidget(self.day_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(scope)
        column.addLayout(row)
        self._retranslate()

    def _retranslate(self) -> None:
        self.session_button.setText(self.tr("This session"))
        self.all_button.setText(self.tr("All captures"))
        self.subject_field.setPlaceholderText(self.tr("Subject"))
        self.subject_field.setAccessibleName(self.tr("List captures of this subject"))
        self.days_box.setAccessibleName(self.tr("List captures of these days"))
        for days, word in {
            Days.ANY: self.tr("Any day"),
            Days.TODAY: self.tr("Today"),
            Days.WEEK: self.tr("Last 7 days"),
            Days.ONE: self.tr("One day"),
        }.items():
            self.days_box.setItemText(days, word)
        self.day_field.setAccessibleName(self.tr("Day"))
        self.day_field.setLocale(QLocale())
        self.day_field.setDisplayFormat(date_format())

    @property
    def is_of_session(self) -> bool:
        """Whether only this session's captures are listed."""
        return self.session_button.isChecked()

    def show_all(self) -> None:
        """List all captures of the store, whatever was asked for before."""
        self.all_button.setChecked(True)
        self.subject_field.clear()
        self.days_box.setCurrentIndex(Days.ANY)

    def of(self, rows: Sequence[CaptureRow], session: Collection[str]) -> list[CaptureRow]:
        """The rows that are wanted, newest first.

        Args:
            rows: all of the store, oldest first.
            session: identifiers of this session's captures.
        """
        subject = self.subject_field.text().strip().casefold()
        first, last = self._span()
        return [
            row
            for row in reversed(rows)
            if (not self.is_of_session or row.identifier in session)
            and subject in row.subject.casefold()
            and first <= row.captured_at.astimezone().date() <= last
        ]

    def _span(self) -> tuple[date, date]:
        day = self.day_field.date()
        one = date(day.year(), day.month(), day.day())
        now = QDate.currentDate()
        today = date(now.year(), now.month(), now.day())
        return {
            Days.ANY: (date.min, date.max),
            Days.TODAY: (today, today),
            Days.WEEK: (today - timedelta(days=_WEEK_DAYS - 1), today),
            Days.ONE: (one, one),
        }[Days(self.days_box.currentData())]

    def _choose_days(self) -> None:
        self.day_field.setVisible(self.days_box.currentData() == Days.ONE)
        self.changed.emit()

"""`ShortcutSheet`: every action of the station window with its keys."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.windows.action_table import ActionTable, menu_key
from faceqa_gui.windows.actions import ACTIONS, Menu, menu_word


class ShortcutSheet(QDialog):
    """A list that can be searched; it is made of the table, so that it lists all of it."""

    def __init__(self, table: ActionTable, parent: QWidget | None = None) -> None:
        """List the actions of `table` with their present keys."""
        super().__init__(parent)
        self._table = table
        self.resize(960, 600)
        self.setMinimumSize(560, 320)
        self.find_field = QLineEdit()
        self.find_field.setClearButtonEnabled(True)
        self.find_field.textChanged.connect(self._find)
        self.list = QTableWidget(len(ACTIONS) + len(Menu), 4)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        rows = self.list.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.setShowGrid(False)
        self.list.setWordWrap(True)
        # Tab goes on to the button instead of from cell to cell.
        self.list.setTabKeyNavigation(False)
        head = self.list.horizontalHeader()
        for column in range(3):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(self.find_field)
        whole.addWidget(self.list, 1)
        whole.addWidget(self.buttons)
        self._retranslate()
        self.find_field.setFocus()

    @property
    def lines(self) -> tuple[tuple[str, str, str, str], ...]:
        """Keys, action, menu and meaning of every line, hidden ones too."""
        opening = self.tr("Opens this menu.")
        of_menus = ((menu_key(menu), menu_word(menu), self.tr("Menus"), opening) for menu in Menu)
        of_actions = (
            (
                ", ".join(self._table.keys(spec.which)),
                spec.shown_text,
                menu_word(spec.menu),
                spec.shown_tip,
            )
            for spec in ACTIONS
        )
        return (*of_menus, *of_actions)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.find_field.setPlaceholderText(self.tr("Find an action or a key"))
        self.find_field.setAccessibleName(self.tr("Find an action or a key"))
        self.list.setAccessibleName(self.tr("Actions and their keys"))
        self.list.setHorizontalHeaderLabels(
            [self.tr("Keys"), self.tr("Action"), self.tr("Menu"), self.tr("What it does")]
        )
        for row, line in enumerate(self.lines):
            for column, text in enumerate(line):
                item = QTableWidgetItem(text)
                if column == 0:
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                self.list.setItem(row, column, item)
        self._find()

    def _find(self) -> None:
        words = self.find_field.text().casefold().split()
        for row, line in enumerate(self.lines):
            said = " ".join(line).casefold()
            self.list.setRowHidden(row, not all(word in said for word in words))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Speak the language of the windows."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

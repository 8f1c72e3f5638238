"""`SettingsDialog`: every setting with its control, default, unit and meaning."""

from pydantic import JsonValue, ValidationError
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.frames.camera_controls import CameraControls, ControlState
from faceqa_gui.settings import Settings
from faceqa_gui.settings_changes import changes
from faceqa_gui.widgets.language import Retranslated
from faceqa_gui.widgets.setting_row import SettingRow
from faceqa_gui.widgets.setting_words import refusal_text, section_word, sections, setting_title
from faceqa_gui.widgets.worded_buttons import WordedButtons
from faceqa_gui.windows.looser_settings_dialog import LooserSettingsDialog
from faceqa_gui.wording import said


class SettingsDialog(Retranslated, QDialog):
    """Edits a copy of the settings; `settings_changed` carries the new ones when they are valid.

    Settings that are less strict than before are listed and asked about first.
    """

    settings_changed = Signal(object)

    def __init__(
        self,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        model_threshold: float | None = None,
        controls: CameraControls | None = None,
    ) -> None:
        """Show `settings`.

        Args:
            settings: in force.
            parent: the window.
            model_threshold: the loaded model's own for a good face; None where it is not known.
            controls: what the driver of the present camera has; None where that is not known.
        """
        super().__init__(parent)
        self.setMinimumSize(860, 420)
        self.resize(940, 640)
        self._settings = settings
        self._model_threshold = model_threshold
        self.rows: dict[tuple[str, str], SettingRow] = {}
        self._pages: dict[str, QScrollArea] = {}
        self._nothings: dict[str, QLabel] = {}
        self.tabs = QTabWidget()
        for section, schemas in sections().items():
            for name, schema in schemas.items():
                row = SettingRow(section, name, schema, model_threshold)
                self.rows[section, name] = row
            self._pages[section] = self._page(section)
            self.tabs.addTab(self._pages[section], "")
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.summary = QLabel()
        self.summary.setProperty("tone", "quiet")
        kind = QDialogButtonBox.StandardButton
        self.buttons = WordedButtons(kind.Save | kind.Cancel | kind.RestoreDefaults)
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(kind.RestoreDefaults).clicked.connect(self._restore_all)
        layout = QVBoxLayout(self)
        layout.addLayout(self._finder())
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.problem)
        layout.addWidget(self.summary)
        layout.addWidget(self.buttons)
        values = settings.model_dump(mode="json")
        for (section, name), row in self.rows.items():
            row.show_value((values[section] if section else values)[name])
            row.edited.connect(self._sum_up)
        self._refuse_absent(controls)
        self._refusal: ValidationError | None = None
        self._retranslate()
        self.find_field.setFocus()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.tabs.tabBar().setAccessibleName(self.windowTitle())
        restore = QDialogButtonBox.StandardButton.RestoreDefaults
        self.buttons.say(restore, self.tr("Restore all defaults"))
        self.find_field.setPlaceholderText(self.tr("Find a setting by its name or meaning"))
        self.find_field.setAccessibleName(self.tr("Find a setting"))
        self.changed_box.setText(self.tr("Only those not at their default"))
        for nothing in self._nothings.values():
            nothing.setText(self.tr("Nothing here matches."))
        self._find()
        refusal = self._refusal
        self._sum_up()
        if refusal is not None:
            self._show_problem(refusal)

    def _refuse_absent(self, controls: CameraControls | None) -> None:
        """Offer only what the driver of the present camera can do."""
        if controls is None:
            return
        states = {"exposure": controls.exposure, "white_balance": controls.white_balance}
        for name, state in states.items():
            if state is ControlState.ABSENT:
                self.rows["camera", name].refuse(said("The driver of this camera cannot do it."))

    def _finder(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.find_field = QLineEdit()
        self.find_field.setClearButtonEnabled(True)
        self.find_field.textChanged.connect(self._find)
        self.changed_box = QCheckBox()
        self.changed_box.toggled.connect(self._find)
        line.addWidget(self.find_field, 1)
        line.addWidget(self.changed_box)
        return line

    def _page(self, section: str) -> QScrollArea:
        page = QWidget()
        page.setObjectName("settings_page")
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 8, 14, 8)
        column.setSpacing(0)
        for (owner, _), row in self.rows.items():
            if owner == section:
                column.addWidget(row)
        nothing = QLabel()
        nothing.setObjectName("nothing")
        self._nothings[section] = nothing
        nothing.setProperty("tone", "quiet")
        nothing.hide()
        column.addWidget(nothing)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _find(self) -> None:
        words = self.find_field.text().casefold().split()
        filtered = bool(words) or self.changed_box.isChecked()
        found = dict.fromkeys(self._pages, 0)
        for (section, _), row in self.rows.items():
            fits = row.matches(words) and (row.is_off_default or not self.changed_box.isChecked())
            row.setVisible(fits)
            found[section] += fits
        for index, section in enumerate(self._pages):
            count = found[section]
            word = section_word(section)
            self.tabs.setTabText(index, f"{word} ({count})" if filtered and count else word)
            self.tabs.setTabEnabled(index, bool(count) or not filtered)
            self._nothings[section].setVisible(not count)
        here = list(found.values())
        if not here[self.tabs.currentIndex()] and any(here):
            self.tabs.setCurrentIndex(next(index for index, count in enumerate(here) if count))

    def _sum_up(self) -> None:
        self._refusal = None
        self.problem.hide()
        changed = [row for row in self.rows.values() if row.is_changed]
        looser = sum(row.is_looser for row in changed)
        text = self.tr("%n changed", "", len(changed)) if changed else self.tr("Nothing changed")
        if looser:
            text = self.tr("{changed}, %n of them less strict than before", "", looser).format(
                changed=text
            )
        self.summary.setText(text)

    def _restore_all(self) -> None:
        for row in self.rows.values():
            row.restore_default()

    def _wanted(self) -> dict[str, JsonValue]:
        wanted = self._settings.model_dump(mode="json")
        for (section, name), row in self.rows.items():
            (wanted[section] if section else wanted)[name] = row.value
        return wanted

    def _save(self) -> None:
        try:
            settings = Settings.model_validate(self._wanted())
        except ValidationError as error:
            self._show_problem(error)
            return
        changed = changes(self._settings, settings, self._model_threshold)
        if not any(change.looser for change in changed):
            self._finish(settings)
            return
        question = LooserSettingsDialog(changed, self)
        question.accepted.connect(lambda: self._finish(settings))
        question.open()

    def _finish(self, settings: Settings) -> None:
        self.settings_changed.emit(settings)
        self.accept()

    def _show_problem(self, error: ValidationError) -> None:
        self._refusal = error
        first = error.errors()[0]
        section = str(first["loc"][0])
        places = [
            section_word(section) if section in self._pages else setting_title(section),
            *(setting_title(str(part)) for part in first["loc"][1:2]),
        ]
        self.problem.setText(
            self.tr("{where}: {why}.").format(where=", ".join(places), why=refusal_text(first))
        )
        self.problem.show()
        if section in self._pages:
            self.tabs.setCurrentWidget(self._pages[section])

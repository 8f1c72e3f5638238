"""`UvFoot`: what stands below the UV button: eye protection, dose, and what may be overruled."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from faceqa_gui.station_state import DoseState, StationState
from faceqa_gui.widgets.language import Retranslated
from faceqa_gui.widgets.painted import styled_label
from faceqa_gui.widgets.words import findings_text, grouped


class UvFoot(Retranslated, QWidget):
    """Its button asks to overrule `checks`, or to withdraw that."""

    overrule_requested = Signal()
    withdraw_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checks: frozenset[str] = frozenset()
        self._overruled = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._finding = QWidget()
        row = QHBoxLayout(self._finding)
        row.setContentsMargins(0, 0, 0, 0)
        self.finding_label = styled_label("", weight="bold", face="small")
        row.addWidget(self.finding_label, 1)
        self.button = QToolButton()
        self.button.clicked.connect(self._ask)
        row.addWidget(self.button)
        column.addWidget(self._finding)
        self.dose_label = styled_label("", tone="quiet", face="small")
        column.addWidget(self.dose_label)
        self._protection = styled_label("", tone="quiet", face="tiny")
        column.addWidget(self._protection)
        self._dose: DoseState | None = None
        self._finding.hide()
        self.dose_label.hide()
        self._retranslate()

    def _retranslate(self) -> None:
        self._protection.show_text(
            self.tr("Goggles or a shutter remain the primary eye protection. F9 or foot pedal.")
        )
        self._say_dose()
        self._say_finding()

    def show_state(self, state: StationState) -> None:
        """Show the dose of a real lamp, and what can be or has been overruled."""
        if state.dose != self._dose:
            self._dose = state.dose
            self._say_dose()
        override = state.override
        self._show_finding(
            state.overridable if override is None else override.checks,
            overruled=override is not None,
        )

    @property
    def checks(self) -> frozenset[str]:
        """Names of the checks that are overruled or can be; empty where none."""
        return self._checks

    def _say_dose(self) -> None:
        self.dose_label.show_text("" if self._dose is None else self._dose_text(self._dose))
        self.dose_label.setVisible(self._dose is not None)

    def _dose_text(self, dose: DoseState) -> str:
        return self.tr("{} J/m² per capture · {} of {} J/m² in 24 h").format(
            f"{dose.planned_joules_per_square_metre:g}",
            grouped(round(dose.last_day_joules_per_square_metre)),
            grouped(round(dose.daily_limit_joules_per_square_metre)),
        )

    def _show_finding(self, checks: frozenset[str], *, overruled: bool) -> None:
        if (checks, overruled) == (self._checks, self._overruled):
            return
        self._checks, self._overruled = checks, overruled
        self._say_finding()

    def _say_finding(self) -> None:
        checks, overruled = self._checks, self._overruled
        head = self.tr("Overruled: {}") if overruled else self.tr("Found: {}")
        self.finding_label.show_text(head.format(findings_text(checks)))
        self.button.setText(self.tr("Withdraw") if overruled else self.tr("Overrule…"))
        self.button.setAccessibleName(self.button.text())
        self._finding.setVisible(bool(checks))

    def _ask(self) -> None:
        if self._overruled:
            self.withdraw_requested.emit()
        else:
            self.overrule_requested.emit()

"""Signing in, locking and allowing, through the real program and its windows."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from gui import gui_states
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from support.clinic_accounts import (
    OPERATOR,
    OPERATOR_PIN,
    OTHER,
    OTHER_PIN,
    SUPERVISOR,
    SUPERVISOR_PIN,
    WRONG_PIN,
    new_accounts,
)
from support.scripted_app import ScriptedApp
from support.signed_app import signed_app
from support.station_bench import SETTINGS

from faceqa_gui.operators.accounts import Accounts, Mode
from faceqa_gui.operators.operator import Operator, Right, Role
from faceqa_gui.operators.session import Door, SessionView
from faceqa_gui.presence import Interruption
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.settings import SETTINGS_FILE
from faceqa_gui.widgets.sign_in_cover import SignInCover
from faceqa_gui.windows.actions import StationAction
from faceqa_gui.windows.first_start_dialog import FirstStartDialog
from faceqa_gui.windows.new_pin_dialog import NewPinDialog
from faceqa_gui.windows.operators_dialog import OperatorsDialog
from faceqa_gui.windows.own_pin_dialog import OwnPinDialog
from faceqa_gui.windows.settings_dialog import SettingsDialog
from faceqa_gui.windows.supervisor_dialog import SupervisorDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Part = TypeVar("Part", bound=QWidget)
OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def app(qtbot: QtBot, tmp_path: Path) -> Iterator[ScriptedApp]:
    made, _ = signed_app(tmp_path)
    qtbot.addWidget(made.window)
    made.window.show()
    qtbot.waitExposed(made.window)
    made.refresh()
    yield made
    made.stop()


def sign_in(qtbot: QtBot, app: ScriptedApp, name: str, pin: str) -> None:
    cover = app.window.cover
    assert cover.isVisible()
    cover.name.setText(name)
    QTest.keyClicks(cover.pin, pin)
    QTest.keyClick(cover.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(cover.button.isEnabled)
    qtbot.waitUntil(lambda: app.operators._errand is None)
    app.refresh()


def the(app: ScriptedApp, kind: type[Part]) -> Part:
    (found,) = (one for one in app.window.findChildren(kind) if one.isVisible())
    return found


def events(app: ScriptedApp) -> list[tuple[str, str]]:
    app.station.audit.writer.flush()
    return [(str(one.event), one.who) for one in app.store.audit()]


def changes(app: ScriptedApp) -> list[object]:
    app.station.audit.writer.flush()
    entries = app.store.audit()
    return [one.facts["change"] for one in entries if one.event is AuditEvent.OPERATORS_CHANGED]


def test_nothing_is_shown_before_somebody_signs_in(qtbot: QtBot, app: ScriptedApp) -> None:
    window = app.window
    assert window.cover.isVisible()
    assert not window.live_view.isVisible()
    assert not window.top_bar.isVisible()
    assert app.station.state().signed_out
    assert not app.station.state().permitted
    sign_in(qtbot, app, "otto", OPERATOR_PIN)
    assert window.live_view.isVisible()
    assert not window.cover.isVisible()
    assert window.top_bar.operator_button.line == "Otto · Operator"
    assert app.station.operator == OPERATOR
    assert not app.station.state().signed_out
    assert events(app) == [("started", "(nobody)"), ("signed_in", OPERATOR.name)]


def test_a_wrong_pin_is_a_sentence_and_on_the_record(qtbot: QtBot, app: ScriptedApp) -> None:
    for _ in range(5):
        sign_in(qtbot, app, SUPERVISOR.name, WRONG_PIN)
    cover = app.window.cover
    assert "looked at in 30 s" in cover.problem.text()
    assert cover.pin.text() == ""
    cover._count_down()
    assert "in 29 s" in cover.problem.text()
    for _ in range(29):
        cover._count_down()
    assert cover.problem.text() == ""
    assert app.station.state().signed_out
    assert events(app)[-1] == (AuditEvent.SIGN_IN_REFUSED, SUPERVISOR.name)


def test_a_name_or_pin_left_out_is_asked_for(app: ScriptedApp) -> None:
    cover = app.window.cover
    cover.button.click()
    assert "name and your PIN" in cover.problem.text()
    assert app.window.focusWidget() is cover.name
    QTest.keyClicks(cover.name, "Otto")
    assert cover.problem.text() == ""
    QTest.keyClick(cover.name, Qt.Key.Key_Return)
    assert app.window.focusWidget() is cover.pin


def test_ctrl_l_locks_and_the_same_operator_goes_on(qtbot: QtBot, app: ScriptedApp) -> None:
    sign_in(qtbot, app, OPERATOR.name, OPERATOR_PIN)
    window = app.window
    window.activateWindow()
    QTest.keyClicks(window.top_bar.subject_field, "S-0421")
    window.top_bar.commit_subject()
    session = app.station._session
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    app.refresh()
    assert window.cover.headline.text() == "Locked"
    assert "Otto (operator) works here" in window.cover.about.text()
    assert app.station.state().signed_out
    assert window.focusWidget() is window.cover.pin
    sign_in(qtbot, app, OPERATOR.name, OPERATOR_PIN)
    assert app.station._session == session
    assert app.station._subject == window.top_bar.subject_field.text() == "S-0421"
    said = [event for event, _ in events(app)]
    assert said == ["started", "signed_in", "locked", "signed_in"]


@pytest.mark.parametrize("leaves", ["locks", "signs out"])
def test_another_operator_sees_nothing_of_the_one_before(
    qtbot: QtBot, app: ScriptedApp, leaves: str
) -> None:
    sign_in(qtbot, app, OPERATOR.name, OPERATOR_PIN)
    window = app.window
    QTest.keyClicks(window.top_bar.subject_field, "S-0421")
    window.top_bar.commit_subject()
    app.station._captures = gui_states.with_captures(gui_states.GREEN, [b"", b""]).captures
    app.refresh()
    assert len(window.film_strip.thumbnails) == 2
    if leaves == "locks":
        app.operators.lock()
    else:
        window.action_table[StationAction.SIGN_OUT].trigger()
        assert app.station._captures == ()
    app.refresh()
    assert window.film_strip.thumbnails == []
    sign_in(qtbot, app, OTHER.name, OTHER_PIN)
    assert window.film_strip.thumbnails == []
    assert window.top_bar.subject_field.text() == ""
    assert app.station._subject == ""
    assert app.station.operator == OTHER


def test_every_open_window_closes_with_the_lock(qtbot: QtBot, app: ScriptedApp) -> None:
    sign_in(qtbot, app, SUPERVISOR.name, SUPERVISOR_PIN)
    app.window.top_bar.buttons["settings"].click()
    dialog = the(app, SettingsDialog)
    app.operators.lock()
    assert not dialog.isVisible()
    app.operators.ask_right(Right.SETTINGS, lambda _by: pytest.fail("locked"))
    assert not [one for one in app.window.findChildren(QDialog) if one.isVisible()]


def allow(qtbot: QtBot, app: ScriptedApp, name: str, pin: str) -> SupervisorDialog:
    dialog = the(app, SupervisorDialog)
    dialog.name.setText(name)
    dialog.pin.setText(pin)
    dialog.buttons.button(OK).click()
    qtbot.waitUntil(lambda: dialog._errand is None)
    return dialog


def test_an_operator_changes_settings_with_a_supervisor_once(
    qtbot: QtBot, app: ScriptedApp, tmp_path: Path
) -> None:
    sign_in(qtbot, app, OPERATOR.name, OPERATOR_PIN)
    app.window.top_bar.buttons["settings"].click()
    dialog = allow(qtbot, app, SUPERVISOR.name, WRONG_PIN)
    assert "do not belong together" in dialog.problem.text()
    assert dialog.pin.text() == ""
    allow(qtbot, app, OTHER.name, OTHER_PIN)
    assert "not a supervisor" in dialog.problem.text()
    allow(qtbot, app, SUPERVISOR.name, SUPERVISOR_PIN)
    settings = the(app, SettingsDialog)
    wanted = SETTINGS.model_copy(update={"source": "demo", "operator": "desk 9"})
    settings.settings_changed.emit(wanted)
    settings.reject()
    assert app.station.settings == wanted
    assert app.station.operator == OPERATOR
    changed = [who for event, who in events(app) if event == AuditEvent.SETTINGS_CHANGED]
    assert changed == [SUPERVISOR.name]
    assert not app.session.may(Right.SETTINGS)
    assert (tmp_path / SETTINGS_FILE).exists()


def test_settings_are_refused_at_the_boundary_and_shown_back(
    qtbot: QtBot, app: ScriptedApp, tmp_path: Path
) -> None:
    sign_in(qtbot, app, OPERATOR.name, OPERATOR_PIN)
    sources: list[str] = []
    app.window.source_chosen.connect(sources.append)
    app.window._take_settings(SETTINGS.model_copy(update={"source": "7", "operator": "desk 9"}))
    assert app.station.settings == SETTINGS
    assert app.window._settings == SETTINGS
    assert sources == []
    assert "needs a supervisor" in app.station.state().notice
    assert not (tmp_path / SETTINGS_FILE).exists()
    assert events(app)[-1] == (AuditEvent.RIGHT_REFUSED, OPERATOR.name)


def test_the_theme_is_everybodys(qtbot: QtBot, app: ScriptedApp) -> None:
    sign_in(qtbot, app, OPERATOR.name, OPERATOR_PIN)
    app.window.action_table[StationAction.THEME_DARK].trigger()
    assert app.station.settings.theme == "dark"
    assert app.station.state().notice == ""


def test_overruling_is_refused_at_the_boundary(qtbot: QtBot, app: ScriptedApp) -> None:
    sign_in(qtbot, app, OPERATOR.name, OPERATOR_PIN)
    app.window.overruled.emit(frozenset({"uncovered"}), "a bandage on the cheek")
    assert app.station.state().override is None
    assert "needs a supervisor" in app.station.state().notice


def test_a_supervisor_answers_for_what_is_overruled(qtbot: QtBot, app: ScriptedApp) -> None:
    sign_in(qtbot, app, OPERATOR.name, OPERATOR_PIN)
    app.window.ask_right(Right.OVERRULE, partial(app.window._open_reason, frozenset({"uncovered"})))
    allow(qtbot, app, SUPERVISOR.name, SUPERVISOR_PIN)
    app.window.overruled.emit(frozenset({"uncovered"}), "a bandage on the cheek")
    override = app.station.state().override
    assert override is not None
    assert override.operator == SUPERVISOR.name
    app.window.override_withdrawn.emit()


def test_a_supervisor_dialog_that_is_left_allows_nothing(qtbot: QtBot, app: ScriptedApp) -> None:
    sign_in(qtbot, app, OPERATOR.name, OPERATOR_PIN)
    app.window.top_bar.buttons["settings"].click()
    dialog = the(app, SupervisorDialog)
    dialog.buttons.button(OK).click()
    assert "supervisor's name" in dialog.problem.text()
    dialog.name.setText(SUPERVISOR.name)
    dialog.pin.setText(SUPERVISOR_PIN)
    dialog.buttons.button(OK).click()
    dialog.reject()  # while the PIN is still being compared
    assert not app.session.may(Right.SETTINGS)


def open_operators(app: ScriptedApp) -> OperatorsDialog:
    app.window.action_table[StationAction.OPERATORS].trigger()
    return the(app, OperatorsDialog)


def fill(dialog: QDialog, *fields: tuple[QLineEdit, str]) -> None:
    for field, text in fields:
        field.setText(text)
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    buttons.button(OK).click()


def test_a_supervisor_manages_the_operators(qtbot: QtBot, app: ScriptedApp) -> None:
    sign_in(qtbot, app, SUPERVISOR.name, SUPERVISOR_PIN)
    dialog = open_operators(app)
    assert not dialog.remove_button.isEnabled()
    dialog.add_button.click()
    add = the(app, NewPinDialog)
    fill(add, (add.name, "Eva"), (add.pin, "640281"), (add.again, "640218"))
    assert "two PINs differ" in add.problem.text()
    fill(add, (add.again, "640281"))
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 4)
    dialog.table.selectRow(3)
    dialog.role_button.click()
    qtbot.waitUntil(lambda: "made supervisor" in changes(app))
    assert [one.role for one in dialog._shown][3] is Role.SUPERVISOR
    dialog.pin_button.click()
    pin = the(app, NewPinDialog)
    fill(pin, (pin.pin, "739502"), (pin.again, "739502"))
    qtbot.waitUntil(lambda: "new PIN" in changes(app))
    dialog.remove_button.click()
    question = the(app, QMessageBox)
    (remove,) = (one for one in question.findChildren(QPushButton) if one.text() == "Remove")
    remove.click()
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 3)
    dialog.table.selectRow(0)
    dialog.role_button.click()
    qtbot.waitUntil(lambda: "last supervisor" in dialog.problem.text())
    assert changes(app) == ["added as operator", "made supervisor", "new PIN", "removed"]
    dialog.reject()


def test_the_operators_need_a_right_at_every_change(qtbot: QtBot, app: ScriptedApp) -> None:
    sign_in(qtbot, app, OPERATOR.name, OPERATOR_PIN)
    app.window.action_table[StationAction.OPERATORS].trigger()
    allow(qtbot, app, SUPERVISOR.name, SUPERVISOR_PIN)
    dialog = the(app, OperatorsDialog)
    app.session.withdraw(Right.OPERATORS)
    dialog.table.selectRow(1)
    dialog.role_button.click()
    qtbot.waitUntil(lambda: "needs a supervisor" in dialog.problem.text())
    dialog.reject()


def test_who_removes_themselves_is_signed_out(qtbot: QtBot, app: ScriptedApp) -> None:
    new_accounts(app.store.root.parent).set_role(OTHER.name, Role.SUPERVISOR, by=SUPERVISOR)
    sign_in(qtbot, app, OTHER.name, OTHER_PIN)
    assert app.window.top_bar.operator_button.line == "Nora · Supervisor"
    new_accounts(app.store.root.parent).set_role(OTHER.name, Role.OPERATOR, by=SUPERVISOR)
    app.operators.follow()
    assert app.window.top_bar.operator_button.line == "Nora · Operator"
    assert app.station.operator.role is Role.OPERATOR
    new_accounts(app.store.root.parent).remove(OTHER.name, by=SUPERVISOR)
    app.window.fire_requested.emit()
    assert app.window.cover.isVisible()
    assert events(app)[-1] == (AuditEvent.SIGNED_OUT, OTHER.name) or (
        events(app)[-2] == (AuditEvent.SIGNED_OUT, OTHER.name)
    )


def test_an_own_pin_is_changed(qtbot: QtBot, app: ScriptedApp) -> None:
    sign_in(qtbot, app, OPERATOR.name, OPERATOR_PIN)
    app.window.action_table[StationAction.OWN_PIN].trigger()
    dialog = the(app, OwnPinDialog)
    fill(dialog, (dialog.old, WRONG_PIN), (dialog.new, "640281"), (dialog.again, "640281"))
    qtbot.waitUntil(lambda: "do not belong" in dialog.problem.text())
    fill(dialog, (dialog.old, OPERATOR_PIN), (dialog.new, "640281"), (dialog.again, "640281"))
    qtbot.waitUntil(lambda: changes(app) == ["own PIN"])
    assert events(app)[-1] == (AuditEvent.OPERATORS_CHANGED, OPERATOR.name)
    app.operators.sign_out()
    sign_in(qtbot, app, OPERATOR.name, "640281")
    assert app.session.view().door is Door.OPEN


def test_a_damaged_file_closes_the_window_with_its_sentence(qtbot: QtBot, app: ScriptedApp) -> None:
    sign_in(qtbot, app, SUPERVISOR.name, SUPERVISOR_PIN)
    path = app.store.root.parent / "operators.json"
    good = path.read_bytes()
    path.write_bytes(b"{")
    app.operators.follow()
    cover = app.window.cover
    assert cover.headline.text() == "Closed"
    assert "nobody can sign in" in cover.about.text()
    assert not cover.button.isVisible()
    assert not cover.pin.isVisible()
    QTest.keyClick(cover, Qt.Key.Key_Return)
    path.write_bytes(good)
    app.operators.follow()
    assert cover.headline.text() == "Sign in"
    path.unlink()
    app.operators.follow()
    assert "is gone" in cover.about.text()


# The local operator


def test_the_local_operator_is_asked_for_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    app, _ = signed_app(tmp_path, accounts=Accounts(tmp_path, local_unless_chosen=True))
    qtbot.addWidget(app.window)
    app.window.show()
    button = app.window.top_bar.operator_button
    assert button.line == "local operator"
    assert not app.window.action_table[StationAction.SIGN_OUT].isVisible()
    app.window.top_bar.buttons["settings"].click()
    the(app, SettingsDialog).reject()
    app.change_settings(SETTINGS.model_copy(update={"operator": "desk 9"}))
    assert button.line == "desk 9"
    assert app.station.operator == Operator("desk 9", Role.SUPERVISOR)
    app.operators.lock()
    cover = app.window.cover
    assert not cover.pin.isVisible()
    assert app.window.focusWidget() is cover.button
    QTest.keyClick(cover.button, Qt.Key.Key_Space)
    assert app.window.live_view.isVisible()
    dialog = open_operators(app)
    assert not dialog.table.isVisible()
    dialog.mode_button.click()
    choice = the(app, FirstStartDialog)
    choice.sign_in.setChecked(True)
    fill(choice, (choice.name, "Sue"), (choice.pin, "640281"), (choice.again, "640281"))
    qtbot.waitUntil(cover.isVisible)
    assert cover.pin.isVisible()
    app.stop()


# The first start


def first_start(qtbot: QtBot, accounts: Accounts) -> FirstStartDialog:
    def choose(name: str, pin: str) -> None:
        if name:
            accounts.choose_accounts(name, pin)
        else:
            accounts.choose_single()

    dialog = FirstStartDialog(choose)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_nothing_is_chosen_beforehand(qtbot: QtBot, tmp_path: Path) -> None:
    accounts = new_accounts(tmp_path)
    dialog = first_start(qtbot, accounts)
    assert not dialog.single.isChecked()
    assert not dialog.sign_in.isChecked()
    assert not dialog.buttons.button(OK).isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert accounts.standing().mode is Mode.NOT_CHOSEN


def test_the_local_operator_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    accounts = new_accounts(tmp_path)
    dialog = first_start(qtbot, accounts)
    dialog.single.setChecked(True)
    assert not dialog.pin.isEnabled()
    dialog.buttons.button(OK).click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert accounts.standing().mode is Mode.SINGLE


def test_a_first_supervisor_is_made(qtbot: QtBot, tmp_path: Path) -> None:
    accounts = new_accounts(tmp_path)
    dialog = first_start(qtbot, accounts)
    dialog.sign_in.setChecked(True)
    fill(dialog, (dialog.pin, "1234"), (dialog.again, "1234"))
    assert "1 to 80" in dialog.problem.text()
    fill(dialog, (dialog.name, "Sue"))
    assert "first that anybody tries" in dialog.problem.text()
    fill(dialog, (dialog.pin, "640281"), (dialog.again, "640281"))
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert accounts.verify("sue", "640281") == Operator("Sue", Role.SUPERVISOR)


# Keyboard and looks


def test_every_field_of_the_cover_has_a_name_and_takes_the_keyboard(qtbot: QtBot) -> None:
    cover = SignInCover()
    qtbot.addWidget(cover)
    cover.show_view(SessionView(Door.SIGNED_OUT, None, 0, Mode.ACCOUNTS, "", idle=False))
    cover.show()
    for part in (cover.name, cover.pin, cover.button):
        assert part.accessibleName()
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClicks(cover.pin, "12ab34")
    assert cover.pin.text() == "1234"
    assert cover.pin.echoMode() is QLineEdit.EchoMode.Password


def test_a_long_name_is_shortened_in_the_top_bar(qtbot: QtBot, app: ScriptedApp) -> None:
    sign_in(qtbot, app, OPERATOR.name, OPERATOR_PIN)
    app.window.resize(1120, 640)
    long = Operator("W" * 80, Role.SUPERVISOR)
    view = replace(app.session.view(), operator=long)
    app.window.show_session(view)
    qtbot.wait(20)
    button = app.window.top_bar.operator_button
    assert "…" in button.text()
    assert button.toolTip() == button.line
    assert app.window.width() == 1120
    assert Interruption.SIGNED_OUT not in app.station._interruptions(0.0)

"""`SessionControl`: joins the operators' session with the station and its window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from faceqa_gui.errors import FaceQAError, OperatorError
from faceqa_gui.operators.accounts import Accounts, Mode
from faceqa_gui.operators.operator import NOBODY, Operator, Right
from faceqa_gui.operators.session import Door, OperatorSession, SessionView
from faceqa_gui.presence import Interruption
from faceqa_gui.settings import Settings
from faceqa_gui.station import Station
from faceqa_gui.windows.actions import StationAction
from faceqa_gui.windows.operators_dialog import Changed, OperatorsDialog
from faceqa_gui.windows.own_pin_dialog import OwnPinDialog
from faceqa_gui.windows.station_window import StationWindow
from faceqa_gui.windows.supervisor_dialog import SupervisorDialog
from faceqa_gui.workers.errand import Errand
from faceqa_gui.workers.touch_watch import TouchWatch

_LOOK_MS = 1000


class SessionControl(QObject):
    """Keeps gate and window in line with the session, and asks for rights.

    A lit lamp does not outlast the session: whoever was to watch it is not known to be there, so
    locking, by hand or for idleness, switches it off and the capture is stored as not completed.
    """

    def __init__(
        self,
        accounts: Accounts,
        session: OperatorSession,
        station: Station,
        window: StationWindow,
        parent: QObject | None = None,
    ) -> None:
        """Take over the present state of the session; nothing runs by itself before `start`.

        Args:
            accounts: who may sign in.
            session: who works here.
            station: is closed while nobody does.
            window: shows who does, and is covered while nobody does.
            parent: owner.
        """
        super().__init__(parent)
        self._accounts, self._session = accounts, session
        self._station, self._window = station, window
        self._view: SessionView | None = None
        self._errand: Errand | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self.follow)
        self._touches = TouchWatch(self)
        self._touches.touched.connect(self._touch)
        # A key that is a shortcut never reaches the window's own events.
        window.action_table.used.connect(self._touch)
        window.ask_right = self.ask_right
        window.right_left.connect(session.withdraw)
        window.cover.sign_in_requested.connect(self._sign_in)
        window.cover.enter_requested.connect(self._enter)
        table = window.action_table
        table.on(StationAction.LOCK, self.lock)
        table.on(StationAction.SIGN_OUT, self.sign_out)
        table.on(StationAction.OWN_PIN, self._ask_own_pin)
        table.on_right(StationAction.OPERATORS, lambda: self._show_operators)
        self.follow()

    def start(self) -> None:
        """Look at the clock and the accounts once a second."""
        self._look.start()

    def stop(self) -> None:
        """Look no more, and wait for a PIN that is being compared."""
        self._look.stop()
        if self._errand is not None:
            self._errand.wait()

    # The state

    @Slot()
    def follow(self) -> None:
        """Bring station and window in line with the session as it is now."""
        before, view = self._view, self._session.view()
        if view == before:
            return
        self._view = view
        if view.door is not Door.OPEN:
            self._station.interrupt(Interruption.SIGNED_OUT)
        if before is None or self._is_another(before, view):
            self._station.begin_session(self._answering(view))
            self._window.forget_subject()
        elif view.operator != before.operator:
            self._station.change_operator(self._answering(view))
        self._note(before, view)
        if view.door is Door.OPEN:
            self._station.resume(Interruption.SIGNED_OUT)
        # At once, not with the next painting: nothing of anybody stays in the window meanwhile.
        self._window.show_state(self._station.state())
        self._window.show_session(view)

    @staticmethod
    def _is_another(before: SessionView, view: SessionView) -> bool:
        return view.number != before.number or (view.operator is None) != (before.operator is None)

    @staticmethod
    def _answering(view: SessionView) -> Operator | None:
        """Who answers for what the station does; None for the local operator of the settings."""
        return None if view.mode is Mode.SINGLE else view.operator or NOBODY

    def _note(self, before: SessionView | None, view: SessionView) -> None:
        audit, was = self._station.audit, before.operator if before else None
        if view.door is Door.OPEN:
            if view.operator and not (before and before.door is Door.OPEN and was == view.operator):
                unlocked = before is not None and view.number == before.number
                audit.signed_in(view.operator, unlocked=unlocked)
        elif was is not None and view.door is Door.LOCKED:
            audit.locked(was.name, idle=view.idle)
        elif was is not None:
            audit.signed_out(was.name)

    @Slot()
    def _touch(self) -> None:
        if not self._session.touch():
            self.follow()

    # Coming and going

    @Slot()
    def lock(self) -> None:
        """The operator leaves for a while."""
        self._session.lock()
        self.follow()

    @Slot()
    def sign_out(self) -> None:
        """The operator's session is over."""
        self._session.sign_out()
        self.follow()

    @Slot()
    def _enter(self) -> None:
        try:
            self._session.enter()
        except FaceQAError as error:
            self._window.cover.show_refusal(error)
        self.follow()

    @Slot(str, str)
    def _sign_in(self, name: str, pin: str) -> None:
        self._errand = Errand(partial(self._session.sign_in, name, pin), self)
        self._errand.done.connect(self._signed_in)
        self._errand.refused.connect(self._refuse_sign_in)
        self._errand.finished.connect(self._errand.deleteLater)
        self._errand.start()

    @Slot(object)
    def _signed_in(self, _result: object) -> None:
        self._errand = None
        self._window.cover.show_busy(busy=False)
        self.follow()

    @Slot(object)
    def _refuse_sign_in(self, error: FaceQAError) -> None:
        self._errand = None
        self._station.audit.sign_in_refused(error)
        self._window.cover.show_refusal(error)

    # Rights

    def ask_right(self, right: Right, go: Callable[[Operator], None]) -> None:
        """Do `go` with whoever answers for it: who works here, or a supervisor who is asked."""
        self.follow()
        if self._session.may(right):
            go(self._session.who_may(right))
        elif self._view is not None and self._view.door is Door.OPEN:
            dialog = SupervisorDialog(self._session, right, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.was_refused.connect(partial(self._note_refusal, right))
            dialog.taken.connect(go)
            dialog.open()

    def _note_refusal(self, right: Right, error: FaceQAError) -> None:
        self._station.audit.sign_in_refused(error, right)

    def take(self, right: Right) -> Operator:
        """Who answers for an action that is about to be done; a supervisor's word counts once.

        Raises:
            OperatorError: nobody does, so that it must not be done.
        """
        try:
            return self._session.take(right)
        except OperatorError:
            self._station.audit.right_refused(self._station.operator.name, right)
            raise

    def change_settings(self, settings: Settings) -> None:
        """Another name of the local operator, or another time to lock, may be in force."""
        self._session.rename_local(settings.operator)
        self._session.change_idle_seconds(settings.operators.idle_seconds)
        self.follow()

    # Dialogs

    def _show_operators(self, _by: Operator) -> None:
        dialog = OperatorsDialog(self._accounts, self._session, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self._note_change)
        dialog.finished.connect(lambda: self._session.withdraw(Right.OPERATORS))
        dialog.open()

    @Slot(object)
    def _note_change(self, changed: Changed) -> None:
        self._station.audit.operators_changed(changed.by.name, changed.facts)
        self.follow()

    @Slot()
    def _ask_own_pin(self) -> None:
        self.follow()
        if self._view is not None and self._view.door is Door.OPEN and self._view.operator:
            name = self._view.operator.name
            dialog = OwnPinDialog(self._accounts, name, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.was_refused.connect(self._station.audit.sign_in_refused)
            dialog.taken.connect(partial(self._note_own_pin, name))
            dialog.open()

    def _note_own_pin(self, name: str, _result: object) -> None:
        self._station.audit.operators_changed(name, {"change": "own PIN", "name": name})

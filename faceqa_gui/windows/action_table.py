"""`ActionTable`: the actions of `ACTIONS` as Qt knows them, and who does them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from faceqa_gui.operators.operator import Operator, Right
from faceqa_gui.widgets.theme import RESOURCES
from faceqa_gui.windows.actions import ACTIONS, MENU_KEYS, SPECS, ActionSpec, Menu, StationAction

AskRight = Callable[[Right, Callable[[Operator], None]], None]


class ActionTable(QObject):
    """Makes one `QAction` and its place in a menu for each line of the table.

    `used` is emitted before an action is done: a key that is a shortcut reaches no widget, so that
    nothing else notices that somebody touched the station.
    """

    used = Signal()

    def __init__(self, window: QWidget, ask_right: AskRight) -> None:
        """Give `window` every action; none does anything before it has a handler.

        Args:
            window: where the shortcuts count.
            ask_right: does something with whoever answers for a right.
        """
        super().__init__(window)
        self._ask_right = ask_right
        self._handlers: dict[StationAction, Callable[[bool], object]] = {}
        self._possible = dict.fromkeys(StationAction, True)
        self._covered = False
        self._pedal: tuple[StationAction, str] = (StationAction.UV_CAPTURE, "")
        self._groups: dict[str, QActionGroup] = {}
        self.actions: Mapping[StationAction, QAction] = {
            spec.which: self._make(spec, window) for spec in ACTIONS
        }
        self.menus: Mapping[Menu, QMenu] = {menu: self._make_menu(menu, window) for menu in Menu}
        self.retranslate()

    def __getitem__(self, which: StationAction) -> QAction:
        """The action of this name."""
        return self.actions[which]

    # Who does them

    def on(self, which: StationAction, go: Callable[[], object]) -> None:
        """Have `go` do an action that needs no right."""
        self._keep(which, lambda _checked: go())

    def on_ticked(self, which: StationAction, go: Callable[[bool], object]) -> None:
        """Have `go` switch something on or off."""
        self._keep(which, go)

    def on_right(
        self, which: StationAction, prepare: Callable[[], Callable[[Operator], None]]
    ) -> None:
        """Have an action done once somebody answers for the right that the table asks.

        Args:
            which: the action.
            prepare: called at the press; what it returns is done with whoever answers.

        Raises:
            ValueError: the table asks no right.
        """
        right = SPECS[which].right
        if right is None:
            raise ValueError(f"{which} needs no right")
        self._keep(which, lambda _checked: self._ask_right(right, prepare()))

    @property
    def without_handler(self) -> frozenset[StationAction]:
        """Those that nobody does."""
        return frozenset(StationAction) - self._handlers.keys()

    # How they stand

    def allow(self, which: StationAction, *, possible: bool) -> None:
        """Whether an action could be done now; one that could not is grey."""
        if possible is not self._possible[which]:
            self._possible[which] = possible
            self._enable(which)

    def cover(self, *, covered: bool) -> None:
        """Whether nobody works here: most actions then wait."""
        if covered is not self._covered:
            self._covered = covered
            for which in StationAction:
                self._enable(which)

    def tick(self, which: StationAction, *, on: bool) -> None:
        """Tick an action or take its tick away, without doing it."""
        self[which].setChecked(on)

    def put_pedal(self, key: str, which: StationAction) -> None:
        """Let `key`, which a foot pedal sends, do an action beside the action's own shortcuts.

        Raises:
            ValueError: no pedal may do it.
        """
        if not SPECS[which].pedal:
            raise ValueError(f"no pedal may do {which}")
        if (which, key) != self._pedal:
            before, self._pedal = self._pedal[0], (which, key)
            for changed in {before, which}:
                self[changed].setShortcuts(self._sequences(SPECS[changed]))
            self.retranslate()

    def keys(self, which: StationAction) -> tuple[str, ...]:
        """The keys of an action as this system writes them, with that of the pedal."""
        form = QKeySequence.SequenceFormat.NativeText
        return tuple(sequence.toString(form) for sequence in self[which].shortcuts())

    def retranslate(self) -> None:
        """Say everything in the language of the windows."""
        for spec in ACTIONS:
            action = self.actions[spec.which]
            action.setText(spec.shown_text)
            keys = ", ".join(self.keys(spec.which))
            action.setToolTip(f"{spec.shown_tip} ({keys})")
            action.setStatusTip(spec.shown_tip)

    # Inside

    def _keep(self, which: StationAction, handler: Callable[[bool], object]) -> None:
        self._handlers[which] = handler
        self._enable(which)

    def _make(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(window)
        action.setObjectName(spec.which)
        action.setShortcuts(self._sequences(spec))
        action.setAutoRepeat(False)
        action.setCheckable(spec.ticked or bool(spec.choice))
        if spec.icon:
            action.setIcon(_icon(spec))
        if spec.choice:
            group = self._groups.setdefault(spec.choice, QActionGroup(self))
            group.addAction(action)
        action.setEnabled(False)
        action.triggered.connect(lambda checked: self._do(spec.which, checked=checked))
        window.addAction(action)
        return action

    def _make_menu(self, menu: Menu, window: QWidget) -> QMenu:
        made = QMenu(window)
        made.setToolTipsVisible(True)
        section = 0
        for spec in ACTIONS:
            if spec.menu is menu:
                if spec.section != section:
                    made.addSeparator()
                    section = spec.section
                made.addAction(self.actions[spec.which])
        return made

    def _sequences(self, spec: ActionSpec) -> list[QKeySequence]:
        which, pedal = self._pedal
        keys = [*spec.keys]
        if spec.which is which and pedal and pedal not in keys:
            keys.append(pedal)
        return [QKeySequence(key) for key in keys]

    def _enable(self, which: StationAction) -> None:
        open_now = not self._covered or SPECS[which].while_covered
        self[which].setEnabled(which in self._handlers and self._possible[which] and open_now)

    def _do(self, which: StationAction, *, checked: bool) -> None:
        self.used.emit()
        self._handlers[which](checked)


def _icon(spec: ActionSpec) -> QIcon:
    """The icon of an action; one that is ticked looks otherwise while it is."""
    folder = RESOURCES / "icons"
    icon = QIcon(str(folder / f"{spec.icon}.svg"))
    if spec.ticked:
        icon.addFile(str(folder / f"{spec.icon}-on.svg"), state=QIcon.State.On)
    return icon


def menu_key(menu: Menu) -> str:
    """The key that opens a menu, as this system writes it."""
    return QKeySequence(MENU_KEYS[menu]).toString(QKeySequence.SequenceFormat.NativeText)

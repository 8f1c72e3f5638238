"""`SessionWatch`: tells the station when the computer sleeps or its screen is locked."""

import os
from typing import cast

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection

from faceqa_gui.presence import Interruption
from faceqa_gui.station import Station

_LOGIN = "org.freedesktop.login1"
_LOGIN_PATH = "/org/freedesktop/login1"
_SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)


class SessionWatch(QObject):
    """Listens to logind and to the desktop's screen saver on D-Bus.

    Where there is no D-Bus (Windows, macOS, a bare server) it hears nothing: there a lock takes the
    window from the front, which the station is told as well, and its watchdog notices a sleep.
    """

    def __init__(
        self,
        station: Station,
        *,
        system: QDBusConnection,
        session: QDBusConnection,
        session_id: str,
        parent: QObject | None = None,
    ) -> None:
        """Start listening.

        Args:
            station: is told.
            system: the bus of logind.
            session: the bus of the desktop.
            session_id: logind's name of this login session; "" where there is none.
            parent: owner.
        """
        super().__init__(parent)
        self._station = station
        if system.isConnected():
            system.connect(
                "", _LOGIN_PATH, f"{_LOGIN}.Manager", "PrepareForSleep", self, _slot("sleep(bool)")
            )
            path = session_path(session_id)
            own = f"{_LOGIN}.Session"
            if session_id:
                system.connect("", path, own, "Lock", self, _slot("lock()"))
                system.connect("", path, own, "Unlock", self, _slot("unlock()"))
        if session.isConnected():
            for name in _SCREEN_SAVERS:
                session.connect("", "", name, "ActiveChanged", self, _slot("cover(bool)"))

    @classmethod
    def of_this_computer(cls, station: Station, parent: QObject) -> "SessionWatch":
        """Listen to this computer's own buses."""
        return cls(
            station,
            system=QDBusConnection.systemBus(),
            session=QDBusConnection.sessionBus(),
            session_id=os.environ.get("XDG_SESSION_ID", ""),
            parent=parent,
        )

    @Slot(bool)
    def sleep(self, begins: bool) -> None:  # noqa: FBT001  (a slot of a D-Bus signal)
        """The computer is about to sleep, or has woken up."""
        self._tell(Interruption.SLEEP, holds=begins)

    @Slot()
    def lock(self) -> None:
        """This login session is locked."""
        self._tell(Interruption.SCREEN_LOCKED, holds=True)

    @Slot()
    def unlock(self) -> None:
        """This login session is unlocked."""
        self._tell(Interruption.SCREEN_LOCKED, holds=False)

    @Slot(bool)
    def cover(self, active: bool) -> None:  # noqa: FBT001  (a slot of a D-Bus signal)
        """The desktop's lock screen or screen saver comes or goes."""
        self._tell(Interruption.SCREEN_LOCKED, holds=active)

    def _tell(self, interruption: Interruption, *, holds: bool) -> None:
        if holds:
            self._station.interrupt(interruption)
        else:
            self._station.resume(interruption)


def session_path(session_id: str) -> str:
    """Path of a login session on the bus; a letter that a path cannot hold is written as `_xx`."""
    escaped = "".join(
        letter
        if letter.isascii() and (letter.isalpha() or (letter.isdigit() and place > 0))
        else "".join(f"_{byte:02x}" for byte in letter.encode())
        for place, letter in enumerate(session_id)
    )
    return f"{_LOGIN_PATH}/session/{escaped}"


def _slot(signature: str) -> bytes:
    # Qt's typing file says bytes, while at run time nothing but the text of SLOT is taken.
    return cast("bytes", SLOT(signature))

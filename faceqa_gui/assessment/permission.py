"""`Permission`: the only way to the lamp. Short-lived, taken and checked in one step."""

import threading
import uuid
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a permission is bound to; a permission counts only while all of it still holds.

    Attributes:
        session: identifier of the running session.
        explanation: identifier of the explanation that was shown for this face.
        model_sha256: of the model that judged and explained.
        face_number: the continuously seen face.
        settings_sha256: of the settings in force.
        frame_sequence: the newest assessed frame.
    """

    session: str
    explanation: str
    model_sha256: str
    face_number: int
    settings_sha256: str
    frame_sequence: int


@dataclass(frozen=True, slots=True)
class Permission:
    """Leave to release UV light once.

    Attributes:
        identifier: unique, random.
        grounds: what it is bound to.
        issued_at, expires_at: monotonic seconds, at most one second apart.
    """

    identifier: str
    grounds: Grounds
    issued_at: float
    expires_at: float


class PermissionDesk:
    """Holds at most one permission. Thread-safe."""

    def __init__(self, lifetime_seconds: float) -> None:
        """Permissions live for `lifetime_seconds`, in (0, 1].

        Raises:
            ValueError: the lifetime is out of range.
        """
        if not 0.0 < lifetime_seconds <= 1.0:
            raise ValueError("a permission lives for at most one second")
        self._lifetime = lifetime_seconds
        self._lock = threading.Lock()
        self._held: Permission | None = None

    def grant(self, grounds: Grounds, now: float) -> Permission:
        """Issue a permission for the newest frame; it replaces the one held before."""
        permission = Permission(uuid.uuid4().hex, grounds, now, now + self._lifetime)
        with self._lock:
            self._held = permission
        return permission

    def revoke(self) -> None:
        """There is a doubt: whatever was held no longer counts."""
        with self._lock:
            self._held = None

    def holds(self, now: float) -> bool:
        """Whether a permission could be taken at `now`."""
        with self._lock:
            return self._held is not None and _alive(self._held, now)

    def take(self, grounds: Grounds, now: float) -> Permission | None:
        """Check and consume in one step.

        Args:
            grounds: the present facts; every one must equal what the permission is bound to.
            now: monotonic seconds.

        Returns:
            The permission, which nobody else can take again, or None. Whatever was held is gone
            either way.
        """
        with self._lock:
            held, self._held = self._held, None
        if held is None or held.grounds != grounds or not _alive(held, now):
            return None
        return held


def _alive(permission: Permission, now: float) -> bool:
    return permission.issued_at <= now < permission.expires_at

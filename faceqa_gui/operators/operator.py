"""`Operator`, `Role` and `Right`: who works at the station, and what not everybody may do."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is at the station."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"


class Right(StrEnum):
    """What changes the station or its records, and so is not everybody's."""

    SETTINGS = "settings"
    MODELS = "models"
    OVERRULE = "overrule"
    PURGE = "purge"
    OPERATORS = "operators"


_NEEDS = dict.fromkeys(Right, Role.SUPERVISOR)


@dataclass(frozen=True, slots=True)
class Operator:
    """Somebody who works at the station.

    Attributes:
        name: as written to records and the audit trail.
        role: what they are.
    """

    name: str
    role: Role

    def may(self, right: Right) -> bool:
        """Whether their role has `right`."""
        return self.role is _NEEDS[right]


NOBODY = Operator("(nobody)", Role.OPERATOR)
"""Who is named for what happens while nobody is signed in."""

LOCAL = Operator("local operator", Role.SUPERVISOR)
"""Whoever works at a station where nobody signs in; the settings may give another name."""

"""`AuditDesk`: what the station's audit trail says of its session."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import JsonValue

from faceqa_gui import __version__
from faceqa_gui.assessment.override import QualityOverride
from faceqa_gui.errors import FaceQAError
from faceqa_gui.operators.accounts import SignInError
from faceqa_gui.operators.operator import NOBODY, Operator, Right
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.audit_writer import AuditWriter
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.self_test import SelfTest
from faceqa_gui.settings import Settings
from faceqa_gui.station_state import WaitsFor
from faceqa_gui.uv.device import UvInfo
from faceqa_gui.wording import said

_NOT_SAID = {"source", "uv.camera"}
"""Settings whose values may hold a password of a camera."""


class AuditDesk:
    """Reports the session to the trail; each method returns at once. Thread-safe."""

    def __init__(self, store: CaptureStore) -> None:
        """Start a writer; `close` ends it.

        Args:
            store: whose trail is written.
        """
        self.writer = AuditWriter(store)

    def started(self, who: str, settings_sha256: str, device: UvInfo) -> None:
        """The station starts under these settings, with this lamp."""
        facts: dict[str, JsonValue] = {
            "version": __version__,
            "settings": settings_sha256,
            "device": device.name,
            "simulated": device.simulated,
        }
        self.writer.note_start(who=who, facts=facts)

    @property
    def finding(self) -> str:
        """What the trail found at the start and the operator should know; "" if nothing."""
        if not self.writer.settings_found_changed:
            return ""
        return said(
            "The settings were changed outside FaceQA since it last ran. A supervisor should look "
            "at them."
        )

    def stopped(self, who: str) -> None:
        """The station stops."""
        self.writer.note(AuditEvent.STOPPED, who=who)

    def model_loaded(self, who: str, model: QualityModel) -> None:
        """This model judges from now on."""
        facts: dict[str, JsonValue] = {
            "model": model.sha256,
            "manifest": model.file.manifest_sha256,
            "runtime": model.runtime.name,
        }
        self.writer.note(AuditEvent.MODEL_LOADED, who=who, facts=facts)

    def self_tested(self, who: str, test: SelfTest) -> None:
        """The parts of the station were looked at; sentences stay out, they may name folders."""
        found: dict[str, JsonValue] = {
            str(result.part): str(result.finding) for result in test.results
        }
        facts: dict[str, JsonValue] = {"result": str(test.finding), "parts": found}
        self.writer.note(AuditEvent.SELF_TESTED, who=who, facts=facts)

    def settings_changed(self, who: str, old: Settings, new: Settings, sha256: str) -> None:
        """Other settings are in force from now on; `sha256` is theirs."""
        facts: dict[str, JsonValue] = {
            "version": __version__,
            "settings": sha256,
            "changed": changes(old, new),
        }
        self.writer.note(AuditEvent.SETTINGS_CHANGED, who=who, facts=facts)

    def overruled(self, override: QualityOverride, subject: str) -> None:
        """Findings about a subject were overruled."""
        checks: list[JsonValue] = [*sorted(override.checks)]
        self.writer.note(
            AuditEvent.OVERRULED,
            who=override.operator,
            facts={"checks": checks},
            subject=subject,
            text=override.reason,
        )

    def overruling_withdrawn(self, who: str) -> None:
        """Nothing is overruled any more."""
        self.writer.note(AuditEvent.OVERRULING_WITHDRAWN, who=who)

    def press_refused(self, who: str, subject: str, waits: Iterable[WaitsFor]) -> None:
        """The UV button fired and no light was permitted."""
        facts: dict[str, JsonValue] = {"waits_for": [str(reason) for reason in waits]}
        self.writer.note(AuditEvent.PRESS_REFUSED, who=who, facts=facts, subject=subject)

    def failed(self, who: str, notice: str) -> None:
        """An internal error latched the gate."""
        self.writer.note(AuditEvent.FAILED, who=who, facts={"notice": notice})

    def acknowledged(self, who: str, notice: str) -> None:
        """The operator read why the gate was latched."""
        self.writer.note(AuditEvent.ACKNOWLEDGED, who=who, facts={"notice": notice})

    def signed_in(self, operator: Operator, *, unlocked: bool) -> None:
        """An operator begins to work, or comes back to a session that was locked."""
        facts: dict[str, JsonValue] = {"role": str(operator.role), "unlocked": unlocked}
        self.writer.note(AuditEvent.SIGNED_IN, who=operator.name, facts=facts)

    def sign_in_refused(self, error: FaceQAError, right: Right | None = None) -> None:
        """Name and PIN were refused, for signing in or for allowing an action."""
        who, facts = NOBODY.name, dict[str, JsonValue]()
        if isinstance(error, SignInError):
            who, facts = error.who, {"wait_seconds": round(error.wait_seconds)}
        if right is not None:
            facts["right"] = str(right)
        self.writer.note(AuditEvent.SIGN_IN_REFUSED, who=who, facts=facts)

    def locked(self, who: str, *, idle: bool) -> None:
        """The station is locked, by its operator or because nobody touched it."""
        self.writer.note(AuditEvent.LOCKED, who=who, facts={"idle": idle})

    def signed_out(self, who: str) -> None:
        """An operator's session is over."""
        self.writer.note(AuditEvent.SIGNED_OUT, who=who)

    def operators_changed(self, who: str, facts: Mapping[str, str]) -> None:
        """Somebody changed who may sign in; `facts` hold no PIN."""
        self.writer.note(AuditEvent.OPERATORS_CHANGED, who=who, facts=dict(facts))

    def right_refused(self, who: str, right: Right) -> None:
        """Something was wanted for which nobody there has the right."""
        self.writer.note(AuditEvent.RIGHT_REFUSED, who=who, facts={"right": str(right)})


def changes(old: Settings, new: Settings) -> dict[str, JsonValue]:
    """What differs, by place such as `gate.dwell_seconds`: its value before and now."""
    before, now = _by_place(old.model_dump(mode="json")), _by_place(new.model_dump(mode="json"))
    return {
        place: [] if place in _NOT_SAID else [before.get(place), value]
        for place, value in now.items()
        if before.get(place) != value
    }


def _by_place(values: dict[str, Any], prefix: str = "") -> dict[str, JsonValue]:
    found: dict[str, JsonValue] = {}
    for name, value in values.items():
        if isinstance(value, dict):
            found |= _by_place(value, f"{prefix}{name}.")
        else:
            found[f"{prefix}{name}"] = value
    return found

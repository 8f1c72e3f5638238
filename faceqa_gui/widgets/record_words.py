"""Words for what records and the audit trail hold as identifiers."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.explanation.trust import Doubt
from faceqa_gui.frames.source import SourceKind
from faceqa_gui.operators.operator import Role
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.widgets.language import shown
from faceqa_gui.widgets.setting_words import setting_title
from faceqa_gui.widgets.words import role_word
from faceqa_gui.wording import as_said

translate = QCoreApplication.translate


def audit_word(event: AuditEvent) -> str:
    """What an entry of the trail says happened."""
    return {
        AuditEvent.STARTED: translate("records", "started"),
        AuditEvent.STOPPED: translate("records", "stopped"),
        AuditEvent.SIGNED_IN: translate("records", "signed in"),
        AuditEvent.SIGN_IN_REFUSED: translate("records", "sign-in refused"),
        AuditEvent.SIGNED_OUT: translate("records", "signed out"),
        AuditEvent.LOCKED: translate("records", "locked"),
        AuditEvent.RIGHT_REFUSED: translate("records", "right refused"),
        AuditEvent.OPERATORS_CHANGED: translate("records", "operators changed"),
        AuditEvent.SETTINGS_CHANGED: translate("records", "settings changed"),
        AuditEvent.SETTINGS_FOUND_CHANGED: translate("records", "settings found changed"),
        AuditEvent.MODEL_IMPORTED: translate("records", "model imported"),
        AuditEvent.MODEL_REFUSED: translate("records", "model refused"),
        AuditEvent.MODEL_REMOVED: translate("records", "model removed"),
        AuditEvent.MODEL_LOADED: translate("records", "model loaded"),
        AuditEvent.SELF_TESTED: translate("records", "self-tested"),
        AuditEvent.OVERRULED: translate("records", "overruled"),
        AuditEvent.OVERRULING_WITHDRAWN: translate("records", "overruling withdrawn"),
        AuditEvent.PRESS_REFUSED: translate("records", "press refused"),
        AuditEvent.FAILED: translate("records", "failed"),
        AuditEvent.ACKNOWLEDGED: translate("records", "acknowledged"),
        AuditEvent.CAPTURE_BEGUN: translate("records", "capture begun"),
        AuditEvent.CAPTURE_WITHDRAWN: translate("records", "capture withdrawn"),
        AuditEvent.CAPTURE_STORED: translate("records", "capture stored"),
        AuditEvent.CAPTURE_RECOVERED: translate("records", "capture recovered"),
        AuditEvent.CAPTURE_ADOPTED: translate("records", "capture adopted"),
        AuditEvent.EXPORTED: translate("records", "exported"),
        AuditEvent.SENT: translate("records", "sent"),
        AuditEvent.PURGED: translate("records", "purged"),
    }.get(event) or _spaced(event)


def fact_word(name: str) -> str:
    """The name of a fact in the entries about a capture."""
    words = {
        "permission": translate("records", "permission"),
        "light": translate("records", "light"),
        "model": translate("records", "model"),
        "manifest": translate("records", "manifest"),
        "settings": translate("records", "settings"),
        "explanation": translate("records", "explanation"),
        "device": translate("records", "lamp"),
        "simulated": translate("records", "simulated"),
        "planned_dose_joules_per_square_metre": translate("records", "planned dose (J/m²)"),
        "dose_joules_per_square_metre": translate("records", "dose (J/m²)"),
        "overruled": translate("records", "overruled checks"),
        "role": translate("records", "role"),
        "completed": translate("records", "completed"),
        "reason": translate("records", "reason"),
        "files": translate("records", "files"),
        "kind": translate("records", "kind"),
        "sha256": translate("records", "sha256"),
        "captures": translate("records", "captures"),
        "left_out": translate("records", "left out"),
        "peer": translate("records", "receiver"),
        "partly": translate("records", "sent in part"),
        "notes": translate("records", "notes"),
    }
    return _word(words, name)


def check_word(name: str) -> str:
    """The title of a check of a frame or of the UV picture."""
    words = {
        "live_picture": translate("records", "Live picture"),
        "picture_shown": translate("records", "Picture shown"),
        "model_sound": translate("records", "Model sound"),
        "face_shown": translate("records", "Face shown"),
        "uncovered": translate("records", "Uncovered"),
        "no_eyeglasses": translate("records", "No eyeglasses"),
        "sharp": translate("records", "Sharp"),
        "one_face": translate("records", "One face"),
        "face_size": translate("records", "Face size"),
        "face_position": translate("records", "Face position"),
        "resolution": translate("records", "Resolution"),
        "bright_enough": translate("records", "Bright enough"),
        "no_glare": translate("records", "No glare"),
        "no_light_behind": translate("records", "No light behind"),
        "in_focus": translate("records", "In focus"),
        "both_eyes_closed": translate("records", "Both eyes closed"),
        "not_black": translate("records", "Not black"),
        "not_saturated": translate("records", "Not saturated"),
        "not_stale": translate("records", "Not stale"),
    }
    return words.get(name) or setting_title(name)


def eye_reason_word(name: str) -> str:
    """Why eyes could not be read."""
    words = {
        "no_face": translate("records", "no face"),
        "several_faces": translate("records", "several faces"),
        "not_certain": translate("records", "not certain"),
        "face_small": translate("records", "face too small"),
        "too_dark": translate("records", "too dark"),
        "too_bright": translate("records", "too bright"),
        "too_flat": translate("records", "too little contrast"),
        "blurred": translate("records", "blurred"),
        "eyes_not_located": translate("records", "eyes not found"),
        "not_looked": translate("records", "not looked for"),
    }
    return _word(words, name)


def doubt_word(name: str) -> str:
    """Why an explanation was weak, in a word or two."""
    words: dict[str, str] = {
        Doubt.NO_EVIDENCE: translate("records", "no evidence"),
        Doubt.OUTSIDE_FACE: translate("records", "outside the face"),
        Doubt.DISAGREEMENT: translate("records", "disagreement"),
        Doubt.POOR_FIT: translate("records", "poor fit"),
        Doubt.UNSTABLE: translate("records", "unstable"),
    }
    return _word(words, name)


def light_word(name: str) -> str:
    """A light."""
    words: dict[str, str] = {
        Light.RED: translate("records", "red"),
        Light.AMBER: translate("records", "amber"),
        Light.GREEN: translate("records", "green"),
    }
    return _word(words, name)


def source_word(name: str) -> str:
    """What kind of source a frame came from."""
    words: dict[str, str] = {
        SourceKind.CAMERA: translate("records", "camera"),
        SourceKind.VIRTUAL: translate("records", "virtual camera"),
        SourceKind.VIDEO: translate("records", "video"),
        SourceKind.STREAM: translate("records", "stream"),
        SourceKind.STILLS: translate("records", "still pictures"),
        SourceKind.DEMONSTRATION: translate("records", "demonstration"),
    }
    return _word(words, name)


def fact_value(name: str, value: object) -> str:
    """What a fact of that name says, where it is one of our own words."""
    words: dict[str, Callable[[str], str]] = {
        "light": light_word,
        "overruled": check_word,
        "role": recorded_role,
        "reason": stored_text,
        "device": stored_text,
    }
    say = words.get(name, str)
    if isinstance(value, list):
        return ", ".join(say(str(one)) for one in value)
    return say(str(value))


def recorded_role(name: str) -> str:
    """A role as a record holds it."""
    return role_word(Role(name)).lower() if name in set(Role) else name


def stored_text(text: str) -> str:
    """A sentence of the engine that was stored in English, where it is known word for word."""
    return shown(as_said(text))


def _word(words: Mapping[str, str], name: str) -> str:
    return words.get(name) or _spaced(name)


def _spaced(name: str) -> str:
    return name.replace("_", " ")

"""`record_from_json`: reads a record of this version, and older ones by bringing them up to it."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import from_json, to_json

from faceqa_gui.errors import StoreError
from faceqa_gui.records.record import SCHEMA_VERSION, CaptureRecord
from faceqa_gui.wording import said


class NewerRecordError(StoreError):
    """The record was made by a newer FaceQA."""


class _Stated(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    schema_version: Annotated[int, Field(ge=1, strict=True)]


def record_from_json(content: bytes) -> CaptureRecord:
    """The record that `content` holds; the content itself is not changed by this.

    Raises:
        NewerRecordError: it is of a later version than this program knows.
        pydantic.ValidationError: it is not a capture record.
    """
    version = _Stated.model_validate_json(content).schema_version
    if version > SCHEMA_VERSION:
        raise NewerRecordError(
            said(
                "The record was made by a newer FaceQA (version {version}; this one reads up "
                "to {known}). Open it with the newer FaceQA.",
                version=version,
                known=SCHEMA_VERSION,
            )
        )
    if version < SCHEMA_VERSION:
        values = from_json(content)
        for step in range(version, SCHEMA_VERSION):
            values = _STEPS[step](values)
        content = to_json(values)
    return CaptureRecord.model_validate_json(content)


def from_1_to_2(values: Mapping[str, Any]) -> dict[str, Any]:
    """A record of version 2 that says no more than the one of version 1 did.

    The threshold for a good face is known only where the settings named one; the operator's role,
    the manifest and the exact samples were not kept.
    """
    settings = values.get("settings")
    quality = settings.get("quality") if isinstance(settings, dict) else None
    good = quality.get("good_threshold") if isinstance(quality, dict) else None
    known = {} if good is None else {"good_threshold": {"value": good, "source": "settings"}}
    return {**values, "schema_version": 2, "operator_role": "", "thresholds": known}


_STEPS: Mapping[int, Callable[[Mapping[str, Any]], dict[str, Any]]] = {1: from_1_to_2}

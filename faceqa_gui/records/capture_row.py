"""`CaptureRow`: what the index says of one capture."""

from enum import StrEnum

from pydantic import AwareDatetime, BaseModel, ConfigDict

from faceqa_gui.records.record import CaptureRecord, Identifier, Text


class CaptureState(StrEnum):
    """How far a capture came."""

    BEGUN = "begun"
    STORED = "stored"


class CaptureRow(BaseModel):
    """What a list shows of one capture.

    Attributes:
        identifier: its generated name.
        state: `BEGUN` if it never came to a record: the lamp may have been lit.
        captured_at: wall-clock time with its offset from UTC.
        subject, operator, device: as in the record.
        simulated: no light was emitted.
        completed: the exposure came to its end; None where nothing is known of one.
    """

    # Inputs stay out of error texts: they hold the subject's name.
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    identifier: Identifier
    state: CaptureState
    captured_at: AwareDatetime
    subject: Text
    operator: Text
    device: Text
    simulated: bool
    completed: bool | None

    @classmethod
    def of(cls, record: CaptureRecord, state: CaptureState) -> "CaptureRow":
        """The row that belongs to a record."""
        return cls(
            identifier=record.identifier,
            state=state,
            captured_at=record.captured_at,
            subject=record.subject,
            operator=record.operator,
            device=record.device.name,
            simulated=record.device.simulated,
            completed=record.exposure.completed if record.exposure else None,
        )

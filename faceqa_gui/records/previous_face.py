"""`previous_face`: how a subject sat at their last capture, to sit like that again."""

from dataclasses import dataclass

from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.records.capture_row import CaptureState
from faceqa_gui.records.picture_bytes import png_pixels
from faceqa_gui.records.picture_names import FRAME_FILE
from faceqa_gui.records.store import CaptureStore


@dataclass(frozen=True, slots=True, eq=False)
class PreviousFace:
    """The last capture of one subject.

    Attributes:
        subject: whose it is.
        pixels: the judged square of the visible frame; uint8, side×side×3, RGB.
        face: where the face was, in pixels of that square.
    """

    subject: str
    pixels: Pixels
    face: Box


def previous_face(store: CaptureStore, subject: str) -> PreviousFace | None:
    """The newest whole capture of exactly this subject that shows a face.

    Args:
        store: where captures lie.
        subject: as it was written at the capture; "" is nobody in particular.

    Returns:
        The face, or None where there is none: also for a subject without a name, because captures
        without one may show anybody.

    Raises:
        StoreError: the store or the capture cannot be read.
    """
    if not subject:
        return None
    for row in reversed(store.summaries()):
        if row.subject != subject or row.state is not CaptureState.STORED:
            continue
        record = store.load(row.identifier)
        # The record counts, not the index, which could have been altered.
        if record.subject != subject or record.face is None:
            continue
        frame = png_pixels(store.read_file(row.identifier, FRAME_FILE))
        region = record.region
        cut = frame[
            region.top : region.top + region.side, region.left : region.left + region.side
        ].copy()
        return PreviousFace(subject, cut, record.face.moved(-region.left, -region.top))
    return None

"""`SecondLook`: the UV picture of one exposure and the visible frame that goes with it."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass

from faceqa_gui.frames.frame import Frame
from faceqa_gui.records.picture_bytes import png_bytes
from faceqa_gui.records.picture_names import REGISTERED_FILE, UV_FILE, VISIBLE_FILE
from faceqa_gui.records.record import CheckRecord, UvFrameRecord, UvPictureRecord
from faceqa_gui.uv.uv_camera import UvWatch
from faceqa_gui.uv.uv_picture import UvPicture, crop_for, problem_with, registered

_KEPT_VISIBLE = 16


@dataclass(frozen=True, slots=True, eq=False)
class UvResult:
    """What is stored of the UV camera.

    Attributes:
        record: what is known of its picture.
        files: content by file name: the picture as it came, the registered one, and the visible
            frame that is nearest to it in time; empty where there is no picture.
    """

    record: UvPictureRecord
    files: dict[str, bytes]


class SecondLook:
    """Keeps what the UV camera and the visible one see while the lamp is lit. Thread-safe.

    Of the visible frames only the newest and those nearest to a kept UV frame stay in memory.
    """

    def __init__(self, watch: UvWatch, visible: Frame) -> None:
        """Begin before the lamp is armed.

        Args:
            watch: of the UV camera.
            visible: the frame that the permission was for.
        """
        self._watch = watch
        self._lock = threading.Lock()
        self._visible = [visible]
        self._lost = ""
        self._ended = False

    def see(self, frame: Frame) -> None:
        """A visible frame was judged."""
        with self._lock:
            if self._ended:
                return
            self._visible.append(frame)
            if len(self._visible) > _KEPT_VISIBLE:
                near = {_nearest(self._visible, at).sequence for at in self._watch.moments()}
                self._visible = [
                    kept for kept in self._visible if kept is frame or kept.sequence in near
                ]

    @property
    def lost(self) -> str:
        """Why the UV camera stopped looking before the end, in a sentence; "" if it did not."""
        with self._lock:
            if not self._ended and not self._lost:
                self._lost = self._watch.lost
            return self._lost

    def end(self) -> None:
        """The lamp is off."""
        self._watch.end()
        with self._lock:
            self._ended = True

    def result(self, lit_at: float, dark_at: float, rise_seconds: float) -> UvResult:
        """Choose, check and register the UV picture.

        Args:
            lit_at: when the lamp was switched on, in monotonic seconds.
            dark_at: when it was switched off.
            rise_seconds: how long the lamp takes to its full light.

        Raises:
            StoreError: a picture cannot be encoded.
        """
        picture = self._watch.picture(lit_at, dark_at, rise_seconds)
        taken = None
        files: dict[str, bytes] = {}
        if picture is not None:
            with self._lock:
                visible = _nearest(self._visible, picture.frame.captured_at)
            taken, files = _registered(picture, visible)
        record = UvPictureRecord(
            source=self._watch.info.name,
            source_kind=self._watch.info.kind,
            taken=taken,
            problem=problem_with(picture),
        )
        return UvResult(record, files)


def _nearest(frames: Iterable[Frame], moment: float) -> Frame:
    return min(frames, key=lambda frame: abs(frame.captured_at - moment))


def _registered(picture: UvPicture, visible: Frame) -> tuple[UvFrameRecord, dict[str, bytes]]:
    frame = picture.frame
    width, height = visible.width, visible.height
    crop = crop_for(frame, width, height)
    taken = UvFrameRecord(
        sequence=frame.sequence,
        width=frame.width,
        height=frame.height,
        captured_monotonic=frame.captured_at,
        visible_sequence=visible.sequence,
        offset_seconds=frame.captured_at - visible.captured_at,
        crop=crop,
        registered_width=width,
        registered_height=height,
        checks=tuple(
            CheckRecord(name=c.name, outcome="pass" if c.passed else "fail", score=c.score)
            for c in picture.checks
        ),
    )
    return taken, {
        UV_FILE: png_bytes(frame.pixels),
        REGISTERED_FILE: png_bytes(registered(frame, crop, width, height)),
        VISIBLE_FILE: png_bytes(visible.pixels),
    }

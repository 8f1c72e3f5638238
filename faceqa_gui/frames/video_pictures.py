"""Single pictures of a video file, by number, for whoever judges them like photographs."""

import math
from collections.abc import Sequence
from pathlib import Path

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.conversion import rgb_from_opencv
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.wording import said

VIDEO_SUFFIXES = frozenset({".mp4", ".m4v", ".mov", ".avi", ".mkv", ".webm"})
"""Lower-case file endings of the videos that are looked for in a folder."""

MOST_PICTURES = 10_000
"""No more pictures are taken from one video, whatever length its header claims."""

_USUAL_RATE = 25.0
_HIGHEST_RATE = 240.0


def picture_numbers(path: Path, step_seconds: float) -> range:
    """Numbers of the pictures that are taken from a video: its first, then one for every step.

    The header is believed; a picture that turns out not to be there cannot be read later.

    Args:
        path: a video file.
        step_seconds: time between two pictures, > 0.

    Returns:
        Ascending numbers from 0; only 0 where the header gives no length.

    Raises:
        SourceError: the file is not a video that can be opened.
    """
    capture = _opened(path)
    try:
        rate, length = capture.get(cv2.CAP_PROP_FPS), capture.get(cv2.CAP_PROP_FRAME_COUNT)
    finally:
        capture.release()
    if not math.isfinite(rate) or not 0.0 < rate <= _HIGHEST_RATE:
        rate = _USUAL_RATE
    count = int(length) if math.isfinite(length) and length >= 1.0 else 1
    step = max(1, round(rate * step_seconds))
    return range(0, min(count, step * MOST_PICTURES), step)


def read_video_pictures(path: Path, numbers: Sequence[int]) -> list[Pixels | None]:
    """Pictures of a video, decoded from its beginning, which is exact for every codec.

    Args:
        path: a video file.
        numbers: of the pictures, ascending.

    Returns:
        uint8, H×W×3, RGB, one for each number; None where the video ends before it.

    Raises:
        SourceError: the file is not a video that can be opened, or a picture has an unusable form.
    """
    found: list[Pixels | None] = []
    capture = _opened(path)
    try:
        place = 0
        for number in numbers:
            while place < number and capture.grab():
                place += 1
            if place < number:
                found.append(None)
                continue
            good, picture = capture.read()
            place += 1
            found.append(rgb_from_opencv(picture, path.name) if good else None)
    finally:
        capture.release()
    return found


def _opened(path: Path) -> "cv2.VideoCapture":
    if not path.is_file():
        raise SourceError(
            said("{path} does not exist or is not a plain file. Check the name.", path=path)
        )
    # An absolute path keeps FFmpeg from reading the name as an address.
    capture = cv2.VideoCapture(str(path.resolve()), cv2.CAP_FFMPEG)
    if not capture.isOpened():
        capture.release()
        raise SourceError(
            said(
                "{path} is not a video that can be played. Choose another file, or convert "
                "it to MP4 (H.264).",
                path=path,
            )
        )
    return capture

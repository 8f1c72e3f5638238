"""How many threads OpenCV computes with in this process."""

from faceqa_gui.frames.opencv import cv2


def limit_threads(count: int) -> None:
    """Let OpenCV compute with at most `count` threads, 1 or more."""
    cv2.setNumThreads(count)

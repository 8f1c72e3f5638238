"""The demo subject, showing the scene that a test chooses, over a real network stream."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import numpy as np
from PIL import Image

from faceqa_gui.frames.demo_subject import DemoSubject
from support.mjpeg_server import mjpeg_server


class ChosenScene(DemoSubject):
    """Stays in `scene` until another one is chosen."""

    scene = "eyes open"

    def scene_at(self, sequence: int) -> str:  # noqa: ARG002  (the clip's own form)
        """The chosen scene."""
        return self.scene


@contextmanager
def streamed(subject: DemoSubject) -> Iterator[str]:
    """Serve a subject as MJPEG at its own pace; yields the address of the stream."""
    subject.open()
    lock = threading.Lock()

    def jpeg() -> bytes:
        with lock:
            frame = subject.read()
        if frame is None:
            return b""
        encoded = BytesIO()
        Image.fromarray(np.asarray(frame.pixels)).save(encoded, "JPEG", quality=92)
        return encoded.getvalue()

    with mjpeg_server(jpeg) as address:
        yield address
    subject.close()

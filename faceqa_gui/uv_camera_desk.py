"""`UvCameraDesk`: the second camera that the settings name, kept open while it is wanted."""

from collections.abc import Callable

from faceqa_gui.frames.source import FrameSource
from faceqa_gui.uv.uv_camera import UvCamera, uv_camera_for

CLOSE_SECONDS = 1.0


class UvCameraDesk:
    """Chooses, opens ahead and closes; the station serialises every call.

    Attributes:
        camera: None where none is chosen.
    """

    def __init__(
        self, open_source: Callable[[str], FrameSource] | None, *, live_only: bool
    ) -> None:
        """Start without one.

        Args:
            open_source: makes the source that the settings name; None for `source_from`.
            live_only: recordings and the demo subject do not serve, as beside a real lamp.
        """
        self._open_source = open_source
        self._live_only = live_only
        self._name = ""
        self._problem = ""
        self.camera: UvCamera | None = None

    @property
    def ready(self) -> bool:
        """Whether a chosen camera sends fresh pictures; true where none is chosen."""
        return self.camera is None or self.camera.ready

    def choose(self, name: str) -> None:
        """Take the camera of that name from now on; "" for none."""
        if name == self._name:
            return
        if self.camera is not None:
            self.camera.close()
        self._name, self._problem = name, ""
        self.camera = uv_camera_for(name, live_only=self._live_only, open_source=self._open_source)

    def settle(self, notice: str, *, wanted: bool) -> str:
        """Keep the camera open while it is wanted.

        Args:
            notice: what the operator is told now.
            wanted: a clear face is attended, or a capture runs.

        Returns:
            What the operator is told from now on: what keeps the camera from serving, while it
            does; `notice` where nothing changed.
        """
        if self.camera is None:
            return notice
        if wanted:
            self.camera.want()
        problem = self.camera.problem
        if problem == self._problem:
            return notice
        told = problem if problem or notice == self._problem else notice
        self._problem = problem
        return told

    def close(self) -> None:
        """Let the camera go; waits for it for a second at most."""
        if self.camera is not None:
            self.camera.close(CLOSE_SECONDS)

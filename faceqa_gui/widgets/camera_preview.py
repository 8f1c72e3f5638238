"""`CameraPreview`: a live view without a station, which marks the judged square and the face."""

from PySide6.QtWidgets import QWidget

from faceqa_gui.assessment.room_check import RoomLook
from faceqa_gui.widgets.live_view import LiveView
from faceqa_gui.widgets.theme import Colours


class CameraPreview(LiveView):
    """Shows a `PreviewThread`'s pictures; `show_look` says where the guide and the face are."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        """Start without a picture, painted in `colours`."""
        super().__init__(parent)
        self.use_colours(colours)
        self.mark_face(True)  # noqa: FBT003  (a slot of a toggled action)

    def show_look(self, look: RoomLook) -> None:
        """Paint the guide around the judged square, and a box around the one face."""
        self._region, self._face = look.region, look.face
        self.update()

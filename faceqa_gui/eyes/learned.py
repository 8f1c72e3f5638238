"""`LearnedEyes`: the small networks alone, with a region of rejection."""

from faceqa_gui.eyes.eye_crops import CROP_SPAN
from faceqa_gui.eyes.eye_model import EyeModel
from faceqa_gui.eyes.eye_places import EyePlaces
from faceqa_gui.eyes.eye_state import EyeBasis, EyeReading, EyesReading, both, unknown_eyes
from faceqa_gui.eyes.face_finder import FaceFinder, Grey, to_grey
from faceqa_gui.eyes.face_patch import box_in_grey, face_patch
from faceqa_gui.frames.frame import Box, Pixels

# Twice what 99 % of the development faces show: a head more turned or tilted was never learned.
LARGEST_TURN = 16.0
LARGEST_OFF_CENTRE = 0.09


class LearnedEyes:
    """Reads the eyes with the networks alone. Not thread-safe."""

    def __init__(self, model: EyeModel) -> None:
        self.model = model
        self.faces = FaceFinder()

    @property
    def basis(self) -> EyeBasis:
        """The networks' thresholds."""
        manifest = self.model.manifest
        thresholds = {
            "eye_open_below": manifest.open_below,
            "eye_closed_above": manifest.closed_above,
        }
        return EyeBasis(self.model.manifest_sha256, thresholds)

    def look(self, pixels: Pixels) -> EyesReading:
        """Read the eyes of the largest face in `pixels` (uint8, H×W×3, RGB)."""
        grey = to_grey(pixels)
        faces = self.faces.find(grey)
        if not faces:
            return unknown_eyes("no_face")
        patch = face_patch(grey, faces[0])
        places = self.model.locate(patch)
        reason = self.unlocated(places)
        if reason:
            return unknown_eyes(reason, faces[0])
        left, right = self.read(patch, places, faces[0])
        return EyesReading(both(left.state, right.state), left, right, faces[0])

    def unlocated(self, places: EyePlaces) -> str:
        """Why eyes at these places cannot be read, as a short identifier; "" if they can."""
        if places.disagreement > self.model.manifest.largest_disagreement:
            return "eyes_not_located"
        if abs(places.turn) > LARGEST_TURN or places.off_centre > LARGEST_OFF_CENTRE:
            return "not_frontal"
        return ""

    def read(self, patch: Grey, places: EyePlaces, face: Box) -> tuple[EyeReading, EyeReading]:
        """Read both eyes of a face patch (uint8, 192×192); boxes lie in the face's picture."""
        side = CROP_SPAN * places.distance
        left, right = (
            EyeReading(self.model.state(closed), box_in_grey(face, centre, side), closed)
            for closed, centre in zip(
                self.model.closed_probabilities(patch, places),
                (places.left, places.right),
                strict=True,
            )
        )
        return left, right

"""`LearnedEyes`: a small network that reads one eye crop, with a region of rejection."""

import hashlib
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from faceqa_gui.errors import ModelError
from faceqa_gui.eyes.cascades import both
from faceqa_gui.eyes.eye_crops import Crop, eye_boxes, eye_inputs
from faceqa_gui.eyes.eye_state import EyeReading, EyesReading, EyeState
from faceqa_gui.eyes.face_finder import FaceFinder, Grey, to_grey
from faceqa_gui.frames.frame import Box, Pixels

EYE_MODEL_FOLDER = Path(__file__).resolve().parents[2] / "models" / "eyes"
MANIFEST_FILE = "manifest.json"
ONNX_FILE = "eyes.onnx"

Probability = Annotated[float, Field(ge=0.0, le=1.0)]


class EyeManifest(BaseModel):
    """What the eye network says of itself.

    Attributes:
        sha256: of the network file.
        temperature: the logit is divided by it before the sigmoid; > 0.
        open_below: an eye is open at or below this probability of being closed.
        closed_above: an eye is closed at or above it; between the two it is unknown.
        libraries: versions it was trained with.
        training_command: that made it.
        data_sha256: digest of the training data.
        created: date, ISO 8601.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = 1
    sha256: str
    temperature: float = Field(gt=0.0, allow_inf_nan=False)
    open_below: Probability
    closed_above: Probability
    libraries: dict[str, str]
    training_command: str
    data_sha256: str
    created: str


class EyeNetwork:
    """The verified network and its thresholds; runs on ONNX Runtime, without TensorFlow."""

    def __init__(self, folder: Path = EYE_MODEL_FOLDER) -> None:
        """Load the network whose checksum the manifest names.

        Raises:
            ModelError: a file is missing, altered or of another form.
        """
        import onnxruntime

        try:
            self.manifest = EyeManifest.model_validate_json((folder / MANIFEST_FILE).read_bytes())
            content = (folder / ONNX_FILE).read_bytes()
        except OSError as error:
            raise ModelError(
                f"The eye network's file {error.filename} cannot be read: {error.strerror}. "
                "Install FaceQA again."
            ) from error
        except ValidationError as error:
            raise ModelError(
                f"{folder / MANIFEST_FILE} is not the manifest of an eye network of this version. "
                "Install FaceQA again."
            ) from error
        if hashlib.sha256(content).hexdigest() != self.manifest.sha256:
            raise ModelError(
                f"{folder / ONNX_FILE} is not the file that its manifest names. "
                "Install FaceQA again."
            )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            content, options, providers=["CPUExecutionProvider"]
        )
        self._input = self._session.get_inputs()[0].name

    def closed_probabilities(self, crops: Crop) -> NDArray[np.float64]:
        """Probability in 0-1 of being closed for each crop (float32, N×32×32×1)."""
        logits = self._session.run(None, {self._input: crops})[0].astype(np.float64).ravel()
        closed: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-logits / self.manifest.temperature))
        return closed

    def state(self, closed_probability: float) -> EyeState:
        """Three values; a probability that is not a number is unknown."""
        if closed_probability >= self.manifest.closed_above:
            return EyeState.CLOSED
        if closed_probability <= self.manifest.open_below:
            return EyeState.OPEN
        return EyeState.UNKNOWN


class LearnedEyes:
    """Reads the eyes with the network alone. Not thread-safe."""

    def __init__(self, folder: Path = EYE_MODEL_FOLDER) -> None:
        self._faces = FaceFinder()
        self._network = EyeNetwork(folder)

    def look(self, pixels: Pixels) -> EyesReading:
        """Read the eyes of the largest face in `pixels` (uint8, H×W×3, RGB)."""
        grey = to_grey(pixels)
        faces = self._faces.find(grey)
        unknown = EyeReading(EyeState.UNKNOWN)
        if not faces:
            return EyesReading(EyeState.UNKNOWN, unknown, unknown, None, "no_face")
        left, right = self.read_face(grey, faces[0])
        return EyesReading(both(left.state, right.state), left, right, faces[0])

    def read_face(self, grey: Grey, face: Box) -> tuple[EyeReading, EyeReading]:
        """Read both eyes of a face that was found in `grey` (uint8, H×W)."""
        closed = self._network.closed_probabilities(eye_inputs(grey, face))
        left, right = (
            EyeReading(self._network.state(float(value)), box, float(value))
            for value, box in zip(closed, eye_boxes(face), strict=True)
        )
        return left, right

"""`EyeModel`: the localiser and the eye network, verified, with their thresholds."""

import hashlib
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from faceqa_gui.errors import ModelError
from faceqa_gui.eyes.eye_crops import VIEWS, eye_inputs
from faceqa_gui.eyes.eye_places import EyePlaces, localiser_inputs, places_from
from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.eyes.face_finder import Grey
from faceqa_gui.eyes.haar_witness import OpenEyeCascade
from faceqa_gui.wording import reason, said

EYE_MODEL_FOLDER = Path(__file__).resolve().parents[2] / "models" / "eyes"
MANIFEST_FILE = "manifest.json"
LOCALISER_FILE = "localiser.onnx"
EYES_FILE = "eyes.onnx"

Probability = Annotated[float, Field(ge=0.0, le=1.0)]


class EyeManifest(BaseModel):
    """What the eye model says of itself.

    Attributes:
        files: SHA-256 in hex of each network file.
        temperature: the logit is divided by it before the sigmoid; > 0.
        open_below: an eye is open at or below this probability of being closed.
        closed_above: an eye is closed at or above it; between the two it is unknown.
        witness_cascade: open-eye cascade of the witness.
        witness_votes: overlapping finds from which the witness sees an open eye.
        largest_disagreement: of the localiser with its mirror image, as a share of the face's
            width; beyond it the eyes are not located.
        libraries: versions it was trained with.
        training_command: that made it.
        data_sha256: digest of the training data.
        created: date, ISO 8601.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[2] = 2
    files: dict[str, str]
    temperature: float = Field(gt=0.0, allow_inf_nan=False)
    open_below: Probability
    closed_above: Probability
    witness_cascade: OpenEyeCascade
    witness_votes: int = Field(ge=1)
    largest_disagreement: Probability
    libraries: dict[str, str]
    training_command: str
    data_sha256: str
    created: str


class EyeModel:
    """Both networks on ONNX Runtime, without TensorFlow. Not thread-safe."""

    def __init__(
        self, folder: Path = EYE_MODEL_FOLDER, *, listed_sha256: str | None = None
    ) -> None:
        """Load the networks whose checksums the manifest names.

        Args:
            folder: of the model.
            listed_sha256: what the bytes of its manifest must have; None: whatever they have.

        Raises:
            ModelError: a file is missing, altered or of another form, or it is another model.
        """
        try:
            content = (folder / MANIFEST_FILE).read_bytes()
            self.manifest = EyeManifest.model_validate_json(content)
        except OSError as error:
            raise _unreadable(error) from error
        except ValidationError as error:
            raise ModelError(
                said(
                    "{path} is not the manifest of an eye model of this version. Install "
                    "FaceQA again.",
                    path=folder / MANIFEST_FILE,
                )
            ) from error
        self.manifest_sha256 = hashlib.sha256(content).hexdigest()
        if listed_sha256 not in (None, self.manifest_sha256):
            raise ModelError(
                said(
                    "The eye model in {folder} is not the one that this program came with. "
                    "Install FaceQA again.",
                    folder=folder,
                )
            )
        self._localiser = _Network(folder / LOCALISER_FILE, self.manifest)
        self._eyes = _Network(folder / EYES_FILE, self.manifest)

    def locate(self, patch: Grey) -> EyePlaces:
        """Where the eyes are in a face patch (uint8, 192×192)."""
        return places_from(self._localiser(localiser_inputs(patch)))

    def closed_probabilities(self, patch: Grey, places: EyePlaces) -> tuple[float, float]:
        """Calibrated probability in 0-1 of being closed, of the left and of the right eye."""
        logits = self._eyes(eye_inputs(patch, places)).reshape(2, VIEWS).mean(axis=1)
        left, right = 1.0 / (1.0 + np.exp(-logits / self.manifest.temperature))
        return float(left), float(right)

    def state(self, closed_probability: float) -> EyeState:
        """Three values; a probability that is not a number is unknown."""
        if closed_probability >= self.manifest.closed_above:
            return EyeState.CLOSED
        if closed_probability <= self.manifest.open_below:
            return EyeState.OPEN
        return EyeState.UNKNOWN


class _Network:
    def __init__(self, path: Path, manifest: EyeManifest) -> None:
        import onnxruntime

        try:
            content = path.read_bytes()
        except OSError as error:
            raise _unreadable(error) from error
        if hashlib.sha256(content).hexdigest() != manifest.files.get(path.name):
            raise ModelError(
                said(
                    "{path} is not the file that its manifest names. Install FaceQA again.",
                    path=path,
                )
            )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            content, options, providers=["CPUExecutionProvider"]
        )
        self._input = self._session.get_inputs()[0].name

    def __call__(self, inputs: NDArray[np.float32]) -> NDArray[np.float64]:
        answers: NDArray[np.float64] = self._session.run(None, {self._input: inputs})[0].astype(
            np.float64
        )
        return answers


def _unreadable(error: OSError) -> ModelError:
    return ModelError(
        said(
            "The eye model's file {path} cannot be read: {why}. Install FaceQA again.",
            path=error.filename,
            why=reason(error),
        )
    )

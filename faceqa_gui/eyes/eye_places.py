"""Where the two eyes of a face are, and how the localiser's picture is cut.

The localiser is a small network of our own. It learned on open and on closed eyes alike, so that
closing the eyes does not move them.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.eyes.face_finder import Grey
from faceqa_gui.eyes.face_patch import FACE_SIDE, PATCH_SIDE
from faceqa_gui.frames.opencv import cv2

VIEW_SIDE = 48
VIEW_SHARE = 1.25
_SOFTENING = 1.2
_SCALE = VIEW_SIDE / (VIEW_SHARE * FACE_SIDE)

Point = tuple[float, float]
Crop = NDArray[np.float32]
Matrix = NDArray[np.float64]

# From patch pixels to pixels of the view.
TO_VIEW: Matrix = np.array(
    [
        [_SCALE, 0.0, (VIEW_SIDE - _SCALE * PATCH_SIDE) / 2],
        [0.0, _SCALE, (VIEW_SIDE - _SCALE * PATCH_SIDE) / 2],
        [0.0, 0.0, 1.0],
    ]
)


@dataclass(frozen=True, slots=True)
class EyePlaces:
    """Centres of the eyes on the left and on the right side of the picture.

    Attributes:
        left, right: in patch pixels.
        disagreement: how far the localiser's answers for the patch and for its mirror image lie
            apart, as a share of the face's width.
    """

    left: Point
    right: Point
    disagreement: float

    @property
    def distance(self) -> float:
        """Between the eyes, in patch pixels; at least 0.3 of the face's width."""
        apart = math.hypot(self.right[0] - self.left[0], self.right[1] - self.left[1])
        return max(apart, 0.3 * FACE_SIDE)

    @property
    def turn(self) -> float:
        """Angle of the line from the left to the right eye, in degrees; > 0: right one lower."""
        return math.degrees(math.atan2(self.right[1] - self.left[1], self.right[0] - self.left[0]))

    @property
    def off_centre(self) -> float:
        """How far the middle between the eyes lies beside the face's, as a share of its width."""
        return abs((self.left[0] + self.right[0]) / 2 - PATCH_SIDE / 2) / FACE_SIDE


def localiser_view(patch: Grey, moved: Matrix | None = None) -> Grey:
    """What the localiser sees of a patch: uint8, 48×48, 1.25 face boxes wide.

    Args:
        patch: uint8, 192×192.
        moved: 3×3, a change of place in patch pixels that is applied first.
    """
    matrix = TO_VIEW if moved is None else TO_VIEW @ moved
    soft = cv2.GaussianBlur(patch, (0, 0), _SOFTENING)
    view = cv2.warpAffine(
        soft,
        matrix[:2],
        (VIEW_SIDE, VIEW_SIDE),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(view, np.uint8)


def normalised(crop: Grey) -> Crop:
    """What a network gets: float32, H×W×1, mean 0 and standard deviation 1.

    Brightness and contrast are gone, so that they cannot tell one data source from another.
    """
    values = crop.astype(np.float32)
    spread = max(float(values.std()), 1.0)
    scaled: Crop = ((values - values.mean()) / spread)[:, :, None].astype(np.float32)
    return scaled


def localiser_inputs(patch: Grey) -> Crop:
    """The patch and its mirror image: float32, 2×48×48×1."""
    view = localiser_view(patch)
    return np.stack([normalised(view), normalised(np.ascontiguousarray(view[:, ::-1]))])


def places_from(answers: NDArray[np.float64]) -> EyePlaces:
    """Eyes from the localiser's answers.

    Args:
        answers: 2×4 for the patch and its mirror image: x and y of the left, then of the right
            eye, as shares of the view's side.
    """
    plain, mirrored = answers.reshape(2, 2, 2) * VIEW_SIDE
    back = mirrored[::-1].copy()
    back[:, 0] = VIEW_SIDE - 1 - back[:, 0]
    apart = float(np.abs(plain - back).max()) / VIEW_SIDE * VIEW_SHARE
    points = ((plain + back) / 2 - TO_VIEW[:2, 2]) / _SCALE
    (left_x, left_y), (right_x, right_y) = points.tolist()
    return EyePlaces((left_x, left_y), (right_x, right_y), apart)

"""From held-out logits to the three values of an eye."""

from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.eyes.eye_places import EyePlaces
from faceqa_gui.eyes.haar_files import load_cascade
from faceqa_gui.eyes.haar_witness import OpenEyeCascade, eye_look, open_votes
from faceqa_gui.lab.eye_faces import LabelledFace, Report

MARGIN = 0.5
# Odds of more than four to one, however well the held-out faces are told apart.
LEAST_CLOSED_LOGIT = 1.5
# Looked through by eye: about so many of the good faces blink, squint or look down.
BLINKING = 0.01
LARGEST_VETO = 0.02
_VOTES = (3, 5, 8, 12, 16, 20, 25, 30)

Logits = NDArray[np.float64]
Truth = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class EyeThresholds:
    """On the calibrated logit of the less closed eye.

    Attributes:
        open_logit: an eye is open at or below it.
        closed_logit: an eye is closed at or above it.
    """

    open_logit: float
    closed_logit: float

    @property
    def open_below(self) -> float:
        """As a probability in 0-1, rounded towards UNKNOWN."""
        return float(np.floor(_sigmoid(self.open_logit) * 1e4) / 1e4)

    @property
    def closed_above(self) -> float:
        """As a probability in 0-1, rounded towards UNKNOWN."""
        return float(np.ceil(_sigmoid(self.closed_logit) * 1e4) / 1e4)

    def closed_recognised(self, less_closed: Logits, truth: Truth) -> float:
        """Share in 0-1 of the faces with closed eyes that are called closed."""
        return float((less_closed[truth] >= self.closed_logit).mean())

    def text(self, less_closed: Logits, truth: Truth) -> str:
        """One line for people."""
        opened = less_closed[~truth]
        return (
            f"cross-validated: open at or below {self.open_below:.4f}, closed from "
            f"{self.closed_above:.4f}; closed eyes called closed "
            f"{self.closed_recognised(less_closed, truth):.1%}, open eyes called closed "
            f"{(opened >= self.closed_logit).sum()} of {len(opened)}, open eyes called open "
            f"{(opened <= self.open_logit).mean():.1%}"
        )


def choose_thresholds(less_closed: Logits, truth: Truth, good: Logits) -> EyeThresholds:
    """Closed: above every open face by a margin, and above all good faces but those that blink.

    Open: below all but 1 % of the closed faces, and likelier open than closed in any case.

    Args:
        less_closed: calibrated logit of the less closed eye of each held-out face.
        truth: whether both eyes are closed.
        good: the same logit of good faces, whose eyes nobody labelled; may be empty.
    """
    highest = [float(less_closed[~truth].max()) + MARGIN, LEAST_CLOSED_LOGIT]
    if len(good):
        highest.append(float(np.quantile(good, 1.0 - BLINKING, method="higher")))
    opened = min(float(np.quantile(less_closed[truth], 0.01)), -0.5)
    return EyeThresholds(opened, max(highest))


def fit_eye_temperature(logits: Logits, truth: Truth) -> float:
    """Temperature with the smallest mean log loss over all held-out eyes (faces×2)."""
    from scipy.optimize import minimize_scalar

    signs = np.where(truth, 1.0, -1.0)[:, None]

    def log_loss(log_temperature: float) -> float:
        return float(np.logaddexp(0.0, -signs * logits / np.exp(log_temperature)).mean())

    return float(np.exp(minimize_scalar(log_loss, bounds=(-2.0, 2.0), method="bounded").x))


def choose_witness(
    faces: list[LabelledFace], places: list[EyePlaces], report: Report
) -> tuple[OpenEyeCascade, int]:
    """The cascade and its votes that see most open eyes while they veto few closed ones.

    A face is vetoed when the cascade sees at least one of its eyes open: at most 2 % of the faces
    with closed eyes may be. The figures of both cascades are reported.
    """
    truth = np.array([face.closed for face in faces])
    choices: list[tuple[float, OpenEyeCascade, int]] = []
    for name in get_args(OpenEyeCascade):
        cascade = load_cascade(name)
        votes = np.array(
            [
                max(
                    open_votes(cascade, eye_look(face.patch, place, centre))
                    for centre in (place.left, place.right)
                )
                for face, place in zip(faces, places, strict=True)
            ]
        )
        for least in (*_VOTES, int(votes[truth].max()) + 1):
            seen, vetoed = (votes[~truth] >= least).mean(), (votes[truth] >= least).mean()
            report(
                f"witness {name}, {least} votes: sees {seen:.1%} of open faces open, "
                f"vetoes {vetoed:.1%} of closed ones"
            )
            if vetoed <= LARGEST_VETO:
                choices.append((float(seen), name, least))
    _, chosen, least = max(choices, key=lambda choice: (choice[0], choice[2]))
    return chosen, least


def _sigmoid(logit: float) -> float:
    return float(1.0 / (1.0 + np.exp(-logit)))

"""`Assessor`: region, classifier and eyes of one frame, and the checks that follow from them."""

import math
import time
from collections.abc import Mapping

from faceqa_gui.assessment.actions import Action
from faceqa_gui.assessment.assessment import Assessment, Check, Light, Outcome
from faceqa_gui.assessment.moving_picture import MovingPicture
from faceqa_gui.assessment.picture_checks import ONE_FACE, check_picture
from faceqa_gui.eyes.eye_state import NOT_LOOKED, EyeDetector, EyeReading, EyesReading, EyeState
from faceqa_gui.frames.frame import Frame, Pixels, Region
from faceqa_gui.frames.picture_measures import broad_contrast
from faceqa_gui.frames.source import SourceKind
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.settings import ChecksSettings

SEVERAL_FACES = "several_faces"
LEAST_CONTRAST_LEVELS = 1.5

_FAULT_CHECKS: tuple[tuple[Quality, str, Action], ...] = (
    (Quality.WRONG_OBJECT, "face_shown", Action.SHOW_FACE),
    (Quality.COVERED_FACE, "uncovered", Action.UNCOVER_FACE),
    (Quality.EYEGLASSES, "no_eyeglasses", Action.TAKE_OFF_GLASSES),
    (Quality.BLUR, "sharp", Action.HOLD_STILL),
)


class Assessor:
    """Judges the frames of one source, one after the other, on one thread."""

    def __init__(
        self,
        model: QualityModel,
        eyes: EyeDetector,
        *,
        kind: SourceKind,
        good_threshold: float,
        frozen_seconds: float,
        checks: ChecksSettings,
    ) -> None:
        """Judge with `model` and `eyes`.

        Args:
            model: the quality network.
            eyes: the eye detector; used from the calling thread only.
            kind: still pictures are judged, but never more than amber.
            good_threshold: probability in 0-1 from which a face counts as good.
            frozen_seconds: an unchanged picture is frozen after this long.
            checks: what else is asked of a good face, with its thresholds.
        """
        self._model = model
        self._eyes = eyes
        self._kind = kind
        self._good_threshold = good_threshold
        self._frozen_seconds = frozen_seconds
        self._checks = checks
        self._moving = MovingPicture()

    def assess(self, frame: Frame, overruled: frozenset[str] = frozenset()) -> Assessment:
        """Judge one frame. Eyes are looked at only when the face is good, as in the paper.

        Args:
            frame: what to judge.
            overruled: names of checks that an operator has overruled (see `override`).
        """
        started = time.perf_counter()
        region = Region.centred(frame)
        pixels = region.cut(frame)
        live = self._check_live(frame)
        shown = check_shown(pixels)
        cut = time.perf_counter()
        probabilities = self._model.probabilities(pixels)
        classified = time.perf_counter()
        quality_checks = check_quality(probabilities, self._good_threshold, overruled)
        good = all(
            check.outcome is Outcome.PASS or check.name in overruled for check in quality_checks
        )
        in_region = self._eyes.look(pixels) if good else NOT_LOOKED
        looked = time.perf_counter()
        picture_checks = check_picture(pixels, in_region.face, self._checks)
        one_face, eyes_closed = check_eyes(in_region)
        eyes = _in_frame(in_region, region)
        measured = time.perf_counter()
        return Assessment(
            frame_sequence=frame.sequence,
            captured_at=frame.captured_at,
            assessed_at=time.monotonic(),
            region=region,
            checks=(live, shown, *quality_checks, one_face, *picture_checks, eyes_closed),
            probabilities=probabilities,
            eyes=eyes,
            face=eyes.face,
            stage_seconds={
                "region": cut - started,
                "classifier": classified - cut,
                "eyes": looked - classified,
                "checks": measured - looked,
            },
            overruled=overruled,
        )

    def _check_live(self, frame: Frame) -> Check:
        if self._kind is SourceKind.STILLS:
            return Check(
                "live_picture", Outcome.NOT_ASSESSED, None, Action.LIVE_PICTURE_ONLY, Light.AMBER
            )
        unchanged = self._moving.unchanged_for(frame)
        outcome = Outcome.PASS if unchanged < self._frozen_seconds else Outcome.FAIL
        return Check("live_picture", outcome, unchanged, Action.CHECK_CAMERA)


def check_shown(pixels: Pixels) -> Check:
    """Whether the picture shows anything: a covered lens or a burnt-out picture does not."""
    contrast = broad_contrast(pixels)
    outcome = Outcome.PASS if contrast >= LEAST_CONTRAST_LEVELS else Outcome.FAIL
    return Check("picture_shown", outcome, contrast, Action.UNCOVER_LENS)


def check_quality(
    probabilities: Mapping[Quality, float],
    good_threshold: float,
    overruled: frozenset[str] = frozenset(),
) -> tuple[Check, ...]:
    """The checks that follow from the class probabilities.

    A face is good when `good` is the most probable class and reaches the threshold. Otherwise the
    most probable other class is the fault that is named, and the faults that it may hide are not
    assessed. Probabilities that are not finite or do not sum to 1 fail `model_sound`.

    An overruled fault is still named, and the others are judged as if its class did not exist: by
    the probabilities under the condition that it is none of the overruled ones.
    """
    values = [probabilities.get(quality, math.nan) for quality in Quality]
    sound = all(0.0 <= value <= 1.0 for value in values) and abs(sum(values) - 1.0) < 1e-3
    if not sound:
        unsound = Check("model_sound", Outcome.FAIL, None, Action.CHECK_MODEL)
        return (
            unsound,
            *(Check(name, Outcome.NOT_ASSESSED, None, action) for _, name, action in _FAULT_CHECKS),
        )
    good = probabilities[Quality.GOOD]
    faults = {quality: probabilities[quality] for quality, _, _ in _FAULT_CHECKS}
    asked = {q: probabilities[q] for q, name, _ in _FAULT_CHECKS if name not in overruled}
    named = _outcomes(faults, good, good_threshold)
    left = 1.0 - sum(p for quality, p in faults.items() if quality not in asked)
    judged = _outcomes(asked, good, good_threshold * left)
    checks = [Check("model_sound", Outcome.PASS, sum(values), Action.CHECK_MODEL)]
    for quality, name, action in _FAULT_CHECKS:
        outcome = judged.get(quality, named[quality])
        checks.append(Check(name, outcome, 1.0 - probabilities[quality], action))
    return tuple(checks)


def _outcomes(
    faults: Mapping[Quality, float], good: float, needed: float
) -> dict[Quality, Outcome]:
    worst = max(faults, key=faults.__getitem__)
    if good >= needed and good > faults[worst]:
        return dict.fromkeys(faults, Outcome.PASS)
    return {fault: Outcome.FAIL if fault is worst else Outcome.NOT_ASSESSED for fault in faults}


def check_eyes(eyes: EyesReading) -> tuple[Check, Check]:
    """One face only, and both eyes closed; an unknown eye is not assessed, never closed."""
    if eyes.reason == SEVERAL_FACES:
        one_face = Check(ONE_FACE, Outcome.FAIL, None, Action.ONE_PERSON)
    elif eyes.face is None:
        one_face = Check(ONE_FACE, Outcome.NOT_ASSESSED, None, Action.FACE_CAMERA, Light.AMBER)
    else:
        one_face = Check(ONE_FACE, Outcome.PASS, 1.0, Action.ONE_PERSON)
    outcome, action = {
        EyeState.CLOSED: (Outcome.PASS, Action.KEEP_EYES_CLOSED),
        EyeState.OPEN: (Outcome.FAIL, Action.CLOSE_BOTH_EYES),
        EyeState.UNKNOWN: (Outcome.NOT_ASSESSED, Action.FACE_CAMERA),
    }[eyes.state]
    both = (eyes.image_left.closed_probability, eyes.image_right.closed_probability)
    known = [value for value in both if value is not None]
    score = min(known) if len(known) == len(both) else None
    return (one_face, Check("both_eyes_closed", outcome, score, action, Light.AMBER))


def _in_frame(reading: EyesReading, region: Region) -> EyesReading:
    def moved(eye: EyeReading) -> EyeReading:
        box = eye.box and eye.box.moved(region.left, region.top)
        return EyeReading(eye.state, box, eye.closed_probability)

    return EyesReading(
        reading.state,
        moved(reading.image_left),
        moved(reading.image_right),
        reading.face and reading.face.moved(region.left, region.top),
        reading.reason,
    )

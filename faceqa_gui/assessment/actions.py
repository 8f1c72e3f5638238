"""What the person in front of the camera is told to do: one sentence per finding."""

from dataclasses import dataclass
from enum import StrEnum

from faceqa_gui.wording import said


class Action(StrEnum):
    """The next thing to do. The identifier is stable; its sentences may be translated."""

    WAIT_FOR_MODEL = "wait_for_model"
    CHECK_CAMERA = "check_camera"
    WAIT_FOR_COMPUTER = "wait_for_computer"
    UNCOVER_LENS = "uncover_lens"
    CHECK_MODEL = "check_model"
    STOPPED = "stopped"
    LIVE_PICTURE_ONLY = "live_picture_only"
    SHOW_FACE = "show_face"
    ONE_PERSON = "one_person"
    UNCOVER_FACE = "uncover_face"
    TAKE_OFF_GLASSES = "take_off_glasses"
    HOLD_STILL = "hold_still"
    MOVE_INTO_GUIDE = "move_into_guide"
    COME_CLOSER = "come_closer"
    MOVE_BACK = "move_back"
    LARGER_PICTURE = "larger_picture"
    MORE_LIGHT = "more_light"
    LESS_LIGHT = "less_light"
    NO_LIGHT_BEHIND = "no_light_behind"
    FACE_CAMERA = "face_camera"
    OPEN_EYES_FIRST = "open_eyes_first"
    CLOSE_BOTH_EYES = "close_both_eyes"
    KEEP_EYES_CLOSED = "keep_eyes_closed"
    WAIT_FOR_OPERATOR = "wait_for_operator"
    READY = "ready"
    LIGHT_ON = "light_on"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A headline that tells what to do and one line that tells why."""

    headline: str
    detail: str


SENTENCES: dict[Action, Sentence] = {
    Action.WAIT_FOR_MODEL: Sentence(
        said("Getting ready"),
        said("The model is loading. UV light stays off until it has judged a face."),
    ),
    Action.CHECK_CAMERA: Sentence(
        said("No fresh picture"),
        said("The camera has stopped or its picture does not change. Check it."),
    ),
    Action.WAIT_FOR_COMPUTER: Sentence(
        said("This computer is too busy"),
        said("Pictures come, but each is judged too late. Close other programs."),
    ),
    Action.UNCOVER_LENS: Sentence(
        said("The picture is blank"),
        said("The camera sees nothing. Take off its cap or open its shutter, and check the light."),
    ),
    Action.CHECK_MODEL: Sentence(
        said("The model gave no usable answer"),
        said("UV light stays off. Ask your supervisor to check it."),
    ),
    Action.STOPPED: Sentence(
        said("Stopped for safety"),
        said("An error inside the program closed the gate. Read the notice below."),
    ),
    Action.LIVE_PICTURE_ONLY: Sentence(
        said("This is a still picture"),
        said("It is judged and explained; only a live person gets UV light."),
    ),
    Action.SHOW_FACE: Sentence(
        said("Look into the camera"),
        said("No clear face is seen. Sit so that your face fills the oval."),
    ),
    Action.ONE_PERSON: Sentence(
        said("One person at a time"),
        said("More than one face is seen. Only the subject may be in view."),
    ),
    Action.UNCOVER_FACE: Sentence(
        said("Uncover your face"),
        said("Something covers the face. Take off the mask and lower your hands."),
    ),
    Action.TAKE_OFF_GLASSES: Sentence(
        said("Take off your glasses"), said("Glasses hide the skin and the eyes behind them.")
    ),
    Action.HOLD_STILL: Sentence(
        said("Hold still"), said("The picture is blurred. Keep your head still and look ahead.")
    ),
    Action.MOVE_INTO_GUIDE: Sentence(
        said("Move into the oval"), said("The face must be in the middle and fill the oval.")
    ),
    Action.COME_CLOSER: Sentence(
        said("Come closer"), said("The face is small in the picture. It must fill the oval.")
    ),
    Action.MOVE_BACK: Sentence(
        said("Move back a little"),
        said("The face is larger than the oval. All of it must be seen."),
    ),
    Action.LARGER_PICTURE: Sentence(
        said("The picture is too coarse"),
        said(
            "The face has too few pixels. Come closer, or let the operator choose a larger picture."
        ),
    ),
    Action.MORE_LIGHT: Sentence(
        said("More light on your face"),
        said("The face is too dark. Turn on a lamp in front of it."),
    ),
    Action.LESS_LIGHT: Sentence(
        said("Less light on your face"),
        said("Parts of the face are glaring white. Dim or move the lamp."),
    ),
    Action.NO_LIGHT_BEHIND: Sentence(
        said("Turn away from the light behind you"),
        said("The face is much darker than what is behind it. Close the blind or move the chair."),
    ),
    Action.FACE_CAMERA: Sentence(
        said("Face the camera"),
        said("The eyes cannot be read for certain. Look straight ahead in even light."),
    ),
    Action.OPEN_EYES_FIRST: Sentence(
        said("Open your eyes for a moment"),
        said("Both eyes must be seen open once before closed eyes are believed."),
    ),
    Action.CLOSE_BOTH_EYES: Sentence(
        said("Please close both eyes"),
        said(
            "The face is clear. Both eyes are not seen closed; UV light is never released like "
            "this."
        ),
    ),
    Action.KEEP_EYES_CLOSED: Sentence(
        said("Keep your eyes closed"), said("Both eyes are closed. Stay like this for a moment.")
    ),
    Action.WAIT_FOR_OPERATOR: Sentence(
        said("Please wait for the operator"),
        said("UV light stays off for now; the operator sees why. You may open your eyes."),
    ),
    Action.READY: Sentence(
        said("Clear face, both eyes closed"),
        said("Stay like this until you are told that it is over."),
    ),
    Action.LIGHT_ON: Sentence(said("Light on"), said("Keep your eyes closed and hold still.")),
    Action.DONE: Sentence(said("Done: you may open your eyes"), said("The capture is stored.")),
}

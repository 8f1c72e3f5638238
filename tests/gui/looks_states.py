"""The main states of the station window, always the same, for what is measured in pictures."""

import dataclasses
import io
from collections.abc import Callable, Mapping

from gui import gui_states
from gui.every_window import OTTO
from PIL import Image
from support.station_bench import SETTINGS

from faceqa_gui.assessment.actions import Action
from faceqa_gui.frames.frame import Frame
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.operators.accounts import Mode
from faceqa_gui.operators.session import Door, SessionView
from faceqa_gui.station_state import StationState
from faceqa_gui.widgets.theme import Theme
from faceqa_gui.windows.station_window import StationWindow

_SOURCE = SourceInfo("Front desk camera", SourceKind.CAMERA, 1280, 720, 30.0)
_LOCKED = SessionView(Door.LOCKED, OTTO, 1, Mode.ACCOUNTS, "", idle=True)
_BEFORE = (2.0, 1.0, 0.0)
"""Seconds before a state at which it is shown already, so that its instruction has settled."""


def _thumbnail() -> bytes:
    """The face of the test's frame, as small as the engine makes it."""
    face = gui_states.FACE
    rows = slice(face.top, face.top + face.height)
    columns = slice(face.left, face.left + face.width)
    buffer = io.BytesIO()
    Image.fromarray(gui_states.frame().pixels[rows, columns]).resize((96, 96)).save(buffer, "PNG")
    return buffer.getvalue()


def captured() -> StationState:
    """After a capture: it is stored, and the eyes may open."""
    done = dataclasses.replace(gui_states.GREEN, action=Action.DONE, permitted=False, waits_for=())
    return gui_states.with_captures(done, [_thumbnail(), _thumbnail()])


MAIN: Mapping[str, Callable[[], StationState]] = {
    "loading": lambda: gui_states.LOADING,
    "red": gui_states.red,
    "amber": lambda: gui_states.AMBER,
    "explaining": lambda: gui_states.EXPLAINING,
    "green": lambda: gui_states.GREEN,
    "captured": captured,
    "locked": gui_states.red,
    "latched": lambda: gui_states.LATCHED,
}
"""Makes each by its name; "locked" is what lies under the cover."""


def station(theme: Theme = "light") -> StationWindow:
    """A window with a camera and a model."""
    window = StationWindow(SETTINGS.model_copy(update={"theme": theme}))
    window.show_source(_SOURCE)
    window.show_measured_rate(30.0)
    window.show_model("MobileNet 3fa9", 0.5)
    window.top_bar.subject_field.setText("0417")
    return window


def put_into(window: StationWindow, name: str) -> None:
    """Bring a window into a main state."""
    frame: Frame = gui_states.frame(1)
    if name != "loading":
        window.show_frame(frame)
    state = MAIN[name]()
    for before in _BEFORE:
        window.show_state(dataclasses.replace(state, now=state.now - before))
    if name == "locked":
        window.show_session(_LOCKED)

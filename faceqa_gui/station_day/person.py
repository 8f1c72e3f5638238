"""`Person`: does what the window or the sounds say, after a moment, as people do."""

from faceqa_gui.assessment.actions import Action
from faceqa_gui.frames.demo_scenes import Scene
from faceqa_gui.frames.demo_visitors import Visitor
from faceqa_gui.frames.directed_camera import DirectedCamera
from faceqa_gui.station_day.plan import Visit

REACTION_SECONDS = 0.8
_PUT_AWAY = frozenset(
    {
        Action.TAKE_OFF_GLASSES,
        Action.UNCOVER_FACE,
        Action.HOLD_STILL,
        Action.SHOW_FACE,
        Action.FACE_CAMERA,
        Action.MORE_LIGHT,
        Action.LESS_LIGHT,
    }
)
_OPEN = frozenset({Action.OPEN_EYES_FIRST, Action.DONE})


class Person:
    """Sits in front of the camera from the beginning on."""

    def __init__(self, visit: Visit, camera: DirectedCamera) -> None:
        self._camera = camera
        self._look = Visitor(visit.number, visit.instead)
        self._obstacles = list(visit.obstacles)
        self._wanted: Scene | None = None
        self._wanted_since = 0.0
        self.scene = self._obstacles[0] if self._obstacles else Scene.EYES_OPEN
        self._be(self.scene)

    def follow(self, action: Action, now: float) -> None:
        """Do what is said, once it has been said for as long as a person takes to react."""
        wanted = self._understood(action)
        if wanted is not self._wanted:
            self._wanted, self._wanted_since = wanted, now
        if wanted is not None and now - self._wanted_since >= REACTION_SECONDS:
            self._obstacles = self._obstacles[1:]
            self._be(wanted)

    def open_eyes(self) -> None:
        """Open the eyes without being told to."""
        self._be(Scene.EYES_OPEN)

    def leave(self) -> None:
        """Stand up."""
        self._be(Scene.NOBODY)

    def _understood(self, action: Action) -> Scene | None:
        """What to look like; None to stay as one is."""
        if self._obstacles:
            following = self._obstacles[1] if len(self._obstacles) > 1 else Scene.EYES_OPEN
            return following if action in _PUT_AWAY else None
        if action is Action.CLOSE_BOTH_EYES and self.scene is Scene.EYES_OPEN:
            return Scene.EYES_CLOSED
        if action in _OPEN and self.scene is Scene.EYES_CLOSED:
            return Scene.EYES_OPEN
        return None

    def _be(self, scene: Scene) -> None:
        self.scene, self._wanted = scene, None
        self._camera.show(self._look.picture(scene), scene)

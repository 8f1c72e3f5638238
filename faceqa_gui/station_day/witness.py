"""`Witness`: knows what the camera really saw, and counts every green light that is wrong."""

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.frames.demo_scenes import Scene
from faceqa_gui.frames.directed_camera import DirectedCamera
from faceqa_gui.station_state import HistoryPoint, StationState

SILENCE_SECONDS = 0.35
"""A light may outlive its frame by the gate's 300 ms of silence and one look of its watchdog."""


class Witness:
    """Looks at every judged frame, and at the light and the permission at every moment."""

    def __init__(self, camera: DirectedCamera) -> None:
        self._camera = camera
        self._seen_until = float("-inf")
        self.judged = 0
        self.greens = 0
        self.wrong: list[str] = []

    def look(self, state: StationState) -> None:
        """Take a state; frames that were seen before are not counted again."""
        for point in state.history:
            if point.at > self._seen_until:
                self._judge(point)
        self._seen_until = max([self._seen_until, *(point.at for point in state.history)])
        if state.light is Light.GREEN or state.permitted:
            seen = self._camera.labels_within(state.now - SILENCE_SECONDS, state.now)
            if Scene.EYES_CLOSED not in seen:
                self._note(f"shown at {state.now:.3f} s", ", ".join(sorted(seen)))

    def _judge(self, point: HistoryPoint) -> None:
        self.judged += 1
        if point.light is Light.GREEN:
            self.greens += 1
            seen = self._camera.label_of(point.at)
            if seen != Scene.EYES_CLOSED:
                self._note(f"for the frame of {point.at:.3f} s", seen)

    def _note(self, when: str, seen: str) -> None:
        self.wrong.append(f"green {when} while the camera saw: {seen}")

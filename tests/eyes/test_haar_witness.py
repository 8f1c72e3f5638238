"""The witness sees open eyes where they are located, and its sight is a veto."""

import pytest

from faceqa_gui.eyes.decision import decide
from faceqa_gui.eyes.eye_model import EyeModel
from faceqa_gui.eyes.eye_state import EyeReading, EyeState
from faceqa_gui.eyes.face_finder import FaceFinder, to_grey
from faceqa_gui.eyes.face_patch import face_patch
from faceqa_gui.eyes.haar_witness import HaarWitness
from faceqa_gui.frames.frame import Pixels


@pytest.mark.parametrize(
    ("name", "expected"), [("open_face", (True, True)), ("closed_face", (False, False))]
)
def test_open_eyes_are_seen_and_closed_ones_are_not(
    name: str, expected: tuple[bool, bool], request: pytest.FixtureRequest
) -> None:
    grey = to_grey(request.getfixturevalue(name))
    patch = face_patch(grey, FaceFinder().find(grey)[0])
    model = EyeModel()
    witness = HaarWitness(model.manifest.witness_cascade, model.manifest.witness_votes)
    assert witness.sees_open(patch, model.locate(patch)) == expected


def test_more_votes_are_harder_to_reach(open_face: Pixels) -> None:
    grey = to_grey(open_face)
    patch = face_patch(grey, FaceFinder().find(grey)[0])
    places = EyeModel().locate(patch)
    assert HaarWitness("eye", 1).sees_open(patch, places) == (True, True)
    assert HaarWitness("eye", 10_000).sees_open(patch, places) == (False, False)


@pytest.mark.parametrize("state", list(EyeState))
def test_the_witness_vetoes_closed_eyes_and_nothing_else(state: EyeState) -> None:
    learned = EyeReading(state, None, 0.9)
    assert decide(learned, seen_open=False) == learned
    vetoed = decide(learned, seen_open=True)
    expected = EyeState.UNKNOWN if state is EyeState.CLOSED else state
    assert (vetoed.state, vetoed.closed_probability) == (expected, 0.9)

"""The tones can be told apart by pitch and by rhythm, and none of them clicks."""

from itertools import combinations

import numpy as np
import pytest

from faceqa_gui.cues import Cue
from faceqa_gui.tones import MELODIES, RATE, seconds, tone


def onsets(cue: Cue) -> tuple[float, ...]:
    """When each note begins and ends, in seconds."""
    at, found = 0.0, []
    for note in MELODIES[cue]:
        found += [at, at + note.seconds]
        at += note.seconds + note.rest_seconds
    return tuple(found)


def test_every_cue_has_a_melody() -> None:
    assert set(MELODIES) == set(Cue)


@pytest.mark.parametrize(("one", "other"), list(combinations(Cue, 2)))
def test_two_cues_differ_in_pitch_and_rhythm(one: Cue, other: Cue) -> None:
    assert [note.hertz for note in MELODIES[one]] != [note.hertz for note in MELODIES[other]]
    first, second = onsets(one), onsets(other)
    if len(first) == len(second):
        # Less than a twentieth of a second is not heard as another rhythm.
        assert max(abs(a - b) for a, b in zip(first, second, strict=True)) >= 0.05


@pytest.mark.parametrize("cue", Cue)
def test_a_tone_is_what_its_notes_say(cue: Cue) -> None:
    samples = tone(cue, 1.0)
    assert samples.dtype == np.int16
    assert len(samples) == pytest.approx(seconds(cue) * RATE, abs=20)
    assert seconds(cue) <= 1.2
    at = 0
    for note in MELODIES[cue]:
        piece = samples[at : at + round(note.seconds * RATE)].astype(np.float64)
        spectrum = np.abs(np.fft.rfft(piece * np.hanning(len(piece)), 2**17))
        assert np.argmax(spectrum) * RATE / 2**17 == pytest.approx(note.hertz, rel=0.02)
        at += round(note.seconds * RATE) + round(note.rest_seconds * RATE)


@pytest.mark.parametrize("cue", Cue)
def test_a_tone_neither_clicks_nor_clips(cue: Cue) -> None:
    samples = tone(cue, 1.0).astype(np.int64)
    largest = np.iinfo(np.int16).max
    assert 0.5 * largest < np.abs(samples).max() <= largest
    assert abs(samples[0]) < 0.01 * largest
    assert abs(samples[-1]) < 0.01 * largest
    # The steepest a sine of the highest partial can be.
    steepest = max(2 * np.pi * 2 * note.hertz / RATE for note in MELODIES[cue]) * largest
    assert np.abs(np.diff(samples)).max() <= steepest


def test_volume_is_heard_and_zero_is_silence() -> None:
    loud, soft = (np.abs(tone(Cue.DONE, volume)).max() for volume in (1.0, 0.5))
    assert soft == pytest.approx(loud / 4, rel=0.01)
    assert not tone(Cue.DONE, 0.0).any()


@pytest.mark.parametrize("volume", [-0.1, 1.1, float("nan")])
def test_an_impossible_volume_is_refused(volume: float) -> None:
    with pytest.raises(ValueError, match="0-1"):
        tone(Cue.DONE, volume)

"""`tone`: the cues as sound, made of sines; each differs from the others in pitch and in rhythm."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.cues import Cue

RATE = 48_000
"""Samples a second."""

_EDGE_SECONDS = 0.012
_OVERTONE = 0.25


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its pitch in Hz, how long it sounds, and the silence after it, in seconds."""

    hertz: float
    seconds: float
    rest_seconds: float = 0.0


_C4, _E4, _G4, _C5, _E5, _G5, _B5, _C6 = (
    261.63,
    329.63,
    392.0,
    523.25,
    659.26,
    783.99,
    987.77,
    1046.5,
)

MELODIES: Mapping[Cue, tuple[Note, ...]] = {
    # Steps up, as somebody comes nearer; the same downwards, and slower, for going back.
    Cue.CLOSER: (Note(_C4, 0.1, 0.05), Note(_E4, 0.1, 0.05), Note(_G4, 0.1)),
    Cue.BACK: (Note(_G4, 0.2, 0.1), Note(_C4, 0.3)),
    Cue.HOLD_STILL: (Note(_E4, 0.8),),
    Cue.CLOSE_EYES: (Note(_G5, 0.25, 0.05), Note(_C5, 0.5)),
    Cue.OPEN_EYES: (
        Note(_C5, 0.12, 0.04),
        Note(_G5, 0.12, 0.12),
        Note(_C5, 0.12, 0.04),
        Note(_G5, 0.4),
    ),
    Cue.LIGHT_ON: tuple(Note(_B5, 0.07, 0.07) for _ in range(4)),
    Cue.DONE: (Note(_C5, 0.14), Note(_E5, 0.14), Note(_G5, 0.14), Note(_C6, 0.55)),
}
"""The notes of every cue, in their order."""


def tone(cue: Cue, volume: float) -> NDArray[np.int16]:
    """The samples of a cue.

    Args:
        cue: which.
        volume: loudness as a person turns it, in 0-1; 0 is silence.

    Returns:
        int16, one channel at `RATE`; it begins and ends with silence, so that nothing clicks.

    Raises:
        ValueError: the volume is not in 0-1.
    """
    if not 0.0 <= volume <= 1.0:
        raise ValueError(f"a volume lies in 0-1, not at {volume}")
    parts = []
    for note in MELODIES[cue]:
        parts += [_note(note), np.zeros(round(note.rest_seconds * RATE))]
    # Loudness is heard as about the square of the amplitude's share.
    wave = np.concatenate(parts) * volume**2
    return np.round(wave * np.iinfo(np.int16).max).astype(np.int16)


def seconds(cue: Cue) -> float:
    """How long a cue lasts."""
    return sum(note.seconds + note.rest_seconds for note in MELODIES[cue])


def _note(note: Note) -> NDArray[np.float64]:
    count = round(note.seconds * RATE)
    at = np.arange(count) / RATE
    wave = np.sin(2 * np.pi * note.hertz * at) + _OVERTONE * np.sin(4 * np.pi * note.hertz * at)
    edge = round(_EDGE_SECONDS * RATE)
    envelope = np.ones(count)
    rise = 0.5 - 0.5 * np.cos(np.pi * np.arange(edge) / edge)
    envelope[:edge], envelope[count - edge :] = rise, rise[::-1]
    return wave * envelope / (1.0 + _OVERTONE)

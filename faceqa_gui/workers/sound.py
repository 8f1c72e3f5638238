"""`Sound`: what the subject is told by ear, and `SoundSink`, which takes it."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """What is played, and what is said after it.

    Attributes:
        samples: int16, one channel at `tones.RATE`; empty for no tone.
        words: in the language of the windows; "" for none.
        language: code of that language.
        volume: of the words, in 0-1; that of the tone is in its samples.
    """

    samples: NDArray[np.int16]
    words: str
    language: str
    volume: float


class SoundSink(Protocol):
    """Takes sounds, and waits for none of them."""

    def play(self, sound: Sound) -> None:
        """Play `sound` in place of whatever still plays."""
        ...

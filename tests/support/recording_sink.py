"""A loudspeaker that keeps what it would have played."""

from faceqa_gui.cues import CUE_WORDS, Cue
from faceqa_gui.workers.sound import Sound


class RecordingSink:
    """Keeps the `SoundSink` protocol."""

    def __init__(self) -> None:
        self.sounds: list[Sound] = []

    def play(self, sound: Sound) -> None:
        """Keep it."""
        self.sounds.append(sound)

    @property
    def cues(self) -> list[Cue]:
        """What was said, by its words."""
        by_words = {str(words): cue for cue, words in CUE_WORDS.items()}
        return [by_words[sound.words] for sound in self.sounds]

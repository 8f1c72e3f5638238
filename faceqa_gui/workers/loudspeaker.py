"""`Loudspeaker`: tones through QtMultimedia and words through QtTextToSpeech.

Only `sound_thread` imports this module, and only in its own thread: where the system lacks a
library of theirs the import fails, and opening a device may block.
"""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QObject, QTimer, Slot
from PySide6.QtMultimedia import QAudio, QAudioFormat, QAudioSink, QMediaDevices, QtAudio
from PySide6.QtTextToSpeech import QTextToSpeech

from faceqa_gui.tones import RATE
from faceqa_gui.wording import said
from faceqa_gui.workers.sound import Sound

_NOT_A_VOICE = "mock"


class Loudspeaker(QObject):
    """Plays one sound at a time on the default device; lives in the thread that made it."""

    def __init__(self, take: Callable[[], Sound | None], tell: Callable[[str], None]) -> None:
        """Open nothing yet.

        Args:
            take: gives the sound to play next, or None.
            tell: is given a sentence when nothing can be heard.
        """
        super().__init__()
        self._take, self._tell = take, tell
        self._sink: QAudioSink | None = None
        self._buffer = QBuffer(self)
        self._voice: QTextToSpeech | None = None
        self._words = QTimer(self)
        self._words.setSingleShot(True)
        self._words.timeout.connect(self._speak)
        self._sound: Sound | None = None

    @Slot()
    def play_next(self) -> None:
        """Play the newest sound that waits, if there is one."""
        sound = self._take()
        if sound is None:
            return
        self.stop()
        self._sound = sound
        if len(sound.samples):
            self._play_tone(sound)
        if sound.words:
            self._words.start(round(1000 * len(sound.samples) / RATE))

    def stop(self) -> None:
        """Be silent."""
        self._words.stop()
        if self._voice is not None:
            self._voice.stop()
        if self._sink is not None:
            self._sink.stateChanged.disconnect(self._look)
            self._sink.stop()
            self._sink = None
        self._buffer.close()

    def _play_tone(self, sound: Sound) -> None:
        device = QMediaDevices.defaultAudioOutput()
        form = QAudioFormat()
        form.setSampleRate(RATE)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if device.isNull() or not device.isFormatSupported(form):
            self._tell(
                said(
                    "Instructions are only shown, not heard: no loudspeaker was found. Connect "
                    "one, or mute the sound in the View menu."
                )
            )
            return
        self._buffer.setData(sound.samples.tobytes())
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = QAudioSink(device, form, self)
        self._sink.stateChanged.connect(self._look)
        self._sink.start(self._buffer)

    @Slot(QAudio.State)
    def _look(self, _state: QAudio.State) -> None:
        if self._sink is not None and self._sink.error() not in {
            QtAudio.Error.NoError,
            QtAudio.Error.UnderrunError,
        }:
            self._tell(
                said(
                    "Instructions are only shown, not heard: the loudspeaker refused the sound. "
                    "Check it, or mute the sound in the View menu."
                )
            )

    @Slot()
    def _speak(self) -> None:
        sound = self._sound
        if sound is None:
            return
        voice = self._voice_for(sound.language)
        if voice is not None:
            voice.setVolume(sound.volume)
            voice.say(sound.words)

    def _voice_for(self, language: str) -> QTextToSpeech | None:
        """The system's voice in a language; None where it has none."""
        if self._voice is None:
            if not set(QTextToSpeech.availableEngines()) - {_NOT_A_VOICE}:
                return None
            self._voice = QTextToSpeech(self)
        voice = self._voice
        if voice.engine() == _NOT_A_VOICE or voice.state() is QTextToSpeech.State.Error:
            return None
        wanted = QLocale(language).language()
        if voice.locale().language() is not wanted:
            fitting = [one for one in voice.availableLocales() if one.language() is wanted]
            if not fitting:
                return None
            voice.setLocale(fitting[0])
        return voice

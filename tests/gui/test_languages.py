"""Every window speaks Korean as well as English, changes at once, and has room for its words."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from gui.every_window import STATES, WINDOWS, settle, shown_window
from PySide6.QtWidgets import QApplication
from support.shown_texts import TRANSLATIONS, build, lacking_room, painted_too_long, speak, texts_of

from faceqa_gui.widgets.language import use_language
from faceqa_gui.widgets.theme import apply_theme
from faceqa_gui.windows import station_window
from faceqa_gui.windows.station_window import StationWindow

# What Qt's offscreen platform says of any window that is raised.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

PSEUDO = "qps"

NAMES = re.compile(
    r"FaceQA|Grad-CAM|LIME|Haar|MobileNet( 3fa9)?|ResNet50|CNN|Quickshift|ImageNet|Gurjar|Hung"
    r"|ICNIRP|Integrated gradients|Guided|IoU|UV-A|UV|PIN|ROC|PR|F1|DICOM|CSV|HTML|PDF|JSON|zip"
    r"|sha256|fps|px|kB|ms|Pause|English|Ctrl|Alt|Shift|Return|Esc|F\d+|COM3|/dev/\S+|rtsp|https?"
    r"|\w+\.(?:png|json|h5|csv)|faceqa [a-z ]+|front desk 2|local operator|demo|test|Ada|Bo|Otto"
    r"|Nora|Sue Weiß|Dr. Noether|Bandage|pictures <of> & people|a doubt came up|It was dim\."
    r"|OpenVINO|sudo [^가-힣]+|val\b"
    r"|audit/\d|why|script"
)
"""What is called the same in every language, and what people and tests have named."""

WORDS_OF_QT = "^(?:OK|Save|Cancel|Close)$"


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translations of these sources, with accented English beside them."""
    folder = tmp_path_factory.mktemp("translations")
    for name in ("faceqa_ko.ts", "faceqa_en.ts"):
        (folder / name).write_bytes((TRANSLATIONS / name).read_bytes())
    build("release", folder)
    build("pseudo", folder / f"faceqa_{PSEUDO}.qm")
    return folder


@pytest.fixture(autouse=True)
def _own_choice(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # The window would bring the language of its settings back.
    monkeypatch.setattr(station_window, "use_language", lambda *_: "")
    apply_theme(qapp, "light")
    yield
    use_language(qapp, "en")
    settle(qapp)


@pytest.mark.parametrize("name", WINDOWS)
def test_a_window_changes_its_language_while_it_is_open(
    qapp: QApplication, compiled: Path, tmp_path: Path, name: str
) -> None:
    speak(qapp, "ko", compiled)
    with shown_window(qapp, WINDOWS[name], tmp_path / "korean") as fresh:
        korean = _alike(texts_of(fresh), tmp_path)
        assert lacking_room(fresh) == []
    speak(qapp, "en", compiled)
    with shown_window(qapp, WINDOWS[name], tmp_path / "changed") as window:
        english = texts_of(window)
        speak(qapp, PSEUDO, compiled)
        settle(qapp)
        assert lacking_room(window) == []
        accented = _alike(texts_of(window), tmp_path)
        assert _plain(accented, rf"\[.*\]|{WORDS_OF_QT}") == []
        speak(qapp, "ko", compiled)
        settle(qapp)
        assert _alike(texts_of(window), tmp_path) == korean
        assert _plain(korean) == []
        speak(qapp, "en", compiled)
        settle(qapp)
        assert texts_of(window) == english


@pytest.mark.parametrize("language", ["ko", PSEUDO])
def test_the_station_has_room_for_whatever_it_says(
    qapp: QApplication,
    compiled: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    speak(qapp, language, compiled)
    with (
        painted_too_long(monkeypatch) as painted,
        shown_window(qapp, WINDOWS["station"], tmp_path) as window,
    ):
        assert isinstance(window, StationWindow)
        for state in STATES:
            window.show_state(state)
            settle(qapp)
            window.grab()
            assert lacking_room(window) + painted == []


def _plain(texts: dict[str, str], but: str = "$^") -> list[str]:
    """Those of `texts` that are English beside names; what matches `but` is not."""
    return [
        text
        for text in texts.values()
        if re.search("[A-Za-z]{2,}", NAMES.sub("", text)) and not re.search(but, text, re.DOTALL)
    ]


def _alike(texts: dict[str, str], folder: Path) -> dict[str, str]:
    """`texts` without what tells two windows' folders, identifiers and times apart."""
    own = re.compile(
        rf"{re.escape(str(folder))}/(?:korean|changed)|\b[0-9a-f]{{8,}}\b…?|\d+:\d\d:\d\d"
    )
    return {place: own.sub("", text) for place, text in texts.items()}

"""The language in which windows show texts, dates and numbers; it changes while they are open."""

import logging
import re
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QDateTime,
    QEvent,
    QLibraryInfo,
    QLocale,
    QTranslator,
)
from PySide6.QtWidgets import QWidget

from faceqa_gui.widgets.particles import with_particles
from faceqa_gui.widgets.theme import RESOURCES
from faceqa_gui.wording import Said

Language = Literal["system", "en", "ko"]
"""What can be chosen; "system" follows the desktop."""

TRANSLATIONS = RESOURCES / "translations"
_SOURCE_LANGUAGE = "en"
_SPOKEN = ("en", "ko")
_PART_OF_US = "faceqa_translator"
_WANTED, _IN_USE = "faceqa_language_wanted", "faceqa_language"
_SHORT = QLocale.FormatType.ShortFormat
_YEAR = re.compile("(?<!y)yy(?!y)")


if TYPE_CHECKING:
    _Widget = QWidget
else:
    # Two classes of Qt cannot be bases of one.
    _Widget = object


class Retranslated(_Widget):
    """Stands before a class of Qt among a widget's bases: says all texts again when they change.

    The widget calls `_retranslate` at the end of its `__init__` too, so that each fixed text
    stands in one place.
    """

    def _retranslate(self) -> None:
        """Set every fixed text, and show again what the present state says."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Say all texts again in another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def use_language(app: QCoreApplication, language: str, folder: Path = TRANSLATIONS) -> str:
    """Show texts, dates and numbers in `language` from now on, in windows that are open too.

    Every widget gets a `QEvent.Type.LanguageChange` once the event loop runs. Where the file of
    the translation is missing, texts are English and the log says so.

    Args:
        app: the application.
        language: "system", or the code of a language whose `faceqa_<code>.qm` lies in `folder`.
        folder: where the compiled translations lie.

    Returns:
        The code of the language in use.
    """
    code = _of_the_system() if language == "system" else language
    wanted = f"{code} {folder}"
    if app.property(_WANTED) == wanted:
        return language_in_use()
    app.setProperty(_WANTED, wanted)
    for old in app.findChildren(QTranslator, _PART_OF_US):
        app.removeTranslator(old)
        old.deleteLater()
    ours = QTranslator(app)
    ours.setObjectName(_PART_OF_US)
    if ours.load(str(folder / f"faceqa_{code}.qm")):
        # Qt asks the newest first: ours stands before Qt's own words.
        _install_words_of_qt(app, code)
        app.installTranslator(ours)
    else:
        logging.getLogger(__name__).warning(
            "There is no translation faceqa_%s.qm in %s: texts are English. Run “make install”.",
            code,
            folder,
        )
        ours.deleteLater()
        code = _SOURCE_LANGUAGE
    app.setProperty(_IN_USE, code)
    system = QLocale.system()
    is_spoken = QLocale(code).language() == system.language()
    QLocale.setDefault(system if is_spoken else QLocale(code))
    return code


def language_in_use() -> str:
    """The code of the language that `use_language` last brought into use; English before."""
    app = QCoreApplication.instance()
    return str((app and app.property(_IN_USE)) or _SOURCE_LANGUAGE)


def shown(text: str) -> str:
    """A text of a layer without Qt in the language of the windows; a plain `str` as it is."""
    if not isinstance(text, Said):
        return text
    sentence = QCoreApplication.translate("said", text.sentence)
    if not text.values:
        return sentence
    values = {name: _shown_value(value) for name, value in text.values.items()}
    try:
        return with_particles(sentence.format(**values))
    except (LookupError, ValueError):
        # A slip of a translator must not keep the operator from reading what went wrong.
        return str.__str__(text)


def _shown_value(value: object) -> object:
    match value:
        case str():
            return shown(value)
        case datetime():
            return date_time_text(value)
        case date():
            return date_text(value)
        case _:
            return value


def date_format() -> str:
    """How the language writes a day, short but with all digits of the year, as Qt takes it."""
    return _YEAR.sub("yyyy", QLocale().dateFormat(_SHORT))


def date_text(day: date) -> str:
    """A day, short and as the language writes it."""
    return QLocale().toString(QDate(day.year, day.month, day.day), date_format())


def date_time_text(moment: datetime) -> str:
    """A moment in this computer's time zone, to the second and as the language writes it."""
    clock = QLocale().timeFormat(_SHORT)
    form = f"{date_format()} {clock if 's' in clock else clock.replace('mm', 'mm:ss')}"
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())), form)


def number_text(number: float, digits: int = 0) -> str:
    """A number with `digits` decimals, grouped and pointed as the language does."""
    return QLocale().toString(float(number), "f", digits)


def _of_the_system() -> str:
    for name in QLocale.system().uiLanguages():
        code = name.split("-")[0]
        if code in _SPOKEN:
            return code
    return _SOURCE_LANGUAGE


def _install_words_of_qt(app: QCoreApplication, code: str) -> None:
    """Install what Qt says on its own buttons, where it has a translation of it."""
    words = QTranslator(app)
    words.setObjectName(_PART_OF_US)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(f"qtbase_{code}", folder):
        app.installTranslator(words)
    else:
        words.deleteLater()

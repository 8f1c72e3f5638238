"""Languages are installed and taken away; what layers without Qt say is translated when shown."""

import logging
import pickle
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from support.shown_texts import build

from faceqa_gui.errors import StoreError
from faceqa_gui.widgets.language import (
    date_text,
    date_time_text,
    language_in_use,
    number_text,
    shown,
    use_language,
)
from faceqa_gui.wording import Said, said

DAY = date(2026, 3, 4)
NOON = datetime(2026, 3, 4, 12, 5, 9).astimezone()

SENTENCES = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>said</name>
    <message><source>{path} is full.</source><translation>{path} 가득.</translation></message>
    <message><source>Failed. {why}</source><translation>실패. {why}</translation></message>
    <message><source>since {day}</source><translation>{day}부터</translation></message>
    <message><source>at {place}</source><translation>{plaec}에서</translation></message>
</context>
</TS>
"""


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sentences")
    for name in ("faceqa_ko.ts", "faceqa_en.ts"):
        (folder / name).write_text(SENTENCES, "utf-8")
    build("release", folder)
    return folder


def test_what_an_error_says_is_translated_with_its_values(
    qapp: QApplication, compiled: Path
) -> None:
    error = StoreError(said("{path} is full.", path=Path("/records")))
    whole = said("Failed. {why}", why=str(error))
    assert str(whole) == "Failed. /records is full."
    assert use_language(qapp, "ko", compiled) == "ko" == language_in_use()
    assert shown(whole) == "실패. /records 가득."
    assert shown(pickle.loads(pickle.dumps(whole))) == "실패. /records 가득."  # noqa: S301  (our own)
    assert shown("Failed. {why}") == "Failed. {why}"
    assert shown(said("since {day}", day=DAY)) == "2026. 3. 4.부터"


def test_a_slip_of_a_translation_leaves_the_english_sentence(
    qapp: QApplication, compiled: Path
) -> None:
    use_language(qapp, "ko", compiled)
    text = said("at {place}", place="home")
    assert isinstance(text, Said)
    assert shown(text) == "at home"


def test_days_and_numbers_are_written_as_the_language_does(
    qapp: QApplication, compiled: Path
) -> None:
    use_language(qapp, "ko", compiled)
    assert (date_text(DAY), date_time_text(NOON)) == (
        "2026. 3. 4.",
        "2026. 3. 4. 오후 12:05:09",
    )
    use_language(qapp, "en", compiled)
    assert date_text(DAY) == "3/4/2026"
    assert date_time_text(NOON).startswith("3/4/2026 12:05:09")
    assert number_text(1284.5, 1) == "1,284.5"


def test_a_missing_translation_is_said_once_and_texts_are_english(
    qapp: QApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert use_language(qapp, "ko", tmp_path) == "en" == language_in_use()
        assert use_language(qapp, "ko", tmp_path) == "en"
    (record,) = caplog.records
    assert "faceqa_ko.qm" in record.message
    assert shown(said("{path} is full.", path="x")) == "x is full."


def test_the_desktops_language_is_followed_where_it_is_spoken(
    qapp: QApplication, compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for spoken, used in ((["ko-KR", "ko"], "ko"), (["de-DE", "en-GB"], "en"), (["de"], "en")):
        monkeypatch.setattr(QLocale, "uiLanguages", lambda *_, spoken=spoken: spoken)
        assert use_language(qapp, "system", compiled) == used

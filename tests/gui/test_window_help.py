"""F1, its pages in every language, and the about box."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout

from faceqa_gui import widgets, windows
from faceqa_gui.settings import Settings
from faceqa_gui.widgets.language import shown, use_language
from faceqa_gui.windows.about_dialog import AboutDialog
from faceqa_gui.windows.actions import ACTIONS, Menu, menu_word
from faceqa_gui.windows.help_key import HelpKey
from faceqa_gui.windows.help_topics import PAGES, TITLES, Topic, topic_of
from faceqa_gui.windows.help_window import HelpWindow, page_file
from faceqa_gui.windows.station_window import StationWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LANGUAGES = ("en", "ko")
_LINK = re.compile(r"\]\(([^)]+)\)")
_MENU_PATH = re.compile(r"\*\*([^*→]+) → ([^*→]+?)(?: →|\*\*)")


@pytest.fixture
def window() -> Iterator[StationWindow]:
    made = StationWindow(Settings())
    yield made
    made.close()
    made.deleteLater()


def test_every_page_is_there_in_every_language_and_its_links_and_pictures_exist() -> None:
    assert set(TITLES) == set(Topic)
    for language in LANGUAGES:
        for topic in Topic:
            page = page_file(topic, language)
            text = page.read_text(encoding="utf-8")
            assert text.startswith("# "), page
            for target in _LINK.findall(text):
                assert (page.parent / target).is_file(), f"{page}: {target}"


def test_the_languages_have_the_same_links_and_as_many_points() -> None:
    for topic in Topic:
        english, korean = (page_file(topic, one).read_text(encoding="utf-8") for one in LANGUAGES)
        assert _LINK.findall(english) == _LINK.findall(korean), topic
        for mark in ("\n- ", "\n1. ", "**"):
            assert english.count(mark) == korean.count(mark), (topic, mark)


def test_every_name_that_has_a_page_is_a_class_of_a_window() -> None:
    found = set()
    for package in (widgets, windows):
        for module in pkgutil.iter_modules(package.__path__):
            found |= set(vars(importlib.import_module(f"{package.__name__}.{module.name}")))
    assert set(PAGES) <= found


def test_the_page_is_that_of_the_nearest_part(window: StationWindow) -> None:
    assert topic_of(window.explanation.slider) is Topic.EXPLANATION
    assert topic_of(window.uv_button) is Topic.UV_CAPTURE
    assert topic_of(window.cover.pin) is Topic.OPERATORS
    assert topic_of(window.top_bar.subject_field) is Topic.STATION
    assert topic_of(None) is Topic.STATION


def test_f1_opens_the_page_for_where_the_keys_go(qapp: QApplication, window: StationWindow) -> None:
    key = HelpKey(qapp, window)
    key.give(window)
    window.show()
    QTest.qWaitForWindowActive(window)
    window.top_bar.subject_field.setFocus()
    QTest.keyClick(window.top_bar.subject_field, Qt.Key.Key_F1)
    assert key.window is not None
    assert key.window.isVisible()
    shown = [key.window.topic]
    window.activateWindow()
    window.explanation.slider.setFocus()
    QTest.keyClick(window.explanation.slider, Qt.Key.Key_F1)
    shown.append(key.window.topic)
    assert shown == [Topic.STATION, Topic.EXPLANATION]


def test_a_dialog_that_blocks_the_others_gets_help_that_it_does_not_block(
    qapp: QApplication, window: StationWindow
) -> None:
    key = HelpKey(qapp, window)
    window.show()
    dialog = QDialog(window)
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    dialog.open()
    QTest.qWaitForWindowActive(dialog)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_F1)
    assert key.window is not None
    assert key.window.parentWidget() is dialog
    dialog.close()
    key.show_topic(Topic.SAFETY)
    assert key.window.parentWidget() is window


def test_pages_change_with_the_language_and_links_are_followed(qapp: QApplication) -> None:
    helped = HelpWindow()
    helped.show_topic(Topic.STATION)
    assert "one sentence" in helped.page.toPlainText()
    use_language(qapp, "ko")
    QTest.qWait(1)
    assert "한 문장" in helped.page.toPlainText()
    use_language(qapp, "en")
    QTest.qWait(1)
    for row, topic in enumerate(Topic):
        helped.list.setCurrentRow(row)
        assert helped.topic is topic
        assert helped.page.toPlainText().strip()
    helped.page.anchorClicked.emit("safety.md")
    assert helped.topic is Topic.SAFETY
    helped.close()
    helped.deleteLater()


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_say_what_the_list_and_the_menus_say(qapp: QApplication, language: str) -> None:
    use_language(qapp, language)
    menus = {
        menu_word(menu): [shown(spec.text) for spec in ACTIONS if spec.menu is menu]
        for menu in Menu
    }
    paths = 0
    for topic in Topic:
        text = page_file(topic, language).read_text(encoding="utf-8")
        assert text.splitlines()[0] == f"# {shown(TITLES[topic])}"
        for menu, action in _MENU_PATH.findall(text):
            paths += 1
            assert any(action in name for name in menus[menu]), f"{topic}: {menu} → {action}"
    use_language(qapp, "en")
    assert paths >= 5


def test_pictures_never_stick_out_of_a_page(qapp: QApplication) -> None:
    helped = HelpWindow()
    for width in (1080, 720):
        helped.resize(width, 600)
        helped.show_topic(Topic.LIGHT)
        qapp.processEvents()
        widest = helped.page.document().idealWidth()
        assert widest <= helped.page.viewport().width()
    helped.close()
    helped.deleteLater()


def test_the_about_box_copies_what_helps(tmp_path: Path) -> None:
    about = AboutDialog(tmp_path)
    about.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert "gate.stale_seconds = 0.3" in copied
    assert copied == about.diagnostics.toPlainText()
    assert "tensorflow" in about.licences.toPlainText().lower()
    assert "haarcascade_eye.xml" in about.checksums.toPlainText()
    assert about.notice.text()
    about.deleteLater()

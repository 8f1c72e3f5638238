"""`HelpWindow`: the pages of the help, beside whatever they are about."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.widgets.language import Retranslated, language_in_use, shown
from faceqa_gui.widgets.page_view import PageView
from faceqa_gui.widgets.theme import RESOURCES
from faceqa_gui.windows.help_topics import TITLES, Topic
from faceqa_gui.windows.side_window import SideWindow

HELP = RESOURCES / "help"
_LEAST = QSize(720, 480)
_SIZE = QSize(1080, 720)
_LIST_WIDTH = 250


class HelpWindow(Retranslated, SideWindow):
    """Shows one page at a time, in the language of the windows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet; `show_topic` opens it."""
        super().__init__(_LEAST, _SIZE, parent)
        self._topic = Topic.STATION
        self.list = QListWidget()
        self.list.setFixedWidth(_LIST_WIDTH)
        for topic in Topic:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, topic.value)
            self.list.addItem(item)
        self.page = PageView()
        self.page.anchorClicked.connect(self._follow)
        self.list.currentItemChanged.connect(self._choose)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.list)
        body.addWidget(self.page, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.addLayout(body)
        QShortcut(QKeySequence.StandardKey.Back, self).activated.connect(self._go_home)
        self._retranslate()

    @property
    def topic(self) -> Topic:
        """The page that is shown."""
        return self._topic

    def show_topic(self, topic: Topic) -> None:
        """Open the window at a page, in front of the others."""
        self._show(topic)
        self.show()
        self.raise_()
        self.activateWindow()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("FaceQA help"))
        self.list.setAccessibleName(self.tr("Pages"))
        self.page.setAccessibleName(self.tr("Page"))
        for row, topic in enumerate(Topic):
            self.list.item(row).setText(shown(TITLES[topic]))
        self._show(self._topic)

    def _show(self, topic: Topic) -> None:
        self._topic = topic
        self.list.setCurrentRow(list(Topic).index(topic))
        self.page.show_page(page_file(topic, language_in_use()))

    def _choose(self, item: QListWidgetItem) -> None:
        topic = Topic(item.data(Qt.ItemDataRole.UserRole))
        if topic is not self._topic:
            self._show(topic)

    def _follow(self, link: QUrl) -> None:
        self._show(Topic(Path(link.path()).stem))

    def _go_home(self) -> None:
        self._show(Topic.STATION)


def page_file(topic: Topic, language: str) -> Path:
    """Where a page lies in `language`; in English where there is none of it."""
    folder = HELP / language
    return (folder if folder.is_dir() else HELP / "en") / f"{topic.value}.md"

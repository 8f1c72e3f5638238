"""`Sheet`: small pictures of what the operator saw, many to a page."""

from math import ceil
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter

from faceqa_gui.errors import StoreError
from faceqa_gui.wording import said

COLUMNS, ROWS = 4, 5
WIDTH, HEIGHT = 480, 300
_CAPTION, _GAP = 26, 8
_FONT_PIXELS = 14
_GROUND, _INK = QColor("#F4F6F8"), QColor("#16202C")


class Sheet:
    """Collects pictures and writes them as `sheet-1.png`, `sheet-2.png` and so on."""

    def __init__(self) -> None:
        self._pictures: list[tuple[QByteArray, str]] = []

    def add(self, picture: QImage, caption: str) -> None:
        """Keep a picture, made small and packed: the day's memory is measured beside it."""
        small = picture.scaled(
            WIDTH,
            HEIGHT,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        packed = QBuffer()
        packed.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(packed, QByteArray(b"png")).write(small)
        self._pictures.append((packed.data(), caption))

    def save(self, folder: Path) -> list[Path]:
        """Write the pages; returns their files.

        Raises:
            StoreError: a page cannot be written.
        """
        a_page = COLUMNS * ROWS
        pages = []
        for number in range(ceil(len(self._pictures) / a_page)):
            path = folder / f"sheet-{number + 1}.png"
            page = _page(self._pictures[number * a_page : (number + 1) * a_page])
            if not page.save(str(path)):
                raise StoreError(
                    said("{path} could not be written. Check the folder.", path=str(path))
                )
            pages.append(path)
        return pages


def _page(pictures: list[tuple[QByteArray, str]]) -> QImage:
    rows = ceil(len(pictures) / COLUMNS)
    across, down = WIDTH + _GAP, HEIGHT + _CAPTION + _GAP
    page = QImage(COLUMNS * across + _GAP, rows * down + _GAP, QImage.Format.Format_RGB32)
    page.fill(_GROUND)
    painter = QPainter(page)
    font = QFont()
    font.setPixelSize(_FONT_PIXELS)
    painter.setFont(font)
    painter.setPen(_INK)
    for number, (picture, caption) in enumerate(pictures):
        left, top = _GAP + number % COLUMNS * across, _GAP + number // COLUMNS * down
        painter.drawImage(left, top, QImage.fromData(picture))
        place = QRect(left, top + HEIGHT, WIDTH, _CAPTION)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, caption)
    painter.end()
    return page

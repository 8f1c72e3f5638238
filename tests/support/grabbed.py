"""What a window looks like, as numbers."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

_LUMA = np.array([0.2126, 0.7152, 0.0722])


def pixels_of(image: QImage) -> NDArray[np.uint8]:
    """An image as rows x columns x RGB."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()


def grabbed(widget: QWidget) -> NDArray[np.uint8]:
    """A widget as it stands on its window."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return pixels_of(window.grab(place).toImage())


def luminance(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Relative luminance of sRGB pixels, 0 to 1 (WCAG 2.1)."""
    parts = pixels / 255.0
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    brightness: NDArray[np.float64] = linear @ _LUMA
    return brightness


def contrast(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> NDArray[np.float64]:
    """The WCAG contrast of each pixel of `one` to that of `other`, 1 to 21."""
    first, second = luminance(one), luminance(other)
    ratio: NDArray[np.float64] = (np.maximum(first, second) + 0.05) / (
        np.minimum(first, second) + 0.05
    )
    return ratio

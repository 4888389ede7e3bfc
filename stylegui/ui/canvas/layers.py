"""A picture as it is shown: its visible part at its visible size, kept until the camera moves."""

from __future__ import annotations

import copy
import math

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap

from stylegui.ui.canvas.mips import Mips

CHECKER_PX = 8
CHECKER_LIGHT, CHECKER_DARK = QColor(236, 236, 236), QColor(208, 208, 208)


class Layer:
    """One image on the canvas, drawn stretched to whatever rectangle the camera gives."""

    def __init__(self, image: QImage) -> None:
        self._mips = Mips(image)
        self._key: tuple[QRect, QRect, bool] | None = None
        self._shown = QImage()

    @property
    def image(self) -> QImage:
        return self._mips.image

    @property
    def size(self) -> QSize:
        return self._mips.image.size()

    def scale(self, target: QRect) -> float:
        """Device pixels per image pixel when the image is stretched to `target` (device pixels)."""
        return target.width() / self.size.width()

    def paint(self, painter: QPainter, target: QRect, clip: QRect, ratio: float, *, nearest: bool = False) -> None:
        """Draw the image stretched to `target`, as far as it lies in `clip`; both in device pixels.

        The painter counts in logical pixels, `ratio` device pixels each.
        """
        visible = target & clip
        if visible.isEmpty():
            return
        shown = self.seen(target, visible, nearest=nearest)
        place = QRectF(visible.x() / ratio, visible.y() / ratio, visible.width() / ratio, visible.height() / ratio)
        painter.drawImage(place, shown, QRectF(shown.rect()))

    def seen(self, target: QRect, visible: QRect, *, nearest: bool = False) -> QImage:
        """The part of the image in `visible` when it is stretched to `target`, as RGB32; both in device pixels."""
        key = (QRect(target), QRect(visible), nearest)
        if key != self._key:
            self._shown = self._rendered(target, visible, nearest)
            self._key = key
        return self._shown

    def is_twin(self, other: Layer) -> bool:
        """Whether both show the same image."""
        return self._mips is other._mips

    def twin(self) -> Layer:
        """The same image for another widget, with a view of its own."""
        other = copy.copy(self)
        other._key, other._shown = None, QImage()
        return other

    def _rendered(self, target: QRect, visible: QRect, nearest: bool) -> QImage:
        level = self._mips.level_for(self.scale(target))
        x_scale, y_scale = target.width() / level.width(), target.height() / level.height()
        # Only whole source pixels around the visible part are drawn: Qt's fixed-point sampling stays exact at any zoom.
        left = math.floor((visible.left() - target.left()) / x_scale) - 1
        top = math.floor((visible.top() - target.top()) / y_scale) - 1
        right = math.ceil((visible.right() + 1 - target.left()) / x_scale) + 1
        bottom = math.ceil((visible.bottom() + 1 - target.top()) / y_scale) + 1
        source = QRect(left, top, right - left, bottom - top) & level.rect()
        place = QRectF(
            target.left() + source.x() * x_scale - visible.left(),
            target.top() + source.y() * y_scale - visible.top(),
            source.width() * x_scale,
            source.height() * y_scale,
        )
        part = level.copy(source)
        shown = QImage(visible.size(), QImage.Format.Format_RGB32)
        painter = QPainter(shown)
        if part.hasAlphaChannel():
            painter.setBrushOrigin(target.topLeft() - visible.topLeft())
            painter.fillRect(shown.rect(), _checkerboard())
        else:
            part = part.convertToFormat(QImage.Format.Format_RGB32)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not nearest)
        painter.drawImage(place, part)
        painter.end()
        return shown


def _checkerboard() -> QBrush:
    tile = QPixmap(2 * CHECKER_PX, 2 * CHECKER_PX)
    tile.fill(CHECKER_LIGHT)
    painter = QPainter(tile)
    painter.fillRect(0, 0, CHECKER_PX, CHECKER_PX, CHECKER_DARK)
    painter.fillRect(CHECKER_PX, CHECKER_PX, CHECKER_PX, CHECKER_PX, CHECKER_DARK)
    painter.end()
    return QBrush(tile)

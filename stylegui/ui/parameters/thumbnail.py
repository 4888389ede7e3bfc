"""Small pictures with round corners."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPixmap

from stylegui.ui.icons import icon

RADIUS_RATIO = 1 / 8


def rounded(source: QPixmap, side_px: int, scale: float) -> QPixmap:
    """The middle square of a pixmap with round corners, `side_px` logical pixels wide, for a screen of this scale."""
    physical_px = round(side_px * scale)
    filled = source.scaled(
        physical_px,
        physical_px,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    filled.setDevicePixelRatio(1)
    result = QPixmap(physical_px, physical_px)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    # A brush has smooth edges where a clip path would have jagged ones.
    painter.setBrush(QBrush(filled))
    left, top = (filled.width() - physical_px) // 2, (filled.height() - physical_px) // 2
    painter.translate(-left, -top)
    radius = physical_px * RADIUS_RATIO
    painter.drawRoundedRect(QRectF(left, top, physical_px, physical_px), radius, radius)
    painter.end()
    result.setDevicePixelRatio(scale)
    return result


def placeholder(side_px: int, scale: float) -> QPixmap:
    """What stands for a style whose picture is not there yet."""
    return icon("style", "text_dim").pixmap(QSize(side_px, side_px), scale)

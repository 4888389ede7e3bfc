"""Measures and drawing that the canvas's parts share. What lies on top of pictures is dark in both themes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from stylegui.ui import icons, theme

UNIT_PX = 8
PANEL_BACK = QColor(20, 20, 20, 228)
PANEL_EDGE = QColor(255, 255, 255, 30)
PANEL_TEXT = QColor(theme.DARK.text)
PANEL_TEXT_DIM = QColor("#bdbdbd")
PANEL_TRACK = QColor(255, 255, 255, 46)
PANEL_ACCENT = QColor(theme.DARK.accent)


def faded(color: QColor | str, opacity: float) -> QColor:
    clear = QColor(color)
    clear.setAlphaF(opacity)
    return clear


def mixed(first: QColor | str, second: QColor | str, amount: float) -> QColor:
    """`first` with `amount` (0..1) of `second` in it."""
    a, b = QColor(first), QColor(second)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * amount,
        a.greenF() + (b.greenF() - a.greenF()) * amount,
        a.blueF() + (b.blueF() - a.blueF()) * amount,
    )


def scaled_font(font: QFont, factor: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The same family in another size; sizes follow the system's font, never fixed pixels."""
    scaled = QFont(font)
    if font.pointSizeF() > 0:
        scaled.setPointSizeF(font.pointSizeF() * factor)
    else:
        scaled.setPixelSize(round(font.pixelSize() * factor))
    scaled.setWeight(weight)
    return scaled


def draw_icon(painter: QPainter, name: str, square: QRectF, color: QColor | str) -> None:
    """One of the program's icons, sharp at the painter's pixel ratio."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(square.topLeft(), icons.pixmap(name, round(square.width()), QColor(color).name(), ratio))


def draw_panel(painter: QPainter, rect: QRectF, radius: float) -> None:
    """The dark, slightly clear ground of chips and the progress pill, with a hairline edge."""
    painter.setPen(QPen(PANEL_EDGE, 1))
    painter.setBrush(PANEL_BACK)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def chip_rect(font: QFont, label: str) -> QRectF:
    """The size of a chip, at the origin."""
    metrics = QFontMetricsF(font)
    return QRectF(0, 0, round(metrics.horizontalAdvance(label)) + 2 * UNIT_PX, round(metrics.height()) + UNIT_PX)


def draw_chip(painter: QPainter, corner: QPointF, label: str, font: QFont) -> None:
    """A small dark label with its top left at `corner`."""
    rect = chip_rect(font, label).translated(corner)
    draw_panel(painter, rect, UNIT_PX * 0.75)
    painter.setPen(PANEL_TEXT)
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, label)

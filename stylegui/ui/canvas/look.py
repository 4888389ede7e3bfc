"""Measures and drawing that the canvas's parts share. What lies on top of pictures is dark in both themes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from stylegui.ui import icons, theme

UNIT_PX = 8
CHIP_ICON_PX = 14
CHIP_GAP_PX = 5
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


def chip_font(font: QFont) -> QFont:
    """What chips are written in, where widgets use `font`."""
    return scaled_font(font, 0.92, QFont.Weight.DemiBold)


def chip_rect(font: QFont, label: str, *, icons_px: int = 0) -> QRectF:
    """The size of a chip, at the origin; `icons_px` is what icons beside the words take, with their gaps."""
    metrics = QFontMetricsF(font)
    width = round(metrics.horizontalAdvance(label)) + 2 * UNIT_PX + icons_px
    return QRectF(0, 0, width, round(metrics.height()) + UNIT_PX)


def draw_chip(painter: QPainter, corner: QPointF, label: str, font: QFont, *, icon: str = "", lit: bool = True) -> None:
    """A small dark label with its top left at `corner`; dimmed where it is not lit."""
    rect = chip_rect(font, label, icons_px=CHIP_ICON_PX + CHIP_GAP_PX if icon else 0).translated(corner)
    draw_panel(painter, rect, UNIT_PX * 0.75)
    colour = PANEL_TEXT if lit else PANEL_TEXT_DIM
    words = rect.adjusted(UNIT_PX, 0, -UNIT_PX, 0)
    if icon:
        top = round(rect.center().y() - CHIP_ICON_PX / 2)
        draw_icon(painter, icon, QRectF(round(words.left()), top, CHIP_ICON_PX, CHIP_ICON_PX), colour)
        words.setLeft(words.left() + CHIP_ICON_PX + CHIP_GAP_PX)
    painter.setPen(colour)
    painter.setFont(font)
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter, label)

"""How the line of the wipe is drawn: white with a dark rim, so that it is seen on any picture."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QFont, QPainter, QPen, QPixmap

from stylegui.ui import icons
from stylegui.ui.canvas import look

HANDLE_RADIUS_PX = 2 * look.UNIT_PX
END_RADIUS_PX = 7
END_INSET_PX = 4 * look.UNIT_PX
ANGLE_AWAY_PX = 5 * look.UNIT_PX
WHITE = QColor(255, 255, 255)
KNOB = QColor(28, 28, 30)
RIM = QColor(0, 0, 0, 90)
SHADOW = QColor(0, 0, 0, 60)


def turn_cursor(ratio: float) -> QCursor:
    """The pointer where the line can be turned, for a screen of this pixel ratio."""
    side = 3 * look.UNIT_PX
    shape = QPixmap(round(side * ratio), round(side * ratio))
    shape.setDevicePixelRatio(ratio)
    shape.fill(Qt.GlobalColor.transparent)
    painter = QPainter(shape)
    dark = icons.pixmap("rotate", side - 4, "#000000", ratio)
    for x in (1, 2, 3):
        for y in (1, 2, 3):
            painter.drawPixmap(x, y, dark)
    painter.drawPixmap(2, 2, icons.pixmap("rotate", side - 4, "#ffffff", ratio))
    painter.end()
    return QCursor(shape, side // 2, side // 2)


def draw_line(painter: QPainter, chord: QLineF) -> None:
    """The line itself, along `chord`."""
    for colour, width_px in ((RIM, 4), (WHITE, 2)):
        pen = QPen(colour, width_px)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(chord)


def draw_handle(painter: QPainter, center: QPointF, angle: float, hovered: QColor | None) -> None:
    """The round handle with arrows to both sides; filled with `hovered` where the pointer is on it."""
    _draw_knob(painter, center, HANDLE_RADIUS_PX, hovered)
    painter.save()
    painter.translate(center)
    painter.rotate(angle)
    pen = QPen(WHITE, 1.75)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for side in (-1, 1):
        tip = QPointF(side * 8, 0)
        painter.drawPolyline([tip + QPointF(-side * 3.5, -4), tip, tip + QPointF(-side * 3.5, 4)])
    painter.restore()


def draw_end(painter: QPainter, center: QPointF, hovered: QColor | None) -> None:
    """A small knob near an end, by which the line is turned."""
    _draw_knob(painter, center, END_RADIUS_PX, hovered)


def draw_angle(painter: QPainter, center: QPointF, words: str, font: QFont, area: QRectF) -> None:
    """The angle in words beside the handle, while the line is turned."""
    size = look.chip_rect(font, words)
    right = center.x() + ANGLE_AWAY_PX + size.width() <= area.right()
    x = center.x() + ANGLE_AWAY_PX if right else center.x() - ANGLE_AWAY_PX - size.width()
    y = min(max(center.y() + look.UNIT_PX * 2, area.top()), area.bottom() - size.height())
    look.draw_chip(painter, QPointF(round(x), round(y)), words, font)


def _draw_knob(painter: QPainter, center: QPointF, radius_px: float, hovered: QColor | None) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(SHADOW)
    painter.drawEllipse(center + QPointF(0, 1), radius_px + 1.5, radius_px + 1.5)
    painter.setPen(QPen(WHITE, 2))
    painter.setBrush(hovered or KNOB)
    painter.drawEllipse(center, radius_px - 1, radius_px - 1)

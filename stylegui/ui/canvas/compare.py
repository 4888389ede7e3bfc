"""Photo against result: which side stands where, and the wipe's line with its handle."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from stylegui.ui.canvas import look

GAP_PX = look.UNIT_PX
HANDLE_RADIUS_PX = 2 * look.UNIT_PX
GRAB_PX = 10


class CompareMode(StrEnum):
    OFF = "off"
    WIPE = "wipe"
    SIDE_BY_SIDE = "side_by_side"


def panes(mode: CompareMode, size: QSize) -> tuple[QRect, ...]:
    """The panes of the canvas in logical pixels, left to right, all of one size and looked at by one camera."""
    if mode is not CompareMode.SIDE_BY_SIDE:
        return (QRect(0, 0, size.width(), size.height()),)
    width = max((size.width() - GAP_PX) // 2, 1)
    return QRect(0, 0, width, size.height()), QRect(size.width() - width, 0, width, size.height())


class Wipe:
    """A line that uncovers. It stands still in the view while the picture moves below it, and never leaves it."""

    def __init__(self) -> None:
        self.position = 0.5
        self.hovered = False

    def line_x(self, area: QRectF) -> float:
        """Where the line stands in the visible part of the picture; `position` 0..1 goes from left to right."""
        return area.left() + round(area.width() * self.position)

    def move_to(self, x: float, area: QRectF) -> None:
        if area.width() > 0:
            self.position = min(max((x - area.left()) / area.width(), 0.0), 1.0)

    def grabs(self, point: QPointF, area: QRectF) -> bool:
        """Whether the mouse at `point` takes the line or its handle."""
        distance = abs(point.x() - self.line_x(area))
        on_handle = distance <= HANDLE_RADIUS_PX and abs(point.y() - area.center().y()) <= HANDLE_RADIUS_PX
        on_line = distance <= GRAB_PX and area.top() <= point.y() <= area.bottom()
        return on_handle or on_line

    def draw(self, painter: QPainter, area: QRectF, accent: QColor) -> None:
        x = self.line_x(area)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 90))
        painter.drawRect(QRectF(x - 2, area.top(), 4, area.height()))
        painter.setBrush(QColor(255, 255, 255))
        painter.drawRect(QRectF(x - 1, area.top(), 2, area.height()))
        center = QPointF(x, area.center().y())
        painter.setBrush(QColor(0, 0, 0, 60))
        painter.drawEllipse(center + QPointF(0, 1), HANDLE_RADIUS_PX + 1.5, HANDLE_RADIUS_PX + 1.5)
        painter.setPen(QPen(QColor(255, 255, 255), 2))
        painter.setBrush(accent if self.hovered else QColor(28, 28, 30))
        painter.drawEllipse(center, HANDLE_RADIUS_PX - 1, HANDLE_RADIUS_PX - 1)
        pen = QPen(QColor(255, 255, 255), 1.75)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for side in (-1, 1):
            tip = center + QPointF(side * 8, 0)
            painter.drawPolyline([tip + QPointF(-side * 3.5, -4), tip, tip + QPointF(-side * 3.5, 4)])

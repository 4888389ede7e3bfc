"""What hangs at the pointer while styles are dragged: a small stack of their pictures."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap, QTransform

from stylegui.ui import theme

_SIDE_PX = 84.0
_ROOM_PX = 30.0
_TURN_DEGREES = 5.0
_STEP_PX = 5.0
_EDGE_PX = 2.0
_RADIUS_PX = 8.0


def drag_pixmap(pictures: list[QPixmap], scale: float) -> QPixmap:
    """The pictures as a fan, the first on top, for a screen of this scale. No shadow: not every desktop can blend."""
    side_px = _SIDE_PX + 2 * _ROOM_PX
    result = QPixmap(round(side_px * scale), round(side_px * scale))
    result.setDevicePixelRatio(scale)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    for place in reversed(range(len(pictures))):
        painter.save()
        painter.translate(side_px / 2, side_px / 2)
        painter.rotate(_TURN_DEGREES * place)
        painter.translate(_STEP_PX * place, -_STEP_PX * place)
        _draw_card(painter, pictures[place])
        painter.restore()
    painter.end()
    return result


def _draw_card(painter: QPainter, picture: QPixmap) -> None:
    card = QRectF(-_SIDE_PX / 2, -_SIDE_PX / 2, _SIDE_PX, _SIDE_PX)
    shape = QPainterPath()
    shape.addRoundedRect(card, _RADIUS_PX, _RADIUS_PX)
    brush = QBrush(picture)
    factor = _SIDE_PX / max(1, min(picture.width(), picture.height()))
    left, top = -picture.width() * factor / 2, -picture.height() * factor / 2
    brush.setTransform(QTransform(factor, 0, 0, factor, left, top))
    painter.fillPath(shape, brush)
    painter.setPen(QPen(QColor(theme.current().window), _EDGE_PX))
    painter.drawPath(shape)

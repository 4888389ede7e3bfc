"""Styles on their way out of the gallery: to the canvas as ids, to other programs as picture files."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QDrag, QFont, QPainter, QPainterPath, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from stylegui.ui import theme
from stylegui.ui.gallery.model import StyleModel
from stylegui.ui.mime import style_mime

SHOWN = 4
_SIDE_PX = 84.0
_ROOM_PX = 30.0
_TURN_DEGREES = 5.0
_STEP_PX = 5.0
_EDGE_PX = 2.0
_RADIUS_PX = 8.0
_COUNT_PX = 26.0


def drag_styles(source: QWidget, model: StyleModel, style_ids: list[str]) -> None:
    """Drag these styles until they are dropped somewhere."""
    drag = QDrag(source)
    drag.setMimeData(style_mime(model.styles(style_ids)))
    pictures = [model.thumbnail(style) for style in model.styles(style_ids[:SHOWN])]
    pixmap = drag_pixmap([each for each in pictures if each is not None], source.devicePixelRatioF(), len(style_ids))
    drag.setPixmap(pixmap)
    # The pictures hang below the pointer, so that they do not cover what they would be dropped on.
    drag.setHotSpot(QPoint(round(_ROOM_PX) - 6, round(_ROOM_PX) - 6))
    drag.exec(Qt.DropAction.CopyAction)


def drag_pixmap(pictures: list[QPixmap], scale: float, count: int = 0) -> QPixmap:
    """The pictures as a fan, the first on top, for a screen of this scale; `count` stands on it if there are more.

    No shadow: not every desktop can blend.
    """
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
    if count > len(pictures):
        _draw_count(painter, side_px / 2, count)
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


def _draw_count(painter: QPainter, middle: float, count: int) -> None:
    look = theme.current()
    font = QFont()
    font.setPixelSize(13)
    font.setBold(True)
    painter.setFont(font)
    text = str(count)
    width = max(_COUNT_PX, painter.fontMetrics().horizontalAdvance(text) + 14)
    badge = QRectF(middle - _SIDE_PX / 2 - 8, middle - _SIDE_PX / 2 - 8, width, _COUNT_PX)
    painter.setPen(QPen(QColor(look.window), _EDGE_PX))
    painter.setBrush(QColor(look.accent))
    painter.drawRoundedRect(badge, _COUNT_PX / 2, _COUNT_PX / 2)
    painter.setPen(QColor(look.accent_text))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)

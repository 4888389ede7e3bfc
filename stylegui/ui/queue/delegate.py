"""How one job looks in the queue: its photo with the style in a corner, its title, where it stands, and what to do."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from stylegui.jobs.record import JobState
from stylegui.ui import icons, theme
from stylegui.ui.canvas.look import scaled_font
from stylegui.ui.queue.model import JobRow

MARGIN_PX = 6
INSET_PX = 8
PICTURE_PX = 40
STYLE_PX = 20
RADIUS_PX = 6.0
BAR_PX = 3
GAP_PX = 12
DEED_PX, DEED_ICON_PX = 26, 15
SMALL = 0.92
EDGE_OPACITY = 0.14
VEIL_OPACITY = 0.5
"""What is done steps back."""

Index = QModelIndex | QPersistentModelIndex

DEEDS: dict[JobState, tuple[str, ...]] = {
    JobState.QUEUED: ("remove",),
    JobState.RUNNING: ("pause", "stop"),
    JobState.PAUSED: ("resume", "stop"),
    JobState.FINISHED: ("remove",),
    JobState.CANCELLED: ("retry", "remove"),
    JobState.FAILED: ("retry", "remove"),
}
DEED_ICONS = {"remove": "close", "pause": "pause", "resume": "play", "stop": "stop", "retry": "redo"}


class RowSource(Protocol):
    """What rows show."""

    def row(self, row: int) -> JobRow: ...


class QueueDelegate(QStyledItemDelegate):
    """Paints rows in the theme's colours. The deeds of a row show while the pointer or the focus is on it."""

    def __init__(self, source: RowSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._pointer = QPoint(-1, -1)

    def set_pointer(self, position: QPoint) -> None:
        """Where the pointer is, in the view: the deed that it points at is lit."""
        self._pointer = position

    def deed_at(self, cell: QRect, row: int, position: QPoint) -> str:
        """The deed at a point of the view; "" where there is none."""
        state = self._source.row(row)
        places = self._deeds(cell, state)
        return next((deed for deed, rect in places if rect.contains(position)), "")

    def _deeds(self, cell: QRect, row: JobRow) -> list[tuple[str, QRect]]:
        """The deeds of a row and where they are, from the right."""
        deeds = () if row.stopping and not row.state.ended else DEEDS[row.state]
        right = cell.right() - INSET_PX - MARGIN_PX + 2
        top = cell.center().y() - DEED_PX // 2 + 1
        places = []
        for number, deed in enumerate(reversed(deeds)):
            places.append((deed, QRect(right - (number + 1) * DEED_PX, top, DEED_PX, DEED_PX)))
        return places

    def _paint_ground(self, painter: QPainter, card: QRectF, option: QStyleOptionViewItem) -> None:
        look = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_ground(option)))
        painter.drawRoundedRect(card, RADIUS_PX, RADIUS_PX)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.text_dim), 1))
            painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)

    def _paint_pictures(self, painter: QPainter, where: QRect, row: JobRow, ground: str) -> None:
        _paint_rounded(painter, QRectF(where), row.photo, RADIUS_PX)
        corner = QRectF(0, 0, STYLE_PX, STYLE_PX)
        corner.moveBottomRight(QRectF(where).bottomRight() + QPoint(5, 3).toPointF())
        # A ring of the ground keeps the two pictures apart.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(corner.adjusted(-2, -2, 2, 2), RADIUS_PX, RADIUS_PX)
        _paint_rounded(painter, corner, row.style, RADIUS_PX - 2)
        if row.state.ended:
            veil = QColor(ground)
            veil.setAlphaF(VEIL_OPACITY)
            painter.fillRect(QRectF(where).united(corner).adjusted(-1, -1, 1, 1), veil)

    def _paint_words(self, painter: QPainter, where: QRect, row: JobRow, font: QFont) -> None:
        look = theme.current()
        small = scaled_font(font, SMALL)
        metrics, small_metrics = QFontMetrics(font), QFontMetrics(small)
        bar = BAR_PX + 6 if row.share_done is not None else 0
        height = metrics.height() + 2 + small_metrics.height() + bar
        top = where.top() + (where.height() - height) // 2
        line = QRect(where.left(), top, where.width(), metrics.height())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(font)
        painter.setPen(QColor(look.text_dim if row.state.ended else look.text))
        painter.drawText(line, left, metrics.elidedText(row.title, elide, line.width()))
        taken = metrics.horizontalAdvance(row.title) + GAP_PX
        if row.photo_name and taken < line.width() - 40:
            painter.setFont(small)
            painter.setPen(QColor(look.text_dim))
            rest = line.adjusted(taken, 0, 0, 0)
            painter.drawText(rest, left, small_metrics.elidedText(row.photo_name, elide, rest.width()))
        second = QRect(where.left(), line.bottom() + 3, where.width(), small_metrics.height())
        colour = look.error if row.state is JobState.FAILED else look.text_dim
        painter.setFont(small)
        painter.setPen(QColor(colour))
        indent = 0
        if row.state is JobState.FAILED:
            spot = QRect(second.left(), second.center().y() - 6, 13, 13)
            icons.icon("error", "error").paint(painter, spot)
            indent = 18
        text = second.adjusted(indent, 0, 0, 0)
        painter.drawText(text, left, small_metrics.elidedText(row.standing, elide, text.width()))
        if row.share_done is not None:
            groove = QRectF(where.left(), second.bottom() + 6, where.width(), BAR_PX)
            self._paint_bar(painter, groove, row)

    @staticmethod
    def _paint_bar(painter: QPainter, groove: QRectF, row: JobRow) -> None:
        look = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.groove))
        painter.drawRoundedRect(groove, BAR_PX / 2, BAR_PX / 2)
        done = QRectF(groove)
        done.setWidth(max(BAR_PX, groove.width() * (row.share_done or 0.0)) if row.share_done else 0.0)
        painter.setBrush(QColor(look.text_dim if row.state is JobState.PAUSED else look.accent))
        painter.drawRoundedRect(done, BAR_PX / 2, BAR_PX / 2)

    def _paint_deeds(self, painter: QPainter, places: list[tuple[str, QRect]]) -> None:
        look = theme.current()
        for deed, rect in places:
            lit = rect.contains(self._pointer)
            if lit:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(look.pressed))
                painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 5, 5)
            spot = QRect(0, 0, DEED_ICON_PX, DEED_ICON_PX)
            spot.moveCenter(rect.center())
            icons.icon(DEED_ICONS[deed], "text" if lit else "text_dim").paint(painter, spot)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._source.row(index.row())
        cell = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        card = QRectF(cell).adjusted(MARGIN_PX, 1.5, -MARGIN_PX, -1.5)
        self._paint_ground(painter, card, option)
        picture = QRect(
            cell.left() + MARGIN_PX + INSET_PX, cell.center().y() - PICTURE_PX // 2 + 1, PICTURE_PX, PICTURE_PX
        )
        self._paint_pictures(painter, picture, row, _ground(option))
        pointed = option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
        failed = row.state is JobState.FAILED
        places = self._deeds(cell, row) if pointed or failed or row.share_done is not None else []
        right = min([rect.left() for _, rect in places], default=cell.right() - MARGIN_PX - INSET_PX) - 8
        left = picture.right() + 1 + GAP_PX + 4
        self._paint_words(painter, QRect(left, cell.top(), max(0, right - left), cell.height()), row, option.font)
        self._paint_deeds(painter, places)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        words = QFontMetrics(option.font).height() * 2 + BAR_PX + 20
        return QSize(200, max(PICTURE_PX + 16, words))


def _ground(option: QStyleOptionViewItem) -> str:
    """The colour behind a row."""
    look = theme.current()
    if option.state & QStyle.StateFlag.State_Selected:
        return look.accent_soft
    return look.hover if option.state & QStyle.StateFlag.State_MouseOver else look.window


def _paint_rounded(painter: QPainter, where: QRectF, pixmap: QPixmap | None, radius_px: float) -> None:
    """The middle of a picture as a square with round corners; a quiet one until it is there."""
    look = theme.current()
    shape = QPainterPath()
    shape.addRoundedRect(where, radius_px, radius_px)
    painter.setPen(Qt.PenStyle.NoPen)
    if pixmap is None:
        painter.fillPath(shape, QColor(look.line))
        return
    side = min(pixmap.width(), pixmap.height())
    square = QRectF((pixmap.width() - side) / 2, (pixmap.height() - side) / 2, side, side)
    painter.save()
    painter.setClipPath(shape)
    painter.drawPixmap(where, pixmap, square)
    painter.restore()
    edge = QColor(look.text)
    edge.setAlphaF(EDGE_OPACITY)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), radius_px, radius_px)

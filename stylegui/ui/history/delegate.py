"""How one version looks in the filmstrip: its whole picture, and below it number, title, rating and time."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from stylegui.ui import icons, theme
from stylegui.ui.canvas.look import scaled_font
from stylegui.ui.history.art import FilmArt
from stylegui.ui.history.tile import (
    GAP_PX,
    RADIUS_PX,
    STAR_PX,
    STARS,
    FilmTile,
    caption_rect,
    cell_size,
    picture_height,
    picture_rect,
    rating_rect,
    star_rect,
)
from stylegui.ui.history.words import REJECTED

RING_PX = 2.0
RING_DISTANCE_PX = 3.0
CAPTION_SCALE = 0.92
MARK_PX, MARK_INSET_PX = 20, 5
_DISC = QColor(0, 0, 0, 140)
WHITE, GOLD = "#ffffff", "#ffd166"

Index = QModelIndex | QPersistentModelIndex


class TileSource(Protocol):
    """What tiles show, by row."""

    def tile(self, row: int) -> FilmTile: ...

    def shape(self, row: int) -> tuple[int, int]:
        """(width, height) of the version's picture; cheap."""
        ...


class FilmDelegate(QStyledItemDelegate):
    """Paints tiles in the theme's colours, as high as the strip has room for."""

    def __init__(self, source: TileSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._art = FilmArt(RADIUS_PX)
        self._font = QFont()
        self._metrics = QFontMetrics(self._font)
        self._picture_px = 96
        self._pointer = QPoint(-1, -1)

    @property
    def picture_px(self) -> int:
        """How high pictures are."""
        return self._picture_px

    def set_room(self, strip_px: int, font: QFont) -> bool:
        """Fit tiles into a strip of this height; whether that has changed their size."""
        before = self._picture_px, self._font
        self._font = scaled_font(font, CAPTION_SCALE)
        self._metrics = QFontMetrics(self._font)
        self._picture_px = picture_height(strip_px, self._metrics)
        return (self._picture_px, self._font) != before

    def set_pointer(self, position: QPoint) -> None:
        """Where the pointer is, in the view: the star it points at is lit."""
        self._pointer = position

    def star_at(self, cell: QRect, position: QPoint) -> int:
        """The star, 1 to 5, at a point of the view; 0 where there is none."""
        line = rating_rect(cell, self._picture_px, self._metrics)
        places = range(STARS)
        return next((place + 1 for place in places if star_rect(line, place).contains(QPointF(position))), 0)

    def favourite_rect(self, cell: QRect, row: int) -> QRectF:
        """Where the mark of a favourite is: the upper right corner of the picture."""
        picture = picture_rect(cell, self._source.shape(row), self._picture_px)
        return QRectF(picture.right() + 1 - MARK_INSET_PX - MARK_PX, picture.top() + MARK_INSET_PX, MARK_PX, MARK_PX)

    def _paint_ground(self, painter: QPainter, cell: QRect, option: QStyleOptionViewItem) -> None:
        look = theme.current()
        # Qt makes the cells of a row as high as the row.
        content = cell_size(self._source.shape(0), self._picture_px, self._metrics).height()
        card = QRectF(cell.left(), cell.top(), cell.width(), min(cell.height(), content)).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(look.accent_soft))
            painter.drawRoundedRect(card, RADIUS_PX, RADIUS_PX)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(look.hover))
            painter.drawRoundedRect(card, RADIUS_PX, RADIUS_PX)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.text_dim), 1))
            painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)

    def _paint_picture(self, painter: QPainter, rect: QRect, tile: FilmTile) -> None:
        look = theme.current()
        if tile.pixmap is not None:
            scale = painter.device().devicePixelRatioF()
            rejected = tile.rating == REJECTED
            painter.drawPixmap(rect.topLeft(), self._art.rounded(tile.pixmap, rect.size(), scale, rejected=rejected))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.line))
            painter.drawRoundedRect(rect, RADIUS_PX, RADIUS_PX)
            if tile.failed:
                spot = QRect(0, 0, 24, 24)
                spot.moveCenter(rect.center())
                icons.icon("warning", "text_dim").paint(painter, spot)
        if tile.current:
            distance = RING_DISTANCE_PX
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.accent), RING_PX))
            ring = QRectF(rect).adjusted(-distance, -distance, distance, distance)
            painter.drawRoundedRect(ring, RADIUS_PX + distance, RADIUS_PX + distance)

    def _paint_marks(self, painter: QPainter, rect: QRect, tile: FilmTile) -> None:
        """What is told on the picture: a favourite, and that there is a making to look at."""
        right = rect.right() + 1 - MARK_INSET_PX - MARK_PX
        if tile.favourite:
            self._paint_mark(painter, QRectF(right, rect.top() + MARK_INSET_PX, MARK_PX, MARK_PX), "star-filled", GOLD)
        if tile.has_making:
            bottom = rect.bottom() + 1 - MARK_INSET_PX - MARK_PX
            self._paint_mark(painter, QRectF(right, bottom, MARK_PX, MARK_PX), "film", WHITE)

    def _paint_mark(self, painter: QPainter, disc: QRectF, name: str, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_DISC)
        painter.drawEllipse(disc)
        self._draw_icon(painter, name, MARK_PX - 7, colour, disc.center())

    def _paint_caption(self, painter: QPainter, cell: QRect, tile: FilmTile) -> None:
        look = theme.current()
        line = caption_rect(cell, self._picture_px, self._metrics)
        bold = QFont(self._font)
        bold.setWeight(QFont.Weight.DemiBold)
        number = str(tile.number)
        width = QFontMetrics(bold).horizontalAdvance(number)
        painter.setFont(bold)
        painter.setPen(QColor(look.accent if tile.current else look.text))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, number)
        painter.setFont(self._font)
        painter.setPen(QColor(look.text))
        room = line.adjusted(width + 7, 0, 0, 0)
        title = self._metrics.elidedText(tile.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)

    def _paint_rating(self, painter: QPainter, cell: QRect, tile: FilmTile, *, active: bool) -> None:
        look = theme.current()
        line = rating_rect(cell, self._picture_px, self._metrics)
        pointed = self.star_at(cell, self._pointer)
        if tile.rating == REJECTED and not pointed:
            self._draw_icon(painter, "close", STAR_PX, look.error, star_rect(line, 0).center())
            painter.setPen(QColor(look.text_dim))
            painter.drawText(line.adjusted(STAR_PX + 3, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.tr("Rejected"))
        else:
            lit = pointed or max(0, tile.rating)
            for place in range(lit if not active else STARS):
                filled = place < lit
                name, colour = ("star-filled", look.warning) if filled else ("star", look.text_off)
                self._draw_icon(painter, name, STAR_PX - 1, colour, star_rect(line, place).center())
        painter.setPen(QColor(look.text_dim))
        used = STARS * STAR_PX + 6 if active or tile.rating else 0
        if tile.rating != REJECTED and line.width() - used >= self._metrics.horizontalAdvance(tile.time):
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tile.time)

    def _draw_icon(self, painter: QPainter, name: str, size_px: int, colour: str, middle: QPointF) -> None:
        scale = painter.device().devicePixelRatioF()
        corner = middle - QPointF(size_px / 2, size_px / 2)
        painter.drawPixmap(corner.toPoint(), self._art.icon(name, size_px, colour, scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = QRect(option.rect)
        tile = self._source.tile(index.row())
        picture = picture_rect(cell, tile.size, self._picture_px)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter, cell, option)
        self._paint_picture(painter, picture, tile)
        self._paint_marks(painter, picture, tile)
        self._paint_caption(painter, cell, tile)
        self._paint_rating(painter, cell, tile, active=hovered)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return cell_size(self._source.shape(index.row()), self._picture_px, self._metrics)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFont(self._font)
        editor.setMaxLength(120)
        editor.setStyleSheet("padding: 0 3px; min-height: 0;")
        editor.setAccessibleName(self.tr("Title of the version"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Qt asks again whenever the tile changes, as when its picture arrives; what was typed stays.
        if isinstance(editor, QLineEdit) and not editor.isModified():
            super().setEditorData(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        line = caption_rect(QRect(option.rect), self._picture_px, self._metrics)
        editor.setGeometry(line.adjusted(-GAP_PX // 2 + 2, -3, GAP_PX // 2 - 2, 3))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Typing a title is not to start a job or close a panel.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().eventFilter(editor, event)

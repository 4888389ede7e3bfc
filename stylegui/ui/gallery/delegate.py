"""How one style looks in the gallery: a rounded picture, and over it only what matters now."""

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
from PySide6.QtGui import QColor, QFont, QFontMetrics, QLinearGradient, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from stylegui.ui import icons, theme
from stylegui.ui.gallery.tile import (
    BADGE_INSET_PX,
    BADGE_PX,
    RADIUS_PX,
    Tile,
    badge_rect,
    picture_rect,
    star_rect,
    swatch_rect,
    tick_rect,
    title_rect,
)
from stylegui.ui.gallery.tile_art import SWATCH_SHADOW_PX, TileArt, placeholder

RING_PX = 2.5
RING_DISTANCE_PX = 4.0
SELECTED_INSET_PX = 9
TITLE_LINES = 2
TITLE_MARGIN_PX = 9
STAR_PX = 16
GOLD = "#ffd166"
WHITE = "#ffffff"
_VEIL = QColor(255, 255, 255, 22)
_DISC = QColor(0, 0, 0, 130)
_DISC_POINTED = QColor(0, 0, 0, 190)

Index = QModelIndex | QPersistentModelIndex


class TileSource(Protocol):
    """What tiles show, by row."""

    def tile(self, row: int) -> Tile: ...


class StyleDelegate(QStyledItemDelegate):
    """Paints tiles in the theme's colours. The cell's size is set by the view, which fits tiles to its width."""

    def __init__(self, source: TileSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._cell = QSize(140, 140)
        self._pointer = QPoint(-1, -1)
        self._selecting = False
        self._art = TileArt(RADIUS_PX)

    def set_cell(self, width_px: int) -> QSize:
        """Tiles are `width_px` wide from now on, gap included. Gives the whole cell's size."""
        self._cell = QSize(width_px, width_px)
        return self._cell

    def set_pointer(self, position: QPoint) -> None:
        """Where the pointer is, in the view: what it points at is lit."""
        self._pointer = position

    def set_selecting(self, selecting: bool) -> None:
        """Whether every tile shows its tick box, and not only the one under the pointer."""
        self._selecting = selecting

    def _paint_picture(self, painter: QPainter, rect: QRect, tile: Tile) -> None:
        """The style, or the photo painted in it with the style in its corner; a new one appears over the old."""
        painted = None if tile.missing else tile.painted
        if painted is None or tile.arrival < 1:
            self._paint_style(painter, rect, tile)
        if painted is None:
            return
        scale = painter.device().devicePixelRatioF()
        painter.setOpacity(tile.arrival)
        painter.drawPixmap(rect.topLeft(), self._art.rounded(painted, rect.width(), scale))
        if tile.pixmap is not None:
            swatch = swatch_rect(rect)
            framed = self._art.framed(tile.pixmap, round(swatch.width()), scale)
            painter.drawPixmap(swatch.topLeft() - QPointF(SWATCH_SHADOW_PX, SWATCH_SHADOW_PX), framed)
        painter.setOpacity(1)

    def _paint_style(self, painter: QPainter, rect: QRect, tile: Tile) -> None:
        if tile.pixmap is not None:
            scale = painter.device().devicePixelRatioF()
            painter.drawPixmap(rect.topLeft(), self._art.rounded(tile.pixmap, rect.width(), scale, dimmed=tile.missing))
        else:
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(rect), RADIUS_PX, RADIUS_PX)
            painter.fillPath(shape, placeholder(tile.palette, QRectF(rect)))
            if tile.failed and not tile.missing:
                spot = QRect(0, 0, 28, 28)
                spot.moveCenter(rect.center())
                icons.icon("warning", "text_dim").paint(painter, spot)

    def _paint_title(self, painter: QPainter, rect: QRectF, tile: Tile, font: QFont) -> None:
        """The title, and the rating if there is one, on a shade that grows towards the foot of the picture."""
        font = title_font(font)
        metrics = QFontMetrics(font)
        left = rect.left() + TITLE_MARGIN_PX + (BADGE_PX if tile.missing else 0)
        where = QRectF(left, rect.top(), rect.right() - left - BADGE_PX - BADGE_INSET_PX - 4, rect.height())
        lines = title_lines(tile.title, metrics, int(where.width()))
        if tile.rating:
            lines.append("★" * tile.rating)
        height = len(lines) * metrics.height() + TITLE_MARGIN_PX
        shade = QRectF(rect.left(), max(rect.top(), rect.bottom() - height - 26), rect.width(), 0)
        shade.setBottom(rect.bottom())
        gradient = QLinearGradient(shade.topLeft(), shade.bottomLeft())
        gradient.setColorAt(0, QColor(0, 0, 0, 0))
        gradient.setColorAt(min(0.9, 26 / max(1.0, shade.height())), QColor(0, 0, 0, 150))
        gradient.setColorAt(1, QColor(0, 0, 0, 215))
        shape = QPainterPath()
        shape.addRoundedRect(rect, RADIUS_PX, RADIUS_PX)
        painter.save()
        painter.setClipRect(shade)
        painter.fillPath(shape, gradient)
        painter.restore()

        painter.setFont(font)
        top = rect.bottom() - height
        for number, line in enumerate(lines):
            is_rating = tile.rating > 0 and number == len(lines) - 1
            painter.setPen(QColor(GOLD if is_rating else WHITE))
            at = QRectF(where.left(), top + number * metrics.height(), where.width(), metrics.height())
            painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)

    def _draw_icon(self, painter: QPainter, name: str, side_px: int, colour: str, centre: QPointF) -> None:
        drawn = self._art.icon(name, side_px, colour, painter.device().devicePixelRatioF())
        painter.drawPixmap(centre - QPointF(side_px / 2, side_px / 2), drawn)

    def _paint_star(self, painter: QPainter, cell: QRect, tile: Tile, hovered: bool) -> None:
        if not (tile.favourite or hovered):
            return
        spot = star_rect(cell)
        pointed = hovered and spot.contains(self._pointer)
        disc = badge_rect(spot)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_DISC_POINTED if pointed else _DISC)
        painter.drawEllipse(disc)
        name, colour = ("star-filled", GOLD) if tile.favourite else ("star", WHITE)
        self._draw_icon(painter, name, STAR_PX if pointed else STAR_PX - 2, colour, disc.center())

    def _paint_tick(self, painter: QPainter, cell: QRect, selected: bool, hovered: bool) -> None:
        if not (selected or hovered or self._selecting):
            return
        look = theme.current()
        spot = tick_rect(cell)
        pointed = hovered and spot.contains(self._pointer)
        box = badge_rect(spot).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(look.window if selected else WHITE), 1.5))
        unselected = _DISC_POINTED if pointed else _DISC
        painter.setBrush(QColor(look.accent) if selected else unselected)
        painter.drawRoundedRect(box, 5, 5)
        if selected:
            self._draw_icon(painter, "check", 14, look.accent_text, box.center())
        elif pointed:
            self._draw_icon(painter, "check", 14, WHITE, box.center())

    def _paint_choice(self, painter: QPainter, rect: QRectF, tile: Tile) -> None:
        look = theme.current()
        accent = QColor(look.accent)
        _draw_ring(painter, rect, RING_DISTANCE_PX, QPen(accent, RING_PX))
        badge = QRectF(rect.left() + BADGE_INSET_PX, rect.top() + BADGE_INSET_PX, BADGE_PX, BADGE_PX)
        if tile.painted is not None and not tile.missing:
            badge.moveCenter(swatch_rect(rect).bottomRight() + QPointF(1, 1))
        painter.setPen(QPen(QColor(look.window), 1.5))
        painter.setBrush(accent)
        painter.drawEllipse(badge)
        if tile.blend_size == 1:
            self._draw_icon(painter, "brush", BADGE_PX - 8, look.accent_text, badge.center())
            return
        font = painter.font()
        font.setPixelSize(12)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(look.accent_text))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(tile.position))

    def _paint_missing(self, painter: QPainter, rect: QRectF) -> None:
        look = theme.current()
        bottom = rect.bottom() - BADGE_INSET_PX - BADGE_PX
        badge = QRectF(rect.left() + BADGE_INSET_PX, bottom, BADGE_PX, BADGE_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.window))
        painter.drawEllipse(badge)
        self._draw_icon(painter, "warning", 15, look.warning, badge.center())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = QRect(option.rect)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        tile = self._source.tile(index.row())
        square = picture_rect(cell)

        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.current().accent_soft))
            painter.drawRoundedRect(square, RADIUS_PX, RADIUS_PX)
            square = square.adjusted(SELECTED_INSET_PX, SELECTED_INSET_PX, -SELECTED_INSET_PX, -SELECTED_INSET_PX)
        self._paint_picture(painter, square, tile)
        rect = QRectF(square)
        if hovered:
            shape = QPainterPath()
            shape.addRoundedRect(rect, RADIUS_PX, RADIUS_PX)
            painter.fillPath(shape, _VEIL)
        if hovered or focused:
            self._paint_title(painter, rect, tile, option.font)
        if tile.missing:
            self._paint_missing(painter, rect)
        rect = QRectF(picture_rect(cell))
        if tile.position:
            self._paint_choice(painter, rect, tile)
        if focused:
            distance = 0.0 if tile.position else RING_DISTANCE_PX
            _draw_ring(painter, rect, distance, QPen(QColor(theme.current().text), 1.5))
        self._paint_star(painter, cell, tile, hovered)
        self._paint_tick(painter, cell, selected, hovered)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._cell

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFont(title_font(option.font))
        editor.setMaxLength(120)
        editor.setStyleSheet("padding: 0 4px; min-height: 0;")
        editor.setAccessibleName(self.tr("Title of the style"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Qt asks again whenever the tile changes, as when its picture arrives; what was typed stays.
        if isinstance(editor, QLineEdit) and not editor.isModified():
            super().setEditorData(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(title_rect(QRect(option.rect)))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Typing a title is not to start a job or close a panel.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().eventFilter(editor, event)


def title_font(font: QFont) -> QFont:
    """The font of titles: a little smaller than the window's, and heavier, as it stands on a picture."""
    title = QFont(font)
    title.setWeight(QFont.Weight.Medium)
    if font.pointSizeF() > 0:
        title.setPointSizeF(font.pointSizeF() * 0.94)
    return title


def title_lines(title: str, metrics: QFontMetrics, width_px: int) -> list[str]:
    """A title in at most `TITLE_LINES` lines of a width, broken between words; what is too long for that is elided."""
    lines: list[str] = []
    words = title.split()
    while words and len(lines) < TITLE_LINES - 1:
        count = 1
        while count < len(words) and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= width_px:
            count += 1
        lines.append(" ".join(words[:count]))
        words = words[count:]
    lines.append(" ".join(words))
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width_px) for line in lines if line]


def _draw_ring(painter: QPainter, rect: QRectF, distance_px: float, pen: QPen) -> None:
    ring = rect.adjusted(-distance_px, -distance_px, distance_px, distance_px)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawRoundedRect(ring, RADIUS_PX + distance_px, RADIUS_PX + distance_px)

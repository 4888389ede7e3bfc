"""How one style looks in the gallery: a rounded picture with its title, its star and its place in the blend."""

from __future__ import annotations

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
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from stylegui.library import Style
from stylegui.ui import icons, theme
from stylegui.ui.gallery.model import StyleRole

GAP_PX = 12
RADIUS_PX = 8.0
RING_PX = 2.5
RING_DISTANCE_PX = 4.0
TITLE_SPACE_PX = 8
TITLE_LINES = 2
STAR_PX = 16
STAR_SPOT_PX = 28
BADGE_PX = 22

Index = QModelIndex | QPersistentModelIndex


class StyleDelegate(QStyledItemDelegate):
    """Paints tiles in the theme's colours. The cell's size is set by the view, which fits tiles to its width."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cell = QSize(140, 170)
        self._pointer = QPoint(-1, -1)

    def set_cell(self, width_px: int, font: QFont) -> QSize:
        """Tiles are `width_px` wide from now on, gap included. Gives the whole cell's size."""
        title_px = TITLE_LINES * QFontMetrics(_title_font(font)).height()
        self._cell = QSize(width_px, width_px + TITLE_SPACE_PX + title_px)
        return self._cell

    def set_pointer(self, position: QPoint) -> None:
        """Where the pointer is, in the view, for the star's highlight."""
        self._pointer = position

    @staticmethod
    def picture_rect(cell: QRect) -> QRect:
        """The square of the picture within a cell."""
        side = cell.width() - GAP_PX
        return QRect(cell.left() + GAP_PX // 2, cell.top() + GAP_PX // 2, side, side)

    @classmethod
    def star_rect(cls, cell: QRect) -> QRect:
        """Where a click marks the style as a favourite."""
        picture = cls.picture_rect(cell)
        return QRect(picture.right() - STAR_SPOT_PX + 1, picture.top(), STAR_SPOT_PX, STAR_SPOT_PX)

    @classmethod
    def title_rect(cls, cell: QRect) -> QRect:
        """The lines of the title."""
        picture = cls.picture_rect(cell)
        top = picture.bottom() + TITLE_SPACE_PX
        return QRect(picture.left(), top, picture.width(), cell.bottom() - top + 1)

    def _paint_picture(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(rect, RADIUS_PX, RADIUS_PX)
        pixmap = index.data(StyleRole.THUMBNAIL)
        if isinstance(pixmap, QPixmap):
            painter.fillPath(shape, _filling(pixmap, rect))
        else:
            painter.fillPath(shape, _placeholder(index.data(StyleRole.STYLE), rect))
            if index.data(StyleRole.THUMBNAIL_FAILED):
                spot = QRect(0, 0, 28, 28)
                spot.moveCenter(rect.center().toPoint())
                icons.icon("warning", "text_dim").paint(painter, spot)
        # A hair line keeps pale pictures apart from a pale window.
        line = QColor(theme.current().text)
        line.setAlphaF(0.12)
        painter.setPen(QPen(line, 1))
        painter.drawPath(shape)

    def _paint_star(self, painter: QPainter, cell: QRect, index: Index, hovered: bool) -> None:
        favourite = bool(index.data(StyleRole.FAVOURITE))
        if not (favourite or hovered):
            return
        spot = QRectF(self.star_rect(cell))
        pointed = hovered and spot.contains(QPointF(self._pointer))
        disc = QRectF(0, 0, BADGE_PX, BADGE_PX)
        disc.moveCenter(spot.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 190 if pointed else 130))
        painter.drawEllipse(disc)
        side = STAR_PX if pointed else STAR_PX - 2
        scale = painter.device().devicePixelRatioF()
        star = icons.pixmap("star-filled" if favourite else "star", side, "#ffd166" if favourite else "#ffffff", scale)
        painter.drawPixmap(disc.center() - QPointF(side / 2, side / 2), star)

    def _paint_choice(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        look = theme.current()
        accent = QColor(look.accent)
        ring = rect.adjusted(-RING_DISTANCE_PX, -RING_DISTANCE_PX, RING_DISTANCE_PX, RING_DISTANCE_PX)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, RING_PX))
        painter.drawRoundedRect(ring, RADIUS_PX + RING_DISTANCE_PX, RADIUS_PX + RING_DISTANCE_PX)

        badge = QRectF(rect.left() + 6, rect.top() + 6, BADGE_PX, BADGE_PX)
        painter.setPen(QPen(QColor(look.window), 1.5))
        painter.setBrush(accent)
        painter.drawEllipse(badge)
        if int(index.data(StyleRole.BLEND_SIZE)) == 1:
            side = BADGE_PX - 8
            scale = painter.device().devicePixelRatioF()
            tick = icons.pixmap("check", side, look.accent_text, scale)
            painter.drawPixmap(badge.center() - QPointF(side / 2, side / 2), tick)
            return
        font = painter.font()
        font.setPixelSize(12)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(look.accent_text))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(index.data(StyleRole.BLEND_POSITION)))

    @staticmethod
    def _paint_focus(painter: QPainter, rect: QRectF) -> None:
        ring = rect.adjusted(-RING_DISTANCE_PX, -RING_DISTANCE_PX, RING_DISTANCE_PX, RING_DISTANCE_PX)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.current().text), 1.5, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(ring, RADIUS_PX + RING_DISTANCE_PX, RADIUS_PX + RING_DISTANCE_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = QRect(option.rect)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        chosen = int(index.data(StyleRole.BLEND_POSITION)) > 0
        rect = QRectF(self.picture_rect(cell))

        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_picture(painter, rect, index)
        if hovered:
            shape = QPainterPath()
            shape.addRoundedRect(rect, RADIUS_PX, RADIUS_PX)
            painter.fillPath(shape, QColor(255, 255, 255, 26))
        if focused and not chosen:
            self._paint_focus(painter, rect)
        if chosen:
            self._paint_choice(painter, rect, index)
        self._paint_star(painter, cell, index, hovered)

        font = _title_font(option.font)
        if chosen:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        look = theme.current()
        painter.setPen(QColor(look.text if chosen or hovered or focused else look.text_dim))
        where = self.title_rect(cell)
        title = "\n".join(title_lines(str(index.data()), QFontMetrics(font), where.width()))
        painter.drawText(where, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, title)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._cell

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFont(_title_font(option.font))
        editor.setMaxLength(120)
        editor.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        editor.setStyleSheet("padding: 0 3px; min-height: 0;")
        editor.setAccessibleName(self.tr("Title of the style"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Qt asks again whenever the tile changes, as when its picture arrives; what was typed stays.
        if isinstance(editor, QLineEdit) and not editor.isModified():
            super().setEditorData(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        where = self.title_rect(QRect(option.rect))
        height = max(where.height() // TITLE_LINES, editor.sizeHint().height())
        editor.setGeometry(where.left() - 4, where.top() - 3, where.width() + 8, height)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Typing a title is not to start a job or close a panel.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().eventFilter(editor, event)


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


def _title_font(font: QFont) -> QFont:
    title = QFont(font)
    if font.pointSizeF() > 0:
        title.setPointSizeF(font.pointSizeF() * 0.94)
    return title


def _filling(pixmap: QPixmap, rect: QRectF) -> QBrush:
    """The pixmap as a brush that covers `rect`: filling a path is smooth at the corners, clipping is not."""
    brush = QBrush(pixmap)
    scale = max(rect.width() / pixmap.width(), rect.height() / pixmap.height())
    left = rect.center().x() - pixmap.width() * scale / 2
    top = rect.center().y() - pixmap.height() * scale / 2
    brush.setTransform(QTransform(scale, 0, 0, scale, left, top))
    return brush


def _placeholder(style: Style, rect: QRectF) -> QBrush:
    """What stands there until the picture comes: the style's own colours, softened."""
    base = QColor(theme.current().line)
    gradient = QLinearGradient(rect.topLeft(), rect.bottomRight())
    colours = [QColor(colour) for colour in style.palette] or [base]
    for place, colour in enumerate(colours):
        gradient.setColorAt(place / max(1, len(colours) - 1), _mixed(colour, base))
    return QBrush(gradient)


def _mixed(first: QColor, second: QColor) -> QColor:
    return QColor(
        (first.red() + second.red()) // 2, (first.green() + second.green()) // 2, (first.blue() + second.blue()) // 2
    )

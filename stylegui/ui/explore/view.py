"""The table of pictures: they share the room, are rated with keys, and picked like files."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from stylegui.ui import icons, theme
from stylegui.ui.explore.model import IMAGE_ROLE, RATING_ROLE, TROUBLE_ROLE, SheetModel

AnyIndex = QModelIndex | QPersistentModelIndex
GAP_PX = 5
STAR_PX = 13
SMALLEST_PX, LARGEST_PX = 84, 380
ROW_NAMES_PX = 150


class SheetView(QTableView):
    """Arrows walk, 0–5 rate, Space picks, Enter takes the settings over."""

    rated = Signal()
    activated_cell = Signal(QModelIndex)

    def __init__(self, model: SheetModel) -> None:
        super().__init__()
        self._model = model
        self.aspect = 0.75
        """Height over width of the photo."""
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Sheet"))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setSectionsClickable(True)
            header.setHighlightSections(False)
            header.setMinimumSectionSize(20)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        # Qt takes the flag for wrapping as an alignment here, though its types do not say so.
        wrapped = Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | wrapped)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setProperty("quiet", True)
        self.verticalHeader().setFixedWidth(ROW_NAMES_PX)
        self._measuring = QTimer(self)
        self._measuring.setSingleShot(True)
        self._measuring.setInterval(0)
        self._measuring.timeout.connect(self.measure)
        model.modelReset.connect(self._measuring.start)
        self.doubleClicked.connect(self.activated_cell)

    @Slot()
    def measure(self) -> None:
        """Let all cells share the room, as large as it allows."""
        columns, rows = self._model.columnCount(), self._model.rowCount()
        if not columns or not rows:
            return
        room = self.viewport().size()
        wide = (room.width() - 2) / columns
        high = (room.height() - 2) / rows / self.aspect
        width = round(min(max(min(wide, high), SMALLEST_PX), LARGEST_PX))
        height = round((width - 2 * GAP_PX) * self.aspect) + 2 * GAP_PX
        self.horizontalHeader().setDefaultSectionSize(width)
        self.verticalHeader().setDefaultSectionSize(max(height, 40))

    @property
    def picked(self) -> list[QModelIndex]:
        """The picked cells, row by row."""
        return sorted(self.selectionModel().selectedIndexes(), key=lambda index: (index.row(), index.column()))

    def rate_picked(self, rating: int) -> None:
        """Rate what is picked, or what the keyboard is at."""
        for index in self.picked or [self.currentIndex()]:
            if index.isValid():
                self._model.rate(index, rating)
        self.rated.emit()

    def pick_rated(self, least: int) -> None:
        """Pick every cell with that rating or a better one."""
        selection = self.selectionModel()
        selection.clearSelection()
        for cell in self._model.cells:
            if self._model.rating(cell.place) >= least:
                selection.select(self._model.index(*cell.place), selection.SelectionFlag.Select)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and Qt.Key.Key_0 <= key <= Qt.Key.Key_5:
            self.rate_picked(key - Qt.Key.Key_0)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated_cell.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measuring.start()


class _CellDelegate(QStyledItemDelegate):
    """The picture, its stars, and a frame where it is picked."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        look = theme.current()
        box = QRectF(option.rect).adjusted(GAP_PX, GAP_PX, -GAP_PX, -GAP_PX)
        image, trouble = index.data(IMAGE_ROLE), index.data(TROUBLE_ROLE)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(box, 4, 4)
        if image is None:
            painter.fillPath(shape, QColor(look.field))
            painter.setPen(QColor(look.line))
            painter.drawPath(shape)
            painter.setPen(QColor(look.error if trouble else look.text_off))
            inner = box.adjusted(8, 8, -8, -8)
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), trouble or "…")
        else:
            painter.setClipPath(shape)
            painter.drawImage(_filled(box, image.size()), image)
            painter.setClipping(False)
        rating = index.data(RATING_ROLE)
        if rating:
            _draw_stars(painter, box, rating)
        picked = option.state & QStyle.StateFlag.State_Selected
        if picked or option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.accent if picked else look.outline), 3 if picked else 1.5))
            painter.drawRoundedRect(box, 4, 4)
        if picked:
            _draw_tick(painter, box, look)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(SMALLEST_PX, SMALLEST_PX)


def _filled(box: QRectF, size: QSize) -> QRectF:
    """Where a picture fills the box, its middle kept."""
    scale = max(box.width() / size.width(), box.height() / size.height())
    width, height = size.width() * scale, size.height() * scale
    return QRectF(box.center().x() - width / 2, box.center().y() - height / 2, width, height)


def _draw_stars(painter: QPainter, box: QRectF, rating: int) -> None:
    ratio = painter.device().devicePixelRatio()
    star = icons.pixmap("star-filled", STAR_PX, "#ffffff", ratio)
    strip = QRectF(box.left() + 6, box.bottom() - STAR_PX - 11, rating * (STAR_PX + 2) + 8, STAR_PX + 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 170))
    painter.drawRoundedRect(strip, 4, 4)
    for number in range(rating):
        painter.drawPixmap(round(strip.left() + 5 + number * (STAR_PX + 2)), round(strip.top() + 3), star)


def _draw_tick(painter: QPainter, box: QRectF, look: theme.Theme) -> None:
    """Picked is told by a mark as well, not by colour alone."""
    ratio = painter.device().devicePixelRatio()
    spot = QRect(round(box.right()) - 26, round(box.top()) + 6, 20, 20)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.accent))
    painter.drawEllipse(spot)
    painter.drawPixmap(spot.left() + 3, spot.top() + 3, icons.pixmap("check", 14, look.accent_text, ratio))

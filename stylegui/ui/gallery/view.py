"""The list of tiles: fitted to the width, chosen with one click, blended with Ctrl, dragged out as a style."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from stylegui.ui.gallery.delegate import GAP_PX, StyleDelegate
from stylegui.ui.gallery.drag_pixmap import drag_pixmap
from stylegui.ui.gallery.model import StyleFilterModel, StyleModel, StyleRole

MIN_TILE_PX = 84
MAX_TILE_PX = 280
DEFAULT_TILE_PX = 124
_WHEEL_STEP_PX = 12
_MARGIN_PX = 4

_MOVES = {
    Qt.Key.Key_Left: QAbstractItemView.CursorAction.MoveLeft,
    Qt.Key.Key_Right: QAbstractItemView.CursorAction.MoveRight,
    Qt.Key.Key_Up: QAbstractItemView.CursorAction.MoveUp,
    Qt.Key.Key_Down: QAbstractItemView.CursorAction.MoveDown,
    Qt.Key.Key_Home: QAbstractItemView.CursorAction.MoveHome,
    Qt.Key.Key_End: QAbstractItemView.CursorAction.MoveEnd,
    Qt.Key.Key_PageUp: QAbstractItemView.CursorAction.MovePageUp,
    Qt.Key.Key_PageDown: QAbstractItemView.CursorAction.MovePageDown,
}

_Index = QModelIndex | QPersistentModelIndex


class StyleView(QListView):
    """Tiles of styles. The arrow keys only move the focus; a click or Enter chooses; Ctrl, Shift or Space blends."""

    style_chosen = Signal(str)
    blend_toggled = Signal(str)
    favourite_toggled = Signal(str)
    removal_requested = Signal(str)
    menu_requested = Signal(str, QPoint)
    tile_size_changed = Signal(int)

    def __init__(self, model: StyleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._tile_px = DEFAULT_TILE_PX
        self._pressed = QPersistentModelIndex()
        self._pressed_modifiers = Qt.KeyboardModifier.NoModifier
        self._pressed_star = ""
        self._shown = StyleFilterModel(model, self)
        self._delegate = StyleDelegate(self)
        self._visible_timer = QTimer(self)
        self._visible_timer.setSingleShot(True)
        self._visible_timer.setInterval(0)
        self._visible_timer.timeout.connect(self._drop_unseen_requests)

        self.setModel(self._shown)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.setSelectionRectVisible(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setViewportMargins(_MARGIN_PX, 0, 0, 0)
        self.setMouseTracking(True)
        self.setMinimumWidth(MIN_TILE_PX + 2 * GAP_PX)
        self.setAccessibleName(self.tr("Styles"))
        self.setAccessibleDescription(
            self.tr("Enter chooses a style, Space adds it to the blend, full stop marks a favourite.")
        )
        self.clicked.connect(self._click)
        self.verticalScrollBar().valueChanged.connect(self._visible_timer.start)
        self._shown.rowsInserted.connect(self._fit)
        self._shown.rowsRemoved.connect(self._fit)
        self._shown.modelReset.connect(self._fit)

    @property
    def shown(self) -> StyleFilterModel:
        """The model of the tiles that are shown."""
        return self._shown

    @property
    def tile_px(self) -> int:
        """The wanted width of a tile in logical pixels; tiles are as much wider as fills the row."""
        return self._tile_px

    def set_tile_px(self, tile_px: int) -> None:
        """Make tiles larger or smaller, within bounds."""
        tile_px = max(MIN_TILE_PX, min(MAX_TILE_PX, tile_px))
        if tile_px != self._tile_px:
            self._tile_px = tile_px
            self._fit()
            self.tile_size_changed.emit(tile_px)

    def current_id(self) -> str:
        """The style that has the focus, or "" if there is none."""
        return str(self.currentIndex().data(StyleRole.STYLE_ID) or "")

    def focus_style(self, style_id: str) -> bool:
        """Give a style the focus and scroll to it. False if it is not shown."""
        index = self._shown.mapFromSource(self._model.index_of(style_id))
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    @Slot(str)
    def rename(self, style_id: str) -> None:
        """Let the artist type another title in place."""
        if self.focus_style(style_id):
            self.edit(self.currentIndex())

    def mark_selected(self, style_ids: list[str]) -> None:
        """Tell Qt (and with it a screen reader) which tiles are chosen."""
        selection = self.selectionModel()
        selection.clearSelection()
        for style_id in style_ids:
            index = self._shown.mapFromSource(self._model.index_of(style_id))
            if index.isValid():
                selection.select(index, QItemSelectionModel.SelectionFlag.Select)

    @Slot()
    def _fit(self) -> None:
        """Fill the width with whole tiles. The scroll bar is decided here: left to Qt, both would chase each other."""
        bar_px = self.verticalScrollBar().sizeHint().width()
        width_px = self.width() - 2 * _MARGIN_PX
        cell = self._cell_for(width_px)
        needs_bar = self._height_of(cell, width_px) > self.height()
        if needs_bar:
            cell = self._cell_for(width_px + _MARGIN_PX - bar_px)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if needs_bar else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
        if cell != self.gridSize():
            self.setGridSize(cell)
        self._model.set_thumbnail_size(round((cell.width() - GAP_PX) * self.devicePixelRatioF()))
        self._visible_timer.start()

    def _columns(self, width_px: int) -> int:
        return max(1, (width_px - 1) // (self._tile_px + GAP_PX))

    def _cell_for(self, width_px: int) -> QSize:
        return self._delegate.set_cell(max(1, (width_px - 1) // self._columns(width_px)), self.font())

    def _height_of(self, cell: QSize, width_px: int) -> int:
        rows = -(-self._shown.rowCount() // self._columns(width_px))
        return rows * cell.height()

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        style_id = str(index.data(StyleRole.STYLE_ID))
        if self._pressed_modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            self.blend_toggled.emit(style_id)
        else:
            self.style_chosen.emit(style_id)

    @Slot()
    def _drop_unseen_requests(self) -> None:
        area = self.viewport().rect()
        seen = set()
        for row in range(self._shown.rowCount()):
            index = self._shown.index(row, 0)
            if self.visualRect(index).intersects(area):
                seen.add(str(index.data(StyleRole.STYLE_ID)))
        self._model.thumbnails.retain(seen)

    def _star_at(self, position: QPoint) -> str:
        index = self.indexAt(position)
        if not index.isValid() or not self._delegate.star_rect(self.visualRect(index)).contains(position):
            return ""
        return str(index.data(StyleRole.STYLE_ID))

    def selectionCommand(self, index: _Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        # What is chosen is the panel's to say; Qt's own selection only mirrors it.
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:
        style_id = self.current_id()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and (move := _MOVES.get(Qt.Key(event.key()))) is not None:
            # By hand: whether Qt moves the focus without selecting depends on the platform's style.
            self.setCurrentIndex(self.moveCursor(move, event.modifiers()))
        elif plain and style_id and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.style_chosen.emit(style_id)
        elif style_id and event.key() == Qt.Key.Key_Space:
            self.blend_toggled.emit(style_id)
        elif plain and style_id and event.key() == Qt.Key.Key_Period:
            self.favourite_toggled.emit(style_id)
        elif plain and style_id and event.key() == Qt.Key.Key_Delete:
            self.removal_requested.emit(style_id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        self._pressed = QPersistentModelIndex(self.indexAt(position))
        self._pressed_modifiers = event.modifiers()
        self._pressed_star = self._star_at(position) if event.button() == Qt.MouseButton.LeftButton else ""
        if not self._pressed_star:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The first click has chosen the style; a second one on the star is a click of its own.
        self._pressed_star = self._star_at(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed_star = self._pressed_star, ""
        if not pressed:
            super().mouseReleaseEvent(event)
        elif pressed == self._star_at(event.position().toPoint()):
            self.favourite_toggled.emit(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        self._delegate.set_pointer(position)
        if event.buttons() == Qt.MouseButton.NoButton:
            self.update(self.indexAt(position))
        if not self._pressed_star:
            super().mouseMoveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_tile_px(self._tile_px + round(event.angleDelta().y() / 120 * _WHEEL_STEP_PX))
            event.accept()
            return
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        where = self.visualRect(index).center() if by_key else event.pos()
        self.menu_requested.emit(str(index.data(StyleRole.STYLE_ID)), self.viewport().mapToGlobal(where))

    def startDrag(self, supported_actions: Qt.DropAction) -> None:
        """Drag the pressed style, or the whole blend if it is part of it."""
        if not self._pressed.isValid():
            return
        indexes = [self._shown.index(self._pressed.row(), 0)]
        if self._pressed.data(StyleRole.BLEND_POSITION):
            rows = (self._shown.index(row, 0) for row in range(self._shown.rowCount()))
            blend = (index for index in rows if index.data(StyleRole.BLEND_POSITION))
            indexes = sorted(blend, key=lambda index: int(index.data(StyleRole.BLEND_POSITION)))
        drag = QDrag(self)
        drag.setMimeData(self._shown.mimeData(indexes))
        pictures = [index.data(StyleRole.THUMBNAIL) for index in indexes]
        pixmap = drag_pixmap([each for each in pictures if each is not None], self.devicePixelRatioF())
        drag.setPixmap(pixmap)
        size = pixmap.deviceIndependentSize().toSize()
        drag.setHotSpot(QPoint(size.width() // 2, size.height() // 2))
        drag.exec(Qt.DropAction.CopyAction)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        # Qt would scroll three rows with one notch of the wheel.
        self.verticalScrollBar().setSingleStep(max(1, self.gridSize().height() // 3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.DevicePixelRatioChange):
            self._fit()
        return handled

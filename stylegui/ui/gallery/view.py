"""The list of tiles: fitted to the width, chosen with one click, blended with Ctrl, selected with Shift or the tick."""

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
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from stylegui.ui import theme
from stylegui.ui.gallery.delegate import StyleDelegate
from stylegui.ui.gallery.dragging import drag_styles
from stylegui.ui.gallery.keys import TileKeys
from stylegui.ui.gallery.model import StyleModel, StyleRole
from stylegui.ui.gallery.pointing import Pointing
from stylegui.ui.gallery.selecting import TileSelection
from stylegui.ui.gallery.tile import GAP_PX, picture_rect, star_rect, tick_rect
from stylegui.ui.gallery.tips import StyleTips

MIN_TILE_PX = 84
MAX_TILE_PX = 320
DEFAULT_TILE_PX = 124
_WHEEL_STEP_PX = 12
_MARGIN_PX = 4

_Index = QModelIndex | QPersistentModelIndex
_Modifier = Qt.KeyboardModifier
_Flag = QItemSelectionModel.SelectionFlag


class StyleView(QListView):
    """Tiles of styles.

    A click or Enter chooses the style to paint with; Ctrl and a click, or Space, blends it with the others. Apart from
    that, tiles are selected for an action: with the tick in their corner, with Shift, or with a frame drawn from
    between them. Signals about an action carry a list of ids.
    """

    style_chosen = Signal(str)
    blend_toggled = Signal(str)
    favourite_toggled = Signal(object)
    rated = Signal(object, int)
    removal_requested = Signal(object)
    copy_requested = Signal(object)
    paste_requested = Signal()
    details_requested = Signal(str)
    menu_requested = Signal(object, QPoint)
    tile_size_changed = Signal(int)
    rows_seen = Signal(object)
    """The ids of the styles that are within sight."""

    def __init__(self, model: StyleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._tile_px = DEFAULT_TILE_PX
        self._pressed = QPersistentModelIndex()
        self._pressed_modifiers = _Modifier.NoModifier
        self._pressed_at = QPoint()
        self._dragged = False
        self._pressed_spot = ""
        self._delegate = StyleDelegate(model, self)
        self._seen_timer = QTimer(self)
        self._seen_timer.setSingleShot(True)
        self._seen_timer.setInterval(0)
        self._seen_timer.timeout.connect(self._look_again)

        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionRectVisible(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setViewportMargins(_MARGIN_PX, 0, 0, 0)
        # Only what is opaque is scrolled by copying it; the background is painted in `paintEvent`.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setMinimumWidth(MIN_TILE_PX + 2 * GAP_PX)
        self.setAccessibleName(self.tr("Styles"))
        self.setAccessibleDescription(
            self.tr(
                "Enter chooses a style, Space adds it to the blend, full stop marks a favourite, 0 to 5 rate it, "
                "Ctrl+Space selects it."
            )
        )
        self.selecting = TileSelection(model, self.selectionModel(), self)
        self.pointing = Pointing(self, self._style_at)
        self._tips = StyleTips(self)
        self._keys = TileKeys(self, model)
        self.selecting.changed.connect(self._show_ticks)
        self.clicked.connect(self._click)
        self.verticalScrollBar().valueChanged.connect(self._seen_timer.start)
        model.arrivals.moved.connect(self._repaint)
        model.rowsInserted.connect(self._fit)
        model.rowsRemoved.connect(self._fit)
        model.modelReset.connect(self._fit)

    @property
    def shown(self) -> StyleModel:
        """The model of the tiles that are shown."""
        return self._model

    @property
    def tile_px(self) -> int:
        """The wanted width of a tile in logical pixels; tiles are as near to it as fills the row."""
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

    def acted_on(self) -> list[str]:
        """What a key or a menu is about: the selection if the focus is in it, else the one that has the focus."""
        if self.selecting.holds(self.currentIndex()):
            return self.selecting.ids
        return [style_id] if (style_id := self.current_id()) else []

    def focus_style(self, style_id: str) -> bool:
        """Give a style the focus and scroll to it. False if it is not shown."""
        index = self._model.index_of(style_id)
        if not index.isValid():
            return False
        self.move_focus(index)
        self.scrollTo(index)
        return True

    def move_focus(self, index: QModelIndex, *, extending: bool = False) -> None:
        """Give a tile the focus; if `extending`, also select everything from the anchor to it."""
        if extending:
            self.selecting.extend_to(index)
        else:
            self.selecting.set_anchor(index)
        self.setCurrentIndex(index)

    @Slot(str)
    def rename(self, style_id: str) -> None:
        """Let the artist type another title in place."""
        if self.focus_style(style_id):
            self.edit(self.currentIndex())

    def visible_rows(self) -> range:
        """The rows whose tiles are, at least in part, within sight."""
        cell = self.gridSize()
        if cell.isEmpty() or not self._model.rowCount():
            return range(0)
        columns = max(1, self.viewport().width() // cell.width())
        top = self.verticalScrollBar().value()
        first = top // cell.height() * columns
        last = (top + self.viewport().height() - 1) // cell.height() * columns + columns
        return range(min(first, self._model.rowCount()), min(last, self._model.rowCount()))

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
        self._seen_timer.start()

    def _columns(self, width_px: int) -> int:
        return max(1, round((width_px - 1) / (self._tile_px + GAP_PX)))

    def _cell_for(self, width_px: int) -> QSize:
        return self._delegate.set_cell(max(1, (width_px - 1) // self._columns(width_px)))

    def _height_of(self, cell: QSize, width_px: int) -> int:
        rows = -(-self._model.rowCount() // self._columns(width_px))
        return rows * cell.height()

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        if self._dragged:
            return
        modifiers = self._pressed_modifiers
        if modifiers & _Modifier.ShiftModifier:
            self.selecting.extend_to(index, keeping=bool(modifiers & _Modifier.ControlModifier))
            return
        self.selecting.set_anchor(index)
        if modifiers & _Modifier.ControlModifier:
            self.blend_toggled.emit(self._model.id_at(index.row()))
            return
        self.selecting.clear()
        self.style_chosen.emit(self._model.id_at(index.row()))

    @Slot(int)
    def _show_ticks(self, count: int) -> None:
        self._delegate.set_selecting(count > 0)
        self.viewport().update()

    @Slot()
    def _look_again(self) -> None:
        """Have the pictures made of what is in sight now, and no others."""
        rows = self.visible_rows()
        seen = [self._model.id_at(row) for row in rows]
        coming = range(rows.stop, min(rows.stop + len(rows), self._model.rowCount()))
        self._model.thumbnails.retain(set(seen))
        self._model.photo_tiles.look_at(seen, [self._model.id_at(row) for row in coming])
        self.rows_seen.emit(seen)
        self.pointing.look_again()

    def _style_at(self, position: QPoint) -> str:
        return self._model.id_at(self.indexAt(position).row())

    @Slot(object)
    def _repaint(self, style_ids: list[str]) -> None:
        for style_id in style_ids:
            self.update(self._model.index_of(style_id))

    def _spot_at(self, position: QPoint) -> str:
        """What a press here means beyond the tile itself: "star", "tick", or ""."""
        index = self.indexAt(position)
        if not index.isValid():
            return ""
        cell = self.visualRect(index)
        if star_rect(cell).contains(position):
            return "star"
        return "tick" if tick_rect(cell).contains(position) else ""

    def _press_spot(self, spot: str, index: QModelIndex) -> None:
        if spot == "star":
            self.favourite_toggled.emit([self._model.id_at(index.row())])
        elif self._pressed_modifiers & _Modifier.ShiftModifier:
            self.selecting.extend_to(index, keeping=True)
        else:
            self.selecting.toggle(index)

    def indexAt(self, point: QPoint) -> QModelIndex:
        # Between the pictures is nothing: there a frame can be drawn around them.
        index = super().indexAt(point)
        return index if index.isValid() and picture_rect(self.visualRect(index)).contains(point) else QModelIndex()

    def selectionCommand(self, index: _Index, event: QEvent | None = None) -> _Flag:
        # Only a frame that is drawn from between the tiles selects by Qt's rules; all else is done in `selecting`.
        if self._pressed.isValid() or not isinstance(event, QMouseEvent):
            return _Flag.NoUpdate
        keeping = event.modifiers() & (_Modifier.ControlModifier | _Modifier.ShiftModifier)
        if event.type() == QEvent.Type.MouseMove:
            return _Flag.SelectCurrent if keeping else _Flag.ClearAndSelect
        return _Flag.Clear if event.type() == QEvent.Type.MouseButtonPress and not keeping else _Flag.NoUpdate

    def keyboardSearch(self, search: str) -> None:
        self._keys.type_ahead(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.current_id()
        if not self._keys.press(event):
            super().keyPressEvent(event)
        if self.current_id() != before:
            self.pointing.point_at(self.current_id())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        self._pressed = QPersistentModelIndex(self.indexAt(position))
        self._pressed_at = position
        self._dragged = False
        self._pressed_modifiers = event.modifiers()
        self._pressed_spot = self._spot_at(position) if event.button() == Qt.MouseButton.LeftButton else ""
        if not self._pressed_spot:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The first click has chosen the style; a second one on the star or the tick is a click of its own.
        self._pressed_modifiers = event.modifiers()
        self._pressed_spot = self._spot_at(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed_spot = self._pressed_spot, ""
        if not pressed:
            super().mouseReleaseEvent(event)
            return
        position = event.position().toPoint()
        index = self.indexAt(position)
        if pressed == self._spot_at(position) and index == self._pressed:
            self._press_spot(pressed, index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        self._delegate.set_pointer(position)
        if event.buttons() == Qt.MouseButton.NoButton:
            self.update(self.indexAt(position))
        elif self._pressed.isValid():
            # Left to Qt, a tile that is not selected would begin a frame instead of being dragged.
            way_px = (position - self._pressed_at).manhattanLength()
            left = bool(event.buttons() & Qt.MouseButton.LeftButton)
            free = left and not self._pressed_spot and not self._dragged
            if free and way_px >= QApplication.startDragDistance():
                self._dragged = True
                self.startDrag(self.model().supportedDragActions())
            return
        super().mouseMoveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _Modifier.ControlModifier:
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
        self.menu_requested.emit(self.acted_on(), self.viewport().mapToGlobal(where))

    def startDrag(self, supported_actions: Qt.DropAction) -> None:
        """Drag the pressed style; the whole selection or the whole blend if it is part of it."""
        if not self._pressed.isValid():
            return
        self.pointing.leave()
        style_id = self._model.id_at(self._pressed.row())
        if self.selecting.holds(self._pressed):
            drag_styles(self, self._model, self.selecting.ids)
        elif style_id in self._model.chosen_ids:
            drag_styles(self, self._model, self._model.chosen_ids)
        else:
            drag_styles(self, self._model, [style_id])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme.current().window))
        painter.end()
        super().paintEvent(event)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        # Qt would scroll three rows with one notch of the wheel.
        self.verticalScrollBar().setSingleStep(max(1, self.gridSize().height() // 3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._seen_timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._seen_timer.stop()
        self._model.photo_tiles.look_at(())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._keys.claims(event):
            event.accept()
            return True
        handled = super().event(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.DevicePixelRatioChange):
            self._fit()
        return handled

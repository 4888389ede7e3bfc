"""Looking at the board: zoom, pan, keys, and what is dropped on it."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from stylegui.project.board import Pin
from stylegui.ui import theme
from stylegui.ui.board.scene import BoardScene
from stylegui.ui.board.words import name_of
from stylegui.ui.mime import STYLE_MIME, VERSION_MIME, may_hold_pictures

LEAST_ZOOM, MOST_ZOOM = 0.04, 8.0
NOTCH = 120.0
ZOOM_PER_NOTCH = 1.18
ZOOM_STEP = 1.25
FIT_MARGIN_PX = 48.0
MOST_FIT = 1.0
"""A few small pins are not blown up to fill the window."""
MOST_NEAR = 3.0
"""Nor is a single one blown up beyond what it has to show."""
DOT_STEP_PX = 28.0
LEAST_DOT_STEP_PX = 14.0
NUDGE_PX, FAR_NUDGE_PX = 4.0, 32.0
_Key = Qt.Key
WAYS = {_Key.Key_Left: (-1, 0), _Key.Key_Right: (1, 0), _Key.Key_Up: (0, -1), _Key.Key_Down: (0, 1)}


class BoardView(QGraphicsView):
    """The board through a camera that the hand moves. Deeds that are no matter of looking come out as signals."""

    nudged = Signal(float, float)
    dropped = Signal(QMimeData, QPointF)
    menu_wanted = Signal(QPoint, QPointF)
    """Where on the screen, and where on the board."""
    zoomed = Signal(float)
    spoken = Signal(str)
    """What a pin that was walked to is called."""

    def __init__(self, scene: BoardScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._board = scene
        self._panning_from: QPoint | None = None
        self._space_held = False
        self._drop_is_near = False
        self._by_keys = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragMode(QGraphicsView.DragMode.RubberBandDrag)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Mood board"))
        self.setAccessibleDescription(
            self.tr(
                "Tab walks from pin to pin, arrow keys move what is chosen, Enter opens it, Delete takes it off, "
                "Ctrl+V pins what is on the clipboard."
            )
        )
        self._set_scale(1.0)
        self.centerOn(0, 0)

    # -- the camera -------------------------------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """Pixels of the screen per pixel of the board."""
        return self.transform().m11()

    @property
    def middle(self) -> QPointF:
        """What is in the middle of the view, on the board."""
        return self.mapToScene(self.viewport().rect().center())

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom around a point of the view, or its middle."""
        point = at if at is not None else QPointF(self.viewport().rect().center())
        kept = self.mapToScene(point.toPoint())
        self._set_scale(max(LEAST_ZOOM, min(MOST_ZOOM, self.zoom * factor)))
        way = self.mapFromScene(kept) - point.toPoint()
        self._scroll(way)

    def zoom_to(self, zoom: float) -> None:
        self.zoom_by(zoom / self.zoom)

    def zoom_in(self) -> None:
        self.zoom_by(ZOOM_STEP)

    def zoom_out(self) -> None:
        self.zoom_by(1 / ZOOM_STEP)

    def fit(self, pins: list[Pin] | None = None) -> None:
        """See all pins, or these ones."""
        ids = None if pins is None else {pin.id for pin in pins}
        around = self._board.board.bounds(ids)
        if around is None:
            self._set_scale(1.0)
            self.centerOn(0, 0)
            return
        room = self.viewport().size()
        zoom = min(
            max(1.0, room.width() - 2 * FIT_MARGIN_PX) / around.width,
            max(1.0, room.height() - 2 * FIT_MARGIN_PX) / around.height,
        )
        most = MOST_FIT if pins is None else MOST_NEAR
        self._set_scale(max(LEAST_ZOOM, min(most, zoom)))
        self.centerOn(*around.centre)

    def bring_into_sight(self, pin: Pin) -> None:
        """Scroll as little as is needed to see a pin."""
        self.ensureVisible(QRectF(pin.x, pin.y, pin.width, pin.height + pin.foot_px), 40, 40)

    def _set_scale(self, zoom: float) -> None:
        self.resetTransform()
        self.scale(zoom, zoom)
        self._board.hand.scale = zoom
        self.zoomed.emit(zoom)

    def _scroll(self, way: QPoint) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + way.x())
        down.setValue(down.value() + way.y())

    def wheelEvent(self, event: QWheelEvent) -> None:
        angle = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._scroll(QPoint(-(angle.y() or angle.x()), 0))
        else:
            self.zoom_by(ZOOM_PER_NOTCH ** (angle.y() / NOTCH), event.position())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(math.exp(event.value()), event.position())
            return True
        return super().viewportEvent(event)

    # -- the pointer ------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        if event.button() is Qt.MouseButton.MiddleButton or (left and self._space_held):
            self._panning_from = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        if self._board.writing and self.itemAt(event.position().toPoint()) is None:
            self._board.end_writing()
        if event.button() is Qt.MouseButton.RightButton and self.itemAt(event.position().toPoint()) is None:
            return  # the menu is about what is chosen, or about the board
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._panning_from is not None:
            now = event.position().toPoint()
            self._scroll(self._panning_from - now)
            self._panning_from = now
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._panning_from is not None:
            self._panning_from = None
            self._show_cursor()
            return
        super().mouseReleaseEvent(event)

    def _show_cursor(self) -> None:
        if self._space_held:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.viewport().unsetCursor()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._board.writing:
            super().contextMenuEvent(event)
            return
        chosen = self._board.chosen_pins
        if event.reason() is QContextMenuEvent.Reason.Keyboard and chosen:
            spot = QPointF(chosen[-1].x + chosen[-1].width / 2, chosen[-1].y + chosen[-1].height / 2)
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.mapFromScene(spot)), spot)
            return
        if self.itemAt(event.pos()) is None:
            self._board.choose([])
        self.menu_wanted.emit(event.globalPos(), self.mapToScene(event.pos()))

    # -- keys -------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._board.writing:
            super().keyPressEvent(event)
            return
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = Qt.KeyboardModifier.ShiftModifier
        if key == _Key.Key_Space and not modifiers:
            if not event.isAutoRepeat():
                self._space_held = True
                self._show_cursor()
        elif key in WAYS and modifiers in (Qt.KeyboardModifier.NoModifier, shift) and self._board.chosen:
            step = FAR_NUDGE_PX if modifiers == shift else NUDGE_PX
            across, down = WAYS[_Key(key)]
            self.nudged.emit(across * step, down * step)
        elif key in (_Key.Key_Return, _Key.Key_Enter) and not modifiers and len(self._board.chosen) == 1:
            self._board.open_pin(next(iter(self._board.chosen)))
        elif key == _Key.Key_F2 and len(self._board.chosen) == 1:
            self._board.write(next(iter(self._board.chosen)))
        elif key == _Key.Key_Escape and (self._board.hand.busy or self._board.chosen):
            if self._board.hand.busy:
                self._board.hand.let_go()
            else:
                self._board.choose([])
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == _Key.Key_Space and not event.isAutoRepeat():
            self._space_held = False
            self._show_cursor()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Who walks here with Tab is to see where he is; who clicks knows it.
        self._by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        # A key that is let go elsewhere is never reported.
        self._space_held = False
        self._show_cursor()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab walks over the pins, and goes on to what comes after the board when it has seen them all."""
        self._board.end_writing()
        pin = self._board.walk(1 if forwards else -1)
        if pin is None:
            return bool(super().focusNextPrevChild(forwards))
        self.bring_into_sight(pin)
        said = self.tr("{} – {} of {}").format(name_of(pin), self._board.place_of(pin), len(self._board.board.pins))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.spoken.emit(said)
        return True

    # -- drops ------------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if mime.hasFormat(STYLE_MIME) or mime.hasFormat(VERSION_MIME) or may_hold_pictures(mime):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._light_up(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._light_up(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light_up(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(event.mimeData(), self.mapToScene(event.position().toPoint()))

    def _light_up(self, near: bool) -> None:
        self._drop_is_near = near
        self.viewport().update()

    # -- painting ---------------------------------------------------------------------------------------------------

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Quiet dots, so that one sees the board move; fewer of them from afar."""
        look = self._board.look
        painter.fillRect(rect, QColor(look.ground))
        step = DOT_STEP_PX
        while step * self.zoom < LEAST_DOT_STEP_PX:
            step *= 2
        pen = QPen(QColor(look.dots), 2.0)
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        first_x, first_y = math.floor(rect.left() / step), math.floor(rect.top() / step)
        last_x, last_y = math.ceil(rect.right() / step), math.ceil(rect.bottom() / step)
        painter.drawPoints(
            [
                QPointF(across * step, down * step)
                for across in range(first_x, last_x + 1)
                for down in range(first_y, last_y + 1)
            ]
        )

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        super().drawForeground(painter, rect)
        walked_to = self._by_keys and self.hasFocus() and not self._board.chosen and not self._board.writing
        if self._drop_is_near or walked_to:
            colours = theme.current()
            painter.save()
            painter.resetTransform()
            width = 3.0 if self._drop_is_near else 1.0
            painter.setPen(QPen(QColor(colours.accent), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = width / 2
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(inset, inset, -inset, -inset))
            painter.restore()

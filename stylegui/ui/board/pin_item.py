"""One pin in the scene: drawn, pointed at, moved by the scene that it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from stylegui.project.board import Pin
from stylegui.ui import theme
from stylegui.ui.board.drawing import RADIUS_PX, SHADOW_PX, draw_pin
from stylegui.ui.canvas import look as canvas_look

if TYPE_CHECKING:
    from stylegui.ui.board.scene import BoardScene

RING_PX = 2.0
RING_DISTANCE_PX = 3.0
WARNING_PX = 26
ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
"""With one of these keys a click chooses more."""


class PinItem(QGraphicsItem):
    """Shows a `Pin`. It changes nothing by itself: the scene hears of every press, move and release."""

    def __init__(self, pin: Pin, board: BoardScene) -> None:
        super().__init__()
        self._board = board
        self._pin = pin
        self._hovered = False
        self._at_release: Callable[[], None] | None = None
        self.editing = False
        """Whether its words are being written by somebody else now, who shows them meanwhile."""
        self.setFlags(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setAcceptHoverEvents(True)
        self.show_pin(pin)

    @property
    def pin(self) -> Pin:
        return self._pin

    def show_pin(self, pin: Pin) -> None:
        """Show it as it is now."""
        if pin.whole != self._pin.whole:
            self.prepareGeometryChange()
        self._pin = pin
        self.setPos(pin.x, pin.y)
        self.setTransformOriginPoint(pin.width / 2, pin.height / 2)
        self.setRotation(pin.rotation)
        self.setToolTip(self._board.pictures.trouble(pin.digest) if pin.digest else "")
        self.update()

    def boundingRect(self) -> QRectF:
        room = SHADOW_PX + RING_DISTANCE_PX + RING_PX + 2
        return QRectF(0, 0, self._pin.width, self._pin.height + self._pin.foot_px).adjusted(-room, -room, room, room)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(QRectF(0, 0, self._pin.width, self._pin.height))
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        pin, scale = self._pin, option.levelOfDetailFromTransform(painter.worldTransform())
        image = None
        if pin.digest:
            device = painter.device().devicePixelRatioF()
            image = self._board.pictures.pixmap(pin.digest, max(pin.width, pin.height) * scale * device)
        draw_pin(painter, pin, image, self._board.look, text=not self.editing)
        if pin.digest and self._board.pictures.trouble(pin.digest):
            spot = QRectF(0, 0, WARNING_PX, WARNING_PX)
            spot.moveCenter(QPointF(pin.width / 2, pin.height / 2))
            canvas_look.draw_icon(painter, "warning", spot, theme.current().warning)
        if self.isSelected() or self._hovered:
            self._draw_ring(painter, scale)

    def _draw_ring(self, painter: QPainter, scale: float) -> None:
        """As wide on the screen at every zoom."""
        colours = theme.current()
        colour = QColor(colours.accent if self.isSelected() else colours.outline)
        distance = RING_DISTANCE_PX / max(scale, 0.5)
        pen = QPen(colour, RING_PX if self.isSelected() else 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = QRectF(0, 0, self._pin.width, self._pin.height).adjusted(-distance, -distance, distance, distance)
        painter.drawRoundedRect(rect, RADIUS_PX + distance, RADIUS_PX + distance)

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._hovered = True
        self.update()
        super().hoverEnterEvent(event)

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._hovered = False
        self.update()
        super().hoverLeaveEvent(event)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            # A right click outside what is chosen chooses what it is on; the menu follows.
            if not self.isSelected():
                self._board.choose([self._pin.id])
            event.accept()
            return
        modifiers, was_chosen = event.modifiers(), self.isSelected()
        if modifiers & ADDING:
            self._at_release = self._take_out if was_chosen else None
            self.setSelected(True)
        elif was_chosen:
            # All that is chosen may be moved now; a mere click chooses this one alone.
            self._at_release = self._choose_alone
        else:
            self._at_release = None
            self._choose_alone()
        event.accept()
        copying = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        self._board.hand.press(self._pin.id, event.scenePos(), copying=copying)

    def _take_out(self) -> None:
        self.setSelected(False)

    def _choose_alone(self) -> None:
        self._board.choose([self._pin.id])

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self._board.hand.move_to(event.scenePos(), event.modifiers())

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        act, self._at_release = self._at_release, None
        if not self._board.hand.release() and act is not None:
            act()

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self._board.hand.let_go()
        self._board.open_pin(self._pin.id)

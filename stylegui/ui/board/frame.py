"""The handles around what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneMouseEvent, QStyleOptionGraphicsItem, QWidget

from stylegui.project.arranging import Box, bounds
from stylegui.project.board import Pin
from stylegui.ui import theme
from stylegui.ui.board.hand import Corner

if TYPE_CHECKING:
    from stylegui.ui.board.scene import BoardScene

HANDLE_PX = 9.0
GRAB_PX = 20.0
OUT_PX = 3.0
CORNERS: tuple[Corner, ...] = ((-1, -1), (1, -1), (1, 1), (-1, 1))
SIDES: tuple[Corner, ...] = ((1, 0), (0, 1))
ON_TOP = 1e9


class Handle(QGraphicsItem):
    """One handle: as large on the screen at every zoom."""

    def __init__(self, corner: Corner, board: BoardScene) -> None:
        super().__init__()
        self.corner = corner
        self._board = board
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(ON_TOP)
        cursors = {
            (-1, -1): Qt.CursorShape.SizeFDiagCursor,
            (1, 1): Qt.CursorShape.SizeFDiagCursor,
            (1, -1): Qt.CursorShape.SizeBDiagCursor,
            (-1, 1): Qt.CursorShape.SizeBDiagCursor,
            (1, 0): Qt.CursorShape.SizeHorCursor,
            (0, 1): Qt.CursorShape.SizeVerCursor,
        }
        self.setCursor(cursors[corner])

    def place(self, box: Box) -> None:
        """Sit on its corner, or in the middle of its side."""
        self.setPos(
            box.centre[0] + self.corner[0] * box.width / 2,
            box.centre[1] + self.corner[1] * box.height / 2,
        )

    def boundingRect(self) -> QRectF:
        return QRectF(-GRAB_PX / 2, -GRAB_PX / 2, GRAB_PX, GRAB_PX)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        colours = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), 1.5))
        painter.setBrush(QColor(colours.raised))
        spot = QRectF(-HANDLE_PX / 2, -HANDLE_PX / 2, HANDLE_PX, HANDLE_PX)
        # Outside the picture, on the ring around it.
        spot.translate(self.corner[0] * OUT_PX, self.corner[1] * OUT_PX)
        if 0 in self.corner:
            spot.adjust(*((1.5, -3, -1.5, 3) if self.corner[0] else (-3, 1.5, 3, -1.5)))
        painter.drawRoundedRect(spot, 2.5, 2.5)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._board.hand.press_handle(self.corner, event.scenePos())
            event.accept()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self._board.hand.move_to(event.scenePos(), event.modifiers())

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self._board.hand.release()


class Frame:
    """All handles; those that what is chosen has use for are shown."""

    def __init__(self, board: BoardScene) -> None:
        self.handles = {corner: Handle(corner, board) for corner in (*CORNERS, *SIDES)}
        for handle in self.handles.values():
            handle.hide()
            board.addItem(handle)

    def follow(self, pins: list[Pin]) -> None:
        """Stand around these pins; away where there are none."""
        around = bounds(pin.box for pin in pins)
        free = len(pins) == 1 and pins[0].kind in ("note", "palette")
        for corner, handle in self.handles.items():
            shown = around is not None and (free or 0 not in corner)
            handle.setVisible(shown)
            if around is not None:
                handle.place(around)

"""What the hand does with pins: it moves them, snaps them to others, and makes them larger and smaller.

While it moves, only the scene follows; one deed, with a name for undo, comes out when it lets go.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from stylegui.project.arranging import Box, Guide, snapped
from stylegui.project.board import LEAST_PX, Board, copies
from stylegui.ui.board import words

REACH_PX = 7.0
"""How near an edge must come on the screen to snap."""

Corner = tuple[Literal[-1, 0, 1], Literal[-1, 0, 1]]
"""Which handle: left, neither or right, and top, neither or bottom."""


@dataclass
class _Grip:
    """What is being moved or stretched, and from where."""

    start: QPointF
    board: Board
    ids: frozenset[str]
    around: Box
    corner: Corner | None = None
    clicked: str = ""
    moving: bool = False
    others: list[Box] = field(default_factory=list)


class Hand:
    """Moves what is chosen. `show` shows a board for the moment, `keep` makes it a step."""

    def __init__(
        self,
        board: Callable[[], Board],
        chosen: Callable[[], frozenset[str]],
        show: Callable[[Board], None],
        keep: Callable[[str, Board], None],
    ) -> None:
        self._board = board
        self._chosen = chosen
        self._show = show
        self._keep = keep
        self._grip: _Grip | None = None
        self._now: Board | None = None
        self.scale = 1.0
        """Pixels of the screen per pixel of the board."""
        self.guides: tuple[Guide, ...] = ()

    @property
    def busy(self) -> bool:
        return self._grip is not None and self._grip.moving

    @property
    def moving(self) -> bool:
        """Whether pins are carried about now; handles would only be in the way."""
        return self.busy and self._grip is not None and self._grip.corner is None

    def press(self, pin_id: str, at: QPointF, *, copying: bool = False) -> None:
        """Take hold of what is chosen; with `copying` a copy will be moved."""
        board, ids = self._board(), self._chosen()
        if pin_id not in ids:
            return
        if copying:
            fresh = copies(board.chosen(ids), 0, 0)
            board, ids = board.added(fresh), frozenset(pin.id for pin in fresh)
        self._take(at, board, ids, clicked="" if copying else pin_id)

    def press_handle(self, corner: Corner, at: QPointF) -> None:
        """Take hold of a handle around what is chosen."""
        self._take(at, self._board(), self._chosen(), corner=corner)

    def _take(
        self, at: QPointF, board: Board, ids: frozenset[str], *, corner: Corner | None = None, clicked: str = ""
    ) -> None:
        boxes = [pin.box for pin in board.chosen(ids)]
        if not boxes:
            return
        left, top = min(box.x for box in boxes), min(box.y for box in boxes)
        right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
        others = [pin.box for pin in board.pins if pin.id not in ids]
        around = Box(left, top, right - left, bottom - top)
        self._grip = _Grip(at, board, ids, around, corner, clicked, corner is not None, others)
        self._now = None

    def move_to(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer is there now. Ctrl lets nothing snap; Shift keeps one direction, or the proportions."""
        grip = self._grip
        if grip is None:
            return
        way = at - grip.start
        if not grip.moving and way.manhattanLength() * self.scale < QApplication.startDragDistance():
            return
        grip.moving = True
        if grip.corner is None:
            boxes = self._moved(grip, way, modifiers)
        else:
            boxes = self._stretched(grip, grip.corner, way, modifiers)
        self._now = grip.board.placed(boxes)
        self._show(self._now)

    def release(self) -> bool:
        """Let go. Whether anything was moved; else it was a click."""
        grip, self._grip, now = self._grip, None, self._now
        self.guides = ()
        self._now = None
        if grip is None or not grip.moving:
            return False
        if now is None or now == self._board():
            self._show(self._board())
            return True
        count, copied = len(grip.ids), len(now.pins) > len(self._board().pins)
        if grip.corner is not None:
            self._keep(words.resizing(count), now)
        else:
            self._keep(words.copying(count) if copied else words.moving(count), now)
        return True

    def let_go(self) -> None:
        """Leave everything as it was before the hand took hold."""
        if self.busy:
            self._show(self._board())
        self._grip, self._now, self.guides = None, None, ()

    def _moved(self, grip: _Grip, way: QPointF, modifiers: Qt.KeyboardModifier) -> dict[str, Box]:
        dx, dy = way.x(), way.y()
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
        self.guides = ()
        if not modifiers & Qt.KeyboardModifier.ControlModifier:
            across, down, self.guides = snapped(grip.around.moved(dx, dy), grip.others, REACH_PX / self.scale)
            if not (modifiers & Qt.KeyboardModifier.ShiftModifier):
                dx, dy = dx + across, dy + down
            else:
                dx, dy = (dx + across, dy) if dx else (dx, dy + down)
        return {pin.id: pin.box.moved(dx, dy) for pin in grip.board.chosen(grip.ids)}

    def _stretched(self, grip: _Grip, corner: Corner, way: QPointF, modifiers: Qt.KeyboardModifier) -> dict[str, Box]:
        """The opposite corner stays. Pictures and groups keep their proportions; notes and palettes need not."""
        around, (side_x, side_y) = grip.around, corner
        pins = grip.board.chosen(grip.ids)
        free = len(pins) == 1 and pins[0].kind in ("note", "palette")
        free = free and not modifiers & Qt.KeyboardModifier.ShiftModifier
        least = LEAST_PX / max(1.0, min(min(pin.width, pin.height) for pin in pins)) if not free else 0.0
        factor_x = (around.width + side_x * way.x()) / around.width if side_x else 1.0
        factor_y = (around.height + side_y * way.y()) / around.height if side_y else 1.0
        if free:
            factor_x = max(factor_x, LEAST_PX * 2 / around.width)
            factor_y = max(factor_y, LEAST_PX / around.height)
        else:
            factors = [factor for factor, side in ((factor_x, side_x), (factor_y, side_y)) if side]
            factor_x = factor_y = max(*factors, least) if len(factors) > 1 else max(factors[0], least)
        anchor_x = around.right if side_x < 0 else around.x
        anchor_y = around.bottom if side_y < 0 else around.y
        return {
            pin.id: Box(
                anchor_x + (pin.x - anchor_x) * factor_x,
                anchor_y + (pin.y - anchor_y) * factor_y,
                pin.width * factor_x,
                pin.height * factor_y,
            )
            for pin in pins
        }

"""A step on the board that can be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from stylegui.project.board import Board

MERGE_S = 1.0


class BoardCommand(QUndoCommand):
    """The board before and after. Moves with the arrow keys that follow each other closely become one step back."""

    icon = "board"

    def __init__(
        self, text: str, before: Board, after: Board, show: Callable[[Board], None], nudged_at_s: float | None = None
    ) -> None:
        """`nudged_at_s` is when an arrow key moved pins, on a clock that never runs back; None for all other deeds."""
        super().__init__(text)
        self._before = before
        self._after = after
        self._show = show
        self._nudged_at_s = nudged_at_s

    def id(self) -> int:
        return 7

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, BoardCommand) or self._nudged_at_s is None or other._nudged_at_s is None:
            return False
        late = other._nudged_at_s - self._nudged_at_s > MERGE_S
        if late or other._before != self._after or other.text() != self.text():
            return False
        self._after, self._nudged_at_s = other._after, other._nudged_at_s
        return True

    def undo(self) -> None:
        self._show(self._before)

    def redo(self) -> None:
        self._show(self._after)

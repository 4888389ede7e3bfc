"""Undoable changes of the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from stylegui.project.setup import Setup

MERGE_S = 1.0
"""Moves of the mixer that follow each other within this time belong together."""


class SetupCommand(QUndoCommand):
    """Engine and parameters before and after. Changes of one parameter that follow each other become one step back."""

    def __init__(self, what: str, before: Setup, after: Setup, show: Callable[[Setup], None], name: str = "") -> None:
        """`what` is said in the menu; `name` is the parameter's, or "" where a step stays one of its own."""
        super().__init__(QCoreApplication.translate("Commands", "Change {}").format(what.lower()))
        self._name = name
        self._before = before
        self._after = after
        self._show = show

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, SetupCommand) or not self._name or other._name != self._name:
            return False
        if other._after.engine != self._after.engine:
            return False
        self._after = other._after
        return True

    def undo(self) -> None:
        self._show(self._before)

    def redo(self) -> None:
        self._show(self._after)


class BlendCommand(QUndoCommand):
    """Chosen styles and their weights before and after: {id: weight}, in the order of choosing."""

    def __init__(
        self,
        what: str,
        before: Mapping[str, float],
        after: Mapping[str, float],
        show: Callable[[dict[str, float]], None],
    ) -> None:
        super().__init__(what)
        self._before = dict(before)
        self._after = dict(after)
        self._show = show

    def undo(self) -> None:
        self._show(self._before)

    def redo(self) -> None:
        self._show(self._after)


class ChoiceCommand(BlendCommand):
    """Other styles than before; those that stay keep their shares, and come back with them."""

    def __init__(
        self, before: Mapping[str, float], after: Mapping[str, float], show: Callable[[dict[str, float]], None]
    ) -> None:
        super().__init__(QCoreApplication.translate("Commands", "Choose style"), before, after, show)


class MixCommand(BlendCommand):
    """Other weights of the same styles. What follows within `MERGE_S`, as with arrow keys, becomes one step back."""

    def __init__(
        self,
        before: Mapping[str, float],
        after: Mapping[str, float],
        show: Callable[[dict[str, float]], None],
        at_s: float,
    ) -> None:
        """`at_s` is when the hand came to rest, on a clock that never runs back."""
        super().__init__(QCoreApplication.translate("Commands", "Mix styles"), before, after, show)
        self._at_s = at_s

    def id(self) -> int:
        return 2

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, MixCommand) or other._before != self._after or other._at_s - self._at_s > MERGE_S:
            return False
        self._after, self._at_s = other._after, other._at_s
        return True

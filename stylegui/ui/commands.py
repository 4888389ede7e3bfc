"""Undoable changes of the document."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from stylegui.project.setup import Setup


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


class ChoiceCommand(QUndoCommand):
    """Chosen styles before and after, by id."""

    def __init__(self, before: list[str], after: list[str], choose: Callable[[list[str]], None]) -> None:
        super().__init__(QCoreApplication.translate("Commands", "Choose style"))
        self._before = before
        self._after = after
        self._choose = choose

    def undo(self) -> None:
        self._choose(self._before)

    def redo(self) -> None:
        self._choose(self._after)

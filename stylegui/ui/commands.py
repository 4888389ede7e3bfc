"""Undoable changes of the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from stylegui.project.setup import Setup
from stylegui.ui.parameters.spec import field_specs

MERGE_S = 1.0
"""Moves of the mixer that follow each other within this time belong together."""


class SetupCommand(QUndoCommand):
    """Engine and parameters before and after. Changes of one parameter that follow each other become one step back."""

    icon = "settings"

    def __init__(self, text: str, before: Setup, after: Setup, show: Callable[[Setup], None], name: str = "") -> None:
        """`text` is said in the menu. `name` is that of the one parameter that changes, which then says how it did."""
        super().__init__(parameter_step(name, before, after) or text)
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
        self.setText(parameter_step(self._name, self._before, self._after) or self.text())
        return True

    def undo(self) -> None:
        self._show(self._before)

    def redo(self) -> None:
        self._show(self._after)


class BlendCommand(QUndoCommand):
    """Chosen styles and their weights before and after: {id: weight}, in the order of choosing."""

    icon = "style"

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
        self,
        before: Mapping[str, float],
        after: Mapping[str, float],
        show: Callable[[dict[str, float]], None],
        title: Callable[[str], str] = str,
    ) -> None:
        """`title` gives a style's title for its id."""
        super().__init__(_choice_words(before, after, title), before, after, show)


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
        super().__init__(_tr("Mix styles"), before, after, show)
        self._at_s = at_s

    def id(self) -> int:
        return 2

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, MixCommand) or other._before != self._after or other._at_s - self._at_s > MERGE_S:
            return False
        self._after, self._at_s = other._after, other._at_s
        return True


def parameter_step(name: str, before: Setup, after: Setup) -> str:
    """How one parameter changed, such as "Strength 60 % → 75 %"; "" where `name` names none."""
    pairs = ((before.instant, after.instant), (before.paint, after.paint))
    changed = next((pair for pair in pairs if pair[0] != pair[1]), (before.params, after.params))
    spec = next((spec for spec in field_specs(type(changed[1])) if spec.name == name), None)
    if spec is None:
        return ""
    old, new = (spec.text(getattr(params, name)) for params in changed)
    if old == new:
        return _tr("{} as before").format(spec.title)
    if spec.kind == "weights":
        return spec.title
    return f"{spec.title}{' ' if spec.kind == 'number' else ': '}{old} → {new}"


def _choice_words(before: Mapping[str, float], after: Mapping[str, float], title: Callable[[str], str]) -> str:
    come, gone = [each for each in after if each not in before], [each for each in before if each not in after]
    if len(come) == 1 and not gone and before:
        return _tr("Blend with style {}").format(title(come[0]))
    if len(gone) == 1 and not come:
        return _tr("Take out style {}").format(title(gone[0]))
    if len(after) == 1:
        return _tr("Choose style {}").format(title(*after))
    return _tr("Choose {} styles").format(len(after))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)

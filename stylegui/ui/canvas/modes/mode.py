"""What all ways of looking at pictures have in common: panes, painting, and what mouse and keys do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QFont, QKeyEvent, QPainter, QRegion

from stylegui.ui.canvas import look
from stylegui.ui.canvas.compare import CompareMode
from stylegui.ui.canvas.modes.labels import Label
from stylegui.ui.canvas.surface import Shown, Surface

State = Mapping[str, float]
Pointer = Qt.CursorShape | QCursor


class Mode(QObject):
    """One way of looking. It draws on the surface that it belongs to, and keeps what the artist set for it.

    Points are in logical pixels of the canvas. A mode is only asked while it is the active one.
    """

    id: ClassVar[CompareMode] = CompareMode.OFF
    whole_canvas = True
    """Whether all of it is one pane, so that the original can be shown in its place as long as a key is held."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self.surface = surface
        self.reserved = QRegion()
        """What lies on the canvas already, where labels are to give way."""
        self.reduced_motion = False

    def is_possible(self) -> bool:
        """Whether there are the pictures that this needs."""
        return self.surface.is_comparable

    def begin(self) -> None:
        """It becomes the active one."""

    def end(self) -> None:
        """Another one becomes active."""

    def picture_changed(self) -> None:
        """One of the pictures is another now, or the camera moved."""

    # What is seen

    def panes(self, size: QSize) -> tuple[QRect, ...]:
        return (QRect(0, 0, size.width(), size.height()),)

    def margin_px(self) -> int | None:
        """What a fitted picture keeps free around itself; None for the usual."""
        return None

    def paint(self, painter: QPainter) -> None:
        """Draw the pictures and what lies on them, but the labels."""

    def labels(self) -> list[Label]:
        return []

    def about(self) -> str:
        """What is seen, in one sentence, for those who do not see it."""
        return ""

    def outcome_area(self) -> QRectF:
        """The visible part of the result's own pane."""
        return self.surface.picture_area()

    # What the hand does

    def press(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> bool:
        """The left button went down; True to take the drag that follows."""
        return False

    def drag(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The mouse moved in a drag that was taken."""

    def release(self) -> None:
        """The button of a drag that was taken is up again."""

    def hover(self, point: QPointF | None) -> None:
        """The mouse is here now, with no button held; None when it has left the canvas."""

    def cursor(self, point: QPointF) -> Pointer | None:
        """The pointer's shape here, if this has a word in it."""
        return None

    def double_click(self, point: QPointF) -> bool:
        """True where it was taken."""
        return False

    def wants_key(self, event: QKeyEvent) -> bool:
        """Whether a key is taken before shortcuts see it."""
        return False

    def key(self, event: QKeyEvent) -> bool:
        """True where it was taken."""
        return False

    def adjust(self, steps: int, *, fine: bool = False) -> bool:
        """More (1) or less (-1) of what this mode has most to set, or of its second quantity; True where it has one."""
        return False

    def turn(self) -> bool:
        """Turn it by 90°; True where it can be turned."""
        return False

    # What is kept between runs

    def state(self) -> dict[str, float]:
        return {}

    def restore(self, state: State) -> None:
        """Take up what `state` gave; values out of range are brought into it."""

    # For subclasses

    def sides(self) -> tuple[Shown, Shown]:
        """The original and the result, or the other way round where sides are swapped. Only while it is possible."""
        original, outcome = self.surface.original, self.surface.outcome
        assert original is not None
        assert outcome is not None
        return (outcome, original) if self.surface.sides_swapped else (original, outcome)

    def side_labels(self) -> tuple[Label, Label]:
        """Labels of both sides, not yet placed."""
        first, second = self.sides()
        swapped = self.surface.sides_swapped
        return Label(first.label, choice=not swapped), Label(second.label, choice=swapped)

    @property
    def font(self) -> QFont:
        """What labels are written in."""
        return look.chip_font(self.surface.font())

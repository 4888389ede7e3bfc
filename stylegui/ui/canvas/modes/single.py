"""No comparison: one picture, and the original in its place as long as a key is held."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from stylegui.ui.canvas.modes.labels import Label, in_corner
from stylegui.ui.canvas.modes.mode import Mode
from stylegui.ui.canvas.surface import Shown, Surface


class Single(Mode):
    """The result, else the photo; as long as it is wanted the original, or a picture that is only glimpsed."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self.peeking = False

    def is_possible(self) -> bool:
        return True

    def shown(self) -> Shown | None:
        """The picture that is seen now."""
        surface = self.surface
        if surface.glimpse is not None:
            return surface.glimpse
        if surface.outcome is None or (self.peeking and surface.original is not None):
            return surface.original
        return surface.outcome

    def paint(self, painter: QPainter) -> None:
        if (shown := self.shown()) is not None:
            self.surface.draw(painter, shown, self.surface.rect())

    def labels(self) -> list[Label]:
        shown, surface = self.shown(), self.surface
        told = surface.glimpse is not None or (surface.has_result and (self.peeking or surface.has_preview))
        return in_corner(Label(shown.label), surface.picture_area(), self.font) if shown is not None and told else []

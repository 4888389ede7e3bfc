"""Both pictures at once, beside or above each other, whichever shows them larger."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter

from stylegui.ui.canvas.camera import FIT_MARGIN_PX
from stylegui.ui.canvas.compare import CompareMode, panes
from stylegui.ui.canvas.modes.labels import Label, in_corner
from stylegui.ui.canvas.modes.mode import Mode


class SideBySide(Mode):
    """Two panes that one camera looks at."""

    id = CompareMode.SIDE_BY_SIDE
    whole_canvas = False

    def panes(self, size: QSize) -> tuple[QRect, ...]:
        return panes(2, size, self.surface.picture_size(), FIT_MARGIN_PX)

    def paint(self, painter: QPainter) -> None:
        for pane, side in zip(self.surface.panes(), self.sides(), strict=True):
            self.surface.draw(painter, side, pane)

    def labels(self) -> list[Label]:
        placed: list[Label] = []
        for pane, label in zip(self.surface.panes(), self.side_labels(), strict=True):
            placed += in_corner(label, self.surface.picture_area(pane), self.font)
        return placed

    def about(self) -> str:
        first, second = self.sides()
        one, two = self.surface.panes()
        if one.top() == two.top():
            return self.tr("{} on the left, {} on the right.").format(first.label, second.label)
        return self.tr("{} above, {} below.").format(first.label, second.label)

    def outcome_area(self) -> QRectF:
        return self.surface.picture_area(self.surface.panes()[0 if self.surface.sides_swapped else 1])

"""Small dark labels on pictures: which picture is seen where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QRegion

from stylegui.ui.canvas import look

INSET_PX = round(1.5 * look.UNIT_PX)
SLIDE_PX = 12 * look.UNIT_PX
"""So far a label moves along an edge from its corner to where it has room."""
ROW_GAP_PX = look.UNIT_PX // 2
CHEVRON_PX = look.CHIP_ICON_PX + look.CHIP_GAP_PX - 1


@dataclass(frozen=True)
class Label:
    """A chip at its place. What is a `choice` names the picture that others are compared with: it can be chosen."""

    text: str
    corner: QPointF = field(default_factory=QPointF)
    choice: bool = False
    icon: str = ""
    lit: bool = True

    def size(self, font: QFont) -> QRectF:
        """How large it is, at the origin; `font` is that of chips. A choice has room for its chevron."""
        icons_px = (look.CHIP_ICON_PX + look.CHIP_GAP_PX) * bool(self.icon) + CHEVRON_PX * self.choice
        return look.chip_rect(font, self.text, icons_px=icons_px)

    def rect(self, font: QFont) -> QRectF:
        """Where it lies on the canvas."""
        return self.size(font).translated(self.corner)

    def at(self, x: float, y: float) -> Label:
        """The same label with its upper left there."""
        return replace(self, corner=QPointF(round(x), round(y)))

    def draw(self, painter: QPainter, font: QFont) -> None:
        look.draw_chip(painter, self.corner, self.text, font, icon=self.icon, lit=self.lit)


def in_corner(label: Label, area: QRectF, font: QFont, *, right: bool = False) -> list[Label]:
    """The label in an upper corner of an area; none where there is no room for it."""
    size = label.size(font)
    if area.width() < size.width() + 2 * INSET_PX or area.height() < size.height() + 2 * INSET_PX:
        return []
    x = area.right() - INSET_PX - size.width() if right else area.left() + INSET_PX
    return [label.at(x, area.top() + INSET_PX)]


def in_row(labels: Sequence[Label], area: QRectF, font: QFont) -> list[Label]:
    """Labels side by side from the upper left of an area, as many as there is room for."""
    found: list[Label] = []
    x = area.left() + INSET_PX
    for label in labels:
        width = label.size(font).width()
        if x + width > area.right() - INSET_PX or area.height() < label.size(font).height() + 2 * INSET_PX:
            break
        found.append(label.at(x, area.top() + INSET_PX))
        x += width + ROW_GAP_PX
    return found


def in_free_corner(label: Label, area: QRectF, free: QRegion, font: QFont, corners: Sequence[str]) -> list[Label]:
    """The label in the first corner of an area ("tl", "tr", "bl", "br") where it lies within a free region.

    Where it does so in none, beside the first corner that has room when the label is moved along the edge.
    """
    size = label.size(font)
    for away in range(0, SLIDE_PX + 1, look.UNIT_PX):
        for corner in corners:
            right = area.right() - INSET_PX - size.width() - away
            x = area.left() + INSET_PX + away if corner[1] == "l" else right
            y = area.top() + INSET_PX if corner[0] == "t" else area.bottom() - INSET_PX - size.height()
            placed = label.at(x, y)
            if (QRegion(placed.rect(font).toAlignedRect()) - free).isEmpty():
                return [placed]
    return []

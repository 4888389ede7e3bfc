"""An easel: a stage that shows the whole of its design, whatever the picture's shape."""

from __future__ import annotations

from stylegui.painters.field import Size, grid
from stylegui.painters.scenes.stage import Stage


class Easel(Stage):
    """A design of fixed proportions shown whole in the middle of a picture; its coordinates run on past its edges.

    `margin` is the share of the design that may lie outside the picture on each side, where their shapes differ.
    """

    def __init__(self, size: Size, ratio: float = 4 / 3, margin: float = 0.04) -> None:
        super().__init__(size, ratio)
        width, height = size
        whole, cover = min(width / ratio, float(height)), self.unit
        self.unit = min(cover, whole * (1 + 2 * margin))
        self.left, self.top = (ratio * self.unit - width) / 2, (self.unit - height) / 2
        column, row = grid(size)
        self.x = (column * max(size) + self.left) / self.unit
        self.y = (row * max(size) + self.top) / self.unit

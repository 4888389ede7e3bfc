"""A stage and its plates: shapes drawn in the coordinates of a design and fitted to a picture of any shape."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, grid
from stylegui.painters.lines import sides
from stylegui.painters.study import pairs


class Stage:
    """A design of fixed proportions laid over a picture of any: it covers the picture, and its focus stays in sight.

    Design coordinates: y runs from 0 (top) to 1 (bottom), x from 0 to `ratio` (width / height); `focus` is a place in
    them. `unit` is one design unit in pixels; `x` and `y` are the coordinates of the pixel centres, both (H, W).
    """

    def __init__(self, size: Size, ratio: float = 4 / 3, focus: tuple[float, float] | None = None) -> None:
        width, height = size
        self.size, self.ratio = size, ratio
        self.unit = max(width / ratio, float(height))
        centre = focus or (ratio / 2, 0.5)
        self._place(
            float(np.clip(centre[0] * self.unit - width / 2, 0, ratio * self.unit - width)),
            float(np.clip(centre[1] * self.unit - height / 2, 0, self.unit - height)),
        )

    @classmethod
    def whole(cls, size: Size, ratio: float = 4 / 3, margin: float = 0.04) -> Stage:
        """One that shows the whole of its design in the middle of the picture and runs on past its edges.

        `margin` is the share of the design that may lie outside the picture on each side, where their shapes differ.
        """
        stage, (width, height) = cls(size, ratio), size
        stage.unit = min(stage.unit, min(width / ratio, float(height)) * (1 + 2 * margin))
        stage._place((ratio * stage.unit - width) / 2, (stage.unit - height) / 2)
        return stage

    def _place(self, left: float, top: float) -> None:
        """Let the picture's corner lie at `left` and `top`, in pixels of the design."""
        self.left, self.top = left, top
        column, row = grid(self.size)
        self.x = (column * max(self.size) + left) / self.unit
        self.y = (row * max(self.size) + top) / self.unit

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the picture in design coordinates."""
        left, top = self.left / self.unit, self.top / self.unit
        return left, top, left + self.size[0] / self.unit, top + self.size[1] / self.unit

    def pixels(self, points: Array) -> Array:
        """(N, 2) design coordinates to (N, 2) pixel coordinates."""
        return np.asarray(np.asarray(points, dtype=np.float64) * self.unit - [self.left, self.top])

    def near(self, x: float, y: float) -> Array:
        """(H, W) distance from a place, in design units."""
        return np.asarray(np.hypot(self.x - x, self.y - y), dtype=np.float32)


class Plate:
    """A plane of small whole numbers (0 to 255) drawn shape over shape at `scale` times the size of a stage."""

    def __init__(self, stage: Stage, scale: int = 2) -> None:
        self.stage, self.scale = stage, scale
        self.image = Image.new("L", (stage.size[0] * scale, stage.size[1] * scale), 0)
        self.draw = ImageDraw.Draw(self.image)

    def fill(self, points: Array, value: int = 255) -> None:
        """A polygon, (N, 2) in design coordinates."""
        self.draw.polygon(pairs(self.stage.pixels(points) * self.scale), fill=value)

    def line(self, points: Array, widths: Array | float, value: int = 255) -> None:
        """A line of changing width along (N, 2) points: `widths` in design units, one for all or spread evenly."""
        spine = self.stage.pixels(points) * self.scale
        count = len(spine)
        full = np.interp(np.linspace(0, 1, count), np.linspace(0, 1, np.size(widths)), np.atleast_1d(widths))
        half = full * (0.5 * self.stage.unit * self.scale)
        left, right = sides(spine, half)
        for k in range(count - 1):
            self.draw.polygon(pairs(np.stack([left[k], left[k + 1], right[k + 1], right[k]])), fill=value)
            if half[k] > 1.2:  # round the joints
                x, y, r = float(spine[k, 0]), float(spine[k, 1]), float(half[k])
                self.draw.ellipse((x - r, y - r, x + r, y + r), fill=value)

    def dot(self, x: float, y: float, radius: float, value: int = 255, squash: float = 1.0) -> None:
        """An ellipse `squash` times as high as wide, in design units."""
        (px, py), r = self.stage.pixels(np.array([[x, y]]))[0] * self.scale, radius * self.stage.unit * self.scale
        self.draw.ellipse((px - r, py - r * squash, px + r, py + r * squash), fill=value)

    def mirror(self) -> None:
        """Swap left and right."""
        self.image = self.image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        self.draw = ImageDraw.Draw(self.image)

    def mask(self, value: int | None = None) -> Array:
        """(H, W) in [0, 1]: how much of each pixel has this value, or the plane itself as shares of 255."""
        plane = np.asarray(self.image)
        shown = plane if value is None else (plane == value).astype(np.uint8) * np.uint8(255)
        return np.asarray(Image.fromarray(shown).reduce(self.scale), dtype=np.float32) / 255

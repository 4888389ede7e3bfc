"""Charts: numbered shapes drawn one over the other, finer than the picture, so that their edges come out smooth."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PIL import Image, ImageDraw

from stylegui.painters.colour import Array
from stylegui.painters.field import Size
from stylegui.painters.lines import Point, sides
from stylegui.painters.study import pairs

FINE_PX = 1536


class Chart:
    """Regions by number, 0 where nothing is drawn yet. Places and widths are in long sides of the picture.

    `width` and `height` are the picture's own; `short` is the lesser of the two.
    """

    def __init__(self, size: Size) -> None:
        self.size = size
        long_side = max(size)
        self.scale = max(2, -(-FINE_PX // long_side))
        self.width, self.height = size[0] / long_side, size[1] / long_side
        self.short = min(self.width, self.height)
        self._image = Image.new("I", (size[0] * self.scale, size[1] * self.scale), 0)
        self._draw = ImageDraw.Draw(self._image)
        self._pixels = long_side * self.scale

    def spot(self, x: float, y: float) -> Point:
        """A place given in short sides from the middle."""
        return self.width / 2 + x * self.short, self.height / 2 + y * self.short

    def place(self, x: float, y: float) -> Point:
        """A place given in [0, 1] of the picture's width and height."""
        return x * self.width, y * self.height

    def fill(self, outline: Array, number: int) -> None:
        """A polygon, (N, 2)."""
        self._draw.polygon(pairs(outline * self._pixels), fill=number)

    def stroke(self, path: Array, half: Array | float, number: int) -> None:
        """A line along (N, 2) points that swells: `half` its width, one number or one for each point."""
        points = np.asarray(path, np.float64)
        widths = np.broadcast_to(np.asarray(half, np.float64), len(points))
        left, right = sides(points, widths)
        for k in range(len(points) - 1):
            self.fill(np.stack([left[k], left[k + 1], right[k + 1], right[k]]), number)

    def box(self, x0: float, y0: float, x1: float, y1: float, number: int) -> None:
        """A rectangle."""
        self.fill(np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]]), number)

    def rim(self, depth: float, number: int) -> None:
        """A band along all four edges."""
        w, h = self.width, self.height
        for x0, y0, x1, y1 in (
            (0.0, 0.0, w, depth),
            (0.0, h - depth, w, h),
            (0.0, 0.0, depth, h),
            (w - depth, 0.0, w, h),
        ):
            self.box(x0, y0, x1, y1, number)

    def dot(self, at: Point | Array, radius: float, number: int) -> None:
        """A disc."""
        x, y, r = (float(v) * self._pixels for v in (at[0], at[1], radius))
        self._draw.ellipse((x - r, y - r, x + r, y + r), fill=number)

    @property
    def fine(self) -> Array:
        """The numbers, finer than the picture by `scale`."""
        return np.asarray(self._image)

    def mask(self, numbers: int | Iterable[int]) -> Array:
        """(H, W) float32: how much of each pixel these numbers cover."""
        wanted = [numbers] if isinstance(numbers, int) else list(numbers)
        return self.means(np.isin(self.fine, wanted).astype(np.float32))

    def coloured(self, table: Array) -> Array:
        """(H, W, 3) or (H, W): what the table (N, 3) or (N,) says of each number, mixed in each pixel."""
        values = np.asarray(table, np.float32)[self.fine]
        return self.means(values)

    def numbers(self) -> Array:
        """(H, W): the number in the middle of each pixel."""
        return self.fine[self.scale // 2 :: self.scale, self.scale // 2 :: self.scale]

    def means(self, values: Array) -> Array:
        """Values of the fine size as the means over the picture's pixels."""
        height, width = self.size[1], self.size[0]
        parts = values.reshape(height, self.scale, width, self.scale, *values.shape[2:])
        return np.asarray(parts.mean(axis=(1, 3)), dtype=np.float32)

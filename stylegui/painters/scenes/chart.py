"""Charts: numbered shapes drawn one over the other, finer than the picture, so that their edges come out smooth."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PIL import Image, ImageDraw

from stylegui.painters.colour import Array
from stylegui.painters.field import Size
from stylegui.painters.study import smooth_curve

Point = tuple[float, float]
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

    def place(self, x: float, y: float) -> Point:
        """A place given in [0, 1] of the picture's width and height."""
        return x * self.width, y * self.height

    def fill(self, outline: Array, number: int) -> None:
        """A polygon, (N, 2)."""
        self._draw.polygon([(float(x), float(y)) for x, y in outline * self._pixels], fill=number)

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


def sides(path: Array, half: Array) -> tuple[Array, Array]:
    """Both edges of a line along (N, 2) points with half widths (N,)."""
    ahead = np.gradient(path, axis=0)
    ahead /= np.maximum(np.hypot(ahead[:, 0], ahead[:, 1]), 1e-9)[:, None]
    out = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1) * half[:, None]
    return path + out, path - out


def turned(points: Array, angle: float, scale: float = 1.0, at: Point | Array = (0.0, 0.0)) -> Array:
    """(N, 2) points turned by `angle` radians about the origin, scaled, then moved to `at`."""
    c, s = np.cos(angle) * scale, np.sin(angle) * scale
    p = np.asarray(points, np.float64)
    return np.stack([p[:, 0] * c - p[:, 1] * s + at[0], p[:, 0] * s + p[:, 1] * c + at[1]], axis=1)


def moved(points: Array, x: float, y: float) -> Array:
    """(N, 2) points moved by x and y."""
    return np.asarray(points + np.array([x, y]))


def ellipse(at: Point | Array, across: float, down: float, angle: float = 0.0, count: int = 48) -> Array:
    """(count, 2) outline of an ellipse with half axes `across` and `down`."""
    t = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return turned(np.stack([across * np.cos(t), down * np.sin(t)], axis=1), angle, at=at)


def curve(points: list[Point] | Array, count: int = 80, closed: bool = False) -> Array:
    """A smooth curve through a few points, (count, 2)."""
    return smooth_curve(np.asarray(points, np.float64), count, closed)


def scatter(number: Array) -> Array:
    """A fixed random value in [0, 1) for each whole number, of any shape."""
    value = np.sin(np.asarray(number, np.float64) * 12.9898 + 78.233) * 43758.5453
    return np.asarray(value - np.floor(value), dtype=np.float32)

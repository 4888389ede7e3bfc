"""A measured drawing: pen strokes, hatching, washes, dimension lines and writing, with the sheet's furniture.

All places are in long sides of the sheet, x to the right and y down.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.lines import xy
from stylegui.painters.study import smooth_curve


@dataclass
class Stroke:
    """One line of the pen: (N, 2) points, its weight (bold, plain, fine, guide), a factor on the weight's width."""

    points: Array
    weight: str
    scale: float = 1.0
    dots: bool = False


@dataclass
class Drawing:
    """A sheet `width` by `height` with what is drawn on it, notes in coloured pencil, and washes of body colour.

    washes: closed outlines (N, 2) and how pale each is laid, in [0, 1].
    """

    width: float
    height: float
    rng: np.random.Generator
    strokes: list[Stroke] = field(default_factory=list)
    notes: list[Stroke] = field(default_factory=list)
    washes: list[tuple[Array, float]] = field(default_factory=list)

    def path(self, points: Array | list[tuple[float, float]], weight: str = "plain", closed: bool = False) -> None:
        """A drawn line with a slight wander."""
        places = np.asarray(points, np.float64)
        if closed:
            places = np.vstack([places, places[:1]])
        self.strokes.append(Stroke(places + self.rng.normal(0, 0.00025, places.shape), weight))

    def rule(self, start: Array, end: Array, weight: str = "plain", over: float = 0.004) -> None:
        """A ruled line between two places that overshoots both."""
        way = (end - start) / max(1e-9, float(np.hypot(*(end - start))))
        past = over * self.rng.random(2)
        self.path(np.array([start - way * past[0], (start + end) / 2, end + way * past[1]]), weight)

    def ruled(self, x0: float, y0: float, x1: float, y1: float, weight: str = "plain", over: float = 0.004) -> None:
        """A ruled line from (x0, y0) to (x1, y1)."""
        self.rule(xy(x0, y0), xy(x1, y1), weight, over)

    def box(self, x0: float, y0: float, x1: float, y1: float, weight: str = "plain") -> None:
        """Four ruled lines that cross at the corners."""
        for a, b, c, d in ((x0, y0, x1, y0), (x1, y0, x1, y1), (x1, y1, x0, y1), (x0, y1, x0, y0)):
            self.ruled(a, b, c, d, weight)

    def circle(self, x: float, y: float, radius: float, weight: str = "plain", start: float = 0.0,
               stop: float = 2 * np.pi) -> None:  # fmt: skip
        """A compass circle, or the arc from `start` to `stop` (radians)."""
        t = np.linspace(start, stop, max(12, int(abs(stop - start) * 26)))
        self.path(np.stack([x + radius * np.cos(t), y + radius * np.sin(t)], axis=1), weight)

    def curve(self, points: list[tuple[float, float]], weight: str = "plain", closed: bool = False) -> None:
        """A smooth line through points."""
        self.path(smooth_curve(np.asarray(points, np.float64), 24 * len(points), closed), weight, closed)

    def hatch(self, polygon: Array | list[tuple[float, float]], spacing: float = 0.006, angle: float = 0.785,
              weight: str = "fine") -> None:  # fmt: skip
        """Parallel lines inside a closed outline (N, 2)."""
        corners = np.asarray(polygon, np.float64)
        c, s = np.cos(angle), np.sin(angle)
        along, across = corners @ [c, s], corners @ [-s, c]
        after_along, after_across = np.roll(along, -1), np.roll(across, -1)
        for level in np.arange(across.min() + spacing * 0.5, across.max(), spacing):
            crossing = (across > level) != (after_across > level)
            if crossing.sum() < 2:
                continue
            share = (level - across[crossing]) / (after_across - across)[crossing]
            cuts = np.sort(along[crossing] + share * (after_along - along)[crossing])
            for a, b in zip(cuts[::2], cuts[1::2], strict=False):
                b -= (b - a) * 0.06 * self.rng.random()
                self.path(
                    np.array([[a * c - level * s, a * s + level * c], [b * c - level * s, b * s + level * c]]), weight
                )

    def wash(self, outline: Array, strength: float) -> None:
        """Body colour inside a closed outline."""
        self.washes.append((np.asarray(outline, np.float64), strength))

    def round_wash(self, x: float, y: float, radius: float, strength: float) -> None:
        """Body colour inside a circle."""
        t = np.linspace(0, 2 * np.pi, 40)
        self.wash(np.stack([x + radius * np.cos(t), y + radius * np.sin(t)], axis=1), strength)

    def measure(self, x0: float, y0: float, x1: float, y1: float, off: float) -> None:
        """A dimension line `off` to the side of a distance, with witness lines, ticks and a figure."""
        self.measure_between(xy(x0, y0), xy(x1, y1), off)

    def measure_between(self, start: Array, end: Array, off: float) -> None:
        """As `measure`, between two places."""
        length = float(np.hypot(*(end - start)))
        way = (end - start) / length
        side = np.array([-way[1], way[0]])
        a, b = start + side * off, end + side * off
        for foot, head in ((start, a), (end, b)):
            self.path(np.array([foot + side * np.sign(off) * 0.006, head + side * np.sign(off) * 0.006]), "guide")
            tick = (way + side) * 0.0055
            self.path(np.array([head - tick, head + tick]), "plain")
        gap = min(0.02, length * 0.2)
        mid = (a + b) / 2
        self.path(np.array([a, mid - way * gap]), "fine")
        self.path(np.array([mid + way * gap, b]), "fine")
        self.writing(mid - way * gap * 0.72, way, gap * 1.4, 0.0075)

    def writing(self, start: Array, way: Array, length: float, tall: float, weight: str = "fine") -> None:
        """Letters and figures too small to read: quick strokes of the pen along `way`."""
        up = np.array([way[1], -way[0]])
        if up[1] > 0:
            up = -up
        at = 0.0
        while at < length:
            wide = tall * self.rng.uniform(0.40, 0.72)
            knots = self.rng.uniform([0, -0.05], [1, 1.05], (int(self.rng.integers(3, 6)), 2))
            knots[0, 1], knots[-1, 1] = self.rng.choice([0.0, 1.0]), self.rng.choice([0.0, 0.5])
            places = start + np.outer(at + knots[:, 0] * wide, way) + np.outer(knots[:, 1] * tall, up)
            self.path(smooth_curve(places, 14), weight)
            at += wide * 1.35 + (tall * 0.9 if self.rng.random() < 0.14 else 0)

    def sheet(self, title: tuple[float, float]) -> None:
        """Border, centre marks and the title block with its lower right corner at `title`."""
        m = 0.048
        self.box(m, m, self.width - m, self.height - m, "plain")
        self.box(m + 0.008, m + 0.008, self.width - m - 0.008, self.height - m - 0.008, "fine")
        x, y = title
        w, h = 0.215, 0.085
        self.box(x - w, y - h, x, y, "plain")
        self.ruled(x - w, y - h * 0.52, x, y - h * 0.52, "fine")
        self.ruled(x - w * 0.40, y - h * 0.52, x - w * 0.40, y, "fine")
        right = np.array([1.0, 0.0])
        self.writing(np.array([x - w + 0.012, y - h * 0.62]), right, w - 0.034, 0.021, "plain")
        for row in (0.36, 0.20, 0.06):
            self.writing(np.array([x - w + 0.010, y - h * row]), right, w * 0.46, 0.0075)
            self.writing(np.array([x - w * 0.36, y - h * row]), right, w * 0.28, 0.0075)

    def scale_bar(self, x: float, y: float, length: float) -> None:
        """A bar of alternating fields."""
        for k in range(8):
            a, b = x + length * k / 8, x + length * (k + 1) / 8
            self.box(a, y, b, y + 0.006, "fine")
            if k % 2:
                self.hatch([(a, y), (b, y), (b, y + 0.006), (a, y + 0.006)], 0.0012, 0.0)

    def remark(self, x: float, y: float, radius: float) -> None:
        """A correction in coloured pencil: something ringed, an arrow, two lines of writing."""
        t = np.linspace(0.3, 2 * np.pi + 0.7, 60)
        swell = 1 + 0.05 * np.sin(2 * t + 1)
        ring = np.stack([x + radius * swell * np.cos(t), y + 0.8 * radius * swell * np.sin(t)], axis=1)
        kept, self.strokes = self.strokes, []
        self.path(ring, "bold")
        out = np.array([x + radius * 1.9, y - radius * 1.2])
        self.curve([(x + radius * 0.8, y - radius * 0.6), (x + radius * 1.3, y - radius * 1.15), tuple(out)], "bold")
        for row in range(2):
            self.writing(
                out + np.array([0.008, 0.004 + 0.017 * row]),
                np.array([1.0, -0.06]),
                0.075 - 0.02 * row,
                0.0115,
                "plain",
            )
        self.notes, self.strokes = self.notes + self.strokes, kept

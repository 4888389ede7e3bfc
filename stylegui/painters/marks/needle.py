"""The needle: thread laid on cloth in straight stitches, and the stitches made of them.

A stitch is a ribbon of two-ply thread: round in section, twisted, arched between the places where it enters the cloth.
Silk and cotton shine across their direction (J. Kajiya and T. Kay, "Rendering Fur with Three Dimensional Textures",
SIGGRAPH 1989), so every change of direction in a fill changes its tone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from stylegui.painters.colour import Array, ramp
from stylegui.painters.field import Size
from stylegui.painters.lines import at_lengths, lengths, normals
from stylegui.painters.scenes.stage import Plate, Stage
from stylegui.painters.study import smooth_curve

LIGHT = (-0.62, -0.78)  # toward the light, image axes
PLAN_PX = 512  # long side of the plane that says what lies inside an outline
STEP_PX = 0.7


class Needle:
    """Cloth being stitched: OKLab `lab` (H, W, 3), `relief` (H, W; pixels) and `cover` (H, W; where thread lies).

    Places are design coordinates of a stage; `thread` is the width of the thread in them.
    """

    def __init__(self, size: Size, ratio: float, ground: Array, rng: np.random.Generator, thread: float) -> None:
        self.size, self.rng, self.thread = size, rng, thread
        self.stage = Stage.whole(size, ratio, margin=0.0)
        self.plan = Stage.whole(
            (max(8, PLAN_PX * size[0] // max(size)), max(8, PLAN_PX * size[1] // max(size))), ratio, 0.0
        )
        self.lab = np.array(ground, dtype=np.float32)
        self.relief = np.zeros(self.lab.shape[:2], np.float32)
        self.cover = np.zeros(self.lab.shape[:2], np.float32)

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """The cloth in design coordinates: left, top, right, bottom."""
        return self.stage.edges

    def stitches(self, start: Array, end: Array, colours: Array, width: float | None = None, arch: float = 1.0) -> None:
        """Straight stitches, (N, 2) to (N, 2), in OKLab colours (N, 3) or (3,); later ones lie over earlier ones."""
        if not len(start):
            return
        a, b = self.stage.pixels(start), self.stage.pixels(end)
        length = np.hypot(*(b - a).T)
        wide = (width or self.thread) * self.stage.unit
        lanes = max(3, round(wide / STEP_PX))
        colours = np.broadcast_to(np.asarray(colours, np.float32), (len(a), 3))
        colours = colours + self.rng.normal(0, 1, (len(a), 3)).astype(np.float32) * [0.018, 0.0, 0.0]
        turn = self.rng.uniform(0, 1, len(a)).astype(np.float32)
        bucket = np.ceil(np.maximum(length, 1.0) / 12).astype(int)
        for group in np.unique(bucket):
            for part in np.array_split(np.flatnonzero(bucket == group), 1 + np.count_nonzero(bucket == group) // 600):
                steps = max(3, int(group * 12 / STEP_PX))
                self._lay(a[part], b[part], colours[part], turn[part], wide, lanes, steps, arch)

    def _lay(
        self, a: Array, b: Array, colours: Array, turn: Array, wide: float, lanes: int, steps: int, arch: float
    ) -> None:  # fmt: skip
        """One batch of stitches of about the same length."""
        u = np.linspace(0, 1, steps, dtype=np.float32)[None, :, None]
        v = np.linspace(-1, 1, lanes, dtype=np.float32)[None, None, :]
        way = b - a
        length = np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-3)
        tx, ty = (way[:, 0] / length).astype(np.float32), (way[:, 1] / length).astype(np.float32)
        slim = 1 - 0.30 * np.abs(2 * u - 1) ** 6
        half = wide * 0.5 * slim
        x = a[:, 0, None, None] + way[:, 0, None, None] * u - ty[:, None, None] * half * v
        y = a[:, 1, None, None] + way[:, 1, None, None] * u + tx[:, None, None] * half * v
        round_ = np.sqrt(np.clip(1 - 0.92 * v**2, 0, 1))
        ply = length[:, None, None] * u / (wide * 1.25) + 0.55 * v + turn[:, None, None]
        twist = np.cos(2 * np.pi * ply)
        along = tx * LIGHT[0] + ty * LIGHT[1]
        shine = (1 - along**2) ** 2.5 - 0.45
        across = (-ty * LIGHT[0] + tx * LIGHT[1])[:, None, None] * v
        lift = np.sin(np.pi * np.clip(u, 0.02, 0.98)) ** 0.5
        slope = -(1 - 2 * u) * along[:, None, None]
        tone = 0.075 * shine[:, None, None] * round_ * lift + 0.085 * across + 0.032 * twist * round_
        tone = tone + 0.050 * slope - 0.10 * (1 - lift) - 0.055 * (1 - round_)
        column, row = np.rint(x).astype(np.int32), np.rint(y).astype(np.int32)
        inside = (column >= 0) & (column < self.size[0]) & (row >= 0) & (row < self.size[1])
        flat = (row * self.size[0] + column)[inside]
        lab = np.empty((*tone.shape, 3), np.float32)
        lab[...] = colours[:, None, None, :]
        lab[..., 0] += tone * (0.45 + 0.75 * np.clip(lab[..., 0], 0, 1))
        glint = np.clip(tone - 0.05, 0, 1)[..., None] * 1.6
        lab[..., 1:] *= 1 - np.clip(glint, 0, 0.4)
        self.lab.reshape(-1, 3)[flat] = lab[inside]
        rise = (0.55 * round_ + 0.10 * twist + 0.55 * arch * lift) * wide * 0.5
        self.relief.reshape(-1)[flat] = rise[inside]
        self.cover.reshape(-1)[flat] = 1.0

    def satin(self, left: Array, right: Array, colours: Sequence[Array], parts: int = 1, arch: float = 1.0) -> None:
        """Fill between two rails, (N, 2) each: threads side by side from one to the other.

        Long spans are worked in `parts` that mesh with ragged ends; colours run from the left rail to the right one.
        """
        count = max(2, int(max(_length(left), _length(right)) / (self.thread * 0.80)))
        start, end = _even(left, count), _even(right, count)
        breaks = np.linspace(0, 1, parts + 1)[None, :] + np.zeros((count, 1))
        ragged = self.rng.uniform(-0.5, 0.5, (count, parts + 1)) * 0.75 / parts
        ragged[:, [0, -1]] = self.rng.normal(0, 0.008, (count, 2))
        breaks = breaks + ragged
        for part in range(parts):
            low, high = breaks[:, part, None] - 0.06 * (part > 0), breaks[:, part + 1, None]
            share = np.full(count, (part + 0.5) / parts if parts > 1 else 0.5)
            self.stitches(start + (end - start) * low, start + (end - start) * high, ramp(colours, share), arch=arch)

    def leaf(self, spine: Array, width: float, colours: Sequence[Array], slant: float = 0.16) -> None:
        """A leaf or feather along a spine (N, 2): two rows of slanting satin that meet on it."""
        line = smooth_curve(np.asarray(spine, np.float64), 60)
        t = np.linspace(0, 1, len(line))
        out = normals(line) * (0.5 * width * np.sin(np.pi * np.clip(t, 0, 1) ** 0.85) ** 0.75)[:, None]
        count = max(3, int(_length(line) / (self.thread * 0.85)))
        at = np.linspace(0.0, 1 - slant * 0.5, count)
        base = _lookup(line, at)
        for side, colour in ((1, colours[0]), (-1, colours[-1])):
            tips = _lookup(line + side * out, np.minimum(at + slant, 1))
            self.stitches(base, tips + self.rng.normal(0, 0.12 * self.thread, tips.shape), colour)

    def long_and_short(
        self, outline: Array, angle: Callable[[Array, Array], Array], colour: Callable[[Array, Array], Array],
        length: float = 0.034,
    ) -> None:  # fmt: skip
        """Fill an outline (N, 2) with ragged rows of thread that run along `angle` (radians) at each place.

        `angle` and `colour` take x and y, (N,) each, and give (N,) and (N, 3) OKLab.
        """
        plate = Plate(self.plan)
        plate.fill(outline)
        inside = plate.mask() > 0.5
        low, high = outline.min(axis=0) - length, outline.max(axis=0) + length
        gap = self.thread * 1.25
        y, x = np.mgrid[low[1] : high[1] : gap, low[0] : high[0] : gap]
        places = np.stack([x.ravel(), y.ravel()], axis=1)
        places = places + self.rng.uniform(-0.7, 0.7, places.shape) * self.thread * 1.6
        places = places[self._within(inside, places)]
        places = places[self.rng.permutation(len(places))]
        if not len(places):
            return
        turn = angle(places[:, 0], places[:, 1]) + self.rng.normal(0, 0.05, len(places))
        way = np.stack([np.cos(turn), np.sin(turn)], axis=1) * length * self.rng.uniform(0.75, 1.2, (len(places), 1))
        reach = []
        for sign in (-0.5, 0.5):
            end = places.copy()
            open_ = np.ones(len(places), bool)
            for share in np.linspace(0.2, 1, 5):
                ahead = places + way * sign * share
                open_ &= self._within(inside, ahead)
                end[open_] = ahead[open_]
            reach.append(end)
        self.stitches(reach[0], reach[1], colour(places[:, 0], places[:, 1]), arch=0.6)

    def _within(self, inside: Array, places: Array) -> Array:
        px = np.rint(self.plan.pixels(places) - 0.5).astype(int)
        column, row = np.clip(px[:, 0], 0, inside.shape[1] - 1), np.clip(px[:, 1], 0, inside.shape[0] - 1)
        return np.asarray(inside[row, column])

    def stem(self, path: Array, colour: Array, length: float = 0.017, width: float | None = None) -> None:
        """Stem stitch along a path (N, 2): a rope of overlapping slanting stitches."""
        line = np.asarray(path, np.float64)
        count = max(3, int(_length(line) / (length * 0.5)))
        at = np.linspace(0, 1, count)
        step = length / max(_length(line), 1e-6)
        side = _lookup(normals(line), at) * ((width or self.thread) * 0.32)
        self.stitches(_lookup(line, at - step / 2) - side, _lookup(line, at + step / 2) + side, colour, width, 0.5)

    def running(self, path: Array, colour: Array, length: float = 0.014, gap: float = 0.007) -> None:
        """Running stitch along a path (N, 2): dashes."""
        line = np.asarray(path, np.float64)
        total = _length(line)
        count = max(1, int(total / (length + gap)))
        at = (np.arange(count) + 0.5 + self.rng.normal(0, 0.05, count)) / count
        half = 0.5 * length / total
        self.stitches(_lookup(line, at - half), _lookup(line, at + half), colour)

    def crosses(self, places: Array, size: float, colour: Array) -> None:
        """Cross stitches at (N, 2)."""
        for sign in (1, -1):
            arm = np.array([size / 2, sign * size / 2])
            self.stitches(places - arm, places + arm, colour, arch=0.4)

    def knots(self, places: Array, colours: Array, radius: float | None = None) -> None:
        """French knots at (N, 2): small coils of thread that stand up from the cloth."""
        centre = self.stage.pixels(np.asarray(places, np.float64))
        r = max((radius or self.thread * 1.25) * self.stage.unit, 0.8)
        grid = np.arange(-np.ceil(r), np.ceil(r) + 1, 0.7, dtype=np.float32)
        dx, dy = np.meshgrid(grid, grid)
        far = np.hypot(dx, dy) / r
        inner = far < 1
        dx, dy, far = dx[inner], dy[inner], far[inner]
        spin = self.rng.uniform(0, 1, (len(centre), 1)).astype(np.float32)
        coil = np.cos(2 * np.pi * (far * 1.9 + np.arctan2(dy, dx) / (2 * np.pi) + spin))
        dome = np.sqrt(1 - 0.9 * far**2) * (1 - 0.45 * np.exp(-((far / 0.28) ** 2)))
        toward = (dx * LIGHT[0] + dy * LIGHT[1]) / r
        tone = 0.13 * toward + 0.050 * coil - 0.11 * far**4 + 0.03
        column, row = np.rint(centre[:, :1] + dx).astype(int), np.rint(centre[:, 1:] + dy).astype(int)
        inside = (column >= 0) & (column < self.size[0]) & (row >= 0) & (row < self.size[1])
        flat = (row * self.size[0] + column)[inside]
        colours = np.broadcast_to(np.asarray(colours, np.float32), (len(centre), 3))
        lab = np.repeat(colours[:, None, :], len(dx), axis=1)
        lab[..., 0] += tone + self.rng.normal(0, 0.02, (len(centre), 1))
        self.lab.reshape(-1, 3)[flat] = lab[inside]
        self.relief.reshape(-1)[flat] = ((dome + 0.12 * coil) * r * 0.9)[inside]
        self.cover.reshape(-1)[flat] = 1.0


def _length(line: Array) -> float:
    return float(lengths(line)[-1])


def _lookup(line: Array, at: Array) -> Array:
    """Places at shares [0, 1] of a line's length."""
    return at_lengths(line, np.clip(at, 0, 1) * lengths(line)[-1])


def _even(line: Array, count: int) -> Array:
    return _lookup(np.asarray(line, np.float64), np.linspace(0, 1, count))

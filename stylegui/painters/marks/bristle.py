"""The brush: strokes of many bristles that carry pigment, leave ridges, drag wet paint and run dry.

A stroke is a curved ribbon. Its points (along, across) look up a brush-mark texture for cover, thickness and tone, and
are written to the canvas by rounding to pixels; paint on a canvas larger than the picture and reduce it in the end.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, noise, smoothstep
from stylegui.painters.lines import SPACING, along

MARK_LENGTH, MARK_WIDTH = 160, 48


@dataclass(frozen=True)
class Marks:
    """Brush marks, all (K, MARK_LENGTH, MARK_WIDTH): how much they cover, how thick they lie, how their tone varies."""

    cover: Array
    thickness: Array
    tone: Array

    def __len__(self) -> int:
        return len(self.cover)


@dataclass(frozen=True)
class Strokes:
    """Strokes to lay: paths (B, N, 2) in pixels with even legs, widths (B,), two OKLab colours each (B, 3).

    The second colour is half mixed in and shows in some bristles; kinds (B,) says which mark each one leaves.
    """

    paths: Array
    widths_px: Array
    colours: Array
    seconds: Array
    kinds: Array

    def part(self, chosen: slice) -> Strokes:
        return Strokes(
            self.paths[chosen], self.widths_px[chosen], self.colours[chosen], self.seconds[chosen], self.kinds[chosen]
        )


def bristle_marks(rng: np.random.Generator, count: int = 24, dryness: float = 0.35) -> Marks:
    """Marks of a hog-bristle brush; `dryness` in [0, 1] says how early and how far the bristles run out of paint.

    Every mark is there twice, the second time mirrored.
    """
    along = np.linspace(0, 1, MARK_LENGTH, dtype=np.float32)[:, None]
    across = np.linspace(-1, 1, MARK_WIDTH, dtype=np.float32)[None, :]
    marks = []
    for _ in range(count):
        fine = _streaks(rng, 4.0, 40)
        broad = _streaks(rng, 2.0, 10)
        ridges = 0.6 * fine + 0.5 * broad
        start = 0.03 + 0.05 * np.abs(rng.standard_normal((1, MARK_WIDTH)).astype(np.float32)) * (0.4 + across**2)
        last = 1.0 - (0.10 + 0.5 * dryness) * np.abs(_line(rng, 14) * 0.6 + _line(rng, 40) * 0.5)
        begin = smoothstep(-0.5, 1.0, (along - start) / 0.03)
        finish = smoothstep(0.5, -0.5, (along - last) / (0.04 + 0.1 * dryness))
        side = smoothstep(1.0, 0.86, np.abs(across) + 0.06 * _streaks(rng, 8, 8))
        worn = smoothstep(-0.2, 0.35, ridges + 1.6 - dryness * (0.7 + 2.2 * along**1.5))
        rim = np.exp(-(((np.abs(across) - 0.82) / 0.12) ** 2))
        pile = np.exp(-(((along - last + 0.06) / 0.05) ** 2))
        cover = (begin * finish * side * worn).astype(np.float32)
        thickness = cover * (0.55 + 0.34 * ridges + 0.45 * rim + 0.6 * pile * (0.5 + 0.5 * fine))
        marks.append(np.stack([cover, thickness, 0.7 * broad + 0.5 * fine]).astype(np.float32))
    stack = np.stack(marks, axis=1)
    return Marks(*np.concatenate([stack, stack[..., ::-1]], axis=1))


def _streaks(rng: np.random.Generator, along: float, across: float) -> Array:
    return noise((MARK_WIDTH, MARK_LENGTH), (across * MARK_LENGTH / MARK_WIDTH, along), rng)


def _line(rng: np.random.Generator, bumps: int) -> Array:
    return noise((MARK_WIDTH, 4), (float(bumps), 1.0), rng)[1:2]


class Canvas:
    """Wet paint: OKLab colour (H, W, 3) and relief (H, W), changed stroke by stroke."""

    def __init__(self, ground: Array, relief: Array | None = None) -> None:
        self.lab = np.array(ground, dtype=np.float32)
        self.relief = np.zeros(self.lab.shape[:2], np.float32) if relief is None else np.array(relief, np.float32)

    @property
    def size(self) -> Size:
        return self.lab.shape[1], self.lab.shape[0]

    def strokes(
        self, strokes: Strokes, marks: Marks, *, body: float, variation: float, pickup: float, taper: float
    ) -> None:
        """Lay strokes, the first first.

        body: relief in pixels; variation: spread of lightness over the bristles; pickup: how much of the paint under
        the start is dragged along; taper: how far the ends narrow.
        """
        legs = np.diff(strokes.paths, axis=1)
        lengths = np.hypot(legs[..., 0], legs[..., 1]).sum(axis=1)
        # A few at a time: neighbours in a random order seldom overlap, and one call of numpy serves them all.
        points = np.maximum(lengths * strokes.widths_px, 16.0).mean() / SPACING**2 if len(lengths) else 1.0
        group = int(np.clip(60_000 / points, 1, 96))
        for first in range(0, len(lengths), group):
            chosen = slice(first, first + group)
            steps = max(4, int(lengths[chosen].max() / SPACING))
            lanes = max(3, int(strokes.widths_px[chosen].max() / SPACING))
            self._lay(strokes.part(chosen), marks, steps, lanes, body, variation, pickup, taper)

    def _lay(
        self, strokes: Strokes, marks: Marks, steps: int, lanes: int, body: float, variation: float, pickup: float,
        taper: float,
    ) -> None:  # fmt: skip
        height, wide = self.relief.shape
        u = np.linspace(0, 1, steps, dtype=np.float32)
        v = np.linspace(-1, 1, lanes, dtype=np.float32)
        middle, normal = along(strokes.paths, u)
        half = strokes.widths_px[:, None] * (0.5 * (1 - taper * np.abs(2 * u - 1) ** 3))
        reach = (normal * half[..., None])[:, :, None, :] * v[:, None]
        place = np.rint(middle[:, :, None, :] + reach).astype(np.int32)
        column, row = place[..., 0], place[..., 1]
        inside = (column >= 0) & (column < wide) & (row >= 0) & (row < height)
        flat = np.clip(row, 0, height - 1) * wide + np.clip(column, 0, wide - 1)
        iu = (u * (MARK_LENGTH - 1)).astype(np.int32)
        iv = ((v * 0.5 + 0.5) * (MARK_WIDTH - 1)).astype(np.int32)
        grain = (iu[:, None] * MARK_WIDTH + iv)[None] + (strokes.kinds * MARK_LENGTH * MARK_WIDTH)[:, None, None]
        cover = marks.cover.reshape(-1)[grain] * inside
        tone = marks.tone.reshape(-1)[grain]
        share = np.clip(0.35 + 0.55 * tone, 0, 1)[..., None]
        first, second = strokes.colours[:, None, None], strokes.seconds[:, None, None]
        paint = first + (second - first) * share
        lab, relief = self.lab.reshape(-1, 3), self.relief.reshape(-1)
        if pickup > 0:
            under = lab[flat[:, :1]]
            paint += (under - paint) * (pickup * (1 - u))[:, None, None]
        paint[..., 0] += variation * tone
        below = lab[flat]
        lab[flat] = below + (paint - below) * cover[..., None]
        relief[flat] = relief[flat] * (1 - 0.8 * cover) + marks.thickness.reshape(-1)[grain] * (body * inside)

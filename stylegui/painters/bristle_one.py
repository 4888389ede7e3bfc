"""The brush: strokes of many bristles that carry pigment, leave ridges, drag wet paint and run dry.

A stroke is a curved ribbon. Its points (along, across) look up a brush-mark texture for cover, thickness and tone, and
are written to the canvas by rounding to pixels; paint on a canvas larger than the picture and reduce it in the end.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, bilinear, noise, smoothstep

MARK_LENGTH, MARK_WIDTH = 160, 48


@dataclass(frozen=True)
class Mark:
    """One brush mark, all (MARK_LENGTH, MARK_WIDTH): how much it covers, how thick it lies, how its tone varies."""

    cover: Array
    thickness: Array
    tone: Array


def bristle_marks(rng: np.random.Generator, count: int = 24, dryness: float = 0.35) -> list[Mark]:
    """Marks of a hog-bristle brush; `dryness` in [0, 1] says how early and how far the bristles run out of paint."""
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
        marks.append(Mark(cover, thickness.astype(np.float32), (0.7 * broad + 0.5 * fine).astype(np.float32)))
    return marks


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

    def stroke(
        self,
        path: Array,
        width_px: float,
        colour: Array,
        mark: Mark,
        *,
        body: float = 1.0,
        variation: float = 0.04,
        second: Array | None = None,
        pickup: float = 0.0,
        opacity: float = 1.0,
        taper: float = 0.25,
        flip: bool = False,
    ) -> None:
        """Lay one stroke along `path` (N, 2; x and y in pixels).

        body: relief in pixels; variation: spread of lightness over the bristles; second: a colour half mixed in that
        shows in some bristles; pickup: how much of the paint under the start is dragged along; taper: how far the ends
        narrow.
        """
        x, y, u, v = ribbon(path, width_px, taper)
        if x.size == 0:
            return
        height, wide = self.relief.shape
        column, row = np.rint(x).astype(np.int32), np.rint(y).astype(np.int32)
        inside = (column >= 0) & (column < wide) & (row >= 0) & (row < height)
        if not inside.all():
            if not inside.any():
                return
            np.clip(column, 0, wide - 1, out=column)
            np.clip(row, 0, height - 1, out=row)
        iu = (u * (MARK_LENGTH - 1)).astype(np.int32)[:, None]
        iv = (((-v if flip else v) * 0.5 + 0.5) * (MARK_WIDTH - 1)).astype(np.int32)[None, :]
        cover = mark.cover[iu, iv] * (opacity * inside)
        tone = mark.tone[iu, iv]
        paint: Array = np.broadcast_to(colour, (*tone.shape, 3)).astype(np.float32)
        if second is not None:
            share = np.clip(0.35 + 0.55 * tone, 0, 1)[..., None]
            paint = paint * (1 - share) + second * share
        else:
            paint = paint.copy()
        if pickup > 0:
            under = self.lab[row[0], column[0]]
            fade = (pickup * (1 - u))[:, None, None]
            paint += (under[None] - paint) * fade
        paint[..., 0] += variation * tone
        flat = row * wide + column
        lab, relief = self.lab.reshape(-1, 3), self.relief.reshape(-1)
        weight = cover[..., None]
        below = lab[flat]
        lab[flat] = below + (paint - below) * weight
        old = relief[flat]
        relief[flat] = old * (1 - 0.8 * cover) + mark.thickness[iu, iv] * (body * inside)


def ribbon(path: Array, width_px: float, taper: float) -> tuple[Array, Array, Array, Array]:
    """Points of a ribbon along a path, dense enough to leave no hole: x, y (U, V), u (U,) in [0, 1], v (V,) ±1."""
    legs = np.hypot(np.diff(path[:, 0]), np.diff(path[:, 1]))
    length = np.concatenate([[0.0], np.cumsum(legs)])
    total = length[-1]
    if total < 1.0:
        empty = np.zeros((0, 0), np.float32)
        return empty, empty, np.zeros(0, np.float32), np.zeros(0, np.float32)
    steps = max(4, int(total / 0.62))
    u = np.arange(steps, dtype=np.float32) / np.float32(steps - 1)
    px = np.interp(u * total, length, path[:, 0])
    py = np.interp(u * total, length, path[:, 1])
    dx, dy = _slope_along(px), _slope_along(py)
    norm = np.hypot(dx, dy) + 1e-6
    lanes = max(3, int(width_px / 0.62))
    v = np.arange(lanes, dtype=np.float32) * np.float32(2 / (lanes - 1)) - np.float32(1)
    half = width_px * 0.5 * (1 - taper * np.abs(2 * u - 1) ** 3)
    x = px[:, None] - (dy / norm * half)[:, None] * v
    y = py[:, None] + (dx / norm * half)[:, None] * v
    return x, y, u, v


def _slope_along(values: Array) -> Array:
    """Central differences up to a factor of two; np.gradient takes longer than the rest of a short stroke."""
    slope = np.empty_like(values)
    slope[1:-1] = values[2:] - values[:-2]
    slope[0], slope[-1] = 2 * (values[1] - values[0]), 2 * (values[-1] - values[-2])
    return slope


def traced(
    starts: Array, angle: Array, steps: int, step_px: float, rng: np.random.Generator | None = None, wobble: float = 0.0
) -> Array:
    """Streamlines of an angle field (H, W; radians): (N, 2) starts give (N, steps, 2) paths, centred on the start."""
    cosine, sine = np.cos(angle), np.sin(angle)
    turn = np.zeros(len(starts)) if rng is None else rng.normal(0, wobble, len(starts))
    halves = []
    for sign in (-1.0, 1.0):
        place: Array = starts.astype(np.float32).copy()
        points = [place.copy()]
        for _ in range(steps // 2):
            c, s = bilinear(cosine, place[:, 0], place[:, 1]), bilinear(sine, place[:, 0], place[:, 1])
            heading = np.arctan2(s, c) + turn
            place = place + sign * step_px * np.stack([np.cos(heading), np.sin(heading)], axis=1)
            points.append(place.copy())
        halves.append(np.stack(points, axis=1))
    return np.concatenate([halves[0][:, :0:-1], halves[1]], axis=1)


def scattered(size: Size, spacing_px: float, rng: np.random.Generator) -> Array:
    """(N, 2) places on a jittered grid in random order, reaching a little past the borders."""
    columns, rows = int(size[0] / spacing_px) + 2, int(size[1] / spacing_px) + 2
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    places = np.stack([x.ravel(), y.ravel()], axis=1) - 0.5
    places = (places + rng.uniform(-0.5, 0.5, places.shape)) * spacing_px
    return np.asarray(places[rng.permutation(len(places))], dtype=np.float32)

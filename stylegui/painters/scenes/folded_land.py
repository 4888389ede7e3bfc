"""A mountain lake in folded paper."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted
from stylegui.painters.field import Size, mix
from stylegui.painters.scenes.folded import Sheet, bounds, creased, plan_of
from stylegui.painters.scenes.stage import Stage


class Folds:
    """A bumpy height over the plane: a few waves of random direction, the same everywhere they are asked for."""

    def __init__(self, rng: np.random.Generator, bumps: float, depth: float) -> None:
        self.way = rng.uniform(0, 2 * np.pi, 6)
        self.rate = bumps * 2 * np.pi * rng.uniform(0.6, 1.6, 6)
        self.phase = rng.uniform(0, 6, 6)
        self.depth = depth

    def __call__(self, x: Array, y: Array) -> Array:
        along = np.multiply.outer(x, np.cos(self.way)) + np.multiply.outer(y, np.sin(self.way))
        return np.asarray(np.sin(along * self.rate + self.phase).sum(axis=-1) * self.depth / np.sqrt(6))


def sky(plan: Stage, rng: np.random.Generator, colours: list[Array], low: float, spacing: float = 0.115) -> Sheet:
    """Large facets from the first colour at the top to the last at `low`."""
    x0, y0, x1, y1 = bounds(plan)
    outline = np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]])

    def colour(_: Array, y: Array, light: Array) -> Array:
        return ramp(colours, (y - y0) / (low - y0) + 0.10 * (light - 0.6))

    return creased(plan, outline, spacing, Folds(rng, 2.2, 0.022), colour, rng, lift=0, crease=0.55)


def disc(plan: Stage, rng: np.random.Generator, at: tuple[float, float], radius: float, colours: list[Array]) -> Sheet:
    """A moon or sun: a many-sided sheet folded about a few points."""
    turn = np.linspace(0, 2 * np.pi, 26, endpoint=False)
    outline = np.stack([at[0] + radius * np.cos(turn), at[1] + radius * np.sin(turn)], axis=1)
    folds = Folds(rng, 5, 0.012)

    def colour(x: Array, y: Array, light: Array) -> Array:
        return ramp(colours, 0.5 + 0.5 * ((x - at[0]) + (y - at[1])) / radius + 0.5 * (0.6 - light))

    return creased(plan, outline, radius * 0.42, folds, colour, rng, lift=9, crease=0.55)


def pine(rng: np.random.Generator, foot: tuple[float, float], tall: float, colours: list[Array]) -> list[Sheet]:
    """A fir of folded tiers, each before the one above it."""
    x, y = foot
    sheets = []
    tiers = 4
    for k in range(tiers):
        top = y - tall * (1.0 - 0.21 * k)
        low = y - tall * (0.60 - 0.165 * k)
        half = tall * (0.105 + 0.052 * k)
        sway = rng.normal(0, 0.006)
        a, b, c = (x + sway, top, 0.05), (x - half, low, -0.01), (x + half, low, -0.01)
        d, e = (x + sway * 0.5, low + tall * 0.035, 0.055), (x - half * 0.5, low + tall * 0.004, 0.0)
        f = (x + half * 0.5, low + tall * 0.004, 0.0)
        corners = np.array([(a, b, e), (a, e, d), (a, d, f), (a, f, c)])
        tone = np.array([0.55, 0.95, 0.45, 0.05]) - 0.05 * k
        sheets.append(Sheet(corners, ramp(colours, tone + rng.normal(0, 0.05, 4)), lift=5, crease=0.5))
    return sheets[::-1]


def mountain_lake(size: Size, rng: np.random.Generator, palette: Palette) -> tuple[float, list[Sheet]]:
    """Ranges about a still lake under a low moon, and firs on the near shore."""
    ratio = 4 / 3
    p = palette
    plan = plan_of(size, ratio)
    x0, _, x1, y1 = bounds(plan)
    side = float(rng.choice([-1, 1]))
    shore = 0.635

    def at(x: float) -> float:
        return ratio / 2 + side * (x - ratio / 2)

    moon_at = (at(rng.uniform(0.86, 1.0)), rng.uniform(0.19, 0.25))
    sheets = [sky(plan, rng, [p[0], p[0], p[1], p[9], p[2], p[3]], shore + 0.02)]
    sheets.append(disc(plan, rng, moon_at, 0.105, [p[3], p[3], p[2]]))
    peaks = (
        (0.50, [(0.05, 0.44), (0.30, 0.33), (0.62, 0.44), (0.80, 0.37), (1.12, 0.30), (1.30, 0.42)], 9, 0.8),
        (
            0.55,
            [(-0.02, 0.40), (0.145, 0.46), (0.44, 0.135), (0.66, 0.40), (0.78, 0.45), (1.02, 0.36), (1.36, 0.50)],
            12,
            1.0,
        ),
        (
            0.62,
            [(0.0, 0.43), (0.20, 0.555), (0.42, 0.60), (0.72, 0.595), (0.93, 0.545), (1.17, 0.41), (1.36, 0.50)],
            12,
            1.0,
        ),
    )
    shades = (
        [mix(p[1], p[9], 0.45), mix(p[1], p[2], 0.45), mix(p[2], p[3], 0.4)],
        [p[0], mix(p[0], p[1], 0.6), p[1], mix(p[3], p[1], 0.15)],
        [shifted(p[0], -0.06), mix(p[0], p[7], 0.5), p[7], p[8]],
    )
    for (_, points, lift, crease), colours, snow in zip(peaks, shades, (0.0, 1.0, 0.0), strict=True):
        sheets.append(
            _range(
                plan, rng, [(at(x), y + rng.normal(0, 0.022)) for x, y in points], shore, colours, snow, p, lift, crease
            )
        )
    sheets.append(_lake(plan, rng, p, shore, moon_at[0]))
    bank = np.array([[x0, 0.80], [at(0.20), 0.815], [at(0.45), 0.875], [at(0.80), 0.935], [at(1.05), 0.90], [x1, 0.84]])
    if side < 0:
        bank = np.array([[x0, 0.84], *bank[1:-1][::-1].tolist(), [x1, 0.80]])
    outline = np.vstack([bank, [[x1, y1], [x0, y1]]])

    def grass(_: Array, y: Array, light: Array) -> Array:
        tone = 0.45 + 1.0 * (light - 0.55) + 1.1 * (0.9 - y)
        return ramp([shifted(p[7], -0.16), shifted(p[7], -0.08), p[7], mix(p[7], p[4], 0.45)], tone)

    sheets.append(creased(plan, outline, 0.060, Folds(rng, 4, 0.03), grass, rng, lift=14))
    greens = [shifted(p[7], -0.14), p[7], mix(p[7], p[8], 0.7)]
    warm = [p[5], p[4], p[2]]
    firs = [(0.06, 0.86, 0.44), (0.165, 0.885, 0.33), (0.27, 0.91, 0.40), (-0.05, 0.92, 0.38), (0.375, 0.945, 0.24),
            (1.10, 0.925, 0.24), (1.20, 0.915, 0.34), (1.30, 0.90, 0.42), (1.40, 0.95, 0.36)]  # fmt: skip
    for k, (x, y, tall) in enumerate(sorted(firs, key=lambda fir: fir[1])):
        tint = warm if k in (2, 6) else greens
        sheets.extend(pine(rng, (at(x), y), tall * rng.uniform(0.9, 1.08), tint))
    return ratio, sheets


def _range(
    plan: Stage, rng: np.random.Generator, points: list[tuple[float, float]], shore: float,
    colours: list[Array], snow: float, p: Palette, lift: float, crease: float,
) -> Sheet:  # fmt: skip
    """A range: its skyline broken between the peaks, its slopes folded along their ridges."""
    x0, _, x1, _ = bounds(plan)
    points = sorted(points)
    line = [(x0, points[0][1] + 0.04)]
    for (ax, ay), (bx, by) in pairwise(points):
        line.append((ax, ay))
        broken = [(ax + (bx - ax) * share, ay + (by - ay) * share) for share in (0.3, 0.62)]
        line += [(x + rng.normal(0, 0.008), y + rng.normal(0, 0.018)) for x, y in broken]
    line += [points[-1], (x1, points[-1][1] + 0.05)]
    line = [corner for corner in line if x0 <= corner[0] <= x1]
    skyline = np.array(sorted(line))
    outline = np.vstack([skyline, [[x1, shore + 0.02], [x0, shore + 0.02]]])
    folds = Folds(rng, 6, 0.020)
    peaks = np.array(points)

    def height(x: Array, y: Array) -> Array:
        top = np.interp(x, skyline[:, 0], skyline[:, 1])
        gap = np.abs(x[:, None] - peaks[None, :, 0]) - 0.25 * np.maximum(y[:, None] - peaks[None, :, 1], 0)
        ridge = np.maximum(0, 0.13 - np.abs(gap)).max(axis=1)
        return np.asarray(0.50 * (y - top) + 0.9 * ridge + folds(x, y))

    def colour(x: Array, y: Array, light: Array) -> Array:
        top = np.interp(x, skyline[:, 0], skyline[:, 1])
        tone = np.clip(0.36 + 0.80 * (light - 0.55) + 0.25 * (y - top) / 0.3, 0, 1)
        base = ramp(colours, tone)
        if snow <= 0:
            return base
        line_y = 0.30 + 0.05 * np.sin(x * 31) + 0.04 * np.sin(x * 67)
        cap = (y < line_y + 0.10 * (light - 0.5)) * snow
        white = ramp([mix(p[1], p[3], 0.30), mix(p[1], p[3], 0.80), shifted(p[3], -0.05)], np.clip(light, 0, 1))
        return np.asarray(mix(base[None], white[None], cap[None].astype(np.float32))[0])

    return creased(plan, outline, 0.056, height, colour, rng, lift=lift, crease=crease)


def _lake(plan: Stage, rng: np.random.Generator, p: Palette, shore: float, moon: float) -> Sheet:
    """Water in long flat facets that give back the sky, with the moon's path."""
    x0, _, x1, y1 = bounds(plan)
    stretch = 3.4
    flat = Stage.whole(plan.size, plan.ratio, 0.0)
    outline = np.array([[x0, shore], [x1, shore], [x1, y1], [x0, y1]])
    rows = []
    y = shore
    while y < y1 + 0.02:
        gap = 0.020 + 0.085 * (y - shore)
        count = int((x1 - x0) / (gap * stretch)) + 2
        xs = x0 + (np.arange(count) + rng.uniform(-0.35, 0.35, count)) * gap * stretch
        rows.append(np.stack([xs, y + gap * rng.uniform(-0.3, 0.3, count)], axis=1))
        y += gap
    folds = Folds(rng, 9, 0.006)

    def colour(x: Array, y: Array, light: Array) -> Array:
        far = (y - shore) / (y1 - shore)
        tone = np.clip(0.95 - 1.25 * far + 1.1 * (light - 0.6) + rng.normal(0, 0.05, len(x)), 0, 1)
        water = ramp([p[0], p[0], p[1], mix(p[1], p[9], 0.5), p[2]], tone)
        path = np.exp(-(((x - moon) / (0.035 + 0.11 * far)) ** 2)) * (rng.uniform(0, 1, len(x)) < 0.75)
        return np.asarray(mix(water[None], p[3], (0.85 * path * (1 - 0.6 * far))[None].astype(np.float32))[0])

    inner = np.vstack(rows)
    inner = inner[(inner[:, 1] > shore + 0.006) & (inner[:, 1] < y1)]
    return creased(flat, outline, 0.5, folds, colour, rng, extra=inner, lift=0, crease=0.6, stretch=3.2)

"""Orphist discs: rings of pure colour cut into sectors, warm against cool, painted along the ring.

After the colour theory of simultaneous contrast (M. E. Chevreul): neighbours are taken from opposite sides of the
palette and each sector fades towards one end, so the discs seem to turn.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stylegui.painters.bristle_one import Canvas, Mark, bristle_marks
from stylegui.painters.colour import Array, Palette, ramp, shifted, to_pixels
from stylegui.painters.field import Size, fbm, grid, mix, resized
from stylegui.painters.relief import lit, weave

# four cool, a light, four warm, a dark: the painter sets the first four against the second four
PALETTE = Palette(
    (
        "#1d5fae", "#4fb3c8", "#2f8a63", "#6b4aa3", "#f6e7c1", "#f5bd2b", "#ee7a2a", "#cf2f45", "#e58aa0", "#1a2450",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Sector:
    """Part of a ring: centre and radii in pixels, angles in radians, two colours to fade between."""

    centre: tuple[float, float]
    inner: float
    outer: float
    start: float
    end: float
    first: Array
    last: Array


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = (round(size[0] * 1.5), round(size[1] * 1.5))
    unit = max(large) / 1536
    canvas = Canvas(_ground(large, rng, palette), weave(large, rng, 420) * 0.3 * unit)
    marks = bristle_marks(rng, 20, dryness=0.45)
    for sector in _sectors(large, rng, palette):
        _fill(canvas, sector, marks, rng, unit)
    return to_pixels(resized(lit(canvas.lab, canvas.relief, depth=0.45 / unit**0.5, gloss=0.35), size))


def _ground(size: Size, rng: np.random.Generator, palette: Palette) -> Array:
    """A light ground, broken into pale slanting beams."""
    x, y = grid(size)
    beam = np.sin(9 * (x + 0.6 * y) + 2 * fbm(size, 2, rng, 2))
    beams = ramp([palette[1], palette[4], palette[8], palette[4], palette[5]], 0.5 + 0.5 * beam)
    return mix(beams, palette[4], 0.55)


def _sectors(size: Size, rng: np.random.Generator, palette: Palette) -> list[Sector]:
    """Beams of the ground, then discs from the back to the front, each from its rim to its heart."""
    width, height = size
    long_side = max(size)
    cool = [palette[k] for k in range(4)]
    warm = [palette[k] for k in range(5, 9)]
    side = float(rng.choice([-1, 1]))
    sun = (0.5 + side * 0.16, 0.40)
    discs = [
        (sun[0], sun[1], 1.05, 5), (0.5 + side * 0.47, 0.98, 0.30, 5), (0.5 - side * 0.46, 0.10, 0.25, 5),
        (0.5 - side * 0.02, 1.0, 0.19, 4),
        (0.5 - side * 0.30, 0.70, 0.31, 7), (sun[0], sun[1], 0.365, 9), (0.5 - side * 0.13, 0.20, 0.115, 4),
        (0.5 + side * 0.36, 0.72, 0.145, 5),
    ]  # fmt: skip
    sectors = []
    for index, (cx, cy, radius, rings) in enumerate(discs):
        centre = (cx * width, cy * height)
        steps = np.cumsum(rng.uniform(0.55, 1.45, rings))
        edges = np.concatenate([[0.0], steps / steps[-1]]) * radius * long_side
        lean = rng.uniform(0, 2 * np.pi)
        flip = int(rng.integers(2))
        for ring in range(rings - 1, -1, -1):
            if index == 0 and edges[ring + 1] < 0.34 * long_side:
                continue
            parts = 2 if ring == 0 else int(rng.choice([2, 4, 4]))
            turn = lean + (rng.choice([0.0, np.pi / 4]) if parts == 4 else 0.0) + rng.normal(0, 0.05)
            for part in range(parts):
                family = warm if (ring + part + flip) % 2 else cool
                first = family[int(rng.integers(4))]
                other = (cool if family is warm else warm)[int(rng.integers(4))]
                luck = rng.random()
                if luck < 0.10:
                    first = palette[4]
                elif luck < 0.17:
                    first = palette[9]
                last = mix(first, palette[4] if rng.random() < 0.6 else other, rng.uniform(0.15, 0.45))
                if index == 0:
                    first, last = mix(first, palette[4], 0.38), mix(last, palette[4], 0.5)
                start = turn + part * 2 * np.pi / parts
                sectors.append(
                    Sector(centre, edges[ring], edges[ring + 1], start, start + 2 * np.pi / parts, first, last)
                )
    return sectors


def _fill(canvas: Canvas, sector: Sector, marks: list[Mark], rng: np.random.Generator, unit: float) -> None:
    """Paint a sector with arcs from the inside out, twice: a thin layer, then a fuller one that leaves some of it."""
    width, height = canvas.size
    for brush, opacity, body in ((max(30 * unit, 6.0), 0.95, 1.2), (max(17 * unit, 4.0), 0.92, 2.3)):
        lanes = max(1, round((sector.outer - sector.inner) / (brush * 0.62)))
        for lane in range(lanes):
            radius = sector.inner + (lane + 0.5) / lanes * (sector.outer - sector.inner)
            wide = min(brush, (sector.outer - sector.inner) * 1.02) * (1.0 if lanes < 2 else 1.08)
            reach = max(radius * (sector.end - sector.start), 1.0)
            pieces = max(1, round(reach / max(rng.uniform(110, 190) * unit, 16)))
            for piece in range(pieces):
                share = np.array([piece, piece + 1]) / pieces
                share[0] -= 0.06 * (piece > 0)
                a = sector.start + (sector.end - sector.start) * np.linspace(
                    share[0], share[1], max(8, int(reach / pieces / 6))
                )
                inset = 0.35 * wide / max(radius, wide)
                a = np.clip(a, sector.start + inset * 0.5, sector.end - inset * 0.5) if radius > wide else a
                r = radius + rng.normal(0, 0.6 * unit)
                path = np.stack([sector.centre[0] + r * np.cos(a), sector.centre[1] + r * np.sin(a)], axis=1)
                off = (path[:, 0] < -40) | (path[:, 0] > width + 40) | (path[:, 1] < -40) | (path[:, 1] > height + 40)
                if off.all():
                    continue
                along = share.mean() + rng.normal(0, 0.07)
                colour = mix(sector.first, sector.last, float(np.clip(along, 0, 1)))
                colour = shifted(colour, rng.normal(0, 0.018), rng.uniform(0.98, 1.16), rng.normal(0, 0.06))
                canvas.stroke(
                    path, wide, colour, marks[rng.integers(len(marks))], body=body * unit, variation=0.028, pickup=0.10,
                    opacity=opacity, taper=0.0, second=shifted(colour, rng.normal(0.03, 0.03),
                    1.0, rng.normal(0, 0.16)),
                    flip=rng.random() < 0.5,
                )  # fmt: skip

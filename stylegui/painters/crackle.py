"""Crackle: the net of fine cracks in old paint and in wax."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, fbm, grid, noise, smoothstep

TILE = 128  # cells before the scatter repeats


def crackle(size: Size, rng: np.random.Generator, cells: float, width_px: float = 0.6, bend: float = 0.25) -> Array:
    """(H, W) in [0, 1]: cracks between about `cells` islands along the long side.

    width_px: half the width of a crack; bend: how far the lines wander, in islands.
    Cracks open and close along the way.
    """
    x, y = grid(size)
    sway = bend / cells
    x = x + sway * fbm(size, cells * 0.7, rng, 3)
    y = y + sway * fbm(size, cells * 0.7, rng, 3)
    gap_px = seam_distance(x * cells, y * cells, rng) / cells * max(size)
    opening = np.clip(0.75 + 0.45 * noise(size, cells * 0.8, rng), 0.05, 1.6)
    return smoothstep(1.0, 0.0, gap_px / np.maximum(width_px * opening + 0.45, 0.2)) * np.clip(opening, 0, 1)


def seam_distance(x: Array, y: Array, rng: np.random.Generator) -> Array:
    """How far the nearest border between scattered cells is, in cell widths; coordinates (H, W) in cell widths.

    After S. Worley, "A Cellular Texture Basis Function" (SIGGRAPH 1996), with the distance to the bisectors.
    """
    column, row = np.floor(x).astype(np.int32), np.floor(y).astype(np.int32)
    sites = rng.random((TILE, TILE, 2)).astype(np.float32) * 0.86 + 0.07  # by place, so that every size cracks alike

    def away(dx: int, dy: int) -> tuple[Array, Array]:
        site = sites[(row + dy) % TILE, (column + dx) % TILE]
        return site[..., 0] + (column + dx - x), site[..., 1] + (row + dy - y)

    best = np.full(x.shape, 1e9, np.float32)
    near_x, near_y = np.zeros_like(best), np.zeros_like(best)
    around = [(dx, dy) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]
    for dx, dy in around:
        ax, ay = away(dx, dy)
        gap = ax * ax + ay * ay
        closer = gap < best
        best = np.where(closer, gap, best).astype(np.float32)
        near_x, near_y = np.where(closer, ax, near_x), np.where(closer, ay, near_y)
    border = np.full(x.shape, 1e9, np.float32)
    for dx, dy in around:
        ax, ay = away(dx, dy)
        apart = np.hypot(ax - near_x, ay - near_y)
        other = apart > 1e-4
        reach = ((ax + near_x) * (ax - near_x) + (ay + near_y) * (ay - near_y)) / (2 * np.maximum(apart, 1e-4))
        border = np.where(other & (reach < border), reach, border).astype(np.float32)
    return border

"""The grain of a plank: what a wood block prints along with what was cut into it."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, fbm, grid, noise


def plank(size: Size, rng: np.random.Generator, rings: float = 46, knots: int = 2, upright: bool = False) -> Array:
    """(H, W) height of the grain, about ±1: year rings that wander along the plank and part round its knots.

    `rings` fit in the long side. The soft spring wood lies low and fades, the hard rim of each ring stands sharp.
    """
    x, y = grid(size)
    along, across = (y, x) if upright else (x, y)
    cells = (7.0, 1.6) if upright else (1.6, 7.0)
    bent = across + 0.016 * fbm(size, cells, rng, 3)
    for _ in range(knots):
        at, beside = rng.uniform(0, float(along.max())), rng.uniform(0, float(across.max()))
        width, reach = rng.uniform(0.012, 0.022), rng.uniform(0.05, 0.11)
        off = across - beside
        bent = bent + np.sign(off) * width * np.exp(-(((along - at) / reach) ** 2) - np.abs(off) / (3.2 * width))
    phase = bent * rings
    saw = phase - np.floor(phase)
    ring = np.where(saw < 0.82, saw / 0.82, (1 - saw) / 0.18) * 2 - 1
    pores = noise(size, (420, 12) if upright else (12, 420), rng)
    streaks = noise(size, (150, 3) if upright else (3, 150), rng)
    return np.asarray(0.62 * ring + 0.28 * streaks + 0.22 * pores, dtype=np.float32)

"""Regions for patterns that grow: each part of a picture with its own grain, start, colours and relief.

Every region says how its pattern starts (lines of a phase, one ridge to a whole number), what it becomes, and how it
is coloured and raised.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size
from stylegui.painters.study import polygon, smooth_curve

GRAIN = 0.030  # the usual distance from ridge to ridge, in long sides
MAZE, SPOTS, FINGERS = (0.055, 0.0620), (0.034, 0.0630), (0.040, 0.0605)  # feed and decay
DEEP, WATER, FOAM, WARM, WHITE, DARK, LEAF, BLOSSOM, GOLD = range(9)


@dataclass
class Region:
    """A part of the picture, later ones over earlier ones.

    mask: (H, W) in [0, 1]; ridge, hollow: OKLab (3,) or (H, W, 3); feed, kill: what the pattern becomes; coarse: its
    grain as a multiple of GRAIN; phase: (H, W), or nothing to start from scattered seeds; swell: the form's own relief
    (H, W; long sides); carve: how deep the pattern is cut, in [0, 1]; edge: how deep its outline is.
    """

    mask: Array
    ridge: Array
    hollow: Array
    feed: float = MAZE[0]
    kill: float = MAZE[1]
    coarse: float = 1.0
    phase: Array | None = None
    swell: Array | float = 0.0
    carve: float = 1.0
    edge: float = 1.0


def soft(size: Size, gap: Array) -> Array:
    """A mask from a signed distance in long sides: 1 where it is negative, one pixel soft."""
    return np.clip(0.5 - gap * max(size), 0, 1).astype(np.float32)


def shape(size: Size, points: list[tuple[float, float]] | Array, count: int = 140) -> Array:
    """The mask of a smooth closed outline given in long sides."""
    wide, tall = size[0] / max(size), size[1] / max(size)
    return polygon(size, smooth_curve(np.asarray(points, np.float64), count, closed=True) / [wide, tall])

"""Beds of tesserae and the cartoon that stacks them.

A cartoon is a stack of beds; each says where it lies, which way its rows run, how fine its tiles are and their colours.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp
from stylegui.painters.contours import signed_px
from stylegui.painters.field import Size, mix, window
from stylegui.painters.scenes.stage import Plate, Stage
from stylegui.painters.study import smooth_curve

LONG_SIDE = 640  # cartoons are drawn at this size, whatever that of the picture
FINE, COARSE = 0.0126, 0.0190  # tiles, in long sides


@dataclass
class Bed:
    """One field of tiles, all (H, W[, 3]): where, the field its rows follow (long sides), colours, share of gold."""

    mask: Array
    rows: Array
    lab: Array
    gold: Array
    tile: float
    stretch: float = 1.0


class Cartoon:
    """Beds in the making, on a stage."""

    def __init__(self, size: Size, rng: np.random.Generator, palette: Palette, ratio: float) -> None:
        self.size, self.rng, self.palette = size, rng, palette
        self.stage = Stage.whole(size, ratio, margin=0.0)
        self.x, self.y = self.stage.x, self.stage.y
        self.beds: list[Bed] = []
        self.figures = np.zeros((size[1], size[0]), bool)

    def flat(self, *places: int, tone: Array | float = 0.0) -> Array:
        """(H, W, 3): a row of palette colours by tone in [0, 1]."""
        return ramp([self.palette[place] for place in places], np.zeros_like(self.x) + np.asarray(tone, np.float32))

    def bed(
        self, mask: Array, lab: Array, tile: float = FINE, rows: Array | None = None, gold: Array | float = 0.0,
        outline: Array | None = None, figure: bool = True, stretch: float = 1.0,
    ) -> None:  # fmt: skip
        """Lay a bed over what is there; `outline` colours its first row; rows follow its edge unless given."""
        inside = _depth(mask > 0.5) / LONG_SIDE
        if outline is not None:
            lab = mix(lab, outline, (inside < tile * 0.95).astype(np.float32))
            gold = np.where(inside < tile * 0.95, 0.0, gold)
        share = np.zeros_like(self.x) + np.asarray(gold, np.float32)
        self.beds.append(Bed(mask > 0.5, inside if rows is None else rows, lab, share, tile, stretch))
        if figure:
            self.figures |= mask > 0.5

    def halo(self, ground: int, count: float, lab: Array, tile: float, gold: Array | float = 0.0) -> None:
        """Rows of the ground that follow the figures laid after it, as `count` rings; call when all are laid."""
        away = -signed_px(self.figures) / LONG_SIDE
        share = np.zeros_like(self.x) + np.asarray(gold, np.float32)
        ring = (away < count * tile) & (away > -2 * tile)
        self.beds.insert(ground + 1, Bed(ring, away, lab, share, tile))

    def shape(self, points: Array, closed: bool = True) -> Array:
        """(H, W) mask of a smooth or straight-edged form in design coordinates."""
        plate = Plate(self.stage)
        plate.fill(smooth_curve(points, 160, closed=True) if closed else points)
        return plate.mask()

    def line(self, points: Array, widths: Array | float) -> Array:
        """(H, W) mask of a line of changing width."""
        plate = Plate(self.stage)
        plate.line(smooth_curve(points, 90), widths)
        return plate.mask()

    def border(self, width: float, paint: Callable[[Array, Array], tuple[Array, Array]], tile: float) -> None:
        """A band along the edge of the picture: `paint` gives colours and gold from depth and length along it."""
        height, wide = self.x.shape
        y, x = np.mgrid[0:height, 0:wide].astype(np.float32) + 0.5
        sides = np.stack([x, wide - x, y, height - y]) / LONG_SIDE
        depth = sides.min(axis=0)
        level = np.argmin(sides, axis=0) < 2
        along = np.where(level, y - height / 2, x - wide / 2) / LONG_SIDE
        lab, gold = paint(depth, along)
        self.bed((depth < width).astype(np.float32), lab, tile, rows=depth, gold=gold, figure=False)


def _depth(mask: Array) -> Array:
    """(H, W) signed distance to the outline in pixels, worked out about the form only; -12 farther outside."""
    depth = np.full(mask.shape, -12.0, np.float32)
    part = window(mask, 12)
    if mask[part].size:
        depth[part] = np.maximum(signed_px(mask[part]), -12)
    return depth


def teeth(c: Cartoon, low: int, high: int, edge: int, deep: float) -> Callable[[Array, Array], tuple[Array, Array]]:
    """A band of teeth in two colours between rows of a third, `deep` to its inner row."""
    p = c.palette

    def paint(depth: Array, along: Array) -> tuple[Array, Array]:
        saw = np.abs((along / 0.052) % 1 - 0.5) * 2
        lab = np.where((saw > (depth - FINE) / (deep - FINE))[..., None], p[low], p[high])
        lab = np.where(((depth > deep) | (depth < FINE * 0.95))[..., None], p[edge], lab)
        return np.asarray(lab, np.float32), np.zeros_like(depth)

    return paint

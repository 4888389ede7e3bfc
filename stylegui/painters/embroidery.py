"""Embroidery: satin, long-and-short and stem stitch, with knots, on linen.

The designs say what is stitched with which stitch; the thread, its twist and its sheen are the needle's.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, to_pixels
from stylegui.painters.field import Size, blurred, enlarged, fbm, grid, noise, resized, smoothstep
from stylegui.painters.marks.needle import Needle
from stylegui.painters.relief import lit
from stylegui.painters.scenes.embroidery_designs import DESIGNS

# linen, night cloth, red, blue, mustard, green, rose, white, teal, plum
PALETTE = Palette(
    (
        "#e6d9bf", "#1c2742", "#b8232f", "#2b559c", "#e0a32e", "#4c7a3a", "#e08a93", "#f6efe0", "#2f8a8c", "#5a2a4f",
    )
)  # fmt: skip

OVERSIZE, LEAST_PX = 1.5, 640
THREAD = 0.0052  # of the design's height


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    design = DESIGNS[seed % len(DESIGNS)]
    large = enlarged(size, OVERSIZE, LEAST_PX)
    unit = max(large) / 1536
    cloth, weave = _linen(large, design.cloth(palette), rng)
    needle = Needle(large, design.ratio, cloth, np.random.default_rng((seed, 2)), THREAD)  # alike at every size
    design.stitch(needle, palette)
    near = blurred(needle.cover, 16 * unit)
    pucker = 7 * unit * near + 1.6 * unit * near * noise(large, 34, rng) + 2.2 * unit * fbm(large, 3, rng, 3)
    shade = blurred(np.roll(needle.cover, (round(3 * unit), round(2 * unit)), (0, 1)), 3.0 * unit)
    bare = 1 - needle.cover
    lab = needle.lab
    lab[..., 0] -= 0.15 * bare * smoothstep(0.0, 1.0, shade) * (0.3 + lab[..., 0])
    height = blurred(weave * bare * unit + needle.relief, 0.7 * unit) + pucker
    lab = lit(lab, height, depth=0.42 / unit, gloss=0.22)
    lab[..., 0] += 0.012 * noise(large, 2, rng)
    return to_pixels(resized(blurred(lab, 0.85 * unit), size))


def _linen(size: Size, colour: Array, rng: np.random.Generator) -> tuple[Array, Array]:
    """Plain-woven cloth: OKLab (H, W, 3) and the height of its threads in pixels at 1536."""
    x, y = grid(size)
    threads = 178
    x = (x + 0.0007 * noise(size, (30, 3), rng) + 0.0006 * noise(size, 5, rng)) * threads
    y = (y + 0.0007 * noise(size, (3, 30), rng) + 0.0006 * noise(size, 5, rng)) * threads
    column, row = np.floor(x).astype(int), np.floor(y).astype(int)
    across, down = np.abs(x - column - 0.5) * 2, np.abs(y - row - 0.5) * 2
    over = (column + row) % 2 == 0
    thick = rng.normal(0, 1, (2, threads * 2 + 8))
    warp, weft = thick[0][column % thick.shape[1]], thick[1][row % thick.shape[1]]
    slub = fbm(size, (threads * 0.9, 7), rng, 2), fbm(size, (7, threads * 0.9), rng, 2)
    body = np.where(over, 1 - across**2 * 0.8, 1 - down**2 * 0.8)
    dip = np.where(over, down, across)
    height = 2.2 * body * (1 - 0.45 * dip**2) + 0.35 * np.where(over, slub[0], slub[1])
    lab = np.zeros((size[1], size[0], 3), np.float32) + colour
    light = 0.40 + 0.6 * colour[0]
    lab[..., 0] += light * np.where(over, 0.016 * warp + 0.020 * slub[0], 0.016 * weft + 0.020 * slub[1])
    lab[..., 0] -= light * 0.085 * smoothstep(0.55, 1.0, np.maximum(across, down))
    lab[..., 0] += light * 0.016 * fbm(size, 4, rng, 3)
    return lab, height.astype(np.float32)

"""Linocut: gulls over the sea, a fox among ferns, a village on a hill, cut in blocks and printed one over the other.

The gouge follows the forms. Ink lies unevenly, the blocks do not meet exactly, and stray ridges of uncut lino print as
chatter.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.colour import Array, Palette, to_pixels
from stylegui.painters.field import Size, blurred, calmed, edge_distance, fbm, mix, noise, smoothstep, warped
from stylegui.painters.marks.gouge import Cut
from stylegui.painters.relief import lit
from stylegui.painters.scenes.fox import fox_in_ferns
from stylegui.painters.scenes.gulls import Blocks, gulls_at_sunrise
from stylegui.painters.scenes.hill_village import village_on_a_hill
from stylegui.painters.study import chosen

# paper, key ink, sun, sky, water
PALETTE = Palette(("#f3e7cf", "#14202e", "#e2502f", "#f2b257", "#2f7f86"))

Motif = Callable[[Cut], Blocks]
MOTIFS: tuple[Motif, ...] = (village_on_a_hill, fox_in_ferns, gulls_at_sunrise)


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = (size[0] * 2, size[1] * 2)
    unit = max(large) / 2048
    cut = Cut(large, rng)
    blocks = chosen(MOTIFS, seed)(cut)
    border = _border(large, rng)
    key = cut.ink * border
    lab = np.broadcast_to(palette[0], (large[1], large[0], 3)).astype(np.float32)
    colour_border = blurred(border, 2 * unit)
    for mask, place, cover in blocks:
        lab = _printed(lab, mask * colour_border, palette[place], cover, rng, unit)
    lab = _printed(lab, key, palette[1], 0.985, rng, unit)
    lab[..., 0] += 0.010 * fbm(large, (30, 90), rng, 4)
    relief = -1.6 * blurred(key, 1.3 * unit) + 0.18 * fbm(large, 200, rng, 2)
    return to_pixels(calmed(lit(lab, relief * unit, depth=0.30 / unit, gloss=0.1), size, 0.7))


def _printed(lab: Array, block: Array, colour: Array, cover: float, rng: np.random.Generator, unit: float) -> Array:
    """Press one inked block onto the sheet: out of register, mottled, with salt where the paper did not take ink."""
    size = (lab.shape[1], lab.shape[0])
    shift = rng.normal(0, 1.6 * unit, 2)
    block = warped(block, np.full(block.shape, shift[0], np.float32), np.full(block.shape, shift[1], np.float32))
    salt = smoothstep(1.75, 2.3, 0.8 * noise(size, 420, rng) + 0.6 * fbm(size, 9, rng, 3))
    squeeze = 0.5 * np.clip(block - blurred(block, 3.5 * unit), 0, 1)
    film = block * (cover - 0.75 * salt)
    result = mix(lab, colour, np.clip(film, 0, 1))
    result[..., 0] += block * (0.016 * fbm(size, 120, rng, 3) - 0.05 * squeeze)
    return result


def _border(size: Size, rng: np.random.Generator) -> Array:
    """The edge of the block, cut by hand."""
    inset = edge_distance(size) + 0.0016 * noise(size, 9, rng)
    return smoothstep(0.0195, 0.0210, inset + 0.0006 * noise(size, 80, rng))

"""Charcoal and cross-hatching: a head in profile, a dancer, trees in winter, in black, red chalk and white.

Tone becomes layers of hatching, each denser layer crossing the last and bent round the form. Every line is pressed
against the tooth of the paper, so light pressure only touches the grain; some of it is smudged with the thumb.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.colour import Array, Palette, to_pixels
from stylegui.painters.field import Size, enlarged, fbm, mix, resized
from stylegui.painters.marks.chalk import Sheet
from stylegui.painters.relief import lit
from stylegui.painters.scenes.ballet import dancer_at_rest
from stylegui.painters.scenes.profile import listening_profile
from stylegui.painters.scenes.winter_trees import winter_trees
from stylegui.painters.study import chosen

# paper, charcoal, red chalk, white chalk
PALETTE = Palette(("#c9b596", "#1c1a1b", "#a8452c", "#fbf4e4"))

Motif = Callable[[Sheet], None]
MOTIFS: tuple[Motif, ...] = (winter_trees, listening_profile, dancer_at_rest)


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, 1.5)
    sheet = Sheet(large, rng)
    unit = sheet.unit
    chosen(MOTIFS, seed)(sheet)
    grain = 0.007 * fbm(large, (14, 40), rng, 4) + 0.008 * fbm(large, (260, 40), rng, 2)
    lab = np.broadcast_to(palette[0], (large[1], large[0], 3)).astype(np.float32).copy()
    lab[..., 0] += grain
    for chalk, place in (("red", 2), ("black", 1), ("white", 3)):
        lab = mix(lab, palette[place], np.clip(sheet.layers[chalk], 0, 0.97))
    relief = 0.55 * sheet.tooth + 0.35 * np.clip(sheet.layers["white"] + sheet.layers["black"], 0, 1)
    return to_pixels(resized(lit(lab, relief * unit, depth=0.30 / unit, gloss=0.0), size))

"""Watercolour: an alpine lake, a canal between old houses, poppies seen close, in transparent washes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.colour import Array, Palette
from stylegui.painters.field import Size
from stylegui.painters.marks.washes import Sheet
from stylegui.painters.scenes.alps import alpine_lake
from stylegui.painters.scenes.canal import canal
from stylegui.painters.scenes.poppies import poppies
from stylegui.painters.study import chosen

# sky blue, warm light, far violet, mid blue, near indigo, pine green, meadow, rose, ochre, dark
PALETTE = Palette(
    (
        "#5b9bd0", "#f6b66a", "#8d86bf", "#4f7fae", "#2f4a80", "#2c6550", "#9fae3c", "#d1476f", "#c98a3a", "#24304f",
    )
)  # fmt: skip

Motif = Callable[[Sheet, Palette], None]
MOTIFS: tuple[Motif, ...] = (canal, alpine_lake, poppies)


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    sheet = Sheet(size, np.random.default_rng(seed))
    chosen(MOTIFS, seed)(sheet, palette)
    return sheet.pixels()

"""Batik: wax drawn on cotton, bath after bath of indigo and soga brown, and the veins where the wax broke.

Dye creeps along the threads past the edge of the wax, lies unevenly where the cloth was folded in the vat, and enters
every crack of the pale parts as a dark line with a soft border.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.colour import Array, Palette, to_pixels
from stylegui.painters.crackle import seam_distance
from stylegui.painters.field import Size, blurred, fbm, grid, mix, noise, smoothstep, warped
from stylegui.painters.relief import lit
from stylegui.painters.scenes.waxed import COTTON, INDIGO, NIGHT, OCHRE, RUST, SKY, SOGA, Wax, fishes, suns
from stylegui.painters.scenes.waxed_birds import birds

# cotton, deep indigo, pale indigo, soga brown, rust, ochre, night (indigo over soga)
PALETTE = Palette(("#efe4c8", "#1e3266", "#6a9cc2", "#7d4722", "#b9552b", "#dba648", "#171a30"))
# How long each place lay bare in the vat: 0 waxed at once, 1 to the last bath.
BARE = {COTTON: 0.0, OCHRE: 0.18, SKY: 0.35, RUST: 0.5, SOGA: 0.75, INDIGO: 0.85, NIGHT: 1.0}


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    wax = Wax(size, rng)
    motifs: tuple[Callable[[Wax], None], ...] = (fishes, birds, suns)
    motifs[seed % len(motifs)](wax)
    return _dyed(wax, palette)


def _dyed(wax: Wax, palette: Palette) -> Array:
    """The cloth out of its baths, boiled free of wax."""
    size, rng, chart = wax.size, wax.rng, wax.chart
    unit = max(size) / 1024
    warp_threads = noise(size, (330, 26), rng)
    weft_threads = noise(size, (26, 330), rng)
    creep = [unit * (0.8 * noise(size, 34, rng) + 0.30 * threads) for threads in (weft_threads, warp_threads)]
    colours = np.stack([palette[place] for place in range(len(BARE))])
    lab = warped(chart.coloured(colours), *creep)
    bare = warped(chart.coloured(np.array([BARE[place] for place in range(len(BARE))], np.float32)), *creep)
    soaked = blurred(bare, 3.2 * unit)
    bleed = np.clip(soaked - bare, 0, 1) * (0.55 + 0.45 * smoothstep(-0.8, 1.0, fbm(size, 14, rng, 3)))
    lab = mix(lab, mix(palette[INDIGO], palette[SOGA], 0.35), 0.42 * bleed)
    folds = fbm(size, 3.0, rng, 5)
    uneven = 0.55 * folds + 0.45 * fbm(size, (9, 26), rng, 4)
    lab[..., 0] += (0.012 + 0.045 * bare) * uneven
    lab[..., 1:] *= (1 + 0.10 * uneven)[..., None]
    blush = smoothstep(0.7, 1.9, fbm(size, 4, rng, 4)) * (1 - bare)
    lab = mix(lab, mix(palette[SOGA], palette[OCHRE], 0.5), 0.22 * blush)  # the second vat seeped under the wax
    sharp, soft = _veins(size, rng, unit)
    broken = 1 - 0.85 * smoothstep(0.6, 0.95, bare)
    stain = np.clip(0.80 * sharp + 0.26 * soft, 0, 1) * broken
    lab = mix(lab, mix(palette[INDIGO], palette[NIGHT], 0.35), 0.85 * stain)
    pale_veins = smoothstep(0.5, 1.0, sharp) * smoothstep(0.7, 0.9, bare) * smoothstep(0.2, 1.2, folds)
    lab = mix(lab, palette[SKY], 0.22 * pale_veins)
    cloth = _cotton(size, rng)
    lab[..., 0] += 0.006 * cloth + 0.007 * (warp_threads + weft_threads)
    height = unit * (0.42 * cloth + 0.26 * (warp_threads + weft_threads) + 2.0 * blurred(folds, 2 * unit) * unit)
    return to_pixels(blurred(lit(lab, height, depth=0.34 / unit), 0.55 * unit))  # no edge is sharper than a thread


def _veins(size: Size, rng: np.random.Generator, unit: float) -> tuple[Array, Array]:
    """Where the wax broke: sharp lines and the stain beside them.

    Long cracks run across the cloth where it was crumpled in the hand; short ones branch off between them.
    """
    x, y = grid(size)
    sway_x, sway_y = 0.012 * noise(size, 5, rng), 0.012 * noise(size, 5, rng)
    jag_x, jag_y = 0.0016 * noise(size, 70, rng), 0.0016 * noise(size, 70, rng)
    crumpled = smoothstep(-1.5, 0.9, fbm(size, 2.2, rng, 3))
    sharp = np.zeros_like(x)
    for cells, stretch, width, reach in ((6.0, 1.6, 1.9, 1.0), (14.0, 1.3, 1.25, 0.9), (31.0, 1.1, 0.7, 0.75)):
        turn = rng.uniform(0, np.pi)
        u = ((x + sway_x + jag_x) * np.cos(turn) + (y + sway_y + jag_y) * np.sin(turn)) * cells * stretch
        v = ((y + sway_y + jag_y) * np.cos(turn) - (x + sway_x + jag_x) * np.sin(turn)) * cells / stretch
        gap_px = seam_distance(u, v, rng) / cells * max(size)
        opening = np.clip(0.72 + 0.55 * noise(size, cells * 1.3, rng), 0.0, 1.5) * reach * crumpled
        line = smoothstep(1.0, 0.0, gap_px / np.maximum(width * unit * opening + 0.5, 0.1)) * np.clip(
            1.3 * opening, 0, 1
        )
        sharp = np.maximum(sharp, line)
    soft = np.clip(3.0 * blurred(sharp, 2.6 * unit), 0, 1)
    return sharp, soft


def _cotton(size: Size, rng: np.random.Generator) -> Array:
    """Plain weave, about ±1; too fine to see in a small picture."""
    x, y = grid(size)
    count = 290.0
    u = (x + 0.0007 * noise(size, 30, rng)) * count * np.pi
    v = (y + 0.0007 * noise(size, 30, rng)) * count * np.pi
    fade = float(np.clip(max(size) / 800, 0.1, 1.0))
    return np.asarray(fade * np.sin(u) * np.sin(v) + 0.25 * noise(size, 120, rng))

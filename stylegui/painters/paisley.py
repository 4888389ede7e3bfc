"""Paisley: botehs printed from wood blocks, colour after colour, on a woven shawl.

Ink piles up at the rims of a block and starves in its middle, the weave takes it thread by thread, and no impression
lies quite where the last one did.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.colour import Array, Palette, shifted, to_pixels
from stylegui.painters.field import Size, blurred, fbm, grid, mix, noise, smoothstep, warped
from stylegui.painters.relief import lit
from stylegui.painters.scenes.boteh import CLOTH, DARK, OCHRE, Shawl
from stylegui.painters.scenes.life_tree import life_tree
from stylegui.painters.scenes.shawls import corner, garden

# cloth, madder, indigo, ochre, green, dark outline, rose, sky
PALETTE = Palette(("#efdfbd", "#9c2b26", "#24365f", "#d69a35", "#4f6b3c", "#2a1a18", "#d9877a", "#7fa8b0"))


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    shawl = Shawl(size, rng)
    motifs: tuple[Callable[[Shawl], None], ...] = (corner, life_tree, garden)
    motifs[seed % len(motifs)](shawl)
    return _printed(shawl, palette)


def _printed(shawl: Shawl, palette: Palette) -> Array:
    """Every block on the cloth, one palette place after another, the dark outlines last."""
    size, rng, chart = shawl.size, shawl.rng, shawl.chart
    unit = max(size) / 1024
    threads, thread_tone = _cloth(size, rng)
    places = np.asarray(shawl.places)
    pressure = warped(
        chart.coloured(np.asarray(shawl.pressures, np.float32)), *[unit * noise(size, 40, rng) for _ in range(2)]
    )
    pull = [1.5 * noise(size, 4, rng) + 0.5 * noise(size, 60, rng) for _ in range(2)]
    lab = np.broadcast_to(palette[CLOTH], (size[1], size[0], 3)).astype(np.float32)
    lab = mix(lab, mix(palette[CLOTH], palette[OCHRE], 0.45), 0.30 * smoothstep(-0.6, 1.4, fbm(size, 3, rng, 4)))
    starved = 0.55 * fbm(size, 16, rng, 3) + 0.45 * noise(size, 95, rng)
    body = np.zeros((size[1], size[0]), np.float32)
    order = sorted({int(place) for place in places} - {CLOTH}, key=lambda place: place == DARK)
    for place in order:
        shift = rng.normal(0, 1.1, 2)
        block = warped(
            chart.coloured((places == place).astype(np.float32)), *[unit * (pull[k] + shift[k]) for k in (0, 1)]
        )
        rim = np.clip(block - blurred(block, 2.6 * unit), 0, 1)
        take = 1.55 * pressure - 0.36 * np.abs(threads - 0.25) - 0.30 * starved + 0.9 * rim
        film = block * smoothstep(0.10, 1.05, take)
        ink = np.broadcast_to(palette[place], lab.shape).astype(np.float32)
        ink = shifted(ink, 0.0, 1.0)
        ink[..., 0] += 0.020 * starved - 0.075 * rim + 0.02 * (1 - pressure)
        halo = np.clip(blurred(block, 2.2 * unit) - block, 0, 1)
        lab = mix(lab, ink, np.clip(0.96 * film + 0.16 * halo, 0, 1))
        body = np.maximum(body, film)
    lab[..., 0] += 0.017 * thread_tone + 0.012 * fbm(size, 7, rng, 4)
    lab = _worn(lab, palette, rng, size)
    height = unit * (0.55 * threads + 0.5 * blurred(body, 1.2 * unit))
    return to_pixels(blurred(lit(lab, height, depth=0.36 / unit), 0.65 * unit))  # no edge is sharper than a thread


def _cloth(size: Size, rng: np.random.Generator) -> tuple[Array, Array]:
    """Twill: the height of its threads, about ±1, and how light each one is."""
    x, y = grid(size)
    count = 250.0
    u = (x + 0.0010 * noise(size, 20, rng)) * count
    v = (y + 0.0010 * noise(size, 20, rng)) * count
    diagonal = np.sin(2 * np.pi * (u + v) / 2.0 + 0.5 * noise(size, 120, rng))
    slub = noise(size, (3, count), rng) * (diagonal > 0) + noise(size, (count, 3), rng) * (diagonal <= 0)
    fade = float(np.clip(max(size) / 700, 0.15, 1.0))  # finer than pixels in a small picture
    return fade * 0.7 * diagonal + 0.35 * slub, 0.8 * slub + 0.35 * fade * diagonal


def _worn(lab: Array, palette: Palette, rng: np.random.Generator, size: Size) -> Array:
    """Washed and folded: soft pale creases, a faint tide mark."""
    x, y = grid(size)
    for place, at in ((x + 0.02 * y, 0.34 * x.max()), (y - 0.015 * x, 0.52 * y.max())):
        crease = np.exp(-(((place - at + 0.002 * noise(size, 6, rng)) / 0.0030) ** 2))
        lab = mix(lab, palette[CLOTH], 0.10 * crease * smoothstep(-1.0, 1.0, noise(size, 40, rng)))
    tide = np.exp(-(((fbm(size, 2.2, rng, 5) - 0.9) / 0.05) ** 2))
    return mix(lab, mix(palette[OCHRE], palette[DARK], 0.4), 0.08 * tide)

"""Ink wash: bamboo in mist, a plum branch before the moon, a kingfisher among lotus, after East Asian brush painting.

One ink, from wet grey to dry black, with a little colour; the seal is cut with a hill and waves, no writing.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.colour import Array, Palette, from_oklab, linear_to_srgb, srgb_to_linear
from stylegui.painters.field import Size, enlarged, fbm, noise, resized, smoothstep
from stylegui.painters.marks.scroll import Scroll
from stylegui.painters.scenes.bamboo import bamboo_in_mist
from stylegui.painters.scenes.lotus import kingfisher_and_lotus
from stylegui.painters.scenes.plum import plum_and_moon
from stylegui.painters.study import chosen, frame

# paper, ink, sun and blossom, seal, wash tint and feathers
PALETTE = Palette(("#efe5cf", "#1b1b20", "#d9573b", "#b3261e", "#5c7280"))


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, 1.5)
    scroll = Scroll(large, rng)
    side = chosen(MOTIFS, seed)(scroll)
    seal = _seal(large, rng, 0.5 + side * 0.43, 0.84)
    return _developed(scroll, palette, seal, size)


def _developed(scroll: Scroll, palette: Palette, seal: Array, size: Size) -> Array:
    """Paper, pigments, ink and seal as light."""
    rng, large = scroll.rng, scroll.size
    fx, fy = frame(large)
    sheet = srgb_to_linear(from_oklab(palette[0]))
    age = 1 + 0.030 * fbm(large, 4, rng, 4) + 0.022 * scroll.fibre - 0.10 * ((fx - 0.5) ** 2 + (fy - 0.5) ** 2)
    light = sheet * age[..., None]
    fleck = smoothstep(2.5, 3.0, noise(large, (90, 420), rng))
    light *= (1 - 0.14 * fleck)[..., None]
    for mask, place, strength in (
        (np.clip(scroll.red, 0, 1.2), 2, 0.70),
        (np.clip(scroll.cool, 0, 1.2), 4, 0.85),
        (seal, 3, 0.92),
    ):
        pigment = srgb_to_linear(from_oklab(palette[place]))
        uneven = np.clip(strength * (1 + 0.10 * scroll.fibre + 0.10 * fbm(large, 9, rng, 3)), 0, 1)
        light = light * (1 - (mask * uneven)[..., None]) + light * pigment * (mask * uneven)[..., None]
    ink = np.clip(srgb_to_linear(from_oklab(palette[1])), 0.006, 1)
    pale = np.clip(srgb_to_linear(from_oklab(palette[4])), 0.01, 1)
    density = np.clip(scroll.ink, 0, 2.2)
    share = smoothstep(0.05, 0.75, density)[..., None]
    absorb = -np.log(pale) * 1.15 * (1 - share) + -np.log(ink) * share * 0.86
    light = light * np.exp(-density[..., None] * absorb)
    return np.asarray(np.rint(linear_to_srgb(resized(light, size)) * 255), dtype=np.uint8)


def _seal(size: Size, rng: np.random.Generator, x: float, y: float) -> Array:
    """A square red seal with a cut mark: a hill and three waves, no writing."""
    fx, fy = frame(size)
    ratio = size[1] / size[0]
    u, v = (fx - x) / 0.024, (fy - y) * ratio / 0.024
    rough = 0.05 * noise(size, 90, rng)
    block = smoothstep(1.02, 0.96, np.maximum(np.abs(u), np.abs(v)) + rough)
    hill = smoothstep(0.10, 0.04, np.abs(v + 0.55 - 0.9 * np.abs(u)) + rough * 0.5) * (v < 0.1) * (np.abs(u) < 0.75)
    waves = smoothstep(0.085, 0.03, np.abs((v - 0.2 + 0.06 * np.sin(u * 9)) % 0.25 - 0.12) + rough * 0.4)
    waves = waves * (v > 0.12) * (v < 0.85) * (np.abs(u) < 0.8)
    return np.asarray(block * (1 - np.clip(hill + waves, 0, 1)) * smoothstep(2.2, 1.3, noise(size, 240, rng)))


Motif = Callable[[Scroll], float]  # draws, and gives the side that it leaves free for the seal
MOTIFS: tuple[Motif, ...] = (plum_and_moon, bamboo_in_mist, kingfisher_and_lotus)

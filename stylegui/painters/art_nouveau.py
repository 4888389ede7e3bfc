"""Art nouveau: a colour lithograph of swelling whiplash lines, flat stains and bronze powder.

Each colour is a flat stain with a second one crayoned over the grain of its stone; the stones do not meet exactly, the
key ink is greasy and frays a little, and the gold is dusted on while its size is wet.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted, to_pixels
from stylegui.painters.field import Size, blurred, edge_distance, fbm, grid, mix, noise, smoothstep, warped
from stylegui.painters.relief import lit, paper
from stylegui.painters.scenes.nouveau import AUBURN, GOLD, INK, PAPER, woman
from stylegui.painters.scenes.nouveau_water import irises, pond
from stylegui.painters.scenes.poster import BRIGHT, KEY, Poster

# paper, key ink, gold, skin, auburn, sage, deep teal, mauve, coral
PALETTE = Palette(
    ("#f3e6c8", "#2b2018", "#c99a3b", "#f2cfae", "#a5532a", "#8fa06a", "#2f6f70", "#7a6396", "#d8674c")
)  # fmt: skip


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    poster = Poster(size, palette, np.random.default_rng(seed))
    motifs: tuple[Callable[[Poster], None], ...] = (woman, irises, pond)
    motifs[seed % len(motifs)](poster)
    return _printed(poster)


def _printed(poster: Poster) -> Array:
    """The sheet after all its stones: paper, stains, crayon, gold, key."""
    size, rng, palette, flats = poster.size, poster.rng, poster.palette, poster.flats
    unit = max(size) / 1024
    x, y = grid(size)
    grain = 0.95 * noise(size, 430, rng) + 0.38 * noise(size, 190, rng)
    shift = rng.normal(0, 1.3 * unit, 2)
    sway = [shift[k] + unit * 0.5 * noise(size, 60, rng) for k in (0, 1)]
    shade = np.asarray(poster.shades, np.float32)[flats.numbers()]
    reach = np.hypot(x - shade[..., 0], y - shade[..., 1]) / shade[..., 2]
    tone = np.clip(reach, 0, 1.15) * shade[..., 3] + 0.10 * fbm(size, 5, rng, 3) * shade[..., 3]
    stain = warped(flats.coloured(np.stack(poster.flat)), *sway)
    crayon = warped(flats.coloured(np.stack(poster.crayon)), *sway)
    mottle = fbm(size, 12, rng, 4)
    lab = np.array(stain)
    lab[..., 0] += 0.014 * mottle + 0.010 * fbm(size, (60, 60), rng, 2)
    lab[..., 1:] *= (1 + 0.06 * mottle)[..., None]
    lab = mix(lab, crayon, 0.25 * np.clip(tone, 0, 1) + 0.48 * _crayoned(tone, grain))
    salt = smoothstep(1.5, 2.3, noise(size, 260, rng) + 0.5 * fbm(size, 9, rng, 3))
    lab = mix(lab, palette[PAPER], 0.22 * salt)
    gold = blurred(warped(flats.coloured(np.asarray(poster.metal, np.float32)), *sway), 0.4 * unit)
    rough = [unit * 0.32 * noise(size, 200, rng) for _ in range(2)]
    bright = warped(poster.lines.mask(BRIGHT), *rough)
    gilded = np.maximum(gold, bright)
    lab = mix(lab, _bronze(size, palette, rng, grain), gilded * smoothstep(-2.6, -1.4, grain))
    key = warped(poster.lines.mask(KEY), *rough)
    spread = np.clip(blurred(key, 1.6 * unit) - key, 0, 1)
    lab = mix(lab, palette[INK], np.clip(key * (0.96 - 0.30 * smoothstep(0.9, 2.0, grain)) + 0.22 * spread, 0, 1))
    lab = _aged(lab, palette, rng, size, x, y)
    tooth = paper(size, rng, 190)
    height = unit * (0.45 * tooth - 0.9 * blurred(key, 0.9 * unit) + 1.1 * blurred(gilded, 0.8 * unit))
    return to_pixels(blurred(lit(lab, height, depth=0.34 / unit, gloss=0.12), 0.4 * unit))


def _crayoned(tone: Array, grain: Array) -> Array:
    """How much of the grain of the stone a crayon of this tone reaches: tone in [0, 1], grain about unit variance."""
    bar = 1.9 - 3.5 * np.clip(tone, 0, 1.1)
    return smoothstep(-0.55, 0.95, grain - bar) * smoothstep(0.02, 0.12, tone)


def _bronze(size: Size, palette: Palette, rng: np.random.Generator, grain: Array) -> Array:
    """Bronze powder (H, W, 3): dull where it was rubbed in, glittering in grains."""
    sheen = 0.45 + 0.20 * fbm(size, 4, rng, 3) + 0.13 * grain
    tones = [
        mix(palette[GOLD], palette[INK], 0.35),
        shifted(palette[GOLD], -0.03),
        shifted(palette[GOLD], 0.05),
        mix(palette[GOLD], palette[PAPER], 0.6),
    ]
    lab = ramp(tones, sheen)
    glint = smoothstep(1.7, 2.4, noise(size, 340, rng) + 0.4 * fbm(size, 8, rng, 2))
    return mix(lab, palette[PAPER], 0.75 * glint)


def _aged(lab: Array, palette: Palette, rng: np.random.Generator, size: Size, x: Array, y: Array) -> Array:
    """Foxing, a brown edge, the ghosts of two folds."""
    fox = smoothstep(1.5, 2.4, fbm(size, 14, rng, 4) + 0.4 * noise(size, 4, rng))
    edge = edge_distance(size) + 0.006 * fbm(size, 10, rng, 4)
    brown = mix(palette[GOLD], palette[AUBURN], 0.5)
    lab = mix(lab, brown, 0.12 * fox + 0.22 * smoothstep(0.030, 0.0, edge))
    for place, at in ((x, x.max() * 0.5), (y, y.max() * 0.5)):
        fold = np.exp(-(((place - at + 0.0008 * noise(size, 12, rng)) / 0.0016) ** 2))
        lab = mix(lab, palette[PAPER], 0.16 * fold * smoothstep(-0.5, 1.2, noise(size, 90, rng)))
    return lab

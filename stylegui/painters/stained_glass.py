"""Stained glass: a tree before the sun, a rose window, a dove over lilies, in pot-metal panes lit from behind.

Panes are regions of a drawing divided by its own forms: rings and rays, bands along the hills, feathers. Each pane
has streaks, bubbles and its own thickness; lead has a rounded back and solder at joints.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.cells import means, nearness, seams
from stylegui.painters.colour import Array, Palette, from_oklab, linear_to_srgb, shifted, srgb_to_linear
from stylegui.painters.field import Size, blurred, enlarged, fbm, grid, noise, resized, slope, smoothstep
from stylegui.painters.scenes.cartoon import Cartoon
from stylegui.painters.scenes.dove import dove_and_lilies
from stylegui.painters.scenes.rose_window import rose_window
from stylegui.painters.scenes.sun_tree import sun_tree
from stylegui.painters.study import chosen

# night blue, sky blue, turquoise, sun yellow, sun orange, red, leaf green, pale green, violet, earth brown, white glass
PALETTE = Palette(
    (
        "#173a8c", "#2f7fd1", "#53c2c4", "#ffd84a", "#f7902b", "#d42f35", "#1f8a4c", "#a5cf3f", "#6d3aa0", "#8a4a22",
        "#f4ead0",
    )
)  # fmt: skip


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, 1.5)
    unit = max(large) / 1536
    cartoon = chosen(MOTIFS, seed)(large, rng)
    number, bold = cartoon.panes, cartoon.bold
    colours = _panes(cartoon, number, palette, rng)
    light = srgb_to_linear(from_oklab(colours[number]))
    light *= _glass(large, number, rng, unit)[..., None]
    lead, shape = _lead(number, bold, rng, unit)
    glow = np.stack([blurred(light[..., c] * (1 - lead), 9 * unit) for c in range(3)], axis=-1)
    wide = np.stack([blurred(light[..., c] * (1 - lead), 40 * unit) for c in range(3)], axis=-1)
    across, down = slope(blurred(shape, 1.2 * unit))
    facing = np.clip(0.5 - (across + down) * 1.2, 0, 1)
    metal = np.array([0.020, 0.021, 0.025]) + np.array([0.11, 0.115, 0.125]) * (facing**3)[..., None]
    metal = metal * (1 + 0.18 * fbm(large, 50, rng, 5))[..., None] + 0.03 * glow
    picture = light * (1 - lead[..., None]) + metal * lead[..., None]
    picture = picture * 0.98 + 0.05 * glow + 0.05 * wide
    return np.asarray(np.rint(linear_to_srgb(resized(picture, size)) * 255), dtype=np.uint8)


def _panes(cartoon: Cartoon, number: Array, palette: Palette, rng: np.random.Generator) -> Array:
    """One OKLab colour a pane, (N, 3), chosen by what the pane shows and how much light it has."""
    count = int(number.max()) + 1
    what = np.zeros(count, np.int64)
    what[number.ravel()] = cartoon.kind.ravel()
    light = means(cartoon.bright, number)
    colours = np.zeros((count, 3), np.float32)
    for pane in range(count):
        row = cartoon.rows[int(what[pane])]
        spread = 0.16 if what[pane] in (0, 6) else 0.10
        at = np.clip(light[pane] + rng.normal(0, spread), 0, 0.999)
        colour = palette[row[int(at * len(row))]]
        if what[pane] == 6 and rng.random() < 0.06:
            colour = palette[10]
        colours[pane] = shifted(colour, rng.normal(0.01, 0.035), rng.uniform(0.95, 1.15), rng.normal(0, 0.10))
    return colours


def _glass(size: Size, number: Array, rng: np.random.Generator, unit: float) -> Array:
    """What the glass lets through, (H, W) about 1: streaks, thickness, bubbles, and dirt that gathers at the lead."""
    count = int(number.max()) + 1
    tilt = rng.uniform(0, 2 * np.pi, count)[number]
    x, y = grid(size)
    strength = rng.uniform(0.4, 1.4, count)[number]
    ramp = np.cos(tilt) * (x - means(x, number)[number]) + np.sin(tilt) * (y - means(y, number)[number])
    streaky = np.where(np.cos(2 * tilt) > 0, noise(size, (9, 60), rng), noise(size, (60, 9), rng))
    waves = 0.10 * strength * streaky + 0.07 * fbm(size, 30, rng, 3) + 0.05 * fbm(size, 130, rng, 2)
    seeds = smoothstep(2.3, 2.7, noise(size, 150, rng)) * 0.35 - smoothstep(2.5, 2.9, noise(size, 120, rng)) * 0.3
    near = nearness(seams(number), 7 * unit)
    light = (0.98 + 3.2 * ramp + waves + seeds) * (1 - 0.42 * near)
    return np.asarray(np.clip(light, 0.12, 1.9))


def _lead(number: Array, bold: Array, rng: np.random.Generator, unit: float) -> tuple[Array, Array]:
    """Where lead is, (H, W) in [0, 1], and the height of its rounded back."""
    edge = seams(number)
    size = (number.shape[1], number.shape[0])
    thin = blurred(edge, 2.9 * unit) * 2.9 * unit * (1 + 0.10 * noise(size, 40, rng))
    thick = blurred(bold, 5.2 * unit) * 5.2 * unit
    shape = np.maximum(thin, thick * 1.05)
    joints = np.clip(blurred(edge, 4.0 * unit) * 4.0 * unit - 0.62, 0, 1)
    return smoothstep(0.19, 0.25, shape + 0.4 * joints), np.sqrt(np.clip(shape + 0.8 * joints, 0, 2)) * 5 * unit


Motif = Callable[[Size, np.random.Generator], Cartoon]
MOTIFS: tuple[Motif, ...] = (rose_window, sun_tree, dove_and_lilies)

"""Art deco: lacquer, enamel and gold, in the manner of an inlaid panel.

Gold leaf lies in squares and is worn at its seams; enamel pools between raised edges over engine-turned metal; black
lacquer has gold dust sprinkled into it, dense where the light is. Everything is polished and catches one window.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted, to_pixels
from stylegui.painters.field import Size, blurred, fbm, grid, mix, noise, smoothstep
from stylegui.painters.relief import lit
from stylegui.painters.scenes.chart import Chart
from stylegui.painters.scenes.deco_animals import gazelles, peacock
from stylegui.painters.scenes.deco_skyline import skyline
from stylegui.painters.scenes.inlay import CORAL, ENAMEL, GOLD, IVORY, LEAF, NIGHT, PALE, Inlay

# night lacquer, gold, pale gold, teal, emerald, coral, deep blue, ivory
PALETTE = Palette(("#10161f", "#b9862f", "#f2d58a", "#1f8a8c", "#14664a", "#d9583b", "#1d3766", "#f6ecd4"))


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    inlay = Inlay(size, palette, np.random.default_rng(seed))
    motifs: tuple[Callable[[Inlay], None], ...] = (skyline, peacock, gazelles)
    motifs[seed % len(motifs)](inlay)
    return _polished(inlay)


def _polished(inlay: Inlay) -> Array:
    """The inlay under one window, with its gold, dust and bevels."""
    size, rng, palette, chart = inlay.size, inlay.rng, inlay.palette, inlay.chart
    unit = max(size) / 1024
    x, y = grid(size)
    number = chart.numbers()
    kinds = np.asarray(inlay.materials)
    grade = np.asarray(inlay.grades, np.float32)[number]
    away = np.hypot(x - grade[..., 0], y - grade[..., 1]) / grade[..., 2]
    t = np.clip(away, 0, 1)
    leaf, enamel = chart.coloured(kinds == LEAF), chart.coloured(kinds == ENAMEL)
    lab = mix(chart.coloured(np.stack(inlay.first)), chart.coloured(np.stack(inlay.last)), t)
    lab[..., 0] += 0.014 * fbm(size, 7, rng, 4)
    lab, engraved = _enamel(lab, enamel, x, y, grade, rng, unit)
    gold, worked = _gold(size, palette, rng, x, y)
    lab = _sprinkled(lab, grade[..., 3] * (1 - t) ** 1.4 * (1 - leaf) * (1 - enamel), palette, rng, size)
    lab = mix(lab, mix(gold, lab, 0.25), leaf)
    lab = _searched(lab, inlay, x, y, leaf)
    edge = np.clip(leaf - blurred(leaf, 2.2 * unit), 0, 1)
    wire = blurred(leaf, 0.8 * unit)
    dip = blurred(1 - enamel, 3 * unit) * enamel
    sheen = np.exp(-(((x - 0.62 * y - 0.25 + 0.03 * noise(size, 2, rng)) / 0.11) ** 2))
    sheen += 0.6 * np.exp(-(((x - 0.62 * y - 0.62) / 0.045) ** 2))
    lab[..., 0] += 0.055 * sheen * (1 - 0.5 * leaf)
    scratch = smoothstep(1.9, 2.6, noise(size, (18, 420), rng) + 0.5 * noise(size, 6, rng)) * (1 - leaf)
    lab[..., 0] += 0.02 * scratch * (0.3 + sheen)
    height = unit * (2.8 * wire + 2.0 * edge + worked * leaf + 3.4 * dip + engraved * enamel)
    lab = lit(lab, height, depth=0.62 / unit, gloss=0.95)
    grime = blurred(1 - leaf, 1.6 * unit) * leaf + 0.6 * blurred(leaf, 1.8 * unit) * (1 - leaf)
    lab[..., 0] -= 0.10 * grime * smoothstep(-0.6, 1.0, fbm(size, 9, rng, 3))
    return to_pixels(blurred(lab, 0.55 * unit))  # under a last coat of varnish


def _gold(size: Size, palette: Palette, rng: np.random.Generator, x: Array, y: Array) -> tuple[Array, Array]:
    """Leaf gold (H, W, 3) and its relief: squares that overlap, burnishing strokes, red bole where it is worn."""
    room = 0.50 + 0.16 * fbm(size, 3, rng, 3) + 0.20 * np.sin(7 * (x + 0.8 * y) + 1.5 * noise(size, 3, rng))
    burnish = 0.6 * noise(size, (40, 260), rng) + 0.6 * noise(size, (14, 60), rng)
    squares = [
        np.abs(np.mod(w / 0.083 + 0.10 * noise(size, 8, rng), 1.0) - 0.5) * 2 for w in (x + 0.2 * y, y - 0.2 * x)
    ]
    lap = np.maximum(*[smoothstep(0.955, 0.985, square) for square in squares])
    shine = room + 0.11 * burnish + 0.14 * lap
    tones = [
        mix(palette[NIGHT], palette[GOLD], 0.45), shifted(palette[GOLD], -0.05), palette[GOLD],
        mix(palette[GOLD], palette[PALE], 0.55), palette[PALE], mix(palette[PALE], palette[IVORY], 0.7),
    ]  # fmt: skip
    lab = ramp(tones, shine)
    worn = smoothstep(1.35, 2.0, fbm(size, 26, rng, 4) + 0.6 * lap + 0.35 * noise(size, 3, rng))
    lab = mix(lab, mix(palette[CORAL], palette[NIGHT], 0.5), 0.55 * worn)
    return lab, 0.45 * burnish + 0.5 * lap - 0.5 * worn


def _enamel(
    lab: Array, enamel: Array, x: Array, y: Array, grade: Array, rng: np.random.Generator, unit: float
) -> tuple[Array, Array]:
    """Glass over engine-turned metal: waves about the start of each grade show through; small bubbles stay in it."""
    size = (lab.shape[1], lab.shape[0])
    dx, dy = x - grade[..., 0], y - grade[..., 1]
    r, turn = np.hypot(dx, dy), np.arctan2(dy, dx)
    waves = np.sin(r * 760 + 2.2 * np.sin(turn * 36)) * smoothstep(0.004, 0.02, r)
    cloud = fbm(size, 18, rng, 4)
    bubbles = smoothstep(2.0, 2.5, noise(size, 190, rng) + 0.5 * cloud)
    result = np.array(lab)
    result[..., 0] += enamel * (0.010 * waves * min(1.0, unit * 1.5) + 0.018 * cloud + 0.045 * bubbles)
    result[..., 1:] *= (1 + enamel * (0.10 + 0.08 * cloud))[..., None]
    return result, 0.07 * waves + 0.25 * cloud


def _sprinkled(lab: Array, amount: Array, palette: Palette, rng: np.random.Generator, size: Size) -> Array:
    """Gold dust: the denser `amount` says, the more grains lie; coarse flakes among fine powder."""
    for cells, share in ((400.0, 0.94), (210.0, 0.40)):
        grain = noise(size, cells, rng) + 0.25 * noise(size, 30, rng)
        bar = 2.5 - 2.4 * np.sqrt(np.clip(amount, 0, 1)) * share
        dust = smoothstep(bar, bar + 0.55, grain) * smoothstep(0.01, 0.06, amount)
        tone = ramp([palette[GOLD], palette[PALE], palette[IVORY]], 0.35 + 0.3 * noise(size, cells / 2, rng))
        lab = mix(lab, tone, 0.85 * dust)
    return lab


def _searched(lab: Array, inlay: Inlay, x: Array, y: Array, leaf: Array) -> Array:
    """Searchlights: dust thickens in the beams, which fade towards their ends."""
    palette, rng, size = inlay.palette, inlay.rng, inlay.size
    for beam in inlay.beams:
        chart = Chart(size)
        chart.fill(beam, 1)
        foot, end = (beam[0] + beam[3]) / 2, (beam[1] + beam[2]) / 2
        run = ((x - foot[0]) * (end - foot)[0] + (y - foot[1]) * (end - foot)[1]) / float(np.sum((end - foot) ** 2))
        light = blurred(chart.mask(1), max(size) / 900) * np.clip(1 - 0.85 * run, 0, 1) * (1 - 0.7 * leaf)
        lab = mix(lab, mix(palette[PALE], palette[IVORY], 0.5), 0.34 * light)
        lab = _sprinkled(lab, 0.12 * light * (1 - leaf), palette, rng, size)
    return lab

"""Risograph: four spot inks, each through its own halftone screen, printed over one another by a machine with a temper.

The inks are transparent, so where two meet a third colour appears (their transmittances multiply). Each drum has its
own screen: round dots at two angles, a line screen, and a grain for the lightest ink. The drums do not register, the
rollers leave streaks, solids print with pinholes.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, from_oklab, linear_to_srgb, srgb_to_linear
from stylegui.painters.field import (
    Size,
    blurred,
    edge_distance,
    enlarged,
    fbm,
    grid,
    noise,
    resized,
    smoothstep,
    warped,
)
from stylegui.painters.scenes.cactus_desert import cactus_desert
from stylegui.painters.scenes.city_lights import city_lights
from stylegui.painters.scenes.separations import Separations
from stylegui.painters.scenes.stage import Stage
from stylegui.painters.scenes.sunglasses import sunglasses

# paper, fluorescent ink, blue ink, yellow ink, dark ink
PALETTE = Palette(("#f4ecdb", "#ff5a5f", "#1f86c4", "#ffcf3a", "#2b2350"))
MOTIFS = ((sunglasses, 0.8125), (cactus_desert, 4 / 3), (city_lights, 0.8125))

PITCH = 0.0106  # of the screens, in long sides
MARGIN = 0.045
# the order of printing: ink, angle of its screen, kind of screen
DRUMS = ((2, 0.0, "grain"), (0, np.pi / 4, "dots"), (1, np.pi / 12, "dots"), (3, 1.15, "lines"))


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, 1.5)
    motif, ratio = MOTIFS[seed % len(MOTIFS)]
    stage = Stage(large, ratio)
    plan = Separations(stage, rng)
    motif(plan)
    films = [film[:, ::-1] for film in plan.inks()] if seed // 6 % 2 else plan.inks()
    sheet = palette[0] + np.zeros((large[1], large[0], 3), np.float32)
    sheet[..., 0] += 0.007 * fbm(large, (60, 24), rng, 2) + 0.004 * noise(large, 160, rng)
    light = srgb_to_linear(from_oklab(sheet))
    frame = _frame(large)
    marks = _marks(large)
    for ink, angle, kind in DRUMS:
        film = np.maximum(films[ink] * frame, marks[ink])
        film = _misregistered(film, rng, max(large))
        film = _screened(film, angle, kind, large, rng)
        film = film * _drum(large, rng)
        through = srgb_to_linear(from_oklab(palette[ink + 1]))
        light = light * (1 - film[..., None] * (1 - through))
    return np.asarray(np.rint(linear_to_srgb(np.clip(resized(light, size), 0, 1)) * 255), dtype=np.uint8)


def _screened(film: Array, angle: float, kind: str, size: Size, rng: np.random.Generator) -> Array:
    """Tone to ink or no ink; a screen finer than the pixels stays a tone."""
    pitch = PITCH * max(size)
    x, y = grid(size)
    scale = 1 / PITCH
    u = (x * np.cos(angle) + y * np.sin(angle)) * scale
    v = (-x * np.sin(angle) + y * np.cos(angle)) * scale
    if kind == "dots":
        level = 0.5 + 0.25 * (np.cos(2 * np.pi * u) + np.cos(2 * np.pi * v))
        level = 0.5 - np.arcsin(np.clip(1 - 2 * level, -1, 1)) / np.pi  # equal areas for equal steps of tone
    elif kind == "lines":
        wave = u * 1.15 + 0.03 * noise(size, 30, rng)
        level = np.abs(wave - np.floor(wave) - 0.5) * 2
    else:
        level = 0.5 + 0.20 * noise(size, 150, rng)
    level = np.asarray(level + 0.02 * noise(size, 120, rng))
    soft = 2.0 / pitch + (0.9 if kind == "grain" else 0.06)
    inked = smoothstep(-soft, soft, film * (1 + 2 * soft) - soft - (1 - level)) * smoothstep(0.005, 0.04, film)
    return np.asarray(film + (inked - film) * float(smoothstep(2.0, 4.5, np.asarray(pitch))))


def _misregistered(film: Array, rng: np.random.Generator, long_side: int) -> Array:
    """A sheet that went in a little askew."""
    height, width = film.shape
    dx, dy = rng.normal(0, 0.0021 * long_side, 2)
    skew = rng.normal(0, 0.0011)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    return warped(film, dx + skew * (y - height / 2), dy - skew * (x - width / 2))


def _drum(size: Size, rng: np.random.Generator) -> Array:
    """(H, W) how well the ink takes: streaks of the roller, bands of the drum, mottle, pinholes."""
    streaks = 0.030 * noise(size, (90, 1.2), rng) + 0.030 * noise(size, (28, 0.6), rng)
    bands = 0.030 * noise(size, (0.6, 16), rng)
    mottle = 0.030 * noise(size, 60, rng) + 0.035 * fbm(size, 6, rng, 3)
    pinholes = smoothstep(2.5, 3.2, noise(size, 170, rng) + 0.45 * fbm(size, 12, rng, 2))
    return np.asarray(np.clip(0.92 + streaks + bands + mottle, 0.5, 1.0) * (1 - 0.6 * pinholes))


def _frame(size: Size) -> Array:
    """(H, W) the printed part of the sheet."""
    inset = edge_distance(size)
    return blurred(smoothstep(MARGIN - 0.0005, MARGIN + 0.0005, inset), 0.3)


def _marks(size: Size) -> list[Array]:
    """For each ink what stands in the margin: register crosses in all of them, one patch in the ink alone."""
    x, y = grid(size)
    right, low = float(x.max()), float(y.max())
    line = max(0.0007, 0.6 / max(size))
    cross = np.zeros(size[::-1], np.float32)
    for cx, cy in (
        (right / 2, MARGIN / 2),
        (right / 2, low - MARGIN / 2),
        (MARGIN / 2, low / 2),
        (right - MARGIN / 2, low / 2),
    ):
        dx, dy = np.abs(x - cx), np.abs(y - cy)
        away = np.hypot(dx, dy)
        hair = (np.minimum(dx, dy) < line) & (np.maximum(dx, dy) < 0.013)
        cross = np.maximum(cross, np.maximum(hair, np.abs(away - 0.0075) < line).astype(np.float32))
    patches = []
    for ink in range(4):
        spot = np.hypot(x - (right - MARGIN - 0.012 - 0.024 * (3 - ink)), y - (low - MARGIN / 2))
        patches.append(np.maximum(cross, smoothstep(0.0088, 0.0082, spot)))
    return patches

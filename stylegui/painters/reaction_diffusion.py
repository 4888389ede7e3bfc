"""Reaction and diffusion: a glazed relief whose ridges grow by themselves: water round two koi, a tiger, a reef.

Two substances feed on one another and spread at different rates; spots, mazes and stripes come of it (J. Pearson,
"Complex Patterns in a Simple System", Science 261, 1993, after Gray and Scott). Feed, decay and grain differ from part
to part of the picture, and each part starts from lines that follow its form. What has grown is carved, glazed so that
colour pools in the hollows and breaks on the ridges, and lit.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, shifted, to_pixels
from stylegui.painters.field import Size, blurred, enlarged, fbm, mix, noise, plan_size, resized, smoothstep, window
from stylegui.painters.relief import lit
from stylegui.painters.scenes.coral_reef import reef
from stylegui.painters.scenes.koi_pond import koi
from stylegui.painters.scenes.living_forms import GRAIN, Region
from stylegui.painters.scenes.tiger_face import tiger

# deep, water, foam, warm, white, dark, leaf, blossom, gold
PALETTE = Palette(
    (
        "#0c2a44", "#1f7f8c", "#a9dccb", "#e2582b", "#f6eedd", "#1c1512", "#5d8a3c", "#e58fa2", "#e8b23f",
    )
)  # fmt: skip

OVERSIZE = 1.25
CELLS = 264  # of the growth, along the long side
STEPS = 1500


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    scene = (koi, tiger, reef)[seed % 3]
    small = plan_size(size, CELLS)
    pattern = _grown(scene(small, np.random.default_rng(seed), palette), small, np.random.default_rng(seed + 1))
    large = enlarged(size, OVERSIZE)
    regions = scene(large, np.random.default_rng(seed), palette)
    lab = _glazed(regions, resized(pattern, large), large, np.random.default_rng(seed + 2), palette)
    return to_pixels(resized(lab, size))


def _grown(regions: list[Region], size: Size, rng: np.random.Generator) -> Array:
    """(H, W): the second substance after `STEPS`, scaled so that ridges are about 1 and hollows about 0."""
    shape = (size[1], size[0])
    feed, kill, pace = (np.full(shape, value, np.float32) for value in (0.055, 0.062, 1.0))
    start = np.zeros(shape, np.float32)
    seeds = (rng.random(shape) < 0.03).astype(np.float32)
    for region in regions:
        mask = region.mask
        lines = 0.5 + 0.5 * np.cos(2 * np.pi * region.phase) if region.phase is not None else blurred(seeds, 1.0) * 12
        for field, value in ((feed, region.feed), (kill, region.kill), (pace, region.coarse**2), (start, lines)):
            field += (value - field) * mask
    start = np.clip(start + 0.10 * rng.standard_normal(shape), 0, 1).astype(np.float32)
    # wavelength in cells follows the square root of the spread, so the grain is the same for every shape of picture
    spread = np.float32((GRAIN * CELLS / 11.5) ** 2) * pace
    spread = np.clip(spread, 0.12, 0.98).astype(np.float32)
    rates = np.stack([spread * 0.82, spread * 0.41])
    both = np.stack([1 - 0.5 * start, 0.32 * start]).astype(np.float32)
    padded = np.empty((2, shape[0] + 2, shape[1] + 2), np.float32)
    flow, eaten = np.empty_like(both), np.empty(shape, np.float32)
    decay = (feed + kill).astype(np.float32)
    for _ in range(STEPS):
        padded[:, 1:-1, 1:-1] = both
        padded[:, 0, 1:-1], padded[:, -1, 1:-1] = both[:, 0], both[:, -1]
        padded[:, 1:-1, 0], padded[:, 1:-1, -1] = both[:, :, 0], both[:, :, -1]
        np.add(padded[:, :-2, 1:-1], padded[:, 2:, 1:-1], out=flow)
        flow += padded[:, 1:-1, :-2]
        flow += padded[:, 1:-1, 2:]
        flow *= 0.25
        flow -= both
        flow *= rates
        np.multiply(both[1], both[1], out=eaten)
        eaten *= both[0]
        flow[0] -= eaten
        flow[0] += feed * (1 - both[0])
        flow[1] += eaten
        flow[1] -= decay * both[1]
        both += flow
    return np.asarray(np.clip(both[1] / 0.30, 0, 1.4))


def _glazed(
    regions: list[Region], pattern: Array, size: Size, rng: np.random.Generator, palette: Palette
) -> Array:  # fmt: skip
    """The relief with its glazes under a light from the upper left, OKLab."""
    unit = max(size) / 1536
    crisp = smoothstep(0.24, 0.66, pattern)
    rim = smoothstep(0.10, 0.30, pattern) * smoothstep(0.52, 0.30, pattern)
    crest = 0.55 * smoothstep(0.72, 1.0, pattern)
    dome = np.sqrt(np.clip((pattern - 0.12) / 0.9, 0, 1))
    lab = np.broadcast_to(palette[0], (size[1], size[0], 3)).astype(np.float32).copy()
    relief = np.zeros((size[1], size[0]), np.float32)
    mottle, fine = fbm(size, 6, rng, 5), fbm(size, 60, rng, 3)
    for region in regions:
        box = window(region.mask, round(12 * unit) + 2)
        if not region.mask[box].size:
            continue

        def here(values: Array | float, at: tuple[slice, slice] = box) -> Array:
            plane = np.asarray(values, np.float32)
            return plane[at] if plane.ndim >= 2 else plane

        mask, carve = region.mask[box], region.carve
        shade = (0.035 * mottle + 0.020 * fine)[box][..., None] * np.array([1, 0, 0], np.float32)
        ridge, hollow = here(region.ridge) + shade, here(region.hollow) + 1.3 * shade
        film = mix(hollow, ridge, crisp[box] * carve + (1 - carve) * 0.5)
        film = mix(film, shifted(ridge, 0.09, 0.8), crest[box] * carve)
        film[..., 0] -= 0.13 * rim[box] * carve
        seam = np.clip(1 - np.abs(blurred(mask, 3.2 * unit) - 0.5) * 2, 0, 1) ** 2 * region.edge
        lab[box] = mix(lab[box], film, mask)
        lab[box][..., 0] -= 0.20 * seam
        height = 7.5 * dome[box] * carve + here(region.swell) * 1536
        relief[box] = relief[box] * (1 - mask) + height * mask - 3.0 * seam
    craze = np.abs(fbm(size, 12, rng, 5))
    lines = smoothstep(0.035, 0.0, craze) * smoothstep(-0.2, 0.8, mottle)
    lab[..., 0] -= 0.05 * lines
    specks = smoothstep(2.2, 2.5, noise(size, 190, rng))
    lab = mix(lab, palette[5], 0.40 * specks)
    body = blurred(relief, 1.0 * unit) + 0.30 * fine + 0.35 * noise(size, 180, rng)
    lab = lit(lab, body * unit, depth=0.50 / unit, gloss=0.0)
    return lit(lab, blurred(relief + 2 * mottle, 3.0 * unit) * unit, depth=0.85 / unit, gloss=1.15)

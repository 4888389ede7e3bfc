"""Woodcut: hard black masses and splintery chisel cuts in a soft plank, with one or two flat tints.

Every cut is one push of a gouge: it starts thin, grows as the hand bears down and ends where the chip breaks out. A new
cut keeps clear of the older ones, so that thin ridges stand between them; the lighter the place, the wider the cuts and
the thinner the ridges. The plank's grain tears the edges and prints in the blacks.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from stylegui.painters.colour import Array, Palette, to_pixels
from stylegui.painters.field import (
    Size,
    bilinear,
    blurred,
    edge_distance,
    enlarged,
    fbm,
    mix,
    noise,
    resized,
    smoothstep,
    warped,
)
from stylegui.painters.lines import normals
from stylegui.painters.placing import scattered, traced
from stylegui.painters.relief import lit
from stylegui.painters.scenes.carving import Carving
from stylegui.painters.scenes.leaning_city import leaning_city
from stylegui.painters.scenes.night_forest import night_forest
from stylegui.painters.scenes.stage import Stage
from stylegui.painters.scenes.woodcut_face import woodcut_face
from stylegui.painters.study import pairs
from stylegui.painters.wood import plank

# paper, black, tint of the shadows, tint of the lights, accent
PALETTE = Palette(("#eee4cd", "#16130f", "#4f8790", "#e6a83c", "#c2452b"))
MOTIFS = ((night_forest, 4 / 3), (leaning_city, 0.8125), (woodcut_face, 0.8125))

CUT_STEPS = 13
CELLS = 380  # cells of the plan of cuts in a design unit: how small the chisel is


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, 1.5)
    motif, ratio = MOTIFS[seed % len(MOTIFS)]
    stage = Stage(large, ratio)
    carving = Carving(stage, rng)
    motif(carving)
    if seed // 6 % 2:
        carving.mirror()
    px = max(large) / 1024
    upright = large[1] > large[0]
    grain = plank(large, rng, 30, 3, upright)
    block = _carved(carving, grain, px) * _edge(large, rng, 0.017)
    lab = np.broadcast_to(palette[0], (large[1], large[0], 3)).astype(np.float32).copy()
    lab[..., 0] += 0.010 * fbm(large, (24, 60), rng, 4)
    within = _edge(large, rng, 0.020)
    for mask, place in carving.tints:
        lab = _tinted(lab, mask * within, palette[place], plank(large, rng, 22, 2, upright), rng, px)
    bare = smoothstep(0.55, 1.0, grain + 0.35 * fbm(large, 4, rng, 3)) * 0.42
    salt = smoothstep(2.3, 2.9, noise(large, 260, rng) + 0.6 * grain)
    ink = np.clip(block * (0.985 - bare * 0.55 - 0.45 * salt), 0, 1)
    lab = mix(lab, palette[1], ink)
    lab[..., 0] += block * 0.014 * (grain + 0.6 * fbm(large, 60, rng, 2))
    relief = -1.5 * blurred(block, 1.2 * px) + 0.3 * noise(large, 160, rng)
    return to_pixels(resized(lit(lab, relief * px, depth=0.30 / px, gloss=0.12), size))


def _carved(carving: Carving, grain: Array, px: float) -> Array:
    """(H, W) what is left standing of the block, 1 where it prints."""
    ridges = 0.10 * np.abs(fbm(carving.stage.size, (70, 30), carving.rng, 2))
    cleared = smoothstep(0.90, 0.93, carving.tone - ridges)
    white = np.maximum(np.maximum(_gouged(carving), cleared), carving.cut.mask())
    standing = np.maximum(1 - white, carving.standing.mask())
    torn = blurred(standing, 0.9 * px) + 0.11 * grain + 0.06 * noise(carving.stage.size, 140, carving.rng)
    return smoothstep(0.22, 0.78, torn)


def _gouged(carving: Carving) -> Array:
    """(H, W) the cuts of the gouge, 1 where the wood is gone."""
    stage, rng = carving.stage, carving.rng
    small = (round(stage.size[0] * CELLS / stage.unit), round(stage.size[1] * CELLS / stage.unit))
    scale = small[0] / stage.size[0]
    tone = resized(carving.tone, small, Image.Resampling.BOX)
    cosine = resized(np.cos(2 * carving.angle), small, Image.Resampling.BOX)
    sine = resized(np.sin(2 * carving.angle), small, Image.Resampling.BOX)
    angle = 0.5 * np.arctan2(sine, cosine) + 0.05 * noise(small, 14, rng)
    starts = scattered(small, 2.0, rng)
    light = bilinear(tone, starts[:, 0], starts[:, 1])
    starts = starts[rng.random(len(starts)) < smoothstep(0.02, 0.25, light)]
    light = bilinear(tone, starts[:, 0], starts[:, 1])
    paths = _followed(starts, angle, rng)
    tones = bilinear(tone, paths[..., 0], paths[..., 1])
    taken = Image.new("L", small, 0)
    mark, seen = ImageDraw.Draw(taken), taken.load()
    picture = Image.new("L", (stage.size[0] * 2, stage.size[1] * 2), 0)
    draw = ImageDraw.Draw(picture)
    widths = (0.9 + 2.5 * light**1.2) * rng.uniform(0.8, 1.25, len(starts))
    gaps = np.clip(widths * (1 - light) / np.clip(light, 0.05, 1), 0.55, 9.0)
    jags = rng.normal(0, 0.09, (len(starts), 2, CUT_STEPS))
    for path, tones_along, width, gap, jag in zip(paths, tones, widths, gaps, jags, strict=True):
        first, last = _free(path, tones_along, seen, small)
        if last - first < 4:
            continue
        part = path[first:last]
        mark.line(pairs(part), fill=255, width=max(1, round(width + gap)))
        outline = _chip(part, width, jag[:, : last - first]) * (2 / scale)
        draw.polygon(pairs(outline), fill=255)
    return np.asarray(picture.reduce(2), dtype=np.float32) / 255


def _followed(starts: Array, angle: Array, rng: np.random.Generator) -> Array:
    """(N, CUT_STEPS, 2) the ways of the cuts, of different lengths."""
    paths = traced(starts, angle, CUT_STEPS - 1, 1.0, rng, 0.04)
    reach = np.sort(rng.uniform(0.9, 2.9, (len(starts), 1, 1)), axis=0)[::-1]  # the long ones while there is room
    return np.asarray(starts[:, None] + (paths - starts[:, None]) * reach)


def _free(path: Array, tones: Array, seen: object, size: Size) -> tuple[int, int]:
    """The longest part of a way where no cut is yet and the block is to be cut at all."""
    best = (0, 0)
    first = 0
    for k in range(CUT_STEPS + 1):
        clear = False
        if k < CUT_STEPS and tones[k] > 0.03:
            x, y = int(path[k, 0]), int(path[k, 1])
            clear = 0 <= x < size[0] and 0 <= y < size[1] and not seen[x, y]  # type: ignore[index]
        if not clear:
            if k - first > best[1] - best[0]:
                best = (first, k)
            first = k + 1
    return best


def _chip(path: Array, width: float, jag: Array) -> Array:
    """The outline of one cut: thin where the gouge goes in, broad and broken where the chip comes out."""
    out = normals(path)
    u = np.linspace(0, 1, len(path))
    half = 0.5 * width * np.minimum(0.12 + 1.05 * u**0.7, 1.0) * np.where(u > 0.97, 0.62, 1.0)
    return np.vstack([path + out * (half * (1 + jag[0]))[:, None], (path - out * (half * (1 + jag[1]))[:, None])[::-1]])


def _tinted(lab: Array, mask: Array, colour: Array, grain: Array, rng: np.random.Generator, px: float) -> Array:
    """Print a tint block: flat colour that shows its own plank, a little out of register."""
    size = (lab.shape[1], lab.shape[0])
    shift = rng.normal(0, 2.0 * px, 2)
    mask = warped(mask, np.full(mask.shape, shift[0], np.float32), np.full(mask.shape, shift[1], np.float32))
    film = mask * np.clip(0.86 + 0.10 * grain + 0.08 * fbm(size, 6, rng, 4), 0, 1)
    film *= 1 - 0.5 * smoothstep(2.1, 2.8, noise(size, 240, rng) + 0.5 * grain)
    result = mix(lab, colour, film)
    result[..., 0] += mask * 0.020 * grain
    return result


def _edge(size: Size, rng: np.random.Generator, inset: float) -> Array:
    """(H, W) the face of the block: roughly sawn, not quite straight."""
    near = edge_distance(size)
    near = near + 0.0016 * noise(size, 7, rng) + 0.0010 * noise(size, 120, rng)
    return smoothstep(inset, inset + 0.0012, near)

"""Pen stipple: a scientific plate in thousands of ink dots, hatched along the forms, with a thin wash of sepia.

The dots come from one progressive blue-noise pattern: its points are ranked so that any first part of them is evenly
spread (R. Ulichney, "The void-and-cluster method for dither array generation", 1993, here the filling of voids only).
A place takes the points whose rank its darkness reaches, so tone follows from how close the dots stand and how large
they are. Ink spreads a little in the paper.
"""

from __future__ import annotations

import functools

import numpy as np

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
)
from stylegui.painters.lines import lengths
from stylegui.painters.placing import scattered, traced
from stylegui.painters.relief import lit, paper
from stylegui.painters.scenes.inkwork import Inkwork
from stylegui.painters.scenes.lighthouse_rock import lighthouse_rock
from stylegui.painters.scenes.moon_moth import moon_moth
from stylegui.painters.scenes.nautilus import nautilus
from stylegui.painters.scenes.stage import Plate, Stage

# paper, ink, sepia wash, cool wash
PALETTE = Palette(("#f1e6cd", "#241d1b", "#b9854f", "#71878f"))
MOTIFS = ((nautilus, 4 / 3), (moon_moth, 0.8125), (lighthouse_rock, 4 / 3))

TILE = 96
PITCH = 0.0031  # between the places of dots, in long sides


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, 1.5)
    motif, ratio = MOTIFS[seed % len(MOTIFS)]
    stage = Stage(large, ratio)
    work = Inkwork(stage, rng)
    motif(work)
    if seed // 6 % 2:
        work.mirror()
    px = max(large) / 1024
    tooth = paper(large, rng, 130)
    lab = _sheet(large, palette, rng, tooth)
    for place, density in sorted(work.washes.items()):
        lab = _washed(lab, density, palette[place], tooth, rng, px)
    plate = Plate(stage, max(2, round(1536 / max(large))))  # dots stay dots however small the picture
    _dots(plate, work)
    _hatching(plate, work)
    for points, weight in work.lines:
        _line(plate, points, weight, rng)
    cover = plate.mask()
    spread = smoothstep(0.12, 0.80, blurred(cover, 0.65 * px) + 0.035 * tooth)
    ink = cover + (spread - cover) * min(1.0, px / 0.5)  # dots finer than a pixel are a tone
    thin = np.clip(0.93 + 0.05 * fbm(large, 30, rng, 3), 0, 1)
    lab = mix(lab, palette[1], ink * thin)
    return to_pixels(resized(lit(lab, tooth * px, depth=0.08 / px), size))


@functools.cache
def _ranks() -> Array:
    """(TILE, TILE) numbers 0 to 1, each once: the order in which the largest void of a torus is filled."""
    away = np.minimum(np.arange(TILE), TILE - np.arange(TILE)).astype(np.float32)
    square = away[:, None] ** 2 + away[None, :] ** 2
    push = sum(weight * np.exp(-square / (2 * reach**2)) for reach, weight in ((1.1, 1.0), (3.0, 0.16), (8.0, 0.03)))
    push = np.tile(np.asarray(push, np.float32), (2, 2))
    energy = np.random.default_rng(7).uniform(0, 1e-3, (TILE, TILE)).astype(np.float32)
    flat = energy.reshape(-1)
    ranks = np.empty(TILE * TILE, np.float32)
    for rank in range(TILE * TILE):
        at = int(flat.argmin())
        ranks[at] = rank
        row, column = divmod(at, TILE)
        energy += push[TILE - row : 2 * TILE - row, TILE - column : 2 * TILE - column]
        flat[at] = np.inf
    return ranks.reshape(TILE, TILE) / (TILE * TILE)


def _dots(plate: Plate, work: Inkwork) -> None:
    """Set the dots of the tone."""
    stage, rng = work.stage, work.rng
    pitch = PITCH * max(stage.size) / stage.unit
    columns, rows = int(stage.size[0] / stage.unit / pitch) + 2, int(stage.size[1] / stage.unit / pitch) + 2
    row, column = np.mgrid[0:rows, 0:columns]
    rank = _ranks()[(row + (column // TILE) * 37) % TILE, (column + (row // TILE) * 53) % TILE].ravel()
    place = np.stack([column.ravel(), row.ravel()], axis=1) + rng.uniform(0.15, 0.85, (rank.size, 2))
    spot = place * (pitch * stage.unit)
    dark = np.clip(bilinear(work.dark, spot[:, 0], spot[:, 1]), 0, 1)
    share = 0.31 + 0.44 * dark**2.5  # the radius in pitches: crowded dots run together
    radius = pitch * share * np.exp(rng.normal(0, 0.12, rank.size))
    wanted = dark**1.25 / (np.pi * np.minimum(share, 0.56) ** 2)
    shown = (rank < wanted) & (dark > 0.012)
    design = (spot + np.array([stage.left, stage.top])) / stage.unit
    radius = np.maximum(radius - 0.4 / (stage.unit * plate.scale), 0)  # an ellipse is drawn with its border
    squash = np.exp(rng.normal(0, 0.12, rank.size))
    for (x, y), r, high in zip(design[shown], radius[shown], squash[shown], strict=True):
        plate.dot(x, y, r, 255, high)


def _hatching(plate: Plate, work: Inkwork) -> None:
    """Fine broken strokes along the forms, where the plan wants them."""
    stage, rng = work.stage, work.rng
    long_side = max(stage.size)
    starts = scattered(stage.size, 0.0066 * long_side, rng)
    wanted = bilinear(work.hatch, starts[:, 0], starts[:, 1])
    starts, wanted = starts[(kept := rng.random(len(starts)) < wanted)], wanted[kept]
    if not len(starts):
        return
    paths = traced(starts, work.angle, 10, 0.0026 * long_side, rng, 0.03)
    inside = bilinear(work.hatch, paths[..., 0], paths[..., 1]) > 0.06
    for path, amount, keep in zip(paths, wanted, inside, strict=True):
        part = path[keep]
        if len(part) > 3:
            width = (0.0007 + 0.0008 * amount) * long_side / stage.unit
            design = (part + np.array([stage.left, stage.top])) / stage.unit
            plate.line(design, width * np.array([0.3, 1.0, 0.9, 0.2]))


def _line(plate: Plate, points: Array, weight: float, rng: np.random.Generator) -> None:
    """A line of close-set dots; the pen presses now more, now less."""
    pitch = PITCH * max(plate.stage.size) / plate.stage.unit
    run = lengths(points)
    count = max(2, int(run[-1] / (0.50 * pitch)))
    at = np.sort((np.arange(count) + rng.uniform(-0.2, 0.2, count)) / max(1, count - 1)).clip(0, 1) * run[-1]
    x, y = np.interp(at, run, points[:, 0]), np.interp(at, run, points[:, 1])
    press = 0.85 + 0.30 * np.sin(np.linspace(0, 5 + run[-1] * 9, count) + rng.uniform(0, 6))
    wobble = rng.normal(0, 0.10 * pitch, (count, 2))
    for px, py, p, off in zip(x, y, press, wobble, strict=True):
        plate.dot(px + off[0], py + off[1], max(0.14, 0.34 * weight * p) * pitch)


def _sheet(size: Size, palette: Palette, rng: np.random.Generator, tooth: Array) -> Array:
    """Old rag paper: toned toward the edges, with fibres and a few brown stains of age."""
    lab = np.broadcast_to(palette[0], (size[1], size[0], 3)).astype(np.float32).copy()
    edge = edge_distance(size) + 0.012 * fbm(size, 5, rng, 4)
    age = 0.30 * smoothstep(0.10, -0.01, edge) + 0.10 * smoothstep(0.3, 2.0, fbm(size, 3, rng, 4))
    stains = smoothstep(2.0, 3.2, noise(size, 30, rng) + 0.4 * noise(size, 90, rng)) * 0.3
    lab = mix(lab, palette[2], np.clip(age + stains, 0, 1) * 0.55)
    lab[..., 0] += 0.006 * tooth + 0.006 * fbm(size, (10, 60), rng, 3)
    return lab


def _washed(lab: Array, density: Array, colour: Array, tooth: Array, rng: np.random.Generator, px: float) -> Array:
    """Thin washes of one colour: darker at their rims, mottled, settled in the tooth of the paper."""
    size = (lab.shape[1], lab.shape[0])
    film = blurred(density, 2.0 * px)
    film = film * (1 + 0.25 * fbm(size, 40, rng, 2) * smoothstep(0.30, 0.0, film))
    rim = np.clip(film - blurred(film, 5 * px), 0, 1)
    flow = 1 + 0.20 * fbm(size, 5, rng, 4) - 0.10 * np.tanh(tooth)
    return mix(lab, colour, np.clip(film * flow + 0.7 * rim, 0, 0.95))

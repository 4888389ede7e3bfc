"""Orphist discs: pure colour in turning rings, warm against cool: discs alone, a tower in their rays, a dancer.

After the colour theory of simultaneous contrast (M. E. Chevreul): neighbours are taken from opposite sides of the
palette and each sector fades towards one end, so the discs seem to turn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted, to_pixels
from stylegui.painters.field import Size, enlarged, fbm, grid, mix, resized
from stylegui.painters.marks.gouache import Ground
from stylegui.painters.relief import lit
from stylegui.painters.scenes.dancer import HAIR, HEAD, LIMBS, SKIRT, TORSO, Figure
from stylegui.painters.study import chosen, places, polygon, smooth_curve

# four cool, a light, four warm, a dark: the painter sets the first four against the second four
PALETTE = Palette(
    (
        "#1d5fae", "#4fb3c8", "#2f8a63", "#6b4aa3", "#f6e7c1", "#f5bd2b", "#ee7a2a", "#cf2f45", "#e58aa0", "#1a2450",
    )
)  # fmt: skip

Disc = tuple[float, float, float, int]  # x and y in [0, 1] of the sides, radius in long sides, rings


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, 1.5)
    ground = Ground(_beams(large, rng, palette), rng)
    chosen(MOTIFS, seed)(ground, palette, rng)
    unit = ground.unit
    return to_pixels(resized(lit(ground.lab, ground.relief, depth=0.42 / unit**0.5, gloss=0.06), size))


def _beams(size: Size, rng: np.random.Generator, palette: Palette) -> Array:
    """A light ground, broken into pale slanting beams."""
    x, y = grid(size)
    beam = np.sin(9 * (x + 0.6 * y) + 2 * fbm(size, 2, rng, 2))
    beams = ramp([palette[1], palette[4], palette[8], palette[4], palette[5]], 0.5 + 0.5 * beam)
    return mix(beams, palette[4], 0.55)


def discs(ground: Ground, palette: Palette, rng: np.random.Generator) -> None:
    """Great and small discs that touch and overlap."""
    side = float(rng.choice([-1, 1]))
    sun = (0.5 + side * 0.16, 0.40)
    _disc(ground, palette, rng, (sun[0], sun[1], 1.05, 5), hollow=0.34, pale=0.38)
    for disc in (
        (0.5 + side * 0.47, 0.98, 0.30, 5), (0.5 - side * 0.46, 0.10, 0.25, 5), (0.5 - side * 0.02, 1.0, 0.19, 4),
        (0.5 - side * 0.30, 0.70, 0.31, 7), (sun[0], sun[1], 0.365, 9), (0.5 - side * 0.13, 0.20, 0.115, 4),
        (0.5 + side * 0.36, 0.72, 0.145, 5),
    ):  # fmt: skip
        _disc(ground, palette, rng, disc)


def tower(ground: Ground, palette: Palette, rng: np.random.Generator) -> None:
    """An iron tower that arcs of light break into pieces, over roofs and a river."""
    side = float(rng.choice([-1, 1]))
    sun = (0.5 + side * 0.27, 0.24)
    _disc(ground, palette, rng, (sun[0], sun[1], 1.15, 9), hollow=0.17, pale=0.30, rays=True)
    _disc(ground, palette, rng, (sun[0], sun[1], 0.175, 6))
    _disc(ground, palette, rng, (0.5 - side * 0.40, 0.38, 0.13, 5))
    _roofs(ground, palette, rng)
    radius, turn = ground.polar(*sun)
    ring = np.floor(radius / 0.085 + 0.3)
    beam = np.floor((turn + 0.2) / 0.45)
    body = _shape(ground, TOWER, side)
    for hole in HOLES:
        body &= ~_shape(ground, hole, side)
    warm, cool = [palette[7], palette[6], palette[7], palette[8]], [palette[9], palette[0], palette[3], palette[9]]
    for key in np.unique((ring * 64 + beam)[body]):
        part = body & (ring * 64 + beam == key)
        pick = int(rng.integers(4))
        first, last = (warm if int(key) % 3 else cool)[pick], (cool if rng.random() < 0.3 else warm)[pick]
        ground.scumble(
            part, radius, turn, np.clip((radius / 0.085 + 0.3) % 1, 0, 1), first, mix(first, last, 0.6), rng, 0.013
        )
    for line in LATTICE:
        strip = _shape(ground, line, side, smooth=False) & body
        ground.scumble(strip, radius, turn, 0 * radius, palette[9], palette[9], rng, 0.008)
    _disc(ground, palette, rng, (0.5 + side * 0.44, 0.93, 0.155, 5))
    _disc(ground, palette, rng, (0.5 - side * 0.36, 1.0, 0.20, 6))


def dancer(ground: Ground, palette: Palette, rng: np.random.Generator) -> None:
    """A dancer: her arms ring a disc of light, her skirt is a fan of colours, and the light goes on through her."""
    side = float(rng.choice([-1, 1]))
    figure = Figure(ground.size, side)
    lit_x, lit_y = figure.pixels(np.array([[0.0, 0.185]]))[0] / ground.size
    scale = figure.unit_px / max(ground.size)
    _disc(ground, palette, rng, (lit_x, lit_y, 1.25, 10), hollow=0.20 * scale, pale=0.40, rays=True)
    _disc(ground, palette, rng, (lit_x, lit_y, 0.235 * scale, 5))
    _disc(ground, palette, rng, (0.5 - side * 0.40, 0.80, 0.16, 6))
    _disc(ground, palette, rng, (0.5 + side * 0.42, 0.66, 0.12, 5))
    radius, turn = ground.polar(lit_x, lit_y)
    skin = np.max([figure.limb(line, widths) for line, widths in LIMBS] + [figure.mask(HEAD)], axis=0) > 0.5
    pale = [palette[8], mix(palette[7], palette[8], 0.5), mix(palette[6], palette[8], 0.4), palette[7]]
    deep = [palette[9], palette[0], palette[3], palette[9]]
    _broken(ground, rng, skin, (radius, turn), (0.052 * scale, 0.55), pale, 0.010)
    _broken(ground, rng, figure.mask(TORSO) > 0.5, (radius, turn), (0.075 * scale, 0.20), deep, 0.011)
    waist = figure.pixels(np.array([[0.0, 0.40]]))[0] / ground.size
    fan_r, fan_a = ground.polar(waist[0], waist[1])
    skirt = figure.mask(SKIRT) > 0.5
    ring, gore = np.floor(fan_r / (0.085 * scale)), np.floor((fan_a + 4 + 0.5 * fan_r) / 0.155)
    for key in np.unique((ring * 64 + gore)[skirt]):
        warm = (int(key) // 64 + int(key)) % 2
        first = palette[int(rng.choice([5, 6, 7, 8] if warm else [0, 1, 2, 3]))]
        last = mix(first, palette[4 if rng.random() < 0.6 else 9], 0.45)
        part = skirt & (ring * 64 + gore == key)
        ground.scumble(part, fan_r, fan_a, (fan_r / (0.085 * scale)) % 1, first, last, rng, 0.013)
    hair = figure.mask(HAIR) > 0.5
    ground.scumble(hair, radius, turn, 0 * radius, palette[9], palette[3], rng, 0.008)


def _broken(
    ground: Ground, rng: np.random.Generator, inside: Array, polar: tuple[Array, Array], cell: tuple[float, float],
    colours: Sequence[Array], brush: float,
) -> None:  # fmt: skip
    """A form cut into pieces by rings and beams of light; `cell` is their depth (long sides) and angle (radians)."""
    radius, turn = polar
    key = np.floor(radius / cell[0]) * 64 + np.floor((turn + 4) / cell[1])
    fade = np.mod(radius / cell[0], 1)
    for piece in np.unique(key[inside]):
        first, last = colours[int(rng.integers(len(colours)))], colours[int(rng.integers(len(colours)))]
        ground.scumble(inside & (key == piece), radius, turn, fade, first, mix(first, last, 0.7), rng, brush)


def _shape(ground: Ground, outline: Array, side: float, smooth: bool = True) -> Array:
    """(H, W) bool: an outline in a square frame, x from the middle, turned over when side < 0, kept in proportion."""
    width, height = ground.size
    short = min(width, height) if width < height else height
    spread = outline * [side * short / width, short / height] + [0.5, 0.5 * (1 - short / height)]
    curve = smooth_curve(spread, 160, closed=True) if smooth else spread
    return polygon(ground.size, curve, 1) > 0.5


def _disc(
    ground: Ground, palette: Palette, rng: np.random.Generator, disc: Disc, hollow: float = 0.0, pale: float = 0.0,
    rays: bool = False,
) -> None:  # fmt: skip
    """Rings of sectors about a place, from the rim to the heart; nothing inside `hollow` (long sides).

    pale: how far it sinks into the light of the ground; rays: many narrow sectors.
    """
    cx, cy, reach, rings = disc
    radius, turn = ground.polar(cx, cy)
    steps = np.cumsum(rng.uniform(0.55, 1.45, rings))
    edges = np.concatenate([[0.0], steps / steps[-1]]) * reach
    cool, warm = [palette[k] for k in range(4)], [palette[k] for k in range(5, 9)]
    lean, flip = rng.uniform(0, 2 * np.pi), int(rng.integers(2))
    ring_of = np.searchsorted(edges, radius) - 1
    for ring in range(rings - 1, -1, -1):
        if edges[ring + 1] < hollow:
            continue
        parts = 2 if ring == 0 else int(rng.choice([8, 12] if rays else [2, 4, 4]))
        begin = lean + (rng.choice([0.0, np.pi / 4]) if parts == 4 else 0.0) + rng.normal(0, 0.05)
        inside = (ring_of == ring) & (radius >= hollow)
        if not inside.any():
            continue
        place = np.mod(turn - begin, 2 * np.pi) * (parts / (2 * np.pi))
        part_of = place.astype(np.int32)
        for part in range(parts):
            family = warm if (ring + part + flip) % 2 else cool
            first = family[int(rng.integers(4))]
            other = (cool if family is warm else warm)[int(rng.integers(4))]
            luck = rng.random()
            if luck < 0.17:
                first = palette[4] if luck < 0.10 else palette[9]
            last = mix(first, palette[4] if rng.random() < 0.6 else other, rng.uniform(0.15, 0.45))
            first, last = mix(first, palette[4], pale), mix(last, palette[4], pale * 1.3)
            here = inside & (part_of == part)
            ground.scumble(here, radius, turn, place - part, first, shifted(last, 0.0), rng)


def _roofs(ground: Ground, palette: Palette, rng: np.random.Generator) -> None:
    """A row of gables at the foot, each a warm and a cool plane."""
    radius, turn = ground.polar(0.5, 1.6)
    x = -0.02
    while x < 1.0:
        wide, top = rng.uniform(0.06, 0.12), rng.uniform(0.80, 0.88)
        middle = x + wide * rng.uniform(0.35, 0.65)
        gables = (
            [[x, top], [middle, top - 0.07], [middle, 1.02], [x, 1.02]],
            [[middle, top - 0.07], [x + wide, top], [x + wide, 1.02], [middle, 1.02]],
        )
        for gable, family in zip(gables, ((5, 6, 7, 4), (0, 1, 2, 3)), strict=True):
            first = palette[int(rng.choice(family))]
            inside = polygon(ground.size, np.array(gable), 1) > 0.5
            ground.scumble(
                inside,
                radius,
                turn,
                np.clip((ground.y - 0.6) / 0.2, 0, 1),
                first,
                mix(first, palette[4], 0.5),
                rng,
                0.014,
            )
        x += wide


# Outlines: x from the middle of the picture, y from its top, in short sides.
TOWER = places(
    "-0.012 0.045, 0.012 0.045, 0.020 0.16, 0.034 0.30, 0.046 0.42, 0.066 0.43, 0.066 0.455, 0.060 0.46, 0.085 0.58,"
    "0.115 0.66, 0.150 0.665, 0.150 0.70, 0.140 0.71, 0.185 0.81, 0.250 0.93, 0.270 0.96, -0.270 0.96, -0.250 0.93,"
    "-0.185 0.81, -0.140 0.71, -0.150 0.70, -0.150 0.665, -0.115 0.66, -0.085 0.58, -0.060 0.46, -0.066 0.455,"
    "-0.066 0.43, -0.046 0.42, -0.034 0.30, -0.020 0.16"
)
HOLES = (
    places("-0.150 0.96, -0.135 0.89, -0.085 0.82, 0.0 0.795, 0.085 0.82, 0.135 0.89, 0.150 0.96, 0.0 0.99"),
    places("-0.050 0.655, -0.036 0.58, 0.0 0.515, 0.036 0.58, 0.050 0.655, 0.0 0.662"),
    places("-0.018 0.42, -0.010 0.34, 0.0 0.28, 0.010 0.34, 0.018 0.42, 0.0 0.425"),
)


def _lattice() -> list[Array]:
    lines = []
    for left, right in (
        (0.16, 0.30),
        (0.30, 0.42),
        (0.46, 0.56),
        (0.56, 0.66),
        (0.71, 0.78),
        (0.78, 0.86),
        (0.86, 0.95),
    ):
        wide = [np.interp(y, [0.05, 0.42, 0.66, 0.81, 0.96], [0.012, 0.046, 0.115, 0.185, 0.27]) for y in (left, right)]
        inner = [np.interp(y, [0.5, 0.66, 0.71, 0.82, 0.96], [0.0, 0.05, 0.085, 0.085, 0.15]) for y in (left, right)]
        for way in (-1, 1):
            for a, b in ((wide[0], inner[1]), (inner[0], wide[1])):
                lines.append(
                    np.array(
                        [
                            [way * a - 0.004, left],
                            [way * a + 0.004, left],
                            [way * b + 0.004, right],
                            [way * b - 0.004, right],
                        ]
                    )
                )
    return lines


LATTICE = _lattice()

Motif = Callable[[Ground, Palette, np.random.Generator], None]
MOTIFS: tuple[Motif, ...] = (discs, tower, dancer)

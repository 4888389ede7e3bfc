"""Palette knife: a harbour, birches, cliffs or a street in the rain, in flat, buttery planes of paint.

Planes run from broad to narrow; each is only as large as its colour holds. The broad ones are laid full, some of the
later ones scraped thin, so that the warm ground and the planes below show through.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.colour import Array, Palette, to_pixels, varied
from stylegui.painters.field import Size, bilinear, calmed, enlarged, mix, noise
from stylegui.painters.marks.knife import Blade, Board, Slabs
from stylegui.painters.placing import scattered
from stylegui.painters.relief import lit, weave
from stylegui.painters.scenes.birches import autumn_birches
from stylegui.painters.scenes.cliffs import stormy_cliffs
from stylegui.painters.scenes.harbour import harbour
from stylegui.painters.scenes.rain import street_in_rain
from stylegui.painters.study import Study, chosen

# sky high, sky low, sun, house cream, house ochre, roof red, slate, teal water, deep water, hull blue, hull green, dark
PALETTE = Palette(
    (
        "#7fb0c9", "#f3d7a8", "#fff0c8", "#efe3cb", "#e0a24a", "#c14a2f", "#6c7f95", "#3f8f98", "#1f4a66", "#2563a8",
        "#3f8a63", "#1d2433",
    )
)  # fmt: skip

Motif = Callable[[Size, np.random.Generator, Palette], Study]


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, 1.5)
    unit = max(large) / 1536
    study = chosen(MOTIFS, seed)(large, rng, palette)
    cloth = weave(large, rng, 340)
    ground = mix(mix(palette[4], palette[5], 0.35), study.lab, 0.60)
    board = Board(ground, cloth * 0.3 * unit, 0.6 * cloth + 0.5 * noise(large, 90, rng))
    blade = Blade(rng)
    for width, length, spacing, wanted, load in (
        (92, 150, 40, -1.0, 0.95),
        (56, 105, 25, -1.0, 0.70),
        (30, 58, 15, 0.35, 0.80),
        (17, 34, 9.5, 0.60, 0.90),
        (9, 22, 6.2, 0.88, 1.0),
    ):
        planes = _planes(study, large, rng, width * unit, length * unit, max(spacing * unit, 2.6), wanted, load)
        board.lay(planes, blade, rng, (1.6 + 0.055 * width) * unit, 0.55)
    return to_pixels(calmed(lit(board.lab, board.relief, depth=0.80 / unit**0.5, gloss=0.8), size))


def _planes(
    study: Study, size: Size, rng: np.random.Generator, width: float, length: float, spacing: float, wanted: float,
    load: float,
) -> Slabs:  # fmt: skip
    """One pass of the knife over the study."""
    places = scattered(size, spacing, rng)
    if wanted > 0:
        places = places[bilinear(study.detail, places[:, 0], places[:, 1]) > wanted]
    count = len(places)
    angles = bilinear(study.angle, places[:, 0], places[:, 1]) + rng.normal(0, 0.13, count)
    angles = np.where(rng.random(count) < 0.5, angles, angles + np.pi)
    colours = bilinear(study.lab, places[:, 0], places[:, 1])
    runs, widths = length * rng.uniform(0.55, 1.3, count), width * rng.uniform(0.6, 1.2, count)
    fits = np.zeros(count, bool)
    for _ in range(4):  # a plane that would cross an edge is made smaller
        off = _strays(study, places, angles, runs, widths, colours)
        fits = off < 0.115
        runs, widths = np.where(fits, runs, runs * 0.70), np.where(fits, widths, widths * 0.74)
    kept = fits | (width < 0.03 * max(size))
    places, angles, colours, runs, widths = places[kept], angles[kept], colours[kept], runs[kept], widths[kept]
    aside = places + (rng.uniform(0.6, 1.1, len(places)) * widths)[:, None] * np.stack(
        [-np.sin(angles), np.cos(angles)], 1
    )
    neighbour = bilinear(study.lab, aside[:, 0], aside[:, 1])
    first = varied(colours, rng, 0.024, 1.12, 0.12, 0.10)
    second = varied(mix(colours, neighbour, 0.5), rng, 0.05, 1.15, 0.1, 0.30, lighter=0.03)
    loads = np.clip(rng.normal(load, 0.22, len(places)), 0.15, 1.0)
    return Slabs(places, np.maximum(runs, 3.0), np.maximum(widths, 2.0), angles, first, second, loads)


def _strays(study: Study, places: Array, angles: Array, runs: Array, widths: Array, colours: Array) -> Array:
    """How far the wanted colour under each plane strays from that of its middle, (N,)."""
    heading = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    normal = np.stack([-heading[:, 1], heading[:, 0]], axis=1)
    off = np.zeros(len(places), np.float32)
    for u, v in ((0.5, 0), (-0.5, 0), (0.25, 0.3), (-0.25, -0.3), (0, 0.5), (0, -0.5), (0.42, -0.4), (-0.42, 0.4)):
        at = places + (u * runs)[:, None] * heading + (v * widths)[:, None] * normal
        off = np.maximum(off, np.linalg.norm(bilinear(study.lab, at[:, 0], at[:, 1]) - colours, axis=1))
    return off


def _birches(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    return autumn_birches(size, rng, palette.arranged(0, 2, 9, 4, 5, 2, 10, 3, 6, 11, 7))


def _cliffs(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    return stormy_cliffs(size, rng, palette.arranged(6, 0, 2, 4, 5, 11, 7, 8, 3, 10))


def _rain(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    return street_in_rain(size, rng, palette.arranged(8, 9, 7, 2, 4, 5, 10, 11, 3))


MOTIFS: tuple[Motif, ...] = (_birches, harbour, _cliffs, _rain)

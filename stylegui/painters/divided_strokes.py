"""Divided strokes: small touches of pure pigment that mix in the eye, in three sizes of touch.

The pigments are few and strong; each touch takes one by chance, likelier the nearer it is to the colour wanted there,
so that a patch of touches averages to that colour (optical mixture, M. E. Chevreul, O. N. Rood). The finest painter
sets round points, the next short dabs with a raised rim, the last long separate strokes of a flat bristle brush.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from stylegui.painters.colour import Array, Palette, shifted, to_pixels
from stylegui.painters.field import Size, bilinear, calmed, enlarged, mix, smoothstep
from stylegui.painters.placing import scattered
from stylegui.painters.relief import lit, weave
from stylegui.painters.scenes.cathedral import cathedral_in_haze
from stylegui.painters.scenes.poplars import poplars_at_evening
from stylegui.painters.scenes.river import river
from stylegui.painters.scenes.snow import orchard_in_snow
from stylegui.painters.study import Study, chosen

# zenith, sky, horizon, far trees, tree light, tree shadow, water, sunlit grass, shaded grass, violet, orange, red,
# white
PALETTE = Palette(
    (
        "#4f86d1", "#a9d3ec", "#fbe9c0", "#6b93b8", "#a8c64a", "#1f5a4d", "#3f8ec9", "#dfd04a", "#3f8a45", "#6a4c9a",
        "#f08a33", "#d8433b", "#fff8e6",
    )
)  # fmt: skip

Motif = Callable[[Size, np.random.Generator, Palette], Study]
Stamp = Callable[[float, float, np.random.Generator], tuple[Array, Array]]  # size in pixels, angle -> cover, height
TURNS = 24


@dataclass(frozen=True)
class Coat:
    """One coat of touches, in pixels of a picture 1536 long.

    spread: how far a pigment may be from the colour wanted (squared OKLab distance); wanted: only where the study
    wants at least this much detail; strength: shares of pure pigment in a touch.
    """

    size_px: float
    spacing_px: float
    spread: float
    wanted: float = -1.0
    strength: tuple[float, ...] = (0.95, 0.7, 0.35)
    stray: float = 0.28  # radians


def paint_points(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """Fine round points: (H, W, 3) uint8 sRGB for `size` (width, height)."""
    coats = (
        Coat(9.5, 6.6, 0.010, strength=(0.75, 0.5, 0.3)),
        Coat(6.2, 4.1, 0.012),
        Coat(4.4, 3.2, 0.006, 0.40, (0.9, 0.6, 0.3)),
    )
    motifs = (river, cathedral_in_haze, orchard_in_snow, poplars_at_evening)
    return _painted(size, seed, palette, motifs, coats, _point, 0.30)


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """Short dabs: (H, W, 3) uint8 sRGB for `size` (width, height)."""
    coats = (Coat(15.0, 8.0, 0.016), Coat(10.5, 6.4, 0.014), Coat(7.0, 4.6, 0.007, 0.45))
    motifs = (orchard_in_snow, river, poplars_at_evening, cathedral_in_haze)
    return _painted(size, seed, palette, motifs, coats, _dab, 0.30)


def paint_long(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """Long separate strokes: (H, W, 3) uint8 sRGB for `size` (width, height)."""
    coats = (
        Coat(34.0, 15.0, 0.014, stray=0.16),
        Coat(27.0, 12.5, 0.016, stray=0.16),
        Coat(15.0, 7.5, 0.007, 0.50, (0.8, 0.55, 0.3), 0.16),
    )
    motifs = (cathedral_in_haze, poplars_at_evening, orchard_in_snow, river)
    return _painted(size, seed, palette, motifs, coats, _bar, 0.48)


def _painted(
    size: Size, seed: int, palette: Palette, motifs: Sequence[Motif], coats: Sequence[Coat], stamp: Stamp, bare: float
) -> Array:  # fmt: skip
    """A motif in coats of touches; `bare` is how pale the ground between them is."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, 1.5)
    unit = max(large) / 1536
    study = chosen(motifs, seed)(large, rng, palette)
    lab = np.array(mix(study.lab, palette[2], bare), dtype=np.float32)
    relief = weave(large, rng, 380) * 0.35 * unit
    pigments = np.concatenate([palette.lab, shifted(palette.lab, 0.10, 0.8), shifted(palette.lab, -0.09, 1.1)])
    for coat in coats:
        places = scattered(large, max(1.6, coat.spacing_px * unit), rng)
        if coat.wanted > 0:
            places = places[bilinear(study.detail, places[:, 0], places[:, 1]) > coat.wanted]
        _touches(lab, relief, places, study, pigments, coat, unit, stamp, rng)
    return to_pixels(calmed(lit(lab, relief, depth=0.55 / unit**0.5, gloss=0.22), size, 0.7))


def _touches(
    lab: Array, relief: Array, places: Array, study: Study, pigments: Array, coat: Coat, unit: float, stamp: Stamp,
    rng: np.random.Generator,
) -> None:  # fmt: skip
    """Press one touch after the other onto the picture, in place."""
    count = len(places)
    wanted = bilinear(study.lab, places[:, 0], places[:, 1])
    wanted[:, 0] += rng.normal(0, 0.018, count)
    distances = ((wanted[:, None] - pigments[None]) ** 2 * np.array([0.9, 1.0, 1.0], np.float32)).sum(axis=2)
    lots = -distances / coat.spread + rng.gumbel(0, 1, distances.shape)
    own = shifted(wanted, 0, 1.25)
    colours = own + (pigments[np.argmax(lots, axis=1)] - own) * rng.choice(coat.strength, (count, 1))
    colours[:, 0] += rng.normal(0, 0.012, count)
    angles = bilinear(study.angle, places[:, 0], places[:, 1]) + rng.normal(0, coat.stray, count)
    largest = int(np.ceil(coat.size_px * unit * 1.25)) + 1
    rows = []
    for grow in (0.75, 0.9, 1.05, 1.25):
        for turn in range(TURNS):
            cover, rise = stamp(coat.size_px * unit * grow, turn / TURNS * np.pi, rng)
            margin = largest - cover.shape[0] // 2
            rows.append(np.pad(np.stack([cover, rise]), ((0, 0), (margin, margin), (margin, margin))))
    stack = np.stack(rows, axis=1).astype(np.float32)  # (2, stamps, S, S)
    kinds = rng.integers(0, 4, count) * TURNS + np.rint(angles / np.pi * TURNS).astype(int) % TURNS
    _press(lab, relief, places, colours.astype(np.float32), kinds, stack)


def _press(lab: Array, relief: Array, places: Array, colours: Array, kinds: Array, stack: Array) -> None:
    """Blend stamps into a picture, a few at a time: in a random order those seldom overlap."""
    height, width = relief.shape
    edge = stack.shape[2]
    offset = np.arange(edge) - edge // 2
    group = int(np.clip(60_000 / edge**2, 1, 256))
    flat_lab, flat_relief = lab.reshape(-1, 3), relief.reshape(-1)
    for first in range(0, len(places), group):
        part = slice(first, first + group)
        column = places[part, 0].astype(int)[:, None, None] + offset[None, None, :]
        row = places[part, 1].astype(int)[:, None, None] + offset[None, :, None]
        cover, rise = stack[0][kinds[part]], stack[1][kinds[part]]
        here = (cover > 0.004) & (column >= 0) & (column < width) & (row >= 0) & (row < height)
        which = np.nonzero(here)[0]
        flat = (row * width + column)[here]
        share = cover[here]
        flat_lab[flat] += (colours[part][which] - flat_lab[flat]) * share[:, None]
        flat_relief[flat] = flat_relief[flat] * (1 - 0.75 * share) + rise[here]


def _plane(size_px: float, angle: float) -> tuple[Array, Array]:
    """Coordinates along and across a touch, in units of its size, (S, S)."""
    half = int(np.ceil(size_px)) + 1
    y, x = np.mgrid[-half : half + 1, -half : half + 1].astype(np.float32) / size_px
    return x * np.cos(angle) + y * np.sin(angle), -x * np.sin(angle) + y * np.cos(angle)


def _point(size_px: float, angle: float, rng: np.random.Generator) -> tuple[Array, Array]:
    """A round point with the little peak that the tip of the brush draws up."""
    u, v = _plane(size_px, angle)
    turn = np.arctan2(v, u)
    r = np.hypot(u / 0.80, v / 0.72) + 0.05 * np.sin(3 * turn + rng.uniform(0, 6)) + 0.03 * np.sin(5 * turn)
    cover = smoothstep(1.0 + 1.0 / size_px, 1.0 - 1.2 / size_px, r)
    peak = np.exp(-((u - 0.15) ** 2 + v**2) / 0.10)
    return cover * 0.97, cover * (0.55 + 0.55 * peak - 0.25 * r) * size_px * 0.26


def _dab(size_px: float, angle: float, rng: np.random.Generator) -> tuple[Array, Array]:
    """A short pat: an ellipse with a raised rim."""
    u, v = _plane(size_px, angle)
    bend = v + rng.normal(0, 0.12) * u * u
    r = np.sqrt((u / 0.92) ** 2 + (bend / 0.48) ** 2) + rng.normal(0, 0.06) * np.sin(3 * u + rng.uniform(0, 6))
    cover = smoothstep(1.0 + 1.2 / size_px, 1.0 - 1.2 / size_px, r)
    bristles = 0.14 * np.sin(bend * rng.uniform(16, 22) + rng.uniform(0, 6))
    rise = cover * (0.5 + bristles + 0.55 * np.exp(-(((r - 0.8) / 0.18) ** 2)) + 0.3 * u) * size_px * 0.20
    return cover * 0.96, rise


def _bar(size_px: float, angle: float, rng: np.random.Generator) -> tuple[Array, Array]:
    """A long stroke of a flat brush: parted bristles, a square start, an end that frays and piles up."""
    u, v = _plane(size_px, angle)
    bend = v + rng.normal(0, 0.10) * u * u
    comb = np.sin(bend * 62 + rng.uniform(0, 6)) + 0.6 * np.sin(bend * 113 + rng.uniform(0, 6))
    last = 0.90 + 0.05 * comb - 0.25 * np.abs(bend)
    inside = smoothstep(
        0.23 + 0.9 / size_px, 0.23 - 0.9 / size_px, np.abs(bend) + 0.012 * np.sin(9 * u + rng.uniform(0, 6))
    )
    inside = inside * smoothstep(-0.93, -0.88, u) * smoothstep(0.03, -0.05, u - last)
    dry = smoothstep(-0.4, 0.4, 1.25 - 1.1 * np.clip(u, 0, 1) ** 2 + 0.45 * comb)
    cover = inside * dry
    rim = np.exp(-(((np.abs(bend) - 0.19) / 0.035) ** 2)) + 1.2 * np.exp(-(((u - last + 0.08) / 0.06) ** 2))
    return cover * 0.96, cover * (0.5 + 0.16 * comb + 0.6 * rim) * size_px * 0.085

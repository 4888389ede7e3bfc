"""Designs for embroidery: two birds in a flowering tree, a garden at night, two carp."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted
from stylegui.painters.field import mix
from stylegui.painters.marks.needle import Needle
from stylegui.painters.scenes.embroidery_motifs import (
    bird,
    carp,
    curve,
    fern,
    hem,
    lotus,
    moth,
    pad,
    ring,
    rosette,
    spire,
    star,
    tulip,
    umbel,
)
from stylegui.painters.study import smooth_curve

SOIL = 0.945  # where the garden's stems begin


@dataclass(frozen=True)
class Design:
    """What is stitched: its proportions, the colour of the cloth, and the work itself."""

    ratio: float
    cloth: Callable[[Palette], Array]
    stitch: Callable[[Needle, Palette], None]


def flowering_tree(n: Needle, p: Palette) -> None:
    """Two birds face each other in a tree that grows from a vase; nearly symmetrical, as hands make it."""
    rng = n.rng
    green, dark = p[5], shifted(p[5], -0.11)
    c = 0.40625

    def both(points: list[tuple[float, float]], sign: float) -> Array:
        return np.array([[c + sign * px, py] for px, py in points])

    n.stem(curve((c, 0.80), (c + 0.006, 0.6), (c - 0.006, 0.42), (c, 0.27)), dark, width=n.thread * 1.6)
    for off in (-0.006, 0.006):
        n.stem(curve((c + off, 0.80), (c + off, 0.6), (c + off, 0.42), (c + off * 0.5, 0.28)), green)
    reds, blues = [shifted(p[2], -0.10), p[2], p[6]], [shifted(p[3], -0.08), p[3], shifted(p[3], 0.16)]
    kinds = [reds, blues] if rng.random() < 0.5 else [blues, reds]
    for sign in (-1, 1):
        boughs = (
            [(0, 0.765), (0.12, 0.745), (0.215, 0.79), (0.285, 0.775), (0.275, 0.725)],
            [(0, 0.625), (0.10, 0.590), (0.19, 0.600), (0.265, 0.545), (0.275, 0.44)],
            [(0, 0.375), (0.09, 0.335), (0.18, 0.335), (0.25, 0.295), (0.262, 0.250)],
            [(0, 0.72), (0.06, 0.665), (0.125, 0.655), (0.165, 0.685)],
        )
        for k, points in enumerate(boughs):
            path = smooth_curve(both(points, sign) + rng.normal(0, 0.003, (len(points), 2)), 70)
            n.stem(path, green if k % 2 else dark, width=n.thread * 1.15)
            if k < 3:
                n.stem(path + np.array([0.0, 0.007]), green)
        for lx, ly, turn, size in (
            (0.155, 0.76, -0.75, 0.07), (0.1, 0.748, 0.9, 0.065), (0.19, 0.78, 1.2, 0.075), (0.255, 0.79, 1.0, 0.075),
            (0.05, 0.605, 0.9, 0.065), (0.135, 0.592, 0.9, 0.065), (0.215, 0.59, 0.9, 0.065),
            (0.05, 0.355, 1.0, 0.065), (0.12, 0.334, 0.9, 0.07), (0.2, 0.325, 0.8, 0.075), (0.105, 0.333, -0.8, 0.07),
            (0.275, 0.5, -0.5, 0.055), (0.012, 0.5, -0.7, 0.075), (0.012, 0.43, 0.5, 0.07), (0.012, 0.56, -0.2, 0.055),
            (0.175, 0.335, -1.0, 0.07),
        ):  # fmt: skip
            tip = (lx + size * np.cos(turn), ly + size * np.sin(turn))
            mid = ((lx + tip[0]) / 2 + 0.010, (ly + tip[1]) / 2 - 0.006)
            n.leaf(both([(lx, ly), mid, tip], sign), 0.034, [shifted(green, 0.10), dark])
        tulip(n, both([(0.275, 0.725)], sign)[0], 0.085, -np.pi / 2 + sign * 0.05, kinds[0], p[4])
        tulip(n, both([(0.262, 0.250)], sign)[0], 0.105, -np.pi / 2 - sign * 0.1, kinds[1], p[4])
        rosette(n, both([(0.275, 0.415)], sign)[0], 0.062, 8, [p[4], p[4], shifted(p[4], 0.08)], p[2])
        rosette(n, both([(0.172, 0.69)], sign)[0], 0.038, 6, [p[6], p[6], p[7]], p[4])
        place = both([(0.135, 0.512)], sign)[0]
        bird(n, place, 0.23, -sign, [p[3], p[8], shifted(p[8], 0.14), p[7]], [p[3], p[2], p[4]], shifted(p[9], -0.12))
        n.knots(both([(0.02 + 0.02 * k, 0.20 - 0.028 * k) for k in range(1, 4)], sign), p[2])
        n.stem(smooth_curve(both([(0.01, 0.23), (0.03, 0.19), (0.085, 0.11)], sign), 40), green)
        rosette(n, both([(0.093, 0.105)], sign)[0], 0.036, 7, kinds[1], p[4])
    rosette(n, np.array([c, 0.215]), 0.108, 10, [*kinds[0]], p[4])
    _vase(n, p, c)
    hem(n, [p[2], p[3]])


def _vase(n: Needle, p: Palette, c: float) -> None:
    """A two-handled vase in bands of satin."""
    blue = [shifted(p[3], -0.06), p[3], shifted(p[3], 0.10)]
    half = np.array([0.050, 0.044, 0.062, 0.088, 0.092, 0.076, 0.050, 0.058])
    rows = np.array([0.785, 0.805, 0.825, 0.855, 0.882, 0.905, 0.916, 0.924])
    line = smooth_curve(np.stack([half, rows], axis=1), 80)
    for sign in (-1, 1):
        handle = curve(
            (c + sign * 0.05, 0.81), (c + sign * 0.115, 0.80), (c + sign * 0.125, 0.85), (c + sign * 0.088, 0.872)
        )
        n.stem(handle, p[3], width=n.thread * 1.7)
    left = np.stack([c - line[:, 0], line[:, 1]], axis=1)
    right = np.stack([c + line[:, 0], line[:, 1]], axis=1)
    n.satin(left, right, blue, parts=4)
    for k in range(5):
        place = np.array([c + (k - 2) * 0.031, 0.872 + 0.004 * abs(k - 2)])
        rosette(n, place, 0.016, 5, [p[7]], p[4])
    for row, half_width in ((0.800, 0.046), (0.908, 0.062)):
        n.stem(np.array([[c - half_width, row], [c, row + 0.003], [c + half_width, row]]), p[4], width=n.thread * 1.4)


def night_garden(n: Needle, p: Palette) -> None:
    """Tall flowers under a moon, and moths that come to them."""
    side = float(n.rng.choice([-1, 1]))

    def at(x: float, y: float) -> Array:
        return np.array([2 / 3 + side * (x - 2 / 3), y])

    _moon_and_stars(n, p, at(0.93, 0.235), side)
    moth(n, at(0.33, 0.215), 0.215, -0.9 if side > 0 else np.pi + 0.9, [p[7], p[6], p[2]], p[4])
    moth(n, at(0.635, 0.365), 0.12, -2.2 if side > 0 else -0.94, [p[4], p[7], p[8]], p[9])
    greens = [shifted(p[5], -0.05), shifted(p[5], 0.09), mix(p[8], p[5], 0.4)]
    _greenery(n, p, greens, at, side)
    _flowers(n, p, greens, at, side)
    x0, _, x1, _ = n.edges
    for x in np.arange(x0 + 0.07, x1 - 0.06, 0.047):
        for lean in (-0.035, 0.03):
            tip = (x + lean + n.rng.normal(0, 0.012), SOIL - n.rng.uniform(0.05, 0.105))
            blade = np.array([(x, SOIL + 0.01), ((x + tip[0]) / 2, (SOIL + tip[1]) / 2), tip])
            n.leaf(blade, 0.026, [greens[1], greens[0]])
    hem(n, [mix(p[4], p[1], 0.15), p[6]], inset=0.034)


def _moon_and_stars(n: Needle, p: Palette, moon: Array, side: float) -> None:
    """A moon worked round and round, rings of running stitch about it, stars away from it."""
    radius = 0.118

    def glow(x: Array, y: Array) -> Array:
        r = np.hypot(x - moon[0], y - moon[1]) / radius
        seas = np.sin(x * 61 + y * 40) * np.sin(y * 83)
        lit = np.clip(0.55 - 0.45 * side * (x - moon[0]) / radius + 0.25 * seas, 0, 1)
        return ramp([p[4], shifted(p[4], 0.08), p[7]], lit * (1.1 - 0.3 * r))

    def around(x: Array, y: Array) -> Array:
        return np.asarray(np.arctan2(y - moon[1], x - moon[0]) + np.pi / 2)

    n.long_and_short(ring(moon, radius, 0, 2 * np.pi, 90), around, glow, length=0.030)
    for k, out in enumerate((0.140, 0.160, 0.182)):
        n.running(ring(moon, out, 0, 2 * np.pi, 120), mix(p[4], p[3], 0.2 + 0.2 * k), 0.017, 0.013)
    x0, _, x1, _ = n.edges
    for _ in range(34):
        place = np.array([n.rng.uniform(x0 + 0.07, x1 - 0.07), n.rng.uniform(0.07, 0.52)])
        if np.hypot(*(place - moon)) > 0.25:
            star(n, place, n.rng.uniform(0.006, 0.014), p[7] if n.rng.random() < 0.6 else p[4])


def _greenery(n: Needle, p: Palette, greens: list[Array], at: Callable[[float, float], Array], side: float) -> None:
    """Grasses and ferns behind the flowers."""
    x0, _, x1, _ = n.edges
    for x in np.arange(x0 + 0.06, x1 - 0.05, 0.020):
        tall, lean = n.rng.uniform(0.10, 0.30), n.rng.normal(0, 0.04)
        path = curve((x, SOIL), (x + lean * 0.3, SOIL - tall * 0.6), (x + lean, SOIL - tall))
        n.stem(path, mix(greens[2], p[1], 0.35))
    cool = [mix(greens[0], p[8], 0.3), mix(greens[1], p[8], 0.3)]
    for x, tall, lean in (
        (0.145, 0.36, -0.07), (0.60, 0.33, 0.08), (1.08, 0.36, -0.08), (1.22, 0.33, 0.05), (0.42, 0.28, -0.08)
    ):  # fmt: skip
        fern(n, at(x, SOIL), tall, lean * side, cool)


def _flowers(n: Needle, p: Palette, greens: list[Array], at: Callable[[float, float], Array], side: float) -> None:
    """Spikes, heads of knots and round flowers, the tall ones first."""
    rose, blue = [shifted(p[6], -0.05), p[6], p[7]], [shifted(p[3], 0.06), shifted(p[3], 0.16), p[7]]
    for x, tall, lean, colours in (
        (0.235, 0.50, 0.02, rose), (0.865, 0.46, -0.02, blue), (1.165, 0.52, 0.02, rose), (0.09, 0.34, 0.0, blue)
    ):  # fmt: skip
        spire(n, at(x, SOIL), tall, lean * side, colours, greens[0])
    for x, tall, lean in ((0.375, 0.42, 0.015), (0.99, 0.36, 0.02), (0.70, 0.27, -0.03)):
        umbel(n, at(x, SOIL), tall, lean * side, [p[7], shifted(p[4], 0.12), p[7]], greens[1])
    poppy, daisy = [p[9], p[2], shifted(p[2], 0.09)], [p[4], p[7], p[7]]
    pink, cornflower = [p[9], p[2], p[6]], [p[3], shifted(p[3], 0.14), p[7]]
    for x, tall, radius, petals, colours in (
        (0.495, 0.44, 0.082, 9, poppy), (0.785, 0.345, 0.064, 12, daisy), (0.325, 0.21, 0.058, 8, pink),
        (1.075, 0.215, 0.062, 9, poppy), (0.60, 0.165, 0.050, 12, daisy), (0.16, 0.15, 0.046, 12, daisy),
        (0.895, 0.135, 0.044, 7, cornflower), (0.45, 0.11, 0.040, 7, cornflower), (1.235, 0.16, 0.042, 7, cornflower),
    ):  # fmt: skip
        head = at(x, SOIL - tall)
        path = curve((head[0] + 0.01, SOIL), (head[0] + 0.02 * side, SOIL - tall * 0.5), (head[0], head[1]))
        n.stem(path, greens[0], width=n.thread * 1.3)
        for share, way in ((0.35, 1), (0.6, -1)):
            foot = np.array([head[0] + 0.012 * side, SOIL - tall * share])
            tip = foot + np.array([way * 0.075, -0.045])
            n.leaf(np.array([foot, (foot + tip) / 2 + [0, -0.012], tip]), 0.036, [greens[1], greens[0]])
        rosette(n, head, radius, petals, colours, p[4], n.rng.uniform(0, 1))


def two_carp(n: Needle, p: Palette) -> None:
    """Two carp circle in a pond among lotus."""
    rng = n.rng
    x0, y0, x1, y1 = n.edges
    side = float(rng.choice([-1, 1]))

    def at(x: float, y: float) -> Array:
        return np.array([2 / 3 + side * (x - 2 / 3), y])

    pale = mix(p[8], p[7], 0.45)
    for cx, cy, rings in ((0.66, 0.50, 13), (0.10, 0.10, 6), (1.24, 0.93, 6)):
        for k in range(rings):
            line = ring(at(cx, cy), 0.06 + 0.052 * k, start := rng.uniform(0, 6.28), start + rng.uniform(4.6, 6.1), 160)
            bent = line + 0.004 * np.stack([np.sin(line[:, 1] * 40), np.cos(line[:, 0] * 40)], axis=1)
            inside = (bent[:, 0] > x0) & (bent[:, 0] < x1) & (bent[:, 1] > y0) & (bent[:, 1] < y1)
            for run in np.split(np.arange(160), np.flatnonzero(np.diff(inside.astype(int))) + 1):
                if inside[run[0]] and len(run) > 6:
                    n.running(bent[run], mix(pale, p[1], 0.05 * k), 0.019, 0.011)
    for place, radius, notch in (
        (at(0.17, 0.80), 0.125, 5.0),
        (at(0.335, 0.905), 0.085, 3.9),
        (at(1.20, 0.17), 0.115, 2.2),
        (at(1.04, 0.075), 0.070, 1.0),
    ):
        pad(n, place, radius, notch if side > 0 else np.pi - notch, mix(p[5], p[8], 0.2))
    white = shifted(p[7], -0.01)
    first = np.array([at(0.345, 0.49), at(0.40, 0.315), at(0.545, 0.215), at(0.73, 0.205), at(0.88, 0.265)])
    second = np.array([at(0.995, 0.535), at(0.935, 0.70), at(0.78, 0.795), at(0.60, 0.795), at(0.455, 0.73)])
    veil = [mix(white, p[8], 0.15), mix(white, p[8], 0.50)]
    carp(n, first, 0.175, [white, white, shifted(p[2], 0.06), p[2]], veil, shifted(p[1], -0.05))
    gold = [mix(p[4], white, 0.25), mix(p[4], p[8], 0.30)]
    carp(n, second, 0.165, [p[4], mix(p[4], p[2], 0.35), white], gold, shifted(p[1], -0.05))
    lotus(n, at(0.165, 0.735), 0.135, [shifted(p[6], -0.06), p[6], p[7]], p[4])
    lotus(n, at(1.215, 0.125), 0.105, [p[6], mix(p[6], p[7], 0.6), p[7]], p[4])
    for place in (
        at(0.30, 0.62),
        at(1.06, 0.42),
        at(0.64, 0.49),
        at(0.70, 0.515),
        at(0.665, 0.535),
        at(0.90, 0.10),
        at(0.52, 0.93),
    ):
        n.knots(place + rng.normal(0, 0.006, (3, 2)), p[6])


DESIGNS: tuple[Design, ...] = (
    Design(0.8125, lambda p: p[0], flowering_tree),
    Design(4 / 3, lambda p: p[1], night_garden),
    Design(4 / 3, lambda p: shifted(mix(p[3], p[8], 0.5), -0.13, 0.75), two_carp),
)

"""Animals in the deco manner: a peacock that spreads its tail, gazelles that leap over palms."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, shifted
from stylegui.painters.field import mix
from stylegui.painters.lines import Point, curve, ellipse, moved, turned
from stylegui.painters.scenes.inlay import (
    CORAL,
    DEEP,
    EMERALD,
    ENAMEL,
    GOLD,
    IVORY,
    LACQUER,
    LEAF,
    NIGHT,
    PALE,
    TEAL,
    Inlay,
    burst,
    framed,
)

# A gazelle facing right, about one unit long: each limb as places and half widths there; far limbs first.
LIMBS: tuple[tuple[list[Point], list[float]], ...] = (
    (
        [(-0.33, 0.03), (-0.45, 0.13), (-0.6, 0.135), (-0.72, 0.22), (-0.83, 0.29)],
        [0.075, 0.04, 0.017, 0.013, 0.008],
    ),
    (
        [(0.22, -0.03), (0.4, -0.055), (0.5, -0.02), (0.435, 0.07), (0.385, 0.135)],
        [0.05, 0.028, 0.017, 0.011, 0.008],
    ),
    (
        [(-0.31, 0.05), (-0.4, 0.19), (-0.55, 0.22), (-0.64, 0.32), (-0.73, 0.41)],
        [0.095, 0.05, 0.019, 0.014, 0.009],
    ),
    (
        [(0.2, 0.0), (0.35, 0.035), (0.44, 0.085), (0.36, 0.155), (0.295, 0.2)],
        [0.06, 0.034, 0.019, 0.012, 0.009],
    ),
    (
        [(-0.36, 0.09), (-0.25, 0.005), (-0.08, -0.055), (0.1, -0.085), (0.24, -0.1)],
        [0.06, 0.098, 0.064, 0.078, 0.084],
    ),
    (
        [(0.2, -0.09), (0.295, -0.18), (0.335, -0.27), (0.345, -0.345)],
        [0.086, 0.056, 0.037, 0.027],
    ),
    (
        [(0.335, -0.355), (0.375, -0.362), (0.43, -0.335), (0.468, -0.312)],
        [0.025, 0.03, 0.018, 0.01],
    ),
    (
        [(-0.41, 0.06), (-0.465, 0.02), (-0.485, 0.06)],
        [0.016, 0.013, 0.003],
    ),
    (
        [(0.335, -0.36), (0.285, -0.392), (0.245, -0.385)],
        [0.005, 0.016, 0.002],
    ),
)
HORNS: tuple[list[Point], ...] = (
    [(0.35, -0.382), (0.325, -0.47), (0.275, -0.54), (0.2, -0.575), (0.145, -0.56)],
    [(0.368, -0.385), (0.362, -0.49), (0.318, -0.575), (0.245, -0.63), (0.185, -0.635)],
)


def peacock(inlay: Inlay) -> None:
    """A peacock that spreads its tail: fans of eyes, ring over ring."""
    rng, chart = inlay.rng, inlay.chart
    s = chart.short
    heart = (chart.width / 2, chart.height / 2 + 0.26 * chart.height)
    burst(inlay, heart, 44, 1.6)
    reach = min(0.93 * heart[1], 0.9)
    rings = 7
    plumes = ((EMERALD, TEAL), (DEEP, TEAL), (IVORY, TEAL))[int(rng.choice([0, 0, 1, 2]))]
    for k in range(rings):
        r = reach * (1 - 0.125 * k) - 0.09 * s
        count = 17 - 2 * k if k < 6 else 7
        span = 1.95 - 0.10 * k
        size = 0.098 * s * (1 - 0.085 * k)
        for j in range(count):
            a = -np.pi / 2 + span * ((j + 0.5) / count * 2 - 1)
            _eye(inlay, heart, a, r, size, k % 2 == 0, plumes)
    _bird(inlay, heart, float(rng.choice([-1, 1])))
    framed(inlay)


def _eye(inlay: Inlay, heart: Point, angle: float, r: float, size: float, warm: bool, plumes: tuple[int, int]) -> None:
    """One tail feather: a long drop with barbs and an eye of enamel in gold."""
    chart, palette = inlay.chart, inlay.palette
    x, y = heart[0] + r * np.cos(angle), heart[1] + r * np.sin(angle)
    drop = curve([(-3.4, 0.02), (-1.6, 0.42), (-0.3, 0.92), (0.62, 0.80), (1.02, 0.0), (0.62, -0.80), (-0.3, -0.92),
                  (-1.6, -0.42), (-3.4, -0.02)], 70)  # fmt: skip
    green = mix(palette[plumes[0]], palette[plumes[1]], 0.5 if warm else 0.1)
    layers = (
        (1.04, 0.0, inlay.new(LEAF, GOLD, PALE, (x, y, size, 0))),
        (0.97, 0.0, inlay.new(ENAMEL, shifted(green, 0.06), mix(green, palette[NIGHT], 0.6), (x, y, size * 3, 0))),
    )
    for scale, ahead, number in layers:
        chart.fill(turned(moved(drop, ahead, 0), angle, size * scale, (x, y)), number)
    for across, number in (
        (0.62, inlay.new(LEAF, PALE, GOLD, (x, y, size, 0))),
        (0.55, inlay.new(ENAMEL, CORAL if warm else PALE, GOLD, (x, y, size * 0.6, 0))),
        (0.42, inlay.new(LEAF, GOLD, GOLD, (x, y, size, 0))), (0.37, inlay.new(ENAMEL, TEAL, DEEP, (x, y,
            size * 0.5, 0))),
        (0.19, inlay.new(LACQUER, NIGHT, DEEP, (x, y, size * 0.2, 0))),
    ):  # fmt: skip
        chart.fill(
            turned(ellipse((0.22 + 0.10 * (0.62 - across), 0), across * 1.05, across, 0, 36), angle, size, (x, y)),
            number,
        )
    rib = inlay.new(LEAF, GOLD, PALE, (x, y, size, 0))
    chart.stroke(turned(np.array([[-3.4, 0], [-0.42, 0]]), angle, size, (x, y)), size * 0.03, rib)
    for k in range(7):
        t = -2.6 + 0.33 * k
        for sign in (-1, 1):
            barb = np.array(
                [[t, 0], [t + 0.22, 0.12 * sign * (k + 1.5) * 0.5], [t + 0.5, 0.24 * sign * (k + 1.5) * 0.42]]
            )
            chart.stroke(turned(barb, angle, size, (x, y)), size * 0.014, rib)


def _bird(inlay: Inlay, heart: Point, side: float) -> None:
    """The bird itself: breast in scales, a drawn-up neck, a crest, on a stepped pedestal."""
    chart, palette = inlay.chart, inlay.palette
    k = chart.short
    x, y = heart

    def at(points: list[Point] | Array) -> Array:
        return moved(np.array(points) * [side * k, k], x, y)

    gold = inlay.new(LEAF, PALE, GOLD, (x, y - 0.2 * k, 0.5 * k, 0))
    blue = inlay.new(
        ENAMEL, mix(palette[TEAL], palette[DEEP], 0.35), DEEP, (x + 0.05 * k * side, y - 0.32 * k, 0.5 * k, 0)
    )
    neck = curve([(0.0, 0.16), (-0.02, 0.04), (-0.015, -0.10), (0.03, -0.20), (0.035, -0.29), (0.05, -0.325)], 60)
    half = np.interp(np.linspace(0, 1, 60), [0, 0.2, 0.45, 0.7, 0.9, 1], [0.050, 0.112, 0.084, 0.040, 0.033, 0.024])
    path = at(neck)
    chart.stroke(path, (half + 0.006) * k, gold)
    chart.dot((x + 0.058 * k * side, y - 0.315 * k), 0.042 * k, gold)
    chart.stroke(path, half * k, blue)
    chart.dot((x + 0.058 * k * side, y - 0.315 * k), 0.036 * k, blue)
    chart.fill(at([(0.085, -0.335), (0.15, -0.300), (0.085, -0.292)]), gold)
    chart.fill(at([(0.052, -0.326), (0.095, -0.318), (0.054, -0.309)]), inlay.new(ENAMEL, IVORY, IVORY, (x, y, 1, 0)))
    chart.dot((x + 0.068 * k * side, y - 0.317 * k), 0.0065 * k, inlay.new(LACQUER, NIGHT, NIGHT, (x, y, 1, 0)))
    tip = inlay.new(ENAMEL, TEAL, DEEP, (x, y - 0.4 * k, 0.1 * k, 0))
    for a in (-0.62, -0.36, -0.1, 0.16, 0.42):
        end = np.array([0.05 + 0.115 * np.sin(a), -0.345 - 0.115 * np.cos(a)])
        chart.stroke(at([(0.05, -0.35), (float(end[0]), float(end[1]))]), 0.0022 * k, gold)
        chart.dot(at([(float(end[0]), float(end[1]))])[0], 0.013 * k, gold)
        chart.dot(at([(float(end[0]), float(end[1]))])[0], 0.009 * k, tip)
    for row in range(11):
        t = 0.06 + 0.048 * row
        centre = path[int(t * 59)]
        wide = half[int(t * 59)] * k
        count = 5 - row % 2 if row < 8 else 4 - row % 2
        for c in range(count):
            cx = centre[0] + wide * 0.86 * ((c + 0.5) / count * 2 - 1)
            radius = wide / count * 1.06
            chart.dot((cx, centre[1]), radius, gold)
            tone = mix(palette[TEAL], palette[EMERALD], row / 11)
            chart.dot(
                (cx, centre[1] - 0.1 * radius),
                radius * 0.84,
                inlay.new(ENAMEL, shifted(tone, 0.08), DEEP, (cx, centre[1] - radius, 2.2 * radius, 0)),
            )
    base = inlay.new(LACQUER, NIGHT, NIGHT, (x, y + 0.2 * k, 0.4 * k, 0.7))
    for step, (reach, top) in enumerate(((0.14, 0.165), (0.23, 0.20), (0.34, 0.235), (0.60, 0.27))):
        chart.box(x - reach * k - 0.004, y + top * k - 0.004, x + reach * k + 0.004, chart.height, gold)
        chart.box(x - reach * k, y + top * k, x + reach * k, chart.height, base if step % 2 else blue)


def gazelles(inlay: Inlay) -> None:
    """Two gazelles leap over fans of palm before the sun."""
    rng, chart, palette = inlay.rng, inlay.chart, inlay.palette
    s = chart.short
    side = float(rng.choice([-1, 1]))
    sun = inlay.chart.spot(0.10 * side, -0.10)
    burst(inlay, sun, 36, 1.6)
    glow = int(rng.choice([CORAL, PALE, TEAL]))
    for radius, material, first, last in ((0.375, LEAF, PALE, GOLD), (0.360, ENAMEL, PALE, CORAL),
                                          (0.305, LEAF, GOLD, PALE), (0.296, ENAMEL, glow, CORAL)):  # fmt: skip
        chart.dot(sun, radius * s, inlay.new(material, first, last, (sun[0], sun[1] - 0.3 * s, 0.75 * s, 0.0)))
    gold = inlay.new(LEAF, GOLD, PALE, (0, 0, 1.2, 0))
    for k, (y, reach) in enumerate(
        ((0.02, 0.52), (0.07, 0.40), (0.12, 0.60), (0.17, 0.34))
    ):  # level clouds over the sun
        cx, cy = inlay.chart.spot((0.26 if k % 2 else -0.24) * side, y)
        chart.box(cx - reach * s / 2, cy - 0.013 * s, cx + reach * s / 2, cy + 0.013 * s, gold)
        for end in (-1, 1):
            chart.dot((cx + end * reach * s / 2, cy), 0.013 * s, gold)
        cloud = inlay.new(ENAMEL, mix(palette[DEEP], palette[TEAL], 0.4), NIGHT, (cx, cy, reach * s, 0))
        chart.box(cx - reach * s / 2, cy - 0.010 * s, cx + reach * s / 2, cy + 0.010 * s, cloud)
    back = mix(palette[TEAL], palette[NIGHT], 0.35)
    _gazelle(inlay, inlay.chart.spot(-0.25 * side, -0.21), side, 0.44 * s, shifted(back, 0.10), palette[DEEP])
    _gazelle(inlay, inlay.chart.spot(0.04 * side, 0.0), side, 0.80 * s, None, palette[NIGHT])
    blades = 9
    for x, low, long in ((-0.62, 0.66, 0.50), (0.62, 0.66, 0.46), (-0.02, 0.72, 0.38)):
        stretch = chart.width / s if abs(x) > 0.3 else 1.0
        foot = inlay.chart.spot(x * stretch * 0.82, (chart.height / s) * 0.75 * low)
        for k in range(blades):
            a = -np.pi / 2 + (k / (blades - 1) * 2 - 1) * 1.15 + rng.normal(0, 0.03)
            _frond(inlay, foot, a, long * s * rng.uniform(0.8, 1.1), k)
    framed(inlay)


def _gazelle(inlay: Inlay, at: Point, side: float, k: float, colour: Array | None, dark: Array) -> None:
    """A gazelle in its leap: swelling curves, long horns; gold when no colour is given."""
    chart, palette = inlay.chart, inlay.palette
    x, y = at

    def put(points: Array) -> Array:
        return moved(points * [side * k, k], x, y)

    edge = inlay.new(LEAF, PALE, GOLD, (x, y - 0.4 * k, k, 0))
    rim = inlay.new(LACQUER, dark, dark, (x, y, 1, 0)) if colour is None else edge
    if colour is None:
        body = inlay.new(LEAF, PALE, GOLD, (x + 0.2 * k * side, y - 0.3 * k, 0.9 * k, 0))
    else:
        body = inlay.new(ENAMEL, colour, dark, (x + 0.2 * k * side, y - 0.3 * k, 0.9 * k, 0))
    shade = inlay.new(
        ENAMEL, mix(palette[CORAL], palette[NIGHT], 0.35) if colour is None else palette[TEAL], dark, (x, y, 0.6 * k, 0)
    )
    paths = []
    for points, widths in LIMBS:
        path = put(curve(points, 50))
        half = np.interp(np.linspace(0, 1, 50), np.linspace(0, 1, len(widths)), widths) * k
        half = np.convolve(np.pad(half, 4, mode="edge"), np.ones(9) / 9, mode="valid")
        paths.append((path, half))
    for path, half in paths:
        chart.stroke(path, half + 0.0042, rim)
        chart.dot(path[0], float(half[0]) + 0.0042, rim)
    for points in HORNS:
        path = put(curve(points, 50))
        chart.stroke(path, np.linspace(0.013, 0.002, 50) * k + 0.0022, rim)
        chart.stroke(path, np.linspace(0.013, 0.002, 50) * k, edge if colour is None else body)
        for j in range(4, 40, 4):
            chart.stroke(path[j : j + 2], 0.012 * k * (1 - j / 60), rim)
    for path, half in paths:
        chart.stroke(path, half, body)
        chart.dot(path[0], float(half[0]), body)
    belly = put(curve([(-0.19, 0.070), (-0.06, 0.012), (0.09, -0.005), (0.20, -0.02)], 40))
    chart.stroke(belly, np.sin(np.linspace(0, np.pi, 40)) * 0.020 * k, shade)
    for t, bend in ((-0.30, 0.11), (-0.26, 0.09), (0.13, 0.075), (0.17, 0.06)):  # the lines of haunch and shoulder
        arc = put(curve([(t, -0.05), (t + bend * 0.55, 0.0), (t + 0.02, 0.07)], 24))
        chart.stroke(arc, np.sin(np.linspace(0, np.pi, 24)) * 0.0045 * k, rim if colour is None else edge)
    chart.stroke(put(curve([(0.25, -0.13), (0.315, -0.23), (0.335, -0.31)], 24)), 0.0035 * k, shade)
    chart.dot((x + 0.385 * k * side, y - 0.366 * k), 0.0062 * k, inlay.new(LACQUER, NIGHT, NIGHT, (x, y, 1, 0)))


def _frond(inlay: Inlay, foot: Point, angle: float, reach: float, turn: int) -> None:
    """A palm leaf: blades along a bent rib, each edged with gold."""
    chart, palette = inlay.chart, inlay.palette
    bend = 0.8 * np.cos(angle)
    t = np.linspace(0, 1, 26)
    a = angle + bend * t**1.6
    rib = np.array(foot) + np.stack([np.cumsum(np.cos(a)), np.cumsum(np.sin(a))], axis=1) * reach / 26
    gold = inlay.new(LEAF, GOLD, PALE, (*foot, reach, 0))
    green = mix(palette[EMERALD], palette[(TEAL, NIGHT, DEEP)[turn % 3]], 0.35)
    blade = inlay.new(ENAMEL, shifted(green, 0.09), mix(green, palette[NIGHT], 0.5), (*rib[-1], reach, 0))
    shape = curve([(0.0, 0.0), (0.35, 0.085), (0.75, 0.065), (1.0, 0.0), (0.75, -0.05), (0.35, -0.05)], 30, closed=True)
    for k in range(3, 26):
        for sign in (-1, 1):
            lean = a[k] + sign * (0.75 - 0.45 * t[k])
            long = reach * (0.40 * np.sin(np.pi * (0.12 + 0.80 * t[k])) + 0.04)
            mirrored = shape * [1, sign]
            chart.fill(turned(mirrored, lean, long * 1.04, tuple(rib[k])), gold)
            chart.fill(turned(mirrored * [1, 0.70], lean, long, tuple(rib[k])), blade)
    chart.stroke(rib, np.linspace(0.0045, 0.0012, 26), gold)

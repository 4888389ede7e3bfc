"""A tree of life for printed cloth: it grows from scaled hills and bears a different flower on every branch."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.lines import curve, turned
from stylegui.painters.scenes.boteh import (
    CLOTH,
    DARK,
    GREEN,
    INDIGO,
    LEAF,
    MADDER,
    OCHRE,
    ROSE,
    SKY,
    Shawl,
    print_border,
    print_boteh,
    print_floret,
    print_vine,
    scatter_sprigs,
)
from stylegui.painters.scenes.poster import swell, whiplash


def life_tree(shawl: Shawl) -> None:
    """The tree on pale cloth, two birds at its foot, a border below."""
    rng, chart = shawl.rng, shawl.chart
    s, w, h = chart.short, chart.width, chart.height
    depth = 0.15 * s
    floor = h - depth
    shawl.ground(CLOTH)
    _hills(shawl, floor)
    side = float(rng.choice([-1, 1]))
    x0 = w / 2
    top = 0.23 * h
    sway = 0.085 * s * side
    knots = [(x0, floor - 0.06 * s), (x0 + sway, floor - 0.24 * (floor - top)),
        (x0 - sway, floor - 0.50 * (floor - top)),
             (x0 + 0.8 * sway, floor - 0.76 * (floor - top)), (x0, top)]  # fmt: skip
    trunk = curve(knots, 120)
    _branches(shawl, trunk)
    shawl.lift()
    bark = swell(120, 0.036, 0.026, 0.007, 0.1) * s
    shawl.rule(trunk, bark + 0.004 * s, DARK)
    shawl.rule(trunk, bark, OCHRE)
    for k in range(2, 116, 4):  # scales of bark
        for off in (-0.5, 0.5):
            ahead = trunk[k + 1] - trunk[k]
            ahead /= np.hypot(*ahead)
            spot = trunk[k] + np.array([-ahead[1], ahead[0]]) * bark[k] * off
            shawl.press(
                turned(LEAF, float(np.arctan2(ahead[1], ahead[0])) + 0.5 * off, 0.75 * bark[k], tuple(spot)),
                MADDER if k % 8 else DARK,
            )
    print_boteh(shawl, (trunk[-1][0], trunk[-1][1] - 0.035 * s), 0.27 * s, 0.05, side, (MADDER, OCHRE, INDIGO, ROSE), 3)
    for flip in (-1.0, 1.0):
        _bird(shawl, (x0 + flip * 0.25 * s, floor - 0.145 * s), 0.22 * s, flip)
    scatter_sprigs(shawl, 0.034 * s, 0.022 * s, CLOTH)
    print_border(shawl, (0.0, h), (1.0, 0.0), w, depth)


def _branches(shawl: Shawl, trunk: Array) -> None:
    """Branches to both sides, long below and short above, each with its own fruit."""
    rng, s = shawl.rng, shawl.chart.short
    wide = shawl.chart.width / s
    count = 9
    for k in range(count):
        place = trunk[int(18 + 96 * k / count)]
        for flip in (-1.0, 1.0):
            t = k / (count - 1)
            heading = (
                (-0.30 - 0.75 * t + rng.normal(0, 0.08))
                if flip > 0
                else (-np.pi + 0.30 + 0.75 * t + rng.normal(0, 0.08))
            )
            long = (0.46 - 0.20 * t) * s * rng.uniform(0.75, 1.1) * (0.55 + 0.45 * wide)
            bend = -flip * 0.75 * (1 if k % 2 else -0.6)
            path = whiplash(tuple(place), heading, long, bend, 0.85, flip * rng.uniform(0.2, 1.6))
            shawl.lift()
            shawl.rule(path, swell(90, 0.011, 0.009, 0.005) * s, DARK)
            print_vine(shawl, path, 0.030 * s, GREEN)
            for j in (34, 58):
                twig = whiplash(
                    tuple(path[j]), heading + flip * (0.9 if j == 34 else -0.9), 0.10 * s, 0.5, 0.9, flip * 5.5
                )
                print_vine(shawl, twig, 0.016 * s, GREEN)
                print_floret(shawl, tuple(twig[-12]), 0.020 * s, int(rng.choice([ROSE, SKY, OCHRE])), 6)
            end = tuple(path[-1])
            kind = (k + (flip > 0) * 2) % 4
            size = (0.078 - 0.018 * t) * s
            if kind < 2:
                inks = ((INDIGO, ROSE, OCHRE, MADDER), (MADDER, SKY, OCHRE, INDIGO), (OCHRE, MADDER, SKY, ROSE))[
                    (k + kind) % 3
                ]
                print_boteh(shawl, end, size * 2.3, flip * 0.35 + rng.normal(0, 0.1), -flip, inks, 2)
            else:
                print_floret(
                    shawl, end, size * 1.05, (MADDER, ROSE, INDIGO, SKY)[(k + kind) % 4], int(rng.choice([7, 9, 11]))
                )


def _hills(shawl: Shawl, floor: float) -> None:
    """Mounds of overlapping scales with tufts on them."""
    rng, chart = shawl.rng, shawl.chart
    s, w = chart.short, chart.width
    mounds = [(0.5, 0.13, 0.20), (0.20, 0.09, 0.24), (0.80, 0.09, 0.24), (0.0, 0.06, 0.16), (1.0, 0.06, 0.16)]
    for centre, tall, half in mounds:
        shawl.lift()
        for row in range(5):
            y = floor - tall * s * (1 - row / 5)
            reach = half * s * max(1.0, w / s * 0.8) * np.sqrt(1 - (1 - (row + 0.6) / 5.6) ** 2)
            count = max(2, round(2 * reach / (0.055 * s)))
            for k in range(count + row % 2):
                x = centre * w - reach + (k + 0.5 * (1 - row % 2)) * 2 * reach / count
                for radius, place in ((0.041, DARK), (0.037, (GREEN, INDIGO)[row % 2]),
                (0.026, SKY if row % 2 else OCHRE),
                                      (0.020, GREEN if row % 2 else MADDER)):  # fmt: skip
                    shawl.spot((x, y + 0.02 * s), radius * s, place)
        for _ in range(5):
            x = centre * w + rng.uniform(-0.6, 0.6) * half * s
            for turn in (-0.6, -0.2, 0.2, 0.6):
                shawl.press(turned(LEAF, -np.pi / 2 + turn, 0.055 * s, (x, floor - tall * s * 0.82)), GREEN)


def _bird(shawl: Shawl, at: tuple[float, float], size: float, side: float) -> None:
    """A bird with a long tail, looking up at the tree."""
    shawl.lift()

    def put(points: Array) -> Array:
        return np.asarray(points * [-side * size, size] + np.array(at))

    for k in range(5):
        tail = curve([(-0.25, 0.05), (-0.6, 0.02 + 0.06 * k), (-1.05 + 0.05 * k, 0.10 + 0.11 * k)], 40)
        shawl.rule(put(tail), swell(40, 0.02, 0.045, 0.03) * size, DARK)
        shawl.rule(put(tail), swell(40, 0.012, 0.034, 0.02) * size, (INDIGO, GREEN, MADDER)[k % 3])
        shawl.spot(put(tail[-1:])[0], 0.040 * size, OCHRE)
    body = curve([(-0.32, 0.08), (-0.1, 0.19), (0.14, 0.12), (0.24, -0.08), (0.28, -0.26), (0.37, -0.33),
        (0.46, -0.27), (0.40, -0.36),
                  (0.28, -0.40), (0.17, -0.31), (0.10, -0.12), (-0.08, -0.08)], 120, closed=True)  # fmt: skip
    middle = np.array([0.05, -0.05])
    shawl.press(put((body - middle) * 1.07 + middle), DARK)
    shawl.press(put(body), INDIGO)
    for row in range(4):
        for k in range(4):
            shawl.spot(
                put(np.array([[0.12 - 0.11 * k - 0.03 * (row % 2), -0.03 + 0.055 * row - 0.0 * k]]))[0],
                0.030 * size,
                (SKY, ROSE, OCHRE)[(row + k) % 3],
            )
    shawl.press(
        put(curve([(-0.30, 0.02), (-0.05, 0.06), (0.10, -0.06), (-0.05, -0.10), (-0.22, -0.07)], 50, closed=True)),
        MADDER,
    )
    shawl.spot(put(np.array([[0.325, -0.335]]))[0], 0.020 * size, CLOTH)
    for x in (0.0, 0.08):
        shawl.rule(put(np.array([[x, 0.15], [x + 0.02, 0.36]])), 0.012 * size, DARK)

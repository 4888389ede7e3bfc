"""A blossoming plum branch before the moon, in ink."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import fbm, smoothstep
from stylegui.painters.lines import normals
from stylegui.painters.marks.scroll import Scroll
from stylegui.painters.study import distance, smooth_curve


def plum_and_moon(scroll: Scroll) -> float:
    """An old bough from one corner, young shoots and red blossom, a moon left bare in a grey night.

    Gives the side where the picture is open: -1 or 1.
    """
    side = float(scroll.rng.choice([-1, 1]))
    _night(scroll, 0.5 + side * 0.17, 0.33)
    width, height = scroll.size

    def at(points: list[list[float]]) -> Array:
        return np.array([[(0.5 + side * x) * width, y * height] for x, y in points])

    bough = at(
        [
            [-0.58, 0.98],
            [-0.42, 0.80],
            [-0.34, 0.73],
            [-0.24, 0.66],
            [-0.20, 0.56],
            [-0.06, 0.50],
            [0.04, 0.40],
            [0.16, 0.36],
            [0.30, 0.27],
        ]
    )
    second = at([[-0.30, 0.70], [-0.31, 0.55], [-0.25, 0.42], [-0.27, 0.30], [-0.20, 0.17]])
    third = at([[-0.06, 0.50], [0.06, 0.55], [0.18, 0.53], [0.31, 0.59]])
    shoots = []
    for line, wide in ((bough, 84.0), (second, 34.0), (third, 24.0)):
        _bough(scroll, line, wide)
        shoots += _shoots(scroll, line, wide)
    places: list[Array] = []
    for shoot in shoots:
        shares = scroll.rng.uniform(0.15, 1.0, int(scroll.rng.integers(1, 4)))
        places.extend(shoot[int(share * (len(shoot) - 1))] for share in shares)
    scroll.rng.shuffle(places)
    for k, place in enumerate(places):
        spot = place + scroll.rng.normal(0, 7 * scroll.unit, 2)
        if k % 4 == 3:
            _bud(scroll, spot)
        else:
            _blossom(scroll, spot, scroll.rng.uniform(17, 29) * scroll.unit)
    for _ in range(9):
        drift = np.array([scroll.rng.uniform(0.3, 0.9) * width, scroll.rng.uniform(0.6, 0.95) * height])
        _petal(scroll, drift, scroll.rng.uniform(0, 6.3), 11 * scroll.unit, 0.6)
    return side


def _night(scroll: Scroll, x: float, y: float) -> None:
    """Washes round the moon, which stays paper."""
    r = distance(scroll.size, x, y)
    cloud = fbm(scroll.size, (2.2, 5.0), scroll.rng, 5)
    halo = np.exp(-np.clip(r - 0.135, 0, 1) / 0.24)
    tone = 0.10 + 0.22 * halo + 0.07 * cloud
    scroll.wash(np.clip(tone, 0, 1) * smoothstep(0.1335, 0.1355, r + 0.0012 * cloud), 0.6)
    bank = smoothstep(0.55, 1.4, cloud) * smoothstep(0.24, 0.10, r)
    scroll.wash(0.16 * bank, 5.0)


def _bough(scroll: Scroll, line: Array, wide: float) -> None:
    """Several dry strokes side by side, angular, with knots: the light comes between them."""
    rng, unit = scroll.rng, scroll.unit
    curve = smooth_curve(line + rng.normal(0, 5 * unit, line.shape), 120)
    normal = normals(curve)
    taper = np.linspace(1, 0.07, 120) ** 0.85
    knots = 1 + 0.30 * np.clip(np.sin(np.linspace(0, 19, 120) + rng.uniform(0, 6)), 0, 1) ** 6
    scroll.stroke(curve, wide * unit * (taper * knots)[::6] * 0.92, 0.52, dry=0.25, wet=0.3)
    for offset, share, dark, dry in (
        (0.30, 0.36, 0.95, 0.55),
        (0.10, 0.30, 0.70, 0.75),
        (-0.30, 0.20, 0.85, 0.85),
        (0.42, 0.12, 1.25, 0.45),
    ):
        for begin in range(0, 110, 22):
            end = min(119, begin + int(rng.integers(18, 34)))
            part = slice(begin, end)
            shifted = (
                curve[part] + normal[part] * (wide * unit * taper[part] * offset * rng.uniform(0.75, 1.2))[:, None]
            )
            widths = wide * unit * taper[part] * share * rng.uniform(0.7, 1.25)
            scroll.stroke(
                shifted,
                widths[::3] * np.clip(np.sin(np.linspace(0.25, 2.9, len(widths[::3]))), 0.25, 1),
                dark * rng.uniform(0.8, 1.15),
                dry,
                0.2,
            )
    for _ in range(int(wide * 0.9)):  # lichen dots
        k = int(rng.integers(0, 118))
        spot = curve[k] + normal[k] * wide * unit * taper[k] * rng.normal(0.25, 0.35)
        size = rng.uniform(2, 5.5) * unit
        scroll.stroke(
            np.array([spot, spot + np.array([size, size * 0.4])]),
            np.array([0.7, 1.0, 0.6]) * size,
            rng.uniform(0.6, 1.2),
            0.2,
        )


def _shoots(scroll: Scroll, line: Array, wide: float) -> list[Array]:
    """Straight young shoots that leave at sharp angles."""
    rng, unit = scroll.rng, scroll.unit
    curve = smooth_curve(line, 120)
    shoots = [curve[80:]]
    for k in range(28, 118, 9):
        way = rng.choice([-1, 1])
        ahead = curve[min(k + 3, 119)] - curve[k - 3]
        turn = np.arctan2(ahead[1], ahead[0]) + way * rng.uniform(0.5, 1.15)
        turn = turn - 0.4 * np.sin(turn) if np.sin(turn) > 0.2 else turn
        long = rng.uniform(70, 210) * unit * (0.6 + 0.4 * wide / 60)
        tip = curve[k] + long * np.array([np.cos(turn), np.sin(turn)])
        elbow = curve[k] + 0.5 * (tip - curve[k]) + rng.normal(0, 0.06, 2) * long
        shoot = smooth_curve(np.array([curve[k], elbow, tip]), 30)
        thick = rng.uniform(4.5, 8.5) * unit
        scroll.stroke(
            shoot, thick * np.array([1.2, 0.8, 0.6, 0.5, 0.25]), rng.uniform(0.7, 1.15), rng.uniform(0.2, 0.5), 0.2
        )
        shoots.append(shoot)
    return shoots


def _blossom(scroll: Scroll, at: Array, radius: float) -> None:
    """Five round petals seen from in front or aside, and stamens flicked in with black."""
    rng = scroll.rng
    tilt, lean = rng.uniform(0.45, 1.0), rng.uniform(0, np.pi)
    turn = np.array([[np.cos(lean), -np.sin(lean)], [np.sin(lean), np.cos(lean)]]) @ np.diag([1.0, tilt])
    start = rng.uniform(0, 2 * np.pi)
    strength = rng.uniform(0.75, 1.5)
    for k in range(5):
        a = start + k * 2 * np.pi / 5
        heading = turn @ np.array([np.cos(a), np.sin(a)])
        path = at + heading * radius * np.linspace(0.15, 1.0, 6)[:, None]
        widths = radius * 1.05 * np.array([0.35, 0.8, 1.05, 1.0, 0.75, 0.3])
        scroll.stroke(path, widths, strength * rng.uniform(0.75, 1.1), dry=0.12, wet=0.55, layer=scroll.red)
    for _ in range(9):
        heading = turn @ np.array([np.cos(b := rng.uniform(0, 2 * np.pi)), np.sin(b)])
        tip = at + heading * radius * rng.uniform(0.45, 0.8)
        scroll.stroke(np.array([at, (at + tip) / 2, tip]), np.array([1.5, 1.3, 1.2]) * scroll.unit, 0.9, 0.1)
        scroll.stroke(np.array([tip, tip + 2.5 * scroll.unit]), np.array([3.2, 3.4]) * scroll.unit, 1.2, 0.0)


def _bud(scroll: Scroll, at: Array) -> None:
    reach = scroll.rng.uniform(9, 14) * scroll.unit
    turn = scroll.rng.uniform(-2.6, -0.5)
    tip = at + reach * np.array([np.cos(turn), np.sin(turn)])
    scroll.stroke(np.array([at, (at + tip) / 2, tip]), reach * np.array([0.5, 1.05, 0.5]), 0.95, 0.05, 0.5, scroll.red)
    scroll.stroke(
        np.array([at - (tip - at) * 0.3, at, at + (tip - at) * 0.25]), reach * np.array([0.25, 0.5, 0.2]), 1.2, 0.1
    )


def _petal(scroll: Scroll, at: Array, turn: float, reach: float, strength: float) -> None:
    tip = at + reach * np.array([np.cos(turn), np.sin(turn)])
    scroll.stroke(
        np.array([at, (at + tip) / 2, tip]), reach * np.array([0.4, 0.85, 0.4]), strength, 0.1, 0.5, scroll.red
    )

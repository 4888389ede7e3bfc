"""Batik with birds: two long-tailed birds in a flowering tree."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.lines import Point, curve, ellipse, moved, turned
from stylegui.painters.scenes.poster import swell, whiplash
from stylegui.painters.scenes.waxed import (
    COTTON,
    INDIGO,
    LEAF,
    NIGHT,
    OCHRE,
    RUST,
    SKY,
    SOGA,
    Wax,
    hem,
    veined_leaf,
)


def birds(wax: Wax) -> None:
    """The tree bends across the cloth; one bird looks back at the other."""
    rng, s = wax.rng, wax.chart.short
    w, h = wax.chart.width, wax.chart.height
    ground = int(rng.choice([SOGA, NIGHT, INDIGO]))
    wax.ground(ground, 0.021 * s, OCHRE if ground != SOGA else COTTON)
    side = float(rng.choice([-1, 1]))
    first = int(rng.integers(4))
    coats = [(RUST, OCHRE, SKY), (SKY, COTTON, RUST), (OCHRE, RUST, COTTON), (COTTON, SKY, OCHRE)]

    def at(x: float, y: float) -> Point:
        return w / 2 + (x - 0.5) * side * w, y * h

    bough = curve(
        [
            at(0.06, 1.02),
            at(0.20, 0.80),
            at(0.44, 0.70),
            at(0.60, 0.52),
            at(0.58, 0.32),
            at(0.76, 0.14),
            at(0.99, 0.08),
        ],
        160,
    )
    inks = [INDIGO, SKY, SOGA, RUST] if ground != INDIGO else [SKY, SOGA, OCHRE, RUST]
    for k in range(6, 158, 7):
        ahead = float(np.arctan2(*(bough[k + 1] - bough[k - 1])[::-1]))
        for turn in (-1.0, 1.0):
            if rng.random() < 0.9:
                twig = whiplash(
                    tuple(bough[k]),
                    ahead + turn * rng.uniform(0.7, 1.2),
                    rng.uniform(0.09, 0.24) * s,
                    0.5,
                    0.8,
                    turn * 2.0,
                )
                wax.line(twig[::3], swell(30, 0.0055, 0.0045, 0.002))
                place = twig[-1]
                heading = float(np.arctan2(*(twig[-1] - twig[-6])[::-1]))
                long = rng.uniform(0.14, 0.22) * s
                veined_leaf(
                    wax,
                    (float(place[0]), float(place[1])),
                    heading,
                    long,
                    rng.uniform(0.9, 1.35),
                    int(rng.choice(inks)),
                    turn * 0.5,
                )
                if rng.random() < 0.5:
                    middle = twig[45]
                    veined_leaf(
                        wax,
                        (float(middle[0]), float(middle[1])),
                        heading - turn * 0.9,
                        long * 0.7,
                        1.1,
                        int(rng.choice(inks)),
                        -turn * 0.4,
                    )
    half = swell(160, 0.030, 0.022, 0.008, 0.1) * s
    wax.line(bough, half + 0.0036)
    wax.chart.stroke(bough, half, NIGHT if ground != NIGHT else SOGA)
    for off in (-0.55, 0.0, 0.55):
        wax.dots(bough + np.stack([np.full(160, 0.3), np.ones(160)], 1) * (off * half)[:, None], 0.013, 0.0019, OCHRE)
    for x, y, r in (
        (0.30, 0.36, 0.105),
        (0.85, 0.34, 0.085),
        (0.82, 0.66, 0.11),
        (0.15, 0.56, 0.075),
        (0.46, 0.90, 0.08),
        (0.36, 0.12, 0.07),
        (0.90, 0.90, 0.085),
    ):
        blossom(wax, at(x + rng.normal(0, 0.012), y), r * s, (RUST, SKY, OCHRE)[int(rng.integers(3))])
    _bird(wax, at(0.42, 0.60), 0.50 * s, side, coats[first])
    _bird(wax, at(0.62, 0.22), 0.36 * s, -side, coats[(first + 1) % 4])
    hem(wax, NIGHT if ground != NIGHT else SOGA)


def blossom(wax: Wax, at: Point, r: float, place: int) -> None:
    """A flower in three rings of petals, each with its drop of wax."""
    for reach, count, ink in ((1.0, 12, place), (0.70, 9, COTTON), (0.44, 7, OCHRE if place != OCHRE else RUST)):
        for k in range(count):
            a = 2 * np.pi * k / count + reach
            petal = turned(LEAF * [1, 1.7], a, r * reach, at)
            wax.area(petal, ink, 0.0022, COTTON if ink != COTTON else SOGA)
            wax.line(
                turned(np.array([[0.35, 0], [0.82, 0]]), a, r * reach, at), 0.0014, COTTON if ink != COTTON else RUST
            )
    wax.chart.dot(at, r * 0.20, COTTON)
    wax.chart.dot(at, r * 0.16, NIGHT)
    wax.dots(ellipse(at, r * 0.09, r * 0.09, count=24), r * 0.09, r * 0.026, OCHRE)


def _bird(wax: Wax, at: Point, size: float, side: float, inks: tuple[int, int, int]) -> None:
    """A bird with a trailing tail: feathers with eyes, a wing in rows, a crest."""
    body_ink, wing_ink, tail_ink = inks

    def put(points: Array | list[Point]) -> Array:
        return np.asarray(np.asarray(points, np.float64) * [side * size, size] + np.array(at))

    for k in range(6):
        path = whiplash((-0.24, 0.04), np.pi - 0.55 + 0.28 * k, 0.62 + 0.07 * (k % 3), 0.5, 0.75, 1.7 - 0.65 * k, 0.5)
        half = swell(90, 0.014, 0.040, 0.030, 0.85) * size
        wax.line(put(path), half + 0.0030)
        wax.chart.stroke(put(path), half, (tail_ink, wing_ink, SOGA)[k % 3])
        wax.line(put(path[6:86:2]), 0.0016)
        wax.dots(moved(put(path[20:80]), 0, 0.012 * size), 0.012, 0.0012, COTTON)
        end = put(path[-6:-5])[0]
        for radius, ink in ((0.058, COTTON), (0.050, body_ink), (0.032, COTTON), (0.026, NIGHT), (0.010, OCHRE)):
            wax.chart.dot((end[0], end[1]), radius * size, ink)
    body = curve([(-0.30, 0.10), (-0.10, 0.215), (0.12, 0.17), (0.245, 0.00), (0.285, -0.17), (0.34, -0.25),
        (0.40, -0.285), (0.365, -0.375),
                  (0.27, -0.385), (0.19, -0.30), (0.13, -0.14), (-0.02, -0.06),
                  (-0.20, -0.02)], 160, closed=True)  # fmt: skip
    wax.area(put(body), body_ink, 0.0036)
    beak = curve([(0.385, -0.345), (0.50, -0.315), (0.53, -0.26), (0.46, -0.275), (0.385, -0.265)], 40, closed=True)
    wax.area(put(beak), OCHRE, 0.0024)
    wax.line(put([(0.39, -0.300), (0.50, -0.29)]), 0.0015, NIGHT)
    for turn in (-2.5, -2.15, -1.8, -1.45):
        crest = np.array(
            [
                [0.30, -0.375],
                [0.30 + 0.11 * np.cos(turn), -0.375 + 0.11 * np.sin(turn)],
                [0.30 + 0.19 * np.cos(turn + 0.3), -0.375 + 0.19 * np.sin(turn + 0.3)],
            ]
        )
        wax.line(put(curve(crest, 20)), 0.0026)
        wax.chart.dot(put(crest[-1:])[0], 0.020 * size, COTTON)
        wax.chart.dot(put(crest[-1:])[0], 0.014 * size, tail_ink)
    for radius, ink in ((0.034, COTTON), (0.025, NIGHT), (0.010, COTTON)):
        wax.chart.dot(put([(0.325, -0.315)])[0], radius * size, ink)
    for row in range(7):  # breast feathers
        for k in range(4 - row // 3):
            x, y = 0.24 - 0.026 * row - 0.055 * k, -0.20 + 0.055 * row + 0.018 * k
            bow = np.linspace(0.2, np.pi - 0.2, 9) + 0.6
            wax.chart.stroke(
                put(np.array([x, y]) + 0.027 * np.stack([np.cos(bow), np.sin(bow)], axis=1)), 0.0015, COTTON
            )
    for row, (reach, ink) in enumerate(((1.0, wing_ink), (0.76, tail_ink), (0.52, wing_ink))):
        for k in range(6):
            a = np.pi - 0.62 + 0.145 * k + 0.04 * row
            feather = turned(LEAF * [1, 0.62], a, 0.46 * reach, (0.115 - 0.012 * k, -0.02 + 0.022 * k))
            wax.area(put(feather), ink, 0.0020)
            wax.line(
                put(turned(np.array([[0.2, 0], [0.9, 0]]), a, 0.46 * reach, (0.115 - 0.012 * k, -0.02 + 0.022 * k))),
                0.0011,
            )
    shoulder = put([(0.10, 0.02)])[0]
    for radius, ink in ((0.085, COTTON), (0.077, body_ink), (0.052, COTTON), (0.046, wing_ink), (0.022, NIGHT)):
        wax.chart.dot((shoulder[0], shoulder[1]), radius * size, ink)
    wax.dots(ellipse(shoulder, 0.064 * size, 0.064 * size, count=40), 0.024 * size, 0.0055 * size)
    for x in (0.02, 0.09):
        wax.line(put([(x, 0.185), (x + 0.01, 0.26), (x + 0.05, 0.285)]), 0.0030, COTTON)

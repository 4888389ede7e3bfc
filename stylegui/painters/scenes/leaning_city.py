"""A crooked street at night: gabled houses lean together over a wet road, a lamp, a cat, the moon among chimneys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import noise, smoothstep
from stylegui.painters.lines import arc, xy
from stylegui.painters.scenes.carving import Carving
from stylegui.painters.study import smooth_curve

Put = Callable[[float, float], list[float]]  # from a house's own coordinates to those of the design


def leaning_city(carving: Carving) -> None:
    """Plan the street; the carving's generator sets how far each house leans and which windows are lit."""
    stage, rng = carving.stage, carving.rng
    x, y = stage.x, stage.y
    moon = xy(rng.uniform(0.40, 0.47), rng.uniform(0.15, 0.19))
    away = stage.near(moon[0], moon[1])
    rays = np.arctan2(y - moon[1], x - moon[0])
    swirl = rays + np.pi / 2 + 0.5 * np.sin(away * 16) + 0.15 * noise(stage.size, 4, rng)
    night = 0.55 * np.exp(-((away / 0.20) ** 2)) + 0.48 + 0.20 * np.sin(away * 62 + 1.2 * noise(stage.size, 4, rng))
    carving.lay(np.ones_like(x), night, swirl)
    disc = smoothstep(0.075, 0.072, away)
    carving.lay(disc, 1.0, 0.0)
    street = Street(np.zeros_like(x), np.zeros_like(x))
    _tower(carving, street)
    _road(carving)
    row = [(0.345, 0.105, 0.62, 0.37, 1), (0.505, 0.10, 0.62, 0.41, -1), (0.250, 0.150, 0.70, 0.245, 1),
           (0.585, 0.15, 0.705, 0.29, -1), (0.120, 0.195, 0.82, 0.225, 1), (0.700, 0.19, 0.83, 0.185, -1),
           (-0.045, 0.23, 1.02, 0.09, 1), (0.850, 0.22, 1.03, 0.13, -1)]  # fmt: skip
    for number, (at, wide, foot, top, side) in enumerate(row):
        _house(carving, street, (at, wide, foot, top), side, bare=number in (1, 2, 5, 6))
    halo = smoothstep(0.108, 0.111, away + 0.010 * noise(stage.size, 8, rng))
    above = smoothstep(0.003, -0.003, y - 0.70 - 0.02 * noise(stage.size, 4, rng))
    blue = np.maximum(halo * (1 - street.paper) * above, street.shade)
    carving.tints.append((blue * (1 - street.lights), 2))
    carving.tints.append((np.maximum(disc * (1 - street.paper) * (1 - street.shade), street.lights), 3))
    _lamp(carving)
    _cat(carving, xy(0.47, 0.905))


@dataclass
class Street:
    """What the tint blocks need to know, all (H, W): lit windows, and walls without (paper) and with (shade) a tint."""

    lights: Array
    paper: Array
    shade: Array = field(init=False)

    def __post_init__(self) -> None:
        self.shade = np.zeros_like(self.lights)

    def build(self, mask: Array, bare: bool) -> None:
        """A house in front of what was there."""
        self.lights = self.lights * (1 - mask)
        self.paper = np.maximum(self.paper * (1 - mask), mask * bare)
        self.shade = np.maximum(self.shade * (1 - mask), mask * (not bare))


def _tower(carving: Carving, street: Street) -> None:
    """A church tower far off, bent like a finger."""
    spine = np.array([[0.425, 0.66], [0.418, 0.50], [0.430, 0.38], [0.420, 0.315]])
    body = smooth_curve(spine, 30)
    half = np.linspace(0.035, 0.027, 30)
    shape = np.vstack([body + xy(1, 0) * half[:, None], (body - xy(1, 0) * half[:, None])[::-1]])
    carving.lay(carving.area(shape), 0.45, np.pi / 2)
    carving.stand(np.vstack([shape, shape[:1]]), 0.004)
    spire = np.array([[0.385, 0.320], [0.412, 0.245], [0.428, 0.165], [0.436, 0.245], [0.456, 0.318]])
    carving.lay(carving.area(spire), 0.05, 1.4)
    carving.groove([[0.430, 0.20], [0.440, 0.25], [0.450, 0.31]], np.array([0.001, 0.005, 0.006]))
    clock = arc(0.421, 0.375, 0.015, 0, 2 * np.pi, 24)
    mask = carving.area(clock)
    carving.lay(mask, 1.0, 0.0)
    carving.stand(clock, 0.003)
    carving.stand([[0.421, 0.375], [0.421, 0.364]], 0.003)
    carving.stand([[0.421, 0.375], [0.428, 0.379]], 0.003)
    street.lights = np.maximum(street.lights, mask)


def _road(carving: Carving) -> None:
    """Wet cobbles that throw the light back."""
    stage, rng = carving.stage, carving.rng
    x, y = stage.x, stage.y
    road = np.array(
        [
            [0.395, 0.635],
            [0.45, 0.635],
            [0.56, 0.74],
            [0.66, 0.86],
            [0.80, 1.05],
            [0.02, 1.05],
            [0.16, 0.86],
            [0.27, 0.73],
        ]
    )
    mask = carving.area(road)
    shine = np.exp(-(((x - 0.425 - 0.10 * np.sin(y * 13)) / (0.02 + 0.30 * np.clip(y - 0.62, 0, 1))) ** 2))
    stones = np.sin(np.sqrt(np.clip(y - 0.55, 0, 1)) * 150) * np.sin(
        x / np.maximum(y - 0.53, 0.02) * 9 + 3 * noise(stage.size, 6, rng)
    )
    carving.lay(mask, 0.10 + 0.75 * shine + 0.16 * stones, 0.12 * np.sin(x * 20) + 0.1 * noise(stage.size, 5, rng))


def _house(carving: Carving, street: Street, place: tuple[float, float, float, float], side: int, bare: bool) -> None:
    """A narrow house with a steep gable at `place` (centre, width, foot, top); `side` is where the street is."""
    at, wide, foot, top = place
    rng = carving.rng
    lean = side * rng.uniform(0.02, 0.06) * (foot - top) * 2
    left, right = at - wide / 2, at + wide / 2

    def put(u: float, v: float) -> list[float]:
        """u across 0..1, v up from the foot 0..1 (eaves at 0.72)."""
        swell = 0.10 * wide * np.sin(np.pi * v) * (2 * u - 1)
        slant = (0.5 - u if side > 0 else u - 0.5) * 0.10 * (1 - v) * (foot - 0.62)
        return [left + u * (right - left) + lean * abs(v) ** 1.6 + swell, foot - v * (foot - top) - slant]

    wall = np.array(
        [
            put(u, v)
            for u, v in [
                (0, -0.05),
                (0, 0.25),
                (0, 0.5),
                (0, 0.74),
                (0.5, 1.0),
                (1, 0.74),
                (1, 0.5),
                (1, 0.25),
                (1, -0.05),
            ]
        ]
    )
    tiles = (
        (-0.16, 0.66),
        (0.14, 0.88),
        (0.5, 1.08),
        (0.86, 0.88),
        (1.16, 0.66),
        (1.02, 0.69),
        (0.5, 0.965),
        (-0.02, 0.69),
    )
    roof = np.array([put(u, v) for u, v in tiles])
    for rim in (wall, roof):
        carving.cut.line(np.vstack([rim, rim[:1]]), 0.011)
        carving.standing.line(np.vstack([rim, rim[:1]]), 0.011, 0)
    mask = carving.area(wall)
    street.build(mask, bare)
    upright = float(np.arctan2(foot - top, lean + 1e-3))
    planks = rng.random() < 0.5
    lightness = rng.uniform(0.62, 0.80) if bare else rng.uniform(0.45, 0.60)
    across = (carving.stage.x - left) / wide
    toward = across if side > 0 else 1 - across
    tone = lightness * (0.25 + 1.0 * toward) + 0.10 * noise(carving.stage.size, 9, rng)
    carving.lay(mask, tone, -upright if planks else 0.12 * side)
    top_mask = carving.area(roof)
    street.build(top_mask, True)
    carving.lay(top_mask, 0.0, 0.0)
    for half in (0, 1):
        for k in range(7):
            u = (0.05 + 0.062 * k) if half == 0 else (0.95 - 0.062 * k)
            v = 0.735 + 0.235 * (k / 6)
            ends = [put(u, v + 0.075), put(u, v + 0.03)]
            carving.groove([ends[0], ends[1]], np.array([0.001, 0.006]) * wide / 0.15)
    carving.stand(np.vstack([wall, wall[:1]]), 0.0045)
    _windows(carving, street, put, (wide, foot - top))
    chimney = np.array([put(0.68, 0.93), put(0.68, 1.14), put(0.82, 1.14), put(0.82, 0.86)])
    carving.lay(carving.area(chimney), 0.0, 0.0)
    carving.groove([put(0.71, 1.12), put(0.71, 0.96)], 0.003)
    for k in range(4):
        start = np.array(put(0.75, 1.16))
        curl = start + np.array(
            [[0, 0], [0.012, -0.016], [-0.006, -0.036 - 0.006 * k], [0.020 - 0.012 * k, -0.06 - 0.008 * k]]
        )
        carving.groove(curl, np.array([0.001, 0.0040, 0.0008]))


def _windows(carving: Carving, street: Street, put: Put, extent: tuple[float, float]) -> None:
    """Rows of crooked windows, some lit, and a door."""
    rng = carving.rng
    wide, tall = extent
    rows, columns = max(2, int(tall / 0.115)), 2 if wide < 0.18 else 3
    for row in range(rows):
        for column in range(columns):
            u = (column + 0.5) / columns + rng.normal(0, 0.012)
            v = 0.14 + 0.56 * (row + 0.5) / rows
            w, h = 0.30 / columns, 0.20 / rows
            tilt = rng.normal(0, 0.012)
            glass = np.array(
                [
                    put(u - w, v - h),
                    put(u - w, v + h + tilt),
                    put(u, v + 1.12 * h),
                    put(u + w, v + h - tilt),
                    put(u + w, v - h),
                ]
            )
            mask = carving.area(glass)
            lit = rng.random() < 0.55
            carving.lay(mask, 1.0 if lit else 0.0, 1.3)
            if lit:
                street.lights = np.maximum(street.lights, mask)
            line = 0.0042
            carving.stand(np.vstack([glass, glass[:1]]), line)
            carving.stand([put(u, v - h), put(u, v + 1.1 * h)], 0.8 * line)
            carving.stand([put(u - w, v), put(u + w, v)], 0.8 * line)
            carving.groove([put(u - 1.3 * w, v - 1.25 * h), put(u + 1.3 * w, v - 1.25 * h)], 0.0045)
    door = np.array([put(0.40, -0.02), put(0.40, 0.085), put(0.52, 0.115), put(0.64, 0.085), put(0.64, -0.02)])
    carving.lay(carving.area(door), 0.0, 0.0)
    carving.groove([put(0.36, 0.0), put(0.36, 0.10), put(0.52, 0.14), put(0.68, 0.10), put(0.68, 0.0)], 0.0045)


def _lamp(carving: Carving) -> None:
    """A street lamp with a burst of cuts round it, red glass."""
    foot, head = xy(0.268, 0.915), xy(0.292, 0.690)
    for turn in np.linspace(0, 2 * np.pi, 30, endpoint=False):
        reach = carving.rng.uniform(0.055, 0.090)
        way = xy(np.cos(turn), np.sin(turn))
        carving.groove(np.array([head + way * 0.033, head + way * reach]), np.array([0.0018, 0.0075, 0.001]))
    carving.stand(
        np.array([foot, foot * 0.5 + head * 0.5 + xy(-0.004, 0), head + xy(0, 0.02)]), np.array([0.014, 0.009, 0.008])
    )
    carving.stand(np.array([foot + xy(-0.022, 0.002), foot + xy(0.022, 0.0)]), 0.012)
    glass = head + np.array([[-0.014, 0.022], [-0.021, -0.018], [0.021, -0.018], [0.014, 0.022]])
    mask = carving.area(glass)
    carving.lay(mask, 1.0, 0.0)
    carving.cut.fill(glass)
    carving.tints.append((mask, 4))
    carving.stand(np.vstack([glass, glass[:1]]), 0.005)
    carving.standing.fill(head + np.array([[-0.028, -0.016], [0.0, -0.042], [0.028, -0.016]]))


def _cat(carving: Carving, foot: Array) -> None:
    """A cat that sits in the light, its back to us."""
    body = np.array([[-0.032, 0.0], [-0.034, -0.030], [-0.020, -0.062], [-0.016, -0.082], [-0.019, -0.108],
                     [-0.008, -0.096], [0.006, -0.096], [0.016, -0.109], [0.015, -0.082], [0.020, -0.060],
                     [0.033, -0.028], [0.030, 0.0]])  # fmt: skip
    shape = np.vstack([body + foot, body[:1] + foot])
    tail = np.array([[0.020, -0.008], [0.055, 0.000], [0.075, -0.022], [0.062, -0.046], [0.070, -0.058]]) + foot
    carving.lay(carving.area(shape), 0.0, 0.0)
    carving.cut.line(shape, 0.008 + 0.006 * np.sin(np.arange(13) * 2.1))
    carving.groove(tail, np.array([0.016, 0.020, 0.014, 0.012]))
    carving.standing.fill(shape)
    carving.cut.fill(shape, 0)
    carving.stand(tail, np.array([0.012, 0.011, 0.009, 0.003]))
    for side in (-1, 1):
        carving.groove(
            foot + np.array([[side * 0.020, -0.012], [side * 0.022, -0.032], [side * 0.012, -0.054]]),
            np.array([0.001, 0.004, 0.001]),
        )

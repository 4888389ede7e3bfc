"""A cathedral front in morning haze, as a study for any painter that follows a direction."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp
from stylegui.painters.field import Size, fbm, mix, noise, smoothstep
from stylegui.painters.study import Study, along_contours, disc, distance, frame, polygon


class _Front:
    """The front in its own units: x from its axis, y down from the ridge, both in heights of the picture."""

    def __init__(self, size: Size, axis: float, sun: float) -> None:
        self.size, self.axis, self.sun = size, axis, sun
        self.stretch = size[1] / size[0]

    def at(self, points: list[list[float]]) -> Array:
        return np.array(points) * [self.stretch, 1.0] + [self.axis, 0.0]

    def both(self, points: list[list[float]]) -> list[Array]:
        return [self.at(points), self.at([[-x, y] for x, y in points])]


def cathedral_in_haze(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    """Two towers, a rose and three porches that dissolve in light; a square with a few people.

    Palette: zenith, sky, horizon, far trees, tree light, tree shadow, water, sunlit grass, shaded grass, violet,
    orange, red, white.
    """
    study = Study.blank(size)
    fx, fy = frame(size)
    side = float(rng.choice([-1, 1]))
    front = _Front(size, 0.5 - side * 0.06, side)
    haze = fbm(size, (2.2, 3.0), rng, 4)
    sky = ramp([palette[0], palette[1], mix(palette[1], palette[2], 0.6), palette[2]], 0.15 + 0.9 * fy + 0.12 * haze)
    study.lay(np.ones_like(fx), sky, along_contours(haze + 2 * fy), 0.1)
    _houses(study, rng, palette, front)
    _stone(study, rng, palette, front, haze)
    _openings(study, palette, front)
    _square(study, rng, palette, front)
    veil = smoothstep(0.2, 1.4, haze + 1.2 * (fy - 0.45)) * smoothstep(0.92, 0.70, fy)
    study.lab = mix(study.lab, mix(palette[2], palette[1], 0.35), 0.42 * veil)
    return study


def _stone(study: Study, rng: np.random.Generator, palette: Palette, front: _Front, haze: Array) -> None:
    """Towers, nave and gable: orange where the sun strikes, violet and blue in the recesses."""
    size = front.size
    fx, fy = frame(size)
    across = (fx - front.axis) / front.stretch * front.sun
    upright = np.cos(2 * np.pi * across / 0.062)
    ledge = np.cos(2 * np.pi * fy / 0.118)
    carving = noise(size, (60, 45), rng)
    tone = 0.56 + 0.16 * upright + 0.10 * ledge + 0.10 * carving + 0.55 * across + 0.10 * haze - 0.10 * (fy - 0.4)
    colours = [
        mix(palette[9], palette[0], 0.3), mix(palette[9], palette[1], 0.45), mix(palette[9], palette[2], 0.55),
        mix(palette[10], palette[2], 0.40), mix(palette[10], palette[2], 0.72), palette[12],
    ]  # fmt: skip
    stone = ramp(colours, tone)
    shapes = [
        front.at([[-0.12, 0.30], [0.0, 0.19], [0.12, 0.30], [0.14, 0.86], [-0.14, 0.86]]),
        *front.both([[0.135, 0.17], [0.325, 0.17], [0.335, 0.55], [0.345, 0.86], [0.125, 0.86]]),
        *front.both([[0.125, 0.175], [0.135, 0.145], [0.325, 0.145], [0.335, 0.175]]),
    ]
    for k in range(4):
        x = 0.140 + 0.055 * k
        shapes += front.both([[x, 0.15], [x + 0.012, 0.075 + 0.02 * (k in (1, 2))], [x + 0.024, 0.15]])
    shapes += front.both([[0.345, 0.40], [0.372, 0.47], [0.378, 0.86], [0.34, 0.86]])
    shapes.append(front.at([[-0.010, 0.21], [0.0, 0.115], [0.010, 0.21]]))
    for shape in shapes:
        study.lay(polygon(size, shape, 1), stone, 1.5 + 0.15 * noise(size, 8, rng), 0.42)
    for x in (0.128, 0.225, 0.335):
        for strip in front.both([[x - 0.010, 0.19], [x + 0.010, 0.19], [x + 0.016, 0.86], [x - 0.014, 0.86]]):
            shade = 0.5 + (fx - strip[:, 0].mean()) / front.stretch * front.sun * 34
            study.lay(polygon(size, strip, 1), ramp(colours[1:], np.clip(shade, 0, 1)), 1.57, 0.6)
    for y in (0.305, 0.425, 0.60):
        band = front.at([[-0.335, y], [0.335, y], [0.335, y + 0.014], [-0.335, y + 0.014]])
        study.lay(polygon(size, band, 1), ramp([palette[10], palette[12]], 0.4 + 0.8 * across), 0.0, 0.65)
        low = front.at([[-0.335, y + 0.014], [0.335, y + 0.014], [0.335, y + 0.026], [-0.335, y + 0.026]])
        study.lay(0.7 * polygon(size, low, 1), palette[9], 0.0, 0.65)


def _houses(study: Study, rng: np.random.Generator, palette: Palette, front: _Front) -> None:
    """Old houses on both sides of the square, pale with distance."""
    size = front.size
    for way in (-1.0, 1.0):
        x = way * 0.34
        while abs(x) < 1.0:
            wide, top = rng.uniform(0.07, 0.12), rng.uniform(0.58, 0.68)
            gable = [
                [x, top],
                [x + way * wide / 2, top - 0.06],
                [x + way * wide, top],
                [x + way * wide, 0.87],
                [x, 0.87],
            ]
            body = mix(palette[int(rng.choice([9, 10, 3, 12]))], palette[2], rng.uniform(0.35, 0.6))
            study.lay(polygon(size, front.at(gable), 1), mix(body, palette[9], 0.18 * (way * front.sun < 0)), 1.5, 0.4)
            roof = [
                [x - way * 0.006, top + 0.004],
                [x + way * wide / 2, top - 0.065],
                [x + way * (wide + 0.006), top + 0.004],
            ]
            study.lay(
                polygon(size, front.at(roof), 1),
                mix(mix(palette[11], palette[9], 0.5), palette[2], 0.35),
                way * 0.9,
                0.5,
            )
            for y in (top + 0.03, top + 0.09, top + 0.15):
                for share in (0.22, 0.62):
                    left = x + way * wide * share
                    pane = [[left, y], [left + way * 0.016, y], [left + way * 0.016, y + 0.032], [left, y + 0.032]]
                    study.lay(polygon(size, front.at(pane), 1), mix(palette[9], palette[0], 0.5), 1.57, 0.7)
            x += way * wide


def _openings(study: Study, palette: Palette, front: _Front) -> None:
    """The rose, lancets and porches: deep blue and violet with a rim of light."""
    size = front.size
    rim, deep = mix(palette[12], palette[10], 0.35), mix(palette[9], palette[0], 0.55)

    def arch(x: float, foot: float, wide: float, tall: float) -> list[list[float]]:
        t = np.linspace(0, 1, 9)
        left = [[x - wide * (1 - s**1.8), foot - tall * (0.55 + 0.45 * s)] for s in t]
        right = [[x + wide * (1 - s**1.8), foot - tall * (0.55 + 0.45 * s)] for s in t[::-1]]
        return [[x - wide, foot], *left, *right, [x + wide, foot]]

    for x, foot, wide, tall, steps in (
        (0.0, 0.86, 0.098, 0.235, 4), (0.23, 0.86, 0.072, 0.19, 3), (-0.23, 0.86, 0.072, 0.19, 3),
    ):  # fmt: skip
        for k in range(steps):
            inset = 1 - 0.20 * k
            colour = ramp([rim, mix(palette[10], palette[11], 0.4), palette[9], deep], np.array(k / max(steps - 1, 1)))
            study.lay(polygon(size, front.at(arch(x, foot, wide * inset, tall * (1 - 0.10 * k))), 1), colour, 1.5, 0.75)
        study.lay(
            polygon(size, front.at(arch(x, foot, wide * 0.26, tall * 0.55)), 1),
            mix(palette[5], palette[9], 0.5),
            1.57,
            0.8,
        )
    for x in (-0.265, -0.19, 0.19, 0.265):
        for foot, tall in ((0.405, 0.17), (0.575, 0.13)):
            study.lay(polygon(size, front.at(arch(x, foot, 0.026, tall * 0.82)), 1), rim, 1.5, 0.75)
            study.lay(polygon(size, front.at(arch(x + 0.004, foot, 0.019, tall * 0.76)), 1), deep, 1.57, 0.8)
    middle, radius = (front.axis, 0.510), 0.068 * size[1] / max(size)
    r = distance(size, *middle)
    turn = np.arctan2(frame(size)[1] - middle[1], (frame(size)[0] - middle[0]) / front.stretch)
    study.lay(disc(size, *middle, radius * 1.25, 2), rim, along_contours(r), 0.8)
    petals = 0.5 + 0.5 * np.cos(12 * turn)
    glass = ramp(
        [deep, palette[0], mix(palette[11], palette[10], 0.5)], np.clip(petals * 0.9 * np.minimum(r / radius, 1), 0, 1)
    )
    study.lay(disc(size, *middle, radius, 2), glass, along_contours(r), 0.9)
    study.lay(disc(size, *middle, radius * 0.22, 2), rim, along_contours(r), 0.9)


def _square(study: Study, rng: np.random.Generator, palette: Palette, front: _Front) -> None:
    size = front.size
    fx, fy = frame(size)
    depth = np.clip(fy - 0.85, 0, 1)
    tone = 0.5 + 0.25 * noise(size, (6, 30), rng) + 1.1 * (fx - front.axis) * front.sun - 1.5 * depth
    ground = ramp([palette[9], mix(palette[0], palette[9], 0.4), palette[2], mix(palette[2], palette[10], 0.5)], tone)
    study.lay(smoothstep(0.848, 0.856, fy), ground, 0.05, 0.35)
    for _ in range(15):
        x, foot = rng.uniform(0.05, 0.95), 0.872 + 0.10 * rng.random() ** 1.5
        tall = 0.035 + 0.42 * (foot - 0.86)
        w = tall * 0.16 * front.stretch
        coat = palette[int(rng.choice([9, 11, 0, 5]))]
        shape = np.array(
            [[x - w, foot], [x - 0.7 * w, foot - 0.75 * tall], [x + 0.7 * w, foot - 0.75 * tall], [x + w, foot]]
        )
        study.lay(polygon(size, shape, 1), mix(coat, palette[9], 0.3), 1.5, 0.85)
        study.lay(
            disc(size, x, foot - 0.87 * tall, 0.11 * tall * size[1] / max(size), 1),
            mix(palette[9], palette[11], 0.4),
            0.5,
            0.9,
        )
        shade = np.array(
            [
                [x - w, foot],
                [x + w, foot],
                [x - front.sun * 1.1 * tall + w, foot + 0.25 * tall],
                [x - front.sun * 1.1 * tall - w, foot + 0.25 * tall],
            ]
        )
        study.lay(0.6 * polygon(size, shape * 0 + shade, 1), mix(palette[9], palette[0], 0.5), 0.2, 0.6)

"""A café terrace at night under its lamp, as a study for any painter that follows a direction."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.cells import scattered_cells
from stylegui.painters.colour import Array, Palette, ramp, shifted
from stylegui.painters.field import Size, mix, noise, smoothstep
from stylegui.painters.study import Study, along_contours, disc, distance, frame, polygon

Placed = Callable[[list[list[float]]], Array]

VANISH = (0.60, 0.50)  # where the street leads to


def cafe_at_night(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    """A lit terrace at one side, dark houses at the other, a starry sky at the end of a cobbled street.

    Palette: night, sky, pale sky, lamp light, awning, wall, dark, warm stone, cool stone, tree, window.
    """
    study = Study.blank(size)
    side = float(rng.choice([-1, 1]))

    def at(points: list[list[float]]) -> Array:
        shape = np.array(points, dtype=np.float64)
        if side < 0:
            shape[:, 0] = 1 - shape[:, 0]
        return shape

    _sky(study, size, rng, palette, side)
    _far_houses(study, size, rng, palette, at)
    _street(study, size, rng, palette, side)
    _dark_row(study, size, rng, palette, at)
    _terrace(study, size, rng, palette, at, side)
    _guests(study, size, rng, palette, at)
    return study


def _mirrored(value: float, side: float) -> float:
    return value if side > 0 else 1 - value


def _sky(study: Study, size: Size, rng: np.random.Generator, palette: Palette, side: float) -> None:
    fx, fy = frame(size)
    flow = fy + 0.5 * fx * side + 0.10 * noise(size, 2.5, rng)
    tone = 0.35 + 0.25 * noise(size, (3, 5), rng) + 0.5 * fy + 0.12 * np.sin(flow * 60)
    study.lay(np.ones_like(fx), ramp([palette[0], palette[1], palette[1], palette[2]], tone), along_contours(flow), 0.4)
    stars = [(0.56, 0.08, 0.018), (0.66, 0.20, 0.024), (0.50, 0.24, 0.015), (0.60, 0.33, 0.013), (0.70, 0.06, 0.013),
             (0.47, 0.07, 0.011), (0.53, 0.16, 0.009), (0.74, 0.13, 0.011), (0.63, 0.11, 0.008),
             (0.55, 0.39, 0.008)]  # fmt: skip
    for x, y, radius in stars:
        x = _mirrored(x + rng.normal(0, 0.008), side)
        r = distance(size, x, y + rng.normal(0, 0.008))
        study.lay(0.75 * smoothstep(radius * 2.1, radius * 0.7, r), palette[2], along_contours(r), 0.95)
        study.lay(disc(size, x, y, radius * 0.72, 3), palette[3], along_contours(r), 1.0)


def _far_houses(study: Study, size: Size, rng: np.random.Generator, palette: Palette, at: Placed) -> None:
    """Small dark gables where the street ends, a few windows lit."""
    x = 0.44
    while x < 0.78:
        wide, top = rng.uniform(0.03, 0.055), rng.uniform(0.40, 0.455) - 0.25 * abs(x - VANISH[0])
        body = ramp([palette[0], palette[6]], np.array(rng.uniform(0.1, 0.8)))
        study.lay(
            polygon(size, at([[x, top], [x + wide / 2, top - 0.035], [x + wide, top], [x + wide, 0.56], [x, 0.56]]), 1),
            body,
            1.5,
            0.8,
        )
        for wy in (top + 0.02, top + 0.055):
            if rng.random() < 0.75:
                cx = x + wide * rng.uniform(0.25, 0.6)
                study.lay(
                    polygon(size, at([[cx, wy], [cx + 0.010, wy], [cx + 0.010, wy + 0.02], [cx, wy + 0.02]]), 1),
                    palette[10],
                    1.5,
                    1.0,
                )
        x += wide


def _street(study: Study, size: Size, rng: np.random.Generator, palette: Palette, side: float) -> None:
    """Cobbles that shrink towards the vanishing point, yellow by the terrace and blue in the shade."""
    fx, fy = frame(size)
    vx = _mirrored(VANISH[0], side)
    depth = np.clip(fy - VANISH[1], 0.012, 1)
    across, away = (fx - vx) / depth, 1 / depth
    stone = scattered_cells(across * 3.0 + 50, away * 1.5 + 5, rng, 0.75)
    luck = np.sin(stone * 12.9898) * 43758.5453
    luck = luck - np.floor(luck)
    warm = np.exp(-((((fx - vx) * side + 0.22) / 0.26) ** 2)) * smoothstep(0.52, 0.64, fy)
    tone = np.clip(0.06 + 0.72 * luck + 0.1 * noise(size, 5, rng), 0, 1)
    cool = ramp([palette[0], palette[8], palette[8], palette[2]], tone)
    lit = ramp([palette[5], palette[7], palette[7], palette[3]], tone + 0.15)
    study.lay(
        smoothstep(VANISH[1] + 0.02, VANISH[1] + 0.03, fy),
        mix(cool, lit, np.clip(warm * 1.15, 0, 1)),
        0.12 * (fx - vx),
        0.75,
    )


def _dark_row(study: Study, size: Size, rng: np.random.Generator, palette: Palette, at: Placed) -> None:
    """The side of the street in shade: a tall house, a tree before it, one warm window."""
    wall = ramp([palette[6], palette[0], palette[1]], 0.35 + 0.25 * noise(size, (6, 3), rng))
    study.lay(
        polygon(size, at([[0.76, 0.18], [0.82, 0.10], [1.02, -0.05], [1.02, 0.80], [0.76, 0.60]]), 1), wall, 1.5, 0.5
    )
    for x, y, wide, tall, lit in (
        (0.80, 0.27, 0.035, 0.07, 0),
        (0.88, 0.22, 0.05, 0.09, 1),
        (0.80, 0.42, 0.035, 0.07, 1),
        (0.88, 0.42, 0.055, 0.10, 0),
    ):
        pane = at([[x, y], [x + wide, y - 0.02], [x + wide, y + tall], [x, y + tall]])
        study.lay(polygon(size, pane, 1), palette[10] if lit else shifted(palette[8], -0.05), 1.5, 0.9)
        bar = at(
            [
                [x + wide * 0.46, y - 0.01],
                [x + wide * 0.54, y - 0.01],
                [x + wide * 0.54, y + tall],
                [x + wide * 0.46, y + tall],
            ]
        )
        study.lay(polygon(size, bar, 1), palette[6], 1.57, 1.0)
    for _ in range(60):
        x, y = rng.normal(0.93, 0.055), rng.normal(0.50, 0.085)
        place = at([[x, y]])[0]
        part, px, py = study.part(place[0], place[1], 0.05, 0.05)
        if not px.size:
            continue
        shape = np.hypot(px / 0.034, py / 0.026)
        light = np.clip(0.35 - (x - 0.93) * 5 - py / 0.05 + rng.normal(0, 0.2), 0, 1)
        part.lay(
            smoothstep(1.1, 0.9, shape),
            ramp([palette[6], palette[9], palette[9], palette[4]], light * 0.85),
            along_contours(shape),
            0.85,
        )


def _terrace(study: Study, size: Size, rng: np.random.Generator, palette: Palette, at: Placed, side: float) -> None:
    """The lit front, its awning over it, the lamp and the floor."""
    fx, fy = frame(size)
    lamp = (_mirrored(0.275, side), 0.375)
    glow = distance(size, *lamp)
    wall = ramp([palette[3], palette[4], palette[4], palette[5]], glow * 2.0 + 0.10 * noise(size, (4, 9), rng))
    upper = ramp([palette[8], palette[0], palette[6]], 0.3 + 0.3 * noise(size, (5, 8), rng) + 0.5 * (0.25 - fy))
    study.lay(
        polygon(size, at([[-0.02, -0.02], [0.33, -0.02], [0.40, 0.12], [0.47, 0.30], [0.47, 0.58], [-0.02, 0.58]]), 1),
        upper,
        1.5,
        0.5,
    )
    for x, y, tall in ((0.08, 0.02, 0.13), (0.24, 0.07, 0.10)):
        shutter = at([[x, y], [x + 0.07, y + 0.02], [x + 0.07, y + tall + 0.01], [x, y + tall]])
        study.lay(polygon(size, shutter, 1), palette[9], 1.57, 0.8)
    study.lay(
        polygon(size, at([[-0.02, 0.30], [0.42, 0.37], [0.47, 0.40], [0.47, 0.585], [0.40, 0.64], [-0.02, 0.78]]), 1),
        wall,
        1.5,
        0.5,
    )
    for x, tall, wide in ((0.03, 0.27, 0.085), (0.17, 0.22, 0.06), (0.285, 0.17, 0.045), (0.375, 0.12, 0.03)):
        foot = 0.70 - 0.27 * x
        door = at([[x, foot - tall], [x + wide, foot - tall + 0.012], [x + wide, foot], [x, foot + 0.006]])
        study.lay(polygon(size, door, 1), mix(palette[5], palette[6], 0.25), 1.57, 0.8)
        pane = at(
            [
                [x + 0.010, foot - tall * 0.92],
                [x + wide - 0.010, foot - tall * 0.9],
                [x + wide - 0.010, foot - 0.5 * tall],
                [x + 0.010, foot - 0.5 * tall],
            ]
        )
        study.lay(polygon(size, pane, 1), palette[3], 1.5, 0.9)
    slant = (fx - 0.5) * side + 0.5
    cloth = ramp(
        [palette[3], palette[4], shifted(palette[4], -0.08), palette[5]],
        (fy - 0.20) * 3.2 + 0.25 * slant + 0.12 * noise(size, (14, 4), rng),
    )
    awning = at([[-0.02, 0.12], [0.10, 0.155], [0.44, 0.318], [0.495, 0.375], [0.42, 0.372], [-0.02, 0.315]])
    study.lay(polygon(size, awning, 1), cloth, 0.42 * side, 0.55)
    study.lay(
        polygon(
            size, at([[-0.02, 0.31], [0.42, 0.368], [0.495, 0.371], [0.495, 0.383], [0.42, 0.386], [-0.02, 0.34]]), 1
        ),
        mix(palette[5], palette[6], 0.3),
        0.15 * side,
        0.9,
    )
    floor = ramp([palette[7], palette[4], palette[3]], 0.9 - 1.6 * glow + 0.12 * noise(size, (7, 16), rng))
    study.lay(
        polygon(
            size,
            at([[-0.02, 0.77], [0.40, 0.635], [0.52, 0.575], [0.56, 0.60], [0.42, 0.80], [0.28, 1.02], [-0.02, 1.02]]),
            1,
        ),
        floor,
        0.1 * side,
        0.5,
    )
    study.lay(smoothstep(0.085, 0.02, glow) * 0.9, palette[3], along_contours(glow), 0.9)
    study.lay(disc(size, *lamp, 0.013, 3), shifted(palette[3], 0.05, 0.5), along_contours(glow), 1.0)


def _guests(study: Study, size: Size, rng: np.random.Generator, palette: Palette, at: Placed) -> None:
    """Tables, chairs, people at them and a couple in the street."""
    ratio = size[0] / size[1]
    for x, y, grow in (
        (0.40, 0.635, 0.45),
        (0.30, 0.665, 0.6),
        (0.44, 0.69, 0.7),
        (0.17, 0.73, 0.85),
        (0.335, 0.775, 1.0),
        (0.13, 0.88, 1.35),
    ):
        wide, tall = 0.045 * grow, 0.016 * grow * ratio
        for leg in (-0.5, 0.5):
            post = [
                [x + leg * wide - 0.003, y],
                [x + leg * wide + 0.003, y],
                [x + leg * wide * 0.9 + 0.003, y + 0.075 * grow],
                [x + leg * wide * 0.9 - 0.003, y + 0.075 * grow],
            ]
            study.lay(polygon(size, at(post), 1), palette[6], 1.5, 1.0)
        ring = np.arange(20) * np.pi / 10
        top = np.stack([x + wide * np.cos(ring), y + tall * np.sin(ring)], axis=1)
        study.lay(polygon(size, at((top + np.array([0, 0.008])).tolist()), 1), palette[6], 0.0, 1.0)
        study.lay(polygon(size, at(top.tolist()), 1), mix(palette[3], palette[2], 0.35), 0.0, 1.0)
        for way in (-1, 1):
            cx = x + way * wide * 1.55
            back = [
                [cx, y - 0.045 * grow],
                [cx + way * 0.010, y - 0.05 * grow],
                [cx + way * 0.016, y + 0.08 * grow],
                [cx + way * 0.004, y + 0.08 * grow],
            ]
            seat = [
                [cx - way * 0.032 * grow, y + 0.022 * grow],
                [cx + way * 0.010, y + 0.022 * grow],
                [cx + way * 0.010, y + 0.036 * grow],
                [cx - way * 0.032 * grow, y + 0.036 * grow],
            ]
            for shape in (back, seat):
                study.lay(polygon(size, at(shape), 1), shifted(palette[5], -0.08), 1.5, 1.0)
            if rng.random() < 0.55 and grow < 1.1:
                _person(study, size, rng, palette, at, cx, y + 0.035 * grow, 0.13 * grow)
    for x, y, tall in ((0.60, 0.70, 0.155), (0.635, 0.70, 0.145), (0.545, 0.60, 0.075), (0.69, 0.615, 0.08)):
        _person(study, size, rng, palette, at, x, y, tall)
        shade = at([[x - 0.012, y], [x + 0.012, y], [x + 0.07, y + 0.05], [x + 0.03, y + 0.055]])
        study.lay(0.7 * polygon(size, shade, 1), palette[0], 0.6, 0.9)


def _person(
    study: Study, size: Size, rng: np.random.Generator, palette: Palette, at: Placed, x: float, foot: float, tall: float
) -> None:  # fmt: skip
    w = tall * 0.17 * size[1] / size[0] * 1.4
    coat = [
        [x - 0.45 * w, foot - 0.80 * tall],
        [x + 0.45 * w, foot - 0.80 * tall],
        [x + 0.75 * w, foot - 0.45 * tall],
        [x + 0.65 * w, foot],
        [x - 0.65 * w, foot],
        [x - 0.75 * w, foot - 0.45 * tall],
    ]
    colour = ramp([palette[6], palette[0], palette[5], palette[8]], np.array(rng.random()))
    study.lay(polygon(size, at(coat), 1), colour, 1.5, 1.0)
    head = at([[x, foot - 0.89 * tall]])[0]
    study.lay(
        disc(size, head[0], head[1], tall * 0.085 * size[1] / max(size), 1), mix(palette[7], palette[5], 0.4), 1.0, 1.0
    )
    hat = at(
        [
            [x - 0.5 * w, foot - 0.935 * tall],
            [x + 0.5 * w, foot - 0.935 * tall],
            [x + 0.25 * w, foot - tall],
            [x - 0.25 * w, foot - tall],
        ]
    )
    study.lay(polygon(size, hat, 1), palette[6], 0.0, 1.0)

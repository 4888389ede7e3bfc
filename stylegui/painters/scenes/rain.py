"""An avenue at night in the rain, as a study for any painter that follows a direction."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted
from stylegui.painters.field import Size, bilinear, fbm, mix, noise, smoothstep
from stylegui.painters.study import Study, along_contours, below, disc, distance, frame, polygon, smooth_curve

GROUND = 0.60


def street_in_rain(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    """Lamps, trees and lit windows along an avenue, a figure under an umbrella, everything again in the wet stones.

    Palette: night, blue, teal, lamp light, gold, red, green, dark, pale.
    """
    study = Study.blank(size)
    fx, fy = frame(size)
    side = float(rng.choice([-1, 1]))
    vanish = 0.5 + side * 0.04
    glow = np.exp(-(((fx - vanish) / 0.16) ** 2) - ((fy - 0.50) / 0.26) ** 2)
    sky = ramp(
        [palette[0], palette[1], palette[2], palette[4], palette[3]], 0.18 + 0.85 * glow + 0.14 * fbm(size, 4, rng, 3)
    )
    study.lay(np.ones_like(fx), sky, 0.9 * np.sign(noise(size, 5, rng)) + 0.3, 0.2)
    _fronts(study, size, rng, palette, vanish)
    _leaves(study, rng, palette, vanish)
    for depth in (0.16, 0.28, 0.48, 1.0):
        for way in (-1, 1):
            _lamp(study, size, palette, vanish + way * 0.46 * depth, GROUND - 0.02 + 0.16 * depth**1.3, 0.52 * depth)
    _wet(study, size, rng, palette, vanish)
    for x, y, tall in ((vanish - 0.11, 0.655, 0.12), (vanish + 0.075, 0.645, 0.10)):
        _walker(study, size, palette, x, y, tall, 2)
    _walker(study, size, palette, 0.5 - side * 0.075, 0.845, 0.37, 5)
    return study


def _fronts(study: Study, size: Size, rng: np.random.Generator, palette: Palette, vanish: float) -> None:
    """House fronts on both sides, drawn to the vanishing point, with rows of windows."""
    fx, fy = frame(size)
    for way in (-1, 1):
        near = np.clip((fx - vanish) * way / 0.5, 0.02, 1.2)
        top = GROUND - 0.66 * near - 0.08
        wall = smoothstep(-0.004, 0.004, fy - top) * (fy < GROUND + 0.05) * (near > 0.14)
        block = np.floor(np.log(near) * 5)
        luck = np.sin(block * 12.9898 + way) * 43758.5453
        luck = luck - np.floor(luck)
        colour = ramp(
            [palette[0], palette[5], palette[1], palette[2], palette[7]], luck + 0.10 * noise(size, (8, 5), rng)
        )
        study.lay(wall, mix(colour, palette[0], 0.45), 1.4, 0.35)
        column, row = np.log(near) * 13, (GROUND - fy) / near / 0.075
        number = np.floor(column) * 31 + np.floor(row)
        chance = np.sin(number * 78.233 + 3 * way) * 43758.5453
        chance = chance - np.floor(chance)
        inside = (np.abs(column - np.floor(column) - 0.5) < 0.30) & (np.abs(row - np.floor(row) - 0.5) < 0.32)
        window = wall * inside * (row > 1) * (chance > 0.52)
        light = ramp([palette[5], palette[4], palette[3], palette[4], palette[2]], (chance - 0.52) * 2.1)
        study.lay(window, light, 1.5, 0.72)
        shop = wall * (row < 1.15) * (row > 0.05) * (np.abs(column - np.floor(column) - 0.5) < 0.42)
        study.lay(shop, ramp([palette[4], palette[3], palette[5], palette[3]], chance), 1.5, 0.6)


def _leaves(study: Study, rng: np.random.Generator, palette: Palette, vanish: float) -> None:
    """Autumn leaves over the avenue, larger and brighter overhead."""
    for _ in range(430):
        near = rng.beta(1.6, 1.1)
        way = rng.choice([-1, 1])
        x = vanish + way * (0.04 + 0.48 * near) + rng.normal(0, 0.05)
        y = GROUND - 0.10 - (0.46 * near) - abs(rng.normal(0, 0.09)) * (0.4 + near) + 0.12 * near
        reach = (0.006 + 0.022 * near) * rng.uniform(0.6, 1.3)
        part, px, py = study.part(float(x), float(y), reach * 1.5, reach * 1.5)
        if not px.size:
            continue
        turn = rng.normal(-0.5 * way, 0.6)
        u, v = px * np.cos(turn) + py * np.sin(turn), -px * np.sin(turn) + py * np.cos(turn)
        lit = rng.random() < 0.55
        place = int(rng.choice([4, 5, 3, 4]) if lit else rng.choice([6, 0, 1, 5]))
        colour = shifted(palette[place], rng.normal(0, 0.05), rng.uniform(0.9, 1.15))
        part.lay(smoothstep(1.1, 0.8, np.maximum(np.abs(u) / reach, np.abs(v) / (0.6 * reach))), colour, turn, 0.6)


def _lamp(study: Study, size: Size, palette: Palette, x: float, foot: float, tall: float) -> None:
    """A post with a globe and its halo in the wet air."""
    wide = 0.011 * tall / 0.5
    post = np.array([[x - wide, foot], [x - wide * 0.5, foot - tall], [x + wide * 0.5, foot - tall], [x + wide, foot]])
    head = (x, foot - tall)
    r = distance(size, *head)
    halo = 0.34 * tall * size[1] / max(size)
    ring = np.clip(1 - r / halo, 0, 1)
    study.lay(0.85 * ring**1.2, ramp([palette[5], palette[4], palette[3]], ring * 1.1), along_contours(r), 0.5)
    study.lay(polygon(size, post, 1), palette[7], 1.57, 0.9)
    study.lay(
        disc(size, *head, 0.062 * tall * size[1] / max(size), 2), shifted(palette[3], 0.04), along_contours(r), 0.95
    )


def _wet(study: Study, size: Size, rng: np.random.Generator, palette: Palette, vanish: float) -> None:
    """The scene mirrored in the pavement: drawn out downwards and cut by level planes of shine."""
    fx, fy = frame(size)
    rows, columns = fx.shape
    depth = np.clip(fy - GROUND, 0, 1)
    breaks = noise(size, (9, 26), rng)
    x = fx * columns + breaks * columns * 0.018 * (0.3 + 2.5 * depth)
    y = np.clip((GROUND - depth * 1.25 + 0.02 * noise(size, (7, 40), rng) * (1 + 3 * depth)) * rows, 0, rows - 1)
    mirrored = bilinear(study.lab, x, y)
    mirrored[..., 0] += 0.06 * (breaks > 0.2)
    stone = ramp([palette[0], palette[1], palette[2]], 0.35 + 0.30 * noise(size, (8, 40), rng))
    lab = mix(
        mirrored, stone, np.clip(0.16 + 0.5 * smoothstep(0.1, 1.1, noise(size, (5, 34), rng)) + 0.3 * depth, 0, 0.8)
    )
    path = np.exp(-(((fx - vanish) / (0.05 + 0.42 * depth)) ** 2)) * smoothstep(-0.5, 0.7, noise(size, (8, 46), rng))
    gold = ramp([palette[5], palette[4], palette[3]], 0.75 - 1.3 * depth + 0.25 * noise(size, (10, 40), rng))
    lab = mix(lab, gold, 0.85 * path)
    level = np.where(noise(size, (10, 20), rng) > -0.2, 0.03 * noise(size, 9, rng), 1.5)
    study.lay(below(size, np.full(size[0], GROUND, np.float32), 3), lab, level, 0.42)


def _walker(study: Study, size: Size, palette: Palette, x: float, foot: float, tall: float, colour: int) -> None:
    """Somebody seen from behind under an umbrella, and their image in the wet."""
    aspect = size[1] / size[0]
    w = tall * aspect

    def at(points: list[list[float]], mirrored: bool = False) -> Array:
        shape = np.array(points, dtype=np.float64)
        shape[:, 1] = -0.75 * shape[:, 1] if mirrored else shape[:, 1]
        return shape * [w, tall] + [x, foot]

    coat = [[-0.075, -0.78], [0.075, -0.78], [0.115, -0.70], [0.10, -0.52], [0.17, -0.20], [0.0, -0.17], [-0.17, -0.20],
            [-0.10, -0.52], [-0.115, -0.70]]  # fmt: skip
    legs = (
        [[-0.075, -0.20], [-0.02, -0.20], [-0.035, 0.0], [-0.07, 0.0]],
        [[0.02, -0.20], [0.075, -0.20], [0.06, -0.015], [0.025, -0.015]],
    )
    dome = [[-0.36, -0.76], [-0.33, -0.90], [-0.20, -1.02], [0.0, -1.07], [0.20, -1.02], [0.33, -0.90], [0.36, -0.76],
            [0.25, -0.80], [0.12, -0.765], [0.0, -0.80], [-0.12, -0.765], [-0.25, -0.80]]  # fmt: skip
    cloth = mix(palette[colour], palette[7], 0.35)
    for mirrored in (True, False):
        share = 0.62 if mirrored else 1.0
        for leg in legs:
            study.lay(share * polygon(size, at(leg, mirrored), 1), palette[7], 1.5, 0.95)
        study.lay(
            share * polygon(size, smooth_curve(at(coat, mirrored), 80, closed=True), 1),
            mix(cloth, palette[7], 0.3),
            1.5,
            0.95,
        )
        study.lay(share * polygon(size, at(dome, mirrored), 1), mix(cloth, palette[7], 0.2), 0.4, 0.95)
    fx, fy = frame(size)
    light = polygon(size, smooth_curve(at(coat), 80, closed=True), 1) * smoothstep(0.02, 0.06, (fx - x) / w)
    study.lay(light, mix(palette[colour], palette[4], 0.35), 1.5, 0.95)
    ribs = 0.5 + 0.5 * np.cos((fx - x) / w / np.clip(1.15 + (fy - foot) / tall, 0.08, 1) * 9)
    shine = polygon(size, at(dome), 1) * np.clip(1.9 * ribs - 0.7 + (fx - x) / w, 0, 1)
    study.lay(shine, mix(palette[colour], palette[4], 0.45), 0.3, 0.95)

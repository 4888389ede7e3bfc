"""A fishing harbour in the morning, as a study for any painter that follows a direction."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted
from stylegui.painters.field import Size, bilinear, fbm, mix, noise, smoothstep
from stylegui.painters.study import Study, below, frame, polygon


def harbour(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    """Houses stepped around a quay, boats at their moorings, and everything again in the water.

    Palette: sky high, sky low, sun, house cream, house ochre, roof red, slate, shallow water, deep water, hull blue,
    hull green, dark.
    """
    study = Study.blank(size)
    fx, fy = frame(size)
    sun = rng.choice([0.3, 0.68])
    glow = np.exp(-(((fx - sun) / 0.30) ** 2) - ((fy - 0.36) / 0.26) ** 2)
    sky = ramp(
        [palette[0], mix(palette[0], palette[1], 0.35), palette[1]], fy / 0.42 + 0.14 * noise(size, (2.5, 5), rng)
    )
    sky = mix(sky, palette[2], np.clip(glow * 0.9, 0, 1))
    cloud = smoothstep(0.3, 1.2, fbm(size, (2.2, 5), rng, 3)) * smoothstep(0.45, 0.1, fy)
    sky = mix(sky, mix(palette[6], palette[3], 0.55), cloud * 0.55)
    study.lay(
        np.ones_like(fx), sky, -0.25 + 0.45 * np.sign(noise(size, 7, rng)) * (0.6 + 0.3 * noise(size, 9, rng)), 0.0
    )
    quay = 0.53
    across = fx[0]
    hill = 0.36 - 0.10 * np.exp(-(((across - (1 - sun)) / 0.26) ** 2)) + 0.012 * noise((size[0], 4), 6, rng)[0]
    slope_lab = ramp(
        [mix(palette[10], palette[6], 0.4), palette[10], mix(palette[4], palette[10], 0.5)],
        0.5 + 0.4 * noise(size, 5, rng),
    )
    study.lay(below(size, hill, 2) * (fy < quay), slope_lab, -0.3, 0.2)
    _houses(study, size, rng, palette, quay, sun)
    wall = ((fy > quay - 0.022) & (fy < quay + 0.035)).astype(np.float32)
    study.lay(wall, ramp([palette[6], palette[3], palette[1]], 0.4 + 0.35 * noise(size, (14, 8), rng)), 0.0, 0.4)
    study.lay(
        ((fy > quay + 0.022) & (fy < quay + 0.036)).astype(np.float32), mix(study.lab, palette[11], 0.7), 0.0, 0.5
    )
    _water(study, size, rng, palette, quay + 0.034, sun)
    for bx, by, long, hull in (
        (0.80, 0.635, 0.20, 10),
        (0.46, 0.605, 0.13, 5),
        (0.17, 0.66, 0.22, 9),
        (0.58, 0.80, 0.34, 5),
    ):
        _boat(study, size, rng, palette, bx, by, long, palette[hull])
    return study


def _houses(study: Study, size: Size, rng: np.random.Generator, palette: Palette, quay: float, sun: float) -> None:
    """Two rows of gabled houses; the sides that face the sun are warm."""
    full = study.lab.shape
    for row, (foot, tall) in enumerate(((quay - 0.10, 0.10), (quay - 0.02, 0.15))):
        x = -0.03
        while x < 1.02:
            wide = rng.uniform(0.055, 0.105)
            high = tall * rng.uniform(0.65, 1.15)
            if rng.random() < (0.88 if row else 0.6 - 1.1 * abs(x - (1 - sun))):
                body = palette[int(rng.choice([3, 3, 4, 1, 2, 5, 0]))]
                lit_side = body if (x + wide / 2 - sun) * rng.uniform(0.2, 1) > -0.1 else mix(body, palette[6], 0.35)
                body = mix(lit_side, palette[6], 0.28 if not row else 0.08)
                top = foot - high
                box = np.array([[x, top], [x + wide, top], [x + wide, foot + 0.02], [x, foot + 0.02]])
                study.lay(polygon(size, box, 1), np.broadcast_to(body, full), 1.57, 0.5)
                shade = np.array(
                    [[x + wide * 0.72, top], [x + wide, top], [x + wide, foot + 0.02], [x + wide * 0.72, foot + 0.02]]
                )
                study.lay(polygon(size, shade, 1), np.broadcast_to(mix(body, palette[6], 0.5), full), 1.57, 0.5)
                roof = palette[5] if rng.random() < 0.65 else palette[6]
                roof = shifted(roof, rng.normal(0, 0.04), 1.05)
                pitch = rng.uniform(0.028, 0.05)
                gable = np.array(
                    [
                        [x - 0.006, top + 0.004],
                        [x + wide * rng.uniform(0.3, 0.6), top - pitch],
                        [x + wide + 0.006, top + 0.004],
                    ]
                )
                study.lay(polygon(size, gable, 1), np.broadcast_to(roof, full), rng.choice([-0.5, 0.5]), 0.6)
                if rng.random() < 0.5:
                    cx = x + wide * rng.uniform(0.2, 0.7)
                    stack = np.array(
                        [[cx, top - pitch - 0.012], [cx + 0.012, top - pitch - 0.012], [cx + 0.012, top], [cx, top]]
                    )
                    study.lay(polygon(size, stack, 1), np.broadcast_to(mix(roof, palette[11], 0.3), full), 1.57, 0.8)
                for wy in np.arange(top + 0.022, foot - 0.015, 0.042):
                    for wx in np.arange(x + 0.013, x + wide * 0.9, 0.026):
                        if rng.random() < 0.75:
                            pane = np.array([[wx, wy], [wx + 0.010, wy], [wx + 0.010, wy + 0.021], [wx, wy + 0.021]])
                            glass = mix(palette[11], palette[9], rng.uniform(0.1, 0.7))
                            study.lay(polygon(size, pane, 1), np.broadcast_to(glass, full), 1.57, 0.9)
            x += wide * rng.uniform(0.92, 1.02)


def _water(study: Study, size: Size, rng: np.random.Generator, palette: Palette, edge: float, sun: float) -> None:
    """The scene mirrored and broken into level planes."""
    fx, fy = frame(size)
    depth = np.clip(fy - edge, 0, 1)
    rows, columns = fx.shape
    steps = noise(size, (7, 60), rng)
    shift_y = np.clip((edge - depth * 0.9) * rows + steps * rows * 0.012 * (0.5 + 3 * depth), 0, rows - 1)
    shift_x = fx * columns + noise(size, (3, 70), rng) * columns * 0.012 * (0.3 + 3 * depth)
    mirrored = bilinear(study.lab, shift_x, shift_y)
    deep = ramp([palette[7], palette[7], palette[8]], depth / 0.4 + 0.16 * noise(size, (4, 26), rng))
    lab = mix(mirrored, deep, np.clip(0.42 + 0.55 * depth / 0.4 + 0.25 * noise(size, (5, 40), rng), 0.1, 0.88))
    path = np.exp(-(((fx - sun + 0.012 * noise(size, (3, 40), rng)) / (0.05 + 0.22 * depth)) ** 2))
    lab = mix(lab, mix(palette[2], palette[4], 0.25), path * smoothstep(-0.2, 0.7, noise(size, (6, 55), rng)) * 0.9)
    study.lay(below(size, np.full(size[0], edge, np.float32), 2), lab, 0.03 * noise(size, 5, rng), 0.25)


def _boat(
    study: Study, size: Size, rng: np.random.Generator, palette: Palette, x: float, y: float,
    long: float,
    hull: Array,
) -> None:  # fmt: skip
    """A wooden boat with a cabin and a mast, and its reflection."""
    full = study.lab.shape
    h = long * 0.23
    flip = rng.choice([-1, 1])

    def at(points: list[list[float]]) -> Array:
        return np.asarray(np.array(points) * [flip * long, h] + [x, y])

    body = at([[-0.52, -0.62], [-0.30, -0.44], [0.20, -0.42], [0.54, -0.72], [0.43, 0.0], [-0.40, 0.0]])
    rail = at(
        [
            [-0.52, -0.66],
            [-0.30, -0.50],
            [0.20, -0.48],
            [0.54, -0.78],
            [0.53, -0.60],
            [0.20, -0.32],
            [-0.30, -0.34],
            [-0.51, -0.48],
        ]
    )
    keel = at([[-0.44, -0.16], [0.45, -0.16], [0.43, 0.02], [-0.40, 0.02]])
    cabin = at([[-0.30, -0.50], [-0.27, -1.18], [0.02, -1.18], [0.05, -0.50]])
    top = at([[-0.32, -1.15], [-0.30, -1.32], [0.05, -1.32], [0.07, -1.15]])
    pane = at([[-0.20, -1.05], [-0.19, -0.8], [-0.04, -0.8], [-0.05, -1.05]])
    shapes = ((cabin, palette[3]), (top, mix(palette[5], palette[4], 0.4)), (pane, palette[11]), (body, hull),
        (rail, palette[2]),
              (keel, mix(hull, palette[11], 0.75)))  # fmt: skip
    for points, colour in shapes:
        image = points * [1, -0.8] + [0, 1.8 * y]
        study.lay(polygon(size, image, 1) * 0.72, np.broadcast_to(mix(colour, palette[8], 0.45), full), 0.0, 0.35)
    for points, colour in shapes:
        study.lay(polygon(size, points, 1), np.broadcast_to(colour, full), 0.06 * flip, 0.85)
    tall = long * rng.uniform(0.75, 1.0)
    mast = x + flip * long * 0.14
    dark = mix(palette[11], palette[5], 0.25)
    for sway, low, high, girth, share in (
        (0.0, y - h * 0.5, y - tall, 0.0030, 1.0),
        (0.006, y + h * 0.2, y + tall * 0.5, 0.0034, 0.6),
    ):
        rise = np.linspace(0, 1, 24)
        middle = np.stack([mast + sway * np.sin(rise * 23), low + rise * (high - low)], axis=1)
        edge = np.stack([girth * (0.5 + long * 2.5) * (1 - 0.4 * rise), 0 * rise], axis=1)
        study.lay(share * polygon(size, np.vstack([middle + edge, (middle - edge)[::-1]]), 1), dark, 1.57, 0.95)
    furled = np.array(
        [
            [mast, y - h * 0.75],
            [mast - flip * long * 0.36, y - tall * 0.42],
            [mast - flip * long * 0.34, y - tall * 0.52],
            [mast, y - h * 1.15],
        ]
    )
    study.lay(polygon(size, furled, 1), mix(palette[1], palette[4], 0.4), 0.5 * flip, 0.95)

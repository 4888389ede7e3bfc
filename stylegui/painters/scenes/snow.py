"""An orchard in snow under a low sun, as a study for any painter that follows a direction."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted
from stylegui.painters.field import Size, fbm, mix, noise, smoothstep
from stylegui.painters.study import Study, along_contours, below, disc, distance, frame, polygon, ridge, smooth_curve


def orchard_in_snow(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    """Old apple trees in rows, their blue shadows on the snow towards us, a farm behind.

    Palette: zenith, sky, horizon, far trees, tree light, tree shadow, water, sunlit grass, shaded grass, violet,
    orange, red, white.
    """
    study = Study.blank(size)
    fx, fy = frame(size)
    sun = 0.5 + rng.choice([-1, 1]) * rng.uniform(0.14, 0.24)
    r = distance(size, sun, 0.27)
    glow = np.exp(-((r / 0.22) ** 2))
    violet = mix(palette[9], palette[1], 0.45)
    sky = ramp(
        [palette[0], palette[1], violet, mix(palette[11], palette[2], 0.55), mix(palette[10], palette[2], 0.35)],
        fy / 0.46,
    )
    sky = mix(sky, mix(palette[10], palette[2], 0.35), glow * 0.8)
    cloud = smoothstep(0.3, 1.3, fbm(size, (2.4, 8), rng, 4))
    sky = mix(sky, mix(palette[9], palette[2], 0.55), 0.45 * cloud)
    study.lay(np.ones_like(fx), sky, along_contours(r + 0.02 * noise(size, 4, rng)), 0.1)
    study.lay(disc(size, sun, 0.27, 0.034, 3), mix(palette[12], palette[10], 0.25), along_contours(r), 0.8)
    _distance(study, size, rng, palette)
    _snow(study, size, rng, palette, sun)
    trees = [(x + rng.normal(0, 0.012), y, grow * rng.uniform(0.85, 1.15)) for x, y, grow in (
        (0.13, 0.53, 0.30), (0.27, 0.525, 0.27), (0.40, 0.53, 0.29), (0.60, 0.525, 0.28), (0.73, 0.53, 0.30),
        (0.90, 0.525, 0.28),
        (0.03, 0.61, 0.55), (0.28, 0.62, 0.56), (0.66, 0.61, 0.55), (0.90, 0.62, 0.56),
        (0.12, 0.79, 1.18), (0.79, 0.84, 1.42))]  # fmt: skip
    for x, y, grow in trees:
        _shadow(study, size, palette, x, y, grow, sun)
    for x, y, grow in trees:
        _tree(study, size, rng, palette, x, y, grow, sun)
    return study


def _distance(study: Study, size: Size, rng: np.random.Generator, palette: Palette) -> None:
    """Blue hills, a wood, a farm."""
    for base, bumps, place, share in ((0.42, 1.6, 3, 0.55), (0.455, 4.0, 9, 0.45)):
        line = base + 0.014 * ridge(size, rng, bumps)
        study.lay(below(size, line, 3), mix(palette[place], palette[2], share), 0.05, 0.3)
    x = rng.uniform(0.40, 0.55)
    for dx, wide, tall, lit in ((0.0, 0.075, 0.035, 12), (0.085, 0.05, 0.028, 10)):
        wall = np.array([[x + dx, 0.485 - tall], [x + dx + wide, 0.485 - tall], [x + dx + wide, 0.49], [x + dx, 0.49]])
        study.lay(polygon(size, wall, 1), mix(palette[lit], palette[9], 0.25), 1.57, 0.8)
        roof = np.array(
            [
                [x + dx - 0.008, 0.486 - tall],
                [x + dx + 0.012, 0.455 - tall],
                [x + dx + wide - 0.012, 0.455 - tall],
                [x + dx + wide + 0.008, 0.486 - tall],
            ]
        )
        study.lay(polygon(size, roof, 1), mix(palette[12], palette[1], 0.2), 0.1, 0.8)
        for k in range(2):
            wx = x + dx + wide * (0.25 + 0.4 * k)
            study.lay(
                polygon(size, np.array([[wx, 0.465], [wx + 0.009, 0.465], [wx + 0.009, 0.48], [wx, 0.48]]), 1),
                palette[11],
                1.57,
                0.9,
            )


def _snow(study: Study, size: Size, rng: np.random.Generator, palette: Palette, sun: float) -> None:
    fx, fy = frame(size)
    line = 0.488 + 0.006 * ridge(size, rng, 3)
    depth = np.clip(fy - line[None, :], 0, 1)
    drift = noise(size, (2.2, 5.5), rng) + 0.5 * noise(size, (6, 16), rng)
    warm = np.exp(-(((fx - sun) / (0.14 + 0.5 * depth)) ** 2))
    tone = 0.40 + 0.15 * drift - 0.22 * depth + 0.42 * warm
    colours = [
        palette[0],
        mix(palette[1], palette[9], 0.3),
        palette[1],
        palette[12],
        mix(palette[12], palette[2], 0.6),
        mix(palette[2], palette[10], 0.30),
    ]
    study.lay(below(size, line, 2), ramp(colours, tone), along_contours(depth * 0.5 + 0.03 * drift), 0.25)
    path_x = 0.47 + 0.10 * np.sin(depth * 7 + 1.0) * (0.3 + depth)
    track = smoothstep(1.1, 0.7, np.abs(fx - path_x) / (0.008 + 0.11 * depth)) * (depth > 0.003)
    rut = smoothstep(0.3, 0.9, np.abs(fx - path_x) / (0.008 + 0.11 * depth))
    study.lay(track * (0.35 + 0.5 * rut), mix(palette[9], palette[0], 0.5), 1.2, 0.5)


def _shadow(study: Study, size: Size, palette: Palette, x: float, y: float, grow: float, sun: float) -> None:
    """A long shadow that runs away from the sun, towards us."""
    lean = (x - sun) * 0.75
    foot, reach = np.array([x, y]), 0.26 * grow
    tip = foot + np.array([lean * grow * 0.9, reach])
    trunk = np.array(
        [
            foot - [0.012 * grow, 0],
            foot + np.array([0.012 * grow, 0]),
            tip + np.array([0.010 * grow, 0]),
            tip - [0.010 * grow, 0],
        ]
    )
    fx, fy = frame(size)
    crown = np.hypot((fx - tip[0] - 0.3 * lean * grow) / (0.13 * grow), (fy - tip[1]) / (0.085 * grow))
    ragged = 0.22 * np.sin(fx * 41 / grow + 9 * fy) + 0.18 * np.sin(fy * 90 / grow - 20 * fx)
    blue = mix(palette[0], palette[9], 0.4)
    study.lay(0.80 * polygon(size, trunk, 1), blue, np.arctan2(reach, lean + 1e-6), 0.55)
    study.lay(0.62 * smoothstep(1.1, 0.75, crown + ragged), blue, 0.4, 0.5)


def _tree(
    study: Study, size: Size, rng: np.random.Generator, palette: Palette, x: float, y: float, grow: float, sun: float
) -> None:
    """A crooked trunk that forks three times; snow on the upper side of every bough."""
    aspect = size[1] / size[0]
    reach = 0.30 * grow
    part, px, py = study.part(x, y - reach * 0.62, 0.30 * grow * aspect, 0.21 * grow * aspect)
    if px.size:
        local = (px.shape[1], px.shape[0])
        veil = np.hypot(px / (0.155 * grow * aspect), py / (0.125 * grow * aspect)) + 0.25 * noise(local, 7, rng)
        twigs = smoothstep(1.05, 0.55, veil) * smoothstep(-0.5, 0.9, noise(local, 26, rng)) * 0.62
        colour = ramp(
            [palette[9], palette[11], mix(palette[10], palette[2], 0.3)],
            0.3 + 0.35 * noise(local, 9, rng) - 0.6 * np.sign(x - sun) * px / grow,
        )
        part.lay(twigs, colour, 1.2 + 0.5 * np.sign(px), 0.6)
    dark = mix(palette[9], palette[5], 0.45)
    _bough(
        study,
        size,
        rng,
        palette,
        np.array([x, y]),
        -np.pi / 2 + rng.normal(0, 0.10),
        reach * 0.42,
        0.0125 * grow,
        4,
        dark,
        aspect,
    )


def _bough(
    study: Study, size: Size, rng: np.random.Generator, palette: Palette, foot: Array, turn: float, long: float,
    wide: float, forks: int, dark: Array, aspect: float,
) -> None:  # fmt: skip
    bend = rng.normal(0, 0.35)
    heading = np.array([np.cos(turn) * aspect, np.sin(turn)])
    side = np.array([np.cos(turn + 1.57) * aspect, np.sin(turn + 1.57)])
    tip = foot + heading * long
    line = smooth_curve(np.array([foot, foot + heading * long * 0.5 + side * bend * long * 0.35, tip]), 12)
    edge = np.linspace(1.0, 0.62, 12)[:, None] * side * wide / aspect
    study.lay(
        polygon(size, np.vstack([line + edge, (line - edge)[::-1]]), 1), shifted(dark, rng.normal(0, 0.02)), turn, 0.92
    )
    if abs(np.cos(turn)) > 0.25 and wide > 0.0014:
        up = np.array([0.0, -wide * 0.95])
        study.lay(polygon(size, np.vstack([line + up * 1.5, (line + up * 0.2)[::-1]]), 1), palette[12], turn, 0.95)
    if forks:
        for way in (-1, 1, rng.choice([-1, 1]) * 0.25)[: 3 if forks > 2 else 2]:
            _bough(study, size, rng, palette, tip, turn + way * rng.uniform(0.35, 0.75) + 0.06 * np.cos(turn),
                   long * rng.uniform(0.62, 0.84), wide * 0.60, forks - 1, dark, aspect)  # fmt: skip

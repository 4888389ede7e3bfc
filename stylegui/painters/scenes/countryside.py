"""Open country by day: wheat and cypresses under rolling clouds, as a study for painters that follow a direction."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Palette, ramp, shifted
from stylegui.painters.field import Size, fbm, grid, mix, noise, smoothstep
from stylegui.painters.study import Study, along_contours, below, distance, frame, ridge


def wheat_and_cypresses(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    """A field of wheat in the wind, cypresses at one side, blue hills and curling clouds.

    Palette: sky, pale sky, cloud, far hill, near hill, leaf, dark leaf, wheat, wheat in light, earth, poppy.
    """
    study = Study.blank(size)
    fx, fy = frame(size)
    side = float(rng.choice([-1, 1]))
    _clouded_sky(study, size, rng, palette, side)
    for base, height, bumps, place in ((0.53, 0.050, 1.6, 3), (0.585, 0.030, 2.6, 4)):
        lean = 0.07 * np.exp(-(((fx[0] - 0.5 + side * 0.22) / 0.22) ** 2)) * (place == 3)
        line = base - lean + height * 0.6 * ridge(size, rng, bumps)
        depth = fy - line[None, :]
        lay = depth + 0.02 * noise(size, 6, rng)
        folds = 0.5 + 0.5 * np.sin(2 * np.pi * (lay / 0.045 + 0.6 * fbm(size, 3, rng, 3)))
        colours = [shifted(palette[place], -0.10), palette[place], mix(palette[place], palette[1], 0.55)]
        study.lay(below(size, line), ramp(colours, 0.15 + 0.75 * folds), along_contours(lay), 0.5)
    _wheat(study, size, rng, palette, side)
    for _ in range(16):
        x, y = rng.uniform(0, 1), rng.uniform(0.61, 0.655)
        _bush(study, rng, palette, x, y, rng.uniform(0.018, 0.045))
    for along, foot, tall, wide in ((0.27, 0.80, 0.80, 0.062), (0.355, 0.76, 0.52, 0.042), (0.17, 0.74, 0.38, 0.034)):
        cypress(study, size, rng, palette.arranged(6, 5, 8), 0.5 + side * along, foot, tall, wide)
    return study


def _clouded_sky(study: Study, size: Size, rng: np.random.Generator, palette: Palette, side: float) -> None:
    """Sky in bands that roll up into clouds."""
    x, y = grid(size)
    _, fy = frame(size)
    flow = 0.8 * y + 0.04 * noise(size, 2.2, rng) + 0.02 * noise(size, 5, rng) + 0.035 * np.sin(5 * x * side + 1)
    cloud = np.zeros_like(x)
    curls = [(-0.28, 0.20, 0.17), (-0.05, 0.33, 0.14), (-0.40, 0.40, 0.13), (0.10, 0.13, 0.15), (0.42, 0.30, 0.14),
             (-0.17, 0.07, 0.10)]  # fmt: skip
    for place, cy, reach in curls:
        cx, cy, reach = (
            0.5 + side * place + rng.normal(0, 0.02),
            cy + rng.normal(0, 0.015),
            reach * rng.uniform(0.85, 1.2),
        )
        r = distance(size, cx, cy)
        pull = np.exp(-((r / reach) ** 2) * 1.7)
        turn = np.arctan2(y - cy * size[1] / max(size), x - cx * size[0] / max(size))
        spiral = 0.9 * r + 0.011 * turn * side + 0.2
        flow = flow * (1 - pull) + spiral * pull
        cloud = np.maximum(cloud, smoothstep(1.05, 0.35, r / reach + 0.22 * fbm(size, 7, rng, 3)))
    bands = 0.5 + 0.5 * np.sin(2 * np.pi * flow / 0.052 + noise(size, 4, rng))
    blue = ramp(
        [shifted(palette[0], -0.07), palette[0], palette[0], palette[1]], 0.15 + 0.6 * bands + 0.5 * (fy - 0.25)
    )
    white = ramp([mix(palette[0], palette[3], 0.35), palette[1], palette[2], palette[2]], 0.12 + 0.95 * bands)
    study.lay(np.ones_like(x), mix(blue, white, cloud * 0.92), along_contours(flow), 0.45 + 0.3 * cloud)


def _wheat(study: Study, size: Size, rng: np.random.Generator, palette: Palette, side: float) -> None:
    """Wheat that leans in gusts, ears finer in the distance, poppies near us."""
    fx, fy = frame(size)
    line = 0.655 - 0.015 * side * (fx[0] - 0.5) + 0.010 * ridge(size, rng, 2.4)
    depth = np.clip(fy - line[None, :], 0, 1)
    near = depth / 0.35
    gust = noise(size, (2.6, 6.0), rng) + 0.5 * noise(size, (6, 13), rng)
    tuft = noise(size, (34, 9), rng) * (0.4 + 0.6 * near) + 0.5 * noise(size, (70, 22), rng)
    tone = 0.47 + 0.11 * np.tanh(gust) + 0.13 * tuft - 0.05 * near
    colours = [palette[9], shifted(palette[7], -0.10), palette[7], palette[7], palette[8], shifted(palette[8], 0.05)]
    lab = ramp(colours, tone)
    lab = mix(lab, palette[5], 0.55 * smoothstep(0.9, 1.6, noise(size, (20, 7), rng) + 0.5 * near))
    lean = -1.25 + 0.55 * np.tanh(gust) * side + 0.25 * noise(size, 12, rng)
    band = np.exp(-(((fy - line[None, :]) / 0.02) ** 2))
    study.lay(below(size, line, 2), mix(lab, palette[8], 0.5 * band), lean, 0.45 + 0.35 * near)
    for _ in range(34):
        x, y = rng.uniform(0.0, 1.0), rng.uniform(0.86, 1.0)
        if abs(x - 0.5 + side * 0.3) < 0.32:
            part, px, py = study.part(x, y, 0.02, 0.02)
            reach = rng.uniform(0.006, 0.014)
            colour = shifted(palette[10], rng.normal(0, 0.04))
            part.lay(smoothstep(1.1, 0.8, np.hypot(px, py * 1.3) / reach), colour, rng.uniform(0, 3), 1.0)


def _bush(study: Study, rng: np.random.Generator, palette: Palette, x: float, y: float, radius: float) -> None:
    part, px, py = study.part(x, y, radius * 1.6, radius * 1.4)
    if not px.size:
        return
    wave = 0.13 * np.sin(7 * np.arctan2(py, px) + rng.uniform(0, 6)) + 0.08 * np.sin(13 * np.arctan2(py, px))
    shape = np.hypot(px / radius, py / (radius * 0.75)) + wave
    light = np.clip(0.45 - (px + 1.6 * py) / radius * 0.4, 0, 1)
    colours = [palette[6], palette[5], mix(palette[5], palette[8], 0.55)]
    part.lay(smoothstep(1.1, 0.9, shape), ramp(colours, light), along_contours(shape), 0.85)


def cypress(
    study: Study, size: Size, rng: np.random.Generator, palette: Palette, x: float, foot: float, tall: float,
    wide: float,
) -> None:  # fmt: skip
    """A cypress like a dark flame; x, foot, tall in picture sides, wide in long sides. Palette: dark, middle, light."""
    ratio = size[1] / max(size)
    part, px, py = study.part(x, foot - tall / 2, wide * 2.2, tall * ratio * 0.56)
    if not px.size:
        return
    rise = np.clip((tall * ratio / 2 - py) / (tall * ratio), 0, 1)  # 0 at the foot, 1 at the tip
    local = (px.shape[1], px.shape[0])
    sway = 0.22 * wide * np.sin(5.5 * rise + rng.uniform(0, 6)) * rise
    girth = wide * np.clip(np.sin(np.pi * (0.10 + 0.895 * rise**0.8)), 1e-4, 1) ** 0.75
    lick = (
        0.20 * np.sin(26 * rise + 9 * px / wide)
        + 0.16 * noise(local, (9, 5), rng)
        + 0.10 * np.sin(51 * rise - 7 * px / wide)
    )
    across = (px - sway) / np.maximum(girth, 1e-4)
    shape = np.abs(across) + lick
    flame = across + 0.55 * np.sin(9 * rise + 2.2 * across) + 0.35 * noise(local, (7, 3), rng)
    tone = 0.5 + 0.5 * np.sin(5.2 * flame + 5 * rise)
    inside = smoothstep(1.06, 0.94, shape) * (rise < 0.995) * (rise > 0.005)
    colours = [palette[0], palette[0], palette[1], palette[1], mix(palette[1], palette[2], 0.6)]
    angle = along_contours(flame)
    part.lay(inside, ramp(colours, 0.05 + 0.72 * tone**1.4 - 0.12 * across), angle, 0.9)

"""Poplars along a bend of a river at evening, as a study for any painter that follows a direction."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Palette, ramp
from stylegui.painters.field import Size, bilinear, fbm, mix, noise, smoothstep
from stylegui.painters.study import Study, along_contours, below, frame, polygon, ridge, smooth_curve


def poplars_at_evening(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    """A row of tall poplars that follows the river into the distance, and comes down again as its reflection.

    Palette: zenith, sky, horizon, far trees, tree light, tree shadow, water, sunlit grass, shaded grass, violet,
    orange, red, white.
    """
    study = Study.blank(size)
    fx, fy = frame(size)
    side = float(rng.choice([-1, 1]))
    drift = fbm(size, (2.0, 6.0), rng, 4)
    tone = fy / 0.60 + 0.10 * drift
    sky = ramp(
        [palette[0], palette[1], palette[2], mix(palette[2], palette[10], 0.55), mix(palette[10], palette[11], 0.3)],
        tone,
    )
    cloud = smoothstep(0.35, 1.2, drift + 0.5 * np.sin(fy * 22 + 2 * fx))
    sky = mix(
        sky,
        ramp([palette[12], mix(palette[10], palette[12], 0.4), mix(palette[11], palette[9], 0.5)], tone),
        0.6 * cloud,
    )
    study.lay(np.ones_like(fx), sky, along_contours(drift * 0.05 + fy), 0.12)
    shore = 0.62
    for base, place, share in ((0.545, 9, 0.40), (0.580, 3, 0.25)):
        line = base + 0.020 * ridge(size, rng, 2.2)
        study.lay(below(size, line, 3), mix(palette[place], palette[2], share), 0.05, 0.3)
    bank = shore - 0.028 + 0.006 * ridge(size, rng, 3) - 0.012 * side * (fx[0] - 0.5)
    grass = ramp(
        [palette[8], palette[4], palette[7], mix(palette[7], palette[10], 0.5)], 0.45 + 0.25 * noise(size, (9, 16), rng)
    )
    study.lay(below(size, bank, 2), grass, 0.1 * noise(size, 7, rng), 0.5)
    _row(study, size, rng, palette, side, shore)
    _mirror(study, size, rng, palette, shore)
    _reeds(study, size, rng, palette, side)
    return study


def _row(study: Study, size: Size, rng: np.random.Generator, palette: Palette, side: float, shore: float) -> None:
    """Trees from far to near along an S: thin and pale, then tall and full of colour."""
    for k in range(11):
        t = k / 10
        near = 0.14 + 0.86 * t**1.7
        x = 0.5 + side * (0.34 * np.cos(3.0 * t + 0.1) - 0.40 * t**1.9 + 0.22 * t) + rng.normal(0, 0.005)
        _poplar(
            study,
            size,
            rng,
            palette,
            x,
            shore - 0.012 + 0.03 * near * t,
            0.74 * near * rng.uniform(0.94, 1.06),
            near,
            side,
        )


def _poplar(
    study: Study, size: Size, rng: np.random.Generator, palette: Palette, x: float, foot: float, tall: float,
    near: float,     side: float,
) -> None:  # fmt: skip
    ratio = size[1] / max(size)
    part, px, py = study.part(x, foot - tall / 2, 0.075 * near + 0.02, tall * ratio * 0.55)
    if not px.size:
        return
    local = (px.shape[1], px.shape[0])
    rise = np.clip(0.5 - py / (tall * ratio), 0, 1)
    haze = 0.55 * (1 - near)
    trunk = smoothstep(0.0035 * near + 0.001, 0.0025 * near, np.abs(px - 0.004 * np.sin(rise * 5))) * (rise < 0.95)
    part.lay(trunk, mix(mix(palette[9], palette[5], 0.5), palette[2], haze), 1.57, 0.8)
    clump = noise(local, (10, 16), rng) * 0.30 + noise(local, (30, 40), rng) * 0.16
    girth = (0.008 + 0.036 * near) * np.clip(
        np.sin(np.pi * np.clip((rise - 0.10) / 0.90, 0, 1) ** 0.85), 1e-3, 1
    ) ** 0.65
    shape = np.abs(px) / girth + clump
    crown = smoothstep(1.1, 0.85, shape) * (rise > 0.11)
    holes = 1 - 0.8 * smoothstep(0.9, 1.4, noise(local, 24, rng)) * smoothstep(0.3, 0.9, shape)
    light = 0.48 + 0.45 * side * px / np.maximum(girth, 1e-3) + 0.9 * clump + 0.10 * (rise - 0.5)
    colours = [palette[9], palette[5], palette[8], palette[4], palette[7], palette[10]]
    part.lay(crown * holes, mix(ramp(colours, light), palette[2], haze * 0.8), 1.57 + 0.20 * np.sign(px), 0.55)


def _mirror(study: Study, size: Size, rng: np.random.Generator, palette: Palette, shore: float) -> None:
    fx, fy = frame(size)
    rows, columns = fx.shape
    depth = np.clip(fy - shore, 0, 1)
    ripple = noise(size, (5, 60), rng) * (0.004 + 0.05 * depth) + noise(size, (14, 140), rng) * 0.004
    x = fx * columns + noise(size, (4, 90), rng) * columns * (0.003 + 0.035 * depth)
    mirrored = bilinear(study.lab, x, np.clip((shore - 1.15 * depth + ripple) * rows, 0, rows - 1))
    deep = ramp(
        [mix(palette[2], palette[10], 0.3), palette[6], mix(palette[6], palette[9], 0.5)],
        depth / 0.36 + 0.1 * noise(size, (4, 30), rng),
    )
    lab = mix(mirrored, deep, np.clip(0.05 + 0.75 * depth + 0.20 * noise(size, (6, 60), rng), 0.0, 0.55))
    glint = smoothstep(0.9, 1.5, noise(size, (6, 80), rng))
    lab = mix(lab, mix(palette[2], palette[10], 0.4), 0.7 * glint)
    study.lay(below(size, np.full(size[0], shore, np.float32), 2), lab, 0.03 * noise(size, 6, rng), 0.35)


def _reeds(study: Study, size: Size, rng: np.random.Generator, palette: Palette, side: float) -> None:
    """A near corner of bank with reeds, and a punt drawn up to it."""
    fx, _ = frame(size)
    across = (fx[0] - 0.5) * side
    line = 1.02 - 0.16 * smoothstep(0.05, 0.5, across) + 0.01 * ridge(size, rng, 6)
    grass = ramp([palette[5], palette[8], palette[9], palette[4]], 0.45 + 0.3 * noise(size, (12, 14), rng))
    study.lay(below(size, line, 2), grass, -1.2, 0.5)
    hull = smooth_curve(
        np.array([[-0.02, 0.842], [0.10, 0.862], [0.25, 0.835], [0.225, 0.882], [0.12, 0.905], [0.015, 0.885]]),
        60,
        closed=True,
    )
    boat = hull * [side, 1] + [0.5 - side * 0.02, 0]
    study.lay(0.6 * polygon(size, boat * [1, -0.5] + [0, 1.345], 1), mix(palette[9], palette[5], 0.4), 0.0, 0.5)
    study.lay(
        polygon(size, boat, 1), ramp([palette[10], palette[11], palette[9]], (frame(size)[1] - 0.84) * 16), 0.05, 0.85
    )
    for _ in range(120):
        x = 0.5 + side * rng.uniform(0.16, 0.52)
        foot = 1.0 - 0.12 * smoothstep(0.05, 0.5, np.array((x - 0.5) * side)) + rng.normal(0, 0.02)
        tall, lean = rng.uniform(0.05, 0.17), rng.normal(0, 0.02)
        blade = np.array([[x - 0.002, foot], [x + lean, foot - tall], [x + 0.003, foot]])
        study.lay(polygon(size, blade, 1), palette[int(rng.choice([7, 4, 8, 10, 5]))], -1.5, 0.75)

"""A wide river at noon, as a study for any painter that follows a direction."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted
from stylegui.painters.field import Size, bilinear, fbm, grid, mix, noise, smoothstep
from stylegui.painters.study import Study, along_contours, below, disc, distance, frame, polygon, ridge, smooth_curve


def river(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    """A wide river under a summer sky: far poplars and their reflections, two sails, a shaded bank with a parasol.

    Palette: zenith, sky, horizon, far trees, tree light, tree shadow, water, sunlit grass, shaded grass, violet,
    orange, red, white.
    """
    study = Study.blank(size)
    fx, fy = frame(size)
    x, y = grid(size)
    ones = np.ones_like(x)
    cloud = smoothstep(0.0, 1.7, fbm(size, (2.6, 6), rng, 5) + 0.4 - fy)
    sky = ramp(
        [palette[0], palette[1], palette[1], mix(palette[2], palette[10], 0.2)], fy / 0.42 + 0.05 * noise(size, 4, rng)
    )
    sky = mix(sky, mix(palette[12], palette[2], 0.3), 0.62 * cloud)
    study.lay(ones, sky, along_contours(fbm(size, (2.0, 5), rng, 3) + 4 * y), 0.1)
    shore = 0.43 + 0.006 * ridge(size, rng, 3)
    _far_bank(study, size, rng, palette, fx, fy, shore)
    _water(study, size, rng, palette, fx, fy)
    for sx, sy, tall in ((0.36, 0.50, 0.19), (0.47, 0.455, 0.085), (0.64, 0.47, 0.10)):
        _sail(study, size, palette, sx, sy, tall)
    _near_bank(study, size, rng, palette, fx, fy)
    return study


def _far_bank(
    study: Study, size: Size, rng: np.random.Generator, palette: Palette, fx: Array, fy: Array, shore: Array
) -> None:
    hills = 0.385 + 0.02 * ridge(size, rng, 1.5)
    study.lay(below(size, hills, 3), mix(palette[3], palette[9], 0.25), 0.1, 0.25)
    for _ in range(26):
        px, tall = rng.uniform(0.0, 1.0), rng.uniform(0.03, 0.085) * rng.choice([0.6, 1.0, 1.5])
        if abs(px - 0.47) < 0.09:
            tall *= 0.4
        wide = tall * rng.uniform(0.18, 0.45)
        r = np.hypot((fx - px) / wide, (fy - (0.43 - tall * 0.5)) / (tall * 0.62)) + 0.12 * noise(size, 30, rng)
        light = np.clip(0.5 - (fx - px) / wide * 0.5 - (fy - 0.40) / tall * 0.4 + 0.2 * noise(size, 40, rng), 0, 1)
        haze = mix(ramp([palette[5], palette[3], palette[4]], light), palette[1], 0.20)
        study.lay(smoothstep(1.05, 0.9, r), haze, 1.3, 0.6)
    strip = below(size, shore - 0.012, 2) * (1 - below(size, shore + 0.004, 2))
    study.lay(strip, mix(palette[7], palette[2], 0.4), 0.0, 0.7)
    for hx, wide, tall in ((0.80, 0.035, 0.035), (0.855, 0.025, 0.05), (0.16, 0.03, 0.03)):
        wall = ((np.abs(fx - hx) < wide) & (fy < 0.428) & (fy > 0.428 - tall)).astype(np.float32)
        study.lay(wall, mix(palette[12], palette[2], np.clip(0.5 + (fx - hx) / wide, 0, 1)), 1.57, 0.8)
        roof = ((np.abs(fx - hx) < wide * 1.1 * (fy - 0.428 + tall + 0.022) / 0.022) & (fy <= 0.428 - tall)).astype(
            float
        )
        study.lay(
            np.where(fy > 0.428 - tall - 0.022, roof, 0).astype(np.float32),
            mix(palette[10], palette[11], 0.5),
            0.3,
            0.8,
        )


def _water(study: Study, size: Size, rng: np.random.Generator, palette: Palette, fx: Array, fy: Array) -> None:
    """The far bank upside down, broken by ripples that widen towards us, and the blue of the sky."""
    rows, columns = study.detail.shape
    depth = np.clip(fy - 0.432, 0, 1)
    ripple = noise(size, (10, 70), rng) * 0.006 + noise(size, (4, 26), rng) * 0.012 * (0.3 + depth * 3)
    source_y = np.clip((0.432 - depth * 0.92 + ripple * (1 + depth * 3)) * rows, 0, rows - 1)
    source_x = np.clip(fx * columns + noise(size, (5, 60), rng) * 10 * depth, 0, columns - 1)
    mirrored = bilinear(study.lab, source_x, source_y)
    blue = ramp([palette[1], palette[6], palette[0], shifted(palette[6], -0.08)], depth / 0.45)
    lab = mix(mirrored, blue, np.clip(0.30 + depth * 1.1, 0, 0.8))
    crest = smoothstep(0.7, 1.6, noise(size, (7, 90), rng) + 0.5 * noise(size, (20, 200), rng))
    lab = mix(lab, palette[12], crest * 0.65 * np.exp(-(((fx - 0.5) / 0.30) ** 2)))
    dark = smoothstep(0.7, 1.5, noise(size, (8, 80), rng))
    lab = mix(lab, palette[9], dark * 0.28)
    study.lay(below(size, np.full(size[0], 0.432), 2), lab, 0.0 + 0.12 * noise(size, (6, 40), rng), 0.28)


def _sail(study: Study, size: Size, palette: Palette, x: float, y: float, tall: float) -> None:
    """A small boat with its reflection."""
    aspect = size[1] / size[0]
    w = tall * aspect
    main = np.array([[x, y - tall], [x + 0.50 * w, y - 0.14 * tall], [x, y - 0.10 * tall]])
    jib = np.array([[x - 0.02 * w, y - 0.93 * tall], [x - 0.02 * w, y - 0.12 * tall], [x - 0.33 * w, y - 0.12 * tall]])
    hull = np.array(
        [[x - 0.36 * w, y - 0.09 * tall], [x + 0.45 * w, y - 0.09 * tall], [x + 0.33 * w, y], [x - 0.26 * w, y]]
    )
    for points, colour in ((main, palette[12]), (jib, mix(palette[12], palette[10], 0.25)), (hull, palette[11])):
        flipped = points.copy()
        flipped[:, 1] = 2 * y - flipped[:, 1] * 1.0
        study.lay(polygon(size, flipped) * 0.45, np.broadcast_to(colour, study.lab.shape), 0.0, 0.5)
        study.lay(polygon(size, points), np.broadcast_to(colour, study.lab.shape), 1.35, 0.95)


def _near_bank(study: Study, size: Size, rng: np.random.Generator, palette: Palette, fx: Array, fy: Array) -> None:
    """Sunlit grass with the blue shadow of a tree, the tree's own crown over the top, two figures in the shade."""
    across = np.linspace(0, 1, size[0], dtype=np.float32)
    line = 0.66 + 0.26 * smoothstep(0.15, 0.85, across) + 0.010 * ridge(size, rng, 5)
    depth = fy - line[None, :]
    grass = ramp([palette[7], palette[7], palette[4], palette[8]], depth * 2.2 + 0.12 * noise(size, 6, rng))
    flowers = smoothstep(1.5, 1.8, noise(size, 55, rng))
    grass = mix(grass, palette[11], flowers * 0.8)
    grass = mix(grass, palette[12], smoothstep(1.55, 1.85, noise(size, 60, rng)) * 0.9)
    shade = smoothstep(-0.02, 0.05, fy - 0.80 + 0.10 * fx + 0.02 * noise(size, 9, rng))
    dark = ramp([palette[5], palette[8], palette[9]], 0.5 + 0.35 * noise(size, 10, rng))
    grass = mix(grass, dark, shade * 0.85)
    study.lay(below(size, line, 2), grass, -1.25 + 0.35 * noise(size, 8, rng), 0.42)
    trunk = smooth_curve(np.array([[0.02, 1.02], [0.075, 0.80], [0.082, 0.5], [0.06, 0.2], [0.10, -0.05], [0.15, -0.05],
                                   [0.115, 0.25], [0.122, 0.5], [0.132, 0.78], [0.175, 1.02]]), 160)  # fmt: skip
    bark = ramp(
        [palette[5], palette[9], palette[10]], np.clip((fx - 0.07) / 0.07 + 0.25 * noise(size, (40, 9), rng), 0, 1)
    )
    study.lay(polygon(size, trunk), bark, 1.5, 0.55)
    reach = np.hypot(fx * 1.05, fy * 1.25) + 0.06 * fbm(size, 6, rng, 5) + 0.035 * noise(size, 28, rng)
    crown = smoothstep(0.475, 0.44, reach) * (
        1 - smoothstep(1.0, 1.3, noise(size, 26, rng)) * smoothstep(0.12, 0.36, reach)
    )
    leaf = ramp([palette[5], palette[8], palette[4], palette[7]], 0.22 + 0.26 * fbm(size, 22, rng, 3) + reach * 0.5)
    study.lay(crown, leaf, -0.6 + 0.6 * noise(size, 9, rng), 0.55)
    _figures(study, size, palette, fx, fy)


def _figures(study: Study, size: Size, palette: Palette, fx: Array, fy: Array) -> None:
    """A woman under a parasol and a child beside her, seen from behind."""
    full = study.lab.shape
    dress = smooth_curve(np.array([[0.335, 0.700], [0.352, 0.700], [0.360, 0.745], [0.380, 0.865], [0.372, 0.885],
        [0.318, 0.885],
                                   [0.310, 0.865], [0.328, 0.745]]), 90, closed=True)  # fmt: skip
    fold = np.clip((fx - 0.31) / 0.07, 0, 1)
    study.lay(polygon(size, dress), ramp([palette[9], palette[11], palette[10]], 1 - fold), 1.45, 0.95)
    study.lay(disc(size, 0.344, 0.678, 0.0125), np.broadcast_to(shifted(palette[10], -0.02, 0.6), full), 0.5, 0.95)
    r = np.hypot((fx - 0.352) / 0.062, (fy - 0.648) / 0.055)
    parasol = ((r < 1) & (fy < 0.650 + 0.006 * np.cos((fx - 0.352) * 290))).astype(np.float32)
    study.lay(
        parasol, ramp([palette[10], palette[12], palette[12]], 0.5 - (fx - 0.352) / 0.10), along_contours(r), 0.95
    )
    child = smooth_curve(np.array([[0.415, 0.795], [0.426, 0.795], [0.438, 0.880], [0.434, 0.892], [0.404, 0.892],
        [0.402, 0.88]]),
                         60, closed=True)  # fmt: skip
    study.lay(polygon(size, child), ramp([palette[6], palette[12]], 1 - np.clip((fx - 0.40) / 0.035, 0, 1)), 1.5, 0.95)
    study.lay(disc(size, 0.4205, 0.776, 0.0095), np.broadcast_to(shifted(palette[10], 0.03, 0.8), full), 0.5, 0.95)
    hat = distance(size, 0.4205, 0.769)
    study.lay(smoothstep(0.0125, 0.0115, hat) * (fy < 0.771), np.broadcast_to(palette[7], full), 0.0, 0.95)

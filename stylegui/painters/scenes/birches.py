"""Birches in autumn by a pond, as a study for any painter that follows a direction."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted
from stylegui.painters.field import Size, bilinear, fbm, mix, noise, smoothstep
from stylegui.painters.study import Study, along_contours, below, frame, polygon, smooth_curve

SHORE = 0.685


def autumn_birches(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    """White trunks before a burning wood, and their image in still water.

    Palette: sky, light, far wood, gold, red, pale gold, green, bark, bark shade, dark, water.
    """
    study = Study.blank(size)
    fx, fy = frame(size)
    sun = 0.5 + rng.choice([-1, 1]) * rng.uniform(0.10, 0.20)
    glow = np.exp(-(((fx - sun) / 0.20) ** 2) - ((fy - 0.42) / 0.30) ** 2)
    sky = ramp([palette[0], palette[0], palette[1]], 0.2 + 0.9 * glow + 0.10 * noise(size, (3, 5), rng))
    study.lay(np.ones_like(fx), sky, 0.35 + 0.5 * np.sign(noise(size, 6, rng)), 0.1)
    _wood(study, size, rng, palette, sun)
    trunks = [(rng.uniform(0.02, 0.98), rng.uniform(0.006, 0.010), SHORE - 0.02, 0.45) for _ in range(9)]
    trunks += [(x + rng.normal(0, 0.02), w * rng.uniform(0.85, 1.2), SHORE + 0.03, 1.0)
               for x, w in ((0.10, 0.017), (0.19, 0.013), (0.37, 0.014), (0.68, 0.018), (0.76, 0.012),
                            (0.91, 0.020))]  # fmt: skip
    for x, wide, foot, near in trunks:
        _trunk(study, size, rng, palette, x, wide, foot, near)
    _crowns(study, rng, palette)
    _bank(study, size, rng, palette)
    _pond(study, size, rng, palette, sun)
    return study


def _wood(study: Study, size: Size, rng: np.random.Generator, palette: Palette, sun: float) -> None:
    """Far trees in haze, then a wall of foliage with the light behind it."""
    fx, fy = frame(size)
    far = 0.36 + 0.05 * noise((size[0], 4), 5, rng)[0] + 0.012 * noise((size[0], 4), 30, rng)[0]
    haze = mix(palette[2], palette[1], np.clip(0.75 * np.exp(-(((fx - sun) / 0.22) ** 2)), 0, 1))
    study.lay(below(size, far, 3), haze, 1.4, 0.2)
    for base, amount, shade in ((0.30, 0.06, 0.25), (0.46, 0.05, 0.0)):
        line = base + 0.10 * np.exp(-(((fx[0] - sun) / 0.15) ** 2)) + amount * noise((size[0], 4), 6, rng)[0]
        line = line + 0.018 * noise((size[0], 4), 28, rng)[0]
        clump = fbm(size, (9, 12), rng, 3) + 0.6 * np.exp(-(((fx - sun) / 0.25) ** 2))
        tone = 0.46 + 0.20 * clump - 0.4 * np.clip(fy - base, 0, 1)
        leaf = ramp([palette[9], palette[6], palette[4], palette[3], palette[3], palette[5]], tone)
        leaf = mix(leaf, palette[2], shade)
        study.lay(below(size, line, 3), leaf, 0.8 * np.sign(noise(size, 14, rng)) + 0.5 * noise(size, 5, rng), 0.42)


def _trunk(
    study: Study, size: Size, rng: np.random.Generator, palette: Palette, x: float, wide: float, foot: float,
    near: float,
) -> None:  # fmt: skip
    fx, fy = frame(size)
    sway = rng.normal(0, 0.018, 4)
    rows = np.array([foot, 0.45, 0.22, -0.05])
    middle = smooth_curve(np.stack([x + np.cumsum(sway) * 0.8, rows], axis=1), 60)
    edge = np.stack([wide * np.linspace(1.25, 0.55, 60), np.zeros(60)], axis=1)
    mask = polygon(size, np.vstack([middle + edge, (middle - edge)[::-1]]), 1)
    across = (fx - np.interp(fy, middle[::-1, 1], middle[::-1, 0])) / wide
    scars = smoothstep(0.75, 1.25, noise(size, (9, 60), rng)) + smoothstep(1.2, 1.6, noise(size, (30, 110), rng))
    bark = ramp([palette[7], palette[7], palette[8], mix(palette[8], palette[9], 0.5)], 0.42 + 0.45 * across)
    bark = mix(bark, palette[9], np.clip(scars, 0, 1) * 0.85 * near)
    study.lay(mask, mix(bark, palette[2], 0.5 * (1 - near)), 1.5, 0.62 + 0.2 * near)
    if near < 1:
        return
    for _ in range(5):
        at = middle[int(rng.integers(18, 54))]
        way, reach = rng.choice([-1, 1]), rng.uniform(0.05, 0.12)
        tip = at + np.array([way * reach, -reach * rng.uniform(0.7, 1.5)])
        curve = smooth_curve(np.array([at, (at + tip) / 2 + [0, 0.012], tip]), 20)
        thin = np.stack([0.0022 * np.linspace(1.2, 0.4, 20), np.zeros(20)], axis=1)
        study.lay(polygon(size, np.vstack([curve + thin, (curve - thin)[::-1]]), 1), palette[9], 1.2 * way, 0.85)


def _crowns(study: Study, rng: np.random.Generator, palette: Palette) -> None:
    """Loose leaves over the upper half, thicker at the sides."""
    for _ in range(340):
        x = rng.uniform(0, 1) if rng.random() < 0.35 else np.clip(rng.choice([0.08, 0.9]) + rng.normal(0, 0.13), 0, 1)
        y = abs(rng.normal(0.02, 0.19))
        reach = rng.uniform(0.008, 0.022)
        part, px, py = study.part(float(x), y, reach * 1.6, reach * 1.6)
        if not px.size:
            continue
        turn = rng.normal(0.6, 0.7)
        u, v = px * np.cos(turn) + py * np.sin(turn), -px * np.sin(turn) + py * np.cos(turn)
        colour = shifted(palette[int(rng.choice([3, 3, 5, 4, 4, 6]))], rng.normal(0, 0.04))
        part.lay(smoothstep(1.1, 0.8, np.hypot(u / reach, v / (0.6 * reach))), colour, turn, 0.72)


def _bank(study: Study, size: Size, rng: np.random.Generator, palette: Palette) -> None:
    _, fy = frame(size)
    line = SHORE - 0.045 + 0.014 * noise((size[0], 4), 7, rng)[0] + 0.006 * noise((size[0], 4), 40, rng)[0]
    tone = 0.62 + 0.22 * noise(size, (12, 9), rng) - 4.0 * (fy - SHORE + 0.03)
    litter = ramp([palette[9], palette[8], palette[4], palette[3], palette[5]], tone)
    study.lay(below(size, line, 2), litter, 0.25 * noise(size, 9, rng), 0.62)


def _pond(study: Study, size: Size, rng: np.random.Generator, palette: Palette, sun: float) -> None:
    """The wood upside down, drawn out by ripples, with leaves afloat."""
    fx, fy = frame(size)
    rows, columns = fx.shape
    shore = SHORE + 0.012 * noise((size[0], 4), 3, rng)[0]
    depth = np.clip(fy - shore[None, :], 0, 1)
    ripple = noise(size, (5, 46), rng) * 0.010 * (0.4 + 5 * depth) + noise(size, (12, 110), rng) * 0.004
    mirrored = bilinear(
        study.lab, fx * columns + noise(size, (4, 70), rng) * columns * 0.012 * (0.2 + 3 * depth),
        np.clip((shore[None, :] - depth * 1.55 + ripple) * rows, 0, rows - 1),
    )  # fmt: skip
    lab = mix(mirrored, ramp([palette[10], palette[9]], depth * 2.0), np.clip(0.22 + 0.9 * depth, 0, 0.62))
    streak = smoothstep(0.75, 1.4, noise(size, (5, 60), rng)) * np.exp(-(((fx - sun) / 0.22) ** 2))
    lab = mix(lab, palette[1], 0.75 * streak)
    upright = np.where(noise(size, (9, 14), rng) > 0.35, 1.5, 0.02 * noise(size, 8, rng))
    study.lay(below(size, shore, 2), lab, upright, 0.45)
    for _ in range(70):
        x, y = rng.uniform(0, 1), SHORE + 0.02 + 0.30 * rng.random() ** 0.8
        reach = 0.004 + 0.020 * (y - SHORE)
        part, px, py = study.part(x, y, reach * 2.4, reach)
        if px.size:
            shape: Array = np.hypot(px / (1.9 * reach), py / (0.55 * reach))
            part.lay(smoothstep(1.1, 0.8, shape), palette[int(rng.choice([3, 4, 5]))], along_contours(py), 0.8)

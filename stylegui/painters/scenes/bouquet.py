"""Flowers in a vase on a table, as a study for any painter that follows a direction."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Palette, ramp, shifted
from stylegui.painters.field import Size, mix, noise, smoothstep
from stylegui.painters.study import Study, along_contours, frame, polygon, smooth_curve


def bouquet(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    """Big daisies and sunflowers crowded in a glazed jar.

    Palette: wall, wall light, table, table light, petal, petal light, petal deep, heart, leaf, dark leaf, jar, jar
    light.
    """
    study = Study.blank(size)
    fx, fy = frame(size)
    weave = noise(size, 3, rng)
    wall = ramp(
        [shifted(palette[0], -0.05), palette[0], palette[1]], 0.50 + 0.22 * weave - 0.5 * (fy - 0.3) + 0.3 * (0.5 - fx)
    )
    patch = np.sign(np.sin(9 * fx + 2 * noise(size, 2, rng)) * np.sin(11 * fy + 2 * noise(size, 2, rng)))
    study.lay(np.ones_like(fx), wall, 0.75 * patch + 0.2 * weave, 0.30)
    edge = 0.755
    table = ramp([palette[2], palette[2], palette[3]], 0.5 + 0.25 * noise(size, (3, 12), rng) + 0.5 * (fy - 0.85))
    study.lay(smoothstep(edge - 0.002, edge + 0.002, fy), table, 0.06 * noise(size, 4, rng), 0.3)
    study.lay(smoothstep(0.006, 0.002, np.abs(fy - edge)), palette[9], 0.0, 0.7)
    middle = 0.5 + rng.normal(0, 0.012)
    _jar(study, size, rng, palette, middle)
    heads = _places(rng, middle)
    for x, y, _, _ in heads:
        _stem(study, size, rng, palette, middle, x, y)
    for _ in range(26):
        x, y = middle + np.clip(rng.normal(0, 0.17), -0.3, 0.3), rng.uniform(0.22, 0.60)
        _leaf(study, rng, palette, x, y, np.arctan2(y - 0.60, x - middle) + rng.normal(0, 0.5))
    for x, y, radius, kind in heads:
        _head(study, rng, palette, x, y, radius, kind)
    for x, y in ((middle + rng.choice([-1, 1]) * 0.27, 0.90), (middle - 0.1, 0.955)):
        for _ in range(5):
            _petal(study, rng, palette, x + rng.normal(0, 0.03), y + rng.normal(0, 0.01))
    return study


def _places(rng: np.random.Generator, middle: float) -> list[tuple[float, float, float, int]]:
    """Where the heads sit, from the back to the front: x, y in sides, radius in long sides, kind."""
    spots = [(-0.25, 0.20), (0.02, 0.13), (0.25, 0.19), (-0.12, 0.27), (0.14, 0.29), (-0.31, 0.40), (0.32, 0.38),
             (0.00, 0.40), (-0.17, 0.50), (0.18, 0.51), (0.02, 0.575)]  # fmt: skip
    heads = []
    for k, (dx, y) in enumerate(spots):
        kind = int(rng.choice([0, 0, 1, 2]))
        radius = (0.090 if kind < 2 else 0.07) * rng.uniform(0.82, 1.15) * (1.08 if 6 < k < 10 else 1.0)
        heads.append((middle + dx + rng.normal(0, 0.015), y + rng.normal(0, 0.012), radius, kind))
    return heads


def _jar(study: Study, size: Size, rng: np.random.Generator, palette: Palette, x: float) -> None:
    fx, fy = frame(size)
    half = np.array([[0.075, 0.575], [0.080, 0.60], [0.125, 0.665], [0.145, 0.74], [0.125, 0.83], [0.088, 0.875]])
    outline = np.vstack([half * [1, 1] + [x, 0], half[::-1] * [-1, 1] + [x, 0]])
    curve = np.vstack([smooth_curve(outline[:6], 60), smooth_curve(outline[6:], 60)])
    shadow = np.hypot((fx - x - 0.12) / 0.22, (fy - 0.872) / 0.035)
    study.lay(smoothstep(1.15, 0.8, shadow), mix(palette[2], palette[9], 0.6), 0.0, 0.5)
    mask = polygon(size, curve, 1)
    bulge = (fx - x) / 0.14
    band = smoothstep(-0.003, 0.003, fy - 0.715 + 0.010 * bulge**2)
    light = np.clip(0.55 - 0.55 * bulge + 0.06 * noise(size, 9, rng), 0, 1)
    upper = ramp([palette[9], palette[10], palette[10], palette[11]], light)
    lower = ramp([shifted(palette[2], -0.18), palette[3], palette[11]], light)
    study.lay(mask, mix(lower, upper, band), 1.57 + 0.9 * bulge * (fy - 0.72) * 6, 0.75)
    study.lay(mask * smoothstep(0.006, 0.002, np.abs(fy - 0.715 + 0.010 * bulge**2)), palette[9], 0.1 * bulge, 0.95)
    gleam = np.hypot((fx - x + 0.065) / 0.016, (fy - 0.67) / 0.035)
    study.lay(smoothstep(1.2, 0.7, gleam), palette[5], 1.4, 0.95)


def _stem(
    study: Study, size: Size, rng: np.random.Generator, palette: Palette, middle: float, x: float, y: float
) -> None:
    knots = np.array([[middle + (x - middle) * 0.15, 0.60], [middle + (x - middle) * 0.6, (0.60 + y) / 2], [x, y]])
    curve = smooth_curve(knots, 30)
    side = np.array([0.0055 * max(size) / size[0], 0.0])
    study.lay(
        polygon(size, np.vstack([curve + side, curve[::-1] - side]), 1),
        shifted(palette[8], rng.normal(0, 0.05)),
        1.4,
        0.85,
    )


def _leaf(
    study: Study, rng: np.random.Generator, palette: Palette, x: float, y: float, turn: float
) -> None:  # fmt: skip
    """A heart-shaped leaf with a light side and a dark one."""
    long = rng.uniform(0.05, 0.095)
    part, px, py = study.part(x, y, long, long)
    if not px.size:
        return
    u = (px * np.cos(turn) + py * np.sin(turn)) / long + 0.1
    v = (-px * np.sin(turn) + py * np.cos(turn)) / long
    half = 0.42 * np.clip(1 - np.abs(u) ** 1.7, 0, 1) * (1 - 0.45 * u)
    inside = smoothstep(0.04, -0.04, np.abs(v + 0.12 * u * u) - half)
    tone = 0.5 + 0.9 * v + 0.25 * np.sin(22 * (u + np.abs(v)))
    colours = [palette[9], palette[8], palette[8], mix(palette[8], palette[5], 0.5)]
    part.lay(inside, ramp(colours, tone), turn + 0.7 * np.sign(v), 0.8)
    part.lay(inside * smoothstep(0.05, 0.02, np.abs(v)), mix(palette[8], palette[5], 0.6), turn, 0.95)


def _head(
    study: Study, rng: np.random.Generator, palette: Palette, x: float, y: float, radius: float, kind: int
) -> None:
    """A flower seen a little from the side: two rows of petals (kind 0, 1) or a shaggy double one (kind 2)."""
    part, px, py = study.part(x, y, radius * 1.35, radius * 1.35)
    if not px.size:
        return
    lean, tilt = rng.uniform(0, np.pi), rng.uniform(0.72, 1.0)
    u, v = px * np.cos(lean) + py * np.sin(lean), (-px * np.sin(lean) + py * np.cos(lean)) / tilt
    r, turn = np.hypot(u, v) / radius, np.arctan2(v, u)
    radial = np.arctan2(py, px).astype(np.float32)
    local = (px.shape[1], px.shape[0])
    wob = 0.05 * noise(local, 6, rng)
    rows = (
        [(15, 1.0, -0.10), (13, 0.80, 0.0)]
        if kind < 2
        else [(21, 1.0, -0.1), (19, 0.82, -0.04), (15, 0.62, 0.02), (11, 0.44, 0.06)]
    )
    for petals, reach, lift in rows:
        beat = turn * petals / 2 + rng.uniform(0, 6)
        tip = reach * (0.70 + 0.30 * np.abs(np.cos(beat)) ** 0.6) * (1 + 0.08 * np.sin(3 * turn + rng.uniform(0, 6)))
        fold = np.abs(np.cos(beat))
        light = np.clip(0.20 + 0.55 * fold**1.5 + 0.25 * r - 0.35 * (px + py) / radius * 0.7 + lift, 0, 1)
        first = (
            [palette[6], palette[4], palette[4], palette[5]]
            if kind != 1
            else [palette[6], palette[6], palette[4], palette[4]]
        )
        part.lay(smoothstep(0.03, -0.03, r - tip + wob), ramp(first, light), radial, 1.0)
    if kind < 2:
        eye = r / rng.uniform(0.36, 0.46) + wob
        spots = 0.5 + 0.5 * np.sin(34 * r + 0.3) * np.sin(9 * turn + 20 * r)
        heart = ramp(
            [palette[9], palette[7], mix(palette[7], palette[6], 0.7)], 0.25 + 0.45 * spots - 0.4 * (px + py) / radius
        )
        part.lay(smoothstep(1.06, 0.94, eye), heart, along_contours(r), 1.0)
        part.lay(smoothstep(0.5, 0.3, eye), mix(palette[8], palette[9], 0.3), along_contours(r), 1.0)


def _petal(study: Study, rng: np.random.Generator, palette: Palette, x: float, y: float) -> None:
    """One that fell on the table."""
    part, px, py = study.part(x, y, 0.03, 0.03)
    turn = rng.uniform(0, np.pi)
    u, v = px * np.cos(turn) + py * np.sin(turn), -px * np.sin(turn) + py * np.cos(turn)
    part.lay(smoothstep(1.1, 0.85, np.hypot(u / 0.016, v / 0.006)), shifted(palette[4], rng.normal(0, 0.05)), turn, 1.0)

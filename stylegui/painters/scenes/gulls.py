"""Gulls over a breaking sea at sunrise, for a linocut.

Palette: paper, key ink, sun, sky, water.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import blurred, fbm, grid, noise, smoothstep
from stylegui.painters.marks.gouge import Cut
from stylegui.painters.study import below, distance, frame, polygon, ridge, smooth_curve

Blocks = list[tuple[Array, int, float]]  # mask, place in the palette, how well it covers


def gulls_at_sunrise(cut: Cut) -> Blocks:
    """Cut the key block and give the colour blocks in printing order."""
    size = cut.size
    side = float(cut.rng.choice([-1, 1]))
    sun_x, sun_y, sun_r = 0.5 + side * 0.17, 0.36, 0.125
    sun = distance(size, sun_x, sun_y)
    _sky(cut, sun_x, sun_y, sun_r)
    water = _sea(cut, sun_x, side)
    birds = _birds(cut, side)
    sea = water * (1 - cut.foam) * (1 - birds)
    air = (1 - water) * (1 - birds)
    disc = smoothstep(sun_r + 0.001, sun_r - 0.001, sun) * air
    halo = smoothstep(sun_r * 3.4, sun_r * 1.2, sun + 0.004 * noise(size, 9, cut.rng)) * air * (1 - disc)
    fx, fy = frame(size)
    glitter = smoothstep(0.25, 0.0, np.abs(fx - sun_x)) * smoothstep(0.60, 0.66, fy) * sea
    glitter = glitter * smoothstep(0.2, 0.6, noise(size, (9, 60), cut.rng))
    return [(halo, 3, 0.9), (disc, 2, 0.95), (sea, 4, 0.94), (glitter, 3, 0.75)]


def _sky(cut: Cut, sun_x: float, sun_y: float, sun_r: float) -> None:
    """Rays that thin out from the sun, crossed by two banks of cloud."""
    size, rng = cut.size, cut.rng
    x, y = grid(size)
    fx, fy = frame(size)
    aspect = size[1] / max(size)
    turn = np.arctan2(y - sun_y * aspect, x - sun_x * size[0] / max(size))
    r = distance(size, sun_x, sun_y)
    rays = 0.95 - smoothstep(sun_r * 1.1, 0.72, r) * 0.62 + 0.08 * noise(size, 5, rng)
    sky = cut.lines(turn / (2 * np.pi) * 132 + 0.10 * noise(size, 4, rng), rays, r * 5.5, 0.8)
    ring = np.floor((r - sun_r * 1.08) / 0.022)
    near = cut.lines((r - sun_r) / 0.0105, 0.9 - 0.10 * ring, turn * 3.0, 0.5)
    cut.ink = np.where(r < sun_r * 1.42, near, sky)
    cut.ink *= smoothstep(sun_r * 1.03, sun_r * 1.05, r)
    for base, thick, x0, x1 in ((0.17, 0.050, -0.1, 0.50), (0.27, 0.035, 0.55, 1.15), (0.10, 0.03, 0.58, 0.92)):
        centre, half = (x0 + x1) / 2, (x1 - x0) / 2
        lobe = np.sqrt(np.clip(1 - ((fx - centre) / half) ** 2, 0, 1))
        puff = 0.55 + 0.45 * np.abs(np.sin((fx - x0) * 26 + 2.2 * noise(size, (4, 1.2), rng)))
        upper, lower = base - thick * lobe * puff * 1.3, base + thick * 0.5 * lobe
        inside = ((fy > upper) & (fy < lower)).astype(np.float32)
        rise = (fy - upper) / np.maximum(lower - upper, 1e-4)
        hatch = cut.lines((fy - upper * 0.75) / 0.0085, 1.05 - rise * 0.75, fx * 9, 0.7)
        rim = blurred(inside, max(size) / 640)
        cut.put(inside, hatch)
        cut.ink = np.maximum(cut.ink, ((rim > 0.25) & (rim < 0.72)).astype(np.float32))


def _sea(cut: Cut, sun_x: float, side: float) -> Array:
    """Rows of waves that grow towards us; the crests break white. Returns the mask of the water."""
    size, rng = cut.size, cut.rng
    fx, fy = frame(size)
    across = fx[0]
    horizon = 0.585
    flat = below(size, np.full(size[0], horizon, np.float32), 2)
    glitter = np.exp(-(((fx - sun_x) / (0.05 + 0.5 * np.clip(fy - horizon, 0, 1))) ** 2))
    cut.put(
        flat,
        cut.lines((fy - horizon) / 0.0075, 0.18 + 0.75 * glitter + 0.12 * noise(size, (5, 30), rng), fx * 11, 0.95),
    )
    rows = 7
    for k in range(rows):
        if k == 2:
            _rocks(cut, side)
        t = k / (rows - 1)
        base = horizon + 0.030 + 0.335 * t**1.35
        tall = 0.012 + 0.088 * t**1.15
        count = 9.0 - 6.0 * t
        drift = rng.uniform(0, 1) + 0.05 * ridge(size, rng, 3)
        cycle = across * count + drift
        share = cycle - np.floor(cycle)
        lean = np.where(
            share < 0.70, np.sin(share / 0.70 * np.pi / 2) ** 2.6, 0.5 + 0.5 * np.cos((share - 0.70) / 0.30 * np.pi)
        )
        gain = 0.78 + 0.22 * np.sin(cycle * 1.3 + k * 2.1)
        crest = base - tall * lean * gain + 0.004 * t * ridge(size, rng, 20)
        body = below(size, crest, 2)
        depth = np.clip(fy - crest[None, :], 0, None)
        rise = np.gradient(lean, across)[None, :] * tall
        flow = depth / (0.0085 + 0.006 * t) + 0.25 * rise * 3
        face = (
            0.22
            + 0.42 * np.exp(-depth / (0.03 + 0.03 * t))
            + 0.25 * smoothstep(0.0, 0.04, -np.gradient(lean, across) / 40)[None, :]
            + 0.1 * noise(size, 6, rng)
        )
        face = face + 0.35 * np.exp(-(((fx - sun_x) / 0.16) ** 2)) * (1 - t)
        ink = cut.lines(flow, face, fx * (10 - 5 * t), 0.95)
        foam_edge = (0.010 + 0.042 * t) * np.clip(lean * 1.5 - 0.35, 0, 1) * gain
        fingers = foam_edge[None, :] * (0.65 + 0.6 * np.abs(np.sin(fx * (90 - 40 * t) + 2.6 * noise(size, 16, rng))))
        foam = smoothstep(0.0015, -0.0015, depth - fingers)
        spots = smoothstep(1.5, 1.6, noise(size, 120 - 40 * t, rng))
        ink = np.maximum(ink * (1 - foam), foam * spots)
        outline = smoothstep(0.0020 + 0.0016 * t, 0.0008, depth) * below(size, crest - 0.002, 2)
        edge = smoothstep(0.0022 + 0.001 * t, 0.0006, np.abs(depth - fingers)) * (foam_edge[None, :] > 0.004)
        cut.put(body, np.maximum(ink, np.maximum(outline, edge)))
        cut.foam = cut.foam * (1 - body) + foam * body
        if t > 0.4:
            for _ in range(int(26 * t)):
                place = rng.uniform(0, 1)
                column = int(place * (size[0] - 1))
                if lean[column] > 0.6:
                    up = crest[column] - abs(rng.normal(0, 0.02)) - 0.006
                    spot = distance(size, place + rng.normal(0, 0.008), up)
                    cut.ink *= smoothstep(0.0, 0.0012, spot - rng.uniform(0.001, 0.0034))
    return flat


def _rocks(cut: Cut, side: float) -> None:
    """A dark stack against the light, with a lit edge cut in hatching."""
    size, rng = cut.size, cut.rng
    fx, fy = frame(size)
    centre = 0.5 - side * 0.34
    profile = np.array([[-0.21, 0.76], [-0.165, 0.575], [-0.12, 0.54], [-0.105, 0.44], [-0.06, 0.405], [-0.035, 0.325],
                        [0.0, 0.305], [0.03, 0.36], [0.042, 0.45], [0.075, 0.50], [0.10, 0.585], [0.155, 0.63],
                        [0.21, 0.76]])  # fmt: skip
    points = profile * np.array([side, 1.0]) + np.array([centre, 0.0]) + rng.normal(0, 0.006, profile.shape)
    line = np.concatenate([smooth_curve(points, 260) + rng.normal(0, 0.0014, (260, 2))])
    mask = polygon(size, line, 1)
    lean = (fx - centre) * side
    light = np.clip(0.16 + 3.0 * lean + 0.30 * fbm(size, 7, rng, 4), 0.0, 0.85)
    hatch = cut.lines((fy + lean * 0.9 + 0.012 * fbm(size, 10, rng, 3)) / 0.0088, light, (fx - fy) * 14, 0.95)
    wash = 0.74 + 0.010 * np.sin(fx * 70) + 0.012 * noise(size, 20, rng)
    cut.put(mask * smoothstep(0.003, -0.003, fy - wash), hatch)
    rim = blurred(mask, max(size) / 700)
    halo = ((rim > 0.04) & (rim < 0.42) & (fy < 0.8)).astype(np.float32)
    cut.ink *= 1 - halo


def _birds(cut: Cut, side: float) -> Array:
    """Gulls with spread wings: white with a black key, the near ones large. Returns where they are."""
    size, rng = cut.size, cut.rng
    stretch = size[0] / size[1]
    flock = [(0.40, 0.285, 0.20, 0.15), (0.27, 0.215, 0.085, -0.2), (0.60, 0.45, 0.06, 0.1), (0.16, 0.13, 0.05, -0.1),
             (0.86, 0.13, 0.07, 0.25), (0.92, 0.30, 0.04, 0.0), (0.73, 0.20, 0.034, -0.15)]  # fmt: skip
    upper = np.array([[-1.0, -0.10], [-0.72, -0.40], [-0.42, -0.36], [-0.12, -0.06], [0.0, -0.05], [0.12, -0.06],
                      [0.42, -0.36], [0.72, -0.40], [1.0, -0.10]])  # fmt: skip
    lower = np.array([[0.70, -0.22], [0.42, -0.15], [0.16, 0.06], [0.10, 0.16], [0.0, 0.34], [-0.10, 0.16],
        [-0.16, 0.06],
                      [-0.42, -0.15], [-0.70, -0.22]])  # fmt: skip
    outline = np.vstack([smooth_curve(upper, 60), smooth_curve(lower, 60)])
    taken = np.zeros_like(cut.ink)
    for bx, by, span, tilt in flock:
        x = bx if side > 0 else 1 - bx
        c, s = np.cos(tilt * side), np.sin(tilt * side)
        shape = outline * np.array([1.0, rng.uniform(0.8, 1.15)])
        turned = np.stack([shape[:, 0] * c - shape[:, 1] * s, shape[:, 0] * s + shape[:, 1] * c], axis=1) * span / 2
        place = turned * np.array([1.0, stretch]) + np.array([x, by])
        mask = polygon(size, place, 1)
        grown = blurred(mask, max(size) / 560)
        taken = np.maximum(taken, mask)
        cut.ink = np.where(
            grown > 0.06, np.where(mask > 0.5, 0.0, np.maximum(cut.ink * 0, (grown > 0.13) * 1.0)), cut.ink
        )
        tips = (mask > 0.5) & (distance(size, x, by) > span * 0.40)
        cut.ink = np.where(tips, 1.0, cut.ink).astype(np.float32)
        fx, fy = frame(size)
        feathers = cut.lines((fx - x) / span * 34, 0.80 + 0 * fx, (fy - by) * 12 / span * 0.1, 0.0)
        trailing = (mask > 0.5) & (polygon(size, place + np.array([0, -span * 0.055 * stretch]), 1) < 0.5)
        cut.ink = np.where(trailing, np.maximum(cut.ink, feathers), cut.ink).astype(np.float32)
    return taken

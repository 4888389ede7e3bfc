"""Two koi circling one another among lily leaves."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Palette, ramp, shifted
from stylegui.painters.field import Size, fbm, grid, mix, noise, smoothstep
from stylegui.painters.scenes.living_forms import (
    BLOSSOM,
    DARK,
    DEEP,
    FINGERS,
    FOAM,
    GOLD,
    GRAIN,
    LEAF,
    WARM,
    WATER,
    WHITE,
    Region,
    soft,
)


def koi(size: Size, rng: np.random.Generator, palette: Palette) -> list[Region]:
    """Two koi circling one another among lily leaves; the water's lines close round them."""
    x, y = grid(size)
    wide, tall = size[0] / max(size), size[1] / max(size)
    cx, cy = wide / 2 + rng.normal(0, 0.01), tall / 2 + rng.normal(0, 0.01)
    r = np.hypot(x - cx, y - cy)
    turn = float(rng.choice([-1, 1]))
    a = np.arctan2(y - cy, x - cx)
    bend = 0.020 * noise(size, 3, rng) + 0.008 * noise(size, 8, rng)
    swirl = (r + bend) / GRAIN / 1.15 + turn * a * 2 / (2 * np.pi)
    deep = ramp([palette[WATER], palette[DEEP]], np.clip(r * 1.7 - 0.1 + 0.10 * fbm(size, 3, rng, 3), 0, 1))
    crest = mix(mix(palette[WATER], palette[FOAM], 0.42), deep, np.clip(r * 1.3 - 0.25, 0, 0.75))
    regions = [Region(np.ones_like(x), crest, deep, coarse=1.15, phase=swirl)]
    spots = [(0.06, 0.10, 0.15), (0.97, 0.90, 0.16), (0.93, 0.10, 0.085), (0.10, 0.92, 0.10), (0.24, 0.02, 0.07)]
    for fx, fy, radius in spots:
        regions += _leaf(size, rng, palette, fx * wide, fy * tall, radius * rng.uniform(0.9, 1.1))
    radius = min(wide, tall) * 0.300
    start = rng.uniform(0, 2 * np.pi)
    for half in (0, 1):
        regions += _fish(size, rng, palette, (cx, cy), radius, start + np.pi * half, turn, half)
    return regions


def _leaf(size: Size, rng: np.random.Generator, palette: Palette, cx: float, cy: float, radius: float) -> list[Region]:
    """A lily leaf with a notch, ribbed from its middle, and perhaps a blossom on it."""
    x, y = grid(size)
    r, a = np.hypot(x - cx, y - cy), np.arctan2(y - cy, x - cx)
    notch = rng.uniform(-np.pi, np.pi)
    apart = np.abs((a - notch + np.pi) % (2 * np.pi) - np.pi)
    mask = soft(size, r - radius * (1 + 0.03 * np.sin(5 * a + notch))) * smoothstep(0.10, 0.16, apart)
    ribs = max(6, round(2 * np.pi * radius * 0.55 / GRAIN / 0.8))
    light = mix(palette[LEAF], palette[GOLD], np.clip(0.32 * (1 - r / radius), 0, 1))
    regions = [Region(mask, light, shifted(palette[LEAF], -0.17), *FINGERS, coarse=0.8, phase=a * ribs / (2 * np.pi),
        swell=0.012 * np.clip(1 - (r / radius) ** 4, 0, 1))]  # fmt: skip
    if radius > 0.09 and rng.random() < 0.8:
        bx, by = cx + 0.35 * radius * np.cos(notch + 2.5), cy + 0.35 * radius * np.sin(notch + 2.5)
        far, way = np.hypot(x - bx, y - by), np.arctan2(y - by, x - bx)
        for ring, (count, reach) in enumerate(((9, 0.62), (7, 0.44), (5, 0.26))):
            share = way * count / (2 * np.pi) + 0.5 * ring
            fold = (share - np.rint(share)) * 2 * np.pi / count
            u, v = far * np.cos(fold) / (radius * reach), far * np.sin(fold) / (radius * reach)
            gap = (np.hypot((u - 0.55) / 0.48, v / (0.20 * (1.2 - np.clip(u, 0, 1)))) - 1) * radius * reach * 0.2
            petal = mix(palette[WHITE], palette[BLOSSOM], np.clip(u * 0.9 + 0.1 * ring, 0, 1))
            rise = 0.010 + 0.006 * ring - 0.090 * np.clip(v, -1, 1) ** 2
            regions.append(Region(soft(size, gap), petal, petal, carve=0.0, edge=0.55, swell=rise))
        heart = np.hypot(x - bx, y - by)
        regions.append(Region(soft(size, heart - radius * 0.10), palette[GOLD], palette[WARM], carve=0.3, swell=0.03))
    return regions


def _fish(
    size: Size, rng: np.random.Generator, palette: Palette, centre: tuple[float, float], radius: float,
    start: float, turn: float, kind: int,
) -> list[Region]:  # fmt: skip
    """One koi along an arc about `centre`: u runs from nose to tail, v across (long sides)."""
    x, y = grid(size)
    dx, dy = x - centre[0], y - centre[1]
    span = 2.25
    a = (turn * (np.arctan2(dy, dx) - start)) % (2 * np.pi)
    a = np.where(a > 2 * np.pi - 0.7, a - 2 * np.pi, a)
    u = a / span
    sway = 0.012 * np.sin(u * 6)
    v = np.hypot(dx, dy) - radius - sway
    length = span * radius
    half = length * np.interp(u, [-0.02, 0.0, 0.03, 0.08, 0.16, 0.30, 0.50, 0.70, 0.84, 0.90],
                              [0.0, 0.036, 0.070, 0.100, 0.128, 0.142, 0.124, 0.078, 0.042, 0.034])  # fmt: skip
    regions = []
    tail_share = np.clip((u - 0.84) / 0.26, 0, 1)
    fan = length * (0.034 + 0.145 * tail_share**0.8)
    lobe = u - 0.84 - 0.25 * (0.70 + 0.30 * np.abs(v) / np.maximum(fan, 1e-4))
    tail = soft(size, np.maximum(np.maximum(np.abs(v) - fan, lobe * length), (0.84 - u) * length))
    fin_light, fin_dark = mix(palette[WHITE], palette[WARM], 0.25), mix(palette[WARM], palette[DARK], 0.25)
    rays = v / np.maximum(fan, 1e-4) * 4.2
    regions.append(Region(tail, fin_light, fin_dark, *FINGERS, coarse=0.8, phase=rays, swell=0.006))
    for at, side, reach in ((0.23, 1, 0.215), (0.23, -1, 0.215), (0.56, 1, 0.120), (0.56, -1, 0.120)):
        pu, pv = (u - at) * length, side * v - length * 0.085
        way = np.arctan2(pv, pu)
        far = np.hypot(pu, pv)
        gap = np.maximum(far - length * reach * (1 - 0.10 * np.cos(9 * way)), (np.abs(way - 0.80) - 0.52) * far)
        regions.append(Region(soft(size, gap), fin_light, fin_dark, *FINGERS, coarse=0.8, phase=way * 3.4, swell=0.004))
    body = soft(size, np.maximum(np.abs(v) - half, (u - 0.90) * length))
    round_ = np.sqrt(np.clip(1 - (v / np.maximum(half, 1e-4)) ** 2, 0, 1))
    patch = smoothstep(
        -0.10,
        0.10,
        np.sin(u * 11 + 2.2 * kind + rng.uniform(0, 1)) * 0.7 + 0.5 * noise(size, 7, rng) + 0.35 * round_ - 0.3,
    )
    patch = patch * smoothstep(0.02, 0.05, u)
    base = (palette[WARM], palette[GOLD])[kind]
    skin = mix(palette[WHITE], base, patch)
    ink = smoothstep(0.95, 1.15, noise(size, 9, rng)) * (u > 0.15)
    skin = mix(skin, palette[DARK], 0.9 * ink)
    belly = 0.30 * round_ * half / length
    scales = (u * length + 0.35 * np.abs(v)) / GRAIN / 0.8
    regions.append(Region(body, skin, shifted(skin, -0.20, 1.1), coarse=0.8, phase=scales, swell=belly, carve=0.85))
    head = body * smoothstep(0.155, 0.145, u)
    regions.append(Region(head, skin, skin, carve=0.0, edge=0.25, swell=belly + 0.002))
    fin = soft(
        size, np.maximum(np.abs(v - 0.004) - length * 0.017 * np.sin(np.pi * np.clip((u - 0.32) / 0.36, 0, 1)), 0)
    )
    fin = fin * (u > 0.32) * (u < 0.68)
    regions.append(Region(fin, fin_light, fin_dark, *FINGERS, coarse=0.8, phase=u * 26, swell=0.055))
    for side in (-1, 1):
        eye = np.hypot((u - 0.070) * length, v - side * length * 0.076)
        regions.append(Region(soft(size, eye - length * 0.0155), palette[DARK], palette[DARK], carve=0.0, swell=0.06))
    return regions

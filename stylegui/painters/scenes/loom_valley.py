"""A landscape for the loom: a river winds from the sun, or the moon, through ploughed hills."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, shifted
from stylegui.painters.scenes.loom import Loom

NIGHT = (4, 7, 5, 3, 8, 4, 7, 4, 8, 0)  # the palette's place that each yarn has by night


def valley(loom: Loom) -> Array:
    """A river winds from the sun through ploughed hills."""
    rng = loom.rng
    p = [loom.palette[place] for place in (NIGHT if rng.random() < 0.4 else range(10))]
    ratio = 4 / 3
    x, y = loom.frame(ratio)
    side = float(rng.choice([-1, 1]))
    dx = (x - ratio / 2) * side
    sx, sy = rng.uniform(-0.20, 0.18), rng.uniform(0.25, 0.275)
    r = np.hypot(dx - sx, y - sy)
    turn = np.arctan2(y - sy, dx - sx)
    everything = np.ones(x.shape, bool)
    sky = 0.05 + 1.15 * y / 0.5 + 0.06 * loom.noise((2, 6))
    loom.weave(everything, [p[4], p[7], p[5], p[5], p[9], p[2]], sky, 0.9)
    rays = (np.cos(turn * 14 + 0.3) > 0.2) & (r < 0.9 + 0.1 * np.cos(turn * 7))
    loom.weave(rays, [p[2], p[2], p[9], p[9], shifted(p[5], 0.07)], (r - 0.16) / 0.55, 0.9)
    loom.weave(r < 0.205, [p[8]])
    loom.weave(r < 0.195, [p[1]], 0, 0.8)
    loom.weave((r < 0.195) & (np.cos(turn * 24) > 0), [p[2]])
    loom.weave(r < 0.150, [p[3]])
    loom.weave(r < 0.138, [p[2], p[1], p[0]], np.clip(0.5 + (dx - sx) / 0.28 + 0.2 * (y - sy), 0, 0.99), 1.0)
    loom.weave((np.abs(r - 0.075) < 0.008), [p[3]])
    for k, (cx, cy, wide) in enumerate(
        ((-0.40, 0.135, 0.20), (0.45, 0.10, 0.17), (-0.12, 0.07, 0.12), (0.53, 0.33, 0.13))
    ):
        for lobe in (-0.5, 0.0, 0.55):
            puff = ((dx - cx - lobe * wide) / (wide * 0.45)) ** 2 + ((y - cy) / (0.038 + 0.012 * (lobe == 0))) ** 2
            loom.weave((puff < 1) & (y < cy + 0.022), [p[3], p[3], p[5]], (y - cy + 0.05) / 0.08 + 0.02 * k, 0.9)
    lines = (
        (0.47, 0.055, 2.2, 0.3, [p[4], p[7], p[7]], p[5]), (0.535, 0.050, 2.9, 1.9, [p[0], p[9], p[1]], p[0]),
        (0.60, 0.045, 2.4, 4.0, [p[7], p[6], p[6]], p[7]), (0.685, 0.055, 1.9, 5.2, [p[2], p[2], p[1]], p[1]),
        (0.79, 0.050, 2.0, 2.6, [p[6], p[7], p[6]], p[2]), (0.90, 0.035, 2.6, 0.8, [p[0], p[1], p[0]], p[8]),
    )  # fmt: skip
    for k, (base, high, bumps, phase, colours, row) in enumerate(lines):
        top = base - high * np.sin(dx * bumps * 2 + phase + rng.uniform(-0.8, 0.8)) - 0.012 * loom.noise(2)
        depth = y - top
        hill = depth > 0
        loom.weave(hill, [colours[0], colours[0], colours[1], colours[2]], depth * 6 + 0.1, 0.9)
        fan = (dx - 0.25 * (-1) ** k) / (depth + 0.055)
        furrow = np.sin(fan * (11 - k)) if k % 2 else np.sin(depth * (190 - 16 * k) + 6 * dx)
        loom.weave(hill & (furrow > 0.45) & (depth > 0.016) & (k > 0), [row])
        loom.weave(hill & (depth < 0.012), [p[3] if k % 2 == 0 else p[8]])
        if k in (1, 3):
            _trees(loom, p, dx, y, top, k)
    bend = 0.16 * np.sin((y - 0.46) * 11.5) * (0.25 + 1.5 * (y - 0.46)) + sx * (1 - 2.2 * (y - 0.46))
    half = 0.010 + 0.30 * np.clip(y - 0.47, 0, 1) ** 1.35
    away = (dx - bend) / half
    river = (np.abs(away) < 1) & (y > 0.468)
    loom.weave((np.abs(away) < 1.22) & (y > 0.468), [p[3]])
    loom.weave(river, [p[4], p[5], p[5], p[3], p[5], p[4]], np.abs(away + 0.25 + 0.2 * np.sin(y * 40)), 1.0)
    ripple = np.abs(np.sin(y * 55 + away * 1.3)) < 0.16
    loom.weave(river & ripple & (np.abs(away) < 0.8), [p[4], p[3]], 0.5 + 0.5 * np.sin(away * 4 + y * 30), 0.5)
    for bx, by, span in ((-0.20, 0.24, 0.085), (-0.31, 0.305, 0.06), (-0.10, 0.335, 0.05)):
        wing = np.abs(dx - bx) / span
        arch = by - 0.028 * np.sin(np.clip(wing, 0, 1) * np.pi) + 0.02 * wing
        loom.weave((np.abs(y - arch) < 0.0125 * (1.1 - wing)) & (wing < 1), [p[8]])
    _band(loom, [p[8], p[0], p[8], p[2]])
    return loom.area


def _trees(loom: Loom, p: list[Array], dx: Array, y: Array, top: Array, k: int) -> None:
    """Poplars and round trees that stand on a hill's line."""
    middle = top.shape[1] // 2
    for place in (-0.56, -0.50, -0.43, 0.43, 0.50) if k == 1 else (-0.52, -0.33, 0.36, 0.54):
        column = int(np.clip(np.argmin(np.abs(dx[0] - place)), 0, top.shape[1] - 1))
        foot = float(top[min(len(top) - 1, int(0.6 * len(top))), column or middle]) + 0.012
        if k == 1:
            tall = 0.15 + 0.02 * np.sin(place * 40)
            share = np.clip((foot - y) / tall, 0, 1)
            inside = (np.abs(dx - place) < 0.021 * np.sin(np.pi * share**0.75) ** 0.8) & (y < foot) & (y > foot - tall)
            loom.weave(inside, [p[7], p[6], p[2]], 0.5 - (dx - place) / 0.045, 0.8)
        else:
            loom.weave((np.abs(dx - place) < 0.007) & (y < foot + 0.01) & (y > foot - 0.06), [p[8]])
            crown = np.hypot(dx - place, (y - foot + 0.105) * 0.95) / 0.062
            loom.weave(crown < 1, [p[8]])
            loom.weave(
                crown < 0.86, [p[2], p[1], p[0], p[0]], 0.42 + (dx - place) / 0.14 + (y - foot + 0.10) / 0.2, 0.9
            )


def _band(loom: Loom, colours: list[Array]) -> None:
    """A woven edge of stripes and small blocks."""
    depth = np.minimum(loom.wide / 2 - np.abs(loom.x), loom.tall / 2 - np.abs(loom.y))
    step = ((loom.x + loom.y) / 0.02) % 2 < 1
    loom.weave(depth < 0.030, [colours[0]])
    loom.weave((depth < 0.024) & (depth > 0.008) & step, [colours[3]])
    loom.weave((depth < 0.024) & (depth > 0.008) & ~step, [colours[1]])

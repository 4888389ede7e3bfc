"""A blue-and-white plate: cranes over water before the moon, waves about the rim."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, shifted
from stylegui.painters.field import Size, fbm, noise, smoothstep
from stylegui.painters.scenes.ceramics import Ware
from stylegui.painters.scenes.cobalt import Cobalt, Strokes, crane
from stylegui.painters.scenes.stage import Plate, Stage
from stylegui.painters.study import smooth_curve


def plate(size: Size, rng: np.random.Generator, palette: Palette) -> Ware:
    """A blue-and-white plate on dark cloth: cranes over water before the moon, waves about the rim."""
    stage = Stage.whole(size, 1.0, margin=0.0)
    x, y = stage.x - 0.5, stage.y - 0.5
    side = float(rng.choice([-1, 1]))
    r, turn = np.hypot(x, y), np.arctan2(y, x)
    radius = 0.462 * (1 + 0.004 * np.sin(2 * turn + 1) + 0.003 * np.sin(3 * turn))
    edge_px = 1.0 / stage.unit
    mask = smoothstep(edge_px, -edge_px, r - radius)
    share = r / radius
    well = 0.70
    lean = (
        0.30 * smoothstep(well - 0.02, well + 0.05, share) * (1 - 0.6 * smoothstep(0.93, 1.0, share))
        - 1.5 * np.exp(-(((share - well) / 0.020) ** 2)) * 0.4
        - 1.1 * smoothstep(0.965, 1.0, share) + 0.16 * share
    )  # fmt: skip
    blue = Cobalt(stage, rng)
    _rim(blue, share, turn, well)
    _scene(blue, x * side, y, r < radius * (well - 0.035), side)
    for ring, width in (
        (0.985, 0.012),
        (0.945, 0.0045),
        (well + 0.028, 0.0045),
        (well - 0.030, 0.009),
        (well - 0.050, 0.003),
    ):
        blue.wash((np.abs(share - ring) < width / 2 * 1.3).astype(np.float32), 0.8)
    ground = np.zeros((size[1], size[0], 3), np.float32) + palette[0]
    lab = blue.on(ground, palette[1])
    behind = _cloth(size, rng, shifted(palette[6], 0.02))
    for grow, drop, strength in ((1.0, 0.030, 0.55), (1.0, 0.010, 0.45)):
        fall = np.hypot(x - drop * 0.7, y - drop) - 0.462 * grow
        behind[..., 0] *= 1 - strength * smoothstep(drop * 1.3, -drop * 0.4, fall)
    way = np.array([0.5 + 0.26 * side, 0.36])
    ray = blue.forms.uniform(-0.5, 0.0)
    rim_at = np.array([0.5 + side * 0.455 * np.cos(ray), 0.5 + 0.455 * np.sin(ray)])
    bite = rim_at + 0.050 * np.array(
        [[0.6, -1.1], [-0.5, -0.8], [-1.15, -0.2], [-0.75, 0.45], [-0.2, 1.0], [1.0, 1.0]]
    ) * [side, 1]
    return Ware(
        stage, mask, lab, -lean * np.cos(turn), -lean * np.sin(turn), 0.16, behind, (float(way[0]), float(way[1])),
        reach=0.80, seam=0.95, chips=[bite],
    )  # fmt: skip


def _rim(blue: Cobalt, share: Array, turn: Array, well: float) -> None:
    """Waves like fish scales, in six panels between sprigs."""
    band = (share > well + 0.045) & (share < 0.935)
    across = (share - well - 0.045) / (0.89 - well)
    scale_u = turn / (2 * np.pi) * 72
    rows = 3.0
    depth = np.zeros_like(share)
    done = np.zeros(share.shape, bool)
    for step in (0, 1, 2):
        row = np.floor((1 - across) * rows * 2) - step
        u = scale_u + 0.5 * (row % 2)
        du = u - np.floor(u) - 0.5
        dv = (1 - across) * rows * 2 - row - 0.0
        r = np.hypot(du * 2, (dv - 0.0) * 0.62) / 1.0
        inside = (r < 1.0) & ~done & (dv >= 0)
        rings = 0.5 + 0.5 * np.cos(2 * np.pi * r * 3.0)
        depth = np.where(inside, 0.16 + 0.62 * smoothstep(0.45, 0.95, rings), depth)
        done |= inside
    panel = np.abs(((turn / (2 * np.pi) * 6 + 0.25) % 1) - 0.5) * 2
    waves = (band & (panel < 0.66)).astype(np.float32)
    blue.wash(waves, depth)
    blue.wash((band & (np.abs(panel - 0.68) < 0.02)).astype(np.float32), 0.85)
    strokes: Strokes = []
    middle = 0.462 * (well + 0.99) / 2 * 0.985
    for k in range(6):
        heart = (k + 0.75) / 6 * 2 * np.pi
        for j in range(5):
            petal = heart * 1.0
            centre = np.array([0.5 + middle * np.cos(petal), 0.5 + middle * np.sin(petal)])
            way = heart + j * 2 * np.pi / 5
            tip = centre + 0.026 * np.array([np.cos(way), np.sin(way)])
            strokes.append(
                (np.array([centre + (tip - centre) * 0.2, (centre + tip) / 2, tip]), np.array([0.004, 0.017, 0.010]))
            )
        for sign in (-1, 1):
            arc = heart + sign * np.linspace(0.075, 0.155, 4)
            wave = middle + 0.012 * np.sin(np.linspace(0, 4, 4)) * sign
            path = 0.5 + np.stack([wave * np.cos(arc), wave * np.sin(arc)], axis=1)
            strokes.append((path, np.array([0.010, 0.004])))
            for t in (1, 2):
                out = path[t] + 0.016 * np.array([np.cos(arc[t] + t), np.sin(arc[t] + t)])
                strokes.append((np.array([path[t], (path[t] + out) / 2, out]), np.array([0.003, 0.011, 0.003])))
    blue.strokes(strokes, 0.85)


def _scene(blue: Cobalt, x: Array, y: Array, inside: Array, side: float) -> None:
    """Moon, far mountains, water, a pine that leans in, and cranes."""
    rng, size = blue.forms, blue.stage.size
    held = inside.astype(np.float32)

    def at(px: float, py: float) -> Array:
        return np.array([0.5 + side * px, 0.5 + py])

    moon = np.hypot(x - 0.10, y + 0.145)
    blue.wash(((moon > 0.067) & (moon < 0.16)).astype(np.float32) * held, 0.30 * smoothstep(0.17, 0.067, moon))
    for base, high, bumps, strength in ((0.015, 0.085, 5.5, 0.42), (0.055, 0.05, 9.0, 0.62)):
        line = (
            base
            - high * np.abs(np.sin(x * bumps + rng.uniform(0, 3))) * (0.55 + 0.45 * np.sin(x * bumps * 2.3 + 1))
            + 0.006 * noise(size, 26, blue.rng)
        )
        depth = y - line
        body = ((depth > 0) & (depth < 0.16)).astype(np.float32) * held
        veins = 0.22 * smoothstep(0.55, 0.95, np.sin((x - 0.8 * depth) * 120 + 3 * noise(size, 9, blue.rng)))
        blue.wash(body, np.clip((strength + veins) * np.exp(-depth / 0.036), 0, 1) * (depth < 0.12))
        blue.wash((np.abs(depth) < 0.0022).astype(np.float32) * held, 0.85)

    def path(*points: tuple[float, float]) -> Array:
        return np.array([at(px, py) for px, py in points])

    water: Strokes = []
    for _ in range(46):
        far = rng.uniform(0, 1)
        wy = 0.105 + 0.19 * far
        wx = rng.uniform(-0.26, 0.26)
        long = rng.uniform(0.025, 0.075) * (0.5 + far)
        if np.hypot(wx, wy) < 0.285 and np.hypot(wx + long, wy) < 0.285:
            lift = 0.006 * (0.5 + far)
            wave = path((wx, wy), (wx + long * 0.33, wy - lift), (wx + long * 0.66, wy + lift * 0.6), (wx + long, wy))
            water.append((wave, np.array([0.0015, 0.0032, 0.0012])))
    blue.strokes(water, 0.62)

    boat: Strokes = [
        (path((-0.10, 0.150), (-0.06, 0.163), (-0.005, 0.147)), np.array([0.002, 0.012, 0.002])),
        (path((-0.060, 0.155), (-0.056, 0.12), (-0.054, 0.088)), 0.003),
        (path((-0.052, 0.092), (-0.032, 0.115), (-0.050, 0.143)), np.array([0.002, 0.003, 0.002])),
    ]
    blue.strokes(boat, 0.95)
    trunk: Strokes = [
        (path((-0.285, 0.10), (-0.235, 0.03), (-0.245, -0.045), (-0.185, -0.105), (-0.12, -0.115)),
         np.array([0.040, 0.030, 0.020, 0.008])),
        (path((-0.24, -0.02), (-0.19, -0.02), (-0.13, -0.035), (-0.07, -0.015)), np.array([0.016, 0.010, 0.004])),
        (path((-0.225, -0.07), (-0.235, -0.13), (-0.20, -0.19)), np.array([0.014, 0.009, 0.004])),
    ]  # fmt: skip
    blue.strokes(trunk, 0.95)
    needles: Strokes = []
    for px, py in ((-0.12, -0.125), (-0.165, -0.135), (-0.07, -0.025), (-0.115, -0.05), (-0.165, -0.035),
                   (-0.20, -0.205), (-0.24, -0.165), (-0.21, -0.115), (-0.045, -0.005), (-0.085, -0.115)):  # fmt: skip
        for k in range(15):
            way = -np.pi / 2 + (k - 7) * 0.215 + rng.normal(0, 0.05)
            tip = at(px + 0.034 * np.cos(way), py + 0.034 * np.sin(way))
            needles.append((np.array([at(px, py), (at(px, py) + tip) / 2, tip]), np.array([0.0022, 0.003, 0.001])))
    blue.strokes(needles, 0.95)
    for px, py, scale, way in (
        (0.055, -0.075, 0.265, side),
        (0.185, 0.035, 0.105, -side),
        (-0.055, -0.215, 0.095, side),
    ):
        bird = crane(at(px, py), scale, way)
        shape = Plate(blue.stage, 1)
        for feather, _ in bird["line"][2:]:
            shape.line(smooth_curve(feather, 30), np.array([0.02, 0.060, 0.024]) * scale)
        shape.fill(smooth_curve(np.vstack([bird["line"][0][0], bird["line"][1][0][::-1]]), 80, closed=True))
        blue.spare(shape.mask(), 0.97)
        blue.strokes(bird["line"], 0.80)
        blue.strokes(bird["dark"], 1.0)
    blue.depth *= np.maximum(held, 1 - (np.hypot(x, y) < 0.30))


def _cloth(size: Size, rng: np.random.Generator, colour: Array) -> Array:
    """Dark lacquered ground with faint brush marks."""
    lab = np.zeros((size[1], size[0], 3), np.float32) + colour
    lab[..., 0] += (
        0.022 * fbm(size, (5, 46), rng, 4) + 0.012 * fbm(size, 4, rng, 3) + 0.008 * noise(size, (12, 200), rng)
    )
    return lab

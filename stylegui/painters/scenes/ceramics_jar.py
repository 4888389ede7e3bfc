"""A moon jar on a table before a dark wall, with a branch of plum."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted
from stylegui.painters.field import Size, blurred, fbm, mix, noise, smoothstep
from stylegui.painters.scenes.ceramics import Ware
from stylegui.painters.scenes.stage import Plate, Stage
from stylegui.painters.study import smooth_curve


def moon_jar(size: Size, rng: np.random.Generator, palette: Palette) -> Ware:
    """A white jar, not quite round, on a table before a dark wall, with a branch of plum."""
    stage = Stage.whole(size, 0.8125, margin=0.0)
    x, y = stage.x, stage.y
    side = float(rng.choice([-1, 1]))
    forms = rng.spawn(1)[0]  # for what must be alike at every size, which noise is not
    cx, cy, wide, tall = 0.40625, 0.615, 0.278, 0.262
    sway = 0.010 * side * np.sin((y - cy) / tall * 2.2)
    u, v = (x - cx - sway) / wide, (y - cy) / tall
    half = wide * np.sqrt(np.clip(1 - np.abs(v) ** 2.1, 0, 1))
    half = np.where(y < cy - 0.1, np.maximum(half, 0.100 - 0.18 * np.clip(y - 0.35, -0.05, 0)), np.maximum(half, 0.098))
    edge = 1.0 / stage.unit
    inside = smoothstep(-edge, edge, half - np.abs(x - cx - sway))
    mask = (
        inside
        * smoothstep(-edge, edge, y - 0.338)
        * smoothstep(-edge, edge, 0.864 + 0.012 * np.sqrt(np.clip(1 - ((x - cx) / 0.1) ** 2, 0, 1)) - y)
    )
    lab = np.zeros((size[1], size[0], 3), np.float32) + shifted(palette[0], -0.15)
    seam = np.exp(-(((y - cy - 0.004 * np.sin(u * 3)) / 0.006) ** 2))
    lab[..., 0] += -0.018 * seam + 0.020 * fbm(size, 3, rng, 3)
    warm = smoothstep(0.0, 1.6, fbm(size, 3.5, rng, 3))
    lab = mix(lab, mix(shifted(palette[0], -0.15), palette[9], 0.22), 0.8 * warm)
    neck = smoothstep(0.385, 0.345, y)
    lean_x = np.clip(u * (1 - 0.2 * neck), -1, 1)
    lean_y = np.clip(v, -1, 1) * (1 - neck) + 0.05 * neck
    lab[..., 0] -= 0.12 * smoothstep(0.02, 0.0, np.abs(y - 0.384)) + 0.20 * smoothstep(0.80, 0.88, y)
    mouth_x = cx + 0.010 * side * np.sin((0.341 - cy) / tall * 2.2)
    mouth = np.hypot((x - mouth_x) / 0.101, (y - 0.341) / 0.017)
    rim = smoothstep(1.0 + edge / 0.017, 1.0, mouth)
    mask = np.maximum(mask, rim)
    lab = mix(lab, shifted(palette[0], 0.02), smoothstep(0.80, 0.86, mouth) * rim)
    lab = mix(lab, shifted(palette[6], -0.05), smoothstep(0.86, 0.78, mouth))
    behind = _room(stage, rng, palette, cx)
    blow = (cx - side * 0.10, 0.50)
    return Ware(
        stage, mask, lab, lean_x, lean_y, 0.27, behind, blow, reach=0.62, seam=0.92,
        before=_plum(stage, forms, palette, cx, side),
    )  # fmt: skip


def _room(stage: Stage, rng: np.random.Generator, palette: Palette, cx: float) -> Array:
    """A limewashed dark wall with the light of a window on it, a table, and the jar's shadow."""
    size = stage.size
    x, y = stage.x, stage.y
    lab = np.zeros((size[1], size[0], 3), np.float32) + palette[6]
    brushed = fbm(size, (7, 16), rng, 4)
    light = np.exp(-(((x - 0.18) / 0.42) ** 2 + ((y - 0.30) / 0.42) ** 2))
    lab[..., 0] += 0.026 * brushed + 0.012 * fbm(size, (90, 30), rng, 2) + 0.15 * light - 0.03
    lab = mix(lab, mix(palette[6], palette[9], 0.5), 0.28 * light)
    table = smoothstep(-0.001, 0.001, y - 0.792)
    wood = np.zeros_like(lab) + palette[7]
    wood[..., 0] += (
        0.030 * fbm(size, (4, 70), rng, 3)
        + 0.014 * noise(size, (3, 190), rng)
        + 0.16 * np.exp(-(((x - 0.10) / 0.32) ** 2))
        - 0.10 * (y - 0.80)
    )
    wood[..., 0] += 0.10 * np.exp(-(((y - 0.796) / 0.004) ** 2))
    lab = mix(lab, wood, table)
    fall = np.hypot((x - cx - 0.16) / 0.30, (y - 0.885) / 0.050)
    lab[..., 0] *= 1 - 0.60 * smoothstep(1.25, 0.35, fall)
    touch = np.hypot((x - cx - 0.01) / 0.125, (y - 0.874) / 0.022)
    lab[..., 0] *= 1 - 0.65 * smoothstep(1.25, 0.6, touch)
    wall = np.hypot((x - cx - 0.20) / 0.27, (y - 0.66) / 0.28)
    lab[..., 0] *= 1 - 0.30 * smoothstep(1.3, 0.5, wall) * (1 - table)
    return lab


def _plum(stage: Stage, rng: np.random.Generator, palette: Palette, cx: float, side: float) -> tuple[Array, Array]:
    """A branch that leans out of the jar: mask (H, W) and colours (H, W, 3)."""
    unit = max(stage.size) / 1536

    def at(*points: tuple[float, float]) -> Array:
        return smooth_curve(np.array(points) * [side, 1] + [cx, 0], 60)

    twigs = [(at((-0.02, 0.345), (0.01, 0.27), (-0.03, 0.20), (0.05, 0.13), (0.17, 0.105), (0.27, 0.045)),
              [0.017, 0.014, 0.011, 0.007, 0.003]),
             (at((-0.02, 0.225), (-0.09, 0.18), (-0.13, 0.105), (-0.22, 0.075)), [0.010, 0.007, 0.003]),
             (at((0.05, 0.13), (0.06, 0.085), (0.03, 0.035)), [0.008, 0.005, 0.002]),
             (at((0.14, 0.108), (0.20, 0.15), (0.27, 0.155)), [0.007, 0.004, 0.002]),
             (at((0.0, 0.29), (0.07, 0.245), (0.10, 0.20)), [0.008, 0.005, 0.002])]  # fmt: skip
    bark, petals, hearts = Plate(stage, 1), Plate(stage, 1), Plate(stage, 1)
    for path, widths in twigs:
        bark.line(path + rng.normal(0, 0.0007, path.shape), np.array(widths))
    places = []
    for path, _ in twigs:
        places += [path[int(share * 59)] + rng.normal(0, 0.008, 2) for share in rng.uniform(0.30, 1.0, 5)]
    for k, place in enumerate(places):
        size = rng.uniform(0.011, 0.021)
        turn = rng.uniform(0, 2 * np.pi)
        for j in range(5 if size > 0.013 else 1):
            way = turn + j * 2 * np.pi / 5
            spot = place + size * 0.62 * np.array([np.cos(way), 0.85 * np.sin(way)])
            petals.dot(float(spot[0]), float(spot[1]), size * 0.50, 120 + (k * 37 + j * 23) % 136)
        hearts.dot(float(place[0]), float(place[1]), size * 0.20)
    wood, bloom, heart = blurred(bark.mask(), 0.8 * unit), petals.mask(), blurred(hearts.mask(), 0.8 * unit)
    flower = blurred((bloom > 0.1).astype(np.float32), 0.8 * unit)
    lit = np.clip(wood - np.roll(wood, (round(2 * unit), round(2 * unit)), (0, 1)), -1, 1)
    lab = np.zeros((stage.size[1], stage.size[0], 3), np.float32) + shifted(mix(palette[7], palette[6], 0.5), -0.04)
    lab[..., 0] += 0.16 * lit + 0.02 * noise(stage.size, 60, rng)
    pink = ramp(
        [shifted(palette[8], -0.08), palette[8], mix(palette[8], palette[0], 0.55)], np.clip((bloom - 0.45) / 0.5, 0, 1)
    )
    shade = np.clip(flower - np.roll(flower, (round(3 * unit), round(3 * unit)), (0, 1)), -1, 1)
    pink[..., 0] += 0.07 * shade + 0.02 * noise(stage.size, 90, rng)
    lab = mix(lab, pink, flower)
    lab = mix(lab, palette[3], heart)
    return np.maximum(np.maximum(wood, flower), heart), lab

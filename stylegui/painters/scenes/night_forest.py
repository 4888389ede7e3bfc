"""A wood at night: bare trunks against the moon, a path in the snow, someone walking home."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import blurred, fbm, noise, smoothstep
from stylegui.painters.lines import arc, normals, xy
from stylegui.painters.scenes.carving import Carving
from stylegui.painters.scenes.stage import Plate
from stylegui.painters.study import smooth_curve


def night_forest(carving: Carving) -> None:
    """Plan the forest; the carving's generator moves the moon and the trees."""
    stage, rng = carving.stage, carving.rng
    x, y = stage.x, stage.y
    moon = xy(rng.uniform(0.62, 0.84), rng.uniform(0.22, 0.29))
    away = stage.near(moon[0], moon[1])
    radius = 0.088
    rings = np.arctan2(y - moon[1], x - moon[0]) + np.pi / 2 + 0.22 * noise(stage.size, 4, rng)
    glow = 0.62 * np.exp(-(((away - radius) / 0.24) ** 2)) + 0.52 * np.exp(-(((away - radius) / 0.85) ** 2))
    glow = glow + 0.08 + 0.14 * np.sin(away * 85 + 1.5 * noise(stage.size, 5, rng))
    carving.lay(np.ones_like(x), glow, rings)
    far = 0.565 + 0.03 * np.sin(x * 5 + rng.uniform(0, 6)) + 0.012 * fbm(stage.size, (9, 1), rng, 3)
    wood = smoothstep(-0.002, 0.002, y - (far - 0.10 - 0.05 * np.abs(noise(stage.size, (42, 1.5), rng))))
    carving.lay(wood, 0.02 + 0.10 * np.exp(-((away / 0.40) ** 2)), np.pi / 2)
    ground = smoothstep(-0.002, 0.002, y - far)
    slope = 0.5 * np.cos(x * 5 + 2) * (y - 0.5) + 0.25 * noise(stage.size, (3, 5), rng)
    shadows = np.sin(np.arctan2(x - moon[0], y - 0.30) * 34 + 1.4 * noise(stage.size, 4, rng))
    snow = 0.60 + 0.25 * shadows - 0.35 * smoothstep(0.62, 1.0, y) + 0.12 * noise(stage.size, 6, rng)
    carving.lay(ground, snow, slope)
    path = _path(carving, moon)
    halo = away + 0.006 * noise(stage.size, 7, rng) + 0.010 * noise(stage.size, (60, 60), rng)
    beside = smoothstep(0.15, 0.175, blurred(path, 0.03 * stage.unit) + 0.05 * noise(stage.size, (14, 40), rng))
    disc = smoothstep(radius + 0.003, radius - 0.001, away)
    carving.lay(disc, 1.0, 0.0)
    carving.tints.append((disc, 3))
    roof = _hut(carving, xy(moon[0] - 0.02, 0.585))
    carving.tints.insert(0, (smoothstep(0.146, 0.150, halo) * (1 - beside) * (1 - roof), 2))
    _figure(carving)
    _trees(carving, moon)


def _path(carving: Carving, moon: Array) -> Array:
    """A trodden way that winds from the foot of the picture to the light."""
    spine = smooth_curve(np.array([[0.50, 1.06], [0.56, 0.90], [0.74, 0.80], [0.72, 0.71], [0.60, 0.655],
                                   [moon[0] - 0.06, 0.60]]), 80)  # fmt: skip
    plate = Plate(carving.stage, 1)
    plate.line(spine, np.linspace(1, 0.07, 80) ** 1.5 * 0.30 + 0.012)
    mask = plate.mask()
    _, angle = carving.form(mask, (0, -1), 0.03)
    carving.lay(mask, 0.97, angle)
    out = normals(spine)
    for side in (-1, 1):
        rim = spine + out * (side * 0.5 * (np.linspace(1, 0.07, 80) ** 1.5 * 0.30 + 0.012))[:, None]
        for _ in range(26):
            k = int(carving.rng.integers(0, 60))
            carving.stand(
                rim[k : k + 9 : 2] + carving.rng.normal(0, 0.003, 2), np.linspace(0.008, 0.001, 9) * (1 - k / 90)
            )
    return mask


def _hut(carving: Carving, foot: Array) -> Array:
    """A small house with one lit window where the path ends; returns the mask of its roof."""
    wall = foot + np.array([[-0.050, 0.0], [-0.052, -0.055], [0.040, -0.055], [0.042, 0.004]])
    roof = foot + np.array([[-0.072, -0.046], [-0.018, -0.118], [0.026, -0.110], [0.064, -0.048]])
    carving.lay(carving.area(wall), 0.06, np.pi / 2)
    mask = carving.area(roof)
    carving.lay(mask, 0.97, 1.0)
    carving.stand(np.vstack([roof, roof[:1]]), 0.004)
    window = foot + np.array([[-0.016, -0.040], [0.012, -0.040], [0.012, -0.012], [-0.016, -0.012]])
    lit = carving.area(window)
    carving.lay(lit, 1.0, 0.0)
    carving.cut.fill(window)
    carving.stand(foot + np.array([[-0.002, -0.040], [-0.002, -0.012]]), 0.003)
    carving.stand(foot + np.array([[-0.016, -0.026], [0.012, -0.026]]), 0.003)
    carving.tints.append((lit, 4))
    chimney = foot + np.array([[0.018, -0.10], [0.018, -0.135], [0.032, -0.135], [0.032, -0.09]])
    carving.lay(carving.area(chimney), 0.0, 0.0)
    for k in range(5):
        smoke = (
            foot
            + xy(0.025, -0.14)
            + np.array([[0.0, 0.0], [0.012 + 0.006 * k, -0.03], [-0.004, -0.06 - 0.006 * k], [0.02, -0.10]])
        )
        carving.groove(smoke + xy(0.004 * k, -0.004 * k), np.array([0.001, 0.0035, 0.001]))
    return mask


def _figure(carving: Carving) -> None:
    """A walker in a long coat, seen from behind, and the shadow toward us."""
    foot = xy(0.690, 0.775)
    shadow = np.array([[-0.012, 0.0], [0.012, 0.0], [-0.03, 0.17], [-0.075, 0.16]]) + foot
    carving.lay(carving.area(shadow), 0.05, 1.9)
    coat = np.array([[-0.022, 0.004], [-0.020, -0.050], [-0.016, -0.078], [-0.006, -0.090], [0.008, -0.090],
                     [0.017, -0.078], [0.022, -0.045], [0.026, 0.004]])  # fmt: skip
    shape = smooth_curve(coat + foot, 40, closed=True)
    carving.lay(carving.area(shape), 0.0, 0.0)
    carving.cut.line(np.vstack([shape, shape[:1]]), 0.011)
    carving.standing.fill(shape)
    carving.cut.fill(foot + (coat - xy(0, -0.04)) * 0.93 + xy(0, -0.04), 0)
    head = arc(foot[0] + 0.001, foot[1] - 0.104, 0.0145, 0, 2 * np.pi, 24, 1.15)
    carving.lay(carving.area(head), 0.0, 0.0)
    carving.standing.fill(head)
    carving.cut.line(head, 0.008)
    carving.standing.fill(head)
    carving.cut.fill(head, 0)


def _trees(carving: Carving, moon: Array) -> None:
    """Trunks from far to near, cut on the side of the moon, with broken boughs."""
    rng = carving.rng
    row = [(0.40, 0.62, 0.016), (0.53, 0.60, 0.014), (0.97, 0.61, 0.017), (1.08, 0.63, 0.015), (0.27, 0.66, 0.026),
           (1.17, 0.70, 0.030), (0.445, 0.70, 0.028), (0.92, 0.74, 0.032), (0.155, 0.83, 0.052), (1.255, 0.92, 0.066),
           (0.345, 0.93, 0.050), (1.06, 1.02, 0.058), (0.035, 1.06, 0.085)]  # fmt: skip
    for at, foot, wide in row:
        _tree(carving, at + rng.normal(0, 0.012), foot, wide, moon)


def _tree(carving: Carving, at: float, foot: float, wide: float, moon: Array) -> None:
    rng = carving.rng
    lean = rng.normal(0, 0.035)
    knee = at + 0.5 * lean + rng.normal(0, 0.4 * wide)
    spine = smooth_curve(np.array([[at, foot + 0.02], [at + 0.3 * lean, foot - 0.22], [knee, 0.40],
                                   [at + lean, 0.16], [at + 1.2 * lean, -0.08]]), 80)  # fmt: skip
    t = np.linspace(0, 1, 80)
    width = wide * (1 - 0.50 * t + 0.9 * np.exp(-t / 0.035)) * (1 + 0.05 * np.sin(t * 30 + at * 50))
    for k in np.sort(rng.integers(30, 78, int(5 + 90 * wide))):
        _bough(carving, spine[k], width[k], rng.choice([-1.0, 1.0]), rng.uniform(0.05, 0.16) + 1.4 * wide, 2)
    plate = Plate(carving.stage, 1)
    plate.line(spine, width)
    mask = plate.mask()
    carving.standing.line(spine, width, 0)
    carving.cut.line(spine, width, 0)
    side = np.sign(moon[0] - at)
    near = float(np.clip(1.25 - abs(moon[0] - at) / 0.75, 0.35, 1))
    out = np.gradient(spine, axis=0)
    angle = float(np.arctan2(out[40, 1], out[40, 0]))
    carving.lay(mask, 0.0, angle)
    for lane in np.linspace(0.46, -0.18, max(3, int(wide * 190))):  # bark: long torn cuts, densest on the lit edge
        reach = smoothstep(-0.2, 0.46, np.asarray(lane)) * near
        for start in np.arange(0, 78, 5):
            if rng.random() < reach:
                k0, k1 = start + int(rng.integers(0, 5)), start + int(rng.integers(8, 16))
                part = (
                    spine[k0:k1] + xy(1, 0) * (side * lane * width[k0:k1])[:, None] + xy(rng.normal(0, 0.03 * wide), 0)
                )
                if len(part) > 3:
                    thick = wide * rng.uniform(0.03, 0.075) + 0.0012
                    carving.cut.line(part, thick * np.array([0.15, 0.7, 1.0, 0.8]))
    for _ in range(int(wide * 170)):  # rings that go round the trunk
        k = int(rng.integers(2, 76))
        ring = spine[k] + np.stack(
            [np.linspace(-0.1, 0.5, 8) * side * width[k], 0.16 * wide * np.linspace(-0.6, 1, 8) ** 2], axis=1
        )
        carving.cut.line(ring, np.array([0.0006, 0.0026, 0.0012]) * (0.5 + 12 * wide))
    rim = spine + xy(1, 0) * (side * 0.5 * width)[:, None]
    carving.cut.line(rim, 0.0024 + 0.014 * wide * near * np.abs(np.sin(t * 23 + at * 9)))


def _bough(carving: Carving, start: Array, thick: float, side: float, reach: float, depth: int) -> None:
    """A bare bough that forks into broken twigs."""
    rng = carving.rng
    rise = rng.uniform(-0.75, 0.05)
    bend = rng.normal(0, 0.25)
    end = start + xy(side * reach, rise * reach)
    mid = start + xy(0.5 * side * reach, (0.5 * rise + bend * 0.5) * reach)
    spine = smooth_curve(np.array([start, mid, end]), 20)
    carving.standing.line(spine, np.linspace(min(0.5 * thick, 0.016), 0.0016, 20))
    if depth > 0:
        for k in (8, 12, 16):
            if rng.random() < 0.8:
                _bough(carving, spine[k], 0.5 * thick, side * rng.choice([1.0, 1.0, -0.4]), 0.42 * reach, depth - 1)

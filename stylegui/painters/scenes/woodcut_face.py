"""A face half in the dark: light from one side, heavy lids, hair and coat in black masses."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import noise, smoothstep
from stylegui.painters.lines import arc, xy
from stylegui.painters.scenes.carving import Carving
from stylegui.painters.study import along_contours, smooth_curve

# bumps and hollows of the head: x, y, breadth, height, rise
BUMPS = (
    (0.410, 0.350, 0.150, 0.060, 0.26), (0.330, 0.385, 0.050, 0.022, 0.22), (0.490, 0.385, 0.050, 0.022, 0.22),
    (0.322, 0.438, 0.050, 0.028, -0.42), (0.498, 0.438, 0.050, 0.028, -0.42), (0.322, 0.440, 0.030, 0.018, 0.26),
    (0.498, 0.440, 0.030, 0.018, 0.26), (0.407, 0.470, 0.022, 0.090, 0.50), (0.407, 0.570, 0.030, 0.030, 0.62),
    (0.362, 0.585, 0.018, 0.016, 0.26), (0.452, 0.585, 0.018, 0.016, 0.26), (0.290, 0.530, 0.050, 0.040, 0.34),
    (0.530, 0.530, 0.050, 0.040, 0.34), (0.285, 0.635, 0.040, 0.060, -0.26), (0.535, 0.635, 0.040, 0.060, -0.26),
    (0.408, 0.655, 0.058, 0.014, 0.28), (0.408, 0.690, 0.048, 0.015, 0.32), (0.408, 0.722, 0.050, 0.012, -0.22),
    (0.408, 0.770, 0.050, 0.028, 0.36), (0.408, 0.622, 0.016, 0.020, -0.14),
)  # fmt: skip
FACE = [[0.410, 0.215], [0.290, 0.240], [0.222, 0.330], [0.205, 0.450], [0.215, 0.560], [0.250, 0.670], [0.310, 0.760],
        [0.372, 0.818], [0.412, 0.828], [0.455, 0.818], [0.512, 0.760], [0.568, 0.670], [0.602, 0.560], [0.612, 0.450],
        [0.596, 0.330], [0.530, 0.240]]  # fmt: skip
HAIR = [[0.400, 0.085], [0.270, 0.105], [0.170, 0.200], [0.130, 0.350], [0.150, 0.520], [0.135, 0.660], [0.175, 0.735],
        [0.235, 0.690], [0.215, 0.560], [0.212, 0.440], [0.255, 0.345], [0.330, 0.300], [0.395, 0.225], [0.430, 0.290],
        [0.520, 0.325], [0.590, 0.400], [0.605, 0.520], [0.585, 0.680], [0.640, 0.740], [0.690, 0.660], [0.668, 0.500],
        [0.690, 0.340], [0.640, 0.200], [0.540, 0.105]]  # fmt: skip


def woodcut_face(carving: Carving) -> None:
    """Plan the portrait; the carving's generator says where the light comes from and bends the features a little."""
    stage, rng = carving.stage, carving.rng
    x, y = stage.x, stage.y
    side = float(rng.choice([-1.0, 1.0]))  # where the light is
    away = np.hypot(x - 0.41, (y - 0.45) * 0.85)
    turn = np.arctan2(y - 0.45, x - 0.41)
    glow = (
        0.22
        + 0.34 * smoothstep(-0.3, 0.5, side * (x - 0.41))
        + 0.16 * np.sin(turn * 26 + 1.5 * noise(stage.size, 4, rng))
    )
    carving.lay(
        np.ones_like(x), glow - 0.3 * smoothstep(0.25, 0.0, away - 0.25), turn + 0.15 * noise(stage.size, 5, rng)
    )
    carving.tints.append((np.ones_like(x), 2))
    _coat(carving, side)
    skin = _neck(carving, side)
    skin = np.maximum(skin, _skin(carving, side))
    tint = carving.tints[0][0] * (1 - skin)
    carving.tints[0] = (tint, 2)
    shadow = smoothstep(0.02, 0.06, side * (0.425 - x) + 0.012 * noise(stage.size, 12, rng)) * skin
    carving.tints.append((shadow, 3))
    _hair(carving, side)
    for eye in (-1, 1):
        _eye(carving, 0.41 + 0.088 * eye, 0.440, eye)
    _nose(carving, side)
    _mouth(carving)


def _skin(carving: Carving, side: float) -> Array:
    """The face as a relief, lit from the side; the cuts run round its forms."""
    stage, rng = carving.stage, carving.rng
    x, y = stage.x, stage.y
    mask = carving.area(smooth_curve(np.array(FACE), 120, closed=True))
    oval = ((x - 0.41) / 0.215) ** 2 + ((y - 0.50) / 0.34) ** 2
    height = 1.5 * np.sqrt(np.clip(1.18 - oval, 0.0, None))
    for bx, by, wide, tall, rise in BUMPS:
        height = height + 0.42 * rise * np.exp(-(((x - bx) / wide) ** 2) - ((y - by) / tall) ** 2)
    down, across = np.gradient(height * 0.105 * stage.unit)
    shade = (side * across * -0.92 + down * 0.42 + 0.28) / np.sqrt(1 + across**2 + down**2)
    tone = 0.96 * smoothstep(-0.12, 0.62, shade + 0.05 * noise(stage.size, 14, rng))
    rim = smoothstep(0.15, 0.35, -side * (x - 0.41) * 2) * smoothstep(0.80, 0.98, oval) * 0.5
    carving.lay(mask, np.maximum(tone, rim), along_contours(height))
    return mask


def _neck(carving: Carving, side: float) -> Array:
    x, y = carving.stage.x, carving.stage.y
    neck = np.array(
        [[0.300, 0.720], [0.305, 0.860], [0.250, 0.940], [0.410, 1.030], [0.570, 0.940], [0.515, 0.860], [0.520, 0.720]]
    )
    mask = carving.area(smooth_curve(neck, 60, closed=True))
    tone = smoothstep(-0.02, 0.12, side * (x - 0.41) - 0.02) * smoothstep(0.80, 0.88, y + side * (x - 0.41) * 0.3)
    carving.lay(mask, 0.85 * tone, np.pi / 2 + (x - 0.41))
    return mask


def _coat(carving: Carving, side: float) -> None:
    """Shoulders: a black mass with a few long folds."""
    rng = carving.rng
    coat = np.array([[0.255, 0.865], [0.120, 0.905], [0.020, 0.960], [-0.08, 1.10], [0.92, 1.10], [0.80, 0.955],
                     [0.700, 0.905], [0.560, 0.865], [0.410, 0.980]])  # fmt: skip
    carving.lay(carving.area(smooth_curve(coat, 80, closed=True)), 0.0, 0.0)
    for k in range(26):
        u = (k + rng.uniform(0, 0.7)) / 26
        start = xy(0.05 + 0.72 * u, 0.945 - 0.07 * np.sin(np.pi * u) + rng.uniform(0, 0.01))
        reach = rng.uniform(0.05, 0.13)
        fold = np.array([start, start + xy((u - 0.5) * 0.10, 0.5 * reach), start + xy((u - 0.5) * 0.16, reach)])
        carving.groove(fold, np.array([0.001, 0.0075, 0.0015]) * (1.0 if side * (u - 0.5) > -0.1 else 0.6))
    for way in (-1, 1):
        collar = np.array([[0.41 + way * 0.150, 0.862], [0.41 + way * 0.115, 0.925], [0.41 + way * 0.010, 1.01]])
        carving.stand(collar, 0.030)
        carving.groove(collar + xy(way * 0.017, 0.004), np.array([0.002, 0.008, 0.003]))


def _hair(carving: Carving, side: float) -> None:
    """Hair parted in the middle: black, with long strands cut where the light strikes."""
    rng = carving.rng
    mask = carving.area(smooth_curve(np.array(HAIR), 200, closed=True))
    carving.lay(mask, 0.0, 0.0)
    for way in (-1.0, 1.0):
        for k in range(22):
            u = (k + rng.uniform(0, 0.6)) / 22
            out = 0.195 + 0.085 * u
            strand = np.array([[0.405 + way * 0.012, 0.215 - 0.115 * u], [0.41 + way * 0.55 * out, 0.275 - 0.155 * u],
                               [0.41 + way * 0.93 * out, 0.385 - 0.085 * u], [0.41 + way * (out + 0.012), 0.52],
                               [0.41 + way * (out - 0.015), 0.66 + 0.04 * u]])  # fmt: skip
            path = smooth_curve(strand, 60)
            for _ in range(2 if way == side else 1):
                first = int(rng.integers(2, 44))
                part = path[first : first + int(rng.integers(9, 26))]
                if len(part) > 3:
                    carving.groove(part, np.array([0.0008, 0.0062, 0.0035]) * (1.0 if way == side else 0.6))


def _eye(carving: Carving, x: float, y: float, eye: int) -> None:
    """A heavy-lidded almond eye with its brow."""
    rng = carving.rng
    upper = smooth_curve(np.array([[-0.050, 0.006], [-0.024, -0.017], [0.008, -0.019], [0.052, 0.008]]), 20)
    lower = smooth_curve(np.array([[0.052, 0.008], [0.012, 0.019], [-0.022, 0.016], [-0.050, 0.006]]), 20)
    upper, lower = (path * xy(eye, 1) + xy(x, y) for path in (upper, lower))
    white = np.vstack([upper, lower])
    carving.lay(carving.area(white), 1.0, 0.0)
    carving.cut.fill(white)
    look = xy(x + 0.003 + rng.normal(0, 0.002), y - 0.001)
    iris = arc(look[0], look[1], 0.0185, 0, 2 * np.pi, 30)
    carving.standing.fill(iris)
    carving.cut.fill(iris, 0)
    carving.cut.dot(look[0] - 0.006, look[1] - 0.006, 0.0042)
    carving.standing.dot(look[0] - 0.006, look[1] - 0.006, 0.0042, 0)
    carving.stand(upper, np.array([0.005, 0.012, 0.013, 0.007]))
    carving.stand(lower, np.array([0.004, 0.0045, 0.002]))
    carving.stand(upper + xy(0, -0.015), np.array([0.001, 0.005, 0.001]))
    carving.stand(lower + xy(0, 0.013), np.array([0.001, 0.004, 0.001]))
    brow = np.array([[-0.058, -0.038], [-0.020, -0.064], [0.030, -0.066], [0.072, -0.040]]) * xy(eye, 1) + xy(x, y)
    carving.stand(brow, np.array([0.018, 0.021, 0.014, 0.004]))
    for _ in range(7):
        at = brow[0] * (1 - (k := rng.random())) + brow[2] * k + xy(0, 0.004)
        carving.groove(np.array([at + xy(0, 0.012), at + xy(eye * 0.012, -0.012)]), np.array([0.0006, 0.0026, 0.0006]))


def _nose(carving: Carving, side: float) -> None:
    """The ridge, in one line with the brow on the dark side, and the wings."""
    dark = -side
    ridge = np.array([[0.045, 0.395], [0.026, 0.445], [0.022, 0.515], [0.036, 0.572], [0.044, 0.592]])
    carving.stand(ridge * xy(dark, 1) + xy(0.41, 0), np.array([0.010, 0.009, 0.005, 0.009, 0.006]))
    for way in (-1, 1):
        carving.stand(
            [[0.408 + way * 0.060, 0.572], [0.408 + way * 0.064, 0.592], [0.408 + way * 0.046, 0.606]],
            np.array([0.002, 0.006, 0.003]),
        )
        carving.stand(
            [[0.408 + way * 0.038, 0.604], [0.408 + way * 0.022, 0.600], [0.408 + way * 0.012, 0.608]],
            np.array([0.004, 0.010, 0.004]),
        )
        carving.stand(
            [[0.41 + way * 0.080, 0.590], [0.41 + way * 0.100, 0.630], [0.41 + way * 0.098, 0.672]],
            np.array([0.001, 0.006, 0.001]),
        )
    carving.stand([[0.392, 0.612], [0.408, 0.618], [0.424, 0.612]], np.array([0.002, 0.006, 0.002]))


def _mouth(carving: Carving) -> None:
    """Closed full lips, in the accent colour."""
    upper = np.array(
        [[0.335, 0.672], [0.372, 0.655], [0.396, 0.647], [0.409, 0.652], [0.422, 0.647], [0.446, 0.655], [0.482, 0.672]]
    )
    lower = np.array([[0.482, 0.672], [0.450, 0.699], [0.409, 0.708], [0.368, 0.699], [0.335, 0.672]])
    lips = np.vstack([smooth_curve(upper, 30), smooth_curve(lower, 30)])
    mask = carving.area(lips)
    carving.lay(mask, 1.0, 0.15)
    carving.tints.append((mask, 4))
    carving.stand(
        [[0.328, 0.668], [0.365, 0.673], [0.409, 0.671], [0.452, 0.673], [0.489, 0.668]],
        np.array([0.006, 0.009, 0.007, 0.009, 0.006]),
    )
    carving.stand([[0.372, 0.722], [0.409, 0.730], [0.446, 0.722]], np.array([0.001, 0.008, 0.001]))

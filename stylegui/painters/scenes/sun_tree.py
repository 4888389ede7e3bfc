"""A tree before the rising sun, as a cartoon for a window.

Palette: night blue, sky blue, turquoise, sun yellow, sun orange, red, leaf green, pale green, violet, brown, white.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.cells import scattered_cells
from stylegui.painters.colour import Array
from stylegui.painters.field import Size, grid, noise
from stylegui.painters.scenes.cartoon import Cartoon, Rows
from stylegui.painters.study import below, distance, frame, polygon, ridge, smooth_curve

ROWS: Rows = {
    0: (8, 0, 0, 1, 2, 3, 3), 1: (4, 4, 3, 3), 2: (8, 1, 2), 3: (6, 6, 2, 7), 4: (6, 6, 7, 3), 5: (0, 1, 2, 10),
    6: (5, 5, 6, 6, 7, 4, 3), 7: (9, 9, 4), 8: (0, 5), 9: (3, 3),
}  # fmt: skip


def sun_tree(size: Size, rng: np.random.Generator) -> Cartoon:
    """Rings and rays about the sun, hills in bands, a stream, a tree that spreads over the light."""
    x, y = grid(size)
    fx, fy = frame(size)
    tall = size[1] / max(size)
    wide = size[0] / max(size)
    side = float(rng.choice([-1, 1]))
    sun_x, sun_y = 0.5 + side * rng.uniform(0.12, 0.17), 0.475
    r = distance(size, sun_x, sun_y)
    turn = np.arctan2(y - sun_y * tall, x - sun_x * wide)
    bend = 0.010 * noise(size, 3, rng)
    radius = 0.115
    ring = np.floor((r + bend - radius) / 0.048 + 1e-3)
    parts = np.where(ring < 2, 18, np.where(ring < 5, 28, 40))
    spoke = np.floor((turn / (2 * np.pi) + 0.03 * ring + 0.15 * r) * parts)
    kind = np.zeros(x.shape, np.int64)  # 0 sky
    number = 1000 + ring.astype(np.int64) * 60 + np.mod(spoke, parts).astype(np.int64)
    bright = np.exp(-np.clip(r - radius, 0, 2) / 0.30)
    inner = r < radius
    kind[inner] = 1
    number[inner] = 100 + np.where(r < radius * 0.5, 0, 1 + np.floor(turn / (2 * np.pi) * 8) % 8)[inner].astype(
        np.int64
    )
    for k, (base, high, bumps) in enumerate(((0.66, 0.030, 2.2), (0.735, 0.034, 1.7), (0.81, 0.020, 1.5))):
        line = base + high * ridge(size, rng, bumps, 2) - 0.03 * np.cos((fx[0] - 0.5) * 6 + k * 2.4)
        body = below(size, line, 1) > 0.5
        depth = np.clip(fy - line[None, :], 0, 1)
        band = np.floor(depth / 0.040 + 0.25 * noise(size, 2.5, rng))
        piece = np.floor(fx * (9 - k) + 0.45 * band + 0.5 * noise(size, 2, rng) + 0.3 * (fy - base) * 8)
        kind = np.where(body, 2 + k, kind)
        number = np.where(body, 10000 * (k + 1) + (band * 40 + piece + 10).astype(np.int64), number)
        bright = np.where(body, np.clip(0.85 - depth * 3.2 - 0.6 * np.abs(fx - sun_x), 0, 1), bright)
    stream = 0.5 + 0.10 * np.sin((fy - 0.66) * 15) + 0.16 * (fy - 0.66)
    width = 0.010 + 0.42 * np.clip(fy - 0.69, 0, 1) ** 1.25
    river = (np.abs(fx - stream) < width) & (kind >= 3)
    flow = np.floor((fx - stream) / width * 1.5 + 0.5)
    kind = np.where(river, 5, kind)
    number = np.where(river, 50000 + (flow * 20 + np.floor(fy * 13 + 0.35 * flow) + 60).astype(np.int64), number)
    bright = np.where(river, 0.9 - 0.7 * np.abs(flow) / 2, bright)
    return _tree(size, side, rng, number, kind, bright, x, y)


def _tree(
    size: Size, side: float, rng: np.random.Generator, number: Array, kind: Array, bright: Array, x: Array, y: Array
) -> Cartoon:
    """A tree with a leaning trunk on the left and a crown that spreads over the sun."""
    fx, fy = frame(size)

    def put(points: list[list[float]]) -> Array:
        curve = smooth_curve(np.array(points) * [side, 1] + [0.5, 0], 160)
        return polygon(size, curve, 1) > 0.5

    shape = np.hypot((fx - 0.5 + side * 0.215) / 0.30, (fy - 0.225) / 0.21)
    crown = shape + 0.09 * np.sin(9 * np.arctan2(fy - 0.225, (fx - 0.5 + side * 0.215) * 1.3)) * shape < 1
    leaf = scattered_cells((x + 0.35 * y) * 30, (y - 0.35 * x) * 19, rng, 0.8)
    kind = np.where(crown, 6, kind)
    number = np.where(crown, 200000 + leaf, number)
    bright = np.where(crown, np.clip(0.5 + 0.28 * noise(size, 6, rng) + 0.5 * side * (fx - 0.45), 0, 1), bright)
    limbs = (
        [[-0.36, 1.02], [-0.315, 0.86], [-0.285, 0.66], [-0.275, 0.45], [-0.245, 0.24], [-0.225, 0.10], [-0.215, 0.10],
         [-0.215, 0.26], [-0.225, 0.46], [-0.215, 0.66], [-0.19, 0.86], [-0.12, 1.02]],
        [[-0.245, 0.47], [-0.16, 0.36], [-0.06, 0.285], [0.05, 0.235], [0.055, 0.245], [-0.05, 0.305],
        [-0.14, 0.385], [-0.215, 0.52]],
        [[-0.265, 0.44], [-0.33, 0.34], [-0.40, 0.27], [-0.46, 0.235], [-0.455, 0.25], [-0.39, 0.295],
        [-0.32, 0.37], [-0.25, 0.50]],
        [[-0.235, 0.33], [-0.17, 0.22], [-0.11, 0.12], [-0.10, 0.125], [-0.155, 0.235], [-0.222, 0.37]],
    )  # fmt: skip
    trunk = np.zeros(fx.shape, bool)
    for points in limbs:
        trunk |= put(points)
    kind = np.where(trunk, 7, kind)
    number = np.where(
        trunk,
        900000
        + (np.floor(fy * 11 + 1.5 * fx * side) * 4 + (side * (fx - 0.5) > -0.25 + 0.03 * np.sin(fy * 16))).astype(
            np.int64
        ),
        number,
    )
    bright = np.where(trunk, 0.25 + 0.6 * (side * (fx - 0.5) > -0.25 + 0.03 * np.sin(fy * 16)), bright)
    margin = np.minimum(np.minimum(x, x.max() - x), np.minimum(y, y.max() - y))
    border = margin < 0.036
    along = np.floor(np.where(np.minimum(x, x.max() - x) < np.minimum(y, y.max() - y), y, x) * 16)
    corner = (np.minimum(x, x.max() - x) < 0.036) & (np.minimum(y, y.max() - y) < 0.036)
    which = np.where(x < 0.5 * x.max(), 0, 1) * 2 + np.where(y < 0.5 * y.max(), 0, 1)
    edge_side = np.argmin(np.stack([x, x.max() - x, y, y.max() - y]), axis=0)
    kind = np.where(border, 8, kind)
    number = np.where(border, 990000 + (edge_side * 100 + along).astype(np.int64), number)
    number = np.where(corner, 999000 + which, number)
    kind = np.where(corner, 9, kind)
    bright = np.where(border, 0.4, bright)
    cartoon = Cartoon(size, ROWS)
    cartoon.number, cartoon.kind, cartoon.bright = number, kind, bright
    cartoon.heavy = np.select([kind >= 8, kind == 1, kind == 7, kind == 6], [8, 1, 7, 6], 0)
    return cartoon

"""Stained glass: a tree before the rising sun, in pot-metal panes held by lead and lit from behind.

Panes are regions of a drawing divided by its own forms: rings and rays about the sun, bands along the hills, leaf-like
cells in the crown. Each pane has streaks, bubbles and its own thickness; lead has a rounded back and solder at joints.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.cells import compact, means, nearness, scattered_cells, seams
from stylegui.painters.colour import Array, Palette, from_oklab, linear_to_srgb, shifted, srgb_to_linear
from stylegui.painters.field import Size, blurred, fbm, grid, noise, resized, slope, smoothstep
from stylegui.painters.study import below, distance, frame, polygon, ridge, smooth_curve

# night blue, sky blue, turquoise, sun yellow, sun orange, red, leaf green, pale green, violet, earth brown, white glass
PALETTE = Palette(
    (
        "#173a8c", "#2f7fd1", "#53c2c4", "#ffd84a", "#f7902b", "#d42f35", "#1f8a4c", "#a5cf3f", "#6d3aa0", "#8a4a22",
        "#f4ead0",
    )
)  # fmt: skip


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = (round(size[0] * 1.5), round(size[1] * 1.5))
    unit = max(large) / 1536
    number, kind, bright, bold = _cartoon(large, rng)
    colours = _panes(number, kind, bright, palette, rng)
    light = srgb_to_linear(from_oklab(colours[number]))
    light *= _glass(large, number, rng, unit)[..., None]
    lead, shape = _lead(number, bold, rng, unit)
    glow = np.stack([blurred(light[..., c] * (1 - lead), 9 * unit) for c in range(3)], axis=-1)
    wide = np.stack([blurred(light[..., c] * (1 - lead), 40 * unit) for c in range(3)], axis=-1)
    across, down = slope(blurred(shape, 1.2 * unit))
    facing = np.clip(0.5 - (across + down) * 1.2, 0, 1)
    metal = np.array([0.020, 0.021, 0.025]) + np.array([0.11, 0.115, 0.125]) * (facing**3)[..., None]
    metal = metal * (1 + 0.18 * fbm(large, 50, rng, 5))[..., None] + 0.03 * glow
    picture = light * (1 - lead[..., None]) + metal * lead[..., None]
    picture = picture * 0.98 + 0.05 * glow + 0.05 * wide
    return np.asarray(np.rint(linear_to_srgb(resized(picture, size)) * 255), dtype=np.uint8)


def _cartoon(size: Size, rng: np.random.Generator) -> tuple[Array, Array, Array, Array]:
    """The drawing: pane numbers, the kind of thing each pixel belongs to, its light in [0, 1], and the heavy leads."""
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
) -> tuple[Array, Array, Array, Array]:
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
    bold = seams(np.where(kind >= 8, 8, np.where(kind == 1, 1, np.where(kind == 7, 7, np.where(kind == 6, 6, 0)))))
    return compact(number), kind, bright, bold


def _panes(number: Array, kind: Array, bright: Array, palette: Palette, rng: np.random.Generator) -> Array:
    """One OKLab colour a pane, (N, 3), chosen by what the pane shows and how much light it has."""
    count = int(number.max()) + 1
    what = np.zeros(count, np.int64)
    what[number.ravel()] = kind.ravel()
    light = means(bright, number)
    rows = {
        0: (8, 0, 0, 1, 2, 3, 3), 1: (4, 4, 3, 3), 2: (8, 1, 2), 3: (6, 6, 2, 7), 4: (6, 6, 7, 3), 5: (0, 1, 2, 10),
        6: (5, 5, 6, 6, 7, 4, 3), 7: (9, 9, 4), 8: (0, 5), 9: (3, 3),
    }  # fmt: skip
    colours = np.zeros((count, 3), np.float32)
    for pane in range(count):
        row = rows[int(what[pane])]
        spread = 0.16 if what[pane] in (0, 6) else 0.10
        at = np.clip(light[pane] + rng.normal(0, spread), 0, 0.999)
        colour = palette[row[int(at * len(row))]]
        if what[pane] == 6 and rng.random() < 0.06:
            colour = palette[10]
        colours[pane] = shifted(colour, rng.normal(0.01, 0.035), rng.uniform(0.95, 1.15), rng.normal(0, 0.10))
    return colours


def _glass(size: Size, number: Array, rng: np.random.Generator, unit: float) -> Array:
    """What the glass lets through, (H, W) about 1: streaks, thickness, bubbles, and dirt that gathers at the lead."""
    count = int(number.max()) + 1
    tilt = rng.uniform(0, 2 * np.pi, count)[number]
    x, y = grid(size)
    strength = rng.uniform(0.4, 1.4, count)[number]
    ramp = np.cos(tilt) * (x - means(x, number)[number]) + np.sin(tilt) * (y - means(y, number)[number])
    streaky = np.where(np.cos(2 * tilt) > 0, noise(size, (9, 60), rng), noise(size, (60, 9), rng))
    waves = 0.10 * strength * streaky + 0.07 * fbm(size, 30, rng, 3) + 0.05 * fbm(size, 130, rng, 2)
    seeds = smoothstep(2.3, 2.7, noise(size, 150, rng)) * 0.35 - smoothstep(2.5, 2.9, noise(size, 120, rng)) * 0.3
    near = nearness(seams(number), 7 * unit)
    light = (0.98 + 3.2 * ramp + waves + seeds) * (1 - 0.42 * near)
    return np.asarray(np.clip(light, 0.12, 1.9))


def _lead(number: Array, bold: Array, rng: np.random.Generator, unit: float) -> tuple[Array, Array]:
    """Where lead is, (H, W) in [0, 1], and the height of its rounded back."""
    edge = seams(number)
    size = (number.shape[1], number.shape[0])
    thin = blurred(edge, 2.9 * unit) * 2.9 * unit * (1 + 0.10 * noise(size, 40, rng))
    thick = blurred(bold, 5.2 * unit) * 5.2 * unit
    shape = np.maximum(thin, thick * 1.05)
    joints = np.clip(blurred(edge, 4.0 * unit) * 4.0 * unit - 0.62, 0, 1)
    return smoothstep(0.19, 0.25, shape + 0.4 * joints), np.sqrt(np.clip(shape + 0.8 * joints, 0, 2)) * 5 * unit

"""What stands in the room: an armchair, curtains, a plant, a small table, a sideboard with books; in metres.

x goes to the right, y up, z towards the camera; the window is in the left wall.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import fbm, noise, smoothstep
from stylegui.painters.samples.solids import FAR, Cluster, Ellipsoid, Material, Turned
from stylegui.painters.samples.volumes import Volume, limb, merged, slab

CHAIR_AT, CHAIR_TURN = np.array([0.62, 0, -1.42], np.float32), -0.62
WALL_X = -2.0
WINDOW_Y, WINDOW_Z = (0.72, 2.32), (-1.72, -0.42)


@dataclass(frozen=True)
class Box:
    """A box along the axes."""

    low: Array
    high: Array
    material: Material

    def meet(self, origin: Array, ray: Array) -> Array:
        """Distances (N,), FAR where missed."""
        with np.errstate(divide="ignore", invalid="ignore"):
            first, last = (self.low - origin) / ray, (self.high - origin) / ray
        enter = np.nanmax(np.minimum(first, last), axis=1)
        leave = np.nanmin(np.maximum(first, last), axis=1)
        return np.where((enter < leave) & (enter > 1e-4), enter, FAR).astype(np.float32)

    def normal(self, place: Array) -> Array:
        """Unit normals (N, 3)."""
        middle, half = (self.low + self.high) / 2, (self.high - self.low) / 2
        off = (place - middle) / half
        axis = np.abs(off).argmax(axis=1)
        normal = np.zeros(place.shape, np.float32)
        rows = np.arange(len(place))
        normal[rows, axis] = np.sign(off[rows, axis])
        return normal


def beside_chair(place: Array) -> Array:
    """Places (N, 3) as the chair sees them: its front is z."""
    c, s = np.float32(np.cos(CHAIR_TURN)), np.float32(np.sin(CHAIR_TURN))
    away = place - CHAIR_AT
    return np.stack([away[:, 0] * c - away[:, 2] * s, away[:, 1], away[:, 0] * s + away[:, 2] * c], axis=1)


def pillow(p: Array) -> Array:
    """The cushion that leans on the chair's back."""
    q = p - np.array([0.06, 0.63, -0.13], np.float32)
    c, s = np.cos(0.2), np.sin(0.2)
    q = np.stack([q[:, 0] * c - q[:, 1] * s, q[:, 0] * s + q[:, 1] * c, q[:, 2] + 0.30 * q[:, 1]], axis=1)
    bulge = 0.055 * np.maximum(1 - (q[:, 0] / 0.23) ** 2, 0) * np.maximum(1 - (q[:, 1] / 0.2) ** 2, 0)
    return slab(q, (0, 0, 0), (0.22, 0.19, 0.045), 0.04) - bulge


def chair(place: Array) -> Array:
    """An upholstered armchair on four turned legs."""
    p = beside_chair(place)
    half = p.copy()
    half[:, 0] = np.abs(p[:, 0])
    lean = half.copy()
    lean[:, 2] += 0.20 * (p[:, 1] - 0.4)
    sag = 0.018 * np.cos(p[:, 0] * 5.0) * np.cos((p[:, 2] - 0.05) * 4.0)
    form = slab(half, (0, 0.27, 0), (0.37, 0.09, 0.37), 0.03)
    seat = slab(half, (0, 0.42, 0.05), (0.285, 0.085, 0.345), 0.06) - sag
    back = slab(lean, (0, 0.64, -0.33), (0.37, 0.32, 0.10), 0.09) - 0.02 * np.cos(p[:, 0] * 4.2)
    arm = slab(half, (0.375, 0.43, 0.0), (0.085, 0.19, 0.38), 0.075)
    form = merged(merged(form, seat, 0.02), merged(back, arm, 0.04), 0.02)
    form = merged(form, pillow(p), 0.012)
    for z in (-0.31, 0.31):
        form = np.minimum(form, limb(half, (0.31, 0.2, z), (0.35, 0.0, z * 1.12), 0.026, 0.014))
    return np.asarray(form * 0.9, dtype=np.float32)


def curtains(place: Array) -> Array:
    """Two lengths of linen beside the window, hung in folds from a rod."""
    x, y, z = place.T
    total = limb(place, (-1.86, 2.47, -2.45), (-1.86, 2.47, 0.35), 0.013, 0.013)
    for middle, width, phase in ((-1.90, 0.33, 0.0), (-0.20, 0.33, 2.0)):
        fall = np.clip((2.47 - y) / 2.45, 0, 1)
        u = (z - middle) / (1 - 0.10 * np.sin(np.pi * fall))
        fold = np.sin(u * 56 + phase + 0.7 * np.sin(y * 1.6 + u * 4)) + 0.35 * np.sin(u * 93 + 2 * y)
        depth = 0.020 + 0.020 * fall
        sheet = np.abs(x + 1.86 - depth * fold) * 0.42 - 0.006
        sheet = np.maximum(sheet, np.maximum(np.abs(u) - width, np.maximum(y - 2.45, 0.02 - y)))
        total = np.minimum(total, sheet)
    return np.asarray(total, dtype=np.float32)


def volumes(cell: float) -> tuple[Volume, Volume]:
    """Chair and curtains, sampled; `cell` in metres."""
    low, high = CHAIR_AT - np.array([0.68, 0.01, 0.68]), CHAIR_AT + np.array([0.68, 1.05, 0.68])
    return Volume(chair, list(low), list(high), cell), Volume(curtains, (-1.96, 0.0, -2.5), (-1.76, 2.5, 0.4), cell)


def turned_things() -> list[Turned]:
    """Pot, side table, cup and two vases."""
    wood = Material((0.16, 0.085, 0.045), 0.04, 0.2, "wood")
    clay, white = Material((0.42, 0.20, 0.12), 0.0), Material((0.66, 0.63, 0.58), 0.04, 0.15)
    blue = Material((0.07, 0.13, 0.19), 0.05, 0.1)
    return [
        Turned(np.array([-1.28, 0.0, -2.05]), [(0.13, 0), (0.14, 0.02), (0.18, 0.2), (0.2, 0.34), (0.205, 0.36)], clay,
               0.02),
        Turned(np.array([-0.26, 0.0, -1.75]), [(0.16, 0), (0.16, 0.02), (0.03, 0.05), (0.022, 0.25), (0.03, 0.47),
               (0.24, 0.49), (0.245, 0.50), (0.24, 0.52)], wood),
        Turned(np.array([-0.30, 0.52, -1.70]), [(0.028, 0), (0.036, 0.01), (0.042, 0.06), (0.044, 0.085)],
               white, 0.006),
        Turned(np.array([1.62, 0.75, -2.36]), [(0.05, 0), (0.075, 0.03), (0.095, 0.12), (0.07, 0.2), (0.035, 0.26),
               (0.04, 0.30)], blue, 0.008),
        Turned(np.array([-0.16, 0.545, -1.80]), [(0.03, 0), (0.045, 0.02), (0.05, 0.07), (0.03, 0.12), (0.02, 0.16),
               (0.024, 0.18)], white, 0.005),
    ]  # fmt: skip


def boxes(rng: np.random.Generator) -> list[Box]:
    """The sideboard, its books, and one book on the table."""
    wood = Material((0.20, 0.115, 0.065), 0.04, 0.2, "wood")
    found = [
        Box(np.array([1.02, 0.12, -2.58]), np.array([2.5, 0.75, -2.16]), wood),
        Box(np.array([1.06, 0.0, -2.5]), np.array([1.10, 0.12, -2.24]), wood),
    ]
    tints = ((0.36, 0.09, 0.06), (0.08, 0.15, 0.22), (0.55, 0.47, 0.33), (0.12, 0.19, 0.12), (0.40, 0.25, 0.08),
             (0.20, 0.07, 0.09), (0.50, 0.48, 0.44), (0.06, 0.09, 0.14))  # fmt: skip
    x = 1.10
    for number in range(9):
        thick, tall = rng.uniform(0.022, 0.05), rng.uniform(0.18, 0.27)
        cloth = Material(tints[number % len(tints)], 0.0)
        found.append(Box(np.array([x, 0.75, -2.52]), np.array([x + thick - 0.002, 0.75 + tall, -2.33]), cloth))
        x += thick
    found.append(Box(np.array([-0.19, 0.52, -1.90]), np.array([-0.05, 0.545, -1.70]), Material(tints[0], 0.0)))
    return [Box(box.low.astype(np.float32), box.high.astype(np.float32), box.material) for box in found]


def plant(rng: np.random.Generator) -> list[Cluster]:
    """Stems and broad leaves that rise from the pot."""
    green, stem = Material((0.060, 0.125, 0.040), 0.04, 0.25, "leaf"), Material((0.10, 0.085, 0.045), 0.0)
    leaves, stems = [], []
    foot = np.array([-1.28, 0.34, -2.05])
    for number in range(3):
        lean = np.array([0.10 * np.cos(number * 2.1 + 0.4), 1.0, 0.10 * np.sin(number * 2.1 + 0.4)])
        tall = (1.12, 0.90, 0.74)[number]
        frame = _frame(lean)
        stems.append(
            Ellipsoid((foot + lean * tall / 2).astype(np.float32), _axes(tall * 0.54, 0.011, 0.011), frame, stem)
        )
        for step in range(9):
            share = 0.30 + 0.70 * step / 8
            spin = step * 2.4 + number * 1.3
            way = np.array([np.cos(spin), 0.55 + 0.5 * share - 0.5 * rng.random(), np.sin(spin)])
            way /= np.linalg.norm(way)
            size = 0.155 * (1.15 - 0.35 * share) * rng.uniform(0.85, 1.15)
            middle = foot + lean * tall * share + way * size * 1.0
            leaves.append(Ellipsoid(middle.astype(np.float32), _axes(size, 0.004, size * 0.58), _frame(way), green))
    return [Cluster(stems), Cluster(leaves)]


def _axes(a: float, b: float, c: float) -> Array:
    return np.array([a, b, c], np.float32)


def _frame(way: Array) -> Array:
    """A rotation whose first row points along `way` and whose second as far up as it can."""
    first = way / np.linalg.norm(way)
    third = np.cross(first, [0.11, 1.0, 0.07])
    third /= np.linalg.norm(third)
    return np.stack([first, np.cross(third, first), third]).astype(np.float32)


def landscape(rng: np.random.Generator) -> Array:
    """The picture on the wall, (120, 160, 3) linear: hills before an evening sky, painted broadly."""
    y, x = np.mgrid[0:120, 0:160].astype(np.float32) / 160
    daub = noise((160, 120), (34, 22), rng)
    sky = (
        np.array([0.50, 0.40, 0.26])
        + (np.array([0.22, 0.34, 0.42]) - np.array([0.50, 0.40, 0.26]))
        * smoothstep(0.34, 0.0, y + 0.02 * daub)[..., None]
    )
    sun = smoothstep(0.06, 0.045, np.hypot(x - 0.66, y - 0.22))[..., None]
    picture = sky + (np.array([0.75, 0.55, 0.28]) - sky) * sun
    ridges = fbm((160, 4), 3, rng, 3)
    for index, tint in enumerate(([0.20, 0.24, 0.27], [0.13, 0.19, 0.15], [0.22, 0.17, 0.07], [0.08, 0.10, 0.06])):
        edge = 0.33 + 0.105 * index + 0.045 * ridges[index] + 0.004 * daub
        picture = picture + (np.array(tint) - picture) * smoothstep(-0.006, 0.006, y - edge)[..., None]
    return np.asarray(picture * (1 + 0.13 * daub)[..., None], dtype=np.float32)

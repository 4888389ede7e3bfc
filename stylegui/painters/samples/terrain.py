"""A landscape as a grid of heights: marched by rays, shaded by a low sun and the sky."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import bilinear, blurred


@dataclass(frozen=True)
class Terrain:
    """Heights (rows along z, columns along x) in metres over [x0, x0 + columns * cell] × [z0, z0 + rows * cell]."""

    heights: Array
    x0: float
    z0: float
    cell: float

    def at(self, x: Array, z: Array) -> Array:
        """Height at places (any shape), clamped at the borders."""
        return bilinear(self.heights, (x - self.x0) / self.cell, (z - self.z0) / self.cell)

    def look(self, plane: Array, x: Array, z: Array) -> Array:
        """Another field on the same grid."""
        return bilinear(plane, (x - self.x0) / self.cell, (z - self.z0) / self.cell)

    def normals(self) -> Array:
        """(rows, columns, 3) unit normals, y up."""
        dz, dx = np.gradient(self.heights, self.cell)
        normal = np.stack([-dx, np.ones_like(dx), -dz], axis=-1)
        return np.asarray(normal / np.linalg.norm(normal, axis=-1, keepdims=True), dtype=np.float32)

    def openness(self, reach: float) -> Array:
        """How much sky each place sees, about [0, 1]: heights against their surroundings at three widths."""
        total = np.zeros_like(self.heights)
        for share in (0.12, 0.4, 1.0):
            span = reach * share
            total += np.clip((self.heights - blurred(self.heights, span / self.cell)) / span, -0.7, 0.7)
        return np.asarray(np.clip(0.62 + 0.42 * total, 0.08, 1.0))


def march(
    terrain: Terrain, origin: Array, direction: Array, near: float, far: float, steps: int, growth: float = 1.0
) -> Array:
    """Distances (N,) at which rays (origins (3,) or (N, 3), directions (N, 3)) meet the ground; inf where they do not.

    Steps grow by `growth` towards the far end; the hit is refined by bisection.
    """
    origins = np.broadcast_to(origin, direction.shape)
    share = np.linspace(0, 1, steps + 1) ** growth
    reach = near + (far - near) * share
    hit = np.full(len(direction), np.inf, np.float32)
    alive = np.arange(len(direction))
    top = float(terrain.heights.max())
    for k in range(1, steps + 1):
        o, d, t = origins[alive], direction[alive], reach[k]
        y = o[:, 1] + d[:, 1] * t
        low = y < top
        under = np.zeros(len(alive), bool)
        o, d = o[low], d[low]
        under[low] = y[low] < terrain.at(o[:, 0] + d[:, 0] * t, o[:, 2] + d[:, 2] * t)
        struck = alive[under]
        if len(struck):
            hit[struck] = _refined(terrain, origins[struck], direction[struck], reach[k - 1], reach[k])
        alive = alive[~under]
        if not len(alive):
            break
    return hit


def _refined(terrain: Terrain, origin: Array, direction: Array, near: float, far: float) -> Array:
    low, high = np.full(len(origin), near, np.float32), np.full(len(origin), far, np.float32)
    for _ in range(7):
        t = (low + high) / 2
        place = origin + direction * t[:, None]
        under = place[:, 1] < terrain.at(place[:, 0], place[:, 2])
        high = np.where(under, t, high)
        low = np.where(under, low, t)
    return (low + high) / 2


def sunlit(terrain: Terrain, place: Array, sun: Array, reach: float, softness: float = 14.0, steps: int = 32) -> Array:
    """How much of the sun each place (N, 3) sees, in [0, 1]: the narrowest clearance along the way, as a penumbra."""
    clear = np.ones(len(place), np.float32)
    for k in range(1, steps + 1):
        t = reach * (k / steps) ** 2 + 0.02
        at = place + sun * t
        gap = at[:, 1] - terrain.at(at[:, 0], at[:, 2])
        clear = np.minimum(clear, np.clip(0.5 + softness * gap / t, 0, 1))
    return clear

"""Forms given by signed distances: the parts they are modelled from, and a sampled copy that rays cross quickly.

A form is a function of places (N, 3) giving lower bounds of the distance to its surface (N,), negative inside. The
parts follow I. Quilez, "Distance functions" and "Smooth minimum"; all lengths are in the unit of the scene.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import numpy as np

from stylegui.painters.colour import Array

Form = Callable[[Array], Array]
FAR = 1e4


def ball(place: Array, centre: Sequence[float], radii: Sequence[float]) -> Array:
    """An ellipsoid (the distance is exact near the surface only)."""
    away = place - np.asarray(centre, np.float32)
    axes = np.asarray(radii, np.float32)
    first = np.sqrt(((away / axes) ** 2).sum(1))
    second = np.sqrt(((away / axes**2) ** 2).sum(1)) + 1e-6
    return np.asarray(first * (first - 1) / second)


def limb(place: Array, start: Sequence[float], end: Sequence[float], first: float, last: float) -> Array:
    """A round limb from `start` to `end`, its radius going from `first` to `last`."""
    a = np.asarray(start, np.float32)
    along = np.asarray(end, np.float32) - a
    away = place - a
    share = np.clip(away @ along / (along @ along), 0, 1)
    gap = away - share[:, None] * along
    return np.asarray(np.sqrt((gap * gap).sum(1)) - (first + (last - first) * share))


def chain(place: Array, knots: Sequence[Sequence[float]], blend: float) -> Array:
    """Limbs through knots (x, y, z, radius), joined smoothly."""
    total = limb(place, knots[0][:3], knots[1][:3], knots[0][3], knots[1][3])
    for before, after in itertools.pairwise(knots[1:]):
        total = merged(total, limb(place, before[:3], after[:3], before[3], after[3]), blend)
    return total


def slab(place: Array, centre: Sequence[float], half: Sequence[float], rounding: float = 0.0) -> Array:
    """A box with half sizes `half`, its edges rounded."""
    q = np.abs(place - np.asarray(centre, np.float32)) - (np.asarray(half, np.float32) - rounding)
    outside = np.sqrt((np.maximum(q, 0) ** 2).sum(1))
    return np.asarray(outside + np.minimum(q.max(axis=1), 0) - rounding)


def merged(first: Array, second: Array, blend: float | Array) -> Array:
    """The union, its seam filled smoothly over `blend`."""
    near = np.maximum(blend - np.abs(first - second), 0) / blend
    return np.asarray(np.minimum(first, second) - near * near * (blend * 0.25))


def carved(first: Array, second: Array, blend: float) -> Array:
    """`first` without `second`, the rim rounded over `blend`."""
    return -merged(-first, second, blend)


def common(first: Array, second: Array, blend: float) -> Array:
    """What lies in both, the rim rounded over `blend`."""
    return -merged(-first, -second, blend)


class Volume:
    """A form sampled on a grid of `cell` over a box: exact near the surface, coarse (and safe) away from it."""

    def __init__(self, form: Form, low: Sequence[float], high: Sequence[float], cell: float, coarse: int = 5) -> None:
        self.form, self.cell = form, cell
        self.low = np.asarray(low, np.float32)
        span = np.ceil((np.asarray(high, np.float32) - self.low) / (cell * coarse)).astype(int)
        self.shape = tuple(int(n) * coarse + 1 for n in span)
        self.high = self.low + (np.array(self.shape, np.float32) - 1) * cell
        middle = form(self._places([np.arange(n) * coarse + coarse / 2 for n in span])).reshape(span)
        reach = cell * coarse * 0.87
        values = np.zeros(self.shape, np.float32)
        body = np.maximum(np.abs(middle) - reach, cell) * np.sign(middle)
        values[:-1, :-1, :-1] = body.repeat(coarse, 0).repeat(coarse, 1).repeat(coarse, 2)
        for axis in range(3):
            edge: list[slice | int] = [slice(None)] * 3
            before = list(edge)
            edge[axis], before[axis] = -1, -2
            values[tuple(edge)] = values[tuple(before)]
        near = np.argwhere(np.abs(middle) < reach + 2 * cell)
        inner = np.stack(np.meshgrid(*[np.arange(coarse + 1)] * 3, indexing="ij"), axis=-1).reshape(-1, 3)
        for start in range(0, len(near), 1500):
            index = (near[start : start + 1500, None] * coarse + inner).reshape(-1, 3)
            values[tuple(index.T)] = form((self.low + index * cell).astype(np.float32))
        self.values = values

    def _places(self, axes: Sequence[Array]) -> Array:
        mesh = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3)
        return np.asarray(self.low + mesh * self.cell, dtype=np.float32)

    def gap(self, place: Array) -> Array:
        """Distances at places (N, 3) by trilinear interpolation; at the border's value outside the box."""
        at = np.clip((place - self.low) / self.cell, 0, np.array(self.shape, np.float32) - 1.001)
        corner = at.astype(np.int32)
        fx, fy, fz = (at - corner).T
        _, rows, columns = self.shape
        index = (corner[:, 0] * rows + corner[:, 1]) * columns + corner[:, 2]
        flat = self.values.ravel()
        total = np.zeros(len(place), np.float32)
        for dx, wx in ((0, 1 - fx), (rows * columns, fx)):
            for dy, wy in ((0, 1 - fy), (columns, fy)):
                base = index + dx + dy
                total += wx * wy * (flat[base] * (1 - fz) + flat[base + 1] * fz)
        return total

    def meet(self, origin: Array, ray: Array, reach: Array | float = FAR, steps: int = 70, pace: float = 0.9) -> Array:
        """Distances (N,) at which rays (N, 3) meet the form, FAR where they miss it or it is farther than `reach`."""
        found = np.full(len(ray), FAR, np.float32)
        with np.errstate(divide="ignore", invalid="ignore"):
            first, last = (self.low - origin) / ray, (self.high - origin) / ray
        start = np.maximum(np.nanmax(np.minimum(first, last), axis=1), 1e-4)
        stop = np.minimum(np.nanmin(np.maximum(first, last), axis=1), reach)
        near = np.flatnonzero(stop > start)
        t, end, origin, ray = start[near], stop[near], origin[near], ray[near]
        close = self.cell * 0.12
        for _ in range(steps):
            if not len(near):
                break
            gap = self.gap(origin + ray * t[:, None])
            struck = gap < close
            found[near[struck]] = t[struck]
            t = t + np.maximum(gap * pace, close)
            going = ~struck & (t < end)
            near, t, end, origin, ray = near[going], t[going], end[going], origin[going], ray[going]
        return found

    def refined(self, place: Array, ray: Array, rounds: int = 2) -> Array:
        """Places (N, 3) near the surface moved along their rays onto the form itself."""
        for _ in range(rounds):
            place = place + ray * np.clip(self.form(place), -self.cell, self.cell)[:, None]
        return np.asarray(place, dtype=np.float32)

    def normal(self, place: Array, step: float = 0.0, exact: bool = False) -> Array:
        """Unit normals (N, 3) by differences over `step` (default: one cell), of the form itself if `exact`."""
        width = step or self.cell
        look = self.form if exact else self.gap
        total = np.zeros(place.shape, np.float32)
        for corner in ((1, -1, -1), (-1, -1, 1), (-1, 1, -1), (1, 1, 1)):
            offset = np.array(corner, np.float32)
            total += offset * look((place + offset * width).astype(np.float32))[:, None]
        return np.asarray(total / (np.linalg.norm(total, axis=1, keepdims=True) + 1e-9))

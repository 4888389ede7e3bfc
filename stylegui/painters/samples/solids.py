"""Solids for the still life: what a ray meets first. Ellipsoids are solved, turned forms are sphere-traced.

All rays are (N, 3) float32 origins and unit directions; distances are in metres.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import bilinear
from stylegui.painters.study import smooth_curve

FAR = np.float32(1e4)


@dataclass(frozen=True)
class Material:
    """Albedo (linear), reflectance at normal incidence, roughness of the reflection, and the pattern painted on it."""

    albedo: tuple[float, float, float]
    gloss: float = 0.04
    rough: float = 0.1
    pattern: str = ""
    metal: bool = False


@dataclass(frozen=True)
class Ellipsoid:
    """An ellipsoid: centre, half axes and the rotation (3, 3) whose rows are its axes."""

    centre: Array
    axes: Array
    turn: Array
    material: Material

    def meet(self, origin: Array, ray: Array) -> Array:
        """Distances (N,), FAR where missed."""
        found = np.full(len(ray), FAR, np.float32)
        away = origin - self.centre
        b = np.einsum("ij,ij->i", away, ray)
        c = np.einsum("ij,ij->i", away, away) - np.float32(self.axes.max() ** 2)
        near = np.flatnonzero((b * b > c) & (b < 0))
        if not len(near):
            return found
        shape = (self.turn.T / self.axes).astype(np.float32)
        o, d = away[near] @ shape, ray[near] @ shape
        a, b, c = (d * d).sum(1), (o * d).sum(1), (o * o).sum(1) - 1
        under = b * b - a * c
        t = (-b - np.sqrt(np.maximum(under, 0))) / a
        found[near] = np.where((under > 0) & (t > 1e-4), t, FAR)
        return found

    def normal(self, place: Array) -> Array:
        """Unit normals (N, 3)."""
        local = ((place - self.centre) @ self.turn.T) / self.axes**2
        world = local @ self.turn
        return np.asarray(world / np.linalg.norm(world, axis=1, keepdims=True))


@dataclass(frozen=True)
class Turned:
    """A form turned on a lathe: knots (radius, height) from the foot up, standing on `base`; hollow if `wall` > 0."""

    base: Array
    knots: Sequence[tuple[float, float]]
    material: Material
    wall: float = 0.0
    lean: tuple[float, float] = (0.0, 0.0)
    profile: Array = field(init=False)

    def __post_init__(self) -> None:
        curve = smooth_curve(np.array(self.knots), 240)
        heights = np.linspace(curve[0, 1], curve[-1, 1], 160)
        radii = np.interp(heights, curve[:, 1], curve[:, 0])
        object.__setattr__(self, "profile", np.stack([radii, heights]).astype(np.float32))

    @property
    def bound(self) -> tuple[Array, float]:
        """Centre and radius of a sphere around it."""
        low, high = float(self.profile[1, 0]), float(self.profile[1, -1])
        middle = self.base + np.array([0, (low + high) / 2, 0])
        return middle.astype(np.float32), float(np.hypot((high - low) / 2, self.profile[0].max())) * 1.03

    def gap(self, place: Array) -> Array:
        """A lower bound of the distance to the surface, negative inside."""
        x, y, z = (place - self.base).T
        x, z = x - self.lean[0] * y, z - self.lean[1] * y
        low, high = self.profile[1, 0], self.profile[1, -1]
        scale = (self.profile.shape[1] - 1) / (high - low)
        step = np.clip((y - low) * scale, 0, self.profile.shape[1] - 1.001)
        index = step.astype(np.int32)
        share = step - index
        radius = self.profile[0, index] * (1 - share) + self.profile[0, index + 1] * share
        side = np.hypot(x, z) - radius
        if self.wall > 0:
            side = np.where(y > low + self.wall, np.abs(side + self.wall / 2) - self.wall / 2, side)
        return np.asarray(np.maximum(side * 0.72, np.maximum(y - high, low - y)), dtype=np.float32)

    def meet(self, origin: Array, ray: Array) -> Array:
        """Distances (N,), FAR where missed."""
        centre, radius = self.bound
        o = origin - centre
        b = np.einsum("ij,ij->i", o, ray)
        under = b * b - np.einsum("ij,ij->i", o, o) + radius * radius
        found = np.full(len(ray), FAR, np.float32)
        near = np.flatnonzero((under > 0) & (-b + np.sqrt(np.maximum(under, 0)) > 0))
        if not len(near):
            return found
        root = np.sqrt(under[near])
        t, end = np.maximum(-b[near] - root, 2e-4), -b[near] + root
        from_, toward = origin[near], ray[near]
        for _ in range(48):
            gap = self.gap(from_ + toward * t[:, None])
            t = t + np.where(gap > 4e-4, gap, 0)
            going = (gap > 4e-4) & (t < end)
            struck = gap <= 4e-4
            found[near[struck]] = t[struck]
            if not going.any():
                break
            near, t, end, from_, toward = near[going], t[going], end[going], from_[going], toward[going]
        return found

    def normal(self, place: Array) -> Array:
        """Unit normals (N, 3)."""
        step = 6e-4
        offsets = np.array([[1, -1, -1], [-1, -1, 1], [-1, 1, -1], [1, 1, 1]], np.float32)
        total = np.zeros(place.shape, np.float32)
        for offset in offsets:
            total += offset * self.gap(place + offset * step)[:, None]
        return np.asarray(total / (np.linalg.norm(total, axis=1, keepdims=True) + 1e-9))


@dataclass(frozen=True)
class Cloth:
    """A folded cloth lying on y = 0: heights (rows, columns) over a turned rectangle; 0 or less is bare table."""

    heights: Array
    centre: tuple[float, float]
    size: tuple[float, float]
    turn: float
    material: Material

    def height(self, place: Array) -> Array:
        """Height above the table at places (N, 3); -1 where there is no cloth."""
        c, s = np.cos(self.turn), np.sin(self.turn)
        x, z = place[:, 0] - self.centre[0], place[:, 2] - self.centre[1]
        u, v = (x * c + z * s) / self.size[0] + 0.5, (-x * s + z * c) / self.size[1] + 0.5
        rows, columns = self.heights.shape
        inside = (u > 0) & (u < 1) & (v > 0) & (v < 1)
        return np.where(inside, bilinear(self.heights, u * (columns - 1), v * (rows - 1)), -1.0)

    def meet(self, origin: Array, ray: Array) -> Array:
        """Distances (N,), FAR where missed."""
        top = float(self.heights.max()) + 1e-3
        found = np.full(len(ray), FAR, np.float32)
        slant = np.where(np.abs(ray[:, 1]) < 1e-5, 1e-5, ray[:, 1])
        first, last = (top - origin[:, 1]) / slant, (0.0 - origin[:, 1]) / slant
        start, stop = np.maximum(np.minimum(first, last), 4e-4), np.minimum(np.maximum(first, last), 3.0)
        near = np.flatnonzero(stop > start)
        before = start[near]
        for k in range(1, 25):
            if not len(near):
                break
            t = start[near] + (stop[near] - start[near]) * (k / 24)
            at = origin[near] + ray[near] * t[:, None]
            under = at[:, 1] < self.height(at)
            found[near[under]] = (0.5 * (t + before))[under]
            near, before = near[~under], t[~under]
        return found

    def normal(self, place: Array) -> Array:
        """Unit normals (N, 3)."""
        step = 0.003
        east, south = np.array([step, 0, 0]), np.array([0, 0, step])
        dx = self.height(place + east) - self.height(place - east)
        dz = self.height(place + south) - self.height(place - south)
        total = np.stack([-np.clip(dx, -0.01, 0.01), np.full(len(dx), 2 * step), -np.clip(dz, -0.01, 0.01)], axis=1)
        return np.asarray(total / np.linalg.norm(total, axis=1, keepdims=True))


class Cluster:
    """Many small ellipsoids of one material (grapes, leaves) inside one sphere, so that most rays pass them at once."""

    def __init__(self, members: Sequence[Ellipsoid]) -> None:
        self.members = tuple(members)
        self.material = self.members[0].material
        centres = np.stack([member.centre for member in self.members])
        self.centre = ((centres.min(axis=0) + centres.max(axis=0)) / 2).astype(np.float32)
        reach = [np.linalg.norm(m.centre - self.centre) + m.axes.max() for m in self.members]
        self.radius = float(max(reach)) * 1.01

    def meet(self, origin: Array, ray: Array) -> Array:
        """Distances (N,), FAR where missed."""
        o = origin - self.centre
        b = np.einsum("ij,ij->i", o, ray)
        c = np.einsum("ij,ij->i", o, o) - self.radius**2
        near = np.flatnonzero((b * b > c) & ((b < 0) | (c < 0)))
        found = np.full(len(ray), FAR, np.float32)
        if len(near):
            from_, toward = origin[near], ray[near]
            best = found[near]
            for member in self.members:
                np.minimum(best, member.meet(from_, toward), out=best)
            found[near] = best
        return found

    def normal(self, place: Array) -> Array:
        """Unit normals (N, 3), each of the member whose surface is nearest."""
        normal, nearest = np.zeros(place.shape, np.float32), np.full(len(place), np.inf)
        for member in self.members:
            local = ((place - member.centre) @ member.turn.T) / member.axes
            gap = np.abs(np.sqrt((local * local).sum(1)) - 1) * member.axes.min()
            closer = np.flatnonzero(gap < nearest)
            if len(closer):
                nearest[closer] = gap[closer]
                normal[closer] = member.normal(place[closer])
        return normal


Solid = Ellipsoid | Turned | Cloth | Cluster

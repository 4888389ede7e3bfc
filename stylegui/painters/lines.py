"""Lines and outlines, (N, 2) places: how long they are, what runs beside them, and how they are turned and moved."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.study import smooth_curve

Point = tuple[float, float]
SPACING = 0.66  # pixels between the points of a ribbon: under 0.7, so that it has no holes


def xy(x: float, y: float) -> Array:
    """(2,) a place or a shift."""
    return np.array([x, y], np.float64)


def moved(points: Array, x: float, y: float) -> Array:
    """(N, 2) points moved by x and y."""
    return np.asarray(points + np.array([x, y]))


def turned(points: Array, angle: float, scale: float = 1.0, at: Point | Array = (0.0, 0.0)) -> Array:
    """(N, 2) points turned by `angle` radians about the origin, scaled, then moved to `at`."""
    c, s = np.cos(angle) * scale, np.sin(angle) * scale
    p = np.asarray(points, np.float64)
    return np.stack([p[:, 0] * c - p[:, 1] * s + at[0], p[:, 0] * s + p[:, 1] * c + at[1]], axis=1)


def curve(points: list[Point] | Array, count: int = 80, closed: bool = False) -> Array:
    """A smooth curve through a few points, (count, 2)."""
    return smooth_curve(np.asarray(points, np.float64), count, closed)


def arc(x: float, y: float, radius: float, start: float, end: float, count: int = 40, squash: float = 1.0) -> Array:
    """(count, 2) points of an arc, angles in radians (image axes)."""
    turn = np.linspace(start, end, count)
    return np.stack([x + radius * np.cos(turn), y + radius * squash * np.sin(turn)], axis=1)


def ellipse(at: Point | Array, across: float, down: float, angle: float = 0.0, count: int = 48) -> Array:
    """(count, 2) outline of an ellipse with half axes `across` and `down`."""
    t = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return turned(np.stack([across * np.cos(t), down * np.sin(t)], axis=1), angle, at=at)


def headings(path: Array) -> Array:
    """Unit vectors (N, 2) along a line."""
    ahead = np.gradient(path, axis=0)
    return np.asarray(ahead / np.maximum(np.hypot(ahead[:, 0], ahead[:, 1]), 1e-9)[:, None])


def normals(path: Array) -> Array:
    """Unit vectors (N, 2) across a line: ahead turned by a quarter from x to y."""
    ahead = headings(path)
    return np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)


def sides(path: Array, half: Array) -> tuple[Array, Array]:
    """Both edges of a line along (N, 2) points with half widths (N,)."""
    out = normals(path) * half[:, None]
    return path + out, path - out


def widened(path: Array, half: Array) -> Array:
    """The outline (2 N, 2) of a line along (N, 2) points with half widths (N,)."""
    left, right = sides(path, half)
    return np.vstack([left, right[::-1]])


def lengths(line: Array) -> Array:
    """(N,) how far along the line each of its places is."""
    return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])


def at_lengths(line: Array, at: Array) -> Array:
    """(M, 2) the places that lie `at` (M,) along a line."""
    run = lengths(line)
    return np.stack([np.interp(at, run, line[:, k]) for k in (0, 1)], axis=1)


def along(paths: Array, u: Array) -> tuple[Array, Array]:
    """Points and unit normals at shares `u` (U,) of paths (B, N, 2) with even legs: two (B, U, 2)."""
    tangent = np.empty_like(paths)
    tangent[:, 1:-1] = paths[:, 2:] - paths[:, :-2]
    tangent[:, 0], tangent[:, -1] = paths[:, 1] - paths[:, 0], paths[:, -1] - paths[:, -2]
    tangent = tangent / (np.hypot(tangent[..., 0], tangent[..., 1])[..., None] + 1e-6)
    normal = np.stack([-tangent[..., 1], tangent[..., 0]], axis=-1)
    at = u * (paths.shape[1] - 1)
    leg = np.minimum(at.astype(np.int32), paths.shape[1] - 2)
    share = (at - leg)[:, None].astype(np.float32)
    return (
        paths[:, leg] * (1 - share) + paths[:, leg + 1] * share,
        normal[:, leg] * (1 - share) + normal[:, leg + 1] * share,
    )


def ribbon(path: Array, width_px: float, taper: float) -> tuple[Array, Array, Array, Array]:
    """Points of a ribbon along a path, dense enough to leave no hole: x, y (U, V), u (U,) in [0, 1], v (V,) ±1."""
    legs = np.hypot(np.diff(path[:, 0]), np.diff(path[:, 1]))
    length = np.concatenate([[0.0], np.cumsum(legs)])
    total = length[-1]
    if total < 1.0:
        empty = np.zeros((0, 0), np.float32)
        return empty, empty, np.zeros(0, np.float32), np.zeros(0, np.float32)
    steps = max(4, int(total / SPACING))
    u = np.arange(steps, dtype=np.float32) / np.float32(steps - 1)
    px = np.interp(u * total, length, path[:, 0])
    py = np.interp(u * total, length, path[:, 1])
    dx, dy = _slope_along(px), _slope_along(py)
    norm = np.hypot(dx, dy) + 1e-6
    lanes = max(3, int(width_px / SPACING))
    v = np.arange(lanes, dtype=np.float32) * np.float32(2 / (lanes - 1)) - np.float32(1)
    half = width_px * 0.5 * (1 - taper * np.abs(2 * u - 1) ** 3)
    x = px[:, None] - (dy / norm * half)[:, None] * v
    y = py[:, None] + (dx / norm * half)[:, None] * v
    return x, y, u, v


def _slope_along(values: Array) -> Array:
    """Central differences up to a factor of two; np.gradient takes longer than the rest of a short stroke."""
    slope = np.empty_like(values)
    slope[1:-1] = values[2:] - values[:-2]
    slope[0], slope[-1] = 2 * (values[1] - values[0]), 2 * (values[-1] - values[-2])
    return slope

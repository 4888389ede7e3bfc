"""Triangulation of scattered points."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array


def delaunay(points: Array) -> Array:
    """(N, 2) distinct points to (M, 3) indices of the Delaunay triangles; fewer than three points give none.

    Incremental insertion, after A. Bowyer and D. Watson (1981): every triangle whose circumcircle holds the new point
    is replaced by a fan over the border of the hole. Quadratic, fast enough for a few thousand points.
    """
    count = len(points)
    if count < 3:
        return np.zeros((0, 3), np.int64)
    low, span = points.min(axis=0), float(np.ptp(points, axis=0).max()) or 1.0
    far = np.array([[-30.0, -20.0], [31.0, -21.0], [0.5, 40.0]])
    place = np.vstack([(points - low) / span, far]).astype(np.float64)
    room = 8 * count + 64
    corner = np.zeros((room, 3), np.int64)
    circle = np.zeros((room, 3))  # centre and squared radius; -1 where nothing is
    circle[:, 2] = -1.0
    corner[0] = (count, count + 1, count + 2)
    circle[0] = _circles(place, corner[:1])[0]
    used = 1
    for index in range(count):
        x, y = place[index]
        live = circle[:used]
        hole = np.flatnonzero((live[:, 0] - x) ** 2 + (live[:, 1] - y) ** 2 < live[:, 2])
        border: dict[tuple[int, int], tuple[int, int]] = {}
        for a, b, c in corner[hole].tolist():
            for start, end in ((a, b), (b, c), (c, a)):
                if border.pop((end, start), None) is None:
                    border[start, end] = (start, end)
        circle[hole, 2] = -1.0
        fresh = np.array([(start, end, index) for start, end in border.values()], dtype=np.int64).reshape(-1, 3)
        slots = np.concatenate([hole, np.arange(used, used + max(0, len(fresh) - len(hole)))])[: len(fresh)]
        used = max(used, int(slots.max(initial=-1)) + 1)
        corner[slots] = fresh
        circle[slots] = _circles(place, fresh)
    found = corner[:used][circle[:used, 2] >= 0]
    return np.asarray(found[(found < count).all(axis=1)])


def _circles(place: Array, corner: Array) -> Array:
    """Centre and squared radius of the circumcircles, (M, 3); infinite where the corners lie on a line."""
    a, b, c = (place[corner[:, k]] for k in range(3))
    ab, ac = b - a, c - a
    twice = 2 * (ab[:, 0] * ac[:, 1] - ab[:, 1] * ac[:, 0])
    flat = np.abs(twice) < 1e-14
    twice = np.where(flat, 1.0, twice)
    ab2, ac2 = (ab**2).sum(axis=1), (ac**2).sum(axis=1)
    x = (ac[:, 1] * ab2 - ab[:, 1] * ac2) / twice
    y = (ab[:, 0] * ac2 - ac[:, 0] * ab2) / twice
    return np.stack([a[:, 0] + x, a[:, 1] + y, np.where(flat, np.inf, x**2 + y**2)], axis=1)

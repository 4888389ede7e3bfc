"""Dividing a plane: cells about scattered sites, and the seams between numbered regions."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import blurred


def scattered_cells(x: Array, y: Array, rng: np.random.Generator, jitter: float = 0.8) -> Array:
    """The number of the nearest site for coordinates in site spacings (H, W); sites stand one to a unit square.

    Cellular noise, after S. Worley, "A Cellular Texture Basis Function", SIGGRAPH 1996.
    """
    column, row = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    left, top = int(column.min()) - 1, int(row.min()) - 1
    columns, rows = int(column.max()) - left + 2, int(row.max()) - top + 2
    sites = 0.5 + (rng.random((rows, columns, 2)) - 0.5) * jitter
    best = np.full(x.shape, 1e9, np.float32)
    number = np.zeros(x.shape, np.int64)
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            c, r = column + dx - left, row + dy - top
            site = sites[np.clip(r, 0, rows - 1), np.clip(c, 0, columns - 1)]
            gap = (column + dx + site[..., 0] - x) ** 2 + (row + dy + site[..., 1] - y) ** 2
            nearer = gap < best
            best = np.where(nearer, gap, best).astype(np.float32)
            number = np.where(nearer, r * columns + c, number)
    return number


def compact(number: Array) -> Array:
    """Any numbering (H, W) as 0 … N - 1."""
    return np.unique(number, return_inverse=True)[1].reshape(number.shape)


def seams(number: Array) -> Array:
    """(H, W) float32: 1 on the borders between regions."""
    edge = np.zeros(number.shape, bool)
    edge[:, 1:] |= number[:, 1:] != number[:, :-1]
    edge[1:] |= number[1:] != number[:-1]
    return edge.astype(np.float32)


def nearness(edge: Array, reach_px: float) -> Array:
    """How near a seam is, in [0, 1]: about 1 on it, falling like a bell over `reach_px`."""
    soft = blurred(edge, reach_px)
    return np.asarray(np.clip(soft * reach_px * 1.25, 0, 1.2))


def means(values: Array, number: Array) -> Array:
    """The mean of `values` (H, W) in each region, (N,)."""
    count = np.bincount(number.ravel())
    return np.asarray(np.bincount(number.ravel(), weights=values.ravel()) / np.maximum(count, 1))

"""The geometry of the mixer pad: what share of each style a point means, and where the point of some shares is.

A pad is a shape with a style at each corner: a line for two, a triangle for three, a square for four. It lies in the
unit square, x to the right and y down, its lowest x 0 and its highest 1. Points are (..., 2), shares (..., count); the
shares of a point are positive or zero and their sum is 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]

FEWEST, MOST = 2, 4
TRACE = 1e-4
"""The least share of a style: nothing that could be seen, but it keeps the proportion of styles that were dragged away,
and every weight is positive, as recipes want it."""

_CORNERS: dict[int, Array] = {
    2: np.array([[0.0, 0.0], [1.0, 0.0]]),
    3: np.array([[0.5, 0.0], [0.0, np.sqrt(0.75)], [1.0, np.sqrt(0.75)]]),
    4: np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]),
}


def corners(count: int) -> Array:
    """Where the styles stand, (count, 2), in reading order. Raises ValueError unless `count` is 2, 3 or 4."""
    if count not in _CORNERS:
        raise ValueError(f"A mixer pad has two to four corners, not {count}.")
    return _CORNERS[count]


def nearest(points: ArrayLike, count: int) -> Array:
    """The points of the pad that are nearest to `points`: these themselves where they are on it."""
    outside = np.asarray(points, dtype=np.float64)
    if count == MOST:
        return np.clip(outside, 0, 1)
    ends = corners(count)
    starts, ways = (ends[:1], ends[1:] - ends[:1]) if count == FEWEST else (ends, np.roll(ends, -1, axis=0) - ends)
    along = ((outside[..., None, :] - starts) * ways).sum(-1) / (ways * ways).sum(-1)
    on_edges = starts + np.clip(along, 0, 1)[..., None] * ways
    far = np.linalg.norm(outside[..., None, :] - on_edges, axis=-1)
    chosen = np.argmin(far, axis=-1)[..., None, None]
    result = np.take_along_axis(on_edges, np.broadcast_to(chosen, (*chosen.shape[:-1], 2)), axis=-2)[..., 0, :]
    if count == FEWEST:
        return np.asarray(result)
    within = (_barycentric(outside) >= 0).all(axis=-1, keepdims=True)
    return np.where(within, outside, result)


def shares_at(points: ArrayLike, count: int) -> Array:
    """What share of each style a point means: barycentric in a triangle, bilinear in a square.

    A point beside the pad means what the nearest point on it means.
    """
    place = nearest(points, count)
    x, y = place[..., 0], place[..., 1]
    if count == FEWEST:
        shares = np.stack([1 - x, x], axis=-1)
    elif count == MOST:
        shares = np.stack([(1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y], axis=-1)
    else:
        shares = np.maximum(_barycentric(place), 0)
    return np.asarray(shares / shares.sum(axis=-1, keepdims=True))


def point_of(shares: ArrayLike) -> Array:
    """The point that means these shares, (2,); for four styles, whose shares a point cannot all express, the one that
    comes nearest: its shares have the least relative entropy to those asked for.

    That point keeps how much there is on the left and on the right, above and below (the product of the marginals is
    the information projection onto independent distributions: Csiszár, "I-divergence geometry", 1975).
    """
    parts = np.asarray(shares, dtype=np.float64)
    parts = parts / parts.sum()
    return np.asarray(parts @ corners(len(parts)))


def expresses(shares: ArrayLike, tolerance: float = 0.005) -> bool:
    """Whether a point can mean these shares, each within `tolerance`."""
    parts = np.asarray(shares, dtype=np.float64)
    parts = parts / parts.sum()
    return bool(np.abs(shares_at(point_of(parts), len(parts)) - parts).max() <= tolerance)


def with_traces(shares: Sequence[float] | Array) -> list[float]:
    """The shares (sum 1) with at least `TRACE` of each style."""
    lifted = np.maximum(np.asarray(shares, dtype=np.float64), TRACE)
    lifted[np.argmax(lifted)] += 1 - lifted.sum()
    return [float(share) for share in lifted]


def share_out(shares: Sequence[float], index: int, share: float) -> list[float]:
    """The shares (sum 1) after one of them was set: the others divide what is left in their old proportion."""
    others = len(shares) - 1
    share = min(max(share, TRACE), 1 - others * TRACE)
    rest = sum(shares) - shares[index]
    result = [max(TRACE, old / rest * (1 - share)) for old in shares]
    result[index] = share
    # The floor above may have taken more than there was: the largest other one gives it back.
    largest = max((i for i in range(len(shares)) if i != index), key=lambda i: result[i])
    result[largest] += 1 - sum(result)
    return result


def _barycentric(points: NDArray[Any]) -> Array:
    """Barycentric coordinates in the triangle, negative outside."""
    top, left, right = corners(3)
    last_two = (points - top) @ np.linalg.inv(np.stack([left - top, right - top]))
    return np.concatenate([1 - last_two.sum(-1, keepdims=True), last_two], axis=-1)

"""Distances to forms and the level lines of fields: what rows of tiles, stitches and cracks follow."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.lines import at_lengths, lengths


def nearest_px(mask: Array) -> Array:
    """(H, W) Euclidean distance to the nearest set pixel of `mask`, in pixels; infinite when none is set.

    Exact and separable, after P. Felzenszwalb and D. Huttenlocher, "Distance Transforms of Sampled Functions" (2012).
    """
    height, width = mask.shape
    column = np.broadcast_to(np.arange(width, dtype=np.float32), mask.shape)
    last = np.maximum.accumulate(np.where(mask, column, -np.inf), axis=1)
    following = np.minimum.accumulate(np.where(mask, column, np.inf)[:, ::-1], axis=1)[:, ::-1]
    along = np.minimum(column - last, following - column).astype(np.float32) ** 2
    best = along.copy()
    for step in range(1, height):
        if step**2 > best.max():
            break
        np.minimum(best[step:], along[:-step] + step**2, out=best[step:])
        np.minimum(best[:-step], along[step:] + step**2, out=best[:-step])
    return np.asarray(np.sqrt(best), dtype=np.float32)


def signed_px(mask: Array) -> Array:
    """(H, W) distance to the outline of `mask` in pixels: positive inside, negative outside."""
    inside = mask > 0.5
    reach = float(np.hypot(*mask.shape))
    within, without = nearest_px(~inside), nearest_px(inside)
    return np.asarray(np.clip(np.where(inside, within - 0.5, 0.5 - without), -reach, reach), dtype=np.float32)


def level_lines(field: Array, mask: Array) -> list[Array]:
    """The lines inside `mask` where `field` (H, W) is a whole number, each (N, 2) as x and y in pixels.

    Marching squares for all levels at once; the field must change by less than 1 from pixel to pixel. A closed line
    ends where it starts.
    """
    height, width = field.shape
    level = np.floor(field).astype(np.int64)
    none = np.iinfo(np.int64).min
    rows, columns = np.full((height, width), none), np.full((height, width), none)  # edges to the right and down
    rows[:, :-1] = np.where(level[:, 1:] != level[:, :-1], np.maximum(level[:, 1:], level[:, :-1]), none)
    columns[:-1] = np.where(level[1:] != level[:-1], np.maximum(level[1:], level[:-1]), none)
    number = np.arange(height * width).reshape(height, width)
    edges = (rows[:-1, :-1], rows[1:, :-1], columns[:-1, :-1], columns[:-1, 1:])  # of every cell: top, bottom, sides
    names = (number[:-1, :-1], number[1:, :-1], number[:-1, :-1] + height * width, number[:-1, 1:] + height * width)
    inside = np.asarray(mask[:-1, :-1], bool) & np.asarray(mask[1:, 1:], bool)
    saddle = (edges[0] == edges[1]) & (edges[2] == edges[3]) & (edges[0] == edges[2]) & (edges[0] != none)
    first, second = [], []
    for a, b in ((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)):
        joined = (edges[a] == edges[b]) & (edges[a] != none) & inside
        if (a, b) not in ((0, 2), (1, 3)):
            joined &= ~saddle
        first.append(names[a][joined])
        second.append(names[b][joined])
    return _chained(np.concatenate(first), np.concatenate(second), field, rows, columns)


def _chained(first: Array, second: Array, field: Array, rows: Array, columns: Array) -> list[Array]:
    """Pairs of crossed edges as lines of points."""
    height, width = field.shape
    ends = np.concatenate([first, second])
    others = np.concatenate([second, first])
    order = np.argsort(ends, kind="stable")
    ends, others = ends[order], others[order]
    opening = np.ones(len(ends), bool)
    opening[1:] = ends[1:] != ends[:-1]
    one, two = np.full(2 * height * width, -1), np.full(2 * height * width, -1)
    one[ends[opening]] = others[opening]
    two[ends[~opening]] = others[~opening]
    loose = ends[opening & (two[ends] < 0)]
    ahead, back = one.tolist(), two.tolist()
    seen = bytearray(2 * height * width)
    lines = []
    for start in (*loose.tolist(), *ends[opening].tolist()):
        if seen[start]:
            continue
        chain, place, came = [], start, -1
        while place >= 0 and not seen[place]:
            seen[place] = 1
            chain.append(place)
            place, came = (back[place] if ahead[place] == came else ahead[place]), place
        if place == start and len(chain) > 2:
            chain.append(start)
        if len(chain) > 2:
            lines.append(_points(np.array(chain), field, rows, columns))
    return lines


def _points(chain: Array, field: Array, rows: Array, columns: Array) -> Array:
    """Where the level crosses each edge of a chain."""
    height, width = field.shape
    down = chain >= height * width
    y, x = np.divmod(np.where(down, chain - height * width, chain), width)
    level = np.where(down, columns[y, x], rows[y, x])
    start = field[y, x]
    end = field[np.minimum(y + down, height - 1), np.minimum(x + ~down, width - 1)]
    share = np.clip((level - start) / np.where(end == start, 1, end - start), 0, 1)
    return np.stack([x + share * ~down, y + share * down], axis=1).astype(np.float32)


def resampled(line: Array, spacing: float, soften: int = 2) -> tuple[Array, float]:
    """A line (N, 2) with its steps smoothed out, as (M, 2) points about `spacing` apart, and its exact spacing."""
    closed = bool(np.hypot(*(line[0] - line[-1])) < 1e-3)
    points: Array = np.asarray(line, dtype=np.float32)
    for _ in range(soften if len(points) > 6 else 0):
        if closed:
            ring = points[:-1]
            ring = (np.roll(ring, 1, 0) + 2 * ring + np.roll(ring, -1, 0)) / 4
            points = np.vstack([ring, ring[:1]])
        else:
            points[1:-1] = (points[:-2] + 2 * points[1:-1] + points[2:]) / 4
    length = float(lengths(points)[-1])
    count = max(1, round(length / spacing))
    even = at_lengths(points, np.linspace(0, length, count + 1))
    return even.astype(np.float32), length / count

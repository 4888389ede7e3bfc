"""Sheets of folded paper: triangles in space, made by creasing an outline or split from a few that are given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, plan_size
from stylegui.painters.scenes.stage import Plate, Stage
from stylegui.painters.triangles import delaunay

LIGHT = np.array([-0.50, -0.62, 0.605])  # toward the light; x to the right, y down, z to the viewer
PLAN_PX = 512


@dataclass(frozen=True)
class Sheet:
    """A sheet: `corners` (N, 3, 3) of its facets as x, y, z in a design's coordinates, their OKLab `colours` (N, 3).

    lift: how far it hangs before what is behind, in pixels at 1536; crease: how strongly its folds show.
    """

    corners: Array
    colours: Array
    lift: float = 10.0
    crease: float = 1.0


def facing(corners: Array) -> Array:
    """How far each facet (N, 3, 3) faces the light, from -1 to 1."""
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normal *= np.where(normal[:, 2:] < 0, -1.0, 1.0)
    normal /= np.maximum(np.linalg.norm(normal, axis=1), 1e-9)[:, None]
    return np.asarray(normal @ LIGHT)


def creased(
    plan: Stage, outline: Array, spacing: float, height: Callable[[Array, Array], Array],
    colour: Callable[[Array, Array, Array], Array], rng: np.random.Generator, extra: Array | None = None,
    lift: float = 10.0, crease: float = 1.0, stretch: float = 1.0,
) -> Sheet:  # fmt: skip
    """Fold an outline (N, 2) into facets about `spacing` wide, half as wide near its edge.

    `height` gives z of places x, y; `colour` gives (N, 3) OKLab of the facets' middles x, y and of how they face the
    light; `extra` (K, 2) are corners that must be there; facets are about `stretch` times as wide as high.
    """
    plate = Plate(plan)
    plate.fill(outline)
    inside = plate.mask() > 0.5
    ring = _spaced(np.vstack([outline, outline[:1]]), spacing * 0.62)[:-1]
    low, high = outline.min(axis=0), outline.max(axis=0)
    y, x = np.mgrid[low[1] : high[1] : spacing, low[0] : high[0] : spacing]
    x = x + (np.arange(len(x)) % 2)[:, None] * spacing * 0.5
    grid = np.stack([x.ravel(), y.ravel()], axis=1)
    places = grid + rng.uniform(-0.38, 0.38, grid.shape) * spacing
    places = places[_within(plan, inside, places)]
    if len(places):
        gap = np.hypot(places[:, None, 0] - ring[None, :, 0], places[:, None, 1] - ring[None, :, 1]).min(axis=1)
        places = places[gap > spacing * 0.45]
    parts = [ring, places] if extra is None else [ring, places, extra]
    points = np.vstack(parts)
    points = points[np.unique(np.round(points, 5), axis=0, return_index=True)[1]]
    points = points[rng.permutation(len(points))]
    facets = delaunay(points * (1, stretch))
    middle = points[facets].mean(axis=1)
    facets = facets[_within(plan, inside, middle)]
    z = height(points[:, 0], points[:, 1])
    corners = np.concatenate([points, z[:, None]], axis=1)[facets]
    middle = corners.mean(axis=1)
    return Sheet(corners, colour(middle[:, 0], middle[:, 1], facing(corners)), lift, crease)


def quartered(corners: Array, colours: Array, ruffle: float) -> tuple[Array, Array]:
    """Each facet (N, 3, 3) split into four whose new corners are pushed about by `ruffle`, alike on both sides."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]

    def middle(p: Array, q: Array) -> Array:
        half = (p + q) / 2
        seed = np.sin(half[:, :1] * 127.1 + half[:, 1:2] * 311.7 + np.array([[0.0, 1.7, 3.1]])) * 43758.5453
        return np.asarray(half + (seed - np.floor(seed) - 0.5) * ruffle * np.linalg.norm(p - q, axis=1)[:, None])

    ab, bc, ca = middle(a, b), middle(b, c), middle(c, a)
    parts = [np.stack(part, axis=1) for part in ((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))]
    return np.concatenate(parts), np.concatenate([colours] * 4)


def plan_of(size: Size, ratio: float) -> Stage:
    """A small stage of the picture's shape, on which outlines are tried."""
    return Stage.whole(plan_size(size, PLAN_PX), ratio, margin=0.0)


def bounds(plan: Stage) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the picture in design coordinates, a little beyond its edges."""
    left, top, right, bottom = plan.edges
    return left - 0.02, top - 0.02, right + 0.02, bottom + 0.02


def _within(plan: Stage, inside: Array, places: Array) -> Array:
    px = np.rint(plan.pixels(places) - 0.5).astype(int)
    column, row = np.clip(px[:, 0], 0, inside.shape[1] - 1), np.clip(px[:, 1], 0, inside.shape[0] - 1)
    return np.asarray(inside[row, column])


def _spaced(line: Array, spacing: float) -> Array:
    """Corners of a line kept, and places between them where they are far apart."""
    parts = []
    for start, end in pairwise(line):
        steps = max(1, round(float(np.hypot(*(end - start))) / spacing))
        parts.append(start + (end - start) * np.linspace(0, 1, steps, endpoint=False)[:, None])
    return np.vstack([*parts, line[-1:]])

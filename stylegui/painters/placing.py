"""Where marks go: places all over a picture, paths through a field of directions, fixed luck for numbered things."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, bilinear


def traced(
    starts: Array, angle: Array, steps: int, step_px: float, rng: np.random.Generator | None = None, wobble: float = 0.0
) -> Array:
    """Streamlines of an angle field (H, W; radians): (N, 2) starts give (N, steps, 2) paths, centred on the start."""
    cosine, sine = np.cos(angle), np.sin(angle)
    turn = np.zeros(len(starts)) if rng is None else rng.normal(0, wobble, len(starts))
    halves = []
    for sign in (-1.0, 1.0):
        place: Array = starts.astype(np.float32).copy()
        points = [place.copy()]
        for _ in range(steps // 2):
            c, s = bilinear(cosine, place[:, 0], place[:, 1]), bilinear(sine, place[:, 0], place[:, 1])
            heading = np.arctan2(s, c) + turn
            place = place + sign * step_px * np.stack([np.cos(heading), np.sin(heading)], axis=1)
            points.append(place.copy())
        halves.append(np.stack(points, axis=1))
    return np.concatenate([halves[0][:, :0:-1], halves[1]], axis=1)


def scattered(size: Size, spacing_px: float, rng: np.random.Generator) -> Array:
    """(N, 2) places on a jittered grid in random order, reaching a little past the borders."""
    columns, rows = int(size[0] / spacing_px) + 2, int(size[1] / spacing_px) + 2
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    places = np.stack([x.ravel(), y.ravel()], axis=1) - 0.5
    places = (places + rng.uniform(-0.5, 0.5, places.shape)) * spacing_px
    return np.asarray(places[rng.permutation(len(places))], dtype=np.float32)


def lot(number: Array) -> Array:
    """A fixed random value in [0, 1) for each whole number, of any shape."""
    value = np.sin(np.asarray(number, np.float64) * 12.9898 + 78.233) * 43758.5453
    return np.asarray(value - np.floor(value), dtype=np.float32)

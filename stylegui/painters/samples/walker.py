"""A person walking under an umbrella, as a flat silhouette in the street."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size
from stylegui.painters.study import polygon, smooth_curve


@dataclass(frozen=True)
class Walker:
    """Somebody walking, flat in a plane across the street: place, height, and which way they face."""

    x: float
    z: float
    tall: float
    way: int

    def place(self, origin: Array, ray: Array, t: Array, shape: Array) -> tuple[Array, Array]:
        """Where the rays pass through the figure's own picture, (0 … 1, 0 … 1)."""
        rows, columns = shape.shape
        scale = self.tall * 1.22
        u = self.way * (origin[:, 0] + ray[:, 0] * t - self.x) / (scale * columns / rows) + 0.5
        v = 1 - (origin[:, 1] + ray[:, 1] * t) / scale
        return np.nan_to_num(u, nan=-1.0), np.nan_to_num(v, nan=-1.0)


def silhouette(size: Size) -> Array:
    """The silhouette of a person in a coat under an umbrella, (H, W)."""
    coat = [
        [0.44, 0.34],
        [0.52, 0.31],
        [0.59, 0.34],
        [0.63, 0.46],
        [0.62, 0.58],
        [0.66, 0.74],
        [0.55, 0.76],
        [0.41, 0.75],
        [0.43, 0.56],
        [0.41, 0.44],
    ]
    legs = [
        [0.45, 0.73],
        [0.54, 0.74],
        [0.52, 0.86],
        [0.47, 0.985],
        [0.40, 0.99],
        [0.36, 0.985],
        [0.42, 0.95],
        [0.44, 0.86],
    ]
    other = [[0.53, 0.73], [0.63, 0.73], [0.63, 0.85], [0.69, 0.96], [0.71, 0.985], [0.62, 0.985], [0.57, 0.87]]
    head = [[0.48, 0.24], [0.52, 0.225], [0.555, 0.245], [0.56, 0.285], [0.53, 0.32], [0.50, 0.32], [0.475, 0.285]]
    canopy = [[0.10, 0.225], [0.17, 0.12], [0.30, 0.055], [0.45, 0.03], [0.60, 0.055], [0.73, 0.12], [0.80, 0.225],
        [0.69, 0.20], [0.57, 0.215],
              [0.45, 0.195], [0.33, 0.215], [0.21, 0.20]]  # fmt: skip
    shape = np.zeros((size[1], size[0]), np.float32)
    for outline in (coat, legs, other, head):
        shape = np.maximum(shape, polygon(size, smooth_curve(np.array(outline), 90, closed=True)))
    shape = np.maximum(shape, polygon(size, np.array(canopy)))
    pole = [[0.443, 0.0], [0.457, 0.0], [0.457, 0.48], [0.443, 0.48]]
    arm = [[0.44, 0.37], [0.50, 0.37], [0.475, 0.47], [0.44, 0.49]]
    return np.maximum(shape, np.maximum(polygon(size, np.array(pole)), polygon(size, np.array(arm))))

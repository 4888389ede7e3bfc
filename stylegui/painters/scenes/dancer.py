"""A dancer with raised arms: her outlines, and where she stands in a picture."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size
from stylegui.painters.lines import widened
from stylegui.painters.study import places, polygon, smooth_curve

# Places from the middle of the picture in short sides, y from the top of a square; limbs have a width at every place.
TORSO = places(
    "-0.062 0.300, -0.066 0.340, -0.050 0.395, -0.040 0.440, -0.046 0.475, 0.050 0.475, "
    "0.044 0.440, 0.054 0.390, 0.068 0.335, 0.060 0.300, 0.025 0.286, -0.025 0.286"
)
HEAD = places(
    "0.012 0.170, -0.026 0.178, -0.040 0.208, -0.036 0.240, -0.016 0.262, 0.010 0.266, "
    "0.030 0.246, 0.040 0.214, 0.034 0.184"
)
HAIR = places(
    "0.014 0.166, -0.024 0.172, -0.043 0.204, -0.034 0.214, -0.010 0.198, 0.010 0.206, "
    "0.018 0.236, 0.032 0.246, 0.044 0.214, 0.038 0.180"
)
SKIRT = places(
    "-0.044 0.462, 0.048 0.462, 0.100 0.510, 0.165 0.590, 0.215 0.690, 0.245 0.785, 0.190 0.800, "
    "0.120 0.792, 0.040 0.812,"
    "-0.050 0.798, -0.140 0.812, -0.225 0.790, -0.262 0.770, -0.215 0.660, -0.150 0.560, -0.090 0.500"
)
LIMBS = (  # centre lines and widths
    (
        places("-0.058 0.310, -0.112 0.262, -0.142 0.190, -0.118 0.120, -0.058 0.078, -0.018 0.072"),
        (0.046, 0.040, 0.034, 0.029, 0.023, 0.014),
    ),
    (
        places("0.056 0.308, 0.118 0.275, 0.165 0.215, 0.150 0.140, 0.092 0.088, 0.046 0.078"),
        (0.046, 0.040, 0.034, 0.029, 0.023, 0.014),
    ),
    (places("0.004 0.252, 0.000 0.300"), (0.036, 0.044)),
    (places("-0.010 0.780, -0.014 0.850, -0.010 0.905, -0.008 0.955"), (0.052, 0.046, 0.027, 0.018)),
    (places("0.050 0.780, 0.078 0.850, 0.104 0.900, 0.128 0.948"), (0.050, 0.044, 0.027, 0.016)),
)


class Figure:
    """Where the dancer stands in a picture: turns her own places into pixels and masks; side -1 turns her over."""

    def __init__(self, size: Size, side: float) -> None:
        self.size, self.side = size, side
        self.unit_px = min(size) * (1.0 if size[1] <= size[0] else 1.12)
        self.left, self.top = size[0] / 2, (size[1] - self.unit_px) / 2

    def pixels(self, shape: Array) -> Array:
        """Her places (N, 2) in pixels."""
        return shape * [self.side * self.unit_px, self.unit_px] + [self.left, self.top]

    def mask(self, shape: Array) -> Array:
        """(H, W) of one of her outlines."""
        return polygon(self.size, self.pixels(smooth_curve(shape, 200, closed=True)) / self.size, 1)

    def limb(self, line: Array, widths: tuple[float, ...]) -> Array:
        """(H, W) of a limb along its centre line."""
        curve = smooth_curve(line, 60)
        half = np.interp(np.linspace(0, 1, 60), np.linspace(0, 1, len(widths)), widths) / 2
        return polygon(self.size, self.pixels(widened(curve, half)) / self.size, 1)

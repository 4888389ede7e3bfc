"""A study: what a picture shows before any mark is made: colours, direction of the strokes, wanted detail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from PIL import Image, ImageDraw

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, fbm, grid, mix, noise, slope, smoothstep, window

T = TypeVar("T")


@dataclass
class Study:
    """The plan of a painting, all (H, W[, 3]) float32.

    lab: OKLab colours; angle: direction of the strokes in radians (image axes); detail: 0 (broad) to 1 (fine).
    """

    lab: Array
    angle: Array
    detail: Array

    @classmethod
    def blank(cls, size: Size) -> Study:
        plane = np.zeros((size[1], size[0]), np.float32)
        return cls(np.zeros((*plane.shape, 3), np.float32), plane.copy(), plane.copy())

    def lay(self, mask: Array, lab: Array, angle: Array | float, detail: Array | float = 0.0) -> None:
        """Put a thing over what is there, in place; `mask` (H, W) in [0, 1], the rest (H, W[, 3]) or one value."""
        box = window(mask)  # a small thing costs little
        shape = mask.shape
        mask = np.asarray(mask[box], np.float32)
        here = self.lab[box]
        here += (np.broadcast_to(lab, (*shape, 3))[box] - here) * mask[..., None]
        turned = np.broadcast_to(np.asarray(angle, np.float32), shape)[box]
        self.angle[box] = np.where(mask > 0.5, turned, self.angle[box])
        fine = np.broadcast_to(np.asarray(detail, np.float32), shape)[box]
        self.detail[box] += (fine - self.detail[box]) * mask

    def part(self, x: float, y: float, reach_x: float, reach_y: float) -> tuple[Study, Array, Array]:
        """A window on this study round a place, and the offsets from that place in long sides, all (h, w).

        x and y are in [0, 1] of the width and height, the reaches in long sides; what is laid in the window is laid
        in the whole. The window may be empty.
        """
        height, width = self.detail.shape
        long_side = max(width, height)
        left, right = (int(np.clip(x * width + sign * reach_x * long_side, 0, width)) for sign in (-1, 1))
        top, bottom = (int(np.clip(y * height + sign * reach_y * long_side, 0, height)) for sign in (-1, 1))
        box = (slice(top, bottom), slice(left, right))
        px = (np.arange(left, right, dtype=np.float32) + 0.5 - x * width) / long_side
        py = (np.arange(top, bottom, dtype=np.float32) + 0.5 - y * height) / long_side
        mesh = np.meshgrid(px, py)
        return Study(self.lab[box], self.angle[box], self.detail[box]), mesh[0], mesh[1]


def chosen(motifs: Sequence[T], seed: int) -> T:
    """The motif that a seed stands for: seeds count through them, so that shuffling shows them all."""
    return motifs[seed % len(motifs)]


def frame(size: Size) -> tuple[Array, Array]:
    """x and y in [0, 1] of the picture's own width and height, both (H, W)."""
    x, y = grid(size)
    return x * max(size) / size[0], y * max(size) / size[1]


def ridge(size: Size, rng: np.random.Generator, bumps: float, octaves: int = 4) -> Array:
    """A skyline (W,): fractal noise along x, about unit variance, the same forms at every size."""
    return np.asarray(fbm((size[0], max(4, size[1])), (bumps, 0.5), rng, octaves)[0])


def below(size: Size, line: Array, soft_px: float = 1.0) -> Array:
    """(H, W) mask of what lies under a line (W,) given in [0, 1] of the height."""
    rows = (np.arange(size[1], dtype=np.float32) + 0.5)[:, None] - line[None, :] * size[1]
    return np.asarray(np.clip(rows / max(soft_px, 1e-3) + 0.5, 0, 1), dtype=np.float32)


def along_contours(values: Array) -> Array:
    """The angle (H, W) that runs along the level lines of a field."""
    across, down = slope(values)
    return np.arctan2(across, -down).astype(np.float32)


def disc(size: Size, x: float, y: float, radius: float, soft_px: float = 1.0) -> Array:
    """(H, W) mask of a disc: centre in [0, 1] of width and height, radius in long sides."""
    return smoothstep(0.5, -0.5, (distance(size, x, y) - radius) * max(size) / max(soft_px, 0.5))


def distance(size: Size, x: float, y: float) -> Array:
    """(H, W) distance from a place (in [0, 1] of width and height), in long sides."""
    px, py = grid(size)
    return np.hypot(px - x * size[0] / max(size), py - y * size[1] / max(size)).astype(np.float32)


def places(text: str) -> Array:
    """(N, 2) places from text "x y, x y, …": outlines of many corners stay readable."""
    return np.array([[float(number) for number in pair.split()] for pair in text.split(",")])


def pairs(points: Array) -> list[tuple[float, float]]:
    """(N, 2) places as Pillow draws them."""
    return [(x, y) for x, y in np.asarray(points, dtype=np.float64).tolist()]


def polygon(size: Size, points: Array, scale: int = 2) -> Array:
    """(H, W) mask of a polygon, (N, 2) in [0, 1] of width and height; antialiased."""
    image = Image.new("L", (size[0] * scale, size[1] * scale), 0)
    ImageDraw.Draw(image).polygon(pairs(np.asarray(points, dtype=np.float64) * size * scale), fill=255)
    return np.asarray(image.resize(size, Image.Resampling.BOX), dtype=np.float32) / 255


def smooth_curve(points: Array, count: int = 200, closed: bool = False) -> Array:
    """A Catmull-Rom curve through (N, 2) points as (count, 2)."""
    knots = np.asarray(points, dtype=np.float64)
    ring = np.vstack([knots[-1], knots, knots[0], knots[1]]) if closed else np.vstack([knots[0], knots, knots[-1]])
    spans = len(ring) - 3
    t = np.linspace(0, spans, count, endpoint=not closed)
    leg = np.minimum(t.astype(int), spans - 1)
    s = (t - leg)[:, None]
    p0, p1, p2, p3 = (ring[leg + k] for k in range(4))
    return np.asarray(
        0.5 * (2 * p1 + (p2 - p0) * s + (2 * p0 - 5 * p1 + 4 * p2 - p3) * s**2 + (3 * p1 - p0 - 3 * p2 + p3) * s**3)
    )


def mottled(size: Size, first: Array, second: Array, cells: float, rng: np.random.Generator) -> Array:
    """(H, W, 3): two colours in soft patches."""
    return mix(first, second, smoothstep(-1.0, 1.0, noise(size, cells, rng)))

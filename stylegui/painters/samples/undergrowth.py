"""What grows in the forest and is too fine for solids: ferns, leaves of the canopy, the litter on the ground.

Ferns and leaves are drawn as flat pieces on layers, each at one distance, with linear light in [0, 2] and cover.
Space is in metres: x right, y up, z away from the camera.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, resized

Project = Callable[[Array], Array]
"""Places (N, 3) to (N, 2) in units of the picture's width and height."""


@dataclass
class Layer:
    """Pieces at about one distance: light times cover (H, W, 3), cover (H, W), both linear."""

    distance: float
    light: Array
    cover: Array


class Sheet:
    """A layer being drawn, at twice the size."""

    def __init__(self, size: Size, project: Project) -> None:
        self.size, self.project = size, project
        double = (size[0] * 2, size[1] * 2)
        self.colour, self.mask = Image.new("RGB", double), Image.new("L", double)
        self._colour, self._mask = ImageDraw.Draw(self.colour), ImageDraw.Draw(self.mask)

    def pieces(self, outlines: Array, light: Array) -> None:
        """Flat pieces, one over the other: outlines (N, K, 3) in space and linear light (N, 3) in [0, 2]."""
        count, corners, _ = outlines.shape
        flat = self.project(outlines.reshape(-1, 3)) * [self.size[0] * 2, self.size[1] * 2]
        inks = (255 * np.sqrt(np.clip(light, 0, 2) / 2)).astype(int).tolist()
        for outline, ink in zip(flat.reshape(count, corners * 2).tolist(), inks, strict=True):
            self._colour.polygon(outline, fill=tuple(ink))
            self._mask.polygon(outline, fill=255)

    def finished(self, distance: float) -> Layer:
        """The layer at its own size."""
        light = (np.asarray(self.colour, np.float32) / 255) ** 2 * 2
        cover = np.asarray(self.mask, np.float32) / 255
        half = Image.Resampling.BOX
        return Layer(distance, resized(light, self.size, half), resized(cover, self.size, half))


def fern(sheet: Sheet, foot: Array, length: float, sun: Callable[[Array], Array], rng: np.random.Generator) -> None:
    """A fern at `foot` (3,): arching fronds of paired leaflets; `sun` says how much sun places (N, 3) get."""
    fronds = int(rng.integers(7, 11))
    start = rng.uniform(0, 6.3)
    for number in range(fronds):
        bearing = start + number * 2.4 + rng.uniform(-0.2, 0.2)
        reach = length * rng.uniform(0.75, 1.1)
        out = np.array([np.cos(bearing), 0, np.sin(bearing)])
        side = np.array([-np.sin(bearing), 0, np.cos(bearing)])
        s = np.linspace(0.10, 1, 32)
        rise = reach * (1.05 * s - rng.uniform(0.65, 0.95) * s**2)
        rib = foot + out * (reach * 0.85 * s)[:, None] + np.array([0, 1, 0]) * rise[:, None]
        lit = sun(rib) * rng.uniform(0.5, 1.1)
        hue = np.array([0.044, 0.080, 0.021]) * rng.uniform(0.6, 1.35) + np.array([0.036, 0.014, 0]) * rng.random() ** 2
        span = reach * 0.235 * np.sin(np.pi * np.minimum(1.0, s[:-1] * 0.93 + 0.05) ** 0.8) ** 0.8 + 0.01
        forward = np.diff(rib, axis=0)
        forward = forward / np.linalg.norm(forward, axis=1, keepdims=True)
        broad, root = forward * (reach * 0.0135), rib[:-1]
        leaflets, lights = [], []
        for hand in (-1.0, 1.0):
            way = side * hand * 0.92 + forward * 0.38
            way[:, 1] -= 0.30 + 0.15 * rng.random(len(way))
            tip, middle = root + way * span[:, None], root + way * (0.4 * span)[:, None]
            leaflets.append(np.stack([root - broad * 0.8, middle - broad, tip, middle + broad, root + broad * 0.8], 1))
            face = 0.5 + 0.5 * rng.random(len(way)) + 0.2 * hand * out[2]
            glow = 0.45 + 4.2 * lit[:-1, None] * np.array([1.15, 1.0, 0.55])
            lights.append(hue * ((0.35 + 0.65 * s[:-1]) * face)[:, None] * glow)
        sheet.pieces(np.concatenate(leaflets), np.concatenate(lights))
        stem = np.concatenate([rib, rib[::-1] - np.array([0, 0.007, 0])])
        sheet.pieces(stem[None], np.array([[0.05, 0.06, 0.02]]) * (0.7 + 2 * float(lit.mean())))


def spray(
    sheet: Sheet, place: Array, spread: float, leaf: float, sun: Callable[[Array], Array], rng: np.random.Generator
) -> None:
    """A hanging spray of leaves around `place` (3,), `spread` and `leaf` length in metres."""
    count = int(rng.integers(26, 48))
    heading = rng.uniform(0, 6.3)
    axis = np.array([np.cos(heading), -0.25, 0.3 * np.sin(heading)])
    along = rng.uniform(-1, 1, count)
    middle = place + axis * (along * spread)[:, None] + rng.standard_normal((count, 3)) * [0.22, 0.16, 0.1] * spread
    lit = sun(middle)
    twig = np.stack([place - axis * spread, place + axis * spread, place + axis * spread - [0, leaf * 0.12, 0]])
    sheet.pieces(twig[None], np.array([[0.012, 0.010, 0.007]]))
    turn = rng.uniform(0, 6.3, count)
    long = np.stack([np.cos(turn), np.sin(turn) * 0.7 - 0.3, 0 * turn], axis=1)
    long = long * (leaf * rng.uniform(0.35, 0.6, count))[:, None]
    broad = np.stack([-long[:, 1], long[:, 0], 0 * turn], axis=1) * rng.uniform(0.18, 0.55, (count, 1))
    rim = ((-1.0, 0.0), (-0.2, 1.0), (0.45, 0.8), (1.1, 0.0), (0.45, -0.8), (-0.2, -1.0))
    outlines = np.stack([middle + long * a + broad * b for a, b in rim], axis=1)
    hue = np.array([0.036, 0.060, 0.012]) + np.array([0.030, 0.010, 0.0]) * rng.random((count, 1))
    through = (lit * rng.uniform(0.25, 1.25, count))[:, None]
    sheet.pieces(outlines, hue * (0.5 + 13 * through * np.array([1.1, 1.0, 0.5])))


def litter(size_px: int, rng: np.random.Generator) -> tuple[Array, Array]:
    """Fallen leaves as a tile that repeats: albedo (S, S, 3) and height (S, S) about [0, 1]."""
    picture = Image.new("RGB", (size_px, size_px), (40, 30, 22))
    height = Image.new("L", (size_px, size_px), 0)
    paint, raise_ = ImageDraw.Draw(picture), ImageDraw.Draw(height)
    tints = np.array([[118, 74, 38], [142, 92, 46], [96, 58, 34], [160, 112, 60], [84, 60, 42], [128, 66, 30],
                      [110, 96, 60], [150, 128, 92]])  # fmt: skip
    count = 7000
    for number in range(count):
        x, y = rng.uniform(0, size_px, 2)
        turn, long = rng.uniform(0, 6.3), size_px / 1400 * rng.uniform(9, 22)
        broad = long * rng.uniform(0.25, 0.6)
        t = np.array([0, 0.9, 2.0, 3.14, 4.2, 5.4])
        radius = np.array([1.15, 0.8, 0.85, 1.0, 0.85, 0.8])
        flat = np.stack([np.cos(t) * radius * long, np.sin(t) * radius * broad], 1)
        flat = flat @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
        tint = tints[rng.integers(len(tints))] * rng.uniform(0.45, 1.1) * (0.45 + 0.55 * number / count)
        level = int(255 * (0.25 + 0.75 * number / count) * rng.uniform(0.75, 1))
        fill = (int(tint[0]), int(tint[1]), int(tint[2]))
        for dx in (-size_px, 0, size_px):
            for dy in (-size_px, 0, size_px):
                if -40 < x + dx < size_px + 40 and -40 < y + dy < size_px + 40:
                    corners = [(float(a), float(b)) for a, b in flat + np.array([x + dx, y + dy])]
                    paint.polygon(corners, fill=fill)
                    raise_.polygon(corners, fill=level)
    albedo = (np.asarray(picture, np.float32) / 255) ** 2.2
    return albedo, np.asarray(height, np.float32) / 255

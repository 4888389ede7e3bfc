"""A plan for a pen drawing: how dark each place is, where the pen hatches and which way, lines, and thin washes."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import smoothstep
from stylegui.painters.scenes.stage import Plate, Stage


class Inkwork:
    """Everything (H, W): `dark` and `hatch` in [0, 1], `angle` of the hatching in radians.

    `lines` holds (points in design units, weight) and `washes` the density (H, W) of each tint by its place
    in the palette.
    """

    def __init__(self, stage: Stage, rng: np.random.Generator) -> None:
        self.stage, self.rng = stage, rng
        shape = stage.size[::-1]
        self.dark = np.zeros(shape, np.float32)
        self.hatch = np.zeros(shape, np.float32)
        self.angle = np.zeros(shape, np.float32)
        self.lines: list[tuple[Array, float]] = []
        self.washes: dict[int, Array] = {}

    def lay(self, mask: Array, dark: Array | float, hatch: Array | float = 0.0, angle: Array | float = 0.0) -> None:
        """Put a thing over what is there, tints too."""
        for place, film in self.washes.items():
            self.washes[place] = film * (1 - mask)
        self.dark = (self.dark * (1 - mask) + np.clip(dark, 0, 1) * mask).astype(np.float32)
        self.hatch = (self.hatch * (1 - mask) + np.clip(hatch, 0, 1) * mask).astype(np.float32)
        self.angle = np.where(mask > 0.5, angle, self.angle).astype(np.float32)

    def add(self, dark: Array) -> None:
        """Darken, as a shadow does."""
        self.dark = np.clip(self.dark + dark, 0, 1).astype(np.float32)

    def area(self, points: Array) -> Array:
        """(H, W) mask of a polygon."""
        plate = Plate(self.stage, 2)
        plate.fill(points)
        return plate.mask()

    def line(self, points: Array, weight: float = 1.0) -> None:
        """A pen line of close-set dots."""
        self.lines.append((np.asarray(points, np.float64), weight))

    def wash(self, mask: Array, place: int, density: float) -> None:
        """A thin tint under the ink; it takes the place of another tint."""
        film = np.asarray(mask * density, np.float32)
        for other, below in self.washes.items():
            if other != place:
                self.washes[other] = below * (1 - 0.8 * np.clip(mask, 0, 1))
        self.washes[place] = np.maximum(self.washes[place], film) if place in self.washes else film

    def mirror(self) -> None:
        """Swap left and right."""
        self.dark, self.hatch, self.angle = self.dark[:, ::-1], self.hatch[:, ::-1], -self.angle[:, ::-1]
        across = np.array([-1.0, 1.0])
        self.lines = [(points * across + np.array([self.stage.ratio, 0.0]), weight) for points, weight in self.lines]
        self.washes = {place: film[:, ::-1] for place, film in self.washes.items()}

    def within(self, values: Array, low: float, high: float, soft: float = 0.003) -> Array:
        """(H, W) mask of where a field in design units lies between two values."""
        soft = max(soft, 0.7 / self.stage.unit)
        return np.asarray(smoothstep(low - soft, low + soft, values) * smoothstep(high + soft, high - soft, values))

"""A plan for a woodcut: how light each place is, which way the chisel runs there, and what the tint blocks cover."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import blurred, smoothstep
from stylegui.painters.scenes.stage import Plate, Stage
from stylegui.painters.study import along_contours, smooth_curve


class Carving:
    """Everything (H, W): `tone` 0 (left standing, prints black) to 1 (cleared), `angle` of the cuts in radians.

    Lines that stand or are cut on purpose go to the plates `standing` and `cut`; `tints` holds the colour blocks as
    (mask, place in the palette).
    """

    def __init__(self, stage: Stage, rng: np.random.Generator) -> None:
        self.stage, self.rng = stage, rng
        shape = stage.size[::-1]
        self.tone = np.zeros(shape, np.float32)
        self.angle = np.zeros(shape, np.float32)
        self.standing, self.cut = Plate(stage), Plate(stage)
        self.tints: list[tuple[Array, int]] = []

    def lay(self, mask: Array, tone: Array | float, angle: Array | float) -> None:
        """Put a thing over what is there."""
        self.tone = (self.tone * (1 - mask) + np.clip(tone, 0, 1) * mask).astype(np.float32)
        self.angle = np.where(mask > 0.5, angle, self.angle).astype(np.float32)

    def area(self, points: Array) -> Array:
        """(H, W) mask of a polygon; lines drawn there before are gone."""
        plate = Plate(self.stage, 1)
        plate.fill(points)
        self.standing.fill(points, 0)
        self.cut.fill(points, 0)
        return plate.mask()

    def form(self, mask: Array, light: tuple[float, float], spread: float) -> tuple[Array, Array]:
        """The light (H, W; 0 to 1) and the angle of the cuts on a mask swollen into a form `spread` units deep."""
        swell = blurred(mask, spread * self.stage.unit * 0.5) + blurred(mask, spread * self.stage.unit)
        down, across = np.gradient(swell * spread * self.stage.unit)
        shade = -(across * light[0] + down * light[1]) / np.sqrt(1 + across**2 + down**2)
        return smoothstep(-0.5, 0.6, shade), along_contours(swell)

    def mirror(self) -> None:
        """Swap left and right."""
        self.tone, self.angle = self.tone[:, ::-1], -self.angle[:, ::-1]
        self.standing.mirror()
        self.cut.mirror()
        self.tints = [(mask[:, ::-1], place) for mask, place in self.tints]

    def stand(self, points: Array | list[list[float]], widths: Array | float) -> None:
        """A line left standing: black."""
        path = smooth_curve(np.asarray(points), 40)
        self.standing.line(path, widths)
        self.cut.line(path, widths, 0)

    def groove(self, points: Array | list[list[float]], widths: Array | float) -> None:
        """A line cut out: white."""
        path = smooth_curve(np.asarray(points), 40)
        self.cut.line(path, widths)
        self.standing.line(path, widths, 0)

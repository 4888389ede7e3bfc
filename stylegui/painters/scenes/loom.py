"""The loom: a grid of beads of weft on which shapes are woven one over the other."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette
from stylegui.painters.field import bilinear, noise
from stylegui.painters.scenes.stage import Stage

PLAN_PX = 512


class Loom:
    """A web of `rows` by `columns` beads of weft, `wide` by `tall` long sides, being woven.

    `lab` (rows, columns, 3) OKLab; `area` (rows, columns) numbers the yarns, since joins are made between yarns only;
    `x` and `y` (rows, columns) are places in long sides from the middle of the web.
    """

    def __init__(
        self, columns: int, rows: int, wide: float, tall: float, rng: np.random.Generator, palette: Palette
    ) -> None:
        self.columns, self.rows, self.wide, self.tall = columns, rows, wide, tall
        self.rng, self.palette = rng, palette
        self.lab = np.zeros((rows, columns, 3), np.float32)
        self.area = np.zeros((rows, columns), np.int64)
        self._plan = (max(8, round(PLAN_PX * wide)), max(8, round(PLAN_PX * tall)))
        j, i = np.mgrid[0:rows, 0:columns].astype(np.float32)
        self._column = (i + 0.5) / columns * self._plan[0] - 0.5
        self._row = (j + 0.5) / rows * self._plan[1] - 0.5
        self.x = (self._column + 0.5) / PLAN_PX - wide / 2
        self.y = (self._row + 0.5) / PLAN_PX - tall / 2
        comb = (j * 0.382 + np.floor(i / 29) * 0.31) % 1 - 0.5
        self.hatch = 0.6 * comb + 0.4 * ((j % 7) / 7 - 0.43)

    def frame(self, ratio: float) -> tuple[Array, Array]:
        """x and y (rows, columns) in the coordinates of a design of this ratio, shown whole."""
        stage = Stage.whole(self._plan, ratio, margin=0.03)
        return bilinear(stage.x, self._column, self._row), bilinear(stage.y, self._column, self._row)

    def noise(self, cells: float | tuple[float, float]) -> Array:
        """Smooth noise (rows, columns), mean 0, about unit variance."""
        return bilinear(noise(self._plan, cells, self.rng), self._column, self._row)

    def weave(self, mask: Array, colours: list[Array], tone: Array | float = 0.0, mixing: float = 0.5) -> None:
        """Weave a shape in a row of yarns by tone in [0, 1]; neighbours meet in hachures `mixing` of a step deep."""
        place = np.zeros(self.area.shape) + np.asarray(tone) * len(colours)
        index = np.clip(np.floor(place + mixing * self.hatch * 1.6), 0, len(colours) - 1).astype(int)
        self.lab[mask] = np.stack(colours)[index[mask]]
        for k, colour in enumerate(colours):
            self.area[mask & (index == k)] = round(float(colour @ (7001.0, 90001.0, 53003.0)))  # the same for one yarn

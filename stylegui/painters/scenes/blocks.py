"""A plan for a colour woodblock print: which block prints where, the key lines, and the gradations wiped by hand."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.lines import xy
from stylegui.painters.scenes.stage import Plate, Stage

PAPER, KEY, DEEP, LIGHT, WARM, RED, GREEN, HAZE = range(8)


@dataclass(frozen=True)
class Wash:
    """A gradation: the blocks `over` get the colour of the block `colour` in the `amount` (H, W) as well."""

    over: tuple[int, ...]
    colour: int
    amount: Array


@dataclass
class Blocks:
    """Areas (one block number a pixel) and key lines, both drawn from the back to the front."""

    stage: Stage
    rng: np.random.Generator
    line: float = 0.0030
    washes: list[Wash] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.areas = Plate(self.stage)
        self.key = Plate(self.stage)

    def shape(self, points: Array, block: int, line: float | None = None) -> None:
        """A flat shape with its key line round it; `line` is the line's greatest width, 0 for none."""
        self.areas.fill(points, block)
        self.key.fill(points, 0)
        width = self.line if line is None else line
        if width > 0:
            self.contour(np.vstack([points, points[:1]]), width)

    def contour(self, points: Array, width: float) -> None:
        """A key line that swells where the brush came down to the left and thins where it turned up."""
        step = np.gradient(np.asarray(points, np.float64), axis=0)
        turn = np.arctan2(step[:, 1], step[:, 0])
        swell = 0.62 + 0.38 * np.cos(turn - 2.2 + self.rng.uniform(-0.4, 0.4))
        self.key.line(points, width * swell, 255)

    def stroke(self, points: Array, width: float, value: int = 255) -> None:
        """A key line that starts and ends in a point (`value` 0 takes key away instead)."""
        along = np.linspace(0, 1, len(points))
        self.key.line(points, width * np.clip(np.sin(np.pi * along**0.8), 0.12, 1) ** 0.8, value)

    def band(self, points: Array, widths: Array | float, block: int) -> None:
        """A coloured band of changing width without a key line; key lines under it go."""
        self.areas.line(points, widths, block)
        self.key.line(points, widths, 0)

    def spot(self, x: float, y: float, radius: float, block: int = PAPER, squash: float = 1.0) -> None:
        """A dot of one block, without a line."""
        self.areas.dot(x, y, radius, block, squash)
        self.key.dot(x, y, radius, 0, squash)

    def mirror(self) -> None:
        """Swap left and right."""
        self.areas.mirror()
        self.key.mirror()
        self.washes = [Wash(wash.over, wash.colour, wash.amount[:, ::-1]) for wash in self.washes]

    def wash(self, over: tuple[int, ...], colour: int, amount: Array) -> None:
        """Add a gradation."""
        self.washes.append(Wash(over, colour, np.asarray(amount, np.float32)))


def signed(blocks: Blocks, x: float, y: float, tall: float) -> None:
    """A title slip with brush writing in no language, and the red seal of the block under it."""
    wide = tall * 0.30
    rng = blocks.rng
    for grow, block in ((0.0, WARM), (-0.010, PAPER)):
        w, h = wide / 2 + grow * tall * 3, tall / 2 + grow * tall * 3
        corners = np.array([[x - w, y - h], [x + w, y - h], [x + w, y + h], [x - w, y + h]])
        blocks.shape(corners, block, 0.0016 if grow == 0 else 0)
    rows = 5
    for k in range(rows):
        cy = y - tall * 0.40 + tall * 0.80 * (k + 0.5) / rows
        cell = tall * 0.80 / rows * 0.42
        for _ in range(int(rng.integers(3, 6))):
            flat = rng.random() < 0.5
            at = rng.uniform(-0.8, 0.8)
            ends = np.array([[-0.8, at], [rng.uniform(0.2, 0.9), at - 0.15]])
            ends = ends if flat else np.array([[at, -0.85], [at + rng.uniform(-0.5, 0.2), 0.85]])
            path = np.linspace(ends[0], ends[1], 8) * cell + xy(x, cy)
            blocks.key.line(path, np.linspace(0.0042, 0.0014, 8) * tall / 0.22, 255)
    side = wide * 0.72
    top = y + tall * 0.56
    corner = np.array([[-0.5, 0], [0.5, 0.02], [0.5, 1], [-0.5, 1]]) * side + xy(x, top)
    blocks.shape(corner, RED, 0)
    for k in range(3):
        bar = np.array([[-0.34, 0.22 + 0.26 * k], [0.34, 0.22 + 0.26 * k]]) * side + xy(x, top)
        blocks.areas.line(np.linspace(bar[0], bar[1], 6), side * 0.09, PAPER)
    for at in (-0.34, 0.05, 0.34):
        bar = np.array([[at, 0.2], [at, 0.78]]) * side + xy(x, top)
        blocks.areas.line(np.linspace(bar[0], bar[1], 6), side * 0.09, PAPER)

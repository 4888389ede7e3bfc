"""Inlaid panels: regions of lacquer, enamel and gold leaf, with the sunburst and the frame that they share."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from stylegui.painters.colour import Array, Palette
from stylegui.painters.field import Size, mix
from stylegui.painters.lines import Point, moved
from stylegui.painters.scenes.chart import Chart

# night lacquer, gold, pale gold, teal, emerald, coral, deep blue, ivory
NIGHT, GOLD, PALE, TEAL, EMERALD, CORAL, DEEP, IVORY = range(8)
LACQUER, LEAF, ENAMEL = range(3)


@dataclass
class Inlay:
    """Regions by number: material, two colours to grade between, where the grade starts and how far it reaches.

    grades: x, y of the start, its reach in long sides and the gold dust at the start, in [0, 1]; the grade runs
    outwards from that place. beams: polygons of light laid over everything.
    """

    size: Size
    palette: Palette
    rng: np.random.Generator
    chart: Chart = field(init=False)
    materials: list[int] = field(default_factory=list)
    first: list[Array] = field(default_factory=list)
    last: list[Array] = field(default_factory=list)
    grades: list[tuple[float, float, float, float]] = field(default_factory=list)
    beams: list[Array] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chart = Chart(self.size)

    def new(self, material: int, first: int | Array, last: int | Array, grade: tuple[float, ...] = (0, 0, 1, 0)) -> int:
        """A number for one more region, coloured by places in the palette or colours."""
        self.materials.append(material)
        for row, colour in ((self.first, first), (self.last, last)):
            row.append(self.palette[colour] if isinstance(colour, int) else colour)
        x, y, reach, dust = grade
        self.grades.append((x, y, max(reach, 1e-3), dust))
        return len(self.materials) - 1


def burst(inlay: Inlay, sun: Point, rays: int, reach: float) -> None:
    """Rays about a sun, enamel and lacquer by turns, with gold dust near it."""
    palette = inlay.palette
    inlay.new(LACQUER, DEEP, NIGHT, (*sun, 0.8, 0.4))
    tones = [
        (ENAMEL, mix(palette[CORAL], palette[PALE], 0.45), palette[DEEP]), (LACQUER, palette[DEEP], palette[NIGHT]),
        (ENAMEL, mix(palette[PALE], palette[TEAL], 0.35), mix(palette[TEAL], palette[NIGHT], 0.4)),
        (LACQUER, mix(palette[DEEP], palette[CORAL], 0.25), palette[NIGHT]),
    ]  # fmt: skip
    numbers = [inlay.new(m, a, b, (*sun, 0.62, 0.85 if m == LACQUER else 0.0)) for m, a, b in tones]
    for k in range(rays):
        a0, a1 = (2 * np.pi * (k + d) / rays for d in (0.0, 1.0))
        tips = [(sun[0] + reach * np.cos(a), sun[1] + reach * np.sin(a)) for a in (a0, a1)]
        inlay.chart.fill(np.array([sun, *tips]), numbers[k % 4])


def framed(inlay: Inlay) -> None:
    """A border of lacquer with gold lines that step at the corners."""
    chart = inlay.chart
    w, h, s = chart.width, chart.height, chart.short
    night = inlay.new(LACQUER, NIGHT, NIGHT, (0, 0, 1, 0.25))
    gold = inlay.new(LEAF, GOLD, PALE, (0, 0, 1.2, 0))
    enamel = inlay.new(ENAMEL, TEAL, EMERALD, (0, 0, 1.2, 0))
    for inset, number in ((0.038, gold), (0.033, night), (0.022, gold), (0.018, enamel), (0.011, gold), (0.007, night)):
        chart.rim(inset * s, number)
    for k, (reach, number) in enumerate(((0.115, gold), (0.110, night), (0.092, gold), (0.087, enamel), (0.066, gold),
                                         (0.061, night))):  # fmt: skip
        for cx, sx in ((0, 1), (w, -1)):
            for cy, sy in ((0, 1), (h, -1)):
                r = reach * s
                stair = np.array([[0, 0], [r, 0], [r, r * 0.34], [r * 0.67, r * 0.34], [r * 0.67, r * 0.67],
                                  [r * 0.34, r * 0.67], [r * 0.34, r], [0, r]])  # fmt: skip
                chart.fill(moved(stair * [sx, sy], cx, cy), number if k else gold)

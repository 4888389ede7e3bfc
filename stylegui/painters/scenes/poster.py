"""A poster in the making: flat regions with a shade to crayon in, and swelling lines of key ink over them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from stylegui.painters.colour import Array, Palette, shifted
from stylegui.painters.field import Size
from stylegui.painters.lines import Point, normals
from stylegui.painters.scenes.chart import Chart

KEY, BRIGHT, CLEAR = 1, 2, 0


@dataclass
class Poster:
    """Regions by number: flat colour, colour of the crayon, and where the crayon grows dense. Lines: key ink or gold.

    shades: x, y and reach in long sides (the crayon thickens away from that place) and its greatest share in [0, 1].
    metal: which regions are printed in gold.
    """

    size: Size
    palette: Palette
    rng: np.random.Generator
    flats: Chart = field(init=False)
    lines: Chart = field(init=False)
    flat: list[Array] = field(default_factory=list)
    crayon: list[Array] = field(default_factory=list)
    shades: list[tuple[float, float, float, float]] = field(default_factory=list)
    metal: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.flats, self.lines = Chart(self.size), Chart(self.size)

    def ink(
        self, flat: int | Array, crayon: int | Array | None = None, shade: tuple[float, float, float, float] = (0,
            0, 1, 0),
        metal: bool = False,
    ) -> int:  # fmt: skip
        """A number for one more kind of region, coloured by places in the palette or colours."""
        colour = self.palette[flat] if isinstance(flat, int) else flat
        other = shifted(colour, -0.12, 1.1) if crayon is None else crayon
        self.flat.append(colour)
        self.crayon.append(self.palette[other] if isinstance(other, int) else other)
        self.shades.append(shade)
        self.metal.append(metal)
        return len(self.flat) - 1

    def shape(self, outline: Array, number: int, line: float = 0.0022, pen: int = KEY) -> None:
        """A region and its outline, which hides what is behind it; the line is heavier away from the light."""
        self.flats.fill(outline, number)
        self.lines.fill(outline, CLEAR)
        if line > 0:
            self.contour(outline, line, pen)

    def contour(self, outline: Array, line: float, pen: int = KEY) -> None:
        """A closed line that swells below and to the right."""
        ring = np.vstack([outline, outline[:2]])
        area = np.sum(ring[:-1, 0] * ring[1:, 1] - ring[1:, 0] * ring[:-1, 1])
        out = normals(ring) * (-1.0 if area > 0 else 1.0)
        weight = 0.55 + 0.75 * np.clip(out @ [0.55, 0.83], 0, 1)
        weight = np.convolve(np.pad(weight, 2, mode="edge"), np.ones(5) / 5, mode="valid")
        self.lines.stroke(ring, line * weight, pen)

    def ribbon(self, path: Array, half: Array, number: int, line: float = 0.0018, pen: int = KEY) -> None:
        """A swelling band with key lines along both its edges."""
        widths = np.broadcast_to(np.asarray(half, np.float64), len(path))
        swell = 0.6 + 0.9 * np.sin(np.linspace(0, np.pi, len(path))) ** 0.8
        self.lines.stroke(path, widths + line * swell, pen)
        self.lines.stroke(path, np.maximum(widths - line * 0.2, 0), CLEAR)
        self.flats.stroke(path, widths + line * 0.5, number)

    def line(self, path: Array, half: float, pen: int = KEY, ends: float = 0.25) -> None:
        """A free line, full in the middle, `ends` of it at its tips."""
        swell = ends + (1 - ends) * np.sin(np.linspace(0, np.pi, len(path))) ** 0.9
        self.lines.stroke(path, half * swell, pen)


def whiplash(
    start: Point | Array, heading: float, length: float, bend: float, waves: float, curl: float, phase: float = 0.0
) -> Array:
    """A line that sways and ends in a curl, (90, 2); radians: `bend` how far it sways, `curl` how far it rolls up."""
    t = np.linspace(0, 1, 90)
    a = heading + bend * np.sin(2 * np.pi * waves * t + phase) - bend * np.sin(phase) + curl * t**5
    pace = 1 - 0.55 * t**4  # tighter as it rolls up
    step = np.stack([np.cos(a), np.sin(a)], axis=1) * pace[:, None] * length / pace.sum()
    return np.asarray(np.array(start) + np.cumsum(step, axis=0))


def swell(count: int, start: float, middle: float, end: float, at: float = 0.4) -> Array:
    """Half widths along a line: from `start` to `middle` at the share `at` and to `end`, rounded."""
    t = np.linspace(0, 1, count)
    rise = np.clip(t / at, 0, 1)
    fall = np.clip((t - at) / (1 - at), 0, 1)
    bell = (1 - np.cos(np.pi * rise)) / 2
    return np.asarray(
        np.where(t < at, start + (middle - start) * bell, end + (middle - end) * (1 + np.cos(np.pi * fall)) / 2)
    )

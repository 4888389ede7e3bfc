"""What is printed on shawls: botehs with nested contours, vines, florets, sprigs and borders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size
from stylegui.painters.lines import Point, at_lengths, curve, ellipse, lengths, moved, turned, widened
from stylegui.painters.scenes.chart import Chart
from stylegui.painters.scenes.poster import swell

# cloth, madder, indigo, ochre, green, dark outline, rose, sky
CLOTH, MADDER, INDIGO, OCHRE, GREEN, DARK, ROSE, SKY = range(8)
LEAF = curve([(0.0, 0.0), (0.3, 0.17), (0.7, 0.15), (1.0, 0.0), (0.7, -0.15), (0.3, -0.17)], 36, closed=True)


@dataclass
class Shawl:
    """Impressions of wood blocks: each number stands for a palette place and how hard its block was pressed."""

    size: Size
    rng: np.random.Generator
    chart: Chart = field(init=False)
    places: list[int] = field(default_factory=list)
    pressures: list[float] = field(default_factory=list)
    _jolt: Array = field(default_factory=lambda: np.zeros(2))
    _pressed: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.chart = Chart(self.size)
        self.places.append(CLOTH)
        self.pressures.append(1.0)

    def ground(self, place: int) -> None:
        """Dye the whole cloth."""
        w, h = self.chart.width, self.chart.height
        self._pressed[place] = len(self.places)
        self.places.append(place)
        self.pressures.append(1.25)
        self.chart.fill(np.array([[0, 0], [w, 0], [w, h], [0, h]]), self._pressed[place])

    def lift(self) -> None:
        """Take the blocks off the cloth: the next impression lies a hair elsewhere and is pressed anew."""
        self._jolt = self.rng.normal(0, 0.0011, 2)
        self._pressed = {}

    def ink(self, place: int) -> int:
        """The number of this ink in this impression."""
        if place not in self._pressed:
            self._pressed[place] = len(self.places)
            self.places.append(place)
            self.pressures.append(float(np.clip(self.rng.normal(1.0, 0.16), 0.6, 1.35)))
        return self._pressed[place]

    def press(self, outline: Array, place: int) -> None:
        """A printed area, (N, 2) in long sides."""
        self.chart.fill(outline + self._jolt, self.ink(place))

    def rule(self, path: Array, half: Array | float, place: int) -> None:
        """A printed line."""
        self.chart.stroke(path + self._jolt, half, self.ink(place))

    def spot(self, at: Point | Array, radius: float, place: int) -> None:
        """A printed dot: pegs of a block are never quite round."""
        wide = radius * self.rng.uniform(0.88, 1.12)
        self.press(ellipse(at, wide, radius**2 / wide, self.rng.uniform(0, 3), count=14), place)


def boteh(inset: float, bulge: float = 0.30, hook: float = 3.4) -> Array:
    """The outline of a boteh of about unit height, `inset` within: base at (0, 0.5), tip over to the right."""
    length, count = 1.36, 90
    t = np.linspace(0, 1, count)
    a = -np.pi / 2 - 0.55 * np.sin(np.pi * np.minimum(t * 1.15, 1)) + hook * t**3.2
    steps = np.stack([np.cos(a), np.sin(a)], axis=1) * length / count
    path = moved(np.cumsum(steps, axis=0), 0.06, 0.5)
    run = t * length
    round_end = np.sqrt(np.clip((bulge - inset) ** 2 - (bulge - run) ** 2, 0, None))
    u = np.clip((run - bulge) / (length - bulge), 0, 1)
    half = np.where(run < bulge, round_end, bulge * (1 - u) ** 0.92 - inset)
    keep = half > 0.002
    path, half = path[keep], half[keep]
    if len(path) < 4:
        return np.zeros((0, 2))
    outline = widened(path, half)
    for _ in range(2):  # the base is wide and turns quickly: round off its corners
        ring = np.pad(outline, ((3, 3), (0, 0)), mode="wrap")
        outline = np.mean([ring[k : k + len(outline)] for k in range(7)], axis=0)
    return np.asarray(outline)


def spaced(outline: Array, gap: float, closed: bool = True) -> tuple[Array, Array]:
    """Places along a line a `gap` apart, and the angle of the line there."""
    ring = np.vstack([outline, outline[:1]]) if closed else outline
    length = float(lengths(ring)[-1])
    count = max(3, round(length / gap))
    at = (np.arange(count) + 0.5) / count * length
    places = at_lengths(ring, at)
    ahead = at_lengths(ring, at + gap * 0.2) - places
    return places, np.arctan2(ahead[:, 1], ahead[:, 0])


def print_boteh(
    shawl: Shawl, at: Point, tall: float, angle: float, side: float, inks: tuple[int, int, int, int], rich: int
) -> None:
    """One boteh: `rich` counts its nested bands; the spray inside grows with its size."""
    rng = shawl.rng
    shawl.lift()
    bulge = rng.uniform(0.27, 0.31) + 0.05 * (rich >= 3)

    def put(points: Array) -> Array:
        return turned(points * [side, 1.0], angle, tall, at)

    def fill(inset: float, place: int) -> None:
        outline = boteh(inset, bulge)
        if len(outline):
            shawl.press(put(outline), place)

    if rich >= 3:  # a fringe of small leaves round the rim
        places, angles = spaced(put(boteh(-0.022, bulge)), 0.045 * tall)
        for k, ((x, y), a) in enumerate(zip(places, angles, strict=True)):
            shawl.press(turned(LEAF, a + 1.1 * side, (0.075 if k % 2 else 0.055) * tall, (x, y)), inks[0])
            tip = a + 1.1 * side
            shawl.spot((x + 0.086 * tall * np.cos(tip), y + 0.086 * tall * np.sin(tip)), 0.0075 * tall, OCHRE)
    fill(-0.018, DARK)
    fill(0.0, inks[0])
    inset = 0.0
    bands = (inks[1], inks[2], inks[3], inks[1])
    fine = 0.76 if rich >= 4 else 1.0  # a great one has finer bands, and one more of them
    for band in range(rich + (rich >= 4)):
        wide = (0.040, 0.062, 0.034, 0.056)[band % 4] * fine
        inset += 0.014 * fine
        fill(inset, DARK)
        fill(inset + 0.008 * fine, bands[band % 4])
        middle = put(boteh(inset + 0.004 + wide * 0.5, bulge))
        _bead(shawl, middle, band, wide * tall, bands[band % 4], tall * fine)
        inset += wide
    fill(inset + 0.012, DARK)
    fill(inset + 0.020, inks[2] if rich < 2 else CLOTH)
    _spray(shawl, put, bulge, inset + 0.03, tall, inks)


def _bead(shawl: Shawl, line: Array, band: int, wide: float, ground: int, tall: float) -> None:
    """What runs along a band of a boteh: beads, or leaves by turns, with florets when there is room."""
    if len(line) < 4:
        return
    gap = (0.034, 0.066, 0.030, 0.058)[band % 4] * tall
    places, angles = spaced(line, gap)
    for k, (place, a) in enumerate(zip(places, angles, strict=True)):
        if band % 2 == 0:
            shawl.spot(place, 0.27 * wide if band else 0.25 * wide, CLOTH if ground != CLOTH else MADDER)
        elif wide > 0.02 and k % 2:
            print_floret(
                shawl, place, wide * 0.50, (CLOTH, OCHRE)[k % 4 > 1] if ground != OCHRE else CLOTH, 6, lifted=False
            )
        else:
            for turn in (-0.8, 0.8):
                leaf = turned(moved(LEAF, -0.5, 0), a + turn, wide * 0.86, place)
                shawl.press(leaf, (GREEN if ground != GREEN else MADDER) if wide > 0.02 else CLOTH if k % 3 else OCHRE)


def _spray(
    shawl: Shawl,
    put: Callable[[Array], Array],
    bulge: float,
    inset: float,
    tall: float,
    inks: tuple[int, int, int, int],
) -> None:
    """The flowers inside a boteh: a stem up its middle with leaves, and a floret where it is widest."""
    outline = boteh(inset, bulge)
    if len(outline) < 12:
        return
    half = len(outline) // 2
    left, right = outline[:half], outline[half:][::-1]
    spine = put((left + right) / 2)
    wide = np.hypot(*(left - right).T) * tall / 2
    shawl.rule(spine[2 : int(half * 0.86)], 0.008 * tall, GREEN)
    for k in range(4, int(half * 0.84), 5):
        ahead = spine[min(k + 2, half - 1)] - spine[k]
        a = float(np.arctan2(ahead[1], ahead[0]))
        for turn in (-0.85, 0.85):
            shawl.press(turned(LEAF, a + turn, float(wide[k]) * 0.95, tuple(spine[k])), GREEN if k % 2 else inks[1])
        shawl.spot(spine[k], 0.010 * tall, OCHRE)
    widest = int(np.argmax(wide))
    print_floret(shawl, tuple(spine[widest]), float(wide[widest]) * 0.80, inks[3], petals=8, lifted=False)
    upper = int(half * 0.52)
    print_floret(shawl, tuple(spine[upper]), float(wide[upper]) * 0.72, inks[0], petals=6, lifted=False)


def print_floret(
    shawl: Shawl, at: Point | Array, radius: float, place: int, petals: int = 7, lifted: bool = True
) -> None:
    """A flower seen from above: outlined petals round a heart with dots."""
    if lifted:
        shawl.lift()
    turn = shawl.rng.uniform(0, 1)
    size = radius * 0.46
    for grow, ink in ((1.18, DARK), (1.0, place)):
        for p in range(petals):
            a = turn + p * 2 * np.pi / petals
            shawl.press(ellipse((at[0] + 0.58 * radius * np.cos(a), at[1] + 0.58 * radius * np.sin(a)),
            size * grow, size * 0.74 * grow * min(1.0, 7 / petals), a, 24), ink)  # fmt: skip
    for p in range(petals):
        a = turn + p * 2 * np.pi / petals
        tip = (at[0] + 0.72 * radius * np.cos(a), at[1] + 0.72 * radius * np.sin(a))
        shawl.press(turned(moved(LEAF * [1, 0.8], -0.5, 0), a, size * 1.1, tip), CLOTH if place != CLOTH else ROSE)
    shawl.spot((at[0], at[1]), radius * 0.36, DARK)
    shawl.spot((at[0], at[1]), radius * 0.29, OCHRE)
    for p in range(5):
        a = turn + p * 2 * np.pi / 5
        shawl.spot((at[0] + 0.16 * radius * np.cos(a), at[1] + 0.16 * radius * np.sin(a)), radius * 0.055, MADDER)


def print_vine(shawl: Shawl, path: Array, size: float, place: int = GREEN) -> None:
    """A curling stem with leaves by turns and a dot at the end."""
    shawl.rule(path, swell(len(path), 0.10, 0.13, 0.05) * size, DARK)
    shawl.rule(path, swell(len(path), 0.045, 0.075, 0.02) * size, place)
    places, angles = spaced(path, size * 1.1, closed=False)
    for k, ((x, y), a) in enumerate(zip(places, angles, strict=True)):
        leaf = turned(LEAF * 1.0, a + (0.95 if k % 2 else -0.95), size * 1.15, (x, y))
        shawl.press(leaf, place if k % 3 else OCHRE)
    shawl.spot(path[-1], size * 0.22, OCHRE)


def scatter_sprigs(shawl: Shawl, gap: float, size: float, ground: int) -> None:
    """Small sprigs wherever the ground of the field is still bare."""
    chart, rng = shawl.chart, shawl.rng
    bare = np.asarray(shawl.places)[chart.fine] == ground
    reach = max(shawl.size) * chart.scale
    count = int(9 * chart.width * chart.height / gap**2)
    spots = rng.uniform(0, 1, (count, 2)) * [chart.width, chart.height]
    hands = rng.integers(2**32, size=count)  # one for each sprig: a pixel more or less changes no other
    for k, (x, y) in enumerate(spots):
        room = _room(bare, int(x * reach), int(y * reach), size * reach)
        if room:
            shawl.rng = np.random.default_rng(hands[k])
            _print_sprig(shawl, (float(x), float(y)), room * size, k, room)
    shawl.rng = rng


def _room(bare: Array, column: int, row: int, size_px: float) -> float:
    """How much of a sprig's size is free about a pixel (0 when too little is); what it takes is bare no more."""
    rows, columns = bare.shape
    for share in (1.0, 0.55, 0.3):
        d = int(size_px * share)
        if d <= min(row, column) and row + d < rows and column + d < columns:
            patch = bare[row - d : row + d + 1, column - d : column + d + 1]
            if patch.all():
                patch[:] = False
                return share
    return 0.0


def _print_sprig(shawl: Shawl, at: Point, size: float, turn: int, room: float) -> None:
    """A star of dots, a floret or a bud with three leaves; only a star where there is little room."""
    x, y = at
    kind = shawl.rng.random()
    if room < 0.4 or kind < 0.25:
        shawl.lift()
        shawl.spot(at, size * 0.5, (OCHRE, CLOTH, SKY)[turn % 3])
        for p in range(6):
            shawl.spot((x + size * 0.85 * np.cos(p * 1.047), y + size * 0.85 * np.sin(p * 1.047)), size * 0.16, CLOTH)
    elif kind < 0.65:
        print_floret(shawl, at, size * 0.95, (ROSE, SKY, OCHRE, CLOTH)[turn % 4], 6)
    else:
        shawl.lift()
        a = shawl.rng.uniform(0, 6.28)
        foot = (x - size * 0.4 * np.cos(a), y - size * 0.4 * np.sin(a))
        for lean in (-0.9, 0.0, 0.9):
            shawl.press(turned(LEAF, a + lean, size * 1.3, foot), GREEN)
        shawl.spot((x + size * 0.75 * np.cos(a), y + size * 0.75 * np.sin(a)), size * 0.25, ROSE)


def print_border(shawl: Shawl, start: Point, along: Point, length: float, depth: float) -> None:
    """A border from its outer edge inwards: a dotted band, running botehs, a vine and a fine line; `along` is a unit
    vector, the inside lies to its left as seen on the picture."""
    rng = shawl.rng
    run, inner = np.array(along), np.array([along[1], -along[0]])
    origin = np.array(start)

    def band(low: float, high: float, place: int) -> None:
        corners = [origin + inner * low * depth, origin + run * length + inner * low * depth,
                   origin + run * length + inner * high * depth, origin + inner * high * depth]  # fmt: skip
        shawl.press(np.array(corners), place)

    def at(share: float, height: float) -> Point:
        p = origin + run * share + inner * height * depth
        return float(p[0]), float(p[1])

    shawl.lift()
    for low, high, place in ((0.0, 1.0, DARK), (0.0, 0.985, OCHRE), (0.0, 0.965, DARK), (0.0, 0.95, INDIGO),
        (0.0, 0.80, DARK),
                             (0.0, 0.785, CLOTH), (0.0, 0.26, DARK), (0.0, 0.245, MADDER), (0.0, 0.09, DARK),
                             (0.0, 0.075, OCHRE)):  # fmt: skip
        band(low, high, place)
    heading = float(np.arctan2(run[1], run[0]))
    step = depth * 0.115
    for k in range(int(length / step) + 1):
        shawl.spot(at((k + 0.5) * step, 0.165), depth * 0.034, CLOTH if k % 2 else SKY)
        shawl.spot(at((k + 0.5) * step, 0.875), depth * 0.030, ROSE if k % 3 else OCHRE)
    step = depth * 0.40
    count = max(2, round(length / step))
    for k in range(count):
        middle = at((k + 0.5) * length / count, 0.50)
        inks = ((MADDER, INDIGO, OCHRE, ROSE), (INDIGO, ROSE, OCHRE, MADDER), (GREEN, MADDER, ROSE, OCHRE))[k % 3]
        print_boteh(shawl, middle, depth * 0.44, heading + rng.normal(0, 0.03), 1.0, inks, 1)
        gap = at(k * length / count, 0.36)
        print_floret(shawl, gap, depth * 0.065, (MADDER, SKY)[k % 2], 6)
        shawl.press(turned(LEAF, heading - 1.2, depth * 0.22, at(k * length / count, 0.46)), GREEN)
        shawl.press(turned(LEAF, heading - 1.9, depth * 0.22, at(k * length / count, 0.46)), GREEN)

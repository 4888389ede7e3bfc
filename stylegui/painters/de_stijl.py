"""De Stijl: primaries and off-whites between black bars, painted flat by hand in short rows of a square brush.

Every field has its own direction, its own layers and a lip of paint where it was cut in against the bar; whites were
painted over more than once, and have cracked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from stylegui.painters.colour import Array, Palette, shifted, to_pixels
from stylegui.painters.crackle import crackle
from stylegui.painters.field import Size, blurred, fbm, grid, mix, noise, smoothstep, warped
from stylegui.painters.placing import lot
from stylegui.painters.relief import lit, weave
from stylegui.painters.scenes.chart import Chart

# white, black, red, blue, yellow, grey
PALETTE = Palette(("#efe9da", "#17161a", "#c8281e", "#1c3f94", "#f0bf1d", "#b9bcbb"))
WHITE, BLACK, RED, BLUE, YELLOW, GREY = range(6)


@dataclass
class Plan:
    """The fields of a picture: each has a number in the chart, a colour, a direction and a height of paint."""

    chart: Chart
    palette: Palette
    rng: np.random.Generator
    colours: list[Array] = field(default_factory=list)
    upright: list[float] = field(default_factory=list)
    body: list[float] = field(default_factory=list)

    def pigment(self, place: int) -> Array:
        """A palette colour as it was mixed this time: no two whites are the same."""
        rng = self.rng
        colour = self.palette[place]
        if place in (WHITE, GREY):
            tint = self.palette[int(rng.choice([BLUE, YELLOW, GREY, RED]))]
            return mix(shifted(colour, rng.normal(0, 0.012)), tint, rng.uniform(0.0, 0.07))
        return shifted(colour, rng.normal(0, 0.015), rng.uniform(0.94, 1.04), rng.normal(0, 0.04))

    def new(self, colour: Array, upright: bool, body: float) -> int:
        """A number for one more field."""
        self.colours.append(colour)
        self.upright.append(float(upright))
        self.body.append(body)
        return len(self.colours) - 1

    def box(self, x0: float, y0: float, x1: float, y1: float, place: int, body: float = 1.0) -> int:
        """Paint a rectangle along its longer side."""
        number = self.new(self.pigment(place), (y1 - y0) > (x1 - x0) * self.rng.uniform(0.7, 1.4), body)
        self.chart.box(x0, y0, x1, y1, number)
        return number


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    plan = Plan(Chart(size), palette, rng)
    motifs: tuple[Callable[[Plan], None], ...] = (composition, city, tree)
    motifs[seed % len(motifs)](plan)
    return _painted(plan, size)


def _painted(plan: Plan, size: Size) -> Array:
    """Rows of short square strokes in every field, lit; cracks and a little dirt."""
    rng, palette = plan.rng, plan.palette
    unit = max(size) / 1024
    colours = np.stack(plan.colours)
    number = plan.chart.numbers()
    upright = np.asarray(plan.upright, np.float32)[number] > 0.5
    x, y = grid(size)
    cover, tone, ridges = _rows(x, y, number, upright, rng, size)
    lab = plan.chart.coloured(colours)
    body = plan.chart.coloured(np.asarray(plan.body, np.float32))
    sway_x = unit * (1.0 * noise(size, 6, rng) + 0.35 * noise(size, (60, 22), rng) + 0.35 * noise(size, 180, rng))
    sway_y = unit * (1.0 * noise(size, 6, rng) + 0.35 * noise(size, (22, 60), rng) + 0.35 * noise(size, 180, rng))
    lab, body = warped(lab, sway_x, sway_y), warped(body, sway_x, sway_y)
    under = mix(lab, palette[GREY], 0.30)
    under[..., 0] -= 0.05
    lab = mix(under, lab, cover)
    lab[..., 0] += 0.020 * tone + 0.012 * fbm(size, 5, rng, 3)
    warmth = smoothstep(0.2, 1.6, fbm(size, 4, rng, 4)) * smoothstep(0.6, 0.95, lab[..., 0])
    lab = mix(lab, mix(palette[YELLOW], palette[GREY], 0.5), 0.13 * warmth)
    soft = blurred(body, 1.3 * unit)
    lip = np.clip(body - blurred(body, 5 * unit), 0, 1) * 1.6
    cracks = crackle(size, rng, 34, 0.55 * unit) * smoothstep(-0.3, 0.9, fbm(size, 3, rng, 3) + 0.4)
    cracks = cracks * smoothstep(0.5, 0.9, body) * smoothstep(0.3, 0.9, lab[..., 0])
    lab = mix(lab, shifted(mix(palette[BLACK], palette[GREY], 0.3), 0.04), 0.55 * cracks)
    cloth = weave(size, rng, 300)
    height = unit * (2.2 * soft + lip + ridges * (0.35 + 0.6 * body) + 0.16 * cloth - 1.1 * cracks)
    return to_pixels(lit(lab, height, depth=0.62 / unit, gloss=0.30))


def _rows(
    x: Array, y: Array, number: Array, upright: Array, rng: np.random.Generator, size: Size
) -> tuple[Array, Array, Array]:
    """Cover, tone and height of the strokes; the rows of each field run its own way and start at its own place."""
    shift = lot(number * 3 + 1)
    level = [_strokes(x, y, number, shift, rng, size, False), _strokes(y, x, number, shift, rng, size, True)]
    cover, tone, ridges = (np.where(upright, level[1][k], level[0][k]) for k in range(3))
    return cover, tone, ridges


def _strokes(
    along: Array, across: Array, number: Array, shift: Array, rng: np.random.Generator, size: Size, upright: bool
) -> tuple[Array, Array, Array]:
    def stretched(long_cells: float, cross_cells: float) -> Array:
        cells = (cross_cells, long_cells) if upright else (long_cells, cross_cells)
        return noise(size, cells, rng)

    lane = across / 0.0135 + shift * 9 + 0.30 * stretched(5, 14) + 0.12 * stretched(30, 60)
    row = np.floor(lane)
    off = np.abs(lane - row - 0.5) * 2
    beat = along / (0.055 + 0.05 * lot(row + 31)) + 7 * lot(row * 5 + 2) + 0.10 * stretched(20, 240)
    stroke = np.floor(beat)
    share = beat - stroke
    luck = lot(row * 17 + stroke * 59 + number * 7) * 2 - 1
    bristles = 0.65 * stretched(9, 330) + 0.45 * stretched(22, 170)
    tone = luck * 0.8 + 0.55 * bristles * (0.5 + share)
    cover = smoothstep(-1.5, -0.2, bristles + 0.5 + 0.9 * (1 - share) - 0.35 * off)
    start = np.exp(-((share / 0.07) ** 2))
    ridges = 0.55 * bristles + 0.75 * off**4 + 0.7 * start + 0.3 * luck
    return cover, tone, ridges


# Bars at shares of the width and height with their widths, fields that run together, and what is coloured.
Layout = tuple[
    list[tuple[float, float]], list[tuple[float, float]], list[tuple[tuple[int, int], tuple[int, int]]],
    dict[tuple[int, int], int],
]  # fmt: skip
LAYOUTS: tuple[Layout, ...] = (
    (
        [(0.245, 0.011), (0.90, 0.018)], [(0.20, 0.015), (0.71, 0.017), (0.87, 0.024)],
        [((1, 0), (2, 0)), ((1, 1), (2, 1)), ((1, 0), (1, 1)), ((2, 0), (2, 1)), ((1, 2), (1, 3))],
        {(1, 0): RED, (1, 1): RED, (2, 0): RED, (2, 1): RED, (0, 3): BLUE, (0, 2): BLUE, (2, 3): YELLOW},
    ),
    (
        [(0.13, 0.016), (0.185, 0.010), (0.66, 0.014), (0.93, 0.012)],
        [(0.12, 0.012), (0.56, 0.018), (0.83, 0.014), (0.915, 0.018)],
        [((2, 2), (2, 3)), ((0, 1), (0, 2)), ((3, 0), (4, 0)), ((2, 0), (2, 1)), ((3, 3), (3, 4))],
        {(0, 1): YELLOW, (0, 2): YELLOW, (3, 1): RED, (2, 4): BLUE, (4, 3): YELLOW, (0, 0): GREY, (3, 0): WHITE},
    ),
    (
        [(0.335, 0.017), (0.40, 0.009), (0.80, 0.013)], [(0.085, 0.011), (0.44, 0.014), (0.53, 0.021), (0.885, 0.013)],
        [((2, 3), (3, 3)), ((0, 0), (0, 1)), ((2, 0), (2, 1)), ((0, 3), (0, 4))],
        {(0, 0): BLUE, (0, 1): BLUE, (2, 3): YELLOW, (3, 3): YELLOW, (3, 1): RED, (3, 0): GREY, (0, 2): RED},
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Cells:
    """A layout hung one of four ways round: rectangles in shares of the width and height become fields of a plan."""

    plan: Plan
    flip_x: bool
    flip_y: bool

    def box(self, x0: float, y0: float, x1: float, y1: float, place: int, body: float) -> None:
        """A field or a bar."""
        if self.flip_x:
            x0, x1 = 1 - x1, 1 - x0
        if self.flip_y:
            y0, y1 = 1 - y1, 1 - y0
        chart = self.plan.chart
        self.plan.box(*chart.place(x0, y0), *chart.place(x1, y1), place, body)


def composition(plan: Plan) -> None:
    """A few large fields held in balance by bars of different widths."""
    rng, chart = plan.rng, plan.chart
    columns, rows, joined, coloured = LAYOUTS[int(rng.integers(len(LAYOUTS)))]
    cells = Cells(plan, rng.random() < 0.5, rng.random() < 0.5)
    bars_x = [(p + rng.normal(0, 0.008), 0.575 * w * chart.short / chart.width) for p, w in columns]
    bars_y = [(p + rng.normal(0, 0.008), 0.575 * w * chart.short / chart.height) for p, w in rows]
    xs = [0.0, *(p for p, _ in bars_x), 1.0]
    ys = [0.0, *(p for p, _ in bars_y), 1.0]
    for i in range(len(xs) - 1):
        for j in range(len(ys) - 1):
            place = coloured.get((i, j), WHITE if rng.random() < 0.8 else GREY)
            cells.box(xs[i], ys[j], xs[i + 1], ys[j + 1], place, rng.uniform(0.8, 1.1))
    for (i, j), (last_i, last_j) in joined:
        cells.box(xs[i], ys[j], xs[last_i + 1], ys[last_j + 1], coloured.get((i, j), WHITE), 1.0)
    for k, (p, half) in enumerate(bars_x):
        for j in range(len(ys) - 1):
            if ((k, j), (k + 1, j)) not in joined:
                short = 0.012 * (j == len(ys) - 2) * rng.integers(2)  # some bars stop before the edge
                cells.box(p - half, ys[j], p + half, ys[j + 1] - short, BLACK, 0.55)
    for k, (p, half) in enumerate(bars_y):
        for i in range(len(xs) - 1):
            if ((i, k), (i, k + 1)) not in joined:
                cells.box(xs[i], p - half, xs[i + 1], p + half, BLACK, 0.5)


def city(plan: Plan) -> None:
    """Streets of yellow with lights that pulse along them, and blocks of houses between."""
    rng, chart = plan.rng, plan.chart
    plan.new(plan.pigment(WHITE), False, 0.9)
    street = 0.020
    xs = _streets(rng, chart.width, street)
    ys = _streets(rng, chart.height, street)
    for left, right in zip([-street, *xs], [*xs, chart.width + street], strict=True):
        for top, bottom in zip([-street, *ys], [*ys, chart.height + street], strict=True):
            x0, x1, y0, y1 = left + street / 2, right - street / 2, top + street / 2, bottom - street / 2
            plan.box(x0, y0, x1, y1, WHITE if rng.random() < 0.85 else GREY, 0.9)
            if x1 - x0 > 0.05 and y1 - y0 > 0.04 and rng.random() < 0.55:
                _block(plan, x0, y0, x1, y1)
    for x in xs:
        _lights(plan, x - street / 2, 0.0, chart.height, street, True)
    for y in ys:
        _lights(plan, y - street / 2, 0.0, chart.width, street, False)
    for x in xs:
        for y in ys:
            place = int(rng.choice([RED, BLUE, GREY, YELLOW], p=[0.4, 0.25, 0.2, 0.15]))
            plan.box(x - street / 2, y - street / 2, x + street / 2, y + street / 2, place)


def _streets(rng: np.random.Generator, length: float, street: float) -> list[float]:
    """Places of the streets: now close together, now far apart."""
    places, at = [], rng.uniform(0.02, 0.07)
    while at < length - street:
        places.append(at)
        at += float(rng.choice([0.034, 0.055, 0.09, 0.14, 0.185], p=[0.2, 0.2, 0.22, 0.22, 0.16])) + rng.normal(
            0, 0.004
        )
    return places


def _block(plan: Plan, x0: float, y0: float, x1: float, y1: float) -> None:
    """A house: a coloured block with another in it."""
    rng = plan.rng
    w, h = x1 - x0, y1 - y0
    if rng.random() < 0.5:
        x0, x1 = x0 + w * rng.uniform(0.0, 0.3), x1 - w * rng.uniform(0.0, 0.35)
    else:
        y0, y1 = y0 + h * rng.uniform(0.0, 0.3), y1 - h * rng.uniform(0.0, 0.35)
    outer, inner = rng.permutation([RED, BLUE, YELLOW, GREY])[:2]
    plan.box(x0, y0, x1, y1, int(outer), 1.05)
    w, h = x1 - x0, y1 - y0
    if rng.random() < 0.7:
        dx, dy = w * rng.uniform(0.18, 0.34), h * rng.uniform(0.15, 0.34)
        plan.box(x0 + dx, y0 + dy, x1 - dx, y1 - dy * rng.uniform(0.4, 1.6), int(inner), 1.1)


def _lights(plan: Plan, edge: float, start: float, end: float, street: float, upright: bool) -> None:
    """One street and the small squares on it."""
    rng = plan.rng

    def piece(a: float, b: float, place: int) -> None:
        if upright:
            plan.box(edge, a, edge + street, b, place)
        else:
            plan.box(a, edge, b, edge + street, place)

    piece(start, end, YELLOW)
    at = start + rng.uniform(0, 0.04)
    while at < end:
        long = street * float(rng.choice([0.7, 1.0, 1.0, 1.5]))
        piece(at, at + long, int(rng.choice([RED, BLUE, GREY], p=[0.37, 0.30, 0.33])))
        at += long + float(rng.choice([0.5, 1.0, 1.6, 2.6, 4.0])) * street


def tree(plan: Plan) -> None:
    """A bare tree whose branches dissolve into a grid of ochre, grey and rose."""
    rng, chart = plan.rng, plan.chart
    plan.new(plan.pigment(GREY), False, 0.8)
    x, y = np.meshgrid(np.linspace(0, 1, 30), np.linspace(0, 1, 24))
    tints = [
        plan.palette[WHITE], plan.palette[GREY], mix(plan.palette[YELLOW], plan.palette[GREY], 0.55),
        mix(plan.palette[BLUE], plan.palette[GREY], 0.72), mix(plan.palette[RED], plan.palette[GREY], 0.74),
        mix(plan.palette[BLACK], plan.palette[GREY], 0.55),
    ]  # fmt: skip
    patches = np.stack([x.ravel(), y.ravel()], axis=1)[rng.permutation(x.size)]
    swell = noise((30, 24), 4, rng)
    for px, py in patches:
        cx, cy = chart.place(px + rng.normal(0, 0.012), py + rng.normal(0, 0.012))
        w, h = rng.uniform(0.025, 0.065, 2) * rng.uniform(0.7, 1.3)
        near = np.exp(-((px - 0.5) ** 2 + (py - 0.45) ** 2) / 0.09)
        weights = np.array([1.5, 1.6, 0.7 + 1.3 * near, 0.8, 0.35 + 0.3 * near, 0.5])
        weights[2] *= 1.6 if swell[int(py * 23), int(px * 29)] > 0 else 0.5
        tint = tints[int(rng.choice(6, p=weights / weights.sum()))]
        number = plan.new(shifted(tint, rng.normal(0, 0.03)), rng.random() < 0.5, rng.uniform(0.6, 1.15))
        chart.box(cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2, number)
    _dashes(plan)
    _branches(plan)


def _dashes(plan: Plan) -> None:
    """What is left of the twigs far from the tree: short bars, level and upright."""
    rng, chart = plan.rng, plan.chart
    for _ in range(330):
        px, py = rng.uniform(0, 1, 2)
        far = np.hypot((px - 0.5) / 0.6, (py - 0.42) / 0.6)
        if rng.random() > np.exp(-((far - 0.55) ** 2) / 0.12) or (py > 0.72 and abs(px - 0.5) < 0.2):
            continue
        x, y = chart.place(px, py)
        dark = plan.new(mix(plan.palette[BLACK], plan.palette[GREY], rng.uniform(0.0, 0.35)), False, 0.4)
        reach, half = rng.uniform(0.012, 0.04), rng.uniform(0.0014, 0.0030)
        w, h = (reach, half) if rng.random() < 0.55 else (half, reach)
        chart.box(x - w, y - h, x + w, y + h, dark)


def _branches(plan: Plan) -> None:
    """Arcs that leave the trunk, shorter and more upright or level the farther they are from it."""
    rng, chart = plan.rng, plan.chart
    black = [plan.new(shifted(plan.palette[BLACK], rng.uniform(0, 0.05)), k % 2 == 0, 0.3) for k in range(4)]
    long = chart.short
    foot = chart.place(0.5 + rng.normal(0, 0.03), 0.99)
    limbs = [(foot[0], foot[1], -np.pi / 2 + rng.normal(0, 0.05), 0.34 * long, 0.032 * long, 0)]
    for limb in limbs:  # grows while it is walked: near limbs first
        x, y, heading, reach, wide, depth = limb
        t = np.linspace(0, 1, 12)
        if depth < 4:
            a = heading + rng.uniform(0.35, 0.9) * t * np.sign(np.cos(heading) + rng.normal(0, 0.3)) * (depth > 0)
        else:  # far out only the grid is left
            a = np.full_like(t, np.round(heading / (np.pi / 2)) * np.pi / 2)
        steps = np.stack([np.cos(a), np.sin(a)], axis=1) * reach / 12
        path = np.array([x, y]) + np.cumsum(steps, axis=0) - 2 * steps[:1]
        chart.stroke(path, wide * (0.5 - 0.2 * t), black[int(rng.integers(4))])
        for share in (0.45, 0.72, 1.0):
            for sign in (-1, 1):
                if share == 1.0 and depth < 2 and sign > 0:  # the leader goes on
                    limbs.append(
                        (path[-1, 0], path[-1, 1], a[-1] + rng.normal(0, 0.2), reach * 0.8, wide * 0.6, depth + 1)
                    )
                wanted = (depth > 0 or share > 0.5) and rng.random() < (1.0, 0.8, 0.62, 0.55, 0.5)[min(depth, 4)]
                if wanted and len(limbs) < 420:
                    k = int(share * 11)
                    turn = sign * rng.uniform(0.45, 1.15)
                    limbs.append((path[k, 0], path[k, 1], a[k] + turn, reach * rng.uniform(0.58, 0.86),
                                  max(wide * rng.uniform(0.5, 0.7), 0.0048 * long), depth + 1))  # fmt: skip

"""Circuit boards that show something: a head in profile, a city by a river, a moth; lanes for traces, vias and parts.

Places are in long sides of the picture; lanes are counted on a coarse grid.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, fbm, grid, smoothstep
from stylegui.painters.scenes.board_parts import PITCH, Part
from stylegui.painters.study import pairs, smooth_curve

CELLS = 400  # of the coarse grid along the long side
PROFILE = [
    (0.385, 0.06), (0.285, 0.115), (0.215, 0.22), (0.205, 0.34), (0.185, 0.40), (0.135, 0.495), (0.128, 0.525),
    (0.185, 0.545), (0.165, 0.590), (0.190, 0.615), (0.170, 0.650), (0.205, 0.690), (0.200, 0.755), (0.250, 0.800),
    (0.370, 0.790), (0.395, 0.850), (0.375, 0.920), (0.255, 0.985), (0.185, 1.10), (0.960, 1.10), (0.900, 0.975),
    (0.740, 0.900), (0.690, 0.790), (0.740, 0.640), (0.815, 0.500), (0.835, 0.345), (0.785, 0.195), (0.675, 0.090),
    (0.530, 0.045),
]  # fmt: skip


@dataclass
class Board:
    """lane: which trace, counted across (H, W, coarse); live: above 0.5 where copper lies; zone: falls to 0 at seams;
    figure: 1 inside the picture's figure; water: 1 where a plane of copper lies bare; vias: (x, y, radius);
    print_: printed lines (N, 2); glows: (x, y, reach, place in the palette).
    """

    size: Size
    lane: Array
    live: Array
    zone: Array
    figure: Array
    water: Array
    vias: list[tuple[float, float, float]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    print_: list[Array] = field(default_factory=list)
    glows: list[tuple[float, float, float, int]] = field(default_factory=list)


def _coarse(wide: float, tall: float) -> Size:
    return max(8, round(CELLS * wide)), max(8, round(CELLS * tall))


def _octagonal(dx: Array, dy: Array) -> Array:
    """The norm whose unit ball is a regular octagon."""
    across, down = np.abs(dx), np.abs(dy)
    return np.maximum(np.maximum(across, down), (across + down) * np.float32(0.70710678))


def _away(size: Size, outline: Array) -> Array:
    """(H, W) signed octagonal distance to a closed outline (N, 2), negative inside; long sides."""
    x, y = grid(size)
    legs = np.vstack([outline, outline[:1]])
    points = np.vstack([np.linspace(a, b, max(2, int(np.hypot(*(b - a)) / 0.006)), endpoint=False)
        for a, b in pairwise(legs)]).astype(np.float32)  # fmt: skip
    best = np.full(x.shape, 9.0, np.float32)
    for px, py in points:
        np.minimum(best, _octagonal(x - px, y - py), out=best)
    image = Image.new("L", size, 0)
    ImageDraw.Draw(image).polygon(pairs(outline * max(size)), fill=255)
    inside = np.asarray(image) > 127
    return np.where(inside, -best, best)


def _patchwork(size: Size, rng: np.random.Generator, cells: float) -> tuple[Array, Array]:
    """Districts in which traces run level, upright or slanted: (lane in traces, district number)."""
    x, y = grid(size)
    wide, tall = float(x.max()), float(y.max())
    count = max(6, int(cells * cells * tall / wide))
    sites = rng.random((count, 2)) * [wide, tall]
    best = np.full(x.shape, 9.0, np.float32)
    owner = np.zeros(x.shape, np.int32)
    for index, (px, py) in enumerate(sites):
        gap = _octagonal(x - px, y - py)
        owner = np.where(gap < best, index, owner)
        best = np.minimum(best, gap)
    way = rng.integers(0, 4, count)[owner]
    s = np.float32(0.70710678)
    lane = np.choose(way, [y, x, (x + y) * s, (x - y) * s]) / PITCH
    return lane.astype(np.float32), owner + 2


def _finish(
    size: Size, lane: Array, district: Array, figure: Array, rng: np.random.Generator, parts: list[Part],
    water: Array | None = None, loose: int = 26,
) -> Board:  # fmt: skip
    """Cut the traces at seams, parts and gaps, end them in vias, and strew loose parts where nothing is in the way."""
    x, y = grid(size)
    wide, tall = float(x.max()), float(y.max())
    water = np.zeros_like(x) if water is None else water
    seam = np.zeros(x.shape, np.float32)
    change = district[:, 1:] != district[:, :-1]
    seam[:, 1:][change] = seam[:, :-1][change] = 1
    change = district[1:] != district[:-1]
    seam[1:][change] = seam[:-1][change] = 1
    zone = 1 - seam
    number = np.rint(lane).astype(np.int64)
    hashed = ((number * 2654435761 + district.astype(np.int64) * 97) % 1009) / 1009.0
    drift = fbm(size, 5, rng, 3) + 2.4 * (hashed - 0.5)
    live = smoothstep(-1.05, -0.90, drift + 2.6 * figure).astype(np.float32)
    for _ in range(loose * 5):
        if len(parts) >= loose + 8:
            break
        part = _loose(rng, wide, tall)
        if not _clear(part, parts, figure, water, size):
            continue
        parts.append(part)
    edge = np.minimum(np.minimum(x, wide - x), np.minimum(y, tall - y))
    live = live * (edge > 0.022) * (water < 0.5)
    for part in parts:
        reach_x, reach_y = part.wide / 2 + 0.006, part.tall / 2 + 0.006
        live = live * ~((np.abs(x - part.x) < reach_x) & (np.abs(y - part.y) < reach_y))
    board = Board(size, lane.astype(np.float32), live.astype(np.float32), zone, figure, water, parts=parts)
    board.vias = _ends(board, rng)
    for cx in (0.045, wide - 0.045):
        for cy in (0.045, tall - 0.045):
            board.vias.append((cx, cy, 0.020))
    board.glows = [(p.x, p.y, 0.040, 6 if (p.x * 977) % 2 < 1 else 7) for p in parts if p.kind == "lamp"]
    for part in parts:
        if part.kind in ("resistor", "chip") and part.wide < 0.09:
            x0, y0 = part.x - part.wide / 2, part.y - part.tall / 2 - 0.0145
            for k in range(3):
                knots = rng.uniform(-1, 1, (3, 2)) * [0.0024, 0.0038] + [x0 + 0.004 + 0.0085 * k, y0]
                board.print_.append(knots)
    return board


def _loose(rng: np.random.Generator, wide: float, tall: float) -> Part:
    """A part of some kind somewhere on the lattice."""
    x = round(rng.uniform(0.06, wide - 0.06) / PITCH) * PITCH
    y = round(rng.uniform(0.06, tall - 0.06) / PITCH) * PITCH
    kind = str(rng.choice(["chip", "resistor", "resistor", "resistor", "can", "lamp"]))
    if kind == "chip":
        a, b = rng.choice([4, 5, 6]) * PITCH, rng.choice([2.5, 4]) * PITCH
        return Part(kind, x, y, *((a, b) if rng.random() < 0.5 else (b, a)))
    if kind == "resistor":
        return Part(kind, x, y, *((0.030, 0.0125) if rng.random() < 0.5 else (0.0125, 0.030)))
    r = rng.uniform(0.024, 0.040) if kind == "can" else 0.016
    return Part(kind, x, y, r, r)


def _clear(part: Part, parts: list[Part], figure: Array, water: Array, size: Size) -> bool:
    """Whether a part would lie free of the others, of the figure and of the water."""
    for other in parts:
        if (
            abs(part.x - other.x) < (part.wide + other.wide) / 2 + 0.032
            and abs(part.y - other.y) < (part.tall + other.tall) / 2 + 0.032
        ):
            return False
    scale = max(size)
    x0, x1 = int((part.x - part.wide / 2 - 0.012) * scale), int((part.x + part.wide / 2 + 0.012) * scale) + 1
    y0, y1 = int((part.y - part.tall / 2 - 0.012) * scale), int((part.y + part.tall / 2 + 0.012) * scale) + 1
    window = (slice(max(0, y0), y1), slice(max(0, x0), x1))
    return bool(figure[window].max(initial=0) < 0.05 and water[window].max(initial=0) < 0.05)


def _ends(board: Board, rng: np.random.Generator) -> list[tuple[float, float, float]]:
    """Vias where a trace ends: on a lane's middle, beside a gap."""
    lane, copper = board.lane, (board.live > 0.5) & (board.zone > 0.5)
    middle = np.abs(lane - np.rint(lane)) < 0.16
    bare = np.zeros(copper.shape, bool)
    for axis in (0, 1):
        for step in (-1, 1):
            bare |= ~np.roll(copper, step, axis=axis)
    rows, columns = np.nonzero(middle & copper & bare)
    order = rng.permutation(len(rows))
    scale, taken, vias = max(board.size), np.zeros(copper.shape, bool), []
    reach = max(1, int(1.5 * PITCH * scale))
    for index in order:
        row, column = int(rows[index]), int(columns[index])
        if taken[row, column]:
            continue
        taken[max(0, row - reach) : row + reach, max(0, column - reach) : column + reach] = True
        vias.append(((column + 0.5) / scale, (row + 0.5) / scale, 0.0050))
    return vias


def head(wide: float, tall: float, rng: np.random.Generator) -> Board:
    """A head in profile, its outline echoed by traces within and without, a processor where it thinks."""
    size = _coarse(wide, tall)
    x, y = grid(size)
    s, side = min(tall, wide * 1.15), float(rng.choice([-1, 1]))
    points = np.array(PROFILE) - [0.5, 0.5]
    outline = points * [side * s, s] + [wide / 2, tall / 2]
    away = _away(size, outline)
    figure = (away < 0).astype(np.float32)
    lane, district = _patchwork(size, rng, 5.0)
    band = (away > 0) & (away < 6.5 * PITCH)
    lane, district = np.where(band, away / PITCH, lane), np.where(band, 1, district)
    inner = (away < 0) & (away > -5.5 * PITCH)
    cx, cy = wide / 2 + side * 0.045 * s, tall / 2 - 0.155 * s
    dx, dy = x - cx, y - cy
    chip = 0.19 * s
    fan = np.where(np.abs(dx) > np.abs(dy), y - cy, x - cx) / PITCH
    corner = np.minimum(np.abs(dx), np.abs(dy)) > chip * 0.62
    diagonal = (np.abs(dx) - np.abs(dy)) * 0.70710678 / PITCH
    core = away <= -5.5 * PITCH
    lane = np.where(inner, away / PITCH, np.where(core, np.where(corner, diagonal, fan), lane))
    sector = np.where(corner, 1002, 1000 + (np.abs(dx) > np.abs(dy)))
    district = np.where(inner, 999, np.where(core, sector, district))
    ex, ey = wide / 2 - side * 0.215 * s, tall / 2 - 0.075 * s
    eye = _octagonal(x - ex, y - ey)
    lane, district = np.where(eye < 0.058 * s, eye / PITCH, lane), np.where(eye < 0.058 * s, 1010, district)
    parts = [Part("chip", cx, cy, chip, chip), Part("lamp", ex, ey, 0.034, 0.034)]
    ax, ay = wide / 2 + side * 0.11 * s, tall / 2 + 0.075 * s
    ear = _octagonal(x - ax, y - ay)
    lane, district = np.where(ear < 0.062 * s, ear / PITCH, lane), np.where(ear < 0.062 * s, 1011, district)
    parts.append(Part("can", ax, ay, 0.044, 0.044))
    return _finish(size, lane, district, figure, rng, parts)


def city(wide: float, tall: float, rng: np.random.Generator) -> Board:
    """A city from above: a ring of walls about the centre, quarters of streets, a river of bare copper."""
    size = _coarse(wide, tall)
    x, y = grid(size)
    cx, cy = wide * rng.uniform(0.44, 0.56), tall * rng.uniform(0.42, 0.52)
    ring = _octagonal(x - cx, y - cy)
    lane, district = _patchwork(size, rng, 6.5)
    walls = (ring > 0.115) & (ring < 0.115 + 6 * PITCH)
    lane, district = np.where(walls, ring / PITCH, lane), np.where(walls, 1, district)
    dx, dy = x - cx, y - cy
    avenue = np.minimum(np.minimum(np.abs(dx), np.abs(dy)), np.minimum(np.abs(dx + dy), np.abs(dx - dy)) * 0.70710678)
    street = (avenue < 1.45 * PITCH) & (ring > 0.10)
    lanes = np.where(
        np.abs(dy) == avenue,
        dy,
        np.where(np.abs(dx) == avenue, dx, np.where(np.abs(dx + dy) < np.abs(dx - dy), dx + dy, dx - dy) * 0.70710678),
    )
    lane = np.where(street, lanes / PITCH, lane)
    district = np.where(street, 2000, district)
    square = ring < 0.115
    fan = np.where(np.abs(dx) > np.abs(dy), dy, dx) / PITCH
    lane, district = np.where(square, fan, lane), np.where(square, 1000 + (np.abs(dx) > np.abs(dy)), district)
    knots = np.array(
        [(-0.1, rng.uniform(0.10, 0.25)), (0.25, 0.30), (0.34, 0.62), (0.62, 0.80), (0.80, 0.72), (1.1, 0.92)]
    )
    if rng.random() < 0.5:
        knots[:, 1] = 1 - knots[:, 1]
    line = smooth_curve(knots, 120) * [wide, tall]
    stream = np.full(x.shape, 9.0, np.float32)
    for px, py in line.astype(np.float32):
        np.minimum(stream, _octagonal(x - px, y - py), out=stream)
    banks = stream < 0.030 + 3.5 * PITCH
    lane, district = np.where(banks, (stream - 0.030) / PITCH + 0.5, lane), np.where(banks, 3, district)
    water = ((stream < 0.030) & ~((avenue < 1.0 * PITCH) & (ring > 0.1))).astype(np.float32)
    parts = [Part("chip", cx, cy, 0.125, 0.125)]
    figure = (((ring < 0.115 + 6 * PITCH) | street | (stream < 0.030 + 3.5 * PITCH)) & (water < 0.5)).astype(np.float32)
    return _finish(size, lane, district, figure, rng, parts, water, 60)


def moth(wide: float, tall: float, rng: np.random.Generator) -> Board:
    """A moth with spread wings: every wing its own nest of traces, lamps for the spots on them."""
    size = _coarse(wide, tall)
    x, y = grid(size)
    s = min(wide / 1.25, tall)
    upper = [
        (0.035, -0.14),
        (0.16, -0.33),
        (0.36, -0.405),
        (0.545, -0.40),
        (0.585, -0.33),
        (0.50, -0.14),
        (0.40, -0.015),
        (0.22, 0.035),
        (0.035, 0.02),
    ]
    lower = [
        (0.035, 0.045),
        (0.20, 0.06),
        (0.375, 0.045),
        (0.42, 0.12),
        (0.375, 0.27),
        (0.28, 0.345),
        (0.235, 0.315),
        (0.20, 0.40),
        (0.15, 0.345),
        (0.06, 0.20),
    ]
    body = [(0.0, -0.245), (0.024, -0.225), (0.030, -0.12), (0.030, 0.06), (0.020, 0.20), (0.0, 0.27)]
    lane, district = _patchwork(size, rng, 5.0)
    figure, near = np.zeros_like(x), np.full(x.shape, 9.0, np.float32)
    parts: list[Part] = []
    for side in (-1, 1):
        for index, (wing, spot, reach) in enumerate(((upper, (0.335, -0.205), 0.085), (lower, (0.235, 0.175), 0.060))):
            outline = np.array(wing) * rng.uniform(0.985, 1.0) * [side * s, s] + [wide / 2, tall / 2]
            away = _away(size, outline)
            near = np.minimum(near, away)
            rim = (away < 0) & (away > -3.5 * PITCH)
            core = away <= -3.5 * PITCH
            px, py = wide / 2 + side * spot[0] * s, tall / 2 + spot[1] * s
            eye = _octagonal(x - px, y - py)
            veins = side * (x - wide / 2) * (0.45 if index else 0.62) - (y - tall / 2) * (0.89 if not index else -0.62)
            lane = np.where(rim, away / PITCH, np.where(core, veins / PITCH * 0.95, lane))
            district = np.where(rim, 1100 + index, np.where(core, 1200 + index, district))
            ring = core & (eye < reach * s)
            lane, district = np.where(ring, eye / PITCH, lane), np.where(ring, 1300 + index, district)
            figure = np.maximum(figure, away < 0)
            parts.append(Part("can" if index else "lamp", px, py, 0.050 if index else 0.046, 0.050 if index else 0.046))
    trunk = np.array(body + [(-px, py) for px, py in body[-2:0:-1]]) * s + [wide / 2, tall / 2]
    away = _away(size, trunk)
    near = np.minimum(near, away)
    lane, district = np.where(away < 0, (y - tall / 2) / PITCH, lane), np.where(away < 0, 1400, district)
    figure = np.maximum(figure, away < 0).astype(np.float32)
    halo = (near > 0) & (near < 4.5 * PITCH)
    lane, district = np.where(halo, near / PITCH, lane), np.where(halo, 1, district)
    parts.append(Part("chip", wide / 2, tall / 2 - 0.07 * s, 0.050 * s, 0.155 * s))
    board = _finish(size, lane, district, figure, rng, parts)
    for side in (-1, 1):
        feeler = np.array([(0.012, -0.245), (0.05, -0.32), (0.075, -0.40), (0.14, -0.455)]) * [side * s, s] + [
            wide / 2,
            tall / 2,
        ]
        board.print_ += [feeler]
        for k in range(9):
            t = 0.25 + 0.085 * k
            at = feeler[0] * (1 - t) ** 2 + 2 * feeler[1] * t * (1 - t) + feeler[3] * t**2
            board.print_.append(np.array([at, at + np.array([side * 0.020, 0.012])]))
    return board

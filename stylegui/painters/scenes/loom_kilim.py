"""A kilim for the loom: stepped medallions with hooks, birds between them, a border of teeth."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.scenes.loom import Loom


def kilim(loom: Loom) -> Array:
    """Stepped medallions with hooks, birds between them, and a border of teeth."""
    rng, p = loom.rng, loom.palette
    wide, tall = loom.wide, loom.tall
    q = 0.0137  # a step: two warps
    x, y = loom.x, loom.y
    ground, other = (0, 4) if rng.random() < 0.6 else (4, 0)
    loom.weave(np.ones(x.shape, bool), [p[ground]])
    plain = int(loom.area[0, 0])
    long_x = wide >= tall
    along, over = (x, y) if long_x else (y, x)
    length = max(wide, tall) / 2 - 0.105
    count = 3 if length > 0.36 else 1
    pitch = 2 * length / count
    cell = np.clip(np.floor((along + length) / pitch), 0, count - 1)
    a = along + length - (cell + 0.5) * pitch
    ai, oj = np.floor(np.abs(a) / q), np.floor(np.abs(over) / q)
    reach = np.floor(min(pitch / 2, (min(wide, tall) / 2 - 0.105)) / q)
    diamond = ai + oj
    odd = cell % 2 == 1
    layers = (
        (0.99, 8),
        (0.93, 3),
        (0.84, 2 if ground == 0 else 1),
        (0.72, 8),
        (0.67, other),
        (0.46, 3),
        (0.40, 1),
        (0.29, 8),
        (0.25, 7),
        (0.12, 3),
    )
    for share, colour in layers:
        inside = diamond < np.round(reach * share)
        loom.weave(inside, [p[colour]])
        if share == 0.67:
            loom.weave(inside & odd, [p[7]])
    teeth = ((ai - oj) % 4 < 2) & (diamond < np.round(reach * 0.93)) & (diamond >= np.round(reach * 0.84))
    loom.weave(teeth, [p[ground]])
    comb = ((ai - oj) % 4 < 2) & (diamond < np.round(reach * 0.46)) & (diamond >= np.round(reach * 0.40))
    loom.weave(comb, [p[8]])
    _hooks(loom, ai, oj, reach, [p[3], p[2]])
    _birds(loom, q, length, pitch, count, long_x, [p[2], p[3], p[8], p[9], p[5]])
    edge = np.minimum(wide / 2 - np.abs(x), tall / 2 - np.abs(y))
    strewn = [p[2], p[3], p[5 if ground == 0 else 9], p[8]]
    run = np.where(wide / 2 - np.abs(x) < tall / 2 - np.abs(y), y, x)
    for depth, colour in ((0.098, 8), (0.091, 3)):
        loom.weave(edge < depth, [p[colour]])
    _scattered(loom, q, plain, strewn)
    band = edge < 0.084
    loom.weave(band, [p[other]], 0)
    e = np.floor((edge - 0.018) / (q * 0.8))
    saw = np.abs(((np.floor(run / (q * 0.8)) + 0.5) % 10) - 5)
    number = np.floor(run / (q * 8)) % 4
    loom.weave(band & (e < 5.2 - saw + 0.01) & (e >= 0), [p[2]])
    for k, colour in enumerate((1, 5, 9, 6)):
        loom.weave(band & (e < 4.2 - saw) & (e >= 0) & (number == k), [p[colour]])
    loom.weave(band & (e > saw + 0.6) & (e <= 5), [p[3]])
    loom.weave(band & (e > saw + 1.8) & (e <= 5), [p[8]])
    loom.weave(edge < 0.018, [p[8]])
    loom.weave((edge < 0.011) & (np.floor(run / q) % 2 == 0), [p[1]])
    return loom.area


def _scattered(loom: Loom, q: float, ground: int, colours: list[Array]) -> None:
    """Small stars and combs strewn wherever the ground is still plain."""
    step = q * 0.60
    plain = loom.area == ground
    pitch = 8 * step
    across, down = int(loom.wide / 2 / pitch) + 1, int(loom.tall / 2 / pitch) + 1
    for column in range(-across, across + 1):
        for row in range(-down, down + 1):
            cx, cy = (column + 0.5 * (row % 2)) * pitch, row * pitch
            block = (np.abs(loom.x - cx) < 3.4 * step) & (np.abs(loom.y - cy) < 3.4 * step)
            if not block.any() or not plain[block].all():
                continue
            i, j = np.abs(np.rint((loom.x - cx) / step)), np.abs(np.rint((loom.y - cy) / step))
            kind = (column * 2 + row * 3) % 5
            star = (i + j < 2.5) & ((i == j) | (i + j != 2)) if kind < 3 else (i + j == 2) | (i + j == 0)
            loom.weave(block & star, [colours[kind % len(colours)]])
            loom.weave(block & (i + j == 0), [colours[-1]])


def _hooks(loom: Loom, ai: Array, oj: Array, reach: float, colours: list[Array]) -> None:
    """Ram's horns in the dark ring of each medallion."""
    ring = ai + oj
    inside = (ring >= np.round(reach * 0.48)) & (ring < np.round(reach * 0.66))
    wave = (ai - oj) % 6
    depth = ring - np.round(reach * 0.48)
    loom.weave(inside & (wave < 1.5) & (depth < 4), [colours[0]])
    loom.weave(inside & (wave < 4.5) & (depth >= 3) & (depth < 4), [colours[0]])
    loom.weave(inside & (wave >= 3) & (wave < 4.5) & (depth >= 1) & (depth < 4), [colours[1]])


BIRD = (
    "..........##....",
    ".........####...",
    ".........#o###..",
    "..........##..#.",
    "#.........##....",
    "##.......###....",
    "###....#####....",
    ".####+++####....",
    "..###++++###....",
    "...##+++###.....",
    "....######......",
    "......#.#.......",
    "......#.#.......",
    ".....##.##......",
)


def _birds(
    loom: Loom, q: float, length: float, pitch: float, count: int, long_x: bool, colours: list[Array]
) -> None:  # fmt: skip
    """A bird in every corner that the medallions leave, facing its neighbour."""
    plan = np.array([[".#+o".index(mark) for mark in line] for line in BIRD])
    step = q * 0.60
    short = min(loom.wide, loom.tall) / 2 - 0.105 - 0.056
    ends = [-length + pitch * k for k in range(count + 1)]
    for k, end in enumerate(ends):
        for sign in (-1, 1):
            inward = 0.070 if k == 0 else -0.070 if k == count else 0.0
            cx, cy = (end + inward, sign * short) if long_x else (sign * short, end + inward)
            flip = -1 if (cx > 0.01 or (abs(cx) < 0.01 and sign > 0)) else 1
            column = np.floor((loom.x - cx) * flip / step + plan.shape[1] / 2).astype(int)
            row = np.floor((loom.y - cy) / step + plan.shape[0] / 2).astype(int)
            within = (column >= 0) & (column < plan.shape[1]) & (row >= 0) & (row < plan.shape[0])
            mark = plan[np.clip(row, 0, plan.shape[0] - 1), np.clip(column, 0, plan.shape[1] - 1)]
            loom.weave(within & (mark == 1), [colours[(k + (sign > 0)) % 2]])
            loom.weave(within & (mark == 2), [colours[3 + (k % 2)]])
            loom.weave(within & (mark == 3), [colours[2]])

"""A rose window, as a cartoon.

Palette: night blue, sky blue, turquoise, sun yellow, sun orange, red, leaf green, pale green, violet, brown, white.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, grid
from stylegui.painters.scenes.cartoon import Cartoon, Rows

GROUND, HEART, PETAL, BETWEEN, MEDAL, EYE, FIELD, RIM, SPANDREL, FRAME, CORNER, PEARL = range(12)
ROWS: Rows = {
    GROUND: (0, 0, 1), HEART: (5, 4, 3, 10), PETAL: (8, 0, 1, 2, 10), BETWEEN: (6, 6, 7), MEDAL: (5, 5, 4),
    EYE: (3, 10),
    FIELD: (0, 8, 0, 1), RIM: (5, 4, 3, 2, 1), SPANDREL: (0, 0, 8, 1), FRAME: (5, 0), CORNER: (3, 4), PEARL: (10, 3),
}  # fmt: skip


def rose_window(size: Size, rng: np.random.Generator) -> Cartoon:
    """A heart, petals, medallions and an arcade about one centre; quarries in the corners."""
    cartoon = Cartoon(size, ROWS)
    x, y = grid(size)
    wide, tall = size[0] / max(size), size[1] / max(size)
    reach = 0.455 * min(wide, tall)
    dx, dy = (x - wide / 2) / reach, (y - tall / 2) / reach
    r, turn = np.hypot(dx, dy), np.arctan2(dy, dx) + np.pi / 2
    petals = int(rng.choice([10, 12, 14]))
    light = np.clip(0.55 - 0.25 * dx - 0.30 * dy, 0, 1)
    _quarries(cartoon, x, y, light, reach)
    cartoon.put(
        r < 1.06,
        FRAME,
        np.floor(turn / (2 * np.pi) * petals * 4),
        0.2 + 0.5 * (np.floor(turn / (2 * np.pi) * petals * 4) % 2),
        True,
    )
    _arcade(cartoon, r, turn, petals * 2, light)
    cartoon.put(r < 0.80, FIELD, np.floor(turn / (2 * np.pi) * petals * 2) * 4 + np.floor(r * 9), light, True)
    _medals(cartoon, r, turn, petals, light)
    cartoon.put(r < 0.565, BETWEEN, np.floor(turn / (2 * np.pi) * petals + 0.5) * 4 + (r > 0.44), light, True)
    _petals(cartoon, r, turn, petals, light)
    cartoon.put(r < 0.165, PEARL, np.floor(turn / (2 * np.pi) * petals), light, True)
    rose = r / (0.135 * (0.80 + 0.20 * np.abs(np.cos(turn * petals / 4))))
    cartoon.put(rose < 1, HEART, np.floor(turn / (2 * np.pi) * petals / 2), 0.15 + 0.3 * light, True)
    cartoon.put(r < 0.070, EYE, np.floor(turn / (2 * np.pi) * 6), 0.3, True)
    cartoon.put(r < 0.032, HEART, 0, 0.05)
    cartoon.border(FRAME, CORNER, 0.030, 1 / 20)
    return cartoon


def _sector(turn: Array, count: int, shift: float = 0.0) -> tuple[Array, Array]:
    """The number of the sector (H, W) and the angle from its axis in radians."""
    place = turn / (2 * np.pi) * count + shift
    number = np.floor(place + 0.5)
    return number % count, (place - number) * 2 * np.pi / count


def _quarries(cartoon: Cartoon, x: Array, y: Array, light: Array, reach: float) -> None:
    """Lozenges, each fourth with a lighter glass, and a roundel in every corner."""
    u, v = np.floor((x + 0.62 * y) / 0.062), np.floor((x - 0.62 * y) / 0.062)
    cartoon.put(
        np.ones(x.shape, bool), SPANDREL, (u + 300) * 900 + v + 400, 0.55 * light + 0.4 * ((u + 2 * v) % 4 == 0)
    )
    wide, tall = x.max(), y.max()
    inset = 0.105
    for cx in (inset, wide - inset):
        for cy in (inset, tall - inset):
            r = np.hypot(x - cx, y - cy) / (0.19 * reach)
            turn = np.arctan2(y - cy, x - cx)
            cartoon.put(
                r < 1, RIM, np.floor(turn / (2 * np.pi) * 8), 0.1 + 0.3 * (np.floor(turn / (2 * np.pi) * 8) % 2), True
            )
            leaf = r / (0.45 + 0.25 * np.abs(np.cos(2 * turn)))
            cartoon.put(leaf < 1, PETAL, np.floor(turn / (2 * np.pi) * 4 + 0.5), 0.55, False)
            cartoon.put(r < 0.22, EYE, 0, 0.3)


def _arcade(cartoon: Cartoon, r: Array, turn: Array, count: int, light: Array) -> None:
    """Round arches side by side along the rim."""
    number, off = _sector(turn, count, 0.5)
    cartoon.put((r < 0.985) & (r >= 0.80), GROUND, number * 2 + (off > 0), light, True)
    half = 0.78 * np.pi / count
    arch = (np.abs(off) < half) & (r > 0.82)
    across, out = off * 0.9, r - 0.885
    top = (out < 0) | (np.hypot(across, out) < half * 0.9)
    inside = arch & top & (r < 0.975)
    cartoon.put(inside, RIM, number * 2 + (r > 0.872), 0.08 + 0.82 * ((number * 3) % 7) / 6)
    cartoon.put(np.hypot(across, out) < half * 0.34, PEARL, number, 0.4)


def _medals(cartoon: Cartoon, r: Array, turn: Array, petals: int, light: Array) -> None:
    """A ring of medallions, each with four lobes and an eye; pearls between them."""
    number, off = _sector(turn, petals, 0.5)
    u, v = off * 0.685, r - 0.685
    radius = min(0.098, 0.84 * np.pi * 0.685 / petals)
    d, angle = np.hypot(u, v) / radius, np.arctan2(v, u)
    cartoon.put(
        d < 1,
        RIM,
        number * 8 + np.floor(angle / (2 * np.pi) * 8) % 8,
        0.45 + 0.4 * ((number + np.floor(angle / (2 * np.pi) * 8)) % 2),
        True,
    )
    lobes = d / (0.52 + 0.30 * np.abs(np.cos(2 * angle)))
    cartoon.put(lobes < 1, MEDAL, number * 4 + np.floor(angle / (2 * np.pi) * 4 + 0.5) % 4, light)
    cartoon.put(d < 0.30, EYE, number, 0.4)
    for rise in (0.600, 0.772):
        between, gap = _sector(turn, petals)
        pearl = np.hypot(gap * rise, r - rise)
        cartoon.put(pearl < 0.026, PEARL, between, 0.35)


def _petals(cartoon: Cartoon, r: Array, turn: Array, petals: int, light: Array) -> None:
    """Long petals with a round head; each has a border, a flame and a stem."""
    number, off = _sector(turn, petals)
    head = 0.455
    half = 0.86 * np.pi / petals
    across = off * np.maximum(r, 0.12)
    cap = np.hypot(off * head, r - head) / (half * head)
    body = (np.abs(off) < half) & (r < head) & (r > 0.165)
    inside = body | ((cap < 1) & (r >= head))
    band = np.floor(np.clip((r - 0.165) / 0.078, 0, 5))
    cartoon.put(
        inside,
        PETAL,
        number * 16 + band * 2 + (off > 0),
        np.clip(0.05 + 0.17 * band + 0.15 * (number % 2) + 0.2 * (light - 0.5), 0, 0.95),
        True,
    )
    flame = np.clip(np.sin(np.pi * np.clip((r - 0.20) / 0.29, 0, 1)), 0, 1) ** 0.8 * 0.048
    within = (np.abs(across) < flame) & (r > 0.20) & (r < 0.49)
    cartoon.put(within, HEART, number * 4 + np.floor((r - 0.20) / 0.10), np.clip((r - 0.20) / 0.31, 0, 1) * 0.75 + 0.1)

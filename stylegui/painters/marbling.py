"""Marbling: inks floated on thickened water, combed and drawn with a needle, and lifted off onto paper.

Everything done in the tray is a map of the plane with an exact inverse, so each place of the paper is followed back in
time until it falls into the drop of ink it came from; drops push the rest aside area for area. After S. Lu, A. Jaffer,
X. Jin, H. Zhao and X. Mao, "Mathematical Marbling", IEEE Computer Graphics and Applications 32(6), 2012.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.cells import seams
from stylegui.painters.colour import Array, Palette, to_pixels
from stylegui.painters.field import (
    Size,
    bilinear,
    blurred,
    edge_distance,
    enlarged,
    fbm,
    grid,
    mix,
    noise,
    resized,
    smoothstep,
)
from stylegui.painters.relief import lit, paper
from stylegui.painters.study import smooth_curve

# paper, dark ink, blue, red, gold, green, pale ink
PALETTE = Palette(("#f4ead6", "#1d2438", "#2a6a8f", "#b8322e", "#e0a33a", "#3f6f4c", "#cfd8cf"))

BARE, DARK, BLUE, RED, GOLD, GREEN, PALE = range(7)
OVERSIZE = 1.3
Move = Callable[[Array, Array], tuple[Array, Array]]


class Tray:
    """The tray of size: what was done to the ink, in order. Places are in long sides of the sheet."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        self.steps: list[tuple[float, float, float, int] | Move] = []  # drops (x, y, radius, group) and inverse moves
        self.inks: list[int] = [BARE]  # the ink of each group; group 0 is the bare water

    def group(self, ink: int) -> int:
        """Start a shape of one ink; drops of one shape run together without a vein between them."""
        self.inks.append(ink)
        return len(self.inks) - 1

    def drop(self, x: float, y: float, radius: float, ink: int, group: int | None = None) -> None:
        """Let one drop fall: it spreads to `radius` and displaces everything else."""
        self.steps.append((x, y, radius, self.group(ink) if group is None else group))

    def scatter(self, size: Size, count: int, radius: float, inks: list[int], spread: float = 0.3) -> None:
        """Sprinkle drops of these inks evenly over the sheet from a whisk."""
        width, height = size[0] / max(size), size[1] / max(size)
        places = self.rng.random((count, 2)) * [width * 1.2, height * 1.2] - [width * 0.1, height * 0.1]
        for x, y in places:
            self.drop(x, y, radius * float(np.exp(spread * self.rng.standard_normal())), int(self.rng.choice(inks)))

    def comb(self, angle: float, spacing: float, pull: float, sharp: float, offset: float = 0.0, wave: float = 0.0,
             cycles: float = 4.0, ) -> None:  # fmt: skip
        """Draw a comb through: teeth `spacing` apart move `pull` along `angle`; `wave` swings them sideways."""
        c, s = np.cos(angle), np.sin(angle)

        def back(x: Array, y: Array) -> tuple[Array, Array]:
            along, across = c * x + s * y, c * y - s * x
            swing = wave * np.sin(2 * np.pi * cycles * along) if wave else 0.0
            lane = (across - swing) / spacing + offset
            gap = np.abs(lane - np.rint(lane)) * spacing
            before = along - pull * np.exp(-gap / (spacing * sharp))
            if wave:
                across = across + wave * np.sin(2 * np.pi * cycles * before) - swing
            return c * before - s * across, s * before + c * across

        self.steps.append(back)

    def ripple(self, angle: float, height: float, cycles: float, phase: float) -> None:
        """A long shear wave, as a breath over the water makes."""
        c, s = np.cos(angle), np.sin(angle)

        def back(x: Array, y: Array) -> tuple[Array, Array]:
            move = height * np.sin(2 * np.pi * cycles * (c * x + s * y) + phase)
            return x + s * move, y - c * move

        self.steps.append(back)

    def swirl(self, x0: float, y0: float, reach: float, turn: float) -> None:
        """Turn the needle round a place: the middle turns by `turn` radians, less and less outwards."""

        def back(x: Array, y: Array) -> tuple[Array, Array]:
            dx, dy = x - x0, y - y0
            angle = -turn * np.exp(-(dx * dx + dy * dy) / (reach * reach))
            c, s = np.cos(angle), np.sin(angle)
            return x0 + c * dx - s * dy, y0 + s * dx + c * dy

        self.steps.append(back)

    def needle(self, path: list[tuple[float, float]], reach: float, drag: float = 1.0) -> None:
        """Draw a needle along a curve: ink within `reach` of it is dragged along."""
        knots = np.array(path, dtype=np.float64)
        length = float(np.hypot(*np.diff(knots, axis=0).T).sum())
        points = smooth_curve(knots, max(4, int(length / (0.45 * reach))))

        def back(x: Array, y: Array) -> tuple[Array, Array]:
            near = np.flatnonzero(
                (x > points[:, 0].min() - 4 * reach) & (x < points[:, 0].max() + 4 * reach)
                & (y > points[:, 1].min() - 4 * reach) & (y < points[:, 1].max() + 4 * reach)
            )  # fmt: skip
            px, py = x[near], y[near]
            for here, after in zip(points[-2::-1], points[:0:-1], strict=True):
                mid = (here + after) / 2
                hold = drag * np.exp(-((px - mid[0]) ** 2 + (py - mid[1]) ** 2) / (2 * reach * reach))
                px, py = px - hold * (after[0] - here[0]), py - hold * (after[1] - here[1])
            x, y = x.copy(), y.copy()
            x[near], y[near] = px, py
            return x, y

        self.steps.append(back)

    def lift(self, size: Size) -> tuple[Array, Array, Array, Array]:
        """What the sheet takes up: the group (H, W), how near its rim in [0, 1], and the places it came from."""
        gx, gy = grid(size)
        shape = gx.shape
        x, y = gx.ravel().astype(np.float32), gy.ravel().astype(np.float32)
        group, rim = np.zeros(x.size, np.int32), np.zeros(x.size, np.float32)
        from_x, from_y = np.zeros_like(x), np.zeros_like(y)
        left = np.arange(x.size)
        for step in reversed(self.steps):
            if callable(step):
                x, y = step(x, y)
                x, y = x.astype(np.float32), y.astype(np.float32)
                continue
            cx, cy, radius, name = step
            dx, dy = x - np.float32(cx), y - np.float32(cy)
            apart = dx * dx + dy * dy
            inside = apart < radius * radius
            if inside.any():
                found = left[inside]
                group[found], rim[found] = name, np.sqrt(apart[inside]) / radius
                from_x[found], from_y[found] = x[inside], y[inside]
                keep = ~inside
                left, dx, dy, apart = left[keep], dx[keep], dy[keep], apart[keep]
            shrink = np.sqrt(1 - np.float32(radius * radius) / apart)
            x, y = cx + dx * shrink, cy + dy * shrink
        from_x[left], from_y[left] = x, y
        return tuple(field.reshape(shape) for field in (group, rim, from_x, from_y))  # type: ignore[return-value]


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, OVERSIZE)
    tray = Tray(rng)
    (_peacock, _tulips, _rings)[seed % 3](tray, large)
    lab = _printed(tray, large, rng, palette)
    return to_pixels(resized(blurred(lab, 0.55 * max(large) / 1331), size))  # ink has no edge sharper than the paper


def _printed(tray: Tray, size: Size, rng: np.random.Generator, palette: Palette) -> Array:
    """The sheet with its ink: granulated, veined where two inks meet, the paper's tooth in the thin places."""
    unit = max(size) / 1331
    group, rim, from_x, from_y = tray.lift(size)
    inks = np.array(tray.inks)
    ink = inks[group]
    tone = rng.normal(0, 0.028, len(inks)).astype(np.float32)
    tone[0] = 0
    turn = rng.normal(0, 0.5, len(inks)).astype(np.float32)
    tile = 768  # ink in the drop: clouds and grains, carried along and stretched with it
    clouds = fbm((tile, tile), 14, rng, 5)
    carried = bilinear(clouds, (from_x * 900) % (tile - 1), (from_y * 900) % (tile - 1))
    tooth = paper(size, rng, 190)
    colours = np.stack([palette[place] for place in range(7)])
    film = colours[ink]
    film = mix(film, np.roll(colours, -1, axis=0)[ink], 0.10 * smoothstep(0.4, 1.6, turn[group] + 0.6 * carried))
    film[..., 0] += tone[group] + 0.014 * carried
    settle = 0.82 + 0.08 * carried + 0.10 * smoothstep(0.55, 1.0, rim) - 0.04 * np.tanh(tooth)
    settle = settle - 0.10 * smoothstep(0.5, 2.2, fbm(size, 3, rng, 4))
    holes = smoothstep(2.25, 2.5, noise(size, 150, rng) + 0.25 * carried)
    cover = np.clip(settle, 0, 0.99) * (1 - 0.75 * holes) * (ink != BARE)
    sheet = np.broadcast_to(palette[BARE], film.shape).astype(np.float32).copy()
    sheet[..., 0] += 0.008 * fbm(size, (40, 12), rng, 4)
    lab = mix(sheet, film, cover)
    edge = blurred(seams(group), 1.1 * unit)
    lab = mix(lab, palette[DARK], np.clip(0.36 * edge * (0.8 + 0.35 * carried), 0, 0.6))
    pool = np.clip(blurred(seams(ink), 4 * unit) * 2.2, 0, 1)
    lab[..., 0] -= 0.045 * pool * (ink != BARE)
    border = _deckle(size, rng)
    lab = mix(sheet, lab, border)
    relief = 0.30 * tooth + 0.5 * blurred(cover * border, unit) - 0.6 * edge
    return lit(lab, relief * unit, depth=0.30 / unit, gloss=0.12)


def _deckle(size: Size, rng: np.random.Generator) -> Array:
    """Where ink reached: the sheet keeps an uneven bare margin."""
    inset = edge_distance(size)
    return smoothstep(0.0190, 0.0225, inset + 0.0030 * noise(size, 7, rng) + 0.0010 * noise(size, 60, rng))


def _peacock(tray: Tray, size: Size) -> None:
    """Gel-git, then a fine comb across, then a swinging double rake: rows of peacock feathers."""
    rng = tray.rng
    width, height = size[0] / max(size), size[1] / max(size)
    slant = rng.uniform(-0.5, 0.5)
    rows = ([DARK, BLUE, DARK, GREEN], [BLUE, GREEN, DARK, PALE], [BLUE, PALE, GOLD, RED], [GOLD, RED, PALE, DARK])
    for _ in range(230):
        x, y = rng.uniform(-0.1, width + 0.1), rng.uniform(-0.1, height + 0.1)
        zone = y / height + slant * (x / width - 0.5) + rng.normal(0, 0.10)
        inks = rows[int(np.clip(zone * 4, 0, 3))]
        tray.drop(x, y, rng.uniform(0.036, 0.070), int(rng.choice(inks)))
    tray.scatter(size, 70, 0.011, [BARE, PALE, GOLD])
    down = np.pi / 2
    tray.comb(down, 0.15, 0.30, 0.22, rng.random())
    tray.comb(-down, 0.15, 0.30, 0.22, rng.random())
    tray.comb(0.0, 0.070, 0.100, 0.28)
    swing, cycles = rng.uniform(0.030, 0.038), rng.uniform(2.8, 3.4)
    tray.comb(down, 0.25, 0.075, 0.30, 0.0, swing, cycles)
    tray.comb(down, 0.25, 0.075, 0.30, 0.5, -swing, cycles)


def _tulips(tray: Tray, size: Size) -> None:
    """Three or four tulips drawn with the needle on a ground of pale stones."""
    rng = tray.rng
    width, height = size[0] / max(size), size[1] / max(size)
    tray.scatter(size, 90, 0.055, [PALE, PALE, BLUE, PALE], 0.35)
    tray.scatter(size, 220, 0.026, [PALE, PALE, BARE, BLUE, GOLD], 0.4)
    tray.scatter(size, 320, 0.0088, [BARE, PALE, DARK, BARE, BLUE], 0.5)
    tray.ripple(rng.uniform(0, 3), 0.012, 2.3, rng.uniform(0, 6))
    tray.scatter(size, 320, 0.0046, [BARE, PALE, BARE, BLUE], 0.5)
    count = 3 if width >= height else 2
    heads = np.linspace(0.5 - 0.29, 0.5 + 0.29, count) + rng.normal(0, 0.02, count)
    order = [0, count - 1, *range(1, count - 1)]
    for index in order:
        centre = index == count // 2 if count == 3 else index == 0
        x = heads[index] * width
        y = height * ((0.33 if centre else 0.45) + rng.normal(0, 0.02))
        _tulip(tray, x, y, width * 0.5 + (x - 0.5 * width) * 0.35, height * 0.95, 0.98 if centre else 0.80)


def _tulip(tray: Tray, x: float, y: float, foot_x: float, foot_y: float, scale: float) -> None:
    """One flower: a chain of green drops, two drawn leaves, and a head of three drops opened into petals."""
    rng = tray.rng
    lean = x - foot_x
    stem = smooth_curve(
        np.array([[foot_x, foot_y], [foot_x + 0.45 * lean, foot_y - 0.4 * (foot_y - y)], [x, y + 0.02]]), 110
    )
    green = tray.group(GREEN)
    for px, py in stem:
        tray.drop(px, py, 0.0052 * scale * rng.uniform(0.9, 1.1), GREEN, green)
    for side in (-1, 1):
        leaf = tray.group(GREEN)
        base = stem[12 + 3 * side]
        tip = base + np.array([side * 0.105 + 0.5 * lean * (side * lean > 0), -0.165]) * scale
        bend = base + np.array([side * 0.115, -0.030]) * scale
        blade = smooth_curve(np.array([base, bend, tip]), 26)
        for k, (px, py) in enumerate(blade):
            tray.drop(px, py, 0.0205 * scale * np.sin(np.pi * (k + 1.5) / 29) ** 0.8, GREEN, leaf)
        vein = smooth_curve(np.array([base, bend, tip]), 20)[3:-4]
        light = tray.group(PALE)
        for px, py in vein:
            tray.drop(px, py, 0.0030 * scale, PALE, light)
        tray.needle([tuple(blade[-6]), tuple(tip), (tip[0] + side * 0.016, tip[1] - 0.035)], 0.008 * scale)
    cup = 0.074 * scale
    tray.drop(x, y, cup, RED)
    tray.drop(x, y + 0.006, cup * 0.62, GOLD)
    tray.drop(x, y + 0.010, cup * 0.50, RED)
    tray.drop(x, y + 0.018, cup * 0.22, DARK)
    span, thin = 1.35 * cup, 0.20 * cup
    for side in (-1, 1):  # outer petals drawn up and outwards, the notches between them pushed in
        tray.needle([(x + side * 0.55 * cup, y - 0.3 * cup), (x + side * 0.95 * cup, y - span),
            (x + side * 1.35 * cup, y - 1.75 * span)], thin * 1.5)  # fmt: skip
        tray.needle([(x + side * 0.42 * cup, y - 1.7 * cup), (x + side * 0.38 * cup, y - 0.1 * cup)], thin)
    tray.needle([(x, y - 0.5 * cup), (x, y - 1.2 * cup), (x, y - 2.0 * cup)], thin * 1.6)
    tray.needle([(x, y + 0.2 * cup), (x, y + 1.35 * cup)], thin * 1.1)
    for side in (-1, 1):
        tray.needle([(x + side * 0.3 * cup, y + 0.55 * cup), (x + side * 0.35 * cup, y - 0.6 * cup)], thin * 0.8, 0.8)


def _rings(tray: Tray, size: Size) -> None:
    """Suminagashi: rings of ink and clear water, moved by a breath."""
    rng = tray.rng
    width, height = size[0] / max(size), size[1] / max(size)
    side = float(rng.choice([-1, 1]))
    homes = [(0.5 + side * 0.17, 0.44, 34), (0.5 - side * 0.30, 0.74, 22), (0.5 - side * 0.27, 0.16, 14)]
    for fx, fy, count in homes:
        x, y = fx * width, fy * height
        inks = [DARK, BLUE, DARK, DARK, RED] if count > 30 else [BLUE, DARK, DARK, GREEN]
        for k in range(count):
            wide = rng.uniform(0.026, 0.060)
            tray.drop(x + rng.normal(0, 0.004), y + rng.normal(0, 0.004), wide, inks[k // 2 % len(inks)])
            tray.drop(x + rng.normal(0, 0.004), y + rng.normal(0, 0.004), wide * rng.uniform(0.9, 1.3), BARE)
        tray.drop(x, y, 0.022, RED if count > 30 else GOLD)
    for cycles, tall in ((0.9, 0.06), (1.6, 0.036), (2.7, 0.018), (4.6, 0.009), (9.0, 0.0035), (15.0, 0.0016)):
        angle = rng.uniform(0, np.pi)
        tray.ripple(angle, tall, cycles, rng.uniform(0, 6))
        tray.ripple(angle + np.pi / 2 + rng.normal(0, 0.3), tall, cycles, rng.uniform(0, 6))
    for _ in range(3):
        tray.swirl(rng.uniform(0, width), rng.uniform(0, height), 0.13, rng.choice([-1, 1]) * rng.uniform(0.8, 1.8))

"""Frost: ferns of ice on a window at dusk, with warm light behind.

A plume grows along a curling spine; barbs leave it at the angle of ice, barbules leave the barbs, and each stops where
it meets another crystal, the frame, or the patch that breath has kept clear. The ice is a relief: it bends what lies
behind it, scatters the cold light of the sky, and glints where it faces the lamp.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from stylegui.painters.colour import Array, Palette, ramp, shifted, to_pixels
from stylegui.painters.field import Size, blurred, enlarged, fbm, grid, mix, noise, resized, slope, smoothstep, warped
from stylegui.painters.scenes.winter_evening import View, winter_evening
from stylegui.painters.study import pairs

# dusk, deep blue, pale sky, ice, white, lamp, ember, wood
PALETTE = Palette(("#2b4a86", "#101c40", "#8fb2dc", "#cfe4f4", "#ffffff", "#ffb54d", "#d8552f", "#2a2230"))

OVERSIZE = 1.5
CELLS = 460  # of the growth, along the long side
TURN = 0.98  # the angle between an ice needle and its branch, a little under 60 degrees
WIDTHS = (0.0046, 0.0021, 0.0011)  # of spine, barb and barbule


@dataclass
class Needle:
    """A grown line: (N, 2) points in long sides, and its order (0 spine, 1 barb, 2 barbule)."""

    points: Array
    order: int


class Pane:
    """One pane of glass in which crystals grow: who holds each cell (0 nobody), and what has grown."""

    def __init__(self, box: tuple[float, float, float, float], clear: tuple[float, float, float],
                 rng: np.random.Generator) -> None:  # fmt: skip
        self.box, self.clear, self.rng = box, clear, rng
        self.held = Image.new("I", (CELLS + 2, CELLS + 2), 0)
        self.holder = np.asarray(self.held)
        self.count = 0
        self.needles: list[Needle] = []

    def reach(self, points: Array, owner: int) -> int:
        """How many of the points are free for a plume before it meets the frame, the clear patch or another plume."""
        x0, y0, x1, y1 = self.box
        cx, cy, radius = self.clear
        away = np.hypot(points[:, 0] - cx, points[:, 1] - cy)
        a = np.arctan2(points[:, 1] - cy, points[:, 0] - cx)
        edge = radius * (1 + 0.16 * np.sin(3 * a + 1) + 0.08 * np.sin(7 * a + 2))
        inside = (points[:, 0] > x0) & (points[:, 0] < x1) & (points[:, 1] > y0) & (points[:, 1] < y1)
        cell = np.clip((points * CELLS).astype(int), 0, CELLS)
        there = self.holder[cell[:, 1], cell[:, 0]]
        free = inside & (away > edge) & ((there == 0) | (there == owner))
        return int(np.argmin(free)) if not free.all() else len(points)

    def plume(self, x: float, y: float, angle: float, length: float, curl: float, size: float = 1.0) -> None:
        """Grow one fern from (x, y): `curl` is how far its spine turns (radians), `size` scales its branches."""
        rng = self.rng
        self.count += 1
        owner = self.count
        steps = max(8, int(length / 0.0045))
        share = np.linspace(0, 1, steps)
        heading = angle + 2.0 * curl * share**2 + 0.06 * np.cumsum(rng.normal(0, 0.10, steps))
        spine = np.stack([x + np.cumsum(np.cos(heading)), y + np.cumsum(np.sin(heading))], axis=1)
        spine = np.array([x, y]) + (spine - [x, y]) * (length / steps)
        count = self.reach(spine, owner)
        if count < 5:
            return
        spine, heading, share = spine[:count], heading[:count], np.linspace(0, 1, count)
        self.needles.append(Needle(spine, 0))
        grown = [spine]
        every = max(1, round(0.0090 * size**0.5 / 0.0045))
        scallop = 1 + 0.30 * np.sin(share * length * 60 + rng.uniform(0, 6)) + 0.16 * rng.standard_normal(count)
        for k in range(2, count, every):
            full = (np.sin(np.pi * min(1.0, share[k] * 0.90 + 0.14)) ** 0.6) * (1.0 - 0.45 * share[k]) * scallop[k]
            for side in (-1, 1):
                inner = 0.62 if side * curl > 0 else 1.0
                bold = 1.75 if rng.random() < 0.16 else 1.0
                grown += self._barb(spine[k], heading[k], side, max(0.08, full * inner * size * bold), owner)
        draw = ImageDraw.Draw(self.held)
        for line in grown:
            draw.line(pairs(line * CELLS), fill=owner, width=3)
        self.holder = np.asarray(self.held)

    def _barb(self, root: Array, heading: float, side: int, full: float, owner: int) -> list[Array]:
        """A branch of the spine with its own small branches."""
        rng = self.rng
        steps = max(3, int(0.125 * full * rng.uniform(0.75, 1.12) / 0.0034))
        t = np.linspace(0, 1, steps)
        turn = heading + side * (TURN - 0.42 * t**1.3) + rng.normal(0, 0.05)
        line = root + np.cumsum(np.stack([np.cos(turn), np.sin(turn)], axis=1), axis=0) * 0.0034
        count = self.reach(line, owner)
        if count < 2:
            return []
        line, turn = line[:count], turn[:count]
        self.needles.append(Needle(np.vstack([root[None], line]), 1))
        for k in range(1, count, 2):
            short = 0.0200 * full**0.5 * (1 - 0.8 * k / count) * rng.uniform(0.6, 1.15)
            for other in (-1, 1):
                way = turn[k] + other * TURN
                tip = line[k] + short * np.array([np.cos(way), np.sin(way)])
                self.needles.append(Needle(np.array([line[k], tip]), 2))
        return [line]


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, OVERSIZE)
    view = winter_evening(large, rng, palette, seed % 3)
    wide, tall = size[0] / max(size), size[1] / max(size)
    panes = [Pane(box, view.clear, rng) for box in _boxes(wide, tall, seed % 3)]
    for pane in panes:
        _grow(pane)
    ice = _thickness(large, panes, rng)
    lab = _seen(view, ice, large, rng, palette)
    return to_pixels(resized(_framed(lab, large, panes, rng, palette), size))


def _boxes(wide: float, tall: float, kind: int) -> list[tuple[float, float, float, float]]:
    """The panes (x0, y0, x1, y1): one, two side by side, or two tall ones under two small."""
    m, bar = 0.030, 0.026
    columns = [(m, wide - m)] if kind == 0 else [(m, wide / 2 - bar / 2), (wide / 2 + bar / 2, wide - m)]
    rows = [(m, tall - m)] if kind < 2 else [(m, tall * 0.30 - bar / 2), (tall * 0.30 + bar / 2, tall - m)]
    return [(x0, y0, x1, y1) for y0, y1 in rows for x0, x1 in columns]


def _grow(pane: Pane) -> None:
    """Large plumes from the corners and sills, then smaller ones wherever there is room."""
    rng = pane.rng
    x0, y0, x1, y1 = pane.box
    wide, tall = x1 - x0, y1 - y0
    reach = 0.5 * (wide + tall)
    starts = [
        (x0 + 0.04 * wide, y1 - 0.002, -1.25, 0.95, 0.9), (x1 - 0.04 * wide, y1 - 0.002, np.pi + 1.25, 0.92, -0.9),
        (x0 + 0.34 * wide, y1 - 0.002, -1.75, 0.62, -1.1), (x1 - 0.30 * wide, y1 - 0.002, -1.45, 0.58, 1.1),
        (x0 + 0.002, y1 - 0.50 * tall, -0.70, 0.62, 0.9), (x1 - 0.002, y1 - 0.55 * tall, np.pi + 0.70, 0.58, -0.9),
        (x0 + 0.002, y0 + 0.10 * tall, 0.65, 0.62, -0.8), (x1 - 0.002, y0 + 0.08 * tall, np.pi - 0.60, 0.60, 0.8),
        (x0 + 0.55 * wide, y0 + 0.002, 1.9, 0.34, 0.7),
    ]  # fmt: skip
    for x, y, angle, length, curl in starts:
        pane.plume(x + rng.normal(0, 0.012), y, angle + rng.normal(0, 0.14), reach * length * rng.uniform(0.85, 1.1),
            curl * rng.uniform(0.6, 1.4), min(1.0, 0.35 + reach))  # fmt: skip
    for size, tries in ((0.60, 40), (0.38, 160), (0.24, 260)):
        tips = [needle.points[-2:] for needle in pane.needles if needle.order < 2 and len(needle.points) > 3]
        for _ in range(tries):
            if rng.random() < 0.30 or not tips:
                at = rng.random()
                x, y, angle = [
                    (x0 + at * wide, y1 - 0.001, -1.57), (x0 + at * wide, y0 + 0.001, 1.57),
                    (x0 + 0.001, y0 + at * tall, 0.0), (x1 - 0.001, y0 + at * tall, 3.14),
                ][int(rng.integers(4))]  # fmt: skip
            else:
                before, after = tips[int(rng.integers(len(tips)))]
                way = (after - before) / (np.hypot(*(after - before)) + 1e-9)
                x, y = after + 0.010 * way
                angle = float(np.arctan2(way[1], way[0]))
            turn = angle + rng.normal(0, 0.45)
            pane.plume(float(x), float(y), turn, size * 0.40 * rng.uniform(0.5, 1.1), rng.normal(0, 0.9), size)


def _thickness(size: Size, panes: list[Pane], rng: np.random.Generator) -> Array:
    """(H, W): how thick the ice stands, about [0, 1.6]: needles, the skin between them, hoar."""
    long_side = max(size)
    layers = []
    for order, width in enumerate(WIDTHS):
        image = Image.new("L", size, 0)
        draw = ImageDraw.Draw(image)
        px = width * long_side
        pen = max(1, round(px))
        force = int(255 * min(1.0, px / pen))
        for pane in panes:
            for needle in pane.needles:
                if needle.order == order:
                    draw.line(pairs(needle.points * long_side), fill=force, width=pen)
        layers.append(np.asarray(image, dtype=np.float32) / 255)
    unit = long_side / 1536
    spine, barb, barbule = layers
    fine = np.maximum(blurred(barbule, 0.8 * unit), blurred(barb, 0.8 * unit))
    body = (
        0.75 * fine
        + 0.55 * blurred(barb, 2.4 * unit)
        + 0.9 * blurred(spine, 1.6 * unit)
        + 0.9 * blurred(spine, 5 * unit)
    )
    skin = smoothstep(0.02, 0.45, blurred(np.maximum(barb, 0.7 * barbule), 7 * unit))
    x, y = grid(size)
    depth = np.full(x.shape, 0.0, np.float32)
    for x0, y0, x1, y1 in (pane.box for pane in panes):
        depth = np.maximum(depth, np.minimum(np.minimum(x - x0, x1 - x), np.minimum(y - y0, y1 - y)))
    rime = np.clip(np.exp(-depth / 0.045) + 0.25 * fbm(size, 7, rng, 4) * np.exp(-depth / 0.12), 0, 1)
    hoar = 0.5 + 0.5 * np.tanh(0.5 * noise(size, 160, rng) + 0.8 * fbm(size, 50, rng, 2))
    return np.asarray(body + np.maximum(skin, 0.9 * rime) * (0.14 + 0.24 * hoar))


def _seen(view: View, ice: Array, size: Size, rng: np.random.Generator, palette: Palette) -> Array:
    """The window: what lies behind, bent by the ice and clouded by it, with drops in the clear patch; OKLab."""
    unit = max(size) / 1536
    x, y = grid(size)
    drops, lens = _drops(view, ice, size, rng)
    relief = blurred(ice, 0.9 * unit) * 5 * unit
    across, down = slope(relief)
    bend = 16 * unit
    behind = warped(view.lab, -across * bend - lens[0], -down * bend - lens[1])
    cx, cy, _ = view.clear
    warm = np.exp(-(((x - cx) ** 2 + (y - cy) ** 2) / (2 * 0.25**2)))
    toward = -(across * -0.62 + down * -0.78)
    lamp_x, lamp_y = cx - x, cy - y
    norm = np.hypot(lamp_x, lamp_y) + 0.03
    facing = (across * lamp_x + down * lamp_y) / norm
    tone = np.clip(0.36 + 0.36 * np.tanh(1.3 * toward) + 0.30 * ice - 0.10 * y + 0.06 * fbm(size, 5, rng, 3), 0, 1)
    cold = ramp([palette[1], palette[0], palette[2], palette[3], palette[4]], tone)
    embers = ramp([palette[6], palette[5], mix(palette[5], palette[4], 0.6)], np.clip(0.25 + 0.7 * ice, 0, 1))
    glow = np.clip(warm * (0.62 + 0.7 * np.tanh(1.4 * facing)), 0, 1)
    frost = mix(cold, embers, np.clip(0.95 * glow, 0, 0.85))
    cover = np.clip(0.20 * smoothstep(0.03, 0.25, ice) + 0.72 * smoothstep(0.12, 0.95, ice), 0, 0.94)
    lab = mix(behind, frost, cover)
    shade = smoothstep(0.15, 1.2, -toward)
    lab[..., 0] -= 0.10 * shade * cover
    glint = smoothstep(0.75, 1.5, toward + 0.25 * noise(size, 160, rng)) * smoothstep(0.3, 0.9, ice)
    lab = mix(lab, palette[4], 0.85 * glint)
    spark = smoothstep(0.55, 1.4, facing + 0.25 * noise(size, 120, rng)) * smoothstep(0.25, 0.8, ice) * warm
    lab = mix(lab, mix(palette[5], palette[4], 0.55), 0.9 * spark)
    lab[..., 0] += drops
    lab[..., 0] += 0.010 * fbm(size, (90, 14), rng, 3)
    return lab


def _drops(view: View, ice: Array, size: Size, rng: np.random.Generator) -> tuple[Array, tuple[Array, Array]]:
    """Condensation on the bare glass: how much lighter each drop's rims are, and how it shifts what is behind it."""
    light = np.zeros((size[1], size[0]), np.float32)
    shift_x, shift_y = np.zeros_like(light), np.zeros_like(light)
    long_side = max(size)
    cx, cy, radius = view.clear
    bare = blurred(ice, 3 * long_side / 1536)
    for _ in range(420):
        a, far = rng.uniform(0, 2 * np.pi), radius * 1.35 * np.sqrt(rng.random())
        r = (0.0016 + 0.0085 * rng.random() ** 4) * long_side
        px, py = (cx + far * np.cos(a)) * long_side, (cy + far * np.sin(a)) * long_side
        x0, y0, reach = int(px - r - 1), int(py - r - 1), int(2 * r + 3)
        if min(x0, y0) < 0 or x0 + reach >= size[0] or y0 + reach >= size[1] or bare[int(py), int(px)] > 0.10:
            continue
        window = (slice(y0, y0 + reach), slice(x0, x0 + reach))
        v, u = np.mgrid[0:reach, 0:reach].astype(np.float32)
        u, v = (u + x0 - px) / r, (v + y0 - py) / (r * 1.12)
        d2 = u * u + v * v
        inside = smoothstep(1.05, 0.85, d2)
        shift_x[window] += inside * u * r * 2.6
        shift_y[window] += inside * v * r * 2.6
        shine = np.exp(-((u + 0.38) ** 2 + (v + 0.42) ** 2) / 0.045)
        light[window] += inside * (0.10 * v - 0.10 * d2**2 + 0.42 * shine)
    return light, (shift_x, shift_y)


def _framed(lab: Array, size: Size, panes: list[Pane], rng: np.random.Generator, palette: Palette) -> Array:
    """The wooden bars round the panes, worn and lit along one edge, with snow lying in their corners."""
    unit = max(size) / 1536
    x, y = grid(size)
    depth = np.full(x.shape, -1.0, np.float32)  # how far inside a pane, in long sides
    upright = np.ones_like(x)  # 1 where a bar runs upright
    for x0, y0, x1, y1 in (pane.box for pane in panes):
        beside, over = np.minimum(x - x0, x1 - x), np.minimum(y - y0, y1 - y)
        depth = np.maximum(depth, np.minimum(beside, over))
        upright = np.where((beside > -0.004) & (over < 0), 0.0, upright)
    glass = smoothstep(-0.0008, 0.0008, depth + 0.0004 * noise(size, 60, rng))
    level, rising = fbm(size, (4, 150), rng, 4), fbm(size, (150, 4), rng, 4)
    grain = np.where(upright > 0.5, rising, level)
    worn = smoothstep(0.5, 1.6, fbm(size, (9, 9), rng, 5) + 0.4 * grain)
    across, down = slope(blurred(np.clip(depth, -0.010, 0.0), 2 * unit) * max(size))
    light = 0.44 + 0.24 * np.tanh(2 * (across + down)) + 0.13 * grain + 0.25 * worn
    wood = ramp(
        [shifted(palette[7], -0.08), palette[7], mix(palette[7], palette[0], 0.45), palette[2]], np.clip(light, 0, 1)
    )
    lab = lab.copy()
    lab[..., 0] -= 0.10 * np.exp(-np.clip(depth, 0, 1) / 0.006) * glass
    rim = np.exp(-np.clip(depth, 0, 1) / 0.004) * smoothstep(-0.6, 0.9, fbm(size, 60, rng, 3)) * glass
    lab = mix(lab, palette[3], 0.75 * rim)
    return mix(wood, lab, glass)

"""A canal between old houses, in watercolour.

Palette: sky blue, warm light, far violet, mid blue, near indigo, pine green, meadow, rose, ochre, dark.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette
from stylegui.painters.field import bilinear, blurred, fbm, mix, noise, smoothstep
from stylegui.painters.marks.washes import PAPER, Sheet
from stylegui.painters.study import below, frame, places, smooth_curve

WATER = 0.655
VANISH = np.array([0.5, 0.60])


def canal(sheet: Sheet, palette: Palette) -> None:
    """Houses on both sides, a bridge, a bell tower far off, boats and their broken reflections."""
    rng = sheet.rng
    side = float(rng.choice([-1, 1]))
    _, fy = frame(sheet.size)
    cloud = smoothstep(-0.2, 0.8, fbm(sheet.size, (2.4, 4.0), rng, 5))
    sheet.wash(smoothstep(0.62, 0.25, fy) * 0.8, palette[1], 0.35, wet=26, edge=0.0, granulation=0.15)
    sheet.wash((1 - cloud) * smoothstep(0.60, 0.0, fy), palette[0], 0.75, wet=6, edge=0.45, bloom=0.5)
    _distance(sheet, palette, side)
    for way in (-1, 1):
        edges = (1.0, 0.66, 0.40, 0.235, 0.135) if way == side else (1.0, 0.74, 0.50, 0.30, 0.17)
        colours = rng.permutation([7, 8, 1, 8, 7])
        for k in range(3, -1, -1):
            pigment = palette[int(colours[k])]
            _house(
                sheet, palette, pigment, way, edges[k + 1], edges[k], rng.uniform(0.86, 1.14) * (1.1 if k % 2 else 0.98)
            )
    _bridge(sheet, palette)
    _water(sheet, palette)
    for x, y, grow, facing in ((0.5 - side * 0.13, 0.765, 0.55, side), (0.5 + side * 0.16, 0.885, 1.0, -side)):
        _gondola(sheet, palette, x, y, grow, facing)
    for x in (0.06, 0.12, 0.93, 0.885):
        _pole(sheet, palette, x, rng.uniform(0.90, 0.98))
    sheet.finish([palette[3], palette[7], palette[4], palette[8]], 50, 0.7)


def _distance(sheet: Sheet, palette: Palette, side: float) -> None:
    """The tower and domes at the end, in one violet wash."""
    x = 0.5 + side * 0.035
    shapes = (
        places(
            "-0.016 0.62, -0.016 0.30, -0.020 0.295, -0.020 0.285, 0.0 0.215, 0.020 0.285, 0.020 0.295, "
            "0.016 0.30, 0.016 0.62"
        ),
        places(
            "-0.09 0.62, -0.09 0.50, -0.055 0.50, -0.05 0.455, -0.03 0.425, -0.01 0.455, -0.005 0.50, "
            "0.10 0.51, 0.10 0.62"
        ),
    )
    for shape, density in zip(shapes, (0.75, 0.6), strict=True):
        sheet.touch(shape * [side, 1] + [x, 0], palette[2], density, pools=True, to=palette[1], toward=(0, 1))
    shade = places("0.002 0.60, 0.002 0.225, 0.020 0.285, 0.016 0.30, 0.016 0.60")
    sheet.touch(shade * [side, 1] + [x, 0], palette[4], 0.35)
    sheet.touch(places("-0.008 0.34, 0.008 0.34, 0.008 0.375, -0.008 0.375") * [side, 1] + [x, 0], palette[4], 0.6)


def _house(sheet: Sheet, palette: Palette, pigment: Array, way: int, near: float, far: float, tall: float) -> None:
    """A front in perspective: `near` and `far` are distances from the vanishing point, in half widths."""
    rng = sheet.rng

    def at(u: Array | float, v: Array | float) -> Array:
        """u from 0 (inner edge) to 1 (outer), v from 0 (water) to 1 (eaves)."""
        reach = near + (far - near) * np.asarray(u, float)
        top = VANISH[1] - 0.62 * tall * reach
        foot = VANISH[1] + 0.10 * reach + 0.012
        return np.stack(
            np.broadcast_arrays(VANISH[0] + way * 0.52 * reach, foot + (top - foot) * np.asarray(v, float)), axis=-1
        )

    def box(u0: float, v0: float, u1: float, v1: float) -> Array:
        return at(np.array([u0, u0, u1, u1]), np.array([v0, v1, v1, v0]))

    lit = way < 0
    wall = box(0, 0, 1, 1)
    sheet.touch(wall, PAPER_LAB, 0.0, opaque=0.92)
    sheet.touch(wall, pigment, 0.62, edge=0.6, pools=True, to=mix(pigment, palette[3], 0.35), toward=(0.1, 1.0))
    sheet.touch(box(0, 0, 1, 0.16), palette[5], 0.40, wet=4, pools=True)
    if not lit:
        sheet.touch(wall, palette[2], 0.50, edge=0.3, pools=True)
    for _ in range(3):  # plaster has come off
        u, v = rng.uniform(0.1, 0.8), rng.uniform(0.12, 0.7)
        patch = at(
            u + 0.09 * np.cos(np.arange(9) * 0.7) * rng.uniform(0.4, 1, 9),
            v + 0.05 * np.sin(np.arange(9) * 0.7) * rng.uniform(0.4, 1, 9),
        )
        sheet.touch(smooth_curve(patch, 30, closed=True), palette[8], 0.35, edge=0.5)
    floors, bays = (4 if tall > 1 else 3), 3 if far - near > 0.15 else 2
    for floor in range(floors):
        v = 0.20 + 0.78 / floors * floor
        high = 0.45 / floors * (1.15 if floor == 1 else 1.0)
        for bay in range(bays):
            u = (bay + 0.5) / bays
            half = 0.105 * 3 / bays * 0.62
            sheet.touch(
                box(u - half, v, u + half, v + high),
                palette[9],
                rng.uniform(0.55, 0.85),
                edge=0.5,
                pools=True,
                to=palette[3],
                toward=(0.3, 1),
            )
            if floor == 1:
                arch = at(
                    u + half * np.cos(np.linspace(0, np.pi, 9)), v + high + 0.035 * np.sin(np.linspace(0, np.pi, 9))
                )
                sheet.touch(arch, palette[9], 0.65)
                sheet.touch(box(u - half * 1.5, v - 0.018, u + half * 1.5, v - 0.004), palette[4], 0.55)
            elif rng.random() < 0.75:
                for edge in (-1, 1):
                    inner, outer = sorted((u + edge * half, u + edge * half * 1.75))
                    sheet.touch(
                        box(inner, v - 0.004, outer, v + high + 0.006), palette[5], rng.uniform(0.6, 0.95), opaque=0.5
                    )
            if rng.random() < 0.3:
                for k in range(7):
                    spot = at(u + half * (k / 3 - 1), v - 0.012 + 0.014 * rng.random())
                    _dot(sheet, spot, 0.0045 * (0.3 + far), palette[int(rng.choice([7, 7, 5]))], 0.8)
    sheet.touch(box(-0.02, 0.985, 1.02, 1.02), palette[8], 0.8)
    sheet.touch(box(0, 0.955, 1, 0.985), palette[4], 0.45, wet=1)
    sheet.touch(box(0.965, 0, 1.0, 1), palette[4], 0.30, wet=1)
    door = box(0.38, 0.0, 0.58, 0.155)
    sheet.touch(door, palette[9], 0.9, pools=True)


def _dot(sheet: Sheet, at: Array, radius: float, pigment: Array, density: float) -> None:
    ring = np.arange(8) * np.pi / 4
    spot = np.stack(
        [at[0] + radius * np.cos(ring), at[1] + radius * np.sin(ring) * sheet.size[0] / sheet.size[1]], axis=1
    )
    sheet.touch(smooth_curve(spot, 16, closed=True), pigment, density, opaque=0.5)


def _bridge(sheet: Sheet, palette: Palette) -> None:
    """A stone arch, its parapet, people crossing."""
    t = np.linspace(0, 1, 30)
    upper = np.stack([0.385 + 0.23 * t, 0.615 - 0.062 * np.sin(np.pi * t)], axis=1)
    lower = np.stack([0.41 + 0.18 * t, 0.648 - 0.058 * np.sin(np.pi * t)], axis=1)
    shape = np.vstack([[0.385, 0.652], upper, [0.615, 0.652], lower[::-1]])
    sheet.touch(shape, PAPER_LAB, 0.0, opaque=0.85)
    sheet.touch(shape, palette[8], 0.5, pools=True, to=palette[2], toward=(0.6, 0.8))
    sheet.touch(np.vstack([lower, (lower + np.array([0, 0.010]))[::-1]]), palette[9], 0.6)
    sheet.touch(np.vstack([upper, (upper - [0, 0.006])[::-1]]), palette[4], 0.5)
    for x in (0.455, 0.475, 0.53):
        y = 0.612 - 0.062 * np.sin(np.pi * (x - 0.385) / 0.23)
        coat = np.array([[x - 0.005, y], [x - 0.004, y - 0.022], [x + 0.004, y - 0.022], [x + 0.005, y]])
        sheet.touch(coat, palette[int(sheet.rng.choice([7, 9, 4]))], 0.9)
        _dot(sheet, np.array([x, y - 0.027]), 0.0028, palette[8], 0.9)


def _water(sheet: Sheet, palette: Palette) -> None:
    """Everything mirrored, blurred downwards, then green glazes and dark, sharp ripples."""
    rng, size = sheet.rng, sheet.size
    fx, fy = frame(size)
    line = VANISH[1] + 0.10 * np.abs(fx[0] - 0.5) / 0.52 + 0.013
    line = np.where(np.abs(fx[0] - 0.5) < 0.11, 0.652, line)
    band = below(size, line, 1.5)
    depth = np.clip(fy - line[None, :], 0, 1)
    rows, columns = fx.shape
    sway = noise(size, (6, 60), rng) * (0.004 + 0.03 * depth) + noise(size, (14, 150), rng) * 0.003
    y = np.clip((line[None, :] - depth * 1.15 + sway) * rows, 0, rows - 1)
    x = fx * columns + noise(size, (4, 70), rng) * columns * (0.002 + 0.03 * depth)
    mirrored = blurred(bilinear(sheet.light, x, y), 1.8 * sheet.unit)
    sheet.light = sheet.light * (1 - band[..., None]) + (PAPER + (mirrored - PAPER) * 0.80) * band[..., None]
    sheet.wash(band * (0.35 + 0.65 * smoothstep(0.0, 0.3, depth)), palette[3], 0.42, wet=2, edge=0.25)
    sheet.wash(band * smoothstep(0.05, 0.35, depth), palette[5], 0.40, wet=8, edge=0.1, bloom=0.5)
    dark = smoothstep(0.75, 1.35, noise(size, (7, 80), rng) + 0.5 * noise(size, (18, 190), rng)) * band
    sheet.wash(dark * (0.4 + 0.6 * smoothstep(0.0, 0.25, depth)), palette[4], 0.55, edge=0.3, bloom=0.0, rough=0.3)
    glint = smoothstep(1.1, 1.5, noise(size, (5, 75), rng) + 0.4 * noise(size, (16, 220), rng)) * band
    sheet.lift(glint * np.exp(-(((fx - 0.5) / 0.16) ** 2)), 0.8)


def _gondola(sheet: Sheet, palette: Palette, x: float, y: float, grow: float, way: float) -> None:
    """A black boat with its iron, a rower and a wriggling reflection."""

    def at(text: str) -> Array:
        return places(text) * [way * 0.30 * grow, 0.30 * grow * sheet.size[0] / sheet.size[1]] + [x, y]

    hull = smooth_curve(
        at(
            "-0.62 -0.135, -0.52 -0.055, -0.30 -0.028, 0.10 -0.028, 0.38 -0.055, 0.55 -0.15, 0.50 -0.03, "
            "0.30 0.035, -0.20 0.04, -0.48 0.0"
        ),
        80,
        closed=True,
    )
    image = hull * [1, -0.8] + [0, 1.8 * y + 0.012 * grow]
    image[:, 0] += 0.006 * grow * np.sin(image[:, 1] * 260)
    sheet.touch(image, palette[9], 0.5, edge=0.3)
    sheet.touch(hull, palette[9], 1.6, edge=0.6, opaque=0.4)
    sheet.touch(at("-0.25 -0.045, 0.12 -0.045, 0.10 -0.075, -0.22 -0.075"), palette[7], 1.0, opaque=0.7)
    sheet.touch(
        at("-0.655 -0.215, -0.625 -0.22, -0.605 -0.13, -0.625 -0.06, -0.645 -0.10"), palette[3], 0.9, opaque=0.6
    )
    sheet.touch(at("0.325 -0.06, 0.335 -0.20, 0.36 -0.22, 0.395 -0.21, 0.41 -0.05"), palette[9], 1.1, opaque=0.7)
    sheet.touch(at("0.335 -0.19, 0.365 -0.30, 0.42 -0.30, 0.415 -0.19"), palette[1], 0.25, edge=0.9, opaque=0.9)
    sheet.touch(
        at("0.345 -0.28, 0.25 -0.225, 0.235 -0.205, 0.26 -0.20, 0.37 -0.25"), palette[1], 0.35, edge=0.9, opaque=0.9
    )
    _dot(sheet, at("0.388 -0.335")[0], 0.0068 * grow, palette[8], 1.0)
    sheet.touch(at("0.33 -0.35, 0.45 -0.35, 0.43 -0.375, 0.355 -0.375"), palette[8], 0.6, edge=0.9, opaque=0.8)
    sheet.touch(at("0.25 -0.225, 0.262 -0.23, 0.20 0.10, 0.185 0.14, 0.17 0.10"), palette[9], 1.2)


def _pole(sheet: Sheet, palette: Palette, x: float, foot: float) -> None:
    """A mooring pole with a spiral stripe."""
    lean, tall = sheet.rng.normal(0, 0.008), sheet.rng.uniform(0.20, 0.30)
    half = 0.0058
    post = np.array(
        [[x - half, foot], [x + lean - half, foot - tall], [x + lean + half, foot - tall], [x + half, foot]]
    )
    sheet.touch(post, palette[1], 0.25, edge=0.9, opaque=0.95)
    for k in range(7):
        low = foot - tall * (k + 0.1) / 7
        shift = lean * (foot - low) / tall
        band = np.array(
            [
                [x + shift - half, low],
                [x + shift + half, low - 0.018],
                [x + shift + half, low - 0.035],
                [x + shift - half, low - 0.017],
            ]
        )
        sheet.touch(band, palette[7], 1.0)
    sheet.touch(post + np.array([half * 1.1, 0]), palette[4], 0.35)
    wriggle = np.linspace(0, 1, 24)
    image = np.stack([x + 0.006 * np.sin(wriggle * 16) * wriggle, foot + wriggle * 0.10], axis=1)
    sheet.touch(np.vstack([image - [half, 0], (image + np.array([half, 0]))[::-1]]), palette[9], 0.45)


PAPER_LAB = np.array([1.0, 0.0, 0.0], np.float32)

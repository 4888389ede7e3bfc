"""Poppies seen close, in watercolour.

Palette: sky blue, warm light, far violet, mid blue, near indigo, pine green, meadow, rose, ochre, dark.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette
from stylegui.painters.field import fbm, mix, noise, smoothstep
from stylegui.painters.marks.washes import Sheet
from stylegui.painters.study import distance, frame, smooth_curve


def poppies(sheet: Sheet, palette: Palette) -> None:
    """Large flowers against a wet ground of greens and blues, with buds, seed heads and grasses."""
    rng = sheet.rng
    side = float(rng.choice([-1, 1]))
    _ground(sheet, palette, side)
    heads = [
        (-0.14, 0.37, 0.205),
        (0.21, 0.27, 0.160),
        (0.24, 0.60, 0.175),
        (-0.34, 0.66, 0.120),
        (-0.36, 0.19, 0.095),
        (0.02, 0.74, 0.115),
    ]
    heads = [(0.5 + side * x + rng.normal(0, 0.012), y + rng.normal(0, 0.012), radius) for x, y, radius in heads]
    for x, y, radius in heads:
        _stem(sheet, palette, x, y + 0.4 * radius, 0.0030 + 0.012 * radius)
    for _ in range(26):
        _blade(sheet, palette)
    for x, y in (
        (0.5 + side * 0.04, 0.155),
        (0.5 + side * 0.41, 0.43),
        (0.5 - side * 0.22, 0.86),
        (0.5 + side * 0.40, 0.80),
    ):
        _bud(sheet, palette, x + rng.normal(0, 0.01), y, rng.random() < 0.5)
    for x, y, radius in sorted(heads, key=lambda head: head[2]):
        _poppy(sheet, palette, x, y, radius)
    sheet.finish([palette[7], palette[5], palette[1], palette[7]], 110, 0.05)


def _ground(sheet: Sheet, palette: Palette, side: float) -> None:
    """Soft colour let into wet paper, lighter where the flowers come."""
    rng, size = sheet.rng, sheet.size
    _, fy = frame(size)
    cloud = fbm(size, 2.2, rng, 4)
    light = np.exp(-((distance(size, 0.5 + side * 0.05, 0.30) / 0.30) ** 2))
    sheet.wash(
        np.clip(0.55 + 0.35 * cloud - 0.6 * light, 0, 1) * smoothstep(0.9, 0.1, fy),
        palette[0],
        0.55,
        wet=22,
        edge=0.2,
        bloom=0.7,
    )
    sheet.wash(light * 0.7, palette[1], 0.40, wet=28, edge=0.0)
    sheet.wash(smoothstep(0.25, 1.1, fy + 0.16 * fbm(size, 3, rng, 4)), palette[6], 0.70, wet=16, edge=0.3, bloom=0.8)
    sheet.wash(smoothstep(0.55, 1.2, fy + 0.20 * fbm(size, 3, rng, 4)), palette[5], 0.75, wet=14, edge=0.4, bloom=0.8)
    sheet.wash(
        smoothstep(0.3, 1.0, fbm(size, 4, rng, 4) - 0.2) * smoothstep(0.2, 0.6, fy), palette[3], 0.35, wet=18, edge=0.3
    )
    for _ in range(9):
        x, y, reach = rng.uniform(0, 1), rng.uniform(0.15, 0.9), rng.uniform(0.03, 0.07)
        blot = smoothstep(1.1, 0.2, distance(size, x, y) / reach + 0.3 * noise(size, 9, rng))
        sheet.wash(blot, palette[7], rng.uniform(0.25, 0.5), wet=13, edge=0.1, bloom=0.2)


def _stem(sheet: Sheet, palette: Palette, x: float, y: float, half: float) -> None:
    rng = sheet.rng
    foot = x + rng.normal(0, 0.05)
    line = smooth_curve(np.array([[x, y], [x + rng.normal(0, 0.02), (y + 1) / 2], [foot, 1.04]]), 40)
    edge = np.array([half, 0.0])
    sheet.touch(
        np.vstack([line - edge, (line + edge)[::-1]]),
        palette[5],
        0.75,
        opaque=0.55,
        pools=True,
        to=palette[6],
        toward=(0, 1),
    )
    for k in range(3, 38):
        for way in (-1, 1):
            if rng.random() < 0.6:
                root = line[k] + [way * half, 0]
                tip = root + np.array([way * 0.006, -0.004]) * rng.uniform(0.6, 1.4)
                sheet.touch(np.array([root - [0, 0.001], tip, root + np.array([0, 0.001])]), palette[5], 0.7)


def _blade(sheet: Sheet, palette: Palette) -> None:
    """A long grass or a feathery leaf."""
    rng = sheet.rng
    foot = np.array([rng.uniform(-0.05, 1.05), 1.03])
    tip = foot + np.array([rng.normal(0, 0.16), -rng.uniform(0.15, 0.62)])
    bend = (foot + tip) / 2 + [rng.normal(0, 0.05), -0.04]
    line = smooth_curve(np.array([foot, bend, tip]), 30)
    half = np.stack([0.0045 * np.sin(np.linspace(0.3, np.pi, 30)), np.zeros(30)], axis=1) * rng.uniform(0.6, 1.5)
    pigment = palette[int(rng.choice([5, 6, 6, 3, 9]))]
    sheet.touch(
        np.vstack([line - half, (line + half)[::-1]]),
        pigment,
        rng.uniform(0.4, 0.85),
        edge=0.4,
        opaque=0.25,
        pools=True,
    )


def _bud(sheet: Sheet, palette: Palette, x: float, y: float, ripe: bool) -> None:
    """A hanging bud that shows a strip of red, or a crowned seed head."""
    rng, stretch = sheet.rng, sheet.size[0] / sheet.size[1]
    neck = smooth_curve(
        np.array([[x, y], [x + 0.012, y - 0.045], [x + 0.030, y - 0.035], [x + 0.04 + rng.normal(0, 0.02), 1.04]]), 50
    )
    edge = np.array([0.0026, 0.0])
    sheet.touch(np.vstack([neck - edge, (neck + edge)[::-1]]), palette[5], 0.8, opaque=0.5)
    ring = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    shape = np.stack([x + 0.017 * np.cos(ring), y + 0.024 * stretch + 0.026 * stretch * np.sin(ring)], axis=1)
    sheet.touch(
        smooth_curve(shape, 40, closed=True),
        palette[5],
        0.8,
        edge=0.8,
        opaque=0.85,
        pools=True,
        to=palette[6],
        toward=(-1, -0.4),
    )
    if ripe:
        slit = np.array(
            [
                [x - 0.003, y + 0.006],
                [x + 0.006, y + 0.020 * stretch],
                [x + 0.002, y + 0.046 * stretch],
                [x - 0.006, y + 0.026 * stretch],
            ]
        )
        sheet.touch(smooth_curve(slit, 30, closed=True), palette[7], 1.1, opaque=0.9)
    for _ in range(16):
        a = rng.uniform(0, 2 * np.pi)
        root = np.array([x + 0.017 * np.cos(a), y + (0.024 + 0.026 * np.sin(a)) * stretch])
        tip = root + 0.007 * np.array([np.cos(a), np.sin(a) * stretch])
        sheet.touch(np.array([root - [0.0008, 0], tip, root + np.array([0.0008, 0])]), palette[5], 0.7)


def _poppy(sheet: Sheet, palette: Palette, x: float, y: float, radius: float) -> None:
    """Four crumpled petals, the back ones first, each run from orange to rose while wet; a black heart."""
    rng, stretch = sheet.rng, sheet.size[0] / sheet.size[1]
    tilt, lean = rng.uniform(0.62, 0.92), rng.normal(0, 0.25)

    def at(angle: Array, reach: Array) -> Array:
        u, v = reach * np.cos(angle), reach * np.sin(angle) * tilt
        return np.stack(
            [x + u * np.cos(lean) - v * np.sin(lean), y + (u * np.sin(lean) + v * np.cos(lean)) * stretch], axis=1
        )

    orange = mix(palette[1], palette[7], 0.55)
    for middle, half, grow in ((-1.57, 1.15, 1.0), (0.35, 1.0, 0.92), (2.8, 1.0, 0.94), (1.57, 1.10, 0.86)):
        middle = middle + rng.normal(0, 0.12)
        angle = np.linspace(middle - half, middle + half, 26)
        swell = np.sin(np.linspace(0.10, np.pi - 0.10, 26)) ** 0.42
        crumple = 1 + 0.045 * np.sin(np.linspace(0, 15, 26) + rng.uniform(0, 6)) + 0.030 * rng.standard_normal(26)
        rim = at(angle, radius * grow * swell * crumple)
        petal = np.vstack([at(np.array([middle]), np.array([-0.06 * radius])), rim])
        outline = smooth_curve(petal, 120, closed=True)
        toward = (float(-np.cos(middle)), float(-np.sin(middle)))
        sheet.touch(outline, orange, 0.72, edge=0.9, opaque=0.93, pools=True, to=palette[7], toward=toward)
        sheet.touch(outline, palette[7], 0.30, wet=3, edge=0.2, pools=True)
        for _ in range(15):  # creases
            a = rng.uniform(middle - 0.8 * half, middle + 0.8 * half)
            line = smooth_curve(
                at(
                    a + np.array([0, 0.03, 0.0]) + rng.normal(0, 0.05, 3),
                    radius * grow * np.array([0.22, 0.55, rng.uniform(0.7, 0.93)]),
                ),
                16,
            )
            thick = np.stack([0.006 * radius * np.sin(np.linspace(0.2, np.pi, 16)), np.zeros(16)], axis=1)
            sheet.touch(np.vstack([line - thick, (line + thick)[::-1]]), palette[7], rng.uniform(0.3, 0.7), edge=0.2)
        shade = np.vstack(
            [at(angle[4:22], np.full(18, 0.40 * radius * grow)), at(angle[4:22][::-1], np.full(18, 0.12 * radius))]
        )
        sheet.touch(smooth_curve(shade, 60, closed=True), palette[9], 0.42, wet=4.5, edge=0.0)
        for a in angle[5:22:4]:
            blot = at(a + np.array([-0.10, 0.0, 0.10, 0.0]), radius * np.array([0.26, 0.42, 0.26, 0.15]))
            sheet.touch(smooth_curve(blot, 24, closed=True), palette[9], 0.9, edge=0.5)
    ring = np.linspace(0, 2 * np.pi, 16, endpoint=False)
    sheet.touch(
        smooth_curve(at(ring, np.full(16, 0.15 * radius)), 40, closed=True), palette[6], 0.8, edge=0.9, opaque=0.9
    )
    for a in ring[::2]:
        ray = at(np.array([a - 0.10, a, a + 0.10]), radius * np.array([0.02, 0.14, 0.02]))
        sheet.touch(ray, palette[5], 0.8)
    for a in rng.uniform(0, 2 * np.pi, 46):
        reach = radius * rng.uniform(0.20, 0.36)
        stalk = at(np.array([a - 0.02, a, a + 0.02]), np.array([0.14 * radius, reach, 0.14 * radius]))
        sheet.touch(stalk, palette[9], 1.1)
        spot = at(np.array([a]), np.array([reach]))[0]
        dot = spot + np.stack([np.cos(ring), np.sin(ring) * stretch], axis=1) * radius * rng.uniform(0.014, 0.026)
        sheet.touch(dot, palette[9], 1.6)

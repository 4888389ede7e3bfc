"""A village on a hill in the evening sun, for a linocut.

Palette: paper, key ink, roofs and sun, light, fields.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import fbm, grid, noise, smoothstep
from stylegui.painters.marks.gouge import Block, Cut
from stylegui.painters.scenes.gulls import Blocks
from stylegui.painters.study import below, distance, frame, polygon, ridge, smooth_curve


def village_on_a_hill(cut: Cut) -> Blocks:
    """Cut the key block and give the colour blocks in printing order."""
    size, rng = cut.size, cut.rng
    side = float(rng.choice([-1, 1]))
    fx, fy = frame(size)
    across = fx[0]
    sun_x, sun_y, sun_r = 0.5 + side * 0.30, 0.235, 0.085
    r = _sky(cut, sun_x, sun_y, sun_r)
    disc = smoothstep(sun_r + 0.001, sun_r - 0.001, r)
    far = 0.505 + 0.030 * ridge(size, rng, 3, 3)
    body = below(size, far, 2)
    depth = np.clip(fy - far[None, :], 0, None)
    cut.outlined(body, cut.lines(depth / 0.0085 + 0.6 * noise(size, 3, rng), 0.62 - 2.5 * depth, fx * 8, 0.9))
    land = body
    top = 0.5 - side * 0.08
    hill = 0.70 - 0.34 * np.exp(-(np.abs((across - top) / 0.26) ** 1.7)) + 0.006 * ridge(size, rng, 6)
    body = below(size, hill, 2)
    depth = np.clip(fy - hill[None, :], 0, None)
    rows = depth / 0.016 + 1.2 * noise(size, 2.5, rng)
    cut.outlined(
        body, cut.lines(rows, 0.55 + 0.35 * side * (fx - top) * 2 + 0.15 * noise(size, 6, rng), fx * 16 + fy * 5, 0.8)
    )
    land = np.maximum(land, body)
    roofs = _houses(cut, hill, top, side)
    fields = _fields(cut, side)
    land = np.maximum(land, fields)
    trees = _cypresses(cut, hill, top)
    crowns = _trees(cut)
    birds = Block(size)
    for _ in range(9):
        x, y, span = 0.5 - side * rng.uniform(0.0, 0.42), rng.uniform(0.07, 0.24), rng.uniform(0.010, 0.022)
        wing = smooth_curve(
            np.array(
                [
                    [x - span, y - span * 0.5],
                    [x - span * 0.4, y - span * 0.75],
                    [x, y],
                    [x + span * 0.4, y - span * 0.75],
                    [x + span, y - span * 0.5],
                ]
            ),
            24,
        )
        birds.line(wing, 0.0028)
    cut.ink = np.maximum(cut.ink, birds.mask)
    walls = cut.foam
    green = np.maximum(land * (1 - walls), np.maximum(trees, crowns))
    air = (1 - land) * (1 - walls) * (1 - roofs)
    glow = smoothstep(0.62, 0.10, r + 0.01 * noise(size, 8, rng)) * air * (1 - disc)
    warm = np.maximum(walls * 0.55, smoothstep(0.35, 1.0, noise(size, (3, 9), rng)) * fields * 0.9) * (1 - roofs)
    return [
        (glow, 3, 0.92),
        (warm, 3, 0.9),
        (green * (1 - roofs) * (1 - warm), 4, 0.93),
        (np.maximum(disc * air, roofs), 2, 0.95),
    ]


def _sky(cut: Cut, x: float, y: float, reach: float) -> Array:
    """Long clouds and rings of light. Gives the distance from the sun."""
    size, rng = cut.size, cut.rng
    r = distance(size, x, y)
    gx, gy = grid(size)
    turn = np.arctan2(gy - y * size[1] / max(size), gx - x * size[0] / max(size))
    flow = gy + 0.016 * noise(size, (3, 5), rng) + 0.05 * np.exp(-((r / 0.2) ** 2))
    bank = fbm(size, (2.2, 9), rng, 3)
    tone = 0.80 - 0.55 * smoothstep(0.1, 1.1, bank) - 0.35 * smoothstep(0.2, 0.9, r)
    sky = cut.lines(flow / 0.0105, tone, gx * 6, 0.95)
    rays = cut.lines(turn / (2 * np.pi) * 64, 0.95 - 1.6 * (r - reach), r * 9, 0.85)
    cut.ink = np.where(r < reach * 2.1, rays, sky) * smoothstep(reach * 1.02, reach * 1.05, r)
    return r


def _houses(cut: Cut, hill: Array, top: float, side: float) -> Array:
    """Rows of houses that climb to a church. Gives the mask of the roofs; the walls are marked in `cut.foam`."""
    size, rng = cut.size, cut.rng
    fx, fy = frame(size)
    roofs, walls = np.zeros_like(cut.ink), np.zeros_like(cut.ink)
    hatch = cut.lines(fx * 210 + 0 * fy, 0.42 + 0 * fx, fy * 30, 0.8)
    tiles = cut.lines(fx * 150 + fy * 60 * side, 0.66 + 0 * fx, fy * 46, 0.9)
    spots = []
    for row, reach in enumerate((0.07, 0.15, 0.215, 0.26)):
        lift = 0.035 + 0.062 * row
        x = top - reach
        while x < top + reach:
            wide = rng.uniform(0.040, 0.062)
            ground = float(np.interp(x + wide / 2, np.linspace(0, 1, len(hill)), hill))
            spots.append(
                (
                    x,
                    max(ground + 0.03, hill.min() + lift + 0.05) + rng.normal(0, 0.006),
                    wide,
                    rng.uniform(0.055, 0.085),
                    False,
                )
            )
            x += wide * rng.uniform(1.0, 1.45)
    spots.append((top - 0.030, float(hill.min()) + 0.045, 0.040, 0.185, True))
    for x, foot, wide, tall, church in sorted(spots, key=lambda spot: spot[1]):
        corner = x + wide * (0.62 if side > 0 else 0.38)
        ridge_y = foot - tall - (0.075 if church else rng.uniform(0.024, 0.036))
        lit_x = (corner, x + wide) if side > 0 else (x, corner)
        dark_x = (x, corner) if side > 0 else (corner, x + wide)
        for (a, b), tone in ((lit_x, 0.0), (dark_x, 1.0)):
            wall = polygon(size, np.array([[a, foot - tall], [b, foot - tall], [b, foot], [a, foot]]), 1)
            cut.outlined(wall, tone * hatch, 0.0012)
            walls, roofs = np.maximum(walls, wall), roofs * (1 - wall)
        for wy in np.arange(foot - tall + 0.014, foot - 0.018, 0.030):
            for a, b in (lit_x, dark_x):
                if b - a > 0.016 and rng.random() < 0.85:
                    wx = (a + b) / 2 + rng.normal(0, 0.002)
                    pane = np.array([[-1, 0], [1, 0], [1, 1], [-1, 1]]) * [0.0042, 0.016] + [wx, wy]
                    mark = polygon(size, pane, 1)
                    rows, columns = np.flatnonzero(mark.any(axis=1)), np.flatnonzero(mark.any(axis=0))
                    if len(rows):
                        box = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
                        cut.ink[box] = np.maximum(cut.ink[box], mark[box])
        if church:
            shape = np.array([[x - 0.006, foot - tall], [x + wide / 2, ridge_y], [x + wide + 0.006, foot - tall]])
        else:
            shape = np.array(
                [
                    [x - 0.005, foot - tall + 0.003],
                    [x + wide * 0.25, ridge_y],
                    [x + wide * 0.78, ridge_y],
                    [x + wide + 0.005, foot - tall + 0.003],
                ]
            )
        roof = polygon(size, shape, 1)
        cut.outlined(roof, tiles, 0.0013)
        roofs, walls = np.maximum(roofs, roof), walls * (1 - roof)
    cut.foam = walls
    return roofs


def _fields(cut: Cut, side: float) -> Array:
    """Ploughed strips in front that run to the village, with hedges between them. Gives their mask."""
    size, rng = cut.size, cut.rng
    fx, fy = frame(size)
    line = 0.735 + 0.018 * ridge(size, rng, 2.2, 3)
    body = below(size, line, 2)
    depth = np.clip(fy - line[None, :], 1e-4, None)
    fan = (fx - 0.5 + side * 0.10) / (depth + 0.10)
    strip = np.floor(fan * 1.15 + 0.35 * noise(size, 1.5, rng) + 10)
    luck = np.sin(strip * 12.9898) * 43758.5453
    luck = luck - np.floor(luck)
    furrow = cut.lines(fan * 9.5, 0.35 + 0.5 * luck, depth * 16, 0.9)
    level = cut.lines(depth / 0.012 + fan, 0.30 + 0.5 * luck, fx * 18, 0.9)
    cut.outlined(body, np.where(luck > 0.45, furrow, level))
    edge = np.abs(np.gradient(strip, axis=1)) > 0
    hedge = smoothstep(0.2, 0.6, np.asarray(edge, np.float32)) * body
    cut.ink = np.maximum(cut.ink, hedge)
    return body * (1 - cut.foam)


def _cypresses(cut: Cut, hill: Array, top: float) -> Array:
    """Dark flames on the slope, their lit side hatched. Gives their mask."""
    size, rng = cut.size, cut.rng
    fx, fy = frame(size)
    total = np.zeros_like(cut.ink)
    for offset in (-0.33, -0.295, -0.20, 0.19, 0.285, 0.33, 0.37):
        x = top + offset + rng.normal(0, 0.008)
        foot = float(np.interp(x, np.linspace(0, 1, len(hill)), hill)) + rng.uniform(0.02, 0.06)
        tall, wide = rng.uniform(0.10, 0.17), rng.uniform(0.010, 0.015)
        flame = smooth_curve(
            np.array(
                [
                    [x, foot - tall],
                    [x + wide * 0.7, foot - 0.6 * tall],
                    [x + wide, foot - 0.2 * tall],
                    [x + wide * 0.5, foot],
                    [x - wide * 0.5, foot],
                    [x - wide, foot - 0.2 * tall],
                    [x - wide * 0.7, foot - 0.6 * tall],
                ]
            ),
            60,
            closed=True,
        )
        mask = polygon(size, flame, 1)
        cut.outlined(mask, cut.lines((fx - x) / wide * 3.4 + fy * 20, 0.5 + 0.35 * (fx - x) / wide, fy * 22, 0.95))
        total = np.maximum(total, mask)
    return total


def _trees(cut: Cut) -> Array:
    """Round orchard trees in front. Gives the mask of their crowns."""
    size, rng = cut.size, cut.rng
    total = np.zeros_like(cut.ink)
    gx, gy = grid(size)
    for _ in range(11):
        x, y = rng.uniform(0.03, 0.97), rng.uniform(0.78, 0.97)
        reach = 0.010 + 0.16 * (y - 0.72) * rng.uniform(0.6, 1.1)
        r = distance(size, x, y - 1.25 * reach)
        turn = np.arctan2(gy - (y - 1.25 * reach) * size[1] / max(size), gx - x * size[0] / max(size))
        crown = smoothstep(1.02, 0.98, r / reach + 0.06 * np.sin(9 * turn + rng.uniform(0, 6)))
        trunk = polygon(
            size,
            np.array(
                [
                    [x - reach * 0.10, y + reach * 0.1],
                    [x - reach * 0.06, y - reach],
                    [x + reach * 0.06, y - reach],
                    [x + reach * 0.10, y + reach * 0.1],
                ]
            ),
            1,
        )
        cut.ink = np.maximum(cut.ink, trunk)
        light = 0.60 + 0.40 * np.cos(turn + 2.0) * np.clip(r / reach, 0, 1)
        cut.outlined(crown, cut.lines(r / reach * 4.5 + 0.5 * np.sin(turn * 7), light, turn * 2.6, 0.95), 0.0018)
        total = np.maximum(total, crown)
    return total

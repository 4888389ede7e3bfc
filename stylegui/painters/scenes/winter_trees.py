"""Bare trees in snow, for chalks."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import fbm, noise, smoothstep
from stylegui.painters.marks.chalk import Form, Sheet, hatched
from stylegui.painters.study import below, distance, frame, polygon, smooth_curve


def winter_trees(sheet: Sheet) -> None:
    """Old trees by a fence, a low sun in white chalk, crows; the snow is the light of the paper and chalk over it."""
    rng, size = sheet.rng, sheet.size
    side = float(rng.choice([-1, 1]))
    fx, fy = frame(size)
    ground = 0.745 + 0.022 * noise((size[0], 4), 2.0, rng)[0] + 0.03 * side * (fx[0] - 0.5)
    snow = below(size, ground, 2)
    sun = distance(size, 0.5 + side * 0.17, 0.43)
    cloud = fbm(size, (2.0, 4.0), rng, 4)
    sky = 0.40 - 0.36 * np.exp(-((sun / 0.24) ** 2)) + 0.13 * cloud + 0.30 * (0.35 - fy)
    far = 0.67 + 0.020 * noise((size[0], 4), 5, rng)[0] + 0.012 * noise((size[0], 4), 40, rng)[0]
    wood = below(size, far, 3) * (1 - snow)
    depth = np.clip(fy - ground[None, :], 0, 1)
    drift = (
        0.16 + 0.16 * noise(size, (3, 9), rng) + 0.5 * depth - 0.25 * np.exp(-((fx - 0.5 - side * 0.17) ** 2) / 0.03)
    )
    trunks = [
        (0.5 - side * 0.27, 0.90, 1.0),
        (0.5 + side * 0.36, 0.845, 0.74),
        (0.5 - side * 0.02, 0.79, 0.42),
        (0.5 + side * 0.20, 0.775, 0.34),
        (0.5 - side * 0.43, 0.80, 0.5),
    ]
    shade = np.zeros_like(fx)
    for x, foot, grow in trunks:
        reach = 0.30 * grow
        cast = np.array(
            [
                [x - 0.02 * grow, foot],
                [x + 0.02 * grow, foot],
                [x + 0.02 - side * reach, foot + reach * 0.42],
                [x - 0.02 - side * reach, foot + reach * 0.36],
            ]
        )
        shade = np.maximum(shade, polygon(size, cast, 1))
    dark = sky * (1 - wood) + (0.62 + 0.12 * noise(size, (30, 6), rng)) * wood
    dark = dark * (1 - snow) + np.clip(drift + 0.40 * shade, 0, 0.75) * snow
    edge = np.minimum(np.minimum(fx, 1 - fx), np.minimum(fy, 1 - fy) * size[1] / size[0]) + 0.02 * noise(size, 5, rng)
    dark = np.clip(dark, 0, 1) * smoothstep(0.015, 0.10, edge)
    bright = np.exp(-((sun / 0.050) ** 6)) + 0.55 * np.exp(-((sun / 0.13) ** 2)) * (1 - snow)
    bright = bright + snow * np.clip(0.85 - 3.2 * drift - 2 * shade, 0, 0.8)
    bend = np.where(snow > 0.5, 1.57 + 0.3 * noise(size, 4, rng), 0.5)
    sheet.smudge(0.20 * dark**1.4 + 0.28 * wood * smoothstep(0.02, 0.09, edge))
    sheet.smudge(0.20 * np.exp(-((sun / 0.20) ** 2)) * (1 - snow) * (0.6 + 0.4 * cloud), "red")
    hatched(
        sheet,
        Form(
            snow,
            np.exp(-((sun / 0.16) ** 2)) * (1 - snow),
            dark,
            np.clip(bright, 0, 1) * smoothstep(0.0, 0.06, edge),
            bend,
        ),
    )
    _far_wood(sheet, far)
    _fence(sheet, side)
    for x, foot, grow in sorted(trunks, key=lambda trunk: trunk[2]):
        _tree(sheet, np.array([x * size[0], foot * size[1]]), grow, side)
    _crows(sheet, side)


def _far_wood(sheet: Sheet, far: Array) -> None:
    """Upright strokes for the trees in the distance."""
    rng, (width, height) = sheet.rng, sheet.size
    for _ in range(240):
        column = int(rng.integers(int(0.03 * width), int(0.97 * width)))
        y = far[column] * height
        tall = rng.uniform(8, 40) * sheet.unit
        path = np.array(
            [[column, y + 24 * sheet.unit], [column + rng.normal(0, 2), y], [column + rng.normal(0, 4), y - tall]]
        )
        sheet.line("black", path, rng.uniform(1.8, 3.2) * sheet.unit, rng.uniform(0.15, 0.5))


def _fence(sheet: Sheet, side: float) -> None:
    rng, (width, height) = sheet.rng, sheet.size
    posts = []
    for k in range(9):
        t = k / 8
        x, foot, tall = 0.5 + side * (0.04 + 0.46 * t**1.2), 0.785 + 0.155 * t**1.5, 0.035 + 0.10 * t**1.3
        lean = rng.normal(0, 0.006)
        post = np.array([[x, foot], [x + lean, foot - tall]]) * [width, height]
        posts.append(post[0] + (post[1] - post[0]) * 0.75)
        path = post[0] + (post[1] - post[0]) * np.linspace(0, 1, 5)[:, None]
        for _ in range(3):
            sheet.line("black", path + rng.normal(0, 1.0, 2) * sheet.unit, (4 + 7 * t) * sheet.unit, 0.95)
        sheet.line("white", path[3:] - [3 * sheet.unit, 2 * sheet.unit], 4 * sheet.unit, 0.9)
    for drop in (0.0, 20.0):
        for first, last in pairwise(posts):
            sag = (first + last) / 2 + [0, 6 * sheet.unit]
            wire = smooth_curve(np.array([first, sag, last]) + np.array([0, drop * sheet.unit]), 16)
            sheet.line("black", wire, 2.0 * sheet.unit, 0.55)


def _tree(sheet: Sheet, foot: Array, grow: float, side: float) -> None:
    """A trunk with roots, drawn in many strokes, and boughs that fork five times."""
    rng, unit = sheet.rng, sheet.unit
    height = 560 * grow * unit
    for way in (-1, 1):
        for _ in range(3):
            root = foot + np.array([way * rng.uniform(30, 62) * grow * unit, rng.uniform(4, 16) * unit])
            sheet.line(
                "black",
                smooth_curve(
                    np.array(
                        [foot - [0, 50 * grow * unit], foot + np.array([way * 14 * grow * unit, -6 * unit]), root]
                    ),
                    16,
                ),
                11 * grow * unit,
                0.8,
            )
    _limb(sheet, foot, -np.pi / 2 + rng.normal(0, 0.07), height * 0.36, 46 * grow * unit, 6, side)


def _limb(sheet: Sheet, foot: Array, turn: float, long: float, wide: float, forks: int, side: float) -> None:
    rng, unit = sheet.rng, sheet.unit
    heading = np.array([np.cos(turn), np.sin(turn)])
    normal = np.array([-heading[1], heading[0]])
    tip = foot + heading * long
    knee = foot + heading * long * 0.5 + normal * long * rng.normal(0, 0.10)
    curve = smooth_curve(np.array([foot, knee, tip]), 14)
    taper = np.linspace(1.0, 0.68, 14)[:, None]
    count = max(1, int(wide / (3.2 * unit)))
    lit = -side if side else 1.0
    for k in range(count):
        place = 0.0 if count == 1 else 2 * k / (count - 1) - 1
        toward = place * np.sign(normal[0] + 1e-6) * -lit
        force = np.clip(0.80 - 0.55 * toward + rng.normal(0, 0.10), 0.22, 1.0)
        path = curve + normal * taper * wide * 0.5 * place + rng.normal(0, 0.4 * unit, (14, 2))
        sheet.line("black", path, max(1.9 * unit, min(wide, 5.0 * unit)), force)
    if wide > 5 * unit:
        _bark(sheet, curve, normal, wide, lit)
    if wide > 2.5 * unit and abs(heading[0]) > 0.30 and rng.random() < 0.75:
        snow = curve[2:12] - [0, wide * 0.42 + 1.2 * unit]
        sheet.line("white", snow, np.clip(wide * 0.4, 2.6 * unit, 7 * unit), 0.95)
    if not forks:
        return
    spread = rng.uniform(0.32, 0.62)
    children = [(-spread, rng.uniform(0.70, 0.90)), (spread * rng.uniform(0.7, 1.1), rng.uniform(0.66, 0.86))]
    if rng.random() < 0.45:
        children.append((rng.normal(0, 0.15), rng.uniform(0.6, 0.8)))
    for bend, share in children:
        lift = -0.10 * np.cos(turn + bend) * np.sign(np.cos(turn + bend)) * np.sign(np.cos(turn + bend))
        _limb(sheet, tip, turn + bend + lift * np.sign(np.cos(turn + bend)), long * share, wide * 0.62, forks - 1, side)
    for _ in range(2 if forks > 1 else 1):  # twigs along the way
        at = curve[int(rng.integers(5, 14))]
        way = turn + rng.choice([-1, 1]) * rng.uniform(0.5, 1.0)
        reach = long * rng.uniform(0.25, 0.5)
        twig = smooth_curve(
            np.array(
                [
                    at,
                    at + 0.5 * reach * np.array([np.cos(way), np.sin(way)]) + rng.normal(0, 3, 2) * unit,
                    at + reach * np.array([np.cos(way - 0.25 * np.cos(way)), np.sin(way - 0.25 * np.cos(way))]),
                ]
            ),
            10,
        )
        sheet.line("black", twig, 2.0 * unit, rng.uniform(0.3, 0.7))


def _bark(sheet: Sheet, curve: Array, normal: Array, wide: float, lit: float) -> None:
    """Short strokes round the limb, and chalk on its lit side."""
    rng, unit = sheet.rng, sheet.unit
    for _ in range(int(wide / unit * 0.9)):
        at = curve[int(rng.integers(0, 14))]
        place = rng.uniform(-0.5, 0.5)
        middle = at + normal * wide * place
        step = np.array([normal[0] * wide * 0.16, abs(normal[0]) * wide * 0.08 + 2 * unit])
        sheet.line(
            "black",
            np.array([middle - step, middle + np.array([0, 1.5 * unit]), middle + step]),
            2.2 * unit,
            rng.uniform(0.3, 0.8),
        )
    if wide > 12 * unit:
        edge = curve + normal * wide * 0.36 * np.sign(normal[0] + 1e-6) * lit
        sheet.line("white", edge[1:13] + rng.normal(0, 0.5 * unit, (12, 2)), 3.4 * unit, 0.45)
        sheet.line("red", edge[2:12] - normal * wide * 0.1, 4.0 * unit, 0.35)


def _crows(sheet: Sheet, side: float) -> None:
    rng, (width, height) = sheet.rng, sheet.size
    for _ in range(8):
        x, y = (0.5 + side * rng.uniform(-0.05, 0.40)) * width, rng.uniform(0.10, 0.32) * height
        span = rng.uniform(9, 24) * sheet.unit
        tilt = rng.normal(0, 0.25)
        for way in (-1, 1):
            wing = (
                smooth_curve(
                    np.array([[0, 0], [way * 0.5, -0.42 + way * tilt * 0.5], [way * 1.0, -0.10 + way * tilt]]), 10
                )
                * span
            )
            for _ in range(2):
                sheet.line("black", wing + np.array([x, y]), span * 0.22, 0.9)
        sheet.line(
            "black",
            np.array([[x - span * 0.15, y - span * 0.1], [x, y], [x + span * 0.12, y + span * 0.25]]),
            span * 0.28,
            1.0,
        )

"""Bamboo before mountains in mist, in ink.

Mountain washes are loaded at the ridge and dissolve downwards into mist; dry "axe-cut" strokes model the rock; bamboo
and leaves are single loaded strokes.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import fbm, noise, smoothstep
from stylegui.painters.marks.scroll import Scroll
from stylegui.painters.study import below, disc, frame, ridge, smooth_curve


def bamboo_in_mist(scroll: Scroll) -> float:
    """Canes at one side, peaks with a red sun behind. Gives the side where the picture is open: -1 or 1."""
    side = float(scroll.rng.choice([-1, 1]))
    sun = disc(scroll.size, 0.5 - side * 0.02, 0.25, 0.062, 3)
    hidden = _mountains(scroll, side)
    _birds(scroll, side)
    _bamboo(scroll, side)
    scroll.red += 1.15 * sun * (1 - 0.85 * hidden)
    return -side


def _mountains(scroll: Scroll, side: float) -> Array:
    """Four ranges from pale to dark, mist between them. Returns how much they hide of what is behind."""
    size, rng = scroll.size, scroll.rng
    fx, fy = frame(size)
    across = fx[0]
    hidden = np.zeros_like(fx)
    plans = [
        (0.40, 0.07, 0.5 - side * 0.22, 0.16, 0.16, 0.22), (0.49, 0.11, 0.5 - side * 0.02, 0.11, 0.26, 0.26),
        (0.60, 0.20, 0.5 - side * 0.31, 0.10, 0.46, 0.30), (0.76, 0.12, 0.5 - side * 0.15, 0.17, 0.62, 0.24),
    ]  # fmt: skip
    for k, (base, tall, peak, wide, dark, fall) in enumerate(plans):
        line = (
            base
            - tall * np.exp(-(np.abs((across - peak) / wide) ** 1.4))
            - 0.5 * tall * np.exp(-(np.abs((across - peak - side * wide * 1.7) / (0.6 * wide)) ** 1.3))
        )
        line = line + (0.020 + 0.012 * k) * ridge(size, rng, 6 + k, 6)
        body = below(size, line, 1.5)
        depth = np.clip(fy - line[None, :], 0, 1)
        bank = 0.5 + 0.5 * fbm(size, (2.4, 7), rng, 4)
        veil = np.clip(1 - depth / (fall * (0.55 + 0.6 * bank)), 0, 1) ** 1.5
        scroll.ink *= 1 - body * (0.55 + 0.45 * (1 - veil))  # nearer mist hides what lies behind
        scroll.wash(body * veil * dark * 0.62, 2.0)
        edge = np.exp(-depth / 0.008) * body
        scroll.wash(edge * dark * 0.55 * (0.6 + 0.4 * noise(size, (30, 4), rng)), 0.8)
        relief = fbm(size, (9 + 3 * k, 4 + k), rng, 5)
        fold = smoothstep(0.0, 1.1, relief + 0.5 * np.sin(fx * 60 + 3 * noise(size, 6, rng)))
        scroll.wash(body * veil**1.3 * fold * dark * 0.55, 1.2)
        hidden = np.maximum(hidden, body)
        if k >= 1:
            _axe_cuts(scroll, line, fall, dark, k)
        if k >= 2:
            _trees(scroll, line, dark)
    return hidden


def _axe_cuts(scroll: Scroll, line: Array, fall: float, dark: float, k: int) -> None:
    """Short dry strokes down the rock faces, slanting with the slope."""
    rng = scroll.rng
    width, height = scroll.size
    fall_line = np.gradient(line) * height
    for _ in range(190 + 130 * k):
        column = int(rng.integers(0, width))
        down = abs(rng.normal(0, 0.30)) * fall
        y = (line[column] + 0.004 + down) * height
        slant = np.clip(fall_line[column] * 1.2, -1.0, 1.0) + rng.normal(0, 0.15)
        run = rng.uniform(10, 34) * (0.6 + 0.4 * k) * scroll.unit
        lean = np.array([np.sign(slant + 1e-6) * 0.35 + slant * 0.5, 1.0])
        lean /= np.hypot(*lean)
        start = np.array([column, y], float)
        bend = rng.normal(0, 0.16) * run
        path = smooth_curve(np.array([start, start + lean * run * 0.5 + [bend, 0], start + lean * run]), 8)
        widths = rng.uniform(2.0, 5.5) * (0.5 + 0.3 * k) * scroll.unit * np.array([0.35, 1.0, 0.8, 0.25])
        fade = np.clip(1 - down / (fall * 0.8), 0.05, 1)
        scroll.stroke(path, widths, dark * rng.uniform(0.5, 1.15) * fade, dry=rng.uniform(0.4, 0.85), wet=0.1)


def _trees(scroll: Scroll, line: Array, dark: float) -> None:
    """Moss dots and small pines on the ridges."""
    rng = scroll.rng
    width, height = scroll.size
    for _ in range(60):
        column = int(np.clip(rng.normal(rng.choice([0.2, 0.5, 0.75]), 0.08), 0.01, 0.99) * width)
        foot = np.array([column, line[column] * height + 2])
        tall = rng.uniform(10, 30) * scroll.unit
        top = foot - [rng.normal(0, 2), tall]
        scroll.stroke(np.array([foot, (foot + top) / 2, top]), np.array([2.2, 1.2]) * scroll.unit, dark * 1.1, 0.2)
        for level in np.linspace(0.3, 1.0, 5):
            at = foot + (top - foot) * level
            reach = tall * 0.32 * (1.15 - level)
            for way in (-1, 1):
                tip = at + np.array([way * reach, 0.25 * reach + rng.normal(0, 1)])
                scroll.stroke(
                    np.array([at, (at + tip) / 2 - [0, 1], tip]), np.array([2.6, 3.2, 1.0]) * scroll.unit, dark, 0.5
                )


def _birds(scroll: Scroll, side: float) -> None:
    rng = scroll.rng
    width, height = scroll.size
    for k in range(6):
        x, y = (
            (0.5 + side * (0.02 + 0.045 * k + 0.01 * rng.standard_normal())) * width,
            (0.17 - 0.022 * k + 0.008 * rng.standard_normal()) * height,
        )
        span = (17 - k * 1.2) * scroll.unit
        for way in (-1, 1):
            wing = smooth_curve(
                np.array([[x, y], [x + way * span * 0.5, y - span * 0.42], [x + way * span, y - span * 0.12]]), 12
            )
            scroll.stroke(wing, np.array([2.8, 3.4, 2.2, 0.8]) * scroll.unit, 0.95, 0.25)


def _bamboo(scroll: Scroll, side: float) -> None:
    """Five canes, pale behind and black in front, with twigs and leaves."""
    rng = scroll.rng
    width, height = scroll.size
    canes = [
        (0.375, 0.20, 15, 0.30),
        (0.455, -0.10, 11, 0.42),
        (0.30, 0.10, 12, 0.24),
        (0.405, -0.05, 25, 0.95),
        (0.335, 0.16, 19, 0.80),
    ]
    for place, lean, wide, dark in canes:
        foot = np.array([(0.5 + side * place) * width, height * 1.05])
        joint, at, heading = 0, foot, np.array([-side * lean * 0.45, -1.0])
        length = height * (0.115 + 0.02 * rng.standard_normal())
        while at[1] > -0.08 * height and joint < 14:
            heading = heading + np.array([side * lean * 0.03 + rng.normal(0, 0.012), 0])
            step = heading / np.hypot(*heading) * length * (1 + 0.09 * min(joint, 5)) * rng.uniform(0.92, 1.06)
            end = at + step
            curve = smooth_curve(np.array([at, at + step * 0.5 + rng.normal(0, 1.0, 2), end]), 26)
            thick = wide * scroll.unit * (1 - 0.025 * joint)
            widths = thick * np.array([1.22, 1.0, 0.92, 0.90, 0.92, 1.0, 1.25])
            scroll.stroke(curve, widths, dark * rng.uniform(0.9, 1.1), dry=rng.uniform(0.30, 0.62), wet=0.45)
            across = np.array([1.0, 0.10]) * thick * 0.72
            knot = smooth_curve(np.array([end - across, end + np.array([0, thick * 0.16]), end + across]), 10)
            scroll.stroke(knot, np.array([0.12, 0.34, 0.14]) * thick * 0.8, min(1.25, dark * 1.35), 0.1)
            at = end - [0, thick * 0.26]
            joint += 1
            if joint > 1 and rng.random() < 0.75:
                way = float(rng.choice([-1, 1]))
                _twig(scroll, at, way, dark, rng.uniform(0.08, 0.17) * height)


def _twig(scroll: Scroll, at: Array, way: float, dark: float, reach: float) -> None:
    """A thin twig that forks once and carries hanging leaves."""
    rng = scroll.rng
    rise = rng.uniform(0.25, 0.7)
    tip = at + np.array([way * reach, -reach * rise])
    curve = smooth_curve(np.array([at, (at + tip) / 2 + [0, -reach * 0.10], tip]), 16)
    scroll.stroke(curve, np.array([3.2, 2.2, 1.3]) * scroll.unit, dark, 0.2)
    for share in (0.45, 0.75, 1.0):
        node = curve[int(share * 15)]
        spread = rng.uniform(0.2, 0.6)
        count = int(rng.integers(2, 5))
        for k in range(count):
            turn = np.pi / 2 - way * (spread + 0.42 * (k - (count - 1) / 2)) + rng.normal(0, 0.14)
            if rng.random() < 0.15:
                turn -= way * 1.1
            _leaf(scroll, node, turn, reach * rng.uniform(0.45, 0.95), dark * rng.uniform(0.75, 1.15))


def _leaf(scroll: Scroll, at: Array, turn: float, length: float, dark: float) -> None:
    """One pressed and lifted stroke."""
    rng = scroll.rng
    heading = np.array([np.cos(turn), np.sin(turn)])
    normal = np.array([-heading[1], heading[0]])
    bend = rng.normal(0, 0.10) * length
    path = smooth_curve(np.array([at, at + heading * length * 0.5 + normal * bend, at + heading * length]), 22)
    widths = length * rng.uniform(0.12, 0.17) * np.array([0.12, 0.45, 0.85, 1.0, 0.9, 0.68, 0.42, 0.2, 0.03])
    scroll.stroke(path, widths, dark, dry=rng.uniform(0.15, 0.5), wet=0.35)

"""A kingfisher among lotus, in ink with a little colour."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import fbm, noise, smoothstep
from stylegui.painters.marks.scroll import Scroll
from stylegui.painters.study import frame, smooth_curve


def kingfisher_and_lotus(scroll: Scroll) -> float:
    """Great wet leaves, a red flower and a bud on long stems, a bird on a bent reed over the water.

    Gives the side where the picture is open: -1 or 1.
    """
    rng = scroll.rng
    side = float(rng.choice([-1, 1]))
    width, height = scroll.size

    def at(x: float, y: float) -> Array:
        return np.array([(0.5 + side * x) * width, y * height])

    _, fy = frame(scroll.size)
    mist = smoothstep(0.35, 1.0, fy) * (0.05 + 0.05 * fbm(scroll.size, (2.0, 7.0), rng, 4))
    scroll.wash(np.clip(mist, 0, 1), 4.0)
    leaves = ((-0.30, 0.36, 0.19, 0.055, 0.5), (-0.10, 0.60, 0.225, 0.075, 0.85), (-0.40, 0.68, 0.16, 0.085, 1.0),
              (0.20, 0.80, 0.13, 0.038, 0.55), (-0.13, 0.88, 0.19, 0.05, 0.8))  # fmt: skip
    for x, y, _, _, dark in leaves:
        _stem(scroll, at(x, y), at(x * 0.75 + rng.normal(0, 0.03), 1.04), 8.0, 0.55 * dark)
    for x, y, wide, tall, dark in leaves:
        _leaf(scroll, 0.5 + side * x, y, wide, tall, dark, side)
    for x, y, grow in ((0.04, 0.285, 1.0), (-0.185, 0.175, 0.42)):
        _stem(scroll, at(x, y), at(x - 0.06, 1.04), 9.0 * (0.6 + 0.4 * grow), 0.8)
        _flower(scroll, at(x, y), 0.105 * max(width, height) * grow, grow > 0.6)
    _stem(scroll, at(-0.43, 0.30), at(-0.33, 1.04), 7.0, 0.7)
    _pod(scroll, at(-0.43, 0.29))
    perch = smooth_curve(
        np.array([at(0.10, 1.04), at(0.16, 0.78), at(0.235, 0.62), at(0.40, 0.56), at(0.47, 0.60)]), 60
    )
    scroll.stroke(perch, scroll.unit * np.array([9, 8, 7, 6, 5, 3, 1.5]), 0.95, 0.35)
    _bird(scroll, at(0.275, 0.596), side, 0.085 * max(width, height))
    for _ in range(9):
        foot = at(rng.uniform(-0.5, 0.5), rng.uniform(0.9, 1.03))
        tip = foot + np.array([side * rng.normal(30, 60) * scroll.unit, -rng.uniform(120, 330) * scroll.unit])
        scroll.stroke(
            smooth_curve(np.array([foot, (foot + tip) / 2 + [0, -15 * scroll.unit], tip]), 24),
            scroll.unit * np.array([5, 4.5, 3, 1]),
            rng.uniform(0.25, 0.8),
            0.5,
        )
    for k in range(13):
        y = 0.80 + 0.016 * k + rng.normal(0, 0.004)
        x, long = rng.uniform(-0.05, 0.42), rng.uniform(0.04, 0.16)
        curve = smooth_curve(np.array([at(x, y), at(x + long / 2, y + 0.004), at(x + long, y)]), 20)
        scroll.stroke(curve, scroll.unit * np.array([1.0, 2.6, 1.0]), rng.uniform(0.2, 0.5), 0.6)
    return side


def _stem(scroll: Scroll, top: Array, foot: Array, wide: float, dark: float) -> None:
    """A stem with its small thorns."""
    rng = scroll.rng
    bend = np.array([rng.normal(0, 22) * scroll.unit, 0])
    curve = smooth_curve(np.array([top, (top * 2 + foot) / 3 + bend, (top + 2 * foot) / 3 + bend, foot]), 60)
    scroll.stroke(curve, scroll.unit * wide * np.array([0.8, 1.0, 1.0, 1.1]), dark, dry=0.5, wet=0.5)
    for k in range(4, 56, 4):
        spot = curve[k] + [rng.choice([-1, 1]) * wide * 0.55 * scroll.unit, 0]
        scroll.stroke(
            np.array([spot, spot + np.array([0, 2.5 * scroll.unit])]),
            scroll.unit * np.array([2.6, 2.0]),
            dark * 1.3,
            0.1,
        )


def _leaf(scroll: Scroll, x: float, y: float, wide: float, tall: float, dark: float, side: float) -> None:
    """A leaf like a dish seen aslant: wet washes run outwards, veins are left light."""
    size, rng = scroll.size, scroll.rng
    fx, fy = frame(size)
    long_side = max(size)
    u, v = (fx - x) * size[0] / long_side, (fy - y) * size[1] / long_side
    lean = rng.normal(0, 0.12)
    u, v = u * np.cos(lean) + v * np.sin(lean), v * np.cos(lean) - u * np.sin(lean)
    turn = np.arctan2(v / tall, u / wide)
    frill = 0.075 * np.sin(5 * turn + rng.uniform(0, 6)) + 0.05 * np.sin(11 * turn + rng.uniform(0, 6))
    r = np.hypot(u / wide, v / tall) * (1 + frill) + 0.035 * noise(size, 14, rng)
    inside = smoothstep(1.02, 0.97, r)
    scroll.ink *= 1 - 0.9 * inside
    scroll.red *= 1 - inside
    pool = 0.5 + 0.5 * np.tanh(1.6 * fbm(size, 7, rng, 4) + 0.8 * side * u / wide)
    veins = np.abs(np.sin(turn * 8 + 0.5 * np.sin(4 * r + rng.uniform(0, 6)))) ** 0.5
    light = smoothstep(0.10, 0.42, veins * (0.35 + r))
    tone = (0.16 + 0.62 * pool * (0.35 + 0.65 * r)) * (0.35 + 0.65 * light) * dark
    scroll.wash(inside * tone, 1.6)
    scroll.wash(0.35 * dark * inside * smoothstep(0.86, 0.99, r), 0.8)
    scroll.wash(0.28 * dark * inside * smoothstep(0.35, 0.0, r), 3.0)
    scroll.wash(0.16 * inside * (1 - pool), 2.0, scroll.cool)
    centre = np.array([x * size[0], y * size[1]])
    for k in range(14):
        a = k * 2 * np.pi / 14 + rng.normal(0, 0.06)
        tip = centre + np.array([np.cos(a + lean * 0) * wide, np.sin(a) * tall]) * long_side * rng.uniform(0.72, 0.92)
        path = smooth_curve(np.array([centre, (centre + tip) / 2 + rng.normal(0, 3, 2) * scroll.unit, tip]), 20)
        scroll.stroke(path, scroll.unit * np.array([2.6, 2.0, 1.0]), 0.75 * dark, 0.5, 0.0)


def _flower(scroll: Scroll, at: Array, reach: float, open_wide: bool) -> None:
    """Petals in two rows: a pale body, a deeper tip, contour lines of thin ink."""
    rng = scroll.rng
    rows = (
        (np.linspace(-1.35, 1.35, 6), 0.95), (np.linspace(-0.9, 0.9, 5), 1.05), (np.linspace(-0.35, 0.35, 2), 0.92)
    ) if open_wide else ((np.linspace(-0.3, 0.3, 3), 1.0),)  # fmt: skip
    for angles, grow in rows:
        for a in rng.permutation(angles):
            turn = a - np.pi / 2
            heading, normal = np.array([np.cos(turn), np.sin(turn)]), np.array([-np.sin(turn), np.cos(turn)])
            long = reach * grow * rng.uniform(0.9, 1.08)
            bend = normal * long * 0.12 * np.sign(a)
            spine = smooth_curve(np.array([at, at + heading * long * 0.55 + bend, at + heading * long]), 24)
            widths = long * 0.42 * np.array([0.25, 0.62, 0.92, 1.0, 0.86, 0.5, 0.06])
            for layer, level in ((scroll.ink, 0.0), (scroll.red, 0.30)):
                _cleared(layer, spine, widths, level, scroll)
            tip = spine[10:]
            scroll.stroke(tip, widths[3:] * 0.80, 0.62, 0.25, 0.2, scroll.red)
            half = np.interp(np.linspace(0, 1, 24), np.linspace(0, 1, 7), widths)[:, None] / 2
            for way in (-1, 1):
                scroll.stroke(
                    spine + normal * half * way, scroll.unit * np.array([1.2, 2.2, 1.6, 1.0]), 0.75, 0.35, 0.0
                )
            for share in (-0.4, 0.0, 0.4):
                scroll.stroke(
                    (spine + normal * half * share)[6:21],
                    scroll.unit * np.array([0.8, 1.3, 0.7]),
                    0.45,
                    0.5,
                    0.0,
                    scroll.red,
                )


def _cleared(layer: Array, spine: Array, widths: Array, level: float, scroll: Scroll) -> None:
    """Take out what lies under a petal and leave a thin, even film."""
    fresh = np.zeros_like(layer)
    scroll.stroke(spine, widths, 1.0, 0.0, 0.0, fresh)
    share = np.clip(fresh * 1.6, 0, 1)
    layer += (level - layer) * share


def _pod(scroll: Scroll, at: Array) -> None:
    """A seed pod bent on its stem."""
    unit = scroll.unit
    scroll.stroke(
        np.array([at + np.array([0, 46 * unit]), at + np.array([2, 16 * unit]), at]),
        unit * np.array([10, 44, 66]),
        0.65,
        0.3,
        0.5,
    )
    scroll.stroke(
        np.array([at + np.array([-33 * unit, 0]), at + np.array([0, 5 * unit]), at + np.array([33 * unit, 0])]),
        unit * np.array([5, 9, 5]),
        1.1,
        0.3,
    )
    for k in range(5):
        spot = at + np.array([-22 + 11 * k, -6 + 3 * (k % 2)]) * unit
        scroll.stroke(np.array([spot, spot + np.array([0, 4 * unit])]), unit * np.array([5, 5]), 1.2, 0.1)


def _bird(scroll: Scroll, at: Array, side: float, reach: float) -> None:
    """A kingfisher looking down towards the open water: blue back, red breast, a long black bill."""

    def p(*points: tuple[float, float]) -> Array:
        return np.asarray(at + np.array(points) * np.array([side * reach, reach]))

    body = p((-0.10, -0.02), (0.02, -0.30), (0.20, -0.55), (0.33, -0.72))
    _cleared(scroll.ink, smooth_curve(body, 24), reach * np.array([0.10, 0.34, 0.46, 0.36]), 0.0, scroll)
    scroll.stroke(
        smooth_curve(p((0.03, -0.05), (0.16, -0.24), (0.30, -0.46), (0.36, -0.60)), 20),
        reach * np.array([0.14, 0.30, 0.30, 0.16]),
        1.0,
        0.15,
        0.4,
        scroll.red,
    )
    scroll.stroke(
        smooth_curve(p((-0.20, 0.16), (-0.06, -0.16), (0.08, -0.46), (0.24, -0.70)), 24),
        reach * np.array([0.06, 0.22, 0.32, 0.26]),
        1.1,
        0.2,
        0.5,
        scroll.cool,
    )
    scroll.stroke(
        smooth_curve(p((-0.30, 0.30), (-0.20, 0.10), (-0.12, -0.04)), 14),
        reach * np.array([0.05, 0.09, 0.10]),
        1.0,
        0.4,
        0.3,
        scroll.cool,
    )
    scroll.stroke(
        smooth_curve(p((-0.22, 0.14), (-0.06, -0.16), (0.02, -0.40)), 16),
        reach * np.array([0.03, 0.13, 0.10]),
        0.75,
        0.7,
        0.1,
    )
    scroll.stroke(smooth_curve(p((-0.28, 0.27), (-0.16, 0.04)), 10), reach * np.array([0.03, 0.05, 0.03]), 0.8, 0.5)
    scroll.stroke(
        smooth_curve(p((0.17, -0.72), (0.30, -0.80), (0.41, -0.72)), 14),
        reach * np.array([0.20, 0.30, 0.22]),
        1.1,
        0.1,
        0.5,
        scroll.cool,
    )
    for k in range(7):
        spot = p((0.16 + 0.035 * k, -0.82 + 0.02 * abs(k - 3)))[0]
        scroll.stroke(np.array([spot, spot + np.array([0, reach * 0.05])]), reach * np.array([0.025, 0.015]), 0.9, 0.3)
    scroll.stroke(p((0.42, -0.70), (0.62, -0.62), (0.86, -0.50)), reach * np.array([0.10, 0.075, 0.012]), 1.5, 0.05)
    scroll.stroke(p((0.31, -0.73), (0.42, -0.69)), reach * np.array([0.04, 0.035]), 1.0, 0.1)
    scroll.stroke(p((0.335, -0.765), (0.355, -0.760)), reach * np.array([0.05, 0.05]), 1.8, 0.0)
    cheek = p((0.30, -0.65), (0.36, -0.62))
    _cleared(scroll.cool, cheek, reach * np.array([0.07, 0.05]), 0.0, scroll)
    for dx in (0.0, 0.07):
        scroll.stroke(
            p((0.04 + dx, -0.05), (0.02 + dx, 0.05)), reach * np.array([0.035, 0.03]), 1.2, 0.1, 0.0, scroll.red
        )

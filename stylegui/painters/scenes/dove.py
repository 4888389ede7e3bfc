"""A dove over lilies, as a cartoon for a window.

Palette: night blue, sky blue, turquoise, sun yellow, sun orange, red, leaf green, pale green, violet, brown, white.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, grid, noise
from stylegui.painters.scenes.cartoon import Cartoon, Rows
from stylegui.painters.study import places, polygon, smooth_curve

Mask = Callable[..., Array]  # outline (N, 2) in short sides, curve -> (H, W) bool

SKY, SUN, RAY, BIRD, SHADE, BILL, LEAF, LILY, THROAT, WATER, FRAME, CORNER, STEM = range(13)
ROWS: Rows = {
    SKY: (0, 0, 8, 1, 1, 2), SUN: (4, 3, 3), RAY: (1, 2, 3, 10), BIRD: (2, 10, 10, 10), SHADE: (1, 2, 10), BILL: (4, 4),
    LEAF: (6, 6, 2, 7), LILY: (2, 10, 10, 3), THROAT: (4, 3), WATER: (0, 1, 2), FRAME: (5, 8), CORNER: (3, 3),
    STEM: (6, 7),
}  # fmt: skip


def dove_and_lilies(size: Size, rng: np.random.Generator) -> Cartoon:
    """A white bird with spread wings comes down through the rays; lilies and blades rise from water."""
    cartoon = Cartoon(size, ROWS)
    side = float(rng.choice([-1, 1]))
    x, y = grid(size)
    wide, tall = size[0] / max(size), size[1] / max(size)
    short = min(wide, tall)
    u, v = (x - wide / 2) * side / short, (y - tall / 2) / short + 0.5
    wave = 0.014 * noise(size, 3, rng)
    _sky(cartoon, u, v, wave)
    _water(cartoon, u, v, wave)

    def mask(outline: Array, curve: bool = True) -> Array:
        spread = outline * [side * short / wide, short / tall] + [0.5, 0.5 - 0.5 * short / tall]
        return polygon(size, smooth_curve(spread, 140, closed=True) if curve else spread, 1) > 0.5

    for foot, tip, lean in (
        (-0.40, 0.50, -0.10),
        (-0.28, 0.66, 0.07),
        (-0.12, 0.74, -0.08),
        (0.06, 0.70, 0.09),
        (0.30, 0.60, -0.08),
        (0.42, 0.44, 0.05),
        (-0.50, 0.62, 0.03),
        (0.52, 0.66, -0.04),
    ):
        _blade(cartoon, mask, v, foot, tip, lean)
    for fx, fy, grow, turn in ((-0.30, 0.62, 1.0, -0.25), (0.30, 0.70, 0.9, 0.25), (-0.02, 0.82, 0.8, -0.05)):
        stem = np.array([[fx, fy + 0.03], [fx * 0.9, (fy + 1.05) / 2], [fx * 0.75, 1.05]])
        line = smooth_curve(stem, 20)
        cartoon.put(
            mask(np.vstack([line - [0.011, 0], (line + np.array([0.011, 0]))[::-1]]), False), STEM, np.floor(v * 7), 0.4
        )
        _lily(cartoon, mask, fx, fy, 0.16 * grow, turn)
    _bird(cartoon, mask, u, v)
    cartoon.border(FRAME, CORNER, 0.032, 1 / 14)
    return cartoon


def _sky(cartoon: Cartoon, u: Array, v: Array, wave: Array) -> None:
    """Rings and rays about a sun in the upper corner."""
    du, dv = u - 0.30, v - 0.17
    r, turn = np.hypot(du, dv) + wave, np.arctan2(dv, du)
    ring = np.floor((r - 0.115) / 0.085)
    parts = np.where(ring < 1, 16, np.where(ring < 4, 22, 30))
    spoke = np.floor((turn / (2 * np.pi) + 0.03 * ring) * parts)
    bright = 0.98 * np.exp(-np.clip(r - 0.11, 0, 2) / 0.36)
    cartoon.put(np.ones(u.shape, bool), SKY, (ring + 3) * 64 + spoke % parts, bright)
    beam = (np.mod(turn + 0.08, 2 * np.pi / 11) < 0.17) & (r > 0.115)
    cartoon.put(
        beam, RAY, np.floor((turn + 0.08) / (2 * np.pi / 11)) * 16 + np.floor(r / 0.16), np.clip(1.05 - r * 0.95, 0, 1)
    )
    cartoon.put(r < 0.115, SUN, np.where(r < 0.06, 0, 1 + np.floor(turn / (2 * np.pi) * 10)), 0.6, True)


def _water(cartoon: Cartoon, u: Array, v: Array, wave: Array) -> None:
    level = 0.86 + 0.015 * np.sin(u * 9)
    row = np.floor((v - level) / 0.042 + 0.4 * np.sin(u * 14))
    piece = np.floor(u * (6 - row * 0.5) + 0.45 * row + 12 * wave)
    cartoon.put(
        v > level, WATER, (row + 4) * 64 + piece + 20, np.clip(0.75 - (v - level) * 4 + 0.25 * (u - 0.1), 0, 1), True
    )


def _blade(cartoon: Cartoon, mask: Mask, v: Array, foot: float, tip: float, lean: float) -> None:
    """A sword-shaped leaf with a rib."""
    spine = smooth_curve(np.array([[foot, 1.06], [foot + 0.15 * lean, (1.06 + tip) / 2], [foot + lean, tip]]), 30)
    half = np.stack([0.030 * np.sin(np.linspace(0.9, np.pi, 30)), np.zeros(30)], axis=1)
    for edge, bright in ((-half, 0.25), (half, 0.7)):
        cartoon.put(
            mask(np.vstack([spine, (spine + edge)[::-1]]), False), LEAF, np.floor(v * 6.5 + foot * 3), bright, True
        )


def _lily(cartoon: Cartoon, mask: Mask, x: float, y: float, reach: float, lean: float) -> None:
    """Six petals that curl back from a throat, the outer three behind."""
    for angles, grow, bright in (((-1.25, 0.0, 1.25), 0.92, 0.25), ((-0.72, 0.66, 1.75, -1.8), 1.0, 0.7)):
        for k, a in enumerate(angles):
            turn = a + lean - np.pi / 2
            heading, normal = np.array([np.cos(turn), np.sin(turn)]), np.array([-np.sin(turn), np.cos(turn)])
            long = reach * grow
            curl = normal * long * 0.30 * np.sign(a)
            base = np.array([x, y])
            spine = smooth_curve(
                np.array([base, base + heading * long * 0.55, base + heading * long * 0.95 + curl]), 24
            )
            half = (long * 0.25 * np.sin(np.linspace(0.25, np.pi, 24)) ** 0.8)[:, None] * normal
            for edge, shift in ((half, 0.0), (-half, 0.22)):
                cartoon.put(mask(np.vstack([spine, (spine + edge)[::-1]]), False), LILY, k, bright + shift, True)
    throat = np.array(
        [
            [x - reach * 0.10, y + reach * 0.12],
            [x, y - reach * 0.20],
            [x + reach * 0.10, y + reach * 0.12],
            [x, y + reach * 0.20],
        ]
    )
    cartoon.put(mask(throat), THROAT, 0, 0.5)
    for a in (-0.5, 0.0, 0.5):
        tip = np.array([x + reach * 0.45 * np.sin(a + lean), y - reach * 0.45 * np.cos(a + lean)])
        ring = np.linspace(0, 2 * np.pi, 9)[:-1]
        cartoon.put(mask(tip + 0.085 * reach * np.stack([np.cos(ring), np.sin(ring)], axis=1)), THROAT, 1, 0.1)


def _bird(cartoon: Cartoon, mask: Mask, u: Array, v: Array) -> None:
    """The far wing, the tail, the body, then the near wing: every feather a pane."""
    shoulder = np.array([-0.02, 0.36])
    _wing(cartoon, mask, shoulder + np.array([0.02, -0.01]), np.linspace(-1.05, -0.20, 9), 0.37, SHADE)
    for k, a in enumerate(np.linspace(2.55, 3.35, 6)):
        _feather(
            cartoon,
            mask,
            np.array([-0.17, 0.425]),
            a,
            0.25 - 0.02 * abs(k - 2.5),
            0.030,
            SHADE if k % 2 else BIRD,
            0.75,
        )
    body = places(
        "0.20 0.335, 0.165 0.305, 0.115 0.305, 0.07 0.325, -0.05 0.345, -0.17 0.395, -0.215 0.425, "
        "-0.16 0.455, -0.04 0.470, 0.08 0.445, 0.15 0.395, 0.185 0.365"
    )
    inside = mask(body)
    cartoon.put(
        inside,
        BIRD,
        np.floor((u + 0.25 * v) / 0.085 + 8) * 4 + (v - 0.385 + 0.10 * u > 0),
        0.85 - 0.9 * np.clip(v - 0.39, 0, 1) * 4,
        True,
    )
    cartoon.put(inside & (u > 0.095), BIRD, 500, 0.9, True)
    cartoon.put(mask(places("0.192 0.328, 0.250 0.350, 0.190 0.356")), BILL, 0, 0.5, True)
    ring = np.linspace(0, 2 * np.pi, 11)[:-1]
    cartoon.put(mask(np.array([0.158, 0.330]) + 0.0085 * np.stack([np.cos(ring), np.sin(ring)], axis=1)), SKY, 0, 0.0)
    twig = places("0.235 0.352, 0.27 0.40, 0.32 0.42, 0.325 0.428, 0.265 0.410, 0.228 0.358")
    cartoon.put(mask(twig), STEM, 0, 0.3)
    for cx, cy, a in ((0.275, 0.385, -0.5), (0.295, 0.425, 1.3), (0.33, 0.405, -0.3), (0.345, 0.44, 0.9)):
        _feather(cartoon, mask, np.array([cx, cy]), a, 0.055, 0.013, LEAF, 0.7)
    _wing(cartoon, mask, shoulder, np.linspace(-1.75, -3.05, 11), 0.43, BIRD)


def _wing(cartoon: Cartoon, mask: Mask, root: Array, angles: Array, reach: float, kind: int) -> None:
    """Long outer feathers, a row of coverts over their roots, and the shoulder."""
    for row, (grow, wide, bright) in enumerate(((1.0, 0.034, 0.95), (0.66, 0.036, 0.55), (0.38, 0.032, 0.85))):
        for k, a in enumerate(angles):
            share = k / (len(angles) - 1)
            long = reach * grow * (1 - 0.42 * share**1.5)
            _feather(
                cartoon,
                mask,
                root,
                float(a) + 0.05 * row,
                long,
                wide * (1 - 0.2 * share),
                kind if (k + row) % 3 else SHADE,
                bright,
            )
    ring = np.linspace(0, 2 * np.pi, 14)[:-1]
    cartoon.put(mask(root + reach * 0.11 * np.stack([np.cos(ring), 0.8 * np.sin(ring)], axis=1)), kind, 0, 0.9, True)


def _feather(
    cartoon: Cartoon, mask: Mask, root: Array, angle: float, long: float, half: float, kind: int, bright: float
) -> None:
    heading, normal = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
    t = np.linspace(0, 1, 16)[:, None]
    width = half * np.sin(np.clip(t * 1.02, 0, 1) ** 1.4 * np.pi * 0.86 + 0.14) ** 0.7
    spine = root + heading * long * t + normal * 0.06 * long * t * t
    cartoon.put(mask(np.vstack([spine + normal * width, (spine - normal * width)[::-1]]), False), kind, 0, bright)

"""Pines as a woodblock cutter draws them: crooked trunks, flat fans of needles."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.lines import arc, xy
from stylegui.painters.scenes.blocks import GREEN, PAPER, WARM, Blocks
from stylegui.painters.study import smooth_curve


def limb(blocks: Blocks, points: Array, thick: Array) -> Array:
    """A bough through a few points, (N, 2), with bark colour and key lines; returns its 40 places."""
    path = smooth_curve(points, 40)
    blocks.key.line(path, thick + 0.005, 255)
    blocks.areas.line(path, thick, WARM)
    blocks.key.line(path, thick, 0)
    return path


def pine(blocks: Blocks, foot: Array, snow: bool) -> None:
    """A crooked pine whose layered boughs reach over the water."""
    rng = blocks.rng
    trunk = smooth_curve(foot + np.array([[0.02, 0.06], [-0.01, -0.12], [0.035, -0.28], [-0.03, -0.46], [0.01, -0.62],
                                          [-0.05, -0.80]]), 90)  # fmt: skip
    width = np.linspace(0.062, 0.014, 90)
    blocks.key.line(trunk, width + 0.006, 255)
    blocks.areas.line(trunk, width, WARM)
    blocks.key.line(trunk, width, 0)
    for _ in range(60):  # plates of bark
        k = int(rng.integers(3, 84))
        off = rng.uniform(-0.4, 0.4) * width[k]
        curl = arc(trunk[k, 0] + off, trunk[k, 1], 0.22 * width[k], rng.uniform(0, 3), rng.uniform(3, 6), 10, 1.5)
        blocks.stroke(curl, 0.0022)
    boughs = ((18, -0.24, 0.05), (33, 0.16, -0.01), (42, -0.34, 0.04), (55, 0.14, -0.03), (62, -0.26, -0.01),
              (72, 0.10, -0.03), (80, -0.20, -0.02), (88, -0.05, -0.04))  # fmt: skip
    for k, reach, drop in boughs:
        start = trunk[k]
        end = start + xy(reach * rng.uniform(0.85, 1.15), drop)
        bend = np.array([start, start + xy(0.35 * reach, drop - 0.028), start + xy(0.7 * reach, drop - 0.002), end])
        bough = limb(blocks, bend, np.linspace(0.5 * width[k], 0.004, 40))
        for share in np.linspace(0.25, 1.0, max(3, int(abs(reach) * 17))):
            x, y = bough[min(39, int(share * 39))]
            needles(blocks, x + rng.normal(0, 0.008), y - 0.008, rng.uniform(0.040, 0.058), snow)


def needles(blocks: Blocks, x: float, y: float, wide: float, snow: bool) -> None:
    """A flat fan of needles `wide` to each side, with snow on its back or not."""
    rng = blocks.rng
    t = np.linspace(0, 2 * np.pi, 36, endpoint=False)
    lobes = 1 + 0.10 * np.sin(t * 7 + rng.uniform(0, 6))
    shape = np.stack([x + wide * lobes * np.cos(t), y + wide * 0.40 * lobes * np.sin(t)], axis=1)
    blocks.shape(shape, GREEN, 0.0026)
    for angle in np.linspace(-np.pi * 0.98, -0.02 * np.pi, 15):
        reach = wide * rng.uniform(0.75, 1.0)
        tip = (x + reach * np.cos(angle), y + 0.30 * wide + 0.55 * reach * np.sin(angle))
        blocks.key.line(np.array([(x, y + 0.30 * wide), tip]), np.array([0.0022, 0.0008]))
    if snow:
        back = arc(x, y + 0.04 * wide, wide * 0.92, -np.pi * 0.95, -np.pi * 0.05, 22, 0.40)
        blocks.band(back, 0.38 * wide * np.sin(np.linspace(0.15, np.pi - 0.15, 22)), PAPER)

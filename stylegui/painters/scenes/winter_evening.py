"""A winter evening out of focus, as it is seen through a frosted window."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted
from stylegui.painters.field import Size, blurred, fbm, mix, noise, smoothstep
from stylegui.painters.study import below, disc, distance, frame, polygon, ridge

Scene = tuple[Array, tuple[float, float], float]  # the picture, where it shines (shares), how wide to keep clear
DUSK, DEEP, PALE, ICE, WHITE, LAMP, EMBER, WOOD = range(8)


@dataclass
class View:
    """What lies behind the glass, (H, W, 3) OKLab, and the patch kept clear: (x, y, radius) in long sides."""

    lab: Array
    clear: tuple[float, float, float]


def winter_evening(size: Size, rng: np.random.Generator, palette: Palette, motif: int) -> View:
    """`motif`: 0 cottages with lit windows, 1 the moon over a bare tree, 2 a street lamp and lights."""
    _, fy = frame(size)
    long_side = max(size)
    low = fy + 0.05 * fbm(size, 2.5, rng, 4)
    glow = (palette[EMBER], palette[LAMP])[motif % 2]
    low_sky = mix(palette[LAMP], palette[EMBER], 0.35)
    sky = ramp([palette[DEEP], palette[DUSK], palette[DUSK], mix(palette[PALE], glow, 0.45), low_sky],
        np.clip(low * 1.35 + 0.05, 0, 1))  # fmt: skip
    if motif == 0:
        lab, place, radius = _cottages(sky, size, rng, palette)
    elif motif == 1:
        lab, place, radius = _moon(sky, size, rng, palette)
    else:
        lab, place, radius = _lamp(sky, size, rng, palette)
    lab = blurred(lab, 0.0045 * long_side)
    lab[..., 0] += 0.012 * noise(size, (20, 60), rng) + 0.010 * fbm(size, 30, rng, 3)
    return View(lab, (place[0] * size[0] / long_side, place[1] * size[1] / long_side, radius))


def _cottages(lab: Array, size: Size, rng: np.random.Generator, palette: Palette) -> Scene:
    fx, fy = frame(size)
    ratio = size[0] / size[1]
    lab = mix(lab, mix(palette[DEEP], palette[DUSK], 0.5), below(size, 0.52 + 0.03 * ridge(size, rng, 3), 6) * 0.85)
    lab = mix(lab, mix(palette[PALE], palette[DUSK], 0.35), below(size, 0.66 + 0.02 * ridge(size, rng, 2), 6))
    side = float(rng.choice([-1, 1]))
    main = 0.5 + side * 0.08
    for x, y, w in ((main - side * 0.30, 0.64, 0.075), (main + side * 0.27, 0.66, 0.085), (main, 0.74, 0.125)):
        unit = np.array([w, w * ratio])

        def shape(points: list[tuple[float, float]], foot: tuple[float, float] = (x, y), scale: Array = unit) -> Array:
            return polygon(size, np.array(points) * scale + foot)

        wall = shape([(-1, 0), (-1, -0.75), (0, -1.5), (1, -0.75), (1, 0)])
        lab = mix(lab, mix(palette[WOOD], palette[EMBER], 0.25), wall)
        roof = shape([(-1.2, -0.62), (0, -1.62), (1.2, -0.62), (1.05, -0.52), (0, -1.34), (-1.05, -0.52)])
        lab = mix(lab, mix(palette[ICE], palette[PALE], 0.35), roof)
        halo = np.exp(-((distance(size, x, y - 0.35 * w * ratio) / (1.5 * w)) ** 2))
        lab = mix(lab, palette[LAMP], 0.42 * halo)
        for px, py in ((-0.5, -0.45), (0.45, -0.45), (0.0, -0.95)):
            pane = shape([(px - 0.22, py - 0.2), (px + 0.22, py - 0.2), (px + 0.22, py + 0.2), (px - 0.22, py + 0.2)])
            lab = mix(lab, shifted(palette[LAMP], 0.09), pane)
        spill = np.exp(-(((fx - x) / (0.9 * w)) ** 2) - (((fy - y - 0.04) / 0.05) ** 2)) * (fy > y)
        lab = mix(lab, palette[LAMP], 0.6 * spill)
    return lab, (main, 0.64), 0.165


def _moon(lab: Array, size: Size, rng: np.random.Generator, palette: Palette) -> Scene:
    side = float(rng.choice([-1, 1]))
    x, y = 0.5 + side * 0.24, 0.40
    lab = mix(lab, mix(palette[LAMP], palette[EMBER], 0.4), 0.55 * np.exp(-((distance(size, x, y) / 0.20) ** 2)))
    lab = mix(lab, mix(palette[LAMP], palette[WHITE], 0.55), disc(size, x, y, 0.072, 4))
    lab = mix(lab, palette[LAMP], 0.5 * disc(size, x + 0.015, y + 0.02, 0.022, 8))
    for base, bumps, share in ((0.66, 2.2, 0.55), (0.76, 3.0, 0.25)):
        lab = mix(lab, mix(palette[DEEP], palette[DUSK], share), below(size, base + 0.035 * ridge(size, rng, bumps), 6))
    lab = mix(lab, mix(palette[PALE], palette[DUSK], 0.4), below(size, 0.86 + 0.02 * ridge(size, rng, 2), 6))
    twigs = [(np.array([0.5 + side * 0.33, 0.92]), -np.pi / 2 - 0.1 * side, 0.17, 0.017)]
    ratio = size[0] / size[1]
    while twigs:
        root, angle, length, thick = twigs.pop()
        tip = root + length * np.array([np.cos(angle), np.sin(angle) * ratio])
        across = np.array([-np.sin(angle), np.cos(angle) * ratio]) * thick / 2
        limb = polygon(size, np.array([root - across, tip - across * 0.7, tip + across * 0.7, root + across]), 1)
        lab = mix(lab, palette[WOOD], limb)
        if length > 0.035:
            turns = [angle + turn * rng.uniform(0.6, 1.2) for turn in (-0.55, 0.12, 0.60)]
            twigs += [(tip, turn, length * rng.uniform(0.60, 0.78), thick * 0.62) for turn in turns]
    return lab, (x, y), 0.150


def _lamp(lab: Array, size: Size, rng: np.random.Generator, palette: Palette) -> Scene:
    fx, fy = frame(size)
    side = float(rng.choice([-1, 1]))
    x, y = 0.5 + side * 0.22, 0.52
    lab = mix(lab, mix(palette[DEEP], palette[DUSK], 0.35), below(size, 0.60 + 0.05 * ridge(size, rng, 5, 2), 5) * 0.9)
    lab = mix(lab, mix(palette[PALE], palette[DUSK], 0.5), below(size, 0.83 + 0.01 * ridge(size, rng, 2), 6))
    lab = mix(lab, palette[LAMP], 0.75 * np.exp(-((distance(size, x, y) / 0.13) ** 2)))
    post = smoothstep(0.006, 0.003, np.abs(fx - x)) * (fy > y + 0.03) * (fy < 0.90)
    lab = mix(lab, palette[WOOD], post)
    lab = mix(lab, shifted(palette[LAMP], 0.14, 0.7), disc(size, x, y, 0.030, 4))
    for _ in range(34):
        bx, by = rng.uniform(0.05, 0.95), 0.66 + 0.12 * rng.normal()
        r = rng.uniform(0.010, 0.030)
        colour = palette[int(rng.choice([LAMP, EMBER, LAMP, ICE, PALE]))]
        blot = disc(size, bx, by, r, 3)
        rim = np.clip(blot - disc(size, bx, by, r * 0.82, 3), 0, 1)
        lab = mix(lab, colour, np.clip(0.42 * blot + 0.25 * rim, 0, 1))
    cone = np.exp(-(((fx - x) / (0.03 + 0.25 * np.clip(fy - y, 0, 1))) ** 2)) * smoothstep(y, y + 0.02, fy)
    lab = mix(lab, palette[LAMP], 0.34 * cone)
    return lab, (x, y + 0.03), 0.150

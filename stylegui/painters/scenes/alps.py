"""An alpine lake, in watercolour."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette
from stylegui.painters.field import bilinear, blurred, fbm, noise, smoothstep
from stylegui.painters.marks.washes import PAPER, Sheet
from stylegui.painters.study import below, frame, ridge, smooth_curve


def alpine_lake(sheet: Sheet, palette: Palette) -> None:
    """Peaks with snow, firs at the water, a meadow in flower."""
    rng = sheet.rng
    _sky(sheet, palette, rng)
    _mountains(sheet, palette, rng)
    across = np.linspace(0, 1, sheet.size[0], dtype=np.float32)
    line = 0.78 + 0.035 * np.sin(across * 4.2 + rng.uniform(0, 6)) + 0.010 * ridge(sheet.size, rng, 4)
    _lake(sheet, palette, rng, line)
    _meadow(sheet, palette, rng, line)
    sheet.finish([palette[5], palette[7], palette[4], palette[8]])


def _sky(sheet: Sheet, palette: Palette, rng: np.random.Generator) -> None:
    size = sheet.size
    fx, fy = frame(size)
    cloud = smoothstep(-0.25, 0.65, fbm(size, (2.3, 4.0), rng, 5) + 0.25 - 0.5 * np.abs(fy - 0.2))
    glow = smoothstep(0.12, 0.45, fy) * np.exp(-(((fx - 0.62) / 0.45) ** 2))
    sheet.wash(glow, palette[1], 0.55, wet=26, edge=0.0, granulation=0.15, bloom=0.1)
    sheet.wash((1 - cloud) * smoothstep(0.46, 0.0, fy), palette[0], 0.85, wet=5, edge=0.55, granulation=0.4, bloom=0.45)
    under = cloud * smoothstep(0.1, 0.7, fbm(size, (3, 7), rng, 4)) * smoothstep(0.42, 0.1, fy)
    sheet.wash(under, palette[2], 0.30, wet=12, edge=0.1)
    sheet.wash(smoothstep(0.30, 0.0, fy + 0.05 * noise(size, 3, rng)), palette[0], 0.35, wet=20, edge=0.0)


def _mountains(sheet: Sheet, palette: Palette, rng: np.random.Generator) -> None:
    size = sheet.size
    fx, fy = frame(size)
    across = np.linspace(0, 1, size[0], dtype=np.float32)
    plans = [
        (0.335, 0.12, 0.62, 0.19, palette[2], 0.42, 5.0), (0.400, 0.10, 0.25, 0.22, palette[3], 0.55, 4.0),
        (0.465, 0.075, 0.86, 0.17, palette[3], 0.85, 5.0), (0.515, 0.05, 0.06, 0.19, palette[4], 0.85, 6.0),
    ]  # fmt: skip
    skylines = [
        base
        - rough * 1.5 * np.exp(-(np.abs((across - peak) / wide) ** 1.25))
        + 0.2 * rough * ridge(size, rng, bumps * 2, 6)
        for base, rough, peak, wide, _, _, bumps in plans
    ]
    skylines.append(np.full(size[0], 0.572, np.float32))
    for index, (_, _, peak, _, pigment, density, _) in enumerate(plans):
        skyline = skylines[index]
        nearer = np.min(
            skylines[index + 1 :], axis=0
        )  # each range stops where a nearer one begins: glazes would turn black
        body = below(size, skyline, 1.2) * (1 - below(size, nearer + 0.004, 1.2))
        down = np.clip((fy - skyline[None, :]) / 0.19, 0, 1)
        mist = 0.22 + 0.9 * (1 - down) ** 1.3
        sheet.wash(body, pigment, density * mist, edge=0.6, granulation=0.3, bloom=0.25)
        side = fbm(size, (6, 3), rng, 5) + 2.6 * np.sin((fx - peak) * 9 + 2.2 * noise(size, (5, 2.5), rng)) - 0.3
        gully = smoothstep(0.1, 1.0, side) * body * (1 - down) ** 0.7
        sheet.wash(gully, palette[4], density * 0.55, wet=1.4, edge=0.5, granulation=0.3, bloom=0.1)
        if density < 0.6:
            snow = smoothstep(0.1, 0.7, 1 - down * 2.6 - 0.45 * np.abs(side)) * body
            sheet.lift(snow, 0.75)
        sheet.wash(body * smoothstep(0.55, 1.0, down), palette[1], 0.22, wet=10, edge=0.0)


def _lake(sheet: Sheet, palette: Palette, rng: np.random.Generator, line: Array) -> None:
    size = sheet.size
    fx, fy = frame(size)
    band = below(size, np.full(size[0], 0.572), 1.5) * (1 - below(size, line - 0.003, 2))
    rows = size[1]
    y = np.clip((0.572 * 2 - fy) * rows + noise(size, (6, 60), rng) * rows * 0.006, 0, rows - 1)
    x = np.mgrid[0 : size[1], 0 : size[0]][1] + noise(size, (4, 40), rng) * size[0] * 0.006
    mirrored = bilinear(sheet.light, x, y)
    mirrored = blurred(mirrored, 2.2 * sheet.unit)
    sheet.light = sheet.light * (1 - band[..., None]) + (PAPER + (mirrored - PAPER) * 0.72) * band[..., None]
    depth = np.clip((fy - 0.572) / 0.2, 0, 1)
    sheet.wash(band * (0.3 + 0.7 * depth), palette[0], 0.5, wet=2, edge=0.3, granulation=0.3)
    glint = smoothstep(1.1, 1.5, noise(size, (5, 75), rng) + 0.4 * noise(size, (16, 220), rng)) * band
    sheet.lift(glint * np.exp(-(((fx - 0.6) / 0.25) ** 2)), 0.8)
    streak = smoothstep(0.9, 1.7, noise(size, (6, 110), rng) + 0.5 * noise(size, (20, 320), rng)) * band
    sheet.wash(streak, palette[4], 0.4, edge=0.25, bloom=0.0, rough=0.3)
    for lead, wide, tall in ((-0.02, 0.40, 0.115), (1.02, 0.30, 0.085)):
        for _ in range(46):
            px = lead + (0.5 - abs(lead - 0.5) + 0.5) * 0 + np.sign(0.5 - lead) * wide * rng.uniform(0, 1) ** 1.2
            fall = 1 - abs(px - lead) / (wide * 1.05)
            _pine(
                sheet, palette, rng, px, 0.574 + 0.004 * rng.standard_normal(), tall * fall**0.7 * rng.uniform(0.5, 1.1)
            )


def _pine(sheet: Sheet, palette: Palette, rng: np.random.Generator, x: float, foot: float, tall: float) -> None:
    """A fir with drooping boughs and its soft image in the water, put down as two small washes."""
    if tall < 0.012:
        return
    aspect = size_aspect = sheet.size[1] / sheet.size[0]
    tiers = max(4, int(tall * 110))
    left, right = [], []
    for k in range(tiers):
        t = (k + 1) / tiers
        half = tall * 0.20 * t**0.85 * aspect * rng.uniform(0.75, 1.2)
        left += [[x - half, foot - tall * (1 - t) + 0.004], [x - half * 0.5, foot - tall * (1 - t) - 0.002]]
        right += [[x + half, foot - tall * (1 - t) + 0.004], [x + half * 0.5, foot - tall * (1 - t) - 0.002]]
    outline = np.array([[x, foot - tall], *left, *right[::-1]])
    pigment = palette[5] + (palette[9] - palette[5]) * rng.uniform(0, 0.7)
    sheet.touch(outline, pigment, rng.uniform(0.65, 1.15))
    mirrored = outline.copy()
    mirrored[:, 1] = 2 * foot - mirrored[:, 1] + 0.004
    mirrored[:, 0] += 0.0016 * np.sin(mirrored[:, 1] * 900) / size_aspect
    sheet.touch(mirrored, pigment, rng.uniform(0.25, 0.4), edge=0.2)


def _meadow(sheet: Sheet, palette: Palette, rng: np.random.Generator, line: Array) -> None:
    size = sheet.size
    _, fy = frame(size)
    bank = below(size, line, 1.5)
    sheet.wash(bank, palette[6], 0.6, edge=0.6, granulation=0.4, bloom=0.6)
    sheet.wash(
        bank * smoothstep(-0.3, 0.9, fbm(size, (4, 9), rng, 4) + (fy - 0.8) * 3), palette[5], 0.42, wet=5, edge=0.3
    )
    sheet.wash(bank * smoothstep(0.86, 1.05, fy + 0.05 * noise(size, 5, rng)), palette[5], 0.45, wet=10, edge=0.1)
    for _ in range(420):
        foot = rng.uniform(0.83, 1.04)
        x, tall = rng.uniform(-0.02, 1.02), rng.uniform(0.025, 0.13) * (foot - 0.72) * 3
        lean = rng.normal(0, 0.35) * tall
        wide = 0.0016 + 0.004 * rng.random() * (foot - 0.75) * 3
        curve = smooth_curve(np.array([[x - wide, foot], [x + lean * 0.3 - wide * 0.7, foot - tall * 0.6],
            [x + lean, foot - tall],
                                       [x + lean * 0.3 + wide * 0.7, foot - tall * 0.6], [x + wide, foot]]),
                                       24)  # fmt: skip
        pigment = palette[int(rng.choice([5, 5, 6, 9, 8]))]
        sheet.touch(curve, pigment, rng.uniform(0.4, 0.9), edge=0.4)
    for _ in range(75):
        foot = rng.uniform(0.80, 1.0)
        radius = rng.uniform(0.008, 0.024) * (0.30 + (foot - 0.78) * 3.2)
        _flower(sheet, palette, rng, rng.uniform(0, 1), foot, radius)


def _flower(sheet: Sheet, palette: Palette, rng: np.random.Generator, x: float, y: float, radius: float) -> None:
    """Four to six loose petals touched in, darker where two meet."""
    stretch = sheet.size[0] / sheet.size[1]
    petals = int(rng.integers(4, 7))
    pigment = palette[int(rng.choice([7, 7, 7, 1, 2]))]
    tilt = rng.uniform(0.5, 1.0)
    start = rng.uniform(0, 6.28)
    for k in range(petals):
        a = start + 2 * np.pi * k / petals + rng.normal(0, 0.12)
        reach = radius * rng.uniform(0.8, 1.15)
        turn = np.array([a - 0.62, a - 0.34, a, a + 0.34, a + 0.62])
        length = np.array([0.62, 0.95, 1.0, 0.95, 0.62]) * reach
        points = np.stack([x + length * np.cos(turn), y + length * np.sin(turn) * stretch * tilt], axis=1)
        outline = smooth_curve(np.vstack([[x, y], points]), 30, closed=True)
        sheet.touch(outline, pigment, rng.uniform(0.45, 1.0), edge=0.8, opaque=0.72)
    heart = np.stack(
        [x + radius * 0.22 * np.cos(np.arange(8) * 0.785), y + radius * 0.22 * stretch * np.sin(np.arange(8) * 0.785)],
        1,
    )
    sheet.touch(heart, palette[8], 1.2, edge=0.5, opaque=0.3)

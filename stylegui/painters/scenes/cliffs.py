"""White cliffs in a storm, as a study for any painter that follows a direction."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Palette, ramp, shifted
from stylegui.painters.field import Size, fbm, mix, noise, smoothstep
from stylegui.painters.study import Study, along_contours, below, frame, polygon, smooth_curve

HORIZON = 0.44


def stormy_cliffs(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    """A headland with a lighthouse, a breaking sea and a torn sky.

    Palette: storm cloud, sky, light, warm rock, red rock, dark, shallow water, deep water, foam, grass.
    """
    study = Study.blank(size)
    fx, fy = frame(size)
    side = float(rng.choice([-1, 1]))
    slant = fy + 0.35 * side * (fx - 0.5)
    cloud = fbm(size, (2.2, 4.5), rng, 4) + 0.5 * np.sin(slant * 19 + 1.5 * noise(size, 2.5, rng))
    gap = np.exp(-(((fx - 0.5 - side * 0.20) / 0.20) ** 2) - ((fy - 0.34) / 0.12) ** 2)
    colours = [palette[5], palette[0], palette[0], palette[1], palette[2]]
    sky = ramp(colours, 0.42 + 0.20 * cloud + 0.55 * gap - 0.15 * (0.3 - fy))
    study.lay(np.ones_like(fx), sky, along_contours(slant + 0.05 * cloud), 0.15 + 0.3 * gap)
    _sea(study, size, rng, palette, side)
    _headland(study, size, rng, palette, side)
    _breakers(study, rng, palette, side)
    return study


def _sea(study: Study, size: Size, rng: np.random.Generator, palette: Palette, side: float) -> None:
    """Rows of swell that grow towards us, lit through at their crests."""
    fx, fy = frame(size)
    flat = below(size, np.full(size[0], HORIZON, np.float32), 2)
    far = ramp([palette[7], palette[6], palette[2]], 0.35 + 0.25 * noise(size, (6, 60), rng))
    glint = np.exp(-(((fx - 0.5 - side * 0.20) / 0.10) ** 2) - ((fy - HORIZON) / 0.06) ** 2)
    study.lay(flat, mix(far, palette[2], 0.7 * glint), 0.0, 0.45)
    rows = 7
    for k in range(rows):
        t = k / (rows - 1)
        base, tall = HORIZON + 0.04 + 0.50 * t**1.4, 0.010 + 0.075 * t
        cycle = fx[0] * (6.5 - 4 * t) + rng.uniform(0, 1) + 0.12 * noise((size[0], 4), 3, rng)[0]
        share = cycle - np.floor(cycle)
        share = share if side > 0 else 1 - share
        lean = np.where(share < 0.7, (share / 0.7) ** 2.2, 0.5 + 0.5 * np.cos((share - 0.7) / 0.3 * np.pi))
        crest = base - tall * lean
        depth = np.clip(fy - crest[None, :], 0, 1)
        body = below(size, crest, 2)
        lay = depth - 0.8 * tall * lean[None, :]
        tone = 0.30 + 0.55 * np.exp(-depth / (0.015 + 0.03 * t)) * lean[None, :] + 0.16 * noise(size, (8, 24), rng)
        lab = ramp([palette[5], palette[7], palette[7], palette[6], mix(palette[6], palette[2], 0.5)], tone)
        study.lay(body, lab, along_contours(lay + 0.004 * noise(size, 12, rng)), 0.40)
        foam = (0.010 + 0.040 * t) * np.clip(lean * 1.6 - 0.55, 0, 1)[None, :]
        torn = foam * (0.6 + 0.6 * np.abs(noise(size, (40 - 20 * t, 12), rng)))
        crown = body * smoothstep(0.003, -0.003, depth - torn)
        white = ramp([palette[1], palette[8], shifted(palette[8], 0.03)], 0.6 + 0.3 * noise(size, 16, rng))
        study.lay(crown, white, along_contours(lay), 0.65)
        web = smoothstep(0.75, 1.1, np.abs(noise(size, (14, 30), rng))) * smoothstep(0.12, 0.02, depth) * body
        study.lay(0.7 * web * t, mix(palette[8], palette[6], 0.3), along_contours(lay), 0.5)


def _headland(study: Study, size: Size, rng: np.random.Generator, palette: Palette, side: float) -> None:
    """Rock in vertical faces, grass on top, a lighthouse at the edge."""
    fx, fy = frame(size)

    def at(points: list[list[float]]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        return np.array(points, dtype=np.float64) * [-side, 1.0] + [0.5, 0.0]

    stack = [[-0.02, 0.60], [0.0, 0.46], [0.02, 0.40], [0.055, 0.39], [0.07, 0.45], [0.095, 0.60]]
    cliff = [[0.10, 0.70], [0.13, 0.55], [0.145, 0.40], [0.165, 0.325], [0.20, 0.30], [0.28, 0.275], [0.38, 0.225],
             [0.55, 0.19], [0.55, 0.95], [0.42, 0.90], [0.30, 0.81], [0.20, 0.76]]  # fmt: skip
    across = -(fx - 0.5) * side
    planes = np.floor(across * 26 + 1.2 * noise(size, (3, 6), rng) + 1.5 * fy)
    luck = np.sin(planes * 78.233) * 43758.5453
    luck = luck - np.floor(luck)
    strata = 0.5 + 0.5 * np.sin(fy * 95 + 10 * across + 2.0 * noise(size, 4, rng))
    tone = 0.15 + 0.50 * luck + 0.22 * strata + 0.12 * noise(size, 12, rng) - 0.5 * np.clip(fy - 0.62, 0, 1)
    rock = ramp([palette[5], palette[4], palette[3], palette[3], palette[8]], tone)
    for shape in (stack, cliff):
        mask = polygon(size, smooth_curve(at(shape), 160, closed=True), 1)
        study.lay(mask, rock, 1.5 + 0.12 * noise(size, 5, rng), 0.5)
    top = [[0.16, 0.335], [0.20, 0.292], [0.28, 0.265], [0.38, 0.215], [0.56, 0.178], [0.56, 0.27], [0.40, 0.30],
           [0.30, 0.325], [0.22, 0.345], [0.185, 0.37]]  # fmt: skip
    grass = ramp([palette[9], palette[9], mix(palette[9], palette[2], 0.55)], 0.5 + 0.3 * noise(size, (14, 20), rng))
    study.lay(polygon(size, smooth_curve(at(top), 120, closed=True), 1), grass, 0.4 * side, 0.6)
    for foot, tall, half in ((0.292, 0.155, 0.015),):
        x = 0.235
        tower = at([[x - half, foot], [x - half * 0.7, foot - tall], [x + half * 0.7, foot - tall], [x + half, foot]])
        light = ramp([palette[8], palette[8], palette[0]], 0.5 + (across - x) / half * 0.5)
        study.lay(polygon(size, tower, 1), light, 1.57, 0.95)
        for low, high, colour in ((0.40, 0.58, 4), (0.78, 0.90, 4), (1.0, 1.10, 2), (1.10, 1.17, 4)):
            w = half * (1 - 0.3 * min(low, 1)) * (1.0 if low < 1 else 0.85)
            band = at(
                [
                    [x - w, foot - tall * low],
                    [x - w, foot - tall * high],
                    [x + w, foot - tall * high],
                    [x + w, foot - tall * low],
                ]
            )
            study.lay(polygon(size, band, 1), palette[colour], 0.0, 1.0)


def _breakers(study: Study, rng: np.random.Generator, palette: Palette, side: float) -> None:
    """Spray where the sea meets the rock."""
    for _ in range(170):
        t = rng.random()
        x = 0.5 - side * (0.05 + 0.42 * t + rng.normal(0, 0.025))
        y = 0.66 + 0.26 * t - abs(rng.normal(0, 0.055)) * (1.3 - t)
        reach = rng.uniform(0.008, 0.030)
        part, px, py = study.part(x, y, reach * 1.5, reach * 1.5)
        if not px.size:
            continue
        shape = np.hypot(px, py) / reach + 0.2 * np.sin(6 * np.arctan2(py, px) + rng.uniform(0, 6))
        colour = ramp([palette[1], palette[8], shifted(palette[8], 0.02)], np.array(rng.random()))
        part.lay(smoothstep(1.1, 0.6, shape) * rng.uniform(0.6, 1), colour, -1.1 * side + rng.normal(0, 0.5), 0.7)

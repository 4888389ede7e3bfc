"""Kintsugi: glazed ware, crazed with age, broken, and mended with lacquer and gold.

The glaze lies over the painting like glass: it takes the form's broad light and a window's reflection, and its
craquelure has drunk tea. Breaks run from where the blow fell and branch until they meet; gold stands on them
as a rounded seam.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted, to_pixels
from stylegui.painters.crackle import crackle
from stylegui.painters.field import Size, blurred, enlarged, fbm, mix, noise, resized, slope, smoothstep
from stylegui.painters.scenes.ceramics import Ware
from stylegui.painters.scenes.ceramics_celadon import celadon_panel
from stylegui.painters.scenes.ceramics_jar import moon_jar
from stylegui.painters.scenes.ceramics_plate import plate
from stylegui.painters.scenes.stage import Plate

# glaze white, cobalt, celadon, gold, gold's shade, lacquer, dark wall, table, blossom, crackle stain
PALETTE = Palette(
    (
        "#ece8dd", "#1f3f8f", "#9fb8a3", "#d9a93c", "#7a4f16", "#4d1f1a", "#23262d", "#4a3a32", "#c2453f", "#6b5a48",
    )
)  # fmt: skip

SCENES = (plate, celadon_panel, moon_jar)
OVERSIZE, LEAST_PX = 1.5, 512
LIGHT = (-0.60, -0.80)  # toward the light, image axes


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, OVERSIZE, LEAST_PX)
    unit = max(large) / 1536
    ware = SCENES[seed % len(SCENES)](large, rng, palette)
    glazed = _glazed(ware, palette, rng, unit)
    paths = breaks(ware.blow, ware.reach, np.random.default_rng((seed, 2)))  # alike at every size
    glazed = _mended(glazed, ware, paths, palette, rng, unit)
    body = ware.mask[..., None]
    lab = ware.behind * (1 - body) + glazed * body
    lab = lab if ware.before is None else mix(lab, ware.before[1], ware.before[0])
    lab[..., 0] += 0.010 * noise(large, 2, rng)
    return to_pixels(resized(blurred(lab, 0.6 * unit), size))


def _glazed(ware: Ware, palette: Palette, rng: np.random.Generator, unit: float) -> Array:
    """The painted body under its glaze, (H, W, 3) OKLab."""
    size = (ware.mask.shape[1], ware.mask.shape[0])
    lab = ware.lab.copy()
    pool = fbm(size, 7, rng, 4)
    lab[..., 0] += 0.014 * pool + 0.008 * fbm(size, 60, rng, 3)
    stain = palette[9]
    for cells, width, strength in ((9, 0.95, 0.62), (26, 0.55, 0.40), (64, 0.35, 0.22)):
        where = smoothstep(-1.3, 0.6, noise(size, 3, rng)) * 0.75 + 0.25
        lines = crackle(size, rng, cells, width * unit, bend=0.16)
        halo = blurred(lines, 3.0 * unit)
        lab = mix(lab, mix(lab, stain, 0.9), np.clip(strength * where * (lines + 0.55 * halo), 0, 0.85))
    specks = smoothstep(2.5, 2.8, noise(size, 190, rng)) * smoothstep(-0.5, 1.0, noise(size, 5, rng))
    lab = mix(lab, shifted(stain, -0.12), 0.6 * specks)
    ripple_x, ripple_y = slope(1.6 * unit * fbm(size, 14, rng, 3))
    across, down = ware.tilt_x + ripple_x / unit * 0.5, ware.tilt_y + ripple_y / unit * 0.5
    toward = across * LIGHT[0] + down * LIGHT[1]
    light = np.tanh(1.25 * toward)
    lab[..., 0] += ware.shade * light * (0.35 + 0.65 * lab[..., 0])
    lab[..., 1:] *= (1 + 0.25 * np.clip(-light, 0, 1))[..., None]
    gleam = np.exp(-(((across + 0.50) / 0.13) ** 2 + ((down + 0.58) / 0.19) ** 2))
    pane = np.abs((across + 0.50) / 0.13) > 0.10
    lab[..., 0] += 0.17 * np.clip(blurred(gleam * pane, 1.5 * unit), 0, 1) * (1 - 0.4 * lab[..., 0])
    lab[..., 1:] *= (1 - 0.5 * np.clip(gleam, 0, 1))[..., None]
    return lab


def _mended(
    lab: Array, ware: Ware, paths: list[Array], palette: Palette, rng: np.random.Generator, unit: float
) -> Array:  # fmt: skip
    """Gold on the breaks."""
    size = (lab.shape[1], lab.shape[0])
    lines = Plate(ware.stage, 1)
    for path in paths:
        lines.line(path, 0.0078 * ware.seam * (0.75 + 0.5 * rng.random(max(2, len(path) // 4))))
    for chip in ware.chips:
        lines.fill(chip)
    drawn = lines.mask()
    wobble = 0.11 * noise(size, 90, rng)
    near = blurred(drawn, 1.8 * unit)
    wobble = wobble * smoothstep(0.04, 0.16, near)
    seam = smoothstep(0.34, 0.56, near + wobble)
    lacquer = smoothstep(0.10, 0.26, blurred(drawn, 3.2 * unit) + 0.35 * wobble)
    cast = blurred(np.roll(seam, (round(4 * unit), round(3 * unit)), (0, 1)), 3.0 * unit)
    lab = lab.copy()
    lab[..., 0] *= 1 - 0.22 * cast
    lab = mix(lab, palette[5], 0.85 * lacquer)
    height = 7.5 * unit * blurred(seam, 3.0 * unit) + 0.9 * unit * noise(size, 70, rng)
    gx, gy = slope(blurred(height, 0.8 * unit))
    facing = -(gx * -LIGHT[0] + gy * -LIGHT[1]) * -1.0
    brushed = 0.07 * fbm(size, (40, 110), rng, 3)
    tone = np.clip(0.50 - 0.62 * facing + brushed, 0, 1)
    gold = ramp(
        [palette[4], mix(palette[4], palette[3], 0.55), palette[3], palette[3], shifted(palette[3], 0.17, 0.55)], tone
    )
    dust = smoothstep(2.0, 2.4, noise(size, 210, rng)) * smoothstep(0.0, 0.20, blurred(seam, 16 * unit))
    lab = mix(lab, shifted(palette[3], 0.04), 0.7 * dust)
    return mix(lab, gold, seam)


def breaks(blow: tuple[float, float], reach: float, rng: np.random.Generator) -> list[Array]:
    """The lines along which ware breaks: rays from the blow, and branches that run until they meet another line.

    `blow` and `reach` in design units; each line is (N, 2).
    """
    step = 0.014 * reach
    rays = int(rng.integers(4, 6))
    start = rng.uniform(0, 2 * np.pi)
    paths = []
    for k in range(rays):
        heading = start + (k + rng.uniform(-0.22, 0.22)) * 2 * np.pi / rays
        paths.append(_run(np.array(blow), heading, int(rng.uniform(75, 150)), step, rng, []))
    for ray in list(paths):
        side = float(rng.choice([-1, 1]))
        for at in rng.integers(14, max(16, len(ray) - 6), 2):
            if at + 1 >= len(ray):
                continue
            ahead = ray[at + 1] - ray[at]
            heading = float(np.arctan2(ahead[1], ahead[0])) + side * rng.uniform(0.75, 1.25)
            others = [path for path in paths if path is not ray]
            paths.append(_run(ray[at], heading, 110, step, rng, others))
            side = -side
    return paths


def _run(
    start: Array, heading: float, steps: int, step: float, rng: np.random.Generator, others: list[Array]
) -> Array:  # fmt: skip
    """One break: nearly straight, with slow bends and a few sudden turns, until it meets one of the others."""
    places = [np.asarray(start, np.float64)]
    bend = rng.normal(0, 0.012)
    met = np.vstack(others) if others else np.zeros((0, 2))
    for _ in range(steps):
        if rng.random() < 0.045:
            heading += rng.normal(0, 0.42)
            bend = rng.normal(0, 0.016)
        heading += bend + rng.normal(0, 0.035)
        places.append(places[-1] + step * np.array([np.cos(heading), np.sin(heading)]))
        if len(met) and len(places) > 6:
            gap = np.hypot(*(met - places[-1]).T)
            if gap.min() < step * 1.1:
                places.append(met[int(gap.argmin())])
                break
    return np.array(places)

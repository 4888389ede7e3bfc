"""Flow impasto: a night sky in motion over hills, in thick curved strokes that follow the wind.

Strokes are streamlines of a direction field, laid in layers from broad to fine and cut where the colour changes
(A. Hertzmann, "Painterly Rendering with Curved Brush Strokes of Multiple Sizes", SIGGRAPH 1998); each carries bristles,
relief and a second half-mixed colour, and the paint is lit from the upper left.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.bristle import Canvas, Mark, bristle_marks, scattered, traced
from stylegui.painters.colour import Array, Palette, ramp, shifted, to_pixels
from stylegui.painters.field import Size, bilinear, fbm, grid, mix, noise, resized, smoothstep
from stylegui.painters.relief import lit, weave
from stylegui.painters.study import Study, along_contours, below, distance, frame, ridge

# night, deep sky, mid sky, pale sky, light, sun, far hill, near hill, field, shadow
PALETTE = Palette(
    (
        "#0e1a3c", "#1c3f8f", "#3f7fc0", "#9fd0c8", "#fff3bf", "#f4a62a", "#4a4f9c", "#2d6b5c", "#c9b23a", "#13213a",
    )
)  # fmt: skip

OVERSIZE = 1.5


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = (round(size[0] * OVERSIZE), round(size[1] * OVERSIZE))
    unit = max(large) / 1536
    study = night(large, rng, palette)
    ground = mix(palette[9], study.lab, 0.35)
    canvas = Canvas(ground, weave(large, rng, 420) * 0.25 * unit)
    marks = bristle_marks(rng, 28, dryness=0.3)
    for width, spacing, length, wanted in (
        (34, 15, 170, 0.0),
        (21, 11, 130, 0.0),
        (12, 8, 80, 0.42),
        (7, 5.5, 44, 0.8),
    ):
        _layer(canvas, study, rng, marks, width * unit, spacing * unit, length * unit, wanted)
    lab = lit(canvas.lab, canvas.relief, depth=0.85 / unit**0.5, gloss=0.7)
    return to_pixels(resized(lab, size))


def _layer(
    canvas: Canvas, study: Study, rng: np.random.Generator, marks: list[Mark], width: float, spacing: float, length: float,
    wanted: float,
) -> None:  # fmt: skip
    """One pass with one brush, where the study wants at least this much detail."""
    starts = scattered(canvas.size, max(spacing, 2.0), rng)
    if wanted > 0:
        need = bilinear(study.detail, starts[:, 0], starts[:, 1])
        starts = starts[need + rng.uniform(-0.12, 0.12, len(need)) > wanted]
    if not len(starts):
        return
    steps = 18
    paths = traced(starts, study.angle, steps, max(1.0, length / steps), rng, 0.10)
    here = bilinear(study.lab, starts[:, 0], starts[:, 1])
    along = bilinear(study.lab, paths[..., 0], paths[..., 1])
    same = np.linalg.norm(along - here[:, None], axis=2) < 0.11
    middle = paths.shape[1] // 2
    for index in range(len(starts)):
        back = middle - int(np.argmin(np.append(same[index, middle::-1], False)))
        ahead = middle + int(np.argmin(np.append(same[index, middle:], False)))
        path = paths[index, max(back + 1, 0) : ahead]
        if len(path) < 4:
            continue
        if rng.random() < 0.5:
            path = path[::-1]
        colour = shifted(here[index], rng.normal(0, 0.028), rng.normal(1.12, 0.14), rng.normal(0, 0.13))
        second = shifted(colour, rng.normal(0.05, 0.05), 1.05, rng.normal(0, 0.35))
        canvas.stroke(
            path, width * rng.uniform(0.65, 1.2), colour, marks[rng.integers(len(marks))],
            body=0.9 + width * 0.17, variation=0.03, second=second, pickup=0.25, taper=0.4, flip=rng.random() < 0.5,
        )  # fmt: skip


def night(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    """Two lights in a moving sky, three ranges of hills, a field in furrows."""
    study = Study.blank(size)
    x, y = grid(size)
    _, fy = frame(size)
    flow = (
        y * 1.0 + 0.045 * noise(size, 2.2, rng) + 0.022 * noise(size, 5, rng) + 0.03 * np.sin(7 * x + rng.uniform(0, 6))
    )
    side = rng.choice([-1, 1])
    lights = [
        (0.5 + side * 0.25, 0.22, 0.060, 0.21), (0.5 - side * 0.30, 0.40, 0.030, 0.13),
        (0.5 - side * 0.08, 0.12, 0.012, 0.07), (0.5 - side * 0.43, 0.12, 0.014, 0.08),
        (0.5 + side * 0.45, 0.45, 0.011, 0.07),
        (0.5 + side * 0.03, 0.36, 0.009, 0.05),
    ]  # fmt: skip
    for lx, ly, _, reach in lights:
        r = distance(size, lx, ly)
        pull = np.exp(-((r / reach) ** 2) * 1.6)
        flow = flow * (1 - pull) + (r * 1.1 + 0.2) * pull
    for _ in range(3):
        r = distance(size, rng.uniform(0.25, 0.75), rng.uniform(0.28, 0.5))
        pull = 0.8 * np.exp(-((r / 0.09) ** 2))
        flow = flow * (1 - pull) + (0.3 - r * 0.9) * pull
    bands = 0.5 + 0.5 * np.sin(2 * np.pi * flow / 0.062 + 1.2 * noise(size, 4, rng))
    tone = np.clip(0.10 + 0.52 * bands**1.3 + 0.42 * fy**1.2 + 0.08 * noise(size, 3, rng) - 0.12, 0, 1)
    glow = np.zeros_like(x)
    for lx, ly, radius, reach in lights:
        r = distance(size, lx, ly)
        ring = np.clip(1 - (r - radius) / (reach * 0.9), 0, 1)
        ripple = 0.5 + 0.5 * np.cos(2 * np.pi * (r - radius) / (reach * 0.25))
        tone = np.maximum(tone, ring**1.2 * (0.50 + 0.62 * ripple))
        glow = np.maximum(glow, smoothstep(reach * 0.8, radius, r))
    sky = ramp([palette[0], palette[1], palette[1], palette[2], palette[3], palette[4]], tone / 1.12)
    for lx, ly, radius, _ in lights:
        r = distance(size, lx, ly)
        sun = smoothstep(radius * 1.1, radius * 0.9, r)
        sky = mix(sky, ramp([palette[4], palette[5]], np.clip(r / radius, 0, 1) ** 2 * 0.9), sun)
    study.lay(np.ones_like(x), sky, along_contours(flow + 0.002 * noise(size, 16, rng)), 0.30 + 0.6 * glow)
    _land(study, size, rng, palette, lights[0][0])
    return study


def _land(study: Study, size: Size, rng: np.random.Generator, palette: Palette, sun: float) -> None:
    """Ranges of hills from far to near, and furrows that run to the light."""
    fx, fy = frame(size)
    facing = np.exp(-(((fx - sun) / 0.35) ** 2))
    ranges = [
        (0.600, 0.040, 2.0, [palette[1], palette[6], palette[2]]),
        (0.665, 0.034, 3.1, [palette[6], palette[6], palette[7], palette[3]]),
        (0.745, 0.030, 2.4, [palette[9], palette[7], palette[7], palette[8]]),
    ]
    for base, height, bumps, colours in ranges:
        line = base + height * ridge(size, rng, bumps)
        depth = fy - line[None, :]
        lay = depth * 1.0 + 0.012 * noise(size, 9, rng)
        folds = 0.5 + 0.5 * np.sin(2 * np.pi * (lay / 0.042 + 0.8 * fbm(size, 3, rng, 3)))
        crest = np.exp(-np.clip(depth, 0, None) / 0.018)
        tone = np.clip(0.12 + 0.45 * folds + 0.35 * crest * (0.3 + facing) + 0.1 * facing, 0, 1)
        study.lay(below(size, line), ramp(colours, tone), along_contours(lay), 0.42 + 0.4 * crest)
    line = 0.80 + 0.018 * ridge(size, rng, 1.6)
    depth = np.clip(fy - line[None, :], 1e-4, None)
    vanish = 0.5 + (sun - 0.5) * 0.6
    fan = (fx - vanish) / (depth + 0.07)
    rows = 0.5 + 0.5 * np.sin(2 * np.pi * (fan * 1.5 + 0.10 * noise(size, 7, rng)))
    lightness = np.clip(0.15 + 0.75 * rows + 0.10 * noise(size, 12, rng), 0, 1)
    colours = [palette[9], palette[7], shifted(palette[8], -0.12), palette[8], shifted(palette[8], 0.07)]
    field_lab = mix(ramp(colours, lightness), palette[5], 0.35 * facing * rows)
    study.lay(below(size, line), field_lab, along_contours(fan), 0.5)
    for _ in range(7):
        _tree(study, size, rng, palette, rng.uniform(0.03, 0.97), 0.0 + rng.uniform(0.775, 0.84), sun)


def _tree(study: Study, size: Size, rng: np.random.Generator, palette: Palette, x: float, y: float, sun: float) -> None:
    """A round olive tree, its lit side to the sun."""
    radius = 0.018 + 0.05 * (y - 0.74) * rng.uniform(2.0, 5.0)
    shape = distance(size, x, y) / radius + 0.22 * noise(size, 26, rng)
    mask = smoothstep(1.05, 0.95, shape)
    px, py = frame(size)
    facing = np.clip(0.5 + ((px - x) * np.sign(sun - x) - (py - y) * 1.2) * size[0] / max(size) / radius * 0.45, 0, 1)
    tone = np.clip(facing + 0.12 * noise(size, 30, rng), 0, 1)
    study.lay(mask, ramp([palette[9], palette[7], palette[8]], tone), along_contours(shape), 0.95)

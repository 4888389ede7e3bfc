"""Flow impasto: thick curved strokes that follow the wind, a wheat field, a bouquet or a street at night.

Strokes are streamlines of a direction field, laid in layers from broad to fine and cut where the colour changes
(A. Hertzmann, "Painterly Rendering with Curved Brush Strokes of Multiple Sizes", SIGGRAPH 1998); each carries bristles,
relief and a second half-mixed colour, and the paint is lit from the upper left.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted, to_pixels, varied
from stylegui.painters.field import Size, bilinear, blurred, calmed, enlarged, fbm, grid, mix, noise, smoothstep
from stylegui.painters.marks.bristle import Canvas, Marks, Strokes, bristle_marks
from stylegui.painters.placing import scattered, traced
from stylegui.painters.relief import lit, weave
from stylegui.painters.scenes.bouquet import bouquet
from stylegui.painters.scenes.cafe import cafe_at_night
from stylegui.painters.scenes.countryside import wheat_and_cypresses
from stylegui.painters.study import Study, along_contours, below, chosen, distance, frame, ridge

# night, deep sky, mid sky, pale sky, light, sun, far hill, near hill, field, shadow
PALETTE = Palette(
    (
        "#0e1a3c", "#1c3f8f", "#3f7fc0", "#9fd0c8", "#fff3bf", "#f4a62a", "#4a4f9c", "#2d6b5c", "#c9b23a", "#13213a",
    )
)  # fmt: skip

OVERSIZE = 1.5

Motif = Callable[[Size, np.random.Generator, Palette], Study]


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, OVERSIZE)
    unit = max(large) / 1536
    study = chosen(MOTIFS, seed)(large, rng, palette)
    ground = mix(palette[9], study.lab, 0.35)
    canvas = Canvas(ground, weave(large, rng, 420) * 0.25 * unit)
    marks = bristle_marks(rng, 28, dryness=0.3)
    for width, spacing, length, wanted in (
        (44, 24, 170, 0.0),
        (25, 17, 112, 0.0),
        (15, 12.5, 74, 0.40),
        (8.5, 7.5, 42, 0.8),
    ):
        _layer(canvas, study, rng, marks, width * unit, spacing * unit, length * unit, wanted)
    lab = lit(canvas.lab, blurred(canvas.relief, 0.6 * unit), depth=0.95 / unit**0.5, gloss=0.5)
    return to_pixels(calmed(lab, size, 0.65))


def _layer(
    canvas: Canvas, study: Study, rng: np.random.Generator, marks: Marks, width: float, spacing: float, length: float,
    wanted: float,
) -> None:  # fmt: skip
    """One pass with one brush, where the study wants at least this much detail."""
    starts = scattered(canvas.size, max(spacing, 3.0), rng)
    if wanted > 0:
        need = bilinear(study.detail, starts[:, 0], starts[:, 1])
        starts = starts[need + rng.uniform(-0.12, 0.12, len(need)) > wanted]
    steps = 18
    paths = traced(starts, study.angle, steps, max(1.0, length / steps), rng, 0.10)
    here = bilinear(study.lab, starts[:, 0], starts[:, 1])
    along = bilinear(study.lab, paths[..., 0], paths[..., 1])
    same = np.linalg.norm(along - here[:, None], axis=2) < 0.125
    middle = paths.shape[1] // 2
    end = np.zeros((len(starts), 1), bool)
    back = middle + 1 - np.argmin(np.concatenate([same[:, middle::-1], end], axis=1), axis=1)
    ahead = middle - 1 + np.argmin(np.concatenate([same[:, middle:], end], axis=1), axis=1)
    keep = ahead - back >= 3
    paths, here, back, ahead = paths[keep], here[keep], back[keep], ahead[keep]
    count = len(paths)
    if not count:
        return
    turned = rng.random(count) < 0.5
    at = (
        np.where(turned, ahead, back)[:, None]
        + np.linspace(0, 1, 11) * np.where(turned, back - ahead, ahead - back)[:, None]
    )
    leg = np.minimum(at.astype(int), paths.shape[1] - 2)
    share, row = (at - leg)[..., None], np.arange(count)[:, None]
    paths = (paths[row, leg] * (1 - share) + paths[row, leg + 1] * share).astype(np.float32)
    colours = varied(here, rng, 0.045, 1.12, 0.14, 0.15)
    seconds = varied(colours, rng, 0.035, 1.05, 0.0, 0.25, lighter=0.03)
    widths = (width * rng.uniform(0.65, 1.2, count)).astype(np.float32)
    strokes = Strokes(paths, widths, colours, seconds, rng.integers(len(marks), size=count))
    canvas.strokes(strokes, marks, body=0.9 + width * 0.17, variation=0.018, pickup=0.18, taper=0.5)


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
    tone = np.clip(0.04 + 0.66 * bands**1.6 + 0.42 * fy**1.2 + 0.10 * noise(size, 3, rng), 0, 1)
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
    for x, y in ((0.62, 0.795), (0.44, 0.80), (0.36, 0.80), (0.83, 0.815), (0.06, 0.82), (0.94, 0.86), (0.17, 0.885)):
        place = x if sun > 0.5 else 1 - x
        _tree(study, size, rng, palette, place + rng.normal(0, 0.015), y, sun)


def _tree(study: Study, size: Size, rng: np.random.Generator, palette: Palette, x: float, y: float, sun: float) -> None:
    """An olive tree of several crowns over a twisted trunk, its lit side to the sun and its shadow away from it."""
    px, py = frame(size)
    ratio = size[1] / size[0]
    radius = 0.014 + 0.30 * (y - 0.755) * rng.uniform(0.8, 1.3)
    away = np.sign(x - sun + 1e-3)
    shadow = np.hypot((px - x - away * radius * 1.1) / (radius * 2.0), (py - y) / (radius * 0.42 / ratio))
    study.lay(smoothstep(1.1, 0.8, shadow), ramp([palette[9], palette[6]], 0 * px + 0.3), 0.0, 0.7)
    trunk = np.abs(px - x + 0.25 * radius * np.sin((py - y) / radius * 3)) / (radius * 0.16)
    study.lay(
        smoothstep(1.1, 0.8, trunk) * (py < y) * (py > y - 1.3 * radius / ratio), palette[9] + 0 * study.lab, 1.5, 0.9
    )
    wave = 0.16 * noise(size, 22, rng) + 0.10 * noise(size, 44, rng)
    for _ in range(6):
        cx, cy = x + rng.normal(0, 0.75) * radius, y - (1.45 + rng.uniform(-0.35, 0.75)) * radius / ratio
        part = radius * rng.uniform(0.55, 0.9)
        shape = np.hypot((px - cx) / part, (py - cy) * ratio / (part * 0.8)) + wave
        facing = np.clip(0.48 + (-away * (px - cx) - (py - cy) * ratio * 1.3) / part * 0.5 + 0.15 * wave, 0, 1)
        colours = [palette[9], palette[7], palette[7], palette[8], palette[4]]
        study.lay(smoothstep(1.05, 0.95, shape), ramp(colours, facing * 0.9), along_contours(shape), 0.95)


def _wheat(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    return wheat_and_cypresses(size, rng, palette.arranged(2, 3, 4, 1, 6, 7, 9, 8, 4, 5, 5))


def _bouquet(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    return bouquet(size, rng, palette.arranged(2, 3, 8, 5, 8, 4, 5, 0, 7, 9, 1, 2))


def _cafe(size: Size, rng: np.random.Generator, palette: Palette) -> Study:
    return cafe_at_night(size, rng, palette.arranged(0, 1, 2, 4, 8, 5, 9, 8, 2, 7, 5))


MOTIFS: tuple[Motif, ...] = (_wheat, night, _bouquet, _cafe)

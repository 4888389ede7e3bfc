"""A northern night: curtains of light over a lake with a cabin, over a fjord, or seen from among snowy firs."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted
from stylegui.painters.field import Size, blurred, fbm, grid, mix, noise, resized, smoothstep
from stylegui.painters.study import Study, below, distance, frame, polygon, ridge, smooth_curve

# the palette's places
NIGHT, DEEP, GREEN, PALE, ROSE, VIOLET, SNOW, SHADE, WINDOW, WOOD = range(1, 11)


def northern_night(
    size: Size, rng: np.random.Generator, palette: Palette, motif: int
) -> tuple[Study, list[tuple[float, float, float]]]:
    """The study, and the stars as (x, y; pixels; strength in [0, 1]). `motif`: 0 lake, 1 fjord, 2 clearing."""
    study = Study.blank(size)
    shore = (0.70, 0.66, 0.80)[motif]
    light, glow = _sky(study, size, rng, palette, shore)
    snow_light = ramp([palette[SHADE], palette[GREEN]], np.clip(0.05 + 0.5 * glow, 0, 1))
    if motif == 1:
        _mountains(study, size, rng, palette, [(0.60, 0.20, 0.20, 0.30), (0.64, 0.34, 0.84, 0.26)], light)
    else:
        _mountains(study, size, rng, palette, [(0.62, 0.13, 0.70, 0.28), (0.68, 0.10, 0.22, 0.30)], light)
    taken = below(size, np.full(size[0], shore, np.float32))
    if motif < 2:
        _far_wood(study, size, rng, palette, shore)
        _water(study, size, rng, palette, shore)
        _bank(study, size, rng, palette, snow_light, 0.90 if motif == 0 else 0.93)
        if motif == 0:
            _cabin(study, size, palette, float(rng.choice([0.24, 0.76])))
        else:
            _boat(study, size, palette, float(rng.uniform(0.35, 0.6)), 0.84)
    else:
        _bank(study, size, rng, palette, snow_light, 0.76)
        _tent(study, size, palette, float(rng.uniform(0.44, 0.58)), 0.88)
    firs = {0: [(0.93, 0.98, 0.50), (0.83, 0.93, 0.26), (0.06, 0.95, 0.28)],
            1: [(0.05, 1.01, 0.40), (0.15, 0.985, 0.26), (0.95, 1.0, 0.28)],
            2: [(0.045, 1.04, 0.86), (0.185, 0.99, 0.56), (0.965, 1.05, 0.94), (0.83, 0.99, 0.60), (0.295, 0.91, 0.30),
                (0.73, 0.91, 0.26), (0.37, 0.87, 0.17)]}[motif]  # fmt: skip
    for x, foot, tall in firs:
        _fir(study, size, rng, palette, x + rng.normal(0, 0.012), foot, tall * rng.uniform(0.92, 1.08))
    stars = []
    for _ in range(190):
        x, y, strength = rng.uniform(0, 1), rng.uniform(0, shore - 0.12), rng.random() ** 5
        row, column = int(y * (size[1] - 1)), int(x * (size[0] - 1))
        if light[row, column] < 0.55 and study.detail[row, column] < 0.62 and taken[row, column] < 0.5:
            stars.append((x * size[0], y * size[1], strength))
    return study, stars


CURTAINS = (  # folded ribbons seen from below: where their hem runs in the sky, how high they reach, how bright
    ([(-0.15, 0.66), (0.10, 0.74), (0.36, 0.66), (0.47, 0.52), (0.33, 0.42), (0.26, 0.50), (0.46, 0.60), (0.66, 0.50),
      (0.78, 0.66), (0.94, 0.74), (1.15, 0.62)], 0.34, 1.0),
    ([(-0.15, 0.36), (0.08, 0.44), (0.22, 0.34), (0.52, 0.30), (0.74, 0.22), (0.66, 0.34), (0.86, 0.40), (1.15, 0.28)],
     0.26, 0.62),
    ([(-0.15, 0.86), (0.25, 0.90), (0.48, 0.84), (0.70, 0.90), (1.15, 0.82)], 0.20, 0.50),
)  # fmt: skip


def _curtains(size: Size, rng: np.random.Generator, shore: float) -> tuple[Array, Array, Array]:
    """Green light, red light and the bright hem, (H, W) about [0, 1]: every point of a ribbon sends up one ray."""
    wide, tall = 320, max(8, round(320 * size[1] / size[0]))
    rows = ((np.arange(tall, dtype=np.float32) + 0.5) / tall)[:, None]
    side = float(rng.choice([-1, 1]))
    layers = np.zeros((3, tall, wide), np.float32)
    for knots, reach, power in CURTAINS:
        points = np.array(knots) + rng.normal(0, 0.022, (len(knots), 2))
        path = smooth_curve(points, 1100)
        t = np.linspace(0, 1, len(path))
        path += 0.008 * np.stack([np.sin(t * 95 + rng.uniform(0, 6)), np.cos(t * 71)], axis=1)
        gust = 0.72 + 0.22 * np.sin(t * 23 + rng.uniform(0, 6)) + 0.20 * np.sin(t * 61 + rng.uniform(0, 6))
        gust = np.clip(gust + 0.16 * rng.standard_normal(len(t)), 0.12, 1.4)
        column = np.rint((path[:, 0] if side > 0 else 1 - path[:, 0]) * (wide - 1)).astype(int)
        for k in np.flatnonzero((column >= 0) & (column < wide)):
            rise = path[k, 1] * shore - rows[:, 0]
            up = np.clip(rise, 0, None)
            height = reach * (0.45 + 0.60 * gust[k])
            foot = smoothstep(-0.014, 0.006, rise)
            layers[0, :, column[k]] += power * gust[k] * foot * np.exp(-((up / (0.42 * height)) ** 1.15))
            layers[1, :, column[k]] += (
                power * gust[k] * foot * smoothstep(0.2, 0.75, up / height) * np.exp(-up / (0.8 * height))
            )
            layers[2, :, column[k]] += power * gust[k] * np.exp(-(((rise + 0.002) / 0.011) ** 2))
    soft = [1 - np.exp(-0.34 * blurred(layer, 0.9)) for layer in layers]
    green, red, hem = (resized(layer, size) for layer in soft)
    return np.clip(green, 0, 1), np.clip(red, 0, 1), np.clip(hem, 0, 1)


def _sky(study: Study, size: Size, rng: np.random.Generator, palette: Palette, shore: float) -> tuple[Array, Array]:
    """The night behind the curtains. Returns their light and its soft glow."""
    x, _ = grid(size)
    _, fy = frame(size)
    light, red, hem = _curtains(size, rng, shore)
    glow = np.asarray(blurred(light, 0.05 * max(size)))
    dark = np.clip(0.10 + 0.80 * fy / shore + 0.08 * fbm(size, 4, rng, 4), 0, 1)
    sky = ramp([palette[NIGHT], palette[NIGHT], palette[DEEP], mix(palette[DEEP], palette[GREEN], 0.35)], dark)
    sky = mix(sky, palette[GREEN], np.clip(0.40 * glow, 0, 0.5))
    sky = mix(sky, ramp([palette[VIOLET], palette[ROSE]], red), np.clip(1.25 * red, 0, 0.92))
    greens = ramp([palette[DEEP], palette[GREEN], palette[GREEN], palette[PALE]], np.clip(1.1 * light, 0, 1))
    sky = mix(sky, greens, np.clip(1.5 * light - 0.10, 0, 0.97))
    sky = mix(sky, palette[PALE], 0.80 * hem)
    sky = mix(sky, palette[ROSE], 0.30 * hem * smoothstep(0.2, 0.9, noise(size, (4, 2), rng)))
    curtain = light + red + hem
    angle = np.where(curtain > 0.14, np.pi / 2 + 0.10 * noise(size, 3, rng), 0.3 + 0.5 * noise(size, 2, rng))
    study.lay(np.ones_like(x), sky, angle, np.clip(0.10 + 0.50 * light + 0.15 * red + 0.35 * hem, 0, 0.80))
    return light, glow


def _mountains(
    study: Study, size: Size, rng: np.random.Generator, palette: Palette,
    peaks: list[tuple[float, float, float, float]], light: Array,
) -> None:  # fmt: skip
    """Snowy ranges: lit faces towards the light above, blue ones away, rock where it is steep."""
    fx, fy = frame(size)
    across = fx[0]
    tint = float(np.clip(light.mean() * 2.2, 0, 0.6))
    for base, tall, top, wide in peaks:
        place = top + rng.normal(0, 0.03)
        cone = np.exp(-(np.abs((across - place) / wide) ** 1.15))
        line = base - tall * cone + (0.02 + 0.05 * cone) * ridge(size, rng, 7, 6) * 0.6
        depth = np.clip(fy - line[None, :], 0, None)
        fold = fx + 0.5 * depth * np.sign(fx - place) + 0.035 * fbm(size, 5, rng, 5)
        facets = np.sin(fold * 26 + rng.uniform(0, 6)) + 0.7 * noise(size, (16, 7), rng)
        bright = smoothstep(-0.5, 0.7, facets + 1.2 * (place - fx) / wide)
        snow = ramp([palette[DEEP], palette[SHADE], palette[SNOW]], 0.18 + 0.72 * bright)
        snow = mix(snow, palette[GREEN], 0.30 * tint + 0.22 * bright * tint)
        rock = smoothstep(0.9, 1.5, fbm(size, (14, 10), rng, 4) + 0.35 * np.abs(facets))
        snow = mix(snow, shifted(palette[WOOD], 0.06), 0.75 * rock)
        snow = mix(snow, palette[DEEP], 0.55 * smoothstep(0.10, 0.26, depth))
        angle = np.where(facets > 0, 1.05, 2.1) + 0.2 * noise(size, 6, rng)
        study.lay(below(size, line, 2), snow, angle, 0.62 + 0.2 * np.exp(-depth / 0.02))


def _far_wood(study: Study, size: Size, rng: np.random.Generator, palette: Palette, shore: float) -> None:
    line = shore - 0.020 - 0.022 * np.abs(ridge(size, rng, 60, 2)) - 0.012 * ridge(size, rng, 3)
    dark = np.broadcast_to(mix(palette[WOOD], palette[DEEP], 0.35), study.lab.shape)
    study.lay(below(size, line, 2), dark, np.pi / 2, 0.78)


def _water(study: Study, size: Size, rng: np.random.Generator, palette: Palette, shore: float) -> None:
    """The lake returns everything above it, drawn out and broken by level ripples."""
    height = size[1]
    _, fy = frame(size)
    down = np.clip(fy - shore, 0, None)
    bend = 0.020 * noise(size, (5, 46), rng) * (0.3 + 6 * down)
    source = np.clip(((shore - 2.1 * down + bend * 0.6) * (height - 1)), 0, height - 1).astype(int)
    width = size[0]
    column = np.clip(np.arange(width)[None, :] + np.rint(bend * 0.5 * width).astype(int), 0, width - 1)
    mirror = study.lab[source, column]
    mirror = mix(mirror, palette[NIGHT], 0.22 + 0.25 * down)
    bars = smoothstep(0.6, 1.6, noise(size, (6, 70), rng)) * smoothstep(0, 0.05, down)
    mirror = mix(mirror, palette[SHADE], 0.35 * bars)
    mask = below(size, np.full(size[0], shore, np.float32), 2)
    study.lay(mask, mirror, 0.03 * noise(size, 6, rng), 0.42 + 0.3 * bars)


def _bank(
    study: Study, size: Size, rng: np.random.Generator, palette: Palette, snow_light: Array, level: float
) -> None:
    """Drifts of snow in front, hollows blue, crests catching the light."""
    fx, fy = frame(size)
    line = level + 0.020 * ridge(size, rng, 1.6, 3) + 0.03 * (fx[0] - 0.5) * rng.choice([-1, 1])
    depth = np.clip(fy - line[None, :], 0, None)
    drift = np.sin((depth + 0.025 * fbm(size, 2.5, rng, 3)) * 2 * np.pi / 0.10)
    bright = np.clip(0.42 + 0.38 * drift + 0.35 * np.exp(-depth / 0.015), 0, 1)
    snow = ramp([mix(palette[DEEP], palette[SHADE], 0.4), palette[SHADE], palette[SNOW]], bright)
    snow = mix(snow, snow_light, 0.35)
    study.lay(below(size, line, 2), snow, 0.22 * drift + 0.1, 0.55)


def _fir(
    study: Study, size: Size, rng: np.random.Generator, palette: Palette, x: float, foot: float, tall: float
) -> None:
    """A fir in dark tiers, each loaded with snow along its upper side."""
    fx, fy = frame(size)
    ratio = size[1] / size[0]
    top = foot - tall
    rise = (fy - top) / tall
    tiers = 11
    step = np.clip(rise, 0, 1) * tiers + 0.22 * noise(size, 50, rng)
    share = step - np.floor(step)
    edge = (0.30 * np.clip(rise, 0, 1) ** 0.85) * tall * ratio * 0.60 * (0.55 + 0.65 * share)
    side = fx - x - 0.004 * np.sin(fy * 40)
    ragged = 1 + 0.22 * noise(size, 46, rng)
    mask = smoothstep(0.0012, -0.0012, np.abs(side) - edge * ragged) * (rise > 0) * (rise < 1)
    loaded = smoothstep(
        0.10, -0.35, share - 0.32 + 0.30 * noise(size, (22, 30), rng) - 0.5 * side / np.maximum(edge, 1e-4)
    )
    dark = ramp(
        [palette[WOOD], mix(palette[WOOD], palette[DEEP], 0.6)], np.clip(0.5 - side / np.maximum(edge, 1e-4), 0, 1)
    )
    needles = mix(
        dark,
        ramp([palette[SHADE], palette[SNOW]], np.clip(0.3 - 0.6 * side / np.maximum(edge, 1e-4), 0, 1)),
        0.9 * loaded,
    )
    angle = np.where(side > 0, 0.75, np.pi - 0.75)
    study.lay(mask, needles, angle, 0.90)


def _cabin(study: Study, size: Size, palette: Palette, x: float) -> None:
    """A cabin under a roof of snow, its windows lit, light on the drifts before it."""
    fx, fy = frame(size)
    ratio = size[0] / size[1]
    w, y = 0.085, 0.905
    spill = np.exp(-(((fx - x) / 0.11) ** 2) - (((fy - y - 0.035) / 0.04) ** 2)) * smoothstep(y - 0.02, y + 0.01, fy)
    study.lab = mix(study.lab, palette[WINDOW], 0.75 * spill)
    halo = np.exp(-((distance(size, x, y - 0.05) / 0.13) ** 2))
    study.lab = mix(study.lab, palette[WINDOW], 0.16 * halo)

    def quad(points: list[tuple[float, float]]) -> Array:
        return polygon(size, np.array([[x + px * w, y + py * w * ratio] for px, py in points]), 2)

    wall = quad([(-1, 0), (-1, -0.62), (1, -0.62), (1, 0)])
    gable = quad([(-1, -0.6), (-0.45, -1.25), (0.1, -0.6)])
    boards = smoothstep(0.0, 0.6, np.sin(fy * 2 * np.pi / 0.011))
    wood = ramp([palette[WOOD], mix(palette[WOOD], palette[WINDOW], 0.32)], 0.25 + 0.5 * boards)
    study.lay(np.maximum(wall, gable), wood, 0.0, 0.97)
    roof = quad(
        [(-0.55, -1.36), (0.80, -1.36), (1.25, -0.50), (0.10, -0.50), (-0.45, -1.24), (-1.10, -0.48), (-1.25, -0.56)]
    )
    study.lay(roof, np.broadcast_to(mix(palette[SNOW], palette[SHADE], 0.18), study.lab.shape), 1.0, 0.97)
    chimney = quad([(0.45, -1.30), (0.45, -1.72), (0.66, -1.72), (0.66, -1.30)])
    study.lay(chimney, np.broadcast_to(palette[WOOD], study.lab.shape), 1.5, 0.97)
    for px in (-0.62, 0.28, 0.66):
        pane = quad([(px, -0.18), (px, -0.46), (px + 0.26, -0.46), (px + 0.26, -0.18)])
        study.lay(pane, np.broadcast_to(shifted(palette[WINDOW], 0.07), study.lab.shape), 1.5, 1.0)
    smoke = smoothstep(
        0.75,
        0.1,
        np.abs(fx - x - 0.55 * w - 0.05 * np.sin((y - fy) * 16) * (y - fy) * 3)
        / (0.008 + 0.10 * np.clip(y - 0.14 - fy, 0, 1)),
    )
    smoke = smoke * smoothstep(0.40, 0.12, y - 1.7 * w * ratio - fy) * (fy < y - 1.7 * w * ratio)
    study.lab = mix(study.lab, palette[SHADE], 0.45 * smoke)


def _tent(study: Study, size: Size, palette: Palette, x: float, y: float) -> None:
    """A tent lit from within."""
    fx, fy = frame(size)
    ratio = size[0] / size[1]
    w = 0.075
    halo = np.exp(-(((fx - x) / 0.17) ** 2) - (((fy - y) / 0.07) ** 2))
    study.lab = mix(study.lab, palette[WINDOW], 0.70 * halo * smoothstep(y - 0.11, y, fy) + 0.12 * halo)
    body = polygon(size, np.array([[x - w, y], [x - 0.1 * w, y - 1.15 * w * ratio], [x + 0.1 * w, y - 1.15 * w * ratio],
        [x + w, y]]), 2)  # fmt: skip
    glow = np.clip(1 - distance(size, x, y - 0.035) / (w * 1.1), 0, 1)
    cloth = ramp([palette[ROSE], palette[WINDOW], shifted(palette[WINDOW], 0.10)], glow * 1.1)
    study.lay(body, cloth, 1.3, 0.95)
    door = polygon(size, np.array([[x - 0.22 * w, y], [x, y - 0.95 * w * ratio], [x + 0.22 * w, y]]), 2)
    study.lay(door, np.broadcast_to(shifted(palette[WINDOW], 0.14, 0.6), study.lab.shape), 1.5, 0.98)


def _boat(study: Study, size: Size, palette: Palette, x: float, y: float) -> None:
    """A rowing boat with a lantern in its bow, and the lantern's track on the water."""
    fx, fy = frame(size)
    ratio = size[0] / size[1]
    w = 0.075
    track = np.exp(-(((fx - x - 0.55 * w) / (0.008 + 0.05 * np.clip(fy - y, 0, 1))) ** 2)) * smoothstep(y, y + 0.01, fy)
    study.lab = mix(study.lab, palette[WINDOW], 0.8 * track * smoothstep(0.16, 0.02, fy - y))
    halo = np.exp(-((distance(size, x + 0.55 * w, y - 0.045) / 0.06) ** 2))
    study.lab = mix(study.lab, palette[WINDOW], 0.5 * halo)
    hull = [
        (-1, -0.30),
        (-0.5, -0.12),
        (0.4, -0.12),
        (1.05, -0.40),
        (0.85, 0.12),
        (0.5, 0.24),
        (-0.6, 0.24),
        (-0.88, 0.08),
    ]
    body = polygon(size, np.array([[x + px * w, y + py * w * ratio] for px, py in hull]), 2)
    study.lay(body, np.broadcast_to(palette[WOOD], study.lab.shape), 0.05, 0.98)
    man = [
        (-0.28, -0.1),
        (-0.30, -0.5),
        (-0.20, -0.66),
        (-0.10, -0.86),
        (0.02, -0.86),
        (0.06, -0.66),
        (0.16, -0.48),
        (0.14, -0.1),
    ]
    body = polygon(size, np.array([[x + px * w, y + py * w * ratio] for px, py in man]), 2)
    study.lay(body, np.broadcast_to(palette[WOOD], study.lab.shape), 1.5, 0.98)
    lamp = distance(size, x + 0.55 * w, y - 0.045)
    study.lay(
        smoothstep(0.0085, 0.0060, lamp), np.broadcast_to(shifted(palette[WINDOW], 0.12), study.lab.shape), 1.5, 1.0
    )

"""Cartoons for mosaics: fish among waves, a bird in a pomegranate tree, a sun with a face."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted
from stylegui.painters.field import Size, mix, noise, smoothstep
from stylegui.painters.scenes.mosaic_beds import COARSE, FINE, Bed, Cartoon, teeth


def fish_among_waves(size: Size, rng: np.random.Generator, palette: Palette) -> list[Bed]:
    """Three fish in a running sea, framed by a rope."""
    c = Cartoon(size, rng, palette, 4 / 3)
    x, y = c.x, c.y
    crest = 0.030 * np.abs(np.sin(np.pi * (x * 2.6 + 0.5 * np.sin(y * 9) + rng.uniform(0, 1))))
    swell = y + crest + 0.018 * noise(size, 2, rng)
    wave = swell / 0.115
    tone = wave - np.floor(wave)
    tone = np.clip(0.75 - 0.8 * tone + 0.35 * smoothstep(0.92, 1.0, tone) + 0.08 * noise(size, 9, rng), 0, 1)
    water = ramp([palette[0], palette[0], palette[1], palette[2], palette[3]], tone * 0.93)
    c.bed(np.ones_like(x), water, COARSE, rows=swell / 1.15, gold=0.03 + 0.25 * (tone > 0.86), figure=False)
    side = float(rng.choice([-1, 1]))
    swim = ((0.38, 0.235, 0.44, 0.10, (1, 2, 3), 1), (0.98, 0.775, 0.46, 0.10, (8, 8, 4), -1),
            (0.68, 0.49, 0.86, -0.20, (6, 5, 4), 1))  # fmt: skip
    for fx, fy, length, turn, colours, way in swim:
        _fish(c, 2 / 3 + side * (fx - 2 / 3), fy, length * rng.uniform(0.96, 1.04), turn * side, side * way, colours)
    for bx, by, r in ((0.22, 0.60, 0.020), (0.17, 0.53, 0.014), (1.12, 0.30, 0.020), (1.17, 0.24, 0.013)):
        ring = np.hypot(x - (2 / 3 + side * (bx - 2 / 3)), y - by)
        c.bed((ring < r * 1.3).astype(np.float32), c.flat(3, 4, tone=ring / r / 1.5), FINE * 0.9, gold=0.5)
    for wx in (0.16, 0.26, 0.36):
        _weed(c, 2 / 3 + side * (wx - 2 / 3), rng.uniform(0.14, 0.26), side)
    pale = mix(water, palette[2], 0.45)
    c.halo(0, 2.1, pale, COARSE * 0.86, 0.06)
    c.border(0.066, teeth(c, 1, 3, 0, 0.052), FINE)
    return c.beds


def _fish(c: Cartoon, x: float, y: float, length: float, turn: float, way: float, colours: tuple[int, ...]) -> None:
    """A fish with scales in courses, rayed fins and a ringed eye, swimming to the right when `way` is positive."""
    bend = c.rng.uniform(0.16, 0.26) * -way
    cosine, sine = np.cos(turn), np.sin(turn)

    def out(points: list[list[float]]) -> Array:
        p = np.array(points, dtype=np.float64)
        px, py = p[:, 0] * way, p[:, 1] + bend * way * (p[:, 0] ** 2 - 0.08) * 1.6
        return np.stack([x + (px * cosine - py * sine) * length, y + (px * sine + py * cosine) * length], axis=1)

    dx, dy = (c.x - x) / length, (c.y - y) / length
    u = (dx * cosine + dy * sine) * way
    v = (-dx * sine + dy * cosine) - bend * way * (u**2 - 0.08) * 1.6
    dark, main, bright, light = (c.palette[7], c.palette[colours[0]], c.palette[colours[1]], c.palette[colours[2]])
    rays = 0.5 + 0.5 * np.cos(2 * np.pi * (u * 15 + v * 9))
    fins = ramp([main, bright, light], rays)
    edge = np.zeros_like(fins) + dark
    tail = [[-0.34, 0.0], [-0.40, -0.055], [-0.50, -0.17], [-0.56, -0.20], [-0.53, -0.06], [-0.50, 0.0],
            [-0.53, 0.07], [-0.55, 0.19], [-0.49, 0.16], [-0.40, 0.055]]  # fmt: skip
    fan = np.arctan2(v, u + 0.30)
    c.bed(c.shape(out(tail)), ramp([main, bright, light], 0.5 + 0.5 * np.cos(fan * 22)), FINE * 0.82, outline=edge)
    for fin in (
        [[0.16, -0.13], [0.06, -0.24], [-0.06, -0.27], [-0.17, -0.21], [-0.20, -0.10], [0.0, -0.08]],
        [[0.08, 0.12], [0.02, 0.21], [-0.07, 0.25], [-0.07, 0.16], [-0.10, 0.09]],
        [[-0.16, 0.09], [-0.22, 0.16], [-0.28, 0.17], [-0.25, 0.08], [-0.24, 0.05]],
    ):
        c.bed(c.shape(out(fin)), fins, FINE * 0.82, outline=edge)
    body = [[0.50, 0.015], [0.46, -0.035], [0.36, -0.10], [0.20, -0.155], [0.02, -0.165], [-0.16, -0.12],
            [-0.32, -0.050], [-0.39, -0.040], [-0.39, 0.040], [-0.32, 0.050], [-0.16, 0.115], [0.02, 0.155],
            [0.20, 0.145], [0.36, 0.105], [0.46, 0.060]]  # fmt: skip
    tone = np.clip(0.50 + v * 3.1, 0, 1)
    skin = ramp([mix(main, dark, 0.45), main, main, bright, light, c.palette[3], c.palette[3]], tone)
    bars = np.sin(2 * np.pi * (u * 5.2 + 2.2 * np.abs(v + 0.02)))
    skin = mix(skin, mix(main, dark, 0.6), 0.75 * ((bars > 0.45) & (v < -0.035)))
    skin = mix(skin, light, 0.85 * (np.abs(v + 0.012) < 0.017))
    sheen = 0.06 + 0.75 * (np.abs(v + 0.012) < 0.020)
    mask = c.shape(out(body))
    c.bed(mask, skin, FINE * 0.82, gold=sheen, outline=edge)
    gill = np.hypot((u - 0.50) / 0.24, v / 0.24)
    face = ramp([light, bright, main], np.clip(0.55 - v * 3 + 0.2 * np.sin(u * 60), 0, 1))
    face = mix(face, dark, ((gill > 0.90) | ((u > 0.40) & (np.abs(v - 0.028 - 0.1 * (u - 0.45)) < 0.008))) * 1.0)
    c.bed(mask * (gill < 1.0), face, FINE * 0.82, gold=0.15, outline=edge)
    fin = [[0.20, 0.04], [0.13, 0.03], [0.02, 0.075], [-0.03, 0.13], [0.06, 0.12], [0.17, 0.085]]
    c.bed(c.shape(out(fin)), ramp([light, c.palette[3], main], rays), FINE * 0.75, outline=edge)
    eye = np.hypot(u - 0.375, v + 0.025) * length
    ringed = mix(mix(c.flat(4), c.flat(3), eye < 0.021), dark, (eye < 0.0125) * 1.0)
    c.bed((eye < 0.033).astype(np.float32), ringed, FINE * 0.85, gold=(eye > 0.022) * 0.9)


def _weed(c: Cartoon, x: float, tall: float, side: float) -> None:
    """A blade of weed that sways in the current."""
    t = np.linspace(0, 1, 6)
    sway = c.rng.uniform(0.02, 0.05) * np.sin(t * 5 + c.rng.uniform(0, 6)) + 0.05 * side * t
    points = np.stack([x + sway, 0.96 - tall * t], axis=1)
    lab = ramp([c.palette[8], shifted(c.palette[8], 0.12), c.palette[4]], 0.5 + 0.5 * np.sin(c.y * 130))
    c.bed(c.line(points, np.array([0.034, 0.040, 0.030, 0.010])), lab, FINE, gold=0.1)


def bird_in_pomegranate_tree(size: Size, rng: np.random.Generator, palette: Palette) -> list[Bed]:
    """A long-tailed bird among fruit and scrolling boughs, before a ground of gold fans."""
    c = Cartoon(size, rng, palette, 0.8125)
    x, y = c.x, c.y
    side = float(rng.choice([-1, 1]))

    def at(points: list[list[float]]) -> Array:
        return np.array([[0.40625 + side * (px - 0.40625), py] for px, py in points])

    fan, edge = _fans(x + 0.004 * noise(size, 5, rng), y, 0.118)
    sky = ramp([palette[5], palette[4], palette[4], palette[3]], 0.62 - 0.42 * edge + 0.06 * noise(size, 4, rng))
    c.bed(np.ones_like(x), sky, COARSE * 0.92, rows=fan, gold=0.80, figure=False)
    hill = 0.905 - 0.05 * np.cos((x - 0.406) * 5) + 0.006 * noise(size, 5, rng)
    green = ramp([palette[4], palette[8], palette[8], palette[0]], (y - hill) / 0.13 + 0.10 * noise(size, 8, rng))
    c.bed((y > hill).astype(np.float32), green, COARSE, rows=y - hill)
    boughs = (
        ([[0.40, 0.95], [0.385, 0.82], [0.43, 0.68], [0.395, 0.55], [0.42, 0.40], [0.40, 0.26]],
         [0.070, 0.048, 0.036, 0.022]),
        ([[0.42, 0.70], [0.52, 0.66], [0.62, 0.655], [0.69, 0.60], [0.68, 0.53], [0.63, 0.53]], [0.032, 0.026, 0.012]),
        ([[0.40, 0.76], [0.29, 0.74], [0.20, 0.72], [0.125, 0.66], [0.13, 0.59], [0.185, 0.585]],
         [0.032, 0.026, 0.012]),
        ([[0.41, 0.42], [0.52, 0.36], [0.62, 0.34], [0.68, 0.27], [0.64, 0.21], [0.59, 0.235]], [0.028, 0.020, 0.012]),
        ([[0.41, 0.38], [0.30, 0.33], [0.20, 0.31], [0.13, 0.25], [0.16, 0.18], [0.215, 0.195]], [0.028, 0.020, 0.012]),
        ([[0.40, 0.27], [0.41, 0.20], [0.385, 0.15]], [0.022, 0.014]),
    )  # fmt: skip
    for points, widths in boughs:
        bark = ramp([palette[5], palette[7]], 0.35 + 0.3 * np.sin(y * 90 + x * 60) + 0.2 * noise(size, 20, rng))
        c.bed(c.line(at(points), np.array(widths)), bark, FINE)
    for lx, ly, turn in (
        (0.50, 0.60, -0.5), (0.585, 0.715, 0.7), (0.735, 0.645, 0.2), (0.30, 0.665, 3.9), (0.235, 0.79, 2.4),
        (0.085, 0.70, 2.9), (0.52, 0.30, -1.0), (0.62, 0.40, 0.8), (0.735, 0.29, 0.1), (0.29, 0.27, 4.2),
        (0.20, 0.37, 2.2), (0.085, 0.27, 3.2), (0.33, 0.145, 3.9), (0.46, 0.145, -0.8), (0.47, 0.80, 0.3),
        (0.33, 0.84, 2.9), (0.10, 0.525, 4.0), (0.72, 0.47, -0.9), (0.105, 0.135, 4.1), (0.70, 0.165, -0.9),
    ):  # fmt: skip
        _leaf(c, at([[lx, ly]])[0], turn if side > 0 else np.pi - turn, rng.uniform(0.095, 0.115))
    for px, py, r in ((0.605, 0.545, 0.056), (0.215, 0.60, 0.050), (0.585, 0.255, 0.047), (0.225, 0.215, 0.048),
                      (0.385, 0.125, 0.054), (0.62, 0.79, 0.040)):  # fmt: skip
        _pomegranate(c, at([[px, py]])[0], r, open_=px in (0.605, 0.385))
    _bird(c, at([[0.385, 0.475]])[0], side)
    for _ in range(9):
        fx = rng.uniform(0.1, 0.72)
        away = np.hypot(x - fx, y - rng.uniform(0.91, 0.935))
        c.bed(
            (away < 0.014).astype(np.float32), np.where((away < 0.006)[..., None], palette[4], palette[3]), FINE * 0.8
        )
    c.halo(0, 1.1, mix(sky, palette[3], 0.35), FINE, 0.6)
    c.border(0.056, teeth(c, 6, 3, 0, 0.042), FINE)
    return c.beds


def _fans(x: Array, y: Array, wide: float) -> tuple[Array, Array]:
    """Overlapping fans: the distance from each one's foot, and how near its rim it is in [0, 1]."""
    reach = wide * 0.72
    rows, edge = np.zeros_like(x), np.ones_like(x)
    base = np.floor(y / (wide / 2))
    for step in (3, 2, 1, 0):  # far fans first: those below cover them
        row = base + step
        foot_x = (np.floor(x / wide + 0.5 * (row % 2)) + 0.5 - 0.5 * (row % 2)) * wide
        r = np.hypot(x - foot_x, y - (row + 0.4) * (wide / 2))
        inside = r < reach
        rows = np.where(inside & (edge >= 1), r, rows)
        edge = np.where(inside & (edge >= 1), r / reach * 0.999, edge)
    return rows, edge


def _leaf(c: Cartoon, at: Array, turn: float, length: float) -> None:
    """A pointed leaf, one half lit."""
    u = (c.x - at[0]) * np.cos(turn) + (c.y - at[1]) * np.sin(turn)
    v = -(c.x - at[0]) * np.sin(turn) + (c.y - at[1]) * np.cos(turn)
    half = 0.32 * length * np.sin(np.clip(u / length + 0.5, 0, 1) * np.pi) ** 0.8
    tone = np.where(v < 0, 0.75, 0.30) + 0.10 * np.sin(u * 260)
    lab = ramp([c.palette[7], c.palette[8], shifted(c.palette[8], 0.10), c.palette[2]], tone)
    c.bed(((np.abs(v) < half) & (np.abs(u) < length / 2)).astype(np.float32), lab, FINE * 0.92)


def _pomegranate(c: Cartoon, at: Array, radius: float, open_: bool) -> None:
    """A fruit with its crown; an open one shows its seeds."""
    dx, dy = (c.x - at[0]) / radius, (c.y - at[1]) / radius
    crown = np.array(
        [[-0.30, -0.80], [-0.42, -1.45], [-0.14, -1.12], [0.0, -1.5], [0.14, -1.12], [0.42, -1.45], [0.30, -0.80]]
    )
    c.bed(c.shape(crown * radius + at, closed=False), c.flat(5, 6, tone=0.5 - 0.4 * dx), FINE * 0.85)
    r = np.hypot(dx, dy * 1.04)
    lit = np.clip(0.45 - 0.38 * (dx + dy), 0, 1)
    skin = ramp([shifted(c.palette[6], -0.16), c.palette[6], c.palette[6], c.palette[5], c.palette[4]], lit)
    dark = np.zeros_like(skin) + shifted(c.palette[6], -0.2)
    c.bed((r < 1).astype(np.float32), skin, FINE, gold=0.25 * (lit > 0.7), outline=dark)
    if open_:
        split = np.hypot(dx / 0.50, dy / 0.72)
        seeds = np.sin(dx * 11) * np.sin(dy * 11 + 1) > -0.15
        pith = np.where(seeds[..., None], shifted(c.palette[6], 0.10), c.palette[3])
        c.bed((split < 1).astype(np.float32), pith, FINE * 0.8, outline=c.flat(3))


def _bird(c: Cartoon, at: Array, side: float) -> None:
    """The bird, its head to the right when `side` is positive, its tail falling behind it."""
    scale = 0.46

    def out(points: list[list[float]]) -> Array:
        return np.array(points) * [side * scale, scale] + at

    u, v = (c.x - at[0]) / scale * side, (c.y - at[1]) / scale
    p = c.palette
    dark = c.flat(7)
    for k, (tip_x, tip_y) in enumerate(((-0.36, 0.66), (-0.58, 0.58), (-0.47, 0.70))):
        plume = [[-0.10, 0.06 + 0.02 * k], [-0.30 + 0.1 * (k == 0), 0.26], [tip_x, tip_y]]
        axis = np.array([tip_x + 0.1, tip_y - 0.08])
        along = ((u + 0.1) * axis[0] + (v - 0.08) * axis[1]) / np.hypot(*axis)
        eye = np.hypot(u - tip_x * 0.94, v - tip_y * 0.94)
        lab = ramp([p[0], p[1], p[8], p[2]], 0.45 + 0.45 * np.sin(along * 75))
        lab = mix(lab, p[4], (eye < 0.085) * 1.0)
        lab = mix(lab, p[0], (eye < 0.045) * 1.0)
        c.bed(
            c.line(out(plume), np.array([0.045, 0.055, 0.075])),
            lab,
            FINE * 0.9,
            gold=0.6 * (eye < 0.085) + 0.06,
            outline=dark,
        )
    for foot in (0.06, 0.14):
        c.bed(c.line(out([[foot - 0.02, 0.16], [foot, 0.25], [foot + 0.03, 0.31]]), 0.012), c.flat(5), FINE * 0.75)
    body = [[0.335, -0.375], [0.385, -0.33], [0.375, -0.26], [0.355, -0.17], [0.37, -0.06], [0.31, 0.09], [0.17, 0.18],
            [0.0, 0.19], [-0.14, 0.14], [-0.22, 0.09], [-0.12, 0.0], [0.03, -0.10], [0.16, -0.20], [0.225, -0.30],
            [0.27, -0.365]]  # fmt: skip
    course = np.abs((v * 16 + 0.5 * (np.floor(u * 15) % 2)) % 1 - 0.5)
    breast = np.clip(0.30 + 1.25 * (u - 0.12) - 0.25 * v + 0.30 * (course > 0.3), 0, 1)
    plumage = ramp([p[0], p[1], p[2], p[3]], breast)
    plumage = mix(plumage, p[6], smoothstep(0.16, 0.06, np.hypot((u - 0.27) * 1.2, v - 0.03)) * 0.9)
    c.bed(c.shape(out(body)), plumage, FINE * 0.92, gold=0.05, outline=dark)
    wing = [[0.17, -0.07], [0.20, 0.03], [0.11, 0.11], [-0.05, 0.15], [-0.24, 0.20], [-0.42, 0.23], [-0.30, 0.12],
            [-0.15, 0.02], [0.0, -0.06]]  # fmt: skip
    quills = 0.5 + 0.5 * np.sin((v - 0.45 * u) * 70 + u * 9)
    feathers = np.where((u > 0.03)[..., None], ramp([p[5], p[4], p[3]], quills), ramp([p[0], p[1], p[2]], quills))
    c.bed(c.shape(out(wing)), feathers, FINE * 0.92, gold=0.5 * (u > 0.03), outline=dark)
    c.bed(c.shape(out([[0.35, -0.345], [0.51, -0.275], [0.35, -0.245]]), closed=False), c.flat(6), FINE * 0.7)
    for k in range(3):
        tip = np.array([0.20 + 0.055 * k, -0.50 - 0.015 * (k == 1)])
        c.bed(
            c.line(out([[0.285, -0.37], [(tip[0] + 0.285) / 2, (tip[1] - 0.37) / 2], tip.tolist()]), 0.010),
            c.flat(0),
            FINE * 0.7,
        )
        c.bed((np.hypot(u - tip[0], v - tip[1]) < 0.030).astype(np.float32), c.flat(6), FINE * 0.8)
    eye = np.hypot(u - 0.315, v + 0.315)
    c.bed((eye < 0.036).astype(np.float32), np.where((eye < 0.018)[..., None], p[7], p[3]), FINE * 0.8)


def sun_with_face(size: Size, rng: np.random.Generator, palette: Palette) -> list[Bed]:
    """A sun that looks at us out of a sky of rings and stars."""
    c = Cartoon(size, rng, palette, 1.0)
    x, y = c.x - 0.5, c.y - 0.5
    p = palette
    r, turn = np.hypot(x, y), np.arctan2(y, x)
    bend = 0.010 * np.sin(8 * turn + rng.uniform(0, 6)) + 0.006 * noise(size, 4, rng)
    band = (r + bend) / 0.115
    tone = np.clip(0.20 + 0.55 * (1 - (band - np.floor(band))) - 0.25 * r + 0.08 * noise(size, 8, rng), 0, 1)
    c.bed(np.ones_like(x), ramp([p[0], p[0], p[1], p[2]], tone), COARSE, rows=r + bend, gold=0.02, figure=False)
    count = int(rng.choice([12, 14, 16]))
    start = rng.uniform(0, 2 * np.pi)
    for k in range(2 * count):
        way = start + k * np.pi / count
        off = (turn - way + np.pi) % (2 * np.pi) - np.pi
        along = (r - 0.235) / (0.175 if k % 2 else 0.115)
        sway = 0.020 * np.sin(along * 6.5) * (k % 2)
        half = (0.030 if k % 2 else 0.036) * np.clip(1 - along, 0, 1) ** 0.8
        ray = (np.abs(off * r - sway) < half) & (along > -0.3) & (np.abs(off) < 1)
        colours = [p[5], p[6]] if k % 2 else [p[4], p[5]]
        c.bed(ray.astype(np.float32), ramp(colours, np.clip(along, 0, 1)), FINE * 0.92, gold=0.0 if k % 2 else 0.6)
    shade = np.clip(0.36 - 1.25 * (x * 0.8 + y * 0.5) + 0.06 * noise(size, 6, rng), 0, 1)
    skin = ramp([p[5], p[4], p[4], p[3]], shade)
    skin = mix(skin, p[6], 0.65 * smoothstep(0.062, 0.02, np.hypot(np.abs(x) - 0.120, y - 0.062)))
    collar = (r < 0.245).astype(np.float32)
    c.bed(collar, np.where((r > 0.232)[..., None], p[6], p[3]), FINE * 0.9, rows=0.245 - r)
    c.bed((r < 0.220).astype(np.float32), skin, FINE * 0.92, rows=0.220 - r, gold=0.35)
    nose = [
        [-0.028, -0.060],
        [-0.024, 0.0],
        [-0.040, 0.052],
        [-0.012, 0.068],
        [0.012, 0.068],
        [0.040, 0.052],
        [0.024, 0.0],
        [0.028, -0.060],
    ]
    c.bed(c.shape(np.array(nose) + 0.5), np.where((x < 0.004)[..., None], shifted(p[3], 0), p[5]), FINE * 0.8)
    for sign in (-1, 1):
        brow = [[sign * 0.024, -0.052], [sign * 0.060, -0.092], [sign * 0.115, -0.088], [sign * 0.155, -0.050]]
        c.bed(c.line(np.array(brow) + 0.5, np.array([0.010, 0.017, 0.010])), c.flat(7), FINE * 0.8)
        ex, ey = x - sign * 0.088, y + 0.030
        lid = np.hypot(ex / 0.052, ey / 0.027)
        iris = np.hypot(ex - 0.004, ey)
        eye = np.where((iris < 0.021)[..., None], p[1], p[3])
        eye = np.where((iris < 0.0095)[..., None], p[7], eye)
        c.bed((lid < 1.25).astype(np.float32), np.where((lid > 0.92)[..., None], p[7], eye), FINE * 0.72)
    mouth = [[-0.066, 0.108], [-0.034, 0.100], [-0.012, 0.094], [0.0, 0.098], [0.012, 0.094], [0.034, 0.100],
             [0.066, 0.108], [0.034, 0.128], [0.0, 0.135], [-0.034, 0.128]]  # fmt: skip
    parting = np.abs(y - 0.110 - 0.02 * np.cos(x * 40) * 0.15) < 0.005
    c.bed(c.shape(np.array(mouth) + 0.5), np.where(parting[..., None], shifted(p[6], -0.2), p[6]), FINE * 0.75)
    for _ in range(14):
        way, far = rng.uniform(0, 2 * np.pi), rng.uniform(0.44, 0.66)
        sx, sy = far * np.cos(way), far * np.sin(way)
        arm, radius = np.arctan2(y - sy, x - sx), np.hypot(x - sx, y - sy)
        star = radius < rng.uniform(0.016, 0.028) * (1 + 0.45 * np.cos(4 * arm))
        c.bed(star.astype(np.float32), c.flat(3, 4, tone=radius * 40), FINE * 0.8, gold=0.7)
    c.halo(0, 1.1, c.flat(7, 0, tone=0.6), FINE)
    c.border(0.056, teeth(c, 6, 3, 0, 0.042), FINE)
    return c.beds


CARTOONS: tuple[Callable[[Size, np.random.Generator, Palette], list[Bed]], ...] = (
    fish_among_waves,
    bird_in_pomegranate_tree,
    sun_with_face,
)

"""Cubist facets: guitar, bottle, glass and fruit on a table, seen from several sides at once.

The still life is drawn once, then the plane is cut by straight lines; every facet looks at the drawing from its own
place (shifted, turned, enlarged), has its own light that fades across it ("passage"), and is filled with short square
touches in its own direction. Contours reappear as broken dark lines.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.bristle_one import Canvas, bristle_marks, scattered
from stylegui.painters.cells import seams
from stylegui.painters.colour import Array, Palette, ramp, shifted, to_pixels
from stylegui.painters.field import Size, bilinear, blurred, fbm, mix, noise, resized, smoothstep
from stylegui.painters.relief import lit, weave
from stylegui.painters.study import frame, polygon, smooth_curve

# wall, deep blue, table ochre, wood brown, guitar sienna, cream, bottle green, red, grey, dark
PALETTE = Palette(
    (
        "#7f9db0", "#274b6d", "#d9a441", "#7a4a24", "#c9682c", "#f1e2c0", "#2f6f5b", "#b8332e", "#a59d8f", "#191a1f",
    )
)  # fmt: skip


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = (round(size[0] * 1.5), round(size[1] * 1.5))
    unit = max(large) / 1536
    scene, contour = still_life(large, rng, palette)
    facet, views = _facets(large, rng)
    x, y = _seen_from(facet, views, large)
    lab = bilinear(scene, x, y)
    outline = bilinear(contour, x, y)
    lab = _passage(lab, facet, views, palette, large)
    canvas = Canvas(mix(lab, palette[8], 0.25), weave(large, rng, 380) * 0.4 * unit)
    _touches(canvas, lab, facet, views, rng, unit)
    drawn, lab = lab, canvas.lab
    fine = np.abs(drawn[..., 0] - blurred(drawn[..., 0], 7 * unit))
    lab = mix(lab, drawn, 0.85 * smoothstep(0.05, 0.12, fine))  # strings and notes are finer than a touch
    edge = seams(facet)
    broken = smoothstep(-0.5, 0.5, noise(large, 5, rng) + 0.6)
    line = np.clip(blurred(edge, 1.5 * unit) * 2.7 * unit, 0, 1) * broken * 0.50
    strong = np.clip(outline, 0, 1) * smoothstep(-1.1, 0.3, noise(large, 7, rng)) * 0.85
    dark = np.clip(np.maximum(line, strong) * (0.85 + 0.15 * fbm(large, 45, rng, 4)), 0, 1)
    lab = mix(lab, palette[9], dark)
    relief = canvas.relief * (1 - 0.6 * dark) + 0.8 * dark * unit
    return to_pixels(resized(lit(lab, relief, depth=0.55 / unit**0.5, gloss=0.35), size))


View = dict[str, Array]


def _facets(size: Size, rng: np.random.Generator, count: int = 58) -> tuple[Array, View]:
    """Cut the plane by straight lines, oftener near the middle; (H, W) facet numbers and each facet's view."""
    fx, fy = frame(size)
    ratio = size[1] / size[0]
    facet = np.zeros(fx.shape, np.int64)
    step = max(1, max(size) // 320)
    thin = facet[::step, ::step].copy()
    sx, sy = fx[::step, ::step], fy[::step, ::step]
    weight = 0.25 + np.exp(-(((sx - 0.5) / 0.30) ** 2) - ((sy - 0.50) / 0.30) ** 2)
    axes = np.array([0.45, 1.05, 1.57, 2.10, 2.75, 0.0, 1.30])
    for new in range(1, count):
        mass = np.bincount(thin.ravel(), weights=weight.ravel(), minlength=new)
        chosen = int(np.argmax(mass * rng.uniform(0.7, 1.2, len(mass))))
        inside = thin == chosen
        cx, cy = sx[inside].mean() + rng.normal(0, 0.02), sy[inside].mean() + rng.normal(0, 0.02)
        spread = np.cov(np.stack([sx[inside], sy[inside] * ratio]))
        lean = 0.5 * np.arctan2(2 * spread[0, 1], spread[0, 0] - spread[1, 1])
        want = lean + np.pi / 2 + rng.normal(0, 0.35)
        angle = axes[np.argmin(np.abs(np.sin(axes - want)))] + rng.normal(0, 0.07)
        nx, ny = -np.sin(angle), np.cos(angle)
        thin = np.where(inside & ((sx - cx) * nx + (sy - cy) * ratio * ny > 0), new, thin)
        facet = np.where((facet == chosen) & ((fx - cx) * nx + (fy - cy) * ratio * ny > 0), new, facet)
    total = np.maximum(np.bincount(thin.ravel(), minlength=count), 1)
    centre_x = np.bincount(thin.ravel(), weights=sx.ravel(), minlength=count) / total
    centre_y = np.bincount(thin.ravel(), weights=sy.ravel(), minlength=count) / total
    views = {
        "x": centre_x, "y": centre_y, "dx": rng.normal(0, 0.030, count), "dy": rng.normal(0, 0.030, count),
        "turn": rng.normal(0, 0.13, count), "scale": rng.uniform(0.84, 1.14, count), "light": rng.normal(0, 1.0, count),
        "toward": rng.choice(axes, count) + rng.choice([0, np.pi], count), "tint": rng.random(count),
        "brush": rng.choice([0.45, 1.05, 2.10, 2.75, 1.57], count) + rng.normal(0, 0.1, count),
    }  # fmt: skip
    return facet, views


def _seen_from(facet: Array, views: View, size: Size) -> tuple[Array, Array]:
    """Pixel places on the drawing that each pixel looks at."""
    fx, fy = frame(size)
    ratio = size[1] / size[0]
    u, v = fx - views["x"][facet], (fy - views["y"][facet]) * ratio
    c, s = np.cos(views["turn"][facet]), np.sin(views["turn"][facet])
    scale = views["scale"][facet]
    x = views["x"][facet] + views["dx"][facet] + (u * c - v * s) * scale
    y = views["y"][facet] + views["dy"][facet] + (u * s + v * c) * scale / ratio
    return x * size[0], y * size[1]


def _passage(lab: Array, facet: Array, views: View, palette: Palette, size: Size) -> Array:
    """Light that fades across each facet, warm on one side and cool on the other."""
    fx, fy = frame(size)
    u, v = fx - views["x"][facet], (fy - views["y"][facet]) * size[1] / size[0]
    toward = views["toward"][facet]
    fade = np.tanh((u * np.cos(toward) + v * np.sin(toward)) / 0.075)
    result = lab.copy()
    result[..., 0] += 0.095 * fade + 0.035 * views["light"][facet]
    tints = np.stack([palette[1], palette[2], palette[5], palette[8], palette[6], palette[4]])
    tint = tints[(views["tint"] * len(tints)).astype(int)][facet]
    return mix(result, tint, np.clip(0.20 + 0.22 * fade, 0.02, 0.42))


def _touches(canvas: Canvas, lab: Array, facet: Array, views: View, rng: np.random.Generator, unit: float) -> None:
    """Short square touches, each kept inside its facet."""
    marks = bristle_marks(rng, 18, dryness=0.25)
    rows, columns = facet.shape
    for width, length, spacing in ((24, 40, 14), (15, 27, 9.5)):
        places = scattered(canvas.size, max(3.0, spacing * unit), rng)
        px = np.clip(places[:, 0].astype(int), 0, columns - 1)
        py = np.clip(places[:, 1].astype(int), 0, rows - 1)
        home, colours = facet[py, px], lab[py, px]
        for index, place in enumerate(places):
            angle = views["brush"][home[index]] + rng.normal(0, 0.12)
            heading = np.array([np.cos(angle), np.sin(angle)])
            run = length * unit * rng.uniform(0.6, 1.2)
            line = place + np.linspace(-0.5, 0.5, 8)[:, None] * run * heading
            ix = np.clip(line[:, 0].astype(int), 0, columns - 1)
            iy = np.clip(line[:, 1].astype(int), 0, rows - 1)
            keep = (facet[iy, ix] == home[index]) & (np.abs(lab[iy, ix] - colours[index]).sum(axis=1) < 0.16)
            if keep.sum() < 3:
                continue
            colour = shifted(colours[index], rng.normal(0, 0.020), rng.uniform(0.95, 1.2), rng.normal(0, 0.10))
            canvas.stroke(
                line[keep], width * unit * rng.uniform(0.6, 1.0), colour, marks[rng.integers(len(marks))],
                body=2.4 * unit,
                variation=0.03, pickup=0.15, taper=0.05, flip=rng.random() < 0.5,
            )  # fmt: skip


def still_life(size: Size, rng: np.random.Generator, palette: Palette) -> tuple[Array, Array]:
    """The drawing: OKLab (H, W, 3) and its contours (H, W)."""
    fx, fy = frame(size)
    wall = ramp([palette[1], palette[0], palette[8]], 0.30 + 0.9 * (1 - fx) * (1 - fy) + 0.10 * noise(size, 4, rng))
    lab = wall
    contour = np.zeros(fx.shape, np.float32)
    thick = max(size) / 480

    def lay(points: list[list[float]], colour: Array, curve: bool = True, line: float = 1.0) -> Array:
        nonlocal lab, contour
        shape = np.array(points)
        mask = polygon(size, smooth_curve(shape, 160, closed=True) if curve else shape, 1)
        lab = mix(lab, colour, mask)
        rim = np.clip(blurred(seams(mask > 0.5), thick * 0.7) * thick * 1.9, 0, 1) * line
        contour = np.maximum(contour * (1 - mask * 0.9), rim)
        return mask

    grain = 0.5 + 0.5 * np.sin(fy * 260 + 9 * noise(size, (2, 5), rng) + fx * 30)
    lay(
        [[0.58, -0.1], [1.1, -0.1], [1.1, 0.62], [0.70, 0.60]],
        ramp([palette[7], mix(palette[7], palette[9], 0.5)], 0.5 + 0.5 * np.sin(fx * 75)),
        False,
    )
    lay(
        [[-0.1, 0.66], [0.22, 0.585], [0.90, 0.60], [1.1, 0.70], [1.1, 0.95], [-0.1, 0.97]],
        ramp([palette[3], palette[2]], 0.35 + 0.5 * grain),
        False,
    )
    lay([[-0.1, 0.95], [1.1, 0.93], [1.1, 1.1], [-0.1, 1.1]], mix(palette[3], palette[9], 0.5), False)
    music = mix(
        palette[5], palette[9], 0.75 * ((fy + 0.25 * fx) % 0.045 % 0.0075 < 0.0022) * ((fy + 0.25 * fx) % 0.045 < 0.033)
    )
    lay([[0.06, 0.70], [0.34, 0.63], [0.44, 0.83], [0.13, 0.90]], music, False, 0.7)
    for nx, ny in ((0.17, 0.745), (0.22, 0.76), (0.27, 0.72), (0.31, 0.765), (0.20, 0.81), (0.29, 0.82)):
        lay([[nx - 0.010, ny], [nx, ny - 0.006], [nx + 0.010, ny], [nx, ny + 0.006]], palette[9])
        lay([[nx + 0.008, ny], [nx + 0.011, ny], [nx + 0.011, ny - 0.045], [nx + 0.008, ny - 0.045]], palette[9], False)
    glow = np.clip(0.5 + (fx - 0.245) / 0.11, 0, 1)
    lay([[0.185, 0.64], [0.182, 0.42], [0.195, 0.35], [0.222, 0.315], [0.226, 0.19], [0.222, 0.165],
        [0.268, 0.165], [0.264, 0.19],
         [0.268, 0.315], [0.295, 0.35], [0.308, 0.42], [0.305, 0.64], [0.245, 0.665]], ramp([palette[9],
         palette[6], mix(palette[6], palette[5], 0.5)], glow))  # fmt: skip
    lay([[0.187, 0.44], [0.303, 0.44], [0.303, 0.56], [0.187, 0.56]], mix(palette[5], palette[2], glow * 0.6), False)
    for k in range(4):
        lay(
            [
                [0.205, 0.468 + k * 0.02],
                [0.285 - 0.02 * (k % 2), 0.468 + k * 0.02],
                [0.285, 0.474 + k * 0.02],
                [0.205, 0.474 + k * 0.02],
            ],
            palette[7 if k == 0 else 9],
            False,
            0,
        )
    _guitar(lay, size, palette, fx, fy)
    stem = np.clip(0.5 + (fx - 0.86) / 0.13, 0, 1)
    clear = mix(mix(wall, palette[5], 0.55), palette[0], stem * 0.5)
    lay(
        [
            [0.79, 0.50],
            [0.80, 0.62],
            [0.845, 0.66],
            [0.852, 0.74],
            [0.80, 0.765],
            [0.925, 0.765],
            [0.87, 0.74],
            [0.876, 0.66],
            [0.92, 0.62],
            [0.93, 0.50],
            [0.86, 0.512],
        ],
        clear,
    )
    lay(
        [[0.80, 0.57], [0.808, 0.62], [0.845, 0.652], [0.876, 0.652], [0.912, 0.62], [0.92, 0.57], [0.86, 0.580]],
        mix(palette[7], palette[9], 0.3 * stem),
    )
    for ox, oy, radius, colour in ((0.62, 0.845, 0.062, 4), (0.735, 0.86, 0.055, 2), (0.675, 0.80, 0.05, 7)):
        ring = np.arange(12) * np.pi / 6
        ratio = size[0] / size[1]
        points = np.stack([ox + radius * np.cos(ring), oy + radius * ratio * np.sin(ring)], axis=1)
        shade = np.clip(0.55 - ((fx - ox) * 0.7 + (fy - oy) / ratio) / radius * 0.5, 0, 1)
        lay(
            points.tolist(),
            ramp(
                [mix(palette[colour], palette[9], 0.55), palette[colour], mix(palette[colour], palette[5], 0.5)], shade
            ),
        )
    return lab, blurred(contour, thick * 0.25)


def _guitar(lay: object, size: Size, palette: Palette, fx: Array, fy: Array) -> None:
    """A guitar standing aslant, its neck to the upper right."""
    put = lay
    assert callable(put)
    lean = 0.42
    c, s = np.cos(lean), np.sin(lean)
    ratio = size[1] / size[0]
    ox, oy = 0.50, 0.60

    def at(points: list[list[float]]) -> list[list[float]]:
        return [[ox + (px * c - py * s), oy + (px * s + py * c) / ratio] for px, py in points]

    u = (fx - ox) * c + (fy - oy) * ratio * s
    face = ramp([palette[3], palette[4], palette[2], palette[5]], 0.62 - u * 2.6 + 0.08 * np.sin(u * 190))
    half = [[0.0, -0.245], [0.085, -0.235], [0.128, -0.175], [0.102, -0.095], [0.095, -0.045], [0.150, 0.035],
        [0.168, 0.115],
            [0.125, 0.195], [0.0, 0.225]]  # fmt: skip
    outline = [*half, *[[-px, py] for px, py in half[-2:0:-1]]]
    put(at([[px + 0.02, py + 0.012] for px, py in outline]), mix(palette[3], palette[9], 0.6))
    put(at(outline), face)
    ring = np.arange(14) * 2 * np.pi / 14
    put(at((np.stack([0.062 * np.cos(ring), 0.062 * np.sin(ring) - 0.055], 1)).tolist()), palette[5])
    put(at((np.stack([0.050 * np.cos(ring), 0.050 * np.sin(ring) - 0.055], 1)).tolist()), palette[9])
    put(
        at([[-0.024, -0.10], [0.024, -0.10], [0.019, -0.55], [-0.019, -0.55]]), mix(palette[9], palette[3], 0.35), False
    )
    put(at([[-0.027, -0.54], [0.027, -0.54], [0.036, -0.66], [-0.036, -0.66]]), palette[3], False)
    put(at([[-0.06, 0.105], [0.06, 0.105], [0.055, 0.128], [-0.055, 0.128]]), palette[9], False)
    for k in range(5):
        sx = -0.014 + 0.007 * k
        put(at([[sx, -0.60], [sx + 0.0018, -0.60], [sx * 1.5 + 0.0018, 0.11], [sx * 1.5, 0.11]]), palette[5], False, 0)
    for k in range(7):
        fret = -0.16 - 0.052 * k
        put(at([[-0.022, fret], [0.022, fret], [0.022, fret + 0.003], [-0.022, fret + 0.003]]), palette[8], False, 0)

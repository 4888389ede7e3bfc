"""Cubist facets: a still life, a sitter or a harbour seen from several sides at once.

The subject is drawn once, then the plane is cut by straight lines; every facet looks at the drawing from its own place
(shifted, turned, enlarged), has its own light that fades across it ("passage"), and is laid like a wall in courses of
short square touches in its own direction. Contours reappear as broken dark lines.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.cells import compact, seams
from stylegui.painters.colour import Array, Palette, to_pixels, varied
from stylegui.painters.field import Size, bilinear, blurred, enlarged, fbm, mix, noise, resized, smoothstep
from stylegui.painters.relief import lit, weave
from stylegui.painters.scenes.drawing import Drawing
from stylegui.painters.scenes.port import port
from stylegui.painters.scenes.sitter import sitter
from stylegui.painters.scenes.tabletop import guitar_and_wine, violin_and_newspaper
from stylegui.painters.study import chosen, frame

# wall, deep blue, table ochre, wood brown, guitar sienna, cream, bottle green, red, grey, dark
PALETTE = Palette(
    (
        "#7f9db0", "#274b6d", "#d9a441", "#7a4a24", "#c9682c", "#f1e2c0", "#2f6f5b", "#b8332e", "#a59d8f", "#191a1f",
    )
)  # fmt: skip


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, 1.5)
    unit = max(large) / 1536
    drawing = chosen(MOTIFS, seed)(large, rng, palette)
    scene, contour = drawing.lab, blurred(drawing.contour, drawing.thick_px * 0.25)
    facet, views = _facets(large, rng)
    x, y = _seen_from(facet, views, large)
    lab = bilinear(scene, x, y)
    outline = bilinear(contour, x, y)
    lab = _passage(lab, facet, views, palette, large)
    drawn = lab
    lab, thickness = _touches(lab, facet, views, rng, palette)
    fine = np.abs(drawn[..., 0] - blurred(drawn[..., 0], 7 * unit))
    lab = mix(lab, drawn, 0.85 * smoothstep(0.05, 0.12, fine))  # strings and notes are finer than a touch
    edge = seams(facet)
    broken = smoothstep(-0.5, 0.5, noise(large, 5, rng) + 0.6)
    line = np.clip(blurred(edge, 1.5 * unit) * 2.7 * unit, 0, 1) * broken * 0.50
    strong = np.clip(outline, 0, 1) * smoothstep(-1.1, 0.3, noise(large, 7, rng)) * 0.85
    dark = np.clip(np.maximum(line, strong) * (0.85 + 0.15 * fbm(large, 45, rng, 4)), 0, 1)
    lab = mix(lab, palette[9], dark)
    relief = (0.4 * weave(large, rng, 380) + thickness) * unit * (1 - 0.6 * dark) + 0.8 * dark * unit
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


def _touches(lab: Array, facet: Array, views: View, rng: np.random.Generator, palette: Palette) -> tuple[Array, Array]:
    """Fill the facets with square touches in two coats; (H, W, 3) colours and the thickness (H, W) of the paint.

    The first coat closes the ground but for a few gaps, the second leaves half of it to be seen.
    """
    result = mix(lab, palette[8], 0.25)
    thickness: Array = np.zeros(facet.shape, np.float32)
    for width, coverage in ((0.0200, 1.3), (0.0150, 0.62), (0.0100, 0.40)):
        colours, cover, body = _coat(lab, facet, views, rng, width, coverage)
        result = mix(result, colours, cover)
        thickness = thickness * (1 - 0.7 * cover) + body
    return result, np.asarray(thickness)


def _coat(
    lab: Array, facet: Array, views: View, rng: np.random.Generator, width: float, coverage: float
) -> tuple[Array, Array, Array]:  # fmt: skip
    """One coat of touches about `width` long sides wide: colours (H, W, 3), cover and thickness (H, W).

    A touch has the mean colour of what is under it, as far as it does not cross an edge. Touches stand in courses;
    their ends are staggered, slant and fray, since every bristle starts and stops for itself.
    """
    size = (facet.shape[1], facet.shape[0])
    x, y = (field * side / max(size) for field, side in zip(frame(size), size, strict=True))
    lean = (views["brush"] + rng.normal(0, 0.10, len(views["brush"])))[facet]
    u = x * np.cos(lean) + y * np.sin(lean) + 0.0040 * noise(size, 20, rng)
    v = (y * np.cos(lean) - x * np.sin(lean)) / (width * rng.uniform(0.8, 1.25, len(views["x"]))[facet])
    v = v + 0.16 * noise(size, 26, rng)
    luck = rng.random(4096).astype(np.float32)
    course = np.floor(v)
    rise = (v - course).astype(np.float32)
    hair = np.floor(v * 9).astype(np.int64)
    fray = luck[(hair * 37 + facet) % 4096] - 0.5
    own = luck[(course.astype(np.int64) * 29 + facet * 53) % 4096]
    place = u / (width * (1.3 + 1.3 * own)) + 7 * own + 0.20 * fray + 0.30 * (own - 0.5) * rise
    number = compact(_number(place, course, facet))
    rest = (place - np.floor(place)).astype(np.float32)
    count = np.maximum(np.bincount(number.ravel()), 1)
    mean = np.stack([np.bincount(number.ravel(), weights=lab[..., c].ravel()) / count for c in range(3)], axis=1)
    mean = varied(mean, rng, 0.026, 1.12, 0.12, 0.12)
    near = smoothstep(0.20, 0.09, np.linalg.norm(mean[number] - lab, axis=2))
    present = rng.random(len(mean)) < coverage
    wear = smoothstep(
        -0.2, 0.25, 0.9 - rest - 0.9 * np.abs(rise - 0.5) ** 3 * 4 + 0.7 * fray + 0.15 * noise(size, 110, rng)
    )
    cover = np.where(present[number], (0.35 + 0.6 * wear) * near + (1 - near) * 0.9 * (coverage > 1), 0.0)
    colours = mix(lab, mean[number], near)
    colours[..., 0] += 0.022 * fray
    ridge = np.exp(-(((rest - 0.12) / 0.07) ** 2)) + 0.7 * np.exp(-(((rise - 0.90) / 0.07) ** 2))
    body = cover * (1.1 + 1.0 * fray + 1.2 * ridge + 0.5 * luck[number * 7 % 4096])
    return colours, cover.astype(np.float32), (body * width / 0.015).astype(np.float32)


def _number(first: Array, second: Array, facet: Array) -> Array:
    """One whole number for each cell of a grid in each facet."""
    column, row = np.floor(first).astype(np.int64), np.floor(second).astype(np.int64)
    return np.asarray((facet.astype(np.int64) * 2048 + (column + 1024)) * 2048 + (row + 1024))


Motif = Callable[[Size, np.random.Generator, Palette], Drawing]
MOTIFS: tuple[Motif, ...] = (sitter, guitar_and_wine, violin_and_newspaper, port)

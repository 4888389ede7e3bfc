"""Blueprint: a measured drawing on cyanotype paper, folded, stained and much handled.

The sheet is brushed with a sensitiser that turns blue in the sun; lines of opaque ink kept it pale. A drawing is a
list of pen strokes (scenes/measured.py): each is ruled or drawn with a slight wander, presses unevenly, overshoots its
corners; hatching fills faces, and the light print loses lines where the sheet was creased.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from stylegui.painters.colour import Array, Palette, ramp, to_pixels
from stylegui.painters.field import Size, blurred, edge_distance, enlarged, fbm, grid, mix, noise, smoothstep
from stylegui.painters.relief import lit, paper
from stylegui.painters.scenes.astrolabe import astrolabe
from stylegui.painters.scenes.cathedral_front import cathedral
from stylegui.painters.scenes.measured import Drawing
from stylegui.painters.scenes.sailing_ship import sailing_ship
from stylegui.painters.study import pairs

# blue, deep blue, line, bare paper, stain, red pencil
PALETTE = Palette(("#1f4f96", "#0f2a5c", "#e6eef2", "#efe5cd", "#a9793f", "#d8604a"))

OVERSIZE = 2.0
LINE_PX = {"bold": 4.8, "plain": 2.9, "fine": 1.9, "guide": 1.2}  # at 1024
STRENGTH = {"bold": 1.0, "plain": 0.94, "fine": 0.80, "guide": 0.45}


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    drawing = (cathedral, sailing_ship, astrolabe)[seed % 3](size[0] / max(size), size[1] / max(size), rng)
    lines = _inked(drawing, size, rng)
    red = _inked(Drawing(drawing.width, drawing.height, rng, drawing.notes), size, rng)
    return to_pixels(_exposed(lines, _washed(drawing, size, rng), red, size, rng, palette))


def _inked(drawing: Drawing, size: Size, rng: np.random.Generator) -> Array:
    """(H, W): how much line lies at each place. Strokes of one weight share a layer, so that their pressure differs."""
    large = enlarged(size, OVERSIZE)
    long_side = max(large)
    total: Array = np.zeros((size[1], size[0]), np.float32)
    for weight, width in LINE_PX.items():
        layer = Image.new("L", large, 0)
        pen = ImageDraw.Draw(layer)
        thick = width * long_side / 1024
        for stroke in drawing.strokes:
            if stroke.weight != weight:
                continue
            points = pairs(np.asarray(stroke.points, np.float64) * long_side)
            pressed = int(np.clip(255 * rng.normal(0.90, 0.08), 130, 255))
            pen.line(points, fill=pressed, width=max(1, round(thick * stroke.scale)), joint="curve")
            if stroke.dots:
                r = thick * 1.1
                for x, y in (points[0], points[-1]):
                    pen.ellipse((x - r, y - r, x + r, y + r), fill=255)
        film = np.asarray(layer.resize(size, Image.Resampling.BOX), dtype=np.float32) / 255
        thin = min(1.0, thick / max(1, round(thick)))  # a line thinner than a pixel is paler instead
        hand = 1 + 0.16 * noise(size, 60, rng) + 0.10 * noise(size, 9, rng)
        total = np.maximum(total, film * STRENGTH[weight] * thin * hand)
    return total


def _washed(drawing: Drawing, size: Size, rng: np.random.Generator) -> Array:
    """(H, W): body colour thinned with water, streaked by the brush and gathered at its edges."""
    unit = max(size) / 1024
    total: Array = np.zeros((size[1], size[0]), np.float32)
    streaks = 1 + 0.22 * noise(size, (90, 12), rng) + 0.25 * fbm(size, 9, rng, 4)
    for outline, strength in drawing.washes:
        layer = Image.new("L", size, 0)
        ImageDraw.Draw(layer).polygon(pairs(outline * max(size)), fill=255)
        film = np.asarray(layer, dtype=np.float32) / 255
        total = total + (1 - total) * strength * film
    total = blurred(total, 0.8 * unit)
    rim = np.clip(total - blurred(total, 3.5 * unit), 0, 1)
    return np.asarray(np.clip(total * streaks + 0.6 * rim, 0, 1))


def _exposed(lines: Array, washes: Array, red: Array, size: Size, rng: np.random.Generator, palette: Palette) -> Array:
    """The print: brushed emulsion, pale lines with a breath of bleeding, folds, stains, pencil; OKLab."""
    unit = max(size) / 1024
    tooth = paper(size, rng, 230)
    sheet = np.broadcast_to(palette[3], (size[1], size[0], 3)).astype(np.float32).copy()
    sheet[..., 0] += 0.010 * fbm(size, (14, 50), rng, 4) + 0.006 * tooth
    coat, depth = _emulsion(size, rng)
    folds, lifted = _folds(size, rng)
    depth = depth - 0.30 * folds + 0.05 * tooth
    blue = ramp([mix(palette[0], palette[3], 0.30), palette[0], palette[0], palette[1]], np.clip(depth, 0, 1))
    lab = mix(sheet, blue, np.clip(coat * (0.985 - 0.62 * folds), 0, 1))
    bleed = 0.16 * blurred(lines, 2.2 * unit) + 0.10 * blurred(lines, 7 * unit)
    worn = np.clip(1 - 0.75 * folds - 0.30 * smoothstep(0.8, 2.0, fbm(size, 5, rng, 5)), 0, 1)
    film = np.maximum(lines, 0) + 0.62 * washes * (1 - 0.6 * lines)
    pale = np.clip((film * (0.94 + 0.14 * np.tanh(tooth)) + bleed) * worn, 0, 0.96) * coat
    lab = mix(lab, mix(palette[2], palette[0], 0.05), pale)
    crayon = np.clip(1.25 * red * smoothstep(-0.9, 0.4, tooth + 1.4 * red - 0.5), 0, 0.9)
    lab = mix(lab, palette[5], crayon)
    for ring, tide in _stains(size, rng):
        lab = mix(lab, palette[4], 0.16 * ring + 0.30 * tide)
        lab[..., 0] -= 0.02 * ring + 0.05 * tide
    corners = edge_distance(size)
    lab = mix(lab, palette[4], 0.22 * np.exp(-corners / 0.012) * smoothstep(-0.5, 1.2, fbm(size, 7, rng, 4)))
    specks = smoothstep(2.75, 3.0, noise(size, 170, rng))
    lab = mix(lab, palette[3], 0.55 * specks)
    relief = 0.7 * tooth + lifted + 0.25 * pale
    return lit(lab, relief * unit, depth=0.30 / unit)


def _emulsion(size: Size, rng: np.random.Generator) -> tuple[Array, Array]:
    """Where the sensitiser was brushed on (H, W; [0, 1]) with its ragged edge, and how deep a blue it gave."""
    x, y = grid(size)
    width, height = x.max(), y.max()
    hairs = 0.0035 * noise(size, (4, 190), rng) + 0.005 * noise(size, (6, 42), rng)
    upright = 0.0035 * noise(size, (80, 3), rng) + 0.0025 * noise(size, (190, 5), rng)
    inset = np.minimum(np.minimum(x, width - x) + hairs, np.minimum(y, height - y) + upright)
    coat = smoothstep(0.018, 0.023, inset)
    coat = np.maximum(coat, 0.45 * smoothstep(0.011, 0.015, inset + hairs))
    strokes = 0.10 * noise(size, (3, 48), rng) + 0.06 * noise(size, (6, 150), rng) + 0.05 * noise(size, (40, 4), rng)
    depth = 0.52 + strokes + 0.13 * fbm(size, 3, rng, 4)
    pools = smoothstep(0.065, 0.030, inset) * 0.20
    return np.asarray(coat), np.asarray(depth + pools)


def _folds(size: Size, rng: np.random.Generator) -> tuple[Array, Array]:
    """Two folds down and one across: worn lines, and the relief they leave in the paper (pixels at 1024)."""
    x, y = grid(size)
    worn, lifted = np.zeros_like(x), np.zeros_like(x)
    wander = 0.0012 * noise(size, 24, rng)
    places = [(x - x.max() * at, y) for at in (0.335, 0.665)] + [(y - y.max() * 0.505, x)]
    for off, _ in places:
        gap = np.abs(off + wander + rng.normal(0, 0.004))
        chafe = np.clip(0.55 + 0.55 * fbm(size, 40, rng, 3), 0, 1.2)
        worn = np.maximum(worn, np.exp(-((gap / 0.0016) ** 2)) * chafe + 0.22 * np.exp(-gap / 0.012))
        lifted = lifted + 5.0 * np.exp(-gap / 0.010) * rng.choice([-1, 1])
    dents = fbm(size, 3.2, rng, 5)
    creases = np.exp(-((dents / 0.05) ** 2)) * smoothstep(0.4, 1.4, fbm(size, 3, rng, 3))
    return np.clip(worn + 0.30 * creases, 0, 1), lifted + 1.6 * creases


def _stains(size: Size, rng: np.random.Generator) -> list[tuple[Array, Array]]:
    """The ring of a cup, and a tide mark of damp from an edge: (body, rim), both (H, W) in [0, 1]."""
    x, y = grid(size)
    wobble = 0.004 * noise(size, 9, rng)
    cx = x.max() * float(rng.choice([0.13, 0.87]))
    cy = y.max() * rng.uniform(0.12, 0.88)
    cup = np.hypot(x - cx, y - cy) + wobble
    broken = np.clip(0.55 + 0.5 * noise(size, 4, rng), 0, 1)
    ring = np.exp(-(((cup - 0.062) / 0.0035) ** 2)) * broken
    front = (
        y - y.max() * rng.uniform(0.84, 0.92) + 0.05 * fbm(size, 3, rng, 5) + 0.10 * np.abs(x - x.max() * rng.random())
    )
    damp = smoothstep(-0.004, 0.010, front)
    tide = np.exp(-((front / 0.0035) ** 2))
    return [(0.25 * smoothstep(0.064, 0.055, cup), ring), (0.6 * damp, 0.55 * tide)]

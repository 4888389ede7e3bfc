"""Graffiti: a piece sprayed on a wall over older tags, a whitewashed cloud and torn posters.

A can gives a cone of droplets: solid where it dwells, a halo of single drops round it, runs where it lay too thick.
The wall shows through: joints and pores take less paint.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from stylegui.painters.colour import Array, Palette, ramp, shifted, to_pixels
from stylegui.painters.field import Size, blurred, enlarged, fbm, grid, mix, noise, resized, smoothstep
from stylegui.painters.lines import at_lengths, lengths
from stylegui.painters.relief import lit
from stylegui.painters.scenes.street_pieces import Part, cat_face, interlocked_letters, winged_heart
from stylegui.painters.study import pairs, smooth_curve

# brick, black, white, hot, warm, cool, deep, yellow, blue, joint
PALETTE = Palette(
    (
        "#8e4a36", "#17141c", "#f6f2e6", "#e8336d", "#ff9a3c", "#2fc1c6", "#6a2b8f", "#ffd938", "#2b5fd0", "#b3a698",
    )
)  # fmt: skip

OVERSIZE = 1.25


class Wall:
    """The wall and its paint: OKLab (H, W, 3), the relief (H, W; pixels) and how well each place takes paint."""

    def __init__(self, size: Size, rng: np.random.Generator, palette: Palette) -> None:
        self.size, self.rng, self.palette = size, rng, palette
        self.unit = max(size) / 1280
        self.grain = 0.60 * noise(size, 400, rng) + 0.80 * noise(size, 220, rng)
        self.cloudy = fbm(size, 6, rng, 4)
        width, height = size
        self.scale = min(width * 0.75, height) * 0.90  # pixels to the unit of the piece's box
        self.corner = np.array([width / 2 - self.scale * 2 / 3, height / 2 - self.scale / 2])
        build = _bricks if rng.random() < 0.65 else _concrete
        self.lab, self.relief, self.take = build(size, rng, palette)

    def shape(self, outlines: list[Array], holes: list[Array] | None = None) -> Array:
        """(H, W) mask of closed outlines given in the piece's box."""
        image = Image.new("L", self.size, 0)
        draw = ImageDraw.Draw(image)
        for points, value in [(p, 255) for p in outlines] + [(p, 0) for p in holes or []]:
            draw.polygon(pairs(points * self.scale + self.corner), fill=value)
        return np.asarray(image, dtype=np.float32) / 255

    def trail(self, path: Array, width_px: float, flare: float = 0.0) -> Array:
        """(H, W) mask of a moving can along `path` (N, 2; the piece's box); `flare` thins it where it leaves."""
        image = Image.new("L", self.size, 0)
        draw = ImageDraw.Draw(image)
        places = path * self.scale + self.corner
        long_px = float(lengths(places)[-1])
        count = max(3, int(long_px / max(0.7, width_px * 0.16)))
        for k, (x, y) in enumerate(at_lengths(places, np.linspace(0, long_px, count))):
            r = width_px / 2 * (1 - flare * abs(2 * k / (count - 1) - 1) ** 2)
            draw.ellipse((x - r, y - r, x + r, y + r), fill=255)
        return np.asarray(image, dtype=np.float32) / 255

    def spray(self, mask: Array, colour: Array, soft: float = 1.2, halo: float = 9.0, mist: float = 1.0,
              opacity: float = 0.97, thick: float = 0.5) -> None:  # fmt: skip
        """Spray inside `mask`: `soft` blurs the edge (pixels at 1024), `halo` and `mist` scatter drops round it."""
        unit = self.unit
        rows, columns = np.flatnonzero(mask.max(axis=1)), np.flatnonzero(mask.max(axis=0))
        if not len(rows):
            return
        reach = int(5 * halo * unit) + 4
        at = (
            slice(max(0, int(rows[0]) - reach), int(rows[-1]) + reach),
            slice(max(0, int(columns[0]) - reach), int(columns[-1]) + reach),
        )
        core = smoothstep(0.12, 0.88, blurred(mask[at], soft * 1.25 * unit))
        around = blurred(mask[at], halo * 1.25 * unit)
        nearness = np.sqrt(np.clip(around, 0, 1)) * (1 - core)
        drops = smoothstep(-0.12, 0.12, self.grain[at] - 2.55 + 3.1 * mist * nearness)
        film = np.maximum(core, np.maximum(0.85 * drops * (around > 0.004), 0.22 * mist * around))
        dry = np.clip(0.86 + 0.14 * self.take[at] + 0.03 * self.cloudy[at], 0, 1)
        paint_here = colour[at] if colour.ndim == 3 else colour
        self.lab[at] = mix(self.lab[at], paint_here, np.clip(film * dry * opacity, 0, 1))
        self.relief[at] = self.relief[at] * (1 - 0.25 * core) + thick * unit * core

    def run(self, x: float, y: float, length: float, width_px: float, colour: Array) -> None:
        """A drip: paint that ran down from (x, y) in the piece's box, with a drop at its end."""
        path = np.array([[x, y], [x + 0.002, y + length * 0.5], [x + self.rng.normal(0, 0.002), y + length]])
        drop = path[-1:] + np.array([[0, -0.002], [0, 0.001]])
        mask = np.maximum(self.trail(path, width_px), self.trail(drop, width_px * 1.7))
        self.spray(mask, colour, 0.5, 2, 0.0, thick=2.2)


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, OVERSIZE)
    wall = Wall(large, rng, palette)
    parts = (winged_heart, interlocked_letters, cat_face)[seed % 3](rng)
    outline = wall.shape([shape for part in parts for shape in part.shapes])
    _old_layers(wall)
    _ground(wall, outline)
    for part in parts:
        _piece(wall, part)
    _drips(wall, outline)
    _finish(wall)
    lab = lit(wall.lab, wall.relief, depth=0.45 / wall.unit, gloss=0.35)
    return to_pixels(resized(lab, size))


def _bricks(size: Size, rng: np.random.Generator, palette: Palette) -> tuple[Array, Array, Array]:
    """A stretcher bond of weathered bricks."""
    unit = max(size) / 1280
    x, y = grid(size)
    x, y = x + 0.0011 * noise(size, 30, rng), y + 0.0011 * noise(size, 30, rng)
    tall, wide = 0.043, 0.128
    row = np.floor(y / tall).astype(int)
    place = x / wide + 0.5 * (row % 2)
    column = np.floor(place).astype(int)
    tone = rng.standard_normal((64, 32, 3)).astype(np.float32)[row % 64, column % 32]
    gap = np.minimum((place - column) * wide, (1 - place + column) * wide)
    gap = np.minimum(gap, np.minimum(y - row * tall, (row + 1) * tall - y)) + 0.0009 * fbm(size, 70, rng, 3)
    body = smoothstep(0.0022, 0.0042, gap)
    rough = fbm(size, 110, rng, 3)
    brick = np.broadcast_to(palette[0], (*x.shape, 3)).astype(np.float32).copy()
    brick[..., 0] += 0.045 * tone[..., 0] + 0.014 * rough
    brick[..., 1:] *= (1 + 0.22 * tone[..., 1])[..., None]
    brick = mix(brick, palette[9], 0.12 * smoothstep(0.2, 1.6, fbm(size, 9, rng, 5)))
    joint = np.broadcast_to(palette[9], brick.shape).astype(np.float32).copy()
    joint[..., 0] += 0.02 * rough - 0.10
    relief = (3.2 * body + 0.55 * rough + 0.6 * tone[..., 2]) * unit
    return mix(joint, brick, body), relief, np.clip(body * 1.0 - 0.28 * np.clip(rough, 0, 2), -2.2, 1)


def _concrete(size: Size, rng: np.random.Generator, palette: Palette) -> tuple[Array, Array, Array]:
    """Board-marked concrete with rain stains and pores."""
    unit = max(size) / 1280
    x, y = grid(size)
    board = y / 0.115 + 0.004 * noise(size, 6, rng)
    number = np.floor(board).astype(int)
    seam = np.minimum(board - number, 1 - board + number) * 0.115
    tone = rng.standard_normal(64).astype(np.float32)[number % 64]
    wood = fbm(size, (7, 120), rng, 4)
    stain = smoothstep(0.1, 1.5, fbm(size, (26, 1.6), rng, 5)) * smoothstep(1.1, 0.0, y)
    pores = smoothstep(1.9, 2.3, noise(size, 120, rng))
    lab = np.broadcast_to(shifted(palette[9], -0.10, 0.5), (*x.shape, 3)).astype(np.float32).copy()
    lab[..., 0] += 0.016 * tone + 0.018 * wood - 0.10 * stain - 0.13 * pores + 0.02 * fbm(size, 12, rng, 5)
    lab = mix(lab, palette[0], 0.14 * smoothstep(0.6, 2.0, fbm(size, (9, 2), rng, 5)))
    line = smoothstep(0.0016, 0.0004, seam)
    lab[..., 0] -= 0.12 * line
    relief = (0.7 * wood - 3 * line - 2.4 * pores + 0.5 * fbm(size, 150, rng, 2)) * unit
    return lab, relief, np.clip(1 - 1.5 * line - 2.5 * pores - 0.2 * np.clip(wood, 0, 2), -2.5, 1)


def _scrawl(rng: np.random.Generator, x: float, y: float, wide: float, tall: float, strokes: int = 7) -> Array:
    """A tag in one go: letters of loops and zigzags that nobody can read."""
    points, at = [], x
    for k in range(strokes):
        step = wide / strokes * rng.uniform(0.6, 1.4)
        up = y - tall * rng.uniform(0.5, 1.0)
        low = y + tall * rng.uniform(-0.15, 0.25)
        points += [(at, up), (at + 0.45 * step, low)]
        if rng.random() < 0.5:
            points += [(at + 0.95 * step, low - 0.35 * tall), (at + 0.5 * step, low - 0.55 * tall)]
        at += step
        if k == strokes - 1:
            points += [(at + 0.3 * wide, y - 0.2 * tall), (x - 0.1 * wide, y + 0.45 * tall), (at, y + 0.35 * tall)]
    return smooth_curve(np.array(points), 40 * strokes)


def _old_layers(wall: Wall) -> None:
    """What was there before: buffed-over patches, tags half gone, posters torn off."""
    rng, palette, size = wall.rng, wall.palette, wall.size
    x, y = grid(size)
    for _ in range(2):
        cx, cy = rng.uniform(0.1, 0.9), rng.uniform(0.1, 0.6)
        patch = smoothstep(0.012, -0.012, np.maximum(np.abs(x - cx) - rng.uniform(0.1, 0.2),
            np.abs(y - cy) - rng.uniform(0.06, 0.12)) + 0.010 * noise(size, (6, 22), rng))  # fmt: skip
        wall.spray(patch, shifted(mix(palette[9][None, None], palette[0], 0.35)[0, 0], 0.03), 2, 6, 0.3, 0.62, 0.2)
    for place in (1, 2, 8, 6, 1, 5, 3, 1, 2):
        left, base = rng.uniform(-0.12, 1.15), rng.uniform(0.02, 1.04)
        tag = _scrawl(rng, left, base, rng.uniform(0.12, 0.30), rng.uniform(0.04, 0.10), int(rng.integers(4, 8)))
        trail = wall.trail(tag, rng.uniform(5, 11) * wall.unit)
        wall.spray(trail, palette[place], 1.0, 5, 0.7, rng.uniform(0.45, 0.8), 0.2)
    for side in (-0.14, 1.24):
        for _ in range(2):
            _poster(wall, side + rng.normal(0, 0.05), rng.uniform(0.05, 0.75))


def _poster(wall: Wall, x: float, y: float) -> None:
    """A poster of stripes or dots, torn along one side, its white core showing."""
    rng, palette = wall.rng, wall.palette
    wide, tall, tilt = rng.uniform(0.20, 0.28), rng.uniform(0.26, 0.36), rng.normal(0, 0.05)
    turn = np.array([[np.cos(tilt), -np.sin(tilt)], [np.sin(tilt), np.cos(tilt)]])
    tear = np.stack([np.linspace(1, 0, 26), 0.72 + 0.12 * np.cumsum(rng.normal(0, 0.35, 26))], axis=1)
    tear[:, 1] = np.clip(tear[:, 1], 0.45, 0.98)
    edge = np.vstack([[[0, 0], [1, 0]], tear]) * [wide, tall]
    sheet = wall.shape([edge @ turn.T + [x, y]])
    core = tear + np.stack([np.zeros(26), -0.035 - 0.03 * rng.random(26)], axis=1)
    face = wall.shape([np.vstack([[[0.01, 0.01], [0.99, 0.01]], core]) * [wide, tall] @ turn.T + [x, y]])
    gx, gy = grid(wall.size)
    u, v = gx * np.cos(tilt) + gy * np.sin(tilt), gy * np.cos(tilt) - gx * np.sin(tilt)
    first, second = palette[int(rng.choice([7, 2, 5]))], palette[int(rng.choice([1, 3, 8]))]
    if rng.random() < 0.5:
        print_ = smoothstep(0.0, 0.25, np.sin((u + v) * 2 * np.pi / 0.034))
    else:
        dot = np.hypot((u / 0.020) % 1 - 0.5, (v / 0.020) % 1 - 0.5)
        print_ = smoothstep(0.06, -0.06, dot - 0.18 - 0.25 * (v % 0.26) / 0.26)
    creases = fbm(wall.size, 9, rng, 3)
    art = mix(np.broadcast_to(first, wall.lab.shape), second, print_)
    art[..., 0] += 0.03 * creases
    shadow = np.clip(blurred(sheet, 5 * wall.unit) - sheet, 0, 1)
    wall.lab[..., 0] -= 0.25 * shadow
    wall.lab = mix(wall.lab, palette[2], 0.93 * sheet)
    wall.lab = mix(wall.lab, art, 0.90 * face * smoothstep(1.9, 1.5, fbm(wall.size, 26, rng, 4)))
    wall.relief = wall.relief * (1 - 0.65 * sheet) + (1.6 * sheet + 1.2 * creases * sheet) * wall.unit
    wall.take = np.maximum(wall.take, sheet)


def _ground(wall: Wall, outline: Array) -> None:
    """The cloud behind the piece, its glow, and the solid depth that it throws to one side."""
    rng, palette, unit = wall.rng, wall.palette, wall.unit
    back, glow = palette[int(rng.choice([6, 8, 3]))], palette[int(rng.choice([5, 7, 2]))]
    wide = smoothstep(0.10, 0.30, blurred(outline, 54 * unit) + 0.05 * noise(wall.size, 7, rng))
    wall.spray(wide, back, 8, 34, 0.9, 0.86, 0.2)
    for _ in range(26):
        place = rng.uniform([-0.10, 0.02], [1.43, 0.98])
        blob = wall.trail(np.array([place, place + 0.001]), rng.uniform(14, 80) * unit)
        wall.spray(blob, shifted(back, rng.uniform(-0.05, 0.12), 1.0, rng.normal(0, 0.25)), 7, 26, 1.0, 0.7, 0.1)
    near = smoothstep(0.25, 0.5, blurred(outline, 20 * unit))
    wall.spray(near, glow, 2.0, 20, 0.9, 0.95)
    way = np.array([rng.choice([-1, 1]) * 0.7, 1.0])
    depth = outline
    for step in range(1, 9):
        shift = np.rint(way * step * 3.2 * unit).astype(int)
        depth = np.maximum(depth, np.roll(outline, (int(shift[1]), int(shift[0])), axis=(0, 1)))
    wall.spray(smoothstep(0.2, 0.5, blurred(depth, 5 * unit)), palette[1], 1.0, 7, 0.8)


def _piece(wall: Wall, part: Part) -> None:
    """Fill with fading colours, shade the rim, outline, and set the lights."""
    palette, unit = wall.palette, wall.unit
    if part.shapes:
        mask = wall.shape(part.shapes, part.holes)
        rows, columns = np.nonzero(mask.max(axis=1))[0], np.nonzero(mask.max(axis=0))[0]
        if not len(rows) or not len(columns):
            return
        top, tall = rows[0], max(1, rows[-1] - rows[0])
        fy = (np.arange(wall.size[1], dtype=np.float32)[:, None] - top) / tall
        fade = fy + 0.05 * wall.cloudy + 0.040 * wall.grain
        colours = [palette[place] for place in part.fill]
        inside = ramp(colours, np.clip(fade * 1.15 - 0.08, 0, 1)) if len(colours) > 1 else colours[0]
        inner = smoothstep(0.62, 1.0, blurred(mask, (11 if part.level > 0.5 else 6) * unit))
        rim = np.clip(1 - inner + 0.16 * wall.grain, 0, 1) * mask
        inside = np.broadcast_to(inside, wall.lab.shape).astype(np.float32).copy()
        inside[..., 0] -= 0.15 * rim
        if part.bubbles:
            inside = mix(inside, shifted(palette[part.fill[0]], 0.10), 0.9 * _bubbles(wall, mask))
        wall.spray(mask, inside, 0.8, 3, 0.3, 0.98, 0.7)
        line = (5.0 + 5.5 * part.level) * unit
        if part.level > 0:
            edge = np.clip(blurred(mask, line * 0.42), 0, 1)
            band = smoothstep(0.05, 0.22, edge) * smoothstep(0.95, 0.72, edge)
            wall.spray(band, palette[1], 0.6, 4.5, 0.75, 0.98, 0.9)
    for path in part.lines:
        wall.spray(wall.trail(path, (4 + 4 * part.level) * unit, 0.7), palette[1], 0.7, 4, 0.7)
    for path in part.shines:
        wall.spray(wall.trail(path, 9 * unit, 0.75), palette[2], 0.7, 6, 0.7, 0.98, 1.0)


def _bubbles(wall: Wall, mask: Array) -> Array:
    """Dots of several sizes, denser towards the bottom of a shape."""
    rng = wall.rng
    image = Image.new("L", wall.size, 0)
    draw = ImageDraw.Draw(image)
    rows, columns = np.nonzero(mask > 0.5)
    places = rng.random((34, 3))
    for a, b, c in places:
        if not len(rows):
            break
        x = columns.min() + a * (columns.max() - columns.min())
        y = rows.min() + (1 - b**1.8) * (rows.max() - rows.min())
        r = (2.5 + 11 * c**2.5) * wall.unit
        draw.ellipse((x - r, y - r, x + r, y + r), fill=255)
    return blurred(np.asarray(image, dtype=np.float32) / 255, 0.8 * wall.unit) * mask


def _drips(wall: Wall, outline: Array) -> None:
    """Runs from the lower edges, in the outline's paint and in the bright ones."""
    rng = wall.rng
    low = np.clip(outline[:-1] - outline[1:], 0, 1) > 0.5
    rows, columns = np.nonzero(low)
    if not len(rows):
        return
    for index in rng.random(22):
        k = int(index * len(rows))
        x, y = (np.array([columns[k], rows[k]]) - wall.corner) / wall.scale
        colour = wall.palette[int(rng.choice([1, 1, 3, 5, 7]))]
        wall.run(float(x), float(y), 0.02 + 0.20 * rng.random() ** 2, rng.uniform(2.6, 5.0) * wall.unit, colour)


def _finish(wall: Wall) -> None:
    """Signature, stars of light, spatter, and two stickers."""
    rng, palette, unit = wall.rng, wall.palette, wall.unit
    tag = _scrawl(rng, 1.05, 0.99, 0.16, 0.055, 5)
    wall.spray(wall.trail(tag, 5.5 * unit), palette[2], 0.7, 4, 0.8)
    image = Image.new("L", wall.size, 0)
    draw = ImageDraw.Draw(image)
    for x, y, r in rng.random((120, 3)):
        px, py, radius = x * wall.size[0], y * wall.size[1], (0.7 + 3.4 * r**6) * unit
        draw.ellipse((px - radius, py - radius, px + radius, py + radius), fill=255)
    wall.spray(np.asarray(image, dtype=np.float32) / 255, palette[int(rng.choice([2, 7, 3]))], 0.5, 2, 0.2, 0.9, 1.0)
    for x in (-0.09, 1.28):
        _sticker(wall, x + rng.normal(0, 0.03), rng.uniform(0.78, 0.95), rng.normal(0, 0.2))


def _sticker(wall: Wall, x: float, y: float, tilt: float) -> None:
    """A name sticker: coloured header, white field, a name in marker."""
    rng, palette = wall.rng, wall.palette
    turn = np.array([[np.cos(tilt), -np.sin(tilt)], [np.sin(tilt), np.cos(tilt)]])
    card = np.array([[-1, -0.62], [1, -0.62], [1, 0.62], [-1, 0.62]]) * 0.058
    body = wall.shape([card @ turn.T + [x, y]])
    head = wall.shape([card * [1, 0.42] @ turn.T + [x, y] + turn @ [0, -0.021]])
    wall.lab[..., 0] -= 0.18 * np.clip(blurred(body, 4 * wall.unit) - body, 0, 1)
    wall.lab = mix(wall.lab, palette[2], body)
    wall.lab = mix(wall.lab, palette[int(rng.choice([3, 8, 5]))], head)
    name = _scrawl(rng, -0.038, 0.026, 0.058, 0.022, 4) @ turn.T + [x, y]
    wall.lab = mix(wall.lab, palette[1], wall.trail(name, 2.6 * wall.unit) * body)
    wall.relief = wall.relief * (1 - 0.8 * body) + 1.8 * wall.unit * body

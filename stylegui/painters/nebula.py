"""Nebula: clouds of stars in acrylic, dabbed with a torn sponge, misted with an airbrush and spattered from a brush.

The sponge leaves broken blots with open pores, light over dark and small over large; the airbrush veils them with
glow; filaments are pulled through with a dry rigger; stars are flicked on last, so they lie thick and catch the light.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from stylegui.painters.colour import Array, Palette, shifted, to_pixels
from stylegui.painters.field import Size, bilinear, blurred, enlarged, fbm, mix, noise, resized, smoothstep
from stylegui.painters.placing import scattered, traced
from stylegui.painters.relief import lit, weave
from stylegui.painters.scenes.deep_space import Space, deep_space
from stylegui.painters.study import pairs

# void, violet, blue, teal, rose, orange, pale gold, white, dust
PALETTE = Palette(
    (
        "#0a0a1c", "#3b1f6b", "#20509c", "#36b5b0", "#d9447f", "#f08a3c", "#ffdf9a", "#fffaf0", "#3a1d22",
    )
)  # fmt: skip

OVERSIZE = 1.4
STAMP = 72


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, OVERSIZE)
    space = deep_space(large, rng, palette, seed % 3)
    canvas = Canvas(large, rng, palette)
    for width, spacing, wanted, strength in (
        (92, 40, 0.0, 0.80), (54, 25, 0.10, 0.80), (29, 15, 0.30, 0.85), (15, 9.5, 0.52, 0.90),
    ):  # fmt: skip
        _dabs(canvas, space, width, spacing, wanted, strength)
    _mist(canvas, space)
    _filaments(canvas, space, palette)
    streak = 0.018 * fbm(large, (9, 90), rng, 3)
    for thing in space.solids:
        lab = thing.lab.copy()
        lab[..., 0] += streak + 0.010 * canvas.grain
        canvas.mask_in(thing.mask, lab)
    _spatter(canvas, space, palette)
    lab = lit(canvas.lab, canvas.relief, depth=0.50 / canvas.unit, gloss=0.55)
    return to_pixels(resized(lab, size))


class Canvas:
    """A primed canvas under wet-looking acrylic: OKLab (H, W, 3) and relief (H, W; pixels)."""

    def __init__(self, size: Size, rng: np.random.Generator, palette: Palette) -> None:
        self.size, self.rng = size, rng
        self.unit = max(size) / 1434
        brushed = fbm(size, (5, 60), rng, 4)
        self.lab = np.broadcast_to(palette[0], (size[1], size[0], 3)).astype(np.float32).copy()
        self.lab[..., 0] += 0.012 * brushed
        self.relief = (0.45 * weave(size, rng, 330) + 0.5 * brushed) * self.unit
        self.grain = 0.8 * noise(size, 420, rng) + 0.6 * noise(size, 210, rng)
        self.stamps = [_sponge(rng) for _ in range(14)]

    def dab(self, x: float, y: float, width: float, colour: Array, strength: float) -> None:
        """Press the sponge once at (x, y; pixels); `width` in pixels at 1024."""
        rng = self.rng
        side = max(3, int(width * self.unit * 1.4))
        x0, y0 = int(x - side / 2), int(y - side / 2)
        left, top = max(0, -x0), max(0, -y0)
        right, low = min(side, self.size[0] - x0), min(side, self.size[1] - y0)
        if right <= left or low <= top:
            return
        stamp = self.stamps[int(rng.integers(len(self.stamps)))]
        stamp = stamp[:: int(rng.choice([-1, 1])), :: int(rng.choice([-1, 1]))]
        if rng.random() < 0.5:
            stamp = stamp.T
        rows = (np.arange(top, low) * STAMP) // side
        columns = (np.arange(left, right) * STAMP) // side
        cover = stamp[rows[:, None], columns[None, :]]
        window = (slice(y0 + top, y0 + low), slice(x0 + left, x0 + right))
        lab = self.lab[window]
        lab += (colour - lab) * (cover * strength)[..., None]
        lab[..., 0] += 0.020 * (cover - 0.5) * cover
        self.relief[window] += (cover - 0.25 * (cover > 0)) * 1.1 * self.unit * strength

    def spray(self, amount: Array, lab: Array, soft: float = 1.0) -> None:
        """A mist of droplets: `amount` (H, W) in [0, 1] of cover, `soft` is how much of it is even."""
        drops = smoothstep(-0.35, 0.35, self.grain - 1.7 + 3.0 * amount)
        self.lab = mix(self.lab, lab, np.clip(soft * amount + (1 - soft) * drops * smoothstep(0, 0.06, amount), 0, 1))

    def mask_in(self, mask: Array, lab: Array) -> None:
        """Paint something behind a cut mask: hard edged, with a thin ridge of paint along the cut."""
        ridge = np.clip(blurred(mask, 1.4 * self.unit) * (1 - mask) * 4, 0, 1)
        self.lab = mix(self.lab, lab, mask)
        self.relief = self.relief * (1 - 0.5 * mask) + 1.4 * self.unit * ridge


def _sponge(rng: np.random.Generator) -> Array:
    """(STAMP, STAMP): a blot with a ragged edge and open pores."""
    size = (STAMP, STAMP)
    y, x = np.mgrid[0:STAMP, 0:STAMP].astype(np.float32) / STAMP * 2 - 1
    r = np.hypot(x * rng.uniform(0.9, 1.2), y * rng.uniform(0.9, 1.2)) + 0.22 * fbm(size, 4, rng, 4)
    body = smoothstep(0.86, 0.52, r)
    pores = smoothstep(-0.1, 0.5, 0.8 * noise(size, 11, rng) + 0.7 * noise(size, 22, rng) + 1.1 * (0.75 - r))
    return np.asarray(body * pores, dtype=np.float32)


def _dabs(canvas: Canvas, space: Space, width: float, spacing: float, wanted: float, strength: float) -> None:
    """One pass with one sponge, dark places first."""
    rng = canvas.rng
    starts = scattered(canvas.size, max(2.5, spacing * canvas.unit * 1.4), rng)
    at = (starts[:, 0], starts[:, 1])
    need = bilinear(space.study.detail, *at) + rng.uniform(-0.12, 0.12, len(starts))
    starts = starts[need > wanted]
    if not len(starts):
        return
    colours = bilinear(space.study.lab, starts[:, 0], starts[:, 1])
    order = np.argsort(colours[:, 0] + rng.normal(0, 0.10, len(starts)), kind="stable")
    for index in order:
        colour = shifted(colours[index], rng.normal(0, 0.040), rng.normal(1.14, 0.15), rng.normal(0, 0.20))
        x, y = starts[index]
        canvas.dab(float(x), float(y), width * rng.uniform(0.65, 1.25), colour, strength * rng.uniform(0.6, 1.0))


def _mist(canvas: Canvas, space: Space) -> None:
    """Airbrush: the glow round the lights and veils over the clouds."""
    for glow, colour in space.glows:
        canvas.spray(np.clip(glow, 0, 0.9), colour, 0.88)
    soft = blurred(canvas.lab, 9 * canvas.unit)
    veil = 0.40 * smoothstep(-0.2, 1.4, fbm(canvas.size, 4, canvas.rng, 4))
    canvas.lab = mix(canvas.lab, soft, veil)


def _filaments(canvas: Canvas, space: Space, palette: Palette) -> None:
    """Threads of gas along the flow, broken where the brush ran dry."""
    rng, unit = canvas.rng, canvas.unit
    starts = scattered(canvas.size, max(6.0, 34 * unit), rng)
    want = bilinear(space.threads, starts[:, 0], starts[:, 1])
    starts = starts[want > rng.uniform(0.25, 1.0, len(starts))]
    if not len(starts):
        return
    paths = traced(starts, space.study.angle, 26, 7.5 * unit, rng, 0.12)
    image = Image.new("L", canvas.size, 0)
    draw = ImageDraw.Draw(image)
    for path in paths:
        count = int(rng.integers(8, len(path)))
        pen = max(1, round(rng.choice([1.0, 1.4, 2.4]) * unit))
        draw.line(pairs(path[:count]), fill=int(rng.uniform(110, 255)), width=pen)
    line = np.asarray(image, dtype=np.float32) / 255
    dry = smoothstep(-0.6, 0.6, canvas.grain + 0.5)
    light = mix(space.study.lab, palette[7], 0.42)
    canvas.lab = mix(
        canvas.lab, light, np.clip(0.75 * blurred(line, 0.7 * unit) * dry + 0.25 * blurred(line, 5 * unit), 0, 0.9)
    )
    canvas.relief = canvas.relief + 1.2 * unit * line * dry


def _spatter(canvas: Canvas, space: Space, palette: Palette) -> None:
    """Stars flicked from a stiff brush: dust, droplets in bursts, and a few that are painted with a glow and rays."""
    rng, unit = canvas.rng, canvas.unit
    width, height = canvas.size
    image = Image.new("L", canvas.size, 0)
    draw = ImageDraw.Draw(image)
    flicks = [(rng.random(2) * [width, height], 0.55) for _ in range(950)]
    for _ in range(7):
        home, way = rng.random(2) * [width, height], rng.uniform(0, 2 * np.pi)
        for _ in range(70):
            out = rng.normal(0, 1, 2) * [90, 26] * unit
            turn = np.array([[np.cos(way), -np.sin(way)], [np.sin(way), np.cos(way)]])
            flicks.append((home + turn @ out, 0.95))
    for (x, y), scale in flicks:
        r = (0.55 + 2.9 * rng.random() ** 7) * unit * (0.6 + scale)
        long_ = r * (1 + 0.7 * rng.random() ** 3)
        draw.ellipse((x - long_, y - r, x + long_, y + r), fill=int(rng.uniform(150, 255)))
    dots = np.asarray(image, dtype=np.float32) / 255 * (1 - space.hidden)
    tint = mix(mix(palette[7], palette[6], 0.25), space.study.lab, 0.12)
    canvas.lab = mix(canvas.lab, tint, np.clip(blurred(dots, 0.5 * unit) * 1.15, 0, 0.97))
    canvas.relief = canvas.relief + 2.6 * unit * dots
    row, column = np.mgrid[0:height, 0:width].astype(np.float32)
    for x, y, reach in space.stars:
        dx, dy = (column - x * width) / (reach * max(canvas.size)), (row - y * height) / (reach * max(canvas.size))
        r = np.hypot(dx, dy)
        halo = np.exp(-r * 2.6)
        rays = np.exp(-np.abs(dx) * 28 - np.abs(dy) * 1.9) + np.exp(-np.abs(dy) * 28 - np.abs(dx) * 1.9)
        core = smoothstep(0.17, 0.11, r)
        canvas.spray(np.clip(0.55 * halo * (1 - space.hidden), 0, 1), mix(palette[6], palette[7], 0.3), 0.6)
        canvas.lab = mix(canvas.lab, palette[7], np.clip(core + 0.85 * rays, 0, 1) * (1 - space.hidden))
        canvas.relief = canvas.relief + 3.5 * unit * core

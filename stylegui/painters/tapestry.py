"""Tapestry: weft-faced weaving, where coloured weft hides the warp and every form is built pick by pick.

The picture is decided on the loom's own grid, a bead of weft over each warp thread: curves climb in steps, tones meet
in hachures, and upright joins between colours are left open as slits. Yarn is uneven in dye (abrash) and thickness.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, shifted, to_pixels
from stylegui.painters.field import Size, blurred, enlarged, fbm, grid, noise, resized, smoothstep
from stylegui.painters.relief import lit
from stylegui.painters.scenes.loom import Loom
from stylegui.painters.scenes.loom_kilim import kilim
from stylegui.painters.scenes.loom_valley import valley

# madder, rust, ochre, wool white, indigo, sky, olive, teal, dark brown, rose
PALETTE = Palette(
    (
        "#9c2b26", "#c8622d", "#dba63f", "#ece0c4", "#1f3459", "#6f9fb5", "#77803a", "#2f6b66", "#33241f", "#d58f80",
    )
)  # fmt: skip

CARTOONS = (valley, kilim)
OVERSIZE, LEAST_PX = 1.5, 640
WARP, PICK = 1 / 146, 1 / 455  # long sides from warp to warp and from pick to pick
SIDE, TOP, FRINGE = 0.022, 0.022, 0.062  # long sides of wall that are left around


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, OVERSIZE, LEAST_PX)
    unit = max(large) / 1536
    wide, tall = size[0] / max(size) - 2 * SIDE, size[1] / max(size) - TOP - FRINGE
    loom = Loom(max(4, round(wide / WARP)), max(4, round(tall / PICK / 2)), wide, tall, rng, palette)
    area = CARTOONS[seed % len(CARTOONS)](loom)
    x, y = grid(large)
    u = x - SIDE + 0.0011 * noise(large, (1.2, 9), rng) * smoothstep(0.1, 0.0, np.minimum(x, x.max() - x))
    v = y - TOP + 0.0016 * noise(large, (4, 2), rng) + 0.0006 * noise(large, (16, 6), rng)
    cloth = _cut(u, wide) * _cut(v, tall)
    lab, height = _woven(u, v, loom, area, rng, unit)
    fringe, strand, tone = _fringe(x - SIDE, y - TOP - tall, wide, rng, large)
    wall = shifted(palette[3], -0.06, 0.45) + 0 * lab
    wall[..., 0] += 0.014 * fbm(large, 5, rng, 3) + 0.010 * fbm(large, 70, rng, 2)
    held = np.maximum(cloth, fringe)
    cast = blurred(np.roll(held, (round(9 * unit), round(6 * unit)), (0, 1)), 7 * unit)
    wall[..., 0] -= 0.22 * cast
    warp = shifted(palette[3], -0.03) + 0 * lab
    warp[..., 0] += tone
    lab = np.where(cloth[..., None] > 0.5, lab, np.where(fringe[..., None] > 0.5, warp, wall))
    relief = np.where(
        cloth > 0.5, height, np.where(fringe > 0.5, strand * 2.4 * unit, 0.35 * unit * fbm(large, 90, rng, 2))
    )
    relief = blurred(np.asarray(relief, np.float32), 0.8 * unit) + 5 * unit * fbm(large, (2.5, 1.2), rng, 2)
    lab = lit(lab, relief, depth=0.46 / unit, gloss=0.12)
    return to_pixels(resized(blurred(lab, 0.9 * unit), size))


def _cut(along: Array, extent: float) -> Array:
    """1 where a coordinate lies within the cloth."""
    return smoothstep(0.0, 0.0006, np.minimum(along, extent - along) + 0.0003)


def _woven(u: Array, v: Array, loom: Loom, area: Array, rng: np.random.Generator, unit: float) -> tuple[Array, Array]:
    """Colour (H, W, 3) OKLab and height (H, W; pixels) of the web at places u, v in long sides from its corner."""
    size = (u.shape[1], u.shape[0])
    across = u / loom.wide * loom.columns
    column = np.floor(across).astype(int)
    odd = column % 2
    down = v / loom.tall * loom.rows + 0.5 * odd
    row = np.floor(down).astype(int)
    s, t = (across - column - 0.5) * 2, (down - row - 0.5) * 2
    i, j = np.clip(column, 0, loom.columns - 1), np.clip(row, 0, loom.rows - 1)
    bead = loom.lab.copy()
    shape = bead.shape[:2]
    abrash = 0.020 * loom.noise((1.5, 36)) + 0.014 * rng.normal(0, 1, (shape[0], 1)) + 0.015 * rng.normal(0, 1, shape)
    bead[..., 0] += abrash * (0.4 + bead[..., 0])
    lab = bead[j, i]
    wool = noise(size, (60, 240), rng)
    body = np.sqrt(np.clip(1 - 0.88 * t**2, 0, 1)) * (0.42 + 0.58 * np.cos(0.5 * np.pi * np.clip(s, -1, 1)))
    ply = np.cos(2 * np.pi * (0.55 * s - 0.5 * t + 0.1 * wool))
    join = np.zeros(shape, np.float32)
    differ = area[:, 1:] != area[:, :-1]
    lasting = differ.copy()
    lasting[2:-2] &= differ[:-4] & differ[1:-3] & differ[3:-1] & differ[4:]
    join[:, :-1] = np.where(lasting, 1.0, 0.0)
    slit = join[j, i] * smoothstep(0.45, 1.0, s)
    left = np.zeros_like(join)
    left[:, 1:] = join[:, :-1]
    slit = np.maximum(slit, left[j, i] * smoothstep(-0.45, -1.0, s))
    lab[..., 0] += (0.3 + 0.7 * lab[..., 0]) * (0.016 * ply * body + 0.012 * wool - 0.10 * (1 - body) - 0.32 * slit)
    height = (4.6 * body * (1 - 0.8 * slit) + 0.30 * ply + 0.35 * wool) * unit
    return lab, height.astype(np.float32)


def _fringe(u: Array, v: Array, wide: float, rng: np.random.Generator, size: Size) -> tuple[Array, Array, Array]:
    """The warp ends below the web, knotted in bundles: where they are, their height, their tone."""
    count = max(2, round(wide / 0.0265))
    sway = 0.0035 * noise(size, (14, 5), rng) * smoothstep(0.008, 0.04, v)
    place = (u + sway) / wide * count
    bundle = np.clip(np.floor(place).astype(int), 0, count - 1)
    s = (place - bundle - 0.5) * 2
    length = (0.043 + rng.uniform(-0.006, 0.004, count))[bundle] + 0.002 * noise(size, (220, 1), rng)
    knot = (0.011 + rng.uniform(-0.002, 0.002, count))[bundle]
    half = np.where(v < knot, 0.92 - 0.55 * v / knot, 0.34 + 0.42 * smoothstep(0.0, 0.030, v - knot))
    lump = np.hypot(s / 0.52, (v - knot) / 0.0048)
    inside = ((np.abs(s) < half) & (v > -0.001) & (v < length) & (u > 0) & (u < wide)) | (lump < 1)
    thread = np.cos(2 * np.pi * s / half * 2.4)
    height = np.where(
        lump < 1,
        1.6 * np.sqrt(np.clip(1 - lump**2, 0, 1)),
        0.35 * thread + 0.9 * np.sqrt(np.clip(1 - (s / half) ** 2, 0, 1)),
    )
    tone = np.where(lump < 1, 0.02, 0.035 * thread - 0.03) + 0.02 * noise(size, (160, 14), rng)
    return inside.astype(np.float32), height.astype(np.float32), tone.astype(np.float32)

"""Folded paper: sheets creased into facets, cut out and hung one before the other in a raking light.

Every facet takes its tone from the way it faces, creases are worn light on ridges and dark in valleys, and each sheet
throws a soft shadow on those behind it.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from stylegui.painters.colour import Array, Palette, to_pixels
from stylegui.painters.field import Size, blurred, enlarged, noise, resized, smoothstep
from stylegui.painters.relief import lit, paper
from stylegui.painters.scenes.folded import LIGHT, Sheet, facing
from stylegui.painters.scenes.folded_animals import fox
from stylegui.painters.scenes.folded_land import mountain_lake
from stylegui.painters.scenes.stage import Stage

# night blue, dusk blue, peach, cream, orange, rust, dark, pine green, teal, rose
PALETTE = Palette(
    (
        "#1d2b53", "#4a6fa5", "#f3b58a", "#f6ecd9", "#e8762c", "#a63d2a", "#2a1f2b", "#2f5d50", "#5fa8a0", "#d9677a",
    )
)  # fmt: skip

SCENES = (mountain_lake, fox)
OVERSIZE, LEAST_PX = 1.75, 640


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, OVERSIZE, LEAST_PX)
    unit = max(large) / 1536
    scene = SCENES[seed % len(SCENES)]
    ratio, sheets = scene(size, rng, palette)
    stage = Stage.whole(large, ratio, margin=0.0)
    lab = np.zeros((large[1], large[0], 3), np.float32) + palette[0]
    relief = np.zeros((large[1], large[0]), np.float32)
    for sheet in sheets:
        _hang(lab, relief, sheet, stage, rng, unit)
    grain = paper(large, rng, 230)
    lab[..., 0] += 0.004 * grain + 0.014 * noise(large, 2, rng)
    lab = lit(lab, blurred(relief, 0.7 * unit) + 0.62 * unit * grain, depth=0.42 / unit, gloss=0.12)
    return to_pixels(resized(blurred(lab, 0.75 * unit), size))


def _hang(lab: Array, relief: Array, sheet: Sheet, stage: Stage, rng: np.random.Generator, unit: float) -> None:
    """Hang one more sheet in front: changes `lab` and `relief` about it."""
    corners = stage.pixels(sheet.corners[..., :2].reshape(-1, 2)).reshape(-1, 3, 2)
    drop = sheet.lift * unit
    margin = 3.5 * drop + 6 * unit + 2
    left, top = np.maximum(np.floor(corners.min(axis=(0, 1)) - margin).astype(int), 0)
    right, bottom = np.minimum(np.ceil(corners.max(axis=(0, 1)) + margin).astype(int), stage.size)
    if right - left < 2 or bottom - top < 2:
        return
    part = np.s_[top:bottom, left:right]
    corners = corners - (left, top)
    image = Image.new("I", (right - left, bottom - top), 0)
    draw = ImageDraw.Draw(image)
    for number, facet in enumerate(corners.tolist(), 1):
        draw.polygon([(x, y) for x, y in facet], fill=number)
    facet_at = np.asarray(image)
    cover = (facet_at > 0).astype(np.float32)
    under = lab[part]
    if drop > 0:
        cast = blurred(_moved(cover, 0.8 * drop, 1.1 * drop), 0.75 * drop)
        tight = blurred(_moved(cover, 0.2 * drop, 0.25 * drop), 0.25 * drop)
        under[..., 0] *= 1 - 0.34 * cast - 0.16 * tight
    tint, worn = _folded(sheet, corners, facet_at, rng, unit)
    edge = blurred(cover, 0.8 * unit)
    spread = blurred(tint * cover[..., None], 0.8 * unit) / np.maximum(edge, 1e-3)[..., None]
    soft = smoothstep(0.15, 0.85, edge)[..., None]
    lab[part] = under * (1 - soft) + np.where(cover[..., None] > 0, tint, spread) * soft
    rise = (2.6 * unit if drop > 0 else 0.0) + 1.5 * unit * worn
    relief[part] = np.where(cover > 0, rise, relief[part])


def _moved(cover: Array, right_px: float, down_px: float) -> Array:
    """A mask moved right and down, with nothing coming in."""
    dx, dy = round(right_px), round(down_px)
    result = np.zeros_like(cover)
    result[dy:, dx:] = cover[: cover.shape[0] - dy, : cover.shape[1] - dx]
    return result


def _folded(
    sheet: Sheet, corners: Array, facet_at: Array, rng: np.random.Generator, unit: float
) -> tuple[Array, Array]:  # fmt: skip
    """The paper of a sheet, (H, W, 3) OKLab, and how worn its creases are: above 0 on ridges, below in valleys."""
    tone = 0.30 * sheet.crease * (facing(sheet.corners) - LIGHT[2]) + rng.normal(0, 0.012, len(corners))
    tone = np.tanh(tone / 0.17) * 0.17
    colours = np.vstack([np.zeros((1, 3)), sheet.colours]).astype(np.float32)
    colours[1:, 0] += tone * (0.45 + 0.75 * colours[1:, 0])
    colours[1:, 1:] *= (1 + 0.9 * np.clip(-tone, 0, 0.2) - 0.8 * np.clip(tone, 0, 0.3))[:, None]
    centre = corners.mean(axis=1, keepdims=True)
    middle = np.vstack([np.zeros((1, 2)), centre[:, 0]]).astype(np.float32)
    reach = np.concatenate([[1.0], np.hypot(*np.abs(corners - centre).max(axis=1).T) + 1.0]).astype(np.float32)
    turn = rng.normal(0.9, 0.5, len(reach)).astype(np.float32)
    y, x = np.mgrid[0 : facet_at.shape[0], 0 : facet_at.shape[1]].astype(np.float32)
    along = (x - middle[facet_at, 0]) * np.cos(turn)[facet_at] + (y - middle[facet_at, 1]) * np.sin(turn)[facet_at]
    tint = colours[facet_at]
    tint[..., 0] -= 0.042 * np.clip(along / reach[facet_at], -1.2, 1.2) * (0.4 + tint[..., 0])
    step = np.concatenate([[0.0], tone])[facet_at].astype(np.float32)
    between = np.zeros_like(step)
    for ahead, behind in ((np.s_[1:, :], np.s_[:-1, :]), (np.s_[:, 1:], np.s_[:, :-1])):
        fold = (facet_at[ahead] != facet_at[behind]) & (facet_at[ahead] > 0) & (facet_at[behind] > 0)
        darker = step[ahead] < step[behind]  # away from the light, which comes from the upper left: a ridge
        between[ahead] = np.where(fold, np.where(darker, 1.0, -0.6), between[ahead])
    worn = np.clip(blurred(between, 1.0 * unit) * 2.0 * unit, -1, 1) * (0.35 + 0.65 * sheet.crease)
    near = np.clip(blurred(np.abs(between), 4.0 * unit) * 5 * unit, 0, 1)
    tint[..., 0] += (0.085 * worn - 0.018 * near) * (0.5 + 0.6 * tint[..., 0])
    return tint, worn

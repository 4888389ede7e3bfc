"""Mosaic: rows of cut stone and glass that run along the forms they show, set by hand in mortar.

Every bed of tesserae has a field whose level lines are its rows (the andamento); the rows are cut into tiles along
their length, so that tiles turn with the form and grow wedge-shaped in its bends. After A. Hausner, "Simulating
Decorative Mosaics", SIGGRAPH 2001, with rows traced in place of his relaxation. Each tile has its own colour and tilt;
gold ones flash where they lean toward the light.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from stylegui.painters.colour import Array, Palette, shifted, to_pixels
from stylegui.painters.contours import level_lines, nearest_px, resampled, signed_px
from stylegui.painters.field import (
    Size,
    blurred,
    enlarged,
    fbm,
    mix,
    noise,
    plan_size,
    resized,
    slope,
    smoothstep,
    window,
)
from stylegui.painters.relief import lit
from stylegui.painters.scenes.mosaic_beds import LONG_SIDE, Bed
from stylegui.painters.scenes.mosaic_cartoons import CARTOONS

# deep blue, mid blue, turquoise, white stone, gold, ochre, red, outline, green, mortar
PALETTE = Palette(
    (
        "#14346b", "#2f78b4", "#79c3bd", "#f2ead6", "#dca73a", "#c9742e", "#b5312b", "#1d1a24", "#5d8a3c", "#8d8474",
    )
)  # fmt: skip

OVERSIZE, LEAST_PX = 1.5, 512  # tiles are set larger than the picture, and never so small that only joints are left
JOINT = 0.075  # of a tile, on each side


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    plan = plan_size(size, LONG_SIDE)
    beds = CARTOONS[seed % len(CARTOONS)](plan, rng, palette)
    owner = np.zeros((plan[1], plan[0]), np.int64)
    for number, bed in enumerate(beds):
        owner[bed.mask > 0.5] = number
    large = enlarged(size, OVERSIZE, LEAST_PX)
    scale = large[0] / plan[0]
    tiles = np.zeros((large[1], large[0]), np.int64)
    laid: list[tuple[int, Array]] = []
    for place, bed in enumerate(beds):
        visible = owner == place
        corners = _tiles(bed, visible, rng)
        if not len(corners):
            continue
        first = 1 + sum(len(c) for _, c in laid)
        laid.append((place, corners))
        _draw_in(tiles, corners * scale, visible, scale, first)
    spare = _fillers(tiles, plan, beds, owner, rng)
    if len(spare):
        first = 1 + sum(len(c) for _, c in laid)
        laid.append((-1, spare))
        tiles = np.where(tiles > 0, tiles, _drawn(spare * scale, large, first))
    colours, gold = _chosen(beds, owner, laid, rng)
    unit = max(large) / 1536
    return to_pixels(resized(blurred(_set(tiles, colours, gold, palette, rng, unit), 1.0 * unit), size))


def _draw_in(number: Array, corners: Array, visible: Array, scale: float, first: int) -> None:
    """Number the tiles of a bed in the large plane, cut off where the bed ends."""
    part = window(visible, 6)
    depth = np.clip(signed_px(visible[part]), -4, 4)
    top, left = round(part[0].start * scale), round(part[1].start * scale)
    end = min(round((part[0].start + depth.shape[0]) * scale), number.shape[0])
    right = min(round((part[1].start + depth.shape[1]) * scale), number.shape[1])
    size = (right - left, end - top)
    inside = resized(depth, size) > 0
    region = number[top:end, left:right]
    region[inside] = _drawn(corners - np.array([left, top], np.float32), size, first)[inside]


def _tiles(bed: Bed, visible: Array, rng: np.random.Generator) -> Array:
    """(N, 4, 2) corners of the tiles of one bed, in pixels of the plan."""
    tile = bed.tile * LONG_SIDE
    part = window(visible, 12)
    visible = visible[part]
    if not visible.size:
        return np.zeros((0, 4, 2), np.float32)
    phase = bed.rows[part] * LONG_SIDE / tile
    across, down = slope(phase)
    steep = np.hypot(across, down)
    near = signed_px(visible) > -0.3 * tile
    found = []
    for line in level_lines(phase + 0.5, near):
        reach = float(np.hypot(*np.diff(line, axis=0).T).sum())
        if reach < 0.35 * tile:
            continue
        points, step = resampled(line, tile * bed.stretch)
        count = len(points) - 1
        if count > 2:
            slack = rng.normal(0, 0.09, count + 1)
            slack[[0, -1]] = 0
            ahead = np.gradient(points, axis=0)
            points = points + ahead * slack[:, None].astype(np.float32)
        column = np.clip(np.rint(points[:, 0]).astype(int), 0, phase.shape[1] - 1)
        row = np.clip(np.rint(points[:, 1]).astype(int), 0, phase.shape[0] - 1)
        half = 0.5 / np.clip(steep[row, column] * tile, 0.72, 1.5) * tile
        tangent = np.gradient(points, axis=0)
        if count > 2 and np.hypot(*(points[0] - points[-1])) < 1e-3:
            tangent[0] = tangent[-1] = points[1] - points[-2]
        tangent /= np.maximum(np.hypot(tangent[:, 0], tangent[:, 1]), 1e-6)[:, None]
        out = np.stack([-tangent[:, 1], tangent[:, 0]], axis=1) * (half - JOINT * tile)[:, None]
        leg = np.diff(points, axis=0)
        inset = leg * (JOINT * tile / max(step, 1e-6))
        start, end = points[:-1] + inset, points[1:] - inset
        found.append(np.stack([start + out[:-1], end + out[1:], end - out[1:], start - out[:-1]], axis=1))
    if not found:
        return np.zeros((0, 4, 2), np.float32)
    corners = np.concatenate(found) + np.array([part[1].start, part[0].start], np.float32)
    return np.asarray(corners + rng.normal(0, 0.045 * tile, corners.shape), dtype=np.float32)


def _fillers(number: Array, plan: Size, beds: list[Bed], owner: Array, rng: np.random.Generator) -> Array:
    """(N, 4, 2) corners of the odd pieces that close the gaps where rows meet."""
    y = (np.arange(plan[1]) + 0.5) * number.shape[0] / plan[1]
    x = (np.arange(plan[0]) + 0.5) * number.shape[1] / plan[0]
    taken = number[y.astype(int)[:, None], x.astype(int)[None, :]] > 0
    if not taken.any():
        return np.zeros((0, 4, 2), np.float32)
    tile = np.array([bed.tile * LONG_SIDE for bed in beds])[owner]
    room = nearest_px(taken)
    rows, columns = np.nonzero(room > 0.30 * tile)
    order = np.argsort(-room[rows, columns], kind="stable")
    free = np.ones(taken.shape, bool)
    found = []
    for row, column in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        if not free[row, column]:
            continue
        reach = float(min(room[row, column] * 1.15, tile[row, column] * 0.6))
        clear = int(reach * 1.7) + 1
        free[max(0, row - clear) : row + clear + 1, max(0, column - clear) : column + clear + 1] = False
        turn = rng.uniform(0, np.pi) + np.arange(4) * np.pi / 2 + rng.normal(0, 0.25, 4)
        radius = reach * rng.uniform(0.85, 1.25, 4)
        found.append(np.stack([column + radius * np.cos(turn), row + radius * np.sin(turn)], axis=1))
    return np.asarray(found, dtype=np.float32).reshape(-1, 4, 2)


def _drawn(corners: Array, size: Size, first: int) -> Array:
    """(H, W) int: the number of the tile that lies there, `first` onward, 0 for none."""
    image = Image.new("I", size, 0)
    draw = ImageDraw.Draw(image)
    for number, quad in enumerate(corners.tolist(), first):
        draw.polygon([(x, y) for x, y in quad], fill=number)
    return np.asarray(image)


def _chosen(
    beds: list[Bed], owner: Array, laid: list[tuple[int, Array]], rng: np.random.Generator
) -> tuple[Array, Array]:
    """(N + 1, 3) OKLab and (N + 1,) share of gold of every tile; row 0 is the mortar's."""
    colours, gold = [np.zeros((1, 3), np.float32)], [np.zeros(1, np.float32)]
    for place, corners in laid:
        middle = np.rint(corners.mean(axis=1)).astype(int)
        x, y = np.clip(middle[:, 0], 0, owner.shape[1] - 1), np.clip(middle[:, 1], 0, owner.shape[0] - 1)
        of = np.full(len(x), place) if place >= 0 else owner[y, x]
        own = np.zeros((len(x), 3), np.float32)
        share = np.zeros(len(x), np.float32)
        for number, bed in enumerate(beds):
            mine = of == number
            own[mine] = bed.lab[y[mine], x[mine]]
            share[mine] = bed.gold[y[mine], x[mine]]
        spread = rng.normal(0, 1, (len(x), 3))
        shades = np.round(spread[:, 0] * 1.6) / 1.6  # stone comes in a few shades, not in all
        varied = own.copy()
        varied[:, 0] += 0.042 * shades
        cosine, sine = np.cos(0.13 * spread[:, 1]), np.sin(0.13 * spread[:, 1])
        strong = 1 + 0.13 * spread[:, 2]
        varied[:, 1] = (own[:, 1] * cosine - own[:, 2] * sine) * strong
        varied[:, 2] = (own[:, 1] * sine + own[:, 2] * cosine) * strong
        colours.append(varied)
        gold.append((rng.random(len(x)) < share).astype(np.float32))
    return np.concatenate(colours).astype(np.float32), np.concatenate(gold)


def _set(number: Array, colours: Array, gold: Array, palette: Palette, rng: np.random.Generator, unit: float) -> Array:
    """The tiles set in mortar and lit, (H, W, 3) OKLab."""
    size = (number.shape[1], number.shape[0])
    count = len(colours)
    area = np.bincount(number.ravel(), minlength=count)
    large = area > 0.12 * np.median(area[1:][area[1:] > 0]) if count > 1 else area > 0
    number = np.where(large[number], number, 0)
    tile = (number > 0).astype(np.float32)
    tile[:, 1:] *= (number[:, 1:] == number[:, :-1]) | (number[:, 1:] == 0) | (number[:, :-1] == 0)
    tile[1:] *= (number[1:] == number[:-1]) | (number[1:] == 0) | (number[:-1] == 0)
    y, x = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    weight = np.maximum(area, 1)
    off_x = x - (np.bincount(number.ravel(), weights=x.ravel(), minlength=count) / weight)[number].astype(np.float32)
    off_y = y - (np.bincount(number.ravel(), weights=y.ravel(), minlength=count) / weight)[number].astype(np.float32)
    tilt = rng.normal(0, 0.11, (2, count)).astype(np.float32) * (1 + 0.7 * gold)
    plane = off_x * tilt[0][number] + off_y * tilt[1][number]
    worn = blurred(tile, 1.7 * unit)
    rough = fbm(size, 60, rng, 3)
    height = 4.2 * unit * smoothstep(0.25, 0.98, worn) + (plane + 0.45 * unit * rough) * tile
    sand = fbm(size, 150, rng, 2)
    mortar = shifted(palette[9], -0.06) + 0 * off_x[..., None]
    mortar[..., 0] += 0.035 * sand - 0.06 * (1 - blurred(1 - tile, 3 * unit))
    stone = colours[number]
    grain = 0.016 * noise(size, 110, rng) + 0.012 * rough
    stone[..., 0] += grain * (1 - 0.6 * gold[number])
    facing = np.clip(-(tilt[0] + tilt[1]) / 0.26, -1, 1)  # toward the upper left
    leaf = gold[number] * (0.15 * facing[number] + 0.018 * unit**-1 * plane)
    stone[..., 0] += leaf + 0.035 * facing[number] * (1 - gold[number])
    lab = mix(mortar, stone, smoothstep(0.30, 0.62, worn))
    lab = lit(lab, blurred(height, 0.9 * unit), depth=0.42 / unit, gloss=0.5)
    flash = gold[number] * smoothstep(0.55, 1.0, facing[number]) * smoothstep(0.6, 1.0, worn)
    flash = flash * smoothstep(-2.0, 6.0, -(off_x + off_y) / unit)
    lab[..., 0] += 0.22 * flash * np.clip(1 - lab[..., 0], 0, 1) / 0.4
    soft = blurred(tile, 14 * unit) - blurred(tile, 60 * unit)
    lab[..., 0] += 0.05 * soft + 0.018 * noise(size, 2.5, rng)
    return lab

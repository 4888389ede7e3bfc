"""Circuit: a board whose traces draw a picture: a thinking head, a city by a river, a moth.

Traces are the level lines of distances in the octagonal norm, so they run in parallel at right angles and 45 degrees
and turn with mitred corners, as a router lays them. They are copper under lacquer: raised, worn where handled; pads are
tinned, parts stand on them and throw shadows, white print names them.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from stylegui.painters.colour import Array, Palette, ramp, shifted, to_pixels
from stylegui.painters.field import Size, blurred, enlarged, fbm, grid, mix, noise, resized, smoothstep
from stylegui.painters.relief import lit
from stylegui.painters.scenes.board_parts import PITCH
from stylegui.painters.scenes.boards import Board, city, head, moth
from stylegui.painters.study import pairs

# lacquer, lacquer's light, copper, gold, print, part, light, second light
PALETTE = Palette(("#0d3b34", "#1f8a63", "#c9783f", "#f0c865", "#f3eeda", "#1b1b22", "#ff5a3c", "#58c8f2"))

OVERSIZE = 1.6


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    board = (head, city, moth)[seed % 3](size[0] / max(size), size[1] / max(size), rng)
    large = enlarged(size, OVERSIZE)
    lab = _made(board, large, rng, palette)
    return to_pixels(resized(blurred(lab, 0.6 * max(large) / 1638), size))  # the lacquer rounds every edge


def _drawn(size: Size, shapes: list[tuple[str, list[float], int]]) -> Array:
    """(H, W): circles and boxes ("round" or "box", corners in long sides, value 0 … 255), later ones over earlier."""
    image = Image.new("L", size, 0)
    draw = ImageDraw.Draw(image)
    for kind, corners, value in shapes:
        box = [c * max(size) for c in corners]
        if box[2] - box[0] < 0.3:
            continue
        if kind == "round":
            draw.ellipse(box, fill=value)
        else:
            draw.rounded_rectangle(box, radius=0.12 * min(box[2] - box[0], box[3] - box[1]), fill=value)
    return np.asarray(image, dtype=np.float32) / 255


def _traces(board: Board, size: Size, rng: np.random.Generator) -> tuple[Array, Array]:
    """(H, W): the copper of the upper layer, and what shimmers through from the lower one."""
    lane = resized(board.lane, size, Image.Resampling.BILINEAR)
    live = resized(board.live, size, Image.Resampling.BILINEAR)
    zone = resized(board.zone, size, Image.Resampling.BILINEAR)
    number = np.rint(lane)
    width = 0.17 + 0.11 * ((number * 7) % 5 == 0) + 0.05 * ((number * 3) % 4 == 1)
    soft = np.clip(1.0 / (PITCH * max(size)), 0.02, 0.5)
    core = smoothstep(width + soft, width - soft, np.abs(lane - number))
    upper = core * smoothstep(0.42, 0.58, live) * smoothstep(0.5, 0.9, zone)
    x, y = grid(size)
    diagonal = (x + y * np.sign(noise(size, 3, rng))) / PITCH / 1.6
    lower = smoothstep(0.30, 0.20, np.abs(diagonal - np.rint(diagonal))) * smoothstep(0.3, 0.5, noise(size, 5, rng))
    return np.asarray(upper), np.asarray(lower)


def _made(board: Board, size: Size, rng: np.random.Generator, palette: Palette) -> Array:
    """Lacquer, copper, print, parts, light; OKLab."""
    unit = max(size) / 1638
    upper, lower = _traces(board, size, rng)
    cloud, fine = fbm(size, 4, rng, 5), fbm(size, 90, rng, 3)
    inside = resized(board.figure, size, Image.Resampling.BILINEAR)
    deep = mix(palette[0], shifted(palette[0], -0.10), 0.7)
    lacquer = mix(np.broadcast_to(palette[0], (*cloud.shape, 3)), deep, smoothstep(-0.4, 1.2, cloud))
    lacquer = mix(lacquer, mix(palette[0], palette[1], 0.30), 0.9 * inside)
    lacquer[..., 0] += 0.006 * fine
    lab = mix(lacquer, mix(palette[0], palette[1], 0.45), 0.26 * lower)
    ground = resized(board.water, size, Image.Resampling.BILINEAR)
    lab = mix(lab, mix(palette[7], palette[0], 0.55), smoothstep(0.4, 0.6, ground))
    under_lacquer = mix(palette[1], palette[2], 0.16)
    bare = ramp([palette[2], palette[3]], np.clip(0.4 + 0.35 * cloud, 0, 1))
    worn = np.clip(
        smoothstep(0.5, 1.3, fbm(size, 7, rng, 5) + 0.5 * inside) + 0.80 * smoothstep(0.3, 0.7, inside), 0, 1
    )
    copper = mix(np.broadcast_to(under_lacquer, lab.shape), bare, worn)
    copper[..., 0] += 0.018 * fine + 0.03 * cloud
    lab = mix(lab, copper, upper)
    relief = 2.0 * blurred(upper, 0.8 * unit) + 0.25 * lower
    lab, relief = _fitted(board, lab, relief, size, rng, palette)
    scratch = smoothstep(2.4, 2.8, noise(size, (160, 18), rng))
    lab = mix(lab, palette[4], 0.25 * scratch)
    lab = lit(lab, (relief + 0.10 * fine) * unit, depth=0.55 / unit, gloss=0.9)
    x, y = grid(size)
    sheen = np.exp(-(((x * 0.8 + y - 0.55 - 0.05 * cloud) / 0.22) ** 2))
    lab[..., 0] += 0.045 * sheen
    for cx, cy, reach, place in board.glows:
        r = np.hypot(x - cx, y - cy)
        lab = mix(lab, palette[place], np.clip(0.70 * np.exp(-((r / reach) ** 2)), 0, 0.8))
        lab = mix(lab, mix(palette[place], palette[4], 0.75), np.exp(-((r / (0.28 * reach)) ** 2)))
    return lab


def _fitted(
    board: Board, lab: Array, relief: Array, size: Size, rng: np.random.Generator, palette: Palette
) -> tuple[Array, Array]:  # fmt: skip
    """Pads, vias, printed outlines and the parts with their shadows."""
    unit = max(size) / 1638
    tin = mix(palette[3], palette[4], 0.30)
    pads, holes = [], []
    for x, y, r in board.vias:
        pads.append(("round", [x - r, y - r, x + r, y + r], 255))
        holes.append(("round", [x - 0.46 * r, y - 0.46 * r, x + 0.46 * r, y + 0.46 * r], 255))
    for part in board.parts:
        pads += [("box", [*corners], 255) for corners in part.pads()]
    pad = _drawn(size, pads)
    lab = mix(lab, tin, pad)
    relief = relief * (1 - pad) + 2.6 * blurred(pad, 1.2 * unit)
    hole = _drawn(size, holes)
    lab, relief = mix(lab, shifted(palette[5], -0.05), hole), relief - 3 * hole
    image = Image.new("L", size, 0)
    pen = ImageDraw.Draw(image)
    for line in board.print_:
        pen.line(pairs(np.asarray(line, np.float64) * max(size)), fill=230, width=max(1, round(2.1 * unit)))
    for part in board.parts:
        pen.rectangle([c * max(size) for c in part.outline()], outline=220, width=max(1, round(2 * unit)))
    chalk = np.asarray(image, dtype=np.float32) / 255 * np.clip(0.86 + 0.12 * noise(size, 120, rng), 0, 1)
    lab = mix(lab, palette[4], 0.92 * chalk)
    bodies = [(shape, part) for part in board.parts for shape in part.bodies()]
    shade = _drawn(
        size, [(kind, [c[0] + 0.004, c[1] + 0.006, c[2] + 0.004, c[3] + 0.006], 255) for (kind, c, _), _ in bodies]
    )
    lab[..., 0] -= 0.24 * blurred(shade, 3.5 * unit)
    looks = {
        "part": palette[5],
        "pale": mix(palette[4], palette[5], 0.25),
        "tin": tin,
        "light": palette[6],
        "cool": palette[7],
    }
    for look, colour in looks.items():
        mask = _drawn(size, [(kind, corners, 255) for (kind, corners, name), _ in bodies if name == look])
        if not mask.any():
            continue
        body = np.broadcast_to(colour, lab.shape).astype(np.float32).copy()
        body[..., 0] += 0.02 * fbm(size, 120, rng, 3)
        lab = mix(lab, body, mask)
        relief = (
            relief * (1 - mask) + (7 if look == "part" else 5) * blurred(mask, 2.2 * unit) * (mask > 0) + 1.5 * mask
        )
    legends = [line for part in board.parts for line in part.legend(rng)]
    image = Image.new("L", size, 0)
    pen = ImageDraw.Draw(image)
    for line in legends:
        pen.line(pairs(np.asarray(line, np.float64) * max(size)), fill=200, width=max(1, round(1.6 * unit)))
    return mix(lab, palette[4], 0.8 * np.asarray(image, dtype=np.float32) / 255), relief

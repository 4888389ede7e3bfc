"""Ukiyo-e: a colour woodblock print of the floating world, one block for each colour and a key block for the lines.

Each block is inked with its own hand: pigment wiped off toward one side (bokashi), the grain of the cherry plank, the
swirl of the rubbing pad and the fibres of mulberry paper all show, and no two blocks meet quite exactly.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, to_pixels
from stylegui.painters.field import (
    Size,
    blurred,
    edge_distance,
    enlarged,
    fbm,
    mix,
    noise,
    resized,
    smoothstep,
    warped,
)
from stylegui.painters.relief import lit
from stylegui.painters.scenes.blocks import KEY, Blocks
from stylegui.painters.scenes.great_wave import great_wave
from stylegui.painters.scenes.red_mountain import red_mountain
from stylegui.painters.scenes.snow_bridge import snow_bridge
from stylegui.painters.scenes.stage import Plate, Stage
from stylegui.painters.wood import plank

# paper, key line, deep blue, light blue, ochre, red, pine green, haze
PALETTE = Palette(("#f0e3c6", "#1b2540", "#23507f", "#86b3bd", "#dca15c", "#c2452f", "#5c7452", "#cdbf9f"))
MOTIFS = (great_wave, snow_bridge, red_mountain)


class Sheet:
    """Mulberry paper and what has been pressed on it, (H, W, 3) OKLab, with the dents of the blocks (H, W)."""

    def __init__(self, stage: Stage, palette: Palette, rng: np.random.Generator) -> None:
        self.size, self.rng, self.palette = stage.size, rng, palette
        self.px = max(stage.size) / 1024
        self.plank = plank(stage.size, rng, 34)
        self.cloudy = fbm(stage.size, 5, rng, 4)
        self.fine = noise(stage.size, 300, rng)
        self.fibres = _fibres(stage, rng)
        self.lab = np.broadcast_to(palette[0], (stage.size[1], stage.size[0], 3)).astype(np.float32).copy()
        self.lab[..., 0] += 0.012 * fbm(stage.size, (20, 60), rng, 3)
        self.dents = np.zeros(stage.size[::-1], np.float32)

    def press(self, block: Array, place: int, cover: float = 0.93) -> None:
        """Print one block (H, W; how much ink it holds) a little out of register."""
        shift = self.rng.normal(0, 0.85 * self.px, 2)
        block = warped(block, np.full(block.shape, shift[0], np.float32), np.full(block.shape, shift[1], np.float32))
        rubbed = 1 + 0.085 * self.plank + 0.06 * self.cloudy + 0.03 * self.fine
        missed = smoothstep(2.5, 3.1, self.fine + 0.5 * self.cloudy - 0.4 * self.plank)
        film = np.clip(block * cover * rubbed * (1 - 0.35 * missed) * (1 - 0.16 * self.fibres), 0, 1)
        rim = np.clip(block - blurred(block, 2.2 * self.px), 0, 1)
        self.lab = mix(self.lab, self.palette[place], film)
        self.lab[..., 0] += block * (0.016 * self.plank - 0.05 * rim)
        self.dents -= 0.5 * block

    def lines(self, key: Array) -> None:
        """Print the key block: thin sumi ink that fails here and there on the fibres."""
        shift = self.rng.normal(0, 0.5 * self.px, 2)
        key = warped(key, np.full(key.shape, shift[0], np.float32), np.full(key.shape, shift[1], np.float32))
        spread = smoothstep(0.20, 0.80, blurred(key, 0.45 * self.px) + 0.05 * self.fine)
        worn = 1 - 0.45 * smoothstep(0.9, 2.0, self.fine + 0.6 * self.cloudy) - 0.10 * self.fibres
        self.lab = mix(self.lab, self.palette[KEY], np.clip(spread * worn * 0.94, 0, 1))
        self.dents -= 0.9 * spread


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, 1.5)
    stage = Stage(large)
    motif = MOTIFS[seed % len(MOTIFS)]
    blocks = Blocks(stage, rng)
    motif(blocks)
    if seed // 6 % 2:
        blocks.mirror()
    sheet = Sheet(stage, palette, rng)
    edge = _margin(large, rng)
    masks = {block: blocks.areas.mask(block) * edge for block in range(2, 8)}
    for block, mask in masks.items():
        sheet.press(mask, block)
    paper = blocks.areas.mask(0) * edge
    for wash in blocks.washes:
        over = sum((paper if block == 0 else masks[block] for block in wash.over), np.zeros_like(paper))
        sheet.press(over * np.clip(wash.amount, 0, 1), wash.colour, 0.88)
    soft = blurred(edge, 0.8 * sheet.px)
    frame = 4 * soft * (1 - soft)
    sheet.lines(np.maximum(blocks.key.mask() * edge, 0.85 * smoothstep(0.35, 0.8, frame)))
    sheet.lab[..., 0] -= 0.020 * sheet.fibres
    relief = blurred(sheet.dents, 1.2 * sheet.px) + 0.45 * sheet.fibres + 0.25 * sheet.fine
    return to_pixels(resized(lit(sheet.lab, relief * sheet.px, depth=0.20 / sheet.px), size))


def _fibres(stage: Stage, rng: np.random.Generator) -> Array:
    """(H, W) in [0, 1]: long curled fibres of the paper."""
    plate = Plate(stage, 1)
    count = 420
    starts = rng.uniform((0, 0), (stage.ratio, 1), (count, 2))
    heading = rng.uniform(0, 2 * np.pi, count)
    curl = rng.normal(0, 26, count)
    length = rng.uniform(0.015, 0.07, count)
    for start, angle, bend, reach in zip(starts, heading, curl, length, strict=True):
        turn = angle + bend * np.linspace(0, reach, 10)
        path = start + np.cumsum(np.stack([np.cos(turn), np.sin(turn)], axis=1) * reach / 10, axis=0)
        plate.line(path, 0.0007, int(rng.integers(120, 255)))
    return blurred(plate.mask(), 0.5 * max(stage.size) / 1024)


def _margin(size: Size, rng: np.random.Generator) -> Array:
    """(H, W) mask of the printed part of the sheet."""
    inset = edge_distance(size) + 0.0007 * noise(size, 16, rng)
    return smoothstep(0.0180, 0.0190, inset)

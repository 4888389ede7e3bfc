"""Painting a picture of any size in one pass: whole where it is small, in tiles with their surroundings where not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from stylegui.engine import colour
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.instant.brief import features_in
from stylegui.engine.instant.plain import REACH_PX, Brush, PlainNet

# With its surroundings a tile is 1024 px wide. Larger ones would repeat less, and 50 megapixels took 2.2 GB with 1024.
TILE_PX = 800
# What the network halves a picture by at its narrowest: tiles start at multiples of it, and sides are filled up to one.
STRIDE_PX = 8
# Fine light and shade below this many pixels is what the detail control brings back.
DETAIL_PX = 3

Check = Callable[[], None]


@dataclass(frozen=True, eq=False)
class Look:
    """Everything that one result's pixels are made with.

    `paint` is a brush, for a picture that is painted whole, or a network that holds the statistics of a larger one.
    `recolour` gives the photo the style's colours before the network sees it (None: it keeps its own); `detail` in
    [0, 1] is how much of the photo's fine light and shade comes back; `keep_chroma` leaves the photo its colours.
    """

    paint: Brush | PlainNet
    recolour: colour.ColourMap | None
    detail: float = 0.0
    keep_chroma: bool = False


@dataclass(frozen=True)
class Tile:
    """A rectangle (rows, columns) of the result, and the larger one of the photo that it is made from."""

    inner: tuple[slice, slice]
    outer: tuple[slice, slice]


def tiles(height: int, width: int, tile_px: int = TILE_PX, margin_px: int = REACH_PX) -> Iterator[Tile]:
    """Rectangles that cover a picture, each with as much of its surroundings as its pixels can depend on."""

    def spans(length: int) -> list[tuple[slice, slice]]:
        if length <= tile_px + 2 * margin_px:
            return [(slice(0, length), slice(0, length))]
        starts = range(0, length, tile_px)
        inner = [(start, min(start + tile_px, length)) for start in starts]
        return [(slice(a, b), slice(max(0, a - margin_px), min(length, b + margin_px))) for a, b in inner]

    for rows in spans(height):
        for columns in spans(width):
            yield Tile((rows[0], columns[0]), (rows[1], columns[1]))


def prepared(photo: Tensor, look: Look) -> Tensor:
    """The photo as the network sees it: grey where only lightness is painted, in the style's colours."""
    seen = colour.grey(photo) if look.keep_chroma else photo
    return look.recolour(seen) if look.recolour is not None else seen


def filled(picture: Tensor) -> Tensor:
    """A picture (1, 3, H, W) with its last row and column repeated up to sides that the network can halve."""
    below, right = (-side % STRIDE_PX for side in picture.shape[-2:])
    return F.pad(picture, (0, right, 0, below), mode="replicate") if below or right else picture


@torch.inference_mode()
def paint_part(photo: Tensor, look: Look, encoder: Encoder, check: Check | None = None) -> Tensor:
    """One pass over a picture or a part of one, (1, 3, H, W) in [0, 1] to the same."""
    height, width = photo.shape[-2:]
    seen = filled(prepared(photo, look)).contiguous(memory_format=torch.channels_last)
    painted = look.paint(seen, features_in(look.paint.dtype, seen, encoder, check))
    return finished(painted[..., :height, :width].clamp(0, 1), photo, look)


def finished(painted: Tensor, photo: Tensor, look: Look) -> Tensor:
    """The painted picture with the photo's fine light and shade, or its colours, where the look asks for them."""
    if look.detail > 0:
        lightness = colour.luma(photo)
        radius = DETAIL_PX
        smooth = F.avg_pool2d(F.pad(lightness, (radius,) * 4, mode="replicate"), 2 * radius + 1, 1)
        painted = (painted + look.detail * (lightness - smooth)).clamp(0, 1)
    return colour.with_chroma_of(painted, photo) if look.keep_chroma else painted


def paint_tiles(
    pixels: NDArray[np.uint8] | NDArray[np.uint16],
    look: Look,
    encoder: Encoder,
    check: Check | None = None,
    done: Callable[[float], None] | None = None,
) -> NDArray[np.uint16]:
    """Paint (H, W, 3) pixels of 8 or 16 bits, tile by tile: (H, W, 3) uint16.

    `check` is called between layers and may raise; `done` is told the share of the pixels that are painted.
    """
    height, width = pixels.shape[:2]
    result = np.empty((height, width, 3), np.uint16)
    scale = 1 / float(np.iinfo(pixels.dtype).max)
    painted = 0
    for tile in tiles(height, width):
        part = torch.from_numpy(np.ascontiguousarray(pixels[tile.outer], dtype=np.float32)).mul_(scale)
        part = part.permute(2, 0, 1).unsqueeze(0).to(encoder.device)
        answer = paint_part(part, look, encoder, check)[0].permute(1, 2, 0).cpu()
        (rows, columns), (top, left) = tile.inner, (tile.outer[0].start, tile.outer[1].start)
        inner = answer[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
        result[tile.inner] = inner.mul(65535).add_(0.5).numpy().astype(np.uint16)
        painted += inner.shape[0] * inner.shape[1]
        if done is not None:
            done(painted / (height * width))
    return result

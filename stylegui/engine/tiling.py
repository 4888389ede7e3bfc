"""Tiles of a large picture, in which an encoder finds exactly the features that it finds in the whole one.

A tile begins where the encoder's grid begins anew (a multiple of its total stride), and is looked at with as much
around it as its features depend on; at the picture's own border there is nothing around it, and the encoder pads there
as it does for the whole picture. The features inside of all tiles then are those of the whole picture, each once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from stylegui.engine import devices
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.encoders.interrupt import Check
from stylegui.engine.encoders.reach import Margins, margins, reach
from stylegui.engine.losses import Moments, moments, project_features

# So many tiles leave half the memory of one in pieces that fit nothing. Giving it back at each would cost a third more.
GIVE_BACK_EVERY = 8

Part = Callable[[slice, slice], Tensor]
"""Rows and columns to that part of a picture, (1, 3, h, w)."""


@dataclass(frozen=True)
class Tile:
    """Rows and columns of a tile, and of the larger part that is looked at for it."""

    inner: tuple[slice, slice]
    outer: tuple[slice, slice]

    def features(self, features: Tensor, step: int) -> tuple[slice, slice, slice, slice]:
        """Where in features (1, C, h, w) of the outer part, `step` pixels apart, those of the tile itself are."""
        rows, columns = (
            slice((inner.start - outer.start) // step, _end(inner, outer, step, size))
            for inner, outer, size in zip(self.inner, self.outer, features.shape[2:], strict=True)
        )
        return slice(None), slice(None), rows, columns


def _end(inner: slice, outer: slice, step: int, size: int) -> int:
    # At the picture's border the last feature may see less than a step of pixels, or that much may have none.
    return size if inner.stop == outer.stop else int((inner.stop - outer.start) // step)


def tiles(height: int, width: int, tile_px: int, around: Margins) -> Iterator[Tile]:
    """Tiles of nearly equal size, at most `tile_px` (rounded up to the grid) each way, that cover a picture."""

    def spans(length: int) -> list[slice]:
        if length <= tile_px + around.before + around.after:
            return [slice(0, length)]
        count = -(-length // tile_px)
        size = -(-length // (count * around.unit)) * around.unit
        return [slice(start, min(start + size, length)) for start in range(0, length, size)]

    for rows in spans(height):
        for columns in spans(width):
            yield surrounded((rows, columns), (height, width), around)


def surrounded(inner: tuple[slice, slice], size: tuple[int, int], around: Margins) -> Tile:
    """The tile of these rows and columns in a picture of a (height, width)."""
    rows, columns = (
        slice(
            max(0, part.start - around.before), length if part.stop == length else min(length, part.stop + around.after)
        )
        for part, length in zip(inner, size, strict=True)
    )
    return Tile(inner, (rows, columns))


@dataclass(frozen=True)
class Grid:
    """A picture cut into tiles for some layers of an encoder. `stride` is that of its first layer."""

    encoder: Encoder
    height: int
    width: int
    tile_px: int
    stride: int | None = None

    def tiles(self, taps: tuple[str, ...]) -> Iterator[Tile]:
        """The tiles for looking at these layers, one after another: what a tile needed is given back now and then."""
        around = margins(self.encoder.kind, taps, self.stride)
        for place, tile in enumerate(tiles(self.height, self.width, self.tile_px, around), 1):
            yield tile
            if place % GIVE_BACK_EVERY == 0:
                devices.release(self.encoder.device)

    def tile(self, inner: tuple[slice, slice], taps: tuple[str, ...]) -> Tile:
        """One of another layer's tiles, with as much around it as these layers need. They must not be deeper."""
        return surrounded(inner, (self.height, self.width), margins(self.encoder.kind, taps, self.stride))

    def step(self, tap: str) -> int:
        """Pixels between two units of a layer."""
        return reach(self.encoder.kind, tap, self.stride).step

    def features(self, part: Tensor, taps: tuple[str, ...], check: Check) -> dict[str, Tensor]:
        """Features of the outer part of a tile."""
        return self.encoder.features(part, taps, self.stride, check)


@dataclass(frozen=True)
class Moved:
    """Where a part of a moved picture comes from: rows and columns of the picture, and how many pixels are put on
    (mirrored) at the top, bottom, left and right, or taken off where that is negative."""

    source: tuple[slice, slice]
    pads: tuple[int, int, int, int]

    def of(self, pixels: Tensor) -> Tensor:
        """The part, from the pixels of `source`."""
        top, bottom, left, right = self.pads
        wide = F.pad(pixels, (max(0, left), max(0, right), max(0, top), max(0, bottom)), mode="reflect")
        height, width = wide.shape[2:]
        return wide[:, :, max(0, -top) : height + min(0, bottom), max(0, -left) : width + min(0, right)]


def moved(part: tuple[slice, slice], size: tuple[int, int], shift: tuple[int, int], most_px: int) -> Moved:
    """Rows and columns of a picture of a (height, width) whose pixel (y, x) is the one at (y, x) + `shift` of the
    unmoved one, mirrored at its border; each way it is moved by at most `most_px`."""
    source, pads = [], []
    for each, length, by in zip(part, size, shift, strict=True):
        first, last = each.start + by, each.stop + by
        # A border's mirror image is taken from this many pixels inside of it, which have to be there.
        low, high = max(0, min(first, length - most_px - 1)), min(length, max(last, most_px + 1))
        source.append(slice(low, high))
        pads += [low - first, last - high]
    return Moved((source[0], source[1]), (pads[0], pads[1], pads[2], pads[3]))


@dataclass(frozen=True, eq=False)
class Gathered:
    """Moments of a layer over a whole picture, and at how many positions."""

    moments: Moments
    positions: int


@torch.no_grad()
def gather(
    grid: Grid, part: Part, taps: tuple[str, ...], check: Check, projections: Mapping[str, Tensor] | None = None
) -> dict[str, Gathered]:
    """Moments over a whole picture, of which `part` gives parts, layer by layer; seen through `projections` where a
    layer has one.

    Sums are kept in float64 on the CPU. The moments are on the encoder's device.
    """
    counts, means, seconds = (dict.fromkeys(taps, 0), dict[str, Tensor](), dict[str, Tensor]())
    for tile in grid.tiles(taps):
        features = grid.features(part(*tile.outer), taps, check)
        for tap in taps:
            inner = features[tap][tile.features(features[tap], grid.step(tap))]
            count = inner.shape[2] * inner.shape[3]
            if not count:
                continue
            rows = (projections or {}).get(tap)
            found = moments(inner if rows is None else project_features(inner, rows))
            mean, second = (each.cpu().double() * count for each in (found.mean, found.second))
            means[tap] = means[tap] + mean if counts[tap] else mean
            seconds[tap] = seconds[tap] + second if counts[tap] else second
            counts[tap] += count
    device = grid.encoder.device
    return {
        tap: Gathered(Moments(*((sums[tap] / count).float().to(device) for sums in (means, seconds))), count)
        for tap, count in counts.items()
    }

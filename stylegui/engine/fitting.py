"""Which stages of a plan are painted whole and which in tiles, so that every one fits into the memory."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stylegui.engine import cost
from stylegui.engine.encoders.encoder import EncoderKind
from stylegui.engine.encoders.reach import margins
from stylegui.engine.plan import Scale, limit_plan

# Long sides of tiles. Larger ones repeat less of their surroundings, but the last of that is not worth their memory.
TILES_PX = (1024, 768, 512, 384, 256)
# What a run in tiles keeps for each pixel of its canvas: the picture, its two moments, its average and its gradient in
# float32, and the photo in 8 bits, with some air.
CANVAS_BYTES = 5 * 12 + 3 + 3
# What a step takes for each pixel of a tile with its surroundings, by encoder and stride of its first layer: the growth
# of the process's peak memory over many tiles. Half of one tile's own need comes on top of it, in pieces that the C
# library cannot use again.
TILE_BYTES: dict[tuple[str, int], float] = {
    ("builtin", 2): 1050.0,
    ("builtin", 1): 3750.0,
    ("squeezenet", 2): 1050.0,
    ("squeezenet", 1): 3750.0,
    ("vgg19", 1): 3800.0,
}


@dataclass(frozen=True)
class Shape:
    """What decides the memory of a run beside its plan. `aspect` is the photo's short side over its long one,
    `fullness` the largest such share of photo and styles (see `forecast.fullness`)."""

    kind: EncoderKind
    aspect: float
    fullness: float

    def stride(self, scale: Scale) -> int:
        """The stride of the encoder's first layer in a stage."""
        if self.kind.id == "vgg19" or scale.stride is None:
            return self.kind.stride
        return scale.stride

    def side_px(self, scale: Scale, tile_px: int) -> int:
        """A tile's side with its surroundings."""
        around = margins(self.kind, {**self.kind.style, **self.kind.content}, self.stride(scale))
        return tile_px + around.before + around.after

    def bytes(self, scale: Scale) -> float:
        """The most memory that a stage takes."""
        if not scale.tile_px:
            return cost.peak_bytes([scale], self.fullness, self.kind.id, self.kind.stride)
        canvas = cost.plan_pixels(scale, self.aspect)
        tile = min(canvas, self.side_px(scale, scale.tile_px) ** 2)
        return cost.BASE_BYTES + CANVAS_BYTES * canvas + TILE_BYTES[self.kind.id, self.stride(scale)] * tile


def peak_bytes(plan: tuple[Scale, ...], shape: Shape) -> float:
    """The most memory a plan takes at any time."""
    return max(shape.bytes(scale) for scale in plan)


def fitted(plan: tuple[Scale, ...], shape: Shape, free_bytes: float, tiles: bool = True) -> tuple[Scale, ...]:
    """The plan, with stages in tiles where they do not fit whole into the usable share of the free memory, and held to
    the largest size that fits where tiles do not help.

    Where `free_bytes` is 0 the free memory is not known, and all is tried whole. Without `tiles` none are made.
    """
    if not free_bytes:
        return plan
    room = free_bytes * cost.USABLE_SHARE
    if not tiles:
        return limit_plan(plan, cost.fitting_px(plan, shape.fullness, shape.kind.id, shape.kind.stride, free_bytes))
    done = [_fitted(scale, shape, room) for scale in plan]
    if all(done):
        return tuple(scale for scale in done if scale)
    whole_px = cost.fitting_px(plan, shape.fullness, shape.kind.id, shape.kind.stride, free_bytes)
    largest_px = max(whole_px, min(_largest_px(scale, shape, room) for scale in plan))
    return tuple(_fitted(scale, shape, room) or scale for scale in limit_plan(plan, largest_px))


def smaller_tiles(scale: Scale, shape: Shape) -> int:
    """The tiles to go on with after a stage ran out of memory: half as large as those that it had, or as its canvas; 0
    where that would not help."""
    largest = (scale.tile_px or scale.long_px) / 2
    return next((px for px in TILES_PX if px <= largest and shape.side_px(scale, px) < scale.long_px), 0)


def in_tiles(plan: tuple[Scale, ...], shape: Shape, tile_px: int) -> tuple[Scale, ...]:
    """The plan in tiles of at most this size, wherever tiles are smaller than the canvas."""

    def limited(scale: Scale) -> Scale:
        if 0 < scale.tile_px <= tile_px or shape.side_px(scale, tile_px) >= scale.long_px:
            return scale
        return replace(scale, tile_px=tile_px)

    return tuple(limited(scale) for scale in plan)


def _fitted(scale: Scale, shape: Shape, room: float) -> Scale | None:
    """The stage as it is, or in the largest tiles that fit; None where it is too large for any."""
    sizes = (px for px in TILES_PX if not 0 < scale.tile_px <= px and shape.side_px(scale, px) < scale.long_px)
    choices = (scale, *(replace(scale, tile_px=px) for px in sizes))
    return next((choice for choice in choices if shape.bytes(choice) <= room), None)


def _largest_px(scale: Scale, shape: Shape, room: float) -> int:
    """The longest canvas that fits in the smallest tiles; 0 where tiles take more than the canvas itself."""
    side_px = shape.side_px(scale, TILES_PX[-1])
    left = room - cost.BASE_BYTES - TILE_BYTES[shape.kind.id, shape.stride(scale)] * side_px**2
    longest_px = int((max(left, 0.0) / (CANVAS_BYTES * shape.aspect)) ** 0.5)
    return longest_px if longest_px > side_px else 0

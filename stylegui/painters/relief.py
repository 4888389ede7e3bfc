"""Light on a surface: thick paint, woven canvas and paper, lit from the upper left."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, blurred, fbm, noise, slope


def lit(lab: Array, height: Array, depth: float = 1.0, gloss: float = 0.0, angle: float = -2.36) -> Array:
    """An OKLab picture (H, W, 3) with its relief `height` (H, W; pixels) lit from `angle` (radians, image axes).

    `depth` scales the relief; `gloss` adds the small highlights of varnish on the facing slopes.
    """
    across, down = slope(height)
    toward = -(across * np.cos(angle) + down * np.sin(angle)) * depth
    shade = np.tanh(toward)
    result = np.array(lab, dtype=np.float32)
    light = result[..., 0]
    result[..., 0] = light + 0.16 * shade * (0.35 + 0.65 * light)
    dim = np.clip(1 + 0.25 * np.minimum(shade, 0), 0.6, 1.0)
    result[..., 1:] *= dim[..., None]
    if gloss > 0:
        spark = np.clip(shade - 0.45, 0, 1) ** 1.5 * gloss
        result[..., 0] += spark * (1.0 - result[..., 0])
        result[..., 1:] *= (1 - 0.7 * np.clip(spark, 0, 1))[..., None]
    return result


def weave(size: Size, rng: np.random.Generator, threads: float = 300) -> Array:
    """The height of a woven canvas, about ±1; `threads` fit in the long side."""
    width, height = size
    long_side = max(size)
    wobble = max(0.6, long_side / 1024)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) / long_side
    x = x + noise(size, 40, rng) * 0.0004 * wobble
    y = y + noise(size, 40, rng) * 0.0004 * wobble
    warp, weft = np.sin(2 * np.pi * threads * x), np.sin(2 * np.pi * threads * y)
    over = np.where(np.sin(np.pi * threads * x) * np.sin(np.pi * threads * y) > 0, warp, weft)
    return blurred(np.asarray(over, dtype=np.float32), 0.5) + 0.3 * noise(size, 60, rng)


def paper(size: Size, rng: np.random.Generator, tooth: float = 180) -> Array:
    """The height of cold-pressed paper, about unit variance."""
    return fbm(size, tooth, rng, 2) * 0.75 + fbm(size, tooth / 6, rng, 3) * 0.45

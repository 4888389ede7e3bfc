"""Fields: noise, blur, gradients and sampling on (H, W) float32 arrays, with nothing beyond numpy and Pillow."""

from __future__ import annotations

import numpy as np
from PIL import Image

from stylegui.painters.colour import Array

Size = tuple[int, int]  # width, height in pixels


def resized(values: Array, size: Size, resample: Image.Resampling = Image.Resampling.BICUBIC) -> Array:
    """(H, W) or (H, W, C) float32 at another size (width, height)."""
    if values.ndim == 3:
        return np.stack([resized(values[..., c], size, resample) for c in range(values.shape[2])], axis=-1)
    return np.asarray(Image.fromarray(np.ascontiguousarray(values, dtype=np.float32)).resize(size, resample))


def grid(size: Size) -> tuple[Array, Array]:
    """x and y of the pixel centres, both (H, W), in units of the long side; (0, 0) is the top left corner."""
    width, height = size
    scale = 1.0 / max(size)
    x = (np.arange(width, dtype=np.float32) + 0.5) * scale
    y = (np.arange(height, dtype=np.float32) + 0.5) * scale
    mesh = np.meshgrid(x, y)
    return mesh[0], mesh[1]


def edge_distance(size: Size) -> Array:
    """(H, W) how far each pixel is from the nearest edge of the picture, in long sides (within half a pixel)."""
    x, y = grid(size)
    return np.asarray(np.minimum(np.minimum(x, x.max() - x), np.minimum(y, y.max() - y)))


def enlarged(size: Size, times: float, least_px: int = 0) -> Size:
    """A size `times` as large, its long side at least `least_px`: pictures are painted large and reduced in the end."""
    times = max(times, least_px / max(size))
    return round(size[0] * times), round(size[1] * times)


def plan_size(size: Size, long_px: int) -> Size:
    """The size of a plan of a picture: of its shape, with a long side of `long_px`, 8 pixels at least."""
    return max(8, round(long_px * size[0] / max(size))), max(8, round(long_px * size[1] / max(size)))


def window(mask: Array, margin: int = 0) -> tuple[slice, slice]:
    """The rows and columns that hold all of a mask (H, W) and a margin round it; empty where the mask is."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return slice(0, 0), slice(0, 0)
    return (
        slice(max(0, int(rows[0]) - margin), int(rows[-1]) + margin + 1),
        slice(max(0, int(columns[0]) - margin), int(columns[-1]) + margin + 1),
    )


def noise(size: Size, cells: float | tuple[float, float], rng: np.random.Generator) -> Array:
    """Smooth noise, mean 0, about unit variance. `cells` (x, y) is how many bumps fit in the long side.

    The random grid depends on the cells and the shape only, so a picture keeps its forms at every size; bumps finer
    than a pixel fade out.
    """
    width, height = size
    across, down = cells if isinstance(cells, tuple) else (cells, cells)
    long_side = max(size)
    columns = max(2, round(across * width / long_side) + 3)
    rows = max(2, round(down * height / long_side) + 3)
    knots = rng.standard_normal((rows, columns)).astype(np.float32)
    box = (1.0, 1.0, 1.0 + (columns - 3) or 1.0, 1.0 + (rows - 3) or 1.0)
    if columns <= 3 or rows <= 3:
        box = (0.0, 0.0, float(columns), float(rows))
    picture = Image.fromarray(knots).resize((width, height), Image.Resampling.BICUBIC, box=box)
    return np.asarray(picture) * 1.4


def fbm(size: Size, cells: float | tuple[float, float], rng: np.random.Generator, octaves: int = 5) -> Array:
    """Fractal noise: octaves of half the amplitude at twice the frequency; mean 0, about unit variance."""
    across, down = cells if isinstance(cells, tuple) else (cells, cells)
    total = np.zeros((size[1], size[0]), dtype=np.float32)
    weight, square = 1.0, 0.0
    for octave in range(octaves):
        frequency = (across * 2**octave, down * 2**octave)
        total += weight * noise(size, frequency, rng)
        square += weight**2
        weight *= 0.5
    return np.asarray(total / np.sqrt(square))


def blurred(values: Array, sigma_px: float) -> Array:
    """Gaussian blur with reflected borders, (H, W) or (H, W, C)."""
    if sigma_px <= 0.05:
        return values
    if values.ndim == 3:
        return np.stack([blurred(values[..., c], sigma_px) for c in range(values.shape[2])], axis=-1)
    height, width = values.shape
    if sigma_px > 12:  # a wide blur has nothing fine in it: do it small
        factor = sigma_px / 4
        small = (max(4, round(width / factor)), max(4, round(height / factor)))
        reduced = resized(values, small, Image.Resampling.BOX)
        return resized(blurred(reduced, sigma_px * small[0] / width), (width, height))
    radius = max(1, int(np.ceil(3 * sigma_px)))
    offsets = np.arange(-radius, radius + 1)
    kernel = np.exp(-0.5 * (offsets / sigma_px) ** 2).astype(np.float32)
    kernel /= kernel.sum()
    result = np.asarray(values, dtype=np.float32)
    for axis in (0, 1):
        span = result.shape[axis]
        reach = [(0, 0), (0, 0)]
        reach[axis] = (radius, radius)
        padded = np.pad(result, reach, mode="symmetric")
        total = np.zeros_like(result)
        for index, share in enumerate(kernel):
            total += share * (padded[index : index + span] if axis == 0 else padded[:, index : index + span])
        result = total
    return result


def calmed(values: Array, size: Size, softness: float = 0.6) -> Array:
    """A finished (H, W, C) picture at its own size, without the grain of single pixels.

    `softness` is the blur in pixels at 1024. What is finer than that costs bytes, and a style transfer sees only noise.
    """
    return blurred(resized(values, size), softness * max(size) / 1024)


def slope(values: Array) -> tuple[Array, Array]:
    """d/dx and d/dy by central differences; 0 along an axis that is one pixel long."""
    plane = np.asarray(values, dtype=np.float32)
    across, down = (np.gradient(plane, axis=axis) if plane.shape[axis] > 1 else np.zeros_like(plane) for axis in (1, 0))
    return np.asarray(across), np.asarray(down)


def smoothstep(low: float, high: float, values: Array) -> Array:
    """0 below `low`, 1 above `high`, smooth between (also falling, when high < low)."""
    share = np.clip((values - low) / (high - low), 0.0, 1.0)
    return np.asarray(share * share * (3 - 2 * share))


def mix(first: Array, second: Array, share: Array | float) -> Array:
    """Blend two (H, W, 3) pictures or colours by an (H, W) share."""
    weight = np.asarray(share, dtype=np.float32)
    if weight.ndim == 2:
        weight = weight[..., None]
    return np.asarray(first * (1 - weight) + second * weight)


def warped(values: Array, dx_px: Array, dy_px: Array) -> Array:
    """Values fetched from (x + dx, y + dy), bilinear, with clamped borders."""
    height, width = values.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    return bilinear(values, x + dx_px, y + dy_px)


def bilinear(values: Array, x: Array, y: Array) -> Array:
    """Values at fractional pixel places (any shape), clamped at the borders."""
    height, width = values.shape[:2]
    x, y = np.asarray(np.clip(x, 0, width - 1.001)), np.asarray(np.clip(y, 0, height - 1.001))
    left, top = x.astype(np.int32), y.astype(np.int32)
    fx, fy = (x - left).astype(np.float32), (y - top).astype(np.float32)
    if values.ndim == 3:
        fx, fy = fx[..., None], fy[..., None]
    right, below = np.minimum(left + 1, width - 1), np.minimum(top + 1, height - 1)
    upper = values[top, left] * (1 - fx) + values[top, right] * fx
    lower = values[below, left] * (1 - fx) + values[below, right] * fx
    return np.asarray(upper * (1 - fy) + lower * fy)

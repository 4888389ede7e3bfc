"""Resizing of 8- and 16-bit samples."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def resize(samples: NDArray[Any], size: tuple[int, int]) -> NDArray[Any]:
    """(H, W) or (H, W, C) samples of type uint8 or uint16 as `size` = (width, height), with Lanczos filtering.

    Pillow widens the filter when it shrinks, so that every source pixel counts (no aliasing). It filters 8 bits in
    fixed point; 16 bits go through float32, a channel at a time.
    """
    if (samples.shape[1], samples.shape[0]) == size:
        return samples
    if samples.dtype == np.uint8:
        return np.asarray(Image.fromarray(samples).resize(size, Image.Resampling.LANCZOS))
    return _to_samples(_resize_float(samples.astype(np.float32), size), samples.dtype)


def resize_under_alpha(
    pixels: NDArray[Any], alpha: NDArray[Any], size: tuple[int, int]
) -> tuple[NDArray[Any], NDArray[Any]]:
    """(H, W, 3) pixels and (H, W) alpha as `size`, each pixel weighted by its alpha.

    Where a target pixel is (nearly) transparent its colour is the plain average, so that no colour gets lost there.
    """
    weight = alpha.astype(np.float32) / np.float32(np.iinfo(alpha.dtype).max)
    colours = pixels.astype(np.float32)
    small_weight = _resize_float(weight, size)
    weighted = _resize_float(colours * weight[..., None], size)
    visible = small_weight > 1 / 255
    mean = weighted / np.where(visible, small_weight, 1)[..., None]
    mixed = np.where(visible[..., None], mean, _resize_float(colours, size))
    small_alpha = small_weight * np.float32(np.iinfo(alpha.dtype).max)
    return _to_samples(mixed, pixels.dtype), _to_samples(small_alpha, alpha.dtype)


def _resize_float(values: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.float32]:
    planes = [values] if values.ndim == 2 else [values[..., channel] for channel in range(values.shape[2])]
    resized = [
        np.asarray(Image.fromarray(np.ascontiguousarray(plane)).resize(size, Image.Resampling.LANCZOS))
        for plane in planes
    ]
    return resized[0] if values.ndim == 2 else np.stack(resized, axis=-1)


def _to_samples(values: NDArray[np.float32], dtype: np.dtype[Any]) -> NDArray[Any]:
    return np.clip(np.rint(values), 0, np.iinfo(dtype).max).astype(dtype)

"""What a camera does to light: exposure, a filmic curve, vignetting, bloom and grain."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, linear_to_srgb
from stylegui.painters.field import blurred, noise


def developed(
    light: Array, rng: np.random.Generator, exposure: float = 1.0, bloom: float = 0.06, grain: float = 0.012
) -> Array:
    """Linear scene light (H, W, 3) to (H, W, 3) uint8 sRGB, as film would show it.

    The tone curve is the fit by K. Narkowicz, "ACES Filmic Tone Mapping Curve" (2016).
    """
    height, width = light.shape[:2]
    long_side = max(height, width)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    off = ((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2) * 2
    value = light * exposure * (1 - 0.32 * off)[..., None]
    bright = np.minimum(value, 4.0)
    halo = 0.6 * blurred(bright, long_side / 180) + 0.4 * blurred(bright, long_side / 30)
    value = value * (1 - bloom) + halo * bloom
    value = value * 0.8
    curve = np.clip(value * (2.51 * value + 0.03) / (value * (2.43 * value + 0.59) + 0.14), 0, 1)
    shown = linear_to_srgb(curve)
    speck = noise((width, height), long_side / 1.6, rng) * 0.7
    shown = shown + (grain * speck * (1 - 0.6 * np.abs(shown.mean(axis=2) - 0.4)))[..., None]
    return np.asarray(np.rint(np.clip(shown, 0, 1) * 255), dtype=np.uint8)


def denoised(light: Array, guide: Array, rounds: int = 3, strength: float = 1.0) -> Array:
    """Linear light (H, W, 3) with the grain of sampling smoothed, edges kept by a noise-free `guide` (H, W, G).

    An edge-avoiding à-trous wavelet, after H. Dammertz et al., HPG 2010, on the logarithm of the light.
    """
    result = np.log1p(light * 4)
    for level in range(rounds):
        step = 2**level
        total, weight = np.zeros_like(result), np.zeros(result.shape[:2], np.float32)
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                shift = (dy * step, dx * step)
                there = _shifted(result, shift)
                apart = ((_shifted(guide, shift) - guide) ** 2).sum(axis=2) / 0.012
                unlike = ((there - result) ** 2).sum(axis=2) / (0.20 * strength * 0.5**level)
                share = np.exp(-apart - unlike) * (0.5 ** (abs(dx) + abs(dy)))
                total += there * share[..., None]
                weight += share
        result = total / weight[..., None]
    return np.asarray(np.expm1(result) / 4)


def _shifted(values: Array, shift: tuple[int, int]) -> Array:
    """The picture moved by (rows, columns), its border repeated."""
    dy, dx = shift
    padded = np.pad(values, ((abs(dy), abs(dy)), (abs(dx), abs(dx)), (0, 0)), mode="edge")
    height, width = values.shape[:2]
    return padded[abs(dy) + dy : abs(dy) + dy + height, abs(dx) + dx : abs(dx) + dx + width]

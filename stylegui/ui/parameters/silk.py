"""The picture in a mixer pad: the styles' colours as folds of silk that run from each corner into the others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stylegui.ui.parameters.mixing import shares_at

GAMMA = 2.2  # near enough to sRGB's curve for an ornament
LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
STREAKS = 1.15  # how far the styles part into streaks where they mix; 0 blends them evenly
GOLDEN = 0.618
GLOW = 0.7  # how much of a corner is its palette's most telling colour
TONES = 512  # steps from dark to light
WIDTHS = (3, 2, 2, 1, 1)  # of the bands of a palette's colours, the most frequent first


def silk(palettes: Sequence[Sequence[str]], size: tuple[int, int], rim_px: float) -> NDArray[np.uint8]:
    """Paint the mix of two to four palettes as (H, W, 3) uint8 sRGB.

    A palette has up to five colours "#rrggbb", the most frequent first; each stands at its corner. `size` is width and
    height in pixels; the pad lies in it with `rim_px` on each side. All palettes fold alike, from dark to light, so
    that lights flow into lights and darks into darks.
    """
    width, height = size
    unit = width - 2 * rim_px
    columns, rows = np.meshgrid((np.arange(width) + 0.5 - rim_px) / unit, (np.arange(height) + 0.5 - rim_px) / unit)
    shares = shares_at(np.stack([columns, rows], axis=-1), len(palettes))
    folds = _folds(columns, rows)
    tones = np.rint(folds * (TONES - 1)).astype(np.intp)
    mixed = np.zeros((height, width, 3), dtype=np.float32)
    total = np.zeros((height, width, 1), dtype=np.float32)
    for index, palette in enumerate(palettes):
        streak = np.sin(2 * np.pi * (0.9 * columns - 1.3 * rows + 0.5 * folds + index * GOLDEN))
        weight = (shares[..., index] * np.exp(STREAKS * streak)).astype(np.float32)[..., None]
        glow = (GLOW * shares[..., index] ** 1.5).astype(np.float32)[..., None]
        mixed += weight * (_ramp(_by_lightness(palette))[tones] * (1 - glow) + _signature(palette) * glow)
        total += weight
    light = np.clip(mixed / total, 0, 1) ** (1 / GAMMA)
    return np.ascontiguousarray(np.rint(light * 255).astype(np.uint8))


def _light(palette: Sequence[str]) -> NDArray[np.float32]:
    """The colours of a palette in linear light, (N, 3)."""
    codes = np.array([list(bytes.fromhex(colour.removeprefix("#"))) for colour in palette], dtype=np.float32)
    return np.asarray((codes / 255) ** GAMMA)


def _by_lightness(palette: Sequence[str]) -> NDArray[np.float32]:
    """The colours of a palette in linear light from dark to light, (N, 3), frequent ones repeated."""
    light = np.repeat(_light(palette), WIDTHS[: len(palette)], axis=0)
    return np.asarray(light[np.argsort(light @ LUMINANCE, kind="stable")])


def _signature(palette: Sequence[str]) -> NDArray[np.float32]:
    """The colour that tells a palette from others, (3,) in linear light: both frequent and pure."""
    light = _light(palette)
    purity = np.ptp(light ** (1 / GAMMA), axis=1)
    return np.asarray(light[np.argmax(np.array(WIDTHS[: len(light)]) * (0.15 + purity))])


def _folds(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Slow waves that bend each other, in [0, 1]."""
    bend = np.sin(2 * np.pi * (0.6 * x + 0.9 * y + 0.1) + 1.4 * np.sin(2 * np.pi * (0.8 * x - 0.5 * y)))
    wave = np.sin(2 * np.pi * (1.5 * x - 1.05 * y + 0.12) + 2.2 * bend)
    return np.asarray(0.5 + 0.5 * wave)


def _ramp(colours: NDArray[np.float32]) -> NDArray[np.float32]:
    """`TONES` steps along a row of colours (N, 3)."""
    position = np.linspace(0, len(colours) - 1, TONES, dtype=np.float32)
    low = np.minimum(position.astype(np.intp), max(len(colours) - 2, 0))
    high = np.minimum(low + 1, len(colours) - 1)
    share = (position - low)[..., None]
    share = share * share * (3 - 2 * share)
    return np.asarray(colours[low] * (1 - share) + colours[high] * share)

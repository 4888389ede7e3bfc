"""Colour for painters: everything is mixed in OKLab, where a blend of two pigments keeps its strength.

Source: B. Ottosson, "A perceptual color space for image processing" (2020).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    dtype=np.float32,
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ],
    dtype=np.float32,
)
_FROM_LAB = np.linalg.inv(_TO_LAB).astype(np.float32)
_FROM_LMS = np.linalg.inv(_TO_LMS).astype(np.float32)


def srgb_to_linear(srgb: Array) -> Array:
    """sRGB in [0, 1] to linear light."""
    value = np.asarray(srgb, dtype=np.float32)
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4).astype(np.float32)


def linear_to_srgb(linear: Array) -> Array:
    """Linear light to sRGB in [0, 1]; values outside are clipped."""
    value = np.clip(linear, 0.0, 1.0)
    return np.where(value <= 0.0031308, value * 12.92, 1.055 * value ** (1 / 2.4) - 0.055).astype(np.float32)


def to_oklab(srgb: Array) -> Array:
    """(..., 3) sRGB in [0, 1] to (..., 3) OKLab: L in [0, 1], a and b about ±0.4."""
    return np.asarray(np.cbrt(srgb_to_linear(srgb) @ _TO_LMS.T) @ _TO_LAB.T, dtype=np.float32)


def from_oklab(lab: Array) -> Array:
    """(..., 3) OKLab to sRGB in [0, 1]; what lies outside the gamut is clipped."""
    return linear_to_srgb(((lab.astype(np.float32) @ _FROM_LAB.T) ** 3) @ _FROM_LMS.T)


def to_pixels(lab: Array) -> Array:
    """(H, W, 3) OKLab to (H, W, 3) uint8 sRGB."""
    return np.asarray(np.rint(from_oklab(lab) * 255), dtype=np.uint8)


def lab(hexadecimal: str) -> Array:
    """One colour "#rrggbb" as (3,) OKLab."""
    digits = hexadecimal.removeprefix("#")
    if len(digits) != 6:
        raise ValueError(f"A colour is written #rrggbb, not {hexadecimal!r}.")
    return to_oklab(np.array([int(digits[i : i + 2], 16) for i in (0, 2, 4)], dtype=np.float32) / 255)


@dataclass(frozen=True)
class Palette:
    """An ordered set of colours; each painter says what it uses which place for. Short palettes repeat."""

    colours: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.colours:
            raise ValueError("A palette needs at least one colour.")
        for colour in self.colours:
            lab(colour)

    def __getitem__(self, place: int) -> Array:
        return lab(self.colours[place % len(self.colours)])

    def __len__(self) -> int:
        return len(self.colours)

    def arranged(self, *places: int) -> Palette:
        """Its colours in another order (also fewer or repeated): the roles of one painter handed to another's scene."""
        return Palette(tuple(self.colours[place % len(self.colours)] for place in places))

    @property
    def lab(self) -> Array:
        """(N, 3) OKLab of all colours in order."""
        return np.stack([lab(colour) for colour in self.colours])

    def by_lightness(self) -> Array:
        """(N, 3) OKLab of all colours from dark to light."""
        colours = self.lab
        return np.asarray(colours[np.argsort(colours[:, 0], kind="stable")])


def ramp(colours: Array | Sequence[Array], position: Array) -> Array:
    """Blend along a row of colours: (N, 3) OKLab and positions in [0, 1] of any shape give (..., 3)."""
    row = np.asarray(colours, dtype=np.float32)
    place = np.clip(position, 0, 1) * (len(row) - 1)
    low = np.minimum(place.astype(np.int32), len(row) - 2) if len(row) > 1 else np.zeros_like(place, dtype=np.int32)
    share = (place - low)[..., None].astype(np.float32)
    high = np.minimum(low + 1, len(row) - 1)
    return np.asarray(row[low] * (1 - share) + row[high] * share)


def mixed_rows(first: Array, last: Array, share: Array) -> Array:
    """(N, 3) blends of two OKLab colours by shares (N,)."""
    return np.asarray(first + (last - first) * share[:, None], dtype=np.float32)


def mix_in(picture: Array, colour: Array, share: Array) -> None:
    """Blend a colour (3,) or (H, W, 3) into an OKLab picture (H, W, 3) by shares (H, W), in place."""
    picture += (colour - picture) * share[..., None]


def shifted(colour: Array, light: float = 0.0, chroma: float = 1.0, turn: float = 0.0) -> Array:
    """A relative of an OKLab colour: lighter by `light`, `chroma` times as strong, hue turned by `turn` radians."""
    result = np.array(colour, dtype=np.float32)
    cosine, sine = np.cos(turn) * chroma, np.sin(turn) * chroma
    a, b = result[..., 1].copy(), result[..., 2].copy()
    result[..., 0] += light
    result[..., 1] = a * cosine - b * sine
    result[..., 2] = a * sine + b * cosine
    return result


def varied(
    colours: Array, rng: np.random.Generator, light: float, chroma: float, chroma_spread: float, turn: float,
    lighter: float = 0.0,
) -> Array:  # fmt: skip
    """OKLab colours (N, 3) as a hand mixes them: each a little lighter or darker, stronger or weaker, turned in hue.

    light, chroma_spread and turn (radians) are standard deviations; chroma and `lighter` are what all have in common.
    """
    count = len(colours)
    result = np.array(colours, dtype=np.float32)
    result[:, 0] += rng.normal(lighter, light, count)
    strength, angle = rng.normal(chroma, chroma_spread, count), rng.normal(0, turn, count)
    a, b = result[:, 1].copy(), result[:, 2].copy()
    result[:, 1] = strength * (a * np.cos(angle) - b * np.sin(angle))
    result[:, 2] = strength * (a * np.sin(angle) + b * np.cos(angle))
    return result

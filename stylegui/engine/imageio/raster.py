"""What a decoder hands on: samples as the file has them, with everything that is needed to make a `Picture` of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from stylegui.engine.imageio.ifd import Directory
from stylegui.engine.imageio.profiles import lab_to_srgb

CLIPPED = "Values brighter than white were clipped."


@dataclass(frozen=True, eq=False)
class Raster:
    """Samples (H, W) grey, (H, W, 3) RGB or (H, W, 4) CMYK, uint8 or uint16 (CMYK: uint8, 0 = no ink), not yet upright.

    `alpha` is (H, W) of the same type; `orientation` is EXIF's.
    """

    samples: NDArray[Any]
    alpha: NDArray[Any] | None = None
    icc: bytes | None = None
    dpi: float | None = None
    tags: Directory = field(default_factory=Directory)
    orientation: int = 1
    notes: tuple[str, ...] = ()


def from_pillow(image: Image.Image) -> tuple[NDArray[Any], NDArray[Any] | None, tuple[str, ...]]:
    """(samples, alpha, notes) of a Pillow picture in whichever mode."""
    mode = image.mode
    if mode.startswith("I;16"):
        return np.asarray(image).astype(np.uint16), None, ()
    if mode == "I":
        return np.clip(np.asarray(image), 0, 65535).astype(np.uint16), None, ()
    if mode == "F":
        samples, notes = from_unit_floats(np.asarray(image))
        return samples, None, notes
    if mode == "CMYK":
        return np.asarray(image), None, ()
    if mode == "LAB":
        return lab_to_srgb(image), None, ()
    if mode in ("LA", "La") or (mode in ("1", "L") and "transparency" in image.info):
        grey = image.convert("LA")
        return np.asarray(grey.getchannel("L")), np.asarray(grey.getchannel("A")), ()
    if mode in ("RGBA", "RGBa", "PA") or "transparency" in image.info:
        straight = np.asarray(image.convert("RGBA"))
        return straight[..., :3], straight[..., 3], ()
    if mode in ("1", "L"):
        return np.asarray(image.convert("L")), None, ()
    return np.asarray(image.convert("RGB")), None, ()


def from_unit_floats(values: NDArray[Any]) -> tuple[NDArray[np.uint16], tuple[str, ...]]:
    """(uint16 samples, notes) of floats whose white is 1.0; what is outside is clipped, with a note if it was white."""
    finite = np.nan_to_num(values.astype(np.float32), nan=0.0)
    # A resampled picture overshoots its white a little; that is no highlight to speak of.
    notes = (CLIPPED,) if float(finite.max()) > 1.05 else ()
    return np.rint(np.clip(finite, 0, 1) * np.float32(65535)).astype(np.uint16), notes

"""The picture as the whole program holds it: sRGB pixels of 8 or 16 bits, its alpha, and what came with its file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stylegui.engine.imageio.resample import resize, resize_under_alpha

Pixels = NDArray[Any]
"""Samples of type uint8 or uint16."""


class PictureError(Exception):
    """A picture could not be opened or saved; `str(error)` is one clear sentence with the file's name."""


@dataclass(frozen=True, eq=False)
class Picture:
    """An upright sRGB picture. Its arrays are read-only, so that a picture can be shared between threads.

    `pixels` has the shape (H, W, 3) and the type uint8 or uint16; `alpha` is (H, W) of the same type and not
    premultiplied, or None where every pixel is opaque. `source` is the path it was read from ("" if none), `dpi` its
    resolution, `icc` the colour profile its file came with, `exif` its metadata as a TIFF block (with or without the
    leading `Exif\\0\\0`), and `notes` are sentences for the user about what was left out when it was read.
    """

    pixels: Pixels
    alpha: Pixels | None = None
    source: str = ""
    name: str = ""
    dpi: float | None = None
    icc: bytes | None = None
    exif: bytes | None = None
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.pixels.ndim != 3 or self.pixels.shape[2] != 3 or 0 in self.pixels.shape:
            raise ValueError(f"pixels must be (H, W, 3), not {self.pixels.shape}")
        if self.pixels.dtype not in (np.uint8, np.uint16):
            raise ValueError(f"pixels must be uint8 or uint16, not {self.pixels.dtype}")
        object.__setattr__(self, "pixels", _read_only(self.pixels))
        if self.alpha is not None:
            if self.alpha.shape != self.pixels.shape[:2] or self.alpha.dtype != self.pixels.dtype:
                raise ValueError(f"alpha {self.alpha.shape} {self.alpha.dtype} does not match the pixels")
            object.__setattr__(self, "alpha", _read_only(self.alpha))

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels."""
        return self.width, self.height

    @property
    def bits(self) -> int:
        """Bits per sample: 8 or 16."""
        return int(self.pixels.dtype.itemsize) * 8

    @cached_property
    def digest(self) -> str:
        """sha256 (hexadecimal) of the shape, the type, the pixels and the alpha: what an engine sees of it."""
        digest = hashlib.sha256(f"{self.pixels.shape} {self.pixels.dtype} {self.alpha is not None}".encode())
        little_endian = self.pixels.dtype.newbyteorder("<")
        digest.update(np.ascontiguousarray(self.pixels, little_endian).data)
        if self.alpha is not None:
            digest.update(np.ascontiguousarray(self.alpha, little_endian).data)
        return digest.hexdigest()

    def to_float(self) -> NDArray[np.float32]:
        """The pixels as (H, W, 3) float32 in [0, 1]; a new array."""
        return self.pixels.astype(np.float32) / np.float32(np.iinfo(self.pixels.dtype).max)

    def to_uint8(self) -> NDArray[np.uint8]:
        """The pixels as (H, W, 3) uint8; read-only where the picture has 8 bits already."""
        return to_depth(self.pixels, 8)

    def resized(self, long_side_px: int, allow_up: bool = True) -> Picture:
        """The picture with the given long side; itself where it has that size, or is smaller and may not grow.

        Lanczos filtering over the whole footprint of a target pixel. Colours of transparent pixels do not bleed in.
        """
        if long_side_px < 1:
            raise ValueError(f"long_side_px must be positive, not {long_side_px}")
        long_side = max(self.size)
        if long_side == long_side_px or (long_side < long_side_px and not allow_up):
            return self
        size = scaled_size(self.size, long_side_px)
        if self.alpha is None:
            return replace(self, pixels=resize(self.pixels, size))
        pixels, alpha = resize_under_alpha(self.pixels, self.alpha, size)
        return replace(self, pixels=pixels, alpha=alpha)


def scaled_size(size: tuple[int, int], long_side_px: int) -> tuple[int, int]:
    """(width, height) of a picture of `size` that is scaled to the given long side; at least one pixel each way."""
    factor = long_side_px / max(size)
    width, height = (max(1, round(side * factor)) for side in size)
    return width, height


def to_depth(samples: Pixels, bits: int) -> Pixels:
    """Samples of 8 or 16 bits as samples of `bits` bits, correctly rounded; the same array where nothing changes."""
    if samples.dtype.itemsize * 8 == bits:
        return samples
    if bits == 16:
        return samples.astype(np.uint16) * np.uint16(257)
    return ((samples.astype(np.uint32) + 128) // 257).astype(np.uint8)


def from_float(array: NDArray[np.floating[Any]], *, bits: int = 16, like: Picture | None = None) -> Picture:
    """A picture of 8 or 16 bits from (H, W, 3) floats in [0, 1]; values outside are clipped, NaN becomes 0.

    With `like` it takes that picture's name, resolution, profile, metadata, and its alpha scaled to the new size.
    """
    if bits not in (8, 16):
        raise ValueError(f"bits must be 8 or 16, not {bits}")
    white = 2**bits - 1
    scaled = np.clip(np.nan_to_num(array, nan=0.0), 0, 1) * np.float32(white) + np.float32(0.5)
    pixels = scaled.astype(np.uint8 if bits == 8 else np.uint16)
    return Picture(pixels) if like is None else with_data_of(Picture(pixels), like)


def with_data_of(picture: Picture, like: Picture) -> Picture:
    """The colours of one picture with the name, resolution, profile, metadata of another, and its alpha scaled."""
    alpha = like.alpha
    if alpha is not None:
        alpha = to_depth(resize(alpha, picture.size), 8 * picture.pixels.itemsize)
    return Picture(picture.pixels, alpha, name=like.name, dpi=like.dpi, icc=like.icc, exif=like.exif)


def _read_only(samples: Pixels) -> Pixels:
    view = np.ascontiguousarray(samples).view()
    view.flags.writeable = False
    return view

"""Whether a picture that was painted again is the one in a file, to the last bit."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import numpy as np
from PIL import Image

from stylegui.engine.imageio.profiles import Profile
from stylegui.engine.imageio.source import FORMATS, read_file
from stylegui.engine.images import Picture, SaveOptions, decode_picture, encode_picture

BLOCK_ROWS = 256


@dataclass(frozen=True)
class Difference:
    """The share of pixels that differ, in [0, 1], and by how much at most, as a share of white."""

    share: float
    most: float

    def __str__(self) -> str:
        if not self.share:
            return "identical"
        percent = 100 * self.share
        shown = f"{percent:.1f}" if percent >= 0.1 else "less than 0.1"
        return f"differs: {shown} % of pixels, by {255 * self.most:.1f} of 255 steps at most"


def closest(painted: Picture, file: Path) -> tuple[Difference, SaveOptions] | None:
    """How a painting differs from the one in a file, and how that file seems to have been saved.

    What a format loses is no difference: the painting is saved in the same way, as far as that can be told from the
    file, and then compared. None where they have different shapes. Raises PictureError where the file cannot be read.
    """
    data = read_file(file)
    original = decode_picture(data, file.name)
    best: tuple[Difference, SaveOptions] | None = None
    for options in _ways(data, original, painted.size):
        saved = decode_picture(encode_picture(painted, file.name, options, None), file.name)
        found = difference(saved, original)
        if found is not None and (best is None or found.share < best[0].share):
            best = found, options
        if best is not None and not best[0].share:
            break
    return best


def difference(one: Picture, other: Picture) -> Difference | None:
    """How two pictures differ; None where they have different sizes, or only one of them an alpha."""
    if one.size != other.size or (one.alpha is None) != (other.alpha is None):
        return None
    pixels, most = 0, 0.0
    white = [float(np.iinfo(each.pixels.dtype).max) for each in (one, other)]
    for top in range(0, one.height, BLOCK_ROWS):
        rows = slice(top, top + BLOCK_ROWS)
        parts = [_samples(each, rows) / full for each, full in zip((one, other), white, strict=True)]
        apart = np.abs(parts[0] - parts[1]).max(axis=2)
        # Less than the smallest step there is comes from dividing by two different numbers.
        pixels += int(np.count_nonzero(apart > 0.5 / 65535))
        most = max(most, float(apart.max()))
    return Difference(pixels / (one.width * one.height), most)


def _samples(picture: Picture, rows: slice) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    pixels = picture.pixels[rows].astype(np.float64)
    return pixels if picture.alpha is None else np.dstack([pixels, picture.alpha[rows].astype(np.float64)])


def _ways(data: bytes, original: Picture, size: tuple[int, int]) -> Iterator[SaveOptions]:
    """How the file may have been saved, the likeliest first; nothing for a format that is not written."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        name = (image.format or "").lower()
        tables = getattr(image, "quantization", {})
    size_px = None if original.size == size else max(original.size)
    variants: list[dict[str, object]] = [{}]
    if name == "jpeg":
        variants = [{"quality": _jpeg_quality(tables)}]
    elif name == "webp":
        variants = [{}, {"lossless": True}]
    elif name in ("png", "tiff"):
        variants = [{"bit_depth": original.bits}]
    else:
        return
    for profile in get_args(Profile):
        for variant in variants:
            yield SaveOptions.model_validate({"format": name, "profile": profile, "size_px": size_px, **variant})


def _jpeg_quality(tables: object) -> int:
    """The quality at which a file has these quantisation tables; the usual one where there is none."""
    for quality in range(100, 0, -1):
        buffer = io.BytesIO()
        Image.new("RGB", (8, 8)).save(buffer, "JPEG", quality=quality)
        with Image.open(buffer) as image:
            if getattr(image, "quantization", None) == tables:
                return quality
    return int(SaveOptions().quality)

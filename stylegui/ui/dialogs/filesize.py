"""How large a file will be, before it is written. No Qt; slow enough to be called away from the window's thread."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stylegui.engine.imageio.save import Layers, encode_picture, recipe_fits
from stylegui.engine.images import Picture, SaveOptions

EXACT_PIXELS = 2_000_000
BANDS = 8


def estimated_bytes(
    picture: Picture, options: SaveOptions, recipe: Mapping[str, Any] | None = None, layers: Layers = ()
) -> int:
    """The size of the file in bytes: exact up to two megapixels, else told from bands of the picture (±10 %).

    Raises PictureError where the picture cannot be written with these options.
    """
    inside = recipe if recipe is None or recipe_fits(recipe, options) else None
    long_side = max(picture.size)
    scale = (options.size_px or long_side) / long_side
    pixels = picture.width * picture.height * scale * scale
    if pixels <= EXACT_PIXELS:
        return len(encode_picture(picture, picture.name, options, inside, layers=layers))
    part_px = EXACT_PIXELS / pixels
    sample = _bands(picture, part_px)
    part = sample.width * sample.height / (picture.width * picture.height)
    sampled = options.model_copy(
        update={"size_px": max(1, round(max(sample.size) * scale)) if scale != 1 else None, "allow_upscaling": True}
    )
    below = [(name, _bands(layer, part_px)) for name, layer in layers]
    written = len(encode_picture(replace(sample, exif=None), picture.name, sampled, layers=below))
    around = len(picture.exif or b"") + len(json.dumps(inside or {}))
    return round(written / part) + around


def _bands(picture: Picture, part: float) -> Picture:
    """About this part of the picture: full-width bands from top to bottom, one below the other."""
    height = max(1, round(picture.height * part / BANDS))
    tops = np.linspace(0, picture.height - height, BANDS).round().astype(int)

    def cut(samples: NDArray[Any]) -> NDArray[Any]:
        return np.ascontiguousarray(np.concatenate([samples[top : top + height] for top in tops]))

    alpha = None if picture.alpha is None else cut(picture.alpha)
    return replace(picture, pixels=cut(picture.pixels), alpha=alpha)

"""Pictures that are only shown or looked at small: most photos need not be decoded at their full size for that."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import numpy as np
from PIL import ExifTags, Image, ImageOps

from stylegui.engine.imageio.load import decode_picture
from stylegui.engine.imageio.picture import Picture
from stylegui.engine.imageio.source import check_size, display_name, read_file


def load_reduced(path: Path, least_px: int) -> tuple[Picture, tuple[int, int]]:
    """The picture in a file, upright, and the (width, height) that it really has.

    A plain sRGB JPEG is decoded at a half, a quarter or an eighth where its short side is still `least_px` then, many
    times as fast; it comes without its metadata. Anything else is as `load_picture` gives it. Raises PictureError.
    """
    data, name = read_file(path), display_name(path)
    if (reduced := _from_jpeg(data, name, least_px)) is not None:
        return reduced
    picture = decode_picture(data, name)
    return picture, picture.size


def _from_jpeg(data: bytes, name: str, least_px: int) -> tuple[Picture, tuple[int, int]] | None:
    """None for what is no plain JPEG, or a broken one: the usual way says in one sentence what is wrong with it."""
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
            width, height = image.size
            check_size((width, height), name)
            if image.mode not in ("RGB", "L") or image.info.get("icc_profile"):
                return None
            image.draft(image.mode, (least_px, least_px))
            if image.size == (width, height):
                return None
            turned = image.getexif().get(ExifTags.Base.Orientation, 1) >= 5
            small = ImageOps.exif_transpose(image).convert("RGB")
    except (OSError, SyntaxError, TypeError, ValueError, struct.error):
        return None
    return Picture(np.asarray(small)), (height, width) if turned else (width, height)

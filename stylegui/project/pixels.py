"""Pixels as PNG and back, exactly: 8 or 16 bits, with or without alpha, nothing converted. No Qt."""

from __future__ import annotations

import io
import struct
import warnings
import zlib

import numpy as np
from PIL import Image

from stylegui.engine.imageio import png
from stylegui.engine.images import MAX_PIXELS, Picture

_COMPRESSION = 1
_HEADER = struct.Struct(">II")
_HEADER_AT = 16
_MODES = {"RGB": 3, "RGBA": 4}


def encode_pixels(picture: Picture) -> bytes:
    """A PNG file of the pixels and the alpha, quickly packed. Nothing else of the picture is inside."""
    samples = picture.pixels if picture.alpha is None else np.dstack([picture.pixels, picture.alpha])
    if picture.bits == 16:
        return png.encode(samples, _COMPRESSION, ())
    buffer = io.BytesIO()
    Image.fromarray(samples).save(buffer, "PNG", compress_level=_COMPRESSION)
    return buffer.getvalue()


def decode_pixels(data: bytes) -> Picture:
    """The pixels and the alpha out of such a file. Raises ValueError where it is no such file, damaged or too large."""
    if not png.is_png(data) or len(data) < _HEADER_AT + _HEADER.size:
        raise ValueError("this is no PNG file")
    width, height = _HEADER.unpack_from(data, _HEADER_AT)
    if not 0 < width * height <= MAX_PIXELS:
        raise ValueError(f"a picture of {width} × {height} pixels is not opened")
    try:
        if png.is_16_bit(data):
            pixels, alpha = png.decode_16_bit(png.chunks(data))
            if pixels.ndim != 3:
                raise ValueError("the picture has no colours")
            return Picture(pixels, alpha)
        with warnings.catch_warnings():
            # Pillow warns far below the limit that was just looked at.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
                if image.mode not in _MODES:
                    raise ValueError(f"a picture of the kind {image.mode} is not expected here")
                samples = np.asarray(image)
    except (OSError, SyntaxError, KeyError, struct.error, zlib.error, Image.DecompressionBombError) as error:
        raise ValueError(f"the picture is damaged ({error})") from error
    return Picture(samples[..., :3], samples[..., 3] if samples.shape[2] == 4 else None)

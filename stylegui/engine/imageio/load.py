"""Reading picture files into `Picture`."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from stylegui.engine.imageio.picture import Picture, PictureError

MAX_PIXELS = 200_000_000


def load_picture(path: Path | str) -> Picture:
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PictureError(f"“{path.name}” cannot be read.") from error
    return replace(decode_picture(data, path.name), source=str(path))


def decode_picture(data: bytes, name: str) -> Picture:
    try:
        with Image.open(io.BytesIO(data)) as image:
            pixels = np.asarray(ImageOps.exif_transpose(image).convert("RGB"))
    except Exception as error:
        raise PictureError(f"“{name}” is not a picture that can be opened.") from error
    return Picture(pixels, name=name)

"""What a picture file says about itself, without decoding it."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from stylegui.engine.imageio import tiff
from stylegui.engine.imageio.source import FORMATS, check_size, display_name
from stylegui.engine.images import PictureError

PICTURE_SUFFIXES = frozenset(
    (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", ".gif", ".avif", ".jp2", ".ppm", ".qoi")
)
"""Endings of files that are taken for pictures when a folder is looked through."""


def size_in_header(source: Path | bytes, name: str = "") -> tuple[int, int]:
    """(width, height) in pixels as the file's header has them; (0, 0) for a TIFF that only decoding can tell.

    Raises PictureError, with one sentence, where it is no picture or one of more pixels than are opened.
    """
    name = name or (display_name(source) if isinstance(source, Path) else "picture")
    try:
        with Image.open(source if isinstance(source, Path) else io.BytesIO(source), formats=FORMATS) as image:
            check_size(image.size, name)
            return image.size
    except PictureError:
        raise
    except UnidentifiedImageError as error:
        if tiff.is_tiff(_start(source)):
            return 0, 0
        raise PictureError(f"“{name}” is not a picture, or of a kind that cannot be opened.") from error
    except Exception as error:  # readers of headers raise nearly anything on broken files
        raise PictureError(f"“{name}” is damaged or incomplete and cannot be opened.") from error


def _start(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source[:16]
    with source.open("rb") as file:
        return file.read(16)

"""Files that pictures come from: reading them whole, and what is refused before anything is decoded."""

from __future__ import annotations

import logging
import os
import stat
import warnings
from pathlib import Path

from PIL import Image

from stylegui.engine.imageio.picture import PictureError

MAX_PIXELS = 200_000_000
"""The largest picture that is opened. A header may promise any size; memory is taken only for one below this."""

MAX_FILE_BYTES = 2 * 2**30

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "DIB", "GIF", "AVIF", "JPEG2000", "PPM", "QOI")
"""Pillow's names of the formats that are opened: those of pictures, and none that start another program."""

# Once, at import, because these belong to the whole process: our own limit, checked on every header, replaces Pillow's,
# which speaks through a warning; and what the libraries have to say about odd files is told by our own sentences.
Image.MAX_IMAGE_PIXELS = None
warnings.filterwarnings("ignore", module=r"PIL\.")
for library in ("PIL", "tifffile"):
    logging.getLogger(library).setLevel(logging.CRITICAL)


def display_name(path: Path) -> str:
    """The file's name as a sentence can show it, also where its bytes are no valid text."""
    return os.fsencode(path.name or str(path)).decode("utf-8", "replace")


def read_file(path: Path) -> bytes:
    """The whole file. Raises PictureError where it is missing, a folder, empty, unreadable, or no plain file."""
    name = display_name(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise PictureError(f"“{name}” is a folder, not a picture.")
        if not stat.S_ISREG(status.st_mode):
            raise PictureError(f"“{name}” is not a file that can be opened as a picture.")
        if status.st_size > MAX_FILE_BYTES:
            raise PictureError(f"“{name}” is too large to open: files up to {MAX_FILE_BYTES // 2**30} GB are read.")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise PictureError(f"“{name}” was not found; it may have been moved or deleted.") from error
    except PermissionError as error:
        raise PictureError(f"“{name}” cannot be read: you do not have permission to open it.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its path is not valid"
        raise PictureError(f"“{name}” cannot be read: {reason}.") from error
    except MemoryError as error:
        raise PictureError(f"There is not enough memory to open “{name}”.") from error
    if not data:
        raise PictureError(f"“{name}” is empty: the file has 0 bytes.")
    return data


def check_size(size: tuple[int, int], name: str) -> None:
    """Raise PictureError where a header promises more pixels than are opened, or none. `size` is (width, height)."""
    width, height = size
    if width < 1 or height < 1:
        raise PictureError(f"“{name}” is damaged or incomplete and cannot be opened.")
    if width * height > MAX_PIXELS:
        raise PictureError(
            f"“{name}” is too large to open: {width} × {height} pixels, "
            f"and the limit is {MAX_PIXELS // 1_000_000} megapixels."
        )

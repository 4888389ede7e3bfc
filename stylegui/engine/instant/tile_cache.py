"""Painted tiles on the disk: small files in one folder, bounded in bytes, of which the least recently used leave."""

from __future__ import annotations

import io
import logging
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from stylegui.folder_cache import FolderCache, mark_used

LIMIT_BYTES = 200 * 2**20
"""Room for some ten thousand tiles of the size that is shown most."""

JPEG_QUALITY = 92

_log = logging.getLogger(__name__)


class TileCache:
    """Square pictures by name. It never raises: a tile that cannot be read or kept is painted again.

    For one thread; several programs may share the folder.
    """

    def __init__(self, folder: Path | None, limit_bytes: int = LIMIT_BYTES) -> None:
        """`folder` None keeps nothing."""
        self._files = None if folder is None else FolderCache(folder, ".jpg", limit_bytes)
        self._complained = False

    def get(self, name: str) -> NDArray[np.uint8] | None:
        """The tile of this name, (S, S, 3), which then counts as just used. None where there is no sound one."""
        if self._files is None:
            return None
        path = self._files.path(name)
        try:
            with Image.open(io.BytesIO(path.read_bytes()), formats=("JPEG",)) as image:
                pixels = np.asarray(image.convert("RGB"))
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            return None
        mark_used(path)
        return pixels if pixels.shape[0] == pixels.shape[1] else None

    def put(self, name: str, pixels: NDArray[np.uint8]) -> None:
        """Keep a tile (S, S, 3)."""
        if self._files is None:
            return
        buffer = io.BytesIO()
        Image.fromarray(pixels).save(buffer, "JPEG", quality=JPEG_QUALITY, subsampling=0)
        try:
            self._files.put(self._files.path(name), buffer.getvalue())
        except OSError as error:
            if not self._complained:
                self._complained = True
                _log.info("Tiles cannot be kept in %s: %s", self._files.folder, error)

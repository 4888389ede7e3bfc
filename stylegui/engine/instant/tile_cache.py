"""Painted tiles on the disk: small files in one folder, bounded in bytes, of which the least recently used leave."""

from __future__ import annotations

import io
import logging
import os
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from stylegui.files import replacing

LIMIT_BYTES = 200 * 2**20
"""Room for some ten thousand tiles of the size that is shown most."""

JPEG_QUALITY = 92
_SUFFIX = ".jpg"

_log = logging.getLogger(__name__)


class TileCache:
    """Square pictures by name. It never raises: a tile that cannot be read or kept is painted again.

    For one thread; several programs may share the folder.
    """

    def __init__(self, folder: Path | None, limit_bytes: int = LIMIT_BYTES) -> None:
        """`folder` None keeps nothing."""
        self._folder = folder
        self._limit_bytes = limit_bytes
        self._held_bytes: int | None = None
        self._complained = False

    def get(self, name: str) -> NDArray[np.uint8] | None:
        """The tile of this name, (S, S, 3), which then counts as just used. None where there is no sound one."""
        if self._folder is None:
            return None
        path = self._folder / f"{name}{_SUFFIX}"
        try:
            with Image.open(io.BytesIO(path.read_bytes()), formats=("JPEG",)) as image:
                pixels = np.asarray(image.convert("RGB"))
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            return None
        with suppress(OSError):
            os.utime(path)
        return pixels if pixels.shape[0] == pixels.shape[1] else None

    def put(self, name: str, pixels: NDArray[np.uint8]) -> None:
        """Keep a tile (S, S, 3)."""
        if self._folder is None:
            return
        buffer = io.BytesIO()
        Image.fromarray(pixels).save(buffer, "JPEG", quality=JPEG_QUALITY, subsampling=0)
        path = self._folder / f"{name}{_SUFFIX}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            # Nobody waits for the disk: a tile that a power failure costs is painted again.
            with replacing(path, durable=False) as file:
                file.write(buffer.getbuffer())
        except OSError as error:
            if not self._complained:
                self._complained = True
                _log.info("Tiles cannot be kept in %s: %s", self._folder, error)
            return
        if self._held_bytes is None:
            self._held_bytes = sum(size for _, size, _ in self._files())
        else:
            self._held_bytes += buffer.tell()
        if self._held_bytes > self._limit_bytes:
            self._make_room(path)

    def _make_room(self, newest: Path) -> None:
        """Remove the least recently used tiles until a fifth of the room is free; `newest` stays."""
        files = sorted(self._files())
        held = sum(size for _, size, _ in files)
        for _, size, path in files:
            if held <= self._limit_bytes * 4 // 5:
                break
            if path != newest:
                with suppress(OSError):
                    path.unlink()
                held -= size
        self._held_bytes = held

    def _files(self) -> list[tuple[int, int, Path]]:
        """All tiles: time of last use in ns, size in bytes, path."""
        found = []
        if self._folder is not None:
            for path in self._folder.glob(f"*{_SUFFIX}"):
                with suppress(OSError):
                    stat = path.stat()
                    found.append((stat.st_mtime_ns, stat.st_size, path))
        return found

"""A folder of small files that can be made again, bounded in bytes: of those that are too many, the least used leave.

When a file was last used is told by its time of change, so that it is known to the next run of the program as well.
"""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path

from stylegui.files import replacing

# So much of the limit is left when room had to be made: the whole folder is not looked through for every new file.
KEPT_SHARE = 0.8


def mark_used(path: Path) -> None:
    """Count a file of a cache as used just now."""
    with suppress(OSError):
        os.utime(path)


class FolderCache:
    """The files with one ending in a folder. May be used from several threads, and by several programs at once."""

    def __init__(self, folder: Path, suffix: str, limit_bytes: int) -> None:
        """The folder is made with the first file. `suffix`, such as ".jpg", tells the cache's files from others."""
        self.folder = folder
        self._suffix = suffix
        self._limit_bytes = limit_bytes
        self._held_bytes: int | None = None
        self._lock = threading.Lock()

    def path(self, name: str) -> Path:
        """Where the file of this name is or will be."""
        return self.folder / f"{name}{self._suffix}"

    def put(self, path: Path, content: bytes) -> None:
        """Write one of the cache's files, and remove others where they are too many now. Raises OSError.

        Nobody waits for the disk: a file that a power failure costs is made again.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with replacing(path, durable=False) as file:
            file.write(content)
        with self._lock:
            if self._held_bytes is None:
                self._held_bytes = sum(size for _, size, _ in self._files())
            else:
                self._held_bytes += len(content)
            if self._held_bytes > self._limit_bytes:
                self._make_room(path)

    def _make_room(self, newest: Path) -> None:
        """Remove the least recently used files; `newest` stays."""
        files = sorted(self._files())
        held = sum(size for _, size, _ in files)
        for _, size, path in files:
            if held <= self._limit_bytes * KEPT_SHARE:
                break
            if path != newest:
                with suppress(OSError):
                    path.unlink()
                held -= size
        self._held_bytes = held

    def _files(self) -> list[tuple[int, int, Path]]:
        """All files: time of last use in ns, size in bytes, path."""
        found = []
        for path in self.folder.glob(f"*{self._suffix}"):
            with suppress(OSError):
                stat = path.stat()
                found.append((stat.st_mtime_ns, stat.st_size, path))
        return found

"""Small square pictures of styles, kept on disk by content and size."""

from __future__ import annotations

import hashlib
import logging
import os
import threading
from contextlib import suppress
from pathlib import Path

from PIL import Image, ImageOps

from stylegui.engine.images import Picture, load_picture
from stylegui.files import replacing

LIMIT_BYTES = 128 * 2**20
JPEG_QUALITY = 90
_PAPER = (255, 255, 255)

_log = logging.getLogger(__name__)


class ThumbnailCache:
    """Thumbnails of picture files in one folder, bounded in bytes. May be used from several threads.

    A thumbnail is the middle square of its picture, `size_px` wide or as wide as the picture's short side if that is
    less, as an sRGB JPEG. Its name is made of the picture's content, so a picture that changes gets a new one.
    """

    def __init__(self, folder: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self._limit_bytes = limit_bytes
        self._held_bytes: int | None = None
        self._digests: dict[tuple[Path, int, int], str] = {}
        self._lock = threading.Lock()

    def path(self, picture: Path, size_px: int) -> Path:
        """Where the thumbnail of the file `picture` is or will be. Raises OSError if the file cannot be read."""
        return self._folder / f"{self._digest(picture)}-{size_px}.jpg"

    def make(self, picture: Path, size_px: int) -> Path:
        """The thumbnail of the file `picture`, made now if there is none or it is damaged.

        Raises PictureError if the picture cannot be shown, and OSError if the thumbnail cannot be written.
        """
        try:
            path = self.path(picture, size_px)
        except OSError:
            load_picture(picture)  # says in one sentence what is wrong
            raise
        if not self._is_sound(path):
            self._write(path, _middle_square(picture, size_px))
        return path

    def _digest(self, picture: Path) -> str:
        stat = picture.stat()
        key = (picture, stat.st_mtime_ns, stat.st_size)
        known = self._digests.get(key)
        if known is None:
            with picture.open("rb") as file:
                known = hashlib.file_digest(file, "sha256").hexdigest()[:32]
            self._digests[key] = known
        return known

    def _is_sound(self, path: Path) -> bool:
        if not path.exists():
            return False
        try:
            with Image.open(path) as image:
                image.load()
            os.utime(path)  # the least recently used ones leave first
        except (OSError, SyntaxError, ValueError) as error:
            _log.info("The thumbnail %s is damaged and is made again: %s", path.name, error)
            return False
        return True

    def _write(self, path: Path, image: Image.Image) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        with replacing(path) as file:
            image.save(file, "JPEG", quality=JPEG_QUALITY, subsampling=0)
        with self._lock:
            if self._held_bytes is None:
                self._held_bytes = sum(size for _, size, _ in self._files())
            else:
                self._held_bytes += path.stat().st_size
            if self._held_bytes > self._limit_bytes:
                self._make_room(path)

    def _make_room(self, newest: Path) -> None:
        """Remove the least recently used thumbnails until a fifth of the room is free; `newest` stays."""
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
        """All thumbnails: time of last use in ns, size in bytes, path."""
        found = []
        for path in self._folder.glob("*.jpg"):
            with suppress(OSError):
                stat = path.stat()
                found.append((stat.st_mtime_ns, stat.st_size, path))
        return found


def _middle_square(path: Path, size_px: int) -> Image.Image:
    image = _quick_jpeg(path, size_px) or _flattened(load_picture(path))
    side = max(1, min(size_px, *image.size))
    return ImageOps.fit(image, (side, side), Image.Resampling.LANCZOS)


def _quick_jpeg(path: Path, size_px: int) -> Image.Image | None:
    """Decode a plain sRGB JPEG at a fraction of its size, which is many times faster; None for anything else."""
    try:
        with Image.open(path) as image:
            if image.format != "JPEG" or image.mode not in ("RGB", "L") or image.info.get("icc_profile"):
                return None
            scale = 2 * size_px / min(image.size)
            image.draft(image.mode, (round(image.width * scale), round(image.height * scale)))
            return ImageOps.exif_transpose(image).convert("RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None


def _flattened(picture: Picture) -> Image.Image:
    """The picture as 8-bit RGB on white paper."""
    image = Image.fromarray(picture.to_uint8())
    if picture.alpha is None:
        return image
    alpha = picture.alpha if picture.alpha.dtype.itemsize == 1 else (picture.alpha >> 8).astype("uint8")
    paper = Image.new("RGB", image.size, _PAPER)
    paper.paste(image, mask=Image.fromarray(alpha))
    return paper

"""Small square pictures of styles, kept on disk by content and size."""

from __future__ import annotations

import hashlib
import io
import logging
import os
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageOps

from stylegui.engine.images import Picture, load_picture, load_reduced
from stylegui.folder_cache import FolderCache, mark_used
from stylegui.library.records import FileState

LIMIT_BYTES = 384 * 2**20
"""Room for some 15 000 thumbnails of the size that is shown most."""

JPEG_QUALITY = 90
_PAPER = (255, 255, 255)
_DIGEST_LETTERS = 32

Seen = Callable[[Image.Image, tuple[int, int]], None]
"""Takes a picture that was decoded for a thumbnail: small but whole, in RGB, and the (width, height) it really has."""

_log = logging.getLogger(__name__)


class ThumbnailCache:
    """Thumbnails of picture files in one folder, bounded in bytes. May be used from several threads.

    A thumbnail is the middle square of its picture, `size_px` wide or as wide as the picture's short side if that is
    less, as an sRGB JPEG. Its name is made of the picture's content, so a picture that changes gets a new one.
    """

    def __init__(self, folder: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        self._files = FolderCache(folder, ".jpg", limit_bytes)
        self._digests: dict[tuple[Path, int, int], str] = {}
        self._complained = False

    def path(self, picture: Path, size_px: int, known: FileState | None = None) -> Path:
        """Where the thumbnail of the file `picture` is or will be.

        `known` is what the file was like when it was last read: while it still is, its content need not be read again,
        and a file that is gone is taken for this one. Raises OSError if the file cannot be read and nothing is known.
        """
        return self._files.path(f"{self._digest(picture, known)}-{size_px}")

    def make(self, picture: Path, size_px: int, known: FileState | None = None, seen: Seen | None = None) -> Path:
        """The thumbnail of the file `picture`, made now if there is none or it is damaged.

        For a file that is gone it may be one of another size. `seen` gets a picture that had to be decoded. Raises
        PictureError if the picture cannot be shown, and OSError if the thumbnail cannot be written.
        """
        try:
            path = self.path(picture, size_px, known)
        except OSError:
            load_picture(picture)  # says in one sentence what is wrong
            raise
        if _is_sound(path):
            return path
        if not picture.exists() and (other := self._other_size(path)) is not None:
            return other
        small, size = _small(picture, size_px)
        self._files.put(path, _jpeg(_middle_square(small, size_px)))
        if seen is not None:
            seen(small, size)
        return path

    def content(self, picture: Path, size_px: int, known: FileState | None = None, seen: Seen | None = None) -> bytes:
        """The thumbnail as the content of a JPEG file. Where none can be kept, it is made anew each time.

        The rest is as with `make`, but that a full or read-only disk is no error.
        """
        try:
            return self.make(picture, size_px, known, seen).read_bytes()
        except OSError as error:
            small, _ = _small(picture, size_px)
            if not self._complained:
                self._complained = True
                _log.warning("Thumbnails cannot be kept in %s: %s", self._files.folder, error)
        return _jpeg(_middle_square(small, size_px))

    def _digest(self, picture: Path, known: FileState | None) -> str:
        try:
            stat = picture.stat()
        except OSError:
            if known is None or not known.digest:
                raise
            return known.digest[:_DIGEST_LETTERS]
        if known is not None and known.digest and (known.mtime_ns, known.bytes) == (stat.st_mtime_ns, stat.st_size):
            return known.digest[:_DIGEST_LETTERS]
        key = (picture, stat.st_mtime_ns, stat.st_size)
        digest = self._digests.get(key)
        if digest is None:
            with picture.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()[:_DIGEST_LETTERS]
            self._digests[key] = digest
        return digest

    def _other_size(self, path: Path) -> Path | None:
        """The largest thumbnail that there is of the same picture."""
        digest, _, _ = path.stem.partition("-")
        others = [other for other in self._files.folder.glob(f"{digest}-*.jpg") if _is_sound(other)]
        return max(others, key=lambda other: other.stat().st_size, default=None)


def _is_sound(path: Path) -> bool:
    """Whether this is a whole JPEG file. It then counts as used just now: the least recently used ones leave first."""
    try:
        with path.open("rb") as file:
            start = file.read(2)
            file.seek(-2, os.SEEK_END)
            whole = (start, file.read(2)) == (b"\xff\xd8", b"\xff\xd9")
        if whole:
            mark_used(path)
        else:
            _log.info("The thumbnail %s is damaged and is made again", path.name)
    except OSError:
        return False
    return whole


def _jpeg(image: Image.Image) -> bytes:
    """The content of a file that shows it."""
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return buffer.getvalue()


def _middle_square(image: Image.Image, size_px: int) -> Image.Image:
    side = max(1, min(size_px, *image.size))
    return ImageOps.fit(image, (side, side), Image.Resampling.LANCZOS)


def _small(path: Path, size_px: int) -> tuple[Image.Image, tuple[int, int]]:
    """A picture in RGB whose short side is `size_px` or more, where it has that many; and its real size."""
    picture, size = load_reduced(path, 2 * size_px)
    return _flattened(picture), size


def _flattened(picture: Picture) -> Image.Image:
    """The picture as 8-bit RGB on white paper."""
    image = Image.fromarray(picture.to_uint8())
    if picture.alpha is None:
        return image
    alpha = picture.alpha if picture.alpha.dtype.itemsize == 1 else (picture.alpha >> 8).astype("uint8")
    paper = Image.new("RGB", image.size, _PAPER)
    paper.paste(image, mask=Image.fromarray(alpha))
    return paper

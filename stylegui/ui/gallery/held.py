"""Pixmaps in memory up to a bound: the least recently used leave first, but none that is in sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtGui import QPixmap


class PixmapKey(NamedTuple):
    """A style's picture at one size."""

    style_id: str
    size_px: int


class HeldPixmaps:
    """Pixmaps of styles by size."""

    def __init__(self, limit_bytes: int) -> None:
        self._limit_bytes = limit_bytes
        self._pixmaps: OrderedDict[PixmapKey, QPixmap] = OrderedDict()
        self._held_bytes = 0
        self._in_sight: frozenset[str] = frozenset()

    def get(self, key: PixmapKey) -> QPixmap | None:
        """The pixmap, which then counts as just used."""
        pixmap = self._pixmaps.get(key)
        if pixmap is not None:
            self._pixmaps.move_to_end(key)
        return pixmap

    def any_size(self, style_id: str, sizes_px: Collection[int]) -> QPixmap | None:
        """The first of these sizes that is there of a style."""
        found = (self._pixmaps.get(PixmapKey(style_id, size_px)) for size_px in sizes_px)
        return next((pixmap for pixmap in found if pixmap is not None), None)

    def hold(self, key: PixmapKey, pixmap: QPixmap) -> None:
        """Take a pixmap in; others may have to leave."""
        if (before := self._pixmaps.pop(key, None)) is not None:
            self._held_bytes -= bytes_of(before)
        self._pixmaps[key] = pixmap
        self._held_bytes += bytes_of(pixmap)
        for oldest in list(self._pixmaps):
            if self._held_bytes <= self._limit_bytes:
                break
            # What is in sight stays, however much it is: it would only be asked for again.
            if oldest != key and oldest.style_id not in self._in_sight:
                self._held_bytes -= bytes_of(self._pixmaps.pop(oldest))

    def retain(self, style_ids: Collection[str]) -> None:
        """These are in sight now, and no others."""
        self._in_sight = frozenset(style_ids)

    def forget(self, style_ids: Collection[str]) -> None:
        """Let go of all sizes of these."""
        for key in [key for key in self._pixmaps if key.style_id in style_ids]:
            self._held_bytes -= bytes_of(self._pixmaps.pop(key))

    def clear(self) -> None:
        """Let go of everything."""
        self._pixmaps.clear()
        self._held_bytes = 0


def bytes_of(pixmap: QPixmap) -> int:
    """What a pixmap takes in memory."""
    return pixmap.width() * pixmap.height() * pixmap.depth() // 8

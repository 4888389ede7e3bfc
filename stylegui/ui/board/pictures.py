"""The pictures of pins in memory: read in the background, as large as they are seen, forgotten when others are."""

from __future__ import annotations

import functools
from collections import OrderedDict

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from stylegui.jobs.task import TaskPool
from stylegui.project.store import PictureStore
from stylegui.ui.canvas.pixels import picture_image

SIZES_PX = (320, 768, 2048)
MEMORY_BYTES = 160 * 2**20


class PinPictures(QObject):
    """Pixmaps by digest. Whoever draws gets the best that is there, and hears when a better one has come."""

    arrived = Signal(str)
    """The digest of a picture that is there now, or that is found to be missing."""

    def __init__(self, store: PictureStore, tasks: TaskPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._tasks = tasks
        self._pixmaps: OrderedDict[tuple[str, int], QPixmap] = OrderedDict()
        self._reading: set[tuple[str, int]] = set()
        self._lost: dict[str, str] = {}

    def pixmap(self, digest: str, long_px: float) -> QPixmap | None:
        """The picture for a long side of `long_px` on the screen; for now another size of it, or None."""
        wanted = next((size for size in SIZES_PX if size >= long_px), SIZES_PX[-1])
        key = (digest, wanted)
        if key in self._pixmaps:
            self._pixmaps.move_to_end(key)
            return self._pixmaps[key]
        if key not in self._reading and digest not in self._lost:
            self._reading.add(key)
            work = functools.partial(_read, self._store, digest, wanted)
            self._tasks.run(work, functools.partial(self._take, key), functools.partial(self._fail, key))
        known = (self._pixmaps.get((digest, size)) for size in sorted(SIZES_PX, key=lambda size: abs(size - wanted)))
        return next((pixmap for pixmap in known if pixmap is not None), None)

    def trouble(self, digest: str) -> str:
        """Why a picture cannot be shown; "" where it can, or nobody has tried yet."""
        return self._lost.get(digest, "")

    def forget_troubles(self) -> None:
        """Try again what was missing: another project may have it."""
        self._lost.clear()

    def _take(self, key: tuple[str, int], image: QImage) -> None:
        self._reading.discard(key)
        self._pixmaps[key] = QPixmap.fromImage(image)
        held = sum(map(_bytes, self._pixmaps.values()))
        while held > MEMORY_BYTES and len(self._pixmaps) > 1:
            held -= _bytes(self._pixmaps.popitem(last=False)[1])
        self.arrived.emit(key[0])

    def _fail(self, key: tuple[str, int], text: str) -> None:
        self._reading.discard(key)
        self._lost[key[0]] = text
        self.arrived.emit(key[0])


def _read(store: PictureStore, digest: str, size_px: int) -> QImage:
    """Raises StoreError where it is missing or damaged."""
    return picture_image(store.thumbnail(digest, size_px))


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4

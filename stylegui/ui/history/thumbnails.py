"""Small pictures of versions: made off the window's thread, held in memory up to a bound."""

from __future__ import annotations

import logging
from collections.abc import Collection

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from stylegui.engine.images import PictureError
from stylegui.project.version import Version
from stylegui.ui.canvas.pixels import picture_image
from stylegui.ui.gallery.held import HeldPixmaps, PixmapKey

SIZES_PX = (128, 192, 256, 384, 512)
MEMORY_BYTES = 32 * 2**20
WORKERS = 1
"""To shrink a large painting takes all of a core for a moment, which the next painting needs as well."""

log = logging.getLogger(__name__)


class _Reporter(QObject):
    """Carries results over to the window's thread; it lives as long as a task or the loader needs it."""

    task_done = Signal(object, object)


class _Task(QRunnable):
    def __init__(self, version: Version, key: PixmapKey, reporter: _Reporter) -> None:
        super().__init__()
        self._version = version
        self._key = key
        self._reporter = reporter

    def run(self) -> None:
        image = QImage()
        try:
            # A copy: the picture behind it would stay in memory as long as any QImage of it.
            image = picture_image(self._version.thumbnail(self._key.size_px)).copy()
        except (PictureError, MemoryError) as error:
            log.warning("No thumbnail of version %s: %s", self._version.number, error)
        except Exception:
            log.exception("No thumbnail of version %s", self._version.number)
        self._reporter.task_done.emit(self._key, image)


class VersionThumbnails(QObject):
    """Answers at once with the pixmap it has, and has the missing one made in the background.

    What was asked for first comes first; `retain` drops requests for tiles that are out of sight again.
    """

    arrived = Signal(str)
    """The id of a version whose picture is here now, or cannot be made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held = HeldPixmaps(MEMORY_BYTES)
        self._waiting: dict[PixmapKey, Version] = {}
        self._running: set[PixmapKey] = set()
        self._failed: set[str] = set()
        self._closed = False
        self._reporter = _Reporter()
        self._reporter.task_done.connect(self._take_result, Qt.ConnectionType.QueuedConnection)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(WORKERS)

    def pixmap(self, version: Version, size_px: int) -> QPixmap | None:
        """A picture whose long side is at least `size_px` where it is there, else another, or None until it comes."""
        size_px = next((size for size in SIZES_PX if size >= size_px), SIZES_PX[-1])
        key = PixmapKey(version.id, size_px)
        if (pixmap := self._held.get(key)) is not None:
            return pixmap
        if version.id not in self._failed and key not in self._running and not self._closed:
            self._waiting.setdefault(key, version)
            self._start_next()
        return self._held.any_size(version.id, SIZES_PX[::-1])

    def has_failed(self, version_id: str) -> bool:
        """Whether a version's picture cannot be shown."""
        return version_id in self._failed

    def retain(self, version_ids: Collection[str]) -> None:
        """Drop the requests that wait for other versions than these, and hold on to the pictures of these."""
        self._held.retain(version_ids)
        self._waiting = {key: version for key, version in self._waiting.items() if key.style_id in version_ids}

    def shut_down(self) -> None:
        """Drop all requests and wait for the one that is being worked on."""
        self._closed = True
        self._waiting.clear()
        self._pool.waitForDone()

    def _start_next(self) -> None:
        while self._waiting and len(self._running) < WORKERS:
            key = next(iter(self._waiting))
            version = self._waiting.pop(key)
            self._running.add(key)
            self._pool.start(_Task(version, key, self._reporter))

    @Slot(object, object)
    def _take_result(self, key: PixmapKey, image: QImage) -> None:
        self._running.discard(key)
        if image.isNull():
            self._failed.add(key.style_id)
        else:
            self._held.hold(key, QPixmap.fromImage(image))
        self._start_next()
        self.arrived.emit(key.style_id)

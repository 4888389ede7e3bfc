"""Thumbnails for the screen: made and read off the window's thread, held in memory up to a bound."""

from __future__ import annotations

import logging
from collections.abc import Collection

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from stylegui.engine.images import PictureError
from stylegui.library import Style, StyleLibrary
from stylegui.ui.gallery.held import HeldPixmaps, PixmapKey

SIZES_PX = (128, 192, 256, 384, 512)
MEMORY_BYTES = 40 * 2**20
WORKERS = 2

_log = logging.getLogger(__name__)


class _Reporter(QObject):
    """Carries results over to the window's thread; it lives as long as a task or the loader needs it."""

    task_done = Signal(object, object)


class _Task(QRunnable):
    def __init__(self, library: StyleLibrary, style: Style, key: PixmapKey, reporter: _Reporter) -> None:
        super().__init__()
        self._library = library
        self._style = style
        self._key = key
        self._reporter = reporter

    def run(self) -> None:
        image = QImage()
        try:
            image = QImage.fromData(self._library.thumbnail(self._style, self._key.size_px))
            image.convertTo(QImage.Format.Format_RGB32)
        except (PictureError, OSError) as error:
            # One that was removed in the meantime misses nothing, and of a missing one it is known.
            known = self._library.get(self._style.id)
            gone = known is None or known.missing or not known.path.exists()
            level = logging.DEBUG if gone else logging.WARNING
            _log.log(level, "No thumbnail of the style “%s”: %s", self._style.title, error)
        except Exception:  # noqa: BLE001  whatever it is, the tile must stop waiting and the log must tell
            _log.exception("No thumbnail of the style “%s”", self._style.title)
        self._reporter.task_done.emit(self._key, image)


class ThumbnailLoader(QObject):
    """Answers at once with the pixmap it has, and fetches the missing one in the background.

    What was asked for first comes first; `retain` drops requests for tiles that are out of sight again.
    """

    thumbnail_ready = Signal(str)
    forgotten = Signal(object)
    """Ids of styles whose pictures have changed."""

    def __init__(self, library: StyleLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._held = HeldPixmaps(MEMORY_BYTES)
        self._waiting: dict[PixmapKey, Style] = {}
        self._running: set[PixmapKey] = set()
        self._failed: set[str] = set()
        self._closed = False
        self._reporter = _Reporter()
        self._reporter.task_done.connect(self._take_result, Qt.ConnectionType.QueuedConnection)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(WORKERS)

    def pixmap(self, style: Style, size_px: int) -> QPixmap | None:
        """The thumbnail of at least `size_px` where it is there, else another size of it or None until it arrives."""
        size_px = next((size for size in SIZES_PX if size >= size_px), SIZES_PX[-1])
        key = PixmapKey(style.id, size_px)
        if (pixmap := self._held.get(key)) is not None:
            return pixmap
        if style.id not in self._failed and key not in self._running and not self._closed:
            self._waiting.setdefault(key, style)
            self._start_next()
        return self._held.any_size(style.id, SIZES_PX[::-1])

    def has_failed(self, style_id: str) -> bool:
        """Whether this style's picture cannot be shown."""
        return style_id in self._failed

    def retain(self, style_ids: Collection[str]) -> None:
        """Drop the requests that wait for other styles than these, and hold on to the thumbnails of these."""
        self._held.retain(style_ids)
        self._waiting = {key: style for key, style in self._waiting.items() if key.style_id in style_ids}

    def forget_failures(self) -> None:
        """Try again where a picture could not be shown."""
        self._failed.clear()

    @Slot(object)
    def forget(self, style_ids: Collection[str]) -> None:
        """Make the thumbnails of these anew: their pictures have changed."""
        self._held.forget(style_ids)
        self._failed.difference_update(style_ids)
        self.forgotten.emit(style_ids)

    def shut_down(self) -> None:
        """Drop all requests and wait for the few that are being worked on."""
        self._closed = True
        self._waiting.clear()
        self._pool.waitForDone()

    def _start_next(self) -> None:
        while self._waiting and len(self._running) < WORKERS:
            key = next(iter(self._waiting))
            style = self._waiting.pop(key)
            self._running.add(key)
            self._pool.start(_Task(self._library, style, key, self._reporter))

    @Slot(object, object)
    def _take_result(self, key: PixmapKey, image: QImage) -> None:
        self._running.discard(key)
        if image.isNull():
            self._failed.add(key.style_id)
        else:
            self._held.hold(key, QPixmap.fromImage(image))
        self._start_next()
        self.thumbnail_ready.emit(key.style_id)

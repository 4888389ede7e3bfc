"""Small pictures of what jobs paint: made in the background, once for each photo and style."""

from __future__ import annotations

import functools
import weakref

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from stylegui.engine.images import Picture
from stylegui.jobs.task import TaskPool
from stylegui.ui.canvas.pixels import picture_image

THUMBNAIL_PX = 128


class JobThumbnails(QObject):
    """Answers at once with the pixmap it has. A picture that nobody holds any more is forgotten with its pixmap."""

    arrived = Signal()

    def __init__(self, tasks: TaskPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._held: weakref.WeakKeyDictionary[Picture, QPixmap | None] = weakref.WeakKeyDictionary()

    def pixmap(self, picture: Picture) -> QPixmap | None:
        """The small picture; None until it is there, which `arrived` tells."""
        if picture not in self._held:
            self._held[picture] = None
            take = functools.partial(self._take, weakref.ref(picture))
            self._tasks.run(functools.partial(_small, picture), take, _leave)
        return self._held[picture]

    def _take(self, picture: weakref.ref[Picture], image: QImage) -> None:
        known = picture()
        if known is not None:
            self._held[known] = QPixmap.fromImage(image)
            self.arrived.emit()


def _small(picture: Picture) -> QImage:
    # A copy: the picture behind it would stay in memory as long as any QImage of it.
    return picture_image(picture.resized(THUMBNAIL_PX, allow_up=False)).copy()


def _leave(_text: str) -> None:
    """Without a small picture the row shows a grey one."""

"""Pictures of versions for the canvas, read in the background: they may lie on the disk, and be large."""

from __future__ import annotations

import functools
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from stylegui.jobs.task import TaskPool
from stylegui.project.document import Version
from stylegui.ui.canvas.pixels import picture_image
from stylegui.ui.messages import Messages

WHOLE_PX = 1 << 20
"""No picture is that large: it is read whole."""


class VersionReader(QObject):
    """Reads pictures for one purpose. What cannot be read is told as a message."""

    def __init__(self, tasks: TaskPool, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._messages = messages
        self._reading: list[int] = []

    def read(self, version: Version, px: int, show: Callable[[QImage], None]) -> None:
        """Call `show` with the picture of a version, its long side at most `px`."""
        work = functools.partial(_image_of, version, px)
        self._reading.append(self._tasks.run(work, show, self._messages.error))

    def forget(self) -> None:
        """Nothing that was asked for is wanted any more."""
        for task in self._reading:
            self._tasks.discard(task)
        self._reading = []

    def name_of(self, version: Version) -> str:
        """What a version is called on the canvas."""
        return self.tr("Version {}").format(version.number)


def _image_of(version: Version, px: int) -> QImage:
    return picture_image(version.thumbnail(px))

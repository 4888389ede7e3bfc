"""How a photo comes in: from a file, from the clipboard, from a drop. Read away from the GUI thread."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from stylegui.engine.images import Picture, decode_picture, load_picture
from stylegui.jobs.task import TaskPool


class PhotoIntake(QObject):
    """Loads one photo at a time; a newer wish takes the place of one that is still being read."""

    loading_started = Signal(str)
    """The name of the photo that is being read."""
    photo_loaded = Signal(object)
    """A `Picture`."""
    loading_failed = Signal(str)
    """One sentence."""

    def __init__(self, tasks: TaskPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: int | None = None

    def load(self, source: Path | bytes, name: str = "") -> None:
        """Read a photo from a file, or from the content of one (then `name` is what it is called)."""
        if self._task is not None:
            self._tasks.discard(self._task)
        if isinstance(source, bytes):
            work: functools.partial[Picture] = functools.partial(decode_picture, source, name)
        else:
            work = functools.partial(load_picture, source)
            name = source.name
        self.loading_started.emit(name)
        self._task = self._tasks.run(work, self._take, self._fail)

    def _take(self, photo: Any) -> None:
        self._task = None
        self.photo_loaded.emit(photo)

    def _fail(self, text: str) -> None:
        self._task = None
        self.loading_failed.emit(text)

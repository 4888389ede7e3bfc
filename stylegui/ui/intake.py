"""How a photo comes in: from a file, from the clipboard, from a drop. Read away from the GUI thread."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from stylegui.engine.images import Picture, PictureError, decode_picture, load_picture, read_recipe
from stylegui.jobs.task import TaskPool


class PhotoIntake(QObject):
    """Loads one photo at a time; a newer wish takes the place of one that is still being read."""

    loading_started = Signal(str)
    """The name of the photo that is being read."""
    photo_loaded = Signal(object)
    """A `Picture`."""
    recipe_found = Signal(object)
    """The recipe inside the photo that was just loaded, as a dict: it was painted here."""
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
        name = name if isinstance(source, bytes) else source.name
        self.loading_started.emit(name)
        self._task = self._tasks.run(functools.partial(_read, source, name), self._take, self._fail)

    def _take(self, found: tuple[Picture, dict[str, Any] | None]) -> None:
        self._task = None
        photo, recipe = found
        self.photo_loaded.emit(photo)
        if recipe is not None:
            self.recipe_found.emit(recipe)

    def _fail(self, text: str) -> None:
        self._task = None
        self.loading_failed.emit(text)


def _read(source: Path | bytes, name: str) -> tuple[Picture, dict[str, Any] | None]:
    if isinstance(source, bytes):
        return decode_picture(source, name), None
    photo = load_picture(source)
    try:
        return photo, read_recipe(source)
    except PictureError:
        return photo, None  # the picture is fine, and that is what was asked for

"""Taking a version out of the strip by hand: as a file for folders, other programs, and the canvas."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from stylegui.engine.images import PictureError, SaveOptions, save_picture
from stylegui.project.document import Version
from stylegui.project.naming import painting_name
from stylegui.ui.canvas.drag_out import drag_out
from stylegui.ui.canvas.pixels import picture_image
from stylegui.ui.messages import Messages

QUICK = SaveOptions(compression=1)
IMAGE_PX = 2048
"""Programs that take pixels and no file get a picture of this size at most."""


class VersionTaking(QObject):
    """Writes what is dragged to a temporary file, once."""

    def __init__(self, source: QWidget, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._messages = messages
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    @Slot(object)
    def drag(self, version: Version) -> None:
        """Let the artist carry a version away; returns when it was dropped."""
        try:
            path = self.file_of(version)
            image = picture_image(version.thumbnail(IMAGE_PX))
        except PictureError as error:
            self._messages.error(str(error))
            return
        drag_out(self._source, image, path, version.id)

    def file_of(self, version: Version) -> Path:
        """The version as a file, with its recipe inside. Raises PictureError where it cannot be written."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="stylegui-", ignore_cleanup_errors=True)
        name = f"{painting_name(version.held_photo.name, version.title)} {version.number}.png"
        path = Path(self._folder.name) / name
        if not path.exists():
            save_picture(version.result.picture, path, QUICK, version.recipe)
        return path

    def clean_up(self) -> None:
        """Remove the files: nobody needs them after the program has ended."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

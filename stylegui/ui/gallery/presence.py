"""Looks whether the pictures of the tiles in sight are still there, away from the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from stylegui.engine.control import RunControl
from stylegui.library import StyleLibrary
from stylegui.ui.gallery.background import GalleryWork, Progress

SETTLE_MS = 700


class PresenceCheck(QObject):
    """`changed` says that pictures have gone missing, or are back."""

    changed = Signal()

    def __init__(self, library: StyleLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._seen: list[str] = []
        self._work = GalleryWork(self)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLE_MS)
        self._settled.timeout.connect(self._start)

    @Slot(object)
    def look(self, style_ids: Sequence[str]) -> None:
        """Look after these as soon as the tiles stand still."""
        self._seen = list(style_ids)
        self._settled.start()

    def shut_down(self) -> None:
        """Look no more."""
        self._settled.stop()
        self._work.shut_down()

    @Slot()
    def _start(self) -> None:
        if self._seen and not self._work.busy:
            self._work.start("", partial(_check, self._library, self._seen), self._take, quiet=True)

    def _take(self, changed: list[str]) -> None:
        if changed:
            self.changed.emit()


def _check(library: StyleLibrary, style_ids: list[str], _control: RunControl, _progress: Progress) -> list[str]:
    return library.check(style_ids)

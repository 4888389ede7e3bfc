"""Puts the document aside after every change, so that neither a crash nor a power cut costs any work."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from stylegui.engine.images import PictureError
from stylegui.jobs.task import TaskPool
from stylegui.project.document import Change, Document
from stylegui.project.errors import ProjectError
from stylegui.project.recovery import About, Lost, RecoveryFolder

REST_MS = 2000
"""Work is put aside when nothing has changed for so long,"""
LONGEST_MS = 10_000
"""but after so long also while the hand still moves."""
RETRY_MS = 30_000
FINISH_MS = 60_000

log = logging.getLogger(__name__)


class Autosaver(QObject):
    """Writes the document into the window's recovery folder, in the background, and lets go of pictures in memory."""

    failed = Signal(str)
    """The work cannot be put aside; one sentence, once until it works again."""
    put_aside = Signal()

    def __init__(
        self, document: Document, folder: RecoveryFolder, about: Callable[[], About], parent: QObject | None = None
    ) -> None:
        """`about` tells what is to be said of the document when it is offered again."""
        super().__init__(parent)
        self._document = document
        self._folder = folder
        self._about = about
        self._tasks = TaskPool(expected=(ProjectError, PictureError), parent=self)
        self._pending = QElapsedTimer()
        self._made = len(document.versions)
        self._again = self._urgent = self._owed = False
        self._failing = False
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._save)
        document.observe(self._on_document_changed)

    @property
    def pending(self) -> bool:
        """Whether there is a painting that is not on the disk yet: who keeps what led to it waits for `put_aside`."""
        return self._urgent or self._owed

    def soon(self) -> None:
        """Something has changed that is to be put aside. A new painting is at once: it took longest to make."""
        if self._closed:
            return
        made, self._made = self._made, len(self._document.versions)
        self._urgent = self._urgent or self._made > made
        if self._urgent:
            self._timer.start(0)
            return
        if not self._pending.isValid():
            self._pending.start()
        self._timer.start(max(0, min(REST_MS, LONGEST_MS - self._pending.elapsed())))

    def save_now(self, over: Lost | None = None) -> bool:
        """Put it aside in this thread; False where the disk does not take it.

        `over` is what was lost and is in the document now: what is written from here on counts in its place.
        """
        self._tasks.finish(FINISH_MS)
        if over is not None:
            self._folder.take_over(over)
        try:
            self._folder.write(self._document.content(), self._document.store, self._about())
        except (ProjectError, PictureError) as error:
            log.warning("%s", error)
            return False
        return True

    def close(self) -> None:
        """Write nothing from now on."""
        self._closed = True
        self._timer.stop()
        self._tasks.close(FINISH_MS)

    def _on_document_changed(self, _change: Change) -> None:
        self.soon()

    @Slot()
    def _save(self) -> None:
        if self._tasks.busy:
            self._again = True
            return
        self._owed = self._owed or self._urgent
        self._again = self._urgent = False
        self._pending.invalidate()
        content, about = self._document.content(), self._about()
        work = functools.partial(self._folder.write, content, self._document.store, about)
        self._tasks.run(work, self._on_saved, self._on_failed)

    def _on_saved(self, _nothing: None) -> None:
        self._failing = self._owed = False
        self._document.put_aside()
        if self._again:
            self._timer.start(0)
        self.put_aside.emit()

    def _on_failed(self, text: str) -> None:
        if not self._failing:
            self._failing = True
            self.failed.emit(text)
        if not self._closed:
            self._timer.start(RETRY_MS)

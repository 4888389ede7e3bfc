"""Writing the document into its project file: in the background, one at a time, and never over somebody else's work."""

from __future__ import annotations

import functools
import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from stylegui.engine.images import PictureError
from stylegui.jobs.task import TaskPool
from stylegui.project.archive import Fingerprint, write_project
from stylegui.project.document import Document
from stylegui.project.errors import ProjectError
from stylegui.project.locking import FileLock, Holder

FINISH_MS = 600_000

log = logging.getLogger(__name__)


def lock_of(path: Path) -> FileLock:
    """The lock that tells two windows on one project apart. It lies beside the file, where other computers see it."""
    path = path.resolve()
    return FileLock(path.with_name(f".~{path.name}.lock"))


class ProjectFile(QObject):
    """The file that the document belongs to, if there is one: its lock, how it was last seen, and its writing."""

    saved = Signal(object)
    """The `Path` that was written."""
    failed = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._writers = TaskPool(expected=(ProjectError, PictureError), parent=self)
        self._path: Path | None = None
        self._lock: FileLock | None = None
        self._fingerprint: Fingerprint | None = None
        self._next: tuple[Path, FileLock | None] | None = None
        self._again = False
        self._failures = 0

    @property
    def path(self) -> Path | None:
        return self._path

    @property
    def fingerprint(self) -> Fingerprint | None:
        """How the file was when it was opened or saved."""
        return self._fingerprint

    @property
    def is_changed_by_others(self) -> bool:
        """Whether another program has written the file since it was opened or saved."""
        return self._path is not None and self._fingerprint is not None and not self._fingerprint.is_of(self._path)

    def take(self, path: Path, lock: FileLock | None, fingerprint: Fingerprint | None) -> None:
        """The document belongs to this file now, whose lock was taken (None where it can have none)."""
        self.let_go()
        self._path, self._lock, self._fingerprint = path, lock, fingerprint

    def let_go(self) -> None:
        """The document belongs to no file."""
        if self._lock is not None:
            self._lock.release()
        self._path = self._lock = self._fingerprint = None

    def write(self, path: Path) -> bool:
        """Write the document as it is now; False where another window has that file. `saved` or `failed` follows."""
        if path == self._path and self._writers.busy:
            self._again = True
            return True
        self.finish()
        if path != self._path:
            free, lock, _ = try_lock(path)
            if not free:
                return False
            self._next = path, lock
        content = self._document.content()
        work = functools.partial(write_project, content, self._document.store, path)
        self._writers.run(work, functools.partial(self._on_written, content.revision), self._on_failed)
        return True

    def finish(self) -> bool:
        """Wait for what is being written; False where it could not be."""
        failures = self._failures
        while self._writers.busy:
            self._writers.finish(FINISH_MS)
            QCoreApplication.sendPostedEvents(self._writers)
        return self._failures == failures

    def close(self) -> None:
        self._writers.close(FINISH_MS)
        self.let_go()

    def _on_written(self, revision: int, fingerprint: Fingerprint | None) -> None:
        if self._next is not None:
            (path, lock), self._next = self._next, None
            self.take(path, lock, fingerprint)
        self._fingerprint = fingerprint
        self._document.mark_saved(revision)
        self.saved.emit(self._path)
        again, self._again = self._again, False
        if again and self._path is not None:
            self.write(self._path)

    def _on_failed(self, text: str) -> None:
        self._again = False
        self._failures += 1
        if self._next is not None:
            (_, lock), self._next = self._next, None
            if lock is not None:
                lock.release()
        self.failed.emit(text)


def try_lock(path: Path, over: Holder | None = None) -> tuple[bool, FileLock | None, Holder]:
    """Whether no other window has this project, the lock on it, and else who has it.

    In a folder where nothing can be written there is no lock, and nothing that two windows could spoil.
    """
    lock = lock_of(path)
    try:
        if lock.acquire(over=over):
            return True, lock, Holder()
    except OSError as error:
        log.info("no lock beside %s: %s", path.name, error)
        return True, None, Holder()
    return False, None, lock.holder

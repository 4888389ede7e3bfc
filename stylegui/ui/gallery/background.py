"""Work of the gallery off the window's thread, one piece after the other: adding, scanning, packing."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.images import PictureError
from stylegui.library import LibraryError

Progress = Callable[[int, int], None]
Work = Callable[[RunControl, Progress], Any]

TELL_EVERY_S = 0.05

_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class _Piece:
    text: str
    work: Work
    take: Callable[[Any], None]
    quiet: bool


class _Reporter(QObject):
    """Carries news over to the window's thread."""

    moved = Signal(int, int)
    ended = Signal(object, str)


class GalleryWork(QObject):
    """A queue of pieces of work, of which one runs at a time.

    `progressed` tells what is being done and how much of it ("" and zeros when all is done); pieces that are quiet
    do not show. `failed` is a sentence for the artist.
    """

    progressed = Signal(str, int, int)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[_Piece] = deque()
        self._running: _Piece | None = None
        self._control = RunControl()
        self._closed = False
        self._reporter = _Reporter()
        self._reporter.moved.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)
        self._reporter.ended.connect(self._end_piece, Qt.ConnectionType.QueuedConnection)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    @property
    def busy(self) -> bool:
        """Whether anything is being done."""
        return self._running is not None

    def start(self, text: str, work: Work, take: Callable[[Any], None], *, quiet: bool = False) -> None:
        """Do `work` when its turn comes; `take` then gets its result, in the window's thread."""
        if self._closed:
            return
        self._waiting.append(_Piece(text, work, take, quiet))
        if self._running is None:
            self._start_next()

    @Slot()
    def cancel(self) -> None:
        """Stop what is being done and forget what waits. What was done so far stays."""
        self._waiting.clear()
        self._control.cancel()

    def shut_down(self) -> None:
        """Cancel everything for good, and wait for the end of what runs."""
        self._closed = True
        self.cancel()
        self._pool.waitForDone()

    def _start_next(self) -> None:
        piece = self._running = self._waiting.popleft()
        control = self._control = RunControl()
        if not piece.quiet:
            self.progressed.emit(piece.text, 0, 0)
        reporter = self._reporter
        self._pool.start(lambda: _do(piece.work, control, reporter))

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        if self._running is not None and not self._running.quiet:
            self.progressed.emit(self._running.text, done, total)

    @Slot(object, str)
    def _end_piece(self, result: object, problem: str) -> None:
        piece, self._running = self._running, None
        if self._waiting:
            self._start_next()
        else:
            self.progressed.emit("", 0, 0)
        if problem:
            self.failed.emit(problem)
        elif piece is not None and result is not None:
            piece.take(result)


def _do(work: Work, control: RunControl, reporter: _Reporter) -> None:
    told_at = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal told_at
        now = time.monotonic()
        if now - told_at >= TELL_EVERY_S or done == total:
            told_at = now
            reporter.moved.emit(done, total)

    result, problem = None, ""
    try:
        result = work(control, tell)
    except Cancelled:
        _log.info("Work of the gallery was cancelled")
    except (PictureError, LibraryError) as error:
        problem = str(error)
    except Exception:  # noqa: BLE001  the queue must go on and the log must tell
        _log.exception("Work of the gallery failed")
        problem = "This did not work because of an error in the program. The log tells more."
    reporter.ended.emit(result, problem)

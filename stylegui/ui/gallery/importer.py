"""Adds pictures to the library off the window's thread, one after the other."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from stylegui.engine.images import PictureError
from stylegui.library import LibraryError, Style, StyleLibrary

Source = Path | bytes

_log = logging.getLogger(__name__)


@dataclass
class ImportReport:
    """What became of a batch: new styles, styles that were there before, and a sentence for each refused picture."""

    added: list[Style] = field(default_factory=list)
    known: list[Style] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)


class _Reporter(QObject):
    picture_done = Signal(object, bool)


class _Task(QRunnable):
    def __init__(self, library: StyleLibrary, source: Source, reporter: _Reporter) -> None:
        super().__init__()
        self._library = library
        self._source = source
        self._reporter = reporter

    def run(self) -> None:
        before = {style.id for style in self._library.styles()}
        outcome: Style | str
        try:
            outcome = self._library.add(self._source)
        except (PictureError, LibraryError) as error:
            outcome = str(error)
        except Exception:  # noqa: BLE001  whatever it is, the batch must go on and the log must tell
            _log.exception("A picture could not be added")
            outcome = "One picture could not be added; the log says why."
        self._reporter.picture_done.emit(outcome, isinstance(outcome, Style) and outcome.id not in before)


class StyleImporter(QObject):
    """`batch_finished` comes when everything that was handed over has been tried."""

    progressed = Signal(int, int)
    batch_finished = Signal(object)

    def __init__(self, library: StyleLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._waiting: deque[Source] = deque()
        self._done = 0
        self._total = 0
        self._report = ImportReport()
        self._reporter = _Reporter()
        self._reporter.picture_done.connect(self._take_outcome, Qt.ConnectionType.QueuedConnection)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def add(self, sources: Iterable[Source]) -> None:
        """Add these pictures; what comes while others are being added joins them."""
        fresh = list(sources)
        if not fresh:
            return
        idle = self._total == 0
        self._waiting += fresh
        self._total += len(fresh)
        self.progressed.emit(self._done, self._total)
        if idle:
            self._start_next()

    def shut_down(self) -> None:
        """Leave out what waits, and wait for the picture that is being added."""
        self._total -= len(self._waiting)
        self._waiting.clear()
        self._pool.waitForDone()

    def _start_next(self) -> None:
        self._pool.start(_Task(self._library, self._waiting.popleft(), self._reporter))

    @Slot(object, bool)
    def _take_outcome(self, outcome: Style | str, is_new: bool) -> None:
        self._done += 1
        if isinstance(outcome, str):
            self._report.refusals.append(outcome)
        elif is_new:
            self._report.added.append(outcome)
        else:
            self._report.known.append(outcome)
        self.progressed.emit(self._done, self._total)
        if self._waiting:
            self._start_next()
            return
        report, self._report = self._report, ImportReport()
        self._done = self._total = 0
        self.batch_finished.emit(report)

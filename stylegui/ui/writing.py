"""Files that are written one after the other in the background: told how far, stopped between two, summed up."""

from __future__ import annotations

import functools
import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from stylegui.engine.images import PictureError
from stylegui.jobs.task import TaskPool
from stylegui.project.exports import ExportPlan
from stylegui.project.outgoing import Subject, write, write_to
from stylegui.project.version import Version


@dataclass(frozen=True, eq=False)
class Order:
    """A painting to be written by a plan: into a folder, where the plan gives the name, or to a file that is known.

    `sources` (resolved) are files that are never written over.
    """

    version: Version
    subject: Subject
    plan: ExportPlan
    folder: Path
    path: Path | None = None
    sources: tuple[Path, ...] = ()


@dataclass(frozen=True, eq=False)
class Outcome:
    """What became of some orders. `skipped` were left alone because their names were taken."""

    written: tuple[tuple[Order, Path], ...] = ()
    skipped: int = 0
    errors: tuple[str, ...] = ()
    cancelled: bool = False
    asked: int = 0


@dataclass(eq=False)
class _Batch:
    orders: Sequence[Order]
    stop: threading.Event = field(default_factory=threading.Event)


class Writing(QObject):
    """Carries out orders in threads of its own. A batch that is asked for while another is written comes after it."""

    progressed = Signal(int, int, str)
    """Which file of how many is being written, and its painting's name."""
    ended = Signal(object)
    """An `Outcome`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = TaskPool(expected=(PictureError,), parent=self)
        self._waiting: list[_Batch] = []
        self._batch: _Batch | None = None

    @property
    def busy(self) -> bool:
        return self._batch is not None

    def begin(self, orders: Sequence[Order]) -> None:
        """Write these, now or as soon as what is written already is done."""
        self._waiting.append(_Batch(orders))
        self._go_on()

    def cancel(self) -> None:
        """Stop after the file that is being written."""
        self._waiting.clear()
        if self._batch is not None:
            self._batch.stop.set()

    def finish(self, timeout_ms: int) -> None:
        """Wait for everything that was asked for; all of `ended` is told before this returns."""
        while self.busy:
            if not self._pool.finish(timeout_ms):
                return
            QCoreApplication.sendPostedEvents(self._pool)
            QCoreApplication.sendPostedEvents(self)

    def close(self, timeout_ms: int) -> None:
        self.cancel()
        self._pool.close(timeout_ms)

    def _go_on(self) -> None:
        if self._batch is None and self._waiting:
            self._batch = self._waiting.pop(0)
            self._pool.run(functools.partial(self._write_all, self._batch), self._end, self._end_badly)

    def _write_all(self, batch: _Batch) -> Outcome:
        """In another thread. What goes wrong with one file is no reason to leave out the others."""
        outcome = Outcome(asked=len(batch.orders))
        for number, order in enumerate(batch.orders, start=1):
            if batch.stop.is_set():
                return replace(outcome, cancelled=True)
            self.progressed.emit(number, len(batch.orders), order.subject.facts.photo)
            outcome = _after(outcome, order)
        return outcome

    def _end(self, outcome: Outcome) -> None:
        self._batch = None
        self.ended.emit(outcome)
        self._go_on()

    def _end_badly(self, text: str) -> None:
        self._end(Outcome(errors=(text,), asked=1))


def _after(outcome: Outcome, order: Order) -> Outcome:
    """The outcome with one more order carried out."""
    taken = [path for _, path in outcome.written]
    try:
        if order.path is not None:
            files: Collection[Path] = write_to(order.subject, order.plan, order.path)
        else:
            files = write(order.subject, order.plan, order.folder, sources=order.sources, taken=taken)
    except PictureError as error:
        return replace(outcome, errors=(*outcome.errors, str(error)))
    if not files:
        return replace(outcome, skipped=outcome.skipped + 1)
    return replace(outcome, written=(*outcome.written, (order, next(iter(files)))))

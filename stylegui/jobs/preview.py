"""The preview lane: pictures that follow the hand, in a thread of their own beside the job queue."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from stylegui.engine.control import Cancelled
from stylegui.jobs.attempt import Mishap, attempt
from stylegui.jobs.desk import SPARE, Desk, Outcome, Piece, Work
from stylegui.jobs.queue import JobQueue, JobState
from stylegui.jobs.runner import Backend


class PreviewWorker(QObject):
    """Does what lies on the desk, in the thread it was moved to. `outcome_ready` carries nothing: the desk has it."""

    outcome_ready = Signal()

    def __init__(self, backend: Backend, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk

    @Slot()
    def work_on(self) -> None:
        """Take piece after piece until there is none."""
        while (piece := self._desk.take()) is not None:
            if self._desk.hand_back(self._outcome(piece)):
                self.outcome_ready.emit()

    def _outcome(self, piece: Piece) -> Outcome | None:
        def work() -> Any:
            self._backend.prepare()
            if self._desk.yielding:
                self._backend.step_aside()
            piece.control.checkpoint()
            return piece.work(piece.control)

        try:
            result = attempt(work, _label(piece))
        except Cancelled:
            return None
        if isinstance(result, Mishap):
            return Outcome(piece.name, error=result.text)
        return Outcome(piece.name, result)


def _label(piece: Piece) -> str:
    """What the log calls a piece."""
    if piece.name is SPARE:
        return "work at leisure"
    return f"tile {piece.name}" if piece.is_tile else f"preview {piece.name}"


class PreviewLane(QObject):
    """Makes one preview, the newest that was wished for, and tiles while there is none to make.

    However fast wishes come, at most one runs and one waits, and what came too late is not given out. A preview goes
    before tiles: a tile that runs then is broken off and begun again afterwards.
    """

    preview_arrived = Signal(int, object)
    """Ticket, and what the work returned."""
    preview_failed = Signal(int, str)
    """Ticket, and one sentence for the user."""
    tile_arrived = Signal(object, object)
    """Key, and what its work returned."""
    tile_failed = Signal(object, str)

    _woken = Signal()

    def __init__(self, backend: Backend, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tickets = itertools.count(1)
        self._desk = Desk()
        self._queue: JobQueue | None = None
        self._thread = QThread()
        self._thread.setObjectName("preview")
        self._worker = PreviewWorker(backend, self._desk)
        self._worker.moveToThread(self._thread)
        self._woken.connect(self._worker.work_on)
        self._worker.outcome_ready.connect(self._on_outcome_ready)
        self._thread.start()

    def show(self, work: Work) -> int:
        """Make this preview and no older one; its ticket."""
        return self._wish(self._desk.show, work)

    def follow(self, work: Work) -> int:
        """Make this preview as soon as the one that runs is done, which is still given out; its ticket.

        For a control that is being moved: were each wish to break off the one before, nothing would be seen until the
        hand rests.
        """
        return self._wish(self._desk.follow, work)

    def drop(self) -> None:
        """Forget the wish for a preview and break off the one that runs."""
        self._desk.drop(next(self._tickets))

    def set_tiles(self, wanted: Sequence[tuple[Hashable, Work]]) -> None:
        """Make these tiles in this order, and no longer those that are not among them.

        A tile that runs goes on if its key is here. Each key is told once, by `tile_arrived` or `tile_failed`.
        """
        if self._desk.set_tiles(wanted):
            self._woken.emit()

    def when_idle(self, work: Work) -> None:
        """Do this once, as soon as there is nothing else to do. Nobody is told of its end."""
        if self._desk.set_spare(work):
            self._woken.emit()

    def set_yielding(self, yielding: bool) -> None:
        """Leave the cores to a job: one thread, and rests between tiles."""
        self._desk.set_yielding(yielding)

    def give_way_to(self, queue: JobQueue) -> None:
        """Yield whenever a job of this queue runs and is not paused."""
        self._queue = queue
        queue.job_changed.connect(self._on_job_changed)

    def close(self, timeout_ms: int) -> bool:
        """Cancel everything and end the thread; False where it did not end in time (it is never killed)."""
        self._desk.close()
        self._thread.quit()
        return self._thread.wait(timeout_ms)

    def _wish(self, wish: Callable[[int, Work], bool], work: Work) -> int:
        ticket = next(self._tickets)
        if wish(ticket, work):
            self._woken.emit()
        return ticket

    @Slot()
    def _on_outcome_ready(self) -> None:
        # Fetched one by one: a slot behind these signals may change what is wanted.
        if (preview := self._desk.fetch_preview()) is not None:
            if preview.error:
                self.preview_failed.emit(preview.name, preview.error)
            else:
                self.preview_arrived.emit(preview.name, preview.result)
        while (tile := self._desk.fetch_tile()) is not None:
            if tile.error:
                self.tile_failed.emit(tile.name, tile.error)
            else:
                self.tile_arrived.emit(tile.name, tile.result)

    @Slot(object)
    def _on_job_changed(self, _record: object) -> None:
        head = self._queue.running if self._queue is not None else None
        self.set_yielding(head is not None and head.state is JobState.RUNNING)

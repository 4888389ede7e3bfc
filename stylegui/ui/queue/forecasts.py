"""What waiting jobs will take: worked out one after the other in the background."""

from __future__ import annotations

import functools

from PySide6.QtCore import QObject, Slot

from stylegui.engine.engines import Estimate
from stylegui.jobs.queue import JobQueue
from stylegui.jobs.record import JobRecord
from stylegui.jobs.runner import Backend
from stylegui.jobs.task import TaskPool
from stylegui.ui.painting import estimate


class JobForecasts(QObject):
    """Tells the queue what its jobs will take, as soon as the engine is there."""

    def __init__(self, queue: JobQueue, backend: Backend, tasks: TaskPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._backend = backend
        self._tasks = tasks
        self._ready = False
        self._asked: set[int] = set()
        self._running = False
        queue.engine_ready.connect(self._on_engine_ready)
        queue.jobs_changed.connect(self._ask_next)

    @Slot(str)
    def _on_engine_ready(self, trouble: str) -> None:
        self._ready = not trouble
        self._ask_next()

    @Slot()
    def _ask_next(self) -> None:
        record = next((each for each in self._queue.records if self._is_open(each)), None)
        if not self._ready or self._running or record is None:
            return
        self._running = True
        self._asked.add(record.id)
        work = functools.partial(estimate, self._backend, record.job.request)
        self._tasks.run(work, functools.partial(self._take, record.id), self._miss)

    def _is_open(self, record: JobRecord) -> bool:
        return record.estimate_s is None and record.id not in self._asked and not record.state.ended

    def _take(self, job_id: int, cost: Estimate) -> None:
        self._running = False
        self._queue.set_estimate(job_id, cost.seconds)
        self._ask_next()

    def _miss(self, _text: str) -> None:
        """What is wrong with it is told when it has its turn."""
        self._running = False
        self._ask_next()

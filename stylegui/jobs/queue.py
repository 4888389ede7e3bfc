"""The job queue as the window sees it: submit, steer, pause, stop, and what comes back, all in the GUI thread."""

from __future__ import annotations

import enum
import itertools
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from stylegui.engine.control import RunControl
from stylegui.engine.engines import Progress
from stylegui.engine.request import TransferRequest
from stylegui.jobs.runner import Backend, Cancelled, Failed, Finished, Job, Terminal
from stylegui.jobs.worker import Notice, Submission, Worker


class JobState(enum.Enum):
    QUEUED = "queued"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(eq=False)
class JobRecord:
    """A job, where it stands, and the handle that reaches into it while it runs."""

    job: Job
    state: JobState = JobState.QUEUED
    progress: Progress | None = None
    control: RunControl = field(default_factory=RunControl)

    @property
    def id(self) -> int:
        return self.job.id


class JobQueue(QObject):
    """Owns the job thread and its worker. Jobs run one after the other, in the order they came.

    Every signal is emitted in the thread of this object and carries the job's id or an event with it; events of a job
    that is no longer the running one are dropped here.
    """

    engine_ready = Signal(str)
    """The warm-up is over; "" or a sentence about what is wrong."""
    job_changed = Signal(object)
    """A `JobRecord` whose state changed."""
    frame_arrived = Signal(int, object)
    """Job id and the newest `Frame`."""
    progress_arrived = Signal(int, object)
    """Job id and the newest `Progress`."""
    notice_arrived = Signal(int, str)
    job_ended = Signal(object)
    """The one terminal event of a job: `Finished`, `Cancelled` or `Failed`."""

    _submitted = Signal(object)
    _warm_up_wanted = Signal()

    def __init__(self, backend: Backend, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = itertools.count(1)
        self._waiting: deque[JobRecord] = deque()
        self._running: JobRecord | None = None
        self._closed = False
        self._thread = QThread()
        self._thread.setObjectName("jobs")
        self._worker = Worker(backend)
        self._worker.moveToThread(self._thread)
        self._submitted.connect(self._worker.run)
        self._warm_up_wanted.connect(self._worker.warm_up)
        self._worker.warmed_up.connect(self._on_warmed_up)
        self._worker.frame_ready.connect(self._on_frame_ready)
        self._worker.progress_ready.connect(self._on_progress_ready)
        self._worker.notice_given.connect(self._on_notice)
        self._worker.job_ended.connect(self._on_job_ended)
        self._thread.start()

    @property
    def running(self) -> JobRecord | None:
        """The job at the head (running or paused)."""
        return self._running

    @property
    def waiting(self) -> tuple[JobRecord, ...]:
        return tuple(self._waiting)

    @property
    def busy(self) -> bool:
        return self._running is not None or bool(self._waiting)

    def warm_up(self) -> None:
        """Load the engine in the job thread; `engine_ready` tells when."""
        self._warm_up_wanted.emit()

    def submit(self, request: TransferRequest) -> int:
        """Queue a request; its job's id."""
        if self._closed:
            raise RuntimeError("the job queue is closed")
        record = JobRecord(Job(next(self._ids), request))
        self._waiting.append(record)
        self.job_changed.emit(record)
        self._start_next()
        return record.id

    def cancel(self, job_id: int) -> None:
        """Stop a job: a waiting one ends at once, the running one at its next checkpoint. Unknown ids are ignored."""
        if self._running is not None and self._running.id == job_id:
            self._running.control.cancel()
            return
        for record in list(self._waiting):
            if record.id == job_id:
                self._waiting.remove(record)
                self._end(record, Cancelled(job_id, None))

    def pause(self, job_id: int) -> None:
        """Hold the running job at its next checkpoint."""
        record = self._running
        if record is not None and record.id == job_id and record.state is JobState.RUNNING:
            record.control.pause()
            self._set_state(record, JobState.PAUSED)

    def resume(self, job_id: int) -> None:
        record = self._running
        if record is not None and record.id == job_id and record.state is JobState.PAUSED:
            record.control.resume()
            self._set_state(record, JobState.RUNNING)

    def steer(self, job_id: int, **changes: Any) -> None:
        """Change steerable parameters of a waiting or running job from its next step on."""
        for record in (self._running, *self._waiting):
            if record is not None and record.id == job_id:
                record.control.steer(**changes)

    def close(self, timeout_ms: int) -> bool:
        """Cancel everything and end the thread; False where it did not end in time (it is never killed)."""
        self._closed = True
        for record in list(self._waiting):
            self.cancel(record.id)
        if self._running is not None:
            self._running.control.cancel()
        self._thread.quit()
        return self._thread.wait(timeout_ms)

    def _start_next(self) -> None:
        if self._running is not None or not self._waiting or self._closed:
            return
        self._running = self._waiting.popleft()
        self._set_state(self._running, JobState.RUNNING)
        self._submitted.emit(Submission(self._running.job, self._running.control))

    def _set_state(self, record: JobRecord, state: JobState) -> None:
        record.state = state
        self.job_changed.emit(record)

    def _end(self, record: JobRecord, event: Terminal) -> None:
        ends = {Finished: JobState.FINISHED, Cancelled: JobState.CANCELLED, Failed: JobState.FAILED}
        self._set_state(record, ends[type(event)])
        self.job_ended.emit(event)

    @Slot(str)
    def _on_warmed_up(self, text: str) -> None:
        self.engine_ready.emit(text)

    @Slot()
    def _on_frame_ready(self) -> None:
        mail = self._worker.frames.take()
        if mail is not None and self._is_running(mail[0]):
            self.frame_arrived.emit(*mail)

    @Slot()
    def _on_progress_ready(self) -> None:
        mail = self._worker.progress.take()
        if mail is not None and self._running is not None and mail[0] == self._running.id:
            self._running.progress = mail[1]
            self.progress_arrived.emit(*mail)

    @Slot(object)
    def _on_notice(self, notice: Notice) -> None:
        if self._is_running(notice.job_id):
            self.notice_arrived.emit(notice.job_id, notice.text)

    @Slot(object)
    def _on_job_ended(self, event: Terminal) -> None:
        record = self._running
        if record is None or record.id != event.job_id:
            return
        # Mail that is still in the slots belongs to this job: it must not be shown over the final picture.
        self._worker.frames.take()
        self._worker.progress.take()
        self._running = None
        self._end(record, event)
        self._start_next()

    def _is_running(self, job_id: int) -> bool:
        return self._running is not None and self._running.id == job_id

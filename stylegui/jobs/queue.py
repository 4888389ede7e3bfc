"""The job queue as the window sees it, all in the GUI thread: order, pause, steer, stop, retry, and what comes back."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from PySide6.QtCore import QObject, QThread, Signal, Slot

from stylegui.engine.control import RunControl
from stylegui.engine.request import TransferRequest
from stylegui.jobs.keeping import SnapshotShelf
from stylegui.jobs.record import JobRecord, JobState
from stylegui.jobs.runner import Backend, Cancelled, Failed, Finished, Job, Terminal
from stylegui.jobs.worker import Notice, Submission, Worker

__all__ = ["JobQueue", "JobRecord", "JobState"]

Where = Literal["back", "front"]
HOPELESS = ("numeric", "input")
"""Kinds of failure that painting on from where it failed would only repeat."""


class JobQueue(QObject):
    """Owns the job thread and its worker. Jobs run one after the other, in their order.

    Jobs that have ended stay in the list until they are cleared, and can be tried again. While the queue is held, no
    job begins by itself. Every signal is emitted in the thread of this object and carries the job's id or an event with
    it; events of a job that is no longer the running one are dropped here.
    """

    engine_ready = Signal(str)
    """The warm-up is over; "" or a sentence about what is wrong."""
    jobs_changed = Signal()
    """Jobs were added, moved, begun, ended or cleared, or the queue was held or released."""
    job_changed = Signal(object)
    """A `JobRecord` whose state or words changed."""
    frame_arrived = Signal(int, object)
    """Job id and the newest `Frame`."""
    progress_arrived = Signal(int, object)
    """Job id and the newest `Progress`."""
    notice_arrived = Signal(int, str)
    job_ended = Signal(object)
    """The one terminal event of a run: `Finished`, `Cancelled` or `Failed`."""

    _submitted = Signal(object)
    _warm_up_wanted = Signal()
    _keeping_failed = Signal(object)

    def __init__(self, backend: Backend, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shelf = SnapshotShelf()
        """Where runs are kept; it may be given a folder before the first job comes."""
        self._ids = itertools.count(1)
        self._running: JobRecord | None = None
        self._waiting: list[JobRecord] = []
        self._ended: list[JobRecord] = []
        self._held = False
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
        self._keeping_failed.connect(self._on_notice)
        self._thread.start()

    # -- what is there ----------------------------------------------------------------------------------------------

    @property
    def running(self) -> JobRecord | None:
        """The job at the head (running or paused)."""
        return self._running

    @property
    def waiting(self) -> tuple[JobRecord, ...]:
        """The jobs that wait, in their order."""
        return tuple(self._waiting)

    @property
    def ended(self) -> tuple[JobRecord, ...]:
        """The jobs that have ended and were not cleared, oldest first."""
        return tuple(self._ended)

    @property
    def records(self) -> tuple[JobRecord, ...]:
        """All jobs: the running one, those that wait, and those that have ended."""
        running = (self._running,) if self._running is not None else ()
        return (*running, *self._waiting, *self._ended)

    def record(self, job_id: int) -> JobRecord | None:
        return next((record for record in self.records if record.id == job_id), None)

    @property
    def busy(self) -> bool:
        return self._running is not None or bool(self._waiting)

    @property
    def held(self) -> bool:
        """Whether no waiting job begins by itself."""
        return self._held

    def warm_up(self) -> None:
        """Load the engine in the job thread; `engine_ready` tells when."""
        self._warm_up_wanted.emit()

    # -- adding and ordering ----------------------------------------------------------------------------------------

    def submit(
        self,
        request: TransferRequest,
        *,
        where: Where = "back",
        title: str = "",
        now: bool = False,
        key: str = "",
        added: datetime | None = None,
        steered: Mapping[str, Any] | None = None,
        context: Any = None,
    ) -> int:
        """Queue a request at the end or before all others; its job's id.

        With `now` it begins also while the queue is held, if nothing else runs. `key`, `added` and `steered` are for a
        job that was there before a restart: it goes on from its snapshot, with the changes that were made to it.
        """
        if self._closed:
            raise RuntimeError("the job queue is closed")
        record = JobRecord(Job(next(self._ids), request), title, steered=dict(steered or {}), context=context)
        record.key, record.added = key or record.key, added or record.added
        self._enter(record, where)
        if now and self._running is None:
            self._begin(record)
        self._start_next()
        self.jobs_changed.emit()
        return record.id

    def replace(self, request: TransferRequest, *, title: str = "", context: Any = None) -> int:
        """Stop what runs and paint this instead; the others wait on."""
        job_id = self.submit(request, where="front", title=title, now=True, context=context)
        if self._running is not None and self._running.id != job_id:
            self.cancel(self._running.id)
        return job_id

    def move(self, job_id: int, index: int) -> None:
        """Put a waiting job at this place among the waiting ones (beyond the ends: at the end)."""
        record = next((each for each in self._waiting if each.id == job_id), None)
        if record is None:
            return
        before = list(self._waiting)
        self._waiting.remove(record)
        self._waiting.insert(max(0, index), record)
        if self._waiting != before:
            self.jobs_changed.emit()

    def retry(self, job_id: int, *, where: Where = "back") -> None:
        """Queue a failed or stopped job again: it goes on where it was, if that was kept, or begins anew."""
        record = next((each for each in self._ended if each.id == job_id), None)
        if record is None or record.state is JobState.FINISHED or self._closed:
            return
        self._ended.remove(record)
        record.state, record.progress, record.stopping = JobState.QUEUED, None, False
        record.error = record.missing_model = ""
        record.notices = []
        # What it was until now may have become a picture of its own.
        record.key = self.shelf.hand_on(record.key)
        self._enter(record, where)
        self._start_next()
        self.jobs_changed.emit()

    def set_estimate(self, job_id: int, seconds: float) -> None:
        """What a job will take, from its beginning."""
        record = self.record(job_id)
        if record is not None:
            record.estimate_s = seconds
            self.job_changed.emit(record)

    # -- holding, stopping and clearing -----------------------------------------------------------------------------

    def hold(self) -> None:
        """Let nothing begin by itself after the running job."""
        self._set_held(True)

    def release(self) -> None:
        """Go on with the waiting jobs."""
        self._set_held(False)

    def pause(self, job_id: int) -> None:
        """Hold the running job at its next checkpoint."""
        record = self._running
        if record is not None and record.id == job_id and record.state is JobState.RUNNING and not record.stopping:
            record.control.pause()
            self._set_state(record, JobState.PAUSED)

    def resume(self, job_id: int) -> None:
        record = self._running
        if record is not None and record.id == job_id and record.state is JobState.PAUSED:
            record.control.resume()
            self._set_state(record, JobState.RUNNING)

    def steer(self, job_id: int, **changes: Any) -> None:
        """Change steerable parameters of a waiting or running job from its next step on."""
        record = self.record(job_id)
        if record is not None and not record.state.ended:
            record.steer(changes)
            self.job_changed.emit(record)

    def cancel(self, job_id: int) -> None:
        """Stop a job: a waiting one ends at once, the running one at its next checkpoint. Unknown ids are ignored."""
        running = self._running
        if running is not None and running.id == job_id:
            running.stopping = True
            running.control.cancel()
            self.job_changed.emit(running)
            return
        for record in list(self._waiting):
            if record.id == job_id:
                self._waiting.remove(record)
                self._end(record, Cancelled(job_id, None))
                self.jobs_changed.emit()

    def cancel_waiting(self) -> None:
        """Stop all that wait; what runs goes on."""
        for record in self.waiting:
            self.cancel(record.id)

    def cancel_all(self) -> None:
        """Stop what runs and all that wait."""
        self.cancel_waiting()
        if self._running is not None:
            self.cancel(self._running.id)

    def remove(self, job_id: int) -> None:
        """Take a job that does not run out of the list; one that waits is not painted."""
        self.cancel(job_id)
        for record in [each for each in self._ended if each.id == job_id]:
            self._ended.remove(record)
            self.shelf.drop(record.key)
            self.jobs_changed.emit()

    def clear_ended(self) -> None:
        """Take all that have ended out of the list."""
        for record in self._ended:
            self.shelf.drop(record.key)
        self._ended.clear()
        self.jobs_changed.emit()

    def close(self, timeout_ms: int) -> bool:
        """Cancel everything and end the thread; False where it did not end in time (it is never killed)."""
        self._closed = True
        self.cancel_all()
        self._thread.quit()
        return self._thread.wait(timeout_ms)

    # -- running them -----------------------------------------------------------------------------------------------

    def _enter(self, record: JobRecord, where: Where) -> None:
        keep = self.shelf.keeper(record.key, functools.partial(self._tell_of_keeping, record.id))
        record.control = RunControl(keep=keep, resume_from=self.shelf.find(record.key))
        record.control.steer(**record.steered)
        self._waiting.insert(0 if where == "front" else len(self._waiting), record)
        self.job_changed.emit(record)

    def _start_next(self) -> None:
        if self._waiting and not self._held:
            self._begin(self._waiting[0])

    def _begin(self, record: JobRecord) -> None:
        if self._running is not None or self._closed:
            return
        self._waiting.remove(record)
        self._running = record
        self._set_state(record, JobState.RUNNING)
        self._submitted.emit(Submission(record.job, record.control))

    def _set_held(self, held: bool) -> None:
        if held is not self._held:
            self._held = held
            self._start_next()
            self.jobs_changed.emit()

    def _set_state(self, record: JobRecord, state: JobState) -> None:
        record.state = state
        self.job_changed.emit(record)

    def _end(self, record: JobRecord, event: Terminal) -> None:
        """Put a job among the ended ones. A run that was stopped or failed can be gone on with, if it was kept.

        The snapshot of a finished one stays until whoever keeps the result tidies the shelf.
        """
        ends = {Finished: JobState.FINISHED, Cancelled: JobState.CANCELLED, Failed: JobState.FAILED}
        if isinstance(event, Failed):
            record.error, record.missing_model = event.text, event.missing_model
        if isinstance(event, Failed) and event.kind in HOPELESS:
            self.shelf.drop(record.key)
        self._ended.append(record)
        self._set_state(record, ends[type(event)])
        self.job_ended.emit(event)

    def _tell_of_keeping(self, job_id: int, text: str) -> None:
        self._keeping_failed.emit(Notice(job_id, text))

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
        if self._running is not None and self._running.id == notice.job_id:
            self._running.notices.append(notice.text)
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
        self.jobs_changed.emit()

    def _is_running(self, job_id: int) -> bool:
        return self._running is not None and self._running.id == job_id

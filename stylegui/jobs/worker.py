"""The object that lives in the job thread: it runs jobs one after the other and reports through mailboxes."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from stylegui.engine.control import RunControl
from stylegui.engine.engines import EngineError, Frame, Progress
from stylegui.jobs.mailbox import Mailbox
from stylegui.jobs.runner import Backend, Job, run_job
from stylegui.machine import give_back_memory

log = logging.getLogger(__name__)

FRAME_INTERVAL_S = 0.08
"""The least time between two frames. More than a dozen a second costs the engine more than the eye gains."""


@dataclass(frozen=True, eq=False)
class Submission:
    """A job on its way to the worker, with the control that the window keeps the other end of."""

    job: Job
    control: RunControl


@dataclass(frozen=True)
class Notice:
    """A sentence from a running job."""

    job_id: int
    text: str


class MailSink:
    """An engine's sink that leaves frames and progress in mailboxes and tells only when a slot was empty."""

    def __init__(
        self,
        job_id: int,
        frames: Mailbox[tuple[int, Frame]],
        progress: Mailbox[tuple[int, Progress]],
        worker: Worker,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._job_id = job_id
        self._frames = frames
        self._progress = progress
        self._worker = worker
        self._clock = clock
        self._next_frame_at = -float("inf")

    def wants_frame(self) -> bool:
        return self._frames.empty and self._clock() >= self._next_frame_at

    def frame(self, frame: Frame) -> None:
        self._next_frame_at = self._clock() + FRAME_INTERVAL_S
        if self._frames.put((self._job_id, frame)):
            self._worker.frame_ready.emit()

    def progress(self, progress: Progress) -> None:
        if self._progress.put((self._job_id, progress)):
            self._worker.progress_ready.emit()

    def notice(self, text: str) -> None:
        self._worker.notice_given.emit(Notice(self._job_id, text))


class Worker(QObject):
    """Runs submissions in the thread it was moved to. `frame_ready` and `progress_ready` carry nothing: look in the
    mailboxes. `job_ended` carries exactly one `runner.Terminal` a job.
    """

    warmed_up = Signal(str)
    job_started = Signal(int)
    frame_ready = Signal()
    progress_ready = Signal()
    notice_given = Signal(object)
    job_ended = Signal(object)

    def __init__(self, backend: Backend) -> None:
        super().__init__()
        self._backend = backend
        self.frames: Mailbox[tuple[int, Frame]] = Mailbox()
        self.progress: Mailbox[tuple[int, Progress]] = Mailbox()

    @Slot()
    def warm_up(self) -> None:
        """Load what the first job needs; `warmed_up` carries "" or a sentence about what is wrong."""
        try:
            self._backend.warm_up()
        except EngineError as error:
            self.warmed_up.emit(str(error))
        except Exception:
            log.exception("warm-up failed")
            self.warmed_up.emit("The painting engine could not be loaded. The log tells why.")
        else:
            self.warmed_up.emit("")

    @Slot(object)
    def run(self, submission: Submission) -> None:
        job = submission.job
        self.job_started.emit(job.id)
        sink = MailSink(job.id, self.frames, self.progress, self)
        ended = run_job(job, submission.control, sink, self._backend)
        give_back_memory()
        self.job_ended.emit(ended)

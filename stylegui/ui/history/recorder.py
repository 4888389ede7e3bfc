"""Records how versions come about: frames of the running job, compressed away from the window's thread."""

from __future__ import annotations

import functools
import logging

from PySide6.QtCore import QObject, Signal, Slot

from stylegui.engine.engines import Frame, Progress
from stylegui.jobs.queue import JobQueue
from stylegui.jobs.runner import Terminal
from stylegui.jobs.task import TaskPool
from stylegui.project.document import Version
from stylegui.project.making import MakingError, MakingOf, Recording, Shot, take
from stylegui.project.making_shelf import MakingShelf
from stylegui.ui.history.marks import VersionMarks
from stylegui.ui.painting import Painting

log = logging.getLogger(__name__)


class Recorder(QObject):
    """Follows the queue, one job at a time. What was recorded goes to the shelf when the job has become a version."""

    recorded = Signal(object)
    """The `Version` that there is a making of now; again when it has gone from memory to the disk."""

    def __init__(
        self,
        queue: JobQueue,
        painting: Painting,
        shelf: MakingShelf,
        marks: VersionMarks,
        tasks: TaskPool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._marks = marks
        self._tasks = tasks
        self.memory_bytes = 0
        """How much the making of one picture may take while it is painted; 0 records nothing."""
        self._job_id = 0
        self._steps = 0
        self._elapsed: tuple[int, float] = (0, 0.0)
        self._recording: Recording | None = None
        self._taking: int | None = None
        self._version: Version | None = None
        self._held: dict[str, MakingOf] = {}
        queue.frame_arrived.connect(self._on_frame)
        queue.progress_arrived.connect(self._on_progress)
        painting.finished.connect(self._on_finished)
        # After `painting`, which makes the version of it.
        queue.job_ended.connect(self._on_job_ended)

    def making_of(self, version: Version) -> MakingOf | None:
        """The making of a version, where there is one."""
        return self._held.get(version.id) or self._shelf.get(version.id)

    def has_making(self, version: Version) -> bool:
        """Whether there is a making of a version."""
        return version.id in self._held or self._shelf.has(version.id)

    @Slot(int, object)
    def _on_progress(self, job_id: int, progress: Progress) -> None:
        self._steps = progress.steps
        self._elapsed = (job_id, progress.elapsed_s)

    @Slot(int, object)
    def _on_frame(self, job_id: int, frame: Frame) -> None:
        if not self.memory_bytes:
            return
        if job_id != self._job_id or self._recording is None:
            self._job_id, self._recording = job_id, Recording(self.memory_bytes, self._steps)
            self._forget_shot()
        # One at a time: on a busy computer there are fewer stills, and never a heap of frames that wait.
        if self._taking is None and self._recording.wants(frame.step):
            add = functools.partial(self._add, self._recording)
            self._taking = self._tasks.run(functools.partial(take, frame.pixels, frame.step), add, self._miss)

    def _add(self, recording: Recording, shot: Shot) -> None:
        self._taking = None
        recording.add(shot)

    def _miss(self, _text: str) -> None:
        """Without this still the making is a little sparser."""
        self._taking = None

    def _forget_shot(self) -> None:
        if self._taking is not None:
            self._tasks.discard(self._taking)
            self._taking = None

    @Slot(object)
    def _on_finished(self, version: Version) -> None:
        self._version = version

    @Slot(object)
    def _on_job_ended(self, event: Terminal) -> None:
        version, self._version = self._version, None
        job_id, seconds = self._elapsed
        if version is not None and job_id == event.job_id:
            self._marks.set_seconds(version, seconds)
        if event.job_id != self._job_id or self._recording is None:
            return
        self._job_id, recording, self._recording = 0, self._recording, None
        self._forget_shot()
        making = recording.finish()
        if version is None or making is None:
            return
        self._held[version.id] = making
        put = functools.partial(_put, self._shelf, version.id, making)
        self._tasks.run(put, functools.partial(self._on_put, version), self._miss_put)
        self.recorded.emit(version)

    def _on_put(self, version: Version, on_disk: bool) -> None:
        """What the disk has leaves the memory."""
        if on_disk:
            self._held.pop(version.id, None)
            self.recorded.emit(version)

    def _miss_put(self, _text: str) -> None:
        """It stays in memory, and lasts as long as the window."""


def _put(shelf: MakingShelf, version_id: str, making: MakingOf) -> bool:
    """Whether the disk took it. The painting itself is what must not be lost; of its making it is only logged."""
    try:
        shelf.put(version_id, making)
    except (OSError, MakingError) as error:
        log.warning("the making of a version is not on the disk: %s", error)
        return False
    return True

"""Keeps the queue on the disk, so that its jobs go on after a crash where they were."""

from __future__ import annotations

import functools
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, JsonValue, ValidationError
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from stylegui.engine.images import PictureError
from stylegui.files import replacing
from stylegui.jobs.queue import JobQueue
from stylegui.jobs.record import JobRecord, JobState
from stylegui.jobs.task import TaskPool
from stylegui.project.document import Document
from stylegui.project.errors import ProjectError, because
from stylegui.project.recovery import RecoveryFolder
from stylegui.project.requests import (
    pack_choices,
    pack_request,
    pack_setup,
    unpack_choices,
    unpack_request,
    unpack_setup,
)
from stylegui.project.store import PictureStore
from stylegui.ui.autosaving import Autosaver
from stylegui.ui.orders import Order
from stylegui.ui.painting import order_of

FORMAT = 1
REST_MS = 300
RETRY_MS = 30_000
FINISH_MS = 30_000

log = logging.getLogger(__name__)


class _Entry(BaseModel):
    """A job that runs or waits, as JSON."""

    model_config = ConfigDict(extra="ignore")

    key: str = Field(pattern=r"^[0-9a-f]{1,64}$")
    added: AwareDatetime
    running: bool = False
    paused: bool = False
    steered: dict[str, JsonValue] = {}
    request: dict[str, JsonValue]
    styles: list[JsonValue] = Field(min_length=1)
    setup: dict[str, JsonValue]
    parent: str = ""


class _File(BaseModel):
    model_config = ConfigDict(extra="ignore")

    format: int
    held: bool = False
    jobs: list[dict[str, JsonValue]]


@dataclass(frozen=True, eq=False)
class _Kept:
    """A job at one moment."""

    key: str
    added: datetime
    running: bool
    paused: bool
    steered: Mapping[str, Any]
    order: Order

    @classmethod
    def of(cls, record: JobRecord, order: Order) -> _Kept:
        running, paused = record.state is not JobState.QUEUED, record.state is JobState.PAUSED
        return cls(record.key, record.added, running, paused, dict(record.steered), order)


@dataclass(frozen=True, eq=False)
class _Found:
    """What a file holds: jobs, whether the queue was held, and how many jobs could not be understood."""

    jobs: Sequence[_Kept] = ()
    held: bool = False
    lost: int = 0


class QueueKeeping(QObject):
    """Writes `queue.json` after every change, in the background, and takes up what is in it after a crash."""

    failed = Signal(str)
    """The jobs cannot be kept, or not all could be taken up again; one sentence."""

    def __init__(
        self,
        queue: JobQueue,
        folder: RecoveryFolder,
        document: Document,
        autosaver: Autosaver,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._queue = queue
        self._folder = folder
        self._document = document
        self._store = document.store
        self._autosaver = autosaver
        self._tasks = TaskPool(expected=(ProjectError, PictureError), parent=self)
        self._again = self._failing = self._closed = self._written = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._save)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._save)
        queue.shelf.folder = folder.jobs
        queue.jobs_changed.connect(self._soon)
        queue.job_changed.connect(self._soon)

    @Slot()
    def take_up(self) -> None:
        """Queue the jobs that another window had to leave, as they are in this window's folder now."""
        self._tasks.run(functools.partial(_read, self._folder, self._store), self._on_read, self.failed.emit)

    def freeze(self) -> None:
        """The window closes: keep the queue as it is now, and nothing that happens to it from here on."""
        self._timer.stop()
        self._retry.stop()
        self._tasks.finish(FINISH_MS)
        jobs = self._jobs()
        if not self._closed and (jobs or self._written):
            try:
                _write(self._folder, self._store, jobs, self._queue.held)
            except (ProjectError, PictureError) as error:
                log.warning("%s", error)
        self._closed = True
        self._tasks.close(FINISH_MS)

    def _jobs(self) -> list[_Kept]:
        """Those that are to go on: a job that is being stopped is not."""
        running = self._queue.running
        open_records = [running] if running is not None and not running.stopping else []
        orders = [(record, order_of(record)) for record in (*open_records, *self._queue.waiting)]
        return [_Kept.of(record, order) for record, order in orders if order is not None]

    @Slot()
    def _soon(self) -> None:
        if not self._closed and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _save(self) -> None:
        if self._autosaver.pending:
            # A job that has ended stays in the file until its painting is on the disk.
            self._timer.start()
            return
        if self._tasks.busy:
            self._again = True
            return
        self._again = False
        jobs = self._jobs()
        if not jobs and not self._written:
            return
        self._written = True
        work = functools.partial(_write, self._folder, self._store, jobs, self._queue.held)
        self._tasks.run(work, self._on_saved, self._on_failed)

    def _on_saved(self, _nothing: None) -> None:
        self._failing = False
        if self._again:
            self._soon()
        elif not self._autosaver.pending:
            # A job that ended while this was written stands in the file, until its painting is on the disk.
            self._tidy()

    def _tidy(self) -> None:
        """Forget the snapshots of what is painted and safe."""
        records = self._queue.records
        self._queue.shelf.tidy(record.key for record in records if record.state is not JobState.FINISHED)

    def _on_failed(self, text: str) -> None:
        if not self._failing:
            self._failing = True
            self.failed.emit(text)
        if not self._closed:
            self._retry.start()

    def _on_read(self, found: _Found) -> None:
        self._written = True
        if found.held:
            self._queue.hold()
        # Who was killed after a painting was put aside and before its job was taken out has both.
        present = {record.key for record in self._queue.records} | {version.id for version in self._document.versions}
        for job in found.jobs:
            if job.key in present:
                continue
            job_id = self._queue.submit(
                job.order.request,
                title=job.order.title,
                now=job.running,
                key=job.key,
                added=job.added,
                steered=job.steered,
                context=job.order,
            )
            if job.paused:
                self._queue.pause(job_id)
        self._tidy()
        if found.lost:
            self.failed.emit(
                self.tr("One picture of the queue could not be taken up again.")
                if found.lost == 1
                else self.tr("{} pictures of the queue could not be taken up again.").format(found.lost)
            )


def _write(folder: RecoveryFolder, store: PictureStore, jobs: Sequence[_Kept], held: bool) -> None:
    """Raises ProjectError and StoreError."""
    entries = [_packed(job, store) for job in jobs]
    content = {"format": FORMAT, "held": held, "jobs": entries}
    try:
        with replacing(folder.queue_file) as file:
            file.write(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())
    except OSError as error:
        raise ProjectError(f"The queue cannot be put aside on the disk: {because(error)}.") from error


def _packed(job: _Kept, store: PictureStore) -> dict[str, JsonValue]:
    entry = _Entry(
        key=job.key,
        added=job.added,
        running=job.running,
        paused=job.paused,
        steered=dict(job.steered),
        request=pack_request(job.order.request, store),
        styles=pack_choices(job.order.choices, store),
        setup=pack_setup(job.order.setup),
        parent=job.order.parent,
    )
    return entry.model_dump(mode="json")


def _read(folder: RecoveryFolder, store: PictureStore) -> _Found:
    """What a queue's file holds. Raises ProjectError where nothing of it can be understood."""
    try:
        content = _File.model_validate_json(folder.queue_file.read_bytes())
    except FileNotFoundError:
        return _Found()
    except OSError as error:
        raise ProjectError(f"The queue cannot be read: {because(error)}.") from error
    except (ValidationError, ValueError, RecursionError) as error:
        raise ProjectError("The queue that was left is damaged.") from error
    if content.format > FORMAT:
        raise ProjectError("The queue was left by a newer version of the program.")
    jobs = []
    for number, raw in enumerate(content.jobs, start=1):
        try:
            jobs.append(_unpacked(_Entry.model_validate(raw), store))
        except (ValidationError, ProjectError, PictureError, ValueError, TypeError) as error:
            log.warning("job %s of the queue cannot be taken up: %s", number, error)
    return _Found(jobs, content.held, len(content.jobs) - len(jobs))


def _unpacked(entry: _Entry, store: PictureStore) -> _Kept:
    request = unpack_request(entry.request, store)
    choices = unpack_choices(entry.styles, store)
    if len(choices) != len(request.styles):
        raise ValueError("its styles do not fit each other")
    order = Order(request, choices, unpack_setup(entry.setup), entry.parent, foreground=False)
    order.steer(entry.steered)
    return _Kept(entry.key, entry.added, entry.running, entry.paused, entry.steered, order)

"""Painting as the window sees it: start, queue, pause, stop, steer, and what comes back."""

from __future__ import annotations

import enum
import functools
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from stylegui.engine.engines import Estimate, Frame, Progress
from stylegui.engine.request import TransferRequest
from stylegui.jobs.queue import JobQueue, Where
from stylegui.jobs.record import JobRecord, JobState
from stylegui.jobs.runner import Backend, Cancelled, Failed, Finished, Terminal
from stylegui.jobs.task import LatestTask, TaskPool
from stylegui.project.document import Change, Document, IncompleteError
from stylegui.project.version import Version
from stylegui.ui.orders import Order

ESTIMATE_DELAY_MS = 250


class PaintState(enum.Enum):
    IDLE = "idle"
    PREPARING = "preparing"
    PAINTING = "painting"
    PAUSED = "paused"
    STOPPING = "stopping"


class Painting(QObject):
    """Turns the document into jobs, and their results into versions, also where the document has moved on.

    What is told of a run is told of the job that runs now. It keeps the photo and styles it was ordered with. While the
    document is still about it, steerable parameters and the styles' weights follow the document; everything else holds
    from the next start on.
    """

    state_changed = Signal(object)
    """A `PaintState`."""
    frame_arrived = Signal(object)
    """A `Frame` of the photo that is on the canvas."""
    progress_arrived = Signal(object)
    """A `Progress`."""
    noticed = Signal(str)
    """One sentence of a run that the artist waits for, such as a fall-back to a smaller size."""
    finished = Signal(object)
    """The new `Version`, complete or stopped."""
    failed = Signal(object)
    """A `Failed` of a run that the artist waits for."""
    missed = Signal(object)
    """The `JobRecord` of another run that failed: its error stands in the queue."""
    refused = Signal(str)
    """Start was pressed, but something is missing; one sentence."""
    estimate_changed = Signal(object)
    """An `Estimate`, or None while there is nothing to estimate."""
    estimate_failed = Signal(str)

    def __init__(
        self, document: Document, queue: JobQueue, backend: Backend, tasks: TaskPool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._queue = queue
        self._backend = backend
        self.device = "auto"
        self.memory_cap_bytes = 0
        """The most memory that a run may take; 0 leaves it to what is free."""
        self._state = PaintState.IDLE
        self._job_id = 0
        self._order: Order | None = None
        self._awaited_id = ""
        self._ready = False
        self._estimates = LatestTask(tasks, self._take_estimate, self._take_estimate_error, self)
        self._estimate_timer = QTimer(self)
        self._estimate_timer.setSingleShot(True)
        self._estimate_timer.setInterval(ESTIMATE_DELAY_MS)
        self._estimate_timer.timeout.connect(self._estimate)
        document.observe(self._on_document_changed)
        queue.engine_ready.connect(self._on_engine_ready)
        queue.job_changed.connect(self._on_job_changed)
        queue.frame_arrived.connect(self._on_frame)
        queue.progress_arrived.connect(self._on_progress)
        queue.notice_arrived.connect(self._on_notice)
        queue.job_ended.connect(self._on_job_ended)

    # -- what is there ----------------------------------------------------------------------------------------------

    @property
    def state(self) -> PaintState:
        return self._state

    @property
    def busy(self) -> bool:
        """Whether a picture is being painted."""
        return self._state is not PaintState.IDLE

    @property
    def has_orders(self) -> bool:
        """Whether a picture is being painted, or waits to be."""
        return self._queue.busy

    @property
    def waiting(self) -> int:
        """How many pictures wait to be painted."""
        return len(self._queue.waiting)

    @property
    def encoder(self) -> str:
        """The id of the network that the next painting is made with."""
        return self._document.paint_params.encoder

    @property
    def engine(self) -> str:
        """The id of the engine that runs now; "" where none does."""
        return self._order.request.engine if self._order is not None else ""

    @property
    def shown_here(self) -> bool:
        """Whether the photo that is painted is the one on the canvas."""
        return self._order is not None and self._order.request.photo is self._document.photo

    @property
    def one_pass(self) -> bool:
        """Whether a run goes on that has no steps and no frames before its end."""
        return self.engine != "" and self._backend.engines[self.engine].one_pass

    @property
    def streaming(self) -> bool:
        """Whether the canvas belongs to a run whose frames it shows."""
        return self.busy and self.shown_here and not self.one_pass

    @property
    def follows(self) -> bool:
        """Whether changes of the document bend the picture that is painted."""
        return self._order is not None and self._order.follows

    def version_of(self, record: JobRecord) -> Version | None:
        """The version that a job of the queue has become, if it is still there."""
        order = order_of(record)
        return self._document.version_by_id(order.version_id) if order is not None else None

    def is_awaited(self, version: Version) -> bool:
        """Whether the artist waited for this version: he started it, and did nothing else since."""
        return version.id == self._awaited_id

    # -- ordering ---------------------------------------------------------------------------------------------------

    @Slot()
    def start(self) -> None:
        """Paint the document as it is now; while a picture is painted, after all that wait."""
        self._order_document(now=True)

    @Slot()
    def queue(self) -> None:
        """Paint the document as it is now when everything that waits has been painted."""
        self._order_document()

    @Slot()
    def start_next(self) -> None:
        """Paint the document as it is now after the picture that is being painted, before all others."""
        self._order_document(where="front", now=True)

    @Slot()
    def start_instead(self) -> None:
        """Stop the picture that is being painted, and paint the document as it is now in its place."""
        request = self._asked()
        if request is not None:
            order = Order.of(self._document, request, foreground=True)
            self._queue.replace(request, title=order.title, context=order)

    def start_preview(self) -> None:
        """Let Instant paint at full size what the preview shows, whichever engine is active."""
        if self.busy:
            return
        try:
            request = self._document.preview_request(self._document.params.size_px, device=self.device)
        except IncompleteError as error:
            self.refused.emit(str(error))
            return
        self.submit(replace(request, memory_cap_bytes=self.memory_cap_bytes), now=True)

    def submit(
        self, request: TransferRequest, *, where: Where = "back", foreground: bool = True, now: bool = False
    ) -> int:
        """Order a picture in the document's styles; the id of its job. With `now` it begins even in a queue on hold.

        Without `foreground` nothing that becomes of it interrupts the artist.
        """
        return self.submit_order(Order.of(self._document, request, foreground=foreground), where=where, now=now)

    def submit_order(self, order: Order, *, where: Where = "back", now: bool = False) -> int:
        """Order any picture; the id of its job."""
        return self._queue.submit(order.request, where=where, now=now, title=order.title, context=order)

    def _order_document(self, *, where: Where = "back", now: bool = False) -> None:
        request = self._asked()
        if request is not None:
            self.submit(request, where=where, foreground=not self._queue.busy, now=now)

    def _asked(self) -> TransferRequest | None:
        """The request for the document as it is now; None, with a word about it, where something is missing."""
        try:
            return self._document.request(self.device, self.memory_cap_bytes)
        except IncompleteError as error:
            self.refused.emit(str(error))
            return None

    @Slot()
    def toggle_pause(self) -> None:
        """Hold the brush, or go on."""
        if self._state is PaintState.PAUSED:
            self._queue.resume(self._job_id)
        elif self._state in (PaintState.PREPARING, PaintState.PAINTING):
            self._queue.pause(self._job_id)

    @Slot()
    def stop(self) -> None:
        """End the run at its next step; what is there becomes a version."""
        if self.busy:
            self._queue.cancel(self._job_id)

    @Slot()
    def schedule_estimate(self) -> None:
        """Tell the cost of a run soon, when nothing has changed for a moment."""
        if self._ready and not self.busy:
            self._estimate_timer.start()

    # -- following the document -------------------------------------------------------------------------------------

    def _on_document_changed(self, change: Change) -> None:
        if self._order is not None and change in (Change.PHOTO, Change.PARAMS, Change.STYLES):
            self._follow(self._order)
        if change is not Change.VERSIONS:
            self.schedule_estimate()

    def _follow(self, order: Order) -> None:
        """Steer the run while the document is about it; let it alone when the artist has gone on to something else."""
        order.follows = order.is_about(self._document) if order.follows else order.is_as(self._document)
        changes = order.take_changes(self._document) if order.follows else {}
        if changes:
            self._queue.steer(self._job_id, **changes)

    # -- estimating -------------------------------------------------------------------------------------------------

    @Slot()
    def _estimate(self) -> None:
        if self.busy:
            return
        try:
            request = self._document.request(self.device, self.memory_cap_bytes)
        except IncompleteError:
            self.estimate_changed.emit(None)
            return
        self._estimates.run(functools.partial(estimate, self._backend, request))

    def _take_estimate(self, cost: Estimate) -> None:
        if not self.busy:
            self.estimate_changed.emit(cost)

    def _take_estimate_error(self, text: str) -> None:
        if not self.busy:
            self.estimate_failed.emit(text)

    # -- what comes from the queue ----------------------------------------------------------------------------------

    @Slot(str)
    def _on_engine_ready(self, trouble: str) -> None:
        self._ready = not trouble
        self.schedule_estimate()

    @Slot(object)
    def _on_job_changed(self, record: JobRecord) -> None:
        if record is not self._queue.running:
            return
        if record.id != self._job_id:
            self._begin(record)
        elif record.stopping:
            self._set_state(PaintState.STOPPING)
        elif record.state is JobState.PAUSED:
            self._set_state(PaintState.PAUSED)
        elif self._state is PaintState.PAUSED:
            self._set_state(PaintState.PAINTING if record.progress is not None else PaintState.PREPARING)

    def _begin(self, record: JobRecord) -> None:
        """A job has its turn."""
        self._estimate_timer.stop()
        self._job_id, self._order = record.id, order_of(record)
        if self._order is not None:
            self._order.follows = self._order.is_as(self._document)
        self._set_state(PaintState.PREPARING)

    @Slot(int, object)
    def _on_frame(self, job_id: int, frame: Frame) -> None:
        if job_id == self._job_id and self.shown_here:
            self.frame_arrived.emit(frame)

    @Slot(int, object)
    def _on_progress(self, job_id: int, progress: Progress) -> None:
        if job_id != self._job_id:
            return
        if self._state is PaintState.PREPARING:
            self._set_state(PaintState.PAINTING)
        self.progress_arrived.emit(progress)

    @Slot(int, str)
    def _on_notice(self, job_id: int, text: str) -> None:
        if job_id == self._job_id and self._order is not None and self._order.foreground:
            self.noticed.emit(text)

    @Slot(object)
    def _on_job_ended(self, event: Terminal) -> None:
        record = self._queue.record(event.job_id)
        order = order_of(record) if record is not None else None
        if event.job_id == self._job_id:
            self._job_id, self._order = 0, None
            self._set_state(PaintState.IDLE)
        # Whosever job it was: its end makes room for what the next one will cost.
        self.schedule_estimate()
        if record is None or order is None:
            return
        match event:
            case Finished(result=result) | Cancelled(result=result) if result is not None:
                version = order.keep(self._document, result, record.key)
                self._awaited_id = version.id if order.foreground else ""
                self.finished.emit(version)
            case Failed() if order.foreground:
                self.failed.emit(event)
            case Failed():
                self.missed.emit(record)

    def _set_state(self, state: PaintState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)


def order_of(record: JobRecord) -> Order | None:
    """What a job was ordered with."""
    return record.context if isinstance(record.context, Order) else None


def estimate(backend: Backend, request: TransferRequest) -> Estimate:
    """What a request will cost, worked out in the calling thread. Raises EngineError."""
    backend.prepare()
    return backend.engines[request.engine].estimate(request)

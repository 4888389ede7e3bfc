"""Painting as the window sees it: start, pause, stop, steer, and what comes back."""

from __future__ import annotations

import enum
import functools
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from stylegui.engine.engines import Estimate, Frame, Progress
from stylegui.engine.request import InstantParams, PaintParams, TransferRequest
from stylegui.jobs.queue import JobQueue, JobRecord, JobState
from stylegui.jobs.runner import Backend, Cancelled, Failed, Finished, Terminal
from stylegui.jobs.task import LatestTask, TaskPool
from stylegui.project.document import Change, Document, IncompleteError, StyleChoice
from stylegui.project.setup import EngineId, Params

ESTIMATE_DELAY_MS = 250


class PaintState(enum.Enum):
    IDLE = "idle"
    PREPARING = "preparing"
    PAINTING = "painting"
    PAUSED = "paused"
    STOPPING = "stopping"


def steerable_names(params: type[PaintParams] = PaintParams) -> frozenset[str]:
    """The parameters that may change while a picture is painted. Instant is over before a hand could steer it."""
    names = set()
    for name, field in params.model_fields.items():
        extra = field.json_schema_extra
        if isinstance(extra, dict) and extra.get("steerable"):
            names.add(name)
    return frozenset(names)


class Painting(QObject):
    """Turns the document into jobs. One job at a time is painted in the window; its result becomes a version.

    A run keeps the photo and styles it was started with. Steerable parameters and the styles' weights follow the
    document while it runs; everything else holds from the next start on.
    """

    state_changed = Signal(object)
    """A `PaintState`."""
    frame_arrived = Signal(object)
    """A `Frame` of the photo that is on the canvas."""
    progress_arrived = Signal(object)
    """A `Progress`."""
    noticed = Signal(str)
    """One sentence of a run, such as a fall-back to a smaller size."""
    finished = Signal(object)
    """The new `Version`, complete or stopped."""
    failed = Signal(object)
    """A `Failed`."""
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
        self._request: TransferRequest | None = None
        self._steered: Params = document.params
        self._choices: tuple[StyleChoice, ...] = ()
        self._setup = document.setup
        self._parent = ""
        self._weights: tuple[float, ...] = ()
        self._steerable = steerable_names()
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

    @property
    def state(self) -> PaintState:
        return self._state

    @property
    def busy(self) -> bool:
        return self._state is not PaintState.IDLE

    @property
    def encoder(self) -> str:
        """The id of the network that the next painting is made with."""
        return self._document.paint_params.encoder

    @property
    def engine(self) -> str:
        """The id of the engine that runs now; "" where none does."""
        return self._request.engine if self._request is not None else ""

    @property
    def shown_here(self) -> bool:
        """Whether the photo that is painted is the one on the canvas."""
        return self._request is not None and self._request.photo is self._document.photo

    @property
    def one_pass(self) -> bool:
        """Whether a run goes on that has no steps and no frames before its end."""
        return self.engine != "" and self._backend.engines[self.engine].one_pass

    @property
    def streaming(self) -> bool:
        """Whether the canvas belongs to a run whose frames it shows."""
        return self.busy and self.shown_here and not self.one_pass

    @Slot()
    def start(self) -> None:
        """Paint the document as it is now."""
        if self.busy:
            return
        try:
            request = self._document.request(self.device, self.memory_cap_bytes)
        except IncompleteError as error:
            self.refused.emit(str(error))
            return
        self._submit(request)

    def start_preview(self) -> None:
        """Let Instant paint at full size what the preview shows, whichever engine is active."""
        if self.busy:
            return
        try:
            request = self._document.preview_request(self._document.params.size_px, device=self.device)
        except IncompleteError as error:
            self.refused.emit(str(error))
            return
        self._submit(replace(request, memory_cap_bytes=self.memory_cap_bytes))

    def _submit(self, request: TransferRequest) -> None:
        self._estimate_timer.stop()
        self._request = request
        self._steered = request.params
        self._choices, self._setup = self._document.choices, self._document.setup
        self._parent = self._document.branched_from if request.start_picture is not None else ""
        self._weights = tuple(style.weight for style in request.styles)
        self._set_state(PaintState.PREPARING)
        self._job_id = self._queue.submit(request)

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
        if self.busy and self._state is not PaintState.STOPPING:
            self._set_state(PaintState.STOPPING)
            self._queue.cancel(self._job_id)

    @Slot()
    def schedule_estimate(self) -> None:
        """Tell the cost of a run soon, when nothing has changed for a moment."""
        if self._ready and not self.busy:
            self._estimate_timer.start()

    # -- following the document -------------------------------------------------------------------------------------

    def _on_document_changed(self, change: Change) -> None:
        if self.busy and change in (Change.PARAMS, Change.STYLES):
            self._steer()
        if change is not Change.VERSIONS:
            self.schedule_estimate()

    def _steer(self) -> None:
        if self._request is None or not isinstance(self._steered, PaintParams):
            return
        params = self._document.paint_params
        changes: dict[str, Any] = {
            name: getattr(params, name)
            for name in self._steerable
            if getattr(params, name) != getattr(self._steered, name)
        }
        if changes:
            self._steered = self._steered.model_copy(update=changes)
        styles = self._document.styles
        same_styles = [style.picture for style in styles] == [style.picture for style in self._request.styles]
        weights = tuple(style.weight for style in styles)
        if same_styles and weights != self._weights:
            self._weights = weights
            changes["blend"] = list(weights)
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
        if record.id != self._job_id or self._state is PaintState.STOPPING:
            return
        if record.state is JobState.PAUSED:
            self._set_state(PaintState.PAUSED)
        elif record.state is JobState.RUNNING and self._state is PaintState.PAUSED:
            self._set_state(PaintState.PAINTING)

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
        if job_id == self._job_id:
            self.noticed.emit(text)

    @Slot(object)
    def _on_job_ended(self, event: Terminal) -> None:
        if event.job_id != self._job_id or self._request is None:
            return
        request, self._request, self._job_id = self._request, None, 0
        self._set_state(PaintState.IDLE)
        match event:
            case Finished(result=result) | Cancelled(result=result) if result is not None:
                title = " + ".join(style.name for style in request.styles if style.name)
                show = self._is_still_wanted(request)
                self.finished.emit(
                    self._document.add_version(
                        request.photo,
                        result,
                        title,
                        show=show,
                        styles=self._painted_in(),
                        setup=replace(self._setup.with_params(self._steered), engine=_engine_of(self._steered)),
                        parent=self._parent,
                    )
                )
            case Failed():
                self.failed.emit(event)
        self.schedule_estimate()

    def _painted_in(self) -> list[StyleChoice]:
        """The styles of the run that has ended, with the weights that they were steered to."""
        return [
            replace(choice, input=replace(choice.input, weight=weight))
            for choice, weight in zip(self._choices, self._weights, strict=True)
        ]

    def _is_still_wanted(self, request: TransferRequest) -> bool:
        """Whether a result is of what the document is set to now. Paint is steered, so that its result always is."""
        if not isinstance(request.params, InstantParams):
            return True
        wanted = self._document.setup.preview(request.params.size_px)
        chosen = [(style.picture, style.weight) for style in self._document.styles]
        return wanted == request.params and chosen == [(style.picture, style.weight) for style in request.styles]

    def _set_state(self, state: PaintState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)


def _engine_of(params: Params) -> EngineId:
    return "paint" if isinstance(params, PaintParams) else "instant"


def estimate(backend: Backend, request: TransferRequest) -> Estimate:
    """What a request will cost, worked out in the calling thread. Raises EngineError."""
    backend.prepare()
    return backend.engines[request.engine].estimate(request)

"""Runs one job to its one terminal event. Plain Python: the worker thread's slot is a thin layer over this."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from stylegui.engine.control import Cancelled as CancelledByUser
from stylegui.engine.control import RunControl
from stylegui.engine.engines import Engine, Result, Sink
from stylegui.engine.request import TransferRequest
from stylegui.jobs.attempt import Mishap, attempt


@dataclass(frozen=True, eq=False)
class Job:
    """A request that waits or runs, and the number that all its events carry."""

    id: int
    request: TransferRequest


@dataclass(frozen=True, eq=False)
class Finished:
    """The job painted to its end."""

    job_id: int
    result: Result


@dataclass(frozen=True, eq=False)
class Cancelled:
    """The job was stopped; `result` is what it had by then, None where there was no picture yet."""

    job_id: int
    result: Result | None


@dataclass(frozen=True)
class Failed:
    """The job could not go on: one sentence for the user, and a kind (those of `EngineError`, or "internal").

    `missing_model` is the id of the network that has to be downloaded first, where that is the reason.
    """

    job_id: int
    text: str
    kind: str
    missing_model: str = ""


Terminal: TypeAlias = Finished | Cancelled | Failed


def _nothing() -> None:
    pass


def _settled(_control: RunControl) -> None:
    pass


@dataclass(frozen=True)
class Backend:
    """What the worker runs: the engines by id, and how its thread is made ready.

    `prepare` is called in the worker's thread before every job (grad mode and thread count are per thread), and
    `step_aside` after it where a job of another thread is to have the cores. `warm_up` is called once at start, to
    import torch and read weights before the first Start is pressed. `settle` measures, at leisure, how the engines run
    best on this machine.
    """

    engines: Mapping[str, Engine]
    prepare: Callable[[], None] = _nothing
    warm_up: Callable[[], None] = _nothing
    step_aside: Callable[[], None] = _nothing
    settle: Callable[[RunControl], None] = _settled


def run_job(job: Job, control: RunControl, sink: Sink, backend: Backend) -> Terminal:
    """Run a job in the calling thread. Never raises `Exception`s; errors come back as text."""

    def work() -> Result:
        backend.prepare()
        return backend.engines[job.request.engine].run(job.request, control, sink)

    if control.cancelled:
        return Cancelled(job.id, None)
    try:
        outcome = attempt(work, f"job {job.id}")
    except CancelledByUser:
        return Cancelled(job.id, None)
    if isinstance(outcome, Mishap):
        return Failed(job.id, outcome.text, outcome.kind, outcome.missing_model)
    return Finished(job.id, outcome) if outcome.complete else Cancelled(job.id, outcome)

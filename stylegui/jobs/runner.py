"""Runs one job to its one terminal event. Plain Python: the worker thread's slot is a thin layer over this."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from stylegui.engine.control import Cancelled as CancelledByUser
from stylegui.engine.control import RunControl
from stylegui.engine.engines import Engine, EngineError, Result, Sink
from stylegui.engine.request import TransferRequest

log = logging.getLogger(__name__)


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


@dataclass(frozen=True)
class Backend:
    """What the worker runs: the engines by id, and how its thread is made ready.

    `prepare` is called in the worker's thread before every job (grad mode and thread count are per thread), `warm_up`
    once at start, to import torch and read weights before the first Start is pressed.
    """

    engines: Mapping[str, Engine]
    prepare: Callable[[], None] = _nothing
    warm_up: Callable[[], None] = _nothing


def run_job(job: Job, control: RunControl, sink: Sink, backend: Backend) -> Terminal:
    """Run a job in the calling thread. Never raises `Exception`s; errors come back as text.

    Exception objects stay here: a traceback kept elsewhere would keep every array of the run alive.
    """
    if control.cancelled:
        return Cancelled(job.id, None)
    out_of_memory = False
    try:
        backend.prepare()
        result = backend.engines[job.request.engine].run(job.request, control, sink)
        return Finished(job.id, result) if result.complete else Cancelled(job.id, result)
    except CancelledByUser:
        return Cancelled(job.id, None)
    except EngineError as error:
        failure = Failed(job.id, str(error), error.kind, getattr(error, "encoder_id", ""))
        log.warning("job %d: %s (%s)", job.id, failure.text, failure.kind)
        out_of_memory = failure.kind == "memory"
    except Exception as error:
        out_of_memory = _is_out_of_memory(error)
        log.exception("job %d failed", job.id)
        if out_of_memory:
            failure = Failed(job.id, "There was not enough memory for this size. Try a smaller one.", "memory")
        elif isinstance(error, ArithmeticError):
            failure = Failed(job.id, "The numbers ran out of range. Try another seed or a lower strength.", "numeric")
        else:
            failure = Failed(
                job.id, "Painting stopped because of an error in the program. The log tells more.", "internal"
            )
    if out_of_memory:
        _release_memory()
    return failure


def _is_out_of_memory(error: Exception) -> bool:
    if isinstance(error, MemoryError):
        return True
    if "torch" not in sys.modules:
        return False
    from stylegui.engine import devices

    return devices.is_out_of_memory(error)


def _release_memory() -> None:
    """Give cached GPU memory back; only after the except block, whose traceback holds the tensors."""
    if "torch" not in sys.modules:
        return
    from stylegui.engine import devices

    for report in devices.devices():
        if report.usable and report.id != "cpu":
            devices.release(devices.choose(report.id)[0])

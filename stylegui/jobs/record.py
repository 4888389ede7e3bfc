"""A job as the queue knows it: what is to be painted, where it stands, and how it went."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from stylegui.engine.control import RunControl
from stylegui.engine.engines import Progress
from stylegui.jobs.runner import Job


class JobState(enum.Enum):
    QUEUED = "queued"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    FAILED = "failed"

    @property
    def ended(self) -> bool:
        return self in (JobState.FINISHED, JobState.CANCELLED, JobState.FAILED)


@dataclass(eq=False)
class JobRecord:
    """A job, where it stands, and the handle that reaches into it while it runs.

    `key` names it also after a restart, `added` is in UTC, `estimate_s` what it was told to take from its beginning
    (None while that is not known). `error` is the sentence of a job that failed, and `missing_model` the id of the
    network that it lacks; `notices` are sentences of its run. `steered` are the changes that were made to it so far.
    `stopping` tells that it was asked to end. `context` is what whoever submitted it wants to find again.
    """

    job: Job
    title: str = ""
    key: str = field(default_factory=lambda: uuid4().hex)
    added: datetime = field(default_factory=lambda: datetime.now(UTC))
    state: JobState = JobState.QUEUED
    progress: Progress | None = None
    control: RunControl = field(default_factory=RunControl)
    estimate_s: float | None = None
    error: str = ""
    missing_model: str = ""
    notices: list[str] = field(default_factory=list)
    steered: dict[str, Any] = field(default_factory=dict)
    stopping: bool = False
    context: Any = None

    @property
    def id(self) -> int:
        return self.job.id

    @property
    def share_done(self) -> float:
        """How much of the run's time is over, 0..1: its late steps are larger than its early ones."""
        progress = self.progress
        if progress is None:
            return 0.0
        if progress.eta_s is None:
            return progress.step / max(progress.steps, 1)
        return progress.elapsed_s / max(progress.elapsed_s + progress.eta_s, 1e-9)

    @property
    def left_s(self) -> float | None:
        """Seconds until it is painted once it has its turn; None where nobody knows, 0 where it has ended."""
        if self.state.ended:
            return 0.0
        progress = self.progress
        if progress is not None and progress.eta_s is not None:
            return progress.eta_s
        if self.estimate_s is None:
            return None
        return max(0.0, self.estimate_s - (progress.elapsed_s if progress is not None else 0.0))

    def steer(self, changes: Mapping[str, Any]) -> None:
        """Change steerable parameters from the next step on."""
        self.steered |= changes
        self.control.steer(**changes)

"""The hand on the brush: how the outside stops, pauses, steers and keeps a running job.

`RunControl` is a plain thread-safe object that the window calls directly and the engine asks at least once a step.
(A signal to the worker would not be delivered before the engine's loop ends.)
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

KEEP_EVERY_S = 20.0
KEEPING_SHARE = 0.05
"""The most of a run's time that goes into keeping it: a state that takes long to write is written less often."""

Pack: TypeAlias = Callable[[], Iterable[memoryview]]
"""Gives the state of a run between two steps in pieces, so that a large one is never in the memory twice."""
Keep: TypeAlias = Callable[[Iterable[memoryview]], None]
"""Puts the pieces where they outlive the program. It raises nothing: a run goes on where it cannot be kept."""


class Cancelled(Exception):
    """Raised inside the engine at the first checkpoint after `RunControl.cancel`."""


@dataclass(frozen=True)
class Steering:
    """One change of parameters during a run: what changed, by name, and the step before which it took effect."""

    step: int
    changes: Mapping[str, Any]


class RunControl:
    """Cancel, pause, resume, steer and keep one run. Every method may be called from any thread.

    With `keep`, the state of a run is kept about every `keep_every_s` seconds, before it waits in a pause, and when it
    is cancelled; a run begins at the state that the file `resume_from` holds, where there is one.
    """

    def __init__(
        self,
        *,
        keep: Keep | None = None,
        resume_from: Path | None = None,
        keep_every_s: float = KEEP_EVERY_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.resume_from = resume_from
        self._keep = keep
        self._keep_every_s = keep_every_s
        self._keep_at: float | None = None
        self._pack: Pack | None = None
        self._clock = clock
        self._condition = threading.Condition()
        self._cancelled = False
        self._paused = False
        self._pending: dict[str, Any] = {}
        self._waited_s = 0.0

    def cancel(self) -> None:
        """Ask the run to end; a paused run ends too."""
        with self._condition:
            self._cancelled = True
            self._condition.notify_all()

    def pause(self) -> None:
        with self._condition:
            self._paused = True

    def resume(self) -> None:
        with self._condition:
            self._paused = False
            self._condition.notify_all()

    @property
    def cancelled(self) -> bool:
        with self._condition:
            return self._cancelled

    @property
    def paused(self) -> bool:
        with self._condition:
            return self._paused

    def steer(self, **changes: Any) -> None:
        """Change steerable parameters from the next step on; of two changes to one name the newer wins."""
        with self._condition:
            self._pending.update(changes)
            self._condition.notify_all()

    def take_changes(self) -> dict[str, Any]:
        """Changes since the last call (engine side)."""
        with self._condition:
            changes, self._pending = self._pending, {}
            return changes

    def checkpoint(self) -> None:
        """Wait while paused; raise `Cancelled` once cancelled (engine side)."""
        with self._condition:
            halts = self._cancelled or self._paused
        if halts:
            self._keep_offered()
        with self._condition:
            if self._paused and not self._cancelled:
                began = time.monotonic()
                self._condition.wait_for(lambda: self._cancelled or not self._paused)
                self._waited_s += time.monotonic() - began
            if self._cancelled:
                raise Cancelled

    @property
    def waited_s(self) -> float:
        """Seconds that checkpoints have waited so far: what to leave out of elapsed time (engine side)."""
        with self._condition:
            return self._waited_s

    # -- keeping a run (engine side, all in its one thread) ---------------------------------------------------------

    @property
    def keeps(self) -> bool:
        """Whether the state of this run is to be kept: the engine then calls `offer` once a step."""
        return self._keep is not None

    def offer(self, pack: Pack | None) -> None:
        """`pack` gives the state of the run until the next offer. It is called now or at a checkpoint, when it is time
        for it, or never. None where the state has changed since, and at the end.
        """
        self._pack = pack
        if pack is None:
            return
        if self._keep_at is None:
            self._keep_at = self._clock() + self._keep_every_s
        elif self._clock() >= self._keep_at:
            self._keep_offered()

    def _keep_offered(self) -> None:
        pack, self._pack = self._pack, None
        if pack is None or self._keep is None:
            return
        began = self._clock()
        self._keep(pack())
        now = self._clock()
        self._keep_at = now + max(self._keep_every_s, (now - began) / KEEPING_SHARE)

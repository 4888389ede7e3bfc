"""The hand on the brush: how the outside stops, pauses and steers a running job.

`RunControl` is a plain thread-safe object that the window calls directly and the engine asks at least once a step.
(A signal to the worker would not be delivered before the engine's loop ends.)
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class Cancelled(Exception):
    """Raised inside the engine at the first checkpoint after `RunControl.cancel`."""


@dataclass(frozen=True)
class Steering:
    """One change of parameters during a run: what changed, by name, and the step before which it took effect."""

    step: int
    changes: Mapping[str, Any]


class RunControl:
    """Cancel, pause, resume and steer one run. Every method may be called from any thread."""

    def __init__(self) -> None:
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

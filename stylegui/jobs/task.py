"""Short work away from the GUI thread (loading, saving, hashing): a callable in, its result or an error text back."""

from __future__ import annotations

import functools
import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

log = logging.getLogger(__name__)

THREADS = 2


@dataclass(frozen=True, eq=False)
class _Outcome:
    task_id: int
    result: Any = None
    error: str = ""


class TaskPool(QObject):
    """Runs callables in a small thread pool and calls back in this object's thread.

    `expected` names the exceptions whose text is made for the user; any other is logged and told in general words.
    """

    _delivered = Signal(object)

    def __init__(self, expected: tuple[type[Exception], ...] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._expected = expected
        self._ids = itertools.count(1)
        self._callbacks: dict[int, tuple[Callable[[Any], None], Callable[[str], None]]] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._delivered.connect(self._deliver)

    def run(self, work: Callable[[], Any], on_result: Callable[[Any], None], on_error: Callable[[str], None]) -> int:
        """Start `work` in the pool; one of the two callbacks follows in this object's thread. Returns the task's id."""
        task_id = next(self._ids)
        self._callbacks[task_id] = (on_result, on_error)
        self._pool.start(functools.partial(self._execute, task_id, work))
        return task_id

    def discard(self, task_id: int) -> None:
        """Forget a task: it may run to its end, but its callbacks are not called any more."""
        self._callbacks.pop(task_id, None)

    @property
    def busy(self) -> bool:
        return bool(self._callbacks)

    def finish(self, timeout_ms: int) -> bool:
        """Wait for everything that was asked for; False where it took too long. Callbacks follow as events."""
        return self._pool.waitForDone(timeout_ms)

    def close(self, timeout_ms: int) -> bool:
        """Drop what has not begun, wait for what has; False where it took too long."""
        self._pool.clear()
        self._callbacks.clear()
        return self._pool.waitForDone(timeout_ms)

    def _execute(self, task_id: int, work: Callable[[], Any]) -> None:
        try:
            outcome = _Outcome(task_id, work())
        except self._expected as error:
            outcome = _Outcome(task_id, error=str(error))
        except MemoryError:
            outcome = _Outcome(task_id, error="There is not enough memory for this picture.")
        except Exception:
            log.exception("a background task failed")
            outcome = _Outcome(
                task_id, error="This did not work because of an error in the program. The log tells more."
            )
        self._delivered.emit(outcome)

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        callbacks = self._callbacks.pop(outcome.task_id, None)
        if callbacks is None:
            return
        on_result, on_error = callbacks
        if outcome.error:
            on_error(outcome.error)
        else:
            on_result(outcome.result)


class LatestTask(QObject):
    """One task at a time, newest request wins: for answers that follow a control as it moves, such as an estimate.

    While one runs, only the newest of the others waits; results that a newer request made stale are not delivered.
    """

    def __init__(
        self,
        pool: TaskPool,
        on_result: Callable[[Any], None],
        on_error: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pool = pool
        self._on_result = on_result
        self._on_error = on_error
        self._running = False
        self._next: Callable[[], Any] | None = None

    def run(self, work: Callable[[], Any]) -> None:
        """Run `work` now, or as soon as the one before it is done."""
        if self._running:
            self._next = work
            return
        self._running = True
        self._pool.run(work, self._deliver_result, self._deliver_error)

    def _deliver_result(self, result: Any) -> None:
        if not self._go_on():
            self._on_result(result)

    def _deliver_error(self, text: str) -> None:
        if not self._go_on():
            self._on_error(text)

    def _go_on(self) -> bool:
        self._running = False
        work, self._next = self._next, None
        if work is not None:
            self.run(work)
        return work is not None

"""The easel: pictures that painters make for the window, the most wanted first, one at a time."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from stylegui.jobs.painter_process import Outcome, Painted, PainterProcess, PaintOrder
from stylegui.jobs.task import TaskPool

GRACE_MS = 300
"""How long a picture that is no longer wanted may still take. About what a new process costs (measured: 0.25 to 0.3 s
until it paints): to wait that long first and then pay it is at most twice as bad as the better of the two.
"""


SHORT_PX = 256
"""Long side of a picture that is let finish in any case: it takes a second at most, and while a control is being moved
something must get finished at all.
"""


class Easel(QObject):
    """Paints the wanted orders in a helper process. Each ends with `painted` or `failed`, or a newer `want` drops it.

    A picture that was finished although it was no longer wanted is handed over all the same.
    """

    painted = Signal(object)
    """A `Painted`."""
    failed = Signal(object)
    """An `Unpainted` with a sentence for the user."""

    def __init__(self, parent: QObject | None = None, *, background: bool = False) -> None:
        super().__init__(parent)
        self._process = PainterProcess(background=background)
        self._tasks = TaskPool(parent=self)
        self._wanted: list[PaintOrder] = []
        self._running: PaintOrder | None = None
        self._grace = QTimer(self)
        self._grace.setSingleShot(True)
        self._grace.setInterval(GRACE_MS)
        self._grace.timeout.connect(self._give_up)
        self._closed = False

    @property
    def busy(self) -> bool:
        """Whether something is being painted."""
        return self._running is not None

    @property
    def running(self) -> PaintOrder | None:
        """What is being painted."""
        return self._running

    @property
    def pid(self) -> int | None:
        """The number of the helper process, while there is one."""
        return self._process.pid

    def warm_up(self) -> None:
        """Start the helper process, so that the first picture need not wait for it."""
        if not self._closed and not self.busy:
            self._tasks.run(self._process.start, _ignore, _ignore)

    def want(self, orders: Sequence[PaintOrder]) -> None:
        """Paint exactly these from now on, in this order; whatever else was wanted before is not any more."""
        if self._closed:
            return
        self._wanted = list(dict.fromkeys(orders))
        if self._running is None:
            self._start_next()
        elif self._running in self._wanted:
            self._grace.stop()
        elif max(self._running.size) > SHORT_PX and not self._grace.isActive():
            self._grace.start()

    def rest(self) -> None:
        """Paint nothing and give the helper's memory back; the next `want` starts it again."""
        self._wanted = []
        self._grace.stop()
        self._process.abandon()

    def close(self, timeout_ms: int) -> bool:
        """End the helper process; False where that took too long. Nothing is painted afterwards."""
        self._closed = True
        self._wanted = []
        self._grace.stop()
        self._process.close()
        return self._tasks.close(timeout_ms)

    def _start_next(self) -> None:
        if self._wanted and not self._closed:
            self._running = self._wanted[0]
            self._tasks.run(
                functools.partial(self._process.paint, self._running, self._process.admit()),
                self._take,
                self._break_off,
            )

    @Slot()
    def _give_up(self) -> None:
        if self._running is not None and self._running not in self._wanted:
            self._process.abandon()

    def _take(self, outcome: Outcome) -> None:
        self._running = None
        self._grace.stop()
        wanted = outcome.order in self._wanted
        if wanted:
            self._wanted.remove(outcome.order)
        if isinstance(outcome, Painted):
            self.painted.emit(outcome)
        elif wanted and outcome.text:
            if outcome.helper_lost:
                # It would happen again with the next one, and the next; the artist decides.
                self._wanted = []
            self.failed.emit(outcome)
        if self._running is None:
            self._start_next()

    def _break_off(self, _text: str) -> None:
        self._running = None
        self._wanted = []


def _ignore(_result: object) -> None:
    pass

"""Keeping what was made: painted at its full size in a process of its own, then put into the library with its card."""

from __future__ import annotations

import functools
import math

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from stylegui.jobs.easel import Easel
from stylegui.jobs.painter_process import Painted, Unpainted
from stylegui.jobs.task import TaskPool
from stylegui.library import Added, StyleCard, StyleLibrary
from stylegui.painters.colour import Array
from stylegui.painters.design import FULL_PX
from stylegui.painters.jpeg import jpeg
from stylegui.ui.maker.previews import order_of
from stylegui.ui.maker.window import KeepWish

TICK_MS = 100
HASTE = 1.7  # the bar is at four fifths when the time that was expected is over, and goes on ever slower


class Keeper(QObject):
    """Takes wishes one after the other. Each ends with `kept` or `failed`."""

    progressed = Signal()
    """`current`, `waiting` or `share` is another."""
    kept = Signal(object)
    """The library's `Added`."""
    failed = Signal(str)
    """One sentence."""

    def __init__(self, library: StyleLibrary, tasks: TaskPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._tasks = tasks
        self._wishes: list[KeepWish] = []
        self._storing = 0
        self._patient = True
        self._easel = Easel(self, background=True)
        self._easel.painted.connect(self._store)
        self._easel.failed.connect(self._drop)
        self._clock = QElapsedTimer()
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self.progressed)

    @property
    def current(self) -> KeepWish | None:
        """What is being painted."""
        return self._wishes[0] if self._wishes else None

    @property
    def waiting(self) -> int:
        """How many come after it."""
        return max(0, len(self._wishes) - 1)

    @property
    def busy(self) -> bool:
        return bool(self._wishes) or self._storing > 0

    @property
    def share(self) -> float:
        """About how much of the current picture is painted, in [0, 1), by the time it is expected to take."""
        if self.current is None or not self._clock.isValid():
            return 0.0
        return 1 - math.exp(-HASTE * self._clock.elapsed() / 1000 / max(0.3, self.current.expected_s))

    @Slot(object)
    def keep(self, wish: KeepWish) -> None:
        """Paint it as soon as those before it are done, and add it to the library."""
        self._wishes.append(wish)
        self._go_on(fresh=len(self._wishes) == 1)

    def close(self, timeout_ms: int) -> bool:
        """End the painting; what is not in the library by now will not be."""
        self._wishes = []
        self._ticks.stop()
        return self._easel.close(timeout_ms)

    def _go_on(self, *, fresh: bool) -> None:
        if fresh:
            self._clock.start()
        if self._wishes:
            self._easel.want([order_of(wish.design, FULL_PX) for wish in self._wishes])
            self._ticks.start()
        else:
            self._ticks.stop()
            self._easel.rest()
        self.progressed.emit()

    @Slot(object)
    def _store(self, painted: Painted) -> None:
        self._patient = True
        done = [wish for wish in self._wishes if order_of(wish.design, FULL_PX) == painted.order]
        self._wishes = [wish for wish in self._wishes if wish not in done]
        for wish in done:
            self._storing += 1
            work = functools.partial(_add, self._library, wish, painted.pixels)
            self._tasks.run(work, self._tell_kept, self._tell_failed)
        self._go_on(fresh=True)

    @Slot(object)
    def _drop(self, outcome: Unpainted) -> None:
        if outcome.helper_lost and self._patient:
            # What the artist wanted to keep is worth a second helper; not a third, which would end the same way.
            self._patient = False
            self._go_on(fresh=True)
            return
        self._patient = True
        lost = [wish for wish in self._wishes if outcome.helper_lost or order_of(wish.design, FULL_PX) == outcome.order]
        self._wishes = [wish for wish in self._wishes if wish not in lost]
        self._go_on(fresh=True)
        what = self.tr("{} pictures were not kept.").format(len(lost))
        if len(lost) == 1:
            what = self.tr("“{}” was not kept.").format(lost[0].title)
        self.failed.emit(f"{what} {outcome.text}")

    def _tell_kept(self, added: Added) -> None:
        self._storing -= 1
        self.kept.emit(added)

    def _tell_failed(self, text: str) -> None:
        self._storing -= 1
        self.failed.emit(text)


def _add(library: StyleLibrary, wish: KeepWish, pixels: Array) -> Added:
    card = StyleCard.model_validate(wish.design.card(wish.title, wish.palette_title))
    return library.add(jpeg(pixels), card=card)

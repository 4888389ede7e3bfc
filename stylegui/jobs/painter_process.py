"""A process that paints for the window, since painters are loops of numpy that would hold it up from a thread.

No Qt here, and none in the process: it imports the painters and is ready in a fraction of a second. It is spawned, so
it shares nothing with the window but two pipes, and it leaves as soon as the window's end of them is closed, however
the window ended.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import queue
import signal
import sys
import threading
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from stylegui.painters.field import Size

log = logging.getLogger(__name__)

NICENESS = 5  # of work in the background: the window and what the artist looks at come first
LEAVE_S = 2.0

DIED = "The helper that paints was ended from outside, perhaps because memory ran short. Please try again."
NO_MEMORY = "There is not enough memory for a picture of this size."
BROKEN = "This picture could not be painted because of an error in the program. The log tells more."


@dataclass(frozen=True)
class PaintOrder:
    """A picture to be painted. No `palette` means the painter's own; `placed` says that its colours stand in the order
    of the painter's places already, so that none gets another's part.
    """

    painter: str
    seed: int
    size: Size
    palette: tuple[str, ...] = ()
    placed: bool = False


@dataclass(frozen=True, eq=False)
class Painted:
    """A finished picture: (H, W, 3) uint8 sRGB, and how long it took."""

    order: PaintOrder
    pixels: NDArray[np.uint8]
    seconds: float


@dataclass(frozen=True)
class Unpainted:
    """Why there is no picture, in one sentence; "" where it was no longer wanted.

    `helper_lost` says that it was not this picture's fault: any other would have failed as well.
    """

    order: PaintOrder
    text: str
    helper_lost: bool = False


Outcome: TypeAlias = Painted | Unpainted


class PainterProcess:
    """Paints one order at a time in a process of its own, which is started when needed and kept.

    `paint` blocks and belongs to one thread; `abandon` may come from any other. `background` lets everything else on
    the computer go first.
    """

    def __init__(self, *, background: bool = False) -> None:
        self._background = background
        self._context = multiprocessing.get_context("spawn")
        self._lock = threading.Lock()
        self._helper: _Helper | None = None
        self._admitted = 0
        self._given_up = 0
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The process's number, while there is one."""
        with self._lock:
            return self._helper.process.pid if self._helper is not None else None

    def start(self) -> str:
        """Start the process, unless it runs, so that the first picture need not wait; "" or a sentence on why not."""
        try:
            self._living()
        except (OSError, RuntimeError) as error:
            log.warning("the painter's process could not be started: %s", error)
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            return f"The helper that paints could not be started: {reason}."
        return ""

    def admit(self) -> int:
        """A ticket for `paint`: an `abandon` counts for all tickets given out before it, also those not yet used."""
        with self._lock:
            self._admitted += 1
            return self._admitted

    def paint(self, order: PaintOrder, ticket: int = 0) -> Outcome:
        """Paint and wait for it. Never raises; a process that was lost is replaced by the next call."""
        ticket = ticket or self.admit()
        outcome = self._try(order, ticket)
        # A process that was lost while it had nothing to do is no reason to give up.
        return outcome if outcome is not None else self._try(order, ticket) or self._lost(order, ticket)

    def _try(self, order: PaintOrder, ticket: int) -> Outcome | None:
        """Paint; None where the process did not take the order."""
        if self._is_void(ticket):
            return Unpainted(order, "")
        if trouble := self.start():
            return Unpainted(order, trouble, helper_lost=True)
        helper = self._helper
        if helper is None or self._is_void(ticket):  # abandoned in this moment
            return Unpainted(order, "")
        try:
            helper.orders.send(order)
        except OSError:
            self._dismiss(helper)
            return None
        try:
            answer = helper.answers.recv()
        except (EOFError, OSError):
            self._dismiss(helper)
            return self._lost(order, ticket)
        return self._read(order, answer)

    def abandon(self) -> None:
        """Give up what is being painted: the process is killed, since nothing else stops a loop of numpy."""
        with self._lock:
            self._given_up = self._admitted
            helper, self._helper = self._helper, None
        if helper is not None:
            helper.kill()

    def close(self) -> None:
        """End the process for good; a `paint` that waits comes back."""
        self._closed = True
        self.abandon()

    def _living(self) -> None:
        with self._lock:
            if self._closed:
                raise RuntimeError("the program is closing")
            if self._helper is not None and self._helper.process.is_alive():
                return
            if self._helper is not None:
                self._helper.kill()
            self._helper = _Helper(self._context, self._background)

    def _dismiss(self, helper: _Helper) -> None:
        with self._lock:
            if self._helper is helper:
                self._helper = None
        helper.kill()
        helper.answers.close()

    def _is_void(self, ticket: int) -> bool:
        with self._lock:
            return self._closed or ticket <= self._given_up

    def _lost(self, order: PaintOrder, ticket: int) -> Unpainted:
        wanted = not self._is_void(ticket)
        if wanted:
            log.warning("the painter's process ended while it painted %s", order)
        return Unpainted(order, DIED if wanted else "", helper_lost=wanted)

    @staticmethod
    def _read(order: PaintOrder, answer: Any) -> Outcome:
        if isinstance(answer, _Trouble):
            if answer.traceback:
                log.error("a painter failed on %s:\n%s", order, answer.traceback)
            return Unpainted(order, answer.text)
        pixels, seconds = answer
        return Painted(order, pixels, seconds)


class _Helper:
    """One spawned process and the window's ends of its two pipes."""

    def __init__(self, context: multiprocessing.context.SpawnContext, background: bool) -> None:
        # Two pipes of one direction each: reading and writing one pipe from two threads is not safe on Windows.
        their_orders, self.orders = context.Pipe(duplex=False)
        self.answers, their_answers = context.Pipe(duplex=False)
        self.process: SpawnProcess = context.Process(
            target=_serve, args=(their_orders, their_answers, background), name="painter", daemon=True
        )
        try:
            self.process.start()
        except BaseException:
            self.orders.close()
            self.answers.close()
            raise
        finally:
            # Only the process holds these now: its end is ours as well.
            their_orders.close()
            their_answers.close()

    def kill(self) -> None:
        """End the process and wait until it is gone. A `recv` that waits in another thread gets its EOFError."""
        with suppress(OSError):
            self.process.kill()
        self.process.join(LEAVE_S)
        with suppress(OSError):
            self.orders.close()


@dataclass(frozen=True)
class _Trouble:
    text: str
    traceback: str = ""


def _serve(orders: Connection, answers: Connection, background: bool) -> None:
    """What the process does: paint what comes, one after the other, until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal reaches us too; the window decides
    if background and sys.platform != "win32":
        with suppress(OSError):
            os.nice(NICENESS)
    waiting: queue.SimpleQueue[PaintOrder] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(orders, waiting), daemon=True).start()
    with suppress(Exception):  # told with the first order
        import stylegui.painters  # noqa: F401
    while True:
        answer = _answer(waiting.get())
        try:
            answers.send(answer)
        except OSError:
            os._exit(0)


def _listen(orders: Connection, waiting: queue.SimpleQueue[PaintOrder]) -> None:
    """Take orders, and end the process at once, in the midst of a picture, when the window is gone."""
    while True:
        try:
            waiting.put(orders.recv())
        except (EOFError, OSError):
            os._exit(0)


def _answer(order: PaintOrder) -> tuple[NDArray[np.uint8], float] | _Trouble:
    try:
        start = time.perf_counter()
        pixels = _paint(order)
        return pixels, time.perf_counter() - start
    except MemoryError:
        return _Trouble(NO_MEMORY)
    except Exception:  # noqa: BLE001 - told in the window's log
        return _Trouble(BROKEN, traceback.format_exc())


def _paint(order: PaintOrder) -> NDArray[np.uint8]:
    from stylegui.painters import PAINTERS, Palette
    from stylegui.painters.palettes import fitted

    painter = PAINTERS[order.painter]
    palette = Palette(order.palette) if order.palette else painter.palette
    if order.palette and not order.placed:
        palette = fitted(palette, painter.palette)
    return np.ascontiguousarray(painter.paint(order.size, order.seed, palette))

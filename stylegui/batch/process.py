"""One worker process: how it is started and ended, and what runs in it.

It is spawned, so it shares nothing with the process that leads but two pipes, and it leaves as soon as the other end of
them is closed, however that process ended.
"""

from __future__ import annotations

import os
import queue
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import Any, cast

from stylegui.batch.order import Answer, Order
from stylegui.engine.request import InstantId

Serve = Callable[[Connection, Connection, str, str], None]
"""What runs in the process: it takes orders from the one pipe, and sends what is new into the other.

The two words are the device, and the network of Instant that is to be settled before all else ("" for none).
"""

Paint = Callable[[Order, Callable[[float], None]], Answer]

LEAVE_S = 5.0
REPORT_S = 0.5


@dataclass(frozen=True)
class Ready:
    """A worker's first word: whether it computes on a GPU, and the memory that is free (0 where it cannot be told).

    `tuning` is how the network that was to be settled computes quickest, as JSON has it.
    """

    gpu: bool
    free_bytes: int
    tuning: Mapping[str, Any] = field(default_factory=dict)


class Worker:
    """A process seen from outside: `orders` go in, and `news` come out: a Ready, then shares in [0, 1] and answers.

    `task` is what it works at, by number, and `share` how far it is. It takes orders once it has `greeted`.
    """

    def __init__(self, context: SpawnContext, device: str, network: str, serve: Serve) -> None:
        """Start it. `serve` is what it does; a function of a module, since it has to be found there. Raises OSError."""
        # Two pipes of one direction each: reading and writing one pipe from two threads is not safe on Windows.
        their_orders, self.orders = context.Pipe(duplex=False)
        self.news, their_news = context.Pipe(duplex=False)
        self.process: SpawnProcess = context.Process(
            target=serve, args=(their_orders, their_news, device, network), name="batch-worker", daemon=True
        )
        try:
            with _deaf_to_ctrl_c():
                self.process.start()
        except BaseException:
            self.orders.close()
            self.news.close()
            raise
        finally:
            # Only the process holds these now: its end is ours as well.
            their_orders.close()
            their_news.close()
        self.task: tuple[int, Order] | None = None
        self.share = 0.0
        self.greeted = False

    @property
    def is_idle(self) -> bool:
        return self.greeted and self.task is None

    @property
    def pid(self) -> int:
        return self.process.pid or 0

    def kill(self) -> None:
        """End the process in the midst of whatever it does, and wait until it is gone."""
        with suppress(OSError):
            self.process.kill()
        self.process.join(LEAVE_S)
        for pipe in (self.orders, self.news):
            with suppress(OSError):
                pipe.close()


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Start processes that Ctrl+C in the terminal does not reach, not even while Python begins; here it only waits."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve(orders: Connection, news: Connection, device: str, network: str) -> None:
    """What the process does: tell about the machine, then paint what comes."""
    from stylegui.batch.painting import carry_out

    answer_orders(orders, news, partial(_look_around, device, network), carry_out)


def answer_orders(orders: Connection, news: Connection, look_around: Callable[[], Ready], paint: Paint) -> None:
    """Answer one order after the other, until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    waiting: queue.SimpleQueue[Order] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(orders, waiting), daemon=True).start()
    reporter = _Reporter(news)
    try:
        news.send(look_around())
        while True:
            order = waiting.get()
            reporter.begin()
            news.send(paint(order, reporter.report))
    except OSError:
        os._exit(0)


def _listen(orders: Connection, waiting: queue.SimpleQueue[Order]) -> None:
    """Take orders, and end the process at once, in the midst of a picture, when the one that leads is gone."""
    while True:
        try:
            waiting.put(orders.recv())
        except (EOFError, OSError):
            os._exit(0)


def _look_around(device: str, network: str) -> Ready:
    from stylegui.environment import prepare_environment

    prepare_environment()
    from stylegui.engine import devices

    chosen, _ = devices.choose(device)
    return Ready(chosen.type != "cpu", devices.free_memory(chosen), _settled(device, network))


def _settled(device: str, network: str) -> Mapping[str, Any]:
    if not network:
        return {}
    from stylegui.engine.engines import EngineError
    from stylegui.engine.instant.run import make_ready

    try:
        return make_ready(cast("InstantId", network), device).to_json()
    except EngineError:
        return {}  # the first order says so, in its answer


class _Reporter:
    """Sends on how far a picture is, but not more often than anybody looks."""

    def __init__(self, news: Connection) -> None:
        self._news = news
        self._next = 0.0

    def begin(self) -> None:
        self._next = time.monotonic() + REPORT_S

    def report(self, share: float) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + REPORT_S
            self._news.send(float(share))

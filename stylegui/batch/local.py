"""Workers on this computer: processes of their own, each with its share of the cores."""

from __future__ import annotations

import logging
import multiprocessing
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from typing import Any, cast

from stylegui.batch.errors import BatchError
from stylegui.batch.order import Answer, Failed, News, Order
from stylegui.batch.process import Ready, Serve, Worker, serve
from stylegui.batch.sizing import default_workers, threads_each
from stylegui.machine import usable_cores

LOST = "The worker that painted this was ended twice, perhaps because memory ran short; fewer --workers may help."
NO_START = "The workers end before they begin, perhaps because memory ran short."

log = logging.getLogger(__name__)


class LocalWorkers:
    """Spawned processes that paint one picture each at a time.

    A process that is lost is replaced, and its order is tried once more. What a picture looks like does not depend on
    how many there are, only on the number of threads: sums are split by threads, and another split rounds differently.
    """

    def __init__(
        self,
        device: str,
        need_bytes: int,
        jobs: int,
        count: int | None = None,
        threads: int = 0,
        network: str = "",
        serve: Serve = serve,
    ) -> None:
        """Start processes for so many jobs: `count` of them, or as many as the machine takes.

        `need_bytes` is the memory that one takes. `threads` of 0 shares the cores out. `network` is the one of Instant
        that orders without a tuning are painted with: the first process settles how it computes, for all of them.
        Raises BatchError.
        """
        self._context = multiprocessing.get_context("spawn")
        self._device = device
        self._need_bytes = need_bytes
        self._jobs = jobs
        self._count = count and min(count, jobs)
        self._threads = threads
        self._serve = serve
        self._network = network
        self._tuning: Mapping[str, Any] = {}
        self._settled = False
        self._gpu = False
        self._workers: list[Worker] = []
        self._again: deque[tuple[int, Order]] = deque()
        self._lost_once: set[int] = set()
        self._early_losses = 0
        # The first one looks at the machine while nobody else computes; this process then need not load torch.
        self._start_one()

    def room(self) -> int:
        """How many more orders are taken now."""
        idle = sum(worker.is_idle for worker in self._workers)
        return max(0, idle - len(self._again))

    def give(self, number: int, order: Order) -> None:
        """Hand over an order; only while there is room."""
        filled = replace(order, threads=order.threads or self.threads, tuning=order.tuning or self._tuning)
        self._hand_out(number, filled)

    @property
    def threads(self) -> int:
        """Threads that each picture is computed with."""
        return self._threads or threads_each(usable_cores(), self._count or 1)

    def wait(self, timeout_s: float) -> News:
        """What is new. Raises BatchError where no process can be kept alive."""
        watched = {worker.news: worker for worker in self._workers}
        answers: list[tuple[int, Answer]] = []
        for ready in wait(list(watched), timeout_s):
            answers += self._hear(watched[cast("Connection", ready)])
        while self._again and any(worker.is_idle for worker in self._workers):
            self._hand_out(*self._again.popleft())
        busy = [worker for worker in self._workers if worker.task is not None]
        return News(answers, {worker.task[0]: worker.share for worker in busy if worker.task is not None})

    def describe(self) -> str:
        """Who paints, in a few words."""
        workers = "1 worker" if self._count == 1 else f"{self._count} workers"
        if self._gpu:
            return f"{workers} on {self._device}"
        each = " each" if self._count != 1 else ""
        return f"{workers} with {self.threads} thread{'' if self.threads == 1 else 's'}{each}"

    def pids(self) -> Sequence[int]:
        """The processes' numbers."""
        return [worker.pid for worker in self._workers]

    def close(self) -> None:
        """End all processes at once."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.kill()
        self._workers.clear()

    def _hear(self, worker: Worker) -> list[tuple[int, Answer]]:
        try:
            said = worker.news.recv()
        except (EOFError, OSError):
            return self._replace(worker)
        if isinstance(said, Ready):
            self._early_losses = 0
            worker.greeted = True
            self._settle(said)
        elif isinstance(said, float):
            worker.share = said
        elif worker.task is not None:
            number, _ = worker.task
            worker.task = None
            self._lost_once.discard(number)
            return [(number, said)]
        return []

    def _settle(self, machine: Ready) -> None:
        """Decide how many processes there shall be and how they compute, once the first one has told of the machine."""
        if self._settled:
            return
        self._settled, self._gpu, self._tuning = True, machine.gpu, machine.tuning
        if self._count is None:
            most = default_workers(usable_cores(), machine.free_bytes, self._need_bytes, machine.gpu)
            self._count = min(self._jobs, most)
        while len(self._workers) < self._count:
            self._start_one()

    def _replace(self, worker: Worker) -> list[tuple[int, Answer]]:
        self._workers.remove(worker)
        worker.kill()
        answers: list[tuple[int, Answer]] = []
        if worker.task is not None:
            number, order = worker.task
            log.info("the worker %d was lost while it painted %s", worker.pid, order.name)
            if number in self._lost_once:
                self._lost_once.discard(number)
                answers.append((number, Failed(LOST)))
            else:
                self._lost_once.add(number)
                self._again.append(worker.task)
        if not worker.greeted:
            self._early_losses += 1
            if self._early_losses > 1 + (self._count or 1):
                raise BatchError(NO_START)
        self._start_one()
        return answers

    def _hand_out(self, number: int, order: Order) -> None:
        worker = next(worker for worker in self._workers if worker.is_idle)
        worker.task, worker.share = (number, order), 0.0
        # Where the process is gone, the next `wait` finds that out and tries the order again.
        with suppress(OSError):
            worker.orders.send(order)

    def _start_one(self) -> None:
        try:
            network = "" if self._settled else self._network
            self._workers.append(Worker(self._context, self._device, network, self._serve))
        except OSError as error:
            self.close()
            raise BatchError(f"A worker could not be started: {error.strerror}.") from error

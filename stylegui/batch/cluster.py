"""Workers of a Dask cluster, on other computers. Everything travels as bytes; nothing need be shared but the program.

A Dask cluster runs whatever code it is sent by anybody who can reach its scheduler: it belongs into a network in which
everybody is trusted, and nowhere else.
"""

from __future__ import annotations

import logging
import queue
import re
import secrets
import time
from contextlib import suppress
from dataclasses import replace
from typing import Any

import stylegui
from stylegui.batch.errors import BatchError
from stylegui.batch.order import Answer, Failed, News, Order
from stylegui.batch.painting import carry_out

TRUST = "Use a cluster only in a network you trust: whoever reaches its scheduler can run programs on it."
NOT_INSTALLED = "--cluster needs Dask: install stylegui with its extra “cluster” (pip install 'stylegui[cluster]')."
LOST = "The cluster's workers that painted this were ended one after the other, perhaps because memory ran short."
GONE = "The cluster at {} does not answer any more."
ADDRESS = re.compile(r"([a-z]+://)?(\[[0-9a-f:.]+\]|[\w.-]+):\d{1,5}", re.IGNORECASE)
CONNECT_S = 10.0
ASK_S = 2.0
EXACT = {"dtype": "float32", "channels_last": True, "threads": "all"}
"""How Instant computes on every computer of a cluster: what is quickest on the one is not the same on the next."""
AHEAD = 2
"""Orders for each thread of the cluster, so that the next picture is there when one is finished."""


def _version() -> str:
    return stylegui.__version__


class ClusterWorkers:
    """The workers at a scheduler's address, such as "tcp://10.0.0.5:8786".

    They compute with one thread for each picture, as Dask means its workers to, unless an order says more. Dask itself
    gives the work of a worker that is lost to another one.
    """

    def __init__(self, address: str, connect_s: float = CONNECT_S) -> None:
        """Connect. Raises BatchError where Dask is not installed, nobody answers, or the workers have no stylegui."""
        if not ADDRESS.fullmatch(address):
            raise BatchError(f"“{address}” is no address of a scheduler, such as tcp://10.0.0.5:8786.")
        try:
            import dask
            import distributed
        except ImportError as error:
            raise BatchError(NOT_INSTALLED) from error
        # What it has to say is said here in other words.
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        # Photos are large, and that is no mistake.
        dask.config.set({"distributed.admin.large-graph-warning-threshold": "4GiB"})
        self._address = address
        self._futures: dict[int, Any] = {}
        self._finished: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._threads: dict[str, int] = {}
        self._asked_at = 0.0
        self._name = f"stylegui-{secrets.token_hex(6)}"
        try:
            self._client: Any = distributed.Client(address, timeout=connect_s, set_as_default=False)
        except (OSError, ValueError, TypeError, RuntimeError) as error:
            raise BatchError(f"No Dask scheduler answers at {address}.") from error
        try:
            self._check_workers(connect_s)
        except BaseException:
            self.close()
            raise

    def _check_workers(self, connect_s: float) -> None:
        try:
            self._client.wait_for_workers(1, timeout=connect_s)
            versions = set(self._client.run(_version).values())
        except TimeoutError as error:
            raise BatchError(f"The cluster at {self._address} has no workers.") from error
        except ModuleNotFoundError as error:
            raise BatchError(f"The workers of the cluster at {self._address} have no stylegui installed.") from error
        others = sorted(versions - {stylegui.__version__})
        if others:
            text = f"The cluster has stylegui {', '.join(others)} and this computer {stylegui.__version__}"
            raise BatchError(f"{text}: all have to be the same, or the results would differ.")

    def room(self) -> int:
        """How many more orders are taken now."""
        now = time.monotonic()
        if now >= self._asked_at + ASK_S:
            self._asked_at, self._threads = now, self._ask_threads()
        return max(0, AHEAD * sum(self._threads.values()) - len(self._futures))

    def give(self, number: int, order: Order) -> None:
        """Send an order."""
        order = replace(order, threads=order.threads or 1, tuning=order.tuning or EXACT)
        future = self._client.submit(carry_out, order, key=f"{self._name}-{number}", pure=False)
        self._futures[number] = future
        future.add_done_callback(lambda _: self._finished.put(number))

    def wait(self, timeout_s: float) -> News:
        """What is new. Raises BatchError where the scheduler is gone."""
        answers = []
        with suppress(queue.Empty):
            number = self._finished.get(timeout=timeout_s)
            while True:
                answers.append((number, self._answer(self._futures.pop(number))))
                number = self._finished.get_nowait()
        if self._client.status not in ("running", "connecting"):
            raise BatchError(GONE.format(self._address))
        return News(answers)

    def _answer(self, future: Any) -> Answer:
        from distributed import KilledWorker

        try:
            answer: Answer = future.result()
        except KilledWorker:
            return Failed(LOST)
        except Exception as error:  # whatever a cluster can come up with
            if future.status in ("cancelled", "lost"):
                raise BatchError(GONE.format(self._address)) from error
            return Failed(f"The cluster could not paint this: {type(error).__name__}: {error}.")
        finally:
            future.release()
        return answer

    def _ask_threads(self) -> dict[str, int]:
        """How many threads each worker has, by its address; workers may come and go."""
        try:
            threads: dict[str, int] = dict(self._client.nthreads())
        except Exception as error:
            raise BatchError(GONE.format(self._address)) from error
        return threads

    def describe(self) -> str:
        """Who paints, in a few words."""
        workers = len(self._threads)
        return f"{workers} worker{'' if workers == 1 else 's'} of the cluster at {self._address}"

    def close(self) -> None:
        """Call back what is not finished, and disconnect."""
        with suppress(Exception):  # a cluster that is gone need not be told
            self._client.cancel(list(self._futures.values()))
        with suppress(Exception):
            self._client.close(timeout=2)

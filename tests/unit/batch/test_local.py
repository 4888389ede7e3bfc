"""Worker processes: real ones, which paint what the test says instead of pictures."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from stylegui.batch.errors import BatchError
from stylegui.batch.local import LOST, LocalWorkers
from stylegui.batch.order import Answer, Failed, Order, Painted, Source
from stylegui.batch.process import Ready, Serve, answer_orders
from stylegui.batch.sizing import GIB, bytes_each, default_workers, threads_each
from stylegui.machine import usable_cores

PATIENCE_S = 60.0


def paint(order: Order, report: Callable[[float], None]) -> Answer:
    """Answer with what was asked for, and who did it; some names do more."""
    if order.name == "deadly" or (order.name == "deadly once" and not Path(order.engine).exists()):
        if order.name == "deadly once":
            Path(order.engine).write_bytes(b"")
        os.kill(os.getpid(), signal.SIGKILL)
    if order.name == "slow":
        for step in range(6000):
            report(step / 6000)
            time.sleep(0.01)
    return Painted(order.photo.data, {"pid": os.getpid(), "threads": order.threads, "tuning": order.tuning}, 0.0)


def look_around(network: str) -> Ready:
    # Each measuring gives something else, as it does on a busy machine.
    return Ready(gpu=False, free_bytes=3 * GIB, tuning={"measured by": f"{network} {os.getpid()}"} if network else {})


def serve(orders: Connection, news: Connection, device: str, network: str) -> None:
    answer_orders(orders, news, partial(look_around, network), paint)


def never_begin(orders: Connection, news: Connection, device: str, network: str) -> None:
    os._exit(1)


def order(name: str = "plain", threads: int = 0, engine: str = "instant") -> Order:
    data = name.encode() * 100_000  # more than a pipe holds
    return Order(Source(data, "p"), Source(b"", "s"), engine, {}, {}, name, True, "cpu", threads)


class Crew:
    """Workers at some orders, until all are answered."""

    def __init__(self, jobs: int = 2, count: int | None = 2, threads: int = 0, task: Serve = serve) -> None:
        self.workers = LocalWorkers("cpu", GIB, jobs, count, threads, "fine", task)
        self.answers: dict[int, Answer] = {}
        self.shares: dict[int, float] = {}

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        pids = self.workers.pids()
        self.workers.close()
        for pid in pids:
            with pytest.raises(ProcessLookupError):
                os.kill(pid, 0)

    def until(self, reached: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not reached():
            assert time.monotonic() < end, "the workers do not answer"
            news = self.workers.wait(0.05)
            self.answers |= dict(news.answers)
            self.shares |= news.shares

    def paint(self, *orders: Order) -> list[Answer]:
        waiting = list(enumerate(orders))
        while waiting:
            self.until(lambda: self.workers.room() > 0)
            self.workers.give(*waiting.pop(0))
        self.until(lambda: len(self.answers) == len(orders))
        return [self.answers[number] for number in range(len(orders))]


def test_orders_are_shared_out_and_answered() -> None:
    with Crew() as crew:
        answers = crew.paint(*[order() for _ in range(6)])
        assert all(isinstance(each, Painted) and each.data == order().photo.data for each in answers)
        pids = {each.recipe["pid"] for each in answers if isinstance(each, Painted)}
        assert pids <= set(crew.workers.pids()) and os.getpid() not in pids
        threads = {each.recipe["threads"] for each in answers if isinstance(each, Painted)}
        assert threads == {threads_each(usable_cores(), 2)}


def test_an_order_may_say_its_threads() -> None:
    with Crew(count=1) as crew:
        (answer,) = crew.paint(order(threads=7))
        assert isinstance(answer, Painted) and answer.recipe["threads"] == 7


def test_one_measures_for_all_before_the_others_are_there() -> None:
    with Crew() as crew:
        (first,) = crew.workers.pids()
        answers = crew.paint(*[order() for _ in range(6)])
        assert len(crew.workers.pids()) == 2
        assert {each.recipe["tuning"]["measured by"] for each in answers if isinstance(each, Painted)} == {
            f"fine {first}"
        }


def test_an_order_may_say_its_tuning() -> None:
    with Crew(count=1) as crew:
        (answer,) = crew.paint(replace(order(), tuning={"dtype": "float32"}))
        assert isinstance(answer, Painted) and answer.recipe["tuning"] == {"dtype": "float32"}


def test_nobody_is_given_work_before_being_there() -> None:
    with Crew() as crew:
        assert crew.workers.room() == 0
        crew.until(lambda: crew.workers.room() == 2)


def test_no_more_workers_than_jobs() -> None:
    with Crew(jobs=1, count=4) as crew:
        assert len(crew.workers.pids()) == 1


def test_the_machine_decides_where_nobody_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stylegui.batch.local.usable_cores", lambda: 16)
    with Crew(jobs=10, count=None) as crew:
        assert len(crew.workers.pids()) == 1
        crew.until(lambda: crew.workers.room() > 0)
        assert len(crew.workers.pids()) == 2  # 3 GB free, 1 GB each, some of it kept free
        assert crew.workers.describe() == "2 workers with 8 threads each"


def test_a_lost_worker_is_replaced_and_its_job_tried_again(tmp_path: Path) -> None:
    with Crew() as crew:
        crew.until(lambda: crew.workers.room() == 2)
        before = set(crew.workers.pids())
        answers = crew.paint(order(), order("deadly once", engine=str(tmp_path / "mark")), order(), order())
        assert all(isinstance(each, Painted) for each in answers)
        assert len(crew.workers.pids()) == 2 and len(set(crew.workers.pids()) - before) == 1


def test_a_job_that_ends_two_workers_fails_alone() -> None:
    with Crew() as crew:
        answers = crew.paint(order(), order("deadly"), order(), order())
        assert answers[1] == Failed(LOST)
        assert all(isinstance(answers[index], Painted) for index in (0, 2, 3))


def test_an_idle_worker_that_is_lost_is_replaced() -> None:
    with Crew() as crew:
        crew.until(lambda: crew.workers.room() == 2)
        os.kill(crew.workers.pids()[0], signal.SIGKILL)
        assert all(isinstance(each, Painted) for each in crew.paint(order(), order(), order()))


def test_workers_that_never_begin_end_the_batch() -> None:
    with Crew(task=never_begin) as crew, pytest.raises(BatchError, match="The workers end before they begin"):
        crew.until(lambda: False)


def test_progress_is_told_and_closing_stops_at_once() -> None:
    with Crew(count=1) as crew:
        crew.until(lambda: crew.workers.room() == 1)
        crew.workers.give(0, order("slow"))
        crew.until(lambda: crew.shares.get(0, 0) > 0)
        assert 0 < crew.shares[0] < 1


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="there is no Ctrl+C for groups of processes here")
def test_ctrl_c_in_the_terminal_does_not_reach_workers() -> None:
    with Crew() as crew:
        for pid in crew.workers.pids():  # from the first moment on, while Python still starts
            os.kill(pid, signal.SIGINT)
        crew.until(lambda: crew.workers.room() == 2)
        for pid in crew.workers.pids():
            os.kill(pid, signal.SIGINT)
        assert all(isinstance(each, Painted) for each in crew.paint(order(), order()))


LEADER = """
import sys, time
from tests.unit.batch.test_local import Crew, order
crew = Crew(count=1)
crew.until(lambda: crew.workers.room() == 1)
crew.workers.give(0, order("slow"))
crew.until(lambda: crew.shares.get(0, 0) > 0)
print(crew.workers.pids()[0], flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="looks whether a process is there in /proc")
def test_workers_leave_when_the_leader_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", LEADER], stdout=subprocess.PIPE, text=True) as leader:
        assert leader.stdout is not None
        pid = int(leader.stdout.readline())
        assert _runs(pid)
        leader.kill()
    end = time.monotonic() + PATIENCE_S
    while _runs(pid):
        assert time.monotonic() < end, "the worker paints for nobody"
        time.sleep(0.02)


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize(
    ("core_count", "free_gib", "gpu", "workers"),
    [(2, 64, False, 2), (8, 64, False, 8), (8, 5, False, 2), (8, 0, False, 1), (64, 64, True, 1), (2, 2, False, 1)],
)
def test_small_machines_get_one_worker(core_count: int, free_gib: int, gpu: bool, workers: int) -> None:
    assert default_workers(core_count, free_gib * GIB, 2 * GIB, gpu) == workers


def test_memory_grows_with_the_picture_and_cores_are_shared() -> None:
    assert GIB < bytes_each("instant", 1024) < 2 * GIB < bytes_each("paint", 1024) < 5 * GIB
    assert (threads_each(8, 3), threads_each(2, 4)) == (2, 1)

import functools
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stylegui.jobs.task import LatestTask, TaskPool
from tests.conftest import ExpectLog


class Outcome:
    """Both callbacks of a task, and the thread they came in."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[str] = []
        self.threads: list[int] = []

    def take_result(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(threading.get_ident())

    def take_error(self, text: str) -> None:
        self.errors.append(text)
        self.threads.append(threading.get_ident())

    @property
    def count(self) -> int:
        return len(self.results) + len(self.errors)


@pytest.fixture
def pool(qtbot: QtBot) -> Iterator[TaskPool]:
    pool = TaskPool(expected=(FileNotFoundError,))
    yield pool
    assert pool.close(10_000)


@pytest.fixture
def outcome() -> Outcome:
    return Outcome()


def test_work_is_done_elsewhere_and_its_result_comes_home(qtbot: QtBot, pool: TaskPool, outcome: Outcome) -> None:
    pool.run(threading.get_ident, outcome.take_result, outcome.take_error)
    assert pool.busy
    qtbot.waitUntil(lambda: outcome.count == 1)
    assert outcome.results != [threading.get_ident()]
    assert outcome.threads == [threading.get_ident()]
    assert not pool.busy


def test_an_expected_error_keeps_its_words(qtbot: QtBot, pool: TaskPool, outcome: Outcome, tmp_path: Path) -> None:
    def work() -> None:
        raise FileNotFoundError("photo.png is gone.")

    pool.run(work, outcome.take_result, outcome.take_error)
    qtbot.waitUntil(lambda: outcome.count == 1)
    assert outcome.errors == ["photo.png is gone."]


def test_a_surprise_is_logged_and_told_in_general_words(
    qtbot: QtBot, pool: TaskPool, outcome: Outcome, expect_log: ExpectLog
) -> None:
    expect_log("background task failed")
    pool.run(lambda: 1 / 0, outcome.take_result, outcome.take_error)
    qtbot.waitUntil(lambda: outcome.count == 1)
    assert "error in the program" in outcome.errors[0]


def test_a_discarded_task_calls_nobody(qtbot: QtBot, pool: TaskPool, outcome: Outcome) -> None:
    gate = threading.Event()
    task = pool.run(lambda: gate.wait(10), outcome.take_result, outcome.take_error)
    pool.discard(task)
    gate.set()
    pool.run(lambda: "later", outcome.take_result, outcome.take_error)
    pool.run(lambda: "last", outcome.take_result, outcome.take_error)
    qtbot.waitUntil(lambda: outcome.count == 2)
    assert set(outcome.results) == {"later", "last"}


def test_many_tasks_each_come_home_once(qtbot: QtBot, pool: TaskPool, outcome: Outcome) -> None:
    for number in range(300):
        pool.run(functools.partial(abs, number), outcome.take_result, outcome.take_error)
    qtbot.waitUntil(lambda: outcome.count == 300)
    assert sorted(map(str, outcome.results)) == sorted(map(str, range(300)))


def test_only_the_newest_of_the_waiting_is_run_and_told(qtbot: QtBot, pool: TaskPool, outcome: Outcome) -> None:
    latest = LatestTask(pool, outcome.take_result, outcome.take_error)
    gate = threading.Event()
    ran: list[int] = []

    def first() -> int:
        gate.wait(10)
        ran.append(0)
        return 0

    def make(number: int) -> None:
        def work() -> int:
            ran.append(number)
            return number

        latest.run(work)

    latest.run(first)
    for number in range(1, 6):
        make(number)
    gate.set()
    qtbot.waitUntil(lambda: outcome.count == 1)
    assert ran == [0, 5]
    assert outcome.results == [5]


def test_the_latest_tasks_error_is_told(qtbot: QtBot, pool: TaskPool, outcome: Outcome) -> None:
    latest = LatestTask(pool, outcome.take_result, outcome.take_error)

    def work() -> None:
        raise FileNotFoundError("gone")

    latest.run(work)
    qtbot.waitUntil(lambda: outcome.count == 1)
    assert outcome.errors == ["gone"]

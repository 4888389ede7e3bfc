"""The process that paints: what comes back, what happens when it is lost, and that it never stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from stylegui.jobs.painter_process import DIED, Painted, PainterProcess, PaintOrder, Unpainted
from stylegui.painters import PAINTERS, Palette
from stylegui.painters.palettes import PALETTES, fitted
from tests.conftest import ExpectLog

PATIENCE_S = 60.0
QUICK = PaintOrder("linocut", 3, (56, 42))
ENDLESS = PaintOrder("palette-knife", 1, (4000, 3000))  # minutes
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and process numbers are those of POSIX")


@pytest.fixture
def process() -> Iterator[PainterProcess]:
    process = PainterProcess()
    yield process
    process.close()


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # One that has ended and that nobody has asked about yet does not live any more.
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], check=False, capture_output=True, text=True).stdout
    return bool(state.strip()) and not state.startswith("Z")


def in_thread(process: PainterProcess, order: PaintOrder) -> tuple[threading.Thread, list[object]]:
    """Let it paint, and come back when it has begun to."""
    outcomes: list[object] = []
    process.start()
    thread = threading.Thread(target=lambda: outcomes.append(process.paint(order)))
    thread.start()
    until(lambda: process.pid is not None)
    time.sleep(0.3)  # into the picture, most likely; it must hold before as well
    return thread, outcomes


def test_it_paints_what_the_painter_paints(process: PainterProcess) -> None:
    painter = PAINTERS["linocut"]
    outcome = process.paint(QUICK)
    assert isinstance(outcome, Painted)
    assert outcome.order == QUICK
    assert np.array_equal(outcome.pixels, painter.paint((56, 42), 3, painter.palette))
    pid = process.pid
    sumi = PALETTES["sumi"].palette
    outcome = process.paint(PaintOrder("linocut", 3, (56, 42), sumi.colours))
    assert isinstance(outcome, Painted)
    assert np.array_equal(outcome.pixels, painter.paint((56, 42), 3, fitted(sumi, painter.palette)))
    placed = ("#ffffff", "#000000", "#ff0000", "#00ff00", "#0000ff")
    outcome = process.paint(PaintOrder("linocut", 3, (56, 42), placed, placed=True))
    assert isinstance(outcome, Painted)
    assert np.array_equal(outcome.pixels, painter.paint((56, 42), 3, Palette(placed)))
    assert process.pid == pid  # one process for all of them


def test_what_is_abandoned_comes_back_at_once_and_the_next_picture_is_painted(process: PainterProcess) -> None:
    thread, outcomes = in_thread(process, ENDLESS)
    pid = process.pid
    process.abandon()
    thread.join(PATIENCE_S)
    assert outcomes == [Unpainted(ENDLESS, "")]
    assert isinstance(process.paint(QUICK), Painted)
    assert process.pid != pid


def test_what_is_abandoned_before_it_begins_is_not_painted(process: PainterProcess) -> None:
    ticket = process.admit()
    process.abandon()
    assert process.paint(ENDLESS, ticket) == Unpainted(ENDLESS, "")
    assert process.pid is None
    assert isinstance(process.paint(QUICK, process.admit()), Painted)


@posix
def test_a_process_that_is_killed_is_told_and_replaced(process: PainterProcess, expect_log: ExpectLog) -> None:
    expect_log("the painter's process ended while it painted")
    thread, outcomes = in_thread(process, ENDLESS)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    thread.join(PATIENCE_S)
    assert outcomes == [Unpainted(ENDLESS, DIED, helper_lost=True)]
    assert isinstance(process.paint(QUICK), Painted)


@posix
def test_a_process_that_was_killed_while_idle_is_not_missed(process: PainterProcess) -> None:
    process.paint(QUICK)
    pid = process.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    until(lambda: not lives(pid))
    assert isinstance(process.paint(QUICK), Painted)


def test_a_painter_that_fails_is_told_and_logged(process: PainterProcess, expect_log: ExpectLog) -> None:
    expect_log("(?s)a painter failed.*KeyError: 'nobody'")
    outcome = process.paint(PaintOrder("nobody", 1, (8, 8)))
    assert isinstance(outcome, Unpainted)
    assert outcome.text.startswith("This picture could not be painted")
    assert not outcome.helper_lost
    assert isinstance(process.paint(QUICK), Painted)


def test_a_process_that_cannot_be_started_is_told(
    process: PainterProcess, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    def fail(_self: object) -> None:
        raise OSError(12, "Cannot allocate memory")

    expect_log("could not be started")
    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", fail)
    outcome = process.paint(QUICK)
    assert outcome == Unpainted(
        QUICK, "The helper that paints could not be started: Cannot allocate memory.", helper_lost=True
    )


def test_after_the_end_nothing_is_painted(process: PainterProcess) -> None:
    thread, outcomes = in_thread(process, ENDLESS)
    pid = process.pid
    assert pid is not None
    process.close()
    thread.join(PATIENCE_S)
    assert outcomes == [Unpainted(ENDLESS, "")]
    assert process.paint(QUICK) == Unpainted(QUICK, "")
    assert process.pid is None
    if sys.platform != "win32":
        assert not lives(pid)


PARENT = """
import sys, threading
from stylegui.jobs.painter_process import PainterProcess, PaintOrder

if __name__ == "__main__":
    process = PainterProcess()
    process.start()
    print(process.pid, flush=True)
    if sys.argv[1] == "busy":
        process.paint(PaintOrder("palette-knife", 1, (4000, 3000)))
    else:
        sys.stdin.read()
"""


@posix
@pytest.mark.parametrize("state", ["busy", "idle"])
def test_it_does_not_outlive_a_window_that_was_killed(state: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, state], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert lives(pid)
        time.sleep(0.5)  # let it begin, most likely
        parent.kill()
        until(lambda: not lives(pid))


def test_neither_qt_nor_torch_is_loaded_for_it() -> None:
    code = (
        "import sys, stylegui.jobs.painter_process, stylegui.painters, stylegui.painters.palettes; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert not {"PySide6", "torch", "pydantic"} & set(done.stdout.split())

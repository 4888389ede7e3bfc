"""The control between two threads. Waiting is for events, never for time to pass."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from stylegui.engine.control import Cancelled, RunControl

PATIENCE_S = 20


class Engine(threading.Thread):
    """Goes from checkpoint to checkpoint and counts them, until it is cancelled or has passed `limit`."""

    def __init__(self, control: RunControl, limit: int = 10**9) -> None:
        super().__init__()
        self.control, self.limit = control, limit
        self.passed = 0
        self.cancelled = False
        self.moved = threading.Condition()

    def run(self) -> None:
        try:
            while self.passed < self.limit:
                self.control.checkpoint()
                with self.moved:
                    self.passed += 1
                    self.moved.notify_all()
        except Cancelled:
            self.cancelled = True

    def wait_for(self, reached: Callable[[int], bool]) -> bool:
        with self.moved:
            return self.moved.wait_for(lambda: reached(self.passed), PATIENCE_S)


def test_nothing_asked_nothing_happens() -> None:
    control = RunControl()
    control.checkpoint()
    assert not control.cancelled and not control.paused
    assert control.take_changes() == {}
    assert control.waited_s == 0


def test_a_running_engine_ends_at_a_checkpoint_after_cancel() -> None:
    control = RunControl()
    engine = Engine(control)
    engine.start()
    assert engine.wait_for(lambda passed: passed > 10)
    control.cancel()
    engine.join(PATIENCE_S)
    assert not engine.is_alive() and engine.cancelled


def test_a_paused_engine_waits_at_its_checkpoint_and_goes_on_after_resume() -> None:
    control = RunControl()
    control.pause()
    engine = Engine(control, limit=100)
    engine.start()
    engine.join(0.1)
    assert engine.is_alive() and engine.passed == 0
    assert control.paused
    control.resume()
    engine.join(PATIENCE_S)
    assert engine.passed == 100 and not engine.cancelled
    assert control.waited_s > 0.05


def test_cancel_frees_a_paused_engine() -> None:
    control = RunControl()
    control.pause()
    engine = Engine(control)
    engine.start()
    engine.join(0.05)
    assert engine.is_alive()
    control.cancel()
    engine.join(PATIENCE_S)
    assert engine.cancelled and engine.passed == 0


def test_resume_does_not_undo_cancel() -> None:
    control = RunControl()
    control.cancel()
    control.resume()
    with pytest.raises(Cancelled):
        control.checkpoint()
    with pytest.raises(Cancelled):
        control.checkpoint()


def test_the_newest_change_of_a_name_wins_and_is_taken_once() -> None:
    control = RunControl()
    control.steer(strength=10, brush_size=80)
    control.steer(strength=20)
    assert control.take_changes() == {"strength": 20, "brush_size": 80}
    assert control.take_changes() == {}


def test_a_change_can_be_made_while_the_engine_is_paused() -> None:
    control = RunControl()
    control.pause()
    control.steer(strength=5)
    control.resume()
    control.checkpoint()
    assert control.take_changes() == {"strength": 5}


def test_no_change_is_lost_or_doubled_between_threads() -> None:
    control = RunControl()
    count = 2000

    def write(name: str) -> None:
        for number in range(count):
            control.steer(**{name: number})

    writers = [threading.Thread(target=write, args=(name,)) for name in ("first", "second")]
    seen: dict[str, list[int]] = {"first": [], "second": []}

    def take() -> None:
        for name, value in control.take_changes().items():
            seen[name].append(value)

    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        take()
    for writer in writers:
        writer.join()
    take()
    for values in seen.values():
        assert values == sorted(set(values))
        assert values[-1] == count - 1

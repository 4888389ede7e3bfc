"""The progress bar on terminals and elsewhere."""

from __future__ import annotations

import io

import pytest

from stylegui.commands.meter import PLAIN_INTERVAL_S, TERMINAL_INTERVAL_S, Meter, duration, exact_duration
from stylegui.wording import size


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_terminal_has_one_line_that_changes() -> None:
    stream, clock = Terminal(), Clock()
    meter = Meter(stream=stream, clock=clock)
    meter.update(0.5, "half")
    clock.now += TERMINAL_INTERVAL_S / 2
    meter.update(0.6, "too soon")
    clock.now += TERMINAL_INTERVAL_S
    meter.update(1.0, "all")
    meter.clear()
    meter.clear()
    assert stream.getvalue() == (
        "\r[############............]  50 %  half\x1b[K\r[########################] 100 %  all\x1b[K\r\x1b[K"
    )


def test_elsewhere_plain_lines_come_now_and_then() -> None:
    stream, clock = io.StringIO(), Clock()
    meter = Meter(stream=stream, clock=clock)
    for step in range(30):
        meter.update(step / 30, f"step {step}")
        clock.now += PLAIN_INTERVAL_S / 10
    meter.clear()
    assert stream.getvalue() == "  0 %  step 0\n 33 %  step 10\n 67 %  step 20\n"


def test_a_stage_does_not_hold_up_the_first_update() -> None:
    stream, clock = io.StringIO(), Clock()
    meter = Meter(stream=stream, clock=clock)
    meter.update(0.1, "before")
    meter.stage("Getting ready …")
    meter.update(0.0, "begun")
    meter.update(0.1, "too soon")
    assert stream.getvalue() == " 10 %  before\nGetting ready …\n  0 %  begun\n"


def test_a_note_stands_above_the_bar() -> None:
    stream = Terminal()
    meter = Meter(stream=stream, clock=Clock())
    meter.update(None, "working")
    meter.note("by the way")
    assert stream.getvalue() == "\rworking\x1b[K\r\x1b[Kby the way\n"


def test_a_line_never_wraps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    stream = Terminal()
    Meter(stream=stream, clock=Clock()).update(0.1, "a text that is longer than the terminal is wide")
    assert len(stream.getvalue().removeprefix("\r").removesuffix("\x1b[K")) == 19


def test_quiet_is_quiet() -> None:
    for stream in (Terminal(), io.StringIO()):
        meter = Meter(quiet=True, stream=stream, clock=Clock())
        meter.stage("a")
        meter.update(0.1, "b")
        meter.note("c")
        meter.clear()
        assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.2, "0:00"), (7.4, "0:07"), (59.6, "1:00"), (754, "12:34"), (3723, "1:02:03"), (-1, "0:00")]
)
def test_durations(seconds: float, text: str) -> None:
    assert duration(seconds) == text


@pytest.mark.parametrize(("seconds", "text"), [(-1, "0.0 s"), (0.42, "0.4 s"), (9.94, "9.9 s"), (9.96, "0:10")])
def test_short_durations(seconds: float, text: str) -> None:
    assert exact_duration(seconds) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (99_460, "99.5 kB"),
        (150_000, "150 kB"),
        (999_900, "1.0 MB"),
        (4_729_000, "4.7 MB"),
        (548_051_000, "548 MB"),
        (25.3e9, "25.3 GB"),
    ],
)
def test_sizes(count: float, text: str) -> None:
    assert size(count) == text

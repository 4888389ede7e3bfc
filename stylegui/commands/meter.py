"""A progress bar on standard error: one line that changes on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from typing import TextIO

BAR_CELLS = 24
TERMINAL_INTERVAL_S = 0.1
PLAIN_INTERVAL_S = 10.0


class Meter:
    """Shows how far a piece of work is; says nothing at all where `quiet`.

    `stage` names what begins now. `update` may be called as often as one likes. `note` prints a line of its own above
    the bar; `clear` takes the bar away at the end.
    """

    def __init__(
        self, quiet: bool = False, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream or sys.stderr
        self._quiet = quiet
        self._clock = clock
        self._terminal = self._stream.isatty()
        self._next = 0.0
        self._shown = False

    def stage(self, text: str) -> None:
        """Show a text at once, and the next update at once as well."""
        self._next = 0.0
        self.update(None, text)
        self._next = 0.0

    def update(self, done: float | None, text: str) -> None:
        """Show the share that is done, in [0, 1] (None where it is not known), and a text."""
        now = self._clock()
        if self._quiet or now < self._next:
            return
        self._next = now + (TERMINAL_INTERVAL_S if self._terminal else PLAIN_INTERVAL_S)
        if self._terminal:
            columns = shutil.get_terminal_size().columns - 1
            self._write("\r" + self._line(done, text)[:columns] + "\x1b[K")
            self._shown = True
        else:
            self._write(f"{_percent(done)}{text}\n")

    def note(self, text: str) -> None:
        """A line that stays."""
        if not self._quiet:
            self.clear()
            self._write(f"{text}\n")

    def clear(self) -> None:
        if self._shown:
            self._write("\r\x1b[K")
            self._shown = False

    def _line(self, done: float | None, text: str) -> str:
        if done is None:
            return text
        full = round(BAR_CELLS * min(max(done, 0.0), 1.0))
        return f"[{'#' * full}{'.' * (BAR_CELLS - full)}] {_percent(done)}{text}"

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def _percent(done: float | None) -> str:
    return "" if done is None else f"{100 * done:3.0f} %  "


def duration(seconds: float) -> str:
    """Seconds as "0:07", "12:34" or "1:02:03"."""
    whole = max(0, round(seconds))
    hours, minutes = whole // 3600, whole // 60 % 60
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"


def exact_duration(seconds: float) -> str:
    """Seconds as "0.4 s" below ten of them, else as `duration` has them."""
    return f"{max(0.0, seconds):.1f} s" if seconds < 9.95 else duration(seconds)

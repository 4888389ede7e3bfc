"""Ctrl+C asks a run to end in good order; a second one ends it at once."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from stylegui.engine.control import RunControl


@contextmanager
def cancelling_on_interrupt(control: RunControl) -> Iterator[None]:
    """Within the block the first Ctrl+C cancels `control` and the next one raises KeyboardInterrupt.

    In threads other than the main one, where no signal arrives, nothing changes.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def on_interrupt(_number: int, _frame: FrameType | None) -> None:
        if control.cancelled:
            raise KeyboardInterrupt
        control.cancel()

    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

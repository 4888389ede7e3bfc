"""Signals of the operating system while Qt's loop runs."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, QTimerEvent

HEARTBEAT_MS = 250


class _Heartbeat(QObject):
    """Runs a line of Python now and then, between which Python looks for signals: Qt's loop alone has none."""

    def __init__(self) -> None:
        super().__init__()
        self.startTimer(HEARTBEAT_MS)

    def timerEvent(self, event: QTimerEvent) -> None:
        super().timerEvent(event)


@contextmanager
def closing_on_signals(end: Callable[[], None]) -> Iterator[None]:
    """Have Ctrl+C in the terminal, or a request of the system, call `end` soon."""
    signals = (signal.SIGINT, signal.SIGTERM)
    heartbeat = _Heartbeat()
    # Not at once: the signal may come in the middle of painting.
    before = {number: signal.signal(number, lambda *_: QTimer.singleShot(0, end)) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        heartbeat.deleteLater()

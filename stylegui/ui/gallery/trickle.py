"""What comes all at once is handed on little by little, so that no single frame has all the work."""

from __future__ import annotations

from collections import deque
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

AT_ONCE = 2
FRAME_MS = 16


class Trickle(QObject):
    """Hands on what is put in, in its order: at once where it is alone, else `AT_ONCE` a frame."""

    ready = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Any] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._hand_on)

    @property
    def waiting(self) -> tuple[Any, ...]:
        """What has not been handed on yet."""
        return tuple(self._waiting)

    def put(self, thing: Any) -> None:
        self._waiting.append(thing)
        if not self._timer.isActive():
            self._timer.start()
            self._hand_on()

    def clear(self) -> None:
        """Forget what waits."""
        self._waiting.clear()
        self._timer.stop()

    @Slot()
    def _hand_on(self) -> None:
        if not self._waiting:
            self._timer.stop()
        for _ in range(AT_ONCE):
            if self._waiting:
                self.ready.emit(self._waiting.popleft())

"""Telling what the hand does no faster than the screen shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

FRAME_MS = 16


class Pacer(QObject):
    """Says `due` at once for the first wish, then once a frame while wishes come; the last one is never lost."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting = False
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(FRAME_MS)
        self._frame.timeout.connect(self.flush)

    @property
    def waiting(self) -> bool:
        """Whether a wish was not answered yet."""
        return self._waiting

    def ask(self) -> None:
        """Wish for `due`, now or at the next frame."""
        self._waiting = True
        if not self._frame.isActive():
            self.flush()

    def drop(self) -> None:
        """Forget a wish that was not answered yet."""
        self._waiting = False

    @Slot()
    def flush(self) -> None:
        """Answer a wish that waits, if there is one."""
        if self._waiting:
            self._waiting = False
            self._frame.start()
            self.due.emit()

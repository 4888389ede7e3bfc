"""Tiles that have just arrived: they appear little by little instead of jumping into place."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QTimer, Signal, Slot

DURATION_S = 0.22
_FRAME_MS = 16


class Arrivals(QObject):
    """Tells how far each tile has appeared, and which have to be painted again."""

    moved = Signal(object)
    """A list of the ids of styles whose tiles look different now."""

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._since: dict[str, float] = {}
        self._still = False
        self._curve = QEasingCurve(QEasingCurve.Type.OutCubic)
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._move)

    def set_still(self, still: bool) -> None:
        """Whether tiles are simply there, for those whom motion disturbs."""
        self._still = still

    @Slot(str, bool)
    def begin(self, style_id: str, is_first: bool = True) -> None:
        """This tile is there from now on. Where it only takes the place of another one, that is not to be noticed."""
        if is_first and not self._still:
            self._since[style_id] = self._clock()
            self._timer.start()
        self.moved.emit([style_id])

    def share(self, style_id: str) -> float:
        """How much of a tile is to be seen, from 0 to 1."""
        since = self._since.get(style_id)
        if since is None:
            return 1.0
        return self._curve.valueForProgress(min(1.0, (self._clock() - since) / DURATION_S))

    def clear(self) -> None:
        """Nothing is arriving."""
        self._since.clear()
        self._timer.stop()

    @Slot()
    def _move(self) -> None:
        moving = list(self._since)
        now = self._clock()
        self._since = {style_id: since for style_id, since in self._since.items() if now - since < DURATION_S}
        if not self._since:
            self._timer.stop()
        self.moved.emit(moving)

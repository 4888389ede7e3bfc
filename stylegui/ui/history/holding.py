"""Holding on to a tile: as long as the mouse button or Space is held, its version is to be seen on the canvas."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from stylegui.project.document import Version

HOLD_MS = 180
"""A press that lasts so long is more than a click."""


class Holding(QObject):
    """Tells what is held, and when it is let go."""

    peeked = Signal(object)
    """A `Version`, or None when it is let go."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: Version | None = None
        self._seen: Version | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HOLD_MS)
        self._timer.timeout.connect(self._show)

    @property
    def seen(self) -> Version | None:
        """The version that is peeked at now."""
        return self._seen

    def press(self, version: Version | None) -> None:
        """The mouse button went down on a version: it may become a click or a drag yet."""
        self._wanted = version
        if version is not None:
            self._timer.start()

    def hold(self, version: Version | None) -> None:
        """Show this version at once, as a key is held."""
        self._wanted = version
        self._show()

    def let_go(self) -> bool:
        """Button or key is up, or the press became something else. Whether a version was peeked at."""
        self._timer.stop()
        was_seen = self._seen is not None
        self._wanted = None
        self._show()
        return was_seen

    @Slot()
    def _show(self) -> None:
        if self._wanted is not self._seen:
            self._seen = self._wanted
            self.peeked.emit(self._seen)

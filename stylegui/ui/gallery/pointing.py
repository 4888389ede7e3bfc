"""Which style the artist looks at closely: the one that the pointer rests on, or that the arrow keys went to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

REST_MS = 60
"""Long enough for the pointer to sweep over tiles, and over the gaps between them, without a word."""


class Pointing(QObject):
    """Tells each style once, when the pointer rests on it, and "" when it has left."""

    style_hovered = Signal(str)

    def __init__(self, view: QAbstractItemView, style_at: Callable[[QPoint], str]) -> None:
        """`style_at` says which style is at a place of the view's viewport, "" for none."""
        super().__init__(view)
        self._view = view
        self._style_at = style_at
        self._told = ""
        self._next = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._tell)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def point_at(self, style_id: str) -> None:
        """The artist looks at this style now, or at none ("")."""
        if style_id != self._next:
            self._next = style_id
            self._timer.start()

    @Slot()
    def look_again(self) -> None:
        """Tiles may have moved under a pointer that rests."""
        viewport = self._view.viewport()
        if viewport.underMouse():
            self.point_at(self._style_at(viewport.mapFromGlobal(QCursor.pos())))

    @Slot()
    def leave(self) -> None:
        """The pointer is elsewhere, or is busy with something else: told at once."""
        self._next = ""
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self._timer.stop()
        if self._next != self._told:
            self._told = self._next
            self.style_hovered.emit(self._told)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._view:
            if kind == QEvent.Type.Hide or (kind == QEvent.Type.FocusOut and not self._view.viewport().underMouse()):
                self.leave()
        elif kind == QEvent.Type.Leave:
            self.leave()
        elif (
            kind == QEvent.Type.MouseMove
            and isinstance(event, QMouseEvent)
            and event.buttons() == Qt.MouseButton.NoButton
        ):
            self.point_at(self._style_at(event.position().toPoint()))
        return False

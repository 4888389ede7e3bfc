"""Word of the moment at which the window can be seen for the first time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

PATIENCE_MS = 2000
"""A window that nobody sees, because it starts as an icon say, is not waited for any longer."""


class FirstPaint(QObject):
    """Tells once that a widget has been painted, and then goes."""

    painted = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._tell)
        self._patience.start(PATIENCE_MS)

    @Slot()
    def _tell(self) -> None:
        self.painted.emit()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            self._patience.start(0)  # after this painting is done, and what waits behind it
        return False

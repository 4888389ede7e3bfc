"""What a style is, in a tool tip that keeps to the gallery: beside it the canvas tries that style on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QToolTip

WIDTH_PX = 280
"""As wide as a tip gets where the gallery is wider."""
FRAME_PX = 44
"""What a tip has around its text in the theme, both sides together."""
BELOW_POINTER_PX = 16
"""Qt puts a tip so far below the place it is given, to be clear of the pointer."""


class StyleTips(QObject):
    """Answers the wish for a tool tip: below the tile, or above it where there is no room."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.viewport().installEventFilter(self)

    def _show(self, event: QHelpEvent) -> None:
        index = self._view.indexAt(event.pos())
        text = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        if not text:
            QToolTip.hideText()
            return
        viewport = self._view.viewport()
        width = min(viewport.width() - FRAME_PX, WIDTH_PX)
        text = f'<table width="{width}" cellspacing="0" cellpadding="0"><tr><td>{text}</td></tr></table>'
        tile = self._view.visualRect(index)
        QToolTip.showText(self._place(tile, _height(text, width) + FRAME_PX), text, viewport, tile)

    def _place(self, tile: QRect, height: int) -> QPoint:
        """What is to be told to Qt, in pixels of the screen, for a tip of this height."""
        viewport, screen = self._view.viewport(), self._view.screen().availableGeometry()
        left = viewport.mapToGlobal(QPoint(0, 0)).x()
        below = viewport.mapToGlobal(tile.bottomLeft()).y() + 1
        if below + BELOW_POINTER_PX + height > screen.bottom():
            above = viewport.mapToGlobal(tile.topLeft()).y() - height - BELOW_POINTER_PX
            return QPoint(left, max(screen.top(), above))
        return QPoint(left, below - BELOW_POINTER_PX)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show(event)
            return True
        return False


def _height(text: str, width: int) -> int:
    document = QTextDocument()
    document.setDefaultFont(QToolTip.font())
    document.setHtml(text)
    document.setTextWidth(width)
    return round(document.size().height())

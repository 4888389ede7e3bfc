"""Taking the result out of the window by hand: as a file for folders and programs, and as image data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from stylegui.ui.canvas import look
from stylegui.ui.mime import VERSION_MIME

GRIP_PX = 4 * look.UNIT_PX
THUMBNAIL_PX = 20 * look.UNIT_PX

FileSource = Callable[[], Path | None]
"""Writes the result to a temporary file and gives its path; None if there is nothing to give."""


class Grip(QWidget):
    """A small handle at the corner of the result: a click exports it, a drag takes it out of the window."""

    clicked = Signal()
    drag_started = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(GRIP_PX, GRIP_PX)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Click to export, or drag the result into a folder or another program"))
        self.setAccessibleName(self.tr("Export the result or drag it out"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._pressed_at: QPointF | None = None
        self.hide()

    def place(self, area: QRectF, *, left: bool = False) -> None:
        """Sit in the lower right corner of the visible picture, or in its lower left one."""
        inset = round(1.5 * look.UNIT_PX)
        x = area.left() + inset if left else area.right() - inset - GRIP_PX
        self.move(QPointF(x, area.bottom() - inset - GRIP_PX).toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None and dragged_far(self._pressed_at, event.position()):
            self._pressed_at = None
            self.drag_started.emit()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        pressed, self._pressed_at = self._pressed_at is not None, None
        if pressed:
            self.clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look.draw_panel(painter, QRectF(self.rect()), look.UNIT_PX)
        side = 2 * look.UNIT_PX
        square = QRectF((GRIP_PX - side) / 2, (GRIP_PX - side) / 2, side, side)
        look.draw_icon(painter, "export", square, look.PANEL_ACCENT if self.underMouse() else look.PANEL_TEXT)


def dragged_far(start: QPointF, now: QPointF) -> bool:
    """Whether the mouse has moved far enough for a drag, not just a click."""
    return (now - start).manhattanLength() >= QApplication.startDragDistance()


def drag_mime(image: QImage, path: Path | None, version: str = "") -> QMimeData:
    """The result as it travels: a file where there is one, and the pixels; its id for the program itself."""
    mime = QMimeData()
    if version:
        mime.setData(VERSION_MIME, QByteArray(version.encode()))
    if path is not None:
        mime.setUrls([QUrl.fromLocalFile(str(path))])
    mime.setImageData(image)
    return mime


def drag_out(source: QWidget, image: QImage, path: Path | None, version: str = "") -> None:
    """Let the user carry the result away, a version with its id. Returns when it was dropped."""
    drag = QDrag(source)
    drag.setMimeData(drag_mime(image, path, version))
    small = image.scaled(
        QSize(THUMBNAIL_PX, THUMBNAIL_PX),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    drag.setPixmap(QPixmap.fromImage(small))
    drag.setHotSpot(QPoint(small.width() // 2, small.height() // 2))
    drag.exec(Qt.DropAction.CopyAction)

"""A shade over the window with a hole in it: what is talked about stays lit, and can be used."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from stylegui.ui import theme

SHADE = QColor(0, 0, 0, 132)
MARGIN_PX = 4
RADIUS_PX = 8


class Spotlight(QWidget):
    """Lies over its window and lets every click through; it only shows where to look."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._follow)
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    def light(self, target: QWidget | None) -> None:
        """Keep this part lit; None lights nothing, and shades all."""
        if self._target is not None:
            self._target.removeEventFilter(self)
        self._target = target
        if target is not None:
            target.installEventFilter(self)
        self._follow()

    @property
    def lit(self) -> QRect:
        """The lit part, in the window's coordinates; empty where there is none."""
        target, window = self._target, self.parentWidget()
        if target is None or window is None or not target.isVisible():
            return QRect()
        place = QRect(target.mapTo(window, QPoint()), target.size())
        return place.adjusted(-MARGIN_PX, -MARGIN_PX, MARGIN_PX, MARGIN_PX) & window.rect()

    @Slot()
    def _follow(self) -> None:
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
        self.update()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)
        if event.type() in kinds:
            self._timer.start()  # once the layout has settled
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade, hole = QPainterPath(), QPainterPath()
        shade.addRect(QRectF(self.rect()))
        lit = QRectF(self.lit).adjusted(1, 1, -1, -1)
        if not lit.isEmpty():
            hole.addRoundedRect(lit, RADIUS_PX, RADIUS_PX)
        painter.fillPath(shade - hole, SHADE)
        if not lit.isEmpty():
            painter.setPen(QPen(QColor(theme.current().accent), 2))
            painter.drawRoundedRect(lit, RADIUS_PX, RADIUS_PX)

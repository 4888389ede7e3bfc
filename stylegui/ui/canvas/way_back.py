"""A chip on the canvas that leads from a preview back to the version before it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from stylegui.ui.canvas import look

ICON_PX = 2 * look.UNIT_PX
HEIGHT_PX = 4 * look.UNIT_PX


class WayBack(QWidget):
    """An arrow and a name, such as "Version 2". A click takes it; keys have an action of their own."""

    taken = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.hide()

    @property
    def name(self) -> str:
        """Where it leads; "" where there is no way back."""
        return self._name

    def lead_to(self, name: str, tip: str) -> None:
        """Lead to what has this name; "" leads nowhere."""
        self._name = name
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.resize(self.sizeHint())
        self.update()

    def place(self, area: QRectF, *, right: bool = False) -> None:
        """Sit in the lower left corner of the visible picture, or in its lower right one."""
        inset = round(1.5 * look.UNIT_PX)
        x = area.right() - inset - self.width() if right else area.left() + inset
        self.move(QPointF(x, area.bottom() - inset - self.height()).toPoint())

    def _name_font(self) -> QFont:
        return look.scaled_font(self.font(), 0.92, QFont.Weight.DemiBold)

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._name_font()).horizontalAdvance(self._name)
        return QSize(round(width) + ICON_PX + 3 * look.UNIT_PX, HEIGHT_PX)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.taken.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # it is no grab of the picture below

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look.draw_panel(painter, QRectF(self.rect()), look.UNIT_PX)
        colour = look.PANEL_ACCENT if self.underMouse() else look.PANEL_TEXT
        square = QRectF(look.UNIT_PX, (self.height() - ICON_PX) / 2, ICON_PX, ICON_PX)
        look.draw_icon(painter, "undo", square, colour)
        painter.setFont(self._name_font())
        painter.setPen(colour)
        place = QRectF(self.rect()).adjusted(square.right() + look.UNIT_PX / 2, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._name)

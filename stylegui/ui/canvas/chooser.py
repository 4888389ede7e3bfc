"""The chip on the canvas that names what the result is compared with, and lets another be chosen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from stylegui.ui import theme
from stylegui.ui.canvas import look
from stylegui.ui.canvas.modes import Label

RADIUS_PX = look.UNIT_PX * 0.75
CHEVRON_PX = look.CHIP_ICON_PX


class ReferenceChooser(QAbstractButton):
    """A label with a chevron, in the place of the mode's own label."""

    menu_requested = Signal(QPoint)
    """Open the menu of what can be compared with, its upper left at this point of the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = Label("")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(self.tr("Choose what to compare with"))
        self.clicked.connect(self._ask)
        self.hide()

    def follow(self, label: Label | None) -> None:
        """Take the place and the words of a label; None where there is none."""
        if label is None:
            self.hide()
            return
        place = label.rect(look.chip_font(self.font())).toRect()
        if label.text != self._label.text:
            self.setAccessibleName(self.tr("Compared with: {}").format(label.text))
            self.setText(label.text.replace("&", "&&"))
        if label != self._label:
            self._label = label
            self.update()
        if place != self.geometry():
            self.setGeometry(place)
        self.show()

    @Slot()
    def _ask(self) -> None:
        self.menu_requested.emit(self.mapToGlobal(QPoint(0, self.height() + look.UNIT_PX // 2)))

    def sizeHint(self) -> QSize:
        return self._label.size(look.chip_font(self.font())).size().toSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, label = QRectF(self.rect()), self._label
        look.draw_panel(painter, rect, RADIUS_PX)
        colour = look.PANEL_ACCENT if self.underMouse() else look.PANEL_TEXT if label.lit else look.PANEL_TEXT_DIM
        words = rect.adjusted(look.UNIT_PX, 0, -look.UNIT_PX, 0)
        top = round(rect.center().y() - look.CHIP_ICON_PX / 2)
        if label.icon:
            look.draw_icon(painter, label.icon, QRectF(words.left(), top, look.CHIP_ICON_PX, look.CHIP_ICON_PX), colour)
            words.setLeft(words.left() + look.CHIP_ICON_PX + look.CHIP_GAP_PX)
        painter.setPen(colour)
        painter.setFont(look.chip_font(self.font()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label.text)
        chevron = QPointF(words.right() - CHEVRON_PX + 2, top)
        look.draw_icon(painter, "chevron-down", QRectF(chevron.x(), chevron.y(), CHEVRON_PX, CHEVRON_PX), colour)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.DARK.accent), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)

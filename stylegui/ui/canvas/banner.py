"""The message that comes to the top of the canvas: one sentence, perhaps one action, and a way to close it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from stylegui.ui import icons, theme
from stylegui.ui.canvas import look

Kind = Literal["info", "error"]

MAX_WIDTH_PX = 720
ICON_PX = 20


class Banner(QWidget):
    """Stays until it is closed, acted upon or replaced: an error is not missed by looking away."""

    closed = Signal()
    action_triggered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind: Kind = "info"
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton(self)
        self._close = QToolButton(self)
        self._close.setIcon(icons.icon("close"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * look.UNIT_PX + ICON_PX, look.UNIT_PX, look.UNIT_PX, look.UNIT_PX)
        row.setSpacing(look.UNIT_PX)
        row.addWidget(self._label, 1)
        row.addWidget(self._action)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self._shut)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    @property
    def text(self) -> str:
        return self._label.text()

    @property
    def kind(self) -> Kind:
        return self._kind

    def show_message(self, text: str, kind: Kind, action: str | None) -> None:
        """Show one sentence, and a button where `action` names one. An empty text hides it, without a signal."""
        self._kind = kind
        self._label.setText(text)
        self._action.setText(action or "")
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def place(self, pane: QSize) -> None:
        """Sit at the top centre of the canvas, as wide as the sentence asks for."""
        row = self.layout()
        if row is None or self.isHidden():
            return
        row.activate()
        margins, words = row.contentsMargins(), self._label.fontMetrics().horizontalAdvance(self.text)
        wanted = margins.left() + words + look.UNIT_PX + margins.right()
        for button in (self._action, self._close):
            wanted += 0 if button.isHidden() else button.sizeHint().width() + look.UNIT_PX
        width = max(min(wanted, MAX_WIDTH_PX, pane.width() - 4 * look.UNIT_PX), row.minimumSize().width())
        height = max(row.heightForWidth(width), row.minimumSize().height())
        self.setGeometry((pane.width() - width) // 2, 2 * look.UNIT_PX, width, height)

    @Slot()
    def _act(self) -> None:
        self.hide()
        self.action_triggered.emit()

    @Slot()
    def _shut(self) -> None:
        self.hide()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        mark = colours.error if self._kind == "error" else colours.accent
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.mixed(colours.raised, mark, 0.55), 1))
        painter.setBrush(look.mixed(colours.raised, mark, 0.06))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.UNIT_PX, look.UNIT_PX)
        icon = QRectF(2 * look.UNIT_PX, (self.height() - ICON_PX) // 2, ICON_PX, ICON_PX)
        look.draw_icon(painter, self._kind, icon, mark)

"""The card that speaks: a title, two or three sentences, where the tour stands, and the way on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from stylegui.ui import theme
from stylegui.ui.dialogs.form import dim, title

WIDTH_PX = 340
GAP_PX = 16
RADIUS_PX = 10


class TourCard(QWidget):
    """Floats over the window, beside what it speaks of."""

    next_asked = Signal()
    back_asked = Signal()
    end_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setFixedWidth(WIDTH_PX)
        self._title = title("")
        self._title.setWordWrap(True)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._place = dim(wrap=False)
        self.end_button = QPushButton(self.tr("End the tour"))
        self.end_button.setProperty("link", True)
        self.back_button = QPushButton(self.tr("Back"))
        self.next_button = QPushButton()
        self.next_button.setProperty("primary", True)
        self.end_button.clicked.connect(self.end_asked)
        self.back_button.clicked.connect(self.back_asked)
        self.next_button.clicked.connect(self.next_asked)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.end_button)
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(self._place)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addSpacing(4)
        layout.addLayout(foot)

    def say(self, heading: str, text: str, number: int, count: int) -> None:
        """Show a stop of the tour: its number from 1, of so many."""
        self._title.setText(heading)
        self._text.setText(text)
        self._place.setText(self.tr("{} of {}").format(number, count))
        self.back_button.setVisible(number > 1)
        self.end_button.setVisible(number < count)
        self.next_button.setText(self.tr("Next") if number < count else self.tr("Start painting"))
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(WIDTH_PX))
        self.next_button.setFocus()

    def stand_beside(self, lit: QRect) -> None:
        """Stand where there is most room beside what is lit, and in the middle where nothing is."""
        window = self.parentWidget()
        if window is None:
            return
        room, size = window.rect(), self.size()
        self.move(_place(lit, room, size))
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.outline), 1))
        painter.setBrush(QColor(look.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)


def _place(lit: QRect, room: QRect, size: QSize) -> QPoint:
    if lit.isEmpty():
        return room.center() - QPoint(size.width() // 2, size.height() // 2)
    sides = {
        "right": room.right() - lit.right(),
        "left": lit.left() - room.left(),
        "below": room.bottom() - lit.bottom(),
        "above": lit.top() - room.top(),
    }
    fitting = [side for side in ("right", "left") if sides[side] >= size.width() + 2 * GAP_PX]
    fitting += [side for side in ("below", "above") if sides[side] >= size.height() + 2 * GAP_PX]
    if not fitting:  # it fills the window: the card stands inside it, low in its middle
        return QPoint(lit.center().x() - size.width() // 2, lit.bottom() - size.height() - 2 * GAP_PX)
    side = max(fitting, key=lambda each: sides[each])
    x, y = lit.center().x() - size.width() // 2, lit.center().y() - size.height() // 2
    if side in ("right", "left"):
        x = lit.right() + GAP_PX if side == "right" else lit.left() - GAP_PX - size.width()
    else:
        y = lit.bottom() + GAP_PX if side == "below" else lit.top() - GAP_PX - size.height()
    inside = room.adjusted(GAP_PX, GAP_PX, -GAP_PX, -GAP_PX)
    return QPoint(
        min(max(x, inside.left()), inside.right() - size.width()),
        min(max(y, inside.top()), inside.bottom() - size.height()),
    )

"""What the gallery shows instead of tiles, and over them while pictures are dragged in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from stylegui.ui import icons, theme

_ICON_PX = 36


class EmptyPage(QWidget):
    """Says in one sentence why there are no tiles, and offers the way out."""

    action_triggered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = ""
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._title.setProperty("role", "heading")
        self._hint = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._hint.setProperty("role", "dim")
        self._button = QPushButton()
        self._button.clicked.connect(self.action_triggered)
        for label in (self._title, self._hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(self._icon)
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        layout.addSpacing(6)
        layout.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    @property
    def title(self) -> str:
        """The sentence that is shown."""
        return self._title.text()

    def say(self, icon: str, title: str, hint: str, action: str = "") -> None:
        """Show an icon of the set, a title, a hint, and a button unless `action` is empty."""
        self._icon_name = icon
        self._draw_icon()
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._button.setText(action)
        self._button.setVisible(bool(action))

    def _draw_icon(self) -> None:
        if self._icon_name:
            colour = theme.current().text_dim
            self._icon.setPixmap(icons.pixmap(self._icon_name, _ICON_PX, colour, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._draw_icon()


class DropOverlay(QWidget):
    """Lights up over the gallery while pictures are dragged over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def light_up(self, text: str) -> None:
        """Cover the parent and say what a drop would do."""
        self._text = text
        self.setGeometry(self._covered.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        accent = QColor(look.accent)
        veil = QColor(look.window)
        veil.setAlphaF(0.86)
        tint = QColor(accent)
        tint.setAlphaF(0.12)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), veil)
        frame = QRectF(self.rect()).adjusted(9, 9, -9, -9)
        painter.setBrush(tint)
        painter.setPen(QPen(accent, 2, Qt.PenStyle.DashLine, Qt.PenCapStyle.RoundCap))
        painter.drawRoundedRect(frame, 12, 12)

        middle = frame.center()
        icon = icons.pixmap("add", _ICON_PX, look.accent, self.devicePixelRatioF())
        painter.drawPixmap(round(middle.x() - _ICON_PX / 2), round(middle.y() - _ICON_PX - 4), icon)
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(look.text))
        below = QRectF(frame.left() + 16, middle.y() + 8, frame.width() - 32, 80)
        wrap = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, wrap, self._text)
        painter.end()

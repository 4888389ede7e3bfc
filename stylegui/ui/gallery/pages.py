"""What the gallery shows instead of tiles, and over them while pictures are dragged in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
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


@dataclass(frozen=True)
class DropZone:
    """A part of the gallery that takes a drop: its key, an icon of the set, and what a drop there does."""

    key: str
    icon: str
    text: str
    hint: str = ""


class DropOverlay(QWidget):
    """Lights up over the gallery while pictures are dragged over it; its zones lie one above the other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self._zones: list[DropZone] = []
        self._pointed = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def light_up(self, zones: list[DropZone]) -> None:
        """Cover the parent and say what a drop would do."""
        self._zones = zones
        self._pointed = zones[0].key
        self.cover()
        self.raise_()
        self.show()
        self.update()

    def cover(self) -> None:
        """Be as large as the parent."""
        self.setGeometry(self._covered.rect())

    def point_at(self, position: QPoint) -> None:
        """Light the zone under the pointer."""
        pointed = self.zone_at(position)
        if pointed != self._pointed:
            self._pointed = pointed
            self.update()

    def zone_at(self, position: QPoint) -> str:
        """The key of the zone there, or "" if there are none."""
        if not self._zones:
            return ""
        place = position.y() * len(self._zones) // max(1, self.height())
        return self._zones[max(0, min(len(self._zones) - 1, place))].key

    def paintEvent(self, event: QPaintEvent) -> None:
        veil = QColor(theme.current().window)
        veil.setAlphaF(0.9)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), veil)
        height = self.height() / max(1, len(self._zones))
        for place, zone in enumerate(self._zones):
            area = QRectF(0, place * height, self.width(), height).adjusted(9, 9, -9, -9)
            self._paint_zone(painter, area, zone, zone.key == self._pointed)
        painter.end()

    def _paint_zone(self, painter: QPainter, area: QRectF, zone: DropZone, pointed: bool) -> None:
        look = theme.current()
        line = QColor(look.accent if pointed else look.outline)
        tint = QColor(look.accent)
        tint.setAlphaF(0.16 if pointed else 0.0)
        painter.setBrush(tint)
        painter.setPen(QPen(line, 2 if pointed else 1.5, Qt.PenStyle.DashLine, Qt.PenCapStyle.RoundCap))
        painter.drawRoundedRect(area, 12, 12)

        middle = area.center()
        icon = icons.pixmap(zone.icon, _ICON_PX, line.name(), self.devicePixelRatioF())
        painter.drawPixmap(round(middle.x() - _ICON_PX / 2), round(middle.y() - _ICON_PX - 4), icon)
        wrap = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(look.text))
        below = QRectF(area.left() + 16, middle.y() + 8, area.width() - 32, 60)
        taken = painter.boundingRect(below, wrap, zone.text)
        painter.drawText(below, wrap, zone.text)
        if zone.hint:
            painter.setFont(self.font())
            painter.setPen(QColor(look.text_dim))
            painter.drawText(below.translated(0, taken.height() + 4), wrap, zone.hint)

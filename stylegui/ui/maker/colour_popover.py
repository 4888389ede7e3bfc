"""A small colour chooser that opens beside a swatch and leaves the picture in sight."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QLinearGradient, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from stylegui.ui import theme

FIELD_PX = QSize(232, 150)
STRIP_PX = 16
KNOB_PX = 7.0
STEP = 0.02


class ColourPopover(QFrame):
    """Hue on a strip, saturation and brightness on a field, or typed as "#rrggbb". A click elsewhere keeps the colour,
    Esc takes it back.
    """

    colour_changed = Signal(QColor)
    cancelled = Signal()

    def __init__(self, colour: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Change a colour"))
        self._field = _Field()
        self._strip = _HueStrip()
        self._hex = QLineEdit()
        self._hex.setMaxLength(7)
        self._hex.setAccessibleName(self.tr("Colour as #rrggbb"))
        self._field.moved.connect(self._take_moved)
        self._strip.moved.connect(self._take_hue)
        self._hex.textEdited.connect(self._take_typed)
        self._hex.returnPressed.connect(self.close)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(QLabel(self.tr("Code")))
        row.addWidget(self._hex, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(10)
        layout.addWidget(self._field)
        layout.addWidget(self._strip)
        layout.addLayout(row)
        self.set_colour(colour)
        self._field.setFocus()

    @property
    def colour(self) -> QColor:
        return QColor.fromHsvF(self._strip.hue, *self._field.place)

    @property
    def field(self) -> QWidget:
        return self._field

    @property
    def code(self) -> QLineEdit:
        """Where a colour can be typed."""
        return self._hex

    def set_colour(self, colour: QColor) -> None:
        """Show a colour, without a signal. A grey keeps the hue that was there."""
        if colour.hsvHueF() >= 0:
            self._strip.set_hue(colour.hsvHueF())
        self._field.set_hue(self._strip.hue)
        self._field.set_place(colour.hsvSaturationF(), colour.valueF())
        self._hex.setText(colour.name())

    @Slot()
    def _take_moved(self) -> None:
        self._hex.setText(self.colour.name())
        self.colour_changed.emit(self.colour)

    @Slot()
    def _take_hue(self) -> None:
        self._field.set_hue(self._strip.hue)
        self._take_moved()

    @Slot(str)
    def _take_typed(self, text: str) -> None:
        colour = QColor(text if text.startswith("#") else f"#{text}")
        if len(text.removeprefix("#")) == 6 and colour.isValid():
            self.set_colour(colour)
            self.colour_changed.emit(colour)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)


class _Picker(QWidget):
    """A surface on which a knob is moved with the mouse or the arrow keys."""

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._x = self._y = 0.0

    def _go(self, x: float, y: float) -> None:
        self._x, self._y = min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)
        self.update()

    def _surface(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)

    def _paint_knob(self, painter: QPainter, colour: QColor) -> None:
        area = self._surface()
        at = QPointF(area.left() + self._x * area.width(), area.top() + self._y * area.height())
        at.setX(min(max(at.x(), KNOB_PX), self.width() - KNOB_PX))
        at.setY(min(max(at.y(), KNOB_PX), self.height() - KNOB_PX))
        painter.setBrush(colour)
        painter.setPen(QPen(QColor(0, 0, 0, 110), 1))
        painter.drawEllipse(at, KNOB_PX, KNOB_PX)
        ring = QColor(theme.current().accent) if self.hasFocus() else QColor("#ffffff")
        painter.setPen(QPen(ring, 2))
        painter.drawEllipse(at, KNOB_PX - 1.5, KNOB_PX - 1.5)

    def _take(self, event: QMouseEvent) -> None:
        area = self._surface()
        self._go(
            (event.position().x() - area.left()) / area.width(), (event.position().y() - area.top()) / area.height()
        )
        self.moved.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._take(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._take(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-STEP, 0.0),
            Qt.Key.Key_Right: (STEP, 0.0),
            Qt.Key.Key_Up: (0.0, -STEP),
            Qt.Key.Key_Down: (0.0, STEP),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._go(self._x + step[0], self._y + step[1])
        self.moved.emit()


class _Field(_Picker):
    """Saturation from left to right, brightness from the bottom up."""

    def __init__(self) -> None:
        super().__init__()
        self._hue = 0.0
        self.setFixedSize(FIELD_PX)
        self.setAccessibleName(self.tr("Saturation and brightness"))

    @property
    def place(self) -> tuple[float, float]:
        """Saturation and brightness, each in [0, 1]."""
        return self._x, 1 - self._y

    def set_place(self, saturation: float, brightness: float) -> None:
        self._go(saturation, 1 - brightness)

    def set_hue(self, hue: float) -> None:
        self._hue = hue
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._surface()
        shape = QPainterPath()
        shape.addRoundedRect(area, 6, 6)
        across = QLinearGradient(area.topLeft(), area.topRight())
        across.setColorAt(0, QColor("#ffffff"))
        across.setColorAt(1, QColor.fromHsvF(self._hue, 1, 1))
        painter.fillPath(shape, across)
        down = QLinearGradient(area.topLeft(), area.bottomLeft())
        down.setColorAt(0, QColor(0, 0, 0, 0))
        down.setColorAt(1, QColor(0, 0, 0, 255))
        painter.fillPath(shape, down)
        self._paint_knob(painter, QColor.fromHsvF(self._hue, *self.place))
        painter.end()


class _HueStrip(_Picker):
    """All hues in a row."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(FIELD_PX.width(), STRIP_PX)
        self.setAccessibleName(self.tr("Hue"))

    @property
    def hue(self) -> float:
        """In [0, 1): red at both ends."""
        return min(self._x, 0.9999)

    def set_hue(self, hue: float) -> None:
        self._go(hue, 0.5)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._surface()
        shape = QPainterPath()
        shape.addRoundedRect(area, STRIP_PX / 2, STRIP_PX / 2)
        rainbow = QLinearGradient(area.topLeft(), area.topRight())
        for place in range(7):
            rainbow.setColorAt(place / 6, QColor.fromHsvF(place / 6 % 1, 1, 1))
        painter.fillPath(shape, rainbow)
        self._y = 0.5
        self._paint_knob(painter, QColor.fromHsvF(self.hue, 1, 1))
        painter.end()

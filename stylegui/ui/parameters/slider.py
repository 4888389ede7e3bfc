"""A slider in the look of the program, and the scale that maps its positions to values."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QStyle, QWidget

from stylegui.ui import theme

HANDLE_PX = 14
GROOVE_PX = 4
OCTAVE_RATIO = 4  # from this ratio of highest to lowest on, equal ways mean equal ratios


def scale_values(lowest: float, highest: float, integer: bool) -> list[float]:
    """The values that a slider stops at, ascending, `lowest` and `highest` among them.

    A range that spans two doublings or more (a size, a scale in per cent) gets the same way for each doubling, in round
    steps; any other range gets about a hundred equal steps.
    """
    if lowest <= 0 or highest / lowest < OCTAVE_RATIO:
        step = max(1.0 if integer else 0.01, _round_step((highest - lowest) / 100))
        count = int((highest - lowest) / step + 1e-9)
        values = [lowest + index * step for index in range(count + 1)]
    else:
        per_octave = _steps_per_octave(lowest)
        values = []
        octave = lowest
        while octave < highest:
            values += [octave + octave * index / per_octave for index in range(per_octave)]
            octave *= 2
        values = [value for value in values if value < highest]
    if values[-1] < highest:
        values.append(highest)
    if integer:
        values = sorted({float(round(value)) for value in values})
    return values


def _round_step(step: float) -> float:
    """The nearest of 0.01, 0.02, 0.05, 0.1, … 50 that is not below `step`."""
    for decade in (0.01, 0.1, 1, 10):
        for digit in (1, 2, 5):
            if digit * decade >= step * (1 - 1e-9):
                return digit * decade
    return step


def _steps_per_octave(lowest: float) -> int:
    """So many steps that they are round numbers: 25 from 50 on (steps of 2, then 4), 32 from 64 on (2, 4, …)."""
    divisors = [count for count in range(8, 33) if lowest % count == 0]
    return max(divisors, default=16)


class Slider(QSlider):
    """A horizontal slider over a scale of values: jumps to where it is clicked, marks the default, obeys the wheel only
    while it has the focus.
    """

    def __init__(self, values: Sequence[float], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._values = list(values)
        self._default: float | None = None
        self.setRange(0, len(self._values) - 1)
        self.setSingleStep(1)
        self.setPageStep(max(1, len(self._values) // 10))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def scale_value(self) -> float:
        """The value on the scale that the slider stands at."""
        return self._values[self.sliderPosition()]

    def set_scale_value(self, value: float) -> None:
        """Move to the stop that is nearest to `value`."""
        self.setValue(self._nearest(value))

    def set_default(self, value: float | None) -> None:
        """Mark a value on the groove."""
        self._default = value
        self.update()

    def _nearest(self, value: float) -> int:
        right = min(bisect_left(self._values, value), len(self._values) - 1)
        left = max(right - 1, 0)
        return left if abs(self._values[left] - value) <= abs(self._values[right] - value) else right

    def _x_of(self, position: int) -> float:
        way = self.width() - HANDLE_PX - 4
        offset = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), position, way, self._mirrored())
        return offset + HANDLE_PX / 2 + 2

    def _position_at(self, x: float) -> int:
        way = self.width() - HANDLE_PX - 4
        offset = round(x - HANDLE_PX / 2 - 2)
        return QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), offset, way, self._mirrored())

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def sizeHint(self) -> QSize:
        return QSize(120, HANDLE_PX + 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, HANDLE_PX + 10)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setSliderDown(True)
        self.setSliderPosition(self._position_at(event.position().x()))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderPosition(self._position_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.height() / 2
        handle_x = self._x_of(self.sliderPosition())
        groove = QRectF(2, middle - GROOVE_PX / 2, self.width() - 4, GROOVE_PX)
        start_x = groove.right() if self._mirrored() else groove.left()
        painter.setBrush(QColor(look.groove if self.isEnabled() else look.line))
        painter.drawRoundedRect(groove, GROOVE_PX / 2, GROOVE_PX / 2)
        if self.isEnabled():
            painter.setBrush(QColor(look.accent))
            filled = QRectF(QPointF(start_x, groove.top()), QPointF(handle_x, groove.bottom())).normalized()
            painter.drawRoundedRect(filled, GROOVE_PX / 2, GROOVE_PX / 2)
        if self._default is not None:
            painter.setBrush(QColor(look.outline if self.isEnabled() else look.line))
            default_x = self._x_of(self._nearest(self._default))
            painter.drawRect(QRectF(default_x - 0.75, groove.bottom() + 3, 1.5, 4))
        self._paint_handle(painter, QPointF(handle_x, middle), look)
        painter.end()

    def _paint_handle(self, painter: QPainter, centre: QPointF, look: theme.Theme) -> None:
        radius = HANDLE_PX / 2
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.setBrush(QColor(look.window))
            painter.drawEllipse(centre, radius + 1, radius + 1)
            radius -= 2
        painter.setPen(QPen(QColor(look.window), 1.5) if look.name != "light" else QPen(QColor(look.outline), 1))
        if not self.isEnabled():
            fill = look.text_off
        elif self.isSliderDown() or self.hasFocus():
            fill = look.accent
        elif self.underMouse():
            fill = look.accent_hover
        else:
            fill = look.knob
        painter.setBrush(QColor(fill))
        painter.drawEllipse(centre, radius - 0.5, radius - 0.5)

"""What an empty canvas says: where to drop a photo, and two ways to begin without dragging."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from stylegui.ui import theme
from stylegui.ui.canvas import look
from stylegui.ui.canvas.samples import Samples

ART_PX = (168, 120)
MARGIN_PX = 5 * look.UNIT_PX
HILLS_PHOTO = (
    ("#9db4b8", (0.62, 0.42, 0.60, 0.50)),
    ("#6f8f84", (0.70, 0.66, 0.58, 0.72)),
    ("#48695a", (0.86, 0.80, 0.88, 0.78)),
)
HILLS_PAINTING = (
    ("#2f6f7e", (0.62, 0.42, 0.60, 0.50)),
    ("#d9772f", (0.70, 0.66, 0.58, 0.72)),
    ("#7a2745", (0.86, 0.80, 0.88, 0.78)),
)


class Welcome(QWidget):
    """Fills the canvas as long as there is nothing to show."""

    open_requested = Signal()
    sample_requested = Signal()
    sample_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Drop a photo here"), self)
        title.setFont(look.scaled_font(self.font(), 1.7, QFont.Weight.DemiBold))
        hint = QLabel(self.tr("Then choose a style and watch it being painted."), self)
        hint.setProperty("role", "dim")
        hint.setWordWrap(True)
        title.setWordWrap(True)
        for label in (title, hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        open_button = QPushButton(self.tr("Open photo…"), self)
        open_button.setProperty("primary", True)
        open_button.clicked.connect(self.open_requested)
        sample_button = QPushButton(self.tr("Try a sample"), self)
        sample_button.setProperty("flat", True)
        sample_button.clicked.connect(self.sample_requested)
        buttons = QWidget(self)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight, buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setSpacing(look.UNIT_PX)
        self._buttons.addWidget(open_button)
        self._buttons.addWidget(sample_button)
        self._in_a_row_px = self._buttons.sizeHint().width() + 2 * MARGIN_PX
        column = QVBoxLayout(self)
        column.setContentsMargins(*(MARGIN_PX,) * 4)
        column.setSpacing(look.UNIT_PX)
        column.addStretch(5)
        column.addWidget(_Art(self), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(2 * look.UNIT_PX)
        column.addWidget(title)
        column.addWidget(hint)
        column.addSpacing(2 * look.UNIT_PX)
        column.addWidget(buttons, 0, Qt.AlignmentFlag.AlignHCenter)
        self._bare_px = column.minimumSize().height() + 3 * look.UNIT_PX
        self._samples = Samples(self)
        self._samples.chosen.connect(self.sample_chosen)
        column.addSpacing(2 * look.UNIT_PX)
        column.addWidget(self._samples, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self.width() >= self._in_a_row_px
        self._samples.fit(self.width() - 2 * MARGIN_PX, self.height() - self._bare_px)
        self._buttons.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look.faded(theme.current().text, 0.2), 1.5)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        inset = 3 * look.UNIT_PX
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, 2 * look.UNIT_PX, 2 * look.UNIT_PX)


class _Art(QWidget):
    """A small framed landscape that turns from photo to painting across its width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(*ART_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(frame, 1.25 * look.UNIT_PX, 1.25 * look.UNIT_PX)
        painter.setClipPath(outline)
        seam = frame.left() + frame.width() * 0.5
        self._draw_photo(painter, frame)
        painter.save()
        painter.setClipRect(QRectF(seam, frame.top(), frame.width(), frame.height()), Qt.ClipOperation.IntersectClip)
        self._draw_painting(painter, frame)
        painter.restore()
        painter.setPen(QPen(QColor(255, 255, 255), 2))
        painter.drawLine(QPointF(seam, frame.top()), QPointF(seam, frame.bottom()))
        painter.setClipping(False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(255, 255, 255))
        painter.drawEllipse(QPointF(seam, frame.center().y()), 7, 7)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.faded(theme.current().text, 0.35), 1))
        painter.drawPath(outline)

    def _draw_photo(self, painter: QPainter, frame: QRectF) -> None:
        sky = QLinearGradient(frame.topLeft(), frame.bottomLeft())
        sky.setColorAt(0, QColor(143, 178, 209))
        sky.setColorAt(1, QColor(224, 231, 234))
        painter.fillRect(frame, sky)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(250, 244, 226))
        painter.drawEllipse(QPointF(frame.left() + 42, frame.top() + 34), 11, 11)
        for color, heights in HILLS_PHOTO:
            painter.setBrush(QColor(color))
            painter.drawPath(_hill(frame, heights))

    def _draw_painting(self, painter: QPainter, frame: QRectF) -> None:
        painter.fillRect(frame, QColor("#233a72"))
        for index, color in enumerate(("#f3c64e", "#e9943a", "#5f86c4", "#3c5ea6", "#7fa3d6")):
            radius = 9 + index * 9.5
            painter.setPen(QPen(QColor(color), 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.setBrush(QColor("#fbe29a") if index == 0 else Qt.BrushStyle.NoBrush)
            center = QPointF(frame.right() - 34, frame.top() + 32)
            painter.drawEllipse(center, radius, radius * 0.92)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(Qt.PenStyle.NoPen)
        for color, heights in HILLS_PAINTING:
            painter.setBrush(QColor(color))
            painter.drawPath(_hill(frame, heights))


def _hill(frame: QRectF, heights: tuple[float, float, float, float]) -> QPainterPath:
    """A soft ridge through four heights (0 top, 1 bottom of the frame), filled down to the ground."""
    y = [frame.top() + frame.height() * height for height in heights]
    third = frame.width() / 3
    ridge = QPainterPath(QPointF(frame.left(), y[0]))
    for index in range(3):
        x = frame.left() + index * third
        ridge.cubicTo(x + third / 2, y[index], x + third / 2, y[index + 1], x + third, y[index + 1])
    ridge.lineTo(frame.bottomRight())
    ridge.lineTo(frame.bottomLeft())
    ridge.closeSubpath()
    return ridge

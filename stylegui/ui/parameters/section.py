"""A group of controls under a heading that folds it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from stylegui.ui import theme

CHEVRON_PX = 4.0


class Section(QWidget):
    """A heading and what belongs to it; a click on the heading folds and unfolds."""

    toggled = Signal(bool)

    def __init__(self, title: str, expanded: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = _Heading(title)
        self._heading.setChecked(expanded)
        self._heading.toggled.connect(self._fold)
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(0, 2, 0, 8)
        self._rows.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._heading)
        layout.addWidget(self._body)
        self._show(expanded)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end of the group."""
        self._rows.addWidget(widget)

    @property
    def expanded(self) -> bool:
        return self._heading.isChecked()

    def set_expanded(self, expanded: bool) -> None:
        self._heading.setChecked(expanded)

    def _show(self, expanded: bool) -> None:
        self._body.setVisible(expanded)
        self._heading.setAccessibleDescription(self.tr("unfolded") if expanded else self.tr("folded"))

    @Slot(bool)
    def _fold(self, expanded: bool) -> None:
        self._show(expanded)
        self.toggled.emit(expanded)


class _Heading(QAbstractButton):
    """The title on the left, where the labels begin, and an arrow on the right."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setText(title)
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _heading_font(self) -> QFont:
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._heading_font())
        return QSize(metrics.horizontalAdvance(self.text()) + 28, metrics.height() + 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.accent), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        text_indent = 4 if self.hasFocus() else 0
        painter.setFont(self._heading_font())
        painter.setPen(QColor(look.text))
        area = self.rect().adjusted(text_indent, 0, -24, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text())
        painter.setPen(
            QPen(
                QColor(look.text if self.underMouse() else look.text_dim),
                1.75,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        middle = QPointF(12 if mirrored else self.width() - 12, self.height() / 2)
        painter.drawPolyline(_chevron(middle, down=self.isChecked(), mirrored=mirrored))
        painter.end()


def _chevron(middle: QPointF, *, down: bool, mirrored: bool) -> list[QPointF]:
    if down:
        corners = [(-1.0, -0.5), (0.0, 0.5), (1.0, -0.5)]
    else:
        side = -0.5 if mirrored else 0.5
        corners = [(-side, -1.0), (side, 0.0), (-side, 1.0)]
    return [middle + QPointF(x * CHEVRON_PX, y * CHEVRON_PX) for x, y in corners]

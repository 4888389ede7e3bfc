"""The progress pill that floats over the picture while a job runs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from stylegui.ui.canvas import look

SEPARATOR = "  ·  "
BAR_PX = 4
SHRINK_PX = 64


class Hud(QWidget):
    """First line bright, the others dimmer behind it while there is room, a bar below. The mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lines: tuple[str, ...] = ()
        self._progress: float | None = None
        self.hide()

    @property
    def lines(self) -> tuple[str, ...]:
        return self._lines

    @property
    def progress(self) -> float | None:
        return self._progress

    def set_content(self, lines: Sequence[str], progress: float | None) -> None:
        """Show these lines; `progress` in 0..1 draws a bar. No lines and no progress hide the pill."""
        self._lines = tuple(line for line in lines if line)
        self._progress = None if progress is None else min(max(progress, 0.0), 1.0)
        self.setAccessibleName(", ".join(self._lines))
        shown = bool(self._lines) or self._progress is not None
        if not shown:
            self.resize(0, 0)
        self.setVisible(shown)
        self.update()

    def place(self, pane: QSize, bottom_px: int) -> None:
        """Sit at the bottom centre of the canvas. The width follows the text lazily: running digits do not shake it."""
        hint = self.sizeHint()
        width = self.width() if hint.width() <= self.width() < hint.width() + SHRINK_PX else hint.width()
        width = min(width, pane.width() - 2 * look.UNIT_PX)
        self.setGeometry(
            (pane.width() - width) // 2, pane.height() - hint.height() - bottom_px, max(width, 0), hint.height()
        )

    def sizeHint(self) -> QSize:
        first, rest = self._fonts()
        width = 4 * look.UNIT_PX + 8 * look.UNIT_PX * (not self._lines)
        if self._lines:
            width += round(QFontMetricsF(first).horizontalAdvance(self._lines[0]))
            width += round(QFontMetricsF(rest).horizontalAdvance("".join(SEPARATOR + s for s in self._lines[1:]))) + 1
        height = round(QFontMetricsF(first).height()) + 2 * look.UNIT_PX if self._lines else 2 * look.UNIT_PX
        bar = BAR_PX + look.UNIT_PX if self._progress is not None and self._lines else 0
        return QSize(width, height + bar)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look.draw_panel(painter, QRectF(self.rect()), 1.25 * look.UNIT_PX)
        inner = QRectF(self.rect()).adjusted(2 * look.UNIT_PX, look.UNIT_PX, -2 * look.UNIT_PX, -look.UNIT_PX)
        if self._progress is not None:
            self._draw_bar(painter, QRectF(inner.left(), inner.bottom() - BAR_PX, inner.width(), BAR_PX))
            inner.setBottom(inner.bottom() - BAR_PX - look.UNIT_PX)
        if self._lines:
            self._draw_lines(painter, inner)

    def _draw_lines(self, painter: QPainter, place: QRectF) -> None:
        first, rest = self._fonts()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(first)
        painter.setPen(look.PANEL_TEXT)
        head = QFontMetricsF(first).elidedText(self._lines[0], Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, middle, head)
        tail = place.adjusted(QFontMetricsF(first).horizontalAdvance(head), 0, 0, 0)
        painter.setFont(rest)
        painter.setPen(look.PANEL_TEXT_DIM)
        for line in self._lines[1:]:
            words = SEPARATOR + line
            width = painter.fontMetrics().horizontalAdvance(words)
            if width > tail.width() + 1:
                break
            painter.drawText(tail, middle, words)
            tail.setLeft(tail.left() + width)

    def _draw_bar(self, painter: QPainter, track: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.PANEL_TRACK)
        painter.drawRoundedRect(track, BAR_PX / 2, BAR_PX / 2)
        if self._progress:
            painter.setBrush(look.PANEL_ACCENT)
            width = max(track.width() * self._progress, BAR_PX)
            painter.drawRoundedRect(QRectF(track.left(), track.top(), width, BAR_PX), BAR_PX / 2, BAR_PX / 2)

    def _fonts(self) -> tuple[QFont, QFont]:
        return look.scaled_font(self.font(), 1.0, QFont.Weight.DemiBold), look.scaled_font(self.font(), 1.0)

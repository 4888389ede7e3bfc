"""A style at a corner of the mixer pad: its picture, and its share of the mix."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from stylegui.ui import theme
from stylegui.ui.parameters.thumbnail import RADIUS_RATIO, placeholder, rounded
from stylegui.ui.parameters.words import percent_text

PICTURE_PX = 44
TEXT_GAP_PX = 3


class MixerCorner(QAbstractButton):
    """A click asks for nothing but this style. `foot` stands on its picture, with the share above it."""

    def __init__(self, foot: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._foot = foot
        self._source: QPixmap | None = None
        self._picture: QPixmap | None = None
        self._share = 0.0
        # The keyboard does the same through the pad's menu: four more stops would only be in the way.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_title(self, title: str) -> None:
        self.setAccessibleName(self.tr("Nothing but “{}”").format(title))
        self.setToolTip(self.tr("“{}”. Click for nothing but this style.").format(title))

    def set_thumbnail(self, thumbnail: QPixmap) -> None:
        self._source, self._picture = thumbnail, None
        self.update()

    def set_share(self, share: float) -> None:
        text = percent_text(share)
        if text != percent_text(self._share) or not self.accessibleDescription():
            self.setAccessibleDescription(text)
        self._share = share
        self.update()

    def picture_rect(self) -> QRectF:
        """Where the picture is."""
        top = self.height() - PICTURE_PX if self._foot else 0
        return QRectF((self.width() - PICTURE_PX) / 2, top, PICTURE_PX, PICTURE_PX)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = max(PICTURE_PX, metrics.horizontalAdvance(percent_text(1)) + 2)
        return QSize(width, PICTURE_PX + TEXT_GAP_PX + metrics.height())

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        scale = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != scale:
            self._picture = rounded(self._source, PICTURE_PX, scale) if self._source else placeholder(24, scale)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.picture_rect()
        size = self._picture.deviceIndependentSize()
        painter.drawPixmap(frame.center() - QPointF(size.width() / 2, size.height() / 2), self._picture)
        if self.isDown() or self.underMouse():
            painter.setPen(QPen(QColor(look.accent_hover if self.isDown() else look.accent), 2))
            radius = PICTURE_PX * RADIUS_RATIO
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
        text = QRectF(0, 0, self.width(), self.height() - PICTURE_PX - TEXT_GAP_PX)
        if not self._foot:
            text.moveTop(PICTURE_PX + TEXT_GAP_PX)
        painter.setPen(QColor(look.text))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # figures read so everywhere
        painter.drawText(text, Qt.AlignmentFlag.AlignCenter, percent_text(self._share))
        painter.end()

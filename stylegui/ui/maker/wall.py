"""The wall: where the large preview hangs."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from stylegui.ui import theme

MARGIN_PX = 30
SHADOW_PX = 14
SHADOW_DOWN_PX = 5


class Wall(QWidget):
    """Shows one picture as large as fits, with a soft shadow; before there is one, an empty sheet of its shape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._shape = QSize(4, 3)
        self._faded = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 240)
        self.setAccessibleName(self.tr("Preview"))

    @property
    def image(self) -> QImage | None:
        """What hangs there."""
        return self._image

    @Slot(QImage)
    def show_picture(self, image: QImage) -> None:
        """Hang a picture."""
        self._image, self._shape, self._faded = image, image.size(), False
        self.update()

    def await_picture(self, shape: QSize, instead: QImage | None = None) -> None:
        """Until there is one of this shape, show what hangs there faded if it fits, or else `instead` if that does."""
        candidates = [image for image in (self._image, instead) if image is not None and _alike(image.size(), shape)]
        self._image = candidates[0] if candidates else None
        self._shape, self._faded = shape, True
        self.update()

    def picture_rect(self) -> QRect:
        """Where the picture is."""
        room = self.rect().adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        rect = QRect(0, 0, 1, 1)
        rect.setSize(self._shape.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
        rect.moveCenter(room.center())
        return rect

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(look.canvas))
        rect = QRectF(self.picture_rect())
        _paint_shadow(painter, rect)
        if self._image is None:
            painter.fillRect(rect, QColor(look.window))
            painter.setPen(QPen(QColor(look.line), 1))
            painter.drawRect(rect)
        else:
            painter.setOpacity(0.5 if self._faded else 1.0)
            painter.drawImage(rect, self._image)
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(620, 520)


def _alike(first: QSize, second: QSize) -> bool:
    return (
        abs(first.width() * second.height() - second.width() * first.height()) < 0.03 * first.width() * second.height()
    )


def _paint_shadow(painter: QPainter, rect: QRectF) -> None:
    alpha = 5 if theme.current().name != "light" else 3
    painter.setPen(Qt.PenStyle.NoPen)
    for spread in range(SHADOW_PX, 0, -1):
        painter.setBrush(QColor(0, 0, 0, alpha))
        painter.drawRoundedRect(rect.adjusted(-spread, SHADOW_DOWN_PX - spread, spread, SHADOW_DOWN_PX + spread), 6, 6)

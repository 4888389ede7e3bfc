"""Ever smaller copies of one image, made when first needed, so that looking at 40 megapixels from afar costs little."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

BAND_ROWS = 1024


class Mips:
    """Level 0 is the image itself, every next level half as wide and high, box filtered."""

    def __init__(self, image: QImage) -> None:
        self._levels = [image]

    @property
    def image(self) -> QImage:
        return self._levels[0]

    def level_for(self, scale: float) -> QImage:
        """The smallest level that still has a pixel for each pixel shown. `scale`: shown pixels per image pixel."""
        index = 0
        while scale <= 0.5:
            if index + 1 == len(self._levels):
                if min(self._levels[index].width(), self._levels[index].height()) < 2:
                    break
                self._levels.append(_halved(self._levels[index]))
            index += 1
            scale *= 2
        return self._levels[index]


def _halved(image: QImage) -> QImage:
    """Half the size in RGB32 (ARGB32 with alpha), the formats that Qt draws fastest.

    It goes in bands: converting a large photo in one piece would take another 4 bytes a pixel for a moment.
    """
    fast = QImage.Format.Format_ARGB32_Premultiplied if image.hasAlphaChannel() else QImage.Format.Format_RGB32
    half = QImage((image.width() + 1) // 2, (image.height() + 1) // 2, fast)
    painter = QPainter(half)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for top in range(0, image.height(), BAND_ROWS):
        rows = min(BAND_ROWS, image.height() - top)
        band = image.copy(QRect(0, top, image.width(), rows)).convertToFormat(fast)
        small = band.scaled(
            half.width(),
            (rows + 1) // 2,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(0, top // 2, small)
    painter.end()
    return half

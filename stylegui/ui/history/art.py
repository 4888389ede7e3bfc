"""Pictures and icons as the strip shows them: scaled and rounded once, then only copied to the screen."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

from stylegui.ui import icons, theme
from stylegui.ui.gallery.held import bytes_of

MEMORY_BYTES = 16 * 2**20
PICTURES_HELD = 32
"""At least so many stay, however large: they may all be in sight."""
EDGE_OPACITY = 0.14
REJECTED_OPACITY = 0.35


class FilmArt:
    """Keeps the pictures of the tiles that were painted last, within bounds, and the few icons that are on them."""

    def __init__(self, radius_px: float) -> None:
        self._radius_px = radius_px
        self._held: OrderedDict[tuple[int, int, int, float, str], QPixmap] = OrderedDict()
        self._held_bytes = 0
        self._icons: dict[tuple[str, int, str, float], QPixmap] = {}

    def icon(self, name: str, size_px: int, colour: str, scale: float) -> QPixmap:
        """An icon of the set, as `icons.pixmap` draws it, drawn once."""
        key = (name, size_px, colour, scale)
        if key not in self._icons:
            self._icons[key] = icons.pixmap(name, size_px, colour, scale)
        return self._icons[key]

    def rounded(self, pixmap: QPixmap, size: QSize, scale: float, *, rejected: bool = False) -> QPixmap:
        """A pixmap stretched to `size` in logical pixels, with round corners and a fine edge; `scale` is the screen's.

        One that is `rejected` is grey and pale.
        """
        key = (pixmap.cacheKey(), size.width(), size.height(), scale, f"{theme.current().name} {rejected}")
        if (known := self._held.get(key)) is not None:
            self._held.move_to_end(key)
            return known
        made = _rounded(_paled(pixmap) if rejected else pixmap, size, scale, self._radius_px)
        self._held[key] = made
        self._held_bytes += bytes_of(made)
        while self._held_bytes > MEMORY_BYTES and len(self._held) > PICTURES_HELD:
            _, oldest = self._held.popitem(last=False)
            self._held_bytes -= bytes_of(oldest)
        return made


def _rounded(pixmap: QPixmap, size: QSize, scale: float, radius_px: float) -> QPixmap:
    device = QSize(max(1, round(size.width() * scale)), max(1, round(size.height() * scale)))
    smooth = Qt.TransformationMode.SmoothTransformation
    fitted = pixmap.scaled(device, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    fitted.setDevicePixelRatio(1.0)
    result = QPixmap(device)
    result.fill(Qt.GlobalColor.transparent)
    whole = QRectF(0, 0, device.width(), device.height())
    # Filling a path is smooth at the corners, clipping is not.
    shape = QPainterPath()
    shape.addRoundedRect(whole, radius_px * scale, radius_px * scale)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape, QBrush(fitted))
    # A hair line keeps pale pictures apart from a pale window.
    line = QColor(theme.current().text)
    line.setAlphaF(EDGE_OPACITY)
    inset = scale / 2
    painter.setPen(QPen(line, scale))
    painter.drawRoundedRect(whole.adjusted(inset, inset, -inset, -inset), radius_px * scale, radius_px * scale)
    painter.end()
    result.setDevicePixelRatio(scale)
    return result


def _paled(pixmap: QPixmap) -> QPixmap:
    grey = pixmap.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    result = QPixmap(grey.size())
    result.fill(QColor(theme.current().window))
    painter = QPainter(result)
    painter.setOpacity(REJECTED_OPACITY)
    painter.drawImage(0, 0, grey)
    painter.end()
    return result

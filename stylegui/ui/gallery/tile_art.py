"""Pictures as tiles show them: scaled and rounded once, then only copied to the screen."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap, QTransform

from stylegui.ui import icons, theme

MEMORY_BYTES = 24 * 2**20
TILES_HELD = 64
"""At least so many stay, however large: they may all be in sight."""

_MISSING_OPACITY = 0.4


class TileArt:
    """Keeps the pictures of the tiles that were painted last, within bounds, and the few icons that are on them."""

    def __init__(self, radius_px: float) -> None:
        self._radius_px = radius_px
        self._held: OrderedDict[tuple[int, int, float, str, bool], QPixmap] = OrderedDict()
        self._held_bytes = 0
        self._icons: dict[tuple[str, int, str, float], QPixmap] = {}

    def icon(self, name: str, size_px: int, colour: str, scale: float) -> QPixmap:
        """An icon of the set, as `icons.pixmap` draws it, drawn once."""
        key = (name, size_px, colour, scale)
        if key not in self._icons:
            self._icons[key] = icons.pixmap(name, size_px, colour, scale)
        return self._icons[key]

    def rounded(self, pixmap: QPixmap, side_px: int, scale: float, *, dimmed: bool = False) -> QPixmap:
        """The middle of a pixmap as a square of `side_px` logical pixels with round corners and a fine edge.

        `scale` is the screen's. A `dimmed` one is grey and pale.
        """
        key = (pixmap.cacheKey(), side_px, scale, theme.current().name, dimmed)
        if (known := self._held.get(key)) is not None:
            self._held.move_to_end(key)
            return known
        made = _rounded(_greyed(pixmap) if dimmed else pixmap, side_px, scale, self._radius_px)
        self._held[key] = made
        self._held_bytes += _bytes_of(made)
        while self._held_bytes > MEMORY_BYTES and len(self._held) > TILES_HELD:
            _, oldest = self._held.popitem(last=False)
            self._held_bytes -= _bytes_of(oldest)
        return made


def placeholder(palette: tuple[str, ...], rect: QRectF) -> QBrush:
    """What stands there until the picture comes: the style's own colours, softened."""
    base = QColor(theme.current().line)
    gradient = QLinearGradient(rect.topLeft(), rect.bottomRight())
    colours = [QColor(colour) for colour in palette] or [base]
    for place, colour in enumerate(colours):
        gradient.setColorAt(place / max(1, len(colours) - 1), _mixed(colour, base))
    return QBrush(gradient)


def _rounded(pixmap: QPixmap, side_px: int, scale: float, radius_px: float) -> QPixmap:
    device_px = max(1, round(side_px * scale))
    fitted = pixmap.scaled(
        device_px,
        device_px,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    fitted.setDevicePixelRatio(1.0)
    result = QPixmap(device_px, device_px)
    result.fill(Qt.GlobalColor.transparent)
    # Filling a path is smooth at the corners, clipping is not.
    brush = QBrush(fitted)
    brush.setTransform(QTransform.fromTranslate((device_px - fitted.width()) // 2, (device_px - fitted.height()) // 2))
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(0, 0, device_px, device_px), radius_px * scale, radius_px * scale)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape, brush)
    # A hair line keeps pale pictures apart from a pale window.
    line = QColor(theme.current().text)
    line.setAlphaF(0.12)
    inset = scale / 2
    painter.setPen(QPen(line, scale))
    painter.drawRoundedRect(
        QRectF(0, 0, device_px, device_px).adjusted(inset, inset, -inset, -inset), radius_px * scale, radius_px * scale
    )
    painter.end()
    result.setDevicePixelRatio(scale)
    return result


def _greyed(pixmap: QPixmap) -> QPixmap:
    grey = pixmap.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    result = QPixmap(grey.size())
    result.fill(QColor(theme.current().window))
    painter = QPainter(result)
    painter.setOpacity(_MISSING_OPACITY)
    painter.drawImage(0, 0, grey)
    painter.end()
    return result


def _mixed(first: QColor, second: QColor) -> QColor:
    return QColor(
        (first.red() + second.red()) // 2, (first.green() + second.green()) // 2, (first.blue() + second.blue()) // 2
    )


def _bytes_of(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * pixmap.depth() // 8

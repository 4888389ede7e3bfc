"""Pictures as tiles show them: scaled and rounded once, then only copied to the screen."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap, QTransform

from stylegui.ui import icons, theme
from stylegui.ui.gallery.held import bytes_of

MEMORY_BYTES = 24 * 2**20
TILES_HELD = 64
"""At least so many stay, however large: they may all be in sight."""

SWATCH_RADIUS_PX, SWATCH_EDGE_PX, SWATCH_SHADOW_PX = 5.0, 1.5, 3

_MISSING_OPACITY = 0.4


class TileArt:
    """Keeps the pictures of the tiles that were painted last, within bounds, and the few icons that are on them."""

    def __init__(self, radius_px: float) -> None:
        self._radius_px = radius_px
        self._held: OrderedDict[tuple[int, int, float, str], QPixmap] = OrderedDict()
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
        key = (pixmap.cacheKey(), side_px, scale, f"{theme.current().name} {dimmed}")
        if (known := self._recall(key)) is not None:
            return known
        return self._hold(key, _rounded(_greyed(pixmap) if dimmed else pixmap, side_px, scale, self._radius_px))

    def framed(self, pixmap: QPixmap, side_px: int, scale: float) -> QPixmap:
        """The middle of a pixmap as a small framed square of `side_px`, and around it `SWATCH_SHADOW_PX` of shadow."""
        key = (pixmap.cacheKey(), side_px, scale, "framed")
        return self._recall(key) or self._hold(key, _framed(pixmap, side_px, scale))

    def _recall(self, key: tuple[int, int, float, str]) -> QPixmap | None:
        known = self._held.get(key)
        if known is not None:
            self._held.move_to_end(key)
        return known

    def _hold(self, key: tuple[int, int, float, str], made: QPixmap) -> QPixmap:
        self._held[key] = made
        self._held_bytes += bytes_of(made)
        while self._held_bytes > MEMORY_BYTES and len(self._held) > TILES_HELD:
            _, oldest = self._held.popitem(last=False)
            self._held_bytes -= bytes_of(oldest)
        return made


def _filling(pixmap: QPixmap, square: QRectF) -> QBrush:
    """The middle of a pixmap, scaled to fill a square of whole pixels."""
    side_px = round(square.width())
    fitted = pixmap.scaled(
        side_px, side_px, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    fitted.setDevicePixelRatio(1.0)
    brush = QBrush(fitted)
    left, top = square.left() - (fitted.width() - side_px) // 2, square.top() - (fitted.height() - side_px) // 2
    brush.setTransform(QTransform.fromTranslate(left, top))
    return brush


def _framed(pixmap: QPixmap, side_px: int, scale: float) -> QPixmap:
    """A small picture with a white edge, and the shadow that lifts it off the one below."""
    margin = SWATCH_SHADOW_PX * scale
    whole = QRectF(0, 0, round(side_px * scale), round(side_px * scale)).adjusted(0, 0, 2 * margin, 2 * margin)
    frame = whole.adjusted(margin, margin, -margin, -margin)
    result = QPixmap(whole.size().toSize())
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = SWATCH_RADIUS_PX * scale
    for spread in range(SWATCH_SHADOW_PX, 0, -1):
        grown = spread * scale
        painter.setBrush(QColor(0, 0, 0, 16))
        painter.drawRoundedRect(frame.adjusted(-grown, -grown, grown, grown), radius + grown, radius + grown)
    painter.setBrush(QColor(255, 255, 255))
    painter.drawRoundedRect(frame, radius, radius)
    edge = SWATCH_EDGE_PX * scale
    inner = frame.adjusted(edge, edge, -edge, -edge)
    painter.setBrush(_filling(pixmap, inner))
    painter.drawRoundedRect(inner, radius - edge, radius - edge)
    painter.end()
    result.setDevicePixelRatio(scale)
    return result


def placeholder(palette: tuple[str, ...], rect: QRectF) -> QBrush:
    """What stands there until the picture comes: the style's own colours, softened."""
    base = QColor(theme.current().line)
    gradient = QLinearGradient(rect.topLeft(), rect.bottomRight())
    colours = [QColor(colour) for colour in palette] or [base]
    for place, colour in enumerate(colours):
        gradient.setColorAt(place / max(1, len(colours) - 1), _mixed(colour, base))
    return QBrush(gradient)


def as_html(pixmap: QPixmap, side_px: int) -> str:
    """A picture of at most `side_px` as a piece of rich text."""
    mode = Qt.AspectRatioMode.KeepAspectRatio
    small = pixmap.scaled(side_px, side_px, mode, Qt.TransformationMode.SmoothTransformation)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    small.save(buffer, "JPEG", 92)
    return f'<img src="data:image/jpeg;base64,{bytes(data.toBase64().data()).decode()}">'


def _rounded(pixmap: QPixmap, side_px: int, scale: float, radius_px: float) -> QPixmap:
    device_px = max(1, round(side_px * scale))
    result = QPixmap(device_px, device_px)
    result.fill(Qt.GlobalColor.transparent)
    # Filling a path is smooth at the corners, clipping is not.
    brush = _filling(pixmap, QRectF(0, 0, device_px, device_px))
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

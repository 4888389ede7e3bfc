"""How the field of the mixer pad looks: silk in the styles' colours, rounded, with a ringed point on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPainterPathStroker, QPen, QTransform

from stylegui.ui import theme
from stylegui.ui.canvas.pixels import frame_image
from stylegui.ui.parameters.mixing import FEWEST, corners
from stylegui.ui.parameters.silk import silk

KNOB_PX = 8.5  # radius
HELD_KNOB_PX = 10.5
RING_PX = 2.5
FOCUS_PX = 2.0
GRAIN = 0.75  # pixels of silk per logical pixel: there is nothing fine in it


class FieldArt:
    """Paints one field. All places are in logical pixels of the widget.

    `rim_px` is how far the painted shape reaches beyond the places the point can be at.
    """

    def __init__(self, count: int, rim_px: float) -> None:
        self._count = count
        self._rim_px = rim_px
        self._palettes: list[tuple[str, ...]] = [()] * count
        self._made_for: tuple[object, ...] = ()
        self._silk = QImage()

    def set_palettes(self, palettes: Sequence[Sequence[str]]) -> None:
        self._palettes = [tuple(palette) for palette in palettes]

    def outline(self, box: QRectF, mirrored: bool) -> QPainterPath:
        """The painted shape in its bounding box: the pad's shape with round corners all about."""
        unit = box.width() - 2 * self._rim_px
        first = QPointF(box.left() + self._rim_px, box.top() + self._rim_px)
        places = [first + QPointF((1 - x if mirrored else x) * unit, y * unit) for x, y in corners(self._count)]
        if self._count == 4:
            places[2], places[3] = places[3], places[2]
        path = QPainterPath(places[0])
        for place in places[1:]:
            path.lineTo(place)
        if self._count > FEWEST:
            path.closeSubpath()
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * self._rim_px)
        stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
        rim = stroker.createStroke(path)
        return (rim if self._count == FEWEST else rim.united(path)).simplified()

    def paint_field(self, painter: QPainter, box: QRectF, *, mirrored: bool, enabled: bool) -> None:
        brush = QBrush(self._silk_for(box, mirrored))
        size = self._silk.size()
        scaled = QTransform.fromScale(box.width() / size.width(), box.height() / size.height())
        brush.setTransform(scaled * QTransform.fromTranslate(box.left(), box.top()))
        edge = QColor("#ffffff" if theme.current().name != "light" else "#000000")
        edge.setAlphaF(0.16)
        painter.setOpacity(1 if enabled else 0.4)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(brush)
        painter.drawPath(self.outline(box.adjusted(0.5, 0.5, -0.5, -0.5), mirrored))
        painter.setOpacity(1)

    def paint_focus(self, painter: QPainter, box: QRectF, mirrored: bool) -> None:
        """A ring about the whole shape, apart from it."""
        painter.setPen(QPen(QColor(theme.current().accent), FOCUS_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        wide = FieldArt(self._count, self._rim_px + 3)
        painter.drawPath(wide.outline(box.adjusted(-3, -3, 3, 3), mirrored))

    def paint_point(self, painter: QPainter, at: QPointF, *, held: bool, exact: bool) -> None:
        """A ring of glass. It is dashed where no point means exactly what is shown."""
        radius = HELD_KNOB_PX if held else KNOB_PX
        painter.setPen(QPen(QColor(0, 0, 0, 130), RING_PX + 2))
        painter.setBrush(QColor(255, 255, 255, 60))
        painter.drawEllipse(at, radius, radius)
        ring = QPen(QColor("#ffffff"), RING_PX)
        if not exact:
            ring.setCapStyle(Qt.PenCapStyle.FlatCap)
            ring.setDashPattern([1.6, 1.1])
        painter.setPen(ring)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, radius, radius)

    def _colours(self) -> list[tuple[str, ...]]:
        look = theme.current()
        return [palette or (look.groove, look.outline) for palette in self._palettes]

    def _silk_for(self, box: QRectF, mirrored: bool) -> QImage:
        colours = self._colours()
        size = (max(2, round(box.width() * GRAIN)), max(2, round(box.height() * GRAIN)))
        wanted = (*colours, size, mirrored)
        if wanted != self._made_for:
            # A copy: the mirrored one is one anyway, and the other must not point into an array that is gone.
            image = frame_image(silk(colours, size, self._rim_px * size[0] / box.width()))
            self._silk = image.mirrored(True, False) if mirrored else image.copy()
            self._made_for = wanted
        return self._silk

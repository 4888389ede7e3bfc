"""A round loupe under the pointer that shows the other picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from stylegui.ui.canvas.compare import CompareMode
from stylegui.ui.canvas.modes.labels import Label, in_corner, in_row
from stylegui.ui.canvas.modes.mode import Mode, State
from stylegui.ui.canvas.surface import Surface

RADII_PX = (56, 80, 112, 152, 200, 260, 340)
USUAL_RADIUS = 2
MAGNIFICATIONS = (1.0, 1.5, 2.0, 3.0, 4.0)
RING_PX = 2.0


class Lens(Mode):
    """The result, and in a lens what it is compared with. The lens stays where it was when the pointer leaves."""

    id = CompareMode.LENS

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._radius = USUAL_RADIUS
        self._magnification = 0
        self._at: QPointF | None = None

    @property
    def radius_px(self) -> int:
        return RADII_PX[self._radius]

    @property
    def magnification(self) -> float:
        """How much larger than around it the lens shows its picture."""
        return MAGNIFICATIONS[self._magnification]

    @property
    def center(self) -> QPointF:
        """Where the lens is: under the pointer, in the middle before the pointer came."""
        area = self.surface.picture_area()
        if self._at is None:
            return area.center()
        return QPointF(
            min(max(self._at.x(), area.left()), area.right()), min(max(self._at.y(), area.top()), area.bottom())
        )

    def hover(self, point: QPointF | None) -> None:
        if point is not None:
            self._at = point
            self.surface.refresh()

    def drag(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self.hover(point)

    def cursor(self, point: QPointF) -> Qt.CursorShape | None:
        return Qt.CursorShape.CrossCursor if self.surface.picture_area().contains(point) else None

    def paint(self, painter: QPainter) -> None:
        surface = self.surface
        other, base = self.sides()
        surface.draw(painter, base, surface.rect())
        center, radius = self.center, float(self.radius_px)
        disc = QPainterPath()
        disc.addEllipse(center, radius, radius)
        painter.save()
        painter.setClipPath(disc)
        target = surface.target_of(other, surface.rect())
        if self.magnification == 1.0 and target == surface.target_of(base, surface.rect()):
            surface.draw(painter, other, surface.rect())
        else:
            painter.fillPath(disc, QColor(0, 0, 0))
            self._paint_magnified(painter, target)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width_px in ((QColor(0, 0, 0, 110), RING_PX + 3), (QColor(255, 255, 255), RING_PX)):
            painter.setPen(QPen(colour, width_px))
            painter.drawEllipse(center, radius, radius)

    def _paint_magnified(self, painter: QPainter, target: QRect) -> None:
        """Draw the other picture larger about the lens' middle, only as much of it as the lens covers."""
        surface, ratio, by = self.surface, self.surface.devicePixelRatioF(), self.magnification
        other = self.sides()[0]
        middle, reach = self.center * ratio, self.radius_px * ratio
        large = QRect(
            round(middle.x() + (target.x() - middle.x()) * by),
            round(middle.y() + (target.y() - middle.y()) * by),
            round(target.width() * by),
            round(target.height() * by),
        )
        clip = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach).toAlignedRect()
        other.layer.paint(painter, large, clip, ratio, nearest=surface.is_nearest(other, large))

    def labels(self) -> list[Label]:
        area = self.surface.picture_area()
        inside, base = self.side_labels()
        words = inside.text if self.magnification == 1.0 else f"{inside.text} · {self.magnification:g} ×"
        placed = in_row([Label(words, choice=inside.choice, icon="lens")], area, self.font)
        left = placed[-1].rect(self.font).right() if placed else area.left()
        rest = QRectF(left, area.top(), area.right() - left, area.height())
        return placed + in_corner(base, rest, self.font, right=True)

    def about(self) -> str:
        inside, base = self.sides()
        return self.tr("{}, and {} in a lens under the pointer.").format(base.label, inside.label)

    def adjust(self, steps: int, *, fine: bool = False) -> bool:
        """A larger or smaller lens; or more or less magnification."""
        if fine:
            self._magnification = min(max(self._magnification + steps, 0), len(MAGNIFICATIONS) - 1)
        else:
            self._radius = min(max(self._radius + steps, 0), len(RADII_PX) - 1)
        self.surface.refresh()
        return True

    def state(self) -> dict[str, float]:
        area, center = self.surface.picture_area(), self.center
        state = {"radius_px": float(self.radius_px), "magnification": self.magnification}
        if self._at is None or area.isEmpty():
            return state
        x, y = (center.x() - area.left()) / area.width(), (center.y() - area.top()) / area.height()
        return {**state, "x": x, "y": y}

    def restore(self, state: State) -> None:
        area = self.surface.picture_area()
        if {"x", "y"} <= state.keys() and not area.isEmpty():
            self._at = area.topLeft() + QPointF(state["x"] * area.width(), state["y"] * area.height())
        radius, by = state.get("radius_px", self.radius_px), state.get("magnification", self.magnification)
        self._radius = min(range(len(RADII_PX)), key=lambda index: abs(RADII_PX[index] - radius))
        self._magnification = min(range(len(MAGNIFICATIONS)), key=lambda index: abs(MAGNIFICATIONS[index] - by))
        self.surface.refresh()

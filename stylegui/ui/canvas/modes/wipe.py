"""Both pictures in one place, parted by a line that can be moved and turned."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF, QRegion

from stylegui.ui import theme
from stylegui.ui.canvas.compare import CompareMode
from stylegui.ui.canvas.modes import wipe_art
from stylegui.ui.canvas.modes.labels import Label, in_free_corner
from stylegui.ui.canvas.modes.mode import Mode, Pointer, State
from stylegui.ui.canvas.modes.wipe_art import END_INSET_PX, END_RADIUS_PX, HANDLE_RADIUS_PX
from stylegui.ui.canvas.surface import Surface

GRAB_PX = 10
SNAP_DEGREES = 45.0
SNAP_PULL_DEGREES = 4.0
SHORTEST_TO_TURN_PX = 4 * END_INSET_PX
NUDGE = 0.02
NUDGE_DEGREES = 5.0

Part = Literal["line", "end"]


@dataclass(frozen=True)
class Line:
    """Where the line stands: `angle` 0 has the first side on the left, 90 above, 180 on the right.

    `position` 0..1 goes across the picture from the first side's end to the other.
    """

    position: float = 0.5
    angle: float = 0.0

    @property
    def normal(self) -> QPointF:
        """One pixel from the first side to the second."""
        turn = math.radians(self.angle)
        return QPointF(math.cos(turn), math.sin(turn))

    def reach(self, area: QRectF) -> float:
        """How far it can go in an area."""
        return area.width() * abs(self.normal.x()) + area.height() * abs(self.normal.y())

    def point(self, area: QRectF) -> QPointF:
        """A point that it goes through."""
        away = round(self.reach(area) * self.position) - self.reach(area) / 2
        return area.center() + self.normal * away

    def distance(self, point: QPointF, area: QRectF) -> float:
        """Of a point from the line; negative on the first side."""
        return QPointF.dotProduct(point - self.point(area), self.normal)

    def chord(self, area: QRectF) -> QLineF:
        """The part of it that crosses the area. Its length is 0 where it only touches a corner."""
        start, along = self.point(area), QPointF(-self.normal.y(), self.normal.x())
        low, high = -math.inf, math.inf
        for origin, step, first, last in (
            (start.x(), along.x(), area.left(), area.right()),
            (start.y(), along.y(), area.top(), area.bottom()),
        ):
            if abs(step) > 1e-9:
                ends = sorted(((first - origin) / step, (last - origin) / step))
                low, high = max(low, ends[0]), min(high, ends[1])
        if not low < high:
            corners = (area.topLeft(), area.topRight(), area.bottomLeft(), area.bottomRight())
            nearest = min(corners, key=lambda corner: abs(self.distance(corner, area)))
            return QLineF(nearest, nearest)
        return QLineF(start + along * low, start + along * high)

    def through(self, point: QPointF, area: QRectF) -> Line:
        """The line of the same angle through a point, as near as it can go."""
        reach = self.reach(area)
        if reach <= 0:
            return self
        away = QPointF.dotProduct(point - area.center(), self.normal)
        return Line(min(max(away / reach + 0.5, 0.0), 1.0), self.angle)

    def turned(self, angle: float, pivot: QPointF, area: QRectF) -> Line:
        """The line of another angle through a point."""
        return Line(self.position, _within_a_turn(angle)).through(pivot, area)

    def side(self, area: QRectF, *, second: bool) -> QPolygonF:
        """One side of an area."""
        normal, start = self.normal, self.point(area)
        along = QPointF(-normal.y(), normal.x()) * (area.width() + area.height())
        across = normal * (area.width() + area.height()) * (1 if second else -1)
        half = QPolygonF([start - along, start + along, start + along + across, start - along + across])
        return half.intersected(QPolygonF(area))


class Wipe(Mode):
    """The line stands still in the view while the picture moves below it, and never leaves the picture.

    It is moved by its line or its handle, and turned by its ends or with Shift held.
    """

    id = CompareMode.WIPE

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self.line = Line()
        self._hovered: Part | None = None
        self._held: Part | None = None
        self._offset = QPointF()
        self._pivot = QPointF()
        self._turned_from = 0.0
        self._turn_cursor = wipe_art.turn_cursor(surface.devicePixelRatioF())

    def set_line(self, line: Line) -> None:
        """Put the line elsewhere."""
        if line != self.line:
            self.line = line
            self.surface.refresh()

    def paint(self, painter: QPainter) -> None:
        surface, area = self.surface, self.surface.picture_area()
        if area.isEmpty():
            return
        for number, side in enumerate(self.sides()):
            painter.save()
            self._clip(painter, area, second=number == 1)
            surface.draw(painter, side, surface.rect())
            painter.restore()
        active = self._held or self._hovered
        chord = self.line.chord(area)
        ends = self._ends(chord) if chord.length() >= SHORTEST_TO_TURN_PX else ()
        wipe_art.draw_line(painter, chord)
        accent = QColor(theme.DARK.accent)
        for end in ends:
            wipe_art.draw_end(painter, end, accent if active == "end" else None)
        wipe_art.draw_handle(painter, chord.center(), self.line.angle, accent if active == "line" else None)
        if self._held == "end":
            wipe_art.draw_angle(painter, chord.center(), self.angle_words(), self.font, area)

    def angle_words(self) -> str:
        """How the line is turned, as it is read: 0° upright, 90° level."""
        return f"{round(self.line.angle) % 180}°"

    def _clip(self, painter: QPainter, area: QRectF, *, second: bool) -> None:
        half = self.line.side(area, second=second)
        if self.line.angle % 90 == 0:
            painter.setClipRect(half.boundingRect())
            return
        path = QPainterPath()
        path.addPolygon(half)
        path.closeSubpath()
        painter.setClipPath(path)

    @staticmethod
    def _ends(chord: QLineF) -> tuple[QPointF, QPointF]:
        inset = END_INSET_PX / max(chord.length(), 1.0)
        return chord.pointAt(inset), chord.pointAt(1 - inset)

    def labels(self) -> list[Label]:
        area = self.surface.picture_area()
        if area.isEmpty():
            return []
        placed: list[Label] = []
        first, second = self.side_labels()
        for label, corners, far in ((first, ("tl", "tr", "bl", "br"), False), (second, ("tr", "tl", "br", "bl"), True)):
            half = self.line.side(area, second=far)
            free = QRegion(half.toPolygon()) - self.reserved
            if far and 45 < abs(self.line.angle) % 180 < 135:
                corners = ("bl", "br", "tl", "tr")
            placed += in_free_corner(label, area, free, self.font, corners)
        return placed

    def about(self) -> str:
        first, second = self.sides()
        words = self.tr("{} and {}, parted by a line that can be moved and turned.")
        return words.format(first.label, second.label)

    def outcome_area(self) -> QRectF:
        return self.surface.picture_area()

    # The hand

    def part_at(self, point: QPointF) -> Part | None:
        """What of the line lies under the pointer."""
        area = self.surface.picture_area()
        chord = self.line.chord(area)
        if QLineF(point, chord.center()).length() <= HANDLE_RADIUS_PX:
            return "line"
        ends = self._ends(chord) if chord.length() >= SHORTEST_TO_TURN_PX else ()
        if any(QLineF(point, end).length() <= END_RADIUS_PX + 4 for end in ends):
            return "end"
        near = abs(self.line.distance(point, area)) <= GRAB_PX
        return "line" if near and area.adjusted(-GRAB_PX, 0, GRAB_PX, 0).contains(point) else None

    def press(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> bool:
        part = self.part_at(point)
        if part is None:
            return False
        area = self.surface.picture_area()
        chord = self.line.chord(area)
        self._held = "end" if modifiers & Qt.KeyboardModifier.ShiftModifier else part
        self._pivot = chord.center()
        self._offset = self.line.normal * self.line.distance(point, area)
        self._turned_from = self.line.angle - _direction(self._pivot, point)
        if QLineF(point, self._pivot).length() <= HANDLE_RADIUS_PX:
            # So near to the middle, the hand has no direction yet: the line turns to where it goes.
            self._turned_from = math.nan
        self.surface.refresh()
        return True

    def drag(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        area = self.surface.picture_area()
        if self._held == "line":
            self.set_line(self.line.through(point - self._offset, area))
        elif self._held == "end":
            if QLineF(point, self._pivot).length() <= HANDLE_RADIUS_PX:
                return
            if math.isnan(self._turned_from):
                self._turned_from = self.line.angle - _direction(self._pivot, point)
            angle = _direction(self._pivot, point) + self._turned_from
            self.set_line(self.line.turned(_snapped(angle), self._pivot, area))

    def release(self) -> None:
        self._held = None
        self.surface.refresh()

    def hover(self, point: QPointF | None) -> None:
        part = None if point is None else self.part_at(point)
        if part != self._hovered:
            self._hovered = part
            self.surface.refresh()

    def cursor(self, point: QPointF) -> Pointer | None:
        part = self._held or self.part_at(point)
        if part is None:
            return None
        if part == "end":
            return self._turn_cursor
        shapes = (
            Qt.CursorShape.SizeHorCursor,
            Qt.CursorShape.SizeFDiagCursor,
            Qt.CursorShape.SizeVerCursor,
            Qt.CursorShape.SizeBDiagCursor,
        )
        return shapes[round(self.line.angle / 45) % 4]

    def double_click(self, point: QPointF) -> bool:
        """Back to the middle."""
        if self.part_at(point) is None:
            return False
        self.set_line(Line(0.5, self.line.angle))
        return True

    def adjust(self, steps: int, *, fine: bool = False) -> bool:
        """Move the line, or turn it where the second quantity is meant."""
        if fine:
            area = self.surface.picture_area()
            angle = self.line.angle + steps * NUDGE_DEGREES
            self.set_line(self.line.turned(angle, self.line.chord(area).center(), area))
        else:
            self.set_line(Line(min(max(self.line.position + steps * NUDGE, 0.0), 1.0), self.line.angle))
        return True

    def turn(self) -> bool:
        """Upright or level: by 90° about its middle."""
        area = self.surface.picture_area()
        angle = (self.line.angle + 90) % 180
        self.set_line(self.line.turned(angle, self.line.chord(area).center(), area))
        return True

    def state(self) -> dict[str, float]:
        return {"position": self.line.position, "angle": self.line.angle}

    def restore(self, state: State) -> None:
        position = state.get("position", self.line.position)
        self.set_line(Line(min(max(position, 0.0), 1.0), _within_a_turn(state.get("angle", self.line.angle))))


def _direction(center: QPointF, point: QPointF) -> float:
    """Degrees, clockwise on the screen from the right."""
    away = point - center
    return math.degrees(math.atan2(away.y(), away.x()))


def _within_a_turn(angle: float) -> float:
    """The same angle in −180..180 (exclusive)."""
    return (angle + 180) % 360 - 180


def _snapped(angle: float) -> float:
    near = round(angle / SNAP_DEGREES) * SNAP_DEGREES
    return near if abs(angle - near) <= SNAP_PULL_DEGREES else angle

"""The field of the mixer pad, on which one point is dragged."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from stylegui.ui.parameters.mixer_art import KNOB_PX, FieldArt
from stylegui.ui.parameters.mixing import FEWEST, Array, corners, expresses, nearest, point_of, shares_at, with_traces
from stylegui.ui.parameters.words import percent_text

EDGE_PX = 4.0  # room for the ring of the focus
RIM_PX = 16.0  # from the places the point can be at to the edge of what is painted
LINE_RIM_PX = 18.0
STEP, BIG_STEP = 0.01, 0.1
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
SAME = 1e-6


class MixerField(QWidget):
    """A line, a triangle or a square with a style at each corner, in reading order; its point says how they mix."""

    moved = Signal(object)  # list[float], the shares, sum 1; follows the hand
    rested = Signal()

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = list(titles)
        self._count = len(titles)
        self._shares = [1 / self._count] * self._count
        self._point = point_of(self._shares)
        self._grip: Array | None = None  # from the pointer to the point, while it is dragged
        self._before: tuple[list[float], Array] = (self._shares, self._point)
        self._typing = False
        self._rim_px = LINE_RIM_PX if self._count == FEWEST else RIM_PX
        self._art = FieldArt(self._count, self._rim_px)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Mix of the styles"))
        self.setToolTip(self.tr("Drag the point to mix the styles. Double-click for equal parts."))
        self._tell_value()

    @property
    def shares(self) -> list[float]:
        """What is shown, sum 1."""
        return list(self._shares)

    @property
    def held(self) -> bool:
        """Whether the point is in the hand."""
        return self._grip is not None

    def set_titles(self, titles: Sequence[str]) -> None:
        if list(titles) != self._titles:
            self._titles = list(titles)
            self._tell_value()

    def set_palettes(self, palettes: Sequence[Sequence[str]]) -> None:
        """The main colours of each style, "#rrggbb", the most frequent first; an empty palette is painted grey."""
        self._art.set_palettes(palettes)
        self.update()

    def set_shares(self, shares: Sequence[float]) -> None:
        """Show these shares (sum 1), without telling anyone. A point that is dragged is left in the hand."""
        if not self.held and self._differ(shares):
            self._shares = list(shares)
            self._point = point_of(shares)
            self._tell_value()
            self.update()

    def value_text(self) -> str:
        """The mix in words."""
        parts = zip(self._titles, self._shares, strict=True)
        return ", ".join(f"{title} {percent_text(share)}" for title, share in parts)

    @Slot()
    def centre(self) -> None:
        """Mix equal parts, and say so."""
        self._move_to(corners(self._count).mean(axis=0))
        self._rest()

    def choose_only(self, index: int) -> None:
        """Mix nothing but one style, and say so."""
        self._move_to(corners(self._count)[index])
        self._rest()

    def point_px(self) -> QPointF:
        """Where the point is in the widget."""
        return self._to_px(self._point)

    def height_for(self, width: int) -> int:
        """The height that keeps the shape."""
        rim_px = self._rim_px + EDGE_PX
        return round((width - 2 * rim_px) * float(corners(self._count)[:, 1].max()) + 2 * rim_px)

    def show_menu(self, at: QPoint) -> None:
        """Offer, at a place on the screen, what else can be done with the point."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Equal parts")).triggered.connect(self.centre)
        menu.addSeparator()
        for index, title in enumerate(self._titles):
            menu.addAction(self.tr("Nothing but “{}”").format(title.replace("&", "&&"))).setData(index)
        menu.triggered.connect(self._on_menu)
        menu.popup(at)

    @Slot(QAction)
    def _on_menu(self, action: QAction) -> None:
        if action.data() is not None:
            self.choose_only(action.data())

    # -- moving -----------------------------------------------------------------------------------------------------

    def _move_to(self, point: Array) -> None:
        place = nearest(point, self._count)
        shares = with_traces(shares_at(place, self._count))
        self._point = place
        self.update()
        if self._differ(shares):
            self._shares = shares
            self._tell_value()
            self.moved.emit(self.shares)

    def _rest(self) -> None:
        self._typing = False
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.value_text()))
        self.rested.emit()

    def _let_go(self) -> None:
        self._grip = None
        self.update()
        self._rest()

    def _take_back(self) -> None:
        """End a drag as if it had not been."""
        self._shares, self._point = self._before
        self._tell_value()
        self.moved.emit(self.shares)
        self._let_go()

    def _differ(self, shares: Sequence[float]) -> bool:
        return max(abs(old - new) for old, new in zip(self._shares, shares, strict=True)) > SAME

    def _tell_value(self) -> None:
        self.setAccessibleDescription(self.value_text())

    # -- places -----------------------------------------------------------------------------------------------------

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)

    def _unit_px(self) -> float:
        return max(1.0, self._box().width() - 2 * self._rim_px)

    def _to_px(self, point: Array) -> QPointF:
        x = 1 - point[0] if self._mirrored() else point[0]
        first_px = EDGE_PX + self._rim_px
        return QPointF(first_px + float(x) * self._unit_px(), first_px + float(point[1]) * self._unit_px())

    def _at_px(self, place: QPointF) -> Array:
        first_px = EDGE_PX + self._rim_px
        x, y = ((place.x() - first_px) / self._unit_px(), (place.y() - first_px) / self._unit_px())
        return np.array([1 - x if self._mirrored() else x, y])

    def _is_on_it(self, place: QPointF) -> bool:
        point = self._at_px(place)
        beside = float(np.linalg.norm(point - nearest(point, self._count))) * self._unit_px()
        return beside <= self._rim_px + EDGE_PX

    # -- Qt ---------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._uses(event.key()):
            event.accept()  # the pad's while it has the focus, also where the window has a shortcut on it
            return True
        return super().event(event)

    def _uses(self, key: int) -> bool:
        return key in ARROWS or key == Qt.Key.Key_Home or (key == Qt.Key.Key_Escape and self.held)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._is_on_it(event.position()):
            event.ignore()
            return
        self._before = (self._shares, self._point)
        off = self.point_px() - event.position()
        touches = off.x() ** 2 + off.y() ** 2 <= KNOB_PX**2
        self._grip = self._point - self._at_px(event.position()) if touches else np.zeros(2)
        self._move_to(self._at_px(event.position()) + self._grip)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._move_to(self._at_px(event.position()) + self._grip)
        elif self._is_on_it(event.position()):
            self.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.held:
            self._let_go()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_it(event.position()):
            self.centre()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.held:
            self._take_back()
        elif self.held:
            event.ignore()
        elif key == Qt.Key.Key_Home:
            self.centre()
        elif key in ARROWS:
            across, down = ARROWS[Qt.Key(key)]
            step = BIG_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
            self._typing = True
            self._move_to(self._point + step * np.array([-across if self._mirrored() else across, down]))
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self._typing and event.key() in ARROWS and not event.isAutoRepeat():
            self._rest()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._typing:
            self._rest()
        super().focusOutEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        typed = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.show_menu(self.mapToGlobal(self.point_px().toPoint()) if typed else event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.EnabledChange):
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box, mirrored = self._box(), self._mirrored()
        self._art.paint_field(painter, box, mirrored=mirrored, enabled=self.isEnabled())
        if self.hasFocus():
            self._art.paint_focus(painter, box, mirrored)
        if self.isEnabled():
            exact = expresses(self._shares)
            self._art.paint_point(painter, self.point_px(), held=self.held, exact=exact)
        painter.end()

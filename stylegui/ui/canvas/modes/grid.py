"""Several versions at once, looked at by one camera, rated and chosen with a key or a click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from stylegui.ui import theme
from stylegui.ui.canvas import look
from stylegui.ui.canvas.compare import MAX_CONTACTS, CompareMode, Contact, panes
from stylegui.ui.canvas.layers import Layer
from stylegui.ui.canvas.modes.labels import Label, in_corner
from stylegui.ui.canvas.modes.mode import Mode
from stylegui.ui.canvas.modes.rating import REJECTED, RatingStrip
from stylegui.ui.canvas.surface import Shown, Surface

MARGIN_PX = round(1.5 * look.UNIT_PX)
LIVE = ""
"""The key of the pane in which a running job is seen: it is no version yet."""
REJECTED_VEIL = 0.62
FRAME_PX = 2.0
RATING_KEYS = {Qt.Key(Qt.Key.Key_0 + stars): stars for stars in range(6)}
CHOOSE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Grid(Mode):
    """Two to nine panes. One of them is the current one: the pointer is over it, or the arrow keys went to it."""

    chosen = Signal(str)
    """The version with this key is to be worked on."""
    rated = Signal(str, int)
    """A version's key, and 0..5 stars or -1 for rejected."""
    left = Signal()
    """The artist has seen enough."""
    pointed = Signal()
    """Another pane is the current one."""

    id = CompareMode.N_UP
    whole_canvas = False

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._contacts: list[Contact] = []
        self._pictures: list[Shown] = []
        self._ratings: dict[str, int] = {}
        self._current = 0
        self._strip = RatingStrip()

    @property
    def contacts(self) -> tuple[Contact, ...]:
        return tuple(self._contacts)

    def set_contacts(self, contacts: Sequence[Contact]) -> None:
        """Show these versions, at most nine of them; a picture that is there already keeps its view."""
        known = {(contact.key, contact.image.cacheKey()): shown for contact, shown in self._pairs()}
        keys = [contact.key for contact in self._contacts]
        current = keys[self._current] if self._current < len(keys) else None
        self._contacts = list(contacts)[:MAX_CONTACTS]
        self._pictures = [
            known.get((each.key, each.image.cacheKey())) or Shown(Layer(each.image), each.label, guest=True)
            for each in self._contacts
        ]
        keys = [contact.key for contact in self._contacts]
        self._current = keys.index(current) if current in keys else 0

    def _pairs(self) -> list[tuple[Contact, Shown]]:
        return list(zip(self._contacts, self._pictures, strict=True))

    def set_rating(self, key: str, rating: int) -> None:
        """Show how a version is rated: 0..5 stars, -1 where it was rejected."""
        self._ratings[key] = rating
        self.surface.refresh()

    def rating(self, key: str) -> int:
        """How a version is rated."""
        return self._ratings.get(key, 0)

    @property
    def current_key(self) -> str:
        """The key of the current pane; "" for the one of a running job, and where there is none."""
        keys = self._keys()
        return keys[self._current] if self._current < len(keys) else LIVE

    def is_possible(self) -> bool:
        return bool(self._contacts) and (self.surface.has_photo or self.surface.has_result)

    def _is_live(self) -> bool:
        return self.surface.has_frame and len(self._contacts) < MAX_CONTACTS

    def _keys(self) -> list[str]:
        return [contact.key for contact in self._contacts] + [LIVE] * self._is_live()

    def _shown(self) -> list[Shown]:
        live = self.surface.outcome
        if not self._is_live() or live is None:
            return self._pictures
        return [*self._pictures, Shown(live.layer, self.tr("Being painted"), rough=True)]

    # What is seen

    def panes(self, size: QSize) -> tuple[QRect, ...]:
        return panes(len(self._keys()), size, self.surface.picture_size(), MARGIN_PX)

    def margin_px(self) -> int | None:
        return MARGIN_PX

    def _area(self, index: int) -> QRectF:
        """The visible part of the picture in a pane."""
        pane = self.surface.panes()[index]
        return self.surface.picture_area(pane)

    def paint(self, painter: QPainter) -> None:
        surface, colours = self.surface, theme.current()
        for index, (key, shown, pane) in enumerate(zip(self._keys(), self._shown(), surface.panes(), strict=True)):
            surface.draw(painter, shown, pane)
            area = self._area(index)
            if self.rating(key) == REJECTED:
                painter.fillRect(area, look.faded(colours.canvas, REJECTED_VEIL))
            if index == self._current:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(colours.accent), FRAME_PX))
                painter.drawRect(area.adjusted(-FRAME_PX, -FRAME_PX, FRAME_PX, FRAME_PX))
            if key != LIVE:
                self._strip.draw(painter, area, self.rating(key), self.font, active=index == self._current)

    def labels(self) -> list[Label]:
        placed: list[Label] = []
        for index, shown in enumerate(self._shown()):
            label = Label(shown.label, lit=self.rating(self._keys()[index]) != REJECTED)
            placed += in_corner(label, self._area(index), self.font)
        return placed

    def about(self) -> str:
        shown = self._shown()
        if self._current >= len(shown):
            return ""
        words = self.tr("{} of {} versions: {}, {}. Enter works on it, 0 to 5 rate it, R rejects it, Esc goes back.")
        rating = self.rating_words(self.rating(self.current_key))
        return words.format(self._current + 1, len(shown), shown[self._current].label, rating)

    def rating_words(self, rating: int) -> str:
        """A rating in words."""
        if rating == REJECTED:
            return self.tr("rejected")
        return self.tr("{} stars").format(rating) if rating else self.tr("not rated")

    def outcome_area(self) -> QRectF:
        return QRectF()

    # The hand

    def _point_to(self, index: int) -> None:
        if index != self._current and 0 <= index < len(self._keys()):
            self._current = index
            self._strip.hot = None
            self.surface.refresh()
            self.pointed.emit()

    def hover(self, point: QPointF | None) -> None:
        if point is not None:
            pane = self.surface.pane_at(point)
            self._point_to(self.surface.panes().index(pane))
        hot = self._strip_at(point)
        if hot != self._strip.hot:
            self._strip.hot = hot
            self.surface.refresh()

    def _strip_at(self, point: QPointF | None) -> int | None:
        if point is None or self.current_key == LIVE or self._current >= len(self._keys()):
            return None
        return self._strip.part_at(point, self._area(self._current))

    def cursor(self, point: QPointF) -> Qt.CursorShape | None:
        return Qt.CursorShape.PointingHandCursor if self._strip_at(point) is not None else None

    def press(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> bool:
        self.hover(point)
        part = self._strip_at(point)
        if part is None:
            return False
        rating = self._strip.rating_of(part, self.rating(self.current_key))
        if rating is None:
            self.chosen.emit(self.current_key)
        else:
            self._rate(rating)
        return True

    def double_click(self, point: QPointF) -> bool:
        if self._strip_at(point) is None and self.current_key != LIVE:
            self.chosen.emit(self.current_key)
        return True

    def wants_key(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        own = (*RATING_KEYS, *CHOOSE_KEYS, *STEPS, Qt.Key.Key_R, Qt.Key.Key_Escape)
        return plain and key in own

    def key(self, event: QKeyEvent) -> bool:
        if not self.wants_key(event):
            return False
        key, live = Qt.Key(event.key()), self.current_key == LIVE
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in STEPS:
            self._step(*STEPS[key])
        elif live:
            pass  # what is still being painted can neither be rated nor chosen
        elif key in RATING_KEYS:
            self._rate(RATING_KEYS[key])
        elif key == Qt.Key.Key_R:
            self._rate(0 if self.rating(self.current_key) == REJECTED else REJECTED)
        else:
            self.chosen.emit(self.current_key)
        return True

    def _step(self, across: int, down: int) -> None:
        """To the nearest pane in this direction."""
        panes_now = self.surface.panes()
        here = panes_now[self._current].center()

        def way(index: int) -> tuple[int, int] | None:
            there = panes_now[index].center() - here
            ahead, aside = there.x() * across + there.y() * down, abs(there.x() * down) + abs(there.y() * across)
            return (aside, ahead) if ahead > 0 else None

        ways = {index: found for index in range(len(panes_now)) if (found := way(index)) is not None}
        if ways:
            self._point_to(min(ways, key=ways.__getitem__))

    def _rate(self, rating: int) -> None:
        self.set_rating(self.current_key, rating)
        self.rated.emit(self.current_key, rating)
        self.pointed.emit()

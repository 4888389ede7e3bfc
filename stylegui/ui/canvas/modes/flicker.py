"""Both pictures in one place, one after the other: what differs seems to move."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QPainter

from stylegui.ui.canvas.compare import CompareMode
from stylegui.ui.canvas.modes.labels import Label, in_corner, in_row
from stylegui.ui.canvas.modes.mode import Mode, State
from stylegui.ui.canvas.surface import Surface

PACES_HZ = (0.5, 1.0, 1.5, 2.0, 3.0)
"""Changes a second. Never more than three: faster flashes can harm people with photosensitive epilepsy (WCAG 2.3.1)."""
USUAL_PACE = 1
TURN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Flicker(Mode):
    """Alternates at a chosen pace. With reduced motion it stands still, and a key changes the picture."""

    id = CompareMode.FLICKER

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._pace = USUAL_PACE
        self._second = True
        self._active = False
        self.led = False
        """Whether another surface's flicker says when to change, through `restore`."""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.flip)

    @property
    def pace_hz(self) -> float:
        """Changes a second."""
        return PACES_HZ[self._pace]

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    @property
    def shows_second(self) -> bool:
        """Whether the second side is the one that is seen now."""
        return self._second

    def set_reduced_motion(self, reduced: bool) -> None:
        self.reduced_motion = reduced
        self._keep_time()

    def begin(self) -> None:
        self._active, self._second = True, True
        self._keep_time()

    def end(self) -> None:
        self._active = False
        self._keep_time()

    def _keep_time(self) -> None:
        self._timer.setInterval(round(1000 / self.pace_hz))
        if self._active and not self.reduced_motion and not self.led:
            self._timer.start()
        else:
            self._timer.stop()
        self.surface.refresh()

    @Slot()
    def flip(self) -> None:
        """Show the other picture."""
        self._second = not self._second
        self.surface.refresh()

    def paint(self, painter: QPainter) -> None:
        self.surface.draw(painter, self.sides()[self._second], self.surface.rect())

    def labels(self) -> list[Label]:
        area = self.surface.picture_area()
        pair = [
            Label(label.text, choice=label.choice, lit=(number == 1) == self._second)
            for number, label in enumerate(self.side_labels())
        ]
        placed = in_row(pair, area, self.font)
        left = placed[-1].rect(self.font).right() if placed else area.left()
        rest = QRectF(left, area.top(), area.right() - left, area.height())
        return placed + in_corner(Label(self.pace_words()), rest, self.font, right=True)

    def pace_words(self) -> str:
        """How fast it goes, or how to go on."""
        if self.reduced_motion:
            return self.tr("Enter changes the picture")
        return self.tr("{} a second").format(f"{self.pace_hz:g} ×")

    def about(self) -> str:
        first, second = self.sides()
        return self.tr("{} and {} take turns.").format(first.label, second.label)

    def wants_key(self, event: QKeyEvent) -> bool:
        return self.reduced_motion and self._is_turn(event)

    def key(self, event: QKeyEvent) -> bool:
        if not self._is_turn(event):
            return False
        self.flip()
        self._keep_time()
        return True

    @staticmethod
    def _is_turn(event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return event.key() in TURN_KEYS and plain

    def adjust(self, steps: int, *, fine: bool = False) -> bool:
        """Faster or slower."""
        self._pace = min(max(self._pace + steps, 0), len(PACES_HZ) - 1)
        self._keep_time()
        return True

    def state(self) -> dict[str, float]:
        return {"pace": self.pace_hz, "second": float(self._second)}

    def restore(self, state: State) -> None:
        wanted = state.get("pace", self.pace_hz)
        pace = min(range(len(PACES_HZ)), key=lambda index: abs(PACES_HZ[index] - wanted))
        second = bool(state.get("second", self._second))
        if (pace, second) != (self._pace, self._second):
            self._pace, self._second = pace, second
            self._keep_time()

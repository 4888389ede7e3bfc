"""The stage: pictures on their surface, seen in one of several ways of comparing them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from stylegui.ui import theme
from stylegui.ui.canvas import look
from stylegui.ui.canvas.compare import CompareMode, Contact
from stylegui.ui.canvas.modes import Difference, Flicker, Grid, Label, Lens, Mode, SideBySide, Single, Wipe
from stylegui.ui.canvas.modes.wipe import Line
from stylegui.ui.canvas.surface import Surface

State = Mapping[str, Mapping[str, float]]


class Stage(Surface):
    """Shows what its surface holds through the mode that was chosen, as far as there are the pictures for it."""

    compare_mode_changed = Signal(str)
    contact_chosen = Signal(str)
    """The version with this key is to be worked on."""
    contact_rated = Signal(str, int)
    """A version's key, and 0..5 stars or -1 for rejected."""
    contact_left = Signal()
    """The artist wants to go back from several versions to one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._single = Single(self)
        self._wipe = Wipe(self)
        self._grid = Grid(self)
        self._flicker = Flicker(self)
        modes: Sequence[Mode] = (
            self._single,
            self._wipe,
            SideBySide(self),
            self._flicker,
            Difference(self),
            Lens(self),
            self._grid,
        )
        self._modes = {mode.id: mode for mode in modes}
        self._mode: Mode = self._single
        self._active: Mode = self._single
        self._focus_shown = False
        self._grid.chosen.connect(self.contact_chosen)
        self._grid.rated.connect(self.contact_rated)
        self._grid.left.connect(self.contact_left)
        self._grid.pointed.connect(self._on_pointed)

    # The way of comparing

    @property
    def compare_mode(self) -> CompareMode:
        """The way that was chosen; it shows as soon as there are the pictures for it."""
        return self._mode.id

    def set_compare_mode(self, mode: CompareMode | str) -> None:
        """Choose a way of comparing; ValueError for one that there is not."""
        if mode == self._mode.id:
            return
        self._mode = self._modes[CompareMode(mode)]
        self.content_changed()
        self.compare_mode_changed.emit(self._mode.id.value)

    @property
    def active_mode(self) -> Mode:
        """The way that is seen now."""
        return self._active

    @property
    def mode_words(self) -> str:
        """What is seen in the active way, in one sentence; "" where nothing is compared."""
        return self._active.about()

    @property
    def is_peeking(self) -> bool:
        return self._single.peeking

    def set_peek(self, peek: bool) -> None:
        """Show the original in the result's place as long as it is wanted."""
        if peek != self._single.peeking:
            self._single.peeking = peek
            self._choose_active()
            self.camera_moved()

    def set_sides_swapped(self, swapped: bool) -> None:
        """The result on the first side, what it is compared with on the other."""
        self._swapped = swapped
        self._active.picture_changed()
        self.camera_moved()

    def adjust_comparison(self, steps: int, *, fine: bool = False) -> bool:
        """More (1) or less (-1) of what the active way has most to set: pace, gain, the lens' size, the line's place.

        With `fine` of its second quantity: magnification, the line's angle. False where it has none.
        """
        return self._active.adjust(steps, fine=fine)

    def turn_wipe(self) -> None:
        """Turn the wipe's line by 90°."""
        if self._active.turn():
            self.camera_moved()

    @property
    def wipe_position(self) -> float:
        """0..1 from the first side's end of the visible picture to the other's."""
        return self._wipe.line.position

    def set_wipe_position(self, position: float) -> None:
        self._wipe.set_line(Line(min(max(position, 0.0), 1.0), self._wipe.line.angle))

    @property
    def wipe_angle(self) -> float:
        """Degrees in −180..180: 0 has the first side on the left, 90 above."""
        return self._wipe.line.angle

    def set_wipe_angle(self, angle: float) -> None:
        self._wipe.restore({"angle": angle})

    def is_wiping(self) -> bool:
        return self._active is self._wipe

    def set_reduced_motion(self, reduced: bool) -> None:
        """Let nothing move by itself."""
        self._flicker.set_reduced_motion(reduced)

    def be_led(self) -> None:
        """Change only what `restore_comparison` says: another stage leads."""
        self._flicker.led = True

    # Several versions

    def set_contact(self, versions: Sequence[Contact | tuple[QImage, str, str]]) -> None:
        """The versions that `CompareMode.N_UP` shows, two to nine of (picture, name, key); none end it."""
        self._grid.set_contacts([Contact(*version) for version in versions])
        self.content_changed()

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """The versions that `N_UP` shows."""
        return self._grid.contacts

    @property
    def contact_keys(self) -> tuple[str, ...]:
        """The keys of the versions that `N_UP` shows."""
        return tuple(contact.key for contact in self._grid.contacts)

    @property
    def current_contact(self) -> str:
        """The key of the version that keys act upon."""
        return self._grid.current_key

    def set_contact_rating(self, key: str, rating: int) -> None:
        """Show how a version is rated: 0..5 stars, -1 where it was rejected."""
        self._grid.set_rating(key, rating)

    # What is kept between runs

    def comparison_state(self) -> dict[str, dict[str, float]]:
        """What was set for each way of comparing, as plain numbers."""
        return {mode.id.value: state for mode in self._modes.values() if (state := mode.state())}

    def restore_comparison(self, state: State) -> None:
        """Take up what `comparison_state` gave; what is unknown is left alone."""
        for mode in self._modes.values():
            mode.restore(state.get(mode.id.value, {}))

    def shown_image(self) -> QImage:
        """A copy of what the user looks at, at its full size: the result, else (or while peeking) the original."""
        shown = self._single.shown()
        return QImage() if shown is None else shown.layer.image.copy()

    # For subclasses

    def panes(self) -> tuple[QRect, ...]:
        return self._active.panes(self.size())

    def pane_margin_px(self) -> int | None:
        return self._active.margin_px()

    def content_changed(self) -> None:
        self._choose_active()
        super().content_changed()

    def picture_changed(self) -> None:
        self._active.picture_changed()
        super().picture_changed()

    def camera_moved(self) -> None:
        self._active.picture_changed()
        super().camera_moved()

    def set_focus_shown(self, shown: bool) -> None:
        """Frame the canvas in the accent: the keyboard came to it."""
        if shown != self._focus_shown:
            self._focus_shown = shown
            self.update()

    def outcome_area(self) -> QRectF:
        """The visible part of the picture in the result's own pane."""
        return self._active.outcome_area()

    def labels(self) -> list[Label]:
        """The labels at their places. To extend."""
        return self._active.labels()

    @Slot()
    def _on_pointed(self) -> None:
        """Another pane, or another rating: to be told to those who do not see it. To extend."""

    def _choose_active(self) -> None:
        """The chosen mode, as far as it can be shown now."""
        wanted = self._mode if self._mode.is_possible() else self._single
        if self._glimpse is not None or (self.is_peeking and wanted.whole_canvas):
            wanted = self._single
        if wanted is not self._active:
            before, self._active = self._active, wanted
            before.end()
            wanted.begin()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.current().canvas))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._active.paint(painter)
        font = look.chip_font(self.font())
        for label in self.labels():
            label.draw(painter, font)
        if self._focus_shown:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.current().accent), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

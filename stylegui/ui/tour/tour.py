"""The tour itself: what is shown, in which order, on the sample photo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from stylegui.ui.main_window import MainWindow
from stylegui.ui.tour.card import TourCard
from stylegui.ui.tour.spotlight import Spotlight


@dataclass(frozen=True)
class Stop:
    """One stop: what is said, and the part of the window it is about (None for all of it)."""

    title: str
    text: str
    target: Callable[[], QWidget | None]


class Tour(QObject):
    """Leads through the window. It can be left at any moment, and everything can be used meanwhile."""

    ended = Signal()

    def __init__(self, window: MainWindow, open_sample: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._open_sample = open_sample
        self._stops = self._make_stops()
        self._number = 0
        self.card: TourCard | None = None
        self._spotlight: Spotlight | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(30)
        self._settle.timeout.connect(self._place)

    @Slot()
    def start(self) -> None:
        """Open the sample photo where there is no photo yet, and begin."""
        if self.card is not None:
            return
        if not self._window.canvas.has_photo:
            self._open_sample()
        self._spotlight = Spotlight(self._window)
        self.card = TourCard(self._window)
        self.card.next_asked.connect(self._next)
        self.card.back_asked.connect(self._back)
        self.card.end_asked.connect(self.end)
        self._window.installEventFilter(self)
        self._spotlight.show()
        self.card.show()
        self._show(0)

    @Slot()
    def end(self) -> None:
        """Take card and shade away."""
        if self.card is None or self._spotlight is None:
            return
        self._window.removeEventFilter(self)
        self._settle.stop()
        self._spotlight.light(None)
        for part in (self.card, self._spotlight):
            part.hide()
            part.deleteLater()
        self.card = self._spotlight = None
        self._window.canvas.setFocus()
        self.ended.emit()

    @property
    def count(self) -> int:
        return len(self._stops)

    @Slot()
    def _next(self) -> None:
        if self._number + 1 < len(self._stops):
            self._show(self._number + 1)
        else:
            self.end()

    @Slot()
    def _back(self) -> None:
        self._show(max(self._number - 1, 0))

    def _show(self, number: int) -> None:
        if self.card is None or self._spotlight is None:
            return
        self._number, stop = number, self._stops[number]
        target = stop.target()
        if target is not None and not target.isVisible():
            target = None
        self._spotlight.light(target)
        self._spotlight.raise_()
        self.card.say(stop.title, stop.text, number + 1, len(self._stops))
        self._place()

    @Slot()
    def _place(self) -> None:
        if self.card is not None and self._spotlight is not None:
            self.card.stand_beside(self._spotlight.lit)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._settle.start()
        return False

    def _make_stops(self) -> list[Stop]:
        window = self._window

        def dock(action_id: str) -> Callable[[], QWidget | None]:
            return lambda: window.docks.get(action_id)

        return [
            Stop(
                self.tr("Welcome"),
                self.tr(
                    "This studio paints your photos in the style of any picture. Everything happens on this computer. "
                    "The tour takes a minute; you can try everything while it runs."
                ),
                lambda: None,
            ),
            Stop(
                self.tr("Your photo"),
                self.tr(
                    "This is a sample. Later, drop a photo of your own here. The wheel zooms, dragging moves the "
                    "picture, and holding the \\ key shows the photo again."
                ),
                lambda: window.canvas,
            ),
            Stop(
                self.tr("Styles"),
                self.tr(
                    "Click a style: a moment later you see your photo in it. Rest the pointer on others to try them "
                    "on. Any picture can be a style: drop it here."
                ),
                dock("styles_panel"),
            ),
            Stop(
                self.tr("Your hand on it"),
                self.tr(
                    "Strength, Brush size and Colour mean the same for every style. Move them: the picture follows. "
                    "Instant shows and paints at once; Paint takes minutes and goes deeper."
                ),
                dock("parameters_panel"),
            ),
            Stop(
                self.tr("Every result is kept"),
                self.tr(
                    "Start paints at full size, and the result comes into this strip. Double-click one to go on from "
                    "it, rate it with 1 to 5. Undo takes back everything, even deleting."
                ),
                dock("history_panel"),
            ),
            Stop(
                self.tr("Take it with you"),
                self.tr(
                    "Export saves a picture file, at any size, with its recipe inside: dropped back here, it restores "
                    "everything. F1 opens the manual, Ctrl+Shift+P finds any command."
                ),
                lambda: window.toolbar.widgetForAction(window.actions_by_id["export"]),
            ),
        ]

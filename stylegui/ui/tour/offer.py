"""The offer of the tour to somebody who starts the program for the first time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from stylegui.ui.messages import Messages
from stylegui.ui.preferences import Preferences
from stylegui.ui.recovering import Recovering
from stylegui.ui.tour.tour import Tour


class TourOffer(QObject):
    """Offers the tour once, and never where something else is to be said or done."""

    def __init__(
        self,
        tour: Tour,
        recovering: Recovering | None,
        preferences: Preferences,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tour = tour
        self._recovering = recovering
        self._preferences = preferences
        self._messages = messages

    def make(self) -> None:
        """Make the offer once it is known that no lost work has to be offered instead."""
        if self._preferences.current.tour_offered:
            return
        if self._recovering is None or self._recovering.looked:
            self._make()
        else:
            self._recovering.searched.connect(self._make)

    @Slot()
    def _make(self) -> None:
        lost = self._recovering is not None and self._recovering.offered > 0
        if lost or self._messages.standing or self._tour.card is not None:
            return
        self._preferences.remember(tour_offered=True)
        text = self.tr("New here? A short tour shows how everything works, on a sample photo.")
        self._messages.offer(text, self.tr("Take the tour"), self._start)

    def _start(self) -> None:
        self._messages.clear()
        self._tour.start()

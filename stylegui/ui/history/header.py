"""The head of the history: its name, how many versions there are and which are shown, and the scrub bar."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from stylegui.ui import theme
from stylegui.ui.history.film_progress import FilmProgress
from stylegui.ui.history.model import VersionFilter
from stylegui.ui.history.scrub import ScrubBar
from stylegui.ui.icons import icon
from stylegui.ui.parameters.segmented import Segmented

HEIGHT_PX = 40
ICON_PX = 12
SCRUB_PX = 760
"""The scrub bar needs no more, however wide the window is."""


class HistoryHeader(QWidget):
    """Stands in the place of the dock's title bar, so that the strip below has all the room."""

    filter_picked = Signal(object)
    """A `VersionFilter`."""
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT_PX)
        self._whole = 0
        title = QLabel(self.tr("History"))
        title.setProperty("role", "heading")
        self._count = QLabel()
        self._count.setProperty("role", "dim")
        self.filters = Segmented(
            [
                (VersionFilter.ALL.value, self.tr("All")),
                (VersionFilter.RATED.value, self.tr("Rated")),
                (VersionFilter.KEPT.value, self.tr("Not rejected")),
            ]
        )
        self.filters.set_accessible_name(self.tr("Versions shown"))
        self.filters.set_value(VersionFilter.ALL.value)
        self.filters.picked.connect(self._on_picked)
        self.filters.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.scrub = ScrubBar()
        self.scrub.setMaximumWidth(SCRUB_PX)
        self.film_progress = FilmProgress()
        self.close_button = QToolButton()
        self.close_button.setProperty("small", True)
        self.close_button.setIcon(icon("close"))
        self.close_button.setIconSize(QSize(ICON_PX, ICON_PX))
        self.close_button.setToolTip(self.tr("Close the history"))
        self.close_button.setAccessibleName(self.tr("Close the history"))
        self.close_button.clicked.connect(self.close_requested)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 5, 5)
        row.setSpacing(10)
        row.addWidget(title)
        row.addWidget(self._count)
        row.addSpacing(6)
        row.addWidget(self.filters)
        row.addStretch(1)
        row.addWidget(self.film_progress)
        row.addWidget(self.scrub, 100)
        row.addSpacing(6)
        row.addWidget(self.close_button)
        self.show_count(0, 0)

    def show_count(self, shown: int, whole: int) -> None:
        """How many versions there are, and how many of them are shown."""
        text = "" if not whole else str(whole) if shown == whole else self.tr("{} of {}").format(shown, whole)
        self._count.setText(text)
        self._whole = whole
        self._fit()

    def show_scrub(self, shown: bool) -> None:
        """Show the scrub bar, or take it away."""
        self.scrub.setVisible(shown)
        self._fit()

    def _fit(self) -> None:
        """Say less where there is little room: first what the buttons do, then which versions are shown."""
        for compact, filters in ((False, True), (True, True), (True, False)):
            self.scrub.set_compact(compact)
            self.filters.setVisible(filters and self._whole > 0)
            if self._row.sizeHint().width() <= self.width():
                return

    @Slot(str)
    def _on_picked(self, value: str) -> None:
        self.filter_picked.emit(VersionFilter(value))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(look.window))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(look.line))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEIGHT_PX)

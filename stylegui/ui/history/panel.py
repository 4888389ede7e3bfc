"""The history panel: the strip of versions under its head, or a sentence where there are none."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from stylegui.project.document import Version
from stylegui.ui.history.header import HistoryHeader
from stylegui.ui.history.model import VersionFilter, VersionModel
from stylegui.ui.history.view import HEIGHT_PX, FilmView
from stylegui.ui.icons import pixmap
from stylegui.ui.theme import current

EMPTY_ICON_PX = 28


class HistoryPanel(QWidget):
    """Versions from the oldest to the newest. It decides nothing: it shows, and tells what is asked for.

    Signals carry a `Version`, or a list of them in the order of the strip.
    """

    adopted = Signal(object)
    peeked = Signal(object)
    """A `Version` that is looked at while button or key is held, or None when it is let go."""
    compare_wanted = Signal(object)
    """Two or more versions to compare with each other, the one to look at last."""
    branch_wanted = Signal(object, object)
    """A `Version`, and the `Picture` of its making to go on from, or None for the version itself."""
    subject_changed = Signal(object)
    """The one `Version` that is selected, or None."""

    def __init__(self, model: VersionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.header = HistoryHeader(self)
        self.view = FilmView(model)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = QLabel()
        self._sentence.setProperty("role", "dim")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._icon)
        column.addWidget(self._sentence)
        column.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(empty)
        # The gaps between panels are darker than they are.
        self._pages.setAutoFillBackground(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages)
        self.header.filter_picked.connect(self.show_filter)
        self.view.adopted.connect(self.adopted)
        self.view.holding.peeked.connect(self.peeked)
        self.view.selection_moved.connect(self._tell_subject)
        model.refreshed.connect(self._refresh)
        self._refresh()

    @property
    def subject(self) -> Version | None:
        """The one version that is selected; None where there are none or several."""
        versions = self.view.versions
        return versions[0] if len(versions) == 1 else None

    @Slot(object)
    def show_filter(self, wanted: VersionFilter) -> None:
        """Show these versions only."""
        self.header.filters.set_value(wanted.value)
        self._model.set_filter(wanted)

    @Slot()
    def _tell_subject(self) -> None:
        self.subject_changed.emit(self.subject)

    @Slot()
    def _refresh(self) -> None:
        shown, whole = len(self._model.versions), self._model.document_count
        self.header.show_count(shown, whole)
        self._pages.setCurrentIndex(0 if shown else 1)
        if not whole:
            text = self.tr("Every picture you paint is kept here as a version.")
        elif self._model.filter is VersionFilter.RATED:
            text = self.tr("No version has stars yet. Press 1 to 5 to give some.")
        else:
            text = self.tr("All versions are rejected. Choose “All” to see them.")
        self._sentence.setText(text)
        self._icon.setPixmap(pixmap("history", EMPTY_ICON_PX, current().text_off, self.devicePixelRatioF()))

    def sizeHint(self) -> QSize:
        return QSize(600, HEIGHT_PX)

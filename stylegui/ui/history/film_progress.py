"""How far a film is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from stylegui.ui.icons import icon
from stylegui.ui.parameters.words import percent_text

BAR_SIZE = QSize(90, 6)


class FilmProgress(QWidget):
    """How far a film is, with a button that gives it up. Hidden while none is made."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._label.setProperty("role", "dim")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setProperty("slim", True)
        self._bar.setFixedSize(BAR_SIZE)
        self._bar.setRange(0, 1000)
        self._bar.setAccessibleName(self.tr("Progress of the film"))
        button = QToolButton()
        button.setProperty("small", True)
        button.setIcon(icon("stop"))
        button.setIconSize(QSize(14, 14))
        button.setToolTip(self.tr("Give the film up"))
        button.setAccessibleName(self.tr("Give the film up"))
        button.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self._label)
        row.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(button)
        self.hide()

    @Slot(float)
    def show_share(self, share: float) -> None:
        """So much of the film is done, 0 to 1."""
        self._label.setText(self.tr("Film {}").format(percent_text(share)))
        self._bar.setValue(round(1000 * share))
        self.show()

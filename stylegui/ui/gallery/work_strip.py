"""A slim line above the gallery's foot that tells what is being done, how far it is, and lets it be stopped."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from stylegui.ui import icons


class WorkStrip(QWidget):
    """Hidden while nothing is done."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._label.setProperty("role", "dim")
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar()
        self._bar.setProperty("slim", True)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress in the gallery"))
        stop = QToolButton()
        stop.setProperty("small", True)
        stop.setIcon(icons.icon("close"))
        stop.setAccessibleName(self.tr("Stop this"))
        stop.setToolTip(self.tr("Stop this; what is done so far stays."))
        stop.clicked.connect(self.cancelled)
        words = QVBoxLayout()
        words.setSpacing(5)
        words.addWidget(self._label)
        words.addWidget(self._bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 2)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        layout.addWidget(stop)
        self.hide()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._label.text()

    @Slot(str, int, int)
    def show_progress(self, text: str, done: int, total: int) -> None:
        """Tell what is done; nothing is, if `text` is empty."""
        self.setVisible(bool(text))
        if text:
            number = self.tr("{} of {}").format(min(done + 1, total), total) if total > 1 else ""
            self._label.setText(self.tr("{} · {}").format(text, number) if number else self.tr("{}…").format(text))
            self._bar.setRange(0, total)
            self._bar.setValue(done)

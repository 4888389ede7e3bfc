"""The status bar: what is going on, on which device, with how much memory."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QSizePolicy, QStatusBar, QWidget

from stylegui.engine.engines import Progress
from stylegui.ui.parameters.words import bytes_text, device_text, duration_text

BAR_SIZE = QSize(140, 6)


class StatusBar(QStatusBar):
    """One sentence on the left; progress, size of the canvas, memory and device on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._step = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setProperty("slim", True)
        self._bar.setFixedSize(BAR_SIZE)
        self._bar.setAccessibleName(self.tr("Progress of the painting"))
        self._picture = QLabel()
        self._memory = QLabel()
        self._memory.setToolTip(self.tr("Memory that is free for painting"))
        self._device = QLabel()
        self._device.setToolTip(self.tr("What computes the pictures"))
        self.addWidget(self._sentence, 1)
        for widget in (self._step, self._bar, self._picture, self._memory, self._device):
            self.addPermanentWidget(widget)
            if isinstance(widget, QLabel):
                widget.setProperty("role", "dim")
                widget.setFrameShape(QFrame.Shape.NoFrame)
                widget.setContentsMargins(6, 0, 6, 0)
        self.show_idle()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    @Slot(str)
    def say(self, text: str) -> None:
        """What is going on, until something else is said."""
        self._sentence.setText(text)
        self._sentence.setToolTip(text)

    def show_picture(self, text: str) -> None:
        """Name and size of what is on the canvas."""
        self._picture.setText(text)
        self._picture.setVisible(bool(text))

    def show_device(self, device: str) -> None:
        self._device.setText(device_text(device) if device else "")
        self._device.setVisible(bool(device))

    def show_memory(self, free_bytes: int) -> None:
        """Free memory in bytes; 0 where it cannot be told."""
        self._memory.setText(self.tr("{} free").format(bytes_text(free_bytes)) if free_bytes else "")
        self._memory.setVisible(bool(free_bytes))

    def show_progress(self, progress: Progress) -> None:
        self._bar.setRange(0, max(progress.steps, 1))
        self._bar.setValue(progress.step)
        text = self.tr("Step {} of {}").format(progress.step, progress.steps)
        if progress.eta_s is not None:
            text += " · " + self.tr("{} left").format(duration_text(progress.eta_s))
        self._step.setText(text)
        self._step.show()
        self._bar.show()
        self.show_device(progress.device)

    def show_busy(self) -> None:
        """Something runs whose end is not known yet."""
        self._bar.setRange(0, 0)
        self._bar.show()
        self._step.hide()

    def show_idle(self) -> None:
        self._step.hide()
        self._bar.hide()

"""The status bar: what is going on, on which device, with how much memory."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QSizePolicy, QStatusBar, QToolButton, QWidget

from stylegui.engine.engines import Progress
from stylegui.ui.parameters.words import bytes_text, device_text, duration_text

BAR_SIZE = QSize(140, 6)
BAR_PARTS = 1000


class StatusBar(QStatusBar):
    """One sentence on the left; the queue, progress, size of the canvas, memory and device on the right."""

    queue_clicked = Signal()
    """The artist wants to see what waits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._queue = QToolButton()
        self._queue.setProperty("small", True)
        self._queue.setAutoRaise(True)
        self._queue.setToolTip(self.tr("Show the queue"))
        self._queue.clicked.connect(self.queue_clicked)
        self._left = QLabel()
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
        for widget in (self._queue, self._left, self._bar, self._picture, self._memory, self._device):
            self.addPermanentWidget(widget)
            if isinstance(widget, QLabel):
                widget.setProperty("role", "dim")
                widget.setFrameShape(QFrame.Shape.NoFrame)
                widget.setContentsMargins(6, 0, 6, 0)
        self.show_idle()
        self.show_queue("")

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    @Slot(str)
    def say(self, text: str) -> None:
        """What is going on, until something else is said."""
        self._sentence.setText(text)
        self._sentence.setToolTip(text)

    def show_queue(self, text: str) -> None:
        """How many pictures wait, as a button that leads to them; "" for none."""
        self._queue.setText(text)
        self._queue.setAccessibleName(text)
        self._queue.setVisible(bool(text))

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

    def show_progress(self, progress: Progress, share_done: float) -> None:
        """How far the painting is: `share_done` of its time, 0..1. The steps are told on the canvas."""
        self._bar.setRange(0, BAR_PARTS)
        self._bar.setValue(round(share_done * BAR_PARTS))
        left = "" if progress.eta_s is None else self.tr("{} left").format(duration_text(progress.eta_s))
        self._left.setText(left)
        self._left.setVisible(bool(left))
        self._bar.show()
        self.show_device(progress.device)

    def show_busy(self) -> None:
        """Something runs whose end is not known yet."""
        self._bar.setRange(0, 0)
        self._bar.show()
        self._left.hide()

    def show_idle(self) -> None:
        self._left.hide()
        self._bar.hide()

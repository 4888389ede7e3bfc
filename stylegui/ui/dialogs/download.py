"""The download of a network: asked for first, followed while it runs, and told how it ended."""

from __future__ import annotations

import enum

from PySide6.QtCore import QElapsedTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from stylegui.ui.dialogs.form import dim, heading, set_role
from stylegui.ui.language import in_words
from stylegui.ui.parameters.words import bytes_text, duration_text

TOLD_AFTER_MS = 2000
STEPS = 1000


class DownloadState(enum.Enum):
    ASKING = "asking"
    DOWNLOADING = "downloading"
    CHECKING = "checking"
    DONE = "done"
    FAILED = "failed"


class DownloadDialog(QDialog):
    """Shows one download that others carry out.

    `download_requested` comes when the user agrees, and again for another try; `cancel_requested` when the user stops
    it. The worker tells how it goes through `progress_reported`, which may be emitted from any thread, and the outcome
    comes through `set_done` and `set_failed`, in the window's thread. A cancelled download closes the dialog at once.
    """

    download_requested = Signal()
    cancel_requested = Signal()
    progress_reported = Signal(object, object)  # bytes that are there; all bytes, or None where nobody knows

    def __init__(
        self, name: str, size_bytes: float, host: str, *, ask: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Download"))
        self._name = name
        self._clock = QElapsedTimer()
        self._first_bytes = 0
        self._state = DownloadState.ASKING
        self._title = heading("")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setProperty("slim", True)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the download"))
        self._numbers = dim(" ", wrap=False)
        self._refuse = QPushButton()
        self._refuse.setAutoDefault(False)
        self._refuse.clicked.connect(self.reject)
        self._agree = QPushButton()
        self._agree.setDefault(True)
        self._agree.clicked.connect(self._go_on)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._refuse)
        foot.addWidget(self._agree)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(10)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addSpacing(4)
        layout.addWidget(self._bar)
        layout.addWidget(self._numbers)
        layout.addStretch(1)
        layout.addLayout(foot)
        self.setMinimumWidth(480)
        self.progress_reported.connect(self._on_progress)
        self._question = self.tr(
            "{} will be downloaded from {} ({}) and kept on this computer. Nothing is sent there."
        ).format(name, host, bytes_text(size_bytes))
        self._show(DownloadState.ASKING, self._question)
        if not ask:
            self.begin()

    @property
    def state(self) -> DownloadState:
        return self._state

    def text(self) -> str:
        """What the dialog says at the moment."""
        return self._text.text()

    @Slot()
    def begin(self) -> None:
        """Start, without a question (where the settings allow it, or the user has agreed)."""
        self._clock.invalidate()
        self._bar.setRange(0, 0)
        self._numbers.setText(" ")
        self._show(DownloadState.DOWNLOADING, self.tr("What has arrived is kept if you stop."))
        self.download_requested.emit()

    @Slot()
    def set_done(self) -> None:
        """The network is there and has been checked."""
        self._bar.setRange(0, STEPS)
        self._bar.setValue(STEPS)
        self._numbers.setText(" ")
        self._show(DownloadState.DONE, self.tr("{} is on this computer now.").format(self._name))

    @Slot(str)
    def set_failed(self, text: str) -> None:
        """It did not work; `text` says why, in one sentence."""
        self._show(DownloadState.FAILED, in_words(text))

    def _show(self, state: DownloadState, text: str) -> None:
        self._state = state
        titles = {
            DownloadState.ASKING: self.tr("Download {}?"),
            DownloadState.DOWNLOADING: self.tr("Downloading {}"),
            DownloadState.CHECKING: self.tr("Checking {}"),
            DownloadState.DONE: self.tr("{} is ready"),
            DownloadState.FAILED: self.tr("{} could not be downloaded"),
        }
        self._title.setText(titles[state].format(self._name))
        self._text.setText(text)
        set_role(self._text, "error" if state is DownloadState.FAILED else "")
        running = state in (DownloadState.DOWNLOADING, DownloadState.CHECKING)
        for widget in (self._bar, self._numbers):
            widget.setVisible(running or state is DownloadState.DONE)
        agree = {
            DownloadState.ASKING: self.tr("Download"),
            DownloadState.DONE: self.tr("Close"),
            DownloadState.FAILED: self.tr("Try again"),
        }.get(state, "")
        self._agree.setText(agree)
        self._agree.setVisible(bool(agree))
        self._refuse.setText(self.tr("Close") if state is DownloadState.FAILED else self.tr("Cancel"))
        self._refuse.setVisible(state is not DownloadState.DONE)

    @Slot()
    def _go_on(self) -> None:
        if self._state is DownloadState.DONE:
            self.accept()
        else:
            self.begin()

    @Slot(object, object)
    def _on_progress(self, there: int, total: int | None) -> None:
        if self._state is not DownloadState.DOWNLOADING:
            return
        if total is None:
            self._numbers.setText(bytes_text(there))
            return
        self._bar.setRange(0, STEPS)
        self._bar.setValue(int(STEPS * there / max(total, 1)))
        if there >= total:
            self._numbers.setText(" ")
            self._bar.setRange(0, 0)
            self._show(DownloadState.CHECKING, self.tr("Its content is compared with what was published."))
            return
        text = self.tr("{} of {}").format(bytes_text(there), bytes_text(total))
        rest = self._remaining_s(there, total)
        self._numbers.setText(text if rest is None else self.tr("{}, {} left").format(text, duration_text(rest)))

    def _remaining_s(self, there: int, total: int) -> float | None:
        """The time left at the mean speed of this try; None before it can be told."""
        if not self._clock.isValid():
            self._clock.start()
            self._first_bytes = there
            return None
        came, elapsed_ms = there - self._first_bytes, self._clock.elapsed()
        if came <= 0 or elapsed_ms < TOLD_AFTER_MS:
            return None
        return (total - there) / came * elapsed_ms / 1000

    def reject(self) -> None:
        if self._state in (DownloadState.DOWNLOADING, DownloadState.CHECKING):
            self.cancel_requested.emit()
        super().reject()

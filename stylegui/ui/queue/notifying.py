"""Tells outside the window that pictures are done, while the artist looks at something else."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from stylegui.jobs.queue import JobQueue
from stylegui.jobs.runner import Cancelled, Failed, Terminal
from stylegui.settings import SettingsStore
from stylegui.ui import icons
from stylegui.ui.language import in_words
from stylegui.ui.main_window import MainWindow
from stylegui.ui.queue.words import title_text

SHOWN_MS = 10_000


class Notifying(QObject):
    """A message of the desktop for each job that ends while the window has not the focus, where the desktop shows any.

    Else the window asks for attention in its own way. What the artist has stopped is no news.
    """

    def __init__(
        self, window: MainWindow, queue: JobQueue, settings: SettingsStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._queue = queue
        self._settings = settings
        self._tray: QSystemTrayIcon | None = None
        queue.job_ended.connect(self._on_job_ended)

    def close(self) -> None:
        """Take the icon away that the messages came from."""
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None

    @Slot(object)
    def _on_job_ended(self, event: Terminal) -> None:
        record = self._queue.record(event.job_id)
        away = QApplication.activeWindow() is None and self._window.isVisible()
        if record is None or isinstance(event, Cancelled) or not away or not self._settings.current.notify_when_done:
            return
        if isinstance(event, Failed):
            self.tell(self.tr("“{}” could not be painted").format(title_text(record)), in_words(event.text))
            return
        waiting = len(self._queue.waiting)
        rest = self.tr("{} more in the queue.").format(waiting) if waiting else self.tr("Everything is painted.")
        self.tell(self.tr("“{}” is painted").format(title_text(record)), rest)

    def tell(self, title: str, text: str) -> None:
        """Show a message of the desktop, or ask for attention where it shows none."""
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            if self._tray is None:
                self._tray = QSystemTrayIcon(icons.app_icon(), self)
                self._tray.setToolTip("stylegui")
                self._tray.messageClicked.connect(self._raise)
            self._tray.show()
            self._tray.showMessage(title, text, icons.app_icon(), SHOWN_MS)
        else:
            QApplication.alert(self._window)

    @Slot()
    def _raise(self) -> None:
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

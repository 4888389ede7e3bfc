"""Downloads of networks: asked for, followed in a dialog, carried out in the background."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Qt, Signal, Slot

from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.encoders.download import install
from stylegui.engine.encoders.weights import MANIFEST, WeightsError
from stylegui.jobs.task import TaskPool
from stylegui.paths import Paths
from stylegui.ui.dialogs.download import DownloadDialog
from stylegui.ui.main_window import MainWindow
from stylegui.ui.messages import Messages
from stylegui.ui.preferences import Preferences


class Downloads(QObject):
    """One download at a time. Nothing is fetched that the artist did not ask for."""

    network_installed = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        paths: Paths,
        preferences: Preferences,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._paths = paths
        self._preferences = preferences
        self._messages = messages
        self._tasks = TaskPool(expected=(WeightsError,), parent=self)
        self._control: RunControl | None = None
        self._dialog: DownloadDialog | None = None
        self._id = ""

    @property
    def dialog(self) -> DownloadDialog | None:
        """The dialog that is open now."""
        return self._dialog

    @Slot(str)
    def ask(self, network_id: str) -> None:
        """Offer the download of a network, or begin it where the settings allow that without a question."""
        access = self._preferences.current.network_access
        entry = MANIFEST[network_id]
        if access == "never":
            self._messages.error(
                self.tr("{} is not on this computer, and the settings do not allow downloads.").format(entry.title)
            )
            return
        if self._dialog is not None:
            self._dialog.raise_()
            return
        self._id = network_id
        host = urlsplit(entry.url).hostname or entry.url
        dialog = DownloadDialog(entry.title, entry.size_mib * 2**20, host, parent=self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.download_requested.connect(self._begin)
        dialog.cancel_requested.connect(self._cancel)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()
        if access == "allowed":
            dialog.begin()

    def close(self, timeout_ms: int) -> bool:
        """Stop a download; what has arrived is kept for the next try. False where it took too long."""
        self._cancel()
        return self._tasks.close(timeout_ms)

    @Slot()
    def _begin(self) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        control = RunControl()
        self._control = control
        entry, folder, report = MANIFEST[self._id], self._paths.models, dialog.progress_reported

        def fetch() -> bool:
            """Whether the network is there now; False after a cancellation."""
            try:
                install(entry, folder, report.emit, control)
            except Cancelled:
                return False
            return True

        self._tasks.run(fetch, self._on_done, self._on_failed)

    @Slot()
    def _cancel(self) -> None:
        if self._control is not None:
            self._control.cancel()
            self._control = None

    @Slot()
    def _forget(self) -> None:
        self._dialog = None

    def _on_done(self, complete: bool) -> None:
        if complete:
            self._control = None
            if self._dialog is not None:
                self._dialog.set_done()
            self.network_installed.emit(self._id)

    def _on_failed(self, text: str) -> None:
        self._control = None
        if self._dialog is not None:
            self._dialog.set_failed(text)
        else:
            self._messages.error(text)

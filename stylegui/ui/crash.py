"""Errors that nobody caught, told in the window without ending it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget


class CrashReporter(QObject):
    """`report` may be called in any thread; the dialog opens in the thread of this object, one at a time."""

    _reported = Signal(str)

    def __init__(self, log_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self._window: QWidget | None = None
        self._dialog: QMessageBox | None = None
        self._reported.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def set_window(self, window: QWidget | None) -> None:
        """The window that dialogs belong to."""
        self._window = window

    def report(self, line: str) -> None:
        """Tell the artist about an error; `line` is the error in the words of the program."""
        self._reported.emit(line)

    @property
    def dialog(self) -> QMessageBox | None:
        """The dialog that is open now."""
        return self._dialog

    @Slot(str)
    def _show(self, line: str) -> None:
        if self._dialog is not None:
            return  # the first error is the telling one; the others stand in the log
        dialog = QMessageBox(
            QMessageBox.Icon.Warning,
            self.tr("Something went wrong"),
            self.tr("An error in the program got in the way. Your pictures are still here, and you can go on."),
            QMessageBox.StandardButton.Ok,
            self._window,
        )
        dialog.setInformativeText(self.tr("The log tells more: it helps to get this repaired."))
        dialog.setDetailedText(line)
        open_log = dialog.addButton(self.tr("Open log folder"), QMessageBox.ButtonRole.ActionRole)
        open_log.clicked.connect(self._open_log)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_file.parent)))

    @Slot()
    def _forget(self) -> None:
        self._dialog = None

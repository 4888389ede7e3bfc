"""The facts that help when something does not work: to be read, and copied. Nothing is sent."""

from __future__ import annotations

import functools

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from stylegui import diagnosis
from stylegui.jobs.task import TaskPool
from stylegui.paths import Paths
from stylegui.ui.dialogs.form import dim, fitted

LOG_LINES = 60


def report(paths: Paths) -> str:
    """The whole report as text, with the end of the log; hashes all networks, so it takes seconds."""
    text = diagnosis.describe(diagnosis.examine(paths))
    try:
        lines = paths.log_file.read_text(encoding="utf-8", errors="replace").splitlines()[-LOG_LINES:]
    except OSError:
        lines = []
    return "\n".join((text, "", "Log", *(f"  {line}" for line in lines))) if lines else text


class DiagnosisDialog(QDialog):
    """Works the report out in the background and shows it."""

    def __init__(self, paths: Paths, tasks: TaskPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Diagnosis"))
        self._tasks = tasks
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setPlaceholderText(self.tr("Looking at devices, networks and folders…"))
        self._text.setAccessibleName(self.tr("Diagnosis"))
        self._copy = QPushButton(self.tr("Copy"))
        self._copy.setEnabled(False)
        self._copy.clicked.connect(self._copy_all)
        buttons = QDialogButtonBox()
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._copy)
        foot.addStretch(1)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(
            dim(
                self.tr(
                    "What somebody who helps you would ask first. Nothing is sent: copy it and paste it where you "
                    "want. It names folders of this computer."
                )
            )
        )
        layout.addWidget(self._text, 1)
        layout.addLayout(foot)
        self.resize(fitted(820, 620))
        self._task = tasks.run(functools.partial(report, paths), self._show, self._show)

    @property
    def text(self) -> str:
        """What has been found out; "" as long as it is being worked out."""
        return self._text.toPlainText()

    def _show(self, text: str) -> None:
        self._text.setPlainText(text)
        self._copy.setEnabled(True)

    @Slot()
    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self._copy.setText(self.tr("Copied"))

    def done(self, result: int) -> None:
        self._tasks.discard(self._task)
        super().done(result)

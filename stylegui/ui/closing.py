"""Closing the window: ask if something would be lost, stop what runs, and end everything in order."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from stylegui.project.document import Document
from stylegui.settings import SettingsStore
from stylegui.ui.exporting import Exporter
from stylegui.ui.main_window import MainWindow
from stylegui.ui.painting import Painting

log = logging.getLogger(__name__)


class Closing(QObject):
    """Decides whether the window may close. `ask` is False where nobody is there to answer."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        painting: Painting,
        exporter: Exporter,
        settings: SettingsStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._document = document
        self._painting = painting
        self._exporter = exporter
        self._settings = settings
        self._steps: list[Callable[[], object]] = []
        self._losses: list[Callable[[], str]] = []
        self.ask = True

    def at_end(self, *steps: Callable[[], object]) -> None:
        """Do these, in this order, once it is clear that the window closes. A step that gives False took too long."""
        self._steps += steps

    def warn_of(self, loss: Callable[[], str]) -> None:
        """Also ask when `loss` gives a sentence about what would be lost, and not ""."""
        self._losses.append(loss)

    def may_close(self) -> bool:
        """Write what is to be written, ask if something would be lost, then end everything."""
        if not self._exporter.finish():
            return False
        loss = self._loss() if self.ask and self._settings.current.confirm_on_close_while_busy else ""
        if loss and not self._confirm(loss):
            return False
        for step in self._steps:
            if step() is False:
                log.warning("something takes long to end: %s", step)
        return True

    def _loss(self) -> str:
        """What would be lost, in a sentence; "" if nothing."""
        if self._painting.busy:
            return self.tr("A picture is being painted. If you close now, it is lost.")
        if other := next((text for loss in self._losses if (text := loss())), ""):
            return other
        unsaved = sum(not self._exporter.has_exported(version) for version in self._document.versions)
        if unsaved == 1:
            return self.tr("A result has not been exported. If you close now, it is lost.")
        if unsaved:
            return self.tr("{} results have not been exported. If you close now, they are lost.").format(unsaved)
        return ""

    def _confirm(self, loss: str) -> bool:
        answer = QMessageBox.question(
            self._window,
            self.tr("Close stylegui?"),
            loss,
            QMessageBox.StandardButton.Close | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Close

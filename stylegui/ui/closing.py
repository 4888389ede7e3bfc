"""Closing the window: ask if something would be lost, stop what runs, and end everything in order."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from stylegui.settings import SettingsStore
from stylegui.ui.exporting import Exporter
from stylegui.ui.main_window import MainWindow
from stylegui.ui.painting import Painting
from stylegui.ui.projecting import Projecting
from stylegui.ui.queue.question import Fate, ask_about_jobs

log = logging.getLogger(__name__)


class Closing(QObject):
    """Decides whether the window may close. `ask` is False where nobody is there to answer."""

    def __init__(
        self,
        window: MainWindow,
        painting: Painting,
        exporter: Exporter,
        projecting: Projecting,
        settings: SettingsStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._painting = painting
        self._exporter = exporter
        self._projecting = projecting
        self._settings = settings
        self._steps: list[Callable[[], object]] = []
        self._losses: list[Callable[[], str]] = []
        self.ask = True
        self.can_keep = False
        """Whether there is a place where work is kept until the next start."""
        self.keeps = False
        """Whether it is to be kept: the artist wants to go on later, or nobody was asked about it."""

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
        if self.ask and self._settings.current.confirm_on_close_while_busy:
            if not self._may_leave():
                return False
        else:
            self.keeps = self._painting.has_orders or bool(self._projecting.loss())
        self._projecting.file.finish()
        for step in self._steps:
            try:
                if step() is False:
                    log.warning("something takes long to end: %s", step)
            except Exception:
                # The others still have threads to end, files to give back and work to put aside.
                log.exception("something could not be ended: %s", step)
        return True

    def _may_leave(self) -> bool:
        """Ask about everything that would be lost."""
        self.keeps = False
        if self._painting.has_orders:
            fate = ask_about_jobs(self._window, self._painting.waiting, can_keep=self.can_keep)
            if fate is Fate.STAY:
                return False
            self.keeps = fate is Fate.LATER
        loss = self._loss()
        if loss and not self._confirm(loss):
            return False
        return self.keeps or self._projecting.may_leave()

    def _loss(self) -> str:
        """What else would be lost, in a sentence; "" if nothing."""
        return next((text for loss in self._losses if (text := loss())), "")

    def _confirm(self, loss: str) -> bool:
        answer = QMessageBox.question(
            self._window,
            self.tr("Close stylegui?"),
            loss,
            QMessageBox.StandardButton.Close | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Close

"""What a crash has left: looked for at the start, offered, and taken up again."""

from __future__ import annotations

import functools
import logging
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMessageBox

from stylegui.jobs.task import TaskPool
from stylegui.project.document import Document
from stylegui.project.recovery import Lost, RecoveryFolder, find_recoverable
from stylegui.project.working import Content, Working
from stylegui.ui.autosaving import Autosaver
from stylegui.ui.canvas.pixels import picture_image
from stylegui.ui.dialogs.recovery import PICTURE_PX, LostItem, RecoveryDialog, Wish
from stylegui.ui.main_window import MainWindow
from stylegui.ui.messages import Messages
from stylegui.ui.projecting import Projecting

log = logging.getLogger(__name__)

Found = list[tuple[Lost, QImage | None]]


class Recovering(QObject):
    """Keeps the window's work in its recovery folder, and offers what windows before it had to leave there."""

    searched = Signal()
    """It is known now what was left; if there was something, it is offered."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        folder: RecoveryFolder,
        projecting: Projecting,
        tasks: TaskPool,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._document = document
        self._folder = folder
        self._projecting = projecting
        self._tasks = tasks
        self._messages = messages
        self._lost: list[Lost] = []
        self._looked = False
        self._images: dict[Lost, QImage | None] = {}
        self._dialog: RecoveryDialog | None = None
        self.autosaver = Autosaver(document, folder, projecting.about, self)
        self.autosaver.failed.connect(messages.error)
        self._tasks.run(functools.partial(_look, folder.folder.parent), self._on_found, messages.error)

    @property
    def looked(self) -> bool:
        """Whether it is known what was left; if there was something, it is offered now."""
        return self._looked

    @property
    def offered(self) -> int:
        """How many documents are offered."""
        return len(self._lost)

    @property
    def dialog(self) -> RecoveryDialog | None:
        """The offer that is open now."""
        return self._dialog

    def close(self, *, keep: bool) -> None:
        """The window closes. With `keep` its work is left for the next start; else nothing is."""
        for lost in self._lost:
            lost.leave()
        kept = keep and self.autosaver.save_now()
        self.autosaver.close()
        self._folder.close(keep=kept)

    # -- the offer --------------------------------------------------------------------------------------------------

    def _on_found(self, found: Found) -> None:
        self._lost = [lost for lost, _ in found]
        self._images = dict(found)
        self._looked = True
        self._offer()
        self.searched.emit()

    def _offer(self) -> None:
        if not self._lost:
            return
        dialog = RecoveryDialog([self._item(lost) for lost in self._lost], self._window)
        dialog.wished.connect(self._on_wished)
        dialog.finished.connect(self._on_closed)
        self._dialog = dialog
        dialog.open()

    def _item(self, lost: Lost) -> LostItem:
        facts = []
        if lost.versions:
            facts.append(self.tr("1 version") if lost.versions == 1 else self.tr("{} versions").format(lost.versions))
        if lost.jobs:
            facts.append(self.tr("1 painting job") if lost.jobs == 1 else self.tr("{} painting jobs").format(lost.jobs))
        facts.append(self._when(lost.about.saved))
        return LostItem(lost.about.name or self.tr("Untitled"), " · ".join(facts), self._images.get(lost))

    def _when(self, moment: datetime) -> str:
        """A moment as one says it: today and yesterday by name, and the time as the computer writes it."""
        local = moment.astimezone()
        days = (datetime.now().astimezone().date() - local.date()).days
        locale, time = QLocale(), QDateTime.fromSecsSinceEpoch(int(local.timestamp()))
        clock = locale.toString(time.time(), QLocale.FormatType.ShortFormat)
        if days == 0:
            return self.tr("today at {}").format(clock)
        if days == 1:
            return self.tr("yesterday at {}").format(clock)
        return self.tr("{} at {}").format(locale.toString(time.date(), QLocale.FormatType.LongFormat), clock)

    @Slot(int, object)
    def _on_wished(self, number: int, wish: Wish) -> None:
        dialog, lost = self._dialog, self._lost[number]
        if dialog is None:
            return
        if wish is Wish.DELETE and not self._may_delete(dialog):
            return
        self._lost.remove(lost)
        if wish is Wish.RESTORE:
            dialog.accept()
            self._restore(lost)
            return
        lost.discard()
        dialog.accept()
        self._offer()

    def _may_delete(self, dialog: RecoveryDialog) -> bool:
        answer = QMessageBox.question(
            dialog,
            self.tr("Delete this work?"),
            self.tr("It cannot be brought back after that."),
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Discard

    @Slot()
    def _on_closed(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            if dialog.result() == RecoveryDialog.DialogCode.Rejected:
                for lost in self._lost:
                    lost.leave()
                self._lost = []
            dialog.deleteLater()

    # -- taking it up -----------------------------------------------------------------------------------------------

    def _restore(self, lost: Lost) -> None:
        self._messages.news(self.tr("Restoring your work…"))
        self._tasks.run(
            functools.partial(self._folder.adopt, lost, self._document.store),
            functools.partial(self._on_adopted, lost),
            functools.partial(self._on_not_adopted, lost),
        )

    def _on_adopted(self, lost: Lost, content: Content | None) -> None:
        for other in self._lost:
            other.leave()
        self._lost = []
        content = content or Content(Working(setup=self._document.setup))
        self._projecting.show_recovered(content, lost.about)
        # Only when it lies safely in this window's folder may it go from the other one.
        if self.autosaver.save_now(over=lost):
            lost.discard()
        else:
            lost.leave()
        self._messages.news(self.tr("Your work is restored."))
        self._projecting.recovered.emit()

    def _on_not_adopted(self, lost: Lost, text: str) -> None:
        lost.leave()
        self._messages.news("")
        self._messages.error(text)


def _look(root: Path) -> Found:
    found: Found = []
    for lost in find_recoverable(root):
        picture = lost.thumbnail(2 * PICTURE_PX)
        found.append((lost, picture_image(picture) if picture is not None else None))
    return found

"""Projects: begun, opened, saved, told apart from those of other windows, and named in the title."""

from __future__ import annotations

import functools
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal, Slot
from PySide6.QtGui import QUndoStack

from stylegui.engine.images import PictureError
from stylegui.jobs.task import TaskPool
from stylegui.project.archive import Fingerprint, Opened, read_project
from stylegui.project.document import Change, Document
from stylegui.project.errors import ProjectError
from stylegui.project.locking import Holder
from stylegui.project.naming import painting_name
from stylegui.project.recent import RecentFiles
from stylegui.project.recovery import About
from stylegui.project.working import Content, Working
from stylegui.ui.exporting import Exporter
from stylegui.ui.language import in_words
from stylegui.ui.main_window import MainWindow
from stylegui.ui.messages import Messages
from stylegui.ui.painting import Painting
from stylegui.ui.preferences import Preferences
from stylegui.ui.project_questions import (
    Answer,
    ask_to_overwrite,
    ask_to_save,
    ask_where_to_save,
    ask_which_to_open,
)
from stylegui.ui.saving import ProjectFile, try_lock


@dataclass(frozen=True)
class _Read:
    """A project that was read: how its file was before, and what is in it."""

    fingerprint: Fingerprint | None
    opened: Opened


class Projecting(QObject):
    """Joins the document with project files, and the window's title with both."""

    opened = Signal()
    """Another document is shown now: a project that was opened, or an empty one."""
    recovered = Signal()
    """A document is shown that was lost by a crash; the window's recovery folder holds the queue that it had."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        painting: Painting,
        exporter: Exporter,
        preferences: Preferences,
        messages: Messages,
        undo_stack: QUndoStack,
        recent: RecentFiles,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._document = document
        self._painting = painting
        self._exporter = exporter
        self._preferences = preferences
        self._messages = messages
        self._undo_stack = undo_stack
        self._recent = recent
        self._readers = TaskPool(expected=(ProjectError, PictureError), parent=self)
        self._reading: int | None = None
        self.file = ProjectFile(document, self)
        actions = window.actions_by_id
        actions["new"].triggered.connect(self.new)
        actions["open_project"].triggered.connect(self.choose)
        actions["save"].triggered.connect(self.save)
        actions["save_as"].triggered.connect(self.save_as)
        self.file.saved.connect(self._on_saved)
        self.file.failed.connect(self._on_failed)
        exporter.saved.connect(self._show_title)
        document.observe(self._on_document_changed)
        self._show_title()

    @property
    def name(self) -> str:
        """What the work is called: after its project, else after its photo; "" where there is neither."""
        if self.file.path is not None:
            return self.file.path.stem
        photo = self._document.photo
        return photo.name if photo is not None else ""

    def about(self) -> About:
        """What is told of this document when it is offered again after a crash."""
        path = self.file.path
        return About(
            name=self.name,
            project=str(path) if path is not None else "",
            fingerprint=self.file.fingerprint,
            worth=self._document.modified,
        )

    # -- what would be lost -----------------------------------------------------------------------------------------

    def loss(self) -> str:
        """What would be lost without saving, in a sentence; "" if nothing.

        Without a project, results that were exported are not lost, nor those that the artist has rejected.
        """
        document = self._document
        if self.file.path is not None:
            return self.tr("“{}” has changes that are not saved.").format(self.name) if document.modified else ""
        if not document.modified:
            return ""
        unsaved = sum(
            not self._exporter.has_exported(version) and document.rating(version) != document.REJECTED
            for version in document.versions
        )
        if unsaved == 1:
            return self.tr("A result has not been saved or exported.")
        if unsaved:
            return self.tr("{} results have not been saved or exported.").format(unsaved)
        return ""

    def may_leave(self) -> bool:
        """Ask what is to happen with unsaved work, and do it; False where the artist stays, or saving failed."""
        self.file.finish()
        loss = self.loss()
        if not loss:
            return True
        answer = ask_to_save(self._window, loss)
        if answer is Answer.SAVE:
            return self.save() and self.file.finish() and not self._document.modified
        return answer is Answer.DISCARD

    # -- new and open -----------------------------------------------------------------------------------------------

    @Slot()
    def new(self) -> None:
        """Begin with nothing, set as it is now."""
        if self._is_busy([]) or not self.may_leave():
            return
        self._stop_reading()
        self.file.let_go()
        self._show(Content(Working(setup=self._document.setup)))
        self._messages.news(self.tr("A new project: open a photo to begin."))

    @Slot()
    def choose(self) -> None:
        """Ask for a project and open it."""
        path = ask_which_to_open(self._window, self._preferences)
        if path is not None:
            self.open(path)

    def open(self, path: Path, over: Holder | None = None) -> None:
        """Open a project in place of what is here, in the background; `over` is who is to be ignored if he has it."""
        path = path.absolute()
        if self._is_busy([str(path)]) or not self.may_leave():
            return
        self._stop_reading()
        self._messages.clear()
        self._messages.news(self.tr("Opening “{}”…").format(path.name))
        self._window.status.show_busy()
        revision = self._document.revision
        self._reading = self._readers.run(
            functools.partial(_read, path, self._document),
            functools.partial(self._on_read, path, over, revision),
            self._on_not_read,
        )

    def _on_read(self, path: Path, over: Holder | None, revision: int, read: _Read) -> None:
        self._stop_reading()
        # Something may have been painted meanwhile.
        if self._document.revision != revision and not self.may_leave():
            return
        is_ours = self.take_file(path, read.fingerprint, over)
        self._show(read.opened.content)
        self._recent.add(path)
        self._messages.news(self.tr("Opened “{}”.").format(path.name))
        if read.opened.notes and is_ours:
            self._messages.say(" ".join(map(in_words, read.opened.notes)))

    def _on_not_read(self, text: str) -> None:
        self._stop_reading()
        self._messages.news("")
        self._messages.error(text)

    def take_file(self, path: Path, fingerprint: Fingerprint | None, over: Holder | None = None) -> bool:
        """Let the document belong to a file; False where another window has it, which is then told."""
        if path == self.file.path:
            self.file.let_go()
        free, lock, holder = try_lock(path, over)
        if free:
            self.file.take(path, lock, fingerprint)
            return True
        self.file.let_go()
        self._tell_of_copy(path, holder)
        return False

    def _tell_of_copy(self, path: Path, holder: Holder) -> None:
        if holder.is_elsewhere:
            self._messages.offer(
                self.tr("“{}” may be open on the computer “{}”. You see a copy of it.").format(path.name, holder.host),
                self.tr("Use it here"),
                functools.partial(self.open, path, holder),
            )
        else:
            text = self.tr("“{}” is open in another window. You see a copy of it, to be saved under another name.")
            self._messages.say(text.format(path.name))

    def show_recovered(self, content: Content, about: About) -> None:
        """Take up what was lost by a crash; it belongs to its project file as before."""
        self.file.let_go()
        if about.project:
            self.take_file(Path(about.project), about.fingerprint)
        self._show(content, modified=True)

    def _show(self, content: Content, *, modified: bool = False) -> None:
        # What could be undone was done to another document.
        self._undo_stack.clear()
        self._document.show(content, modified=modified)
        self._show_title()
        self.opened.emit()

    def _is_busy(self, words: Sequence[str]) -> bool:
        """While a picture is painted, its document stays; another window can be opened for the other one."""
        if not self._painting.has_orders:
            return False
        self._messages.offer(
            self.tr("A picture is being painted here. Let it finish or stop it first."),
            self.tr("Open in a new window"),
            functools.partial(open_window, words),
        )
        return True

    def _stop_reading(self) -> None:
        if self._reading is not None:
            self._readers.discard(self._reading)
            self._reading = None
            self._window.status.show_idle()

    # -- saving -----------------------------------------------------------------------------------------------------

    @Slot()
    def save(self) -> bool:
        """Save where it was saved last, or ask where; False where that is not begun."""
        path = self.file.path
        if path is None:
            return self.save_as()
        if self.file.is_changed_by_others and not ask_to_overwrite(self._window, path.name):
            return False
        return self._write(path)

    @Slot()
    def save_as(self) -> bool:
        """Ask where, and save there; False where that is not begun."""
        photo, versions = self._document.photo, self._document.versions
        usual = painting_name(photo.name if photo is not None else "", versions[-1].title if versions else "")
        path = ask_where_to_save(self._window, self._preferences, self.name if self.file.path else usual)
        return path is not None and self._write(path.absolute())

    def _write(self, path: Path) -> bool:
        self._messages.news(self.tr("Saving “{}”…").format(path.name))
        if self.file.write(path):
            self._show_title()
            return True
        self._messages.news("")
        self._messages.error(self.tr("“{}” is open in another window. Please choose another name.").format(path.name))
        return False

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._recent.add(path)
        self._messages.news(self.tr("Saved “{}”.").format(path.name))
        self._show_title()

    @Slot(str)
    def _on_failed(self, text: str) -> None:
        self._messages.news("")
        self._messages.error(text)

    def close(self) -> None:
        """The window closes: give the file back."""
        self._readers.close(0)
        self.file.close()

    # -- the title --------------------------------------------------------------------------------------------------

    def _on_document_changed(self, _change: Change) -> None:
        self._show_title()

    @Slot()
    def _show_title(self) -> None:
        name = self.name
        self._window.setWindowTitle(f"{name}[*] – stylegui" if name else "stylegui[*]")
        self._window.setWindowModified(bool(self.loss()))


def open_window(words: Sequence[str]) -> None:
    """Start the program once more, with these words on its command line."""
    frozen = bool(getattr(sys, "frozen", False))
    QProcess.startDetached(sys.executable, [*([] if frozen else ["-m", "stylegui"]), *words])


def _read(path: Path, document: Document) -> _Read:
    fingerprint = Fingerprint.of(path)
    return _Read(fingerprint, read_project(path, document.store))

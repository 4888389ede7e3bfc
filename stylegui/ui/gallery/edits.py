"""Changes of the library that an artist makes, each of which can be undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from stylegui.library import LibraryError, Style, StyleLibrary

Change = Callable[[], object]


class LibraryEdits(QObject):
    """Puts changes of the library on the undo stack. `library_changed` comes after each, done or undone."""

    library_changed = Signal()
    message = Signal(str, str)

    def __init__(self, library: StyleLibrary, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._undo_stack = undo_stack

    @Slot(str)
    def toggle_favourite(self, style_id: str) -> None:
        """Mark a style as a favourite, or take the mark away."""
        wanted = not self._library.is_favourite(style_id)
        text = self.tr("Mark “{}” as favourite") if wanted else self.tr("Unmark “{}” as favourite")
        self._push(
            text.format(self._title(style_id)),
            partial(self._library.set_favourite, style_id, wanted),
            partial(self._library.set_favourite, style_id, not wanted),
        )

    @Slot(str, str)
    def rename(self, style_id: str, title: str) -> None:
        """Give one of the artist's own styles another title."""
        before = self._title(style_id)
        self._push(
            self.tr("Rename “{}”").format(before),
            partial(self._library.rename, style_id, title),
            partial(self._library.rename, style_id, before),
        )

    @Slot(str)
    def remove(self, style_id: str) -> None:
        """Remove one of the artist's own styles."""
        style = self._library.get(style_id)
        if style is None:
            return
        if style.builtin:
            self.message.emit(self.tr("“{}” comes with the program and stays.").format(style.title), "info")
            return
        self._push(
            self.tr("Remove “{}”").format(style.title),
            partial(self._library.remove, style_id),
            partial(self._library.restore, style_id),
        )
        if self._library.get(style_id) is None:
            self.message.emit(self.tr("“{}” was removed. Undo brings it back.").format(style.title), "info")

    def record_added(self, styles: list[Style]) -> None:
        """Make it possible to undo that these styles were added just now."""
        text = self.tr("Add “{}”").format(styles[0].title)
        if len(styles) > 1:
            text = self.tr("Add {} styles").format(len(styles))
        ids = [style.id for style in styles]
        # To restore what is there already does nothing, so the first redo is harmless.
        self._push(text, partial(_for_each, self._library.restore, ids), partial(_for_each, self._library.remove, ids))

    def _title(self, style_id: str) -> str:
        style = self._library.get(style_id)
        return style.title if style else ""

    def _push(self, text: str, apply: Change, revert: Change) -> None:
        self._undo_stack.push(_LibraryCommand(text, apply, revert, self))


class _LibraryCommand(QUndoCommand):
    """One change and its way back. One that cannot be done is reported and leaves the history."""

    def __init__(self, text: str, apply: Change, revert: Change, edits: LibraryEdits) -> None:
        super().__init__(text)
        self._apply = apply
        self._revert = revert
        self._edits = edits

    def _run(self, change: Change) -> None:
        try:
            change()
        except LibraryError as error:
            self.setObsolete(True)
            self._edits.message.emit(str(error), "error")
        self._edits.library_changed.emit()

    def redo(self) -> None:
        self._run(self._apply)

    def undo(self) -> None:
        self._run(self._revert)


def _for_each(change: Callable[[str], object], ids: list[str]) -> None:
    for style_id in ids:
        change(style_id)

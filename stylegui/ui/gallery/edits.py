"""Changes of the library that an artist makes, each of which can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from stylegui.engine.images import PictureError
from stylegui.library import LibraryError, Style, StyleEdit, StyleLibrary
from stylegui.library.styles import Located

Change = Callable[[], object]


class _Step(Protocol):
    """Something that is done, and its way back."""

    @property
    def apply(self) -> Change: ...

    @property
    def revert(self) -> Change: ...


class LibraryEdits(QObject):
    """Puts changes of the library on the undo stack. `library_changed` comes after each, done or undone.

    A change of many styles is one step. `message` is a sentence and its kind, as the gallery's.
    """

    library_changed = Signal()
    pictures_changed = Signal(object)
    """Ids of styles that have another picture now."""
    message = Signal(str, str)

    def __init__(self, library: StyleLibrary, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._undo_stack = undo_stack

    @Slot(object)
    def toggle_favourite(self, style_ids: Sequence[str]) -> None:
        """Mark styles as favourites, or take the mark away if all of them have it."""
        wanted = not all(style.favourite for style in self._library.fetch(style_ids))
        text = self.tr("Mark {what} as favourite") if wanted else self.tr("Unmark {what} as favourite")
        self.change(style_ids, StyleEdit(favourite=wanted), text)

    @Slot(object, int)
    def rate(self, style_ids: Sequence[str], rating: int) -> None:
        """Give styles a rating, 0 (none) to 5."""
        text = self.tr("Rate {what}") if rating else self.tr("Take the rating from {what}")
        self.change(style_ids, StyleEdit(rating=rating), text)

    @Slot(str, str)
    def rename(self, style_id: str, title: str) -> None:
        """Give one of the artist's own styles another title."""
        self.change([style_id], StyleEdit(title=title), self.tr("Rename {what}"))

    def change(self, style_ids: Sequence[str], edit: StyleEdit, text: str, name: str = "") -> None:
        """Change styles. `text` says what is done, with {what} for the styles and {name} for a tag or collection."""
        ids = tuple(style_ids)
        self._push(text.format(what=self._named(ids), name=name), _Edited(self._library, ids, edit))

    @Slot(object)
    def remove(self, style_ids: Sequence[str]) -> None:
        """Remove those of these styles that are the artist's own."""
        styles = self._library.fetch(style_ids)
        own = [style.id for style in styles if not style.builtin]
        builtin = [style for style in styles if style.builtin]
        if not own:
            if builtin:
                self.message.emit(self._staying(builtin), "info")
            return
        name = self._named(own)
        self._push(
            self.removal_text([style for style in styles if not style.builtin]),
            _Change(partial(self._library.remove, own), partial(self._library.restore, own)),
        )
        if self._library.fetch(own):
            return
        text = self.tr("{} was removed.") if len(own) == 1 else self.tr("{} were removed.")
        sentences = [text.format(name), self._staying(builtin) if builtin else "", self.tr("Undo brings it back.")]
        if len(own) > 1:
            sentences[-1] = self.tr("Undo brings them back.")
        self.message.emit(" ".join(sentence for sentence in sentences if sentence), "info")

    def record_added(self, styles: Sequence[Style]) -> None:
        """Make it possible to undo that these styles were added just now."""
        ids = [style.id for style in styles]
        # To restore what is there already does nothing, so the first redo is harmless.
        change = _Change(partial(self._library.restore, ids), partial(self._library.remove, ids))
        self._push(self.added_text(styles), change)

    @contextmanager
    def one_step(self, text: str) -> Iterator[None]:
        """What is done meanwhile, in other parts of the program too, is undone together."""
        self._undo_stack.beginMacro(text)
        try:
            yield
        finally:
            self._undo_stack.endMacro()

    def removal_text(self, styles: Sequence[Style]) -> str:
        """What the undo menu says about styles that were removed."""
        return self.tr("Remove {}").format(self._named([style.id for style in styles]))

    def added_text(self, styles: Sequence[Style]) -> str:
        """What the undo menu says about styles that were added."""
        return self.tr("Add {}").format(self._named([style.id for style in styles]))

    def record_located(self, located: Located, path: Path) -> None:
        """Make it possible to undo that `path` was taken for a style's missing picture just now."""
        text = self.tr("Locate {}").format(self._named([located.style.id]))
        self._push(text, _Located(self._library, located, path, self.pictures_changed.emit))

    def do(self, text: str, apply: Change, revert: Change) -> None:
        """Do a change of another kind, and make it possible to undo it."""
        self._push(text, _Change(apply, revert))

    def _staying(self, builtin: Sequence[Style]) -> str:
        if len(builtin) == 1:
            return self.tr("“{}” comes with the program and stays.").format(builtin[0].title)
        return self.tr("{} come with the program and stay.").format(len(builtin))

    def _named(self, style_ids: Sequence[str]) -> str:
        """What a change is about: one title, or a number of styles."""
        if len(style_ids) != 1:
            return self.tr("{} styles").format(len(style_ids))
        style = self._library.get(style_ids[0])
        return self.tr("“{}”").format(style.title if style is not None else "")

    def _push(self, text: str, change: _Step) -> None:
        self._undo_stack.push(_LibraryCommand(text, change, self))


class _Change:
    """A change and its way back."""

    def __init__(self, apply: Change, revert: Change) -> None:
        self.apply = apply
        self.revert = revert


class _Edited:
    """A change of what is known of styles; the library itself says how they were before."""

    def __init__(self, library: StyleLibrary, style_ids: tuple[str, ...], edit: StyleEdit) -> None:
        self._library = library
        self._style_ids = style_ids
        self._edit = edit
        self._before: tuple[Style, ...] = ()

    def apply(self) -> None:
        self._before = self._library.edit(self._style_ids, self._edit)

    def revert(self) -> None:
        self._library.put_back(self._before)


class _Located:
    """A missing picture that was found; the first time that is done already."""

    def __init__(
        self, library: StyleLibrary, located: Located, path: Path, tell: Callable[[list[str]], object]
    ) -> None:
        self._library = library
        self._located: Located | None = located
        self._style_id = located.style.id
        self._path = path
        self._tell = tell

    def apply(self) -> None:
        if self._located is None:
            self._located = self._library.locate(self._style_id, self._path)
        self._tell([self._style_id])

    def revert(self) -> None:
        if self._located is not None:
            self._library.unlocate(self._located)
            self._located = None
            self._tell([self._style_id])


class _LibraryCommand(QUndoCommand):
    """One change and its way back. One that cannot be done is reported and leaves the history."""

    icon = "collection"

    def __init__(self, text: str, change: _Step, edits: LibraryEdits) -> None:
        super().__init__(text)
        self._change = change
        self._edits = edits

    def _run(self, change: Change) -> None:
        try:
            change()
        except (LibraryError, PictureError) as error:
            self.setObsolete(True)
            self._edits.message.emit(str(error), "error")
        self._edits.library_changed.emit()

    def redo(self) -> None:
        self._run(self._change.apply)

    def undo(self) -> None:
        self._run(self._change.revert)

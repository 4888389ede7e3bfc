"""What comes back out of a picture that was painted here: photo, styles, settings, and how its run went."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from stylegui.engine.images import Picture, PictureError, load_picture
from stylegui.jobs.task import TaskPool
from stylegui.library import StyleLibrary
from stylegui.project.document import Document, Version
from stylegui.project.errors import StoreError
from stylegui.project.finding import Found, Places, Whereabouts, find_all
from stylegui.project.recent import RecentFiles
from stylegui.project.recipes import Known, Recipe, RecipeError, Rerun, parse_recipe
from stylegui.project.working import Working
from stylegui.ui.file_question import ask_for_pictures
from stylegui.ui.main_window import MainWindow
from stylegui.ui.messages import Messages
from stylegui.ui.preferences import Preferences


class RestoreCommand(QUndoCommand):
    """All that is worked with, before and after."""

    icon = "history"

    def __init__(self, words: str, document: Document, after: Working) -> None:
        super().__init__(words)
        self._document = document
        self._before, self._after = document.working, after

    def redo(self) -> None:
        self._document.resume(self._after)

    def undo(self) -> None:
        self._document.resume(self._before)


class Restorer(QObject):
    """Offers what is inside a picture that was opened, and takes it over as one undoable step.

    Photo and styles are looked for in the background: in the document and its store, where they lay when the picture
    was exported, beside it, and among the photos opened last.
    """

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        library: StyleLibrary,
        recent: RecentFiles,
        whereabouts: Whereabouts,
        tasks: TaskPool,
        preferences: Preferences,
        undo_stack: QUndoStack,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._document = document
        self._library = library
        self._recent = recent
        self._whereabouts = whereabouts
        self._tasks = tasks
        self._preferences = preferences
        self._undo_stack = undo_stack
        self._messages = messages

    @Slot(object)
    def offer(self, content: Mapping[str, Any]) -> None:
        """Offer a recipe that was found in the photo. One that cannot be used is no reason to bother the artist."""
        try:
            recipe = parse_recipe(content)
        except RecipeError as error:
            self._messages.news(str(error))
            return
        photo = self._document.photo
        folder = Path(photo.source).absolute().parent if photo is not None and photo.source else None
        self._messages.offer(
            self.tr("This picture was painted here: its photo, styles and settings can be restored."),
            self.tr("Restore"),
            functools.partial(self.restore, recipe, folder),
        )

    def restore(self, recipe: Recipe, folder: Path | None = None) -> None:
        """Look for what the picture in this folder was painted from, and take over all of it that is found."""
        self._messages.news(self.tr("Looking for photo and styles…"))
        places = self._places(recipe, folder)
        self._tasks.run(
            functools.partial(find_all, recipe, places, self._library),
            functools.partial(self._take, recipe),
            self._messages.error,
        )

    def _places(self, recipe: Recipe, folder: Path | None) -> Places:
        wanted = [each.digest for each in (recipe.photo, recipe.start) if each is not None]
        known = [path for digest in wanted if (path := self._whereabouts.path(digest)) is not None]
        folders = [each for each in (folder, *dict.fromkeys(path.parent for path in known)) if each is not None]
        held = functools.partial(_held, self._document, self._document.versions, self._document.photo)
        return Places(held, [*known, *self._recent.paths], folders)

    def _take(self, recipe: Recipe, found: Found) -> None:
        before = self._document.working
        after = before.with_photo(found.photo) if found.photo is not None else before
        setup = replace(before.setup.with_params(recipe.params), engine=recipe.engine)
        after = replace(
            after,
            styles=found.styles or before.styles,
            setup=setup,
            start=found.start,
            # Steering speaks of the styles by their places: with one of them missing it would mean another one.
            rerun=Rerun() if found.missing else recipe.rerun,
        )
        self._undo_stack.push(RestoreCommand(self.tr("Restore what a picture was painted from"), self._document, after))
        self._tell(recipe, found)

    def _tell(self, recipe: Recipe, found: Found) -> None:
        """What is as it was, and what is not."""
        gaps = []
        if found.missing:
            gaps.append(self.tr("This style is not in the gallery: {}.").format(", ".join(found.missing)))
        if found.changed:
            gaps.append(self.tr("This style is not what it was then: {}.").format(", ".join(found.changed)))
        if recipe.start is not None and found.start is None:
            gaps.append(self.tr("The picture that painting began from is not there any more."))
        if found.photo is None and recipe.photo is not None and recipe.photo.digest:
            text = " ".join([*gaps, self.tr("The photo “{}” was not found.").format(recipe.photo.name)])
            find = functools.partial(self._ask_for_photo, recipe.photo, recipe.rerun if not gaps else Rerun())
            self._messages.offer(text, self.tr("Find it…"), find)
        elif gaps:
            self._messages.say(" ".join(gaps))
        elif found.photo is None:
            self._messages.news(self.tr("The settings are restored. Open the photo again to paint it as before."))
        else:
            self._messages.clear()
            self._messages.news(self.tr("All is as it was: Start paints the same picture again."))

    def _ask_for_photo(self, wanted: Known, rerun: Rerun) -> None:
        title = self.tr("Where is “{}”?").format(wanted.name)
        if paths := ask_for_pictures(self._window, self._preferences, title, "photo", several=False):
            self._tasks.run(
                functools.partial(load_picture, paths[0]),
                functools.partial(self._take_photo, wanted, rerun),
                self._messages.error,
            )

    def _take_photo(self, wanted: Known, rerun: Rerun, photo: Picture) -> None:
        """The photo that the artist found; another one only if that is meant."""
        if photo.digest == wanted.digest:
            self._use(photo, rerun)
            self._messages.news(self.tr("All is as it was: Start paints the same picture again."))
            return
        self._messages.offer(
            self.tr("“{}” does not show the same as the photo that this was painted from.").format(photo.name),
            self.tr("Use it anyway"),
            functools.partial(self._use, photo, Rerun()),
        )

    def _use(self, photo: Picture, rerun: Rerun) -> None:
        after = replace(self._document.working.with_photo(photo), rerun=rerun)
        self._undo_stack.push(RestoreCommand(self.tr("Restore the photo"), self._document, after))
        self._messages.clear()


def _held(document: Document, versions: Sequence[Version], photo: Picture | None, digest: str) -> Picture | None:
    """A picture of the document by its digest; not called in the window's thread."""
    for version in versions:
        recorded = version.recipe.get("photo")
        if isinstance(recorded, Mapping) and recorded.get("sha256") == digest:
            try:
                return version.photo
            except PictureError:
                break
    if photo is not None and photo.digest == digest:
        return photo
    try:
        return document.store.get(digest)
    except StoreError:
        return None

"""Settings that come back out of a picture which was painted here."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoStack

from stylegui.library import StyleLibrary
from stylegui.project.document import Document
from stylegui.project.recipes import Recipe, RecipeError, parse_recipe
from stylegui.ui.blend import StyleBlend
from stylegui.ui.commands import ChoiceCommand, SetupCommand
from stylegui.ui.messages import Messages


class Restorer(QObject):
    """Offers the settings inside a picture that was opened, and takes them over as one undoable step."""

    def __init__(
        self,
        document: Document,
        library: StyleLibrary,
        blend: StyleBlend,
        undo_stack: QUndoStack,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._library = library
        self._blend = blend
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
        self._messages.offer(
            self.tr("This picture was painted here: its settings are inside."),
            self.tr("Restore them"),
            functools.partial(self.restore, recipe),
        )

    def restore(self, recipe: Recipe) -> None:
        """Take over engine and parameters, and those styles that are in the gallery."""
        known = self._library.titled(title for title, _ in recipe.styles)
        weights = {known[title]: weight for title, weight in recipe.styles if title in known}
        missing = [title for title, _ in recipe.styles if title not in known]
        self._undo_stack.beginMacro(self.tr("Restore settings"))
        before = self._document.setup
        after = replace(before.with_params(recipe.params), engine=recipe.engine)
        self._undo_stack.push(SetupCommand(self.tr("Restore settings"), before, after, self._document.set_setup))
        if weights:
            self._undo_stack.push(ChoiceCommand(self._blend.weights, weights, self._blend.show, self._blend.title))
        self._undo_stack.endMacro()
        if missing:
            text = self.tr("The settings are restored, but this style is not in the gallery: {}.")
            self._messages.say(text.format(", ".join(missing)))
        else:
            self._messages.news(self.tr("The settings are restored. Open the photo again to paint it as before."))

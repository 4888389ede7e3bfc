"""Styles that came with a project and that the gallery here lacks: told, and brought into the gallery on request."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from stylegui.jobs.task import TaskPool
from stylegui.library import Added, StyleLibrary
from stylegui.project.document import Document, StyleChoice
from stylegui.project.pixels import encode_pixels
from stylegui.project.version import HeldStyle
from stylegui.ui.gallery import GalleryPanel
from stylegui.ui.messages import Messages
from stylegui.ui.projecting import Projecting

NAMED = 3
"""So many are told by name."""


class Guests(QObject):
    """Looks through a project that was opened. Its styles are painted in from the file, in the gallery or not."""

    def __init__(
        self,
        document: Document,
        library: StyleLibrary,
        tasks: TaskPool,
        projecting: Projecting,
        gallery: GalleryPanel,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._library = library
        self._tasks = tasks
        self._messages = messages
        self._gallery = gallery
        projecting.opened.connect(self._look)

    def missing(self) -> list[HeldStyle]:
        """The styles of this document, each once, that are not in the gallery."""
        document = self._document
        chosen = [
            HeldStyle(one.id, document.hold(one.input.picture), one.input.weight, one.input.name)
            for one in document.choices
        ]
        painted = [style for version in document.versions for style in version.held_styles]
        found: dict[tuple[str, str], HeldStyle] = {}
        for style in (*chosen, *painted):
            if self._library.get(style.id) is None:
                found.setdefault((style.id, style.name), style)
        return list(found.values())

    @Slot()
    def _look(self) -> None:
        missing = self.missing()
        # That it is but a copy that is shown is more important, and stays to be read.
        if not missing or self._messages.standing:
            return
        names = [style.name or self.tr("unnamed") for style in missing]
        listed = ", ".join(self.tr("“{}”").format(name) for name in names[:NAMED])
        if len(names) > NAMED:
            listed = self.tr("{} and {} more").format(listed, len(names) - NAMED)
        self._messages.offer(
            self.tr("Not in your gallery, but in this project: {}.").format(listed),
            self.tr("Add to gallery"),
            functools.partial(self._add, missing),
        )

    def _add(self, missing: Sequence[HeldStyle]) -> None:
        work = functools.partial(_bring_in, self._library, missing)
        self._tasks.run(work, functools.partial(self._on_added, missing), self._messages.error)

    def _on_added(self, missing: Sequence[HeldStyle], added: Sequence[Added]) -> None:
        """They are the gallery's own from now on."""
        ids = {(old.id, old.name): new.style.id for old, new in zip(missing, added, strict=True)}
        self._gallery.refresh()
        self._document.set_styles([self._at_home(choice, ids) for choice in self._document.choices])
        only = self.tr("“{}” is now one of your styles.").format(added[0].style.title)
        several = self.tr("{} styles were added to your gallery.").format(len(added))
        self._messages.news(only if len(added) == 1 else several)

    @staticmethod
    def _at_home(choice: StyleChoice, ids: dict[tuple[str, str], str]) -> StyleChoice:
        return replace(choice, id=ids.get((choice.id, choice.input.name), choice.id))


def _bring_in(library: StyleLibrary, styles: Sequence[HeldStyle]) -> list[Added]:
    """Copy styles into the gallery. Raises PictureError and LibraryError."""
    return [library.add(encode_pixels(style.picture.get()), style.name) for style in styles]

"""What was found to be wrong with the artist's files, told once and all together."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from stylegui.library import StyleLibrary
from stylegui.ui.gallery import GalleryPanel
from stylegui.ui.language import in_words
from stylegui.ui.messages import Messages

SHOWN = 2
"""So many sentences stand in the banner; of the others only the number is told."""


class Notices(QObject):
    """Tells at the start what was wrong with the settings and the library, and later what else the library met."""

    def __init__(
        self,
        library: StyleLibrary,
        gallery: GalleryPanel,
        messages: Messages,
        settings_notice: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._messages = messages
        self._told: set[str] = set()
        self._tell([settings_notice] if settings_notice else [])
        gallery.refreshed.connect(self._look)

    @Slot()
    def _look(self) -> None:
        self._tell([])

    def _tell(self, first: list[str]) -> None:
        found = [problem for problem in dict.fromkeys(self._library.problems) if problem not in self._told]
        self._told.update(found)
        sentences = first + found
        if not sentences:
            return
        text = " ".join(map(in_words, sentences[:SHOWN]))
        if len(sentences) > SHOWN:
            text += " " + self.tr("The log tells of {} more.").format(len(sentences) - SHOWN)
        self._messages.say(text)

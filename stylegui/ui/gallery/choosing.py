"""Choosing what to paint with: one style, or up to four that are blended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from stylegui.library import StyleLibrary
from stylegui.ui.gallery.choice import BLEND_LIMIT, StyleChoice


class StyleChooser(QObject):
    """Changes the choice as the artist asks for it, and has the library remember what was used.

    The signals are those of the panel; `choice_shown` says that tiles look different now.
    """

    style_activated = Signal(str)
    style_added_to_blend = Signal(str)
    selection_changed = Signal(object)
    choice_shown = Signal()
    message = Signal(str, str)

    def __init__(self, library: StyleLibrary, choice: StyleChoice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._choice = choice
        self._writer = QThreadPool(self)
        self._writer.setMaxThreadCount(1)

    @Slot(str)
    def choose(self, style_id: str) -> None:
        """Paint with this one alone."""
        changed = self._choice.replace([style_id])
        self._record_use(style_id)
        self.style_activated.emit(style_id)
        if changed:
            self._tell()

    @Slot(str)
    def toggle_blend(self, style_id: str) -> None:
        """Add a style to the blend, or take it out."""
        if self._choice.remove(style_id):
            self._tell()
        elif self._choice.add(style_id):
            self._record_use(style_id)
            self.style_added_to_blend.emit(style_id)
            self._tell()
        else:
            text = self.tr("A blend holds up to {} styles: take one out first.").format(BLEND_LIMIT)
            self.message.emit(text, "warning")

    @Slot(object)
    def blend(self, style_ids: Sequence[str]) -> None:
        """Paint with exactly these."""
        for style_id in style_ids:
            self._record_use(style_id)
        if self._choice.replace(style_ids):
            self._tell()

    def show(self, style_ids: Iterable[str]) -> None:
        """Show these as chosen, without telling anybody else. Unknown ids are left out."""
        if self._choice.replace(self._known(style_ids)):
            self.choice_shown.emit()

    def forget_unknown(self) -> None:
        """Take out of the choice what has left the library."""
        if self._choice.replace(self._known(self._choice.ids)):
            self._tell()

    def shut_down(self) -> None:
        """Wait until what was used is written down."""
        self._writer.waitForDone()

    def _known(self, style_ids: Iterable[str]) -> list[str]:
        return [style_id for style_id in style_ids if self._library.get(style_id) is not None]

    def _tell(self) -> None:
        self.choice_shown.emit()
        self.selection_changed.emit(self._choice.ids)

    def _record_use(self, style_id: str) -> None:
        # Off the window's thread: it waits for the disk.
        self._writer.start(partial(self._library.record_use, style_id))

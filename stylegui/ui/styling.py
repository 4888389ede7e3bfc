"""How styles are chosen: in the gallery, by drop and paste, by picking files; every choice undoable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QUndoStack

from stylegui.library import Added
from stylegui.ui.blend import StyleBlend
from stylegui.ui.commands import ChoiceCommand, MixCommand
from stylegui.ui.file_question import ask_for_pictures
from stylegui.ui.main_window import MainWindow
from stylegui.ui.messages import Messages
from stylegui.ui.mime import read_pictures
from stylegui.ui.preferences import Preferences
from stylegui.ui.previewing import Previewing

Source = Path | bytes


class Styling(QObject):
    """Joins gallery, canvas and panel with the blend of chosen styles."""

    def __init__(
        self,
        window: MainWindow,
        blend: StyleBlend,
        previewing: Previewing,
        preferences: Preferences,
        undo_stack: QUndoStack,
        messages: Messages,
        next_step: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        """`next_step` says what the artist may want to do after a choice, "" where there is nothing to say."""
        super().__init__(parent)
        self._window = window
        self._blend = blend
        self._preferences = preferences
        self._undo_stack = undo_stack
        self._messages = messages
        self._next_step = next_step
        self._mixed_from: dict[str, float] | None = None
        actions, gallery, box = window.actions_by_id, window.gallery, window.paint_panel.blend
        actions["add_styles"].triggered.connect(self.choose_styles_to_add)
        actions["paste_style"].triggered.connect(self.paste_style)
        actions["find_style"].triggered.connect(self.find_style)
        gallery.selection_changed.connect(self.choose)
        gallery.styles_dropped.connect(gallery.add_styles)
        gallery.add_requested.connect(self.choose_styles_to_add)
        gallery.message.connect(messages.by_kind)
        gallery.tile_size_changed.connect(preferences.remember_tile_size)
        gallery.order_changed.connect(preferences.remember_order)
        gallery.photo_tiles_switched.connect(preferences.remember_photo_tiles)
        gallery.style_hovered.connect(previewing.try_style)
        gallery.files.set_last_folders(preferences.current.last_folders)
        gallery.files.folder_used.connect(preferences.remember_folder)
        window.canvas.styles_dropped.connect(self._on_styles_dropped)
        blend.chosen_changed.connect(gallery.set_current)
        blend.picture_added.connect(self._show_added)
        blend.items_changed.connect(box.set_styles)
        blend.loading_failed.connect(messages.error)
        box.weights_changed.connect(self._mix)
        box.weights_settled.connect(self._end_mixing)
        box.style_removed.connect(self._take_out)

    @Slot(object)
    def choose(self, ids: list[str]) -> None:
        """Paint in these styles; a step that can be undone."""
        if ids != self._blend.ids:
            blend = self._blend
            self._undo_stack.push(ChoiceCommand(blend.weights, blend.with_choice(ids), blend.show, blend.title))
            self._messages.news(self._next_step())

    @Slot(object)
    def _mix(self, weights: list[float]) -> None:
        """The hand moves: the blend follows, and remembers how it was before."""
        if self._mixed_from is None:
            self._mixed_from = self._blend.weights
        self._blend.set_weights(weights)

    @Slot(object)
    def _end_mixing(self, _weights: list[float]) -> None:
        """The hand rests: all its moves are one step back."""
        before, self._mixed_from = self._mixed_from, None
        after = self._blend.weights
        if before is not None and list(before) == list(after) and before != after:
            self._undo_stack.push(MixCommand(before, after, self._blend.show, monotonic()))

    @Slot(str)
    def _take_out(self, style_id: str) -> None:
        self.choose([other for other in self._blend.ids if other != style_id])

    @Slot(object)
    def _show_added(self, added: Added) -> None:
        self._window.gallery.show_added(added.style, is_new=added.is_new)
        text = (
            self.tr("“{}” is now one of your styles.") if added.is_new else self.tr("“{}” is in the gallery already.")
        )
        self._messages.news(f"{text.format(added.style.title)} {self._next_step()}".rstrip())

    @Slot()
    def choose_styles_to_add(self) -> None:
        """Ask for pictures and add them to the gallery."""
        files = ask_for_pictures(self._window, self._preferences, self.tr("Add styles"), "style", several=True)
        self._window.gallery.add_styles(files)

    @Slot()
    def paste_style(self) -> None:
        """Add the picture on the clipboard to the gallery and paint in it."""
        pasted = read_pictures(QGuiApplication.clipboard().mimeData())
        if pasted.sources:
            self._blend.add(pasted.sources[0])
        else:
            self._messages.error(self.tr("There is no picture on the clipboard."))

    @Slot()
    def find_style(self) -> None:
        """Let the artist type what to look for in the gallery."""
        self._window.styles_dock.show()
        self._window.styles_dock.raise_()
        self._window.gallery.focus_search()

    @Slot(object)
    def _on_styles_dropped(self, styles: Sequence[str | Source]) -> None:
        """Styles that were dropped on the canvas: ids from the gallery, or pictures."""
        ids = [style for style in styles if isinstance(style, str)]
        if ids:
            self.choose(ids)
            return
        sources = [style for style in styles if not isinstance(style, str)]
        if len(sources) == 1:
            self._blend.add(sources[0])
        else:
            self._window.gallery.add_styles(sources)

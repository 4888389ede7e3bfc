"""The style maker beside the main window: colours of photos and pictures go in, kept styles come out."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from stylegui.engine.images import Picture, decode_picture, load_picture
from stylegui.jobs.task import TaskPool
from stylegui.library import Added, StyleLibrary
from stylegui.library.style import title_from
from stylegui.project.document import Change, Document
from stylegui.ui.language import in_words
from stylegui.ui.main_window import MainWindow
from stylegui.ui.messages import Messages
from stylegui.ui.preferences import Preferences
from stylegui.ui.window_state import restore_place, save_place

if TYPE_CHECKING:
    # The painters are imported when the maker is opened: the main window does not wait for them.
    from stylegui.ui.maker.keeper import Keeper
    from stylegui.ui.maker.palette_list import PaletteEntry
    from stylegui.ui.maker.window import StyleMaker

PICTURE_PATTERNS = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif *.jp2 *.ppm"
PLACE = "maker"
"""What the place of its window is remembered under."""


class StyleMaking(QObject):
    """Opens the style maker when it is asked for the first time; it then keeps its state until the program ends."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        library: StyleLibrary,
        tasks: TaskPool,
        preferences: Preferences,
        messages: Messages,
        place_file: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._document = document
        self._library = library
        self._tasks = tasks
        self._preferences = preferences
        self._messages = messages
        self._place_file = place_file
        self._maker: StyleMaker | None = None
        self._keeper: Keeper | None = None
        self._photo: Picture | None = None
        self._told = ""
        window.actions_by_id["make_style"].triggered.connect(self.open)
        window.gallery.add_button.add_entry(window.actions_by_id["make_style"])
        document.observe(self._on_document_changed)

    @property
    def maker(self) -> StyleMaker | None:
        """The style maker, once it has been opened."""
        return self._maker

    @Slot()
    def open(self) -> None:
        """Show the style maker."""
        if self._maker is None:
            self._make()
        assert self._maker is not None
        self._maker.show()
        self._maker.raise_()
        self._maker.activateWindow()
        self._read_photo()

    def open_with(self, title: str, colours: Sequence[str]) -> None:
        """Show the style maker with these colours ("#rrggbb") in use."""
        from stylegui.ui.maker.palette_list import PaletteEntry

        self.open()
        self._take_palette(PaletteEntry(f"colours:{','.join(colours)}", title, tuple(colours)))

    def _make(self) -> None:
        from stylegui.ui.maker.keeper import Keeper
        from stylegui.ui.maker.window import StyleMaker

        self._keeper = Keeper(self._library, self._tasks, self)
        self._keeper.kept.connect(self._take_kept)
        self._keeper.failed.connect(self._tell_failure)
        self._keeper.progressed.connect(self._show_progress)
        self._maker = StyleMaker(self._window)
        restore_place(self._maker, self._place_file, PLACE)
        self._maker.keep_wished.connect(self._keeper.keep)
        self._maker.picture_wished.connect(self._choose_picture)
        self._maker.pictures_dropped.connect(self._take_pictures)

    def loss(self) -> str:
        """What would be lost if the program ended now, in a sentence; "" if nothing."""
        if self._keeper is None or not self._keeper.busy:
            return ""
        return self.tr("A style is being painted for the gallery. If you close now, it is lost.")

    def close(self, timeout_ms: int) -> bool:
        """End both helpers that paint. What is being kept and is not done yet is lost."""
        if self._maker is None or self._keeper is None:
            return True
        self._maker.close()
        save_place(self._maker, self._place_file, PLACE)
        ends = [self._maker.shut_down(timeout_ms), self._keeper.close(timeout_ms)]
        return all(ends)

    # -- colours ----------------------------------------------------------------------------------------------------

    def _on_document_changed(self, change: Change) -> None:
        if change is Change.PHOTO and self._maker is not None and self._maker.isVisible():
            self._read_photo()

    def _read_photo(self) -> None:
        photo = self._document.photo
        if photo is self._photo or self._maker is None:
            return
        self._photo = photo
        if photo is None:
            self._maker.set_photo_palette(())
        else:
            self._tasks.run(functools.partial(_colours_of, photo), self._take_photo_colours, self._tell_failure)

    def _take_photo_colours(self, colours: tuple[str, ...]) -> None:
        if self._maker is not None:
            self._maker.set_photo_palette(colours)

    @Slot()
    def _choose_picture(self) -> None:
        folder = self._preferences.current.last_folders.get("palette", "")
        pattern = f"{self.tr('Pictures')} ({PICTURE_PATTERNS});;{self.tr('All files')} (*)"
        name, _ = QFileDialog.getOpenFileName(self._maker, self.tr("Take the colours of a picture"), folder, pattern)
        if name:
            self._preferences.remember_folder("palette", str(Path(name).parent))
            self._take_pictures([Path(name)])

    @Slot(object)
    def _take_pictures(self, sources: Sequence[Path | bytes]) -> None:
        self._tasks.run(functools.partial(_read_palette, sources[0]), self._take_palette, self._tell_failure)

    def _take_palette(self, entry: PaletteEntry) -> None:
        if self._maker is not None:
            self._maker.put_palette(entry, choose=True)

    # -- keeping ----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _take_kept(self, added: Added) -> None:
        self._window.gallery.show_added(added.style, is_new=added.is_new)
        text = self.tr("“{}” is in the gallery.") if added.is_new else self.tr("“{}” is in the gallery already.")
        if self._maker is not None:
            self._maker.foot.say(text.format(added.style.title), "success")
        self._messages.news(text.format(added.style.title))

    @Slot()
    def _show_progress(self) -> None:
        if self._maker is None or self._keeper is None:
            return
        wish, waiting = self._keeper.current, self._keeper.waiting
        self._maker.foot.show_progress(self._keeper.share if wish is not None else None)
        if wish is not None:
            more = self.tr(" {} more to come.").format(waiting) if waiting else ""
            text = self.tr("Painting “{}” at full size…").format(wish.title) + more
            self._maker.foot.say(text)
            if not self._maker.isVisible() and text != self._told:
                self._told = text
                self._messages.news(text)

    def _tell_failure(self, text: str) -> None:
        if self._maker is not None and self._maker.isVisible():
            self._maker.foot.say(in_words(text), "error")
        else:
            self._messages.error(text)


def _colours_of(picture: Picture) -> tuple[str, ...]:
    from stylegui.painters.palettes import palette_from

    return palette_from(picture.to_uint8()).colours


def _read_palette(source: Path | bytes) -> PaletteEntry:
    from stylegui.ui.maker.palette_list import PaletteEntry

    if isinstance(source, bytes):
        picture, title = decode_picture(source, "picture"), "Dropped picture"
    else:
        picture, title = load_picture(source), title_from(source.name) or source.name
    return PaletteEntry(f"picture:{picture.digest}", title, _colours_of(picture))

"""The gallery panel: search, collections, tiles, and everything an artist does with styles."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QSlider, QStackedWidget, QVBoxLayout, QWidget

from stylegui.engine.images import Picture
from stylegui.jobs.preview import PreviewLane
from stylegui.library import Order, Style, StyleLibrary
from stylegui.ui.gallery.add_button import AddButton
from stylegui.ui.gallery.asking import FileQuestions
from stylegui.ui.gallery.background import GalleryWork
from stylegui.ui.gallery.choice import StyleChoice
from stylegui.ui.gallery.choosing import StyleChooser
from stylegui.ui.gallery.collection_list import CollectionList
from stylegui.ui.gallery.collection_menu import CollectionMenu
from stylegui.ui.gallery.deeds import StyleDeeds
from stylegui.ui.gallery.drops import GalleryDrops
from stylegui.ui.gallery.edits import LibraryEdits
from stylegui.ui.gallery.emptiness import Emptiness, explained
from stylegui.ui.gallery.folders import GalleryFolders
from stylegui.ui.gallery.importer import ImportReport, Source, StyleImporter
from stylegui.ui.gallery.menu import StyleMenus
from stylegui.ui.gallery.model import StyleModel
from stylegui.ui.gallery.news import GalleryNews
from stylegui.ui.gallery.pages import EmptyPage
from stylegui.ui.gallery.photo_tiles import PaintTile, usual_painter
from stylegui.ui.gallery.presence import PresenceCheck
from stylegui.ui.gallery.search_bar import SearchBar
from stylegui.ui.gallery.selection_bar import SelectionBar
from stylegui.ui.gallery.selection_deeds import SelectionDeeds
from stylegui.ui.gallery.shelves import groups_of
from stylegui.ui.gallery.view import DEFAULT_TILE_PX, MAX_TILE_PX, MIN_TILE_PX, StyleView
from stylegui.ui.gallery.work_strip import WorkStrip
from stylegui.ui.mime import read_pictures, style_ids

WIDE_PX = 620
"""From this width on the collections stand beside the tiles."""


class GalleryPanel(QWidget):
    """Shows the library and lets the artist choose one style or blend up to four.

    It changes the library only through commands on the undo stack. `style_activated` says that a style was chosen
    alone, `style_added_to_blend` that one joined the others, `selection_changed` gives all chosen ids (a list of str)
    after either; none of them answers `set_current`. `styles_dropped` holds what was dropped, as a list of Path or
    bytes: `add_styles` is the slot for it. `message` is a sentence and its kind: "info", "warning" or "error".
    `order_changed` gives the `Order` that the artist has chosen, `refreshed` says that the library was looked at anew.
    `style_hovered` names the style that the pointer rests on, or that the arrow keys went to, and is "" when it left.
    """

    style_activated = Signal(str)
    style_added_to_blend = Signal(str)
    selection_changed = Signal(object)
    styles_dropped = Signal(object)
    styles_added = Signal(object)
    add_requested = Signal()
    message = Signal(str, str)
    tile_size_changed = Signal(int)
    order_changed = Signal(object)
    photo_tiles_switched = Signal(bool)
    style_hovered = Signal(str)
    refreshed = Signal()

    def __init__(
        self, library: StyleLibrary, undo_stack: QUndoStack | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        stack = undo_stack if undo_stack is not None else QUndoStack(self)
        self._choice = StyleChoice()
        self._chooser = StyleChooser(library, self._choice, self)
        self._model = StyleModel(library, self._choice, self)
        self._work = GalleryWork(self)
        self._importer = StyleImporter(library, self._work, self)
        self._edits = LibraryEdits(library, stack, self)
        self._folders = GalleryFolders(library, self._edits, self._work, self)
        self._presence = PresenceCheck(library, self)
        self.files = FileQuestions(self)
        self._deeds = StyleDeeds(
            library, self._choice, self._edits, self._importer, self.files, self._model.thumbnails, self
        )
        self._menus = StyleMenus(self._deeds, self)
        self._news = GalleryNews(self._edits, self._importer, self._folders, self._model.thumbnails, self)
        self._emptiness: Emptiness | None = None
        self._build()
        self._collection_menu = CollectionMenu(library, self._edits, self._deeds, self._folders, self._search, self)
        self._connect()
        self.refresh()

    @property
    def view(self) -> StyleView:
        """The list of tiles."""
        return self._view

    @property
    def add_button(self) -> AddButton:
        """The button that brings styles in; its menu has room for more ways."""
        return self._add

    @property
    def tile_size_px(self) -> int:
        """The wanted width of a tile, to be kept with the window's state."""
        return self._view.tile_px

    def set_tile_size_px(self, tile_px: int) -> None:
        """Make tiles larger or smaller."""
        self._view.set_tile_px(tile_px)

    def set_order(self, order: Order) -> None:
        """Sort the tiles, without a signal."""
        self._search.show_order(order)

    def set_lane(self, lane: PreviewLane, paint: PaintTile | None = None) -> None:
        """Have tiles painted on the photo there; `paint` takes the place of Instant."""
        self._model.photo_tiles.set_lane(lane, paint or usual_painter())

    def set_photo(self, photo: Picture | None) -> None:
        """Show every style on this photo, unless that is switched off."""
        self._model.photo_tiles.set_photo(photo)

    def set_photo_tiles(self, on: bool) -> None:
        """Show the styles on the photo, or their own pictures; without a signal."""
        self._model.photo_tiles.set_on(on)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Whether new tiles are simply there, and do not fade in."""
        self._model.arrivals.set_still(reduced)

    def current_ids(self) -> list[str]:
        """The ids of the chosen styles, in the order of the blend."""
        return self._choice.ids

    def set_current(self, ids: Iterable[str]) -> None:
        """Show these styles as chosen, without a signal. Unknown ids are left out."""
        self._chooser.show(ids)

    @Slot()
    def focus_search(self) -> None:
        """Let the artist type a search."""
        self._search.take_focus()

    @Slot(str)
    def set_search(self, text: str) -> None:
        """Look for this, as if it was typed."""
        self._search.set_text(text)

    @Slot(str)
    def show_collection(self, name: str) -> None:
        """Look into a collection, as `StyleLibrary.search` takes it."""
        self._search.show_collection(name)

    @Slot()
    def refresh(self) -> None:
        """Show the library as it is now."""
        groups = groups_of(self._library)
        self._search.set_groups(groups)
        self._list.set_groups(groups)
        self._model.thumbnails.forget_failures()
        self._chooser.forget_unknown()
        self._apply_search()
        self._model.announce_all()
        self.refreshed.emit()

    @Slot(object)
    def add_styles(self, sources: Iterable[Source]) -> None:
        """Add pictures and packs to the library in the background; `styles_added` tells the ids of the new ones.

        They also go into the collection that is shown, if it is one of the artist's.
        """
        self._importer.add(sources, self._own_collection())

    def show_added(self, style: Style, *, is_new: bool) -> None:
        """Show and choose a style that another part of the program put into the library; one step undoes it all."""
        report = ImportReport(added=[style] if is_new else [], known=[] if is_new else [style])
        with self._edits.one_step(self._edits.added_text([style])) if is_new else nullcontext():
            self._importer.styles_added.emit(report)
            self._chooser.choose(style.id)

    @Slot(str)
    def reveal(self, style_id: str) -> None:
        """Scroll to a style and give it the focus, leaving the search if that hides it."""
        if not self._view.focus_style(style_id) and self._library.get(style_id) is not None:
            self._search.show_everything()
            self._view.focus_style(style_id)

    def shut_down(self) -> None:
        """Stop the background work. To be called before the window closes."""
        self._folders.shut_down()
        self._presence.shut_down()
        self._work.shut_down()
        self._model.photo_tiles.shut_down()
        self._model.thumbnails.shut_down()
        self._chooser.shut_down()

    def _build(self) -> None:
        self._search = SearchBar()
        self._view = StyleView(self._model)
        self._empty = EmptyPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._empty)
        self._list = CollectionList()
        self._list.hide()
        self._strip = WorkStrip()
        self._add = AddButton()
        self._size = QSlider(Qt.Orientation.Horizontal)
        self._size.setRange(MIN_TILE_PX, MAX_TILE_PX)
        self._size.setValue(DEFAULT_TILE_PX)
        self._size.setPageStep(24)
        self._size.setMaximumWidth(110)
        self._size.setAccessibleName(self.tr("Tile size"))
        self._size.setToolTip(self.tr("Tile size (Ctrl+wheel)"))
        ways_in = QWidget()
        row = QHBoxLayout(ways_in)
        row.setContentsMargins(10, 6, 10, 10)
        row.setSpacing(12)
        row.addWidget(self._add)
        row.addStretch()
        row.addWidget(self._size, 1)
        selection = SelectionBar()
        SelectionDeeds(selection, self._view.selecting, self._library, self._deeds, self._menus, self)
        self._foot = QStackedWidget()
        self._foot.addWidget(ways_in)
        self._foot.addWidget(selection)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._search)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._list)
        middle.addWidget(self._pages, 1)
        layout.addLayout(middle, 1)
        layout.addWidget(self._strip)
        layout.addWidget(self._foot)
        self._drops = GalleryDrops(self)
        self.setAutoFillBackground(True)
        self.setFocusProxy(self._view)

    def _connect(self) -> None:
        search, view, deeds = self._search, self._view, self._deeds
        search.search_changed.connect(self._apply_search)
        search.order_changed.connect(self.order_changed)
        search.photo_tiles_switched.connect(self._model.photo_tiles.set_on)
        search.photo_tiles_switched.connect(self.photo_tiles_switched)
        self._model.photo_tiles.changed.connect(self._show_photo_switch)
        search.search_confirmed.connect(self._choose_first)
        search.tiles_wanted.connect(self._focus_tiles)
        search.menu_wanted.connect(self._collection_menu.fill)
        search.collection_changed.connect(self._list.show_collection)
        self._list.collection_changed.connect(search.show_collection)
        self._list.styles_dropped_on.connect(deeds.drop_on)
        self._empty.action_triggered.connect(self._leave_empty_page)
        self._size.valueChanged.connect(view.set_tile_px)
        view.tile_size_changed.connect(self._size.setValue)
        view.tile_size_changed.connect(self.tile_size_changed)
        view.style_chosen.connect(self._chooser.choose)
        view.blend_toggled.connect(self._chooser.toggle_blend)
        view.favourite_toggled.connect(deeds.toggle_favourite)
        view.rated.connect(deeds.rate)
        view.removal_requested.connect(deeds.remove)
        view.copy_requested.connect(deeds.copy)
        view.details_requested.connect(deeds.show_details)
        view.paste_requested.connect(self._paste)
        view.menu_requested.connect(self._open_menu)
        view.rows_seen.connect(self._presence.look)
        view.pointing.style_hovered.connect(self.style_hovered)
        view.selecting.changed.connect(self._show_foot)
        # The editor is closed first: a row that moves while it is open would take the focus with it.
        self._model.title_edited.connect(self._rename, Qt.ConnectionType.QueuedConnection)
        deeds.use_requested.connect(self._chooser.choose)
        deeds.blend_toggle_requested.connect(self._chooser.toggle_blend)
        deeds.blend_requested.connect(self._chooser.blend)
        deeds.rename_requested.connect(view.rename)
        self._presence.changed.connect(self.refresh)
        self._add.pictures_wanted.connect(self.add_requested)
        self._add.folder_wanted.connect(self._ask_for_folder)
        self._add.pack_wanted.connect(self._ask_for_packs)
        self._drops.styles_dropped.connect(self.styles_dropped)
        self._drops.folders_dropped.connect(self._folders.add)
        self._work.progressed.connect(self._strip.show_progress)
        self._strip.cancelled.connect(self._work.cancel)
        self._edits.library_changed.connect(self.refresh)
        self._news.library_changed.connect(self.refresh)
        self._news.worth_seeing.connect(self.reveal)
        self._news.styles_added.connect(self.styles_added)
        self._chooser.choice_shown.connect(self._model.announce_all)
        self._chooser.style_activated.connect(self.style_activated)
        self._chooser.style_added_to_blend.connect(self.style_added_to_blend)
        self._chooser.selection_changed.connect(self.selection_changed)
        for source in (self._chooser, self._edits, self._deeds, self._folders, self._drops, self._news):
            source.message.connect(self.message)
        self._work.failed.connect(self._tell_failure)

    # Searching

    @Slot()
    def _apply_search(self) -> None:
        text, collection = self._search.text, self._search.collection
        found = self._library.search(text, collection, self._search.order)
        self._model.show(found)
        if not found:
            self._emptiness = explained(self._library, text, collection)
            self._empty.say(self._emptiness.icon, self._emptiness.title, self._emptiness.hint, self._emptiness.action)
        self._pages.setCurrentWidget(self._view if found else self._empty)

    @Slot()
    def _leave_empty_page(self) -> None:
        if self._emptiness is not None and self._emptiness.wants_pictures:
            self.add_requested.emit()
        else:
            self._search.show_everything()

    @Slot()
    def _focus_tiles(self) -> None:
        if not self._view.currentIndex().isValid():
            self._view.move_focus(self._model.index(0, 0))
        self._view.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _choose_first(self) -> None:
        if self._model.rowCount():
            self._view.move_focus(self._model.index(0, 0))
            self._chooser.choose(self._view.current_id())

    @Slot()
    def _show_photo_switch(self) -> None:
        self._search.show_photo_tiles(self._model.photo_tiles.on, has_photo=self._model.photo_tiles.has_photo)

    # The tiles

    @Slot(int)
    def _show_foot(self, count: int) -> None:
        self._foot.setCurrentIndex(1 if count else 0)

    @Slot(str, str)
    def _rename(self, style_id: str, title: str) -> None:
        self._edits.rename(style_id, title)
        self._view.focus_style(style_id)

    @Slot(object, QPoint)
    def _open_menu(self, style_ids: list[str], where: QPoint) -> None:
        if styles := self._library.fetch(style_ids):
            self._menus.open(styles, where)

    # Bringing in

    @Slot()
    def _ask_for_folder(self) -> None:
        if (folder := self.files.folder_to_watch()) is not None:
            self._folders.add([folder])

    @Slot()
    def _ask_for_packs(self) -> None:
        if packs := self.files.packs_to_open():
            self._importer.add(packs)

    @Slot()
    def _paste(self) -> None:
        mime = QGuiApplication.clipboard().mimeData()
        pictures = read_pictures(mime)
        if (copied := style_ids(mime)) and (own := self._own_collection()):
            self._deeds.put_in(copied, own)
        elif pictures.sources:
            self.styles_dropped.emit(pictures.sources)
        else:
            self.message.emit(self.tr("There is no picture on the clipboard."), "warning")

    def _own_collection(self) -> str | None:
        """The collection that is shown, if it is one of the artist's."""
        shown = self._search.collection
        return shown if any(each.own and each.name == shown for each in self._library.collections()) else None

    @Slot(str)
    def _tell_failure(self, sentence: str) -> None:
        self.message.emit(sentence, "error")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE_PX
        if wide == self._list.isHidden():
            self._list.setVisible(wide)
            self._search.set_wide(wide)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._folders.begin()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self.shut_down()
        return super().event(event)

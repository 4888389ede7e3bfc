"""The gallery panel: search, collections, tiles, and everything an artist does with styles."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QStackedWidget, QVBoxLayout, QWidget

from stylegui.library import StyleLibrary
from stylegui.library.style import OWN_COLLECTION
from stylegui.library.styles import ALL, FAVOURITES, RECENT
from stylegui.ui import icons
from stylegui.ui.gallery.choice import BLEND_LIMIT, StyleChoice
from stylegui.ui.gallery.edits import LibraryEdits
from stylegui.ui.gallery.importer import ImportReport, Source, StyleImporter
from stylegui.ui.gallery.menu import StyleMenu
from stylegui.ui.gallery.model import StyleModel
from stylegui.ui.gallery.pages import DropOverlay, EmptyPage
from stylegui.ui.gallery.search_bar import SearchBar
from stylegui.ui.gallery.view import DEFAULT_TILE_PX, MAX_TILE_PX, MIN_TILE_PX, StyleView
from stylegui.ui.mime import may_hold_pictures, read_pictures


class GalleryPanel(QWidget):
    """Shows the library and lets the artist choose one style or blend up to four.

    It changes the library only through commands on the undo stack. `style_activated` says that a style was chosen
    alone, `style_added_to_blend` that one joined the others, `selection_changed` gives all chosen ids (a list of str)
    after either; none of them answers `set_current`. `styles_dropped` holds what was dropped, as a list of Path or
    bytes: `add_styles` is the slot for it. `message` is a sentence and its kind: "info", "warning" or "error".
    """

    style_activated = Signal(str)
    style_added_to_blend = Signal(str)
    selection_changed = Signal(object)
    styles_dropped = Signal(object)
    styles_added = Signal(object)
    add_requested = Signal()
    message = Signal(str, str)
    tile_size_changed = Signal(int)

    def __init__(
        self, library: StyleLibrary, undo_stack: QUndoStack | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        stack = undo_stack if undo_stack is not None else QUndoStack(self)
        self._choice = StyleChoice()
        self._model = StyleModel(library, self._choice, self)
        self._importer = StyleImporter(library, self)
        self._edits = LibraryEdits(library, stack, self)
        self._writer = QThreadPool(self)
        self._writer.setMaxThreadCount(1)
        self._build()
        self._connect()
        self.refresh()

    @property
    def view(self) -> StyleView:
        """The list of tiles."""
        return self._view

    @property
    def tile_size_px(self) -> int:
        """The wanted width of a tile, to be kept with the window's state."""
        return self._view.tile_px

    def set_tile_size_px(self, tile_px: int) -> None:
        """Make tiles larger or smaller."""
        self._view.set_tile_px(tile_px)

    def current_ids(self) -> list[str]:
        """The ids of the chosen styles, in the order of the blend."""
        return self._choice.ids

    def set_current(self, ids: Iterable[str]) -> None:
        """Show these styles as chosen, without a signal. Unknown ids are left out."""
        known = [style_id for style_id in ids if self._library.get(style_id) is not None]
        if self._choice.replace(known):
            self._show_choice()

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
        """Look into a collection: a name of `StyleLibrary.collections`, or ALL, FAVOURITES or RECENT."""
        self._search.show_collection(name)

    @Slot()
    def refresh(self) -> None:
        """Show the library as it is now."""
        self._search.set_collections(self._library.collections())
        self._model.reload()
        if self._choice.replace(each for each in self._choice.ids if self._library.get(each) is not None):
            self.selection_changed.emit(self._choice.ids)
        self._apply_search()
        self._show_choice()

    @Slot(object)
    def add_styles(self, sources: Iterable[Source]) -> None:
        """Add pictures to the library in the background; `styles_added` tells the ids of the new ones."""
        self._importer.add(sources)

    def reveal(self, style_id: str) -> None:
        """Scroll to a style and give it the focus, leaving the search if that hides it."""
        if not self._view.focus_style(style_id) and self._library.get(style_id) is not None:
            self._search.show_everything()
            self._view.focus_style(style_id)

    def shut_down(self) -> None:
        """Stop the background work. To be called before the window closes."""
        self._importer.shut_down()
        self._model.thumbnails.shut_down()
        self._writer.waitForDone()

    def _build(self) -> None:
        self._search = SearchBar()
        self._view = StyleView(self._model)
        self._empty = EmptyPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._empty)

        self._add = QPushButton(icons.icon("add"), self.tr("Add style…"))
        self._add.setToolTip(self.tr("Add pictures of your own as styles. You can also drop them here."))
        self._size = QSlider(Qt.Orientation.Horizontal)
        self._size.setRange(MIN_TILE_PX, MAX_TILE_PX)
        self._size.setValue(DEFAULT_TILE_PX)
        self._size.setPageStep(24)
        self._size.setMaximumWidth(110)
        self._size.setAccessibleName(self.tr("Tile size"))
        self._size.setToolTip(self.tr("Tile size (Ctrl+wheel)"))

        foot = QHBoxLayout()
        foot.setContentsMargins(10, 6, 10, 10)
        foot.setSpacing(12)
        foot.addWidget(self._add)
        foot.addStretch()
        foot.addWidget(self._size, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._search)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)
        self._overlay = DropOverlay(self)
        self.setAutoFillBackground(True)
        self.setAcceptDrops(True)
        self.setFocusProxy(self._view)

    def _connect(self) -> None:
        self._search.search_changed.connect(self._apply_search)
        self._search.search_confirmed.connect(self._choose_first)
        self._search.tiles_wanted.connect(self._focus_tiles)
        self._add.clicked.connect(self.add_requested)
        self._empty.action_triggered.connect(self._leave_empty_page)
        self._size.valueChanged.connect(self._view.set_tile_px)
        self._view.tile_size_changed.connect(self._size.setValue)
        self._view.tile_size_changed.connect(self.tile_size_changed)
        self._view.style_chosen.connect(self._choose)
        self._view.blend_toggled.connect(self._toggle_blend)
        self._view.favourite_toggled.connect(self._edits.toggle_favourite)
        self._view.removal_requested.connect(self._edits.remove)
        self._view.menu_requested.connect(self._open_menu)
        self._model.title_edited.connect(self._edits.rename)
        self._edits.library_changed.connect(self.refresh)
        self._edits.message.connect(self.message)
        self._importer.progressed.connect(self._show_import)
        self._importer.batch_finished.connect(self._finish_import)

    # Searching

    @Slot()
    def _apply_search(self) -> None:
        text, collection = self._search.text, self._search.collection
        found = self._library.search(text, collection)
        self._view.shown.show(found)
        self._view.mark_selected(self._choice.ids)
        if not found:
            self._explain_emptiness(text, collection)
        self._pages.setCurrentWidget(self._view if found else self._empty)

    def _explain_emptiness(self, text: str, collection: str) -> None:
        if text:
            title = self.tr("No style matches “{}”").format(text)
            elsewhere = len(self._library.search(text)) if collection != ALL else 0
            hint = self.tr("There are {} in other collections.").format(elsewhere) if elsewhere else ""
            self._empty.say("search", title, hint, self.tr("Show all styles"))
        elif collection == FAVOURITES:
            hint = self.tr("Click the star on a style to find it here again.")
            self._empty.say("star", self.tr("No favourites yet"), hint, self.tr("Show all styles"))
        elif collection == RECENT:
            hint = self.tr("Styles that you have painted with are kept here.")
            self._empty.say("history", self.tr("Nothing used yet"), hint, self.tr("Show all styles"))
        else:
            hint = self.tr("Any picture can be a style. Drop pictures here, or choose some.")
            self._empty.say("style", self.tr("No styles of your own yet"), hint, self.tr("Add style…"))

    @Slot()
    def _leave_empty_page(self) -> None:
        wants_own = not self._search.text and self._search.collection in (OWN_COLLECTION, ALL)
        if wants_own:
            self.add_requested.emit()
        else:
            self._search.show_everything()

    # Choosing

    @Slot()
    def _focus_tiles(self) -> None:
        if not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(self._view.shown.index(0, 0))
        self._view.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _choose_first(self) -> None:
        shown = self._view.shown
        if shown.rowCount():
            self._view.setCurrentIndex(shown.index(0, 0))
            self._choose(self._view.current_id())

    @Slot(str)
    def _choose(self, style_id: str) -> None:
        changed = self._choice.replace([style_id])
        self._record_use(style_id)
        self.style_activated.emit(style_id)
        if changed:
            self._show_choice()
            self.selection_changed.emit(self._choice.ids)

    @Slot(str)
    def _toggle_blend(self, style_id: str) -> None:
        if self._choice.remove(style_id):
            self._show_choice()
        elif self._choice.add(style_id):
            self._record_use(style_id)
            self._show_choice()
            self.style_added_to_blend.emit(style_id)
        else:
            text = self.tr("A blend holds up to {} styles: take one out first.").format(BLEND_LIMIT)
            self.message.emit(text, "warning")
            return
        self.selection_changed.emit(self._choice.ids)

    def _record_use(self, style_id: str) -> None:
        # Off the window's thread: it waits for the disk.
        self._writer.start(partial(self._library.record_use, style_id))

    def _show_choice(self) -> None:
        self._model.announce_marks()
        self._view.mark_selected(self._choice.ids)

    # Adding

    @Slot(int, int)
    def _show_import(self, done: int, total: int) -> None:
        self._add.setEnabled(False)
        self._add.setText(self.tr("Adding {} of {}…").format(min(done + 1, total), total))

    @Slot(object)
    def _finish_import(self, report: ImportReport) -> None:
        self._add.setEnabled(True)
        self._add.setText(self.tr("Add style…"))
        ids = [style.id for style in report.added]
        if ids:
            self._edits.record_added(report.added)
        if seen := report.added or report.known:
            self.reveal(seen[0].id)
        self.message.emit(*self._summary(report))
        if ids:
            self.styles_added.emit(ids)

    def _summary(self, report: ImportReport) -> tuple[str, str]:
        sentences = []
        if len(report.added) == 1:
            sentences.append(self.tr("“{}” is now one of your styles.").format(report.added[0].title))
        elif report.added:
            sentences.append(self.tr("{} pictures are now among your styles.").format(len(report.added)))
        elif report.known:
            sentences.append(self.tr("“{}” is one of your styles already.").format(report.known[0].title))
        if not report.refusals:
            return " ".join(sentences), "info"
        sentences.append(report.refusals[0])
        if more := len(report.refusals) - 1:
            sentences.append(self.tr("{} more could not be added either.").format(more))
        return " ".join(sentences), "warning" if report.added else "error"

    # The menu of a style

    @Slot(str, QPoint)
    def _open_menu(self, style_id: str, where: QPoint) -> None:
        style = self._library.get(style_id)
        if style is None:
            return
        menu = StyleMenu(
            style,
            favourite=self._library.is_favourite(style_id),
            in_blend=self._choice.position(style_id) > 0,
            alone=len(self._choice.ids) == 1,
            parent=self,
        )
        menu.use_triggered.connect(self._choose)
        menu.blend_triggered.connect(self._toggle_blend)
        menu.favourite_triggered.connect(self._edits.toggle_favourite)
        menu.rename_triggered.connect(self._view.rename)
        menu.remove_triggered.connect(self._edits.remove)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    # Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if not may_hold_pictures(mime):
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        count = len(mime.urls())
        several = self.tr("Add {} pictures to your styles").format(count)
        self._overlay.light_up(several if count > 1 else self.tr("Add to your styles"))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._overlay.hide()
        pictures = read_pictures(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if pictures.sources:
            self.styles_dropped.emit(pictures.sources)
        else:
            self.message.emit(pictures.refusal, "warning")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._overlay.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self.shut_down()
        return super().event(event)

"""What the foot of the gallery does with the selected tiles."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from stylegui.library import StyleLibrary
from stylegui.ui.gallery.deeds import StyleDeeds
from stylegui.ui.gallery.menu import StyleMenus
from stylegui.ui.gallery.selecting import TileSelection
from stylegui.ui.gallery.selection_bar import SelectionBar


class SelectionDeeds(QObject):
    """Joins the bar with the selection and with what can be done to styles."""

    def __init__(
        self,
        bar: SelectionBar,
        selecting: TileSelection,
        library: StyleLibrary,
        deeds: StyleDeeds,
        menus: StyleMenus,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._selecting = selecting
        self._library = library
        self._deeds = deeds
        self._menus = menus
        selecting.changed.connect(bar.show_count)
        bar.favourite_clicked.connect(self._star)
        bar.remove_clicked.connect(self._remove)
        bar.cleared.connect(selecting.clear)
        bar.collection_menu_wanted.connect(self._fill_collections)
        bar.menu_wanted.connect(self._fill_menu)

    @Slot()
    def _star(self) -> None:
        self._deeds.toggle_favourite(self._selecting.ids)

    @Slot()
    def _remove(self) -> None:
        self._deeds.remove(self._selecting.ids)

    @Slot(object)
    def _fill_collections(self, menu: QMenu) -> None:
        self._menus.fill_collections(menu, self._library.fetch(self._selecting.ids))

    @Slot(object)
    def _fill_menu(self, menu: QMenu) -> None:
        self._menus.fill(menu, self._library.fetch(self._selecting.ids))

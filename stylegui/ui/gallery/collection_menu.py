"""What can be done with the collection that is shown."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from stylegui.library import ALL, MISSING, OWN_COLLECTION, StyleEdit, StyleLibrary
from stylegui.ui import icons
from stylegui.ui.gallery.asking import ask_name
from stylegui.ui.gallery.deeds import StyleDeeds
from stylegui.ui.gallery.edits import LibraryEdits
from stylegui.ui.gallery.folders import GalleryFolders
from stylegui.ui.gallery.search_bar import SearchBar


class CollectionMenu(QObject):
    """Fills the menu beside the list of collections: for an own one, a watched folder, or what is missing."""

    def __init__(
        self,
        library: StyleLibrary,
        edits: LibraryEdits,
        deeds: StyleDeeds,
        folders: GalleryFolders,
        search: SearchBar,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._edits = edits
        self._deeds = deeds
        self._folders = folders
        self._search = search
        self._window = parent

    @Slot(object)
    def fill(self, menu: QMenu) -> None:
        """Put into the menu what can be done now."""
        name = self._search.collection
        folder = self._folder(name)
        own = {each.name for each in self._library.collections() if each.own} - {OWN_COLLECTION}
        if name in own:
            rename = menu.addAction(icons.icon("collection"), self.tr("Rename this collection…"))
            rename.triggered.connect(partial(self._ask_for_name, name))
            dissolve = menu.addAction(icons.icon("close"), self.tr("Dissolve it (its styles stay)"))
            dissolve.triggered.connect(partial(self._dissolve, name))
            menu.addSeparator()
        if folder is not None:
            look = menu.addAction(icons.icon("reset"), self.tr("Look through it again"))
            look.triggered.connect(partial(self._look_again, folder))
            show = menu.addAction(icons.icon("folder"), self.tr("Open this folder"))
            show.triggered.connect(partial(_open, folder))
            stop = menu.addAction(icons.icon("close"), self.tr("Stop watching it (its pictures stay there)"))
            stop.triggered.connect(partial(self._stop_watching, folder))
            menu.addSeparator()
        found = self._library.search(self._search.text, name, self._search.order)
        if name == MISSING:
            remove = menu.addAction(icons.icon("trash"), self.tr("Remove all of these from the gallery"))
            remove.triggered.connect(partial(self._remove, found))
        export = menu.addAction(icons.icon("pack"), self.tr("Export these as a style pack…"))
        export.setEnabled(bool(found))
        title = name if name and not name.startswith(":") else ""
        export.triggered.connect(partial(self._export, found, title))

    def _folder(self, key: str) -> Path | None:
        folders = self._library.folders
        return next((folder for folder in folders.watched() if folders.collection(folder) == key), None)

    def _ask_for_name(self, before: str, _checked: bool = False) -> None:
        ask_name(
            self._window,
            title=self.tr("Rename “{}”").format(before),
            label=self.tr("Its new name:"),
            button=self.tr("Rename"),
            known=(),
            take=partial(self._rename, before),
            name=before,
        )

    def _rename(self, before: str, after: str) -> None:
        if after != before:
            edit = StyleEdit(remove_collections=(before,), add_collections=(after,))
            text = self.tr("Rename the collection “{name}”")
            self._edits.change(self._library.search(collection=before), edit, text, before)
            self._search.show_collection(after)

    def _dissolve(self, name: str, _checked: bool = False) -> None:
        edit = StyleEdit(remove_collections=(name,))
        self._edits.change(self._library.search(collection=name), edit, self.tr("Dissolve “{name}”"), name)
        self._search.show_collection(ALL)

    def _look_again(self, folder: Path, _checked: bool = False) -> None:
        self._folders.scan([folder], asked=True)

    def _stop_watching(self, folder: Path, _checked: bool = False) -> None:
        self._folders.remove(folder)
        self._search.show_collection(ALL)

    def _remove(self, style_ids: list[str], _checked: bool = False) -> None:
        self._edits.remove(style_ids)

    def _export(self, style_ids: list[str], title: str, _checked: bool = False) -> None:
        self._deeds.export(style_ids, title)


def _open(folder: Path, _checked: bool = False) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

"""What can be done with one style, or with many, as a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from stylegui.library import Style
from stylegui.library.style import MAX_RATING
from stylegui.ui import icons
from stylegui.ui.gallery.choice import BLEND_LIMIT
from stylegui.ui.gallery.deeds import StyleDeeds

Do = Callable[[], object]


class StyleMenus(QObject):
    """Fills menus. They show the keys and clicks that do the same; those belong to the view."""

    def __init__(self, deeds: StyleDeeds, parent: QWidget) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._window = parent

    def open(self, styles: Sequence[Style], where: QPoint) -> QMenu:
        """Show the menu of these styles at a place on the screen."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu, styles)
        menu.popup(where)
        return menu

    def fill(self, menu: QMenu, styles: Sequence[Style]) -> None:
        """Put into a menu what can be done with these styles, of which there is at least one."""
        deeds, ids = self._deeds, [style.id for style in styles]
        own = [style.id for style in styles if not style.builtin]
        if len(styles) == 1:
            self._add_painting(menu, styles[0])
        elif len(styles) <= BLEND_LIMIT:
            _add(menu, "style", self.tr("Blend these styles"), partial(deeds.blend, ids))
        menu.addSeparator()
        favourite = all(style.favourite for style in styles)
        words = self.tr("Remove from favourites") if favourite else self.tr("Add to favourites")
        _add(menu, "star-filled" if favourite else "star", words, partial(deeds.toggle_favourite, ids), ".")
        self._add_rating(menu, styles)
        self.fill_collections(menu.addMenu(icons.icon("collection"), self.tr("Collections")), styles)
        if own:
            _add(menu, "tag", self.tr("Add a tag…"), partial(deeds.ask_for_tag, own))
        menu.addSeparator()
        if len(styles) == 1:
            self._add_facts(menu, styles[0])
        _add(menu, "copy", self.tr("Copy"), partial(deeds.copy, ids), self.tr("Ctrl+C"))
        _add(menu, "pack", self.tr("Export as style pack…"), partial(deeds.export, ids))
        menu.addSeparator()
        words = self.tr("Remove from the gallery") if len(own) <= 1 else self.tr("Remove {} styles").format(len(own))
        remove = _add(menu, "trash", words, partial(deeds.remove, ids), self.tr("Del"))
        remove.setEnabled(bool(own))

    def fill_collections(self, menu: QMenu, styles: Sequence[Style]) -> None:
        """Put into a menu the artist's collections, ticked where all of these styles are in them."""
        deeds, ids = self._deeds, [style.id for style in styles]
        for name in deeds.collection_names():
            holds_all = all(name in style.collections for style in styles)
            change = deeds.take_out if holds_all else deeds.put_in
            action = _add(menu, "", name.replace("&", "&&"), partial(change, ids, name))
            action.setCheckable(True)
            action.setChecked(holds_all)
        menu.addSeparator()
        _add(menu, "add", self.tr("New collection…"), partial(deeds.ask_for_collection, ids))

    def _add_painting(self, menu: QMenu, style: Style) -> None:
        deeds = self._deeds
        _add(menu, "brush", self.tr("Use this style"), partial(deeds.use, style.id), self.tr("Enter"))
        chosen = deeds.chosen_ids()
        alone = chosen == [style.id]
        words = self.tr("Take out of blend") if style.id in chosen and not alone else self.tr("Add to blend")
        blend = _add(menu, "style", words, partial(deeds.toggle_blend, style.id), self.tr("Ctrl+Click"))
        blend.setEnabled(not alone)

    def _add_rating(self, menu: QMenu, styles: Sequence[Style]) -> None:
        ratings = menu.addMenu(icons.icon("star"), self.tr("Rating"))
        for rating in range(MAX_RATING + 1):
            words = "★" * rating if rating else self.tr("None")
            rate = partial(self._deeds.rate, [style.id for style in styles], rating)
            action = _add(ratings, "", words, rate, str(rating))
            action.setCheckable(True)
            action.setChecked(all(style.rating == rating for style in styles))

    def _add_facts(self, menu: QMenu, style: Style) -> None:
        deeds = self._deeds
        about = partial(deeds.show_details, style.id)
        _add(menu, "info", self.tr("About this style…"), about, "F2" if style.builtin else "")
        if not style.builtin:
            _add(menu, "", self.tr("Rename"), partial(deeds.rename, style.id), "F2")
        if style.missing:
            _add(menu, "search", self.tr("Locate…"), partial(deeds.locate, style.id))
        else:
            _add(menu, "folder", self.tr("Show in folder"), partial(deeds.show_in_folder, style.id))


def _add(menu: QMenu, icon: str, text: str, do: Do, keys: str = "") -> QAction:
    words = f"{text}\t{keys}" if keys else text
    action = menu.addAction(icons.icon(icon), words) if icon else menu.addAction(words)
    action.triggered.connect(partial(_call, do))
    return action


def _call(do: Do, _checked: bool = False) -> None:
    do()

"""Why there are no tiles, in a sentence, and the way out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from stylegui.library import ALL, FAVOURITES, MISSING, OWN, RECENT, StyleLibrary


@dataclass(frozen=True)
class Emptiness:
    """What the empty page shows. Its button either asks for pictures or shows all styles."""

    icon: str
    title: str
    hint: str
    action: str
    wants_pictures: bool = False


def explained(library: StyleLibrary, text: str, collection: str) -> Emptiness:
    """Why a search for `text` in a collection finds nothing."""
    show_all = _tr("Show all styles")
    if text:
        elsewhere = len(library.search(text)) if collection != ALL else 0
        hint = _tr("There are {} in other collections.").format(elsewhere) if elsewhere else ""
        if elsewhere == 1:
            hint = _tr("There is one in another collection.")
        return Emptiness("search", _tr("No style matches “{}”").format(text), hint, show_all)
    if collection == FAVOURITES:
        hint = _tr("Click the star on a style to find it here again.")
        return Emptiness("star", _tr("No favourites yet"), hint, show_all)
    if collection == RECENT:
        hint = _tr("Styles that you have painted with are kept here.")
        return Emptiness("history", _tr("Nothing used yet"), hint, show_all)
    if collection == MISSING:
        return Emptiness("check", _tr("No picture is missing"), "", show_all)
    if collection in (OWN, ALL):
        hint = _tr("Any picture can be a style. Drop pictures here, or choose some.")
        return Emptiness("style", _tr("No styles of your own yet"), hint, _tr("Add style…"), wants_pictures=True)
    hint = _tr("Drop pictures here, or put styles into it with their menu.")
    return Emptiness("collection", _tr("Nothing in here yet"), hint, show_all)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Emptiness", text)

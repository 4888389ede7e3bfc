"""The collections that the gallery offers, in groups, each with the number of its styles."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from stylegui.library import ALL, FAVOURITES, MISSING, OWN_COLLECTION, RECENT, StyleLibrary
from stylegui.library.text import clean
from stylegui.ui.gallery.collections import Entry


def groups_of(library: StyleLibrary) -> list[list[Entry]]:
    """What is always there, then the artist's collections, watched folders, the program's collections, and trouble."""
    counts = library.counts()
    collections = library.collections()
    own_count = next((each.count for each in collections if each.name == OWN_COLLECTION), 0)
    always = [
        Entry(_tr("All styles"), ALL, counts[ALL], "style"),
        Entry(_tr("Favourites"), FAVOURITES, counts[FAVOURITES], "star"),
        Entry(_tr("Recently used"), RECENT, counts[RECENT], "history"),
        Entry(_tr("My styles"), OWN_COLLECTION, own_count, "photo"),
    ]
    named = [each for each in collections if each.name != OWN_COLLECTION]
    watched = {folder_collection(folder): folder for folder in library.folders.watched()}
    counted = {each.name: each.count for each in named}
    own = [Entry(each.name, each.name, each.count, "collection") for each in named if each.own]
    own = [entry for entry in own if entry.key not in watched]
    folders = [Entry(name, name, counted.get(name, 0), "folder") for name in watched]
    program = [Entry(each.name, each.name, each.count, "brush") for each in named if not each.own]
    trouble = []
    if counts[MISSING]:
        trouble.append(Entry(_tr("Missing pictures"), MISSING, counts[MISSING], "warning"))
    return [always, own, folders, program, trouble]


def folder_collection(folder: Path) -> str:
    """The collection that the pictures of a watched folder are in."""
    return clean(folder.name) or str(folder)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shelves", text)

"""The collections that the gallery offers, in groups, each with the number of its styles."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from stylegui.library import ALL, FAVOURITES, MISSING, OWN, OWN_COLLECTION, RECENT, StyleLibrary
from stylegui.library.text import clean
from stylegui.ui.gallery.collections import Entry


def groups_of(library: StyleLibrary) -> list[list[Entry]]:
    """What is always there, then the artist's collections, watched folders, the program's collections, and trouble.

    A collection that holds just what a watched folder of its name brought is not told twice.
    """
    counts = library.counts()
    always = [
        Entry(_tr("All styles"), ALL, counts[ALL], "style"),
        Entry(_tr("Favourites"), FAVOURITES, counts[FAVOURITES], "star"),
        Entry(_tr("Recently used"), RECENT, counts[RECENT], "history"),
        Entry(_tr("My styles"), OWN, counts[OWN], "photo"),
    ]
    folders, from_folders = [], {}
    for folder in library.folders.watched():
        key = library.folders.collection(folder)
        entry = Entry(folder.name or str(folder), key, len(library.search(collection=key)), "folder")
        folders.append(entry)
        from_folders[clean(folder.name)] = entry.count
    named = [each for each in library.collections() if each.name != OWN_COLLECTION]
    named = [each for each in named if from_folders.get(each.name) != each.count]
    own = [Entry(each.name, each.name, each.count, "collection") for each in named if each.own]
    program = [Entry(_tr(each.name), each.name, each.count, "brush") for each in named if not each.own]
    missing = [Entry(_tr("Missing pictures"), MISSING, counts[MISSING], "warning")] if counts[MISSING] else []
    return [always, own, folders, program, missing]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shelves", text)

"""From what somebody types to the ids of the styles that are meant."""

from __future__ import annotations

import os
import sqlite3
from enum import Enum
from typing import Any

from stylegui.library.records import RECENT_LIMIT
from stylegui.library.text import folded

ALL = ""
FAVOURITES = ":favourites"
RECENT = ":recent"
MISSING = ":missing"
OWN = ":own"
"""Collections that the gallery itself keeps; the colon tells them from named ones."""

IN_FOLDER = ":folder:"
"""Followed by a path: what is in that watched folder."""

MAX_WORDS = 12
MAX_WORD = 64
_SPECIAL = {FAVOURITES: "favourite = 1", RECENT: "used > 0", MISSING: "missing = 1", OWN: "kind <> 2"}
INSIDE_LETTERS = 3
"""From how many letters on a word is also found inside others: the index is made of triples."""


class Order(Enum):
    """How what was found is sorted."""

    GALLERY = "kind = 2, added DESC, sort_collection, sort_title, id"
    """The artist's own styles, newest first, then the built-in ones by collection and title."""
    TITLE = "sort_title, id"
    ARTIST = "artist = '', artist COLLATE NOCASE, sort_title, id"
    NEWEST = "added DESC, sort_title, id"
    RATING = "rating DESC, favourite DESC, sort_title, id"


def search(db: sqlite3.Connection, text: str, collection: str, order: Order) -> list[str]:
    """The ids of the styles of a collection that have every word of `text` in title, artist, year, tags or collections.

    Case and accents make no difference. A word of three letters or more may stand inside another one, a shorter one
    begins a word. Styles in which all words begin a word come first.
    """
    words = [word[:MAX_WORD] for word in folded(text).replace("\0", " ").split()][:MAX_WORDS]
    words = [word.encode(errors="replace").decode() for word in words]
    where, values = ["removed = 0"], list[Any]()
    if phrase := " ".join(_quoted(word) for word in words if len(word) >= INSIDE_LETTERS):
        where.append("key IN (SELECT rowid FROM word_index WHERE word_index MATCH ?)")
        values.append(phrase)
    for word in words:
        if len(word) < INSIDE_LETTERS:
            where.append("instr(words, ?)")
            values.append(" " + word)
    sorting = order.value
    limit = ""
    if collection == RECENT:
        sorting, limit = "used DESC, id", f" LIMIT {RECENT_LIMIT}"
    if collection in _SPECIAL:
        where.append(_SPECIAL[collection])
    elif collection.startswith(IN_FOLDER):
        where.append("folder = ?")
        values.append(_path_bytes(collection.removeprefix(IN_FOLDER)))
    elif collection:
        where.append("key IN (SELECT style FROM members WHERE name = ?)")
        values.append(collection.encode(errors="replace").decode())
    long_words = [word for word in words if len(word) >= INSIDE_LETTERS]
    if long_words and not limit:  # of the short ones, all begin a word
        sorting = " + ".join("(instr(words, ?) = 0)" for _ in long_words) + ", " + sorting
        values += [" " + word for word in long_words]
    sql = f"SELECT id FROM styles WHERE {' AND '.join(where)} ORDER BY {sorting}{limit}"  # noqa: S608  our own words only
    return [style_id for (style_id,) in db.execute(sql, values)]


def count_special(db: sqlite3.Connection) -> dict[str, int]:
    """How many styles there are in each collection that the gallery itself keeps."""
    sums = ", ".join(f"sum({condition})" for condition in _SPECIAL.values())
    everything, *counts = db.execute(f"SELECT count(*), {sums} FROM styles WHERE removed = 0").fetchone()  # noqa: S608
    found = {ALL: everything} | {name: count or 0 for name, count in zip(_SPECIAL, counts, strict=True)}
    return found | {RECENT: min(RECENT_LIMIT, found[RECENT])}


def _path_bytes(path: str) -> bytes:
    try:
        return os.fsencode(path)
    except UnicodeEncodeError:  # no file is called so
        return b""


def _quoted(word: str) -> str:
    """A word as the index takes it: a text between quotes, in which nothing has a meaning."""
    return '"' + word.replace('"', '""') + '"'

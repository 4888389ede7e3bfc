"""Styles as rows of the database: written, changed, read back. Every function takes a connection."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

from stylegui.library.style import Style
from stylegui.library.text import folded

CHUNK = 500
RECENT_LIMIT = 24


class Kind(IntEnum):
    """Where a style's picture lives: copied into the library, in a folder of the artist's, or with the program."""

    OWN = 0
    LINKED = 1
    BUILTIN = 2


@dataclass(frozen=True, slots=True)
class FileState:
    """A file's content (sha256) and what tells without reading that it is still the same: time in ns, and bytes."""

    digest: str
    mtime_ns: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Record:
    """A row: the style, and what only the library itself needs to know about it.

    `content` is the digest of the decoded picture and `look` its fingerprint ("" and None where it was never decoded),
    `removed` when it went to the trash, in seconds since 1970, or 0, `used` when it was painted with last.
    """

    style: Style
    state: FileState
    content: str = ""
    look: bytes | None = None
    folder: Path | None = None
    used: float = 0.0
    removed: float = 0.0

    @property
    def kind(self) -> Kind:
        return Kind.BUILTIN if self.style.builtin else Kind.LINKED if self.style.linked else Kind.OWN


_COLUMNS = (
    "id, kind, title, artist, year, source, licence, credit, tags, collections, palette, rating, favourite, added, "
    "missing, path, width, height"
)
_ALL_COLUMNS = f"{_COLUMNS}, file, mtime_ns, bytes, content, look, folder, used, removed"
_COUNT = len(_COLUMNS.split(","))


def insert(db: sqlite3.Connection, record: Record) -> None:
    """Add a row in place of any that has its id."""
    style, state = record.style, record.state
    db.execute("DELETE FROM styles WHERE id = ?", (style.id,))
    values: dict[str, Any] = {
        "id": style.id,
        "kind": int(record.kind),
        **_described(style),
        "added": style.added,
        "used": record.used,
        "removed": record.removed,
        "missing": style.missing,
        "path": os.fsencode(style.path),
        "folder": None if record.folder is None else os.fsencode(record.folder),
        "width": style.size[0],
        "height": style.size[1],
        "content": record.content,
        "file": state.digest,
        "mtime_ns": state.mtime_ns,
        "bytes": state.bytes,
        "look": record.look,
    }
    names, places = ", ".join(values), ", ".join("?" * len(values))
    cursor = db.execute(f"INSERT INTO styles ({names}) VALUES ({places})", tuple(values.values()))  # noqa: S608
    if not record.removed:
        _enter(db, cursor.lastrowid, style)


def describe(db: sqlite3.Connection, style: Style) -> None:
    """Take over everything that an artist can change about a style."""
    row = db.execute("SELECT key, collections, removed FROM styles WHERE id = ?", (style.id,)).fetchone()
    if row is None:
        return
    values = _described(style)
    changes = ", ".join(f"{name} = ?" for name in values)
    db.execute(f"UPDATE styles SET {changes} WHERE key = ?", (*values.values(), row[0]))  # noqa: S608
    if row[1] != values["collections"] and not row[2]:
        db.execute("DELETE FROM members WHERE style = ?", (row[0],))
        _enter(db, row[0], style)


def update(db: sqlite3.Connection, style_id: str, **values: Any) -> None:
    """Set columns of one row as they are given."""
    changes = ", ".join(f"{name} = ?" for name in values)
    db.execute(f"UPDATE styles SET {changes} WHERE id = ?", (*values.values(), style_id))  # noqa: S608


def take_out(db: sqlite3.Connection, style_id: str, when: float) -> None:
    """Note that a style was removed at `when`, in seconds since 1970. `insert` brings it back."""
    db.execute("DELETE FROM members WHERE style = (SELECT key FROM styles WHERE id = ?)", (style_id,))
    db.execute("UPDATE styles SET removed = ? WHERE id = ? AND removed = 0", (when, style_id))


def forget(db: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Delete rows for good."""
    db.executemany("DELETE FROM styles WHERE id = ?", ((style_id,) for style_id in ids))


def styles(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Style]:
    """The styles of these ids, without those in the trash, by id."""
    # The plus keeps SQLite from looking through all that are not removed.
    found = (_style(row) for row in _rows(db, _COLUMNS, "id", ids, " AND +removed = 0"))
    return {style.id: style for style in found}


def titled(db: sqlite3.Connection, titles: Iterable[str]) -> dict[str, str]:
    """The ids of the styles with these titles, by title; of several with one title it is the built-in one."""
    rows = _rows(db, "title, id, kind", "title", titles, " AND removed = 0")
    return {title: style_id for title, style_id, _ in sorted(rows, key=lambda row: (row[2], row[1]))}


def records(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Record]:
    """The whole rows of these ids, those in the trash too, by id."""
    found = (_record(row) for row in _rows(db, _ALL_COLUMNS, "id", ids))
    return {record.style.id: record for record in found}


def with_file(db: sqlite3.Connection, digest: str) -> list[Record]:
    """All rows whose file has this sha256."""
    return [_record(row) for row in _rows(db, _ALL_COLUMNS, "file", [digest])]


def with_content(db: sqlite3.Connection, digest: str) -> list[Record]:
    """All rows whose decoded picture has this digest."""
    return [_record(row) for row in _rows(db, _ALL_COLUMNS, "content", [digest])]


def at_path(db: sqlite3.Connection, path: Path) -> Record | None:
    """The row whose picture is this file, or None."""
    return next((_record(row) for row in _rows(db, _ALL_COLUMNS, "path", [os.fsencode(path)])), None)


def in_folder(db: sqlite3.Connection, folder: Path) -> list[Record]:
    """All rows of a watched folder."""
    return [_record(row) for row in _rows(db, _ALL_COLUMNS, "folder", [os.fsencode(folder)])]


def looks(db: sqlite3.Connection) -> list[tuple[str, bytes]]:
    """Id and fingerprint of each style that has one."""
    return db.execute("SELECT id, look FROM styles WHERE look IS NOT NULL AND removed = 0").fetchall()


def collections(db: sqlite3.Connection) -> list[tuple[str, int, bool]]:
    """Name, number of styles, and whether a built-in style brought it, of each collection."""
    brought = db.execute("SELECT DISTINCT json_extract(collections, '$[0]') FROM styles WHERE removed = 0 AND kind = 2")
    builtin = {name for (name,) in brought}
    rows = db.execute("SELECT name, count(*) FROM members GROUP BY name")
    return [(name, count, name in builtin) for name, count in rows]


def fact(db: sqlite3.Connection, name: str) -> str:
    """A value that was remembered under this name, or ""."""
    row = db.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else ""


def set_fact(db: sqlite3.Connection, name: str, value: str) -> None:
    """Remember a value under a name."""
    db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))


def chunks(items: Iterable[Any], size: int = CHUNK) -> Iterator[list[Any]]:
    """`items` in lists of at most `size`."""
    held: list[Any] = []
    for item in items:
        held.append(item)
        if len(held) == size:
            yield held
            held = []
    if held:
        yield held


def _described(style: Style) -> dict[str, Any]:
    return {
        "title": style.title,
        "artist": style.artist,
        "year": style.year,
        "source": style.source,
        "licence": style.licence,
        "credit": style.credit,
        "tags": listed(style.tags),
        "collections": listed(style.collections),
        "palette": listed(style.palette),
        "rating": style.rating,
        "favourite": style.favourite,
        "words": style.search_text,
        "sort_title": folded(style.title),
        "sort_collection": folded(style.collection),
    }


def _enter(db: sqlite3.Connection, key: int | None, style: Style) -> None:
    db.executemany("INSERT INTO members (name, style) VALUES (?, ?)", ((name, key) for name in style.collections))


def _rows(
    db: sqlite3.Connection, columns: str, where: str, values: Iterable[Any], rest: str = ""
) -> Iterator[tuple[Any, ...]]:
    for chunk in chunks(values):
        places = ", ".join("?" * len(chunk))
        yield from db.execute(f"SELECT {columns} FROM styles WHERE {where} IN ({places}){rest}", chunk)  # noqa: S608


def _style(row: Sequence[Any]) -> Style:
    kind = row[1]
    return Style(
        id=row[0],
        title=row[2],
        artist=row[3],
        year=row[4],
        source=row[5],
        licence=row[6],
        credit=row[7],
        tags=_members(row[8]),
        collections=_members(row[9]),
        palette=_members(row[10]),
        rating=row[11],
        favourite=bool(row[12]),
        builtin=kind == Kind.BUILTIN,
        linked=kind == Kind.LINKED,
        added=row[13],
        missing=bool(row[14]),
        path=Path(os.fsdecode(row[15])),
        size=(row[16], row[17]),
    )


def _record(row: Sequence[Any]) -> Record:
    digest, mtime_ns, size, content, look, folder, used, removed = row[_COUNT:]
    return Record(
        _style(row),
        FileState(digest, mtime_ns, size),
        content,
        look,
        None if folder is None else Path(os.fsdecode(folder)),
        used,
        removed,
    )


def listed(texts: tuple[str, ...]) -> str:
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))


def _members(text: str) -> tuple[str, ...]:
    # Thousands of styles share few tags and collections: each text is held once.
    return tuple(map(sys.intern, json.loads(text)))

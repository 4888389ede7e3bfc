"""Bringing the catalogue in line with what is on disk: built-in styles, own folders, notes, and an older layout."""

from __future__ import annotations

import hashlib
import logging
import os
import sqlite3
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, ValidationError

from stylegui.library import records
from stylegui.library.card import StyleCard, read_card
from stylegui.library.catalogue import Catalogue
from stylegui.library.identity import file_state
from stylegui.library.records import FileState, Kind, Record
from stylegui.library.shelf import Shelf
from stylegui.library.style import OWN_COLLECTION

OLD_MARKS = "style_marks.json"
_BUILTIN = "builtin"
_FILLED = "filled"

_log = logging.getLogger(__name__)


class _OldMarks(BaseModel):
    model_config = ConfigDict(extra="ignore")

    favourites: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()


def bring_up_to_date(catalogue: Catalogue, shelf: Shelf, builtin_folder: Path, old_marks: Path) -> list[str]:
    """Take over what changed on disk since the last time, all of it into a new database. Problems, a sentence each."""
    problems = _own_styles(catalogue, shelf) + _builtin_styles(catalogue, shelf, builtin_folder)
    if not catalogue.ask(partial(records.fact, name=_FILLED)):
        _notes(catalogue, shelf)
        _adopt_marks(catalogue, shelf, old_marks)
        catalogue.change(partial(records.set_fact, name=_FILLED, value="yes"))
    return problems


# The artist's own styles


def _own_styles(catalogue: Catalogue, shelf: Shelf) -> list[str]:
    """Folders decide which own styles there are: one may have come from a backup, or from a killed program."""
    here, trashed = shelf.names(), shelf.trashed()
    rows = catalogue.ask(
        lambda db: db.execute("SELECT id, removed, missing FROM styles WHERE kind = ?", (int(Kind.OWN),)).fetchall()
    )
    known = {style_id: (removed, missing) for style_id, removed, missing in rows}
    problems, fresh = [], []
    for style_id in sorted(here):
        if style_id in known and not any(known[style_id]):
            continue
        try:
            fresh.append(own_record(shelf, style_id))
        except (OSError, ValueError) as error:
            if style_id not in known:
                problems.append(_damaged(style_id, error))
    gone = {style_id: state for style_id, state in known.items() if style_id not in here}
    thrown = [style_id for style_id, (removed, _) in gone.items() if not removed and style_id in trashed]
    purged = [style_id for style_id, (removed, _) in gone.items() if removed and style_id not in trashed]
    lost = [style_id for style_id, state in gone.items() if not any(state) and style_id not in trashed]
    if fresh or thrown or purged or lost:
        catalogue.change(partial(_take_over_own, fresh=fresh, thrown=thrown, purged=purged, lost=lost))
    return problems


def own_record(shelf: Shelf, style_id: str) -> Record:
    """What the folder of an own style says about it. Raises OSError or ValueError."""
    card, picture = shelf.read(shelf.home(style_id))
    stat = picture.stat()
    state = FileState(card.file, stat.st_mtime_ns, stat.st_size) if card.file else file_state(picture)
    style = card.style(style_id, picture)
    return Record(style if style.collections else replace(style, collections=(OWN_COLLECTION,)), state)


def _take_over_own(
    db: sqlite3.Connection, fresh: list[Record], thrown: list[str], purged: list[str], lost: list[str]
) -> None:
    old = records.records(db, [record.style.id for record in fresh])
    for record in fresh:
        before = old.get(record.style.id)
        records.insert(db, record if before is None else replace(record, used=before.used, look=before.look))
    for style_id in thrown:
        records.take_out(db, style_id, time.time())
    for style_id in lost:
        records.update(db, style_id, missing=1)
    records.forget(db, purged)


# The built-in styles


def _builtin_styles(catalogue: Catalogue, shelf: Shelf, folder: Path) -> list[str]:
    signature = _signature(folder)
    if catalogue.ask(partial(records.fact, name=_BUILTIN)) == signature:
        return []
    rows = catalogue.ask(lambda db: db.execute("SELECT id FROM styles WHERE kind = ?", (int(Kind.BUILTIN),)).fetchall())
    known = catalogue.ask(partial(records.records, ids=[style_id for (style_id,) in rows]))
    problems, found = [], []
    for each in sorted(folder.iterdir()) if folder.is_dir() else []:
        if each.name.startswith(".") or not each.is_dir():
            continue
        try:
            found.append(_builtin_record(shelf, each, known.get(each.name)))
        except (OSError, ValueError) as error:
            problems.append(_damaged(each.name, error))
    gone = known.keys() - {record.style.id for record in found}
    # With a problem the signature is not kept, so that the next start finds it again and says so.
    catalogue.change(partial(_take_over_builtin, found=found, gone=gone, signature="" if problems else signature))
    return problems


def _builtin_record(shelf: Shelf, folder: Path, known: Record | None) -> Record:
    card, picture = shelf.read(folder)
    stat = picture.stat()
    style = replace(card.style(folder.name, picture, builtin=True), added=0.0, rating=0, favourite=False)
    if known is None:
        return Record(style, file_state(picture))
    own = (name for name in known.style.collections[1:] if name != style.collection)
    style = replace(
        style,
        rating=known.style.rating,
        favourite=known.style.favourite,
        collections=(*style.collections[:1], *own),
    )
    same = (known.state.mtime_ns, known.state.bytes) == (stat.st_mtime_ns, stat.st_size)
    if same:
        return replace(known, style=style, removed=0.0)
    return Record(style, file_state(picture), used=known.used)


def _take_over_builtin(db: sqlite3.Connection, found: list[Record], gone: Iterable[str], signature: str) -> None:
    for record in found:
        records.insert(db, record)
    for style_id in gone:
        # Not deleted: a later version may have it again, and then it still is a favourite.
        records.take_out(db, style_id, time.time())
    records.set_fact(db, _BUILTIN, signature)


def _signature(folder: Path) -> str:
    """What is another text as soon as a built-in style is added, removed or changed; from times and sizes only."""
    parts = [str(folder)]
    for each in sorted(folder.iterdir()) if folder.is_dir() else []:
        parts.append(each.name)
        with suppress(OSError), os.scandir(each) as entries:
            stats = sorted((entry.name, entry.stat().st_mtime_ns, entry.stat().st_size) for entry in entries)
            parts.append(repr(stats))
    return hashlib.sha256("\n".join(parts).encode(errors="surrogateescape")).hexdigest()


# Notes, and what an older version left


def _notes(catalogue: Catalogue, shelf: Shelf) -> None:
    """Favourites and ratings of built-in styles, and what is known of pictures in watched folders."""
    for style_id in sorted(shelf.noted()):
        file = shelf.notes / f"{style_id}.json"
        try:
            card = read_card(file)
            if card.path:
                catalogue.change(partial(records.insert, record=linked_record(style_id, card)))
                continue
            style = catalogue.get(style_id)
            if style is not None:
                collections = (*style.collections, *card.all_collections)
                marked = replace(
                    style,
                    rating=card.rating,
                    favourite=card.favourite,
                    collections=tuple(dict.fromkeys(collections)),
                )
                catalogue.change(partial(records.describe, style=marked), [style_id])
        except (OSError, ValueError) as error:
            _log.warning("The note %s cannot be read and is left out: %s", file, error)


def linked_record(style_id: str, card: StyleCard) -> Record:
    """The row of a picture in a watched folder, as its card describes it. Raises ValueError, OSError."""
    path, folder = path_of(card.path), path_of(card.folder) if card.folder else None
    style = card.style(style_id, path, linked=True)
    try:
        stat = path.stat()
        state = FileState(card.file, stat.st_mtime_ns, stat.st_size)
    except OSError:
        state = FileState(card.file, 0, 0)
        style = replace(style, missing=True)
    return Record(style, state, folder=folder, removed=card.removed)


def path_of(address: str) -> Path:
    """The path that a file: address means. Raises ValueError if it is no such address."""
    from urllib.request import url2pathname  # with it come ssl and http: a twentieth of the whole start

    parts = urlsplit(address)
    if parts.scheme != "file":
        raise ValueError(f"{address!r} is no file: address")
    return Path(url2pathname(parts.path))


def _adopt_marks(catalogue: Catalogue, shelf: Shelf, file: Path) -> None:
    """Favourites and recently used styles as older versions kept them, in a file of their own."""
    try:
        marks = _OldMarks.model_validate_json(file.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, ValidationError) as error:
        _log.warning("The favourites in %s could not be read and start empty: %s", file, error)
        with suppress(OSError):
            file.replace(file.with_name(file.name + ".broken"))
        return
    newest = time.time()
    for place, style_id in enumerate(marks.recent):
        catalogue.change(partial(records.update, style_id=style_id, used=newest - place))
    for style_id in marks.favourites:
        record = catalogue.ask(partial(records.records, ids=[style_id])).get(style_id)
        if record is not None:
            record = replace(record, style=replace(record.style, favourite=True))
            shelf.write(record)
            catalogue.change(partial(records.describe, style=record.style), [style_id])
    with suppress(OSError):
        file.replace(file.with_name(file.name + ".adopted"))


def _damaged(name: str, error: Exception) -> str:
    problem = f"The style in “{name}” is damaged and was left out."
    _log.warning("%s %s", problem, error)
    return problem

"""What a look through a watched folder means for the catalogue: new, changed, moved, gone and returned pictures."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from stylegui.library import records
from stylegui.library.card import StyleCard
from stylegui.library.records import FileState, Record
from stylegui.library.style import Style, title_from
from stylegui.library.text import clean_all

NoteOf = Callable[[str], StyleCard | None]


@dataclass
class ScanReport:
    """What looking through a folder has found, as ids. `left_out` has a sentence for each file that is no picture.

    `moved` pictures were found under another name, `returned` ones are back where they were; `duplicates` counts
    files whose picture is a style already.
    """

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    returned: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    duplicates: int = 0
    left_out: list[str] = field(default_factory=list)

    @property
    def is_news(self) -> bool:
        """Whether the gallery is another one than before."""
        return bool(self.added or self.changed or self.moved or self.returned or self.missing)

    def join(self, other: ScanReport) -> None:
        """Add what another scan has found."""
        self.added += other.added
        self.changed += other.changed
        self.moved += other.moved
        self.returned += other.returned
        self.missing += other.missing
        self.duplicates += other.duplicates
        self.left_out += other.left_out


@dataclass(frozen=True)
class Look:
    """A file as it is now: its content (with an empty digest if it is no picture) and its (width, height) in pixels."""

    path: Path
    state: FileState
    size: tuple[int, int]


def take_in(db: sqlite3.Connection, folder: Path, looks: list[Look], now: float, note_of: NoteOf) -> ScanReport:
    """Take over files that are new or have changed.

    `now` is when new ones came, in seconds since 1970: all at once, so that they stand by name. `note_of` has the card
    of a style that was known before.
    """
    report = ScanReport()
    for look in looks:
        if look.state.digest:
            _take_picture(db, folder, look, now, note_of, report)
        state = look.state
        db.execute(
            "INSERT OR REPLACE INTO files (path, folder, file, mtime_ns, bytes) VALUES (?, ?, ?, ?, ?)",
            (os.fsencode(look.path), os.fsencode(folder), state.digest, state.mtime_ns, state.bytes),
        )
    return report


def settle(db: sqlite3.Connection, folder: Path, present: Collection[bytes]) -> ScanReport:
    """Once all files are known: find pictures under another name, note those that are gone and those that are back."""
    report = ScanReport()
    name = os.fsencode(folder)
    rows = db.execute("SELECT path, file FROM files WHERE folder = ?", (name,)).fetchall()
    db.executemany("DELETE FROM files WHERE path = ?", ((path,) for path, _ in rows if path not in present))
    pictures = {path: digest for path, digest in rows if digest and path in present}
    elsewhere = {digest: path for path, digest in pictures.items()}
    rows = db.execute("SELECT id, path, file, missing, removed FROM styles WHERE folder = ?", (name,)).fetchall()
    for style_id, path, digest, missing, removed in rows:
        if path in pictures:
            if not missing:
                continue
            records.update(db, style_id, missing=0)
            told = report.returned
        elif (other := elsewhere.get(digest)) is not None:
            records.update(db, style_id, path=other, missing=0)
            told = report.moved
        elif not missing:
            records.update(db, style_id, missing=1)
            told = report.missing
        else:
            continue
        if not removed:
            told.append(style_id)
    return report


def _take_picture(
    db: sqlite3.Connection, folder: Path, look: Look, now: float, note_of: NoteOf, report: ScanReport
) -> None:
    same = [each for each in records.with_file(db, look.state.digest) if each.style.linked or not each.removed]
    if known := next((each for each in same if each.style.path == look.path), None):
        _move(db, known, look, folder)  # only its time is another one, or it is back
        if known.style.missing:
            _tell(report.returned, known)
    elif stray := next((each for each in same if each.style.linked and not each.style.path.exists()), None):
        _move(db, stray, look, folder)
        _tell(report.moved, stray)
    elif same:
        report.duplicates += 1
    elif (at_place := records.at_path(db, look.path)) is not None:
        _change(db, at_place, look)
        _tell(report.changed, at_place)
    else:
        _tell(report.added, _insert(db, folder, look, now, note_of))


def _move(db: sqlite3.Connection, record: Record, look: Look, folder: Path) -> None:
    state = look.state
    place = {"path": os.fsencode(look.path), "folder": os.fsencode(folder), "missing": 0}
    records.update(db, record.style.id, **place, mtime_ns=state.mtime_ns, bytes=state.bytes)


def _change(db: sqlite3.Connection, record: Record, look: Look) -> None:
    """The picture was painted over: it keeps its name and marks, and is looked at anew."""
    style = replace(record.style, palette=(), size=look.size, missing=False)
    records.describe(db, style)
    state, (width, height) = look.state, look.size
    content = {"file": state.digest, "mtime_ns": state.mtime_ns, "bytes": state.bytes, "content": "", "look": None}
    records.update(db, style.id, **content, width=width, height=height, missing=0)


def _insert(db: sqlite3.Connection, folder: Path, look: Look, now: float, note_of: NoteOf) -> Record:
    name = f"file-{look.state.digest[:16]}"
    names = (name if place == 1 else f"{name}-{place}" for place in count(1))
    style_id = next(each for each in names if not records.records(db, [each]))
    note = note_of(style_id)
    if note is not None and note.file == look.state.digest:
        style = replace(note.style(style_id, look.path, linked=True), size=look.size)
        removed = note.removed
    else:
        collections = clean_all((folder.name,), names=True)
        title = title_from(look.path.name) or style_id
        style = Style(style_id, title, look.path, collections, linked=True, added=now, size=look.size)
        removed = 0.0
    record = Record(style, look.state, folder=folder, removed=removed)
    records.insert(db, record)
    return record


def _tell(ids: list[str], record: Record) -> None:
    """What the artist took out of the gallery is no news."""
    if not record.removed:
        ids.append(record.style.id)

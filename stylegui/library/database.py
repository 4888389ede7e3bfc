"""The library's database file: opening, changing its layout, and noticing that it is damaged."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from stylegui.library.errors import LibraryError

BUSY_TIMEOUT_S = 10.0
LAYOUT = 1
"""Which layout this program writes. A change of it is one more entry in `_MIGRATIONS`."""

T = TypeVar("T")

_MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE styles (
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL,
            title TEXT NOT NULL, artist TEXT NOT NULL, year TEXT NOT NULL, source TEXT NOT NULL,
            licence TEXT NOT NULL, credit TEXT NOT NULL,
            tags TEXT NOT NULL, collections TEXT NOT NULL, palette TEXT NOT NULL,
            rating INTEGER NOT NULL, favourite INTEGER NOT NULL,
            added REAL NOT NULL, used REAL NOT NULL DEFAULT 0, removed REAL NOT NULL DEFAULT 0,
            missing INTEGER NOT NULL DEFAULT 0,
            path BLOB NOT NULL, folder BLOB, width INTEGER NOT NULL, height INTEGER NOT NULL,
            content TEXT NOT NULL DEFAULT '', file TEXT NOT NULL, mtime_ns INTEGER NOT NULL, bytes INTEGER NOT NULL,
            look BLOB, words TEXT NOT NULL, sort_title TEXT NOT NULL, sort_collection TEXT NOT NULL)""",
        # In the gallery's order, with all that sorting and counting need: the rows themselves are ten times as long.
        """CREATE INDEX styles_in_gallery ON styles
            (removed, kind = 2, added DESC, sort_collection, sort_title, id,
             kind, artist, rating, favourite, used, missing)""",
        "CREATE INDEX styles_by_file ON styles (file)",
        "CREATE INDEX styles_by_path ON styles (path)",
        "CREATE INDEX styles_by_folder ON styles (folder) WHERE folder IS NOT NULL",
        "CREATE INDEX styles_by_use ON styles (used DESC) WHERE used > 0",
        """CREATE TABLE members (
            name TEXT NOT NULL, style INTEGER NOT NULL REFERENCES styles (key) ON DELETE CASCADE,
            PRIMARY KEY (name, style)) WITHOUT ROWID""",
        "CREATE INDEX members_by_style ON members (style)",
        """CREATE VIRTUAL TABLE word_index USING fts5
            (words, content='styles', content_rowid='key', columnsize=0, tokenize='trigram case_sensitive 1')""",
        """CREATE TRIGGER words_come AFTER INSERT ON styles BEGIN
            INSERT INTO word_index (rowid, words) VALUES (new.key, new.words); END""",
        """CREATE TRIGGER words_go AFTER DELETE ON styles BEGIN
            INSERT INTO word_index (word_index, rowid, words) VALUES ('delete', old.key, old.words); END""",
        """CREATE TRIGGER words_change AFTER UPDATE OF words ON styles WHEN old.words <> new.words BEGIN
            INSERT INTO word_index (word_index, rowid, words) VALUES ('delete', old.key, old.words);
            INSERT INTO word_index (rowid, words) VALUES (new.key, new.words); END""",
        # Every file that a scan has looked into: one style may have several, and `file` is '' for no picture at all.
        """CREATE TABLE files (
            path BLOB PRIMARY KEY, folder BLOB NOT NULL, file TEXT NOT NULL,
            mtime_ns INTEGER NOT NULL, bytes INTEGER NOT NULL) WITHOUT ROWID""",
        "CREATE INDEX files_by_content ON files (file)",
        "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    ),
)

_log = logging.getLogger(__name__)


class DatabaseDamaged(Exception):
    """The file is no database, or its inside contradicts itself."""


class DatabaseUnusable(Exception):
    """There is nothing wrong with the file, but it cannot be used here. Its text is one sentence for the user."""


class Database:
    """One SQLite file, for any number of threads and processes at once.

    `read` and `write` take a function of the connection and give its result. There is one connection for reading and
    one for writing: with write-ahead logging, what is read does not wait for what is being written. A write is one
    transaction: it is done whole or not at all, also when the program is killed in the middle of it.

    Both raise DatabaseDamaged where the file cannot be trusted any more, and LibraryError, with a sentence for the
    user, where the disk is full or another program keeps the file to itself.
    """

    def __init__(self, file: Path | None) -> None:
        """Open the file, or make it. None stands for a library in memory, which is gone with this object.

        Raises DatabaseDamaged, and DatabaseUnusable where it cannot be written or belongs to a newer version.
        """
        self.file = file
        self._read_lock = threading.RLock()
        self._write_lock = threading.RLock() if file is not None else self._read_lock
        self._identity = 0
        self._writer = self._connected()
        try:
            self._prepare()
            self._reader = self._connected() if file is not None else self._writer
            # Some ms for thousands of styles, and damage is found now and not while somebody is at work.
            (verdict,) = self._reader.execute("PRAGMA quick_check(1)").fetchone()
            if verdict != "ok":
                self._reader.close()
                raise DatabaseDamaged(str(verdict))
        except sqlite3.Error as error:
            self._writer.close()
            raise self._translated(error) from error
        except BaseException:
            self._writer.close()
            raise
        if file is not None:
            self._identity = _identity(file)

    def read(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """What `question` answers; it must not change anything."""
        with self._read_lock:
            try:
                return question(self._reader)
            except sqlite3.Error as error:
                raise self._failure(error) from error

    def write(self, change: Callable[[sqlite3.Connection], T]) -> T:
        """Do `change` as one transaction; what it raises undoes all of it and comes out here."""
        with self._write_lock:
            try:
                self._writer.execute("BEGIN IMMEDIATE")
                try:
                    result = change(self._writer)
                    self._writer.execute("COMMIT")
                except BaseException:
                    with suppress(sqlite3.Error):
                        self._writer.execute("ROLLBACK")
                    raise
            except sqlite3.Error as error:
                raise self._failure(error) from error
            return result

    def version(self) -> int:
        """A number that is another one after any change, whoever made it."""
        return int(self.read(lambda db: db.execute("PRAGMA data_version").fetchone()[0]))

    def close(self) -> None:
        """Let go of the file."""
        with self._write_lock, self._read_lock:
            self._reader.close()
            self._writer.close()

    def set_aside(self) -> None:
        """Close it, and rename a damaged file to `<name>.broken`, unless another process has done so already."""
        self.close()
        if self.file is not None and (not self._identity or _identity(self.file) == self._identity):
            set_aside(self.file)

    def _connected(self) -> sqlite3.Connection:
        try:
            if self.file is None:
                return sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            self.file.parent.mkdir(parents=True, exist_ok=True)
            return sqlite3.connect(
                self.file, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False, cached_statements=64
            )
        except (OSError, sqlite3.Error) as error:
            raise DatabaseUnusable(_CANNOT_KEEP) from error

    def _prepare(self) -> None:
        db = self._writer
        db.execute("PRAGMA foreign_keys = ON")
        if self.file is not None:
            _turn_on_log(db)
            # A power cut may cost the last changes, but never more: the log is synced before it is taken over.
            db.execute("PRAGMA synchronous = NORMAL")
        if _layout(db) < LAYOUT:
            db.execute("BEGIN IMMEDIATE")
            try:
                for statements in _MIGRATIONS[_layout(db) :]:  # another process may have been quicker
                    for statement in statements:
                        db.execute(statement)
                db.execute(f"PRAGMA user_version = {LAYOUT}")
                db.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    db.execute("ROLLBACK")
                raise
        if _layout(db) > LAYOUT:
            raise DatabaseUnusable(
                "The gallery's database was written by a newer version of the program; "
                "what you change in the gallery now is not kept."
            )

    def _translated(self, error: sqlite3.Error) -> Exception:
        if _is_damage(error):
            return DatabaseDamaged(str(error))
        return DatabaseUnusable(_CANNOT_KEEP) if _code(error) != sqlite3.SQLITE_ERROR else error

    @staticmethod
    def _failure(error: sqlite3.Error) -> Exception:
        if _is_damage(error):
            return DatabaseDamaged(str(error))
        match _code(error):
            case sqlite3.SQLITE_FULL:
                return LibraryError("The gallery could not be saved: the disk is full.")
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return LibraryError("The gallery could not be saved: another program is using it. Please try again.")
            case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
                return LibraryError("The gallery could not be saved: its folder cannot be written.")
            case sqlite3.SQLITE_IOERR:
                return LibraryError("The gallery could not be saved: the disk does not take it.")
        return error


_CANNOT_KEEP = "The gallery's folder cannot be written, so what you change in the gallery now is not kept."


def set_aside(file: Path) -> None:
    """Rename a database, and the log that belongs to it, to `<name>.broken`. Raises OSError."""
    for suffix in ("", "-wal", "-shm"):
        part = file.with_name(file.name + suffix)
        with suppress(FileNotFoundError):
            part.replace(file.with_name(f"{file.name}.broken{suffix}"))


def _turn_on_log(db: sqlite3.Connection) -> None:
    """Write-ahead logging. Two processes that start at once may be in each other's way here, whatever the timeout."""
    for attempt in range(20):
        try:
            db.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY or attempt == 19:
                raise
            time.sleep(0.05)
        else:
            return


def _layout(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _is_damage(error: sqlite3.Error) -> bool:
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; -1 where Python itself complains."""
    code = getattr(error, "sqlite_errorcode", None)
    return -1 if code is None else int(code) & 0xFF


def _identity(file: Path) -> int:
    try:
        return file.stat().st_ino
    except OSError:
        return -1

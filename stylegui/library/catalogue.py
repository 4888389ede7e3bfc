"""The database as the library uses it: with a cache of styles, and with a way back from damage."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from stylegui.library import records
from stylegui.library.database import Database, DatabaseDamaged, DatabaseUnusable, set_aside
from stylegui.library.errors import LibraryError, reason
from stylegui.library.search import Order, search
from stylegui.library.style import Style

CACHE_LIMIT = 4096

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Catalogue:
    """All styles that are known, as a database file that may be lost: `refill` makes it anew from cards and folders.

    A file that is damaged, at the start or later, is set aside and filled again; `problems` then has a sentence for
    the user. Where no file can be kept at all, the catalogue lives in memory.
    """

    def __init__(self, file: Path, refill: Callable[[Catalogue], list[str]]) -> None:
        """Open the file. `refill` fills an empty catalogue and gives the problems it met; it is not called here."""
        self._file = file
        self._refill = refill
        self._lock = threading.RLock()
        self._cache: OrderedDict[str, Style] = OrderedDict()
        self._cache_lock = threading.Lock()
        self._changes = 0
        self._version = -1
        self.problems: list[str] = []
        self._database = self._opened()

    def ask(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """The answer of the database. Raises LibraryError."""
        database = self._database
        try:
            return database.read(question)
        except DatabaseDamaged as error:
            self._renew(database, error)
            return self._database.read(question)

    def change(self, change: Callable[[sqlite3.Connection], T], ids: Iterable[str] | None = None) -> T:
        """Change the database in one transaction; the styles of `ids`, or all, are then read anew.

        Raises LibraryError, and whatever `change` raises; then nothing is changed.
        """
        database = self._database
        try:
            return database.write(change)
        except DatabaseDamaged as error:
            self._renew(database, error)
            return self._database.write(change)
        finally:
            self._drop(ids)

    def get(self, style_id: str) -> Style | None:
        """The style of that id that is not in the trash, or None."""
        with self._cache_lock:
            if (style := self._cache.get(style_id)) is not None:
                self._cache.move_to_end(style_id)
                return style
        found = self._read([style_id])
        return found.get(style_id)

    def fetch(self, ids: Sequence[str]) -> list[Style]:
        """The styles of these ids in their order; unknown ones are left out."""
        self._notice_changes()
        with self._cache_lock:
            found = {style_id: self._cache[style_id] for style_id in ids if style_id in self._cache}
        if unknown := [style_id for style_id in ids if style_id not in found]:
            found |= self._read(unknown)
        return [found[style_id] for style_id in ids if style_id in found]

    def search(self, text: str, collection: str, order: Order) -> list[str]:
        """As `search.search` says."""
        self._notice_changes()
        return self.ask(partial(search, text=text, collection=collection, order=order))

    def forget_cache(self) -> None:
        """Read all styles anew."""
        self._drop(None)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _read(self, ids: Sequence[str]) -> dict[str, Style]:
        changes = self._changes
        found = self.ask(partial(records.styles, ids=ids))
        with self._cache_lock:
            if changes == self._changes:  # else what was read may be old by now
                self._cache |= found
                while len(self._cache) > CACHE_LIMIT:
                    self._cache.popitem(last=False)
        return found

    def _drop(self, ids: Iterable[str] | None) -> None:
        with self._cache_lock:
            self._changes += 1
            if ids is None:
                self._cache.clear()
            else:
                for style_id in ids:
                    self._cache.pop(style_id, None)

    def _notice_changes(self) -> None:
        """Another window of the program may have changed the same library."""
        try:
            version = self._database.version()
        except DatabaseDamaged:
            return  # the question that comes next meets the same and does something about it
        if version != self._version:
            self._version = version
            self._drop(None)

    def _opened(self) -> Database:
        try:
            return Database(self._file)
        except DatabaseDamaged as error:
            self._put_aside(partial(set_aside, self._file), error)
        except DatabaseUnusable as error:
            return self._in_memory(str(error))
        try:
            return Database(self._file)
        except (DatabaseDamaged, DatabaseUnusable) as error:
            return self._in_memory(str(error))

    def _in_memory(self, problem: str) -> Database:
        _log.warning("%s (%s)", problem, self._file)
        self.problems.append(problem)
        return Database(None)

    def _put_aside(self, move: Callable[[], None], error: Exception) -> None:
        _log.warning("The database %s is damaged and set aside: %s", self._file, error)
        self.problems.append(
            "The gallery's database was damaged. It was set aside and the gallery was put together again; "
            "nothing that you made is lost."
        )
        try:
            move()
        except OSError as failure:
            _log.warning("It cannot be renamed: %s", reason(failure))

    def _renew(self, damaged: Database, error: Exception) -> None:
        with self._lock:
            if self._database is not damaged:
                return  # another thread was quicker
            self._put_aside(damaged.set_aside, error)
            self._database = self._opened()
            self._drop(None)
            try:
                self.problems += self._refill(self)
            except (DatabaseDamaged, DatabaseUnusable) as again:
                raise LibraryError("The gallery's database is damaged, and no new one can be made.") from again

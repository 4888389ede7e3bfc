"""Changing what is said about styles: in the database and on the cards, all of it or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace

from stylegui.library import records
from stylegui.library.catalogue import Catalogue
from stylegui.library.errors import LibraryError, reason
from stylegui.library.records import Record
from stylegui.library.shelf import Shelf
from stylegui.library.style import Style


def describe(
    catalogue: Catalogue, shelf: Shelf, ids: Iterable[str], change: Callable[[Style], Style]
) -> tuple[Style, ...]:
    """Put `change` of each style in its place; unknown ids are left out. The states before of those that changed.

    Raises LibraryError where it cannot be written, and what `change` raises; nothing is changed then.
    """
    wanted = list(dict.fromkeys(ids))
    written: list[Record] = []

    def write(db: sqlite3.Connection) -> tuple[Style, ...]:
        # Read here, inside the transaction: another program may be changing the same styles.
        written.clear()
        found = records.records(db, wanted)
        before = [found[style_id] for style_id in wanted if style_id in found and not found[style_id].removed]
        pairs = [(record, change(record.style)) for record in before]
        pairs = [(record, style) for record, style in pairs if style != record.style]
        for record, style in pairs:
            records.describe(db, style)
            written.append(record)
            shelf.write(replace(record, style=style))
        return tuple(record.style for record, _ in pairs)

    try:
        return catalogue.change(write, wanted)
    except OSError as error:
        for record in written:
            with suppress(OSError):
                shelf.write(record)
        raise LibraryError(f"“{written[-1].style.title}” could not be changed: {reason(error)}.") from error

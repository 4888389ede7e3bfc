"""Styles that come and go: stored, thrown away, brought back, found again."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from stylegui.library import records
from stylegui.library.card import StyleCard, read_card_or_new
from stylegui.library.catalogue import Catalogue
from stylegui.library.errors import LibraryError, reason
from stylegui.library.header import size_in_header
from stylegui.library.identity import file_state
from stylegui.library.intake import Incoming, read_incoming
from stylegui.library.records import FileState, Record
from stylegui.library.shelf import Shelf
from stylegui.library.style import Style
from stylegui.library.sync import own_record


class Holdings:
    """Keeps folders and database in step. In that order, so that what a killed program leaves is found at the start.

    Not to be used by two threads at once. Every method raises LibraryError where it cannot be done.
    """

    def __init__(self, catalogue: Catalogue, shelf: Shelf) -> None:
        self._catalogue = catalogue
        self._shelf = shelf

    def with_file(self, incoming: Incoming) -> Style | None:
        """The style whose file has the same bytes, or None."""
        found = self._catalogue.ask(partial(records.with_file, digest=incoming.state.digest))
        return next((each.style for each in found if not each.removed and each.style.path.is_file()), None)

    def with_pixels(self, incoming: Incoming) -> Style | None:
        """The own style that has the same pixels, or None."""
        record = self._record(incoming.style_id)
        if record is None or record.removed or _differ(record, incoming) or not record.style.path.is_file():
            return None
        return record.style

    def store(self, incoming: Incoming, card: StyleCard) -> Style:
        """A new style of this picture."""
        names = (f"{incoming.style_id}-{place}" if place > 1 else incoming.style_id for place in count(1))
        for style_id in names:
            record = self._record(style_id)
            if record is None or record.removed or not _differ(record, incoming):
                return self._put(style_id, incoming, card, used=0.0)
        raise AssertionError("there are numbers without end")

    def remove(self, style: Style) -> None:
        """Into the trash, or out of the gallery if the picture is in a folder of the artist's."""
        now = time.time()
        try:
            if style.linked:
                if (record := self._record(style.id)) is not None:
                    self._shelf.write(replace(record, removed=now))
            elif self._shelf.home(style.id).is_dir():
                self._shelf.throw_away(style.id)
        except OSError as error:
            raise LibraryError(f"“{style.title}” could not be removed: {reason(error)}.") from error
        self._catalogue.change(partial(records.take_out, style_id=style.id, when=now), [style.id])

    def restore(self, style_id: str) -> None:
        """Back from where `remove` has put it; nothing if it is there."""
        record = self._record(style_id)
        if record is not None and not record.removed:
            return
        try:
            if record is not None and record.style.linked:
                fresh = replace(record, removed=0.0)
                self._shelf.write(fresh)
            else:
                self._shelf.bring_back(style_id)
                fresh = own_record(self._shelf, style_id)
                if record is not None:
                    fresh = replace(fresh, used=record.used, look=record.look, content=record.content)
        except (OSError, ValueError) as error:
            raise LibraryError(f"The style could not be brought back: {reason(error)}.") from error
        self._catalogue.change(partial(records.insert, record=fresh), [style_id])

    def empty_trash(self) -> None:
        """Delete for good what was removed a month ago."""
        if gone := self._shelf.empty_trash():
            sql = "DELETE FROM styles WHERE id = ? AND removed > 0"
            self._catalogue.change(lambda db: db.executemany(sql, [(style_id,) for style_id in gone]))

    def locate(self, style: Style, path: Path, watched: Iterable[Path]) -> Record:
        """Take the file `path` for the picture of a style; how it was before. Raises PictureError if it is none."""
        record = self._record(style.id)
        if record is None:
            raise LibraryError("This style is no longer there.")
        if not style.linked:
            incoming = read_incoming(path, style.title)
            incoming.decode()
            card = read_card_or_new(self._shelf.card_file(style), style.title).describing(style)
            update = {"palette": incoming.palette, "size": incoming.size, "file": incoming.state.digest}
            self._put(style.id, incoming, card.model_copy(update=update), used=record.used)
            return record
        path = path.absolute()
        size = size_in_header(path)
        folder = next((each for each in watched if path.is_relative_to(each)), None)
        try:
            state = file_state(path)
            fresh = replace(record, state=state, folder=folder, style=replace(style, path=path, missing=False))
            if state.digest != record.state.digest:
                fresh = replace(fresh, look=None, style=replace(fresh.style, palette=(), size=size))
            self._shelf.write(fresh)
        except OSError as error:
            raise LibraryError(f"“{style.title}” could not be changed: {reason(error)}.") from error
        self._catalogue.change(partial(records.insert, record=fresh), [style.id])
        return record

    def unlocate(self, style: Style, before: Record) -> None:
        """Have a style's picture missing again as it was `before`; what the artist said about the style since stays."""
        record = self._record(style.id)
        if record is None:
            raise LibraryError("This style is no longer there.")
        old = before.style
        missing = not style.linked or not old.path.is_file()  # the artist may have put a linked one back meanwhile
        as_before = replace(style, path=old.path, missing=missing, palette=old.palette, size=old.size, added=old.added)
        lost = replace(before, style=as_before, used=record.used)
        try:
            if style.linked:
                self._shelf.write(lost)
            else:
                self._shelf.lose_picture(lost)
        except (OSError, ValueError) as error:
            raise LibraryError(f"“{style.title}” could not be changed: {reason(error)}.") from error
        self._catalogue.change(partial(records.insert, record=lost), [style.id])

    def _record(self, style_id: str) -> Record | None:
        return self._catalogue.ask(partial(records.records, ids=[style_id])).get(style_id)

    def _put(self, style_id: str, incoming: Incoming, card: StyleCard, used: float) -> Style:
        try:
            path = self._shelf.store(style_id, card, incoming.content)
            stat = path.stat()
        except OSError as error:
            raise LibraryError(f"“{incoming.name}” could not be added: {reason(error)}.") from error
        style = card.style(style_id, path)
        state = FileState(incoming.state.digest, stat.st_mtime_ns, stat.st_size)
        record = Record(style, state, content=incoming.content_digest, look=incoming.look, used=used)
        self._catalogue.change(partial(records.insert, record=record), [style_id])
        return style


def _differ(record: Record, incoming: Incoming) -> bool:
    """Whether a style holds another picture than its id says: one that was put in its place by hand."""
    return bool(record.content) and record.content != incoming.content_digest
